//! Bytes that reach the merge engine: signed by a member, and still not to be trusted. What a liar makes
//! who computes the engine's checksum anew is not tried here: the engine then asks for as much memory as
//! a bent length says, and an allocation that fails ends the process (see `tests/campaign.md`).

use kring_sync::engine::{Applied, Change, Document, EngineError, Shape};
use serde_json::json;

use crate::feed;

const SHAPE: Shape = Shape {
    texts: &["body"],
    lists: &["order"],
    maps: &["attendance"],
};
const PEER: u64 = 7;

#[test]
fn an_update_that_is_not_what_its_span_says_never_takes_the_app_along() {
    let honest = honest();
    feed("merge engine", &honest.body.clone(), |body| {
        offer(&honest, body.to_vec());
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
