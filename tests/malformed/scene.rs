//! A circle with an open round, and the segments that its member bends.

use kring_api::domain::id::RecordId;
use kring_api::domain::kind::Kind;
use kring_sync::engine::{Document, Shape};
use kring_sync::segment::{Header, Segment};
use kring_tests::Circle;
use serde_json::json;
use xxhash_rust::xxh32::xxh32;

use crate::forge::{Chain, Fields, Forger, Part, fields, note, written};
use crate::three;

/// A forger in a circle with a round, and what tests bend.
pub struct Scene {
    pub forger: Forger,
    pub theme: RecordId,
    pub version: RecordId,
    pub round: RecordId,
    /// The forger's own position.
    pub position: RecordId,
}

/// A circle of three and its second laptop's member as forger; everybody has everything.
pub fn scene() -> (Circle, Scene) {
    scene_of(26)
}

/// The same from another seed.
pub fn scene_of(seed: u64) -> (Circle, Scene) {
    let mut circle = three(seed);
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

/// An honest note on a chain that was bent.
pub fn from(mut chain: Chain<'_>) -> Vec<Segment> {
    vec![chain.note("zonder gevolg")]
}

/// A note whose header was bent before it was signed.
pub fn with(mut chain: Chain<'_>, bend: impl FnOnce(&mut Header)) -> Vec<Segment> {
    let part = chain.create(Kind::Note, RecordId::ZERO, &note("zonder gevolg"));
    let mut header = chain.header(std::slice::from_ref(&part));
    bend(&mut header);
    vec![chain.seal(header, vec![part])]
}

/// A new record.
pub fn made(mut chain: Chain<'_>, kind: Kind, owner: RecordId, fields: &Fields) -> Vec<Segment> {
    let part = chain.create(kind, owner, fields);
    vec![chain.write(vec![part])]
}

/// A change of a record, as of who never saw it.
pub fn changed(mut chain: Chain<'_>, record: RecordId, kind: Kind, fields: &Fields) -> Vec<Segment> {
    let change = written(chain.peer(), kind, fields);
    let part = chain.change(record, kind, change.body, 0, change.to);
    vec![chain.write(vec![part])]
}

/// The fields of a round that a coordinator could open.
pub fn round(scene: &Scene) -> Fields {
    fields(
        json!({ "versions": [scene.version], "rule": { "rule": "consent" }, "meeting": null, "leader": scene.forger.person }),
    )
}

/// A round opened by who may not.
pub fn a_round(scene: &Scene, chain: Chain<'_>) -> Vec<Segment> {
    made(chain, Kind::Round, RecordId::ZERO, &round(scene))
}

/// A position of the forger that would count, bent.
pub fn position(
    scene: &Scene,
    chain: Chain<'_>,
    owner: RecordId,
    bend: impl FnOnce(&mut Fields) -> Option<serde_json::Value>,
) -> Vec<Segment> {
    let mut position = fields(json!({
        "round": scene.round, "version": scene.version, "holder": scene.forger.person, "stance": "agree",
        "text": "", "recorded_by": null, "proof": "", "supersedes": [],
    }));
    bend(&mut position);
    made(chain, Kind::Position, owner, &position)
}

fn new_note(mut chain: Chain<'_>, bytes: Vec<u8>, from: u32, to: u32) -> Vec<Segment> {
    let part = chain.create_with(Kind::Note, RecordId::ZERO, bytes, from, to);
    vec![chain.write(vec![part])]
}

/// A new note in these bytes.
pub fn bytes(chain: Chain<'_>, bytes: Vec<u8>) -> Vec<Segment> {
    new_note(chain, bytes, 0, 1)
}

/// Operations behind others that were never sent.
pub fn later_operations(_: &Scene, chain: Chain<'_>) -> Vec<Segment> {
    later(chain, "daarna")
}

/// The same with this title.
pub fn later(chain: Chain<'_>, title: &str) -> Vec<Segment> {
    let mut document = Document::new(chain.peer());
    let shape = Shape {
        texts: &[],
        lists: &[],
        maps: &[],
    };
    document.reconcile(&shape, &note("eerst")).unwrap();
    let from = document.own_counter();
    document.reconcile(&shape, &note(title)).unwrap();
    let later = document.own_change(from).unwrap().unwrap();
    new_note(chain, later.body, later.from, later.to)
}

/// One record in two parts of one action.
pub fn twice(_: &Scene, mut chain: Chain<'_>) -> Vec<Segment> {
    let part: Part = chain.create(Kind::Note, RecordId::ZERO, &note("dubbel"));
    vec![chain.write(vec![part.clone(), part])]
}

/// What was written under another peer than the chain's.
pub fn another_peer(_: &Scene, chain: Chain<'_>) -> Vec<Segment> {
    let change = written(chain.peer() + 1, Kind::Note, &note("in andermans naam"));
    new_note(chain, change.body, 0, change.to)
}

/// Less than the header says.
pub fn another_span(_: &Scene, chain: Chain<'_>) -> Vec<Segment> {
    let change = written(chain.peer(), Kind::Note, &note("langer dan gezegd"));
    new_note(chain, change.body, 0, change.to + 1)
}

/// An update that was damaged before it was signed.
pub fn flipped(_: &Scene, chain: Chain<'_>) -> Vec<Segment> {
    let mut change = written(chain.peer(), Kind::Note, &note("omgevallen"));
    let middle = change.body.len() / 2;
    change.body[middle] ^= 1;
    new_note(chain, change.body, 0, change.to)
}

/// Everything at once instead of an update.
pub fn snapshot(_: &Scene, chain: Chain<'_>) -> Vec<Segment> {
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

/// Some dozens of bytes that ask the engine for a thousand million operations, and whose checksum fits.
pub fn greedy(_: &Scene, chain: Chain<'_>) -> Vec<Segment> {
    const OPERATIONS: u32 = 1_000_000_000;
    let number = |mut number: u32| {
        let mut bytes = Vec::new();
        while number > 0x7F {
            bytes.push(number as u8 | 0x80);
            number >>= 7;
        }
        bytes.push(number as u8);
        bytes
    };
    let sized = |bytes: &[u8]| [number(bytes.len() as u32), bytes.to_vec()].concat();
    // An entry of the first map goes, as one run in each column.
    let run = |value: u8| [number(2 * OPERATIONS), vec![value]].concat();
    let columns = [run(0), run(0), run(8), run(1)].map(|column| sized(&column));
    let peer = chain.peer().to_le_bytes();
    let head = [&[1][..], &peer, &[1, 1, 0, 0, 0, 0, 0]].concat();
    let fields = [
        head,
        vec![1, 0, 0, 1, 0],
        vec![1, 4, 1, 0, 0, 0],
        sized(b"meta"),
        vec![],
        [vec![1, 4], columns.concat()].concat(),
        vec![],
        vec![],
    ];
    let mut block = [
        number(0),
        number(OPERATIONS),
        number(0),
        number(OPERATIONS),
        vec![1],
    ]
    .concat();
    block.extend(fields.iter().flat_map(|field| sized(field)));
    let covered = [vec![0, 4], sized(&block)].concat();
    let checksum = xxh32(&covered, u32::from_le_bytes(*b"LORO")).to_le_bytes();
    let body = [b"loro".to_vec(), vec![0; 12], checksum.to_vec(), covered].concat();
    new_note(chain, body, 0, OPERATIONS)
}
