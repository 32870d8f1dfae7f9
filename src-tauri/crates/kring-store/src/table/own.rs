//! **own** — what only this device knows: who it is, what it sent and received, its settings, and the
//! operations it can undo. Migrated, never exported.

use kring_domain::id::{DeviceId, Hash, LogId};
use rusqlite::{Connection, OptionalExtension, params};

/// The tables, first made in migration 1.
pub const CREATE: &str = "
CREATE TABLE setting (
    name TEXT PRIMARY KEY NOT NULL,
    value BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE peer_head (
    device BLOB NOT NULL,
    log BLOB NOT NULL,
    seq INTEGER NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (device, log)
) STRICT, WITHOUT ROWID;
CREATE TABLE package (
    id BLOB PRIMARY KEY NOT NULL,
    sent INTEGER NOT NULL,
    device BLOB NOT NULL,
    counter INTEGER NOT NULL,
    at_ms INTEGER NOT NULL,
    segments INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE operation (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    segments TEXT NOT NULL,
    undone INTEGER NOT NULL
) STRICT;
";

/// A setting's bytes.
pub fn setting(db: &Connection, name: &str) -> rusqlite::Result<Option<Vec<u8>>> {
    db.prepare_cached("SELECT value FROM setting WHERE name = ?1")?
        .query_row([name], |row| row.get(0))
        .optional()
}

/// Stores a setting.
pub fn set_setting(db: &Connection, name: &str, value: &[u8]) -> rusqlite::Result<()> {
    db.prepare_cached("INSERT OR REPLACE INTO setting (name, value) VALUES (?1, ?2)")?
        .execute(params![name, value])?;
    Ok(())
}

/// Takes a setting away.
pub fn remove_setting(db: &Connection, name: &str) -> rusqlite::Result<()> {
    db.prepare_cached("DELETE FROM setting WHERE name = ?1")?
        .execute([name])?;
    Ok(())
}

/// The heads a device said it has, in its last package.
pub fn peer_heads(db: &Connection, device: DeviceId) -> rusqlite::Result<Vec<(LogId, u64, Hash)>> {
    db.prepare_cached("SELECT log, seq, hash FROM peer_head WHERE device = ?1 ORDER BY log")?
        .query_map([device.0], |row| {
            Ok((LogId(row.get(0)?), row.get(1)?, Hash(row.get(2)?)))
        })?
        .collect()
}

/// The chain that a device wrote under when it said which heads it has: another one after a restore.
pub fn peer_heads_by(db: &Connection, device: DeviceId) -> rusqlite::Result<Option<LogId>> {
    let log = setting(db, &heads_by(device))?;
    Ok(log.as_deref().and_then(LogId::from_slice))
}

fn heads_by(device: DeviceId) -> String {
    format!("heads_by_{device}")
}

/// Overwrites the heads of a device with what it said under this chain; they are never merged with what
/// was known before.
pub fn set_peer_heads(
    db: &Connection,
    device: DeviceId,
    by: LogId,
    heads: &[(LogId, u64, Hash)],
) -> rusqlite::Result<()> {
    set_setting(db, &heads_by(device), &by.0)?;
    db.prepare_cached("DELETE FROM peer_head WHERE device = ?1")?
        .execute([device.0])?;
    let mut add =
        db.prepare_cached("INSERT INTO peer_head (device, log, seq, hash) VALUES (?1, ?2, ?3, ?4)")?;
    for (log, seq, hash) in heads {
        add.execute(params![device.0, log.0, seq, hash.0])?;
    }
    Ok(())
}

/// A package that was sent or taken over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PackageRow {
    /// The package's id.
    pub id: [u8; 16],
    /// Sent by this device, rather than received.
    pub sent: bool,
    /// The sender's device.
    pub device: DeviceId,
    /// The sender's running number.
    pub counter: u64,
    /// When it was sent or taken over, UTC milliseconds.
    pub at_ms: u64,
    /// How many segments it brought that were new.
    pub segments: u64,
}

/// Notes a package.
pub fn add_package(db: &Connection, row: &PackageRow) -> rusqlite::Result<()> {
    db.prepare_cached("INSERT OR REPLACE INTO package (id, sent, device, counter, at_ms, segments) VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?
        .execute(params![row.id, row.sent, row.device.0, row.counter, row.at_ms, row.segments])?;
    Ok(())
}

/// Whether a package was sent or taken over before.
pub fn knows_package(db: &Connection, id: &[u8; 16]) -> rusqlite::Result<bool> {
    db.prepare_cached("SELECT 1 FROM package WHERE id = ?1")?
        .exists([id])
}

/// All packages, newest first.
pub fn packages(db: &Connection) -> rusqlite::Result<Vec<PackageRow>> {
    db.prepare_cached("SELECT * FROM package ORDER BY at_ms DESC, id")?
        .query_map([], |row| {
            Ok(PackageRow {
                id: row.get("id")?,
                sent: row.get("sent")?,
                device: DeviceId(row.get("device")?),
                counter: row.get("counter")?,
                at_ms: row.get("at_ms")?,
                segments: row.get("segments")?,
            })
        })?
        .collect()
}

/// The next running number of this device's packages.
pub fn next_package_counter(db: &Connection) -> rusqlite::Result<u64> {
    db.query_row(
        "SELECT coalesce(max(counter), 0) + 1 FROM package WHERE sent = 1",
        [],
        |row| row.get(0),
    )
}

/// An operation of this device that can be undone by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OperationRow {
    /// Row number.
    pub id: i64,
    /// The operation's code; its words are made on reading.
    pub name: String,
    /// When, UTC milliseconds.
    pub at_ms: u64,
    /// Hashes of the segments it wrote.
    pub segments: Vec<Hash>,
    /// Whether it was undone.
    pub undone: bool,
}

/// How many operations are kept for undo.
const KEPT_OPERATIONS: i64 = 500;

/// Notes an operation and answers its row number.
pub fn add_operation(db: &Connection, name: &str, at_ms: u64, segments: &[Hash]) -> rusqlite::Result<i64> {
    let hashes: Vec<String> = segments.iter().map(ToString::to_string).collect();
    db.prepare_cached("INSERT INTO operation (name, at_ms, segments, undone) VALUES (?1, ?2, ?3, 0)")?
        .execute(params![name, at_ms, hashes.join(" ")])?;
    let id = db.last_insert_rowid();
    db.prepare_cached("DELETE FROM operation WHERE id <= ?1")?
        .execute([id - KEPT_OPERATIONS])?;
    Ok(id)
}

/// The operations kept, newest first.
pub fn operations(db: &Connection) -> rusqlite::Result<Vec<OperationRow>> {
    db.prepare_cached("SELECT * FROM operation ORDER BY id DESC")?
        .query_map([], operation_row)?
        .collect()
}

/// One operation.
pub fn operation(db: &Connection, id: i64) -> rusqlite::Result<Option<OperationRow>> {
    db.prepare_cached("SELECT * FROM operation WHERE id = ?1")?
        .query_row([id], operation_row)
        .optional()
}

/// Says that an operation was undone.
pub fn set_undone(db: &Connection, id: i64) -> rusqlite::Result<()> {
    db.prepare_cached("UPDATE operation SET undone = 1 WHERE id = ?1")?
        .execute([id])?;
    Ok(())
}

fn operation_row(row: &rusqlite::Row<'_>) -> rusqlite::Result<OperationRow> {
    let segments: String = row.get("segments")?;
    Ok(OperationRow {
        id: row.get("id")?,
        name: row.get("name")?,
        at_ms: row.get("at_ms")?,
        segments: segments.split(' ').filter_map(|hash| hash.parse().ok()).collect(),
        undone: row.get("undone")?,
    })
}
