//! Attachments that backups name: in one file beside them, to which only what is new is added, and from which
//! goes what nothing names any more.

use std::collections::BTreeSet;
use std::fs;
use std::sync::PoisonError;

use kring_domain::id::{Hash, RecordId};
use rusqlite::Connection;

use super::{MAKING, list};
use crate::attachment::Attachments;
use crate::connection;
use crate::error::StoreError;
use crate::folder::Folder;
use crate::table::{attached, erased};

/// A backup of the records is made also where an attachment is damaged.
pub(super) fn unless_damaged(result: Result<(), StoreError>) -> Result<(), StoreError> {
    match result {
        Err(error) if error.is_damage() => Ok(()),
        result => result,
    }
}

/// The file beside the backups. One that is damaged is begun anew: it is a copy.
fn kept(folder: &Folder, key: &[u8; 32]) -> Result<Attachments, StoreError> {
    match Attachments::open(&folder.attachment_backup(), key) {
        Err(error) if error.is_damage() => {
            remove(folder)?;
            Attachments::open(&folder.attachment_backup(), key)
        }
        opened => opened,
    }
}

fn remove(folder: &Folder) -> Result<(), StoreError> {
    fs::remove_file(folder.attachment_backup())?;
    for beside in ["attachments.db-wal", "attachments.db-shm"] {
        let _ = fs::remove_file(folder.backups().join(beside));
    }
    Ok(())
}

/// Adds the attachments that the store names and no backup has yet. They are there before a backup names
/// them.
pub(super) fn add(db: &Connection, folder: &Folder, key: &[u8; 32]) -> Result<(), StoreError> {
    let named = attached::named_in(db, &BTreeSet::new())?;
    if named.is_empty() || !folder.attachments().exists() {
        return Ok(());
    }
    let present = Attachments::open(&folder.attachments(), key)?;
    let mut kept = kept(folder, key)?;
    kept.copy_from(&present, &named)?;
    Ok(())
}

/// Removes attachments that neither the store nor any backup names any more, now that records were erased.
pub fn forget_attachments(db: &Connection, folder: &Folder, key: &[u8; 32]) -> Result<(), StoreError> {
    let _making = MAKING.lock().unwrap_or_else(PoisonError::into_inner);
    let forgotten = drop_unnamed(db, folder, key).and_then(|()| {
        if folder.attachment_backup().exists() {
            kept(folder, key)?.scrub()?;
        }
        Ok(())
    });
    match forgotten {
        // What cannot be taken out of a damaged copy goes with it.
        Err(error) if error.is_damage() => remove(folder),
        forgotten => forgotten,
    }
}

/// A backup names nothing for a record that was erased since it was made.
pub(super) fn drop_unnamed(db: &Connection, folder: &Folder, key: &[u8; 32]) -> Result<(), StoreError> {
    if !folder.attachment_backup().exists() {
        return Ok(());
    }
    let mut kept = kept(folder, key)?;
    let mut named = attached::named_in(db, &BTreeSet::new())?;
    if kept.whole()?.is_subset(&named) {
        return Ok(());
    }
    let erased: BTreeSet<RecordId> = erased::all(db)?;
    for backup in list(folder)? {
        // One that does not read any more names nothing that could be put back.
        if let Ok(copy) = connection::look(&backup.path, key) {
            named.extend(attached::named_in(&copy, &erased)?);
        }
    }
    kept.keep_only(&named, 0)?;
    Ok(())
}

/// Brings attachments back that the store names and lacks, from beside the backups. Answers how many came.
pub fn bring_back_attachments(
    attachments: &mut Attachments,
    folder: &Folder,
    key: &[u8; 32],
    lacking: &BTreeSet<Hash>,
) -> Result<u64, StoreError> {
    if lacking.is_empty() || !folder.attachment_backup().exists() {
        return Ok(0);
    }
    let kept = kept(folder, key)?;
    attachments.copy_from(&kept, lacking)
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::super::make_daily;
    use super::*;
    use crate::attachment::Stored;
    use crate::store::Store;

    const KEY: [u8; 32] = [7; 32];

    /// A store, gone with the folder it lies in.
    fn made() -> (tempfile::TempDir, Store) {
        let parent = tempfile::tempdir().unwrap();
        let store = Store::create(Folder::new(parent.path().join("kring")), &KEY).unwrap();
        crate::store::empty_view(store.db()).unwrap();
        (parent, store)
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// Stores a file in a record of its own, and answers its hash.
    fn attach(store: &mut Store, record: u8, content: &[u8]) -> Hash {
        let Stored::Whole(hash, bytes) = store.attachments_mut().store(content, false, |_| true).unwrap()
        else {
            panic!("not stored")
        };
        let row = attached::AttachedRow {
            record: RecordId([record; 16]),
            hash,
            name: "Verslag.pdf".to_owned(),
            bytes,
            live: true,
        };
        attached::replace(store.db(), row.record, std::slice::from_ref(&row)).unwrap();
        hash
    }

    fn kept(store: &Store) -> BTreeSet<Hash> {
        let kept = Attachments::open(&store.folder().attachment_backup(), &KEY).unwrap();
        kept.check().unwrap();
        kept.whole().unwrap()
    }

    #[test]
    fn attachments_lie_beside_the_backups_once_and_come_back() {
        let (_parent, mut store) = made();
        let first = attach(&mut store, 1, b"eerste");
        make_daily(&store, &KEY, day("2026-11-20")).unwrap();
        let second = attach(&mut store, 2, b"tweede");
        make_daily(&store, &KEY, day("2026-11-21")).unwrap();
        assert_eq!(kept(&store), BTreeSet::from([first, second]));
        let folder = store.folder().clone();
        store.attachments_mut().keep_only(&BTreeSet::new(), 0).unwrap();
        let lacking = BTreeSet::from([first, Hash([9; 32])]);
        let back = bring_back_attachments(store.attachments_mut(), &folder, &KEY, &lacking).unwrap();
        assert_eq!(back, 1, "what is asked for and there");
        assert_eq!(store.attachments().whole().unwrap(), BTreeSet::from([first]));
    }

    #[test]
    fn an_attachment_goes_from_the_backups_with_the_last_one_that_names_it_or_when_it_is_erased() {
        let (_parent, mut store) = made();
        let old = attach(&mut store, 1, b"oud");
        let gone = attach(&mut store, 2, b"gewist");
        make_daily(&store, &KEY, day("2026-09-01")).unwrap();
        attached::take_away(store.db(), RecordId([1; 16])).unwrap();
        drop_unnamed(store.db(), store.folder(), &KEY).unwrap();
        assert_eq!(kept(&store), BTreeSet::from([old, gone]), "the backup names both");
        attached::take_away(store.db(), RecordId([2; 16])).unwrap();
        erased::add(store.db(), RecordId([2; 16])).unwrap();
        drop_unnamed(store.db(), store.folder(), &KEY).unwrap();
        assert_eq!(
            kept(&store),
            BTreeSet::from([old]),
            "what was erased is in no backup"
        );
        make_daily(&store, &KEY, day("2026-11-20")).unwrap();
        for date in ["2026-11-21", "2026-11-28", "2026-12-05", "2026-12-12"] {
            make_daily(&store, &KEY, day(date)).unwrap();
        }
        assert_eq!(kept(&store), BTreeSet::new(), "the backup that named it is gone");
    }
}
