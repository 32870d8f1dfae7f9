//! The first value of a circle: who founded it, with which keys. It holds no names, and never
//! changes: its hash is the circle's id.

use kring_domain::id::{CircleId, MemberId, RecordId};
use kring_domain::kind::Kind;

use crate::cbor::{self, BadCbor, Bounds, MapBuilder, MapReader};
use crate::hash::{record_id, sha256};
use crate::signature::DeviceKeys;

/// The genesis format that this version writes and reads.
pub const GENESIS_FORMAT: u32 = 1;

/// A genesis has 260 bytes or so.
const BOUNDS: Bounds = Bounds {
    bytes: 1024,
    depth: 4,
};

/// The founding of a circle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Genesis {
    /// [`GENESIS_FORMAT`].
    pub format: u32,
    /// The policy version under which the circle began, [`crate::policy::POLICY_VERSION`].
    pub policy: u32,
    /// Random, so that no two circles are the same.
    pub nonce: [u8; 32],
    /// The founder, a coordinator.
    pub founder: MemberId,
    /// The nonce of the founder's member record.
    pub founder_nonce: [u8; 16],
    /// The founder's first device.
    pub device: DeviceKeys,
    /// The public half of the `kringsleutel`.
    pub authority: [u8; 32],
    /// Whether this is the sample circle; real circles refuse its packages, and the reverse.
    pub sample: bool,
}

/// Bytes that are no genesis.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadGenesis {
    /// Not the CBOR of a genesis.
    #[error("unreadable genesis")]
    Cbor(#[from] BadCbor),
    /// Written by a newer version.
    #[error("genesis of format {format}")]
    NewerFormat {
        /// Its format.
        format: u32,
    },
    /// The founder's id does not follow from the device and the nonce.
    #[error("the founder's id does not follow from the device and the nonce")]
    ForeignFounder,
    /// More fields than format 1 has: writing it again would give another circle id.
    #[error("a genesis of format 1 with unknown fields")]
    UnknownFields,
}

impl Genesis {
    /// A circle of this founder. `nonce` and `founder_nonce` are random.
    pub fn new(
        nonce: [u8; 32],
        founder_nonce: [u8; 16],
        device: DeviceKeys,
        authority: [u8; 32],
        sample: bool,
    ) -> Self {
        Self {
            format: GENESIS_FORMAT,
            policy: crate::policy::POLICY_VERSION,
            nonce,
            founder: founder(&device, &founder_nonce),
            founder_nonce,
            device,
            authority,
            sample,
        }
    }

    /// Deterministic CBOR, the bytes that are hashed.
    pub fn encode(&self) -> Vec<u8> {
        let map = MapBuilder::new()
            .put(1, self.format)
            .put(2, self.policy)
            .put_bytes(3, &self.nonce)
            .put_bytes(4, &self.founder.0.0)
            .put_bytes(5, &self.founder_nonce)
            .put(6, self.device.to_value())
            .put_bytes(7, &self.authority)
            .put(8, self.sample);
        cbor::encode(&map.build())
    }

    /// Reads a genesis.
    ///
    /// # Errors
    /// [`BadGenesis`]; the founder's id is checked.
    pub fn decode(bytes: &[u8]) -> Result<Self, BadGenesis> {
        let value = cbor::decode(bytes, &BOUNDS)?;
        let map = MapReader::new(&value)?;
        let format = map.u32(1)?;
        if format != GENESIS_FORMAT {
            return Err(BadGenesis::NewerFormat { format });
        }
        let genesis = Self {
            format,
            policy: map.u32(2)?,
            nonce: map.fixed(3)?,
            founder: RecordId(map.fixed(4)?).into(),
            founder_nonce: map.fixed(5)?,
            device: DeviceKeys::from_map(map.map(6)?)?,
            authority: map.fixed(7)?,
            sample: map.bool(8)?,
        };
        if genesis.founder != founder(&genesis.device, &genesis.founder_nonce) {
            return Err(BadGenesis::ForeignFounder);
        }
        if genesis.encode() != bytes {
            return Err(BadGenesis::UnknownFields);
        }
        Ok(genesis)
    }

    /// The circle that begins here: SHA-256 of the encoding.
    pub fn circle_id(&self) -> CircleId {
        CircleId(sha256(&[&self.encode()]).0)
    }
}

fn founder(device: &DeviceKeys, nonce: &[u8; 16]) -> MemberId {
    record_id(Kind::Member, RecordId::ZERO, device.device_id(), nonce).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::signature::DeviceSecret;

    fn genesis() -> Genesis {
        let device = DeviceSecret::from_random([1; 32], [2; 32]).public([3; 32]);
        Genesis::new([4; 32], [5; 16], device, [6; 32], false)
    }

    #[test]
    fn what_is_written_is_read_back() {
        assert_eq!(Genesis::decode(&genesis().encode()), Ok(genesis()));
    }

    #[test]
    fn a_founder_who_does_not_follow_from_the_device_is_refused() {
        let forged = Genesis {
            founder: RecordId([9; 16]).into(),
            ..genesis()
        };
        assert_eq!(Genesis::decode(&forged.encode()), Err(BadGenesis::ForeignFounder));
    }

    #[test]
    fn a_newer_format_and_unknown_fields_are_refused() {
        let newer = Genesis {
            format: 2,
            ..genesis()
        };
        assert_eq!(
            Genesis::decode(&newer.encode()),
            Err(BadGenesis::NewerFormat { format: 2 })
        );

        let mut bytes = genesis().encode();
        bytes[0] += 1;
        bytes.extend([0x09, 0xf5]);
        assert_eq!(
            Genesis::decode(&bytes),
            Err(BadGenesis::UnknownFields),
            "key 9 holds true"
        );
    }

    #[test]
    fn every_field_makes_another_circle() {
        let id = genesis().circle_id();
        assert_ne!(
            id,
            Genesis {
                sample: true,
                ..genesis()
            }
            .circle_id()
        );
        assert_ne!(
            id,
            Genesis {
                nonce: [0; 32],
                ..genesis()
            }
            .circle_id()
        );
        assert_ne!(
            id,
            Genesis {
                authority: [0; 32],
                ..genesis()
            }
            .circle_id()
        );
    }
}
