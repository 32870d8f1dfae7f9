//! Verified copies of the database in the store's folder: made by SQLite itself, read back before
//! they count, the newest verified one never removed. Encrypted with the store's own key.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{Datelike as _, NaiveDate};
use rusqlite::Connection;

use crate::connection;
use crate::error::StoreError;
use crate::folder::sync_folder;
use crate::store::Store;

/// How many days keep their backup.
const DAYS: usize = 7;
/// How many weeks keep one.
const WEEKS: usize = 4;

/// A backup by its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// The day it was made.
    pub date: NaiveDate,
    /// Its file.
    pub path: PathBuf,
}

/// Makes today's backup unless there is one, reads it back, and removes those that are too old.
/// Answers whether one was made.
pub fn make_daily(store: &Store, key: &[u8; 32], today: NaiveDate) -> Result<bool, StoreError> {
    if list(store)?.iter().any(|backup| backup.date == today) {
        return Ok(false);
    }
    make(store.db(), &store.folder().backups().join(file_name(today)), key)?;
    prune(store, today)?;
    Ok(true)
}

fn file_name(date: NaiveDate) -> String {
    format!("store-{}.db", date.format("%Y-%m-%d"))
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

fn verify(path: &Path, key: &[u8; 32]) -> Result<(), StoreError> {
    let copy = connection::open(path, key)?;
    let finding: String = copy.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    // Leaves one file behind instead of three.
    copy.pragma_update(None, "journal_mode", "DELETE")?;
    if finding == "ok" {
        Ok(())
    } else {
        Err(StoreError::Damaged { finding })
    }
}

/// The backups of a store, newest first.
pub fn list(store: &Store) -> Result<Vec<Backup>, StoreError> {
    let mut backups = Vec::new();
    for entry in fs::read_dir(store.folder().backups())? {
        let path = entry?.path();
        let name = path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        let day = name
            .strip_prefix("store-")
            .and_then(|rest| rest.strip_suffix(".db"));
        if let Some(date) = day.and_then(|day| day.parse().ok()) {
            backups.push(Backup { date, path });
        }
    }
    backups.sort_by_key(|backup| std::cmp::Reverse(backup.date));
    Ok(backups)
}

fn prune(store: &Store, today: NaiveDate) -> Result<(), StoreError> {
    let backups = list(store)?;
    let mut weeks = Vec::new();
    for (place, backup) in backups.iter().enumerate() {
        let week = backup.date.iso_week();
        let first_of_week = !weeks.contains(&week) && weeks.len() < WEEKS;
        if first_of_week {
            weeks.push(week);
        }
        let old = (today - backup.date).num_days() >= DAYS as i64;
        if place > 0 && old && !first_of_week {
            fs::remove_file(&backup.path)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::folder::Folder;
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
        list(store)
            .unwrap()
            .iter()
            .map(|backup| backup.date.to_string())
            .collect()
    }

    #[test]
    fn a_day_gets_one_backup() {
        let (_parent, store) = made();
        assert!(make_daily(&store, &KEY, day("2026-11-20")).unwrap());
        let first = list(&store).unwrap();
        let written = fs::read(&first[0].path).unwrap();

        own::set_setting(store.db(), "later", b"the same day").unwrap();
        assert!(!make_daily(&store, &KEY, day("2026-11-20")).unwrap());
        assert_eq!(list(&store).unwrap(), first);
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

        let path = &list(&store).unwrap()[0].path;
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
            fs::write(folder.join(file_name(date)), b"").unwrap();
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
        prune(&store, day("2026-11-21")).unwrap();
        assert_eq!(days(&store), ["2024-02-29"]);
    }
}
