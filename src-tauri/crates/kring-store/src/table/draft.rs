//! **own** — what is being typed and is not a segment yet. A row here is on disk, and so "saved"; it
//! goes in the same transaction as the segment that it becomes.

use rusqlite::{Connection, OptionalExtension, Row, params};

/// The table, first made in migration 2.
pub const CREATE: &str = "
CREATE TABLE draft (
    key TEXT PRIMARY KEY NOT NULL,
    command TEXT NOT NULL,
    input TEXT NOT NULL,
    at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
";

/// A command that waits to be run.
#[derive(Clone, PartialEq, Eq)]
pub struct DraftRow {
    /// What the screen calls it.
    pub key: String,
    /// The command's name.
    pub command: String,
    /// Its input as JSON.
    pub input: String,
    /// When it was kept last, UTC milliseconds.
    pub at_ms: u64,
}

/// Keeps a draft in place of the one of that key.
pub fn keep(db: &Connection, row: &DraftRow) -> rusqlite::Result<()> {
    db.prepare_cached("INSERT OR REPLACE INTO draft (key, command, input, at_ms) VALUES (?1, ?2, ?3, ?4)")?
        .execute(params![row.key, row.command, row.input, row.at_ms])?;
    Ok(())
}

/// The draft of this key.
pub fn get(db: &Connection, key: &str) -> rusqlite::Result<Option<DraftRow>> {
    db.prepare_cached("SELECT * FROM draft WHERE key = ?1")?
        .query_row([key], draft_row)
        .optional()
}

/// All drafts, first kept first.
pub fn all(db: &Connection) -> rusqlite::Result<Vec<DraftRow>> {
    db.prepare_cached("SELECT * FROM draft ORDER BY at_ms, key")?
        .query_map([], draft_row)?
        .collect()
}

/// Takes a draft away.
pub fn remove(db: &Connection, key: &str) -> rusqlite::Result<()> {
    db.prepare_cached("DELETE FROM draft WHERE key = ?1")?
        .execute([key])?;
    Ok(())
}

fn draft_row(row: &Row<'_>) -> rusqlite::Result<DraftRow> {
    Ok(DraftRow {
        key: row.get("key")?,
        command: row.get("command")?,
        input: row.get("input")?,
        at_ms: row.get("at_ms")?,
    })
}

impl std::fmt::Debug for DraftRow {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "DraftRow({})", self.command)
    }
}
