//! What can go wrong with a store.

use crate::carrier::Carrier;

/// A store that cannot be opened, read or written.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is no store in the folder.
    #[error("no store in the folder")]
    NoStore,
    /// The folder is copied to other machines by something else.
    #[error("folder is carried by {}", .0.code())]
    Carried(Carrier),
    /// The folder already holds something.
    #[error("folder is not empty")]
    NotEmpty,
    /// Another process has the store.
    #[error("store is open in process {holder}")]
    Locked {
        /// The process that has it, if it said so.
        holder: String,
    },
    /// The raw key does not open the database.
    #[error("key does not open the database")]
    WrongKey,
    /// The database was written by a newer version of the app.
    #[error("store of a newer version")]
    Newer,
    /// The bundled SQLite is older than the first safe one.
    #[error("sqlite {version} is too old")]
    OldSqlite {
        /// Its version.
        version: String,
    },
    /// The database is damaged.
    #[error("integrity check failed: {finding}")]
    Damaged {
        /// What the check said.
        finding: String,
    },
    /// There is no backup of this name.
    #[error("no such backup")]
    NoBackup,
    /// SQLite refused.
    #[error("database: {0}")]
    Sqlite(#[from] rusqlite::Error),
    /// A migration failed.
    #[error("migration: {0}")]
    Migration(#[from] refinery::Error),
    /// The file system refused.
    #[error("file: {0}")]
    Io(#[from] std::io::Error),
}

impl StoreError {
    /// Whether the database is damaged, given that its key is right: to SQLCipher a page that is not what
    /// was written looks like one under another key.
    pub fn is_damage(&self) -> bool {
        match self {
            Self::Damaged { .. } | Self::WrongKey => true,
            Self::Sqlite(error) => is_corruption(error),
            _ => false,
        }
    }

    /// Whether the disk is full.
    pub fn is_disk_full(&self) -> bool {
        match self {
            Self::Sqlite(error) => error.sqlite_error_code() == Some(rusqlite::ErrorCode::DiskFull),
            Self::Io(error) => error.kind() == std::io::ErrorKind::StorageFull,
            _ => false,
        }
    }
}

/// Whether SQLite read something that it did not write.
pub fn is_corruption(error: &rusqlite::Error) -> bool {
    use rusqlite::ErrorCode::{DatabaseCorrupt, NotADatabase};
    matches!(error.sqlite_error_code(), Some(DatabaseCorrupt | NotADatabase))
}
