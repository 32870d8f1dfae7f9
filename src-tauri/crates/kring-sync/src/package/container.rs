//! The age container around a package: keys as bytes, encrypting and decrypting.
//! It knows nothing of what is inside, and draws its randomness where the age crate does.

use std::fmt;
use std::io::{BufReader, Chain, Cursor, Read, Write};

use age::secrecy::{ExposeSecret, SecretString};
use age::stream::{StreamReader, StreamWriter};
use age::{DecryptError, Decryptor, EncryptError, Encryptor};
use bech32::{Bech32, Hrp};
use x25519_dalek::{PublicKey, StaticSecret, x25519};

use super::error::PackageError;
use super::header::take_header;
use crate::limit;

/// The secret half of a device's age key. Wiped when dropped; never printed.
#[derive(Clone)]
pub struct AgeSecret(StaticSecret);

impl AgeSecret {
    /// The secret in these 32 bytes; any bytes are one.
    pub fn new(bytes: [u8; 32]) -> Self {
        Self(StaticSecret::from(bytes))
    }

    /// The age crate takes and gives keys only as text.
    fn identity(&self) -> Result<age::x25519::Identity, PackageError> {
        let hrp = Hrp::parse("age-secret-key-").map_err(|_| PackageError::NotForMe)?;
        let text =
            bech32::encode_upper::<Bech32>(hrp, self.0.as_bytes()).map_err(|_| PackageError::NotForMe)?;
        SecretString::from(text)
            .expose_secret()
            .parse()
            .map_err(|_| PackageError::NotForMe)
    }
}

impl fmt::Debug for AgeSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AgeSecret(…)")
    }
}

/// The public half (an X25519 point, 32 bytes) of the age key with these secret bytes.
pub fn age_public(secret: &[u8; 32]) -> [u8; 32] {
    PublicKey::from(&StaticSecret::from(*secret)).to_bytes()
}

/// Whether files can be encrypted for this public age key. The few points of low order would give
/// everybody the same shared secret (RFC 7748, section 6.1), and the age crate panics on them, so
/// membership should refuse a device that brings one.
pub fn is_sound_age_key(public: &[u8; 32]) -> bool {
    x25519([1; 32], *public) != [0; 32]
}

/// The words that open an invitation.
#[derive(Clone)]
pub struct Passphrase {
    words: SecretString,
    work_factor: u8,
}

impl Passphrase {
    /// The words as someone says or types them: capitals, spaces and commas between them do not count.
    pub fn new(words: &str) -> Self {
        let plain = words
            .split(|c: char| c.is_whitespace() || c == ',')
            .filter(|word| !word.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
            .to_lowercase();
        Self {
            words: plain.into(),
            work_factor: limit::SCRYPT_WORK_FACTOR_WRITTEN,
        }
    }

    /// With another cost of writing (log2 of scrypt's N), kept between 1 and what readers accept.
    /// Reading takes the file's own.
    #[must_use]
    pub fn with_work_factor(self, work_factor: u8) -> Self {
        Self {
            work_factor: work_factor.clamp(1, limit::SCRYPT_WORK_FACTOR),
            ..self
        }
    }

    fn recipient(&self) -> age::scrypt::Recipient {
        let mut recipient = age::scrypt::Recipient::new(self.words.clone());
        recipient.set_work_factor(self.work_factor);
        recipient
    }

    fn identity(&self) -> age::scrypt::Identity {
        let mut identity = age::scrypt::Identity::new(self.words.clone());
        identity.set_max_work_factor(limit::SCRYPT_WORK_FACTOR);
        identity
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase(…)")
    }
}

/// For whom a package is encrypted.
#[derive(Debug, Clone)]
pub enum Recipients {
    /// The public age keys of devices.
    Devices(Vec<[u8; 32]>),
    /// Whoever knows the words: an invitation.
    Passphrase(Passphrase),
}

/// With what a package is opened.
#[derive(Debug, Clone)]
pub enum Identities {
    /// This device's age key, and older ones that are still kept for late packages.
    Devices(Vec<AgeSecret>),
    /// The words of an invitation.
    Passphrase(Passphrase),
}

/// The decrypted content of a file. Every byte read from it is authentic, but only its end proves
/// that nothing was cut off.
pub(crate) type Content<R> = StreamReader<Chain<Cursor<Vec<u8>>, BufReader<R>>>;

/// Starts an encrypted file on `out`; the writer must be finished.
pub(crate) fn encrypt<W: Write>(out: W, recipients: &Recipients) -> Result<StreamWriter<W>, PackageError> {
    let keys: Vec<Box<dyn age::Recipient>> = match recipients {
        Recipients::Passphrase(words) => vec![Box::new(words.recipient())],
        // One stanza is left for the meaningless one that age adds.
        Recipients::Devices(keys) if keys.len() >= limit::AGE_STANZAS => {
            return Err(PackageError::TooManyStanzas);
        }
        Recipients::Devices(keys) => keys
            .iter()
            .map(|key| Ok(Box::new(recipient(key)?) as _))
            .collect::<Result<_, PackageError>>()?,
    };
    let encryptor =
        Encryptor::with_recipients(keys.iter().map(AsRef::as_ref)).map_err(|error| match error {
            EncryptError::MissingRecipients => PackageError::NoRecipients,
            _ => PackageError::RecipientKey,
        })?;
    encryptor.wrap_output(out).map_err(PackageError::Write)
}

fn recipient(public: &[u8; 32]) -> Result<age::x25519::Recipient, PackageError> {
    if !is_sound_age_key(public) {
        return Err(PackageError::RecipientKey);
    }
    let hrp = Hrp::parse("age").map_err(|_| PackageError::RecipientKey)?;
    let text = bech32::encode::<Bech32>(hrp, public).map_err(|_| PackageError::RecipientKey)?;
    text.parse().map_err(|_| PackageError::RecipientKey)
}

/// Opens an encrypted file, after guarding its header.
pub(crate) fn decrypt<R: Read>(reader: R, identities: &Identities) -> Result<Content<R>, PackageError> {
    let mut reader = BufReader::new(reader);
    let (facts, header) = take_header(&mut reader)?;
    let keys: Vec<Box<dyn age::Identity>> = match identities {
        Identities::Devices(_) if facts.by_words => return Err(PackageError::NeedsWords),
        Identities::Devices(secrets) => secrets
            .iter()
            .map(|secret| Ok(Box::new(secret.identity()?) as _))
            .collect::<Result<_, PackageError>>()?,
        Identities::Passphrase(words) => vec![Box::new(words.identity())],
    };
    Decryptor::new_buffered(Cursor::new(header).chain(reader))
        .and_then(|decryptor| decryptor.decrypt(keys.iter().map(AsRef::as_ref)))
        .map_err(|error| match error {
            DecryptError::NoMatchingKeys => PackageError::NotForMe,
            DecryptError::DecryptionFailed => PackageError::WrongWords,
            DecryptError::ExcessiveWork { .. } => PackageError::WorkFactor,
            DecryptError::Io(error) => PackageError::from_reading(error),
            _ => PackageError::Damaged,
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seal(recipients: &Recipients) -> Vec<u8> {
        let mut file = Vec::new();
        let mut writer = encrypt(&mut file, recipients).unwrap();
        writer.write_all(b"content").unwrap();
        writer.finish().unwrap();
        file
    }

    fn open(file: &[u8], identities: &Identities) -> Result<Vec<u8>, &'static str> {
        let mut content = decrypt(file, identities).map_err(|error| error.code())?;
        let mut plain = Vec::new();
        content
            .read_to_end(&mut plain)
            .map_err(|error| PackageError::from_reading(error).code())?;
        Ok(plain)
    }

    fn devices(secrets: &[u8]) -> Identities {
        Identities::Devices(secrets.iter().map(|byte| AgeSecret::new([*byte; 32])).collect())
    }

    fn words(text: &str) -> Passphrase {
        Passphrase::new(text).with_work_factor(2)
    }

    #[test]
    fn a_public_key_is_that_of_the_specification_and_of_age() {
        let bytes = |text| -> [u8; 32] { hex::decode(text).unwrap().try_into().unwrap() };
        // RFC 7748, section 6.1: Alice's keys.
        let secret = bytes("77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a");
        let public = bytes("8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a");
        assert_eq!(age_public(&secret), public);
        let of_age = AgeSecret::new(secret).identity().unwrap().to_public();
        assert_eq!(
            of_age,
            recipient(&public).unwrap(),
            "age must see the same pair of keys"
        );
    }

    #[test]
    fn every_recipient_opens_the_file_also_with_an_older_key() {
        let file = seal(&Recipients::Devices(vec![
            age_public(&[1; 32]),
            age_public(&[2; 32]),
        ]));
        for secrets in [[1, 9], [9, 2]] {
            assert_eq!(open(&file, &devices(&secrets)), Ok(b"content".to_vec()));
        }
        assert_eq!(open(&file, &devices(&[3, 4])), Err("err-package-not-for-me"));
        assert_eq!(open(&file, &devices(&[])), Err("err-package-not-for-me"));
    }

    #[test]
    fn an_invitation_opens_with_its_words_only() {
        let file = seal(&Recipients::Passphrase(words("appel boom citroen")));
        let open_with = |text| open(&file, &Identities::Passphrase(Passphrase::new(text)));
        assert_eq!(open_with("  Appel boom\tCITROEN"), Ok(b"content".to_vec()));
        assert_eq!(open_with("appel, boom, citroen"), Ok(b"content".to_vec()));
        assert_eq!(open_with("appel boom citroenen"), Err("err-package-wrong-words"));
        assert_eq!(open(&file, &devices(&[1])), Err("err-package-needs-words"));
    }

    #[test]
    fn words_do_not_open_what_is_for_devices() {
        let file = seal(&Recipients::Devices(vec![age_public(&[1; 32])]));
        let identities = Identities::Passphrase(words("appel"));
        assert_eq!(open(&file, &identities), Err("err-package-not-for-me"));
    }

    #[test]
    fn a_key_of_low_order_is_refused_before_age_panics_on_it() {
        // The points 0 and 1, and one of order 8, of the list at <https://cr.yp.to/ecdh.html#validate>.
        let low_order = [
            "0000000000000000000000000000000000000000000000000000000000000000",
            "0100000000000000000000000000000000000000000000000000000000000000",
            "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
        ];
        for key in low_order.map(|text| hex::decode(text).unwrap().try_into().unwrap()) {
            assert!(!is_sound_age_key(&key));
            let refused = encrypt(Vec::new(), &Recipients::Devices(vec![key]))
                .err()
                .unwrap();
            assert_eq!(refused.code(), "err-package-recipient-key");
        }
    }

    #[test]
    fn a_file_for_nobody_or_for_too_many_is_not_written() {
        let refused = |count| {
            let keys = vec![age_public(&[1; 32]); count];
            encrypt(Vec::new(), &Recipients::Devices(keys))
                .err()
                .map(|error| error.code())
        };
        assert_eq!(refused(0), Some("err-package-no-recipients"));
        assert_eq!(refused(limit::AGE_STANZAS - 1), None);
        assert_eq!(refused(limit::AGE_STANZAS), Some("err-package-too-many-stanzas"));
    }

    #[test]
    fn age_asks_for_no_byte_beyond_a_guarded_header() {
        let keys = (1..=3).map(|byte| age_public(&[byte; 32])).collect();
        let file = seal(&Recipients::Devices(keys));
        let header = take_header(&mut &file[..]).unwrap().1;
        let mut state = 1_u64;
        let mut random = |below: usize| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (state >> 33) as usize % below
        };
        let mut passed = 0;
        for _ in 0..3000 {
            let mut changed = header.clone();
            let inserted = b"\n ->scryptX25519AZ+/=9"[random(22)];
            let at = 22 + random(header.len() - 22);
            changed.splice(at..at + random(3).min(header.len() - at), [inserted]);
            changed.extend([b'x'; 500]);
            let Ok((facts, _)) = take_header(&mut &changed[..]) else {
                continue;
            };
            passed += 1;
            let mut reader = Cursor::new(changed);
            let _ = Decryptor::new_buffered(&mut reader);
            let nonce = 16;
            assert!(reader.position() <= (facts.bytes + nonce) as u64);
        }
        assert!(passed > 100, "only {passed} changed headers passed the guard");
    }

    #[test]
    fn secrets_are_never_printed() {
        let shown = format!("{:?} {:?}", devices(&[7]), words("appel"));
        assert!(!shown.contains("appel") && !shown.contains('7'), "{shown}");
    }
}
