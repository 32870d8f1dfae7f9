//! The rules of `kring_trust::membership` once more, written down as plainly as they are worded and
//! without regard for speed, against the resolver on random circles in random orders.

use std::collections::{BTreeMap, BTreeSet};

use kring_domain::id::{DeviceId, Hash, MemberId};
use kring_trust::genesis::Genesis;
use kring_trust::membership::Membership;
use kring_trust::operation::{Author, Deed, Operation, Right};

use crate::circle::{
    Circle, FOUNDER, add_device, add_person, genesis, person, remove_person, secret, set_right,
};

type Set = BTreeSet<Hash>;

/// Small, seeded and good enough: xorshift64 of Marsaglia.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit as u64) as usize
    }

    fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }
}

fn random_circle(dice: &mut Dice) -> Circle {
    let mut circle = Circle::with_coordinators(&[2, 3, 4]);
    circle.then(FOUNDER, add_device(5));
    let mut known = circle.heads();
    for _ in 0..4 + dice.below(9) {
        let number = 1 + dice.below(5) as u8;
        let target = 1 + dice.below(5) as u8;
        let right = [Right::Coordinator, Right::Secretary, Right::Reader][dice.below(3)];
        let device = secret(target).device_id();
        let deed = match dice.below(8) {
            0 | 1 => remove_person(target),
            2 | 3 => set_right(target, right),
            4 => Deed::RemoveDevice {
                device,
                cut: Vec::new(),
            },
            5 => add_device(target),
            6 => Deed::RotateKey {
                device: secret(number).device_id(),
                age: [dice.below(200) as u8; 32],
            },
            _ => add_person(target, right),
        };
        let mut heads: Vec<Hash> = (0..1 + dice.below(2))
            .map(|_| known[dice.below(known.len())])
            .collect();
        heads.sort_unstable();
        heads.dedup();
        let made = if dice.below(12) == 0 {
            circle.by_authority(&heads, deed)
        } else {
            circle.at(number, &heads, deed)
        };
        known.push(made);
    }
    circle
}

/// The rules over a map of operations.
struct Reference {
    genesis: Genesis,
    operations: BTreeMap<Hash, Operation>,
    past: BTreeMap<Hash, Set>,
    /// What counts within a set; the rules ask the same often.
    counting: BTreeMap<Set, Set>,
}

impl Reference {
    fn new(circle: &Circle) -> Self {
        let mut past: BTreeMap<Hash, Set> = BTreeMap::new();
        for signed in &circle.operations {
            let deps = signed.operation().unwrap().deps;
            let all = deps
                .iter()
                .flat_map(|dep| past[dep].iter().copied().chain([*dep]))
                .collect();
            past.insert(signed.hash(), all);
        }
        let operations = circle
            .operations
            .iter()
            .map(|op| (op.hash(), op.operation().unwrap()))
            .collect();
        Self {
            genesis: genesis(),
            operations,
            past,
            counting: BTreeMap::new(),
        }
    }

    /// The operations of a closed set that count.
    fn counting(&mut self, set: &Set) -> Set {
        if let Some(known) = self.counting.get(set) {
            return known.clone();
        }
        let mut ordered: Vec<Hash> = set.iter().copied().collect();
        ordered.sort_by_key(|hash| (self.past[hash].len(), *hash));
        let mut removals = Set::new();
        let mut is_removal = BTreeMap::new();
        for &hash in &ordered {
            let past = self.past[&hash].clone();
            let before = self.counting(&past);
            let removal = self.takes_away(hash, &before);
            is_removal.insert(hash, removal);
            if removal && self.allowed(hash, &before) {
                removals.insert(hash);
            }
        }
        let by_authority: Set = removals
            .iter()
            .copied()
            .filter(|hash| self.operations[hash].author == Author::Authority)
            .collect();
        let effective: Set = removals
            .iter()
            .copied()
            .filter(|&hash| {
                let past = self.past[&hash].clone();
                let before = self.counting(&past);
                !by_authority
                    .iter()
                    .any(|&other| self.disarms(other, hash, &before))
            })
            .collect();
        let mut counting = effective.clone();
        for &hash in ordered.iter().filter(|hash| !is_removal[hash]) {
            let before: Set = counting.intersection(&self.past[&hash]).copied().collect();
            if self.allowed(hash, &before)
                && !effective.iter().any(|&other| self.disarms(other, hash, &before))
            {
                counting.insert(hash);
            }
        }
        self.counting.insert(set.clone(), counting.clone());
        counting
    }

    fn takes_away(&self, hash: Hash, before: &Set) -> bool {
        match self.operations[&hash].deed {
            Deed::RemovePerson { .. } | Deed::RemoveDevice { .. } => true,
            Deed::SetRight { person, right, .. } => {
                self.right(person, before).is_some_and(|held| held > right)
            }
            _ => false,
        }
    }

    /// Those of the counting operations on one subject that no other of them builds on.
    fn latest(&self, counting: &Set, is_on_it: impl Fn(&Deed) -> bool) -> Vec<&Deed> {
        let on_it: Vec<Hash> = counting
            .iter()
            .copied()
            .filter(|hash| is_on_it(&self.operations[hash].deed))
            .collect();
        let is_latest = |hash: &&Hash| !on_it.iter().any(|other| self.past[other].contains(*hash));
        on_it
            .iter()
            .filter(is_latest)
            .map(|hash| &self.operations[hash].deed)
            .collect()
    }

    fn right(&self, wanted: MemberId, counting: &Set) -> Option<Right> {
        let latest = self.latest(counting, |deed| match deed {
            Deed::AddPerson { person, .. }
            | Deed::RemovePerson { person, .. }
            | Deed::SetRight { person, .. } => *person == wanted,
            _ => false,
        });
        if latest.is_empty() {
            return (wanted == self.genesis.founder).then_some(Right::Coordinator);
        }
        let rights = latest.iter().map(|deed| match deed {
            Deed::AddPerson { right, .. } | Deed::SetRight { right, .. } => Some(*right),
            _ => None,
        });
        rights.min().flatten()
    }

    /// In these circles nobody but its owner ever gets a device.
    fn owner(&self, wanted: DeviceId, counting: &Set) -> Option<MemberId> {
        if wanted == self.genesis.device.device_id() {
            return Some(self.genesis.founder);
        }
        counting
            .iter()
            .find_map(|hash| match &self.operations[hash].deed {
                Deed::AddDevice { person, keys, .. } if keys.device_id() == wanted => Some(*person),
                _ => None,
            })
    }

    fn acts_for(&self, wanted: DeviceId, counting: &Set) -> Option<MemberId> {
        let latest = self.latest(counting, |deed| match deed {
            Deed::AddDevice { keys, .. } => keys.device_id() == wanted,
            Deed::RemoveDevice { device, .. } => *device == wanted,
            _ => false,
        });
        let is_out = latest
            .iter()
            .any(|deed| matches!(deed, Deed::RemoveDevice { .. }));
        self.owner(wanted, counting).filter(|_| !is_out)
    }

    fn allowed(&self, hash: Hash, before: &Set) -> bool {
        let Operation { author, deed, .. } = &self.operations[&hash];
        if let Deed::AddPerson { person, .. } = deed
            && self.right(*person, before).is_some()
        {
            return false;
        }
        let Author::Device(device) = author else {
            return true;
        };
        let Some(right) = self
            .acts_for(*device, before)
            .and_then(|person| self.right(person, before))
        else {
            return false;
        };
        match deed {
            Deed::RotateKey { device: rotated, .. } => rotated == device,
            _ => right == Right::Coordinator || self.is_own_device(*device, deed, before),
        }
    }

    fn is_own_device(&self, author: DeviceId, deed: &Deed, before: &Set) -> bool {
        match deed {
            Deed::RotateKey { device, .. } => *device == author,
            Deed::RemoveDevice { device, .. } => {
                let owner = self.owner(*device, before);
                owner.is_some() && owner == self.owner(author, before)
            }
            _ => false,
        }
    }

    /// Whether a removal beside an operation takes away its author's right to it.
    fn disarms(&self, removal: Hash, hash: Hash, before: &Set) -> bool {
        let is_beside =
            removal != hash && !self.past[&hash].contains(&removal) && !self.past[&removal].contains(&hash);
        let Operation {
            author: Author::Device(device),
            deed,
            ..
        } = &self.operations[&hash]
        else {
            return false;
        };
        let owner = self.owner(*device, before);
        is_beside
            && match &self.operations[&removal].deed {
                Deed::RemoveDevice { device: removed, .. } => removed == device,
                Deed::RemovePerson { person, .. } => owner == Some(*person),
                Deed::SetRight { person, right, .. } => {
                    owner == Some(*person)
                        && *right != Right::Coordinator
                        && !self.is_own_device(*device, deed, before)
                }
                _ => false,
            }
    }
}

#[test]
fn the_resolver_follows_its_rules() {
    let mut with_effect = 0;
    let mut without_effect = 0;
    for seed in 1..=150 {
        let circle = random_circle(&mut Dice(seed * 0x9e37_79b9));
        let membership = circle.membership();
        let mut reference = Reference::new(&circle);
        let all: Set = reference.operations.keys().copied().collect();
        let counting = reference.counting(&all);
        let idle: Set = membership.without_effect().collect();
        let expected: Set = all.difference(&counting).copied().collect();
        assert_eq!(idle, expected, "seed {seed}");
        for number in 1..=5 {
            let right = reference.right(person(number), &counting);
            assert_eq!(
                membership.right_of(person(number)),
                right,
                "person {number}, seed {seed}"
            );
        }
        with_effect += counting.len();
        without_effect += idle.len();
    }
    assert!(
        with_effect > 300 && without_effect > 300,
        "both happen: {with_effect} and {without_effect}"
    );
}

#[test]
fn no_order_of_arrival_plays_a_part() {
    for seed in 1..=100 {
        let dice = &mut Dice(seed * 0x517c_c1b7);
        let circle = random_circle(dice);
        let expected = circle.membership();
        let mut operations = circle.operations.clone();
        for _ in 0..4 {
            dice.shuffle(&mut operations);
            operations.push(operations[0].clone());
            let membership = Membership::resolve(&genesis(), &operations);
            assert_eq!(membership.now(), expected.now(), "seed {seed}");
            assert_eq!(membership.heads(), expected.heads(), "seed {seed}");
            assert!(
                membership.without_effect().eq(expected.without_effect()),
                "seed {seed}"
            );
        }
    }
}

#[test]
fn a_removal_that_counts_never_stops_counting_but_by_the_kringsleutel() {
    for seed in 1..=100 {
        let circle = random_circle(&mut Dice(seed * 0x2545_f491));
        let mut removed: Set = Set::new();
        for length in 1..=circle.operations.len() {
            let known = &circle.operations[..length];
            let Author::Device(_) = known[length - 1].operation().unwrap().author else {
                removed.clear();
                continue;
            };
            let idle: Set = Membership::resolve(&genesis(), known).without_effect().collect();
            assert!(removed.is_disjoint(&idle), "seed {seed}");
            removed.extend(
                known
                    .iter()
                    .filter(|signed| !idle.contains(&signed.hash()))
                    .filter_map(|signed| {
                        let is_removal = matches!(
                            signed.operation().unwrap().deed,
                            Deed::RemovePerson { .. } | Deed::RemoveDevice { .. }
                        );
                        is_removal.then(|| signed.hash())
                    }),
            );
        }
    }
}

#[test]
fn thousands_of_operations_are_weighed() {
    let mut circle = Circle::with_coordinators(&[2, 3]);
    let mut heads = circle.heads();
    while circle.operations.len() < 3_000 {
        let number = [FOUNDER, 2, 3][circle.operations.len() % 3];
        let deed = match circle.operations.len() % 10 {
            0 => remove_person(9),
            5 => add_person(9, Right::Member),
            _ => Deed::RotateKey {
                device: secret(number).device_id(),
                age: [1; 32],
            },
        };
        let made = circle.at(number, &heads, deed);
        // Every fourth is made beside the next.
        heads = if circle.operations.len().is_multiple_of(4) {
            heads
        } else {
            vec![made]
        };
    }
    let membership = circle.membership();
    assert!(membership.set_aside().is_empty());
    assert_eq!(membership.active_devices().count(), 3);
}
