//! **own** — records that others touched and this member has not looked at since.

use kring_domain::id::{DeviceId, RecordId};
use kring_domain::kind::Kind;
use rusqlite::{Connection, params};

/// The table, first made in migration 2.
pub const CREATE: &str = "
CREATE TABLE unseen (
    record BLOB PRIMARY KEY NOT NULL,
    device BLOB NOT NULL,
    at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
";

/// A record that is new to the member.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnseenRow {
    /// The record.
    pub record: RecordId,
    /// Its kind.
    pub kind: Kind,
    /// The device that touched it.
    pub device: DeviceId,
    /// When that came in, UTC milliseconds.
    pub at_ms: u64,
}

/// Notes that a device touched a record.
pub fn add(db: &Connection, record: RecordId, device: DeviceId, at_ms: u64) -> rusqlite::Result<()> {
    db.prepare_cached("INSERT OR REPLACE INTO unseen (record, device, at_ms) VALUES (?1, ?2, ?3)")?
        .execute(params![record.0, device.0, at_ms])?;
    Ok(())
}

/// The member looked at a record.
pub fn remove(db: &Connection, record: RecordId) -> rusqlite::Result<()> {
    db.prepare_cached("DELETE FROM unseen WHERE record = ?1")?
        .execute([record.0])?;
    Ok(())
}

/// What was not looked at and can be: neither in the trash nor of a newer version. Last come first.
pub fn all(db: &Connection) -> rusqlite::Result<Vec<UnseenRow>> {
    db.prepare_cached(
        "SELECT unseen.record, document.kind, unseen.device, unseen.at_ms
         FROM unseen JOIN document USING (record)
         WHERE document.trashed = 0 AND document.readable = 1
         ORDER BY unseen.at_ms DESC, unseen.record",
    )?
    .query_map([], |row| {
        Ok(UnseenRow {
            record: RecordId(row.get("record")?),
            kind: Kind::from_number(row.get("kind")?),
            device: DeviceId(row.get("device")?),
            at_ms: row.get("at_ms")?,
        })
    })?
    .collect()
}
