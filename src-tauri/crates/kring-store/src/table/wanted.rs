//! **own** — the attachments that other devices said to lack in their last package. What was sent to one
//! since is taken off; should it get lost, that device says so again.

use std::collections::BTreeSet;

use kring_domain::id::{DeviceId, Hash};
use rusqlite::{Connection, params};

use crate::cell::hash;

/// The table, first made in migration 4.
pub const CREATE: &str = "
CREATE TABLE wanted (
    device BLOB NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (device, hash)
) STRICT, WITHOUT ROWID;
";

/// Overwrites what a device lacks.
pub fn replace(db: &Connection, device: DeviceId, wanted: &[Hash]) -> rusqlite::Result<()> {
    db.prepare_cached("DELETE FROM wanted WHERE device = ?1")?
        .execute([device.0])?;
    let mut add = db.prepare_cached("INSERT OR IGNORE INTO wanted (device, hash) VALUES (?1, ?2)")?;
    for hash in wanted {
        add.execute(params![device.0, hash.0])?;
    }
    Ok(())
}

/// What any of these devices lacks.
pub fn of(db: &Connection, devices: &[DeviceId]) -> rusqlite::Result<BTreeSet<Hash>> {
    let mut of = db.prepare_cached("SELECT hash FROM wanted WHERE device = ?1")?;
    let mut wanted = BTreeSet::new();
    for device in devices {
        let hashes = of.query_map([device.0], |row| hash(row, "hash"))?;
        for hash in hashes {
            wanted.insert(hash?);
        }
    }
    Ok(wanted)
}

/// Notes that these attachments were sent to these devices.
pub fn sent(db: &Connection, devices: &[DeviceId], hashes: &BTreeSet<Hash>) -> rusqlite::Result<()> {
    let mut take = db.prepare_cached("DELETE FROM wanted WHERE device = ?1 AND hash = ?2")?;
    for device in devices {
        for hash in hashes {
            take.execute(params![device.0, hash.0])?;
        }
    }
    Ok(())
}
