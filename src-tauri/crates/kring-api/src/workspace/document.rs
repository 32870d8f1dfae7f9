//! Documents of the merge engine, made from the log when needed; the ones last used stay in memory.
//! A document that failed halfway is never put back: memory is never ahead of disk.

use std::collections::BTreeMap;

use kring_domain::id::RecordId;
use kring_store::Connection;
use kring_store::table::document;
use kring_store::table::segment::{self, PartRow};
use kring_sync::engine::Document;

use crate::error::Result;

/// How many documents stay in memory.
const KEPT: usize = 50;
/// After this many parts since the last one, a record gets a new snapshot.
pub const PARTS_PER_SNAPSHOT: usize = 64;

/// The documents in memory, by record, each with when it was last used.
#[derive(Default)]
pub struct Documents {
    kept: BTreeMap<RecordId, (u64, Document)>,
    clock: u64,
}

impl Documents {
    /// Takes a record's document out of memory or makes it from the log, to write under `peer`. A
    /// record that is not there is an empty document.
    pub fn take(&mut self, db: &Connection, record: RecordId, peer: u64) -> Result<Document> {
        match self.kept.remove(&record) {
            Some((_, document)) if document.peer() == peer => Ok(document),
            _ => load(db, record, peer),
        }
    }

    /// Puts a document back whose state is on disk.
    pub fn put(&mut self, record: RecordId, document: Document) {
        self.clock += 1;
        self.kept.insert(record, (self.clock, document));
        if self.kept.len() > KEPT {
            let oldest = self
                .kept
                .iter()
                .min_by_key(|(_, (used, _))| *used)
                .map(|(record, _)| *record);
            if let Some(oldest) = oldest {
                self.kept.remove(&oldest);
            }
        }
    }

    /// Forgets a record.
    pub fn forget(&mut self, record: RecordId) {
        self.kept.remove(&record);
    }

    /// Forgets all.
    pub fn clear(&mut self) {
        self.kept.clear();
    }
}

/// A record's document as the log says: its snapshot and the parts applied since.
pub fn load(db: &Connection, record: RecordId, peer: u64) -> Result<Document> {
    let snapshot = document::snapshot(db, record)?;
    let after = snapshot.as_ref().map_or(0, |(part, _)| *part);
    let parts = segment::applied_parts(db, record, after)?;
    let bodies = parts.iter().filter_map(PartRow::bytes);
    Ok(Document::load(
        peer,
        snapshot.as_ref().map(|(_, bytes)| bytes.as_slice()),
        bodies,
    )?)
}
