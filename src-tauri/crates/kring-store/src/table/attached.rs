//! **view** — which record names which attachment: those it has, and those that were taken away again,
//! whose bytes are kept for undo and history. Trashed records stand here as well.

use std::collections::BTreeSet;

use kring_domain::id::{Hash, RecordId};
use rusqlite::{Connection, Row, params};

use crate::cell::hash;

/// The table.
pub const CREATE: &[&str] = &[
    "CREATE TABLE attached (
    record BLOB NOT NULL,
    hash BLOB NOT NULL,
    name TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    live INTEGER NOT NULL,
    PRIMARY KEY (record, hash)
) STRICT, WITHOUT ROWID",
    "CREATE INDEX attached_hash ON attached (hash)",
];

/// An attachment as a record names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttachedRow {
    /// The record.
    pub record: RecordId,
    /// SHA-256 of the bytes.
    pub hash: Hash,
    /// What the record calls it; empty when it was taken away.
    pub name: String,
    /// How long the record says it is; 0 when it was taken away.
    pub bytes: u64,
    /// Whether the record has it, or had it once.
    pub live: bool,
}

/// What the records of the circle have that are not in the trash.
const OF_CIRCLE: &str = "live = 1 AND EXISTS (SELECT 1 FROM document
    WHERE document.record = attached.record AND document.scope = 0 AND document.trashed = 0)";

/// Replaces what a record names.
pub fn replace(db: &Connection, record: RecordId, rows: &[AttachedRow]) -> rusqlite::Result<()> {
    db.prepare_cached("DELETE FROM attached WHERE record = ?1")?
        .execute([record.0])?;
    let mut add = db.prepare_cached(
        "INSERT INTO attached (record, hash, name, bytes, live) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?;
    for row in rows {
        let bytes = i64::try_from(row.bytes).unwrap_or(i64::MAX);
        add.execute(params![record.0, row.hash.0, row.name, bytes, row.live])?;
    }
    Ok(())
}

/// What a record has now, in order of hash.
pub fn of(db: &Connection, record: RecordId) -> rusqlite::Result<Vec<AttachedRow>> {
    db.prepare_cached("SELECT * FROM attached WHERE record = ?1 AND live = 1 ORDER BY hash")?
        .query_map([record.0], attached_row)?
        .collect()
}

/// The records that have attachments now.
pub fn having(db: &Connection) -> rusqlite::Result<BTreeSet<RecordId>> {
    db.prepare_cached("SELECT DISTINCT record FROM attached WHERE live = 1")?
        .query_map([], |row| Ok(RecordId(row.get("record")?)))?
        .collect()
}

/// Every attachment that any record has or had: what must be kept.
pub fn named(db: &Connection) -> rusqlite::Result<BTreeSet<Hash>> {
    db.prepare_cached("SELECT DISTINCT hash FROM attached")?
        .query_map([], |row| hash(row, "hash"))?
        .collect()
}

/// Whether any record has or had it.
pub fn is_named(db: &Connection, wanted: Hash) -> rusqlite::Result<bool> {
    db.prepare_cached("SELECT 1 FROM attached WHERE hash = ?1")?
        .exists([wanted.0])
}

/// The attachments of the circle's records that are not in the trash, each once, in order of hash. Only
/// these travel.
pub fn of_circle(db: &Connection) -> rusqlite::Result<Vec<AttachedRow>> {
    db.prepare_cached(&format!(
        "SELECT min(record) AS record, hash, min(name) AS name, max(bytes) AS bytes, live FROM attached
         WHERE {OF_CIRCLE} GROUP BY hash ORDER BY hash"
    ))?
    .query_map([], attached_row)?
    .collect()
}

/// The records of the circle that have it and are not in the trash.
pub fn having_in_circle(db: &Connection, wanted: Hash) -> rusqlite::Result<Vec<RecordId>> {
    db.prepare_cached(&format!(
        "SELECT record FROM attached WHERE hash = ?1 AND {OF_CIRCLE} ORDER BY record"
    ))?
    .query_map([wanted.0], |row| Ok(RecordId(row.get("record")?)))?
    .collect()
}

/// Takes away what a record names.
pub fn take_away(db: &Connection, record: RecordId) -> rusqlite::Result<()> {
    replace(db, record, &[])
}

/// What the records of any database of ours name but for those that were erased, a backup or one that was
/// made before there were attachments included.
pub fn named_in(db: &Connection, erased: &BTreeSet<RecordId>) -> rusqlite::Result<BTreeSet<Hash>> {
    let known = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'attached'";
    if !db.prepare(known)?.exists([])? {
        return Ok(BTreeSet::new());
    }
    let mut statement = db.prepare("SELECT record, hash FROM attached")?;
    let rows = statement.query_map([], |row| Ok((RecordId(row.get("record")?), hash(row, "hash")?)))?;
    let rows: Vec<(RecordId, Hash)> = rows.collect::<rusqlite::Result<_>>()?;
    Ok(rows
        .into_iter()
        .filter(|(record, _)| !erased.contains(record))
        .map(|(_, hash)| hash)
        .collect())
}

fn attached_row(row: &Row<'_>) -> rusqlite::Result<AttachedRow> {
    Ok(AttachedRow {
        record: RecordId(row.get("record")?),
        hash: hash(row, "hash")?,
        name: row.get("name")?,
        bytes: row.get("bytes")?,
        live: row.get("live")?,
    })
}
