//! The choice between two sides of a merge: [`Review`], write-once. It names what both sides wrote,
//! so that a marker is cleared on every device alike.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::id::{Hash, RecordId};
use crate::invalid::{Invalid, Reason};
use crate::kind::Kind;
use crate::record::Record;

/// A choice about one field or block that both sides changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Review {
    /// The record.
    pub subject: RecordId,
    /// The field or block: "place", `attendance/…`, `body/…`.
    pub key: String,
    /// Hashes of the segments that wrote the sides looked at.
    pub sides: Vec<Hash>,
}

impl Record for Review {
    const KIND: Kind = Kind::Review;

    fn check(&self) -> Result<(), Invalid> {
        if self.sides.len() < 2 {
            return Err(Invalid::new("sides", Reason::Empty));
        }
        Ok(())
    }

    fn title(&self) -> String {
        String::new()
    }

    fn links(&self) -> Vec<RecordId> {
        vec![self.subject]
    }
}
