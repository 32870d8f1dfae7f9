//! Membership: operations in any graph, by anyone, about anyone.

use kring_api::domain::id::{Hash, MemberId, RecordId};
use kring_trust::genesis::Genesis;
use kring_trust::membership::Membership;
use kring_trust::operation::{Author, Deed, Operation, Right, SignedOperation};
use kring_trust::signature::{AuthoritySecret, DeviceSecret};

use crate::feed;

/// How many people there are to be brought in; the first founded the circle.
const PEOPLE: u8 = 6;

fn secret(number: u8) -> DeviceSecret {
    DeviceSecret::from_random([number + 1; 32], [number + 1; 32])
}

fn authority() -> AuthoritySecret {
    AuthoritySecret([0xaa; 32])
}

#[test]
fn the_same_operations_give_the_same_membership_in_any_order() {
    let device = secret(0).public([1; 32]);
    let genesis = Genesis::new([7; 32], [8; 16], device, authority().public(), true);
    // Eight bytes for each operation; the sample is a circle that was honestly made.
    let sample: Vec<u8> = (1..PEOPLE)
        .flat_map(|n| [[0, 0, n, 1, 255, 0, 0, 0], [0, 1, n, 0, 255, 0, 0, 0]].concat())
        .collect();
    feed("membership resolver", &sample, |script| {
        let operations = operations(&genesis, script);
        let one = Membership::resolve(&genesis, &operations);
        let mut others = operations.clone();
        others.reverse();
        others.extend(operations.iter().take(3).cloned());
        let other = Membership::resolve(&genesis, &others);
        assert_eq!(facts(&one), facts(&other));
        let known: Vec<Hash> = operations.iter().map(SignedOperation::hash).collect();
        assert!(
            one.heads().iter().all(|head| known.contains(head)),
            "heads are operations that are here"
        );
        assert!(
            one.at(&one.heads()).is_some(),
            "what is named as head can be looked at"
        );
    });
}

fn person(genesis: &Genesis, number: u8) -> MemberId {
    match number % PEOPLE {
        0 => genesis.founder,
        number => MemberId(RecordId([number; 16])),
    }
}

fn operations(genesis: &Genesis, script: &[u8]) -> Vec<SignedOperation> {
    let mut made: Vec<SignedOperation> = Vec::new();
    for step in script.chunks_exact(8).take(24) {
        let [author, deed, subject, right, deps, more, _, _] = std::array::from_fn(|at| step[at]);
        let deps = made.iter().rev().enumerate().filter(|(at, _)| match deps {
            255 => *at == 0,
            bits => *at < 8 && bits >> at & 1 == 1,
        });
        let operation = |author| Operation {
            circle: genesis.circle_id(),
            deps: deps.clone().map(|(_, operation)| operation.hash()).collect(),
            author,
            wall_ms: u64::from(more),
            deed: deed_of(genesis, deed, subject, right),
        };
        let signed = if author == 200 {
            SignedOperation::by_authority(operation(Author::Authority), &authority())
        } else {
            let secret = secret(author % PEOPLE);
            SignedOperation::by_device(operation(Author::Device(secret.device_id())), &secret)
        };
        made.extend(signed);
    }
    made
}

fn deed_of(genesis: &Genesis, deed: u8, subject: u8, right: u8) -> Deed {
    let (person, device) = (person(genesis, subject), secret(subject % PEOPLE));
    let right = Right::from_number(u64::from(right % 6));
    match deed % 9 {
        0 => Deed::AddPerson { person, right },
        1 => Deed::AddDevice {
            person,
            keys: device.public([subject; 32]),
            nonce: None,
        },
        2 => Deed::RemoveDevice {
            device: device.device_id(),
            cut: Vec::new(),
        },
        3 => Deed::RemovePerson {
            person,
            cut: Vec::new(),
        },
        4 => Deed::SetRight {
            person,
            right,
            cut: Vec::new(),
        },
        5 => Deed::RotateKey {
            device: device.device_id(),
            age: [subject; 32],
        },
        6 => Deed::Admit {
            segments: vec![Hash([subject; 32])],
        },
        7 => Deed::CloseCircle,
        _ => Deed::Unknown { number: 99 },
    }
}

/// Everything that is asked of a membership.
fn facts(membership: &Membership) -> String {
    let devices: Vec<_> = membership.active_devices().map(|(id, _)| id).collect();
    let rights: Vec<_> = (0..PEOPLE)
        .map(|n| membership.right_of(MemberId(RecordId([n; 16]))))
        .collect();
    let admitted: Vec<bool> = (0..=255).map(|n| membership.admitted(Hash([n; 32]))).collect();
    let without: Vec<Hash> = membership.without_effect().collect();
    format!(
        "{devices:?} {rights:?} {admitted:?} {without:?} {:?} {:?} {}",
        membership.heads(),
        membership.set_aside(),
        membership.is_closed()
    )
}
