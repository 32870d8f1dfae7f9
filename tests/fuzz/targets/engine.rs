//! Bytes that reach the merge engine: signed by a member, and still not to be trusted.

use kring_sync::engine::{Applied, Change, Document, EngineError, Shape};
use serde_json::json;
use xxhash_rust::xxh32::xxh32;

use crate::feed;

const SHAPE: Shape = Shape {
    texts: &["body"],
    lists: &["order"],
    maps: &["attendance"],
};
const PEER: u64 = 7;
/// The engine's own checksum stands here and covers what follows; a liar computes it as well.
const CHECKSUM: std::ops::Range<usize> = 16..20;

#[test]
fn an_update_that_is_not_what_its_span_says_never_takes_the_app_along() {
    let honest = honest();
    feed("merge engine", &honest.body.clone(), |body| {
        offer(&honest, body.to_vec())
    });
}

#[test]
fn nor_does_one_whose_checksum_fits() {
    let honest = honest();
    let sealed = &honest.body[CHECKSUM.end..];
    feed("merge engine behind its checksum", sealed, |rest| {
        let checksum = xxh32(rest, u32::from_le_bytes(*b"LORO")).to_le_bytes();
        offer(
            &honest,
            [&honest.body[..CHECKSUM.start], &checksum, rest].concat(),
        );
    });
}

/// What the engine writes for a record with a field of every sort.
fn honest() -> Change {
    let mut document = Document::new(PEER);
    let fields = json!({
        "title": "Vooraf",
        "body": [{ "id": "a", "kind": "paragraph", "text": "We spraken over rust." }],
        "order": ["x", "y"],
        "attendance": { "p": "present" },
    });
    document.reconcile(&SHAPE, fields.as_object().unwrap()).unwrap();
    document.own_change(0).unwrap().unwrap()
}

/// Offers these bytes as that change, and looks at the document as the app does.
fn offer(honest: &Change, body: Vec<u8>) {
    let mut document = Document::new(1);
    match document.apply(&Change {
        body,
        ..honest.clone()
    }) {
        Ok(Applied::Yes) => {
            assert!(
                document.has(PEER, honest.to),
                "what it says to have taken is there"
            );
            document.value();
            document.value_before(PEER, honest.from);
            document.touched(PEER, honest.from, honest.to);
        }
        Ok(Applied::Waiting) | Err(EngineError::Span | EngineError::Refused) => {}
        // Abandoned by the document; nothing of it is used any further.
        Err(EngineError::Panicked) => {}
        Err(EngineError::Write) => unreachable!("applying writes nothing of its own"),
    }
}
