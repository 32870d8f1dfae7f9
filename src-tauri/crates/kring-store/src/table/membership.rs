//! **log** — the circle's genesis and its signed membership operations.

use kring_domain::id::Hash;
use rusqlite::{Connection, OptionalExtension, params};

/// The tables, first made in migration 1.
pub const CREATE: &str = "
CREATE TABLE genesis (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    bytes BLOB NOT NULL
) STRICT;
CREATE TABLE membership_operation (
    hash BLOB PRIMARY KEY NOT NULL,
    bytes BLOB NOT NULL
) STRICT, WITHOUT ROWID;
";

/// The genesis, once the store belongs to a circle.
pub fn genesis(db: &Connection) -> rusqlite::Result<Option<Vec<u8>>> {
    db.query_row("SELECT bytes FROM genesis", [], |row| row.get(0))
        .optional()
}

/// Stores the genesis of the circle this store belongs to, once.
pub fn set_genesis(db: &Connection, bytes: &[u8]) -> rusqlite::Result<()> {
    db.execute("INSERT INTO genesis (id, bytes) VALUES (1, ?1)", [bytes])?;
    Ok(())
}

/// Adds an operation; answers whether it was new.
pub fn add(db: &Connection, hash: Hash, bytes: &[u8]) -> rusqlite::Result<bool> {
    let sql = "INSERT OR IGNORE INTO membership_operation (hash, bytes) VALUES (?1, ?2)";
    Ok(db.prepare_cached(sql)?.execute(params![hash.0, bytes])? > 0)
}

/// All operations, in order of hash.
pub fn all(db: &Connection) -> rusqlite::Result<Vec<Vec<u8>>> {
    db.prepare_cached("SELECT bytes FROM membership_operation ORDER BY hash")?
        .query_map([], |row| row.get(0))?
        .collect()
}
