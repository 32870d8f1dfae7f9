//! Ed25519 signatures (RFC 8032) of devices and of the kringsleutel, each bound to one purpose. Keys
//! are made of random bytes passed in; X25519 and encryption are not done here.

use std::fmt;

use ed25519_dalek::{Signer, SigningKey, VerifyingKey};
use kring_domain::id::DeviceId;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::cbor::{BadCbor, MapBuilder, MapReader, Value};
use crate::hash;

/// What is signed. Its context goes before the bytes, so that a signature never fits elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// The header of a segment.
    Segment,
    /// An operation of the membership chain.
    Operation,
    /// A card that asks to join.
    Card,
    /// An invitation, by the coordinator who makes it.
    Invitation,
    /// A card made with an invitation, by the invitation's own key.
    Acceptance,
    /// The manifest of a package.
    Manifest,
}

impl Purpose {
    fn context(self) -> &'static [u8] {
        match self {
            Self::Segment => b"kring/segment/1\0",
            Self::Operation => b"kring/operation/1\0",
            Self::Card => b"kring/card/1\0",
            Self::Invitation => b"kring/invitation/1\0",
            Self::Acceptance => b"kring/acceptance/1\0",
            Self::Manifest => b"kring/manifest/1\0",
        }
    }

    pub(crate) fn message(self, bytes: &[u8]) -> Vec<u8> {
        [self.context(), bytes].concat()
    }
}

/// The signature does not fit these bytes under this key, or the key is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the signature does not fit the key and the bytes")]
pub struct BadSignature;

/// An Ed25519 signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Signature(pub [u8; 64]);

/// The public halves of a device's keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DeviceKeys {
    /// Ed25519 public key.
    pub sign: [u8; 32],
    /// X25519 public key, derived by the age container and passed in.
    pub age: [u8; 32],
}

impl DeviceKeys {
    /// The device that has these keys; its signing key alone decides.
    pub fn device_id(&self) -> DeviceId {
        hash::device_id(&self.sign)
    }

    pub(crate) fn to_value(self) -> Value {
        MapBuilder::new()
            .put_bytes(1, &self.sign)
            .put_bytes(2, &self.age)
            .build()
    }

    pub(crate) fn from_map(map: MapReader<'_>) -> Result<Self, BadCbor> {
        Ok(Self {
            sign: map.fixed(1)?,
            age: map.fixed(2)?,
        })
    }
}

/// The secret halves of a device's keys.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct DeviceSecret {
    sign: [u8; 32],
    age: [u8; 32],
}

impl DeviceSecret {
    /// How many bytes [`Self::to_bytes`] gives.
    pub const LENGTH: usize = 71;

    /// The CBOR around the two keys: a map of two, key 1, 32 bytes; key 2, 32 bytes.
    const BEFORE_SIGN: [u8; 4] = [0xa2, 0x01, 0x58, 0x20];
    const BEFORE_AGE: [u8; 3] = [0x02, 0x58, 0x20];

    /// A device with these secrets: 32 random bytes as Ed25519 seed, 32 as X25519 secret.
    pub fn from_random(sign: [u8; 32], age: [u8; 32]) -> Self {
        Self { sign, age }
    }

    /// The same device with another X25519 secret, for a rotation.
    pub fn with_age(&self, age: [u8; 32]) -> Self {
        Self { sign: self.sign, age }
    }

    /// The X25519 secret, for the age container.
    pub fn age(&self) -> &[u8; 32] {
        &self.age
    }

    /// The public halves; that of the X25519 secret is passed in.
    pub fn public(&self, age_public: [u8; 32]) -> DeviceKeys {
        DeviceKeys {
            sign: public_of(&self.sign),
            age: age_public,
        }
    }

    /// The device's id.
    pub fn device_id(&self) -> DeviceId {
        hash::device_id(&public_of(&self.sign))
    }

    /// Deterministic CBOR `{1: Ed25519 seed, 2: X25519 secret}`. Its length never varies, so it is
    /// written by hand: an encoder would leave copies of the secrets in memory.
    pub fn to_bytes(&self) -> Zeroizing<Vec<u8>> {
        let mut bytes = Zeroizing::new(Vec::with_capacity(Self::LENGTH));
        bytes.extend_from_slice(&Self::BEFORE_SIGN);
        bytes.extend_from_slice(&self.sign);
        bytes.extend_from_slice(&Self::BEFORE_AGE);
        bytes.extend_from_slice(&self.age);
        bytes
    }

    /// Reads what [`Self::to_bytes`] wrote.
    ///
    /// # Errors
    /// [`BadCbor::Malformed`] for anything else.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, BadCbor> {
        let read = || {
            let (sign, rest) = bytes.strip_prefix(&Self::BEFORE_SIGN)?.split_first_chunk()?;
            let age = rest.strip_prefix(&Self::BEFORE_AGE)?.try_into().ok()?;
            Some(Self { sign: *sign, age })
        };
        read().ok_or(BadCbor::Malformed)
    }
}

impl fmt::Debug for DeviceSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DeviceSecret(..)")
    }
}

/// The `kringsleutel`: an Ed25519 seed that restores a coordinator's authority. It is kept on paper.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct AuthoritySecret(pub [u8; 32]);

impl AuthoritySecret {
    /// The public half, as the genesis names it.
    pub fn public(&self) -> [u8; 32] {
        public_of(&self.0)
    }

    /// Signs bytes for one purpose.
    pub fn sign(&self, purpose: Purpose, bytes: &[u8]) -> Signature {
        sign_with(&self.0, &purpose.message(bytes))
    }
}

impl fmt::Debug for AuthoritySecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AuthoritySecret(..)")
    }
}

/// Signs bytes with a device's key for one purpose.
pub fn sign(secret: &DeviceSecret, purpose: Purpose, bytes: &[u8]) -> Signature {
    sign_raw(secret, &purpose.message(bytes))
}

/// Checks a signature made for one purpose.
///
/// # Errors
/// [`BadSignature`]; weak keys and every other encoding of a signature are refused as well
/// (`verify_strict`).
pub fn verify(
    sign_public: &[u8; 32],
    purpose: Purpose,
    bytes: &[u8],
    signature: &Signature,
) -> Result<(), BadSignature> {
    verify_raw(sign_public, &purpose.message(bytes), signature)
}

/// Signs bytes that carry their own context: the `Sig_structure` of COSE (RFC 9052 §4.4). That is a
/// CBOR array, so its first byte differs from that of every [`Purpose`].
pub fn sign_raw(secret: &DeviceSecret, bytes: &[u8]) -> Signature {
    sign_with(&secret.sign, bytes)
}

/// Checks a signature that [`sign_raw`] made.
///
/// # Errors
/// As [`verify`].
pub fn verify_raw(sign_public: &[u8; 32], bytes: &[u8], signature: &Signature) -> Result<(), BadSignature> {
    let signature = ed25519_dalek::Signature::from_bytes(&signature.0);
    VerifyingKey::from_bytes(sign_public)
        .and_then(|key| key.verify_strict(bytes, &signature))
        .map_err(|_| BadSignature)
}

pub(crate) fn sign_with(seed: &[u8; 32], bytes: &[u8]) -> Signature {
    Signature(SigningKey::from_bytes(seed).sign(bytes).to_bytes())
}

pub(crate) fn public_of(seed: &[u8; 32]) -> [u8; 32] {
    SigningKey::from_bytes(seed).verifying_key().to_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cbor;

    fn secret() -> DeviceSecret {
        DeviceSecret::from_random([1; 32], [2; 32])
    }

    #[test]
    fn a_signature_fits_its_key_purpose_and_bytes_only() {
        let keys = secret().public([0; 32]);
        let signature = sign(&secret(), Purpose::Segment, b"header");
        assert_eq!(
            verify(&keys.sign, Purpose::Segment, b"header", &signature),
            Ok(())
        );
        assert_eq!(
            verify(&keys.sign, Purpose::Segment, b"Header", &signature),
            Err(BadSignature)
        );
        assert_eq!(
            verify(&[9; 32], Purpose::Segment, b"header", &signature),
            Err(BadSignature)
        );
        for other in [Purpose::Operation, Purpose::Card, Purpose::Manifest] {
            assert_eq!(
                verify(&keys.sign, other, b"header", &signature),
                Err(BadSignature),
                "{other:?}"
            );
        }
        assert_eq!(
            verify_raw(&keys.sign, b"kring/segment/1\0header", &signature),
            Ok(())
        );
    }

    #[test]
    fn a_weak_key_signs_nothing() {
        // The neutral point as key and as commitment, with scalar 0, satisfies the equation of RFC 8032
        // for every message.
        let mut neutral = [0; 32];
        neutral[0] = 1;
        let mut forged = [0; 64];
        forged[0] = 1;
        assert_eq!(
            verify_raw(&neutral, b"anything", &Signature(forged)),
            Err(BadSignature)
        );
    }

    #[test]
    fn the_test_vector_of_rfc_8032_holds() {
        let mut seed = [0; 32];
        hex::decode_to_slice(
            "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
            &mut seed,
        )
        .unwrap();
        let secret = DeviceSecret::from_random(seed, [0; 32]);
        assert_eq!(
            hex::encode(secret.public([0; 32]).sign),
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
        );
        assert!(
            hex::encode(sign_raw(&secret, b"").0).starts_with("e5564300c360ac729086e2cc806e828a84877f1e")
        );
    }

    #[test]
    fn a_device_secret_is_written_as_deterministic_cbor() {
        let bytes = secret().to_bytes();
        let value = MapBuilder::new()
            .put_bytes(1, &[1; 32])
            .put_bytes(2, &[2; 32])
            .build();
        assert_eq!(*bytes, cbor::encode(&value));
        assert_eq!(bytes.len(), DeviceSecret::LENGTH);
        assert_eq!(DeviceSecret::from_bytes(&bytes).unwrap().to_bytes(), bytes);
        assert!(DeviceSecret::from_bytes(&bytes[..70]).is_err(), "cut off");
        assert!(
            DeviceSecret::from_bytes(&[&bytes[..], &[0]].concat()).is_err(),
            "a byte too many"
        );
    }

    #[test]
    fn secrets_never_show() {
        assert_eq!(
            format!("{:?} {:?}", secret(), AuthoritySecret([7; 32])),
            "DeviceSecret(..) AuthoritySecret(..)"
        );
    }
}
