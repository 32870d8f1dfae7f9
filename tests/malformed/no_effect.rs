//! Segments of a member, well signed, that do something they cannot or may not: the package is taken
//! over, the segment stays in its chain, and no laptop sees anything of it.

use kring_api::domain::id::{Hash, RecordId};
use kring_api::domain::kind::Kind;
use kring_sync::segment::{Segment, SegmentKind};
use kring_tests::Laptop;
use kring_trust::cbor::Value;
use kring_trust::operation::SignedOperation;
use serde_json::json;

use crate::forge::{Chain, Forger, fields, note};
use crate::operation::{grab, operations};
use crate::scene::{
    Scene, a_round, another_peer, another_span, bytes, changed, flipped, from, greedy, later_operations,
    made, position, round, scene, snapshot, twice, with,
};
use crate::three;

/// What became of the segments: how many are set apart, and how many wait.
type Fate = (u64, u64);

const APART: Fate = (1, 0);
const WAITS: Fate = (0, 1);
/// It counts as its author's, but the engine finds nothing in it.
const EMPTY: Fate = (0, 0);

type Case = (&'static str, fn(&Scene, Chain<'_>) -> Vec<Segment>, Fate);

const CASES: &[Case] = &[
    // Chains.
    (
        "a beginning that does not follow the circle",
        |_, chain| {
            from(Chain {
                prev: Hash([9; 32]),
                ..chain
            })
        },
        APART,
    ),
    (
        "a second segment without its first",
        |_, chain| from(Chain { seq: 2, ..chain }),
        WAITS,
    ),
    // Membership.
    (
        "under a membership from before its author came in",
        |_, chain| with(chain, |header| header.membership.clear()),
        APART,
    ),
    (
        "under a membership that nobody knows",
        |_, chain| with(chain, |header| header.membership = vec![Hash([9; 32])]),
        APART,
    ),
    // Newer versions.
    (
        "for a newer reader",
        |_, chain| with(chain, |header| header.min_reader += 1),
        APART,
    ),
    (
        "an erasure that writes a record",
        |_, chain| with(chain, |header| header.kind = SegmentKind::Erase),
        APART,
    ),
    (
        "a deed of a newer version",
        |_, chain| with(chain, |header| header.kind = SegmentKind::Unknown(77)),
        APART,
    ),
    (
        "a body of another engine",
        |_, chain| with(chain, |header| header.parts[0].engine = 2),
        APART,
    ),
    (
        "a sealed body",
        |_, chain| {
            with(chain, |header| {
                header.parts[0].sealed = Some(Value::Array(vec![]));
            })
        },
        APART,
    ),
    (
        "a record of a newer kind",
        |_, chain| made(chain, Kind::Unknown(900), RecordId::ZERO, &note("nieuw")),
        APART,
    ),
    // Rights.
    ("a round, by who may not open one", a_round, APART),
    (
        "an outcome closed by who may not",
        |scene, chain| {
            made(
                chain,
                Kind::Closing,
                RecordId::ZERO,
                &fields(json!({ "round": scene.round, "positions": [] })),
            )
        },
        APART,
    ),
    (
        "a note that pretends to be somebody's own",
        |scene, chain| made(chain, Kind::Note, scene.forger.person, &note("van mij")),
        APART,
    ),
    (
        "another member's name",
        |scene, chain| {
            changed(
                chain,
                scene.forger.other().1,
                Kind::Member,
                &fields(json!({ "address": "x" })),
            )
        },
        APART,
    ),
    // Positions.
    (
        "a position of another holder",
        |scene, chain| {
            position(scene, chain, scene.forger.person, |p| {
                p.insert("holder".into(), json!(scene.forger.other().1))
            })
        },
        APART,
    ),
    (
        "a position that belongs to another",
        |scene, chain| position(scene, chain, scene.forger.other().1, |_| None),
        APART,
    ),
    (
        "a position that another is said to have recorded",
        |scene, chain| {
            position(scene, chain, scene.forger.person, |p| {
                p.insert("recorded_by".into(), json!(scene.forger.other().1))
            })
        },
        APART,
    ),
    (
        "a reservation without words",
        |scene, chain| {
            position(scene, chain, scene.forger.person, |p| {
                p.insert("stance".into(), json!("agree_with_reservation"))
            })
        },
        APART,
    ),
    (
        "a position that is no position",
        |scene, chain| {
            made(
                chain,
                Kind::Position,
                scene.forger.person,
                &note("geen standpunt"),
            )
        },
        APART,
    ),
    (
        "a position changed after it was given",
        |scene, chain| {
            changed(
                chain,
                scene.position,
                Kind::Position,
                &fields(json!({ "stance": "object" })),
            )
        },
        APART,
    ),
    (
        "a wording changed after it was offered",
        |scene, chain| {
            changed(
                chain,
                scene.version,
                Kind::StatementVersion,
                &fields(json!({ "text": "anders" })),
            )
        },
        APART,
    ),
    // Bodies.
    (
        "operations that do not follow the earlier ones",
        later_operations,
        APART,
    ),
    ("one record twice in one action", twice, APART),
    (
        "bytes that are no update",
        |_, chain| bytes(chain, b"geen update".to_vec()),
        APART,
    ),
    ("no bytes at all", |_, chain| bytes(chain, Vec::new()), APART),
    ("an update of another peer", another_peer, APART),
    ("an update of another span", another_span, APART),
    ("an update with a bit flipped", flipped, APART),
    ("a snapshot where an update must be", snapshot, APART),
    ("an update that asks for more than any laptop has", greedy, APART),
    (
        "a change of a record that nobody made",
        |_, chain| changed(chain, RecordId([9; 16]), Kind::Note, &note("zwevend")),
        WAITS,
    ),
    (
        "a change under the name of another kind",
        |scene, chain| {
            changed(
                chain,
                scene.theme,
                Kind::Note,
                &fields(json!({ "name": "gekaapt" })),
            )
        },
        EMPTY,
    ),
];

#[test]
fn what_a_member_cannot_or_may_not_do_has_no_effect_on_any_laptop() {
    let (mut circle, scene) = scene();
    let states = circle.states();
    let views: Vec<String> = circle.laptops.iter_mut().map(Laptop::view).collect();
    for (at, (what, segments, (apart, waiting))) in CASES.iter().enumerate() {
        let segments = segments(&scene, scene.forger.chain(at as u8 + 1));
        let file = circle.file();
        scene.forger.send(&file, scene.forger.frames(&segments));
        for (laptop, before) in circle.laptops.iter_mut().zip(&views) {
            let report = laptop
                .import(&file)
                .unwrap_or_else(|error| panic!("{what}: {error}"));
            assert_eq!(report.new, segments.len() as u64, "{what}: carried all the same");
            assert_eq!((report.apart, report.waiting), (*apart, *waiting), "{what}");
            assert!(laptop.view() == *before, "{what} is seen");
        }
        assert_eq!(
            circle.states(),
            states,
            "{what} is part of what the circle agreed on"
        );
    }
    for laptop in &mut circle.laptops {
        laptop.check().unwrap();
    }
}

#[test]
fn what_the_cases_bend_counts_when_it_is_straight() {
    let (mut circle, scene) = scene();
    let straight = [
        from(scene.forger.chain(1)),
        position(&scene, scene.forger.chain(2), scene.forger.person, |_| None),
    ];
    let file = circle.file();
    scene.forger.send(&file, scene.forger.frames(&straight.concat()));
    for laptop in &mut circle.laptops {
        let report = laptop.import(&file).unwrap();
        assert_eq!(
            (report.new, report.apart, report.records.len()),
            (2, 0, 2),
            "both are seen"
        );
    }
    let states = circle.states();
    assert!(
        states.iter().all(|state| *state == states[0]),
        "and all end equal"
    );
}

#[test]
fn a_member_who_makes_himself_coordinator_stays_a_member() {
    let (mut circle, scene) = scene();
    let forger = &scene.forger;
    let grabbed = SignedOperation::by_device(grab(forger), &forger.secret).unwrap();
    let mut heading = forger.next_heading();
    heading.membership = vec![grabbed.hash()];
    let mut frames = operations(forger, &[grabbed]);
    let mut chain = forger.chain(1);
    let part = chain.create(Kind::Round, RecordId::ZERO, &round(&scene));
    let mut header = chain.header(std::slice::from_ref(&part));
    header.membership.clone_from(&heading.membership);
    frames.extend(forger.frames(&[chain.seal(header, vec![part])]).split_off(1));
    let file = circle.file();
    forger.send_as(&file, heading, frames).unwrap();
    for laptop in &mut circle.laptops {
        let before = laptop.view();
        assert_eq!(
            laptop.import(&file).unwrap().apart,
            1,
            "the round opened with a right that was grabbed"
        );
        assert_eq!(laptop.view(), before);
        laptop.check().unwrap();
    }
}

#[test]
fn a_clock_at_the_end_of_time_stops_no_screen() {
    let mut circle = three(27);
    let forger = Forger::of(&mut circle.laptops[1]);
    let mut chain = forger.chain(1);
    let part = chain.create(Kind::Note, RecordId::ZERO, &note("ooit"));
    let mut header = chain.header(std::slice::from_ref(&part));
    header.wall_ms = i64::MAX as u64;
    let id = part.0.record.to_string();
    let file = circle.file();
    forger.send(&file, forger.frames(&[chain.seal(header, vec![part])]));
    let receiver = &mut circle.laptops[0];
    receiver.import(&file).unwrap();
    for command in ["list_notes", "list_reviews", "list_standings", "list_trash"] {
        receiver.ask(command, json!({}));
    }
    for command in ["show_note", "show_history", "list_backlinks"] {
        receiver.ask(command, json!({ "id": id }));
    }
    receiver.make("change_note", json!({ "id": id, "fields": { "title": "nu" } }));
    receiver.check().unwrap();
}
