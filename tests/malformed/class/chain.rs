//! Segments that are well formed and well signed and yet not what they should be: of another circle,
//! sent before, behind a gap, in two branches, beyond a right, under a clock that is years off.

use kring_api::domain::id::{Hash, RecordId};
use kring_api::domain::kind::Kind;
use kring_sync::package::Heading;
use kring_sync::segment::Segment;
use kring_tests::{Laptop, PEOPLE};
use kring_trust::operation::SignedOperation;
use serde_json::json;

use super::stage::{Fate, Made, Pen, apart};
use crate::forge::{Chain, ELSEWHERE, Fields, Forger, fields, note};
use crate::operation::{another_genesis, grab, operation_elsewhere, operations};
use crate::raw::Raw;
use crate::scene::{a_round, changed, made, position};

const TEN_YEARS_MS: u64 = 10 * 365 * 86_400_000;

/// A package, its membership or its segments are of another circle.
pub fn of_another_circle(pen: &mut Pen<'_>) -> Made {
    let member = pen.member();
    let elsewhere = || Heading {
        circle: ELSEWHERE,
        ..pen.heading()
    };
    let segment = || pen.bent(|header| header.circle = ELSEWHERE);
    let (what, file, code) = match pen.n % 7 {
        0 => {
            let file = member.bytes(elsewhere(), member.frames(&[pen.note()]));
            ("its heading", file, "err-package-circle")
        }
        1 => (
            "what is signed along",
            Raw {
                circle: ELSEWHERE,
                ..pen.raw()
            }
            .seal(member),
            "err-package-signature",
        ),
        2 => (
            "its beginning",
            pen.packed(another_genesis(member)),
            "err-membership-form",
        ),
        3 => (
            "an operation",
            pen.packed(operation_elsewhere(member)),
            "err-membership-form",
        ),
        4 => ("a segment", pen.sent(&[segment()]), "err-segment-circle"),
        5 => (
            "one segment of two",
            pen.sent(&[pen.note(), segment()]),
            "err-segment-circle",
        ),
        _ => ("everything", really_elsewhere(pen), "err-package-circle"),
    };
    Made::refused(what, file, code)
}

/// An honest package of a circle that really is another, readable for the receiver.
fn really_elsewhere(pen: &mut Pen<'_>) -> Vec<u8> {
    let root = kring_tests::memory_folder();
    let clock = kring_tests::Clock::at(kring_tests::MEETING_DAY_MS);
    let seed = 500_000 + pen.dice.below(100_000) as u64;
    let mut laptop = Laptop::found(root.path(), "Een andere kring", PEOPLE[5], seed, &clock);
    let mut other = Forger::of(&mut laptop);
    other.recipients.extend(&pen.member().recipients);
    other.bytes(
        other.next_heading(),
        other.frames(&[other.chain(1).note("van elders")]),
    )
}

/// What was taken over before, in whatever package it comes again.
pub fn replayed(pen: &mut Pen<'_>) -> Made {
    let member = pen.member();
    let heading = pen.heading();
    let frames = || member.frames(&[pen.note()]);
    let first = member.bytes(heading.clone(), frames());
    let later = |which| pen.sent(&[pen.other_chain(which).note("daarna")]);
    let nothing = Fate::Carried {
        new: 0,
        apart: 0,
        waiting: 0,
    };
    let (what, between, file) = match pen.n % 6 {
        0 => ("the same file", vec![], first.clone()),
        1 => (
            "the same package, encrypted anew",
            vec![],
            member.bytes(heading, frames()),
        ),
        2 => (
            "the same segments in another package",
            vec![],
            pen.sent(&[pen.note()]),
        ),
        3 => ("the same file after a later one", vec![later(1)], first.clone()),
        4 => (
            "the same file for the third time",
            vec![first.clone()],
            first.clone(),
        ),
        _ => {
            let coordinator = &pen.stage.coordinator;
            let relayed = coordinator.bytes(
                coordinator.next_heading(),
                coordinator.frames(&[pen.note(), pen.note()]),
            );
            ("the same segments twice, from another", vec![], relayed)
        }
    };
    Made::with(what, file, nothing).after([vec![first], between].concat())
}

/// Segments whose predecessors are missing.
pub fn with_gap(pen: &mut Pen<'_>) -> Made {
    let mut chain = pen.chain();
    let all: Vec<Segment> = (0..12).map(|at| chain.note(&format!("nummer {at}"))).collect();
    let missing = 1 + pen.dice.below(6);
    let mut late = all[missing..].to_vec();
    let what = match pen.n % 4 {
        0 => "a beginning",
        1 => {
            late.retain(|segment| segment.header.seq % 2 == 0);
            "every other one"
        }
        2 => {
            pen.dice.shuffle(&mut late);
            "a beginning, the rest out of order"
        }
        _ => {
            late.drain(..late.len() - 1);
            "all but the last"
        }
    };
    let waiting = late.len() as u64;
    Made::with(
        format!("without {what}"),
        pen.sent(&late),
        Fate::Carried {
            new: waiting,
            apart: 0,
            waiting,
        },
    )
}

/// Two or more branches under one place of a chain.
pub fn forked(pen: &mut Pen<'_>) -> Made {
    let branches = 2 + pen.n % 3;
    let mut segments = Vec::new();
    for branch in 0..branches {
        let mut chain = Chain {
            session: branch as u64,
            ..pen.chain()
        };
        segments.extend((0..1 + pen.dice.below(4)).map(|_| chain.note(&format!("tak {branch}"))));
    }
    pen.dice.shuffle(&mut segments);
    let fate = apart(segments.len() as u64);
    let file = pen.sent(&segments);
    Made::with(format!("{branches} branches"), file, fate)
}

/// What a member may not do, however it is signed.
pub fn beyond_role(pen: &mut Pen<'_>) -> Made {
    let (scene, member) = (&pen.stage.scene, pen.member());
    let chain = pen.chain();
    let other = member.other().1;
    let of =
        |chain: Chain<'_>, kind, owner, value: serde_json::Value| made(chain, kind, owner, &fields(value));
    let (what, segments) = match pen.n % 13 {
        0 => ("opens a round", a_round(scene, chain)),
        1 => (
            "closes a round",
            of(
                chain,
                Kind::Closing,
                RecordId::ZERO,
                json!({ "round": scene.round, "positions": [] }),
            ),
        ),
        2 => (
            "assigns a number",
            of(
                chain,
                Kind::Numbering,
                RecordId::ZERO,
                json!({ "series": "decision", "year": 2026, "number": 1 }),
            ),
        ),
        3 => (
            "adopts minutes",
            of(
                chain,
                Kind::Adoption,
                RecordId::ZERO,
                json!({ "meeting": scene.theme }),
            ),
        ),
        4 => (
            "makes a member",
            of(
                chain,
                Kind::Member,
                RecordId::ZERO,
                json!({ "email": "x@voorbeeld.nl" }),
            ),
        ),
        5 => (
            "writes another member's name",
            changed(chain, other, Kind::Member, &fields(json!({ "email": "x" }))),
        ),
        6 => (
            "takes another's position",
            position(scene, chain, other, |_| None),
        ),
        7 => {
            let hold = |position: &mut Fields| position.insert("holder".to_owned(), json!(other));
            (
                "holds a position for another",
                position(scene, chain, member.person, hold),
            )
        }
        8 => (
            "changes a wording",
            changed(
                chain,
                scene.version,
                Kind::StatementVersion,
                &fields(json!({ "text": "anders" })),
            ),
        ),
        9 => (
            "changes a position",
            changed(
                chain,
                scene.position,
                Kind::Position,
                &fields(json!({ "stance": "object" })),
            ),
        ),
        10 => (
            "changes a round",
            changed(
                chain,
                scene.round,
                Kind::Round,
                &fields(json!({ "leader": member.person })),
            ),
        ),
        11 => (
            "owns a note",
            made(chain, Kind::Note, member.person, &note("van mij alleen")),
        ),
        _ => return with_grabbed_right(pen),
    };
    Made::with(what, pen.sent(&segments), apart(segments.len() as u64))
}

/// A round under a right that its author gave to themselves.
fn with_grabbed_right(pen: &Pen<'_>) -> Made {
    let member = pen.member();
    let grabbed = SignedOperation::by_device(grab(member), &member.secret).unwrap();
    let mut heading = pen.heading();
    heading.membership = vec![grabbed.hash()];
    let mut chain = pen.chain();
    let part = chain.create(
        Kind::Round,
        RecordId::ZERO,
        &crate::scene::round(&pen.stage.scene),
    );
    let mut header = chain.header(std::slice::from_ref(&part));
    header.membership.clone_from(&heading.membership);
    let round = chain.seal(header, vec![part]);
    let frames = [
        operations(member, &[grabbed]),
        member.frames(&[round]).split_off(1),
    ]
    .concat();
    Made::with(
        "makes himself coordinator first",
        member.bytes(heading, frames),
        apart(1),
    )
}

/// Clocks that are off by up to ten years, and at the ends of time: they are shown and never trusted.
pub fn clock(pen: &mut Pen<'_>) -> Made {
    let now = pen.member().heading.wall_ms;
    let off = pen.dice.number() % TEN_YEARS_MS;
    let (what, wall_ms) = match pen.n % 6 {
        0 => ("too late", now + off),
        1 => ("too early", now - off),
        2 => ("ten years ahead", now + TEN_YEARS_MS),
        3 => ("ten years behind", now - TEN_YEARS_MS),
        4 => ("at the beginning of time", 0),
        _ => ("at the end of time", i64::MAX as u64),
    };
    let mut heading = pen.heading();
    heading.wall_ms = wall_ms;
    // A head that nobody has is a lie about what was seen, and gives no right.
    let seen = kring_trust::operation::Head {
        log: pen.other_chain(9).log,
        seq: 3,
        hash: Hash([4; 32]),
    };
    let note = pen.bent(|header| (header.wall_ms, header.seen) = (wall_ms, vec![seen]));
    let file = pen.member().bytes(heading, pen.member().frames(&[note]));
    Made::with(what, file, Fate::TakenOver { new: 1 })
}
