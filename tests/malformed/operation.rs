//! Membership that was forged, in the frame it travels in.

use kring_api::domain::id::{Hash, MemberId};
use kring_sync::package::FrameKind;
use kring_trust::cbor::{self, MapBuilder, Value};
use kring_trust::genesis::Genesis;
use kring_trust::operation::{Author, Deed, Head, Operation, Right, SignedOperation};
use kring_trust::signature::DeviceSecret;

use crate::forge::{ELSEWHERE, Forger, Frames};

/// The honest membership frame with these operations besides.
pub fn operations(forger: &Forger, more: &[SignedOperation]) -> Frames {
    let (genesis, mut operations) = kring_api::exchange::frame::read_membership(&forger.membership).unwrap();
    operations.extend(more.iter().cloned());
    let operations = operations
        .iter()
        .map(|operation| Value::Bytes(operation.encode()));
    let value = MapBuilder::new()
        .put_bytes(1, &genesis.encode())
        .put_array(2, operations)
        .build();
    vec![(FrameKind::Membership, cbor::encode(&value))]
}

/// An operation of this forger that gives them more right than they have.
pub fn grab(forger: &Forger) -> Operation {
    Operation {
        circle: forger.heading.circle,
        deps: forger.heading.membership.clone(),
        author: Author::Device(forger.secret.device_id()),
        wall_ms: forger.heading.wall_ms,
        deed: Deed::SetRight {
            person: MemberId(forger.person),
            right: Right::Coordinator,
            cut: Vec::<Head>::new(),
        },
    }
}

/// That operation with a signature that was changed afterwards.
pub fn changed(forger: &Forger) -> SignedOperation {
    let honest = SignedOperation::by_device(grab(forger), &forger.secret)
        .unwrap()
        .encode();
    let mut bytes = honest;
    *bytes.last_mut().unwrap() ^= 1;
    SignedOperation::decode(&bytes).unwrap()
}

/// Signed by a device that nobody brought in.
pub fn operation_of_stranger(forger: &Forger) -> Frames {
    let stranger = DeviceSecret::from_random([0x5A; 32], [0x5B; 32]);
    let operation = Operation {
        author: Author::Device(stranger.device_id()),
        ..grab(forger)
    };
    operations(
        forger,
        &[SignedOperation::by_device(operation, &stranger).unwrap()],
    )
}

/// Building on one that is not there.
pub fn operation_on_nothing(forger: &Forger) -> Frames {
    let operation = Operation {
        deps: vec![Hash([7; 32])],
        ..grab(forger)
    };
    operations(
        forger,
        &[SignedOperation::by_device(operation, &forger.secret).unwrap()],
    )
}

/// For another circle.
pub fn operation_elsewhere(forger: &Forger) -> Frames {
    let operation = Operation {
        circle: ELSEWHERE,
        ..grab(forger)
    };
    operations(
        forger,
        &[SignedOperation::by_device(operation, &forger.secret).unwrap()],
    )
}

/// Another circle's beginning.
pub fn another_genesis(forger: &Forger) -> Frames {
    let genesis = Genesis::new(
        [1; 32],
        [2; 16],
        forger.secret.public(forger.recipients[0]),
        [3; 32],
        false,
    );
    let value = MapBuilder::new()
        .put_bytes(1, &genesis.encode())
        .put_array(2, std::iter::empty())
        .build();
    vec![(FrameKind::Membership, cbor::encode(&value))]
}
