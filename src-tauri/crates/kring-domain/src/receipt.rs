//! The receipt of an erasure: [`Receipt`], write-once. The device that signs it says that nothing of
//! what was erased is left in its store.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::id::{Hash, RecordId};
use crate::invalid::Invalid;
use crate::kind::Kind;
use crate::record::Record;

/// What one device says of one erasure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Receipt {
    /// Hash of the segment that erased.
    pub erasure: Hash,
}

impl Record for Receipt {
    const KIND: Kind = Kind::Receipt;

    fn check(&self) -> Result<(), Invalid> {
        Ok(())
    }

    fn title(&self) -> String {
        String::new()
    }

    fn links(&self) -> Vec<RecordId> {
        Vec::new()
    }
}
