//! The real clock, randomness and machine, for whatever runs the app: window, terminal, test bridge. It is
//! the border at which they are read, and knows nothing of circles.

use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use kring_api::host::Surroundings;

/// This system.
#[derive(Debug, Clone, Copy, Default)]
pub struct System;

impl Surroundings for System {
    #[allow(
        clippy::disallowed_methods,
        reason = "here time enters the program; everything below has it passed in"
    )]
    fn now_ms(&self) -> u64 {
        let since_1970 = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        u64::try_from(since_1970.as_millis()).unwrap_or(u64::MAX)
    }

    fn fill_random(&mut self, bytes: &mut [u8]) {
        if getrandom::fill(bytes).is_err() {
            // A key that is not random is worse than no program.
            std::process::abort();
        }
    }

    fn state_folder(&self) -> Option<PathBuf> {
        Some(state_home()?.join("kringboek"))
    }

    fn free_bytes(&self, folder: &Path) -> Option<u64> {
        fs4::available_space(folder).ok()
    }

    fn machine(&self) -> String {
        machine()
    }
}

fn folder_in(variable: &str) -> Option<PathBuf> {
    // The XDG specification has a relative path ignored.
    std::env::var_os(variable)
        .map(PathBuf::from)
        .filter(|path| path.is_absolute())
}

#[cfg(target_os = "linux")]
fn state_home() -> Option<PathBuf> {
    folder_in("XDG_STATE_HOME").or_else(|| Some(folder_in("HOME")?.join(".local/state")))
}

#[cfg(target_os = "macos")]
fn state_home() -> Option<PathBuf> {
    Some(folder_in("HOME")?.join("Library/Application Support"))
}

#[cfg(windows)]
fn state_home() -> Option<PathBuf> {
    folder_in("LOCALAPPDATA")
}

#[cfg(target_os = "linux")]
fn machine() -> String {
    let read = |path| {
        std::fs::read_to_string(path)
            .ok()
            .map(|text| text.trim().to_owned())
    };
    read("/etc/machine-id")
        .or_else(|| read("/etc/hostname"))
        .unwrap_or_default()
}

/// Without a name a copy is noticed all the same: its state folder remembers nothing of the store.
#[cfg(not(target_os = "linux"))]
fn machine() -> String {
    std::env::var("COMPUTERNAME").unwrap_or_default()
}
