//! What this start of the app knows of drafts besides their rows: which one becomes a segment now,
//! what became of those that were settled unasked, and why some could not be.

use std::collections::BTreeMap;

use kring_domain::id::RecordId;

use crate::error::ApiError;

/// Drafts, as far as they are not on disk.
#[derive(Default)]
pub struct Drafts {
    /// The draft whose command runs now. The transaction that writes its segment takes it away.
    pub settling: Option<String>,
    /// Why a draft could not be settled, by key.
    pub failed: BTreeMap<String, ApiError>,
    /// The records that drafts made which the app settled unasked. The screen that typed one goes on
    /// changing that record, and never makes a second one of the same text.
    pub made: BTreeMap<String, RecordId>,
    /// The kinds of record that settling unasked changed, until a screen is told.
    pub changed: Vec<String>,
}
