//! **view** — who touched which field or block last: only touches that no later touch of the same
//! key has seen. Two of them by different people with unequal values make a review marker.

use kring_domain::id::{DeviceId, Hash, RecordId};
use rusqlite::{Connection, params};

use crate::cell::hash;

/// The tables.
pub const CREATE: &[&str] = &[
    "CREATE TABLE touch (
    record BLOB NOT NULL,
    key TEXT NOT NULL,
    segment BLOB NOT NULL,
    device BLOB NOT NULL,
    peer INTEGER NOT NULL,
    next INTEGER NOT NULL,
    PRIMARY KEY (record, key, segment)
) STRICT, WITHOUT ROWID",
    "CREATE TABLE marker (
    record BLOB NOT NULL,
    key TEXT NOT NULL,
    PRIMARY KEY (record, key)
) STRICT, WITHOUT ROWID",
];

/// One touch of one key.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Touch {
    /// The record.
    pub record: RecordId,
    /// The field or block.
    pub key: String,
    /// Hash of the segment that touched it.
    pub segment: Hash,
    /// The device that wrote the segment.
    pub device: DeviceId,
    /// The engine peer.
    pub peer: u64,
    /// The engine operation after the segment's last one.
    pub next: u32,
}

/// The touches of a key that no later touch has seen.
pub fn of_key(db: &Connection, record: RecordId, key: &str) -> rusqlite::Result<Vec<Touch>> {
    db.prepare_cached("SELECT * FROM touch WHERE record = ?1 AND key = ?2 ORDER BY segment")?
        .query_map(params![record.0, key], |row| {
            Ok(Touch {
                record: RecordId(row.get("record")?),
                key: row.get("key")?,
                segment: hash(row, "segment")?,
                device: DeviceId(row.get("device")?),
                peer: row.get("peer")?,
                next: row.get("next")?,
            })
        })?
        .collect()
}

/// Replaces the touches of a key.
pub fn replace(db: &Connection, record: RecordId, key: &str, touches: &[Touch]) -> rusqlite::Result<()> {
    db.prepare_cached("DELETE FROM touch WHERE record = ?1 AND key = ?2")?
        .execute(params![record.0, key])?;
    let mut add = db.prepare_cached(
        "INSERT INTO touch (record, key, segment, device, peer, next) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?;
    for touch in touches {
        add.execute(params![
            record.0,
            key,
            touch.segment.0,
            touch.device.0,
            touch.peer,
            touch.next
        ])?;
    }
    Ok(())
}

/// Sets or clears the review marker of a key.
pub fn mark(db: &Connection, record: RecordId, key: &str, marked: bool) -> rusqlite::Result<()> {
    let sql = if marked {
        "INSERT OR IGNORE INTO marker (record, key) VALUES (?1, ?2)"
    } else {
        "DELETE FROM marker WHERE record = ?1 AND key = ?2"
    };
    db.prepare_cached(sql)?.execute(params![record.0, key])?;
    Ok(())
}

/// Every review marker, in order of record and key.
pub fn markers(db: &Connection) -> rusqlite::Result<Vec<(RecordId, String)>> {
    db.prepare_cached("SELECT record, key FROM marker ORDER BY record, key")?
        .query_map([], |row| Ok((RecordId(row.get(0)?), row.get(1)?)))?
        .collect()
}

/// Takes every touch and marker of a record away.
pub fn take_away(db: &Connection, record: RecordId) -> rusqlite::Result<()> {
    db.prepare_cached("DELETE FROM touch WHERE record = ?1")?
        .execute([record.0])?;
    db.prepare_cached("DELETE FROM marker WHERE record = ?1")?
        .execute([record.0])?;
    Ok(())
}
