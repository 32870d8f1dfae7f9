//! **own** — what each import brought, so that it can be undone on this device as one. It knows nothing
//! of whether something was built on it since.

use kring_domain::id::DeviceId;
use rusqlite::{Connection, OptionalExtension, Row, params};

/// The tables, first made in migration 3.
pub const CREATE: &str = "
CREATE TABLE import (
    id INTEGER PRIMARY KEY,
    package BLOB NOT NULL,
    device BLOB NOT NULL,
    counter INTEGER NOT NULL,
    part INTEGER NOT NULL,
    parts INTEGER NOT NULL,
    at_ms INTEGER NOT NULL,
    last_segment INTEGER NOT NULL,
    undone INTEGER NOT NULL
) STRICT;
CREATE TABLE import_segment (
    import INTEGER NOT NULL REFERENCES import (id),
    segment INTEGER NOT NULL REFERENCES segment (id),
    PRIMARY KEY (import, segment)
) STRICT, WITHOUT ROWID;
";

/// One import that brought something new.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ImportRow {
    /// Row number.
    pub id: i64,
    /// The package's id.
    pub package: [u8; 16],
    /// The sender's device.
    pub device: DeviceId,
    /// The sender's running number of the package.
    pub counter: u64,
    /// Which part of the package it was, from 1.
    pub part: u64,
    /// In how many parts the package was split.
    pub parts: u64,
    /// When it was taken over, UTC milliseconds.
    pub at_ms: u64,
    /// Row number of the segment that was the last one here afterwards: what comes after it was made or
    /// came later.
    pub last_segment: i64,
    /// Whether it was undone.
    pub undone: bool,
}

/// How many imports are kept for undo.
const KEPT_IMPORTS: i64 = 200;

/// Notes an import with the segments it brought, and answers its row number. The id in the row is
/// ignored.
pub fn add(db: &Connection, row: &ImportRow, segments: &[i64]) -> rusqlite::Result<i64> {
    db.prepare_cached(
        "INSERT INTO import (package, device, counter, part, parts, at_ms, last_segment, undone)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?
    .execute(params![
        row.package,
        row.device.0,
        row.counter,
        row.part,
        row.parts,
        row.at_ms,
        row.last_segment,
        row.undone
    ])?;
    let id = db.last_insert_rowid();
    let mut add =
        db.prepare_cached("INSERT OR IGNORE INTO import_segment (import, segment) VALUES (?1, ?2)")?;
    for segment in segments {
        add.execute([id, *segment])?;
    }
    for sql in [
        "DELETE FROM import_segment WHERE import <= ?1",
        "DELETE FROM import WHERE id <= ?1",
    ] {
        db.prepare_cached(sql)?.execute([id - KEPT_IMPORTS])?;
    }
    Ok(id)
}

/// One import.
pub fn get(db: &Connection, id: i64) -> rusqlite::Result<Option<ImportRow>> {
    db.prepare_cached("SELECT * FROM import WHERE id = ?1")?
        .query_row([id], import_row)
        .optional()
}

/// The imports that are kept, newest first, at most this many.
pub fn newest(db: &Connection, most: u64) -> rusqlite::Result<Vec<ImportRow>> {
    db.prepare_cached("SELECT * FROM import ORDER BY id DESC LIMIT ?1")?
        .query_map([most], import_row)?
        .collect()
}

/// Row numbers of the segments that an import brought.
pub fn segments(db: &Connection, id: i64) -> rusqlite::Result<Vec<i64>> {
    db.prepare_cached("SELECT segment FROM import_segment WHERE import = ?1 ORDER BY segment")?
        .query_map([id], |row| row.get(0))?
        .collect()
}

/// Says that an import was undone.
pub fn set_undone(db: &Connection, id: i64) -> rusqlite::Result<()> {
    db.prepare_cached("UPDATE import SET undone = 1 WHERE id = ?1")?
        .execute([id])?;
    Ok(())
}

fn import_row(row: &Row<'_>) -> rusqlite::Result<ImportRow> {
    Ok(ImportRow {
        id: row.get("id")?,
        package: row.get("package")?,
        device: DeviceId(row.get("device")?),
        counter: row.get("counter")?,
        part: row.get("part")?,
        parts: row.get("parts")?,
        at_ms: row.get("at_ms")?,
        last_segment: row.get("last_segment")?,
        undone: row.get("undone")?,
    })
}
