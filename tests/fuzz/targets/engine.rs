//! Bytes that reach the merge engine: signed by a member, and still not to be trusted.

use std::sync::atomic::{AtomicU64, Ordering};

use kring_sync::engine::{Applied, Change, Document, EngineError, Shape};
use serde_json::{Value, json};
use xxhash_rust::xxh32::xxh32;

use crate::feed;

const SHAPE: Shape = Shape {
    texts: &["body"],
    lists: &["order"],
    maps: &["attendance"],
};
const PEER: u64 = 7;

/// How often bytes were taken, kept from the engine, refused by it, and made it panic.
static OUTCOMES: [AtomicU64; 4] = [const { AtomicU64::new(0) }; 4];

fn tell(name: &str) {
    let [taken, kept, refused, panicked] = OUTCOMES.each_ref().map(|count| count.load(Ordering::Relaxed));
    println!(
        "campaign: {name}: until now {taken} taken, {kept} kept from the engine, {refused} refused by it, {panicked} panics caught"
    );
}

/// The engine's own checksum stands here and covers what follows; a liar computes it as well.
const CHECKSUM: std::ops::Range<usize> = 16..20;

#[test]
fn an_update_that_is_not_what_its_span_says_never_takes_the_app_along() {
    let honest = first();
    feed("merge engine", &honest.body.clone(), |body| {
        offer(&[], &honest, body.to_vec());
    });
    tell("bent updates");
}

#[test]
fn nor_does_one_whose_checksum_fits() {
    let honest = first();
    let sealed = &honest.body[CHECKSUM.end..];
    feed("merge engine behind its checksum", sealed, |rest| {
        offer(&[], &honest, with_checksum(&honest, rest));
    });
    tell("bent updates whose checksum fits");
}

#[test]
fn nor_does_one_that_builds_on_others() {
    let (before, honest) = later();
    let sealed = &honest.body[CHECKSUM.end..];
    feed("merge engine behind earlier changes", sealed, |rest| {
        offer(&before, &honest, with_checksum(&honest, rest));
    });
    tell("bent updates that build on others");
}

fn with_checksum(honest: &Change, rest: &[u8]) -> Vec<u8> {
    let checksum = xxh32(rest, u32::from_le_bytes(*b"LORO")).to_le_bytes();
    [&honest.body[..CHECKSUM.start], &checksum, rest].concat()
}

fn write(document: &mut Document, fields: &Value) -> Change {
    let from = document.own_counter();
    document.reconcile(&SHAPE, fields.as_object().unwrap()).unwrap();
    document.own_change(from).unwrap().unwrap()
}

/// What the engine writes for a record with a field of every sort.
fn first() -> Change {
    let fields = json!({
        "title": "Vooraf",
        "number": -12,
        "share": 2.5,
        "body": [{ "id": "a", "kind": "paragraph", "text": "We spraken over rust." }],
        "order": ["x", "y"],
        "attendance": { "p": "present" },
    });
    write(&mut Document::new(PEER), &fields)
}

/// What it writes for a change of that by another member, with words that go, marks, blocks and items that
/// move, and for the answer to it by a third.
fn later() -> (Vec<Change>, Change) {
    let first = first();
    let mut other = Document::new(PEER + 1);
    assert_eq!(other.apply(&first), Ok(Applied::Yes));
    let bold = json!([{ "from": 3, "to": 10, "kind": "bold" }]);
    let block = json!({ "id": "b", "kind": "task", "text": "Els belt.", "checked": true });
    let answer = write(
        &mut other,
        &json!({
            "body": [block, { "id": "a", "kind": "paragraph", "text": "We spraken kort over rust, en.", "marks": bold }],
            "order": ["y", "z", "x"],
            "attendance": { "p": "absent_with_notice", "q": "present" },
        }),
    );
    let mut honest = Document::new(PEER + 2);
    for change in [&first, &answer] {
        assert_eq!(honest.apply(change), Ok(Applied::Yes));
    }
    let link = json!([{ "from": 0, "to": 4, "kind": "link", "value": "https://voorbeeld.nl" }]);
    let change = write(
        &mut honest,
        &json!({
            "title": { "nested": [1, null, { "deep": true }] },
            "body": [{ "id": "a", "kind": "heading", "level": 2, "text": "Wij spraken over rust.", "marks": link }],
            "order": ["x"],
            "attendance": {},
        }),
    );
    (vec![first, answer], change)
}

/// Offers these bytes as that change, and looks at the document as the app does.
fn offer(before: &[Change], honest: &Change, body: Vec<u8>) {
    let mut document = Document::new(1);
    for change in before {
        assert_eq!(document.apply(change), Ok(Applied::Yes));
    }
    let applied = document.apply(&Change {
        body,
        ..honest.clone()
    });
    let outcome = match applied {
        Ok(_) => 0,
        Err(EngineError::Span | EngineError::Unsound) => 1,
        Err(EngineError::Refused | EngineError::Write) => 2,
        Err(EngineError::Panicked) => 3,
    };
    OUTCOMES[outcome].fetch_add(1, Ordering::Relaxed);
    match applied {
        Ok(Applied::Yes) => {
            assert!(
                document.has(honest.peer, honest.to),
                "what it says to have taken is there"
            );
            document.value();
            document.value_before(honest.peer, honest.from);
            document.touched(honest.peer, honest.from, honest.to);
        }
        Ok(Applied::Waiting) | Err(EngineError::Span | EngineError::Unsound | EngineError::Refused) => {}
        // Abandoned by the document; nothing of it is used any further.
        Err(EngineError::Panicked) => {}
        Err(EngineError::Write) => unreachable!("applying writes nothing of its own"),
    }
}
