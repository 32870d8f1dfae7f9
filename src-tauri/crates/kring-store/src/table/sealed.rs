//! **log** — sealed parts, each with its body as it was opened once its key was published. What is
//! signed and carried on stays in `part` as it came; until it is opened it has no effect.

use kring_domain::id::RecordId;
use rusqlite::{Connection, params};

use super::segment::{PartRow, part_row};

/// The table, first made in migration 3.
pub const CREATE: &str = "
CREATE TABLE sealed (
    part INTEGER PRIMARY KEY REFERENCES part (id),
    opened BLOB
) STRICT;
";

/// Notes that the body of a part is sealed.
pub fn add(db: &Connection, part: i64) -> rusqlite::Result<()> {
    db.prepare_cached("INSERT OR IGNORE INTO sealed (part, opened) VALUES (?1, NULL)")?
        .execute([part])?;
    Ok(())
}

/// Keeps what a part says now that it is open.
pub fn set_opened(db: &Connection, part: i64, body: &[u8]) -> rusqlite::Result<()> {
    db.prepare_cached("UPDATE sealed SET opened = ?2 WHERE part = ?1")?
        .execute(params![part, body])?;
    Ok(())
}

/// The parts of a record that are not open, as they came.
pub fn closed(db: &Connection, record: RecordId) -> rusqlite::Result<Vec<PartRow>> {
    db.prepare_cached(
        "SELECT part.* FROM part JOIN sealed ON sealed.part = part.id
         WHERE part.record = ?1 AND sealed.opened IS NULL AND part.body IS NOT NULL ORDER BY part.id",
    )?
    .query_map([record.0], part_row)?
    .collect()
}

/// How many accepted parts are not open.
pub fn count_closed(db: &Connection) -> rusqlite::Result<u64> {
    db.prepare_cached(
        "SELECT count(*) FROM sealed JOIN part ON part.id = sealed.part JOIN segment ON segment.id = part.segment
         WHERE sealed.opened IS NULL AND segment.standing = 0 AND part.body IS NOT NULL",
    )?
    .query_row([], |row| row.get(0))
}

/// Closes the parts of a record again: their key is published no more, or they are erased.
pub fn close(db: &Connection, record: RecordId) -> rusqlite::Result<()> {
    db.prepare_cached(
        "UPDATE sealed SET opened = NULL WHERE part IN (SELECT id FROM part WHERE record = ?1)",
    )?
    .execute([record.0])?;
    Ok(())
}

/// Closes everything, before all is merged anew.
pub fn close_all(db: &Connection) -> rusqlite::Result<()> {
    db.execute("UPDATE sealed SET opened = NULL", [])?;
    Ok(())
}
