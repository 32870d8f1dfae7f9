//! Sealed bodies: encrypted under a fresh key that is published later, so that everyone then opens the
//! same signed bytes. XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha-03); the record is associated data,
//! so a body opens in its own place only. Who gets the key before is not known here.
//!
//! The cipher alone does not tie a ciphertext to one key: whoever makes both could show two people two
//! texts. The commitment beside it does.

use chacha20poly1305::{AeadInOut, KeyInit, XChaCha20Poly1305};
use kring_domain::id::{Hash, RecordId, SealKey};
use kring_domain::kind::Kind;

use crate::hash::sha256;

const NONCE: usize = 24;
const TAG: usize = 16;

/// What says in a signed header which key opens a body: SHA-256("kring/seal-key/1" ‖ key).
pub fn commitment(key: &SealKey) -> Hash {
    sha256(&[b"kring/seal-key/1", &key.0])
}

/// Seals the body of a record: nonce ‖ ciphertext ‖ tag. Key and nonce are random and used once.
pub fn seal(key: &SealKey, nonce: [u8; NONCE], record: RecordId, kind: Kind, body: &[u8]) -> Vec<u8> {
    let mut sealed = nonce.to_vec();
    sealed.extend_from_slice(body);
    let (_, text) = sealed.split_at_mut(NONCE);
    let tag = XChaCha20Poly1305::new(&key.0.into())
        .encrypt_inout_detached(&nonce.into(), &associated(record, kind), text.into())
        .expect("a body is far below what the cipher takes");
    sealed.extend_from_slice(&tag);
    sealed
}

/// Opens a body; nothing if it is not one of this record under this key.
pub fn open(key: &SealKey, record: RecordId, kind: Kind, sealed: &[u8]) -> Option<Vec<u8>> {
    let (nonce, rest) = sealed.split_first_chunk::<NONCE>()?;
    let (text, tag) = rest.split_last_chunk::<TAG>()?;
    let mut body = text.to_vec();
    XChaCha20Poly1305::new(&key.0.into())
        .decrypt_inout_detached(
            &(*nonce).into(),
            &associated(record, kind),
            body.as_mut_slice().into(),
            &(*tag).into(),
        )
        .ok()?;
    Some(body)
}

fn associated(record: RecordId, kind: Kind) -> Vec<u8> {
    let kind = kind.number().to_be_bytes();
    [b"kring/sealed/1".as_slice(), &kind, &record.0].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: SealKey = SealKey([1; 32]);
    const RECORD: RecordId = RecordId([2; 16]);

    #[test]
    fn a_body_opens_under_its_key_and_in_its_place_only() {
        let sealed = seal(&KEY, [3; 24], RECORD, Kind::Position, b"bezwaar");
        assert_eq!(
            open(&KEY, RECORD, Kind::Position, &sealed).as_deref(),
            Some(b"bezwaar".as_slice())
        );
        assert_eq!(open(&SealKey([9; 32]), RECORD, Kind::Position, &sealed), None);
        assert_eq!(
            open(&KEY, RecordId([9; 16]), Kind::Position, &sealed),
            None,
            "another record"
        );
        assert_eq!(open(&KEY, RECORD, Kind::Note, &sealed), None, "another kind");
        assert!(!sealed.windows(7).any(|window| window == b"bezwaar"));
        for at in 0..sealed.len() {
            let mut bent = sealed.clone();
            bent[at] ^= 1;
            assert_eq!(open(&KEY, RECORD, Kind::Position, &bent), None, "byte {at}");
            assert_eq!(
                open(&KEY, RECORD, Kind::Position, &sealed[..at]),
                None,
                "cut at {at}"
            );
        }
    }

    #[test]
    fn formats_never_change() {
        assert_eq!(
            hex::encode(seal(&KEY, [3; 24], RECORD, Kind::Position, b"bezwaar")),
            GOLDEN
        );
        assert_eq!(commitment(&KEY).to_string(), COMMITMENT);
        assert_ne!(commitment(&KEY), commitment(&SealKey([2; 32])));
    }

    // Computed with libsodium.
    const GOLDEN: &str =
        "0303030303030303030303030303030303030303030303032c657506915ea0b0ee2753caba719a207d2b6737c0537d";
    const COMMITMENT: &str = "3ecc935ae339b42a632f83d145c5562e41d9e15b2068b7105e61dfe83ef6cd98";
}
