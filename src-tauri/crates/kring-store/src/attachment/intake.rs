//! Pieces of attachments as they come: in any order, over several times, kept together or not at all. A whole
//! is one only when it has the hash that its pieces name.

use std::collections::{BTreeMap, BTreeSet};

use kring_domain::attachment::pieces;
use kring_domain::id::Hash;
use rusqlite::{Connection, Transaction, params};
use sha2::{Digest, Sha256};

use super::{find, forget, piece, put_piece};
use crate::error::StoreError;

/// How many bytes are kept at most of what nothing names yet.
pub(super) const MOST_UNNAMED_BYTES: u64 = 256 * 1024 * 1024;

/// Which piece of an attachment something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PieceOf {
    /// SHA-256 of the whole attachment.
    pub hash: Hash,
    /// The length of the whole attachment.
    pub bytes: u64,
    /// The place of the piece, from 0.
    pub place: u64,
}

/// Pieces that are taken in together, or not at all.
pub struct Intake<'a> {
    pub(super) tx: Transaction<'a>,
    /// The places that came of each attachment.
    pub(super) came: BTreeMap<Hash, BTreeSet<u64>>,
    /// Whether they are a private record's.
    pub(super) private: bool,
}

impl Intake<'_> {
    /// Takes a piece in. With `unnamed_ms` nothing names the attachment yet: it is kept for a while, as long
    /// as there is not too much of such. Whoever says another length than was said before is believed.
    pub fn add(&mut self, of: PieceOf, content: &[u8], unnamed_ms: Option<u64>) -> Result<(), StoreError> {
        let mut known = find(&self.tx, of.hash)?;
        if known.as_ref().is_some_and(|(_, row)| row.whole) {
            return Ok(());
        }
        if known.as_ref().is_some_and(|(_, row)| row.bytes != of.bytes) {
            forget(&self.tx, of.hash)?;
            known = None;
        }
        if unnamed_ms.is_some() && unnamed_bytes(&self.tx)? + content.len() as u64 > MOST_UNNAMED_BYTES {
            return Ok(());
        }
        let id = match known {
            Some((id, _)) => id,
            None => {
                self.tx
                    .prepare_cached(
                        "INSERT INTO attachment (hash, bytes, whole, private, unnamed_ms)
                         VALUES (?1, ?2, 0, ?3, ?4)",
                    )?
                    .execute(params![
                        of.hash.0,
                        of.bytes as i64,
                        self.private,
                        unnamed_ms.map(|since| since as i64)
                    ])?;
                self.tx.last_insert_rowid()
            }
        };
        put_piece(&self.tx, id, of.place, content)?;
        self.came.entry(of.hash).or_default().insert(of.place);
        Ok(())
    }

    /// Keeps what came; answers the attachments that are whole with it. Where all pieces are there and do
    /// not make what they are named by, those that lay here before are forgotten.
    pub fn finish(self) -> Result<Vec<Hash>, StoreError> {
        let mut whole = Vec::new();
        for (hash, places) in &self.came {
            let Some((id, row)) = find(&self.tx, *hash)? else {
                continue;
            };
            if count(&self.tx, id)? < pieces(row.bytes) {
                continue;
            }
            if is_sound(&self.tx, *hash, row.bytes)? {
                self.tx
                    .prepare_cached("UPDATE attachment SET whole = 1 WHERE id = ?1")?
                    .execute([id])?;
                whole.push(*hash);
            } else if places.len() as u64 == pieces(row.bytes) {
                forget(&self.tx, *hash)?;
            } else {
                let mut take = self
                    .tx
                    .prepare_cached("DELETE FROM piece WHERE attachment = ?1 AND place = ?2")?;
                for place in (0..pieces(row.bytes)).filter(|place| !places.contains(place)) {
                    take.execute(params![id, place as i64])?;
                }
            }
        }
        self.tx.commit()?;
        Ok(whole)
    }
}

fn count(db: &Connection, id: i64) -> rusqlite::Result<u64> {
    db.prepare_cached("SELECT count(*) FROM piece WHERE attachment = ?1")?
        .query_row([id], |row| row.get(0))
}

fn unnamed_bytes(db: &Connection) -> rusqlite::Result<u64> {
    db.prepare_cached(
        "SELECT coalesce(sum(length(content)), 0) FROM piece JOIN attachment ON attachment.id = piece.attachment
         WHERE unnamed_ms IS NOT NULL",
    )?
    .query_row([], |row| row.get(0))
}

/// Whether the pieces that are here make what they are named by.
fn is_sound(db: &Connection, hash: Hash, bytes: u64) -> Result<bool, StoreError> {
    let mut hasher = Sha256::new();
    for place in 0..pieces(bytes) {
        hasher.update(piece(db, hash, place)?.unwrap_or_default());
    }
    Ok(Hash(hasher.finalize().into()) == hash)
}
