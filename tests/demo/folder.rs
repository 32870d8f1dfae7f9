//! The folder a demo is built in: new, or an earlier demo's, which it replaces. Any other folder is
//! left alone.

use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::Failure;

/// The file that says a folder holds nothing but a demo.
const MARK: &str = "kringboek-demo";

/// Makes the folder empty and answers its full path.
pub fn prepare(path: &Path) -> Result<PathBuf, Failure> {
    if path.exists() {
        let is_empty = path.is_dir() && fs::read_dir(path)?.next().is_none();
        if !is_empty && !path.join(MARK).is_file() {
            return Err(Failure::FolderTaken(path.to_owned()));
        }
        fs::remove_dir_all(path)?;
    }
    fs::create_dir_all(path)?;
    fs::write(path.join(MARK), "")?;
    Ok(path.canonicalize()?)
}
