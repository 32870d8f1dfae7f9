//! A circle for tests: numbered people with one device each, and operations signed by them.

use kring_domain::id::{Hash, LogId, MemberId, RecordId};
use kring_trust::genesis::Genesis;
use kring_trust::membership::Membership;
use kring_trust::operation::{Author, Deed, Head, Operation, Right, SignedOperation};
use kring_trust::signature::{AuthoritySecret, DeviceSecret};

/// The founder's number.
pub const FOUNDER: u8 = 1;

pub fn secret(number: u8) -> DeviceSecret {
    DeviceSecret::from_random([number; 32], [number; 32])
}

pub fn authority() -> AuthoritySecret {
    AuthoritySecret([0xaa; 32])
}

pub fn genesis() -> Genesis {
    let device = secret(FOUNDER).public([FOUNDER; 32]);
    Genesis::new([7; 32], [8; 16], device, authority().public(), true)
}

/// The member with this number; the founder has the first.
pub fn person(number: u8) -> MemberId {
    if number == FOUNDER {
        genesis().founder
    } else {
        RecordId([number; 16]).into()
    }
}

pub fn head(log: u8, seq: u64) -> Head {
    Head {
        log: LogId([log; 16]),
        seq,
        hash: Hash([log; 32]),
    }
}

pub fn add_person(number: u8, right: Right) -> Deed {
    Deed::AddPerson {
        person: person(number),
        right,
    }
}

pub fn add_device(number: u8) -> Deed {
    Deed::AddDevice {
        person: person(number),
        keys: secret(number).public([number; 32]),
        nonce: None,
    }
}

pub fn remove_person(number: u8) -> Deed {
    Deed::RemovePerson {
        person: person(number),
        cut: Vec::new(),
    }
}

pub fn set_right(number: u8, right: Right) -> Deed {
    Deed::SetRight {
        person: person(number),
        right,
        cut: Vec::new(),
    }
}

/// The operations of a circle, in the order they were made.
#[derive(Default)]
pub struct Circle {
    pub operations: Vec<SignedOperation>,
}

impl Circle {
    /// The founder and these coordinators, added one after the other.
    pub fn with_coordinators(numbers: &[u8]) -> Self {
        let mut circle = Self::default();
        for &number in numbers {
            circle.then(FOUNDER, add_person(number, Right::Coordinator));
            circle.then(FOUNDER, add_device(number));
        }
        circle
    }

    /// A deed by this person's device that knows everything so far.
    pub fn then(&mut self, number: u8, deed: Deed) -> Hash {
        let heads = self.heads();
        self.at(number, &heads, deed)
    }

    /// A deed by this person's device that knows these operations and what they build on.
    pub fn at(&mut self, number: u8, heads: &[Hash], deed: Deed) -> Hash {
        let operation = self.operation(Author::Device(secret(number).device_id()), heads, deed);
        self.push(SignedOperation::by_device(operation, &secret(number)).unwrap())
    }

    /// A deed by the `kringsleutel` that knows these operations.
    pub fn by_authority(&mut self, heads: &[Hash], deed: Deed) -> Hash {
        let operation = self.operation(Author::Authority, heads, deed);
        self.push(SignedOperation::by_authority(operation, &authority()).unwrap())
    }

    pub fn heads(&self) -> Vec<Hash> {
        self.membership().heads()
    }

    pub fn membership(&self) -> Membership {
        Membership::resolve(&genesis(), &self.operations)
    }

    pub fn has_effect(&self, operation: Hash) -> bool {
        self.membership().without_effect().all(|other| other != operation)
    }

    fn operation(&self, author: Author, heads: &[Hash], deed: Deed) -> Operation {
        let wall_ms = self.operations.len() as u64;
        Operation {
            circle: genesis().circle_id(),
            deps: heads.to_vec(),
            author,
            wall_ms,
            deed,
        }
    }

    fn push(&mut self, operation: SignedOperation) -> Hash {
        let hash = operation.hash();
        self.operations.push(operation);
        hash
    }
}
