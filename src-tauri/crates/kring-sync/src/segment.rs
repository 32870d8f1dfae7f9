//! Segments: one user action, signed and chained to the one before. This module encodes, decodes
//! and checks what a segment alone can show; chains, rights and merging are judged elsewhere.
//!
//! A header is deterministic CBOR (RFC 8949 §4.2.1) in a map with integer keys. Its bytes are what
//! is hashed, signed, stored and carried on, so that a reader never re-encodes another's header.

use kring_domain::id::{CircleId, DeviceId, Hash, LogId, RecordId};
use kring_domain::kind::Kind;
use kring_trust::cbor::{self, BadCbor, Bounds, MapBuilder, MapReader, Value};
use kring_trust::hash::{engine_peer, log_belongs_to, record_id, sha256};
use kring_trust::operation::Head;
use kring_trust::signature::{BadSignature, DeviceSecret, Purpose, Signature, sign, verify};

use crate::limit;

/// Version of the header format.
pub const FORMAT: u64 = 1;
/// The merge engine of a body: Loro 1, own-span updates.
pub const ENGINE_LORO_1: u64 = 1;
/// What this version can read: a segment that asks for more is carried, not applied.
pub const READER: u64 = 1;

/// Which of a device's two chains a segment belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// Shared with the circle.
    Circle,
    /// Never leaves the laptop.
    Private,
}

impl Scope {
    /// The number in headers and tables.
    pub fn number(self) -> u64 {
        match self {
            Self::Circle => 0,
            Self::Private => 1,
        }
    }

    /// The scope with this number.
    pub fn from_number(number: u64) -> Option<Self> {
        match number {
            0 => Some(Self::Circle),
            1 => Some(Self::Private),
            _ => None,
        }
    }
}

/// What a segment does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SegmentKind {
    /// Adds to records.
    Edit,
    /// Erases whole records: bodies and salts are removed, headers stay.
    Erase,
    /// Something of a newer version.
    Unknown(u64),
}

impl SegmentKind {
    fn number(self) -> u64 {
        match self {
            Self::Edit => 1,
            Self::Erase => 2,
            Self::Unknown(number) => number,
        }
    }

    fn from_number(number: u64) -> Self {
        match number {
            1 => Self::Edit,
            2 => Self::Erase,
            other => Self::Unknown(other),
        }
    }
}

/// What a record's id was made of, carried by the part that creates it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Creation {
    /// The member the record belongs to; zero for the circle.
    pub owner: RecordId,
    /// Random.
    pub nonce: [u8; 16],
}

/// What the header says of one touched record.
#[derive(Debug, Clone, PartialEq)]
pub struct PartHeader {
    /// The record.
    pub record: RecordId,
    /// Its kind.
    pub kind: Kind,
    /// The merge engine of the body.
    pub engine: u64,
    /// For a sealed part: its wrapped keys, not read by this version.
    pub sealed: Option<Value>,
    /// SHA-256(salt ‖ body).
    pub hash: Hash,
    /// Length of the body in bytes.
    pub length: u32,
    /// First engine operation of this peer in the body.
    pub from: u32,
    /// Operation after the last one in the body.
    pub to: u32,
    /// Present in the part that creates the record.
    pub creation: Option<Creation>,
}

/// A segment's header.
#[derive(Debug, Clone, PartialEq)]
pub struct Header {
    /// The circle; zero in a private chain begun before joining one.
    pub circle: CircleId,
    /// Which chain of the device.
    pub scope: Scope,
    /// The chain.
    pub log: LogId,
    /// Place in the chain, from 1.
    pub seq: u64,
    /// Hash of the previous header; of the first one, the circle's id.
    pub prev: Hash,
    /// The device that signs.
    pub device: DeviceId,
    /// Random number of the app start. Together with the chain it makes the engine peer, so that
    /// nobody can write under another's peer.
    pub session: u64,
    /// Heads of the membership log this was written under.
    pub membership: Vec<Hash>,
    /// Heads of other chains taken over since the own previous segment.
    pub seen: Vec<Head>,
    /// The device's clock in UTC milliseconds; for display only.
    pub wall_ms: u64,
    /// What it does.
    pub kind: SegmentKind,
    /// The least version that may apply it.
    pub min_reader: u64,
    /// The records it touches.
    pub parts: Vec<PartHeader>,
}

impl Header {
    /// The engine peer under which the bodies were written.
    pub fn peer(&self) -> u64 {
        engine_peer(self.log, self.session)
    }

    /// The header's bytes.
    pub fn encode(&self) -> Vec<u8> {
        let seen = self.seen.iter().map(|head| {
            Value::Array(vec![
                bytes(&head.log.0),
                Value::from(head.seq),
                bytes(&head.hash.0),
            ])
        });
        let value = MapBuilder::new()
            .put(0, FORMAT)
            .put(1, bytes(&self.circle.0))
            .put(2, self.scope.number())
            .put(3, bytes(&self.log.0))
            .put(4, self.seq)
            .put(5, bytes(&self.prev.0))
            .put(6, bytes(&self.device.0))
            .put(7, self.session)
            .put(
                8,
                Value::Array(self.membership.iter().map(|hash| bytes(&hash.0)).collect()),
            )
            .put(9, Value::Array(seen.collect()))
            .put(10, self.wall_ms)
            .put(11, self.kind.number())
            .put(12, self.min_reader)
            .put(
                13,
                Value::Array(self.parts.iter().map(PartHeader::encode).collect()),
            )
            .build();
        cbor::encode(&value)
    }

    /// Reads a header and checks what it shows by itself: form, bounds, the chain of its device, and
    /// that the id of every created record follows from its kind, owner and device.
    pub fn decode(encoded: &[u8]) -> Result<Self, BadSegment> {
        let bounds = Bounds {
            bytes: limit::HEADER_BYTES,
            depth: 8,
        };
        let value = cbor::decode(encoded, &bounds)?;
        let map = MapReader::new(&value)?;
        if map.u64(0)? != FORMAT {
            return Err(BadSegment::Newer);
        }
        let header = Self {
            circle: CircleId(map.fixed(1)?),
            scope: Scope::from_number(map.u64(2)?).ok_or(BadSegment::Form)?,
            log: LogId(map.fixed(3)?),
            seq: map.u64(4)?,
            prev: Hash(map.fixed(5)?),
            device: DeviceId(map.fixed(6)?),
            session: map.u64(7)?,
            membership: hashes(map.array(8)?)?,
            seen: map.array(9)?.iter().map(head).collect::<Result<_, _>>()?,
            wall_ms: map.u64(10)?,
            kind: SegmentKind::from_number(map.u64(11)?),
            min_reader: map.u64(12)?,
            parts: map
                .array(13)?
                .iter()
                .map(PartHeader::decode)
                .collect::<Result<_, _>>()?,
        };
        header.check()?;
        Ok(header)
    }

    fn check(&self) -> Result<(), BadSegment> {
        let in_bounds = self.seq >= 1
            && i64::try_from(self.seq).is_ok()
            && i64::try_from(self.wall_ms).is_ok()
            && self.membership.len() <= limit::MEMBERSHIP_HEADS
            && self.seen.len() <= limit::SEEN_HEADS
            && self.parts.len() <= limit::PARTS
            && log_belongs_to(self.log, self.device);
        if !in_bounds {
            return Err(BadSegment::Form);
        }
        self.parts.iter().try_for_each(|part| part.check(self.device))
    }
}

impl PartHeader {
    fn encode(&self) -> Value {
        let creation = self
            .creation
            .map(|made| Value::Array(vec![bytes(&made.owner.0), bytes(&made.nonce)]));
        MapBuilder::new()
            .put(0, bytes(&self.record.0))
            .put(1, u64::from(self.kind.number()))
            .put(2, self.engine)
            .put_opt(3, self.sealed.clone())
            .put(4, bytes(&self.hash.0))
            .put(5, u64::from(self.length))
            .put(6, u64::from(self.from))
            .put(7, u64::from(self.to))
            .put_opt(8, creation)
            .build()
    }

    fn decode(value: &Value) -> Result<Self, BadSegment> {
        let map = MapReader::new(value)?;
        let small = |key| {
            map.u64(key)
                .map_err(BadSegment::from)
                .and_then(|n| u32::try_from(n).map_err(|_| BadSegment::Form))
        };
        let creation = match map.value_opt(8) {
            None => None,
            Some(Value::Array(made)) if made.len() == 2 => Some(Creation {
                owner: RecordId(fixed(&made[0])?),
                nonce: fixed(&made[1])?,
            }),
            Some(_) => return Err(BadSegment::Form),
        };
        Ok(Self {
            record: RecordId(map.fixed(0)?),
            kind: Kind::from_number(u16::try_from(map.u64(1)?).map_err(|_| BadSegment::Form)?),
            engine: map.u64(2)?,
            sealed: map.value_opt(3).cloned(),
            hash: Hash(map.fixed(4)?),
            length: small(5)?,
            from: small(6)?,
            to: small(7)?,
            creation,
        })
    }

    fn check(&self, device: DeviceId) -> Result<(), BadSegment> {
        if self.to < self.from || self.to > i32::MAX as u32 || u64::from(self.length) > limit::BODY_BYTES {
            return Err(BadSegment::Form);
        }
        match self.creation {
            Some(made) if record_id(self.kind, made.owner, device, &made.nonce) != self.record => {
                Err(BadSegment::RecordId)
            }
            _ => Ok(()),
        }
    }
}

/// The engine's bytes of one part with the salt of its hash. Absent after an erasure.
#[derive(Clone, PartialEq, Eq)]
pub struct Body {
    /// Random.
    pub salt: [u8; 16],
    /// The engine's own-span update.
    pub bytes: Vec<u8>,
}

impl Body {
    /// SHA-256(salt ‖ body).
    pub fn hash(&self) -> Hash {
        sha256(&[&self.salt, &self.bytes])
    }
}

impl std::fmt::Debug for Body {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Body({} bytes)", self.bytes.len())
    }
}

/// A segment: its header as bytes, the signature over them, and its bodies.
#[derive(Debug, Clone, PartialEq)]
pub struct Segment {
    /// The header, read.
    pub header: Header,
    /// The header's bytes, which are hashed, signed and carried on.
    pub encoded: Vec<u8>,
    /// The device's signature.
    pub signature: Signature,
    /// One body for each part; `None` where it was erased.
    pub bodies: Vec<Option<Body>>,
}

impl Segment {
    /// Signs a header with its bodies.
    pub fn seal(header: Header, bodies: Vec<Body>, secret: &DeviceSecret) -> Self {
        let encoded = header.encode();
        let signature = sign(secret, Purpose::Segment, &encoded);
        Self {
            header,
            encoded,
            signature,
            bodies: bodies.into_iter().map(Some).collect(),
        }
    }

    /// SHA-256 of the header's bytes: the segment's name in chains.
    pub fn hash(&self) -> Hash {
        sha256(&[&self.encoded])
    }

    /// Checks the signature against the device's public key.
    pub fn verify(&self, sign_public: &[u8; 32]) -> Result<(), BadSignature> {
        verify(sign_public, Purpose::Segment, &self.encoded, &self.signature)
    }

    /// Checks that every body is the one the header names.
    pub fn check_bodies(&self) -> Result<(), BadSegment> {
        if self.bodies.len() != self.header.parts.len() {
            return Err(BadSegment::Form);
        }
        for (part, body) in self.header.parts.iter().zip(&self.bodies) {
            let Some(body) = body else { continue };
            if body.bytes.len() != part.length as usize || body.hash() != part.hash {
                return Err(BadSegment::Body);
            }
        }
        Ok(())
    }

    /// The segment as a value of a package's frame.
    pub fn to_value(&self) -> Value {
        let bodies = self.bodies.iter().map(|body| match body {
            Some(body) => Value::Array(vec![bytes(&body.salt), Value::Bytes(body.bytes.clone())]),
            None => Value::Null,
        });
        Value::Array(vec![
            Value::Bytes(self.encoded.clone()),
            bytes(&self.signature.0),
            Value::Array(bodies.collect()),
        ])
    }

    /// Reads a segment from a package's frame; the signature is not checked here.
    pub fn from_value(value: &Value) -> Result<Self, BadSegment> {
        let Value::Array(fields) = value else {
            return Err(BadSegment::Form);
        };
        let [Value::Bytes(encoded), signature, Value::Array(bodies)] = fields.as_slice() else {
            return Err(BadSegment::Form);
        };
        let segment = Self {
            header: Header::decode(encoded)?,
            encoded: encoded.clone(),
            signature: Signature(fixed(signature)?),
            bodies: bodies.iter().map(body).collect::<Result<_, _>>()?,
        };
        segment.check_bodies()?;
        Ok(segment)
    }
}

/// Why a segment cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadSegment {
    /// It is not the deterministic CBOR it should be.
    #[error("segment encoding: {0}")]
    Cbor(#[from] BadCbor),
    /// A field is missing or out of bounds.
    #[error("segment form")]
    Form,
    /// The header has a newer format.
    #[error("segment of a newer format")]
    Newer,
    /// A created record's id does not follow from its kind, owner and device.
    #[error("record id does not match")]
    RecordId,
    /// A body is not the one the header names.
    #[error("segment body does not match its hash")]
    Body,
}

fn bytes(raw: &[u8]) -> Value {
    Value::Bytes(raw.to_vec())
}

fn fixed<const N: usize>(value: &Value) -> Result<[u8; N], BadSegment> {
    let Value::Bytes(raw) = value else {
        return Err(BadSegment::Form);
    };
    raw.as_slice().try_into().map_err(|_| BadSegment::Form)
}

fn hashes(values: &[Value]) -> Result<Vec<Hash>, BadSegment> {
    values.iter().map(|value| fixed(value).map(Hash)).collect()
}

fn head(value: &Value) -> Result<Head, BadSegment> {
    let Value::Array(fields) = value else {
        return Err(BadSegment::Form);
    };
    let [log, seq, hash] = fields.as_slice() else {
        return Err(BadSegment::Form);
    };
    let seq = seq
        .as_integer()
        .and_then(|n| u64::try_from(n).ok())
        .ok_or(BadSegment::Form)?;
    Ok(Head {
        log: LogId(fixed(log)?),
        seq,
        hash: Hash(fixed(hash)?),
    })
}

fn body(value: &Value) -> Result<Option<Body>, BadSegment> {
    match value {
        Value::Null => Ok(None),
        Value::Array(fields) => match fields.as_slice() {
            [salt, Value::Bytes(raw)] => Ok(Some(Body {
                salt: fixed(salt)?,
                bytes: raw.clone(),
            })),
            _ => Err(BadSegment::Form),
        },
        _ => Err(BadSegment::Form),
    }
}
