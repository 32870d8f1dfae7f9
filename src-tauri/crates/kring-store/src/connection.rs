//! The one way a database of ours is opened: SQLCipher with a raw key, WAL, every write on disk
//! before it is confirmed, and no trust in what a damaged or hostile file says of itself.

use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use crate::error::{StoreError, is_corruption};

/// The first SQLite without the bug that could reset a WAL: 3.51.3.
const LEAST_SQLITE: i32 = 3_051_003;

/// Opens (or makes) the database with its raw 256-bit key.
pub fn open(path: &Path, key: &[u8; 32]) -> Result<Connection, StoreError> {
    if rusqlite::version_number() < LEAST_SQLITE {
        return Err(StoreError::OldSqlite {
            version: rusqlite::version().to_owned(),
        });
    }
    let db = Connection::open(path)?;
    unlock(&db, key)?;
    db.busy_timeout(Duration::from_secs(5))?;
    db.execute_batch(
        "PRAGMA cell_size_check = ON;
         PRAGMA journal_mode = WAL;
         PRAGMA synchronous = FULL;
         PRAGMA foreign_keys = ON;
         PRAGMA trusted_schema = OFF;
         PRAGMA secure_delete = ON;
         PRAGMA temp_store = MEMORY;
         PRAGMA mmap_size = 0;
         PRAGMA cache_size = -65536;",
    )?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    db.set_prepared_statement_cache_capacity(256);
    Ok(db)
}

/// Opens a database with its raw key to look at only. The file stays as it is, byte for byte.
pub fn look(path: &Path, key: &[u8; 32]) -> Result<Connection, StoreError> {
    let db = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    unlock(&db, key)?;
    db.execute_batch(
        "PRAGMA cell_size_check = ON;
         PRAGMA trusted_schema = OFF;
         PRAGMA temp_store = MEMORY;
         PRAGMA mmap_size = 0;",
    )?;
    Ok(db)
}

/// SQLite's and SQLCipher's own checks of every page.
pub fn check_pages(db: &Connection) -> Result<(), StoreError> {
    let damaged = |finding| Err(StoreError::Damaged { finding });
    match db.query_row("PRAGMA integrity_check(1)", [], |row| row.get::<_, String>(0)) {
        Ok(finding) if finding == "ok" => {}
        Ok(finding) => return damaged(finding),
        Err(error) if is_corruption(&error) => return damaged(error.to_string()),
        Err(error) => return Err(error.into()),
    }
    let mut statement = db.prepare("PRAGMA cipher_integrity_check")?;
    let mut rows = statement.query([])?;
    match rows.next()? {
        Some(row) => damaged(row.get(0)?),
        None => Ok(()),
    }
}

fn unlock(db: &Connection, key: &[u8; 32]) -> Result<(), StoreError> {
    db.execute_batch("PRAGMA cipher_log_level = NONE")?;
    let hex: String = key.iter().map(|byte| format!("{byte:02x}")).collect();
    db.execute_batch(&format!("PRAGMA key = \"x'{hex}'\""))?;
    db.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))
        .map_err(wrong_key)
}

fn wrong_key(error: rusqlite::Error) -> StoreError {
    match error.sqlite_error_code() {
        Some(rusqlite::ErrorCode::NotADatabase) => StoreError::WrongKey,
        _ => StoreError::Sqlite(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pragma<T: rusqlite::types::FromSql>(db: &Connection, name: &str) -> T {
        db.query_row(&format!("PRAGMA {name}"), [], |row| row.get(0))
            .unwrap()
    }

    #[test]
    fn the_profile_is_the_one_that_was_decided() {
        let folder = tempfile::tempdir().unwrap();
        let db = open(&folder.path().join("x.db"), &[7; 32]).unwrap();
        assert_eq!(pragma::<String>(&db, "journal_mode"), "wal");
        assert_eq!(
            pragma::<i64>(&db, "synchronous"),
            2,
            "FULL: what was confirmed survives a power cut"
        );
        assert_eq!(pragma::<i64>(&db, "foreign_keys"), 1);
        assert_eq!(pragma::<i64>(&db, "trusted_schema"), 0);
        assert_eq!(pragma::<i64>(&db, "secure_delete"), 1);
        assert_eq!(
            pragma::<i64>(&db, "temp_store"),
            2,
            "nothing spills to disk in plain text"
        );
        assert_eq!(pragma::<i64>(&db, "cell_size_check"), 1);
        assert!(db.db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE).unwrap());
        assert!(
            !pragma::<String>(&db, "cipher_version").is_empty(),
            "this is SQLCipher and not plain SQLite"
        );
    }

    #[test]
    fn another_key_does_not_open_the_database_and_its_file_is_not_plain() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x.db");
        let db = open(&path, &[7; 32]).unwrap();
        db.execute_batch("CREATE TABLE canary (word TEXT); INSERT INTO canary VALUES ('kanarievogel')")
            .unwrap();
        drop(db);
        assert!(matches!(open(&path, &[8; 32]), Err(StoreError::WrongKey)));
        let bytes = std::fs::read(&path).unwrap();
        assert!(!bytes.windows(12).any(|window| window == b"kanarievogel"));
        assert!(!bytes.starts_with(b"SQLite format 3"));
    }
}
