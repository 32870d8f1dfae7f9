//! The membership chain's operations: ids and keys only, signed, each naming those it builds on. What
//! they amount to together is worked out in [`crate::membership`].

mod deed;

use kring_domain::id::{CircleId, DeviceId, Hash};

use crate::cbor::{self, BadCbor, Bounds, MapBuilder, MapReader, Value};
use crate::hash::sha256;
use crate::signature::{self, AuthoritySecret, BadSignature, DeviceSecret, Purpose, Signature};
pub use deed::{Deed, Head, Right};
use deed::{hashes, read_hashes};

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
    use kring_domain::id::{LogId, RecordId};

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
