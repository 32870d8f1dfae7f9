//! **own** — which packages from here other devices said they took over.

use kring_domain::id::DeviceId;
use rusqlite::{Connection, params};

/// The table, first made in migration 3.
pub const CREATE: &str = "
CREATE TABLE delivery (
    device BLOB NOT NULL,
    package BLOB NOT NULL,
    PRIMARY KEY (device, package)
) STRICT, WITHOUT ROWID;
";

/// Overwrites what a device said; of packages that were not sent from here nothing is kept.
pub fn replace(db: &Connection, device: DeviceId, packages: &[[u8; 16]]) -> rusqlite::Result<()> {
    db.prepare_cached("DELETE FROM delivery WHERE device = ?1")?
        .execute([device.0])?;
    let mut add = db.prepare_cached(
        "INSERT OR IGNORE INTO delivery (device, package) SELECT ?1, id FROM package WHERE id = ?2 AND sent = 1",
    )?;
    for package in packages {
        add.execute(params![device.0, package])?;
    }
    Ok(())
}

/// Whether a device said it took this package over.
pub fn has(db: &Connection, device: DeviceId, package: &[u8; 16]) -> rusqlite::Result<bool> {
    db.prepare_cached("SELECT 1 FROM delivery WHERE device = ?1 AND package = ?2")?
        .exists(params![device.0, package])
}

/// The packages that this device took over and did not undo since, newest first, at most this many.
pub fn taken_over(db: &Connection, most: u64) -> rusqlite::Result<Vec<[u8; 16]>> {
    db.prepare_cached(
        "SELECT id FROM package WHERE sent = 0
         AND NOT EXISTS (SELECT 1 FROM import WHERE import.package = package.id AND undone = 1
             AND import.id = (SELECT max(last.id) FROM import AS last WHERE last.package = package.id))
         ORDER BY at_ms DESC, id LIMIT ?1",
    )?
    .query_map([most], |row| row.get(0))?
    .collect()
}
