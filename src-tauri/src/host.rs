//! What the core may ask of this desktop: the system's dialogs, its programs, its file manager.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use kring_api::app::Asked;
use kring_api::domain::text::{Catalogue, Language};
use kring_api::host::{FilePurpose, Host, Progress, Secret};
use tauri::ipc::Channel;
use tauri::{AppHandle, Manager, Runtime, Url};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder, FilePath};

use crate::call::ProgressMessage;
use crate::window;
use crate::words;

/// Longer than any address that a person would follow.
const LONGEST_ADDRESS: usize = 2_000;

/// This desktop, for the length of one call. While the core is at work it waits for nobody: what the member
/// has to choose is asked before.
pub struct Desktop {
    app: AppHandle,
    progress: Channel<ProgressMessage>,
    told: Option<ProgressMessage>,
    cancelled: Arc<AtomicBool>,
    words: Catalogue,
    /// What the member chose before the call began.
    files: Vec<PathBuf>,
    folder: Option<PathBuf>,
}

impl Desktop {
    /// The desktop around a call that reports and can be cancelled.
    pub fn new(
        app: AppHandle,
        progress: Channel<ProgressMessage>,
        cancelled: Arc<AtomicBool>,
        language: Language,
    ) -> Self {
        Self {
            app,
            progress,
            told: None,
            cancelled,
            words: words::shell(language),
            files: Vec::new(),
            folder: None,
        }
    }

    /// Asks the member what a call needs. This waits for them, so nothing may be held that others wait for.
    pub fn ask(&mut self, asked: Asked) {
        match asked {
            Asked::Files(purpose) => self.files = self.choose_files(purpose),
            Asked::Folder => self.folder = self.choose("shell-choose-folder"),
            Asked::SharedFolder => self.folder = self.choose("shell-choose-shared-folder"),
        }
    }

    fn dialog(&self, title: &str) -> FileDialogBuilder<impl Runtime> {
        let dialog = self.app.dialog().file().set_title(self.words.say(title));
        match self.app.get_webview_window(window::LABEL) {
            Some(window) => dialog.set_parent(&window),
            None => dialog,
        }
    }

    fn choose(&self, title: &str) -> Option<PathBuf> {
        self.dialog(title).blocking_pick_folder().and_then(path_of)
    }

    fn choose_files(&self, purpose: FilePurpose) -> Vec<PathBuf> {
        let (title, kind, endings): (_, _, &[&str]) = match purpose {
            FilePurpose::Packages => ("shell-choose-packages", "shell-kind-packages", &["kring"]),
            FilePurpose::Studies => (
                "shell-choose-studies",
                "shell-kind-studies",
                &["ris", "bib", "json", "nbib", "csv", "txt"],
            ),
            FilePurpose::JoinCard => ("shell-choose-card", "shell-kind-card", &["kringkaart"]),
            FilePurpose::Attachments => ("shell-choose-attachments", "shell-kind-all", &["*"]),
        };
        let dialog = self.dialog(title).add_filter(self.words.say(kind), endings);
        let dialog = if purpose == FilePurpose::Attachments {
            dialog
        } else {
            dialog.add_filter(self.words.say("shell-kind-all"), &["*"])
        };
        let chosen = match purpose {
            FilePurpose::JoinCard => dialog.blocking_pick_file().map(|file| vec![file]),
            FilePurpose::Packages | FilePurpose::Studies | FilePurpose::Attachments => {
                dialog.blocking_pick_files()
            }
        };
        let chosen = chosen.unwrap_or_default();
        chosen.into_iter().filter_map(path_of).collect()
    }
}

impl Host for Desktop {
    fn files(&mut self, _purpose: FilePurpose) -> Vec<PathBuf> {
        std::mem::take(&mut self.files)
    }

    /// The app finds the place by itself; there is nothing to ask.
    fn target(&mut self, _suggested_name: &str) -> Option<PathBuf> {
        None
    }

    fn choose_folder(&mut self) -> Option<PathBuf> {
        self.folder.take()
    }

    fn open(&mut self, path: &Path) {
        let path = path.to_owned();
        apart("open", move || tauri_plugin_opener::open_path(path, None::<&str>));
    }

    /// Where no file manager can show the file itself, its folder is opened.
    fn reveal(&mut self, path: &Path) {
        let path = path.to_owned();
        apart("reveal", move || {
            tauri_plugin_opener::reveal_item_in_dir(&path).or_else(|error| match path.parent() {
                Some(folder) => tauri_plugin_opener::open_path(folder, None::<&str>),
                None => Err(error),
            })
        });
    }

    fn open_url(&mut self, url: &str) {
        if is_address(url) {
            let url = url.to_owned();
            apart("address", move || {
                tauri_plugin_opener::open_url(url, None::<&str>)
            });
        }
    }

    /// Secrets come with the request; this desktop asks for none.
    fn secret(&mut self, _secret: Secret) -> Option<String> {
        None
    }

    fn progress(&mut self, progress: Progress) {
        let message = ProgressMessage::from(progress);
        if self.told.is_none_or(|told| message.is_news_after(told)) {
            self.told = Some(message);
            // A page that went away needs no progress.
            let _ = self.progress.send(message);
        }
    }

    fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
    }
}

fn path_of(file: FilePath) -> Option<PathBuf> {
    file.into_path().ok()
}

/// Asks something of the system without waiting: a file manager that hangs would hold the core. That it
/// fails is no failure of the command, whose file has been written.
fn apart<E>(what: &'static str, ask: impl FnOnce() -> Result<(), E> + Send + 'static) {
    std::thread::spawn(move || {
        if ask().is_err() {
            tracing::warn!(what, "the system did not do it");
        }
    });
}

/// Whether an address may be given to the system: the web or mail, and no longer than an address is.
fn is_address(url: &str) -> bool {
    url.len() <= LONGEST_ADDRESS
        && Url::parse(url).is_ok_and(|url| match url.scheme() {
            "https" => url.has_host(),
            "mailto" => true,
            _ => false,
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_web_and_mail_addresses_leave_the_app() {
        for good in [
            "https://doi.org/10.1016/j.childyouth.2019.104386",
            "mailto:fatima@example.org",
        ] {
            assert!(is_address(good), "{good}");
        }
        let long = format!("https://example.org/{}", "a".repeat(LONGEST_ADDRESS));
        for bad in [
            "http://example.org",
            "file:///etc/passwd",
            "javascript:alert(1)",
            "smb://server/share",
            "/usr/bin/true",
            "-option",
            "",
            &long,
        ] {
            assert!(!is_address(bad), "{bad} must not reach the system's opener");
        }
    }
}
