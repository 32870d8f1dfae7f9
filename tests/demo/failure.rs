//! Why a demo ends early.

use std::io;
use std::path::PathBuf;

use kring_api::app::story::StoryError;
use kring_api::domain::text::{Catalogue, Value};

/// What went wrong.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// No folder, or more than one, was named.
    #[error("one folder is needed")]
    Usage,
    /// The folder holds something else than a demo.
    #[error("the folder is taken: {0}")]
    FolderTaken(PathBuf),
    /// The program is not beside this one.
    #[error("no program {0}")]
    NoProgram(PathBuf),
    /// The program refused something.
    #[error("{command}: {told}")]
    Refused {
        /// What it was asked.
        command: String,
        /// What it said.
        told: String,
    },
    /// The program answered something else than it should.
    #[error("unexpected answer to {0}")]
    Answer(String),
    /// The story has a chapter of someone without a laptop.
    #[error("nobody is called {0}")]
    Unknown(String),
    /// The story cannot be played.
    #[error(transparent)]
    Story(#[from] StoryError),
    /// The laptops do not end with the same state.
    #[error("the states differ")]
    StatesDiffer,
    /// A file could not be read or written.
    #[error(transparent)]
    File(#[from] io::Error),
    /// A sample file or an answer is not the JSON it should be.
    #[error(transparent)]
    Json(#[from] serde_json::Error),
}

impl Failure {
    /// What to tell whoever started the demo.
    pub fn tell(&self, words: &Catalogue) -> String {
        match self {
            Self::Usage => words.say("demo-usage"),
            Self::FolderTaken(path) => words.say_with(
                "demo-folder-taken",
                &[("folder", path.display().to_string().into())],
            ),
            Self::StatesDiffer => words.say("demo-states-differ"),
            other => words.say_with("demo-failed", &[("why", Value::from(other.to_string()))]),
        }
    }
}
