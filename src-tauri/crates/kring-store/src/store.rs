//! An open store: its folder, its lock, its database and the attachments beside it. It knows tables, not what they mean.

use rusqlite::{Connection, Transaction, TransactionBehavior};
use sha2::{Digest, Sha256};

use crate::attachment::Attachments;
use crate::connection;
use crate::error::StoreError;
use crate::folder::{Folder, FolderLock};
use crate::migration;
use crate::table::{self, own};

/// A store that this process has.
#[derive(Debug)]
pub struct Store {
    folder: Folder,
    _lock: FolderLock,
    db: Connection,
    attachments: Attachments,
    view_is_stale: bool,
}

/// The setting that holds the digest of the view's definitions.
const VIEW_SETTING: &str = "view";

impl Store {
    /// Makes a new store in an empty or absent folder and opens it.
    pub fn create(folder: Folder, key: &[u8; 32]) -> Result<Self, StoreError> {
        folder.refuse_if_carried()?;
        folder.create()?;
        let lock = folder.lock()?;
        Self::open_locked(folder, lock, key)
    }

    /// Opens a store.
    pub fn open(folder: Folder, key: &[u8; 32]) -> Result<Self, StoreError> {
        if !folder.database().exists() {
            return Err(StoreError::NoStore);
        }
        folder.refuse_if_carried()?;
        let lock = folder.lock()?;
        // SQLite would take an empty file for a new database, and make one of it.
        if folder.database().metadata()?.len() == 0 {
            return Err(StoreError::Damaged {
                finding: "empty".to_owned(),
            });
        }
        Self::open_locked(folder, lock, key)
    }

    fn open_locked(folder: Folder, lock: FolderLock, key: &[u8; 32]) -> Result<Self, StoreError> {
        let mut db = connection::open(&folder.database(), key)?;
        migration::run(&mut db)?;
        // A store that was made before there were attachments gets an empty file for them.
        let attachments = Attachments::open_beside(&folder, key)?;
        let mut store = Self {
            folder,
            _lock: lock,
            db,
            attachments,
            view_is_stale: false,
        };
        store.view_is_stale = own::setting(&store.db, VIEW_SETTING)? != Some(view_digest());
        Ok(store)
    }

    /// The folder.
    pub fn folder(&self) -> &Folder {
        &self.folder
    }

    /// The database, for reading.
    pub fn db(&self) -> &Connection {
        &self.db
    }

    /// The attachments, for reading.
    pub fn attachments(&self) -> &Attachments {
        &self.attachments
    }

    /// The attachments. They are written before the records that name them are committed.
    pub fn attachments_mut(&mut self) -> &mut Attachments {
        &mut self.attachments
    }

    /// Sets damaged attachments aside and begins an empty file for them.
    pub fn renew_attachments(&mut self, key: &[u8; 32]) -> Result<(), StoreError> {
        self.attachments.renew(&self.folder, key)
    }

    /// Begins a write transaction beside the attachments, which have transactions of their own.
    pub fn begin_beside(&mut self) -> Result<(Transaction<'_>, &mut Attachments), StoreError> {
        let tx = self
            .db
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        Ok((tx, &mut self.attachments))
    }

    /// Begins the one kind of write transaction there is. It rolls back unless it is committed.
    pub fn begin(&mut self) -> Result<Transaction<'_>, StoreError> {
        Ok(self
            .db
            .transaction_with_behavior(TransactionBehavior::Immediate)?)
    }

    /// Whether the view was made by other definitions than this version's and must be rebuilt.
    pub fn view_is_stale(&self) -> bool {
        self.view_is_stale
    }

    /// Says that the view was rebuilt in a transaction that is now committed.
    pub fn view_was_rebuilt(&mut self) {
        self.view_is_stale = false;
    }

    /// Moves everything from the write-ahead log into the database file.
    pub fn checkpoint(&self) -> Result<(), StoreError> {
        Ok(self
            .db
            .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?)
    }

    /// Leaves no byte of what was deleted in the files of the database: neither in its free pages nor in
    /// the write-ahead log. Needs as much free space as the database is large.
    pub fn scrub(&self) -> Result<(), StoreError> {
        self.checkpoint()?;
        self.db.execute_batch("VACUUM")?;
        self.checkpoint()
    }

    /// SQLite's and SQLCipher's own checks of every page, and every attachment against its hash.
    pub fn check_integrity(&self) -> Result<(), StoreError> {
        connection::check_pages(&self.db)?;
        self.attachments.check()
    }
}

/// Drops every view table and makes it anew, empty. The caller fills it from the log in the same
/// transaction.
pub fn empty_view(db: &Connection) -> Result<(), StoreError> {
    let tables: Vec<String> = {
        let keep = migration::kept_tables();
        let mut statement =
            db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_%'")?;
        let names = statement.query_map([], |row| row.get::<_, String>(0))?;
        names
            .filter(|name| name.as_ref().map_or(true, |name| !keep.contains(&name.as_str())))
            .collect::<Result<_, _>>()?
    };
    for name in tables {
        db.execute_batch(&format!("DROP TABLE \"{name}\""))?;
    }
    db.execute_batch("DROP TABLE IF EXISTS search_entry")?;
    for sql in table::view_definitions() {
        db.execute_batch(&sql)?;
    }
    own::set_setting(db, VIEW_SETTING, &view_digest())?;
    Ok(())
}

fn view_digest() -> Vec<u8> {
    Sha256::digest(table::view_definitions().join(";\n").as_bytes()).to_vec()
}
