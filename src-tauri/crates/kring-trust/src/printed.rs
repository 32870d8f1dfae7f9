//! The `herstelsleutel` and the `kringsleutel` as text on paper: Bech32m (BIP 350) in upper case, in
//! groups. Its checksum finds up to four mistyped letters for certain. Laying out the sheet is not
//! done here.

use bech32::primitives::decode::CheckedHrpstring;
use bech32::{Bech32m, Hrp};
use zeroize::Zeroizing;

use crate::signature::AuthoritySecret;
use crate::wrap::RecoveryKey;

const RECOVERY: Hrp = Hrp::parse_unchecked("herstel");
const AUTHORITY: Hrp = Hrp::parse_unchecked("kring");

/// 52 letters for 32 bytes, and 6 for the checksum.
const LETTERS: usize = 58;
/// They are shown in 12 groups of 4 or 5.
const GROUPS: usize = 12;

/// A text that is not the key asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadPrintedKey {
    /// The other of the two keys.
    #[error("the other printed key")]
    OtherKey,
    /// Letters too many or too few.
    #[error("{found} letters where {expected} are needed")]
    WrongLength {
        /// How many there are, without spaces and dashes.
        found: usize,
        /// How many a key of this kind has.
        expected: usize,
    },
    /// As many letters as needed, but at least one is wrong.
    #[error("a mistyped letter in a printed key")]
    Mistyped,
}

/// The `herstelsleutel` as printed: "HERSTEL1" and 12 groups.
pub fn print_recovery(key: &RecoveryKey) -> Zeroizing<String> {
    print(RECOVERY, &key.0)
}

/// The `kringsleutel` as printed: "KRING1" and 12 groups.
pub fn print_authority(secret: &AuthoritySecret) -> Zeroizing<String> {
    print(AUTHORITY, &secret.0)
}

/// Reads a `herstelsleutel`, in whatever case and with whatever spaces and dashes.
///
/// # Errors
/// [`BadPrintedKey`].
pub fn parse_recovery(text: &str) -> Result<RecoveryKey, BadPrintedKey> {
    parse(RECOVERY, text).map(|bytes| RecoveryKey(*bytes))
}

/// Reads a `kringsleutel`, in whatever case and with whatever spaces and dashes.
///
/// # Errors
/// [`BadPrintedKey`].
pub fn parse_authority(text: &str) -> Result<AuthoritySecret, BadPrintedKey> {
    parse(AUTHORITY, text).map(|bytes| AuthoritySecret(*bytes))
}

fn print(prefix: Hrp, key: &[u8; 32]) -> Zeroizing<String> {
    let whole =
        bech32::encode_upper::<Bech32m>(prefix, key).expect("32 bytes are within the length of Bech32m");
    let whole = Zeroizing::new(whole);
    let (head, letters) = whole.split_at(prefix.len() + 1);
    let mut printed = Zeroizing::new(head.to_owned());
    for group in 0..GROUPS {
        printed.push(' ');
        printed.push_str(&letters[group * LETTERS / GROUPS..(group + 1) * LETTERS / GROUPS]);
    }
    printed
}

fn parse(prefix: Hrp, text: &str) -> Result<Zeroizing<[u8; 32]>, BadPrintedKey> {
    let is_filler = |letter: &char| letter.is_whitespace() || matches!(letter, '-' | '\u{2010}'..='\u{2015}');
    let letters = text
        .chars()
        .filter(|letter| !is_filler(letter))
        .flat_map(char::to_lowercase);
    let letters = Zeroizing::new(letters.collect::<String>());
    let found = letters.chars().count();
    let expected = prefix.len() + 1 + LETTERS;

    let Ok(checked) = CheckedHrpstring::new::<Bech32m>(&letters) else {
        return Err(if found == expected {
            BadPrintedKey::Mistyped
        } else {
            BadPrintedKey::WrongLength { found, expected }
        });
    };
    if checked.hrp() != prefix {
        return Err(BadPrintedKey::OtherKey);
    }
    let mut key = Zeroizing::new([0; 32]);
    let mut bytes = checked.byte_iter();
    for (place, byte) in key.iter_mut().zip(&mut bytes) {
        *place = byte;
    }
    if found == expected {
        Ok(key)
    } else {
        Err(BadPrintedKey::WrongLength { found, expected })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key() -> RecoveryKey {
        RecoveryKey(std::array::from_fn(|index| index as u8 * 7))
    }

    #[test]
    fn what_is_printed_is_read_back_however_it_is_typed() {
        let printed = print_recovery(&key());
        assert_eq!(parse_recovery(&printed), Ok(key()));
        let sloppy = format!("  {}\n", printed.to_lowercase().replace(' ', "-\u{a0}\u{2013}"));
        assert_eq!(parse_recovery(&sloppy), Ok(key()));
        let authority = AuthoritySecret([9; 32]);
        assert_eq!(
            parse_authority(&print_authority(&authority)).unwrap().0,
            authority.0
        );
    }

    #[test]
    fn the_printed_form_never_changes() {
        assert_eq!(
            *print_recovery(&key()),
            "HERSTEL1 QQRS U9GUY V4RZW PLGEX 4GKMZ D9C8W L593 JFE4G DG47M TM3XT 6TVSU DWC6E"
        );
        assert_eq!(
            *print_authority(&AuthoritySecret([9; 32])),
            "KRING1 PYYS JZGFP YYSJZ GFPYY SJZGF PYYSJ ZGFP YYSJZ GFPYY SJZGF PYYSE QG2D9"
        );
    }

    #[test]
    fn every_mistyped_letter_is_found() {
        let printed = print_recovery(&key());
        for at in 0..printed.len() {
            for letter in ["A", "Q", "7", "B", "1"] {
                let mut typed = printed.to_string();
                typed.replace_range(at..=at, letter);
                if printed[at..=at] != *letter && &printed[at..=at] != " " {
                    assert_eq!(
                        parse_recovery(&typed),
                        Err(BadPrintedKey::Mistyped),
                        "{letter} at {at}"
                    );
                }
            }
        }
    }

    #[test]
    fn two_swapped_letters_are_found() {
        let letters: Vec<char> = print_recovery(&key()).replace(' ', "").chars().collect();
        for at in 1..letters.len() {
            let mut typed = letters.clone();
            typed.swap(at - 1, at);
            if typed != letters {
                let typed: String = typed.into_iter().collect();
                assert_eq!(parse_recovery(&typed), Err(BadPrintedKey::Mistyped), "at {at}");
            }
        }
    }

    #[test]
    fn a_missing_letter_and_the_other_key_are_told_apart() {
        let printed = print_recovery(&key());
        let short = &printed[..printed.len() - 1];
        assert_eq!(
            parse_recovery(short),
            Err(BadPrintedKey::WrongLength {
                found: 65,
                expected: 66
            })
        );
        assert_eq!(parse_authority(&printed).unwrap_err(), BadPrintedKey::OtherKey);
        assert_eq!(
            parse_recovery(""),
            Err(BadPrintedKey::WrongLength {
                found: 0,
                expected: 66
            })
        );
    }
}
