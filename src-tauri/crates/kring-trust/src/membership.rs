//! What the membership chain amounts to: who is in, with which devices and right, where cut chains
//! end. A pure function of genesis and operations; the order in which they arrived plays no part.
//! It judges no segment: that takes a [`View`] at the segment's membership head, the
//! [`Membership::cutoff`] and [`Membership::caps`] of its chain, and [`crate::policy`].

mod graph;
mod resolution;
mod state;
mod view;

use std::collections::{BTreeMap, BTreeSet};

use kring_domain::id::{CircleId, DeviceId, Hash, LogId, MemberId};

use crate::genesis::Genesis;
use crate::operation::{
    Author, BadOperation, Deed, Head, MAX_DEPENDENCIES, Operation, Right, SignedOperation,
};
use crate::signature::DeviceKeys;
use graph::{Graph, OperationSet};
use resolution::{Class, Resolution};
use state::State;
pub use view::{Device, DeviceStatus, View};

/// The most operations that are weighed; those behind it in canonical order are set aside.
pub const MAX_OPERATIONS: usize = 10_000;

/// An operation that takes no part, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetAside {
    /// The operation.
    pub hash: Hash,
    /// Why.
    pub reason: Reason,
}

/// Why an operation takes no part.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Reason {
    /// It cannot be read; perhaps a newer version wrote it.
    #[error(transparent)]
    Unreadable(#[from] BadOperation),
    /// It is of another circle.
    #[error("an operation of circle {circle}")]
    WrongCircle {
        /// Which.
        circle: CircleId,
    },
    /// No operation at hand adds the device that signed it.
    #[error("an operation by a device that nobody added")]
    UnknownAuthor,
    /// The signature does not fit.
    #[error("an operation with a wrong signature")]
    BadSignature,
    /// Something it builds on is not here, or set aside itself.
    #[error("an operation that builds on one that is missing")]
    MissingDependency,
    /// There are more than [`MAX_OPERATIONS`].
    #[error("an operation beyond the {MAX_OPERATIONS} that are weighed")]
    TooMany,
}

/// Where what counts of a chain ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cutoff {
    /// Nowhere.
    None,
    /// Behind this segment.
    After(Head),
    /// Before its beginning: nothing of it counts.
    All,
}

/// What was left of a right that was taken: from a point in a chain on, no more than this.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cap {
    /// Where the old right ends; [`Cutoff::All`] when the chain was not named.
    pub cutoff: Cutoff,
    /// The most that counts behind it.
    pub right: Right,
}

/// The membership of a circle.
#[derive(Debug, Clone)]
pub struct Membership {
    graph: Graph,
    resolution: Resolution,
    now: View,
    admitted: BTreeSet<Hash>,
    set_aside: Vec<SetAside>,
}

impl Membership {
    /// Weighs all operations. The same set gives the same membership, in any order, with repeats.
    pub fn resolve(genesis: &Genesis, operations: &[SignedOperation]) -> Self {
        let (readable, mut set_aside) = read_and_verify(genesis, operations);
        let (graph, left_over) = Graph::new(genesis.clone(), readable, MAX_OPERATIONS);
        set_aside.extend(with_reason(left_over.incomplete, Reason::MissingDependency));
        set_aside.extend(with_reason(left_over.surplus, Reason::TooMany));
        set_aside.sort_by_key(|entry| entry.hash);

        let resolution = resolution::resolve(&graph);
        let counting = &resolution.counting;
        let now = View::new(&State {
            graph: &graph,
            counting,
            within: counting,
        });
        let admitted = counting
            .iter()
            .filter_map(|index| match &graph.nodes[index].operation.deed {
                Deed::Admit { segments } => Some(segments.iter().copied()),
                _ => None,
            });
        Self {
            admitted: admitted.flatten().collect(),
            graph,
            resolution,
            now,
            set_aside,
        }
    }

    /// What a new operation builds on, and what a segment claims: the operations that no other builds
    /// on, sorted; empty: the genesis alone. More than [`MAX_DEPENDENCIES`] are never named at once.
    pub fn heads(&self) -> Vec<Hash> {
        self.graph.heads()
    }

    /// The heads that a new operation or segment of a device names: all, or as many as it may name,
    /// those first under which the device has most right. A segment claims no more by leaving some
    /// out, for a removal counts wherever it stands.
    pub fn heads_for(&self, device: DeviceId) -> Vec<Hash> {
        let mut heads = self.heads();
        if heads.len() > MAX_DEPENDENCIES {
            let right = |head: &Hash| {
                let view = self.at(&[*head])?;
                let person = view.person_of(device).filter(|_| view.is_active(device))?;
                view.right_of(person)
            };
            heads.sort_by_cached_key(|head| (std::cmp::Reverse(right(head)), *head));
            heads.truncate(MAX_DEPENDENCIES);
            heads.sort_unstable();
        }
        heads
    }

    /// The operations that take no part, by hash. Such an operation is carried on nevertheless.
    pub fn set_aside(&self) -> &[SetAside] {
        &self.set_aside
    }

    /// The operations that take part but have no effect, by canonical order: their author had no right
    /// to them, or lost it to a removal beside them.
    pub fn without_effect(&self) -> impl Iterator<Item = Hash> {
        let indexed = self.graph.nodes.iter().enumerate();
        indexed
            .filter(|(index, _)| !self.resolution.counting.contains(*index))
            .map(|(_, node)| node.hash)
    }

    /// The membership now: with every operation at hand.
    pub fn now(&self) -> &View {
        &self.now
    }

    /// Whose device this is, removed or not.
    pub fn person_of(&self, device: DeviceId) -> Option<MemberId> {
        self.now.person_of(device)
    }

    /// A device that is or was in the circle.
    pub fn device(&self, device: DeviceId) -> Option<&Device> {
        self.now.device(device)
    }

    /// The signing key of a device that any operation names, also one without effect. An id follows from
    /// its key, so nobody can claim another's. What such a device signed was signed by it; whether it
    /// counts is another matter. Without this, one removal beside an addition would make every package
    /// that carries the newcomer's segments unreadable.
    pub fn sign_key(&self, device: DeviceId) -> Option<[u8; 32]> {
        if let Some(known) = self.now.device(device) {
            return Some(known.keys.sign);
        }
        let adding = self.graph.on_device.get(&device)?;
        adding.iter().find_map(|index| match self.deed(index) {
            Deed::AddDevice { keys, .. } => Some(keys.sign),
            _ => None,
        })
    }

    /// Whether a counting operation let a card with this nonce in.
    pub fn let_in(&self, nonce: &[u8; 16]) -> bool {
        let counting = self.resolution.counting.iter();
        counting
            .map(|index| self.deed(index))
            .any(|deed| matches!(deed, Deed::AddDevice { nonce: Some(of_card), .. } if of_card == nonce))
    }

    /// A person's right, if they are in now.
    pub fn right_of(&self, person: MemberId) -> Option<Right> {
        self.now.right_of(person)
    }

    /// Whether a device was added and not taken out, whether or not its person is in.
    pub fn has_device(&self, device: DeviceId) -> bool {
        let counting = &self.resolution.counting;
        let state = State {
            graph: &self.graph,
            counting,
            within: counting,
        };
        state.has_device(device)
    }

    /// The devices a package is encrypted for, by id.
    pub fn active_devices(&self) -> impl Iterator<Item = (DeviceId, &Device)> {
        self.now
            .devices()
            .filter(|(_, device)| device.status == DeviceStatus::Active)
    }

    /// The membership at these heads, as far as it counts in the whole; none if a head is unknown. No
    /// heads: the genesis alone.
    ///
    /// An operation that a removal beside it undid gives no right at any head.
    pub fn at(&self, heads: &[Hash]) -> Option<View> {
        let within = &self.graph.up_to(heads)?;
        Some(View::new(&State {
            graph: &self.graph,
            counting: &self.resolution.counting,
            within,
        }))
    }

    /// Where what counts of this chain of this device ends, whatever head a segment claims: decided by
    /// the latest removals of device and person. A person or device brought back has no cut-off.
    pub fn cutoff(&self, log: LogId, device: DeviceId) -> Cutoff {
        let Some(known) = self.now.device(device) else {
            return Cutoff::All;
        };
        let of_device = self.latest_cuts(self.graph.on_device.get(&device));
        let of_person = self.latest_cuts(self.graph.on_person.get(&known.person));
        let cuts: Vec<_> = of_device.into_iter().chain(of_person).collect();
        if cuts.is_empty() && self.right_of(known.person).is_none() {
            return Cutoff::All;
        }
        strictest(cuts.into_iter().map(|cut| cutoff_in(cut, log)))
    }

    fn latest_cuts(&self, subject: Option<&OperationSet>) -> Vec<&[Head]> {
        let latest = self.graph.latest(self.counting_of(subject)).into_iter();
        let removals = latest.filter(|&index| !matches!(self.deed(index), Deed::SetRight { .. }));
        removals.filter_map(|index| cut_in(self.deed(index))).collect()
    }

    /// What is left of the old rights in this chain of this device: behind each point where its person
    /// was lowered, or was out for a while, no more counts than was left or given since.
    pub fn caps(&self, log: LogId, device: DeviceId) -> Vec<Cap> {
        let Some(person) = self.person_of(device) else {
            return Vec::new();
        };
        let counting = self.counting_of(self.graph.on_person.get(&person));
        let is_grant = |index: usize| self.resolution.classes[index] == Class::Grant;
        let caps = counting
            .iter()
            .filter(|&index| !is_grant(index))
            .filter_map(|removal| {
                let mut after = counting.clone();
                after.keep(&self.graph.nodes[removal].future);
                let given_after = after.iter().filter(|&index| is_grant(index));
                let given_after = given_after.filter_map(|index| right_in(self.deed(index))).max();
                let right = right_in(self.deed(removal)).max(given_after)?;
                Some(Cap {
                    cutoff: cutoff_in(cut_in(self.deed(removal))?, log),
                    right,
                })
            });
        caps.collect()
    }

    /// Whether a coordinator brought this segment in by name.
    pub fn admitted(&self, segment: Hash) -> bool {
        self.admitted.contains(&segment)
    }

    /// Whether the circle was closed.
    pub fn is_closed(&self) -> bool {
        self.now.is_closed()
    }

    /// Everybody who decides on membership now and has a device to do it with, by id.
    pub fn coordinators(&self) -> Vec<MemberId> {
        let has_device =
            |person: &MemberId| self.active_devices().any(|(_, device)| device.person == *person);
        let people = self.now.people();
        let deciding = people
            .filter(|(_, right)| *right == Right::Coordinator)
            .map(|(person, _)| person);
        deciding.filter(has_device).collect()
    }

    /// Whether a person is out because they and another removed each other, unaware, and that other is
    /// out too: a third coordinator or the `kringsleutel` decides. Once one of them is back, that was
    /// decided.
    pub fn is_suspended(&self, person: MemberId) -> bool {
        if self.right_of(person).is_some() {
            return false;
        }
        let counting_on = |person: MemberId| self.counting_of(self.graph.on_person.get(&person));
        let remover = |index: usize| match self.resolution.classes[index] {
            Class::Removal { by, .. } => by.map(|actor| actor.person),
            Class::Grant => None,
        };
        self.graph.latest(counting_on(person)).into_iter().any(|removal| {
            let other = remover(removal).filter(|other| self.right_of(*other).is_none());
            let answers = other.map(counting_on).unwrap_or_default();
            answers
                .iter()
                .any(|answer| remover(answer) == Some(person) && self.graph.concurrent(removal, answer))
        })
    }

    fn counting_of(&self, subject: Option<&OperationSet>) -> OperationSet {
        let mut counting = subject.cloned().unwrap_or_default();
        counting.keep(&self.resolution.counting);
        counting
    }

    fn deed(&self, index: usize) -> &Deed {
        &self.graph.nodes[index].operation.deed
    }
}

fn with_reason(hashes: Vec<Hash>, reason: Reason) -> impl Iterator<Item = SetAside> {
    hashes.into_iter().map(move |hash| SetAside {
        hash,
        reason: reason.clone(),
    })
}

/// The operations that can be read and are signed by their author, and the others.
fn read_and_verify(
    genesis: &Genesis,
    operations: &[SignedOperation],
) -> (BTreeMap<Hash, Operation>, Vec<SetAside>) {
    let circle = genesis.circle_id();
    let mut candidates = Vec::new();
    let mut reasons: BTreeMap<Hash, Reason> = BTreeMap::new();
    // A device's id follows from its key, so it does not matter who names that key.
    let mut keys: BTreeMap<DeviceId, DeviceKeys> =
        BTreeMap::from([(genesis.device.device_id(), genesis.device)]);
    for signed in operations {
        match signed.operation() {
            Ok(operation) if operation.circle != circle => {
                reasons.insert(
                    signed.hash(),
                    Reason::WrongCircle {
                        circle: operation.circle,
                    },
                );
            }
            Ok(operation) => {
                if let Deed::AddDevice { keys: added, .. } = &operation.deed {
                    keys.insert(added.device_id(), *added);
                }
                candidates.push((signed, operation));
            }
            Err(error) => {
                reasons.insert(signed.hash(), error.into());
            }
        }
    }
    let mut verified = BTreeMap::new();
    for (signed, operation) in candidates {
        let key = match operation.author {
            Author::Authority => Some(&genesis.authority),
            Author::Device(device) => keys.get(&device).map(|keys| &keys.sign),
        };
        match key.map(|key| signed.verify(key)) {
            Some(Ok(())) => {
                verified.insert(signed.hash(), operation);
            }
            Some(Err(_)) => {
                reasons.insert(signed.hash(), Reason::BadSignature);
            }
            None => {
                reasons.insert(signed.hash(), Reason::UnknownAuthor);
            }
        }
    }
    // The same bytes may have arrived with a wrong signature as well.
    reasons.retain(|hash, _| !verified.contains_key(hash));
    let set_aside = reasons
        .into_iter()
        .map(|(hash, reason)| SetAside { hash, reason })
        .collect();
    (verified, set_aside)
}

fn right_in(deed: &Deed) -> Option<Right> {
    match deed {
        Deed::AddPerson { right, .. } | Deed::SetRight { right, .. } => Some(*right),
        _ => None,
    }
}

fn cut_in(deed: &Deed) -> Option<&[Head]> {
    match deed {
        Deed::RemovePerson { cut, .. } | Deed::RemoveDevice { cut, .. } | Deed::SetRight { cut, .. } => {
            Some(cut)
        }
        _ => None,
    }
}

fn cutoff_in(cut: &[Head], log: LogId) -> Cutoff {
    cut.iter()
        .find(|head| head.log == log)
        .map_or(Cutoff::All, |head| Cutoff::After(*head))
}

fn strictest(cutoffs: impl Iterator<Item = Cutoff>) -> Cutoff {
    cutoffs.fold(Cutoff::None, |one, other| match (one, other) {
        (Cutoff::All, _) | (_, Cutoff::All) => Cutoff::All,
        (Cutoff::None, cutoff) | (cutoff, Cutoff::None) => cutoff,
        (Cutoff::After(one), Cutoff::After(other)) if (one.seq, one.hash) <= (other.seq, other.hash) => {
            Cutoff::After(one)
        }
        (Cutoff::After(_), later) => later,
    })
}
