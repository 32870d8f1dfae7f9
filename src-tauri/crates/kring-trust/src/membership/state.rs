//! Who is in and with which right, read off the operations that count. Which ones count is decided
//! in `resolution`.

use kring_domain::id::{DeviceId, MemberId};

use super::graph::{Graph, OperationSet};
use crate::operation::{Author, Deed, Right};

/// What the counting operations within a set amount to.
#[derive(Clone, Copy)]
pub(super) struct State<'g> {
    pub(super) graph: &'g Graph,
    pub(super) counting: &'g OperationSet,
    pub(super) within: &'g OperationSet,
}

impl State<'_> {
    /// A person's right, if they are in. Of latest operations unaware of each other the one that
    /// leaves least counts.
    pub(super) fn right_of(&self, person: MemberId) -> Option<Right> {
        let latest = self
            .graph
            .latest(self.counting_of(self.graph.on_person.get(&person)));
        let given = latest.iter().map(|&index| match self.deed(index) {
            Deed::AddPerson { right, .. } | Deed::SetRight { right, .. } => Some(*right),
            _ => None,
        });
        let founded = (person == self.graph.genesis.founder).then_some(Right::Coordinator);
        given.min().unwrap_or(founded)
    }

    /// Whose device this is, also after its removal: the first operation to add it decides for ever.
    pub(super) fn owner_of(&self, device: DeviceId) -> Option<MemberId> {
        if device == self.graph.genesis.device.device_id() {
            return Some(self.graph.genesis.founder);
        }
        let counting = self.counting_of(self.graph.on_device.get(&device));
        counting.iter().find_map(|index| match self.deed(index) {
            Deed::AddDevice { person, .. } => Some(*person),
            _ => None,
        })
    }

    /// Whether a device is in, its person aside. Of latest operations unaware of each other a removal
    /// counts.
    pub(super) fn has_device(&self, device: DeviceId) -> bool {
        let latest = self
            .graph
            .latest(self.counting_of(self.graph.on_device.get(&device)));
        let removed = |&index: &usize| matches!(self.deed(index), Deed::RemoveDevice { .. });
        self.owner_of(device).is_some() && !latest.iter().any(removed)
    }

    /// A device's X25519 key. Of latest rotations unaware of each other the last in canonical order
    /// counts.
    pub(super) fn age_key_of(&self, device: DeviceId) -> Option<[u8; 32]> {
        let last = self.counting_of(self.graph.on_age_key.get(&device)).pop_last();
        match last.map(|index| self.deed(index)) {
            Some(Deed::AddDevice { keys, .. }) => Some(keys.age),
            Some(Deed::RotateKey { age, .. }) => Some(*age),
            _ => {
                let founding = &self.graph.genesis.device;
                (device == founding.device_id()).then_some(founding.age)
            }
        }
    }

    /// Whether the circle was closed.
    pub(super) fn is_closed(&self) -> bool {
        let mut counting = self.counting.clone();
        counting.keep(self.within);
        let is_end = |index: usize| *self.deed(index) == Deed::CloseCircle;
        counting.iter().any(is_end)
    }

    /// Whether this author may do this deed here.
    pub(super) fn allows(&self, author: Author, deed: &Deed) -> bool {
        // What would do nothing, or take a device from somebody, is open to nobody.
        let is_possible = match deed {
            Deed::AddPerson { person, .. } => self.right_of(*person).is_none(),
            Deed::AddDevice { person, keys, .. } => self
                .owner_of(keys.device_id())
                .is_none_or(|owner| owner == *person),
            Deed::Unknown { .. } => false,
            _ => true,
        };
        let is_authorised = match author {
            Author::Authority => true,
            Author::Device(device) => self
                .right_through(device)
                .is_some_and(|(person, right)| match deed {
                    Deed::RotateKey { .. } => self.is_own_affair(device, person, deed),
                    _ => right == Right::Coordinator || self.is_own_affair(device, person, deed),
                }),
        };
        is_possible && is_authorised
    }

    /// The person behind an active device, and their right.
    fn right_through(&self, device: DeviceId) -> Option<(MemberId, Right)> {
        let person = self.owner_of(device).filter(|_| self.has_device(device))?;
        Some((person, self.right_of(person)?))
    }

    /// Whether a deed is about the author's own device, so that any right will do.
    pub(super) fn is_own_affair(&self, author: DeviceId, person: MemberId, deed: &Deed) -> bool {
        match deed {
            Deed::RotateKey { device, .. } => *device == author,
            Deed::RemoveDevice { device, .. } => self.owner_of(*device) == Some(person),
            _ => false,
        }
    }

    fn counting_of(&self, subject: Option<&OperationSet>) -> OperationSet {
        let mut counting = subject.cloned().unwrap_or_default();
        counting.keep(self.counting);
        counting.keep(self.within);
        counting
    }

    fn deed(&self, index: usize) -> &Deed {
        &self.graph.nodes[index].operation.deed
    }
}
