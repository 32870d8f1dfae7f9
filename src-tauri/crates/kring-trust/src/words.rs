//! Words for the telephone: six Dutch words that two people compare by voice, so that each knows the
//! other's laptop has the same card and the same circle, and six that open an invitation. The list is
//! a file; nothing here makes words up or draws them at random.

use argon2::{Algorithm, Argon2, Params, Version};
use kring_domain::id::{CircleId, Hash};

use crate::hash::{first_16, sha256};

/// How many words are compared, and how many open an invitation: 66 bits.
pub const WORD_COUNT: usize = 6;

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

/// The words for this request and circle. They are the first 66 bits, 11 bits a word and first bits
/// first, of 32 bytes of Argon2id version 19 (RFC 9106) over SHA-256("kring/words/2" ‖ hash of the
/// card ‖ circle id), with the first 16 bytes of SHA-256("kring/words/salt/2" ‖ circle id) as salt.
///
/// There are six because whoever swaps the card on its way and the circle in the answer needs only a
/// card and a circle that agree. With four words that took some 2^23 tries, three days of one core at
/// the 30 ms of one try; with six it takes 2^33, eight years of it. Whoever swaps one of the two needs
/// 2^66. An invitation leaves nothing to search for: see [`crate::invitation`].
///
/// # Errors
/// [`NotEnoughMemory`]: 19 MiB are needed.
pub fn safety_words(request: Hash, circle: CircleId) -> Result<[&'static str; WORD_COUNT], NotEnoughMemory> {
    Ok(words_of(&stretch(request, circle)?))
}

/// The words that open an invitation: the first 66 of these random bits, 11 a word.
pub fn invitation_words(random: &[u8; 16]) -> [&'static str; WORD_COUNT] {
    words_of(random)
}

/// Which of the words someone typed are not in the list, counted from one; the first only. None when
/// there are exactly as many as needed and each is known. Capitals, spaces and commas between them do not
/// count.
///
/// # Errors
/// How many words there are, when that is not [`WORD_COUNT`].
pub fn unknown_word(typed: &str) -> Result<Option<usize>, usize> {
    let words = typed.split(|c: char| c.is_whitespace() || c == ',');
    let words: Vec<String> = words
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    if words.len() != WORD_COUNT {
        return Err(words.len());
    }
    let is_known = |word: &String| LIST.lines().any(|known| known == word);
    Ok(words.iter().position(|word| !is_known(word)).map(|at| at + 1))
}

/// Words for the first 66 of these bits.
fn words_of(bytes: &[u8; 16]) -> [&'static str; WORD_COUNT] {
    let bits = u128::from_be_bytes(*bytes);
    std::array::from_fn(|at| word((bits >> (128 - 11 * (at + 1)) & 0x7ff) as usize))
}

fn stretch(request: Hash, circle: CircleId) -> Result<[u8; 16], NotEnoughMemory> {
    let message = sha256(&[b"kring/words/2", &request.0, &circle.0]);
    let salt = first_16(sha256(&[b"kring/words/salt/2", &circle.0]));
    let mut stretched = [0; 32];
    let params =
        Params::new(MEMORY_KIB, PASSES, LANES, Some(stretched.len())).map_err(|_| NotEnoughMemory)?;
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(&message.0, &salt, &mut stretched)
        .map_err(|_| NotEnoughMemory)?;
    Ok(first_16(Hash(stretched)))
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
        assert_eq!(
            words,
            Ok(["klooster", "leerjaar", "fanatiek", "aardig", "voren", "benefiet"])
        );
        assert_ne!(words, safety_words(Hash([3; 32]), CircleId([2; 32])));
        assert_ne!(words, safety_words(Hash([1; 32]), CircleId([3; 32])));
    }

    #[test]
    fn the_words_of_an_invitation_are_its_first_66_bits() {
        assert_eq!(invitation_words(&[0; 16]), [word(0); 6]);
        assert_eq!(invitation_words(&[0xff; 16]), [word(2047); 6]);
        let mut random = [0; 16];
        random[8] = 0b0100_0000;
        assert_eq!(
            invitation_words(&random)[5],
            word(1),
            "bit 65 is the last that counts"
        );
        random[8] = 0b0011_1111;
        assert_eq!(invitation_words(&random), [word(0); 6], "bits behind it do not");
    }

    #[test]
    fn a_word_that_is_not_in_the_list_is_pointed_out() {
        let words = invitation_words(&[0x5a; 16]);
        let typed = words.join("  ").to_uppercase();
        assert_eq!(unknown_word(&typed), Ok(None));
        assert_eq!(unknown_word(&words.join(", ")), Ok(None), "as words are listed");
        assert_eq!(unknown_word(&words[..5].join(" ")), Err(5));
        let mistyped = [
            words[0],
            words[1],
            "gezinshuisouder",
            words[3],
            words[4],
            words[5],
        ];
        assert_eq!(unknown_word(&mistyped.join(" ")), Ok(Some(3)));
    }

    #[test]
    fn every_index_has_its_word() {
        assert!(!word(0).is_empty() && !word(2047).is_empty() && word(2048).is_empty());
    }
}
