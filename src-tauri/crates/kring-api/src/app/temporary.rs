//! Files that are only looked at or printed, and the sample circle: in folders that only their owner
//! may enter, cleared when the app locks or closes and, after a crash, when it starts again.

use std::fs;
use std::path::{Path, PathBuf};

use crate::error::Result;

/// How folders with documents to print begin.
pub(super) const PRINT: &str = "print-";
/// How folders of the sample circle begin.
pub(super) const SAMPLE: &str = "sample-";

/// A new folder of its own for one purpose.
pub(super) fn folder(root: &Path, purpose: &str) -> Result<PathBuf> {
    make_private(root)?;
    let mut builder = tempfile::Builder::new();
    builder.prefix(purpose).rand_bytes(12);
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o700));
    Ok(builder.tempdir_in(root)?.keep())
}

/// Removes every folder of this purpose. What cannot be removed now is tried again at the next start.
pub(super) fn clear(root: &Path, purpose: &str) {
    let Ok(entries) = fs::read_dir(root) else { return };
    for entry in entries.flatten() {
        if entry.file_name().to_string_lossy().starts_with(purpose) {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

#[cfg(unix)]
fn make_private(root: &Path) -> Result<()> {
    use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
    if root.is_dir() {
        return Ok(());
    }
    fs::DirBuilder::new().recursive(true).mode(0o700).create(root)?;
    Ok(fs::set_permissions(root, fs::Permissions::from_mode(0o700))?)
}

#[cfg(not(unix))]
fn make_private(root: &Path) -> Result<()> {
    Ok(fs::create_dir_all(root)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_folders_of_the_purpose_are_cleared() {
        let root = tempfile::tempdir().unwrap();
        let print = folder(root.path(), PRINT).unwrap();
        let sample = folder(root.path(), SAMPLE).unwrap();
        fs::write(print.join("samenvatting.pdf"), b"%PDF").unwrap();
        fs::write(root.path().join("printer.conf"), b"not ours").unwrap();
        clear(root.path(), PRINT);
        assert!(!print.exists() && sample.exists());
        assert!(
            root.path().join("printer.conf").exists(),
            "what is not ours stays"
        );
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_looks_into_such_a_folder() {
        use std::os::unix::fs::PermissionsExt;
        let root = tempfile::tempdir().unwrap();
        let private = root.path().join("kringboek");
        let print = folder(&private, PRINT).unwrap();
        for path in [private, print] {
            let mode = fs::metadata(&path).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o700, "{}", path.display());
        }
    }
}
