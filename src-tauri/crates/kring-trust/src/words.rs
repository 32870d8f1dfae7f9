//! Safety words: four Dutch words that two people compare by voice, so that each knows the other's
//! laptop has the same card and the same circle. The list is a file; nothing here makes words up.

use argon2::{Algorithm, Argon2, Params, Version};
use kring_domain::id::{CircleId, Hash};

use crate::hash::{first_16, sha256};

/// How many words are compared.
pub const WORD_COUNT: usize = 4;

/// 2048 words, sorted, one per line: 11 bits each. See `assets/words/README.md`.
const LIST: &str = include_str!("../../../../assets/words/nl.txt");

/// Memory of Argon2id in KiB. With [`PASSES`] and [`LANES`] the least that OWASP's Password Storage
/// Cheat Sheet asks, and part of the format: other costs give other words.
const MEMORY_KIB: u32 = 19 * 1024;
/// Passes over that memory.
const PASSES: u32 = 2;
/// Lanes in it.
const LANES: u32 = 1;

/// The laptop has no memory left to compute the safety words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not enough memory for the safety words")]
pub struct NotEnoughMemory;

/// The words for this request and circle. They are the first 44 bits, 11 bits a word and first bits
/// first, of 32 bytes of Argon2id version 19 (RFC 9106) over SHA-256("kring/words/1" ‖ hash of the
/// card ‖ circle id), with the first 16 bytes of SHA-256("kring/words/salt/1" ‖ circle id) as salt.
///
/// They are stretched because 44 bits over a fast hash can be searched. Whoever swaps the card on its
/// way needs 2^44 tries for one that gives the words of the real card. Whoever also swaps the circle
/// in the answer needs a card and a circle that agree, which takes some 2^23 tries: less than a second
/// over a fast hash, three days of one core at the 30 ms that one try takes here.
///
/// # Errors
/// [`NotEnoughMemory`]: 19 MiB are needed.
pub fn safety_words(request: Hash, circle: CircleId) -> Result<[&'static str; WORD_COUNT], NotEnoughMemory> {
    let [a, b, c, d, e, f, ..] = stretch(request, circle)?;
    let bits = u64::from_be_bytes([0, 0, a, b, c, d, e, f]);
    Ok([37, 26, 15, 4].map(|shift| word((bits >> shift & 0x7ff) as usize)))
}

fn stretch(request: Hash, circle: CircleId) -> Result<[u8; 32], NotEnoughMemory> {
    let message = sha256(&[b"kring/words/1", &request.0, &circle.0]);
    let salt = first_16(sha256(&[b"kring/words/salt/1", &circle.0]));
    let mut stretched = [0; 32];
    let params =
        Params::new(MEMORY_KIB, PASSES, LANES, Some(stretched.len())).map_err(|_| NotEnoughMemory)?;
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(&message.0, &salt, &mut stretched)
        .map_err(|_| NotEnoughMemory)?;
    Ok(stretched)
}

fn word(index: usize) -> &'static str {
    LIST.lines().nth(index).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_has_2048_sorted_words_of_4_to_8_letters() {
        let words: Vec<_> = LIST.lines().collect();
        assert_eq!(words.len(), 2048);
        assert!(
            words.is_sorted_by(|before, after| before < after),
            "sorted, without doubles"
        );
        for word in words {
            let is_plain = word.bytes().all(|byte| byte.is_ascii_lowercase());
            assert!((4..=8).contains(&word.len()) && is_plain, "{word}");
        }
    }

    #[test]
    fn the_list_never_changes() {
        assert_eq!(
            sha256(&[LIST.as_bytes()]).to_string(),
            "62bfdb30dae3055d4bda416663e4bc1e525509ae632e1a14cfec893368ecb266",
            "two laptops with different lists would show different words for one card"
        );
    }

    #[test]
    fn no_two_words_are_easily_mistaken() {
        let words: Vec<_> = LIST.lines().collect();
        for (index, one) in words.iter().enumerate() {
            for other in &words[index + 1..] {
                assert!(!other.starts_with(one), "{one} begins {other}");
                let differing = one.bytes().zip(other.bytes()).filter(|(a, b)| a != b).count();
                assert!(
                    one.len() != other.len() || differing > 1,
                    "{one} and {other} differ in one letter"
                );
            }
        }
    }

    #[test]
    fn words_depend_on_card_and_circle() {
        let words = safety_words(Hash([1; 32]), CircleId([2; 32]));
        assert_eq!(words, Ok(["rotatie", "laurier", "kaassaus", "wijs"]));
        assert_ne!(words, safety_words(Hash([3; 32]), CircleId([2; 32])));
        assert_ne!(words, safety_words(Hash([1; 32]), CircleId([3; 32])));
    }

    #[test]
    fn every_index_has_its_word() {
        assert!(!word(0).is_empty() && !word(2047).is_empty() && word(2048).is_empty());
    }
}
