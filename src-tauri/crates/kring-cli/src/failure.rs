//! Why `kringboek` ends with exit code 1: the refusals of the core, and the few of a terminal.

use kring_api::domain::text::{Catalogue, Value};
use kring_api::error::{ApiError, Told};
use kring_api::host::Secret;

/// Why something was not done.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The core refused.
    #[error(transparent)]
    Core(#[from] ApiError),
    /// There is no terminal to ask this secret at, and it was not given otherwise.
    #[error("no {0:?} given")]
    NoSecret(Secret),
    /// The two times that the new passphrase was typed differ.
    #[error("passphrase typed differently the second time")]
    TypedDifferently,
    /// There is a file where a new one would be written.
    #[error("a file of that name is there already")]
    FileThere,
    /// The question was not answered with yes.
    #[error("not confirmed")]
    NotConfirmed,
    /// Some of the files were refused, each with its own reason.
    #[error("{refused} of {of} files refused")]
    FilesRefused {
        /// How many.
        refused: usize,
        /// Of how many.
        of: usize,
    },
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self::Core(error.into())
    }
}

impl From<kring_api::error::Refusal> for Failure {
    fn from(refusal: kring_api::error::Refusal) -> Self {
        Self::Core(refusal.into())
    }
}

impl Failure {
    /// What a member or a script is told, in their language.
    pub fn tell(&self, words: &Catalogue) -> Told {
        let code = match self {
            Self::Core(error) => return error.tell(words),
            Self::NoSecret(Secret::Passphrase) => "err-no-passphrase",
            Self::NoSecret(Secret::NewPassphrase) => "err-no-new-passphrase",
            Self::NoSecret(Secret::RecoveryKey) => "err-no-recovery-key",
            Self::NoSecret(Secret::AuthorityKey) => "err-no-authority-key",
            Self::NoSecret(Secret::InvitationWords) => "err-no-invitation-words",
            Self::TypedDifferently => "err-typed-differently",
            Self::FileThere => "err-file-there",
            Self::NotConfirmed => "err-not-confirmed",
            Self::FilesRefused { .. } => "err-files-refused",
        };
        let values: Vec<(&str, Value<'_>)> = match self {
            Self::FilesRefused { refused, of } => vec![("refused", (*refused).into()), ("of", (*of).into())],
            _ => Vec::new(),
        };
        let todo = words.say(&format!("{code}-todo"));
        Told {
            code: code.to_owned(),
            happened: words.say_with(code, &values),
            todo,
        }
    }
}

/// The result of everything here.
pub type Result<T> = std::result::Result<T, Failure>;

#[cfg(test)]
mod tests {
    use kring_api::domain::text::Language;

    use super::*;

    #[test]
    fn every_refusal_of_the_terminal_says_what_happened_and_what_to_do() {
        let failures = [
            Failure::NoSecret(Secret::Passphrase),
            Failure::NoSecret(Secret::NewPassphrase),
            Failure::NoSecret(Secret::RecoveryKey),
            Failure::NoSecret(Secret::AuthorityKey),
            Failure::NoSecret(Secret::InvitationWords),
            Failure::TypedDifferently,
            Failure::FileThere,
            Failure::NotConfirmed,
            Failure::FilesRefused { refused: 1, of: 2 },
        ];
        for language in [Language::Dutch, Language::English] {
            let words = Catalogue::new(language);
            for failure in &failures {
                let told = failure.tell(&words);
                assert!(
                    !told.happened.starts_with("err-") && !told.todo.starts_with("err-"),
                    "{}",
                    told.code
                );
                assert!(
                    !told.happened.contains('{'),
                    "every value is filled in: {}",
                    told.happened
                );
            }
        }
    }
}
