//! A package taken apart, to be bent where no writer lets it and put together again with a fitting
//! signature and encryption. It follows the format's description and not the code of `kring-sync`.

use std::io::{Read, Write};

use bech32::{Bech32, Hrp};
use kring_api::domain::id::CircleId;
use kring_sync::package::Heading;
use kring_trust::cbor::{self, Bounds, MapBuilder, Value};
use kring_trust::hash::sha256;
use kring_trust::signature::{DeviceSecret, sign_raw};

use crate::forge::{Forger, Frames};

/// Keys of the manifest.
pub mod key {
    pub const MAJOR: u64 = 1;
    pub const MINOR: u64 = 2;
    pub const READER: u64 = 3;
    pub const COUNTER: u64 = 7;
    pub const RECIPIENTS: u64 = 13;
    pub const FRAMES: u64 = 19;
    /// No version has it yet.
    pub const NEW: u64 = 4_000;
}

const BOUNDS: Bounds = Bounds {
    bytes: 1 << 20,
    depth: 16,
};

/// A package taken apart.
#[derive(Clone)]
pub struct Raw {
    /// The mark at the beginning of the content.
    pub mark: Vec<u8>,
    /// What is said to be the length of the envelope; the truth where nothing is.
    pub length: Option<u32>,
    /// The signed headers of the envelope.
    pub protected: Vec<u8>,
    /// Its other headers.
    pub unprotected: Value,
    /// The manifest.
    pub manifest: Vec<(Value, Value)>,
    /// The circle that is signed along.
    pub circle: CircleId,
    /// What stands where the signature must be; a fitting one where nothing is said.
    pub signature: Option<Value>,
    /// Parts of the envelope behind the signature.
    pub behind: Vec<Value>,
    /// What follows the envelope.
    pub frames: Vec<u8>,
}

impl Raw {
    /// An honest package of this forger.
    pub fn of(forger: &Forger, heading: Heading, frames: Frames) -> Self {
        Self::open(
            &forger.bytes(heading, frames),
            &forger.secret,
            forger.heading.circle,
        )
    }

    /// The package in these bytes, opened with the key of a recipient.
    pub fn open(file: &[u8], recipient: &DeviceSecret, circle: CircleId) -> Self {
        let content = decrypted(file, recipient);
        let (mark, rest) = content.split_at(4);
        let length = u32::from_be_bytes(rest[..4].try_into().unwrap()) as usize;
        let (envelope, frames) = rest[4..].split_at(length);
        let Value::Array(parts) = cbor::decode(envelope, &BOUNDS).unwrap() else {
            panic!("no envelope")
        };
        let Value::Map(manifest) = cbor::decode(parts[2].as_bytes().unwrap(), &BOUNDS).unwrap() else {
            panic!("no manifest")
        };
        Self {
            mark: mark.to_vec(),
            length: None,
            protected: parts[0].as_bytes().unwrap().clone(),
            unprotected: parts[1].clone(),
            manifest,
            circle,
            signature: None,
            behind: Vec::new(),
            frames: frames.to_vec(),
        }
    }

    /// Sets a value of the manifest, or adds it.
    #[must_use]
    pub fn with(mut self, key: u64, value: impl Into<Value>) -> Self {
        let key = Value::from(key);
        self.manifest.retain(|(name, _)| *name != key);
        self.manifest.push((key, value.into()));
        self
    }

    /// Replaces all frames by ones that were packed by hand.
    #[must_use]
    pub fn with_frames(self, frames: &[RawFrame]) -> Self {
        let announced = frames.iter().map(RawFrame::announced).collect::<Vec<_>>();
        let mut raw = self.with(key::FRAMES, Value::Array(announced));
        raw.frames = frames.iter().flat_map(|frame| frame.bytes.clone()).collect();
        raw
    }

    /// The bytes that are signed (RFC 9052, section 4.4).
    pub fn signed(&self) -> Vec<u8> {
        let external = [b"kring/bundle/1", self.circle.as_slice()].concat();
        cbor::encode(&Value::Array(vec![
            "Signature1".into(),
            Value::Bytes(self.protected.clone()),
            Value::Bytes(external),
            Value::Bytes(self.payload()),
        ]))
    }

    /// The manifest's bytes.
    pub fn payload(&self) -> Vec<u8> {
        cbor::encode(&Value::Map(self.manifest.clone()))
    }

    /// A `COSE_Sign1` (RFC 9052, section 4.2), signed by this device.
    pub fn envelope(&self, signer: &DeviceSecret) -> Vec<u8> {
        let fitting = || Value::Bytes(sign_raw(signer, &self.signed()).0.to_vec());
        let mut parts = vec![
            Value::Bytes(self.protected.clone()),
            self.unprotected.clone(),
            Value::Bytes(self.payload()),
            self.signature.clone().unwrap_or_else(fitting),
        ];
        parts.extend(self.behind.iter().cloned());
        cbor::encode(&Value::Array(parts))
    }

    /// The file, signed by the forger and encrypted for all they write to.
    pub fn seal(&self, forger: &Forger) -> Vec<u8> {
        self.seal_by(&forger.secret, forger)
    }

    /// The file, signed by somebody else.
    pub fn seal_by(&self, signer: &DeviceSecret, forger: &Forger) -> Vec<u8> {
        self.around(&self.envelope(signer), forger)
    }

    /// The file around an envelope that was made by hand.
    pub fn around(&self, envelope: &[u8], forger: &Forger) -> Vec<u8> {
        let length = self.length.unwrap_or(envelope.len() as u32).to_be_bytes();
        encrypted(
            &forger.recipients,
            &[&self.mark, &length[..], envelope, &self.frames].concat(),
        )
    }
}

/// A frame that was packed by hand, and what the manifest says of it.
#[derive(Clone)]
pub struct RawFrame {
    /// The number of its kind.
    pub kind: u64,
    /// What is said to be its length in the file.
    pub packed: u64,
    /// What is said to be its length unpacked.
    pub plain: u64,
    /// What is said to be its hash.
    pub hash: Vec<u8>,
    /// Its bytes in the file.
    pub bytes: Vec<u8>,
    /// Of which attachment it is said to be a piece, which one, and of how many bytes in all.
    pub piece: Option<(Vec<u8>, u64, u64)>,
}

impl RawFrame {
    /// A frame that holds what is said: these bytes, packed by hand.
    pub fn honest(kind: u64, plain: &[u8], bytes: Vec<u8>) -> Self {
        Self {
            kind,
            packed: bytes.len() as u64,
            plain: plain.len() as u64,
            hash: sha256(&[plain]).0.to_vec(),
            bytes,
            piece: None,
        }
    }

    fn announced(&self) -> Value {
        let piece = self.piece.as_ref().map(|(attachment, place, bytes)| {
            MapBuilder::new()
                .put_bytes(1, attachment)
                .put_u64(2, *place)
                .put_u64(3, *bytes)
                .build()
        });
        MapBuilder::new()
            .put_u64(1, self.kind)
            .put_u64(2, self.packed)
            .put_u64(3, self.plain)
            .put_bytes(4, &self.hash)
            .put_opt(5, piece)
            .build()
    }
}

/// The content of an age file, decrypted with the key of a recipient.
fn decrypted(file: &[u8], recipient: &DeviceSecret) -> Vec<u8> {
    let key = text("age-secret-key-", recipient.age()).to_uppercase();
    let identity: age::x25519::Identity = key.parse().unwrap();
    let mut content = Vec::new();
    age::Decryptor::new(file)
        .unwrap()
        .decrypt(std::iter::once(&identity as &dyn age::Identity))
        .unwrap()
        .read_to_end(&mut content)
        .unwrap();
    content
}

/// An age file with this content for these keys.
pub fn encrypted(recipients: &[[u8; 32]], content: &[u8]) -> Vec<u8> {
    let keys: Vec<age::x25519::Recipient> = recipients
        .iter()
        .map(|key| text("age", key).parse().unwrap())
        .collect();
    let keys = keys.iter().map(|key| key as &dyn age::Recipient);
    let mut file = Vec::new();
    let mut writer = age::Encryptor::with_recipients(keys)
        .unwrap()
        .wrap_output(&mut file)
        .unwrap();
    writer.write_all(content).unwrap();
    writer.finish().unwrap();
    file
}

fn text(prefix: &str, key: &[u8; 32]) -> String {
    bech32::encode::<Bech32>(Hrp::parse(prefix).unwrap(), key).unwrap()
}
