//! Files that come to the app from outside: double-clicked, dropped on the window, named at a second
//! start. All of them go into one queue in the core; the page hears only that there is something.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use serde::Serialize;
use tauri::{AppHandle, Emitter, Manager};

use crate::door::Door;

/// What an event says that has nothing to say but itself: an object, as the page expects of every event.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Nothing {}

/// The files among a program's arguments, the program itself left out. Options are for nobody yet.
pub fn named<S: AsRef<OsStr>>(arguments: impl IntoIterator<Item = S>, folder: &Path) -> Vec<PathBuf> {
    let paths = arguments
        .into_iter()
        .skip(1)
        .filter(|argument| !argument.as_ref().as_encoded_bytes().starts_with(b"-"))
        .map(|argument| folder.join(argument.as_ref()));
    plain(paths)
}

/// Only what is there and is a file: a folder, a pipe or a device would keep the app waiting.
pub fn plain(paths: impl IntoIterator<Item = PathBuf>) -> Vec<PathBuf> {
    paths.into_iter().filter(|path| path.is_file()).collect()
}

/// Puts files in the queue and tells the page. Apart from the caller's thread, for the core may be at work.
pub fn offer(app: &AppHandle, paths: Vec<PathBuf>) {
    if paths.is_empty() {
        return;
    }
    let app = app.clone();
    tauri::async_runtime::spawn_blocking(move || {
        let Some(door) = app.try_state::<Door>() else {
            return;
        };
        let taken = door.core().offer(paths);
        tracing::info!(taken, "files offered");
        if taken > 0 {
            let _ = app.emit("opened", Nothing {});
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_files_among_the_arguments_are_opened() {
        let folder = tempfile::tempdir().unwrap();
        let package = folder.path().join("Pakket van Fatima.kring");
        std::fs::write(&package, b"").unwrap();
        std::fs::create_dir(folder.path().join("map")).unwrap();
        let arguments = [
            "kringboek-desktop",
            "--nieuw",
            "map",
            "weg.kring",
            "Pakket van Fatima.kring",
        ];
        assert_eq!(
            named(arguments, folder.path()),
            std::slice::from_ref(&package),
            "a folder, a missing file and an option are not files"
        );
        let full = [OsStr::new("kringboek-desktop"), package.as_os_str()];
        assert_eq!(
            named(full, Path::new("/elsewhere")),
            [package],
            "a full path does not depend on where the program was started"
        );
    }
}
