//! Segments as they come from outside: their form stays for ever, their bounds hold, and what was
//! tampered with is found.

#![allow(clippy::unwrap_used, clippy::panic)]

use kring_domain::id::{CircleId, DeviceId, Hash, LogId, RecordId};
use kring_domain::kind::Kind;
use kring_sync::limit;
use kring_sync::segment::{BadSegment, Body, Creation, Header, PartHeader, Scope, Segment, SegmentKind};
use kring_trust::cbor::{BadCbor, MapBuilder, Value};
use kring_trust::hash::{log_id, record_id};
use kring_trust::operation::Head;
use kring_trust::signature::{BadSignature, DeviceSecret};
use proptest::prelude::*;

const GOLDEN: &str = include_str!("golden/segment-header.hex");
const OWNER: RecordId = RecordId([5; 16]);
const NONCE: [u8; 16] = [6; 16];

fn secret() -> DeviceSecret {
    DeviceSecret::from_random([1; 32], [2; 32])
}

fn device() -> DeviceId {
    secret().device_id()
}

fn body() -> Body {
    Body {
        salt: [7; 16],
        bytes: b"own span".to_vec(),
    }
}

/// The body of a part that was not erased.
fn present(segment: &mut Segment, part: usize) -> &mut Body {
    segment.bodies[part].as_mut().unwrap()
}

fn creation(owner: RecordId, nonce: [u8; 16]) -> Creation {
    Creation { owner, nonce }
}

/// A part that creates a position, with every field.
fn creating() -> PartHeader {
    let body = body();
    PartHeader {
        record: record_id(Kind::Position, OWNER, device(), &NONCE),
        kind: Kind::Position,
        engine: 1,
        sealed: Some(MapBuilder::new().put_u64(1, 1).put_bytes(2, &[9; 4]).build()),
        hash: body.hash(),
        length: body.bytes.len() as u32,
        from: 0,
        to: 12,
        creation: Some(creation(OWNER, NONCE)),
    }
}

/// A part that changes a note, with the fields it must have only.
fn changing() -> PartHeader {
    PartHeader {
        record: RecordId([8; 16]),
        kind: Kind::Note,
        sealed: None,
        from: 300,
        to: 70_000,
        creation: None,
        ..creating()
    }
}

fn header() -> Header {
    Header {
        circle: CircleId([3; 32]),
        scope: Scope::Circle,
        log: log_id(device(), [4; 8]),
        seq: 42,
        prev: Hash([10; 32]),
        device: device(),
        session: u64::MAX,
        membership: vec![Hash([11; 32]), Hash([12; 32])],
        seen: vec![head(1), head(1_000_000)],
        wall_ms: 1_795_000_000_000,
        kind: SegmentKind::Edit,
        min_reader: 1,
        parts: vec![creating(), changing()],
    }
}

fn head(seq: u64) -> Head {
    Head {
        log: LogId([13; 16]),
        seq,
        hash: Hash([14; 32]),
    }
}

fn segment() -> Segment {
    Segment::seal(header(), vec![body(), body()], &secret())
}

/// The header after a change, written and read again.
fn reread(change: impl FnOnce(&mut Header)) -> Result<Header, BadSegment> {
    let mut header = header();
    change(&mut header);
    Header::decode(&header.encode())
}

#[test]
fn the_header_format_has_not_changed() {
    assert_eq!(
        hex::encode(header().encode()),
        GOLDEN.trim_end(),
        "headers written today are read for ever"
    );
    assert_eq!(
        Header::decode(&hex::decode(GOLDEN.trim_end()).unwrap()),
        Ok(header())
    );
}

#[test]
fn a_segment_comes_back_as_it_was_written() {
    let mut segment = segment();
    segment.bodies[1] = None;
    let read = Segment::from_value(&segment.to_value()).unwrap();
    assert_eq!(
        read, segment,
        "a body that was erased stays away, the rest is whole"
    );
    assert_eq!(read.verify(&secret().public([0; 32]).sign), Ok(()));
}

#[test]
fn what_a_newer_version_adds_is_carried_and_not_read() {
    let newer = reread(|header| {
        header.kind = SegmentKind::Unknown(9);
        header.min_reader = 2;
        header.parts[1].kind = Kind::Unknown(900);
    });
    assert_eq!(newer.map(|header| header.kind), Ok(SegmentKind::Unknown(9)));

    // A map of 14 keys becomes one of 15: key 23 sorts behind 13, so its value goes to the end.
    let mut bytes = header().encode();
    bytes[0] += 1;
    bytes.extend([0x17, 0x00]);
    assert_eq!(Header::decode(&bytes), Ok(header()));

    let mut bytes = header().encode();
    bytes[2] = 2;
    assert_eq!(
        Header::decode(&bytes),
        Err(BadSegment::Newer),
        "the format is the first value"
    );
}

#[test]
fn lists_in_a_header_are_bounded() {
    let membership = |heads| reread(|header| header.membership = vec![Hash([1; 32]); heads]).err();
    assert_eq!(membership(limit::MEMBERSHIP_HEADS - 1), None);
    assert_eq!(membership(limit::MEMBERSHIP_HEADS), None);
    assert_eq!(membership(limit::MEMBERSHIP_HEADS + 1), Some(BadSegment::Form));

    let seen = |heads| reread(|header| header.seen = vec![head(1); heads]).err();
    assert_eq!(seen(limit::SEEN_HEADS - 1), None);
    assert_eq!(seen(limit::SEEN_HEADS), None);
    assert_eq!(seen(limit::SEEN_HEADS + 1), Some(BadSegment::Form));

    let parts = |parts| reread(|header| header.parts = vec![changing(); parts]).err();
    assert_eq!(parts(limit::PARTS - 1), None);
    assert_eq!(parts(limit::PARTS), None);
    assert_eq!(parts(limit::PARTS + 1), Some(BadSegment::Form));
}

#[test]
fn the_length_of_a_body_is_bounded() {
    let longest = u32::try_from(limit::BODY_BYTES).unwrap();
    let length = |length| reread(|header| header.parts[1].length = length).err();
    assert_eq!(length(longest - 1), None);
    assert_eq!(length(longest), None);
    assert_eq!(length(longest + 1), Some(BadSegment::Form));
}

#[test]
fn a_header_is_bounded_before_it_is_parsed() {
    let padded = |padding: usize| {
        let mut header = header();
        header.parts[1].sealed = Some(Value::Bytes(vec![0; padding]));
        header.encode()
    };
    let around = padded(100_000).len() - 100_000;
    let fitting = limit::HEADER_BYTES - around;
    assert_eq!(padded(fitting).len(), limit::HEADER_BYTES);
    assert_eq!(Header::decode(&padded(fitting - 1)).err(), None);
    assert_eq!(Header::decode(&padded(fitting)).err(), None);
    let refused = BadCbor::TooLarge {
        bytes: limit::HEADER_BYTES + 1,
        limit: limit::HEADER_BYTES,
    };
    assert_eq!(Header::decode(&padded(fitting + 1)), Err(refused.into()));

    // The header, its parts and the part itself are the first three levels.
    let nested = |depth: usize| {
        let inner = (3..depth).fold(Value::from(0), |value, _| Value::Array(vec![value]));
        reread(|header| header.parts[1].sealed = Some(inner)).err()
    };
    assert_eq!((nested(7), nested(8)), (None, None));
    assert_eq!(nested(9), Some(BadCbor::TooDeep { limit: 8 }.into()));
}

#[test]
fn numbers_in_a_header_are_bounded() {
    let seq = |seq| reread(|header| header.seq = seq).err();
    let most = i64::MAX as u64;
    assert_eq!(seq(0), Some(BadSegment::Form), "a chain begins at 1");
    assert_eq!((seq(1), seq(most)), (None, None));
    assert_eq!(
        seq(most + 1),
        Some(BadSegment::Form),
        "tables hold no larger number"
    );

    let wall_ms = |wall_ms| reread(|header| header.wall_ms = wall_ms).err();
    assert_eq!(wall_ms(most), None);
    assert_eq!(wall_ms(most + 1), Some(BadSegment::Form));

    let span = |from, to| reread(|header| (header.parts[1].from, header.parts[1].to) = (from, to)).err();
    let last = i32::MAX as u32;
    assert_eq!((span(0, last - 1), span(0, last)), (None, None));
    assert_eq!(
        span(0, last + 1),
        Some(BadSegment::Form),
        "the engine counts in 31 bits"
    );
    assert_eq!(span(5, 5), None);
    assert_eq!(span(6, 5), Some(BadSegment::Form));
}

#[test]
fn a_chain_of_another_device_is_refused() {
    let foreign = log_id(DeviceId([1; 16]), [4; 8]);
    assert_eq!(
        reread(|header| header.log = foreign).err(),
        Some(BadSegment::Form)
    );
}

#[test]
fn a_created_record_has_the_id_that_follows_from_it() {
    let refused = |what, change: fn(&mut PartHeader)| {
        let read = reread(|header| change(&mut header.parts[0]));
        assert_eq!(read, Err(BadSegment::RecordId), "{what} was changed");
    };
    refused("its id", |part| part.record = RecordId([1; 16]));
    refused("its kind", |part| part.kind = Kind::Note);
    refused("its owner", |part| {
        part.creation = Some(creation(RecordId::ZERO, NONCE));
    });
    refused("its nonce", |part| part.creation = Some(creation(OWNER, [0; 16])));

    let other = DeviceSecret::from_random([9; 32], [2; 32]).device_id();
    let read = reread(|header| (header.device, header.log) = (other, log_id(other, [4; 8])));
    assert_eq!(read, Err(BadSegment::RecordId), "another device cannot create it");
}

#[test]
fn a_header_has_one_encoding() {
    let bytes = header().encode();
    let (head, rest) = bytes.split_at(3);
    assert_eq!(head, [0xae, 0x00, 0x01], "a map of 14 whose key 0 has value 1");
    for (bytes, why) in [
        (
            [&[0xb8, 14, 0x00, 0x01], rest].concat(),
            "a longer count than needed",
        ),
        (
            [&[0xae, 0x00, 0x18, 0x01], rest].concat(),
            "a longer number than needed",
        ),
        (
            [&[0xae, 0x18, 0x00, 0x01], rest].concat(),
            "a longer key than needed",
        ),
        (
            [&[0xbf, 0x00, 0x01], rest, &[0xff]].concat(),
            "a map without count",
        ),
        ([&[0xaf, 0x00, 0x01, 0x00, 0x01], rest].concat(), "a double key"),
        (
            [&[0xaf, 0x00, 0x01, 0x17, 0x00], rest].concat(),
            "keys out of order",
        ),
        ([&bytes[..], &[0x00]].concat(), "bytes behind the header"),
    ] {
        assert_eq!(
            Header::decode(&bytes),
            Err(BadCbor::NotDeterministic.into()),
            "{why}"
        );
    }
}

#[test]
fn another_body_than_the_header_names_is_found() {
    let refused = |what, reason: BadSegment, change: fn(&mut Segment)| {
        let mut segment = segment();
        change(&mut segment);
        assert_eq!(segment.check_bodies(), Err(reason.clone()), "{what}");
        assert_eq!(Segment::from_value(&segment.to_value()), Err(reason), "{what}");
    };
    assert_eq!(segment().check_bodies(), Ok(()));
    refused("another byte in the body", BadSegment::Body, |it| {
        present(it, 0).bytes[0] ^= 1;
    });
    refused("another byte in the salt", BadSegment::Body, |it| {
        present(it, 0).salt[15] ^= 1;
    });
    refused("a longer body", BadSegment::Body, |it| {
        present(it, 1).bytes.push(0);
    });
    refused("an empty body", BadSegment::Body, |it| {
        present(it, 1).bytes.clear();
    });
    refused("a body less", BadSegment::Form, |it| it.bodies.truncate(1));
    refused("a body more", BadSegment::Form, |it| it.bodies.push(None));
}

proptest! {
    #[test]
    fn random_bytes_are_read_without_panic(bytes in prop::collection::vec(any::<u8>(), 0..512)) {
        let _ = Header::decode(&bytes);
        let _ = Segment::from_value(&Value::Bytes(bytes));
    }

    #[test]
    fn a_damaged_header_is_read_without_panic_and_never_passes_for_the_signed_one(
        at in any::<prop::sample::Index>(),
        flip in 1_u8..,
        length in any::<prop::sample::Index>(),
    ) {
        let mut segment = segment();
        let place = at.index(segment.encoded.len());
        segment.encoded[place] ^= flip;
        if let Ok(read) = Segment::from_value(&segment.to_value()) {
            prop_assert_eq!(read.verify(&secret().public([0; 32]).sign), Err(BadSignature));
        }
        segment.encoded.truncate(length.index(segment.encoded.len()));
        prop_assert!(Header::decode(&segment.encoded).is_err(), "a header cut off is none");
    }
}
