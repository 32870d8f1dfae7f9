//! `bijlage` → [`Attachment`]: a file that goes with a study, a meeting or a note. Its record names it by
//! the hash of its bytes, what it is called and how long it is; the bytes lie elsewhere.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::file_name::safe_name_with_ending;
use crate::id::Hash;
use crate::invalid::{self, Invalid};

/// The largest attachment, in bytes.
pub const MAX_ATTACHMENT_BYTES: u64 = 50 * 1024 * 1024;
/// The size of the pieces in which an attachment is stored and travels; the last may be shorter.
pub const ATTACHMENT_PIECE_BYTES: u64 = 1024 * 1024;
/// The most attachments of one record, those that were taken away not counted.
pub const MAX_ATTACHMENTS: usize = 100;

/// The name of the field in every kind of record that has attachments.
pub const FIELD: &str = "attachments";

/// A file that goes with a record.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Attachment {
    /// Its name with its ending: "Verslag inspectie.pdf".
    pub name: String,
    /// Its length in bytes.
    pub bytes: u64,
}

/// The attachments of a record by the SHA-256 of their bytes. The map merges by entry: two people who
/// attach a file at once both keep theirs, and the same file twice is one.
pub type Attachments = BTreeMap<Hash, Attachment>;

/// What they are called, for search.
pub(crate) fn names(attachments: &Attachments) -> impl Iterator<Item = String> {
    attachments.values().map(|attachment| attachment.name.clone())
}

impl Attachment {
    /// The name as it may be shown and be that of a file: whoever wrote the record could have put anything
    /// there. Empty when nothing is left of it.
    pub fn safe_name(&self) -> String {
        safe_name_with_ending(&self.name)
    }
}

/// How many pieces an attachment of this length has; an empty one has one.
pub fn pieces(bytes: u64) -> u64 {
    bytes.div_ceil(ATTACHMENT_PIECE_BYTES).max(1)
}

/// Holds the attachments of a record against the limits.
pub fn check(attachments: &Attachments) -> Result<(), Invalid> {
    let count = i64::try_from(attachments.len()).unwrap_or(i64::MAX);
    invalid::within(FIELD, count, 0, MAX_ATTACHMENTS as i64)?;
    for attachment in attachments.values() {
        invalid::title(FIELD, &attachment.name)?;
        let bytes = i64::try_from(attachment.bytes).unwrap_or(i64::MAX);
        invalid::within(FIELD, bytes, 0, MAX_ATTACHMENT_BYTES as i64)?;
    }
    Ok(())
}

crate::opaque_debug!(Attachment);

#[cfg(test)]
mod tests {
    use super::*;

    fn of(bytes: u64) -> Attachments {
        let name = "Verslag.pdf".to_owned();
        BTreeMap::from([(Hash([1; 32]), Attachment { name, bytes })])
    }

    #[test]
    fn the_largest_attachment_fits_and_one_byte_more_does_not() {
        let most = MAX_ATTACHMENT_BYTES;
        assert!(check(&of(most - 1)).is_ok());
        assert!(check(&of(most)).is_ok());
        assert!(check(&of(most + 1)).is_err());
        assert!(check(&of(u64::MAX)).is_err());
    }

    #[test]
    fn a_record_has_a_hundred_attachments_at_most() {
        let many = |count: usize| -> Attachments {
            let one = Attachment {
                name: "a".to_owned(),
                bytes: 1,
            };
            (0..count).map(|at| (Hash([at as u8; 32]), one.clone())).collect()
        };
        assert!(check(&many(MAX_ATTACHMENTS - 1)).is_ok());
        assert!(check(&many(MAX_ATTACHMENTS)).is_ok());
        assert!(check(&many(MAX_ATTACHMENTS + 1)).is_err());
    }

    #[test]
    fn an_attachment_has_a_name_of_one_line() {
        for name in ["", "  ", "twee\nregels", &"a".repeat(301)] {
            let mut attachments = of(1);
            attachments
                .values_mut()
                .for_each(|one| name.clone_into(&mut one.name));
            assert!(check(&attachments).is_err(), "{name:?}");
        }
    }

    #[test]
    fn a_piece_more_begins_at_its_first_byte() {
        let piece = ATTACHMENT_PIECE_BYTES;
        for (bytes, count) in [(0, 1), (1, 1), (piece - 1, 1), (piece, 1), (piece + 1, 2)] {
            assert_eq!(pieces(bytes), count, "{bytes} bytes");
        }
    }
}
