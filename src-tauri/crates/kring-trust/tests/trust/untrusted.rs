//! Readers of bytes that anybody may have written: they refuse, and never panic.

use kring_trust::card::{NameParts, SignedCard};
use kring_trust::cbor::{self, Bounds};
use kring_trust::genesis::Genesis;
use kring_trust::invitation::SignedInvitation;
use kring_trust::operation::{Operation, SignedOperation};
use kring_trust::printed;
use kring_trust::signature::DeviceSecret;
use kring_trust::wrap::KeyFile;
use proptest::prelude::*;

use crate::golden;

/// What must hold of every reader: no panic, and what it accepts it writes again byte for byte.
fn read_all(bytes: &[u8]) {
    let bounds = Bounds {
        bytes: 4096,
        depth: 8,
    };
    if let Ok(value) = cbor::decode(bytes, &bounds) {
        assert_eq!(cbor::encode(&value), bytes);
    }
    if let Ok(genesis) = Genesis::decode(bytes) {
        assert_eq!(genesis.encode(), bytes);
    }
    let _ = Operation::decode(bytes);
    let _ = SignedOperation::decode(bytes);
    let _ = SignedCard::decode(bytes);
    let _ = SignedInvitation::decode(bytes);
    let _ = KeyFile::decode(bytes);
    let _ = DeviceSecret::from_bytes(bytes);
}

proptest! {
    #[test]
    fn random_bytes_are_read_without_panic(bytes in proptest::collection::vec(any::<u8>(), 0..512)) {
        read_all(&bytes);
    }

    #[test]
    fn damaged_formats_are_read_without_panic(
        which in any::<prop::sample::Index>(),
        at in any::<prop::sample::Index>(),
        byte in any::<u8>(),
        length in any::<prop::sample::Index>(),
    ) {
        let formats = golden::formats();
        let mut bytes = which.get(&formats).1.clone();
        let place = at.index(bytes.len());
        bytes[place] = byte;
        read_all(&bytes);
        bytes.truncate(length.index(bytes.len()));
        read_all(&bytes);
    }

    #[test]
    fn any_text_is_no_printed_key(text in "\\PC{0,80}") {
        prop_assert!(printed::parse_recovery(&text).is_err());
        prop_assert!(printed::parse_authority(&text).is_err());
    }

    #[test]
    fn any_name_is_carried_by_a_card(given in "\\PC{0,300}", particle in "\\PC{0,20}", family in "\\PC{0,300}") {
        let card = golden::card(NameParts { given, particle, family });
        prop_assert_eq!(SignedCard::decode(&card.encode()), Ok(card));
    }
}
