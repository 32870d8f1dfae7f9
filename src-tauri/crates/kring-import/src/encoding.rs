//! Bytes to text: UTF-8, UTF-16 with its mark, or else Windows-1252, with one kind of line end. It
//! never fails; bytes that are no text at all become text that no format recognises.

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

/// The text of a file, its lines ended by `\n` only.
pub(crate) fn decode(bytes: &[u8]) -> String {
    let encoding = Encoding::for_bom(bytes).map_or_else(|| guess(bytes), |(encoding, _)| encoding);
    let (text, _, _) = encoding.decode(bytes);
    if text.contains('\r') {
        text.replace("\r\n", "\n").replace('\r', "\n")
    } else {
        text.into_owned()
    }
}

/// UTF-8 when the bytes are, or when only a character at the very end was cut off.
fn guess(bytes: &[u8]) -> &'static Encoding {
    match std::str::from_utf8(bytes) {
        Err(error) if error.error_len().is_some() => WINDOWS_1252,
        _ => UTF_8,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_read_in_the_encodings_reference_programs_write() {
        let text = "Continuïteit – één\n";
        let utf16 = |bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
        assert_eq!(decode(text.as_bytes()), text);
        assert_eq!(decode(&[b"\xEF\xBB\xBF", text.as_bytes()].concat()), text);
        assert_eq!(
            decode(&[vec![0xFF, 0xFE], utf16(u16::to_le_bytes)].concat()),
            text
        );
        assert_eq!(
            decode(&[vec![0xFE, 0xFF], utf16(u16::to_be_bytes)].concat()),
            text
        );
        assert_eq!(decode(b"Continu\xEFteit \x96 \xE9\xE9n\n"), text);
    }

    #[test]
    fn every_line_end_becomes_one() {
        assert_eq!(decode(b"a\r\nb\rc\nd"), "a\nb\nc\nd");
    }

    #[test]
    fn a_file_cut_off_inside_a_character_stays_utf8() {
        assert_eq!(decode(b"na\xC3\xAFef \xC3"), "naïef \u{FFFD}");
    }
}
