//! The trash: what was thrown away stays there until it is put back.

use kring_domain::id::RecordId;
use kring_store::table::document;
use schemars::JsonSchema;
use serde::Serialize;

use crate::desk::{ById, Desk, Nothing};
use crate::error::Result;
use crate::workspace::Done;

/// A record in the trash.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Trashed {
    /// The record.
    pub id: RecordId,
    /// Its kind.
    pub kind: &'static str,
    /// What lists called it.
    pub title: String,
    /// When it was thrown away, UTC milliseconds.
    pub at_ms: u64,
}

/// Puts a record in the trash.
pub fn trash(desk: &mut Desk<'_>, input: ById) -> Result<Done<RecordId>> {
    desk.workspace.transact("trash_record", |act| {
        act.set_trashed(input.id, true).map(|()| input.id)
    })
}

/// Puts a record back.
pub fn restore(desk: &mut Desk<'_>, input: ById) -> Result<Done<RecordId>> {
    desk.workspace.transact("restore_record", |act| {
        act.set_trashed(input.id, false).map(|()| input.id)
    })
}

/// What is in the trash, last thrown away first.
pub fn list(desk: &mut Desk<'_>, _: Nothing) -> Result<Vec<Trashed>> {
    let rows = document::trashed(desk.workspace.db())?;
    Ok(rows
        .into_iter()
        .map(|row| Trashed {
            id: row.record,
            kind: row.kind.code(),
            title: row.title,
            at_ms: row.changed_ms,
        })
        .collect())
}
