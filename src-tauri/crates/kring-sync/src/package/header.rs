//! The guard before the age crate: reads a file's age header within bounds, because that crate's
//! own parser reads without end and in quadratic time. It opens nothing and checks no MAC.
//!
//! The header's grammar is that of <https://c2sp.org/age>; the guard accepts only the canonical
//! form (a stanza's last line is always shorter than 64 characters), so that age's parser cannot
//! ask for more bytes than the guard has seen.

use std::io::{ErrorKind, Read};

use super::error::PackageError;
use crate::limit;

const FIRST_LINE: &[u8] = b"age-encryption.org/v1\n";
const STANZA: &[u8] = b"-> ";
const MAC: &[u8] = b"--- ";
/// 32 bytes in base64 without padding.
const MAC_CHARS: usize = 43;
const BODY_COLUMNS: usize = 64;

/// What the header of an encrypted file tells without any key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HeaderFacts {
    /// How many stanzas it has, a meaningless one ("grease") that age adds included.
    pub stanzas: usize,
    /// How long it is, its last newline included.
    pub bytes: usize,
    /// Whether the file opens with words (an invitation) and not with a device's key.
    pub by_words: bool,
}

/// Reads the age header at the start of `reader`, no byte further, and refuses one beyond the
/// limits.
pub fn guard_header(reader: &mut impl Read) -> Result<HeaderFacts, PackageError> {
    take_header(reader).map(|(facts, _)| facts)
}

/// As [`guard_header`], with the header's bytes.
pub(super) fn take_header(reader: &mut impl Read) -> Result<(HeaderFacts, Vec<u8>), PackageError> {
    let mut lines = Lines {
        reader,
        seen: Vec::new(),
    };
    lines.expect_first()?;
    let mut stanzas = 0;
    let mut by_words = false;
    loop {
        let line = lines.next()?;
        if let Some(arguments) = line.strip_prefix(STANZA) {
            stanzas += 1;
            if stanzas > limit::AGE_STANZAS {
                return Err(PackageError::TooManyStanzas);
            }
            by_words |= check_arguments(arguments)?;
            while is_full_body_line(lines.next()?)? {}
        } else if line.strip_prefix(MAC).is_some_and(|mac| mac.len() == MAC_CHARS) && stanzas > 0 {
            let facts = HeaderFacts {
                stanzas,
                bytes: lines.seen.len(),
                by_words,
            };
            return Ok((facts, lines.seen));
        } else {
            return Err(PackageError::Damaged);
        }
    }
}

/// Checks a stanza's type and arguments; true if it is a passphrase's.
fn check_arguments(line: &[u8]) -> Result<bool, PackageError> {
    let mut arguments = line.split(|byte| *byte == b' ');
    if !arguments
        .clone()
        .all(|argument| !argument.is_empty() && argument.iter().all(|byte| (33..=126).contains(byte)))
    {
        return Err(PackageError::Damaged);
    }
    if arguments.next() != Some(b"scrypt") {
        return Ok(false);
    }
    let work_factor = arguments.nth(1).ok_or(PackageError::Damaged)?;
    if work_factor.starts_with(b"0") || !work_factor.iter().all(u8::is_ascii_digit) {
        return Err(PackageError::Damaged);
    }
    std::str::from_utf8(work_factor)
        .ok()
        .and_then(|digits| digits.parse().ok())
        .filter(|factor: &u8| *factor <= limit::SCRYPT_WORK_FACTOR)
        .map(|_| true)
        .ok_or(PackageError::WorkFactor)
}

/// Whether another line of the same body follows.
fn is_full_body_line(line: &[u8]) -> Result<bool, PackageError> {
    let is_base64 = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/');
    if line.len() > BODY_COLUMNS || !line.iter().all(is_base64) {
        return Err(PackageError::Damaged);
    }
    Ok(line.len() == BODY_COLUMNS)
}

/// Lines of a reader, byte by byte so that none beyond the header is taken, and never more than a
/// header may have.
struct Lines<'a, R> {
    reader: &'a mut R,
    seen: Vec<u8>,
}

impl<R: Read> Lines<'_, R> {
    /// Reads the first line; any other file is refused at the first byte that differs.
    fn expect_first(&mut self) -> Result<(), PackageError> {
        FIRST_LINE.iter().try_for_each(|expected| {
            if self.take_byte()? == *expected {
                Ok(())
            } else {
                Err(PackageError::NotAge)
            }
        })
    }

    /// The next line without its newline.
    fn next(&mut self) -> Result<&[u8], PackageError> {
        let start = self.seen.len();
        while self.take_byte()? != b'\n' {}
        Ok(&self.seen[start..self.seen.len() - 1])
    }

    fn take_byte(&mut self) -> Result<u8, PackageError> {
        if self.seen.len() == limit::AGE_HEADER_BYTES {
            return Err(PackageError::HeaderTooLong);
        }
        let mut byte = [0];
        self.reader
            .read_exact(&mut byte)
            .map_err(|error| match error.kind() {
                ErrorKind::UnexpectedEof => PackageError::Damaged,
                _ => PackageError::Read(error),
            })?;
        self.seen.extend(byte);
        Ok(byte[0])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAC_LINE: &str = "--- AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n";
    const STANZA_LINES: &str = "-> X25519 AAAA\nAAAA\n";

    fn header(stanzas: &str) -> Vec<u8> {
        format!("age-encryption.org/v1\n{stanzas}{MAC_LINE}").into_bytes()
    }

    fn guard(bytes: &[u8]) -> Result<HeaderFacts, &'static str> {
        guard_header(&mut &bytes[..]).map_err(|error| error.code())
    }

    #[test]
    fn the_header_is_taken_and_no_byte_more() {
        let mut file = header(STANZA_LINES);
        let bytes = file.len();
        file.extend(b"the rest");
        let mut reader = &file[..];
        let facts = guard_header(&mut reader).unwrap();
        assert_eq!(
            facts,
            HeaderFacts {
                stanzas: 1,
                bytes,
                by_words: false
            }
        );
        assert_eq!(
            reader, b"the rest",
            "the nonce after the header is still to be read"
        );
    }

    #[test]
    fn another_file_is_refused_at_its_first_byte() {
        assert_eq!(guard(b"%PDF-1.7 and so on"), Err("err-package-not-age"));
        assert_eq!(guard(b"age-encryption.org/v2\n"), Err("err-package-not-age"));
        assert_eq!(
            guard(b"-----BEGIN AGE ENCRYPTED FILE-----\n"),
            Err("err-package-not-age")
        );
    }

    #[test]
    fn a_header_cut_off_anywhere_is_damaged() {
        let whole = header(STANZA_LINES);
        for length in 0..whole.len() {
            assert_eq!(
                guard(&whole[..length]),
                Err("err-package-damaged"),
                "cut at {length}"
            );
        }
    }

    #[test]
    fn a_header_of_one_stanza_too_many_is_refused() {
        for (stanzas, expected) in [
            (limit::AGE_STANZAS - 1, Ok(limit::AGE_STANZAS - 1)),
            (limit::AGE_STANZAS, Ok(limit::AGE_STANZAS)),
            (limit::AGE_STANZAS + 1, Err("err-package-too-many-stanzas")),
        ] {
            let found = guard(&header(&STANZA_LINES.repeat(stanzas))).map(|facts| facts.stanzas);
            assert_eq!(found, expected);
        }
    }

    #[test]
    fn a_header_of_one_byte_too_many_is_refused() {
        let around = header("-> X \n\n").len();
        for (bytes, expected) in [
            (limit::AGE_HEADER_BYTES - 1, Ok(limit::AGE_HEADER_BYTES - 1)),
            (limit::AGE_HEADER_BYTES, Ok(limit::AGE_HEADER_BYTES)),
            (limit::AGE_HEADER_BYTES + 1, Err("err-package-header-too-long")),
        ] {
            let file = header(&format!("-> X {}\n\n", "a".repeat(bytes - around)));
            assert_eq!(file.len(), bytes);
            assert_eq!(guard(&file).map(|facts| facts.bytes), expected);
        }
    }

    #[test]
    fn a_header_without_end_is_refused_before_it_is_read() {
        let mut endless = FIRST_LINE.chain(std::io::repeat(b'a'));
        let refused = guard_header(&mut endless).unwrap_err();
        assert_eq!(refused.code(), "err-package-header-too-long");
    }

    #[test]
    fn a_work_factor_too_high_is_refused() {
        for (factor, expected) in [
            ("17", Ok(true)),
            ("18", Ok(true)),
            ("19", Err("err-package-work-factor")),
            ("300", Err("err-package-work-factor")),
            ("99999999999999999999999999", Err("err-package-work-factor")),
            ("018", Err("err-package-damaged")),
            ("+18", Err("err-package-damaged")),
        ] {
            let file = header(&format!("-> scrypt AAAA {factor}\nAAAA\n"));
            assert_eq!(
                guard(&file).map(|facts| facts.by_words),
                expected,
                "factor {factor}"
            );
        }
        assert_eq!(
            guard(&header("-> scrypt AAAA\nAAAA\n")),
            Err("err-package-damaged")
        );
    }

    #[test]
    fn only_the_canonical_form_passes() {
        for stanzas in [
            "",
            "->\n\n",
            "-> \n\n",
            "-> X  Y\n\n",
            "-> X\u{7f}\n\n",
            "-> X\nAA AA\n",
            "-> X\nAAAA=\n",
            "no stanza\n",
            &format!("-> X\n{}\n", "A".repeat(64)),
            &format!("-> X\n{}\n\n", "A".repeat(65)),
        ] {
            assert_eq!(guard(&header(stanzas)), Err("err-package-damaged"), "{stanzas:?}");
        }
        let full_line = format!("-> X\n{}\n\n", "A".repeat(64));
        assert!(
            guard(&header(&full_line)).is_ok(),
            "an empty line ends a full one"
        );
    }
}
