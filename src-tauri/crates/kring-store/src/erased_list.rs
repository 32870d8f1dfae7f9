//! The list of erased records beside the backups: ids only, one on each line. A backup is older than
//! what was erased after it; whoever restores one erases again what is listed here, before anything
//! of it is shown.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::Read;

use kring_domain::id::RecordId;

use crate::error::StoreError;
use crate::folder::{Folder, write_whole};

/// An id is 32 digits and a line break: room for half a million.
const MAX_BYTES: u64 = 16 * 1024 * 1024;

/// The records that were erased on this laptop. A line that is no id is passed over.
pub fn read(folder: &Folder) -> Result<BTreeSet<RecordId>, StoreError> {
    let mut text = String::new();
    match File::open(path(folder)) {
        Ok(file) => file.take(MAX_BYTES).read_to_string(&mut text)?,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => 0,
        Err(error) => return Err(error.into()),
    };
    Ok(text.lines().filter_map(|line| line.parse().ok()).collect())
}

/// Writes the list, unless it says so already.
pub fn write(folder: &Folder, records: &BTreeSet<RecordId>) -> Result<(), StoreError> {
    if read(folder)? == *records {
        return Ok(());
    }
    let lines: String = records.iter().map(|record| format!("{record}\n")).collect();
    write_whole(&path(folder), lines.as_bytes())
}

fn path(folder: &Folder) -> std::path::PathBuf {
    folder.backups().join("erased")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_is_read_and_a_damaged_line_hides_no_other() {
        let parent = tempfile::tempdir().unwrap();
        let folder = Folder::new(parent.path().join("kring"));
        folder.create().unwrap();
        assert!(read(&folder).unwrap().is_empty(), "a new store has none");
        let records = BTreeSet::from([RecordId([1; 16]), RecordId([2; 16])]);
        write(&folder, &records).unwrap();
        assert_eq!(read(&folder).unwrap(), records);
        let whole = std::fs::read_to_string(path(&folder)).unwrap();
        std::fs::write(path(&folder), format!("geen id\n{whole}")).unwrap();
        assert_eq!(read(&folder).unwrap(), records);
    }
}
