//! Packages whose encoding lies: versions that do not exist yet, lengths that are not so, nesting without
//! end, keys that stand twice, attachments that are not what their hash says.

use kring_sync::package::FrameKind;
use kring_sync::segment::Segment;
use kring_trust::cbor::{self, Bounds, MapBuilder, Value};
use kring_trust::hash::sha256;
use kring_trust::signature::{Purpose, sign};

use super::stage::{Fate, Made, Pen, apart};
use crate::raw::{Raw, RawFrame, key};
use crate::zstd_by_hand::{ByHand, WINDOW};

const MANIFEST: &str = "err-package-manifest-form";
const MEMBERSHIP: &str = "err-membership-form";
const SEGMENT: &str = "err-segment-form";
const MIB: usize = 1 << 20;

/// Bounds for taking apart what this test made itself.
const WIDE: Bounds = Bounds {
    bytes: MIB,
    depth: 16,
};

/// What a newer version may write: refused when it must be understood, carried when it need not.
pub fn newer(pen: &mut Pen<'_>) -> Made {
    let member = pen.member();
    let number = 2 + pen.dice.number() % u64::from(u32::MAX);
    let unknown = u64::from(u16::MAX) + number;
    let bent = |bend: &dyn Fn(&mut kring_sync::segment::Header)| pen.sent(&[pen.bent(|header| bend(header))]);
    let (what, file, fate) = match pen.n % 10 {
        0 => (
            "a newer format",
            pen.raw().with(key::MAJOR, number).seal(member),
            Fate::Refused("err-package-version"),
        ),
        1 => (
            "for a newer reader",
            pen.raw().with(key::READER, number).seal(member),
            Fate::Refused("err-package-version"),
        ),
        2 => (
            "a format of the far future",
            pen.raw().with(key::MAJOR, u64::MAX).seal(member),
            Fate::Refused("err-package-version"),
        ),
        3 => (
            "a newer addition",
            pen.raw()
                .with(key::MINOR, number)
                .with(key::NEW, "van later")
                .seal(member),
            Fate::TakenOver { new: 1 },
        ),
        4 => {
            let mut frames = member.frames(&[pen.note()]);
            frames.insert(1, (FrameKind::Unknown(unknown), pen.dice.bytes(5_000)));
            (
                "a frame of a newer kind",
                pen.packed(frames),
                Fate::TakenOver { new: 1 },
            )
        }
        5 => (
            "a change for a newer reader",
            bent(&|header| header.min_reader = number),
            apart(1),
        ),
        6 => {
            let kind = kring_sync::segment::SegmentKind::Unknown(unknown);
            (
                "a deed of a newer version",
                bent(&|header| header.kind = kind),
                apart(1),
            )
        }
        7 => (
            "a body of a newer engine",
            bent(&|header| header.parts[0].engine = number),
            apart(1),
        ),
        8 => {
            let mut chain = pen.chain();
            let kind = kring_api::domain::kind::Kind::Unknown(40_000 + pen.dice.below(20_000) as u16);
            let part = chain.create(
                kind,
                kring_api::domain::id::RecordId::ZERO,
                &crate::forge::note("van later"),
            );
            (
                "a record of a newer kind",
                pen.sent(&[chain.write(vec![part])]),
                apart(1),
            )
        }
        _ => (
            "a format before the first",
            pen.raw().with(key::MAJOR, 0_u64).seal(member),
            Fate::Refused(MANIFEST),
        ),
    };
    Made::with(what, file, fate)
}

/// Lengths that are not as said.
pub fn lying_length(pen: &mut Pen<'_>) -> Made {
    const FRAME: &str = "err-package-frame-length";
    let member = pen.member();
    let raw = pen.raw();
    let truth = raw.envelope(&member.secret).len() as u32;
    let said = |length: u32| {
        Raw {
            length: Some(length),
            ..raw.clone()
        }
        .seal(member)
    };
    let plain = pen.dice.bytes(600);
    let honest = frame(&plain);
    let lying = |lie: &dyn Fn(&mut RawFrame)| {
        let mut frame = honest.clone();
        lie(&mut frame);
        raw.clone().with_frames(&[frame]).seal(member)
    };
    let off = 1 + pen.dice.below(500) as u64;
    let (what, file, code) = match pen.n % 13 {
        0 => ("no manifest", said(0), MANIFEST),
        1 => (
            "a manifest that is shorter",
            said(truth - 1 - pen.dice.below(truth as usize / 2) as u32),
            MANIFEST,
        ),
        2 => (
            "a manifest that is longer",
            said(truth + 1 + pen.dice.below(200) as u32),
            MANIFEST,
        ),
        3 => ("a manifest longer than the file", said(MIB as u32), MANIFEST),
        4 => (
            "a manifest of gigabytes",
            said(u32::MAX - pen.dice.below(1_000) as u32),
            "err-package-manifest-too-long",
        ),
        5 => (
            "a frame that holds less",
            lying(&|frame| frame.plain += off),
            FRAME,
        ),
        6 => (
            "a frame that holds more",
            lying(&|frame| frame.plain -= off),
            FRAME,
        ),
        7 => (
            "a frame behind the end",
            lying(&|frame| frame.packed += off),
            FRAME,
        ),
        8 => (
            "a frame of an exabyte",
            lying(&|frame| frame.plain = 1 << 60),
            "err-package-too-large",
        ),
        9 => (
            "frames that together overflow",
            overflowing(&raw, &honest).seal(member),
            "err-package-too-large",
        ),
        10 => (
            "bytes behind the last frame",
            Raw {
                frames: [raw.frames.clone(), pen.dice.bytes(off as usize)].concat(),
                ..raw
            }
            .seal(member),
            "err-package-trailing",
        ),
        11 => {
            let segment = pen.bent(|header| header.parts[0].length += off as u32);
            ("a body that is longer", pen.sent(&[segment]), SEGMENT)
        }
        _ => {
            let mut plain = vec![0x81, 0x83, 0x5b];
            plain.extend((off << 40).to_be_bytes());
            plain.extend(pen.dice.bytes(100));
            ("a header of terabytes", segments(pen, plain), SEGMENT)
        }
    };
    Made::refused(format!("{what} than said"), file, code)
}

fn frame(plain: &[u8]) -> RawFrame {
    RawFrame::honest(2, plain, ByHand::new(WINDOW, plain.len() as u64).raw(plain).end())
}

/// Frames of which each is allowed and all together are not.
fn overflowing(raw: &Raw, honest: &RawFrame) -> Raw {
    let large = RawFrame {
        plain: 64 * MIB as u64,
        packed: 64 * MIB as u64,
        ..honest.clone()
    };
    raw.clone().with_frames(&vec![large; 17])
}

/// Lists in lists, maps in maps, or both, where a reader that calls itself would run out of stack.
pub fn too_deep(pen: &mut Pen<'_>) -> Made {
    let member = pen.member();
    let depth = pen.dice.within(17..60_000);
    let raw = pen.raw();
    let nested = || {
        let opening = pen.dice_of(1).bytes(depth);
        // Two kinds in turn, so that no frame is refused for being packed too tightly.
        opening
            .iter()
            .map(|byte| if byte % 2 == 0 { 0x81 } else { 0x82 })
            .collect::<Vec<u8>>()
    };
    let deep = |levels: usize| (0..levels).fold(Value::Null, |inner, _| Value::Array(vec![inner]));
    let (what, file, code) = match pen.n % 8 {
        0 => (
            "the manifest",
            raw.around(&in_envelope(&raw, &nested()), member),
            MANIFEST,
        ),
        1 => ("the envelope", raw.around(&nested(), member), MANIFEST),
        2 => (
            "a field that no version has",
            raw.with(key::NEW, deep(16 + depth % 100)).seal(member),
            MANIFEST,
        ),
        3 => ("the segments", segments(pen, nested()), SEGMENT),
        4 => (
            "the membership",
            pen.packed(vec![(FrameKind::Membership, nested())]),
            MEMBERSHIP,
        ),
        5 => (
            "a segment's header",
            pen.sent(&[with_header(pen, nested())]),
            SEGMENT,
        ),
        6 => {
            let sealed = pen.bent(|header| header.parts[0].sealed = Some(deep(8 + depth % 100)));
            ("a sealed part", pen.sent(&[sealed]), SEGMENT)
        }
        _ => {
            let operation = MapBuilder::new()
                .put_bytes(1, &nested())
                .put(2, deep(5 + depth % 100))
                .build();
            (
                "an operation",
                pen.packed(membership(pen, Value::Bytes(cbor::encode(&operation)))),
                MEMBERSHIP,
            )
        }
    };
    Made::refused(format!("{what}, {depth} deep"), file, code)
}

/// A key twice, or keys out of order, which two readers would take for two different things.
pub fn key_twice(pen: &mut Pen<'_>) -> Made {
    let member = pen.member();
    let raw = pen.raw();
    let (genesis, _) = kring_api::exchange::frame::read_membership(&member.membership).unwrap();
    let doubled = |raw: &Raw, which: usize| {
        let mut raw = raw.clone();
        let again = raw.manifest[which % raw.manifest.len()].clone();
        raw.manifest.push(again);
        raw.seal(member)
    };
    let (what, file, code) = match pen.n % 8 {
        0 => ("in the manifest", doubled(&raw, pen.n / 8), MANIFEST),
        1 => {
            let double = vec![(1.into(), 1.into()), (1.into(), 2.into())];
            let again = Value::Array(vec![Value::Map(double)]);
            (
                "in a frame's line",
                raw.with(key::FRAMES, again).seal(member),
                MANIFEST,
            )
        }
        2 => {
            let entries = vec![
                (1.into(), Value::Bytes(genesis.encode())),
                (2.into(), Value::Array(vec![])),
                (2.into(), Value::Array(vec![])),
            ];
            let plain = cbor::encode(&Value::Map(entries));
            (
                "in the membership",
                pen.packed(vec![(FrameKind::Membership, plain)]),
                MEMBERSHIP,
            )
        }
        3 => {
            let bent = with_entries(pen, |entries| {
                entries.push(entries[pen.n % entries.len()].clone());
            });
            ("in a segment's header", pen.sent(&[bent]), SEGMENT)
        }
        4 => {
            let entries = vec![
                (1.into(), Value::Bytes(vec![])),
                (1.into(), Value::Bytes(vec![])),
                (2.into(), Value::Bytes(vec![0; 64])),
            ];
            let operation = cbor::encode(&Value::Map(entries));
            (
                "in an operation",
                pen.packed(membership(pen, Value::Bytes(operation))),
                MEMBERSHIP,
            )
        }
        5 => {
            let mut payload = raw.payload();
            let last = payload.len();
            // The first two entries of the map in each other's place.
            payload.swap(1, 3);
            payload.swap(2, 4);
            assert_eq!(payload.len(), last);
            (
                "keys out of order",
                raw.around(&in_envelope(&raw, &payload), member),
                MANIFEST,
            )
        }
        6 => {
            let payload = [&[0xbf], &raw.payload()[1..], &[0xff]].concat();
            (
                "a map without a length",
                raw.around(&in_envelope(&raw, &payload), member),
                MANIFEST,
            )
        }
        _ => {
            let header = pen.note().encoded;
            // A map head in two bytes where one is enough.
            let longer = [&[0xb8, header[0] & 0x1f], &header[1..]].concat();
            (
                "a length longer than needed",
                pen.sent(&[with_header(pen, longer)]),
                SEGMENT,
            )
        }
    };
    Made::refused(what, file, code)
}

/// Pieces of attachments whose bytes are not those that the manifest names, and pieces that do not make the
/// attachment they name.
pub fn attachment(pen: &mut Pen<'_>) -> Made {
    const HASH: &str = "err-package-frame-hash";
    const WHOLE: &str = "err-package-attachment";
    const CHUNK: u64 = 3;
    let member = pen.member();
    let raw = pen.raw();
    let size = 1 + pen.dice.below(MIB);
    let bytes = pen.dice.bytes(size);
    let piece = |bytes: &[u8]| RawFrame {
        kind: CHUNK,
        piece: Some((sha256(&[bytes]).0.to_vec(), 0, bytes.len() as u64)),
        ..frame(bytes)
    };
    let honest = piece(&bytes);
    let send = |frames: &[RawFrame]| raw.clone().with_frames(frames).seal(member);
    let hashed = |hash: Vec<u8>| {
        send(&[RawFrame {
            hash,
            ..honest.clone()
        }])
    };
    // Frames that are honest, as pieces of what they are not.
    let of = |bytes: &[u8], whole: &[u8], place: usize, length: usize| RawFrame {
        kind: CHUNK,
        piece: Some((sha256(&[whole]).0.to_vec(), place as u64, length as u64)),
        ..frame(bytes)
    };
    let (what, file, code) = match pen.n % 12 {
        0 => (
            "of other bytes",
            hashed(sha256(&[b"iets anders"]).0.to_vec()),
            HASH,
        ),
        1 => ("of nothing", hashed(sha256(&[]).0.to_vec()), HASH),
        2 => {
            let mut hash = honest.hash.clone();
            hash[pen.dice.below(32)] ^= 1 << pen.dice.below(8);
            ("with a bit flipped", hashed(hash), HASH)
        }
        3 => ("of 31 bytes", hashed(honest.hash[1..].to_vec()), MANIFEST),
        4 => {
            let other = piece(&pen.dice.bytes(size));
            let swapped = [
                RawFrame {
                    bytes: other.bytes.clone(),
                    ..honest.clone()
                },
                RawFrame {
                    bytes: honest.bytes.clone(),
                    ..other
                },
            ];
            ("of the other of two pieces", send(&swapped), HASH)
        }
        5 => (
            "of its packed form",
            hashed(sha256(&[&honest.bytes]).0.to_vec()),
            HASH,
        ),
        6 => {
            let other = pen.dice.bytes(size);
            ("that is another", send(&[of(&bytes, &other, 0, size)]), WHOLE)
        }
        7 => {
            let long = pen.dice.bytes(MIB + size);
            let (first, last) = (&long[..MIB], pen.dice.bytes(size));
            let pieces = [of(first, &long, 0, MIB + size), of(&last, &long, 1, MIB + size)];
            ("whose last piece is another's", send(&pieces), WHOLE)
        }
        8 => (
            "with a piece twice",
            send(&[honest.clone(), honest.clone()]),
            WHOLE,
        ),
        9 => {
            let long = pen.dice.bytes(MIB + size);
            let pieces = [
                of(&long[MIB..], &long, 1, MIB + size),
                of(&long[..MIB], &long, 0, MIB + size),
            ];
            ("backwards", send(&pieces), WHOLE)
        }
        10 => {
            let long = pen.dice.bytes(MIB + size);
            let pieces = [
                of(&long[..MIB], &long, 0, MIB + size),
                of(&long[MIB..MIB + 1], &long, 1, MIB + 1),
            ];
            ("of two lengths", send(&pieces), WHOLE)
        }
        _ => {
            let large = 51 * MIB;
            let piece = of(&pen.dice.bytes(MIB), &bytes, 0, large);
            ("larger than any", send(&[piece]), "err-package-too-large")
        }
    };
    Made::refused(what, file, code)
}

/// The honest membership and this frame of segments.
fn segments(pen: &Pen<'_>, plain: Vec<u8>) -> Vec<u8> {
    let membership = pen.member().membership.clone();
    pen.packed(vec![
        (FrameKind::Membership, membership),
        (FrameKind::Segments, plain),
    ])
}

/// A membership frame with nothing but this where an operation must be.
fn membership(pen: &Pen<'_>, operation: Value) -> crate::forge::Frames {
    let (genesis, _) = kring_api::exchange::frame::read_membership(&pen.member().membership).unwrap();
    let value = MapBuilder::new()
        .put_bytes(1, &genesis.encode())
        .put_array(2, [operation])
        .build();
    vec![(FrameKind::Membership, cbor::encode(&value))]
}

/// An envelope around a manifest that is no manifest.
fn in_envelope(raw: &Raw, payload: &[u8]) -> Vec<u8> {
    cbor::encode(&Value::Array(vec![
        Value::Bytes(raw.protected.clone()),
        raw.unprotected.clone(),
        Value::Bytes(payload.to_vec()),
        Value::Bytes(vec![7; 64]),
    ]))
}

/// A segment with these bytes as its header, signed as they are.
fn with_header(pen: &Pen<'_>, encoded: Vec<u8>) -> Segment {
    let signature = sign(&pen.member().secret, Purpose::Segment, &encoded);
    Segment {
        encoded,
        signature,
        ..pen.note()
    }
}

/// A segment whose header was taken apart and bent before it was signed.
fn with_entries(pen: &Pen<'_>, bend: impl FnOnce(&mut Vec<(Value, Value)>)) -> Segment {
    let Value::Map(mut entries) = cbor::decode(&pen.note().encoded, &WIDE).unwrap() else {
        panic!("no header")
    };
    bend(&mut entries);
    with_header(pen, cbor::encode(&Value::Map(entries)))
}
