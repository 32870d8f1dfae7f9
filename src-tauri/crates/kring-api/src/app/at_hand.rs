//! The host that commands meet: secrets, the file a request names and the place of a new file are
//! answered here, the rest is passed on to the window.

use std::path::{Path, PathBuf};

use super::request::Secrets;
use super::temporary;
use crate::host::{FilePurpose, Host, Progress, Secret};

/// A window's host, with what the app has at hand for this request.
pub(super) struct AtHand<'a> {
    pub host: &'a mut dyn Host,
    pub secrets: Secrets,
    pub file: Option<PathBuf>,
    /// Where files go that the member keeps.
    pub folder: PathBuf,
    /// Where files go that are cleared.
    pub temporary: PathBuf,
}

impl Host for AtHand<'_> {
    fn files(&mut self, purpose: FilePurpose) -> Vec<PathBuf> {
        match &self.file {
            Some(file) => vec![file.clone()],
            None => self.host.files(purpose),
        }
    }

    fn target(&mut self, suggested_name: &str) -> Option<PathBuf> {
        std::fs::create_dir_all(&self.folder).ok()?;
        Some(free(&self.folder, suggested_name))
    }

    fn temporary(&mut self, suggested_name: &str) -> Option<PathBuf> {
        let folder = temporary::folder(&self.temporary, temporary::PRINT).ok()?;
        Some(folder.join(suggested_name))
    }

    fn choose_folder(&mut self) -> Option<PathBuf> {
        self.host.choose_folder()
    }

    fn open(&mut self, path: &Path) {
        self.host.open(path);
    }

    fn reveal(&mut self, path: &Path) {
        self.host.reveal(path);
    }

    fn open_url(&mut self, url: &str) {
        self.host.open_url(url);
    }

    fn secret(&mut self, secret: Secret) -> Option<String> {
        match secret {
            Secret::Passphrase => self.secrets.passphrase.clone(),
            Secret::NewPassphrase => self.secrets.new_passphrase.clone(),
            Secret::RecoveryKey => self.secrets.recovery_key.clone(),
            Secret::AuthorityKey => self.secrets.authority_key.clone(),
            Secret::InvitationWords => self.secrets.invitation_words.clone(),
        }
    }

    fn progress(&mut self, progress: Progress) {
        self.host.progress(progress);
    }

    fn is_cancelled(&self) -> bool {
        self.host.is_cancelled()
    }
}

/// A name in a folder that no file has yet: "Samenvatting (2).pdf" beside "Samenvatting.pdf".
fn free(folder: &Path, name: &str) -> PathBuf {
    let path = Path::new(name);
    let stem = path
        .file_stem()
        .map(|stem| stem.to_string_lossy())
        .unwrap_or_default();
    let ending = path
        .extension()
        .map(|ending| format!(".{}", ending.to_string_lossy()))
        .unwrap_or_default();
    let numbered = (2..).map(|number| folder.join(format!("{stem} ({number}){ending}")));
    std::iter::once(folder.join(name))
        .chain(numbered)
        .find(|path| !path.exists())
        .unwrap_or_else(|| folder.join(name))
}

/// A host where nobody is: what the app still does when its window is gone.
pub(super) struct Nobody;

impl Host for Nobody {
    fn files(&mut self, _: FilePurpose) -> Vec<PathBuf> {
        Vec::new()
    }
    fn target(&mut self, _: &str) -> Option<PathBuf> {
        None
    }
    fn choose_folder(&mut self) -> Option<PathBuf> {
        None
    }
    fn open(&mut self, _: &Path) {}
    fn reveal(&mut self, _: &Path) {}
    fn open_url(&mut self, _: &str) {}
    fn secret(&mut self, _: Secret) -> Option<String> {
        None
    }
    fn progress(&mut self, _: Progress) {}
    fn is_cancelled(&self) -> bool {
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_is_taken_gets_a_number_before_its_ending() {
        let folder = tempfile::tempdir().unwrap();
        let first = free(folder.path(), "2026-03-12 Kring.kring");
        std::fs::write(&first, b"1").unwrap();
        let second = free(folder.path(), "2026-03-12 Kring.kring");
        std::fs::write(&second, b"2").unwrap();
        let third = free(folder.path(), "2026-03-12 Kring.kring");
        assert_eq!(second, folder.path().join("2026-03-12 Kring (2).kring"));
        assert_eq!(third, folder.path().join("2026-03-12 Kring (3).kring"));
    }
}
