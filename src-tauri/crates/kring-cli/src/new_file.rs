//! A file that must not exist yet. Its place is taken before the work whose outcome goes into it, so
//! that a store is never made when its key or card cannot be written; it is removed again when that
//! work fails.

use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use crate::failure::{Failure, Result};

/// A file whose place is taken.
pub struct NewFile {
    path: PathBuf,
    file: File,
    is_written: bool,
}

impl NewFile {
    /// Takes the place, readable for the owner only. `taken` is the failure when there is a file.
    pub fn reserve(path: &Path, taken: impl Into<Failure>) -> Result<Self> {
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        match options.open(path) {
            Ok(file) => Ok(Self {
                path: path.to_owned(),
                file,
                is_written: false,
            }),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => Err(taken.into()),
            Err(error) => Err(error.into()),
        }
    }

    /// Fills it, durably.
    pub fn write(mut self, bytes: &[u8]) -> Result<()> {
        self.file.write_all(bytes)?;
        self.file.sync_all()?;
        self.is_written = true;
        Ok(())
    }
}

impl Drop for NewFile {
    fn drop(&mut self) {
        if !self.is_written {
            // An empty file that cannot be removed does no harm.
            let _ = fs::remove_file(&self.path);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_that_was_not_used_is_free_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("key");
        drop(NewFile::reserve(&path, Failure::FileThere).unwrap());
        assert!(!path.exists());
        NewFile::reserve(&path, Failure::FileThere)
            .unwrap()
            .write(b"k")
            .unwrap();
        assert!(
            NewFile::reserve(&path, Failure::FileThere).is_err(),
            "nothing is overwritten"
        );
        assert_eq!(fs::read(&path).unwrap(), b"k");
    }
}
