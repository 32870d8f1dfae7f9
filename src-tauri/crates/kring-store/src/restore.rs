//! Putting a backup in the place of a store's database, while the store is closed: whole or not at all,
//! and what lay there before is kept. Which backup, and what follows from it, is decided elsewhere.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;

use crate::attachment::Attachments;
use crate::backup::{self, Backup};
use crate::connection;
use crate::error::StoreError;
use crate::folder::{Folder, sync_folder};

/// Puts a backup in the place of the database. A backup that does not read back is not used.
pub fn put_back(folder: &Folder, key: &[u8; 32], id: &str, now: NaiveDateTime) -> Result<(), StoreError> {
    let _lock = folder.lock()?;
    let backup = backup::find(folder, id)?;
    backup::verify(&backup.path, key)?;
    let ready = ready(folder);
    fs::copy(&backup.path, &ready)?;
    File::open(&ready)?.sync_all()?;
    keep_present(folder, key, now)?;
    // Pages that wait in a log of the old database must never reach the new one.
    for beside in ["-wal", "-shm"] {
        remove_if_there(&beside_database(folder, beside))?;
    }
    fs::rename(&ready, folder.database())?;
    Attachments::set_aside_if_damaged(folder, key)?;
    sync_folder(folder.path());
    Ok(())
}

/// The newest backup that reads back, if there is one.
pub fn newest_good(folder: &Folder, key: &[u8; 32]) -> Result<Option<Backup>, StoreError> {
    let backups = backup::list(folder)?;
    Ok(backups
        .into_iter()
        .find(|backup| backup::verify(&backup.path, key).is_ok()))
}

/// Keeps the database that is there: as a backup when it is sound, else as it is, under a name of its own.
fn keep_present(folder: &Folder, key: &[u8; 32], now: NaiveDateTime) -> Result<(), StoreError> {
    if !folder.database().exists() {
        return Ok(());
    }
    match keep_sound(folder, key, now) {
        Err(error) if error.is_damage() => {}
        kept => return kept,
    }
    let damaged = folder
        .backups()
        .join(format!("damaged-{}.db", now.format("%Y-%m-%d-%H%M%S")));
    let log = beside_database(folder, "-wal");
    if log.exists() {
        fs::rename(&log, damaged.with_extension("db-wal"))?;
    }
    fs::rename(folder.database(), &damaged)?;
    Ok(())
}

fn keep_sound(folder: &Folder, key: &[u8; 32], now: NaiveDateTime) -> Result<(), StoreError> {
    if fs::metadata(folder.database())?.len() == 0 {
        return Err(StoreError::WrongKey);
    }
    let present = connection::open(&folder.database(), key)?;
    connection::check_pages(&present)?;
    backup::make_before_restoring(&present, folder, key, now)
}

fn ready(folder: &Folder) -> PathBuf {
    folder.path().join("store.restored")
}

fn beside_database(folder: &Folder, ending: &str) -> PathBuf {
    let mut name = folder.database().into_os_string();
    name.push(ending);
    PathBuf::from(name)
}

fn remove_if_there(path: &Path) -> Result<(), StoreError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Store;
    use crate::table::own;

    const KEY: [u8; 32] = [7; 32];

    fn at(day: &str) -> NaiveDateTime {
        day.parse::<chrono::NaiveDate>()
            .unwrap()
            .and_hms_opt(13, 30, 0)
            .unwrap()
    }

    fn word(folder: &Folder) -> String {
        let store = Store::open(folder.clone(), &KEY).unwrap();
        String::from_utf8(own::setting(store.db(), "word").unwrap().unwrap()).unwrap()
    }

    fn write(store: &Store, word: &str) {
        own::set_setting(store.db(), "word", word.as_bytes()).unwrap();
    }

    /// A store whose backup says "old" and which itself says "new", closed.
    fn made() -> (tempfile::TempDir, Folder) {
        let parent = tempfile::tempdir().unwrap();
        let folder = Folder::new(parent.path().join("kring"));
        let store = Store::create(folder.clone(), &KEY).unwrap();
        write(&store, "old");
        backup::make_daily(&store, &KEY, at("2026-11-20").date()).unwrap();
        write(&store, "new");
        (parent, folder)
    }

    fn ids(folder: &Folder) -> Vec<String> {
        backup::list(folder)
            .unwrap()
            .into_iter()
            .map(|backup| backup.id)
            .collect()
    }

    #[test]
    fn what_was_there_becomes_a_backup_that_can_be_put_back_in_its_turn() {
        let (_parent, folder) = made();
        put_back(&folder, &KEY, "2026-11-20", at("2026-11-21")).unwrap();
        assert_eq!(word(&folder), "old");
        assert_eq!(ids(&folder), ["2026-11-21-before-133000", "2026-11-20"]);
        put_back(&folder, &KEY, "2026-11-21-before-133000", at("2026-11-22")).unwrap();
        assert_eq!(word(&folder), "new", "nothing is lost by trying");
    }

    #[test]
    fn a_backup_that_does_not_read_back_changes_nothing() {
        let (_parent, folder) = made();
        let path = backup::find(&folder, "2026-11-20").unwrap().path;
        let whole = fs::read(&path).unwrap();
        for damage in [
            whole[..whole.len() / 2].to_vec(),
            flipped(&whole, 5000),
            Vec::new(),
        ] {
            fs::write(&path, damage).unwrap();
            let refused = put_back(&folder, &KEY, "2026-11-20", at("2026-11-21")).unwrap_err();
            assert!(refused.is_damage(), "{refused}");
            assert_eq!(
                (word(&folder), ids(&folder)),
                ("new".to_owned(), vec!["2026-11-20".to_owned()])
            );
            assert!(newest_good(&folder, &KEY).unwrap().is_none());
        }
        let unknown = put_back(&folder, &KEY, "../../keys", at("2026-11-21"));
        assert!(
            matches!(unknown, Err(StoreError::NoBackup)),
            "an id is one of the list and never a path"
        );
    }

    fn flipped(bytes: &[u8], at: usize) -> Vec<u8> {
        let mut bytes = bytes.to_vec();
        bytes[at] ^= 0xff;
        bytes
    }

    #[test]
    fn a_damaged_database_is_kept_as_it_is_and_the_backup_takes_its_place() {
        let (_parent, folder) = made();
        let whole = fs::read(folder.database()).unwrap();
        for (hour, damage) in [flipped(&whole, 10), flipped(&whole, 5000), Vec::new()]
            .into_iter()
            .enumerate()
        {
            fs::write(folder.database(), &damage).unwrap();
            let good = newest_good(&folder, &KEY).unwrap().unwrap();
            let now = at("2026-11-21") + chrono::Duration::hours(hour as i64);
            put_back(&folder, &KEY, &good.id, now).unwrap();
            assert_eq!(word(&folder), "old");
            let kept = folder
                .backups()
                .join(format!("damaged-{}.db", now.format("%Y-%m-%d-%H%M%S")));
            assert_eq!(fs::read(kept).unwrap(), damage, "an expert may still read it");
        }
        fs::remove_file(folder.database()).unwrap();
        put_back(&folder, &KEY, "2026-11-20", at("2026-11-22")).unwrap();
        assert_eq!(word(&folder), "old", "also when there is nothing left");
    }

    #[test]
    fn the_log_of_the_old_database_never_reaches_the_new_one() {
        let (_parent, folder) = made();
        let store = Store::open(folder.clone(), &KEY).unwrap();
        write(&store, "only in the log");
        let log = fs::read(beside_database(&folder, "-wal")).unwrap();
        drop(store);
        fs::write(beside_database(&folder, "-wal"), &log).unwrap();
        put_back(&folder, &KEY, "2026-11-20", at("2026-11-21")).unwrap();
        assert_eq!(word(&folder), "old");
    }

    #[test]
    fn an_open_store_is_not_replaced() {
        let (_parent, folder) = made();
        let store = Store::open(folder.clone(), &KEY).unwrap();
        let refused = put_back(&folder, &KEY, "2026-11-20", at("2026-11-21"));
        assert!(matches!(refused, Err(StoreError::Locked { .. })));
        drop(store);
        assert_eq!(word(&folder), "new");
    }
}
