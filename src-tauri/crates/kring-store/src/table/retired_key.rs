//! **own** — age keys that this device replaced, kept for packages that are still on their way and
//! then destroyed. The store wipes what it deletes (`secure_delete`).

use rusqlite::{Connection, params};

/// The table, first made in migration 3.
pub const CREATE: &str = "
CREATE TABLE retired_key (
    secret BLOB PRIMARY KEY NOT NULL,
    retired_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
";

/// Keeps the secret half of a key that was replaced at this instant, UTC milliseconds.
pub fn add(db: &Connection, secret: &[u8; 32], retired_ms: u64) -> rusqlite::Result<()> {
    db.prepare_cached("INSERT OR REPLACE INTO retired_key (secret, retired_ms) VALUES (?1, ?2)")?
        .execute(params![secret, retired_ms])?;
    Ok(())
}

/// The secret halves that are kept, newest first.
pub fn all(db: &Connection) -> rusqlite::Result<Vec<[u8; 32]>> {
    db.prepare_cached("SELECT secret FROM retired_key ORDER BY retired_ms DESC, secret")?
        .query_map([], |row| row.get(0))?
        .collect()
}

/// Destroys the keys that were replaced before an instant; answers how many.
pub fn destroy_before(db: &Connection, retired_ms: u64) -> rusqlite::Result<usize> {
    db.prepare_cached("DELETE FROM retired_key WHERE retired_ms < ?1")?
        .execute([retired_ms])
}
