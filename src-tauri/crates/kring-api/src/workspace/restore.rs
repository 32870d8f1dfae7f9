//! Going back to a backup: what will differ, said before; the database put back while the store is closed;
//! and new chains, so that nothing is rolled back for others. What others have comes back with their next
//! packages.

use std::collections::BTreeMap;

use kring_domain::date;
use kring_domain::id::RecordId;
use kring_domain::text::Language;
use kring_store::folder::Folder;
use kring_store::store::Store;
use kring_store::table::document::{self, DocumentRow};
use kring_store::{backup, connection, journal, restore};
use kring_sync::segment::Scope;
use kring_trust::wrap::StoreKey;

use super::identity::{self, Identity};
use super::{Unlock, Workspace};
use crate::error::{ApiError, Result};
use crate::host::Surroundings;

/// How a record will differ after going back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Turn {
    /// It was made since, or taken out of the trash: it goes.
    Gone,
    /// It was thrown away since: it comes back.
    Back,
    /// It is as it was then.
    Earlier,
}

/// A record that will differ after going back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The record.
    pub id: RecordId,
    /// Its kind.
    pub kind: &'static str,
    /// What lists call it, now or then.
    pub title: String,
    /// How it differs.
    pub turn: Turn,
    /// Whether only this laptop has it, so that no package brings it back.
    pub private: bool,
}

impl Workspace {
    /// Reads a backup to its end; answers how many records are in it that are not in the trash.
    pub fn check_backup(&self, id: &str) -> Result<u64> {
        let backup = backup::find(self.folder(), id)?;
        backup::verify(&backup.path, &self.key.0)?;
        let db = connection::look(&backup.path, &self.key.0)?;
        Ok(document::all(&db)?.iter().filter(|row| !row.trashed).count() as u64)
    }

    /// What differs between now and a backup, in order of kind and title.
    pub fn differences(&self, id: &str) -> Result<Vec<Difference>> {
        let backup = backup::find(self.folder(), id)?;
        backup::verify(&backup.path, &self.key.0)?;
        let then = by_record(document::all(&connection::look(&backup.path, &self.key.0)?)?);
        let now = by_record(document::all(self.db())?);
        let mut differences: Vec<Difference> = now
            .keys()
            .chain(then.keys().filter(|id| !now.contains_key(id)))
            .filter_map(|id| difference(*id, now.get(id), then.get(id)))
            .collect();
        differences.sort_by(|a, b| (a.kind, a.turn, &a.title, a.id).cmp(&(b.kind, b.turn, &b.title, b.id)));
        Ok(differences)
    }

    /// Puts a backup in the place of a closed store and opens it. Nothing changes unless all of it succeeds.
    pub fn restore(
        folder: Folder,
        key: &StoreKey,
        id: &str,
        language: Language,
        mut surroundings: Box<dyn Surroundings>,
    ) -> Result<Self> {
        let now = surroundings.now_ms();
        restore::put_back(&folder, &key.0, id, date::civil(now))?;
        journal::add(&folder, now, journal::Event::Restore, id)?;
        // Also where no marker tells that this store is an older one: a chain is never continued twice.
        let store = Store::open(folder.clone(), &key.0)?;
        let identity = Identity::read(store.db(), &mut *surroundings)?;
        identity::begin_chains(store.db(), identity.device, &mut *surroundings)?;
        drop(store);
        Self::open(folder, Unlock::Key(key.0), language, surroundings)
    }
}

fn by_record(rows: Vec<DocumentRow>) -> BTreeMap<RecordId, DocumentRow> {
    rows.into_iter().map(|row| (row.record, row)).collect()
}

fn difference(id: RecordId, now: Option<&DocumentRow>, then: Option<&DocumentRow>) -> Option<Difference> {
    let is_shown = |row: Option<&DocumentRow>| row.is_some_and(|row| !row.trashed);
    let turn = match (is_shown(now), is_shown(then)) {
        (true, false) => Turn::Gone,
        (false, true) => Turn::Back,
        (true, true) if now.map(|row| row.hash) != then.map(|row| row.hash) => Turn::Earlier,
        _ => return None,
    };
    let row = now.filter(|row| !row.trashed).or(then)?;
    Some(Difference {
        id,
        kind: row.kind.code(),
        title: row.title.clone(),
        turn,
        private: row.scope == Scope::Private.number(),
    })
}

/// What is said of a store that did not open though its key is right: that it is damaged, and the day of
/// the backup that can take its place.
pub fn told_as_damage(folder: &Folder, key: &StoreKey, error: ApiError) -> ApiError {
    match error {
        ApiError::Store(error) if error.is_damage() => ApiError::StoreBroken {
            backup: restore::newest_good(folder, &key.0)
                .ok()
                .flatten()
                .map(|backup| backup.date),
        },
        error => error,
    }
}
