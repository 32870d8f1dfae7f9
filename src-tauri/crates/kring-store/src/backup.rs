//! Verified copies of the database in the store's folder: made by SQLite itself, read back before
//! they count, the newest verified one never removed. Encrypted with the store's own key. Attachments lie in
//! one file for all of them, to which only what is new is added.

mod attachments;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use chrono::{Datelike as _, NaiveDate, NaiveDateTime};
use rusqlite::Connection;

pub use self::attachments::{bring_back_attachments, forget_attachments};
use crate::connection;
use crate::error::StoreError;
use crate::folder::{Folder, sync_folder};
use crate::store::Store;

/// How many days keep their backup.
const DAYS: usize = 7;
/// How many weeks keep one, and how long one is kept that was made before another was put back.
const WEEKS: usize = 4;

/// Backups are made one at a time: beside the app, and before an import.
static MAKING: Mutex<()> = Mutex::new(());

/// A backup by its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// What tells it apart: its day, and more for one that is not the day's.
    pub id: String,
    /// The day it was made.
    pub date: NaiveDate,
    /// Whether it holds what was there before another backup was put back.
    pub before_restore: bool,
    /// Its length.
    pub bytes: u64,
    /// Its file.
    pub path: PathBuf,
}

/// Makes today's backup unless there is one, reads it back, and removes those that are too old.
/// Answers whether one was made.
pub fn make_daily(store: &Store, key: &[u8; 32], today: NaiveDate) -> Result<bool, StoreError> {
    make_unless_there(store.db(), store.folder(), key, today)
}

/// The same beside an open store, on a connection of its own: nobody waits for it.
pub fn make_apart(folder: &Folder, key: &[u8; 32], today: NaiveDate) -> Result<bool, StoreError> {
    make_unless_there(&connection::open(&folder.database(), key)?, folder, key, today)
}

fn make_unless_there(
    db: &Connection,
    folder: &Folder,
    key: &[u8; 32],
    today: NaiveDate,
) -> Result<bool, StoreError> {
    let _making = MAKING.lock().unwrap_or_else(PoisonError::into_inner);
    let is_there = |backup: &Backup| backup.date == today && !backup.before_restore;
    if list(folder)?.iter().any(is_there) {
        return Ok(false);
    }
    attachments::unless_damaged(attachments::add(db, folder, key))?;
    make(db, &folder.backups().join(file_name(&today.to_string())), key)?;
    prune(folder, today)?;
    attachments::unless_damaged(attachments::drop_unnamed(db, folder, key))?;
    Ok(true)
}

/// Makes a backup of what is there before another one is put in its place.
pub(crate) fn make_before_restoring(
    db: &Connection,
    folder: &Folder,
    key: &[u8; 32],
    now: NaiveDateTime,
) -> Result<(), StoreError> {
    let id = format!("{}{BEFORE}{}", now.date(), now.format("%H%M%S"));
    attachments::unless_damaged(attachments::add(db, folder, key))?;
    make(db, &folder.backups().join(file_name(&id)), key)
}

const BEFORE: &str = "-before-";

fn file_name(id: &str) -> String {
    format!("store-{id}.db")
}

fn make(db: &Connection, path: &Path, key: &[u8; 32]) -> Result<(), StoreError> {
    let unfinished = path.with_extension("part");
    if unfinished.exists() {
        fs::remove_file(&unfinished)?;
    }
    db.execute("VACUUM INTO ?1", [unfinished.to_string_lossy()])?;
    verify(&unfinished, key)?;
    fs::File::open(&unfinished)?.sync_all()?;
    fs::rename(&unfinished, path)?;
    if let Some(folder) = path.parent() {
        sync_folder(folder);
    }
    Ok(())
}

/// Reads a backup to its end; an error when a page of it is not as it was written.
pub fn verify(path: &Path, key: &[u8; 32]) -> Result<(), StoreError> {
    if fs::metadata(path)?.len() == 0 {
        return Err(StoreError::Damaged {
            finding: "empty".to_owned(),
        });
    }
    connection::check_pages(&connection::look(path, key)?)
}

/// The backup that is called this.
pub fn find(folder: &Folder, id: &str) -> Result<Backup, StoreError> {
    let mut backups = list(folder)?.into_iter();
    backups.find(|backup| backup.id == id).ok_or(StoreError::NoBackup)
}

/// The backups of a store, newest first.
pub fn list(folder: &Folder) -> Result<Vec<Backup>, StoreError> {
    let mut backups = Vec::new();
    for entry in fs::read_dir(folder.backups())? {
        let path = entry?.path();
        let name = path.file_name().map(|name| name.to_string_lossy());
        let Some(id) = name.as_deref().and_then(id_of) else {
            continue;
        };
        let (day, before_restore) = match id.split_once(BEFORE) {
            Some((day, _)) => (day, true),
            None => (id, false),
        };
        if let Ok(date) = day.parse() {
            backups.push(Backup {
                id: id.to_owned(),
                date,
                before_restore,
                bytes: fs::metadata(&path)?.len(),
                path: path.clone(),
            });
        }
    }
    // Of one day, what was put aside last comes first.
    backups.sort_by(|a, b| (b.date, &b.id).cmp(&(a.date, &a.id)));
    Ok(backups)
}

fn id_of(name: &str) -> Option<&str> {
    name.strip_prefix("store-")?.strip_suffix(".db")
}

fn prune(folder: &Folder, today: NaiveDate) -> Result<(), StoreError> {
    let (put_aside, daily): (Vec<Backup>, Vec<Backup>) = list(folder)?
        .into_iter()
        .partition(|backup| backup.before_restore);
    let age = |backup: &Backup| (today - backup.date).num_days();
    for backup in put_aside.iter().filter(|backup| age(backup) >= 7 * WEEKS as i64) {
        fs::remove_file(&backup.path)?;
    }
    let mut weeks = Vec::new();
    for (place, backup) in daily.iter().enumerate() {
        let week = backup.date.iso_week();
        let first_of_week = !weeks.contains(&week) && weeks.len() < WEEKS;
        if first_of_week {
            weeks.push(week);
        }
        if place > 0 && age(backup) >= DAYS as i64 && !first_of_week {
            fs::remove_file(&backup.path)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::own;

    const KEY: [u8; 32] = [7; 32];

    /// A store, gone with the folder it lies in.
    fn made() -> (tempfile::TempDir, Store) {
        let parent = tempfile::tempdir().unwrap();
        let store = Store::create(Folder::new(parent.path().join("kring")), &KEY).unwrap();
        (parent, store)
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// The days that have a backup, newest first.
    fn days(store: &Store) -> Vec<String> {
        list(store.folder())
            .unwrap()
            .iter()
            .map(|backup| backup.date.to_string())
            .collect()
    }

    #[test]
    fn a_day_gets_one_backup() {
        let (_parent, store) = made();
        assert!(make_daily(&store, &KEY, day("2026-11-20")).unwrap());
        let first = list(store.folder()).unwrap();
        let written = fs::read(&first[0].path).unwrap();

        own::set_setting(store.db(), "later", b"the same day").unwrap();
        assert!(!make_daily(&store, &KEY, day("2026-11-20")).unwrap());
        assert_eq!(list(store.folder()).unwrap(), first);
        assert_eq!(
            fs::read(&first[0].path).unwrap(),
            written,
            "it is not made again either"
        );

        assert!(make_daily(&store, &KEY, day("2026-11-21")).unwrap());
        assert_eq!(days(&store), ["2026-11-21", "2026-11-20"]);
    }

    #[test]
    fn a_backup_holds_what_the_store_held_under_the_same_key() {
        let (_parent, store) = made();
        own::set_setting(store.db(), "canary", b"kanarievogel").unwrap();
        make_daily(&store, &KEY, day("2026-11-21")).unwrap();
        own::set_setting(store.db(), "canary", b"changed afterwards").unwrap();

        let path = &list(store.folder()).unwrap()[0].path;
        let copy = connection::open(path, &KEY).unwrap();
        assert_eq!(
            own::setting(&copy, "canary").unwrap(),
            Some(b"kanarievogel".to_vec())
        );
        assert!(matches!(
            connection::open(path, &[8; 32]),
            Err(StoreError::WrongKey)
        ));
        let bytes = fs::read(path).unwrap();
        assert!(
            !bytes.windows(12).any(|window| window == b"kanarievogel"),
            "encrypted as the store is"
        );
    }

    #[test]
    fn a_backup_is_one_file_and_what_was_left_unfinished_is_replaced() {
        let (_parent, store) = made();
        let folder = store.folder().backups();
        fs::write(folder.join("store-2026-11-21.part"), b"cut off by a power cut").unwrap();
        assert!(
            make_daily(&store, &KEY, day("2026-11-21")).unwrap(),
            "an unfinished one does not count"
        );
        let names: Vec<_> = fs::read_dir(&folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name())
            .collect();
        assert_eq!(names, ["store-2026-11-21.db"]);
    }

    #[test]
    fn a_copy_that_does_not_read_back_does_not_count() {
        let (_parent, store) = made();
        let refused = make_daily(&store, &[8; 32], day("2026-11-21"));
        assert!(
            matches!(refused, Err(StoreError::WrongKey)),
            "read back under the key it should have"
        );
        assert_eq!(days(&store), [""; 0]);
    }

    #[test]
    fn a_week_of_days_and_four_weeks_are_kept() {
        let (_parent, store) = made();
        let today = day("2026-11-21");
        let folder = store.folder().backups();
        for age in 1..60 {
            let date = today - chrono::Days::new(age);
            fs::write(folder.join(file_name(&date.to_string())), b"").unwrap();
        }
        fs::write(folder.join("mijn aantekening.txt"), b"").unwrap();
        make_daily(&store, &KEY, today).unwrap();
        let kept = [
            "2026-11-21",
            "2026-11-20",
            "2026-11-19",
            "2026-11-18",
            "2026-11-17",
            "2026-11-16",
            "2026-11-15",
            "2026-11-08",
            "2026-11-01",
        ];
        assert_eq!(
            days(&store),
            kept,
            "this week and the one before lie in the days; a week's last counts"
        );
        assert!(
            folder.join("mijn aantekening.txt").exists(),
            "a file of somebody else is left alone"
        );
    }

    #[test]
    fn the_newest_backup_is_never_too_old() {
        let (_parent, store) = made();
        make_daily(&store, &KEY, day("2024-02-29")).unwrap();
        prune(store.folder(), day("2026-11-21")).unwrap();
        assert_eq!(days(&store), ["2024-02-29"]);
    }
}
