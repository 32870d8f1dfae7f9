//! **own** — what this device knows of each file in the folder that its circle shares: so that a look at
//! the folder reads only what is new.

use kring_domain::id::Hash;
use rusqlite::{Connection, Row, params};

/// The table, first made in migration 3.
pub const CREATE: &str = "
CREATE TABLE shared_file (
    name TEXT PRIMARY KEY NOT NULL,
    bytes INTEGER NOT NULL,
    modified INTEGER NOT NULL,
    hash BLOB NOT NULL,
    fate TEXT NOT NULL,
    code TEXT NOT NULL,
    since_ms INTEGER NOT NULL,
    tried_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
";

/// What became of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// This device wrote it.
    Own,
    /// It was taken over.
    Taken,
    /// It holds what another file held that was taken over or written: a copy that a carrier made.
    Copy,
    /// It is not whole yet; it is tried again.
    Waiting,
    /// It is for other devices.
    Foreign,
    /// It was refused.
    Refused,
}

impl Fate {
    const ALL: [Self; 6] = [
        Self::Own,
        Self::Taken,
        Self::Copy,
        Self::Waiting,
        Self::Foreign,
        Self::Refused,
    ];

    fn word(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Taken => "taken",
            Self::Copy => "copy",
            Self::Waiting => "waiting",
            Self::Foreign => "foreign",
            Self::Refused => "refused",
        }
    }
}

/// A file of the shared folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SharedFileRow {
    /// Its path within the folder, with `/` between the parts.
    pub name: String,
    /// Its length when it was read.
    pub bytes: u64,
    /// When it was last written by its own file system's word, in nanoseconds.
    pub modified: u64,
    /// SHA-256 of what was read.
    pub hash: Hash,
    /// What became of it.
    pub fate: Fate,
    /// Why it was refused or waits; a code.
    pub code: String,
    /// Since when it lies there like this, UTC milliseconds.
    pub since_ms: u64,
    /// When it was read last, UTC milliseconds.
    pub tried_ms: u64,
}

/// Notes a file in place of what was known of it.
pub fn put(db: &Connection, row: &SharedFileRow) -> rusqlite::Result<()> {
    db.prepare_cached(
        "INSERT OR REPLACE INTO shared_file (name, bytes, modified, hash, fate, code, since_ms, tried_ms)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?
    .execute(params![
        row.name,
        row.bytes,
        row.modified,
        row.hash.0,
        row.fate.word(),
        row.code,
        row.since_ms,
        row.tried_ms
    ])?;
    Ok(())
}

/// All files known, in order of name.
pub fn all(db: &Connection) -> rusqlite::Result<Vec<SharedFileRow>> {
    db.prepare_cached("SELECT * FROM shared_file ORDER BY name")?
        .query_map([], row)?
        .collect()
}

/// Whether a file with this content was taken over or written by this device.
pub fn knows_content(db: &Connection, hash: Hash) -> rusqlite::Result<bool> {
    db.prepare_cached("SELECT 1 FROM shared_file WHERE hash = ?1 AND fate IN ('own', 'taken', 'copy')")?
        .exists([hash.0])
}

/// Makes every refused file due for another try.
pub fn try_refused_again(db: &Connection) -> rusqlite::Result<()> {
    db.prepare_cached("UPDATE shared_file SET fate = 'waiting', tried_ms = 0 WHERE fate = 'refused'")?
        .execute([])?;
    Ok(())
}

/// Forgets a file.
pub fn remove(db: &Connection, name: &str) -> rusqlite::Result<()> {
    db.prepare_cached("DELETE FROM shared_file WHERE name = ?1")?
        .execute([name])?;
    Ok(())
}

/// Forgets every file.
pub fn clear(db: &Connection) -> rusqlite::Result<()> {
    db.prepare_cached("DELETE FROM shared_file")?.execute([])?;
    Ok(())
}

fn row(row: &Row<'_>) -> rusqlite::Result<SharedFileRow> {
    let fate: String = row.get("fate")?;
    Ok(SharedFileRow {
        name: row.get("name")?,
        bytes: row.get("bytes")?,
        modified: row.get("modified")?,
        hash: Hash(row.get("hash")?),
        // A word of a newer version: the file is looked at again.
        fate: Fate::ALL
            .into_iter()
            .find(|known| known.word() == fate)
            .unwrap_or(Fate::Waiting),
        code: row.get("code")?,
        since_ms: row.get("since_ms")?,
        tried_ms: row.get("tried_ms")?,
    })
}
