//! The frames of a package, and what is read from them.

use kring_api::exchange::frame::{read_membership, read_segments};
use kring_trust::cbor::{self, Value};
use kring_trust::hash::sha256;

use crate::feed;
use crate::sealed::{self, Content};

#[test]
fn a_frame_is_what_the_manifest_says_or_refused() {
    let content = sealed::content();
    feed("frame reader", &content.frames.clone(), |frames| {
        let bent = Content {
            frames: frames.to_vec(),
            ..content.clone()
        };
        let mut opened = sealed::open(&bent).unwrap();
        while let Ok(Some((info, plain))) = opened.next_frame() {
            assert_eq!((plain.len() as u64, sha256(&[&plain])), (info.plain, info.hash));
        }
        let is_whole = opened.finish().is_ok();
        assert!(is_whole || frames != content.frames, "what was not bent is read");
    });
}

#[test]
fn what_is_in_a_frame_is_read_in_one_way_only() {
    let plain = cbor::encode(&Value::Array(vec![sealed::segment().to_value()]));
    feed("segments frame", &plain, |bytes| {
        let _ = read_membership(bytes);
        let Ok(segments) = read_segments(bytes) else {
            return;
        };
        let again = cbor::encode(&Value::Array(
            segments
                .iter()
                .map(kring_sync::segment::Segment::to_value)
                .collect(),
        ));
        assert_eq!(again, bytes, "nothing is dropped or changed on the way");
    });
}
