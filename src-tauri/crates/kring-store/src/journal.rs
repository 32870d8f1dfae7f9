//! The local journal of unlocks, imports, exports and refusals: a file beside the store, each line
//! chained to the one before by its hash. Codes, ids and times only; never content.

use std::fs::{self, OpenOptions};
use std::io::{Read as _, Seek as _, SeekFrom, Write as _};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::error::StoreError;
use crate::folder::Folder;

/// What a line of the journal tells of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// The store was opened.
    Unlock,
    /// It went on with new chains, because it was put back, copied or moved.
    Incarnation,
    /// Its passphrase was changed.
    Passphrase,
    /// A package was taken over: its device and number.
    Import,
    /// A package was made: its number.
    Export,
    /// A document was made.
    Document,
    /// A file was refused: the code of the reason.
    Refusal,
    /// A file was set apart, for its sender is not known.
    Quarantine,
    /// One of those was removed.
    QuarantineRemoved,
    /// Taking over a package was undone: its device and number.
    UndoImport,
    /// Someone was invited.
    Invitation,
    /// An invitation was opened.
    Invited,
    /// A backup was put in the place of what was there: what the backup is called.
    Restore,
    /// Something was erased for good.
    Erase,
    /// Erased pages could not be scrubbed yet.
    EraseWaits,
    /// An attachment was saved outside the store.
    Attachment,
    /// Attachments of a backup could not be put back yet.
    AttachmentsWait,
}

impl Event {
    /// Every event there is.
    pub const ALL: [Self; 17] = [
        Self::Unlock,
        Self::Incarnation,
        Self::Passphrase,
        Self::Import,
        Self::Export,
        Self::Document,
        Self::Refusal,
        Self::Quarantine,
        Self::QuarantineRemoved,
        Self::UndoImport,
        Self::Invitation,
        Self::Invited,
        Self::Restore,
        Self::Erase,
        Self::EraseWaits,
        Self::Attachment,
        Self::AttachmentsWait,
    ];

    /// What stands in the file.
    pub fn code(self) -> &'static str {
        match self {
            Self::Unlock => "unlock",
            Self::Incarnation => "incarnation",
            Self::Passphrase => "passphrase",
            Self::Import => "import",
            Self::Export => "export",
            Self::Document => "document",
            Self::Refusal => "refusal",
            Self::Quarantine => "quarantine",
            Self::QuarantineRemoved => "quarantine-removed",
            Self::UndoImport => "undo-import",
            Self::Invitation => "invitation",
            Self::Invited => "invited",
            Self::Restore => "restore",
            Self::Erase => "erase",
            Self::EraseWaits => "erasure_waits",
            Self::Attachment => "attachment",
            Self::AttachmentsWait => "attachments_wait",
        }
    }
}

/// One line of the journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// When, UTC milliseconds.
    pub at_ms: u64,
    /// What happened: the code of an [`Event`], of this version or a newer one.
    pub event: String,
    /// The code or id that belongs to it.
    pub about: String,
    /// SHA-256 of the line before, in hexadecimal; empty in the first.
    pub prev: String,
}

/// Adds a line.
pub fn add(folder: &Folder, at_ms: u64, event: Event, about: &str) -> Result<(), StoreError> {
    let prev = last_line(folder)?.map(|line| hash(&line)).unwrap_or_default();
    let line = Line {
        at_ms,
        event: event.code().to_owned(),
        about: about.to_owned(),
        prev,
    };
    let mut text = serde_json::to_string(&line).unwrap_or_default();
    text.push('\n');
    let mut file = OpenOptions::new().create(true).append(true).open(path(folder))?;
    Ok(file.write_all(text.as_bytes())?)
}

/// The journal's lines, oldest first, and whether each names the one before it.
pub fn read(folder: &Folder) -> Result<(Vec<Line>, bool), StoreError> {
    let mut lines = Vec::new();
    let mut whole = true;
    let mut prev = String::new();
    for text in raw(folder)? {
        match serde_json::from_str::<Line>(&text) {
            Ok(line) => {
                whole &= line.prev == prev;
                lines.push(line);
            }
            Err(_) => whole = false,
        }
        prev = hash(&text);
    }
    Ok((lines, whole))
}

/// More than a line is long.
const LINE_BYTES: u64 = 4_096;

/// The last line, read from the end: adding one costs the same however long the journal is.
fn last_line(folder: &Folder) -> Result<Option<String>, StoreError> {
    let path = path(folder);
    if !path.exists() {
        return Ok(None);
    }
    let mut file = fs::File::open(path)?;
    let length = file.metadata()?.len();
    file.seek(SeekFrom::Start(length.saturating_sub(LINE_BYTES)))?;
    let mut end = Vec::new();
    file.read_to_end(&mut end)?;
    let text = String::from_utf8_lossy(&end);
    Ok(text.lines().rfind(|line| !line.is_empty()).map(str::to_owned))
}

fn raw(folder: &Folder) -> Result<Vec<String>, StoreError> {
    let path = path(folder);
    if !path.exists() {
        return Ok(Vec::new());
    }
    // A byte that is no text makes its own line unreadable, not the journal.
    let bytes = fs::read(path)?;
    let text = String::from_utf8_lossy(&bytes);
    Ok(text
        .lines()
        .filter(|line| !line.is_empty())
        .map(str::to_owned)
        .collect())
}

fn path(folder: &Folder) -> std::path::PathBuf {
    folder.log().join("journal.jsonl")
}

fn hash(line: &str) -> String {
    Sha256::digest(line.as_bytes())
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder with a journal of three lines, gone with the first of the two.
    fn kept() -> (tempfile::TempDir, Folder) {
        let parent = tempfile::tempdir().unwrap();
        let folder = Folder::new(parent.path());
        folder.create().unwrap();
        for (at_ms, event, about) in [
            (1, Event::Unlock, ""),
            (2, Event::Import, "a1b2"),
            (3, Event::Refusal, "forged"),
        ] {
            add(&folder, at_ms, event, about).unwrap();
        }
        (parent, folder)
    }

    /// What [`read`] says after the file's lines were changed: how many lines, and whether it is whole.
    fn tampered(change: impl FnOnce(&mut Vec<String>)) -> (usize, bool) {
        let (_parent, folder) = kept();
        let mut lines = raw(&folder).unwrap();
        change(&mut lines);
        fs::write(path(&folder), lines.join("\n") + "\n").unwrap();
        let (lines, whole) = read(&folder).unwrap();
        (lines.len(), whole)
    }

    #[test]
    fn what_was_added_is_read_in_order_and_whole() {
        let (_parent, folder) = kept();
        let (lines, whole) = read(&folder).unwrap();
        let events: Vec<_> = lines
            .iter()
            .map(|line| (line.at_ms, line.event.as_str(), line.about.as_str()))
            .collect();
        assert_eq!(
            events,
            [(1, "unlock", ""), (2, "import", "a1b2"), (3, "refusal", "forged"),]
        );
        assert!(whole && lines[0].prev.is_empty());
        assert_eq!(lines[2].prev, hash(&raw(&folder).unwrap()[1]));
    }

    #[test]
    fn a_journal_of_many_years_is_whole_too() {
        let (_parent, folder) = kept();
        for at_ms in 4..200 {
            add(&folder, at_ms, Event::Export, "14").unwrap();
        }
        assert!(fs::metadata(path(&folder)).unwrap().len() > 4 * LINE_BYTES);
        let (lines, whole) = read(&folder).unwrap();
        assert_eq!((lines.len(), whole), (199, true));
    }

    #[test]
    fn a_journal_not_begun_is_empty_and_whole() {
        let parent = tempfile::tempdir().unwrap();
        assert_eq!(read(&Folder::new(parent.path())).unwrap(), (Vec::new(), true));
    }

    #[test]
    fn a_line_that_was_tampered_with_is_seen() {
        assert_eq!(tampered(|_| ()), (3, true));
        assert_eq!(
            tampered(|lines| lines[1] = lines[1].replace("a1b2", "c3d4")),
            (3, false),
            "changed"
        );
        assert_eq!(
            tampered(|lines| drop(lines.remove(0))),
            (2, false),
            "the first taken away"
        );
        assert_eq!(
            tampered(|lines| drop(lines.remove(1))),
            (2, false),
            "one in the middle taken away"
        );
        assert_eq!(tampered(|lines| lines.swap(1, 2)), (3, false), "swapped");
        assert_eq!(
            tampered(|lines| lines.push(lines[0].clone())),
            (4, false),
            "repeated"
        );
        assert_eq!(tampered(|lines| lines[1].truncate(9)), (2, false), "cut off");
    }

    #[test]
    fn a_damaged_line_is_seen_and_the_next_is_added_all_the_same() {
        for damage in [&b"{"[..], b"\xff"] {
            let (_parent, folder) = kept();
            let mut bytes = fs::read(path(&folder)).unwrap();
            bytes.extend([damage, b"\n"].concat());
            fs::write(path(&folder), bytes).unwrap();
            add(&folder, 4, Event::Export, "").unwrap();
            let (lines, whole) = read(&folder).unwrap();
            assert_eq!(
                lines.len(),
                4,
                "the damaged line cannot be read, those around it can"
            );
            assert_eq!(lines[3].prev, hash(&raw(&folder).unwrap()[3]));
            assert!(!whole);
        }
    }
}
