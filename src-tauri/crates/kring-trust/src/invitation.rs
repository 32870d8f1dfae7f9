//! An invitation into a circle: who made it, and a key that is used once. Whoever opens its file with
//! the six words learns the key's secret half and signs their card with it, so that a coordinator sees
//! who was invited and nobody has to compare anything. The file itself and the words are not made here.
//!
//! It can be used once because the card made with it carries a nonce that follows from the key, and
//! the operation that lets the card in names that nonce: every laptop then sees that it was used.

use std::fmt;

use kring_domain::id::{CircleId, DeviceId};
use zeroize::{Zeroize, ZeroizeOnDrop};

use crate::cbor::{self, BadCbor, Bounds, MapBuilder, MapReader};
use crate::hash::{first_16, sha256};
use crate::operation::Right;
use crate::signature::{self, BadSignature, DeviceSecret, Purpose, Signature};

/// An invitation has 150 bytes or so.
const BOUNDS: Bounds = Bounds {
    bytes: 1024,
    depth: 4,
};

/// What an invitation says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    /// The circle it is for.
    pub circle: CircleId,
    /// The public half of the key that is used once.
    pub key: [u8; 32],
    /// The device of the coordinator who made it.
    pub inviter: DeviceId,
    /// The right that was meant; a coordinator still decides.
    pub right: Right,
    /// The inviter's clock, milliseconds since 1970 UTC.
    pub wall_ms: u64,
}

/// The secret half of an invitation's key.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct OneTimeSecret(pub [u8; 32]);

impl OneTimeSecret {
    /// The public half, as the invitation names it.
    pub fn public(&self) -> [u8; 32] {
        signature::public_of(&self.0)
    }

    pub(crate) fn sign(&self, bytes: &[u8]) -> Signature {
        signature::sign_with(&self.0, &Purpose::Acceptance.message(bytes))
    }
}

impl fmt::Debug for OneTimeSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("OneTimeSecret(..)")
    }
}

/// The nonce of a card made with the invitation of this key: the first 16 bytes of
/// SHA-256("kring/invitation/nonce/1" ‖ key).
pub fn nonce_of(key: &[u8; 32]) -> [u8; 16] {
    first_16(sha256(&[b"kring/invitation/nonce/1", key]))
}

/// An invitation as it travels: its bytes, which are never written again, and its maker's signature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedInvitation {
    invitation: Invitation,
    bytes: Vec<u8>,
    signature: Signature,
}

impl SignedInvitation {
    /// Signs an invitation.
    ///
    /// # Errors
    /// [`BadSignature`] when the device is not the inviter named.
    pub fn sign(invitation: Invitation, secret: &DeviceSecret) -> Result<Self, BadSignature> {
        if invitation.inviter != secret.device_id() {
            return Err(BadSignature);
        }
        let bytes = encode(&invitation);
        Ok(Self {
            signature: signature::sign(secret, Purpose::Invitation, &bytes),
            invitation,
            bytes,
        })
    }

    /// What it says, whether or not its signature is right.
    pub fn invitation(&self) -> &Invitation {
        &self.invitation
    }

    /// Its bytes, which a card made with it signs along.
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Checks that this key made it.
    ///
    /// # Errors
    /// [`BadSignature`].
    pub fn verify(&self, sign_public: &[u8; 32]) -> Result<(), BadSignature> {
        signature::verify(sign_public, Purpose::Invitation, &self.bytes, &self.signature)
    }

    /// Deterministic CBOR `{1: invitation, 2: signature}`.
    pub fn encode(&self) -> Vec<u8> {
        let map = MapBuilder::new()
            .put_bytes(1, &self.bytes)
            .put_bytes(2, &self.signature.0);
        cbor::encode(&map.build())
    }

    /// Reads what [`Self::encode`] wrote; the signature is checked by [`Self::verify`].
    ///
    /// # Errors
    /// [`BadCbor`].
    pub fn decode(bytes: &[u8]) -> Result<Self, BadCbor> {
        let value = cbor::decode(bytes, &BOUNDS)?;
        let map = MapReader::new(&value)?;
        let bytes = map.bytes(1)?.to_vec();
        Ok(Self {
            invitation: decode(&bytes)?,
            signature: Signature(map.fixed(2)?),
            bytes,
        })
    }
}

fn encode(invitation: &Invitation) -> Vec<u8> {
    let map = MapBuilder::new()
        .put_bytes(1, &invitation.circle.0)
        .put_bytes(2, &invitation.key)
        .put_bytes(3, &invitation.inviter.0)
        .put_u64(4, invitation.right.number())
        .put_u64(5, invitation.wall_ms);
    cbor::encode(&map.build())
}

fn decode(bytes: &[u8]) -> Result<Invitation, BadCbor> {
    let value = cbor::decode(bytes, &BOUNDS)?;
    let map = MapReader::new(&value)?;
    Ok(Invitation {
        circle: CircleId(map.fixed(1)?),
        key: map.fixed(2)?,
        inviter: DeviceId(map.fixed(3)?),
        right: Right::from_number(map.u64(4)?),
        wall_ms: map.u64(5)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn secret() -> DeviceSecret {
        DeviceSecret::from_random([1; 32], [2; 32])
    }

    fn invitation() -> Invitation {
        Invitation {
            circle: CircleId([3; 32]),
            key: OneTimeSecret([4; 32]).public(),
            inviter: secret().device_id(),
            right: Right::Member,
            wall_ms: 5,
        }
    }

    #[test]
    fn what_is_signed_is_read_back_and_verified() {
        let signed = SignedInvitation::sign(invitation(), &secret()).unwrap();
        let read = SignedInvitation::decode(&signed.encode()).unwrap();
        assert_eq!((&read, read.invitation()), (&signed, &invitation()));
        assert_eq!(read.verify(&secret().public([0; 32]).sign), Ok(()));
        let other = DeviceSecret::from_random([8; 32], [8; 32]);
        assert_eq!(read.verify(&other.public([0; 32]).sign), Err(BadSignature));
    }

    #[test]
    fn nobody_invites_in_another_name() {
        let other = DeviceSecret::from_random([8; 32], [8; 32]);
        assert_eq!(SignedInvitation::sign(invitation(), &other), Err(BadSignature));
    }

    #[test]
    fn each_invitation_has_its_own_nonce() {
        assert_ne!(nonce_of(&invitation().key), nonce_of(&[9; 32]));
    }
}
