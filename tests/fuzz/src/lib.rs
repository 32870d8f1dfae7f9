//! Bends honest bytes: what a fuzzer makes up from nothing seldom gets past the first check of a format.
//! It knows no format and judges nothing.

/// The sample after the edits that the script says; an empty script leaves it as it is, and one in
/// sixteen scripts is taken itself.
pub fn bent(sample: &[u8], script: &[u8]) -> Vec<u8> {
    if script.first().is_some_and(|first| first % 16 == 15) {
        return script[1..].to_vec();
    }
    let mut bytes = sample.to_vec();
    for edit in script.chunks(6).take(12) {
        let [what, a, b, c, d, e] = std::array::from_fn(|at| edit.get(at).copied().unwrap_or(0));
        let length = bytes.len();
        let at = if length == 0 {
            0
        } else {
            usize::from(u16::from_be_bytes([a, b])) % length
        };
        let to = length.min(at + 1 + usize::from(c));
        match what % 9 {
            0 if length > 0 => bytes[at] ^= 1 << (c % 8),
            1 if length > 0 => bytes[at] = c,
            2 => drop(bytes.drain(at..to)),
            3 => drop(bytes.splice(at..at, [c, d, e])),
            4 => {
                let again = bytes[at..to].to_vec();
                drop(bytes.splice(at..at, again));
            }
            5 => bytes.truncate(at),
            // Lengths as CBOR, and others after it, write them: the largest, and some in between.
            6 => drop(bytes.splice(at..to.min(at + 9), [&[c | 0x18][..], &[0xff; 8]].concat())),
            7 => drop(bytes.splice(at..to.min(at + 5), [c, d, e, 0, 0])),
            _ if length > 0 => {
                let from = usize::from(u16::from_be_bytes([d, e])) % length;
                let piece = bytes[from..length.min(from + usize::from(c))].to_vec();
                bytes.splice(at..at, piece).for_each(drop);
            }
            _ => {}
        }
    }
    bytes
}

#[test]
fn an_empty_script_bends_nothing() {
    assert_eq!(bent(b"kring", &[]), b"kring");
}
