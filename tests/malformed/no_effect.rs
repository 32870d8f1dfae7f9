//! Segments of a member, well signed, that do something they cannot or may not: the package is taken
//! over, the segment stays in its chain, and no laptop sees anything of it.

use kring_api::domain::id::{Hash, RecordId};
use kring_api::domain::kind::Kind;
use kring_sync::engine::{Document, Shape};
use kring_sync::segment::{Header, Segment, SegmentKind};
use kring_tests::{Circle, Laptop};
use kring_trust::cbor::Value;
use kring_trust::operation::SignedOperation;
use serde_json::json;

use crate::forge::{Chain, Fields, Forger, Part, fields, note, written};
use crate::{refused, three};

/// A forger in a circle with a round, and what tests bend.
struct Scene {
    forger: Forger,
    theme: RecordId,
    version: RecordId,
    round: RecordId,
    /// The forger's own position.
    position: RecordId,
}

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
        "an erasure, which this version cannot do",
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
                header.parts[0].sealed = Some(Value::Array(vec![]))
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
        EMPTY,
    ),
    ("no bytes at all", |_, chain| bytes(chain, Vec::new()), EMPTY),
    ("an update of another peer", another_peer, EMPTY),
    ("an update of another span", another_span, EMPTY),
    ("an update with a bit flipped", flipped, EMPTY),
    ("a snapshot where an update must be", snapshot, EMPTY),
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
            let waited = kring_store::table::segment::count_waiting_parts(laptop.workspace().db()).unwrap();
            let report = laptop
                .import(&file)
                .unwrap_or_else(|error| panic!("{what}: {error}"));
            let fate = (report.apart, report.waiting);
            assert_eq!(
                (report.new, fate),
                (segments.len() as u64, (*apart, *waiting)),
                "{what}: {waited} waited before"
            );
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
fn a_member_who_makes_himself_coordinator_stays_a_member() {
    let (mut circle, scene) = scene();
    let forger = &scene.forger;
    let grabbed = SignedOperation::by_device(refused::grab(forger), &forger.secret).unwrap();
    let mut heading = forger.next_heading();
    heading.membership = vec![grabbed.hash()];
    let mut frames = refused::operations(forger, &[grabbed]);
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

fn scene() -> (Circle, Scene) {
    let mut circle = three(26);
    let coordinator = &mut circle.laptops[0];
    let theme = coordinator.make("create_theme", json!({ "name": "matching" }));
    let added = coordinator.ask(
        "add_statement",
        json!({ "theme": theme, "text": "Ouders houden een volwaardige plek." }),
    );
    let version = added["value"]["version"].as_str().unwrap().to_owned();
    let round = coordinator.make("open_round", json!({ "versions": [version] }));
    circle.exchange_all();
    let position = circle.laptops[1].make("give_position", json!({ "round": round, "stance": "agree" }));
    circle.exchange_all();
    let forger = Forger::of(&mut circle.laptops[1]);
    let id = |text: &str| text.parse().unwrap();
    (
        circle,
        Scene {
            forger,
            theme: id(&theme),
            version: id(&version),
            round: id(&round),
            position: id(&position),
        },
    )
}

fn from(mut chain: Chain<'_>) -> Vec<Segment> {
    vec![chain.note("zonder gevolg")]
}

/// A note whose header was bent before it was signed.
fn with(mut chain: Chain<'_>, bend: impl FnOnce(&mut Header)) -> Vec<Segment> {
    let part = chain.create(Kind::Note, RecordId::ZERO, &note("zonder gevolg"));
    let mut header = chain.header(std::slice::from_ref(&part));
    bend(&mut header);
    vec![chain.seal(header, vec![part])]
}

fn made(mut chain: Chain<'_>, kind: Kind, owner: RecordId, fields: &Fields) -> Vec<Segment> {
    let part = chain.create(kind, owner, fields);
    vec![chain.write(vec![part])]
}

fn changed(mut chain: Chain<'_>, record: RecordId, kind: Kind, fields: &Fields) -> Vec<Segment> {
    let change = written(chain.peer(), kind, fields);
    let part = chain.change(record, kind, change.body, 0, change.to);
    vec![chain.write(vec![part])]
}

fn round(scene: &Scene) -> Fields {
    fields(
        json!({ "versions": [scene.version], "rule": { "rule": "consent" }, "meeting": null, "leader": scene.forger.person }),
    )
}

fn a_round(scene: &Scene, chain: Chain<'_>) -> Vec<Segment> {
    made(chain, Kind::Round, RecordId::ZERO, &round(scene))
}

/// A position that would be honest, bent.
fn position(
    scene: &Scene,
    chain: Chain<'_>,
    owner: RecordId,
    bend: impl FnOnce(&mut Fields) -> Option<serde_json::Value>,
) -> Vec<Segment> {
    let mut position = fields(json!({
        "round": scene.round, "version": scene.version, "holder": scene.forger.person, "stance": "object",
        "text": "Zo niet.", "recorded_by": null, "proof": "", "supersedes": [],
    }));
    position.insert("text".into(), json!(""));
    position.insert("stance".into(), json!("agree"));
    bend(&mut position);
    made(chain, Kind::Position, owner, &position)
}

fn new_note(mut chain: Chain<'_>, bytes: Vec<u8>, from: u32, to: u32) -> Vec<Segment> {
    let part = chain.create_with(Kind::Note, RecordId::ZERO, bytes, from, to);
    vec![chain.write(vec![part])]
}

fn bytes(chain: Chain<'_>, bytes: Vec<u8>) -> Vec<Segment> {
    new_note(chain, bytes, 0, 1)
}

fn later_operations(_: &Scene, chain: Chain<'_>) -> Vec<Segment> {
    let mut document = Document::new(chain.peer());
    let shape = Shape {
        texts: &[],
        lists: &[],
        maps: &[],
    };
    document.reconcile(&shape, &note("eerst")).unwrap();
    let from = document.own_counter();
    document.reconcile(&shape, &note("daarna")).unwrap();
    let later = document.own_change(from).unwrap().unwrap();
    new_note(chain, later.body, later.from, later.to)
}

fn twice(_: &Scene, mut chain: Chain<'_>) -> Vec<Segment> {
    let part: Part = chain.create(Kind::Note, RecordId::ZERO, &note("dubbel"));
    vec![chain.write(vec![part.clone(), part])]
}

fn another_peer(_: &Scene, chain: Chain<'_>) -> Vec<Segment> {
    let change = written(chain.peer() + 1, Kind::Note, &note("in andermans naam"));
    new_note(chain, change.body, 0, change.to)
}

fn another_span(_: &Scene, chain: Chain<'_>) -> Vec<Segment> {
    let change = written(chain.peer(), Kind::Note, &note("langer dan gezegd"));
    new_note(chain, change.body, 0, change.to + 1)
}

fn flipped(_: &Scene, chain: Chain<'_>) -> Vec<Segment> {
    let mut change = written(chain.peer(), Kind::Note, &note("omgevallen"));
    let middle = change.body.len() / 2;
    change.body[middle] ^= 1;
    new_note(chain, change.body, 0, change.to)
}

fn snapshot(_: &Scene, chain: Chain<'_>) -> Vec<Segment> {
    let mut document = Document::new(chain.peer());
    document
        .reconcile(
            &Shape {
                texts: &[],
                lists: &[],
                maps: &[],
            },
            &note("alles"),
        )
        .unwrap();
    let to = document.own_counter();
    new_note(chain, document.snapshot().unwrap(), 0, to)
}
