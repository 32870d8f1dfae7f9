//! The guard before the age crate.

use std::io::Cursor;

use kring_sync::limit;
use kring_sync::package::guard_header;

use crate::{feed, sealed};

/// Behind the header the age crate reads a nonce of this many bytes at once.
const NONCE: u64 = 16;

#[test]
fn the_age_crate_reads_no_byte_that_the_guard_did_not_see() {
    let file = sealed::file();
    let header = guard_header(&mut file.as_slice()).unwrap().bytes;
    feed("header guard", &file[..header], |bytes| {
        let endless = [bytes, &[b'x'; 500]].concat();
        let Ok(facts) = guard_header(&mut endless.as_slice()) else {
            return;
        };
        assert!(facts.bytes <= limit::AGE_HEADER_BYTES && facts.stanzas <= limit::AGE_STANZAS);
        let mut reader = Cursor::new(&endless);
        let _ = age::Decryptor::new_buffered(&mut reader);
        assert!(reader.position() <= facts.bytes as u64 + NONCE, "{facts:?}");
    });
}
