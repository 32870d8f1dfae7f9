//! The operations as a graph: who builds on whom, in one canonical order. It weighs nothing.

use std::collections::{BTreeMap, BTreeSet};

use kring_domain::id::{DeviceId, Hash, MemberId};

use crate::genesis::Genesis;
use crate::operation::{Deed, Operation};

/// A set of operations, by index: one bit each.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct OperationSet(Vec<u64>);

impl OperationSet {
    /// An empty set with room for this many operations.
    fn with_room(count: usize) -> Self {
        Self(vec![0; count.div_ceil(64)])
    }

    pub(super) fn contains(&self, index: usize) -> bool {
        self.0
            .get(index / 64)
            .is_some_and(|word| word >> (index % 64) & 1 == 1)
    }

    pub(super) fn insert(&mut self, index: usize) {
        if self.0.len() <= index / 64 {
            self.0.resize(index / 64 + 1, 0);
        }
        self.0[index / 64] |= 1 << (index % 64);
    }

    fn add_all(&mut self, other: &Self) {
        for (word, more) in self.0.iter_mut().zip(&other.0) {
            *word |= more;
        }
    }
}

/// One operation and everything it builds on, directly or not.
#[derive(Debug, Clone)]
pub(super) struct Node {
    pub(super) hash: Hash,
    pub(super) operation: Operation,
    pub(super) past: OperationSet,
}

/// All operations whose past is complete. An index is a place in canonical order: what an operation
/// builds on comes before it, ties go by hash. Which of two operations comes first never depends on
/// the others.
#[derive(Debug, Clone)]
pub(super) struct Graph {
    pub(super) genesis: Genesis,
    pub(super) nodes: Vec<Node>,
    index: BTreeMap<Hash, usize>,
    /// Who touches a person's right: `AddPerson`, `RemovePerson`, `SetRight`; ascending.
    pub(super) on_person: BTreeMap<MemberId, Vec<usize>>,
    /// Who adds or removes a device; ascending.
    pub(super) on_device: BTreeMap<DeviceId, Vec<usize>>,
    /// Who sets a device's age key: `AddDevice`, `RotateKey`; ascending.
    pub(super) on_age_key: BTreeMap<DeviceId, Vec<usize>>,
}

/// The operations that found no place in a graph.
pub(super) struct LeftOver {
    /// One that they build on, directly or not, is missing.
    pub(super) incomplete: Vec<Hash>,
    /// The graph was full.
    pub(super) surplus: Vec<Hash>,
}

impl Graph {
    /// The graph of the first `limit` of these operations, and those left over.
    pub(super) fn new(
        genesis: Genesis,
        mut operations: BTreeMap<Hash, Operation>,
        limit: usize,
    ) -> (Self, LeftOver) {
        let mut graph = Self {
            genesis,
            nodes: Vec::with_capacity(operations.len()),
            index: BTreeMap::new(),
            on_person: BTreeMap::new(),
            on_device: BTreeMap::new(),
            on_age_key: BTreeMap::new(),
        };
        let mut waiting_for: BTreeMap<Hash, usize> = BTreeMap::new();
        let mut builders: BTreeMap<Hash, Vec<Hash>> = BTreeMap::new();
        let mut ready = BTreeSet::new();
        for (&hash, operation) in &operations {
            if operation.deps.is_empty() {
                ready.insert(hash);
            }
            waiting_for.insert(hash, operation.deps.len());
            for &dependency in &operation.deps {
                builders.entry(dependency).or_default().push(hash);
            }
        }
        let room = operations.len().min(limit);
        let mut surplus = Vec::new();
        while let Some(hash) = ready.pop_first() {
            match operations.remove(&hash) {
                Some(operation) if graph.nodes.len() < limit => graph.push(hash, operation, room),
                _ => surplus.push(hash),
            }
            for builder in builders.remove(&hash).unwrap_or_default() {
                if let Some(count) = waiting_for.get_mut(&builder) {
                    *count -= 1;
                    if *count == 0 {
                        ready.insert(builder);
                    }
                }
            }
        }
        (
            graph,
            LeftOver {
                incomplete: operations.into_keys().collect(),
                surplus,
            },
        )
    }

    fn push(&mut self, hash: Hash, operation: Operation, room: usize) {
        let at = self.nodes.len();
        let mut past = OperationSet::with_room(room);
        for dependency in operation
            .deps
            .iter()
            .filter_map(|dependency| self.index.get(dependency))
        {
            past.add_all(&self.nodes[*dependency].past);
            past.insert(*dependency);
        }
        match &operation.deed {
            Deed::AddPerson { person, .. }
            | Deed::RemovePerson { person, .. }
            | Deed::SetRight { person, .. } => {
                self.on_person.entry(*person).or_default().push(at);
            }
            Deed::AddDevice { keys, .. } => {
                self.on_device.entry(keys.device_id()).or_default().push(at);
                self.on_age_key.entry(keys.device_id()).or_default().push(at);
            }
            Deed::RemoveDevice { device, .. } => self.on_device.entry(*device).or_default().push(at),
            Deed::RotateKey { device, .. } => self.on_age_key.entry(*device).or_default().push(at),
            Deed::Admit { .. } | Deed::CloseCircle | Deed::Unknown { .. } => {}
        }
        self.index.insert(hash, at);
        self.nodes.push(Node {
            hash,
            operation,
            past,
        });
    }

    /// Every operation.
    pub(super) fn all(&self) -> OperationSet {
        let mut all = OperationSet::with_room(self.nodes.len());
        (0..self.nodes.len()).for_each(|index| all.insert(index));
        all
    }

    /// The operations with these hashes and all they build on, if all are known.
    pub(super) fn up_to(&self, heads: &[Hash]) -> Option<OperationSet> {
        let mut set = OperationSet::with_room(self.nodes.len());
        for head in heads {
            let &index = self.index.get(head)?;
            set.add_all(&self.nodes[index].past);
            set.insert(index);
        }
        Some(set)
    }

    /// The operations that no other builds on, sorted by hash.
    pub(super) fn heads(&self) -> Vec<Hash> {
        let mut heads: BTreeSet<Hash> = self.index.keys().copied().collect();
        for dependency in self.nodes.iter().flat_map(|node| &node.operation.deps) {
            heads.remove(dependency);
        }
        heads.into_iter().collect()
    }

    /// Whether neither of two operations builds on the other.
    pub(super) fn concurrent(&self, one: usize, other: usize) -> bool {
        one != other && !self.nodes[one].past.contains(other) && !self.nodes[other].past.contains(one)
    }

    /// Of these ascending operations, as far as they count, the ones that no other of them builds on.
    pub(super) fn latest(
        &self,
        ascending: Option<&Vec<usize>>,
        counts: impl Fn(usize) -> bool,
    ) -> Vec<usize> {
        let mut latest: Vec<usize> = Vec::new();
        for &index in ascending
            .into_iter()
            .flatten()
            .rev()
            .filter(|&&index| counts(index))
        {
            if !latest.iter().any(|&later| self.nodes[later].past.contains(index)) {
                latest.push(index);
            }
        }
        latest
    }
}
