//! Whether the disk has room for what is about to be written. Where nobody knows, it is tried.

use std::fs;
use std::path::Path;

use super::{Core, Workspace};
use crate::error::{ApiError, Result};

/// What stays free in any case: the system, and what the app writes besides.
const MARGIN_BYTES: u64 = 16 * 1024 * 1024;

/// Refuses to write this many bytes to a disk with so much room, less what stays free.
pub fn check(free: Option<u64>, needed: u64) -> Result<()> {
    let needed = needed.saturating_add(MARGIN_BYTES);
    match free {
        Some(free) if free < needed => Err(ApiError::NoSpace { needed, free }),
        _ => Ok(()),
    }
}

impl Core {
    /// Refuses when a folder's disk has no room for this many bytes.
    pub(crate) fn check_room(&self, folder: &Path, needed: u64) -> Result<()> {
        check(self.surroundings.free_bytes(folder), needed)
    }
}

impl Workspace {
    /// Refuses when there is no room for one more copy of the database, and of what is new among the attachments.
    pub(crate) fn check_room_for_backup(&self) -> Result<()> {
        let attachments = self.store.attachments().all()?;
        let attachments: u64 = attachments.iter().map(|row| row.bytes).sum();
        let kept = fs::metadata(self.folder().attachment_backup()).map_or(0, |metadata| metadata.len());
        let bytes = fs::metadata(self.folder().database())?.len() + attachments.saturating_sub(kept);
        self.core.check_room(&self.folder().backups(), bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_room_down_to_the_last_byte_and_where_nobody_knows() {
        let needed = 1_000;
        for (free, has_room) in [
            (Some(needed + MARGIN_BYTES - 1), false),
            (Some(needed + MARGIN_BYTES), true),
            (Some(needed + MARGIN_BYTES + 1), true),
            (None, true),
        ] {
            assert_eq!(check(free, needed).is_ok(), has_room, "{free:?}");
        }
        assert!(check(Some(u64::MAX - 1), u64::MAX).is_err(), "no sum overflows");
    }
}
