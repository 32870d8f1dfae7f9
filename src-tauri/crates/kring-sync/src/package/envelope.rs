//! The signature around a manifest: an untagged `COSE_Sign1` (RFC 9052, section 4.2) with EdDSA,
//! whose only headers are the algorithm and the signing device as `kid`, both protected. It holds
//! no keys: the caller signs and verifies.

use coset::{AsCborValue, CborSerializable, CoseSign1, CoseSign1Builder, HeaderBuilder, iana};
use kring_domain::id::{CircleId, DeviceId};
use kring_trust::cbor::{self, Value};

use super::error::PackageError;
use super::manifest::BOUNDS;

/// What stands before the circle's id in the external data that is signed along.
const CONTEXT: &[u8] = b"kring/bundle/1";
/// The protected headers up to the 16 bytes of the device: `{1: -8, 4: h'…'}`.
const PROTECTED: [u8; 5] = [0xa2, 0x01, 0x27, 0x04, 0x50];

/// Who signs a package.
pub struct Signer<'a> {
    /// The device whose key signs.
    pub device: DeviceId,
    /// Makes the Ed25519 signature over the given bytes.
    pub sign: &'a dyn Fn(&[u8]) -> [u8; 64],
}

/// Signs a manifest of `circle`.
pub(super) fn seal(payload: Vec<u8>, circle: CircleId, signer: &Signer<'_>) -> Result<Vec<u8>, PackageError> {
    let protected = HeaderBuilder::new()
        .algorithm(iana::Algorithm::EdDSA)
        .key_id(signer.device.as_slice().to_vec())
        .build();
    CoseSign1Builder::new()
        .protected(protected)
        .payload(payload)
        .create_signature(&external_data(circle), |bytes| (signer.sign)(bytes).to_vec())
        .build()
        .to_vec()
        .map_err(|_| PackageError::ManifestForm("envelope"))
}

/// A signed manifest, taken apart but not yet verified.
pub(super) struct Envelope {
    /// The device that claims to have signed it.
    pub(super) device: DeviceId,
    /// What it says is its signature.
    pub(super) signature: [u8; 64],
    signed: CoseSign1,
}

impl Envelope {
    /// Takes an envelope apart; only the one encoding that [`seal`] writes passes.
    pub(super) fn open(bytes: &[u8]) -> Result<Self, PackageError> {
        let value = cbor::decode(bytes, &BOUNDS)?;
        // The headers are held against the expected bytes first: coset follows counter signatures
        // into each other through byte strings, where no recursion limit counts.
        let device = match value.as_array().map(Vec::as_slice) {
            Some([Value::Bytes(protected), Value::Map(unprotected), _, _]) if unprotected.is_empty() => {
                protected.strip_prefix(&PROTECTED).and_then(DeviceId::from_slice)
            }
            _ => None,
        }
        .ok_or(PackageError::ManifestForm("envelope"))?;
        let signed = CoseSign1::from_cbor_value(value).map_err(|_| PackageError::ManifestForm("envelope"))?;
        let signature = signed
            .signature
            .as_slice()
            .try_into()
            .map_err(|_| PackageError::Signature)?;
        Ok(Self {
            device,
            signature,
            signed,
        })
    }

    /// The manifest's bytes.
    pub(super) fn payload(&self) -> &[u8] {
        self.signed.payload.as_deref().unwrap_or_default()
    }

    /// The bytes that were signed, if the manifest is one of `circle`.
    pub(super) fn signed_bytes(&self, circle: CircleId) -> Vec<u8> {
        self.signed.tbs_data(&external_data(circle))
    }
}

fn external_data(circle: CircleId) -> Vec<u8> {
    [CONTEXT, circle.as_slice()].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    const CIRCLE: CircleId = CircleId([3; 32]);

    fn sealed(payload: &[u8]) -> Vec<u8> {
        let signer = Signer {
            device: DeviceId([1; 16]),
            sign: &|_| [2; 64],
        };
        seal(payload.to_vec(), CIRCLE, &signer).unwrap()
    }

    fn refusal(bytes: &[u8]) -> Option<&'static str> {
        Envelope::open(bytes).err().map(|error| error.code())
    }

    #[test]
    fn an_envelope_is_exactly_these_bytes() {
        let expected = [
            &[0x84, 0x55, 0xa2, 0x01, 0x27, 0x04, 0x50][..],
            &[1; 16],
            &[0xa0, 0x42, 0x81, 0x00, 0x58, 0x40],
            &[2; 64],
        ];
        assert_eq!(sealed(&[0x81, 0]), expected.concat());
    }

    #[test]
    fn what_is_signed_is_the_structure_of_the_specification() {
        let envelope = Envelope::open(&sealed(&[0x81, 0])).unwrap();
        assert_eq!(
            (envelope.device, envelope.signature),
            (DeviceId([1; 16]), [2; 64])
        );
        assert_eq!(envelope.payload(), [0x81, 0]);
        let expected = [
            &b"\x84\x6aSignature1\x55\xa2\x01\x27\x04\x50"[..],
            &[1; 16],
            b"\x58\x2ekring/bundle/1",
            &[3; 32],
            &[0x42, 0x81, 0x00],
        ];
        assert_eq!(envelope.signed_bytes(CIRCLE), expected.concat());
    }

    #[test]
    fn other_headers_are_refused_unread() {
        let good = sealed(&[0x81, 0]);
        let Value::Array(parts) = cbor::decode(&good, &BOUNDS).unwrap() else {
            unreachable!()
        };
        let with = |at: usize, value: Value| {
            let mut parts = parts.clone();
            parts[at] = value;
            refusal(&cbor::encode(&Value::Array(parts)))
        };
        let kid_first = [&[0xa2, 0x04, 0x50][..], &[1; 16], &[0x01, 0x27]].concat();
        for protected in [vec![], kid_first, vec![0xa0], good[2..22].to_vec()] {
            assert_eq!(with(0, protected.into()), Some("err-package-manifest-form"));
        }
        let counter_signature = Value::Map(vec![(7.into(), Value::Array(vec![]))]);
        assert_eq!(with(1, counter_signature), Some("err-package-manifest-form"));
        assert_eq!(with(2, 5.into()), Some("err-package-manifest-form"));
        assert_eq!(with(3, vec![2_u8; 63].into()), Some("err-package-signature"));
        assert_eq!(
            with(3, vec![2_u8; 64].into()),
            None,
            "the test itself changes nothing else"
        );
    }

    #[test]
    fn bytes_around_an_envelope_are_refused() {
        let good = sealed(&[0x81, 0]);
        let tagged = [&[0xd2], &good[..]].concat();
        let trailing = [&good[..], &[0]].concat();
        for bytes in [tagged, trailing, vec![], vec![0x81; 1000]] {
            assert_eq!(refusal(&bytes), Some("err-package-manifest-form"));
        }
    }
}
