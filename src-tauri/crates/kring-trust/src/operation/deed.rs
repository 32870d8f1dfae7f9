//! What an operation does, with its codes in files. Whether it may is decided in [`crate::membership`].

use kring_domain::id::{DeviceId, Hash, LogId, MemberId, RecordId};

use super::BadOperation;
use crate::cbor::{BadCbor, MapBuilder, MapReader, Value};
use crate::signature::DeviceKeys;

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

    pub(super) fn to_value(&self) -> Value {
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

    pub(super) fn from_map(map: MapReader<'_>) -> Result<Self, BadOperation> {
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

pub(super) fn hashes(list: &[Hash]) -> Vec<Value> {
    list.iter().map(|hash| Value::from(hash.as_slice())).collect()
}

pub(super) fn read_hashes(map: MapReader<'_>, key: u64) -> Result<Vec<Hash>, BadOperation> {
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
