//! The local journal of unlocks, imports, exports and refusals: a file beside the store, each line
//! chained to the one before by its hash. Codes, ids and times only; never content.

use std::fs::{File, OpenOptions};
use std::io::{BufRead, BufReader, Write};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::error::StoreError;
use crate::folder::Folder;

/// One line of the journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// When, UTC milliseconds.
    pub at_ms: u64,
    /// What happened: "unlock", "import", "export", "refusal".
    pub event: String,
    /// The code or id that belongs to it.
    pub about: String,
    /// SHA-256 of the line before, in hexadecimal; empty in the first.
    pub prev: String,
}

/// Adds a line.
pub fn add(folder: &Folder, at_ms: u64, event: &str, about: &str) -> Result<(), StoreError> {
    let prev = last_line(folder)?.map(|line| hash(&line)).unwrap_or_default();
    let line = Line { at_ms, event: event.to_owned(), about: about.to_owned(), prev };
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

fn last_line(folder: &Folder) -> Result<Option<String>, StoreError> {
    Ok(raw(folder)?.pop())
}

fn raw(folder: &Folder) -> Result<Vec<String>, StoreError> {
    let path = path(folder);
    if !path.exists() {
        return Ok(Vec::new());
    }
    let lines = BufReader::new(File::open(path)?).lines().collect::<Result<Vec<_>, _>>()?;
    Ok(lines.into_iter().filter(|line| !line.is_empty()).collect())
}

fn path(folder: &Folder) -> std::path::PathBuf {
    folder.log().join("journal.jsonl")
}

fn hash(line: &str) -> String {
    Sha256::digest(line.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}
