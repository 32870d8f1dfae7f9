//! What a member can do, one file for each noun. A use case reads rows, acts through
//! [`transact`](crate::workspace::Workspace::transact), and answers plain values.

#![allow(clippy::needless_pass_by_value)] // every command hands its input over whole

pub mod action;
pub mod arrival;
pub mod attachment;
pub mod backup;
pub mod changes;
pub mod circle;
pub mod clash;
pub mod draft;
pub mod erase;
pub mod exchange;
pub mod history;
pub mod invitation;
pub mod journal;
pub mod meeting;
pub mod member;
pub mod membership;
pub mod note;
pub mod number;
pub mod order;
pub mod quarantine;
pub mod review;
pub mod round;
pub mod search;
pub mod shared;
pub mod standing;
pub mod statement;
pub mod store;
pub mod study;
pub mod summary;
pub mod tally;
pub mod theme;
pub mod title;
pub mod today;
pub mod trash;
pub mod undo;
pub mod unseen;
pub mod value;
pub mod version;
pub mod word;

use std::fs::File;
use std::io::Read;
use std::path::Path;

use crate::error::{Refusal, Result};

/// A file's name without its folder: all that a window learns of a path.
pub fn name_of_file(path: &Path) -> String {
    path.file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}

/// The bytes of a plain file of at most `most` bytes.
pub fn read_file(path: &Path, most: u64) -> Result<Vec<u8>> {
    let metadata = std::fs::metadata(path).map_err(|_| Refusal::FileUnreadable)?;
    if !metadata.is_file() {
        return Err(Refusal::FileUnreadable.into());
    }
    if metadata.len() > most {
        return Err(Refusal::FileTooLarge.into());
    }
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(|_| Refusal::FileUnreadable)?;
    file.take(most + 1)
        .read_to_end(&mut bytes)
        .map_err(|_| Refusal::FileUnreadable)?;
    if bytes.len() as u64 > most {
        Err(Refusal::FileTooLarge.into())
    } else {
        Ok(bytes)
    }
}
