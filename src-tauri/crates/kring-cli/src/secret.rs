//! Where secrets come from: a file, an environment variable, or a prompt. Never the command line,
//! which every process on the machine can read.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use kring_api::domain::text::Catalogue;
use kring_api::error::Refusal;
use kring_api::host::Secret;

use crate::failure::{Failure, Result};
use crate::print;

/// No secret is longer.
const MOST_BYTES: u64 = 4096;

/// The files that hold secrets, as far as they were named.
#[derive(Debug, Clone, Default)]
pub struct Secrets {
    /// Holds the passphrase.
    pub passphrase_file: Option<PathBuf>,
    /// Holds the new passphrase.
    pub new_passphrase_file: Option<PathBuf>,
    /// Holds the `herstelsleutel`.
    pub recovery_key_file: Option<PathBuf>,
    /// Holds the `kringsleutel`.
    pub authority_key_file: Option<PathBuf>,
    /// Holds the six words of an invitation.
    pub words_file: Option<PathBuf>,
}

impl Secrets {
    /// The secret, wherever it is; one that did not exist before is asked for twice.
    pub fn get(&self, secret: Secret, is_new: bool, words: &Catalogue) -> Result<String> {
        if let Some(given) = self.given(secret)? {
            return Ok(given);
        }
        if !print::is_attended() {
            return Err(Failure::NoSecret(secret));
        }
        let typed = prompt(secret, words)?;
        if is_new && prompt_again(words)? != typed {
            return Err(Failure::TypedDifferently);
        }
        Ok(typed)
    }

    /// The secret, if it is in a file or the environment.
    pub fn given(&self, secret: Secret) -> Result<Option<String>> {
        let (file, variable) = match secret {
            Secret::Passphrase => (&self.passphrase_file, "KRINGBOEK_PASSPHRASE"),
            Secret::NewPassphrase => (&self.new_passphrase_file, "KRINGBOEK_NEW_PASSPHRASE"),
            Secret::RecoveryKey => (&self.recovery_key_file, "KRINGBOEK_RECOVERY_KEY"),
            Secret::AuthorityKey => (&self.authority_key_file, "KRINGBOEK_AUTHORITY_KEY"),
            Secret::InvitationWords => (&self.words_file, "KRINGBOEK_INVITATION_WORDS"),
        };
        match file {
            Some(path) => read(path).map(Some),
            None => Ok(std::env::var(variable).ok().filter(|value| !value.is_empty())),
        }
    }
}

/// The first line of a file.
fn read(path: &Path) -> Result<String> {
    let mut text = String::new();
    let file = File::open(path).map_err(|_| Refusal::FileUnreadable)?;
    file.take(MOST_BYTES)
        .read_to_string(&mut text)
        .map_err(|_| Refusal::FileUnreadable)?;
    Ok(text.lines().next().unwrap_or_default().to_owned())
}

fn prompt(secret: Secret, words: &Catalogue) -> Result<String> {
    let key = match secret {
        Secret::Passphrase => "cli-ask-passphrase",
        Secret::NewPassphrase => "cli-ask-new-passphrase",
        Secret::RecoveryKey => "cli-ask-recovery-key",
        Secret::AuthorityKey => "cli-ask-authority-key",
        Secret::InvitationWords => "cli-ask-invitation-words",
    };
    Ok(rpassword::prompt_password(format!("{} ", words.say(key)))?)
}

fn prompt_again(words: &Catalogue) -> Result<String> {
    Ok(rpassword::prompt_password(format!(
        "{} ",
        words.say("cli-ask-again")
    ))?)
}
