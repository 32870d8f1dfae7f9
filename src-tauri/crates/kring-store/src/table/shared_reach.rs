//! **own** — how far each device can get in each chain with what lies in the shared folder for it. What
//! lies beyond goes into the next file; to know too little only costs bytes.

use kring_domain::id::{DeviceId, LogId};
use rusqlite::{Connection, params};

/// The table, first made in migration 3.
pub const CREATE: &str = "
CREATE TABLE shared_reach (
    device BLOB NOT NULL,
    log BLOB NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (device, log)
) STRICT, WITHOUT ROWID;
";

/// How far a device can get in each chain that lies there for it.
pub fn of(db: &Connection, device: DeviceId) -> rusqlite::Result<Vec<(LogId, u64)>> {
    db.prepare_cached("SELECT log, seq FROM shared_reach WHERE device = ?1 ORDER BY log")?
        .query_map([device.0], |row| Ok((LogId(row.get(0)?), row.get(1)?)))?
        .collect()
}

/// Says how far a device can get in a chain.
pub fn set(db: &Connection, device: DeviceId, log: LogId, seq: u64) -> rusqlite::Result<()> {
    db.prepare_cached("INSERT OR REPLACE INTO shared_reach (device, log, seq) VALUES (?1, ?2, ?3)")?
        .execute(params![device.0, log.0, seq])?;
    Ok(())
}

/// Forgets how far anyone gets.
pub fn clear(db: &Connection) -> rusqlite::Result<()> {
    db.prepare_cached("DELETE FROM shared_reach")?.execute([])?;
    Ok(())
}
