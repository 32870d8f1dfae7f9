//! Which operations count, as a pure function of the graph. It reads no state off them itself.
//!
//! A *removal* takes something away: `RemovePerson`, `RemoveDevice`, and a `SetRight` that lowers.
//! Everything else is a *grant*. For a set of operations closed under "builds on":
//!
//! 1. A removal counts if its author was allowed it by what it builds on, resolved alone. Whatever
//!    else happens beside it changes nothing about that, so removals need no fixed point and two
//!    coordinators who remove each other are both out.
//!    One exception, so that a fight can be ended: a removal does not count beside a removal of its
//!    author by the `kringsleutel`.
//! 2. A grant counts if the counting operations of its past allow it, and no counting removal beside
//!    it takes away its author's right to do it.
//!
//! Rule 1 looks only backwards and rule 2 only at rule 1 and backwards: one pass in canonical order
//! decides every operation, and no order of arrival plays a part.

use kring_domain::id::{DeviceId, MemberId};

use super::graph::{Graph, OperationSet};
use super::state::State;
use crate::operation::{Author, Deed, Right};

/// What rule 1 found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    Grant,
    Removal {
        /// Whether the past of this operation, alone, allows it.
        allowed: bool,
        /// Whose removal it is; none for the `kringsleutel`.
        by: Option<MemberId>,
        /// Whether a reader could do it too, about their own device.
        own_affair: bool,
    },
}

/// The outcome: what every operation is, and which ones count.
#[derive(Debug, Clone)]
pub(super) struct Resolution {
    pub(super) classes: Vec<Class>,
    pub(super) counting: OperationSet,
}

pub(super) fn resolve(graph: &Graph) -> Resolution {
    let mut rules = Rules {
        graph,
        classes: Vec::with_capacity(graph.nodes.len()),
        removals: Vec::new(),
    };
    for index in 0..graph.nodes.len() {
        let class = rules.classify(index);
        if matches!(class, Class::Removal { allowed: true, .. }) {
            rules.removals.push(index);
        }
        rules.classes.push(class);
    }
    let everything = graph.all();
    let mut verdicts = Verdicts::new(graph.nodes.len());
    let mut counting = OperationSet::default();
    for index in 0..graph.nodes.len() {
        if rules.judge(index, &everything, &mut verdicts) {
            counting.insert(index);
        }
    }
    Resolution {
        classes: rules.classes,
        counting,
    }
}

/// What was decided within one set of operations.
struct Verdicts(Vec<Option<bool>>);

impl Verdicts {
    fn new(count: usize) -> Self {
        Self(vec![None; count])
    }

    fn counts(&self, index: usize) -> bool {
        self.0[index] == Some(true)
    }
}

struct Rules<'g> {
    graph: &'g Graph,
    classes: Vec<Class>,
    /// Removals that rule 1 allows, its exception aside; ascending.
    removals: Vec<usize>,
}

impl Rules<'_> {
    /// Applies rule 1 to one operation; all before it are classified.
    fn classify(&self, index: usize) -> Class {
        let operation = &self.graph.nodes[index].operation;
        if !matches!(
            operation.deed,
            Deed::RemovePerson { .. } | Deed::RemoveDevice { .. } | Deed::SetRight { .. }
        ) {
            return Class::Grant;
        }
        let past = &self.graph.nodes[index].past;
        let verdicts = self.judge_relevant(index, past);
        let state = State {
            graph: self.graph,
            counts: |at| past.contains(at) && verdicts.counts(at),
        };
        if let Deed::SetRight { person, right, .. } = operation.deed
            && state.right_of(person).is_none_or(|held| held <= right)
        {
            return Class::Grant;
        }
        let allowed = state.allows(operation.author, &operation.deed);
        match operation.author {
            Author::Authority => Class::Removal {
                allowed,
                by: None,
                own_affair: false,
            },
            Author::Device(device) => {
                let by = state.owner_of(device);
                let own_affair =
                    by.is_some_and(|person| state.is_own_affair(device, person, &operation.deed));
                Class::Removal {
                    allowed,
                    by,
                    own_affair,
                }
            }
        }
    }

    /// Decides, within the past of one operation, all that bears on who may do it.
    fn judge_relevant(&self, index: usize, past: &OperationSet) -> Verdicts {
        let mut verdicts = Verdicts::new(index);
        let mut relevant = OperationSet::default();
        let mut unexplored = vec![index];
        while let Some(next) = unexplored.pop() {
            for before in self.bearing_on(next) {
                if self.graph.nodes[next].past.contains(before) && !relevant.contains(before) {
                    relevant.insert(before);
                    unexplored.push(before);
                }
            }
        }
        for before in (0..index).filter(|&before| relevant.contains(before)) {
            self.judge(before, past, &mut verdicts);
        }
        verdicts
    }

    /// The operations on the author's device, the people it may belong to, and the deed's own subject.
    fn bearing_on(&self, index: usize) -> Vec<usize> {
        let graph = self.graph;
        let operation = &graph.nodes[index].operation;
        let mut people = Vec::new();
        let mut devices = Vec::new();
        if let Author::Device(device) = operation.author {
            people.extend(self.possible_owners(device));
            devices.push(device);
        }
        match &operation.deed {
            Deed::AddPerson { person, .. } | Deed::SetRight { person, .. } => people.push(*person),
            Deed::AddDevice { keys, .. } => devices.push(keys.device_id()),
            Deed::RemoveDevice { device, .. } => devices.push(*device),
            _ => {}
        }
        let on_people = people.iter().filter_map(|person| graph.on_person.get(person));
        let on_devices = devices.iter().filter_map(|device| graph.on_device.get(device));
        on_people.chain(on_devices).flatten().copied().collect()
    }

    fn possible_owners(&self, device: DeviceId) -> Vec<MemberId> {
        let adding = self.graph.on_device.get(&device).into_iter().flatten();
        let added_to = adding.filter_map(|&index| match self.graph.nodes[index].operation.deed {
            Deed::AddDevice { person, .. } => Some(person),
            _ => None,
        });
        let founder = (device == self.graph.genesis.device.device_id()).then_some(self.graph.genesis.founder);
        added_to.chain(founder).collect()
    }

    /// Decides one operation within a closed set; all in its past that bear on it are decided.
    fn judge(&self, index: usize, within: &OperationSet, verdicts: &mut Verdicts) -> bool {
        let verdict = match self.classes[index] {
            Class::Removal { .. } => self.removal_counts(index, within),
            Class::Grant => self.grant_counts(index, within, verdicts),
        };
        verdicts.0[index] = Some(verdict);
        verdict
    }

    fn removal_counts(&self, index: usize, within: &OperationSet) -> bool {
        let Class::Removal {
            allowed: true,
            by,
            own_affair,
        } = self.classes[index]
        else {
            return false;
        };
        let (Author::Device(device), Some(person)) = (self.graph.nodes[index].operation.author, by) else {
            return true;
        };
        !self.removals.iter().any(|&removal| {
            self.graph.nodes[removal].operation.author == Author::Authority
                && within.contains(removal)
                && self.graph.concurrent(removal, index)
                && self.disarms(removal, device, person, own_affair)
        })
    }

    fn grant_counts(&self, index: usize, within: &OperationSet, verdicts: &Verdicts) -> bool {
        let node = &self.graph.nodes[index];
        let operation = &node.operation;
        let state = State {
            graph: self.graph,
            counts: |at| node.past.contains(at) && verdicts.counts(at),
        };
        if !state.allows(operation.author, &operation.deed) {
            return false;
        }
        let Author::Device(device) = operation.author else {
            return true;
        };
        let Some(person) = state.owner_of(device) else {
            return false;
        };
        let own_affair = state.is_own_affair(device, person, &operation.deed);
        !self.removals.iter().any(|&removal| {
            within.contains(removal)
                && self.graph.concurrent(removal, index)
                && self.disarms(removal, device, person, own_affair)
                && self.removal_counts(removal, within)
        })
    }

    /// Whether a removal takes away what this device of this person needed to act.
    fn disarms(&self, removal: usize, device: DeviceId, person: MemberId, own_affair: bool) -> bool {
        match &self.graph.nodes[removal].operation.deed {
            Deed::RemoveDevice { device: removed, .. } => *removed == device,
            Deed::RemovePerson { person: removed, .. } => *removed == person,
            Deed::SetRight {
                person: lowered,
                right,
                ..
            } => *lowered == person && !own_affair && *right < Right::Coordinator,
            _ => false,
        }
    }
}
