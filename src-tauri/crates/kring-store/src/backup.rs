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
    if finding == "ok" { Ok(()) } else { Err(StoreError::Damaged { finding }) }
}

/// The backups of a store, newest first.
pub fn list(store: &Store) -> Result<Vec<Backup>, StoreError> {
    let mut backups = Vec::new();
    for entry in fs::read_dir(store.folder().backups())? {
        let path = entry?.path();
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let day = name.strip_prefix("store-").and_then(|rest| rest.strip_suffix(".db"));
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
