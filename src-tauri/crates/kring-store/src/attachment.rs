//! The bytes of attachments: an encrypted file of its own, under the store's key, in which each lies once
//! under the SHA-256 of its bytes, in pieces, so that none is ever whole in memory. It does not know who
//! names what; it is told.

mod intake;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, Read, Write};
use std::path::Path;

use kring_domain::attachment::{ATTACHMENT_PIECE_BYTES, MAX_ATTACHMENT_BYTES, pieces};
use kring_domain::id::Hash;
use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, params};
use sha2::{Digest, Sha256};

pub use self::intake::{Intake, PieceOf};
use crate::connection;
use crate::error::StoreError;
use crate::folder::Folder;

/// The tables. An attachment whose pieces are not all here is not whole; one that came before anything
/// named it says when; one that was stored for a private record says so.
const CREATE: &str = "
CREATE TABLE attachment (
    id INTEGER PRIMARY KEY,
    hash BLOB UNIQUE,
    bytes INTEGER NOT NULL,
    whole INTEGER NOT NULL,
    private INTEGER NOT NULL,
    unnamed_ms INTEGER
) STRICT;
CREATE TABLE piece (
    attachment INTEGER NOT NULL REFERENCES attachment (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (attachment, place)
) STRICT;
PRAGMA user_version = 1;
";

/// The version of these tables.
const VERSION: i64 = 1;
/// How many KiB of pages are kept in memory: one piece goes through at a time.
const CACHE_KIB: i64 = 8 * 1024;
/// How long what nothing names is kept, when it came with a part of a package whose others may still come.
const UNNAMED_MS: u64 = 30 * 24 * 60 * 60 * 1000;

/// The attachments of a store.
#[derive(Debug)]
pub struct Attachments {
    db: Connection,
}

/// An attachment by its row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AttachmentRow {
    /// SHA-256 of its bytes.
    pub hash: Hash,
    /// Its length.
    pub bytes: u64,
    /// Whether every piece of it is here.
    pub whole: bool,
    /// Whether it was stored for a private record, and for no other.
    pub private: bool,
    /// When it came, if nothing named it then.
    pub unnamed_ms: Option<u64>,
}

/// What became of a file that was to be stored.
#[derive(Debug, PartialEq, Eq)]
pub enum Stored {
    /// It is here under this hash, and so long.
    Whole(Hash, u64),
    /// It is longer than an attachment may be; nothing is stored.
    TooLarge,
    /// It was stopped; nothing is stored.
    Stopped,
}

/// Why a file was not stored.
#[derive(Debug, thiserror::Error)]
pub enum NotStored {
    /// The file could not be read.
    #[error("file to store: {0}")]
    Source(io::Error),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<rusqlite::Error> for NotStored {
    fn from(error: rusqlite::Error) -> Self {
        Self::Store(error.into())
    }
}

impl Attachments {
    /// Opens the file with the store's key; makes an empty one where there is none.
    pub fn open(path: &Path, key: &[u8; 32]) -> Result<Self, StoreError> {
        let db = connection::open(path, key)?;
        match db.query_row("PRAGMA user_version", [], |row| row.get(0))? {
            0 => {
                // Free pages can be given back one by one only if that is said before the first table.
                db.execute_batch("PRAGMA auto_vacuum = INCREMENTAL; VACUUM;")?;
                db.execute_batch(&format!("BEGIN IMMEDIATE; {CREATE} COMMIT;"))?;
            }
            VERSION => {}
            _ => return Err(StoreError::Newer),
        }
        db.execute_batch(&format!("PRAGMA cache_size = -{CACHE_KIB}"))?;
        Ok(Self { db })
    }

    /// Opens the attachments of a store whose database opened. A file that is damaged is set aside among the
    /// backups: what was in it is brought back from there, or asked of others.
    pub(crate) fn open_beside(folder: &Folder, key: &[u8; 32]) -> Result<Self, StoreError> {
        match Self::open(&folder.attachments(), key) {
            Err(error) if error.is_damage() => {
                set_aside(folder)?;
                Self::open(&folder.attachments(), key)
            }
            opened => opened,
        }
    }

    /// Sets the file of a closed store aside if a page or an attachment in it is not as it was written.
    pub(crate) fn set_aside_if_damaged(folder: &Folder, key: &[u8; 32]) -> Result<(), StoreError> {
        let checked = Self::open(&folder.attachments(), key).and_then(|attachments| attachments.check());
        match checked {
            Err(error) if error.is_damage() => set_aside(folder),
            checked => checked,
        }
    }

    /// Gives the file up, so that it can be set aside, and begins an empty one.
    pub(crate) fn renew(&mut self, folder: &Folder, key: &[u8; 32]) -> Result<(), StoreError> {
        self.db = Connection::open_in_memory()?;
        set_aside(folder)?;
        *self = Self::open(&folder.attachments(), key)?;
        Ok(())
    }

    /// Every attachment, whole or not, in order of hash.
    pub fn all(&self) -> Result<Vec<AttachmentRow>, StoreError> {
        let mut statement = self
            .db
            .prepare_cached("SELECT hash, bytes, whole, private, unnamed_ms FROM attachment ORDER BY hash")?;
        let rows = statement.query_map([], |row| {
            Ok(AttachmentRow {
                hash: Hash(row.get(0)?),
                bytes: row.get(1)?,
                whole: row.get(2)?,
                private: row.get(3)?,
                unnamed_ms: row.get(4)?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The attachments of which every piece is here.
    pub fn whole(&self) -> Result<BTreeSet<Hash>, StoreError> {
        let rows = self.all()?;
        Ok(rows.iter().filter(|row| row.whole).map(|row| row.hash).collect())
    }

    /// How long an attachment is; nothing while it is not here whole.
    pub fn length(&self, hash: Hash) -> Result<Option<u64>, StoreError> {
        Ok(self
            .db
            .prepare_cached("SELECT bytes FROM attachment WHERE hash = ?1 AND whole = 1")?
            .query_row([hash.0], |row| row.get(0))
            .optional()?)
    }

    /// One piece of an attachment.
    pub fn piece(&self, hash: Hash, place: u64) -> Result<Option<Vec<u8>>, StoreError> {
        Ok(piece(&self.db, hash, place)?)
    }

    /// Whether it was stored for a private record and for no other, so that it is nobody else's to ask for.
    pub fn is_private(&self, hash: Hash) -> Result<bool, StoreError> {
        Ok(find(&self.db, hash)?.is_some_and(|(_, row)| row.private))
    }

    /// Stores what a file holds, a piece at a time, for a private record or for one of the circle. `goes_on`
    /// learns how many bytes were read and stops it by saying no.
    pub fn store(
        &mut self,
        mut from: impl Read,
        private: bool,
        mut goes_on: impl FnMut(u64) -> bool,
    ) -> Result<Stored, NotStored> {
        let tx = begin(&mut self.db)?;
        tx.execute(
            "INSERT INTO attachment (hash, bytes, whole, private) VALUES (NULL, 0, 0, ?1)",
            [private],
        )?;
        let id = tx.last_insert_rowid();
        let mut hasher = Sha256::new();
        let (mut bytes, mut place) = (0, 0);
        loop {
            let mut content = Vec::new();
            (&mut from)
                .take(ATTACHMENT_PIECE_BYTES)
                .read_to_end(&mut content)
                .map_err(NotStored::Source)?;
            let is_last = (content.len() as u64) < ATTACHMENT_PIECE_BYTES;
            bytes += content.len() as u64;
            if bytes > MAX_ATTACHMENT_BYTES {
                return Ok(Stored::TooLarge);
            }
            if !content.is_empty() || place == 0 {
                hasher.update(&content);
                put_piece(&tx, id, place, &content)?;
                place += 1;
            }
            if !goes_on(bytes) {
                return Ok(Stored::Stopped);
            }
            if is_last {
                break;
            }
        }
        let hash = Hash(hasher.finalize().into());
        if let Some((known, _)) = find(&tx, hash)?.filter(|(_, row)| row.whole) {
            if !private {
                tx.execute("DELETE FROM attachment WHERE id = ?1", [id])?;
                tx.execute("UPDATE attachment SET private = 0 WHERE id = ?1", [known])?;
                tx.commit()?;
            }
            return Ok(Stored::Whole(hash, bytes));
        }
        forget(&tx, hash)?;
        tx.execute(
            "UPDATE attachment SET hash = ?2, bytes = ?3, whole = 1 WHERE id = ?1",
            params![id, hash.0, bytes as i64],
        )?;
        tx.commit()?;
        Ok(Stored::Whole(hash, bytes))
    }

    /// Writes an attachment out, a piece at a time, and holds it against its hash; answers whether it is
    /// here. What is written before damage shows is not to be kept.
    pub fn write_to(
        &self,
        hash: Hash,
        out: &mut impl Write,
        mut progress: impl FnMut(u64),
    ) -> Result<bool, StoreError> {
        let Some(bytes) = self.length(hash)? else {
            return Ok(false);
        };
        let mut hasher = Sha256::new();
        let mut done = 0;
        for place in 0..pieces(bytes) {
            let content = self.piece(hash, place)?.unwrap_or_default();
            hasher.update(&content);
            out.write_all(&content)?;
            done += content.len() as u64;
            progress(done);
        }
        is_hash(hasher, hash)
    }

    /// Begins to take pieces in; nothing is kept unless [`Intake::finish`] says so.
    pub fn take_in(&mut self) -> Result<Intake<'_>, StoreError> {
        Ok(Intake {
            tx: begin(&mut self.db)?,
            came: BTreeMap::new(),
            private: false,
        })
    }

    /// Takes away what nothing names: at once, or after a while what came with a part of a package whose
    /// other parts may still come. Answers how many went.
    pub fn keep_only(&mut self, named: &BTreeSet<Hash>, now_ms: u64) -> Result<u64, StoreError> {
        let rows = self.all()?;
        let is_kept = |row: &&AttachmentRow| {
            let young = row
                .unnamed_ms
                .is_some_and(|since| now_ms < since.saturating_add(UNNAMED_MS));
            named.contains(&row.hash) || young
        };
        let became_named = |row: &&AttachmentRow| row.unnamed_ms.is_some() && named.contains(&row.hash);
        if rows.iter().all(|row| is_kept(&row) && !became_named(&row)) {
            return Ok(0);
        }
        let tx = begin(&mut self.db)?;
        let mut gone = 0;
        for row in &rows {
            if became_named(&row) {
                tx.prepare_cached("UPDATE attachment SET unnamed_ms = NULL WHERE hash = ?1")?
                    .execute([row.hash.0])?;
            } else if !is_kept(&row) {
                forget(&tx, row.hash)?;
                gone += 1;
            }
        }
        tx.commit()?;
        if gone > 0 {
            self.scrub()?;
        }
        Ok(gone)
    }

    /// Leaves no byte of what was taken away in the file: its pages were overwritten, now they go, and the
    /// write-ahead log with them.
    pub fn scrub(&self) -> Result<(), StoreError> {
        self.checkpoint()?;
        {
            // Each step of it gives one page back.
            let mut vacuum = self.db.prepare("PRAGMA incremental_vacuum")?;
            let mut steps = vacuum.query([])?;
            while steps.next()?.is_some() {}
        }
        self.checkpoint()
    }

    fn checkpoint(&self) -> Result<(), StoreError> {
        Ok(self
            .db
            .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?)
    }

    /// Checks every page, and every attachment against its hash.
    pub fn check(&self) -> Result<(), StoreError> {
        connection::check_pages(&self.db)?;
        for hash in self.whole()? {
            self.write_to(hash, &mut io::sink(), |_| {})?;
        }
        Ok(())
    }

    /// Copies attachments that are whole in another file and not in this one, each read back before it
    /// counts. Answers how many.
    pub fn copy_from(&mut self, other: &Self, wanted: &BTreeSet<Hash>) -> Result<u64, StoreError> {
        let here = self.whole()?;
        let mut copied = 0;
        for row in other.all()? {
            if !row.whole || !wanted.contains(&row.hash) || here.contains(&row.hash) {
                continue;
            }
            let mut intake = self.take_in()?;
            intake.private = row.private;
            for place in 0..pieces(row.bytes) {
                let content = other.piece(row.hash, place)?.unwrap_or_default();
                let piece = PieceOf {
                    hash: row.hash,
                    bytes: row.bytes,
                    place,
                };
                intake.add(piece, &content, None)?;
            }
            copied += intake.finish()?.len() as u64;
        }
        Ok(copied)
    }

    /// Everything in it as text, for comparing before and after.
    pub fn dump(&self) -> Result<String, StoreError> {
        let mut dump = String::new();
        for row in self.all()? {
            let places: i64 = self.db.query_row(
                "SELECT count(*) FROM piece JOIN attachment ON attachment.id = piece.attachment WHERE hash = ?1",
                [row.hash.0],
                |row| row.get(0),
            )?;
            dump.push_str(&format!(
                "{} {} bytes, {places} pieces, whole {}, private {}\n",
                row.hash, row.bytes, row.whole, row.private
            ));
        }
        Ok(dump)
    }
}

/// Keeps a damaged file as it is under another name: an expert may still read it.
fn set_aside(folder: &Folder) -> Result<(), StoreError> {
    let aside = |number: u32| folder.backups().join(format!("damaged-attachments-{number}.db"));
    let free = (1..).find(|number| !aside(*number).exists());
    fs::rename(folder.attachments(), aside(free.unwrap_or(1)))?;
    for beside in ["attachments.db-wal", "attachments.db-shm"] {
        let _ = fs::remove_file(folder.path().join(beside));
    }
    Ok(())
}

fn begin(db: &mut Connection) -> rusqlite::Result<Transaction<'_>> {
    db.transaction_with_behavior(TransactionBehavior::Immediate)
}

fn find(db: &Connection, hash: Hash) -> rusqlite::Result<Option<(i64, AttachmentRow)>> {
    db.prepare_cached("SELECT id, bytes, whole, private, unnamed_ms FROM attachment WHERE hash = ?1")?
        .query_row([hash.0], |row| {
            let attachment = AttachmentRow {
                hash,
                bytes: row.get(1)?,
                whole: row.get(2)?,
                private: row.get(3)?,
                unnamed_ms: row.get(4)?,
            };
            Ok((row.get(0)?, attachment))
        })
        .optional()
}

fn forget(db: &Connection, hash: Hash) -> rusqlite::Result<()> {
    db.prepare_cached("DELETE FROM attachment WHERE hash = ?1")?
        .execute([hash.0])?;
    Ok(())
}

fn piece(db: &Connection, hash: Hash, place: u64) -> rusqlite::Result<Option<Vec<u8>>> {
    db.prepare_cached(
        "SELECT content FROM piece JOIN attachment ON attachment.id = piece.attachment
         WHERE hash = ?1 AND place = ?2",
    )?
    .query_row(params![hash.0, place as i64], |row| row.get(0))
    .optional()
}

fn put_piece(db: &Connection, id: i64, place: u64, content: &[u8]) -> rusqlite::Result<()> {
    db.prepare_cached("INSERT OR REPLACE INTO piece (attachment, place, content) VALUES (?1, ?2, ?3)")?
        .execute(params![id, place as i64, content])?;
    Ok(())
}

fn is_hash(hasher: Sha256, hash: Hash) -> Result<bool, StoreError> {
    if Hash(hasher.finalize().into()) == hash {
        Ok(true)
    } else {
        Err(StoreError::Damaged {
            finding: "attachment".to_owned(),
        })
    }
}

#[cfg(test)]
mod tests;
