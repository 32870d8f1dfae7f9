//! The membership chain's operations: ids and keys only, signed, each naming those it builds on. What
//! they amount to together is worked out in [`crate::membership`].

use kring_domain::id::{CircleId, DeviceId, Hash, LogId, MemberId, RecordId};

use crate::cbor::{self, BadCbor, Bounds, MapBuilder, MapReader, Value};
use crate::hash::sha256;
use crate::signature::{self, AuthoritySecret, BadSignature, DeviceKeys, DeviceSecret, Purpose, Signature};

/// The most operations one operation names as those it builds on.
pub const MAX_DEPENDENCIES: usize = 16;

const BOUNDS: Bounds = Bounds {
    bytes: 64 * 1024,
    depth: 16,
};
/// The signature and the CBOR around both.
const SIGNED_BOUNDS: Bounds = Bounds {
    bytes: BOUNDS.bytes + 128,
    depth: 4,
};

/// Map keys of an operation; never reused.
mod key {
    pub const CIRCLE: u64 = 1;
    pub const DEPENDENCIES: u64 = 2;
    pub const AUTHOR: u64 = 3;
    pub const WALL_MS: u64 = 4;
    pub const DEED: u64 = 5;
}

/// One act of membership.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Operation {
    /// The circle it is for.
    pub circle: CircleId,
    /// The operations it builds on, sorted, at most [`MAX_DEPENDENCIES`]; none: on the genesis itself.
    pub deps: Vec<Hash>,
    /// Who signs it.
    pub author: Author,
    /// The author's clock, milliseconds since 1970 UTC; shown, never trusted.
    pub wall_ms: u64,
    /// What it does.
    pub deed: Deed,
}

/// Who signs an operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Author {
    /// A device of a member; number 1.
    Device(DeviceId),
    /// The holder of the `kringsleutel`; number 2.
    Authority,
}

/// What an operation does. Its number and the map keys of its fields are never reused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Deed {
    /// Brings in a person, or brings one back; number 1.
    AddPerson {
        /// Who.
        person: MemberId,
        /// What they may do.
        right: Right,
    },
    /// Gives a person a device; number 2.
    AddDevice {
        /// Whose it is.
        person: MemberId,
        /// Its public keys.
        keys: DeviceKeys,
        /// The nonce of the card that asked for it.
        nonce: Option<[u8; 16]>,
    },
    /// Takes a device out; number 3.
    RemoveDevice {
        /// Which.
        device: DeviceId,
        /// Where its chains end; nothing of a chain that is not named counts.
        cut: Vec<Head>,
    },
    /// Takes a person out, with all their devices; number 4.
    RemovePerson {
        /// Who.
        person: MemberId,
        /// Where their chains end; nothing of a chain that is not named counts.
        cut: Vec<Head>,
    },
    /// Gives a person another right; number 5.
    SetRight {
        /// Who.
        person: MemberId,
        /// What they may do from now on.
        right: Right,
        /// Where the old right ends in their chains, when the new one is less; else empty.
        cut: Vec<Head>,
    },
    /// Replaces a device's own age key; number 6.
    RotateKey {
        /// Which.
        device: DeviceId,
        /// Its new X25519 public key.
        age: [u8; 32],
    },
    /// Brings in segments that build on ones that do not count; number 7.
    Admit {
        /// Hashes of segment headers, sorted.
        segments: Vec<Hash>,
    },
    /// Ends the circle; number 8.
    CloseCircle,
    /// A deed of a newer version: carried, without effect.
    Unknown {
        /// Its number.
        number: u64,
    },
}

/// The last segment of a chain that someone knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Head {
    /// The chain.
    pub log: LogId,
    /// The segment's sequence number.
    pub seq: u64,
    /// The hash of the segment's header.
    pub hash: Hash,
}

/// What a person may do, from little to much. A role is another thing: a label on the member's record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Right {
    /// A right of a newer version; grants nothing here.
    Unknown(u64),
    /// Reads along; number 4.
    Reader,
    /// Takes part; number 3.
    Member,
    /// Keeps minutes, rounds and numbers; number 2.
    Secretary,
    /// Decides on membership; number 1.
    Coordinator,
}

impl Right {
    /// The number written in files.
    pub fn number(self) -> u64 {
        match self {
            Self::Coordinator => 1,
            Self::Secretary => 2,
            Self::Member => 3,
            Self::Reader => 4,
            Self::Unknown(number) => number,
        }
    }

    /// The right with this number.
    pub fn from_number(number: u64) -> Self {
        match number {
            1 => Self::Coordinator,
            2 => Self::Secretary,
            3 => Self::Member,
            4 => Self::Reader,
            other => Self::Unknown(other),
        }
    }
}

/// An operation that cannot be read, or may not be signed like this.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadOperation {
    /// Not the CBOR of an operation.
    #[error("unreadable operation")]
    Cbor(#[from] BadCbor),
    /// It builds on too many others.
    #[error("an operation that builds on {count} others")]
    TooManyDependencies {
        /// On how many.
        count: usize,
    },
    /// A list that must be sorted and free of doubles is not.
    #[error("a list of an operation is not sorted or has doubles")]
    Unsorted,
    /// An author of a newer version.
    #[error("an operation by an author of kind {number}")]
    UnknownAuthor {
        /// The number of that kind.
        number: u64,
    },
    /// The key at hand is not that of the author named.
    #[error("an operation signed by another than its author")]
    NotTheAuthor,
}

impl Operation {
    /// Deterministic CBOR, the bytes that are signed.
    pub fn encode(&self) -> Vec<u8> {
        let map = MapBuilder::new()
            .put_bytes(key::CIRCLE, &self.circle.0)
            .put(key::DEPENDENCIES, hashes(&self.deps))
            .put(key::AUTHOR, self.author.to_value())
            .put_u64(key::WALL_MS, self.wall_ms)
            .put(key::DEED, self.deed.to_value());
        cbor::encode(&map.build())
    }

    /// Reads an operation; its signature is another matter.
    ///
    /// # Errors
    /// [`BadOperation`].
    pub fn decode(bytes: &[u8]) -> Result<Self, BadOperation> {
        let value = cbor::decode(bytes, &BOUNDS)?;
        let map = MapReader::new(&value)?;
        let deps = read_hashes(map, key::DEPENDENCIES)?;
        if deps.len() > MAX_DEPENDENCIES {
            return Err(BadOperation::TooManyDependencies { count: deps.len() });
        }
        Ok(Self {
            circle: CircleId(map.fixed(key::CIRCLE)?),
            deps,
            author: Author::from_map(map.map(key::AUTHOR)?)?,
            wall_ms: map.u64(key::WALL_MS)?,
            deed: Deed::from_map(map.map(key::DEED)?)?,
        })
    }
}

impl Author {
    fn to_value(self) -> Value {
        match self {
            Self::Device(device) => MapBuilder::new().put_u64(1, 1).put_bytes(2, &device.0).build(),
            Self::Authority => MapBuilder::new().put_u64(1, 2).build(),
        }
    }

    fn from_map(map: MapReader<'_>) -> Result<Self, BadOperation> {
        match map.u64(1)? {
            1 => Ok(Self::Device(DeviceId(map.fixed(2)?))),
            2 => Ok(Self::Authority),
            number => Err(BadOperation::UnknownAuthor { number }),
        }
    }
}

/// Map keys of a deed; never reused.
mod field {
    pub const NUMBER: u64 = 1;
    pub const PERSON: u64 = 2;
    pub const RIGHT: u64 = 3;
    pub const KEYS: u64 = 4;
    pub const NONCE: u64 = 5;
    pub const DEVICE: u64 = 6;
    pub const CUT: u64 = 7;
    pub const AGE: u64 = 8;
    pub const SEGMENTS: u64 = 9;
}

impl Deed {
    fn number(&self) -> u64 {
        match self {
            Self::AddPerson { .. } => 1,
            Self::AddDevice { .. } => 2,
            Self::RemoveDevice { .. } => 3,
            Self::RemovePerson { .. } => 4,
            Self::SetRight { .. } => 5,
            Self::RotateKey { .. } => 6,
            Self::Admit { .. } => 7,
            Self::CloseCircle => 8,
            Self::Unknown { number } => *number,
        }
    }

    fn to_value(&self) -> Value {
        let map = MapBuilder::new().put_u64(field::NUMBER, self.number());
        let map = match self {
            Self::AddPerson { person, right } => map
                .put_bytes(field::PERSON, &person.0.0)
                .put_u64(field::RIGHT, right.number()),
            Self::AddDevice { person, keys, nonce } => map
                .put_bytes(field::PERSON, &person.0.0)
                .put(field::KEYS, keys.to_value())
                .put_opt(field::NONCE, nonce.as_ref().map(<[u8; 16]>::as_slice)),
            Self::RemoveDevice { device, cut } => map
                .put_bytes(field::DEVICE, &device.0)
                .put(field::CUT, heads(cut)),
            Self::RemovePerson { person, cut } => map
                .put_bytes(field::PERSON, &person.0.0)
                .put(field::CUT, heads(cut)),
            Self::SetRight { person, right, cut } => map
                .put_bytes(field::PERSON, &person.0.0)
                .put_u64(field::RIGHT, right.number())
                .put(field::CUT, heads(cut)),
            Self::RotateKey { device, age } => {
                map.put_bytes(field::DEVICE, &device.0).put_bytes(field::AGE, age)
            }
            Self::Admit { segments } => map.put(field::SEGMENTS, hashes(segments)),
            Self::CloseCircle | Self::Unknown { .. } => map,
        };
        map.build()
    }

    fn from_map(map: MapReader<'_>) -> Result<Self, BadOperation> {
        let person = || map.fixed(field::PERSON).map(|id| MemberId(RecordId(id)));
        let right = || map.u64(field::RIGHT).map(Right::from_number);
        let device = || map.fixed(field::DEVICE).map(DeviceId);
        Ok(match map.u64(field::NUMBER)? {
            1 => Self::AddPerson {
                person: person()?,
                right: right()?,
            },
            2 => Self::AddDevice {
                person: person()?,
                keys: DeviceKeys::from_map(map.map(field::KEYS)?)?,
                nonce: map.fixed_opt(field::NONCE)?,
            },
            3 => Self::RemoveDevice {
                device: device()?,
                cut: read_heads(map)?,
            },
            4 => Self::RemovePerson {
                person: person()?,
                cut: read_heads(map)?,
            },
            5 => Self::SetRight {
                person: person()?,
                right: right()?,
                cut: read_heads(map)?,
            },
            6 => Self::RotateKey {
                device: device()?,
                age: map.fixed(field::AGE)?,
            },
            7 => Self::Admit {
                segments: read_hashes(map, field::SEGMENTS)?,
            },
            8 => Self::CloseCircle,
            number => Self::Unknown { number },
        })
    }
}

impl Head {
    /// The CBOR map `{1: chain, 2: sequence number, 3: hash}`.
    pub fn to_value(&self) -> Value {
        MapBuilder::new()
            .put_bytes(1, &self.log.0)
            .put_u64(2, self.seq)
            .put_bytes(3, &self.hash.0)
            .build()
    }

    /// Reads what [`Self::to_value`] gives.
    ///
    /// # Errors
    /// [`BadCbor`].
    pub fn from_value(value: &Value) -> Result<Self, BadCbor> {
        let map = MapReader::new(value)?;
        Ok(Self {
            log: LogId(map.fixed(1)?),
            seq: map.u64(2)?,
            hash: Hash(map.fixed(3)?),
        })
    }
}

fn hashes(list: &[Hash]) -> Vec<Value> {
    list.iter().map(|hash| Value::from(hash.as_slice())).collect()
}

fn read_hashes(map: MapReader<'_>, key: u64) -> Result<Vec<Hash>, BadOperation> {
    let list: Vec<Hash> = map.fixed_array(key)?.into_iter().map(Hash).collect();
    if list.is_sorted_by(|before, after| before < after) {
        Ok(list)
    } else {
        Err(BadOperation::Unsorted)
    }
}

fn heads(list: &[Head]) -> Vec<Value> {
    list.iter().map(Head::to_value).collect()
}

fn read_heads(map: MapReader<'_>) -> Result<Vec<Head>, BadOperation> {
    let list: Vec<Head> = map
        .array(field::CUT)?
        .iter()
        .map(Head::from_value)
        .collect::<Result<_, _>>()?;
    if list.is_sorted_by(|before, after| before.log < after.log) {
        Ok(list)
    } else {
        Err(BadOperation::Unsorted)
    }
}

/// An operation as it travels: its bytes, which are never written again, and their signature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedOperation {
    bytes: Vec<u8>,
    signature: Signature,
}

impl SignedOperation {
    /// Signs an operation of a device. Lists are sorted first.
    ///
    /// # Errors
    /// [`BadOperation`] when the device is not the author named, or when no reader would accept it.
    pub fn by_device(operation: Operation, secret: &DeviceSecret) -> Result<Self, BadOperation> {
        if operation.author != Author::Device(secret.device_id()) {
            return Err(BadOperation::NotTheAuthor);
        }
        let bytes = readable_bytes(operation)?;
        Ok(Self {
            signature: signature::sign(secret, Purpose::Operation, &bytes),
            bytes,
        })
    }

    /// Signs an operation with the `kringsleutel`. Lists are sorted first.
    ///
    /// # Errors
    /// As [`Self::by_device`].
    pub fn by_authority(operation: Operation, secret: &AuthoritySecret) -> Result<Self, BadOperation> {
        if operation.author != Author::Authority {
            return Err(BadOperation::NotTheAuthor);
        }
        let bytes = readable_bytes(operation)?;
        Ok(Self {
            signature: secret.sign(Purpose::Operation, &bytes),
            bytes,
        })
    }

    /// Deterministic CBOR `{1: operation, 2: signature}`.
    pub fn encode(&self) -> Vec<u8> {
        cbor::encode(
            &MapBuilder::new()
                .put_bytes(1, &self.bytes)
                .put_bytes(2, &self.signature.0)
                .build(),
        )
    }

    /// Reads what [`Self::encode`] wrote. The operation itself is not looked at: one of a newer
    /// version is carried on.
    ///
    /// # Errors
    /// [`BadCbor`].
    pub fn decode(bytes: &[u8]) -> Result<Self, BadCbor> {
        let value = cbor::decode(bytes, &SIGNED_BOUNDS)?;
        let map = MapReader::new(&value)?;
        Ok(Self {
            bytes: map.bytes(1)?.to_vec(),
            signature: Signature(map.fixed(2)?),
        })
    }

    /// The operation's name: SHA-256 of its bytes, without the signature.
    pub fn hash(&self) -> Hash {
        sha256(&[&self.bytes])
    }

    /// What it says, whether or not its signature is right.
    ///
    /// # Errors
    /// [`BadOperation`].
    pub fn operation(&self) -> Result<Operation, BadOperation> {
        Operation::decode(&self.bytes)
    }

    /// Checks the signature.
    ///
    /// # Errors
    /// [`BadSignature`].
    pub fn verify(&self, sign_public: &[u8; 32]) -> Result<(), BadSignature> {
        signature::verify(sign_public, Purpose::Operation, &self.bytes, &self.signature)
    }
}

/// The bytes of an operation that every reader accepts.
fn readable_bytes(mut operation: Operation) -> Result<Vec<u8>, BadOperation> {
    operation.deps.sort_unstable();
    match &mut operation.deed {
        Deed::RemoveDevice { cut, .. } | Deed::RemovePerson { cut, .. } | Deed::SetRight { cut, .. } => {
            cut.sort_unstable();
        }
        Deed::Admit { segments } => segments.sort_unstable(),
        _ => {}
    }
    let bytes = operation.encode();
    Operation::decode(&bytes)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn secret() -> DeviceSecret {
        DeviceSecret::from_random([1; 32], [2; 32])
    }

    fn operation(deed: Deed) -> Operation {
        let author = Author::Device(secret().device_id());
        Operation {
            circle: CircleId([7; 32]),
            deps: vec![Hash([1; 32])],
            author,
            wall_ms: 5,
            deed,
        }
    }

    fn head(log: u8) -> Head {
        Head {
            log: LogId([log; 16]),
            seq: 3,
            hash: Hash([log; 32]),
        }
    }

    #[test]
    fn what_is_signed_is_read_back_and_verified() {
        let original = operation(Deed::CloseCircle);
        let signed = SignedOperation::by_device(original.clone(), &secret()).unwrap();
        let read = SignedOperation::decode(&signed.encode()).unwrap();
        assert_eq!(read, signed);
        assert_eq!(read.operation(), Ok(original));
        assert_eq!(read.verify(&secret().public([0; 32]).sign), Ok(()));
        assert_eq!(read.verify(&[0; 32]), Err(BadSignature));
    }

    #[test]
    fn lists_are_sorted_before_signing_and_refused_unsorted() {
        let person = RecordId([3; 16]).into();
        let unsorted = operation(Deed::RemovePerson {
            person,
            cut: vec![head(2), head(1)],
        });
        assert_eq!(Operation::decode(&unsorted.encode()), Err(BadOperation::Unsorted));
        let signed = SignedOperation::by_device(unsorted, &secret()).unwrap();
        assert_eq!(
            signed.operation().unwrap().deed,
            Deed::RemovePerson {
                person,
                cut: vec![head(1), head(2)]
            }
        );

        let twice = operation(Deed::Admit {
            segments: vec![Hash([1; 32]); 2],
        });
        assert_eq!(
            SignedOperation::by_device(twice, &secret()),
            Err(BadOperation::Unsorted)
        );
    }

    #[test]
    fn an_operation_builds_on_sixteen_others_at_most() {
        let with = |count: u8| Operation {
            deps: (0..count).map(|n| Hash([n; 32])).collect(),
            ..operation(Deed::CloseCircle)
        };
        assert!(SignedOperation::by_device(with(16), &secret()).is_ok());
        let refused = Err(BadOperation::TooManyDependencies { count: 17 });
        assert_eq!(SignedOperation::by_device(with(17), &secret()), refused);
    }

    #[test]
    fn an_operation_has_64_kib_at_most() {
        let with = |count: u16| {
            let segments = (0..count).map(|n| sha256(&[&n.to_be_bytes()])).collect();
            SignedOperation::by_device(operation(Deed::Admit { segments }), &secret())
        };
        let largest = with(1920).unwrap();
        assert!(
            SignedOperation::decode(&largest.encode()).is_ok(),
            "what can be signed can be carried"
        );
        assert!(matches!(
            with(1930),
            Err(BadOperation::Cbor(BadCbor::TooLarge { .. }))
        ));
    }

    #[test]
    fn nobody_signs_for_another() {
        let authority = AuthoritySecret([9; 32]);
        let other = DeviceSecret::from_random([8; 32], [8; 32]);
        assert_eq!(
            SignedOperation::by_device(operation(Deed::CloseCircle), &other),
            Err(BadOperation::NotTheAuthor)
        );
        assert_eq!(
            SignedOperation::by_authority(operation(Deed::CloseCircle), &authority),
            Err(BadOperation::NotTheAuthor)
        );
    }

    #[test]
    fn deeds_and_rights_of_a_newer_version_are_read_as_numbers() {
        let newer = operation(Deed::Unknown { number: 99 });
        assert_eq!(Operation::decode(&newer.encode()), Ok(newer));
        for number in 0..9 {
            assert_eq!(Right::from_number(number).number(), number);
        }
        assert!(
            Right::from_number(5) < Right::Reader,
            "an unknown right grants nothing"
        );
    }
}
