//! The envelope and the manifest in it.

use kring_sync::limit;

use crate::feed;
use crate::sealed::{self, Content};

#[test]
fn a_manifest_that_is_read_keeps_every_limit() {
    let content = sealed::content();
    feed("manifest", &content.envelope.clone(), |envelope| {
        let bent = Content {
            envelope: envelope.to_vec(),
            ..content.clone()
        };
        let Ok(opened) = sealed::open(&bent) else { return };
        let manifest = opened.manifest();
        assert!(manifest.frames.len() <= limit::FRAMES);
        assert!(
            manifest
                .frames
                .iter()
                .all(|frame| frame.plain <= limit::FRAME_BYTES)
        );
        assert!(manifest.heading.part >= 1 && manifest.heading.part <= manifest.heading.parts);
        assert!(
            manifest
                .heading
                .heads
                .is_sorted_by(|one, other| one.log < other.log)
        );
    });
}
