//! The terminal as host of the core: files and target stand on the command line, progress is a bar
//! on standard error.

use std::path::{Path, PathBuf};

use indicatif::{ProgressBar, ProgressFinish, ProgressStyle};
use kring_api::domain::text::Catalogue;
use kring_api::host::{FilePurpose, Host, Progress, Secret, numbered};

use crate::interrupt;
use crate::secret::Secrets;

/// A terminal, and what was written on the command line.
pub struct Terminal<'a> {
    /// Files to read.
    pub files: Vec<PathBuf>,
    /// File to write.
    pub target: Option<PathBuf>,
    /// Where secrets are.
    pub secrets: Secrets,
    words: &'a Catalogue,
    bar: Option<(&'static str, ProgressBar)>,
}

impl<'a> Terminal<'a> {
    /// A terminal without files.
    pub fn new(secrets: Secrets, words: &'a Catalogue) -> Self {
        Self {
            files: Vec::new(),
            target: None,
            secrets,
            words,
            bar: None,
        }
    }

    /// Takes the progress bar away.
    pub fn clear(&mut self) {
        self.bar = None;
    }
}

impl Host for Terminal<'_> {
    fn files(&mut self, _: FilePurpose) -> Vec<PathBuf> {
        self.files.clone()
    }

    fn target(&mut self, _: &str) -> Option<PathBuf> {
        self.target.clone()
    }

    fn targets(&mut self, suggested_names: &[String]) -> Option<Vec<PathBuf>> {
        Some(numbered(self.target.as_ref()?, suggested_names.len()))
    }

    fn temporary(&mut self, suggested_name: &str) -> Option<PathBuf> {
        self.target(suggested_name)
    }

    fn choose_folder(&mut self) -> Option<PathBuf> {
        self.target.clone()
    }

    // Who works in a terminal opens files themselves.
    fn open(&mut self, _: &Path) {}
    fn reveal(&mut self, _: &Path) {}
    fn open_url(&mut self, _: &str) {}

    fn secret(&mut self, secret: Secret) -> Option<String> {
        self.secrets
            .get(secret, secret == Secret::NewPassphrase, self.words)
            .ok()
    }

    fn progress(&mut self, progress: Progress) {
        if self.bar.as_ref().is_none_or(|(step, _)| *step != progress.step) {
            self.bar = Some((progress.step, new_bar(self.words.say(progress.step))));
        }
        if let Some((_, bar)) = &self.bar {
            bar.update(|state| {
                state.set_len(progress.total);
                state.set_pos(progress.done);
            });
        }
    }

    fn is_cancelled(&self) -> bool {
        interrupt::is_asked()
    }
}

/// A bar that is drawn only when standard error is a terminal, and goes when it is dropped.
fn new_bar(step: String) -> ProgressBar {
    let style = ProgressStyle::with_template("{msg} {wide_bar} {percent} %");
    let style = style.unwrap_or_else(|_| ProgressStyle::default_bar());
    ProgressBar::no_length()
        .with_style(style)
        .with_message(step)
        .with_finish(ProgressFinish::AndClear)
}
