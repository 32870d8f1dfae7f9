//! Undo of operations by name: a new change that puts back what an operation touched, except what was
//! changed since. Undoing an undo does it again.

use kring_domain::id::{Hash, RecordId};
use kring_domain::kind::Kind;
use kring_store::Connection;
use kring_store::table::own::{self, OperationRow};
use kring_store::table::{document, erased, segment, touch};
use kring_sync::engine::Key;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::desk::{Desk, Nothing};
use crate::error::{Refusal, Result};
use crate::workspace::project::{Headers, Written};
use crate::workspace::{Act, Done, shape_of};

/// An operation that can be undone.
#[derive(Debug, Serialize, JsonSchema)]
pub struct OperationView {
    /// What undo asks for.
    pub id: i64,
    /// Its code.
    pub operation: String,
    /// Its name in words: "Bijeenkomst gemaakt".
    pub name: String,
    /// When, UTC milliseconds.
    pub at_ms: u64,
    /// Whether it was undone.
    pub undone: bool,
}

/// The operations of this laptop, newest first.
pub fn list(desk: &mut Desk<'_>, _: Nothing) -> Result<Vec<OperationView>> {
    let rows = operations(desk.workspace.db())?;
    let words = desk.workspace.words();
    let view = |row: OperationRow| OperationView {
        id: row.id,
        name: words.say(&format!("operation-{}", row.name)),
        operation: row.name,
        at_ms: row.at_ms,
        undone: row.undone,
    };
    Ok(rows.into_iter().map(view).collect())
}

/// What lets people into the circle; nothing takes it back, only a removal ends it.
const LETS_IN: [&str; 2] = ["found_circle", "approve_member"];

/// The operations that can be undone or were, newest first.
fn operations(db: &Connection) -> Result<Vec<OperationRow>> {
    let mut rows = own::operations(db)?;
    rows.retain(|row| !LETS_IN.contains(&row.name.as_str()));
    Ok(rows)
}

/// Which operation to undo.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Undo {
    /// The operation; absent for the last one that was not undone.
    pub operation: Option<i64>,
}

/// What an undo put back.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Undone {
    /// The operation that was undone.
    pub operation: i64,
    /// Records that were put back.
    pub records: Vec<RecordId>,
    /// Fields and blocks that stayed, because they were changed since.
    pub kept: Vec<Kept>,
}

/// A field or block that stayed as it is.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Kept {
    /// The record.
    pub record: RecordId,
    /// The field or block; empty for the whole record.
    pub key: String,
}

/// Undoes an operation.
pub fn undo(desk: &mut Desk<'_>, input: Undo) -> Result<Done<Undone>> {
    let db = desk.workspace.db();
    let row = operations(db)?.into_iter().find(|row| match input.operation {
        Some(id) => row.id == id && !row.undone,
        None => !row.undone && row.name != "undo",
    });
    let row = row.ok_or(Refusal::NothingToUndo)?;
    let name = if row.name == "undo" { "redo" } else { "undo" };
    desk.workspace.transact(name, |act| {
        let mut undone = Undone {
            operation: row.id,
            records: Vec::new(),
            kept: Vec::new(),
        };
        let mut only_write_once = true;
        for part in parts(act.db(), &row.segments)? {
            only_write_once &= part.1.kind.is_write_once();
            put_back(act, &row.segments, part, &mut undone)?;
        }
        if undone.records.is_empty() {
            return Err(if only_write_once {
                Refusal::WriteOnce
            } else {
                Refusal::ChangedSince
            }
            .into());
        }
        own::set_undone(act.db(), row.id)?;
        Ok(undone)
    })
}

/// The parts that an operation wrote, last first.
fn parts(db: &Connection, segments: &[Hash]) -> Result<Vec<(RecordId, Written)>> {
    let mut parts = Vec::new();
    let mut headers = Headers::default();
    for hash in segments {
        let Some(row) = segment::by_hash(db, *hash)? else {
            continue;
        };
        for part in segment::parts_of(db, row.id)? {
            parts.push((part.record, headers.written(db, &part)?));
        }
    }
    parts.reverse();
    Ok(parts)
}

fn put_back(
    act: &mut Act<'_>,
    own: &[Hash],
    (record, part): (RecordId, Written),
    undone: &mut Undone,
) -> Result<()> {
    if part.kind.is_write_once() {
        return Ok(());
    }
    if erased::has(act.db(), record)? {
        undone.kept.push(Kept {
            record,
            key: String::new(),
        });
        return Ok(());
    }
    if part.creation.is_some() {
        return take_back_creation(act, own, record, undone);
    }
    let shape = shape_of(part.kind);
    let touched = act.with_document(record, |document| {
        Ok(document.touched(part.peer, part.from, part.to))
    })?;
    let mut back: Vec<Key> = Vec::new();
    for key in touched {
        let is_last = touch::of_key(act.db(), record, &key)?
            .iter()
            .all(|touch| own.contains(&touch.segment));
        if is_last {
            back.push(key);
        } else {
            undone.kept.push(Kept { record, key });
        }
    }
    if back.is_empty() {
        return Ok(());
    }
    act.with_document(record, |document| {
        if let Some(before) = document.value_before(part.peer, part.from) {
            document.undo(&shape, &back, &before)?;
        }
        Ok(())
    })?;
    undone.records.push(record);
    Ok(())
}

/// What an operation made goes to the trash, unless others worked on it since.
fn take_back_creation(act: &mut Act<'_>, own: &[Hash], record: RecordId, undone: &mut Undone) -> Result<()> {
    let Some(row) = document::get(act.db(), record)? else {
        return Ok(());
    };
    let others = segment::touching(act.db(), record)?
        .iter()
        .any(|(segment, _)| segment.device != row.created_by && !own.contains(&segment.hash));
    if others {
        undone.kept.push(Kept {
            record,
            key: String::new(),
        });
        return Ok(());
    }
    if row.kind != Kind::Circle && !row.trashed {
        act.set_trashed(record, true)?;
        undone.records.push(record);
    }
    Ok(())
}
