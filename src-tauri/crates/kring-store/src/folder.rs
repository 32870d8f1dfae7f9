//! The store's folder: what lies where, the key file in two copies, and the lock that lets one
//! process in. What a key file means is not known here; it is bytes.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{Read, Seek, Write};
use std::path::{Path, PathBuf};

use kring_domain::id::Hash;
use sha2::{Digest, Sha256};

use crate::carrier::carrier_of;
use crate::error::StoreError;

/// A store's folder. It need not exist yet.
#[derive(Debug, Clone)]
pub struct Folder(PathBuf);

impl Folder {
    /// The folder at this path.
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self(path.into())
    }

    /// Its path.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// The encrypted records.
    pub fn database(&self) -> PathBuf {
        self.0.join("store.db")
    }

    /// The encrypted bytes of attachments.
    pub fn attachments(&self) -> PathBuf {
        self.0.join("attachments.db")
    }

    /// The attachments that backups name, beside them.
    pub fn attachment_backup(&self) -> PathBuf {
        self.backups().join("attachments.db")
    }

    /// Where a package is copied before it is read; it stays encrypted.
    pub fn spool(&self) -> PathBuf {
        self.0.join("spool")
    }

    /// Where packages wait that were refused but may be needed.
    pub fn quarantine(&self) -> PathBuf {
        self.0.join("quarantine")
    }

    /// Verified copies of the database.
    pub fn backups(&self) -> PathBuf {
        self.0.join("backups")
    }

    /// The journal and the technical log.
    pub fn log(&self) -> PathBuf {
        self.0.join("log")
    }

    /// Whether a store lies here.
    pub fn holds_store(&self) -> bool {
        self.database().exists() || self.key_paths().iter().any(|path| path.exists())
    }

    /// Makes the folder and its parts. Refuses a folder that already holds something.
    pub fn create(&self) -> Result<(), StoreError> {
        if self.0.exists() && fs::read_dir(&self.0)?.next().is_some() {
            return Err(StoreError::NotEmpty);
        }
        for part in [self.spool(), self.quarantine(), self.backups(), self.log()] {
            fs::create_dir_all(part)?;
        }
        only_for_owner(&self.0)
    }

    /// Refuses a folder that something else copies to other machines while the store is open.
    pub fn refuse_if_carried(&self) -> Result<(), StoreError> {
        match carrier_of(&self.0) {
            Some(carrier) => Err(StoreError::Carried(carrier)),
            None => Ok(()),
        }
    }

    /// Takes the lock, or says who has it.
    pub fn lock(&self) -> Result<FolderLock, StoreError> {
        let path = self.0.join("lock");
        let mut file = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(&path)?;
        let mut holder = String::new();
        let _ = (&mut file).take(200).read_to_string(&mut holder);
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Err(StoreError::Locked {
                    holder: holder.trim().to_owned(),
                });
            }
            Err(TryLockError::Error(error)) => return Err(error.into()),
        }
        file.set_len(0)?;
        file.rewind()?;
        file.write_all(format!("{}\n", std::process::id()).as_bytes())?;
        file.sync_data()?;
        Ok(FolderLock { _file: file })
    }

    fn key_paths(&self) -> [PathBuf; 2] {
        [self.0.join("keys"), self.0.join("keys.copy")]
    }

    /// The copies of the key file that can be read, the first one first.
    pub fn read_keys(&self) -> Result<Vec<Vec<u8>>, StoreError> {
        let mut copies = Vec::new();
        for path in self.key_paths() {
            let mut bytes = Vec::new();
            let read =
                File::open(path).and_then(|file| file.take(MAX_KEY_FILE_BYTES).read_to_end(&mut bytes));
            if read.is_ok() {
                copies.push(bytes);
            }
        }
        if copies.is_empty() {
            Err(StoreError::NoStore)
        } else {
            Ok(copies)
        }
    }

    /// Writes both copies of the key file, one whole before the other is touched.
    pub fn write_keys(&self, bytes: &[u8]) -> Result<(), StoreError> {
        self.key_paths()
            .iter()
            .try_for_each(|path| write_whole(path, bytes))
    }
}

/// A key file is a few hundred bytes.
const MAX_KEY_FILE_BYTES: u64 = 64 * 1024;

/// The lock on a store's folder, held until it is dropped.
pub struct FolderLock {
    _file: File,
}

impl std::fmt::Debug for FolderLock {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("FolderLock")
    }
}

/// Writes a file so that it is there whole or not at all, also after a power cut.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    write_whole_by(path, |file| Ok(file.write_all(bytes)?))
}

/// The same for what is not in memory at once; nothing is there when `write` fails.
pub fn write_whole_by<E: From<StoreError>>(
    path: &Path,
    write: impl FnOnce(&mut File) -> Result<(), E>,
) -> Result<(), E> {
    let folder = folder_of(path);
    let mut temporary = tempfile::NamedTempFile::new_in(folder).map_err(StoreError::from)?;
    write(temporary.as_file_mut())?;
    temporary.as_file().sync_all().map_err(StoreError::from)?;
    temporary
        .persist(path)
        .map_err(|error| StoreError::from(error.error))?;
    sync_folder(folder);
    Ok(())
}

/// The folder that a file lies in, or will.
pub fn folder_of(path: &Path) -> &Path {
    path.parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."))
}

/// SHA-256 of what is in a file.
pub fn hash_file(path: &Path) -> Result<Hash, StoreError> {
    let mut file = File::open(path)?;
    let mut digest = Sha256::new();
    let mut piece = vec![0; 64 * 1024];
    loop {
        match file.read(&mut piece)? {
            0 => return Ok(Hash(digest.finalize().into())),
            read => digest.update(&piece[..read]),
        }
    }
}

/// Makes a rename in a folder durable, where the system can.
pub fn sync_folder(folder: &Path) {
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
}

#[cfg(unix)]
fn only_for_owner(path: &Path) -> Result<(), StoreError> {
    use std::os::unix::fs::PermissionsExt;
    Ok(fs::set_permissions(path, fs::Permissions::from_mode(0o700))?)
}

#[cfg(not(unix))]
fn only_for_owner(_: &Path) -> Result<(), StoreError> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A store's folder, gone with the first of the two.
    fn made() -> (tempfile::TempDir, Folder) {
        let parent = tempfile::tempdir().unwrap();
        let folder = Folder::new(parent.path().join("kring"));
        folder.create().unwrap();
        (parent, folder)
    }

    #[test]
    fn a_folder_that_holds_something_is_left_alone() {
        let parent = tempfile::tempdir().unwrap();
        fs::write(parent.path().join("brief.odt"), b"niet van ons").unwrap();
        let refused = Folder::new(parent.path()).create();
        assert!(matches!(refused, Err(StoreError::NotEmpty)));
        assert_eq!(
            fs::read_dir(parent.path()).unwrap().count(),
            1,
            "nothing was put beside it"
        );
    }

    #[test]
    fn an_empty_folder_gets_its_parts() {
        let parent = tempfile::tempdir().unwrap();
        let folder = Folder::new(parent.path());
        folder.create().unwrap();
        for part in [
            folder.spool(),
            folder.quarantine(),
            folder.backups(),
            folder.log(),
        ] {
            assert!(part.is_dir(), "{}", part.display());
        }
        assert!(!folder.holds_store(), "neither database nor key is made here");
    }

    #[cfg(unix)]
    #[test]
    fn nobody_but_its_owner_looks_into_the_folder() {
        use std::os::unix::fs::PermissionsExt;
        let (_parent, folder) = made();
        let mode = fs::metadata(folder.path()).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o700);
    }

    #[test]
    fn a_second_lock_is_refused_and_names_the_process() {
        let (_parent, folder) = made();
        let first = folder.lock().unwrap();
        let Err(StoreError::Locked { holder }) = folder.lock() else {
            panic!("two processes would write into one store")
        };
        assert_eq!(holder, std::process::id().to_string());
        drop(first);
        assert!(folder.lock().is_ok(), "a lock ends with its holder");
    }

    #[test]
    fn a_lock_file_left_behind_locks_nobody_out() {
        let (_parent, folder) = made();
        fs::write(
            folder.path().join("lock"),
            "4294967295, killed before it could tidy up\n",
        )
        .unwrap();
        let _lock = folder.lock().unwrap();
        let Err(StoreError::Locked { holder }) = folder.lock() else {
            panic!("the store is locked")
        };
        assert_eq!(
            holder,
            std::process::id().to_string(),
            "nothing of the longer old line is left"
        );
    }

    #[test]
    fn a_folder_without_key_file_holds_no_store() {
        let (_parent, folder) = made();
        assert!(matches!(folder.read_keys(), Err(StoreError::NoStore)));
    }

    #[test]
    fn the_key_file_lies_there_twice() {
        let (_parent, folder) = made();
        folder.write_keys(b"old").unwrap();
        folder.write_keys(b"key").unwrap();
        assert_eq!(folder.read_keys().unwrap(), [b"key", b"key"]);
        assert!(folder.holds_store());
    }

    #[test]
    fn damage_to_the_first_key_file_leaves_the_second() {
        let (_parent, folder) = made();
        let [first, _] = folder.key_paths();
        folder.write_keys(b"key").unwrap();

        fs::write(&first, b"k").unwrap();
        assert_eq!(
            folder.read_keys().unwrap(),
            [&b"k"[..], b"key"],
            "its reader tries both"
        );

        fs::remove_file(&first).unwrap();
        assert_eq!(folder.read_keys().unwrap(), [b"key"]);
        assert!(folder.holds_store());

        fs::create_dir(&first).unwrap();
        assert_eq!(
            folder.read_keys().unwrap(),
            [b"key"],
            "a first copy that opens but cannot be read"
        );
    }

    #[test]
    fn a_key_file_that_grew_is_not_read_to_its_end() {
        let (_parent, folder) = made();
        folder
            .write_keys(&vec![0; MAX_KEY_FILE_BYTES as usize + 1])
            .unwrap();
        assert_eq!(folder.read_keys().unwrap()[0].len() as u64, MAX_KEY_FILE_BYTES);
    }
}
