//! Receipts: which packages a device took over, said again in each package it makes. They replace what
//! it said before, and a device speaks for itself alone. What a device has follows from its heads;
//! a receipt tells which file arrived.
//!
//! Receipts frame: deterministic CBOR `{1: [package id, …]}`, newest first.

use kring_domain::id::DeviceId;
use kring_store::Connection;
use kring_store::table::delivery;
use kring_sync::limit;
use kring_sync::package::{FrameKind, PackedFrame};
use kring_trust::cbor::{self, Bounds, MapBuilder, MapReader};

use crate::error::{Refusal, Result};

/// How many packages a receipt names: more than a circle sends between two of them.
const NAMED: u64 = 64;

const BOUNDS: Bounds = Bounds {
    bytes: limit::FRAME_BYTES as usize,
    depth: limit::MANIFEST_DEPTH,
};

/// The packages of one receipt, by id.
pub type Receipts = Vec<[u8; 16]>;

/// The receipts frame of this store; none while nothing was taken over.
pub fn frame(db: &Connection) -> Result<Option<PackedFrame>> {
    let taken = delivery::taken_over(db, NAMED)?;
    if taken.is_empty() {
        return Ok(None);
    }
    Ok(Some(PackedFrame::pack(FrameKind::Receipts, &encode(&taken))?))
}

fn encode(taken: &[[u8; 16]]) -> Vec<u8> {
    let ids = taken.iter().map(|id| id.as_slice().into());
    cbor::encode(&MapBuilder::new().put_array(1, ids).build())
}

/// Reads a receipts frame.
pub fn read(plain: &[u8]) -> Result<Receipts> {
    let value = cbor::decode(plain, &BOUNDS).map_err(|_| Refusal::ReceiptForm)?;
    let ids: Receipts = MapReader::new(&value)
        .and_then(|map| map.fixed_array(1))
        .map_err(|_| Refusal::ReceiptForm)?;
    if ids.len() > limit::RECEIPTS {
        return Err(Refusal::ReceiptForm.into());
    }
    Ok(ids)
}

/// Notes what a device says it took over, in place of what it said before.
pub fn note(db: &Connection, device: DeviceId, receipts: &Receipts) -> Result<()> {
    Ok(delivery::replace(db, device, receipts)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_up_to_the_limit() {
        for (count, is_read) in [
            (0, true),
            (limit::RECEIPTS - 1, true),
            (limit::RECEIPTS, true),
            (limit::RECEIPTS + 1, false),
        ] {
            let ids: Receipts = (0..count).map(|at| (at as u128).to_be_bytes()).collect();
            let read = read(&encode(&ids));
            assert_eq!(read.ok(), is_read.then_some(ids), "{count} packages");
        }
    }

    #[test]
    fn anything_else_is_refused() {
        for plain in [
            &b""[..],
            b"\xff",
            b"\x80",
            b"\xa0",
            b"\xa1\x01\x81\x41\x00",
            b"\xa1\x01\x00",
        ] {
            let code = read(plain).map_err(|error| error.code());
            assert_eq!(code, Err("err-receipt-form"), "{plain:?}");
        }
    }
}
