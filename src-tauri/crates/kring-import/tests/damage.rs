//! Whatever the bytes, reading does not panic and every study it answers passes its own check.

#![allow(clippy::unwrap_used, clippy::panic)]

use kring_domain::record::Record;
use kring_import::duplicate::work_keys;
use kring_import::read;

const FIXTURES: [&[u8]; 8] = [
    include_bytes!("fixtures/endnote.ris"),
    include_bytes!("fixtures/zotero.ris"),
    include_bytes!("fixtures/refman_1252.ris"),
    include_bytes!("fixtures/jabref.bib"),
    include_bytes!("fixtures/scholar.bib"),
    include_bytes!("fixtures/zotero.bib"),
    include_bytes!("fixtures/zotero.json"),
    include_bytes!("fixtures/crossref.json"),
];
/// Pieces that mean something in one of the formats.
const PIECES: [&[u8]; 24] = [
    b"\\",
    b"{",
    b"}",
    b"$",
    b"\"",
    b"@",
    b"#",
    b"%",
    b"~",
    b",",
    b"=",
    b" and ",
    b"\n",
    b"TY  - ",
    b"ER  - ",
    b"\nAU  - d'",
    b"\\\"",
    b"\\'{",
    b"family=",
    b"@string{a = a}",
    b"10.1/",
    b"&amp;",
    b"\xFF",
    b"\xE2\x80",
];

/// Xorshift: the same numbers on every run, so that a failure can be looked at.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % bound.max(1) as u64).unwrap()
    }

    /// One change: bytes removed, replaced, put in or doubled, or the end cut off.
    fn damage(&mut self, bytes: &mut Vec<u8>) {
        let from = self.below(bytes.len());
        let to = (from + self.below(40)).min(bytes.len());
        match self.below(5) {
            0 => drop(bytes.drain(from..to)),
            1 => {
                let byte = u8::try_from(self.below(256)).unwrap();
                bytes.splice(from..to.min(from + 1), [byte]).for_each(drop);
            }
            2 => bytes
                .splice(from..from, PIECES[self.below(PIECES.len())].iter().copied())
                .for_each(drop),
            3 => bytes.extend_from_within(from..to),
            _ => bytes.truncate(bytes.len() - self.below(30).min(bytes.len())),
        }
    }
}

fn check(bytes: &[u8], seed: usize) {
    let Ok(reading) = read(bytes) else { return };
    for found in &reading.studies {
        assert_eq!(found.study.check(), Ok(()), "round {seed}");
        assert!(
            !work_keys(&found.study).iter().any(String::is_empty),
            "round {seed}"
        );
    }
}

#[test]
fn damaged_files_never_panic() {
    let mut numbers = Numbers(0x9E37_79B9_7F4A_7C15);
    for round in 0..8_000 {
        let mut bytes = FIXTURES[round % FIXTURES.len()].to_vec();
        for _ in 0..=numbers.below(12) {
            numbers.damage(&mut bytes);
        }
        check(&bytes, round);
    }
}

#[test]
fn random_pieces_never_panic() {
    let mut numbers = Numbers(0xD1B5_4A32_D192_ED03);
    let starts: [&[u8]; 5] = [
        b"TY  - JOUR\nTI  - ",
        b"@book{a, title={",
        b"@book{a, author=\"",
        b"[{\"title\": \"",
        b"",
    ];
    for round in 0..8_000 {
        let mut bytes = starts[round % starts.len()].to_vec();
        for _ in 0..numbers.below(60) {
            match numbers.below(3) {
                0 => bytes.push(u8::try_from(numbers.below(256)).unwrap()),
                1 => bytes.extend("Continuïteit 2012".bytes().take(numbers.below(18))),
                _ => bytes.extend_from_slice(PIECES[numbers.below(PIECES.len())]),
            }
        }
        check(&bytes, round);
    }
}

#[test]
fn a_large_list_is_read_whole() {
    let entry = std::str::from_utf8(FIXTURES[4]).unwrap();
    let reading = read(entry.repeat(5_000).as_bytes()).unwrap();
    assert_eq!((reading.studies.len(), reading.problems.len()), (10_000, 0));
}
