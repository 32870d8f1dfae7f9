//! What the app may ask of the place it runs in: a window, a terminal or a test. The crates below
//! cannot tell which it is.

use std::path::{Path, PathBuf};

/// What a command wants a file for; the window chooses its dialog's words and filters by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FilePurpose {
    /// Packages to take over.
    Packages,
    /// References of other programs.
    Studies,
    /// The card of someone who wants to join.
    JoinCard,
    /// Files to attach to a record.
    Attachments,
}

/// Long work, as far as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// What is being done; key of a text.
    pub step: &'static str,
    /// How much is done.
    pub done: u64,
    /// Of how much.
    pub total: u64,
}

/// The place the app runs in.
pub trait Host {
    /// The files to read; empty when the member chose none.
    fn files(&mut self, purpose: FilePurpose) -> Vec<PathBuf>;
    /// Where to write a file; absent when the member chose not to.
    fn target(&mut self, suggested_name: &str) -> Option<PathBuf>;
    /// Where to write files that belong together, in their order; absent when the member chose not to.
    fn targets(&mut self, suggested_names: &[String]) -> Option<Vec<PathBuf>> {
        suggested_names.iter().map(|name| self.target(name)).collect()
    }
    /// Where to write a file that is only looked at or printed: a private place that the app clears by
    /// itself. Absent where there is none.
    fn temporary(&mut self, _suggested_name: &str) -> Option<PathBuf> {
        None
    }
    /// The folder that the command is about, to write in from now on; absent when the member chose none.
    fn choose_folder(&mut self) -> Option<PathBuf>;
    /// Opens a file with the system's own program for it.
    fn open(&mut self, path: &Path);
    /// Shows a file in the system's file manager, ready to be dragged into a message.
    fn reveal(&mut self, path: &Path);
    /// Opens a web or mail address with the system's own program for it.
    fn open_url(&mut self, url: &str);
    /// A secret that may not stand in a command's input, such as a new passphrase.
    fn secret(&mut self, secret: Secret) -> Option<String>;
    /// Shows how far long work is.
    fn progress(&mut self, progress: Progress);
    /// Whether the member wants long work to stop.
    fn is_cancelled(&self) -> bool;
}

/// Paths for files that belong together, where only one was named: itself, or "pakket-1.kring",
/// "pakket-2.kring" beside it.
pub fn numbered(path: &Path, count: usize) -> Vec<PathBuf> {
    if count == 1 {
        return vec![path.to_owned()];
    }
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let ending = path.extension().map(|ending| ending.to_string_lossy());
    let name = |number| match &ending {
        Some(ending) => format!("{stem}-{number}.{ending}"),
        None => format!("{stem}-{number}"),
    };
    (1..=count)
        .map(|number| path.with_file_name(name(number)))
        .collect()
}

/// A secret that is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Secret {
    /// The passphrase that opens the store now.
    Passphrase,
    /// The one that will open it.
    NewPassphrase,
    /// The printed key that opens this laptop's store.
    RecoveryKey,
    /// The printed key that restores a coordinator's authority.
    AuthorityKey,
    /// The six words that open an invitation.
    InvitationWords,
}

/// Time and randomness, passed in.
pub trait Surroundings: Send {
    /// Now, in UTC milliseconds.
    fn now_ms(&self) -> u64;
    /// Fills the bytes at random, fit for keys.
    fn fill_random(&mut self, bytes: &mut [u8]);
    /// A folder of this system for what must not lie beside a store; absent where there is none.
    fn state_folder(&self) -> Option<PathBuf>;
    /// How many bytes can still be written to the disk that a folder lies on; absent where nobody knows.
    fn free_bytes(&self, _folder: &Path) -> Option<u64> {
        None
    }
    /// What identifies this machine, to notice a store that was copied to another one.
    fn machine(&self) -> String;
}

/// Random bytes from the surroundings.
pub fn random<const N: usize>(surroundings: &mut dyn Surroundings) -> [u8; N] {
    let mut bytes = [0; N];
    surroundings.fill_random(&mut bytes);
    bytes
}
