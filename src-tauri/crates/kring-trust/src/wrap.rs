//! The content of a store's `keys` file: its one raw key, wrapped by the passphrase (Argon2id, RFC
//! 9106), by the `herstelsleutel` and, if wanted, by a key in the system's keychain, each with
//! XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha-03). Writing the file, twice and atomically, is the
//! store's work; whether a passphrase is strong enough is the screen's.

mod kdf;

use std::fmt;

use chacha20poly1305::{AeadInOut, KeyInit, XChaCha20Poly1305};
use zeroize::{Zeroize, ZeroizeOnDrop};

use crate::cbor::{self, BadCbor, Bounds, MapBuilder, MapReader, Value};
pub use kdf::Kdf;
use kdf::derive;

/// The format of the key file that this version writes and reads.
pub const KEY_FILE_FORMAT: u32 = 1;

const BOUNDS: Bounds = Bounds {
    bytes: 4 * 1024,
    depth: 6,
};
/// First part of the associated data of every wrap.
const CONTEXT: &[u8] = b"kring/keys/1\0";

macro_rules! secret_key {
    ($($(#[$doc:meta])* $name:ident;)+) => { $(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
        pub struct $name(pub [u8; 32]);

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(concat!(stringify!($name), "(..)"))
            }
        }
    )+ };
}

secret_key! {
    /// The raw key of a store's databases, 32 random bytes.
    StoreKey;
    /// The `herstelsleutel`, 32 random bytes kept on paper. It needs no key derivation.
    RecoveryKey;
    /// 32 random bytes kept in the system's keychain.
    KeychainKey;
}

/// Random bytes for one wrap by passphrase.
#[derive(Debug, Clone, Copy)]
pub struct PassphraseRandom {
    /// For the key derivation.
    pub salt: [u8; 16],
    /// For the cipher.
    pub nonce: [u8; 24],
}

/// Bytes that are no key file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadKeyFile {
    /// Not the CBOR of a key file.
    #[error("unreadable key file")]
    Cbor(#[from] BadCbor),
    /// Written by a newer version.
    #[error("key file of format {format}")]
    NewerFormat {
        /// Its format.
        format: u32,
    },
    /// Key derivation that costs too little or too much.
    #[error("key derivation parameters out of bounds: {kdf:?}")]
    KdfOutOfBounds {
        /// The parameters.
        kdf: Kdf,
    },
}

/// Why a store's key cannot be unwrapped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CannotUnlock {
    /// The file has no wrap for this kind of secret.
    #[error("the store's key is not wrapped this way")]
    NotWrapped,
    /// The secret is wrong, or the wrap was tampered with: the cipher cannot tell.
    #[error("the secret does not open the store's key")]
    WrongSecret,
    /// Not enough memory for the key derivation.
    #[error("not enough memory to derive the key")]
    OutOfMemory,
}

/// A store's key in all its wraps.
#[derive(Debug, Clone, PartialEq)]
pub struct KeyFile {
    store_id: [u8; 16],
    wraps: Vec<Wrap>,
}

#[derive(Debug, Clone, PartialEq)]
enum Wrap {
    Passphrase {
        kdf: Kdf,
        salt: [u8; 16],
        sealed: Sealed,
    },
    Recovery(Sealed),
    Keychain(Sealed),
    /// A wrap of a newer version: kept as it is.
    Unknown(Value),
}

/// The store's key under one other key.
#[derive(Debug, Clone, PartialEq)]
struct Sealed {
    nonce: [u8; 24],
    /// 32 bytes and their tag of 16.
    ciphertext: [u8; 48],
}

impl KeyFile {
    /// Wraps a new store's key by passphrase and `herstelsleutel`.
    ///
    /// The passphrase is normalised to Unicode NFC first, as RFC 8265 does: keyboards differ in how
    /// they write "é". Nothing else of it is changed.
    ///
    /// # Errors
    /// [`CannotUnlock::OutOfMemory`], also for parameters out of bounds.
    pub fn create(
        store_id: [u8; 16],
        key: &StoreKey,
        (passphrase, kdf, random): (&str, Kdf, PassphraseRandom),
        (recovery, recovery_nonce): (&RecoveryKey, [u8; 24]),
    ) -> Result<Self, CannotUnlock> {
        let sealed = Sealed::new(&store_id, &recovery.0, Kind::Recovery, recovery_nonce, key);
        let file = Self {
            store_id,
            wraps: vec![Wrap::Recovery(sealed)],
        };
        file.with_new_passphrase(key, passphrase, kdf, random)
    }

    /// The store whose key this is.
    pub fn store_id(&self) -> [u8; 16] {
        self.store_id
    }

    /// The same file under another passphrase, or other parameters.
    ///
    /// # Errors
    /// As [`Self::create`].
    pub fn with_new_passphrase(
        &self,
        key: &StoreKey,
        passphrase: &str,
        kdf: Kdf,
        random: PassphraseRandom,
    ) -> Result<Self, CannotUnlock> {
        let PassphraseRandom { salt, nonce } = random;
        let derived = derive(passphrase, kdf, &salt)?;
        let sealed = Sealed::new(&self.store_id, &derived, Kind::Passphrase(kdf), nonce, key);
        let others = self
            .wraps
            .iter()
            .filter(|wrap| !matches!(wrap, Wrap::Passphrase { .. }))
            .cloned();
        let wraps = [Wrap::Passphrase { kdf, salt, sealed }]
            .into_iter()
            .chain(others)
            .collect();
        Ok(Self { wraps, ..*self })
    }

    /// The same file with a wrap for the system's keychain.
    pub fn with_keychain(&self, key: &StoreKey, keychain: &KeychainKey, nonce: [u8; 24]) -> Self {
        let mut file = self.without_keychain();
        file.wraps.push(Wrap::Keychain(Sealed::new(
            &self.store_id,
            &keychain.0,
            Kind::Keychain,
            nonce,
            key,
        )));
        file
    }

    /// The same file without a wrap for the system's keychain.
    pub fn without_keychain(&self) -> Self {
        let wraps = self
            .wraps
            .iter()
            .filter(|wrap| !matches!(wrap, Wrap::Keychain(_)))
            .cloned()
            .collect();
        Self { wraps, ..*self }
    }

    /// The store's key, by passphrase.
    ///
    /// # Errors
    /// [`CannotUnlock`].
    pub fn unlock_passphrase(&self, passphrase: &str) -> Result<StoreKey, CannotUnlock> {
        let wraps = self.wraps.iter().find_map(|wrap| match wrap {
            Wrap::Passphrase { kdf, salt, sealed } => Some((*kdf, salt, sealed)),
            _ => None,
        });
        let (kdf, salt, sealed) = wraps.ok_or(CannotUnlock::NotWrapped)?;
        sealed.open(
            &self.store_id,
            &*derive(passphrase, kdf, salt)?,
            Kind::Passphrase(kdf),
        )
    }

    /// The store's key, by `herstelsleutel`.
    ///
    /// # Errors
    /// [`CannotUnlock`].
    pub fn unlock_recovery(&self, recovery: &RecoveryKey) -> Result<StoreKey, CannotUnlock> {
        let sealed = self.wraps.iter().find_map(|wrap| match wrap {
            Wrap::Recovery(sealed) => Some(sealed),
            _ => None,
        });
        sealed
            .ok_or(CannotUnlock::NotWrapped)?
            .open(&self.store_id, &recovery.0, Kind::Recovery)
    }

    /// The store's key, by the key in the system's keychain.
    ///
    /// # Errors
    /// [`CannotUnlock`].
    pub fn unlock_keychain(&self, keychain: &KeychainKey) -> Result<StoreKey, CannotUnlock> {
        let sealed = self.wraps.iter().find_map(|wrap| match wrap {
            Wrap::Keychain(sealed) => Some(sealed),
            _ => None,
        });
        sealed
            .ok_or(CannotUnlock::NotWrapped)?
            .open(&self.store_id, &keychain.0, Kind::Keychain)
    }

    /// Deterministic CBOR `{1: format, 2: store id, 3: wraps}`.
    pub fn encode(&self) -> Vec<u8> {
        let map = MapBuilder::new()
            .put(1, KEY_FILE_FORMAT)
            .put_bytes(2, &self.store_id)
            .put_array(3, self.wraps.iter().map(Wrap::to_value));
        cbor::encode(&map.build())
    }

    /// Reads a key file.
    ///
    /// # Errors
    /// [`BadKeyFile`].
    pub fn decode(bytes: &[u8]) -> Result<Self, BadKeyFile> {
        let value = cbor::decode(bytes, &BOUNDS)?;
        let map = MapReader::new(&value)?;
        let format = map.u32(1)?;
        if format != KEY_FILE_FORMAT {
            return Err(BadKeyFile::NewerFormat { format });
        }
        let wraps = map
            .array(3)?
            .iter()
            .map(Wrap::from_value)
            .collect::<Result<_, _>>()?;
        Ok(Self {
            store_id: map.fixed(2)?,
            wraps,
        })
    }
}

/// A kind of wrap, with what its associated data binds besides.
#[derive(Clone, Copy)]
enum Kind {
    Passphrase(Kdf),
    Recovery,
    Keychain,
}

impl Kind {
    /// The number written in files; never reused.
    fn number(self) -> u64 {
        match self {
            Self::Passphrase(_) => 1,
            Self::Recovery => 2,
            Self::Keychain => 3,
        }
    }

    fn parameters(self) -> Option<Value> {
        match self {
            Self::Passphrase(kdf) => Some(kdf.to_value()),
            Self::Recovery | Self::Keychain => None,
        }
    }

    /// "kring/keys/1\0" ‖ deterministic CBOR `{1: store id, 2: kind, 3: parameters}`.
    fn associated_data(self, store_id: &[u8; 16]) -> Vec<u8> {
        let map = MapBuilder::new()
            .put_bytes(1, store_id)
            .put_u64(2, self.number())
            .put_opt(3, self.parameters());
        [CONTEXT, &cbor::encode(&map.build())].concat()
    }
}

impl Wrap {
    /// The CBOR map `{1: kind, 2: parameters, 3: salt, 4: nonce, 5: ciphertext}`; parameters and salt
    /// with a passphrase only.
    fn to_value(&self) -> Value {
        let (kind, salt, sealed) = match self {
            Self::Passphrase { kdf, salt, sealed } => (Kind::Passphrase(*kdf), Some(salt.as_slice()), sealed),
            Self::Recovery(sealed) => (Kind::Recovery, None, sealed),
            Self::Keychain(sealed) => (Kind::Keychain, None, sealed),
            Self::Unknown(value) => return value.clone(),
        };
        let map = MapBuilder::new()
            .put_u64(1, kind.number())
            .put_opt(2, kind.parameters())
            .put_opt(3, salt)
            .put_bytes(4, &sealed.nonce)
            .put_bytes(5, &sealed.ciphertext);
        map.build()
    }

    fn from_value(value: &Value) -> Result<Self, BadKeyFile> {
        let map = MapReader::new(value)?;
        let sealed = || {
            Ok::<_, BadCbor>(Sealed {
                nonce: map.fixed(4)?,
                ciphertext: map.fixed(5)?,
            })
        };
        Ok(match map.u64(1)? {
            1 => Self::Passphrase {
                kdf: Kdf::from_map(map.map(2)?)?,
                salt: map.fixed(3)?,
                sealed: sealed()?,
            },
            2 => Self::Recovery(sealed()?),
            3 => Self::Keychain(sealed()?),
            _ => Self::Unknown(value.clone()),
        })
    }
}

impl Sealed {
    fn new(store_id: &[u8; 16], by: &[u8; 32], kind: Kind, nonce: [u8; 24], key: &StoreKey) -> Self {
        let mut ciphertext = [0; 48];
        let (body, tag) = ciphertext.split_at_mut(32);
        body.copy_from_slice(&key.0);
        let computed = XChaCha20Poly1305::new(&(*by).into())
            .encrypt_inout_detached(
                &nonce.into(),
                &kind.associated_data(store_id),
                (&mut *body).into(),
            )
            .expect("32 bytes are far below what the cipher takes");
        tag.copy_from_slice(&computed);
        Self { nonce, ciphertext }
    }

    fn open(&self, store_id: &[u8; 16], by: &[u8; 32], kind: Kind) -> Result<StoreKey, CannotUnlock> {
        let mut key = StoreKey([0; 32]);
        let (body, tag) = self.ciphertext.split_at(32);
        key.0.copy_from_slice(body);
        let tag = tag.try_into().map_err(|_| CannotUnlock::WrongSecret)?;
        XChaCha20Poly1305::new(&(*by).into())
            .decrypt_inout_detached(
                &self.nonce.into(),
                &kind.associated_data(store_id),
                key.0.as_mut_slice().into(),
                tag,
            )
            .map_err(|_| CannotUnlock::WrongSecret)?;
        Ok(key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CHEAP: Kdf = Kdf {
        memory_kib: 8,
        passes: 1,
        lanes: 1,
    };
    const RANDOM: PassphraseRandom = PassphraseRandom {
        salt: [3; 16],
        nonce: [4; 24],
    };

    fn key() -> StoreKey {
        StoreKey([1; 32])
    }

    fn recovery() -> RecoveryKey {
        RecoveryKey([2; 32])
    }

    fn file() -> KeyFile {
        KeyFile::create(
            [9; 16],
            &key(),
            ("geheim café", CHEAP, RANDOM),
            (&recovery(), [5; 24]),
        )
        .unwrap()
    }

    #[test]
    fn each_secret_opens_the_store_and_no_other_does() {
        let file = file();
        assert_eq!(file.unlock_passphrase("geheim café"), Ok(key()));
        assert_eq!(
            file.unlock_passphrase("geheim cafe\u{301}"),
            Ok(key()),
            "the same letters, composed otherwise"
        );
        assert_eq!(
            file.unlock_passphrase("geheim cafe"),
            Err(CannotUnlock::WrongSecret)
        );
        assert_eq!(file.unlock_recovery(&recovery()), Ok(key()));
        assert_eq!(
            file.unlock_recovery(&RecoveryKey([7; 32])),
            Err(CannotUnlock::WrongSecret)
        );
        assert_eq!(
            file.unlock_keychain(&KeychainKey([6; 32])),
            Err(CannotUnlock::NotWrapped)
        );
    }

    #[test]
    fn a_new_passphrase_replaces_the_old_one_only() {
        let keychain = KeychainKey([6; 32]);
        let random = PassphraseRandom {
            salt: [7; 16],
            nonce: [8; 24],
        };
        let file = file().with_keychain(&key(), &keychain, [6; 24]);
        let changed = file.with_new_passphrase(&key(), "nieuw", CHEAP, random).unwrap();
        assert_eq!(changed.unlock_passphrase("nieuw"), Ok(key()));
        assert_eq!(
            changed.unlock_passphrase("geheim café"),
            Err(CannotUnlock::WrongSecret)
        );
        assert_eq!(changed.unlock_recovery(&recovery()), Ok(key()));
        assert_eq!(changed.unlock_keychain(&keychain), Ok(key()));
        assert_eq!(
            changed.without_keychain().unlock_keychain(&keychain),
            Err(CannotUnlock::NotWrapped)
        );
    }

    #[test]
    fn a_wrap_does_not_fit_another_store_or_kind() {
        let other = KeyFile {
            store_id: [8; 16],
            ..file()
        };
        assert_eq!(other.unlock_recovery(&recovery()), Err(CannotUnlock::WrongSecret));
        let Some(Wrap::Recovery(sealed)) = file().wraps.pop() else {
            panic!("the last wrap is the recovery's")
        };
        let moved = KeyFile {
            wraps: vec![Wrap::Keychain(sealed)],
            ..file()
        };
        assert_eq!(
            moved.unlock_keychain(&KeychainKey([2; 32])),
            Err(CannotUnlock::WrongSecret)
        );
    }

    #[test]
    fn what_is_written_is_read_back_with_wraps_of_a_newer_version() {
        let newer = Wrap::Unknown(MapBuilder::new().put_u64(1, 9).put_text(7, "fido").build());
        let file = KeyFile {
            wraps: file().wraps.into_iter().chain([newer.clone()]).collect(),
            ..file()
        };
        assert_eq!(KeyFile::decode(&file.encode()), Ok(file.clone()));
        let changed = file.with_new_passphrase(&key(), "nieuw", CHEAP, RANDOM).unwrap();
        assert!(changed.wraps.contains(&newer));
    }

    #[test]
    fn secrets_never_show() {
        let shown = format!("{:?} {:?} {:?}", key(), recovery(), KeychainKey([6; 32]));
        assert_eq!(shown, "StoreKey(..) RecoveryKey(..) KeychainKey(..)");
    }
}
