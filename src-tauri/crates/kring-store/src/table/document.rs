//! **view** — one row for each record: what it is, whose, since when, and the hash of its canonical
//! value. `snapshot` beside it only saves time: a document can be made from its parts alone.

use kring_domain::id::{DeviceId, Hash, RecordId};
use kring_domain::kind::Kind;
use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::cell::hash;

/// The tables.
pub const CREATE: &[&str] = &[
    "CREATE TABLE document (
    record BLOB PRIMARY KEY NOT NULL,
    kind INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    owner BLOB NOT NULL,
    created_by BLOB NOT NULL,
    created_ms INTEGER NOT NULL,
    created_in BLOB NOT NULL,
    changed_by BLOB NOT NULL,
    changed_ms INTEGER NOT NULL,
    trashed INTEGER NOT NULL,
    readable INTEGER NOT NULL,
    title TEXT NOT NULL,
    hash BLOB NOT NULL
) STRICT",
    "CREATE INDEX document_kind ON document (kind, trashed)",
    "CREATE TABLE snapshot (
    record BLOB PRIMARY KEY NOT NULL,
    part INTEGER NOT NULL,
    bytes BLOB NOT NULL
) STRICT",
];

/// What is known of a record apart from its fields.
#[derive(Clone, PartialEq, Eq)]
pub struct DocumentRow {
    /// The record.
    pub record: RecordId,
    /// Its kind.
    pub kind: Kind,
    /// 0 circle, 1 private.
    pub scope: u64,
    /// The member it belongs to; zero for the circle.
    pub owner: RecordId,
    /// The device that made it.
    pub created_by: DeviceId,
    /// When, by that device's clock, UTC milliseconds.
    pub created_ms: u64,
    /// Hash of the segment that made it.
    pub created_in: Hash,
    /// The device that changed it last, by wall clock.
    pub changed_by: DeviceId,
    /// When it was changed last, by that device's clock, UTC milliseconds.
    pub changed_ms: u64,
    /// Whether it is in the trash.
    pub trashed: bool,
    /// Whether this version can read its fields.
    pub readable: bool,
    /// What lists call it.
    pub title: String,
    /// Hash of its canonical value.
    pub hash: Hash,
}

/// Writes a record's row.
pub fn put(db: &Connection, row: &DocumentRow) -> rusqlite::Result<()> {
    db.prepare_cached(
        "INSERT OR REPLACE INTO document (record, kind, scope, owner, created_by, created_ms, created_in,
         changed_by, changed_ms, trashed, readable, title, hash)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
    )?
    .execute(params![
        row.record.0,
        row.kind.number(),
        row.scope,
        row.owner.0,
        row.created_by.0,
        row.created_ms,
        row.created_in.0,
        row.changed_by.0,
        row.changed_ms,
        row.trashed,
        row.readable,
        row.title,
        row.hash.0
    ])?;
    Ok(())
}

/// The row of a record.
pub fn get(db: &Connection, record: RecordId) -> rusqlite::Result<Option<DocumentRow>> {
    db.prepare_cached("SELECT * FROM document WHERE record = ?1")?
        .query_row([record.0], document_row)
        .optional()
}

/// Every row, in order of record.
pub fn all(db: &Connection) -> rusqlite::Result<Vec<DocumentRow>> {
    db.prepare_cached("SELECT * FROM document ORDER BY record")?
        .query_map([], document_row)?
        .collect()
}

/// What is in the trash, last changed first.
pub fn trashed(db: &Connection) -> rusqlite::Result<Vec<DocumentRow>> {
    db.prepare_cached("SELECT * FROM document WHERE trashed = 1 ORDER BY changed_ms DESC, record")?
        .query_map([], document_row)?
        .collect()
}

/// How many live records there are of each kind.
pub fn counts(db: &Connection) -> rusqlite::Result<Vec<(Kind, u64)>> {
    db.prepare_cached("SELECT kind, count(*) FROM document WHERE trashed = 0 GROUP BY kind ORDER BY kind")?
        .query_map([], |row| Ok((Kind::from_number(row.get(0)?), row.get(1)?)))?
        .collect()
}

/// Record and hash of every record of the circle, in order of record: what the state digest is over.
pub fn hashes(db: &Connection) -> rusqlite::Result<Vec<(RecordId, Hash)>> {
    db.prepare_cached("SELECT record, hash FROM document WHERE scope = 0 ORDER BY record")?
        .query_map([], |row| Ok((RecordId(row.get("record")?), hash(row, "hash")?)))?
        .collect()
}

/// Takes every trace of a record out of this table.
pub fn take_away(db: &Connection, record: RecordId) -> rusqlite::Result<()> {
    db.prepare_cached("DELETE FROM document WHERE record = ?1")?
        .execute([record.0])?;
    db.prepare_cached("DELETE FROM snapshot WHERE record = ?1")?
        .execute([record.0])?;
    Ok(())
}

/// The snapshot of a record with the row number of the last part in it.
pub fn snapshot(db: &Connection, record: RecordId) -> rusqlite::Result<Option<(i64, Vec<u8>)>> {
    db.prepare_cached("SELECT part, bytes FROM snapshot WHERE record = ?1")?
        .query_row([record.0], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()
}

/// Stores a snapshot that holds all parts up to `part`.
pub fn set_snapshot(db: &Connection, record: RecordId, part: i64, bytes: &[u8]) -> rusqlite::Result<()> {
    db.prepare_cached("INSERT OR REPLACE INTO snapshot (record, part, bytes) VALUES (?1, ?2, ?3)")?
        .execute(params![record.0, part, bytes])?;
    Ok(())
}

/// Drops the snapshot of a record if it reaches to this part or beyond it.
pub fn drop_snapshot_from(db: &Connection, record: RecordId, part: i64) -> rusqlite::Result<()> {
    db.prepare_cached("DELETE FROM snapshot WHERE record = ?1 AND part >= ?2")?
        .execute(params![record.0, part])?;
    Ok(())
}

/// How many applied parts a record has that are in no snapshot, and the row number of the last.
pub fn parts_since_snapshot(db: &Connection, record: RecordId) -> rusqlite::Result<(usize, i64)> {
    db.prepare_cached(
        "SELECT count(*), coalesce(max(id), 0) FROM part WHERE record = ?1 AND applied = 1
         AND id > coalesce((SELECT part FROM snapshot WHERE record = ?1), 0)",
    )?
    .query_row([record.0], |row| {
        Ok((row.get::<_, i64>(0)? as usize, row.get(1)?))
    })
}

fn document_row(row: &Row<'_>) -> rusqlite::Result<DocumentRow> {
    Ok(DocumentRow {
        record: RecordId(row.get("record")?),
        kind: Kind::from_number(row.get("kind")?),
        scope: row.get("scope")?,
        owner: RecordId(row.get("owner")?),
        created_by: DeviceId(row.get("created_by")?),
        created_ms: row.get("created_ms")?,
        created_in: hash(row, "created_in")?,
        changed_by: DeviceId(row.get("changed_by")?),
        changed_ms: row.get("changed_ms")?,
        trashed: row.get("trashed")?,
        readable: row.get("readable")?,
        title: row.get("title")?,
        hash: hash(row, "hash")?,
    })
}

impl std::fmt::Debug for DocumentRow {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "DocumentRow({} {:?})", self.kind, self.record)
    }
}
