//! The card with which somebody without an invitation asks to join: a name and public keys, signed by
//! the device that asks, in a file that is not encrypted. Whether it is who it says, two people find
//! out by comparing [`crate::words`] by voice; a card made with an [`crate::invitation`] proves it.

use kring_domain::id::Hash;

use crate::cbor::{self, BadCbor, Bounds, MapBuilder, MapReader};
use crate::hash::sha256;
use crate::invitation::{self, OneTimeSecret, SignedInvitation};
use crate::signature::{self, BadSignature, DeviceKeys, DeviceSecret, Purpose, Signature};

/// The first bytes of a card's file.
pub const MAGIC: &[u8; 5] = b"KRBC1";

/// The most characters of each part of a name.
pub const MAX_NAME_PART: usize = 300;

const BOUNDS: Bounds = Bounds {
    bytes: 8 * 1024 - MAGIC.len(),
    depth: 4,
};

/// What a card says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// The name of who asks.
    pub name: NameParts,
    /// The public keys of the device that asks.
    pub keys: DeviceKeys,
    /// Random; part of the newcomer's member id, and named in the answer.
    pub nonce: [u8; 16],
    /// The asker's clock, milliseconds since 1970 UTC; shown, never trusted.
    pub wall_ms: u64,
}

/// A name in its Dutch parts, each at most [`MAX_NAME_PART`] characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameParts {
    /// "Annelies".
    pub given: String,
    /// "van der"; often empty.
    pub particle: String,
    /// "Meulen".
    pub family: String,
}

/// A card that cannot be read, believed or signed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadCard {
    /// Another kind of file, or the card of a newer version.
    #[error("the file does not begin as a card")]
    NotACard,
    /// Not the CBOR of a card, or more than 8 KiB.
    #[error("unreadable card")]
    Cbor(#[from] BadCbor),
    /// A part of the name is too long.
    #[error("a name part of more than {MAX_NAME_PART} characters")]
    NameTooLong,
    /// The device named did not sign it.
    #[error(transparent)]
    Signature(#[from] BadSignature),
    /// Its nonce does not follow from the invitation it names.
    #[error("a card with an invitation that is not its own")]
    ForeignInvitation,
}

/// A card as it travels: its bytes, which are never written again, and their signature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedCard {
    card: Card,
    bytes: Vec<u8>,
    signature: Signature,
    acceptance: Option<Acceptance>,
}

/// An invitation, with the signature of its one-time key over the card.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Acceptance {
    invitation: SignedInvitation,
    signature: Signature,
}

impl SignedCard {
    /// Signs a card with the device whose keys it names.
    ///
    /// # Errors
    /// [`BadCard`] when the name is too long or the keys are another device's.
    pub fn sign(card: Card, secret: &DeviceSecret) -> Result<Self, BadCard> {
        check_name(&card.name)?;
        let bytes = encode(&card);
        let signature = signature::sign(secret, Purpose::Card, &bytes);
        signature::verify(&card.keys.sign, Purpose::Card, &bytes, &signature)?;
        Ok(Self {
            card,
            bytes,
            signature,
            acceptance: None,
        })
    }

    /// Signs a card made with an invitation; its nonce follows from the invitation's key.
    ///
    /// # Errors
    /// As [`Self::sign`], and [`BadCard::ForeignInvitation`] when the secret is not the invitation's.
    pub fn accept(
        card: Card,
        secret: &DeviceSecret,
        invitation: SignedInvitation,
        one_time: &OneTimeSecret,
    ) -> Result<Self, BadCard> {
        let key = invitation.invitation().key;
        if one_time.public() != key {
            return Err(BadCard::ForeignInvitation);
        }
        let nonce = invitation::nonce_of(&key);
        let mut signed = Self::sign(Card { nonce, ..card }, secret)?;
        let signature = one_time.sign(&accepted(&signed.bytes, &invitation));
        signed.acceptance = Some(Acceptance {
            invitation,
            signature,
        });
        Ok(signed)
    }

    /// The invitation it was made with. That its one-time key signed this card was checked on reading;
    /// who made the invitation was not.
    pub fn invitation(&self) -> Option<&SignedInvitation> {
        self.acceptance.as_ref().map(|acceptance| &acceptance.invitation)
    }

    /// What it says.
    pub fn card(&self) -> &Card {
        &self.card
    }

    /// The request, for the safety words: SHA-256 of the card's bytes.
    pub fn hash(&self) -> Hash {
        sha256(&[&self.bytes])
    }

    /// The file: [`MAGIC`], then deterministic CBOR `{1: card, 2: signature}`, with an invitation also
    /// `3: signed invitation, 4: signature of its key over card and invitation`.
    pub fn encode(&self) -> Vec<u8> {
        let (invitation, by_key) = match &self.acceptance {
            Some(acceptance) => (
                Some(acceptance.invitation.encode()),
                Some(acceptance.signature.0.to_vec()),
            ),
            None => (None, None),
        };
        let map = MapBuilder::new()
            .put_bytes(1, &self.bytes)
            .put_bytes(2, &self.signature.0)
            .put_opt(3, invitation)
            .put_opt(4, by_key);
        [MAGIC.as_slice(), &cbor::encode(&map.build())].concat()
    }

    /// Reads and verifies a file.
    ///
    /// # Errors
    /// [`BadCard`].
    pub fn decode(file: &[u8]) -> Result<Self, BadCard> {
        let value = cbor::decode(file.strip_prefix(MAGIC).ok_or(BadCard::NotACard)?, &BOUNDS)?;
        let map = MapReader::new(&value)?;
        let bytes = map.bytes(1)?.to_vec();
        let signature = Signature(map.fixed(2)?);
        let card = decode(&bytes)?;
        signature::verify(&card.keys.sign, Purpose::Card, &bytes, &signature)?;
        let acceptance = match map.bytes_opt(3)? {
            Some(invitation) => Some(read_acceptance(&card, &bytes, invitation, map)?),
            None => None,
        };
        Ok(Self {
            card,
            bytes,
            signature,
            acceptance,
        })
    }
}

fn read_acceptance(
    card: &Card,
    bytes: &[u8],
    invitation: &[u8],
    map: MapReader<'_>,
) -> Result<Acceptance, BadCard> {
    let invitation = SignedInvitation::decode(invitation)?;
    let key = invitation.invitation().key;
    if card.nonce != invitation::nonce_of(&key) {
        return Err(BadCard::ForeignInvitation);
    }
    let signature = Signature(map.fixed(4)?);
    signature::verify(
        &key,
        Purpose::Acceptance,
        &accepted(bytes, &invitation),
        &signature,
    )?;
    Ok(Acceptance {
        invitation,
        signature,
    })
}

/// What an invitation's key signs: SHA-256 of the card ‖ SHA-256 of the invitation.
fn accepted(card: &[u8], invitation: &SignedInvitation) -> Vec<u8> {
    [sha256(&[card]).0, sha256(&[invitation.bytes()]).0].concat()
}

fn encode(card: &Card) -> Vec<u8> {
    let map = MapBuilder::new()
        .put_text(1, &card.name.given)
        .put_text(2, &card.name.particle)
        .put_text(3, &card.name.family)
        .put(4, card.keys.to_value())
        .put_bytes(5, &card.nonce)
        .put_u64(6, card.wall_ms);
    cbor::encode(&map.build())
}

fn decode(bytes: &[u8]) -> Result<Card, BadCard> {
    let value = cbor::decode(bytes, &BOUNDS)?;
    let map = MapReader::new(&value)?;
    let text = |key| map.text(key).map(str::to_owned);
    let name = NameParts {
        given: text(1)?,
        particle: text(2)?,
        family: text(3)?,
    };
    check_name(&name)?;
    let keys = DeviceKeys::from_map(map.map(4)?)?;
    Ok(Card {
        name,
        keys,
        nonce: map.fixed(5)?,
        wall_ms: map.u64(6)?,
    })
}

fn check_name(name: &NameParts) -> Result<(), BadCard> {
    let parts = [&name.given, &name.particle, &name.family];
    if parts.iter().any(|part| part.chars().count() > MAX_NAME_PART) {
        return Err(BadCard::NameTooLong);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn secret() -> DeviceSecret {
        DeviceSecret::from_random([1; 32], [2; 32])
    }

    fn card(given: &str) -> Card {
        let name = NameParts {
            given: given.into(),
            particle: "van der".into(),
            family: "Meulen".into(),
        };
        Card {
            name,
            keys: secret().public([3; 32]),
            nonce: [4; 16],
            wall_ms: 5,
        }
    }

    #[test]
    fn what_is_signed_is_read_back() {
        let signed = SignedCard::sign(card("Annelies"), &secret()).unwrap();
        assert_eq!(SignedCard::decode(&signed.encode()), Ok(signed));
    }

    #[test]
    fn a_changed_byte_is_found() {
        let file = SignedCard::sign(card("Annelies"), &secret()).unwrap().encode();
        for at in 0..file.len() {
            let mut changed = file.clone();
            changed[at] ^= 1;
            assert!(SignedCard::decode(&changed).is_err(), "byte {at}");
        }
        assert_eq!(SignedCard::decode(b"KRB1"), Err(BadCard::NotACard));
    }

    fn invitation(key: &OneTimeSecret) -> SignedInvitation {
        let inviter = DeviceSecret::from_random([8; 32], [8; 32]);
        let invitation = invitation::Invitation {
            circle: kring_domain::id::CircleId([3; 32]),
            key: key.public(),
            inviter: inviter.device_id(),
            right: crate::operation::Right::Member,
            wall_ms: 5,
        };
        SignedInvitation::sign(invitation, &inviter).unwrap()
    }

    #[test]
    fn a_card_made_with_an_invitation_names_it_and_keeps_its_nonce() {
        let key = OneTimeSecret([7; 32]);
        let invitation = invitation(&key);
        let signed = SignedCard::accept(card("Annelies"), &secret(), invitation.clone(), &key).unwrap();
        let read = SignedCard::decode(&signed.encode()).unwrap();
        assert_eq!(read.invitation(), Some(&invitation));
        assert_eq!(read.card().nonce, invitation::nonce_of(&key.public()));
        assert_eq!(
            SignedCard::accept(card("Annelies"), &secret(), invitation, &OneTimeSecret([9; 32])),
            Err(BadCard::ForeignInvitation),
            "who has not opened the invitation makes no card with it"
        );
    }

    #[test]
    fn an_invitation_is_not_moved_to_another_card() {
        let key = OneTimeSecret([7; 32]);
        let honest = SignedCard::accept(card("Annelies"), &secret(), invitation(&key), &key).unwrap();
        let thief = DeviceSecret::from_random([6; 32], [6; 32]);
        let of_thief = Card {
            keys: thief.public([3; 32]),
            nonce: honest.card.nonce,
            ..card("Annelies")
        };
        let mut moved = SignedCard::sign(of_thief, &thief).unwrap();
        moved.acceptance = honest.acceptance.clone();
        assert_eq!(
            SignedCard::decode(&moved.encode()),
            Err(BadCard::Signature(BadSignature)),
            "its key signed the other card"
        );
        let mut other_nonce = SignedCard::sign(card("Annelies"), &secret()).unwrap();
        other_nonce.acceptance = honest.acceptance;
        assert_eq!(
            SignedCard::decode(&other_nonce.encode()),
            Err(BadCard::ForeignInvitation),
            "or it could be used twice without a trace"
        );
    }

    #[test]
    fn a_name_part_has_300_characters_at_most() {
        let longest = SignedCard::sign(card(&"é".repeat(300)), &secret()).unwrap();
        assert!(SignedCard::decode(&longest.encode()).is_ok());
        let longer = card(&"é".repeat(301));
        assert_eq!(
            SignedCard::sign(longer.clone(), &secret()),
            Err(BadCard::NameTooLong)
        );
        assert_eq!(
            decode(&encode(&longer)),
            Err(BadCard::NameTooLong),
            "nor may another write it"
        );
    }

    #[test]
    fn a_file_has_8_kib_at_most() {
        let file = [MAGIC.as_slice(), &vec![0; 8 * 1024 - 4]].concat();
        assert!(matches!(
            SignedCard::decode(&file),
            Err(BadCard::Cbor(BadCbor::TooLarge { .. }))
        ));
    }

    #[test]
    fn nobody_signs_the_card_of_another_device() {
        let other = DeviceSecret::from_random([9; 32], [9; 32]);
        assert_eq!(
            SignedCard::sign(card("Bas"), &other),
            Err(BadCard::Signature(BadSignature))
        );
    }
}
