//! Published test vectors of Ed25519: those of Wycheproof, and the edge cases of the C2SP
//! (<https://c2sp.org/CCTV/ed25519>), whose rules are followed here because no package carries them.

use curve25519_dalek::EdwardsPoint;
use curve25519_dalek::Scalar;
use curve25519_dalek::constants::EIGHT_TORSION;
use kring_trust::signature::{Signature, verify_raw};
use sha2::{Digest, Sha512};
use wycheproof::TestResult;
use wycheproof::eddsa::{TestName, TestSet};

/// How many messages are tried for each edge case, so that each hash occurs that matters to it.
const MESSAGES: u32 = 64;

#[test]
fn every_signature_of_wycheproof_is_judged_as_it_says() {
    let set = TestSet::load(TestName::Ed25519).unwrap();
    let mut judged = 0;
    for group in &set.test_groups {
        let key: [u8; 32] = group.key.pk.as_slice().try_into().unwrap();
        for test in &group.tests {
            let signature: Result<[u8; 64], _> = test.sig.as_slice().try_into();
            let fits =
                signature.is_ok_and(|bytes| verify_raw(&key, test.msg.as_slice(), &Signature(bytes)).is_ok());
            assert_eq!(
                fits,
                test.result == TestResult::Valid,
                "test {}: {}",
                test.tc_id,
                test.comment
            );
            judged += 1;
        }
    }
    assert!(judged >= 100, "the set is here");
}

/// A key and a signature whose halves may have a part of low order, made so that the equation without
/// cofactor holds wherever it can.
struct Made {
    key: EdwardsPoint,
    commitment: EdwardsPoint,
    /// What the hash is multiplied with in the second half.
    secret: Scalar,
    /// What is added to it.
    nonce: Scalar,
}

impl Made {
    /// The signature, and whether the equation without cofactor holds for it.
    fn sign(&self, message: &[u8]) -> (Signature, bool) {
        let (key, commitment) = (self.key.compress(), self.commitment.compress());
        let hash = Sha512::new()
            .chain_update(commitment.0)
            .chain_update(key.0)
            .chain_update(message)
            .finalize();
        let k = Scalar::from_bytes_mod_order_wide(&hash.into());
        let s = self.nonce + k * self.secret;
        let holds = EdwardsPoint::mul_base(&s) == self.commitment + k * self.key;
        (
            Signature([commitment.0, s.to_bytes()].concat().try_into().unwrap()),
            holds,
        )
    }
}

#[test]
fn a_key_or_commitment_of_low_order_signs_nothing() {
    let (secret, nonce) = (Scalar::from(7_u8), Scalar::from(11_u8));
    for low in EIGHT_TORSION {
        let honest = EdwardsPoint::mul_base(&nonce);
        let of_key = Made {
            key: low,
            commitment: honest,
            secret: Scalar::ZERO,
            nonce,
        };
        let of_commitment = Made {
            key: EdwardsPoint::mul_base(&secret),
            commitment: low,
            secret,
            nonce: Scalar::ZERO,
        };
        let of_both = Made {
            key: low,
            commitment: low,
            secret: Scalar::ZERO,
            nonce: Scalar::ZERO,
        };
        for made in [of_key, of_commitment, of_both] {
            for message in 0..MESSAGES {
                let message = message.to_be_bytes();
                let (signature, _) = made.sign(&message);
                assert!(
                    verify_raw(&made.key.compress().0, &message, &signature).is_err(),
                    "anybody could have made it"
                );
            }
        }
    }
}

#[test]
fn a_part_of_low_order_is_judged_without_cofactor_so_that_everybody_judges_alike() {
    let (secret, nonce) = (Scalar::from(7_u8), Scalar::from(11_u8));
    let (key, commitment) = (EdwardsPoint::mul_base(&secret), EdwardsPoint::mul_base(&nonce));
    let (mut accepted, mut refused) = (0, 0);
    for low in EIGHT_TORSION {
        let in_key = Made {
            key: key + low,
            commitment,
            secret,
            nonce,
        };
        let in_commitment = Made {
            key,
            commitment: commitment + low,
            secret,
            nonce,
        };
        let in_both = Made {
            key: key + low,
            commitment: commitment + low,
            secret,
            nonce,
        };
        for made in [in_key, in_commitment, in_both] {
            for message in 0..MESSAGES {
                let message = message.to_be_bytes();
                let (signature, holds) = made.sign(&message);
                let judged = verify_raw(&made.key.compress().0, &message, &signature).is_ok();
                assert_eq!(judged, holds, "the equation without cofactor decides");
                accepted += u32::from(judged);
                refused += u32::from(!judged);
            }
        }
    }
    assert!(
        accepted > 0 && refused > 0,
        "both occur: {accepted} and {refused}"
    );
}

#[test]
fn a_point_or_number_in_another_spelling_is_refused() {
    // RFC 8032, section 5.1.3: the coordinate must be below 2^255 − 19, and 0 has no sign.
    let too_large: [[u8; 32]; 2] = [spelled(0xED, 0x7F), spelled(0xEE, 0x7F)];
    let with_sign: [[u8; 32]; 2] = [with_first(1, 0x80), spelled(0xEC, 0xFF)];
    for point in [too_large, with_sign].concat() {
        for message in 0..MESSAGES {
            let message = message.to_be_bytes();
            let as_commitment = Signature([point, [0; 32]].concat().try_into().unwrap());
            let honest = EdwardsPoint::mul_base(&Scalar::from(7_u8)).compress().0;
            assert!(verify_raw(&point, &message, &as_commitment).is_err(), "as a key");
            assert!(
                verify_raw(&honest, &message, &as_commitment).is_err(),
                "as a commitment"
            );
        }
    }
}

/// 32 bytes of ones but for the first and the last.
fn spelled(first: u8, last: u8) -> [u8; 32] {
    let mut bytes = [0xFF; 32];
    (bytes[0], bytes[31]) = (first, last);
    bytes
}

/// 32 zeros but for the first and the last.
fn with_first(first: u8, last: u8) -> [u8; 32] {
    let mut bytes = [0; 32];
    (bytes[0], bytes[31]) = (first, last);
    bytes
}
