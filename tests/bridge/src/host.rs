//! What the system would do for a window: choosing files and opening them. Here a test chose before, and
//! reads afterwards what was opened.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use kring_api::app::Asked;
use kring_api::host::{FilePurpose, Host, Progress, Secret};
use serde::Serialize;
use serde_json::json;

use crate::events::Listeners;

/// Something the system was asked to do.
#[derive(Debug, Clone, Serialize)]
pub struct Opened {
    /// `open`, `reveal` or `url`.
    pub how: &'static str,
    /// The path or address.
    pub what: String,
}

/// The system around the bridge, shared by all requests.
#[derive(Default)]
pub struct System {
    chosen: Mutex<VecDeque<Vec<PathBuf>>>,
    folder: Mutex<Option<PathBuf>>,
    opened: Mutex<Vec<Opened>>,
}

impl System {
    /// The member will choose these files at the next dialog that is still without an answer.
    pub fn will_choose(&self, files: Vec<PathBuf>) {
        lock(&self.chosen).push_back(files);
    }

    /// The member will choose this folder.
    pub fn will_choose_folder(&self, folder: PathBuf) {
        *lock(&self.folder) = Some(folder);
    }

    /// What was opened so far.
    pub fn opened(&self) -> Vec<Opened> {
        lock(&self.opened).clone()
    }

    fn open(&self, how: &'static str, what: String) {
        lock(&self.opened).push(Opened { how, what });
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The system during one call.
pub struct BridgeHost<'a> {
    /// What is shared.
    pub system: &'a System,
    /// Who hears of progress.
    pub listeners: &'a Listeners,
    /// The id that the screen gave this call.
    pub call: String,
    /// Set when the member wants it to stop.
    pub cancelled: Arc<AtomicBool>,
    /// The files that were chosen before the call began.
    pub files: Vec<PathBuf>,
    /// The folder, likewise.
    pub folder: Option<PathBuf>,
}

impl BridgeHost<'_> {
    /// Chooses what a call needs, as a window would before it takes the app.
    pub fn ask(&mut self, asked: Asked) {
        match asked {
            Asked::Files(_) => self.files = lock(&self.system.chosen).pop_front().unwrap_or_default(),
            Asked::Folder | Asked::SharedFolder => self.folder = lock(&self.system.folder).take(),
        }
    }
}

impl Host for BridgeHost<'_> {
    fn files(&mut self, _: FilePurpose) -> Vec<PathBuf> {
        std::mem::take(&mut self.files)
    }
    fn target(&mut self, _: &str) -> Option<PathBuf> {
        None // The app itself knows the folder of written files.
    }
    fn secret(&mut self, _: Secret) -> Option<String> {
        None // Secrets come with the request.
    }
    fn progress(&mut self, progress: Progress) {
        let Progress { step, done, total } = progress;
        let message = json!({ "call": self.call, "step": step, "done": done, "total": total });
        self.listeners.tell("progress", &message);
    }
    fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::SeqCst)
    }
    fn choose_folder(&mut self) -> Option<PathBuf> {
        self.folder.take()
    }
    fn open(&mut self, path: &Path) {
        self.system.open("open", path.display().to_string());
    }
    fn reveal(&mut self, path: &Path) {
        self.system.open("reveal", path.display().to_string());
    }
    fn open_url(&mut self, url: &str) {
        self.system.open("url", url.to_owned());
    }
}
