//! Files that would cost a laptop its memory or its time: frames that burst, headers for a million
//! recipients, words that take hours to stretch.

use kring_sync::limit;
use kring_sync::package::FrameKind;
use kring_trust::cbor::Value;
use kring_trust::hash::sha256;

use super::stage::{Fate, Made, Pen};
use crate::raw::{RawFrame, key};
use crate::zstd_by_hand::{ByHand, WINDOW};

const RATIO: &str = "err-package-frame-ratio";
const WINDOW_TOO_LARGE: &str = "err-package-frame-window";
const LENGTH: &str = "err-package-frame-length";
const MIB: usize = 1 << 20;
const SEGMENTS: u64 = 2;

/// Zstd frames that hold far more than they weigh, or need a window larger than a laptop has.
pub fn bomb(pen: &mut Pen<'_>) -> Made {
    let size = MIB + pen.dice.below(63 * MIB);
    let zeros = |window, said: usize| ByHand::new(window, said as u64).same(0, size).end();
    // So many zeros as they are that a bomb stays within what it may weigh.
    let weighed = |said: usize| {
        let filler = said / limit::RATIO as usize;
        ByHand::new(WINDOW, said as u64)
            .raw(&vec![0; filler])
            .same(0, size - filler)
            .end()
    };
    let (what, frame, code) = match pen.n % 9 {
        0 => ("zeros", said(zeros(WINDOW, size), size), RATIO),
        1 => (
            "zeros that say to be one",
            said(zeros(WINDOW, 1), 1),
            "err-package-frame-length",
        ),
        2 => (
            "zeros that say to be less",
            said(weighed(size - 1), size - 1),
            "err-package-frame-form",
        ),
        3 => (
            "more than any frame may hold",
            said(zeros(WINDOW, size), 64 * MIB + 1 + pen.dice.below(MIB)),
            "err-package-too-large",
        ),
        4 => {
            // 2^10 × 2^14 and more: up to four terabytes.
            let window = (14 + pen.dice.below(18) as u8) << 3;
            (
                "a giant window",
                said(ByHand::new(window, 5).raw(b"kring").end(), 5),
                WINDOW_TOO_LARGE,
            )
        }
        5 => {
            let window = WINDOW + 1 + pen.dice.below(7) as u8;
            (
                "a window just too large",
                said(ByHand::new(window, 5).raw(b"kring").end(), 5),
                WINDOW_TOO_LARGE,
            )
        }
        6 => {
            // A single segment is its own window.
            let mut bytes = vec![0x28, 0xb5, 0x2f, 0xfd, 0b1010_0000];
            bytes.extend((9 * MIB as u32).to_le_bytes());
            bytes.extend(pen.dice.bytes(MIB));
            ("a window of its own size", said(bytes, 9 * MIB), WINDOW_TOO_LARGE)
        }
        7 => (
            "two frames in one",
            said([zeros(WINDOW, size), zeros(WINDOW, size)].concat(), 4),
            LENGTH,
        ),
        _ => return list_of_nothing(pen),
    };
    Made::refused(
        format!("{what}, {size} bytes"),
        pen.raw().with_frames(&[frame]).seal(pen.member()),
        code,
    )
}

/// A frame of segments that says to hold so many bytes.
fn said(bytes: Vec<u8>, plain: usize) -> RawFrame {
    RawFrame {
        plain: plain as u64,
        ..RawFrame::honest(SEGMENTS, &[], bytes)
    }
}

/// A list of millions of numbers, each a byte in the frame and far more in memory: within every bound
/// of a frame, and its hash fits.
fn list_of_nothing(pen: &Pen<'_>) -> Made {
    let count = 60 * MIB;
    let head = [&[0x9a][..], &(count as u32).to_be_bytes()].concat();
    let filler = (head.len() + count) / limit::RATIO as usize + 1;
    let plain = [head.as_slice(), &vec![0; count]].concat();
    let packed = ByHand::new(WINDOW, plain.len() as u64)
        .raw(&plain[..head.len() + filler])
        .same(0, count - filler)
        .end();
    let membership = pen.member().membership.clone();
    let honest = |kind: FrameKind, plain: &[u8], packed| RawFrame::honest(kind.number(), plain, packed);
    let frames = [
        honest(
            FrameKind::Membership,
            &membership,
            ByHand::new(WINDOW, membership.len() as u64)
                .raw(&membership)
                .end(),
        ),
        honest(FrameKind::Segments, &plain, packed),
    ];
    let file = pen.raw().with_frames(&frames).seal(pen.member());
    Made::refused(format!("a list of {count} numbers"), file, "err-segment-form")
}

/// Headers and manifests for far more recipients than a circle has.
pub fn recipients(pen: &mut Pen<'_>) -> Made {
    let honest = pen.sent(&[pen.note()]);
    let (header, rest) = honest.split_at(b"age-encryption.org/v1\n".len());
    let with = |stanzas: &[u8]| [header, stanzas, rest].concat();
    let key = || format!("-> X25519 {}\n{}\n", "A".repeat(43), "B".repeat(43));
    let too_many = "err-package-too-many-stanzas";
    let (what, file, fate) = match pen.n {
        0 => (
            "a million stanzas",
            with(&key().repeat(1_000_000).into_bytes()),
            Fate::Refused(too_many),
        ),
        1 => (
            "a million small stanzas",
            with(&b"-> X\n\n".repeat(1_000_000)),
            Fate::Refused(too_many),
        ),
        n if n % 4 == 0 => {
            let many = 125 + pen.dice.below(100_000);
            (
                "too many stanzas",
                with(&b"-> X\n\n".repeat(many)),
                Fate::Refused(too_many),
            )
        }
        n if n % 4 == 1 => {
            let lines = 520 + pen.dice.below(5_000);
            let body = format!("{}\n", "A".repeat(64)).repeat(lines);
            (
                "a stanza of many lines",
                with(format!("-> X\n{body}\n").as_bytes()),
                Fate::Refused("err-package-header-too-long"),
            )
        }
        n if n % 4 == 2 => {
            let devices = 61_000 + pen.dice.below(500_000);
            let file = claimed(pen, devices);
            (
                "a manifest that names them",
                file,
                Fate::Refused("err-package-manifest-too-long"),
            )
        }
        _ => {
            let devices = 20_000 + pen.dice.below(30_000);
            (
                "a manifest that names thousands",
                claimed(pen, devices),
                Fate::TakenOver { new: 1 },
            )
        }
    };
    Made::with(what, file, fate)
}

/// A package that says to be for so many devices.
fn claimed(pen: &mut Pen<'_>, devices: usize) -> Vec<u8> {
    let mut ids: Vec<Vec<u8>> = (0..devices)
        .map(|n| sha256(&[&n.to_be_bytes()]).0[..16].to_vec())
        .collect();
    ids.extend(
        pen.member()
            .heading
            .recipients
            .iter()
            .map(|device| device.0.to_vec()),
    );
    let ids = ids.into_iter().map(Value::Bytes).collect();
    pen.raw()
        .with(key::RECIPIENTS, Value::Array(ids))
        .seal(pen.member())
}

/// Words that a laptop would stretch for hours, and how such a stanza is dressed up.
pub fn work_factor(pen: &mut Pen<'_>) -> Made {
    let honest = pen.sent(&[pen.note()]);
    let (header, rest) = honest.split_at(b"age-encryption.org/v1\n".len());
    let salt = "A".repeat(22);
    let body = "B".repeat(43);
    let with = |factor: &str| format!("-> scrypt {salt} {factor}\n{body}\n");
    let factor = 19 + pen.dice.below(45);
    let alone = |stanza: String| {
        let mac = format!("--- {}\n", "C".repeat(43));
        [header, stanza.as_bytes(), mac.as_bytes(), &[7; 64]].concat()
    };
    let too_much = "err-package-work-factor";
    let (what, file, code) = match pen.n % 7 {
        0 => ("22".to_owned(), alone(with("22")), too_much),
        1 => (factor.to_string(), alone(with(&factor.to_string())), too_much),
        2 => (
            "beyond any number".to_owned(),
            alone(with(&"9".repeat(20 + pen.dice.below(100)))),
            too_much,
        ),
        3 => (
            "22, beside honest stanzas".to_owned(),
            [header, with("22").as_bytes(), rest].concat(),
            too_much,
        ),
        4 => (
            "22, written +22".to_owned(),
            alone(with("+22")),
            "err-package-damaged",
        ),
        5 => (
            "22, written 022".to_owned(),
            alone(with("022")),
            "err-package-damaged",
        ),
        _ => (
            "18, which is an invitation".to_owned(),
            alone(with("18")),
            "err-package-needs-words",
        ),
    };
    Made::refused(what, file, code)
}
