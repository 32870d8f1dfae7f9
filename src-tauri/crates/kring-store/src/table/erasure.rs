//! **log** — what erasures leave of the log: headers stay, bodies and salts go. A part that erases its
//! record spans no operation; its own body, which says what the record was made of, stays. Every question
//! here goes through one of two small indexes, so that it costs what was erased and not what there is.

use std::collections::BTreeSet;

use kring_domain::id::{LogId, RecordId};
use rusqlite::{Connection, params};

use super::sealed;
use super::segment::{SegmentRow, segment_row};

/// What migration 3 adds: the few parts that erase, and the few that have no body any more.
pub const CREATE: &str = "
CREATE INDEX part_erasing ON part (record) WHERE first = next;
CREATE INDEX part_bare ON part (record) WHERE body IS NULL;
";

/// A part of a record that an accepted segment erases.
const COVERED: &str =
    "EXISTS (SELECT 1 FROM part AS erasing JOIN segment AS eraser ON eraser.id = erasing.segment
    WHERE erasing.record = part.record AND erasing.first = erasing.next AND eraser.standing = 0)";

/// Whether an accepted segment erases this record.
pub fn is_erased(db: &Connection, record: RecordId) -> rusqlite::Result<bool> {
    db.prepare_cached(
        "SELECT 1 FROM part JOIN segment ON segment.id = part.segment
         WHERE part.record = ?1 AND part.first = part.next AND segment.standing = 0",
    )?
    .exists([record.0])
}

/// Every record that an accepted segment erases, in order.
pub fn erased(db: &Connection) -> rusqlite::Result<Vec<RecordId>> {
    db.prepare_cached(
        "SELECT DISTINCT part.record FROM part INDEXED BY part_erasing JOIN segment ON segment.id = part.segment
         WHERE part.first = part.next AND segment.standing = 0 ORDER BY part.record",
    )?
    .query_map([], |row| Ok(RecordId(row.get(0)?)))?
    .collect()
}

/// Every record that a segment erases which does not count and is not waiting to.
pub fn refused(db: &Connection) -> rusqlite::Result<Vec<RecordId>> {
    db.prepare_cached(&format!(
        "SELECT DISTINCT part.record FROM part INDEXED BY part_erasing JOIN segment ON segment.id = part.segment
         WHERE part.first = part.next AND segment.standing IN (2, 3, 4) AND NOT {COVERED}"
    ))?
    .query_map([], |row| Ok(RecordId(row.get(0)?)))?
    .collect()
}

/// The accepted segments of a scope that erase, last arrival first.
pub fn segments(db: &Connection, scope: u64) -> rusqlite::Result<Vec<SegmentRow>> {
    db.prepare_cached(
        "SELECT * FROM segment WHERE scope = ?1 AND standing = 0
         AND id IN (SELECT segment FROM part INDEXED BY part_erasing WHERE first = next) ORDER BY id DESC",
    )?
    .query_map([scope], segment_row)?
    .collect()
}

/// Every segment that erases a record, whatever its standing.
pub fn erasing(db: &Connection, record: RecordId) -> rusqlite::Result<Vec<SegmentRow>> {
    db.prepare_cached(
        "SELECT segment.* FROM part INDEXED BY part_erasing JOIN segment ON segment.id = part.segment
         WHERE part.record = ?1 AND part.first = part.next ORDER BY segment.id",
    )?
    .query_map([record.0], segment_row)?
    .collect()
}

/// Whether any part of a record still has its body.
pub fn has_bodies(db: &Connection, record: RecordId) -> rusqlite::Result<bool> {
    db.prepare_cached("SELECT 1 FROM part WHERE record = ?1 AND first < next AND body IS NOT NULL")?
        .exists([record.0])
}

/// Removes the bodies and salts of all parts of a record.
pub fn strip(db: &Connection, record: RecordId) -> rusqlite::Result<()> {
    db.prepare_cached(
        "UPDATE part SET salt = NULL, body = NULL, applied = 0 WHERE record = ?1 AND first < next",
    )?
    .execute([record.0])?;
    sealed::close(db, record)
}

/// The segments that lack a body which no accepted erasure took away.
pub fn with_holes(db: &Connection) -> rusqlite::Result<BTreeSet<i64>> {
    db.prepare_cached(&format!(
        "SELECT DISTINCT segment FROM part INDEXED BY part_bare WHERE body IS NULL AND first < next AND NOT {COVERED}"
    ))?
    .query_map([], |row| row.get(0))?
    .collect()
}

/// For each chain of a scope the first place where a body is missing that no accepted erasure took away.
pub fn holes(db: &Connection, scope: u64) -> rusqlite::Result<Vec<(LogId, u64)>> {
    db.prepare_cached(&format!(
        "SELECT segment.log, min(segment.seq) FROM part INDEXED BY part_bare JOIN segment ON segment.id = part.segment
         WHERE part.body IS NULL AND part.first < part.next AND segment.scope = ?1
         AND segment.standing IN (0, 2, 3) AND NOT {COVERED} GROUP BY segment.log"
    ))?
    .query_map([scope], |row| Ok((LogId(row.get(0)?), row.get(1)?)))?
    .collect()
}

/// Gives a part the body back that it lacked.
pub fn fill(db: &Connection, part: i64, salt: &[u8; 16], body: &[u8]) -> rusqlite::Result<()> {
    db.prepare_cached("UPDATE part SET salt = ?2, body = ?3 WHERE id = ?1 AND body IS NULL")?
        .execute(params![part, salt.as_slice(), body])?;
    Ok(())
}
