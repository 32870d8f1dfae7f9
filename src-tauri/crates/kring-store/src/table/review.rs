//! Choices between two sides of a merge.

use kring_domain::id::{Hash, RecordId};
use kring_domain::review::Review;

crate::noun!(Review, "review", {
    subject: RecordId,
    key: String,
    sides: Vec<Hash>,
}, ["subject"]);
