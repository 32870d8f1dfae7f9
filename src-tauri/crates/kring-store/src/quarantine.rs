//! Packages that were refused but may be needed, in a folder beside the store: still encrypted, each
//! once, gone after a while. What is in them is not known here.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::error::StoreError;
use crate::folder::{Folder, sync_folder};

/// How long a package is kept.
const KEPT_MS: u64 = 180 * 24 * 60 * 60 * 1000;
/// How many are kept; the oldest makes room.
const MOST: usize = 200;

/// A package that is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// What it is called by: letters and digits, from its content alone.
    pub id: String,
    /// When it was kept, UTC milliseconds.
    pub at_ms: u64,
    /// Its length in bytes.
    pub bytes: u64,
    /// Its file.
    pub path: PathBuf,
}

/// Keeps a copy of a file, unless the same one is kept already. Answers whether it is new.
pub fn keep(folder: &Folder, from: &Path, now_ms: u64) -> Result<bool, StoreError> {
    let mut unfinished = tempfile::Builder::new()
        .suffix(".part")
        .tempfile_in(folder.quarantine())?;
    let mut source = File::open(from)?;
    let mut digest = Sha256::new();
    let mut piece = vec![0; 64 * 1024];
    loop {
        let read = source.read(&mut piece)?;
        let Some(bytes) = piece.get(..read).filter(|bytes| !bytes.is_empty()) else {
            break;
        };
        digest.update(bytes);
        io::Write::write_all(&mut unfinished, bytes)?;
    }
    let id: String = digest
        .finalize()
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    if list(folder)?.iter().any(|kept| kept.id == id) {
        return Ok(false);
    }
    unfinished.as_file().sync_all()?;
    let name = folder.quarantine().join(format!("{now_ms}-{id}.kring"));
    unfinished.persist(name).map_err(|error| error.error)?;
    sync_folder(&folder.quarantine());
    purge(folder, now_ms)?;
    Ok(true)
}

/// What is kept, newest first.
pub fn list(folder: &Folder) -> Result<Vec<Kept>, StoreError> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder.quarantine())? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let parts = name.strip_suffix(".kring").and_then(|stem| stem.split_once('-'));
        if let Some((at_ms, id)) = parts
            && let Ok(at_ms) = at_ms.parse()
        {
            all.push(Kept {
                id: id.to_owned(),
                at_ms,
                bytes: entry.metadata()?.len(),
                path: entry.path(),
            });
        }
    }
    all.sort_by(|a, b| (b.at_ms, &b.id).cmp(&(a.at_ms, &a.id)));
    Ok(all)
}

/// Removes one. Answers whether it was there.
pub fn remove(folder: &Folder, id: &str) -> Result<bool, StoreError> {
    let Some(kept) = list(folder)?.into_iter().find(|kept| kept.id == id) else {
        return Ok(false);
    };
    fs::remove_file(kept.path)?;
    Ok(true)
}

/// Removes what is too old and what is too much.
pub fn purge(folder: &Folder, now_ms: u64) -> Result<(), StoreError> {
    for (place, kept) in list(folder)?.into_iter().enumerate() {
        if place >= MOST || kept.at_ms.saturating_add(KEPT_MS) < now_ms {
            fs::remove_file(kept.path)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made() -> (tempfile::TempDir, Folder) {
        let parent = tempfile::tempdir().unwrap();
        let folder = Folder::new(parent.path().join("kring"));
        folder.create().unwrap();
        (parent, folder)
    }

    #[test]
    fn a_package_is_kept_once_however_often_it_is_refused() {
        let (parent, folder) = made();
        let (file, renamed) = (parent.path().join("a.kring"), parent.path().join("b.kring"));
        fs::write(&file, b"sealed").unwrap();
        fs::write(&renamed, b"sealed").unwrap();
        assert!(keep(&folder, &file, 5).unwrap());
        assert!(!keep(&folder, &file, 6).unwrap(), "the same file again");
        assert!(
            !keep(&folder, &renamed, 7).unwrap(),
            "the same bytes under another name"
        );
        let [kept] = list(&folder).unwrap().try_into().unwrap();
        assert_eq!((kept.at_ms, kept.bytes), (5, 6));
        assert_eq!(fs::read(&kept.path).unwrap(), b"sealed");
        assert_eq!(
            fs::read_dir(folder.quarantine()).unwrap().count(),
            1,
            "nothing unfinished is left"
        );
        assert!(remove(&folder, &kept.id).unwrap());
        assert!(!remove(&folder, &kept.id).unwrap());
    }

    #[test]
    fn what_is_too_old_or_too_much_goes() {
        let (parent, folder) = made();
        let file = parent.path().join("a.kring");
        for at in 0..=MOST as u64 {
            fs::write(&file, at.to_be_bytes()).unwrap();
            keep(&folder, &file, at).unwrap();
        }
        let all = list(&folder).unwrap();
        assert_eq!(
            (all.len(), all.last().map(|kept| kept.at_ms)),
            (MOST, Some(1)),
            "the oldest made room"
        );
        purge(&folder, KEPT_MS + 10).unwrap();
        let oldest = list(&folder).unwrap().last().map(|kept| kept.at_ms);
        assert_eq!(oldest, Some(10), "kept for 180 days and not longer");
    }
}
