//! Files that suffered as a whole: cut off, bits flipped, or never a package.

use kring_sync::package::guard_header;

use super::stage::{Fate, Made, Pen};

const FIRST_LINE: usize = "age-encryption.org/v1\n".len();
const NONCE: usize = 16;
/// age encrypts in chunks of this size, each with its own tag of 16 bytes.
const CHUNK: usize = 64 * 1024 + 16;
const DAMAGED: &str = "err-package-damaged";

/// An honest file of three chunks, and how long its header is.
fn file(pen: &mut Pen<'_>) -> (Vec<u8>, usize) {
    let mut frames = pen.member().frames(&[pen.note()]);
    frames.push((
        kring_sync::package::FrameKind::Unknown(77),
        pen.dice.bytes(150_000),
    ));
    let bytes = pen.packed(frames);
    let header = guard_header(&mut bytes.as_slice()).unwrap().bytes;
    (bytes, header)
}

/// Cut off in its first line, its header, its nonce, a chunk, between chunks, or just before its end.
pub fn cut_off(pen: &mut Pen<'_>) -> Made {
    let (mut bytes, header) = file(pen);
    let body = header + NONCE;
    let (what, length) = match pen.n % 6 {
        0 => ("in its first line", 1 + pen.dice.below(FIRST_LINE)),
        1 => ("in its header", pen.dice.within(FIRST_LINE..header)),
        2 => ("in its nonce", header + pen.dice.below(NONCE)),
        3 => ("in a chunk", pen.dice.within(body + 1..bytes.len())),
        4 => ("between two chunks", body + CHUNK * (1 + pen.dice.below(2))),
        _ => ("just before its end", bytes.len() - 1 - pen.dice.below(16)),
    };
    bytes.truncate(length);
    Made::refused(format!("cut off {what}, at {length}"), bytes, DAMAGED)
}

/// A bit or letter changed in each of the regions of a file.
pub fn flipped(pen: &mut Pen<'_>) -> Made {
    let (mut bytes, header) = file(pen);
    let body = header + NONCE;
    let receiver = 2;
    let (what, at, code) = match pen.n % 7 {
        0 => (
            "its first line",
            pen.dice.below(FIRST_LINE),
            "err-package-not-age",
        ),
        1 => {
            let at = stanza_body(&bytes, pen.stage.place_of(receiver)) + pen.dice.below(42);
            ("the receiver's own stanza", at, "err-package-not-for-me")
        }
        2 => {
            let at = stanza_body(&bytes, pen.stage.place_of(0)) + pen.dice.below(42);
            ("another's stanza", at, DAMAGED)
        }
        3 => ("its MAC", header - 44 + pen.dice.below(42), DAMAGED),
        4 => ("its nonce", header + pen.dice.below(NONCE), DAMAGED),
        5 => ("its first chunk", pen.dice.within(body..body + CHUNK), DAMAGED),
        _ => (
            "its last chunk",
            pen.dice.within(body + 2 * CHUNK..bytes.len()),
            DAMAGED,
        ),
    };
    // In base64 another letter, so that the line stays well formed.
    bytes[at] = match bytes[at] {
        letter if (1..=3).contains(&(pen.n % 7)) => other_letter(letter),
        byte => byte ^ 1 << pen.dice.below(8),
    };
    Made::refused(format!("changed in {what}, at {at}"), bytes, code)
}

/// Where the body of an X25519 stanza begins.
fn stanza_body(file: &[u8], stanza: usize) -> usize {
    const LINE: &[u8] = b"-> X25519 ";
    let mut starts = (0..file.len()).filter(|at| file[*at..].starts_with(LINE));
    starts.nth(stanza).unwrap() + LINE.len() + 44
}

fn other_letter(letter: u8) -> u8 {
    match letter {
        b'A' => b'B',
        _ => b'A',
    }
}

/// Everything else that a member may take for a package.
pub fn something_else(pen: &mut Pen<'_>) -> Made {
    let honest = pen.sent(&[pen.note()]);
    let length = pen.dice.within(1..100_000);
    let behind = |start: &[u8], pen: &mut Pen<'_>| [start, &pen.dice.bytes(length)].concat();
    let (what, bytes) = match pen.n % 25 {
        0 => return Made::refused("empty", Vec::new(), DAMAGED),
        1 => return Made::refused("one letter", b"a".to_vec(), DAMAGED),
        2 => return Made::refused("the first line alone", honest[..FIRST_LINE].to_vec(), DAMAGED),
        3 => ("a PDF", behind(b"%PDF-1.7\n", pen)),
        4 => (
            "a ZIP, such as a Word document",
            behind(b"PK\x03\x04\x14\0\x06\0", pen),
        ),
        5 => (
            "an empty ZIP",
            b"PK\x05\x06".iter().chain(&[0; 18]).copied().collect(),
        ),
        6 => ("a photo in PNG", behind(b"\x89PNG\r\n\x1a\n", pen)),
        7 => ("a photo in JPEG", behind(b"\xff\xd8\xff\xe0\0\x10JFIF\0", pen)),
        8 => ("an SQLite database", behind(b"SQLite format 3\0", pen)),
        9 => ("a program", behind(b"\x7fELF\x02\x01\x01", pen)),
        10 => ("a program of Windows", behind(b"MZ\x90\0", pen)),
        11 => (
            "a web page",
            b"<!doctype html><title>Download is klaar</title>".to_vec(),
        ),
        12 => (
            "a card",
            b"kringkaart"
                .iter()
                .chain(&pen.dice.bytes(200))
                .copied()
                .collect(),
        ),
        13 => ("a package in the text form of age", armored(&honest)),
        14 => (
            "a package in a gzip",
            [&[0x1f, 0x8b, 8, 0], honest.as_slice()].concat(),
        ),
        15 => (
            "a package with a mark of Windows before it",
            [b"\xef\xbb\xbf", honest.as_slice()].concat(),
        ),
        16 => (
            "a package whose lines became those of Windows",
            windows_lines(&honest),
        ),
        17 => (
            "a package saved as UTF-16",
            honest.iter().flat_map(|byte| [*byte, 0]).collect(),
        ),
        18 => (
            "a package with an empty line before it",
            [b"\n", honest.as_slice()].concat(),
        ),
        19 => ("a package in a mail", mail(&honest)),
        20 => (
            "a package of another version of age",
            b"age-encryption.org/v2\n"
                .iter()
                .chain(&honest[FIRST_LINE..])
                .copied()
                .collect(),
        ),
        21 => ("zeros", vec![0; length]),
        22 => ("a package backwards", honest.iter().rev().copied().collect()),
        _ => {
            let mut bytes = pen.dice.bytes(length);
            // Whatever came up, no package begins like this.
            bytes[0] |= 0x80;
            ("random bytes", bytes)
        }
    };
    Made::with(what, bytes, Fate::Refused("err-package-not-age"))
}

fn armored(file: &[u8]) -> Vec<u8> {
    let lines = hex::encode(file)
        .as_bytes()
        .chunks(64)
        .flat_map(|line| [line, b"\n"].concat())
        .collect::<Vec<_>>();
    [
        b"-----BEGIN AGE ENCRYPTED FILE-----\n",
        lines.as_slice(),
        b"-----END AGE ENCRYPTED FILE-----\n",
    ]
    .concat()
}

fn windows_lines(file: &[u8]) -> Vec<u8> {
    file.iter()
        .flat_map(|byte| {
            if *byte == b'\n' {
                vec![b'\r', b'\n']
            } else {
                vec![*byte]
            }
        })
        .collect()
}

fn mail(file: &[u8]) -> Vec<u8> {
    [
        b"Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: base16\r\n\r\n",
        hex::encode(file).as_bytes(),
    ]
    .concat()
}
