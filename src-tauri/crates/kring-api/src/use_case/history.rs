//! Who did what to a record, and when, read from the log.

use kring_domain::id::{DeviceId, Hash};
use kring_store::table::segment::{self, Standing};
use schemars::JsonSchema;
use serde::Serialize;

use crate::desk::{ById, Desk};
use crate::error::Result;
use crate::exchange::import::name_of;
use crate::workspace::document::load;
use crate::workspace::project::Written;

/// One change of a record.
#[derive(Debug, Serialize, JsonSchema)]
pub struct HistoryEntry {
    /// The segment.
    pub segment: Hash,
    /// Who.
    pub by: String,
    /// On which device.
    pub device: DeviceId,
    /// When, UTC milliseconds by the clock of who did it.
    pub at_ms: u64,
    /// Whether this made the record.
    pub created: bool,
    /// The fields and blocks it touched.
    pub touched: Vec<String>,
    /// Whether it counts; a change beyond its author's rights does not.
    pub counts: bool,
}

/// The changes of a record in order of arrival.
pub fn show(desk: &mut Desk<'_>, input: ById) -> Result<Vec<HistoryEntry>> {
    let workspace = &*desk.workspace;
    let db = workspace.db();
    let document = load(db, input.id, 0)?;
    let mut entries = Vec::new();
    for (row, part) in segment::touching(db, input.id)? {
        let written = Written::of(&row, &part)?;
        let by = workspace
            .circle()
            .map(|circle| name_of(db, &circle.membership, row.device))
            .transpose()?;
        entries.push(HistoryEntry {
            segment: row.hash,
            by: by.unwrap_or_default(),
            device: row.device,
            at_ms: row.wall_ms,
            created: written.creation.is_some(),
            touched: if part.applied {
                document.touched(written.peer, written.from, written.to)
            } else {
                Vec::new()
            },
            counts: part.applied && row.standing == Standing::Accepted,
        });
    }
    Ok(entries)
}
