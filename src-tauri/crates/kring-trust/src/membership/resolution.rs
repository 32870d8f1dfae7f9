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

use std::collections::BTreeSet;

use kring_domain::id::{DeviceId, MemberId};

use super::graph::{Graph, OperationSet};
use super::state::State;
use crate::operation::{Author, Deed, Operation, Right};

/// Who acts, with what they need for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Actor {
    device: DeviceId,
    pub(super) person: MemberId,
    /// Whether any right will do: it is about the author's own device.
    own_affair: bool,
}

/// What rule 1 found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    Grant,
    Removal {
        /// Whether the past of this operation, alone, allows it.
        allowed: bool,
        /// Who removes; none for the `kringsleutel`.
        by: Option<Actor>,
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
        classes: Vec::new(),
        removals: OperationSet::default(),
        by_authority: OperationSet::default(),
        verdicts: vec![None; graph.nodes.len()],
    };
    for index in 0..graph.nodes.len() {
        let class = rules.classify(index);
        if matches!(class, Class::Removal { allowed: true, .. }) {
            rules.removals.insert(index);
            if graph.nodes[index].operation.author == Author::Authority {
                rules.by_authority.insert(index);
            }
        }
        rules.classes.push(class);
    }
    let everything = graph.all();
    let counting = rules.judge(&everything, &everything);
    Resolution {
        classes: rules.classes,
        counting,
    }
}

struct Rules<'g> {
    graph: &'g Graph,
    classes: Vec<Class>,
    /// Removals that rule 1 allows, its exception aside.
    removals: OperationSet,
    /// Those of them by the `kringsleutel`.
    by_authority: OperationSet,
    /// The last verdict on each operation, good for every set in which the same decides on it.
    verdicts: Vec<Option<Verdict>>,
}

#[derive(Clone)]
struct Verdict {
    deciding: OperationSet,
    counts: bool,
}

impl Rules<'_> {
    /// Applies rule 1 to one operation; all before it are classified.
    fn classify(&mut self, index: usize) -> Class {
        let graph = self.graph;
        let operation = &graph.nodes[index].operation;
        if !matches!(
            operation.deed,
            Deed::RemovePerson { .. } | Deed::RemoveDevice { .. } | Deed::SetRight { .. }
        ) {
            return Class::Grant;
        }
        let past = &self.graph.nodes[index].past;
        let counting = self.judge(&self.relevant_to(index), past);
        let state = State {
            graph: self.graph,
            counting: &counting,
            within: past,
        };
        if let Deed::SetRight { person, right, .. } = operation.deed
            && state.right_of(person).is_none_or(|held| held <= right)
        {
            return Class::Grant;
        }
        let actor = actor(&state, operation);
        Class::Removal {
            allowed: state.allows(operation.author, &operation.deed),
            by: actor,
        }
    }

    /// What must be decided within the past of an operation to know whether it is allowed.
    fn relevant_to(&self, index: usize) -> OperationSet {
        let within = &self.graph.nodes[index].past;
        let mut relevant = OperationSet::default();
        let mut unexplored: OperationSet = [index].into_iter().collect();
        while let Some(next) = unexplored.pop_last() {
            let mut bearing = self.bearing_on(next);
            bearing.keep(&self.graph.nodes[next].past);
            bearing.remove_all(&relevant);
            relevant.add_all(&bearing);
            let is_undecided = |&before: &usize| {
                self.known_verdict(before, &self.deciding(before, within))
                    .is_none()
            };
            unexplored.add_all(&bearing.iter().filter(is_undecided).collect());
        }
        relevant
    }

    /// The operations on the author's device, the people it may belong to, and the deed's own subject.
    fn bearing_on(&self, index: usize) -> OperationSet {
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
        let mut bearing = OperationSet::default();
        on_people
            .chain(on_devices)
            .for_each(|operations| bearing.add_all(operations));
        bearing
    }

    fn possible_owners(&self, device: DeviceId) -> BTreeSet<MemberId> {
        let graph = self.graph;
        let adding = graph
            .on_device
            .get(&device)
            .into_iter()
            .flat_map(OperationSet::iter);
        let added_to = adding.filter_map(|index| match graph.nodes[index].operation.deed {
            Deed::AddDevice { person, .. } => Some(person),
            _ => None,
        });
        let founder = (device == graph.genesis.device.device_id()).then_some(graph.genesis.founder);
        added_to.chain(founder).collect()
    }

    /// Which of these operations count within a closed set; what bears on them is among them, or was
    /// decided before.
    fn judge(&mut self, operations: &OperationSet, within: &OperationSet) -> OperationSet {
        let mut counting = OperationSet::default();
        for index in operations.iter() {
            let deciding = self.deciding(index, within);
            let counts = self
                .known_verdict(index, &deciding)
                .unwrap_or_else(|| match self.classes[index] {
                    Class::Removal { .. } => self.removal_counts(index, within),
                    Class::Grant => self.grant_counts(index, within, &counting),
                });
            if counts {
                counting.insert(index);
            }
            self.verdicts[index] = Some(Verdict { deciding, counts });
        }
        counting
    }

    /// What may make an operation's verdict differ from one set to another: the removals beside it, and
    /// all later ones by the `kringsleutel`, since those may undo the former. All that it builds on is
    /// in every set that it is in.
    fn deciding(&self, index: usize, within: &OperationSet) -> OperationSet {
        let mut deciding = self.by_authority.clone();
        deciding.keep(&self.graph.nodes[index].future);
        deciding.keep(within);
        deciding.add_all(&self.beside(index, within));
        deciding
    }

    /// The removals in a set that neither build on an operation nor are built on by it.
    fn beside(&self, index: usize, within: &OperationSet) -> OperationSet {
        let node = &self.graph.nodes[index];
        let mut beside = self.removals.clone();
        beside.keep(within);
        beside.remove_all(&node.past);
        beside.remove_all(&node.future);
        beside.remove(index);
        beside
    }

    fn known_verdict(&self, index: usize, deciding: &OperationSet) -> Option<bool> {
        self.verdicts[index]
            .as_ref()
            .filter(|verdict| verdict.deciding == *deciding)
            .map(|verdict| verdict.counts)
    }

    fn removal_counts(&self, index: usize, within: &OperationSet) -> bool {
        let Class::Removal { allowed: true, by } = self.classes[index] else {
            return false;
        };
        by.is_none_or(|actor| {
            let mut by_authority = self.disarming(index, actor, within);
            by_authority.keep(&self.by_authority);
            by_authority.is_empty()
        })
    }

    fn grant_counts(&self, index: usize, within: &OperationSet, counting: &OperationSet) -> bool {
        let node = &self.graph.nodes[index];
        let state = State {
            graph: self.graph,
            counting,
            within: &node.past,
        };
        if !state.allows(node.operation.author, &node.operation.deed) {
            return false;
        }
        actor(&state, &node.operation).is_none_or(|actor| {
            let disarming = self.disarming(index, actor, within);
            !disarming
                .iter()
                .any(|removal| self.removal_counts(removal, within))
        })
    }

    /// The removals beside an operation that take away what its author needed for it.
    fn disarming(&self, index: usize, actor: Actor, within: &OperationSet) -> OperationSet {
        let mut subject = self
            .graph
            .on_device
            .get(&actor.device)
            .cloned()
            .unwrap_or_default();
        if let Some(on_person) = self.graph.on_person.get(&actor.person) {
            subject.add_all(on_person);
        }
        subject.keep(&self.beside(index, within));
        let takes_it_away = |&removal: &usize| match self.graph.nodes[removal].operation.deed {
            // To act on one's own device any right will do.
            Deed::SetRight { right, .. } => !actor.own_affair && right < Right::Coordinator,
            _ => true,
        };
        subject.iter().filter(takes_it_away).collect()
    }
}

/// Who acts here; none for the `kringsleutel` and for devices that nobody has.
fn actor(state: &State<'_>, operation: &Operation) -> Option<Actor> {
    let Author::Device(device) = operation.author else {
        return None;
    };
    let person = state.owner_of(device)?;
    Some(Actor {
        device,
        person,
        own_affair: state.is_own_affair(device, person, &operation.deed),
    })
}
