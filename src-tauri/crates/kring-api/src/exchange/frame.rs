//! What is inside a package's frames: the whole membership log, and segments.
//!
//! Membership frame: deterministic CBOR `{1: genesis, 2: [signed operation, …]}`. Segments frame:
//! `[segment, …]` as `kring-sync` writes a segment.

use kring_store::Connection;
use kring_store::table::membership;
use kring_store::table::segment::{self, SegmentRow};
use kring_sync::limit;
use kring_sync::package::{FrameKind, PackedFrame};
use kring_sync::segment::{BadSegment, Body, Header, Segment};
use kring_trust::cbor::{self, Bounds, MapBuilder, MapReader, Value};
use kring_trust::genesis::Genesis;
use kring_trust::operation::SignedOperation;
use kring_trust::signature::Signature;

use crate::error::{Refusal, Result};
use crate::workspace::operations;

/// A frame of segments is closed once it holds this many bytes.
const SEGMENTS_PER_FRAME_BYTES: usize = 8 * 1024 * 1024;

/// The membership frame of this store.
pub fn membership_frame(db: &Connection) -> Result<(FrameKind, Vec<u8>)> {
    let genesis = membership::genesis(db)?.ok_or(Refusal::NoCircleYet)?;
    let operations = operations(db)?;
    let value = MapBuilder::new()
        .put_bytes(1, &genesis)
        .put_array(
            2,
            operations
                .iter()
                .map(|operation| Value::Bytes(operation.encode())),
        )
        .build();
    Ok((FrameKind::Membership, cbor::encode(&value)))
}

/// Reads a membership frame.
pub fn read_membership(plain: &[u8]) -> Result<(Genesis, Vec<SignedOperation>)> {
    let read = || {
        let value = cbor::decode(plain, &bounds()).ok()?;
        let map = MapReader::new(&value).ok()?;
        let genesis = Genesis::decode(map.bytes(1).ok()?).ok()?;
        let operation = |value: &Value| SignedOperation::decode(value.as_bytes()?).ok();
        let operations = map
            .array(2)
            .ok()?
            .iter()
            .map(operation)
            .collect::<Option<Vec<_>>>()?;
        Some((genesis, operations))
    };
    read().ok_or(Refusal::MembershipForm.into())
}

/// Packed frames with these segments, in order, each with how many it holds. A frame is closed once it
/// holds `most` bytes or as many as a frame has at most.
pub fn segment_frames(
    db: &Connection,
    rows: &[SegmentRow],
    most: u64,
    mut progress: impl FnMut(u64) -> Result<()>,
) -> Result<Vec<(PackedFrame, u64)>> {
    let most = usize::try_from(most)
        .unwrap_or(usize::MAX)
        .min(SEGMENTS_PER_FRAME_BYTES);
    let mut frames = Vec::new();
    let mut open: Vec<Value> = Vec::new();
    let mut size = 0;
    for (done, row) in rows.iter().enumerate() {
        let segment = segment_of(db, row)?;
        let bodies = segment
            .bodies
            .iter()
            .flatten()
            .map(|body| body.bytes.len() + 24)
            .sum::<usize>();
        size += segment.encoded.len() + bodies + 80;
        open.push(segment.to_value());
        if size >= most {
            frames.push(closed(&mut open)?);
            size = 0;
            progress(done as u64 + 1)?;
        }
    }
    if !open.is_empty() {
        frames.push(closed(&mut open)?);
    }
    Ok(frames)
}

fn closed(open: &mut Vec<Value>) -> Result<(PackedFrame, u64)> {
    let segments = open.len() as u64;
    let plain = cbor::encode(&Value::Array(std::mem::take(open)));
    Ok((PackedFrame::pack(FrameKind::Segments, &plain)?, segments))
}

/// A stored segment as it was signed.
pub fn segment_of(db: &Connection, row: &SegmentRow) -> Result<Segment> {
    let parts = segment::parts_of(db, row.id)?;
    Ok(Segment {
        header: Header::decode(&row.header).map_err(|_| Refusal::SegmentForm)?,
        encoded: row.header.clone(),
        signature: Signature(
            row.signature
                .as_slice()
                .try_into()
                .map_err(|_| Refusal::SegmentForm)?,
        ),
        bodies: parts
            .into_iter()
            .map(|part| part.body.map(|(salt, bytes)| Body { salt, bytes }))
            .collect(),
    })
}

/// Reads a frame of segments. Signatures are not checked here.
pub fn read_segments(plain: &[u8]) -> Result<Vec<Segment>> {
    let value = cbor::decode(plain, &bounds()).map_err(|_| Refusal::SegmentForm)?;
    let Value::Array(values) = value else {
        return Err(Refusal::SegmentForm.into());
    };
    let segments = values
        .iter()
        .map(Segment::from_value)
        .collect::<std::result::Result<Vec<_>, BadSegment>>();
    segments.map_err(|_| Refusal::SegmentForm.into())
}

fn bounds() -> Bounds {
    Bounds {
        bytes: limit::FRAME_BYTES as usize,
        depth: limit::MANIFEST_DEPTH,
    }
}
