//! The passphrase of a store: how short it may be, whether it fits, and giving the store another one.

use kring_store::folder::Folder;
use kring_store::journal;
use kring_trust::wrap::{CannotUnlock, KeyFile, PassphraseRandom, StoreKey};

use super::{Kdf, Workspace};
use crate::error::{ApiError, Refusal, Result};
use crate::host::{Surroundings, random};

/// The shortest passphrase, in characters.
const MIN_PASSPHRASE_CHARS: usize = 8;

impl Workspace {
    /// Gives the store another passphrase. The old one must be right.
    pub fn change_passphrase(&mut self, old: &str, new: &str, kdf: Kdf) -> Result<()> {
        check_passphrase(new)?;
        self.try_passphrase(old)?;
        let keys = self.keys_for(new, kdf)?;
        self.write_keys(&keys)
    }

    /// Whether this passphrase opens the store; an error when it does not.
    pub fn try_passphrase(&self, passphrase: &str) -> Result<()> {
        from_copies(self.folder(), |keys| keys.unlock_passphrase(passphrase)).map(drop)
    }

    /// The key file for another passphrase; it is not written yet.
    pub(crate) fn keys_for(&mut self, new: &str, kdf: Kdf) -> Result<Vec<u8>> {
        check_passphrase(new)?;
        let key = StoreKey(self.key.0);
        let (keys, _) = from_copies(self.folder(), |_| Ok(StoreKey(key.0)))?;
        let random = passphrase_random(&mut *self.core.surroundings);
        Ok(keys.with_new_passphrase(&key, new, kdf, random)?.encode())
    }

    /// Writes the key file and notes that it was done.
    pub(crate) fn write_keys(&self, keys: &[u8]) -> Result<()> {
        self.folder().write_keys(keys)?;
        journal::add(self.folder(), self.core.now_ms(), journal::Event::Passphrase, "")?;
        Ok(())
    }
}

/// Refuses a passphrase that is too short to protect anything.
pub fn check_passphrase(passphrase: &str) -> Result<()> {
    let is_long_enough = passphrase.trim().chars().count() >= MIN_PASSPHRASE_CHARS;
    if is_long_enough {
        Ok(())
    } else {
        Err(Refusal::PassphraseWeak.into())
    }
}

pub fn passphrase_random(surroundings: &mut dyn Surroundings) -> PassphraseRandom {
    PassphraseRandom {
        salt: random(surroundings),
        nonce: random(surroundings),
    }
}

/// Tries the copies of the key file: one may be damaged, both are only after something very bad.
pub fn from_copies(
    folder: &Folder,
    unlock: impl Fn(&KeyFile) -> std::result::Result<StoreKey, CannotUnlock>,
) -> Result<(KeyFile, StoreKey)> {
    let mut refusal = ApiError::Refused(Refusal::KeysDamaged);
    for bytes in folder.read_keys()? {
        let Ok(keys) = KeyFile::decode(&bytes) else {
            continue;
        };
        match unlock(&keys) {
            Ok(key) => return Ok((keys, key)),
            Err(error) => refusal = error.into(),
        }
    }
    Err(refusal)
}
