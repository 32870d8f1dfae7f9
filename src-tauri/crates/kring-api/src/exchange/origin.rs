//! What an erasure says of the record it erases: the parts its id was made of. Whoever reads the
//! erasure knows kind and owner of the record from it alone, and rights never depend on what of the
//! record is here already.
//!
//! The body of a part that erases is deterministic CBOR `[owner, device, nonce]`.

use kring_domain::id::{DeviceId, RecordId};
use kring_domain::kind::Kind;
use kring_store::Connection;
use kring_store::table::segment;
use kring_sync::segment::{ENGINE_LORO_1, Header, PartHeader, Scope};
use kring_trust::cbor::{self, Bounds, Value};
use kring_trust::hash::record_id;

use crate::error::{Refusal, Result};

/// What a record's id was made of, apart from its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Origin {
    /// The member it belongs to; zero for the circle.
    pub owner: RecordId,
    /// The device that made it.
    pub device: DeviceId,
    /// Random.
    pub nonce: [u8; 16],
}

impl Origin {
    /// The body of a part that erases the record.
    pub fn encode(&self) -> Vec<u8> {
        let bytes = |raw: &[u8; 16]| Value::Bytes(raw.to_vec());
        cbor::encode(&Value::Array(vec![
            bytes(&self.owner.0),
            bytes(&self.device.0),
            bytes(&self.nonce),
        ]))
    }

    fn decode(body: &[u8]) -> Option<Self> {
        let bounds = Bounds { bytes: 64, depth: 2 };
        let Value::Array(fields) = cbor::decode(body, &bounds).ok()? else {
            return None;
        };
        let [owner, device, nonce] = fields.as_slice() else {
            return None;
        };
        let fixed = |value: &Value| value.as_bytes()?.as_slice().try_into().ok();
        Some(Self {
            owner: RecordId(fixed(owner)?),
            device: DeviceId(fixed(device)?),
            nonce: fixed(nonce)?,
        })
    }

    /// The owner of the record that this part erases; nothing if it is not a part that erases, or says
    /// of its record what is not so.
    pub fn owner_of(part: &PartHeader, body: Option<&[u8]>) -> Option<RecordId> {
        let origin = Self::decode(body?)?;
        let is_erasing = part.from == 0 && part.to == 0 && part.creation.is_none();
        let id = record_id(part.kind, origin.owner, origin.device, &origin.nonce);
        (is_erasing && id == part.record).then_some(origin.owner)
    }

    /// The part that erases the record, but for the hash of its body.
    pub fn part(record: RecordId, kind: Kind, length: usize) -> PartHeader {
        PartHeader {
            record,
            kind,
            engine: ENGINE_LORO_1,
            sealed: None,
            hash: kring_domain::id::Hash::ZERO,
            length: u32::try_from(length).unwrap_or(u32::MAX),
            from: 0,
            to: 0,
            creation: None,
        }
    }
}

/// What the header of the part that made a record says of it: it stays when its body is erased.
pub fn find(db: &Connection, record: RecordId) -> Result<Option<(Kind, Scope, Origin)>> {
    for (row, _) in segment::touching(db, record)? {
        let header = Header::decode(&row.header).map_err(|_| Refusal::SegmentForm)?;
        let mut parts = header.parts.iter().filter(|part| part.record == record);
        if let Some((part, made)) = parts.find_map(|part| part.creation.map(|made| (part, made))) {
            let origin = Origin {
                owner: made.owner,
                device: header.device,
                nonce: made.nonce,
            };
            return Ok(Some((part.kind, header.scope, origin)));
        }
    }
    Ok(None)
}
