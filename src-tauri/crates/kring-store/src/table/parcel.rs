//! **own** — every package file that was sent or taken over: its name, which part of a package it is,
//! for which devices, and how far its sender's own chain was. The ledger of which file went to whom.

use kring_domain::id::{DeviceId, LogId};
use rusqlite::{Connection, OptionalExtension, Row, params};

/// The tables, first made in migration 3.
pub const CREATE: &str = "
CREATE TABLE parcel (
    package BLOB PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    part INTEGER NOT NULL,
    parts INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    incarnation BLOB NOT NULL,
    head INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE parcel_device (
    package BLOB NOT NULL REFERENCES parcel (package),
    device BLOB NOT NULL,
    PRIMARY KEY (package, device)
) STRICT, WITHOUT ROWID;
";

/// What is known of a package's file, beside its row in `package`.
#[derive(Clone, PartialEq, Eq)]
pub struct ParcelRow {
    /// The package's id.
    pub package: [u8; 16],
    /// The file's name.
    pub name: String,
    /// Which part of the package it is, from 1.
    pub part: u64,
    /// In how many parts the package was split.
    pub parts: u64,
    /// Its length in bytes.
    pub bytes: u64,
    /// The sender's own chain of the circle.
    pub incarnation: LogId,
    /// How far that chain was.
    pub head: u64,
}

/// A file with what the row of its package says of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LedgerRow {
    /// The file.
    pub parcel: ParcelRow,
    /// The sender's running number of the package.
    pub counter: u64,
    /// When it was sent or taken over, UTC milliseconds.
    pub at_ms: u64,
    /// How many segments it held that were new, or how many went.
    pub segments: u64,
}

/// Notes a file and the devices it is for.
pub fn add(db: &Connection, row: &ParcelRow, devices: &[DeviceId]) -> rusqlite::Result<()> {
    db.prepare_cached(
        "INSERT OR IGNORE INTO parcel (package, name, part, parts, bytes, incarnation, head)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?
    .execute(params![
        row.package,
        row.name,
        row.part,
        row.parts,
        row.bytes,
        row.incarnation.0,
        row.head
    ])?;
    let mut add =
        db.prepare_cached("INSERT OR IGNORE INTO parcel_device (package, device) VALUES (?1, ?2)")?;
    for device in devices {
        add.execute(params![row.package, device.0])?;
    }
    Ok(())
}

/// The files that this device sent, newest first.
pub fn sent(db: &Connection) -> rusqlite::Result<Vec<LedgerRow>> {
    db.prepare_cached(
        "SELECT parcel.*, counter, at_ms, segments FROM parcel JOIN package ON package.id = parcel.package
         WHERE sent = 1 ORDER BY counter DESC, at_ms DESC, part",
    )?
    .query_map([], ledger_row)?
    .collect()
}

/// The files of a device that were taken over, in order of its running numbers.
pub fn received(db: &Connection, device: DeviceId) -> rusqlite::Result<Vec<LedgerRow>> {
    db.prepare_cached(
        "SELECT parcel.*, counter, at_ms, segments FROM parcel JOIN package ON package.id = parcel.package
         WHERE sent = 0 AND device = ?1 ORDER BY counter, part",
    )?
    .query_map([device.0], ledger_row)?
    .collect()
}

/// The devices that a file is for.
pub fn devices(db: &Connection, package: &[u8; 16]) -> rusqlite::Result<Vec<DeviceId>> {
    db.prepare_cached("SELECT device FROM parcel_device WHERE package = ?1 ORDER BY device")?
        .query_map([package], |row| Ok(DeviceId(row.get(0)?)))?
        .collect()
}

/// The running number of the newest file of a device's chain that was taken over.
pub fn last_of(db: &Connection, device: DeviceId, incarnation: LogId) -> rusqlite::Result<Option<u64>> {
    db.prepare_cached(
        "SELECT max(counter) FROM parcel JOIN package ON package.id = parcel.package
         WHERE sent = 0 AND device = ?1 AND incarnation = ?2",
    )?
    .query_row(params![device.0, incarnation.0], |row| row.get(0))
}

/// Running number and time of the last package from here that a device can open.
pub fn last_sent_to(db: &Connection, device: DeviceId) -> rusqlite::Result<Option<(u64, u64)>> {
    db.prepare_cached(
        "SELECT counter, at_ms FROM package JOIN parcel_device ON parcel_device.package = package.id
         WHERE sent = 1 AND parcel_device.device = ?1 ORDER BY counter DESC LIMIT 1",
    )?
    .query_row([device.0], |row| Ok((row.get(0)?, row.get(1)?)))
    .optional()
}

fn ledger_row(row: &Row<'_>) -> rusqlite::Result<LedgerRow> {
    Ok(LedgerRow {
        parcel: ParcelRow {
            package: row.get("package")?,
            name: row.get("name")?,
            part: row.get("part")?,
            parts: row.get("parts")?,
            bytes: row.get("bytes")?,
            incarnation: LogId(row.get("incarnation")?),
            head: row.get("head")?,
        },
        counter: row.get("counter")?,
        at_ms: row.get("at_ms")?,
        segments: row.get("segments")?,
    })
}

impl std::fmt::Debug for ParcelRow {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "ParcelRow({} of {})", self.part, self.parts)
    }
}
