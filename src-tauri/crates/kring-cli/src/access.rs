//! Which store, and with what it is opened.

use std::path::PathBuf;

use clap::Args;
use kring_api::Folder;
use kring_api::domain::text::Catalogue;
use kring_api::host::Secret;
use kring_api::workspace::{Unlock, Workspace};

use crate::failure::Result;
use crate::key_file;
use crate::secret::Secrets;
use kring_system::System;

/// A store, and where its key or passphrase is.
#[derive(Debug, Args)]
pub struct Access {
    #[arg(value_name = "STORE")]
    pub store: PathBuf,
    #[arg(long, value_name = "FILE")]
    pub key_file: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub passphrase_file: Option<PathBuf>,
}

impl Access {
    /// The store's folder.
    pub fn folder(&self) -> Folder {
        Folder::new(&self.store)
    }

    /// Where the secrets are that go with it.
    pub fn secrets(&self) -> Secrets {
        Secrets {
            passphrase_file: self.passphrase_file.clone(),
            ..Secrets::default()
        }
    }

    /// Opens the store, by key file if one was named, else by passphrase.
    pub fn open(&self, words: &Catalogue) -> Result<Workspace> {
        let unlock = match &self.key_file {
            Some(path) => Unlock::Key(key_file::read(path)?),
            None => Unlock::Passphrase(self.secrets().get(Secret::Passphrase, false, words)?),
        };
        self.unlock(unlock, words)
    }

    /// Opens the store this way.
    pub fn unlock(&self, unlock: Unlock, words: &Catalogue) -> Result<Workspace> {
        Ok(Workspace::open(
            self.folder(),
            unlock,
            words.language(),
            Box::new(System),
        )?)
    }
}
