//! The operations as a graph: who builds on whom, in one canonical order. It weighs nothing.

use std::collections::{BTreeMap, BTreeSet};

use kring_domain::id::{DeviceId, Hash, MemberId};

use crate::genesis::Genesis;
use crate::operation::{Deed, Operation};

/// A set of operations, by index: one bit each, so that all questions about thousands of them are
/// asked 64 at a time.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct OperationSet(Vec<u64>);

impl OperationSet {
    pub(super) fn contains(&self, index: usize) -> bool {
        self.0
            .get(index / 64)
            .is_some_and(|word| word >> (index % 64) & 1 == 1)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn insert(&mut self, index: usize) {
        if self.0.len() <= index / 64 {
            self.0.resize(index / 64 + 1, 0);
        }
        self.0[index / 64] |= 1 << (index % 64);
    }

    pub(super) fn remove(&mut self, index: usize) {
        if let Some(word) = self.0.get_mut(index / 64) {
            *word &= !(1 << (index % 64));
        }
        self.trim();
    }

    /// Takes in what the other set has.
    pub(super) fn add_all(&mut self, other: &Self) {
        if self.0.len() < other.0.len() {
            self.0.resize(other.0.len(), 0);
        }
        for (word, more) in self.0.iter_mut().zip(&other.0) {
            *word |= more;
        }
    }

    /// Leaves what the other set has too.
    pub(super) fn keep(&mut self, other: &Self) {
        self.0.truncate(other.0.len());
        for (word, kept) in self.0.iter_mut().zip(&other.0) {
            *word &= kept;
        }
        self.trim();
    }

    /// Leaves what the other set has not.
    pub(super) fn remove_all(&mut self, other: &Self) {
        for (word, less) in self.0.iter_mut().zip(&other.0) {
            *word &= !less;
        }
        self.trim();
    }

    /// Takes the highest index out.
    pub(super) fn pop_last(&mut self) -> Option<usize> {
        let bit = self.0.last()?.checked_ilog2()? as usize;
        let last = (self.0.len() - 1) * 64 + bit;
        self.remove(last);
        Some(last)
    }

    /// The last word is never zero, so that equal sets have equal words.
    fn trim(&mut self) {
        while self.0.last() == Some(&0) {
            self.0.pop();
        }
    }

    /// Ascending.
    pub(super) fn iter(&self) -> impl Iterator<Item = usize> {
        self.0.iter().enumerate().flat_map(|(place, &word)| {
            let mut left = word;
            std::iter::from_fn(move || {
                let bit = left.trailing_zeros();
                left &= left.checked_sub(1)?;
                Some(place * 64 + bit as usize)
            })
        })
    }
}

impl FromIterator<usize> for OperationSet {
    fn from_iter<I: IntoIterator<Item = usize>>(indices: I) -> Self {
        let mut set = Self::default();
        indices.into_iter().for_each(|index| set.insert(index));
        set
    }
}

/// One operation, with all it builds on and all that builds on it, directly or not.
#[derive(Debug, Clone)]
pub(super) struct Node {
    pub(super) hash: Hash,
    pub(super) operation: Operation,
    pub(super) past: OperationSet,
    pub(super) future: OperationSet,
}

/// All operations whose past is complete. An index is a place in canonical order: what an operation
/// builds on comes before it, ties go by hash. Which of two operations comes first never depends on
/// the others.
#[derive(Debug, Clone)]
pub(super) struct Graph {
    pub(super) genesis: Genesis,
    pub(super) nodes: Vec<Node>,
    index: BTreeMap<Hash, usize>,
    /// What touches a person's right: `AddPerson`, `RemovePerson`, `SetRight`.
    pub(super) on_person: BTreeMap<MemberId, OperationSet>,
    /// What adds or removes a device.
    pub(super) on_device: BTreeMap<DeviceId, OperationSet>,
    /// What sets a device's age key: `AddDevice`, `RotateKey`.
    pub(super) on_age_key: BTreeMap<DeviceId, OperationSet>,
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
        let mut surplus = Vec::new();
        while let Some(hash) = ready.pop_first() {
            match operations.remove(&hash) {
                Some(operation) if graph.nodes.len() < limit => graph.push(hash, operation),
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

    fn push(&mut self, hash: Hash, operation: Operation) {
        let at = self.nodes.len();
        let mut past = OperationSet::default();
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
                self.on_person.entry(*person).or_default().insert(at);
            }
            Deed::AddDevice { keys, .. } => {
                self.on_device.entry(keys.device_id()).or_default().insert(at);
                self.on_age_key.entry(keys.device_id()).or_default().insert(at);
            }
            Deed::RemoveDevice { device, .. } => self.on_device.entry(*device).or_default().insert(at),
            Deed::RotateKey { device, .. } => self.on_age_key.entry(*device).or_default().insert(at),
            Deed::Admit { .. } | Deed::CloseCircle | Deed::Unknown { .. } => {}
        }
        for before in past.iter() {
            self.nodes[before].future.insert(at);
        }
        self.index.insert(hash, at);
        self.nodes.push(Node {
            hash,
            operation,
            past,
            future: OperationSet::default(),
        });
    }

    /// Every operation.
    pub(super) fn all(&self) -> OperationSet {
        (0..self.nodes.len()).collect()
    }

    /// The operations with these hashes and all they build on, if all are known.
    pub(super) fn up_to(&self, heads: &[Hash]) -> Option<OperationSet> {
        let mut set = OperationSet::default();
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
        one != other && !self.nodes[one].past.contains(other) && !self.nodes[one].future.contains(other)
    }

    /// Those of a set that no other of them builds on, last first.
    pub(super) fn latest(&self, mut set: OperationSet) -> Vec<usize> {
        let mut latest = Vec::new();
        while let Some(index) = set.pop_last() {
            set.remove_all(&self.nodes[index].past);
            latest.push(index);
        }
        latest
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operation::Author;
    use crate::signature::DeviceKeys;

    #[test]
    fn what_finds_no_place_is_left_over_with_all_that_builds_on_it() {
        let genesis = Genesis::new(
            [0; 32],
            [0; 16],
            DeviceKeys {
                sign: [0; 32],
                age: [0; 32],
            },
            [0; 32],
            true,
        );
        let operation = |deps: &[u8]| Operation {
            circle: genesis.circle_id(),
            deps: deps.iter().map(|&dep| Hash([dep; 32])).collect(),
            author: Author::Authority,
            wall_ms: 0,
            deed: Deed::CloseCircle,
        };
        let chain = [
            (1, vec![]),
            (2, vec![1]),
            (3, vec![2]),
            (4, vec![3]),
            (6, vec![5]),
            (7, vec![6]),
        ];
        let operations = chain
            .iter()
            .map(|(hash, deps)| (Hash([*hash; 32]), operation(deps)))
            .collect();
        let (graph, left_over) = Graph::new(genesis.clone(), operations, 2);
        assert_eq!(graph.heads(), [Hash([2; 32])]);
        assert_eq!(left_over.surplus, [Hash([3; 32]), Hash([4; 32])]);
        assert_eq!(left_over.incomplete, [Hash([6; 32]), Hash([7; 32])]);
    }

    #[test]
    fn a_set_of_operations_is_a_set_of_numbers() {
        let numbers = [0, 3, 63, 64, 130];
        let set: OperationSet = numbers.into_iter().collect();
        assert!(set.iter().eq(numbers));
        assert!(set.contains(64) && !set.contains(65) && !set.contains(9999));

        let mut kept = set.clone();
        kept.keep(&[3, 64, 200].into_iter().collect());
        assert!(kept.iter().eq([3, 64]));
        kept.add_all(&[500].into_iter().collect());
        kept.remove_all(&[64].into_iter().collect());
        assert_eq!(
            (kept.pop_last(), kept.pop_last(), kept.pop_last()),
            (Some(500), Some(3), None)
        );
    }
}
