//! Deriving a key from a passphrase: Argon2id (RFC 9106), its cost, and the bounds of that cost.

use argon2::{Algorithm, Argon2, Params, Version};
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

use super::{BadKeyFile, CannotUnlock};
use crate::cbor::{MapBuilder, MapReader, Value};

/// Cost of deriving a key from the passphrase with Argon2id version 19.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kdf {
    /// Memory in KiB, 8 (for each lane) to 1 GiB.
    pub memory_kib: u32,
    /// Passes over it, 1 to 16.
    pub passes: u32,
    /// Lanes, 1 to 4.
    pub lanes: u32,
}

impl Kdf {
    /// 64 MiB, 3 passes, 1 lane: above what OWASP's Password Storage Cheat Sheet asks (46 MiB, 1
    /// pass), and within a second on an old laptop.
    pub const DEFAULT: Self = Self {
        memory_kib: 64 * 1024,
        passes: 3,
        lanes: 1,
    };

    /// The parameters, if they are within bounds: a forged file must not exhaust the machine.
    fn params(self) -> Option<Params> {
        let is_bounded = (8..=1024 * 1024).contains(&self.memory_kib)
            && (1..=16).contains(&self.passes)
            && (1..=4).contains(&self.lanes);
        let params = Params::new(self.memory_kib, self.passes, self.lanes, Some(32));
        params.ok().filter(|_| is_bounded)
    }

    pub(super) fn to_value(self) -> Value {
        MapBuilder::new()
            .put(1, self.memory_kib)
            .put(2, self.passes)
            .put(3, self.lanes)
            .build()
    }

    pub(super) fn from_map(map: MapReader<'_>) -> Result<Self, BadKeyFile> {
        let kdf = Self {
            memory_kib: map.u32(1)?,
            passes: map.u32(2)?,
            lanes: map.u32(3)?,
        };
        kdf.params()
            .map(|_| kdf)
            .ok_or(BadKeyFile::KdfOutOfBounds { kdf })
    }
}

/// The key that a passphrase gives, normalised to Unicode NFC.
pub(super) fn derive(
    passphrase: &str,
    kdf: Kdf,
    salt: &[u8; 16],
) -> Result<Zeroizing<[u8; 32]>, CannotUnlock> {
    let normalised = Zeroizing::new(passphrase.nfc().collect::<String>());
    let mut key = Zeroizing::new([0; 32]);
    let params = kdf.params().ok_or(CannotUnlock::OutOfMemory)?;
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(normalised.as_bytes(), salt, key.as_mut_slice())
        .map_err(|_| CannotUnlock::OutOfMemory)?;
    Ok(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn key_derivation_is_bounded_on_reading() {
        let with = |memory_kib, passes, lanes| {
            let kdf = Kdf {
                memory_kib,
                passes,
                lanes,
            };
            Kdf::from_map(MapReader::new(&kdf.to_value()).unwrap()).is_ok()
        };
        assert!(with(8, 1, 1) && with(1024 * 1024, 16, 4));
        assert!(!with(7, 1, 1) && !with(1024 * 1024 + 1, 1, 1), "memory");
        assert!(!with(8, 0, 1) && !with(8, 17, 1), "passes");
        assert!(
            !with(64, 1, 0) && !with(64, 1, 5) && !with(8, 1, 2),
            "lanes, each of 8 KiB at least"
        );
        assert!(Kdf::DEFAULT.params().is_some());
    }
}
