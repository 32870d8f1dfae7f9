//! The terminal as host of the core: files and target stand on the command line, progress is a bar
//! on standard error, and Ctrl-C stops long work at its next step.

use std::path::PathBuf;
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};

use indicatif::{ProgressBar, ProgressFinish, ProgressStyle};
use kring_api::domain::text::Catalogue;
use kring_api::host::{FilePurpose, Host, Progress, Secret};

use crate::secret::Secrets;

static INTERRUPTED: AtomicBool = AtomicBool::new(false);
static LISTEN: Once = Once::new();

/// A terminal, and what was written on the command line.
pub struct Terminal<'a> {
    /// Files to read.
    pub files: Vec<PathBuf>,
    /// File to write.
    pub target: Option<PathBuf>,
    /// Where secrets are.
    pub secrets: Secrets,
    words: &'a Catalogue,
    bar: Option<ProgressBar>,
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

    fn secret(&mut self, secret: Secret) -> Option<String> {
        self.secrets
            .get(secret, secret == Secret::NewPassphrase, self.words)
            .ok()
    }

    fn progress(&mut self, progress: Progress) {
        LISTEN.call_once(listen);
        let bar = self.bar.get_or_insert_with(new_bar);
        bar.set_message(self.words.say(progress.step));
        bar.set_length(progress.total);
        bar.set_position(progress.done);
    }

    fn is_cancelled(&self) -> bool {
        INTERRUPTED.load(Ordering::Relaxed)
    }
}

/// A bar that is drawn only when standard error is a terminal, and goes when it is dropped.
fn new_bar() -> ProgressBar {
    let style = ProgressStyle::with_template("{msg} {wide_bar} {percent} %");
    let style = style.unwrap_or_else(|_| ProgressStyle::default_bar());
    ProgressBar::new(0)
        .with_style(style)
        .with_finish(ProgressFinish::AndClear)
}

/// From the first long work on, the first Ctrl-C asks it to stop; the second ends the process. Before
/// that it ends the process at once, for nothing is under way.
fn listen() {
    let interrupt = || {
        if INTERRUPTED.swap(true, Ordering::Relaxed) {
            std::process::exit(EXIT_INTERRUPTED);
        }
    };
    // Without it Ctrl-C ends the process, which does no harm to the store.
    let _ = ctrlc::set_handler(interrupt);
}

/// What a shell reports for a process that Ctrl-C ended.
const EXIT_INTERRUPTED: i32 = 130;
