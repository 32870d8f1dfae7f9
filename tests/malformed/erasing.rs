//! Erasures that lie: about what they erase, about a right, or about a body that somebody left out.

use kring_api::domain::kind::Kind;
use kring_api::exchange::origin::{self, Origin};
use kring_sync::segment::{Body, PartHeader, Segment, SegmentKind};
use kring_tests::{Circle, Laptop};

use crate::forge::{Chain, Forger};
use crate::three;

/// A segment that erases what it says it erases.
pub fn erasing(chain: &mut Chain<'_>, part: PartHeader, origin: &Origin) -> Segment {
    let body = Body {
        salt: [3; 16],
        bytes: origin.encode(),
    };
    let part = (
        PartHeader {
            hash: body.hash(),
            ..part
        },
        body,
    );
    let mut header = chain.header(std::slice::from_ref(&part));
    header.kind = SegmentKind::Erase;
    chain.seal(header, vec![part])
}

/// A circle of three with a theme that everybody has, and what its id was made of.
fn with_theme(seed: u64) -> (Circle, Origin, PartHeader) {
    let mut circle = three(seed);
    let theme = circle.laptops[0].make("create_theme", serde_json::json!({ "name": "matching" }));
    circle.exchange_all();
    let record = theme.parse().unwrap();
    let found = origin::find(circle.laptops[0].workspace().db(), record).unwrap();
    let (kind, _, origin) = found.unwrap();
    let part = Origin::part(record, kind, origin.encode().len());
    (circle, origin, part)
}

/// The erasure goes to everybody and nothing happens.
fn assert_without_effect(circle: &mut Circle, forger: &Forger, segment: &Segment, what: &str) {
    let file = circle.file();
    forger.send(&file, forger.frames(std::slice::from_ref(segment)));
    for laptop in &mut circle.laptops {
        let before = laptop.view();
        let report = laptop.import(&file).unwrap();
        assert_eq!((report.apart, report.erased.len()), (1, 0), "{what}");
        assert_eq!(laptop.view(), before, "{what} is seen");
        laptop.check().unwrap();
    }
}

#[test]
fn an_erasure_that_is_true_and_allowed_is_followed() {
    let (mut circle, origin, part) = with_theme(50);
    let forger = Forger::of(&mut circle.laptops[0]);
    let segment = erasing(&mut forger.chain(1), part, &origin);
    let file = circle.file();
    forger.send(&file, forger.frames(&[segment]));
    for laptop in &mut circle.laptops {
        assert_eq!(
            laptop.import(&file).unwrap().erased.len(),
            1,
            "or the cases below show nothing"
        );
        laptop.check().unwrap();
    }
}

#[test]
fn an_erasure_that_lies_about_its_record_has_no_effect() {
    let (mut circle, origin, part) = with_theme(51);
    let forger = Forger::of(&mut circle.laptops[0]);
    let other_kind = PartHeader {
        kind: Kind::Note,
        ..part.clone()
    };
    let segment = erasing(&mut forger.chain(1), other_kind, &origin);
    assert_without_effect(&mut circle, &forger, &segment, "another kind than the record's");

    let other_owner = Origin {
        owner: forger.person,
        ..origin
    };
    let segment = erasing(&mut forger.chain(2), part.clone(), &other_owner);
    assert_without_effect(&mut circle, &forger, &segment, "another owner than the record's");

    let with_operations = PartHeader {
        to: 1,
        ..part.clone()
    };
    let segment = erasing(&mut forger.chain(3), with_operations, &origin);
    assert_without_effect(&mut circle, &forger, &segment, "an erasure that also writes");

    let mut chain = forger.chain(4);
    let twice = erasing(&mut chain.clone(), part, &origin);
    let part = (twice.header.parts[0].clone(), twice.bodies[0].clone().unwrap());
    let mut header = chain.header(&[part.clone(), part.clone()]);
    header.kind = SegmentKind::Erase;
    let segment = chain.seal(header, vec![part.clone(), part]);
    assert_without_effect(&mut circle, &forger, &segment, "one record twice");
}

#[test]
fn an_erasure_by_who_may_not_has_no_effect() {
    let (mut circle, origin, part) = with_theme(52);
    let forger = Forger::of(&mut circle.laptops[1]);
    let segment = erasing(&mut forger.chain(1), part, &origin);
    assert_without_effect(&mut circle, &forger, &segment, "an erasure by a member");
}

/// The theme's segment as the first laptop has it, with its body left out.
fn bare(laptop: &mut Laptop, part: &PartHeader) -> Segment {
    let db = laptop.workspace().db();
    let touching = kring_store::table::segment::touching(db, part.record).unwrap();
    let mut segment = kring_api::exchange::frame::segment_of(db, &touching[0].0).unwrap();
    segment.bodies = vec![None; segment.bodies.len()];
    segment
}

#[test]
fn a_body_may_only_be_left_out_where_an_erasure_that_counts_says_so() {
    let mut circle = three(53);
    let theme = circle.laptops[0].make("create_theme", serde_json::json!({ "name": "matching" }));
    let db = circle.laptops[0].workspace().db();
    let record = theme.parse().unwrap();
    let (kind, _, origin) = origin::find(db, record).unwrap().unwrap();
    let part = Origin::part(record, kind, origin.encode().len());
    let stripped = bare(&mut circle.laptops[0], &part);

    let member = Forger::of(&mut circle.laptops[1]);
    let erased = erasing(&mut member.chain(1), part.clone(), &origin);
    for (what, segments) in [
        ("nobody erased it", vec![stripped.clone()]),
        ("who erased it may not", vec![stripped.clone(), erased]),
    ] {
        let file = circle.file();
        member.send(&file, member.frames(&segments));
        let before = circle.laptops[2].dump();
        assert_eq!(circle.laptops[2].refusal(&file), "err-segment-form", "{what}");
        assert!(
            circle.laptops[2].dump() == before,
            "{what}: nothing is taken over"
        );
    }

    let coordinator = Forger::of(&mut circle.laptops[0]);
    let erased = erasing(&mut coordinator.chain(1), part, &origin);
    let mut bodyless = erased.clone();
    bodyless.bodies = vec![None];
    let file = circle.file();
    coordinator.send(&file, coordinator.frames(&[stripped.clone(), bodyless]));
    assert_eq!(
        circle.laptops[2].refusal(&file),
        "err-segment-form",
        "what erases is whole itself"
    );

    let file = circle.file();
    coordinator.send(&file, coordinator.frames(&[stripped, erased]));
    let report = circle.laptops[2].import(&file).unwrap();
    assert_eq!(
        (report.apart, report.waiting),
        (0, 0),
        "with an erasure that counts it is taken over"
    );
    circle.laptops[2].check().unwrap();
}
