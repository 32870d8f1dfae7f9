//! The formats that stay for ever, as hexadecimal files: a difference here breaks every circle there is.

use kring_domain::id::{CircleId, DeviceId, Hash, MemberId, RecordId};
use kring_trust::card::{Card, NameParts, SignedCard};
use kring_trust::genesis::Genesis;
use kring_trust::invitation::{Invitation, OneTimeSecret, SignedInvitation};
use kring_trust::operation::{Author, Deed, Operation, Right, SignedOperation};
use kring_trust::wrap::{Kdf, KeyFile, KeychainKey, PassphraseRandom, RecoveryKey, StoreKey};

use crate::circle::{authority, genesis, head, secret};

fn signed(deed: Deed) -> Vec<u8> {
    let author = Author::Device(secret(1).device_id());
    let deps = vec![Hash([1; 32]), Hash([2; 32])];
    let operation = Operation {
        circle: CircleId([3; 32]),
        deps,
        author,
        wall_ms: 1_795_000_000_000,
        deed,
    };
    SignedOperation::by_device(operation, &secret(1))
        .unwrap()
        .encode()
}

fn signed_by_authority() -> Vec<u8> {
    let operation = Operation {
        circle: CircleId([3; 32]),
        deps: Vec::new(),
        author: Author::Authority,
        wall_ms: 0,
        deed: Deed::CloseCircle,
    };
    SignedOperation::by_authority(operation, &authority())
        .unwrap()
        .encode()
}

pub fn card(name: NameParts) -> SignedCard {
    let card = Card {
        name,
        keys: secret(1).public([5; 32]),
        nonce: [6; 16],
        wall_ms: 1_795_000_000_000,
    };
    SignedCard::sign(card, &secret(1)).unwrap()
}

fn invitation() -> SignedInvitation {
    let invitation = Invitation {
        circle: CircleId([3; 32]),
        key: ONE_TIME.public(),
        inviter: secret(2).device_id(),
        right: Right::Member,
        wall_ms: 1_795_000_000_000,
    };
    SignedInvitation::sign(invitation, &secret(2)).unwrap()
}

/// The key of [`invitation`].
const ONE_TIME: OneTimeSecret = OneTimeSecret([7; 32]);

pub fn invited_card(name: NameParts) -> SignedCard {
    let card = card(name).card().clone();
    SignedCard::accept(card, &secret(1), invitation(), &ONE_TIME).unwrap()
}

fn key_file() -> KeyFile {
    let kdf = Kdf {
        memory_kib: 64,
        passes: 2,
        lanes: 1,
    };
    let random = PassphraseRandom {
        salt: [3; 16],
        nonce: [4; 24],
    };
    let recovery = (&RecoveryKey([2; 32]), [5; 24]);
    let key = StoreKey([1; 32]);
    let file = KeyFile::create([9; 16], &key, ("één geheim", kdf, random), recovery).unwrap();
    file.with_keychain(&key, &KeychainKey([6; 32]), [7; 24])
}

/// Every format with its file.
pub fn formats() -> Vec<(&'static str, Vec<u8>)> {
    let person: MemberId = RecordId([4; 16]).into();
    let device = DeviceId([5; 16]);
    let cut = vec![head(6, 7), head(8, 900)];
    let keys = secret(2).public([9; 32]);
    let name = NameParts {
        given: "Çağlar".into(),
        particle: "".into(),
        family: "Yıldız".into(),
    };
    vec![
        (
            include_str!("../golden/genesis.hex"),
            Genesis {
                policy: 1,
                ..genesis()
            }
            .encode(),
        ),
        (
            include_str!("../golden/device_secret.hex"),
            secret(1).to_bytes().to_vec(),
        ),
        (
            include_str!("../golden/add_person.hex"),
            signed(Deed::AddPerson {
                person,
                right: Right::Secretary,
            }),
        ),
        (
            include_str!("../golden/add_device.hex"),
            signed(Deed::AddDevice {
                person,
                keys,
                nonce: Some([8; 16]),
            }),
        ),
        (
            include_str!("../golden/remove_device.hex"),
            signed(Deed::RemoveDevice {
                device,
                cut: cut.clone(),
            }),
        ),
        (
            include_str!("../golden/remove_person.hex"),
            signed(Deed::RemovePerson {
                person,
                cut: cut.clone(),
            }),
        ),
        (
            include_str!("../golden/set_right.hex"),
            signed(Deed::SetRight {
                person,
                right: Right::Reader,
                cut,
            }),
        ),
        (
            include_str!("../golden/rotate_key.hex"),
            signed(Deed::RotateKey { device, age: [7; 32] }),
        ),
        (
            include_str!("../golden/admit.hex"),
            signed(Deed::Admit {
                segments: vec![Hash([1; 32]), Hash([2; 32])],
            }),
        ),
        (include_str!("../golden/close_circle.hex"), signed_by_authority()),
        (include_str!("../golden/card.hex"), card(name.clone()).encode()),
        (include_str!("../golden/invitation.hex"), invitation().encode()),
        (
            include_str!("../golden/invited_card.hex"),
            invited_card(name).encode(),
        ),
        (include_str!("../golden/keys.hex"), key_file().encode()),
    ]
}

#[test]
fn no_format_has_changed() {
    for (committed, written) in formats() {
        assert_eq!(committed.trim(), hex::encode(written));
    }
}

#[test]
fn the_key_file_still_opens_with_every_secret() {
    let committed = hex::decode(include_str!("../golden/keys.hex").trim()).unwrap();
    let file = KeyFile::decode(&committed).unwrap();
    assert_eq!(file.unlock_passphrase("één geheim"), Ok(StoreKey([1; 32])));
    assert_eq!(file.unlock_recovery(&RecoveryKey([2; 32])), Ok(StoreKey([1; 32])));
    assert_eq!(file.unlock_keychain(&KeychainKey([6; 32])), Ok(StoreKey([1; 32])));
}
