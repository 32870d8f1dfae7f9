//! **own** — the records whose content is erased on this device, whatever segment said so. A store
//! that was restored from a backup learns them from the list beside the backups.

use std::collections::BTreeSet;

use kring_domain::id::RecordId;
use rusqlite::{Connection, params};

/// The table, first made in migration 3.
pub const CREATE: &str = "
CREATE TABLE erased (
    record BLOB PRIMARY KEY NOT NULL,
    scrubbed INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
";

/// Notes that a record was erased here; its bytes may still lie in free pages and in the write-ahead log.
pub fn add(db: &Connection, record: RecordId) -> rusqlite::Result<()> {
    db.prepare_cached("INSERT OR REPLACE INTO erased (record, scrubbed) VALUES (?1, 0)")?
        .execute([record.0])?;
    Ok(())
}

/// Forgets that a record was erased: whoever erased it turned out not to be allowed to.
pub fn remove(db: &Connection, record: RecordId) -> rusqlite::Result<()> {
    db.prepare_cached("DELETE FROM erased WHERE record = ?1")?
        .execute([record.0])?;
    Ok(())
}

/// Whether a record was erased here.
pub fn has(db: &Connection, record: RecordId) -> rusqlite::Result<bool> {
    db.prepare_cached("SELECT 1 FROM erased WHERE record = ?1")?
        .exists([record.0])
}

/// Every record that was erased here.
pub fn all(db: &Connection) -> rusqlite::Result<BTreeSet<RecordId>> {
    db.prepare_cached("SELECT record FROM erased")?
        .query_map([], |row| Ok(RecordId(row.get(0)?)))?
        .collect()
}

/// Whether bytes of erased records may still lie in the files of the database.
pub fn is_pending(db: &Connection) -> rusqlite::Result<bool> {
    db.prepare_cached("SELECT 1 FROM erased WHERE scrubbed = 0")?
        .exists([])
}

/// Says that nothing of the erased records is left in the files of the database.
pub fn set_scrubbed(db: &Connection) -> rusqlite::Result<()> {
    db.execute("UPDATE erased SET scrubbed = 1 WHERE scrubbed = 0", params![])?;
    Ok(())
}
