//! The field of a sealed part: a commitment to the key that opens its body, and that key wrapped for a
//! few devices as an age file (<https://age-encryption.org/v1>). Sealing the body itself is trust's work.

use kring_domain::id::{Hash, SealKey};
use kring_trust::cbor::Value;
use kring_trust::seal::commitment;

use std::io::{Read, Write};

use crate::limit;
use crate::package::{Identities, PackageError, Recipients, decrypt, encrypt};

/// What a header says of a sealed body. In the header: `[commitment, wrapped key]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sealed {
    /// Ties the body to one key.
    pub commitment: Hash,
    /// The key, for those who may open the body before it is published.
    pub wrapped: Vec<u8>,
}

impl Sealed {
    /// Wraps a key for these devices, by their public age keys.
    pub fn wrap(key: &SealKey, devices: &[[u8; 32]]) -> Result<Self, PackageError> {
        let mut wrapped = Vec::new();
        let mut writer = encrypt(&mut wrapped, &Recipients::Devices(devices.to_vec()))?;
        writer.write_all(&key.0).map_err(PackageError::Write)?;
        writer.finish().map_err(PackageError::Write)?;
        if wrapped.len() > limit::SEALED_KEY_BYTES {
            return Err(PackageError::TooManyStanzas);
        }
        Ok(Self {
            commitment: commitment(key),
            wrapped,
        })
    }

    /// The key, if it is wrapped for one of these identities and is the one that was committed to.
    pub fn unwrap(&self, identities: &Identities) -> Option<SealKey> {
        let mut content = decrypt(self.wrapped.as_slice(), identities).ok()?;
        let mut key = [0; 32];
        content.read_exact(&mut key).ok()?;
        let is_whole = content.read(&mut [0]).ok()? == 0;
        Some(SealKey(key)).filter(|key| is_whole && self.fits(key))
    }

    /// Whether this is the key that was committed to.
    pub fn fits(&self, key: &SealKey) -> bool {
        commitment(key) == self.commitment
    }

    /// The field of a part's header.
    pub fn encode(&self) -> Value {
        Value::Array(vec![
            Value::Bytes(self.commitment.0.to_vec()),
            Value::Bytes(self.wrapped.clone()),
        ])
    }

    /// Reads the field; nothing if it is of another form.
    pub fn decode(field: &Value) -> Option<Self> {
        let [Value::Bytes(commitment), Value::Bytes(wrapped)] = field.as_array()?.as_slice() else {
            return None;
        };
        let commitment = Hash(commitment.as_slice().try_into().ok()?);
        (wrapped.len() <= limit::SEALED_KEY_BYTES).then(|| Self {
            commitment,
            wrapped: wrapped.clone(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::package::{AgeSecret, age_public};

    fn device(byte: u8) -> Identities {
        Identities::Devices(vec![AgeSecret::new([byte; 32])])
    }

    #[test]
    fn only_those_it_is_wrapped_for_get_the_key() {
        let key = SealKey([7; 32]);
        let sealed = Sealed::wrap(&key, &[age_public(&[1; 32]), age_public(&[2; 32])]).unwrap();
        assert_eq!(sealed.unwrap(&device(1)), Some(key));
        assert_eq!(sealed.unwrap(&device(2)), Some(key));
        assert_eq!(sealed.unwrap(&device(3)), None);
        assert_eq!(Sealed::decode(&sealed.encode()), Some(sealed.clone()));
        let other = Sealed {
            commitment: commitment(&SealKey([8; 32])),
            ..sealed
        };
        assert_eq!(
            other.unwrap(&device(1)),
            None,
            "another key than was committed to"
        );
    }

    #[test]
    fn a_field_of_another_form_is_none_of_ours() {
        let bytes = |length| Value::Bytes(vec![0; length]);
        for field in [
            Value::Null,
            Value::Array(vec![]),
            Value::Array(vec![bytes(31), bytes(10)]),
            Value::Array(vec![bytes(32), bytes(limit::SEALED_KEY_BYTES + 1)]),
            Value::Array(vec![bytes(32), bytes(10), bytes(10)]),
        ] {
            assert_eq!(Sealed::decode(&field), None, "{field:?}");
        }
        assert!(Sealed::decode(&Value::Array(vec![bytes(32), bytes(limit::SEALED_KEY_BYTES)])).is_some());
        assert!(Sealed::decode(&Value::Array(vec![bytes(32), bytes(limit::SEALED_KEY_BYTES - 1)])).is_some());
    }
}
