//! The header of a segment.

use kring_sync::limit;
use kring_sync::segment::Header;

use crate::{feed, sealed};

#[test]
fn a_header_that_is_read_keeps_every_limit() {
    feed("segment header", &sealed::segment().encoded, |bytes| {
        let Ok(header) = Header::decode(bytes) else { return };
        assert!(
            header.seq >= 1 && i64::try_from(header.seq).is_ok() && i64::try_from(header.wall_ms).is_ok()
        );
        assert!(header.parts.len() <= limit::PARTS && header.seen.len() <= limit::SEEN_HEADS);
        assert!(
            header
                .parts
                .iter()
                .all(|part| part.from <= part.to && part.to <= i32::MAX as u32)
        );
        assert_eq!(
            Header::decode(&header.encode()).as_ref(),
            Ok(&header),
            "what it says can be said again"
        );
    });
}
