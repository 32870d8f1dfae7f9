//! The membership at one moment, laid out to be asked. It decides nothing.

use std::collections::BTreeMap;

use kring_domain::id::{DeviceId, MemberId};

use super::state::State;
use crate::operation::{Deed, Right};
use crate::signature::DeviceKeys;

/// A device of a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Device {
    /// Whose it is.
    pub person: MemberId,
    /// Its public keys, with the age key of its last rotation.
    pub keys: DeviceKeys,
    /// Whether it takes part.
    pub status: DeviceStatus,
}

/// Whether a device takes part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeviceStatus {
    /// It does.
    Active,
    /// It was taken out, or its person was.
    Removed,
}

/// Who was in, with which devices and right, at some heads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    rights: BTreeMap<MemberId, Right>,
    devices: BTreeMap<DeviceId, Device>,
    closed: bool,
}

impl View {
    pub(super) fn new(state: &State<'_>) -> Self {
        let graph = state.graph;
        let people = graph.on_person.keys().copied().chain([graph.genesis.founder]);
        let rights: BTreeMap<_, _> = people
            .filter_map(|person| Some((person, state.right_of(person)?)))
            .collect();

        let founding = graph.genesis.device;
        let mut keys = BTreeMap::from([(founding.device_id(), founding)]);
        for node in &graph.nodes {
            if let Deed::AddDevice { keys: added, .. } = &node.operation.deed {
                keys.insert(added.device_id(), *added);
            }
        }
        let devices = keys.into_iter().filter_map(|(id, keys)| {
            let person = state.owner_of(id)?;
            let is_active = state.has_device(id) && rights.contains_key(&person);
            let status = if is_active {
                DeviceStatus::Active
            } else {
                DeviceStatus::Removed
            };
            let keys = DeviceKeys {
                age: state.age_key_of(id)?,
                ..keys
            };
            Some((id, Device { person, keys, status }))
        });
        Self {
            devices: devices.collect(),
            rights,
            closed: state.is_closed(),
        }
    }

    /// Whether the circle was closed: from there on nothing is written.
    pub fn is_closed(&self) -> bool {
        self.closed
    }

    /// Whose device this is, removed or not.
    pub fn person_of(&self, device: DeviceId) -> Option<MemberId> {
        self.devices.get(&device).map(|device| device.person)
    }

    /// A person's right, if they are in.
    pub fn right_of(&self, person: MemberId) -> Option<Right> {
        self.rights.get(&person).copied()
    }

    /// Whether a device and its person are in.
    pub fn is_active(&self, device: DeviceId) -> bool {
        self.devices
            .get(&device)
            .is_some_and(|device| device.status == DeviceStatus::Active)
    }

    /// A device that is or was in.
    pub fn device(&self, device: DeviceId) -> Option<&Device> {
        self.devices.get(&device)
    }

    /// Every device that is or was in, by id.
    pub fn devices(&self) -> impl Iterator<Item = (DeviceId, &Device)> {
        self.devices.iter().map(|(id, device)| (*id, device))
    }

    /// Everybody who is in with their right, by id.
    pub fn people(&self) -> impl Iterator<Item = (MemberId, Right)> {
        self.rights.iter().map(|(person, right)| (*person, *right))
    }
}
