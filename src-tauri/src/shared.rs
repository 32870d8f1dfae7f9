//! When the shared folders are looked at: whenever something moves in one, and every so often besides, for
//! not every disk tells. What a look does is the core's.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};
use tauri::{AppHandle, Emitter, Manager};

use crate::door::Door;

/// How often the folders are looked at when nothing is heard.
const POLL: Duration = Duration::from_secs(60);

/// A carrier brings files in bursts: a look waits until it was this quiet.
const QUIET: Duration = Duration::from_secs(2);

/// And no longer than this.
const LONGEST: Duration = Duration::from_secs(20);

/// Begins to watch and to look, on a thread of its own.
pub fn watch(app: &AppHandle) {
    let app = app.clone();
    std::thread::spawn(move || {
        let mut watch = Watch::begin();
        loop {
            let more = look(&app);
            watch.follow(app.state::<Door>().core().shared_folders());
            if !more {
                watch.wait(POLL);
            }
        }
    });
}

/// Looks at the folders once; answers whether there is more to read.
fn look(app: &AppHandle) -> bool {
    let looked = app.state::<Door>().core().look_at_shared_folders();
    for changed in looked.changed {
        let _ = app.emit("changed", changed);
    }
    for code in looked.failed {
        tracing::warn!(code, "shared folder");
    }
    looked.more
}

/// Hears what moves in folders.
struct Watch {
    watcher: Option<RecommendedWatcher>,
    watched: BTreeSet<PathBuf>,
    heard: Receiver<()>,
    /// Kept, so that waiting ends by time where nothing can be watched.
    _hear: Sender<()>,
}

impl Watch {
    fn begin() -> Self {
        let (hear, heard) = channel();
        let tell = hear.clone();
        let watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
            // Looking itself is reading, and reading is no news.
            if event.map_or(true, |event| !event.kind.is_access()) {
                let _ = tell.send(());
            }
        });
        Self {
            watcher: watcher.ok(),
            watched: BTreeSet::new(),
            heard,
            _hear: hear,
        }
    }

    /// Watches these folders and no others. One that cannot be watched now is tried again the next time.
    fn follow(&mut self, folders: Vec<PathBuf>) {
        let Some(watcher) = &mut self.watcher else { return };
        let wanted: BTreeSet<PathBuf> = folders.into_iter().filter(|folder| folder.is_dir()).collect();
        for gone in self.watched.difference(&wanted) {
            let _ = watcher.unwatch(gone);
        }
        let mut watched: BTreeSet<PathBuf> = self.watched.intersection(&wanted).cloned().collect();
        for new in wanted.difference(&self.watched) {
            if watcher.watch(new, RecursiveMode::Recursive).is_ok() {
                watched.insert(new.clone());
            }
        }
        self.watched = watched;
    }

    /// Waits until something moved and came to rest, at most so long; answers whether something moved.
    fn wait(&self, most: Duration) -> bool {
        if self.heard.recv_timeout(most).is_err() {
            return false;
        }
        let began = Instant::now();
        while began.elapsed() < LONGEST && self.heard.recv_timeout(QUIET).is_ok() {}
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn a_file_that_comes_into_a_folder_is_heard_and_reading_it_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let chain = folder.path().join("log/a");
        fs::create_dir_all(&chain).unwrap();
        let mut watch = Watch::begin();
        watch.follow(vec![folder.path().to_owned()]);
        fs::write(chain.join("1-1-0123456789abcdef.kring"), b"x").unwrap();
        assert!(watch.wait(POLL), "a file deep in the folder is heard");
        fs::read(chain.join("1-1-0123456789abcdef.kring")).unwrap();
        fs::read_dir(&chain).unwrap().for_each(drop);
        assert!(!watch.wait(QUIET), "or every look would bring the next");
    }

    #[test]
    fn a_folder_that_is_left_is_not_heard_any_more_and_one_that_comes_back_is() {
        let root = tempfile::tempdir().unwrap();
        let folder = root.path().join("map");
        fs::create_dir(&folder).unwrap();
        let mut watch = Watch::begin();
        watch.follow(vec![folder.clone()]);
        fs::remove_dir(&folder).unwrap();
        assert!(watch.wait(POLL), "that it goes is heard");
        watch.follow(vec![folder.clone()]);
        assert!(watch.watched.is_empty(), "what is not there is not watched");
        fs::create_dir(&folder).unwrap();
        watch.follow(vec![folder.clone()]);
        fs::write(folder.join("x"), b"x").unwrap();
        assert!(watch.wait(POLL), "a stick that is plugged in again");
        watch.follow(Vec::new());
        fs::write(folder.join("y"), b"y").unwrap();
        assert!(!watch.wait(QUIET), "who left the folder hears nothing of it");
    }
}
