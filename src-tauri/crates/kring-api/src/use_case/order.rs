//! The canonical order of segments: topological over the chains and what each had seen, ties by
//! hash. Wall clocks have no say. Read only where two records ask for the same number.

use std::collections::BTreeMap;

use kring_domain::id::{Hash, RecordId};
use kring_store::Connection;
use kring_store::table::{document, segment};
use kring_sync::segment::{Header, Scope};

use crate::error::{Refusal, Result};

/// How deep each segment lies: one more than the deepest that it follows or had seen.
pub fn places(db: &Connection) -> Result<BTreeMap<Hash, u64>> {
    let mut parents: BTreeMap<Hash, Vec<Hash>> = BTreeMap::new();
    for row in segment::all_in_scope(db, Scope::Circle.number())? {
        let header = Header::decode(&row.header).map_err(|_| Refusal::SegmentForm)?;
        let seen = header.seen.iter().map(|head| head.hash);
        parents.insert(row.hash, seen.chain([header.prev]).collect());
    }
    let mut depths: BTreeMap<Hash, u64> = BTreeMap::new();
    for start in parents.keys() {
        let mut stack = vec![*start];
        while let Some(hash) = stack.last().copied() {
            let known = parents
                .get(&hash)
                .into_iter()
                .flatten()
                .filter(|parent| parents.contains_key(parent));
            let open: Vec<Hash> = known
                .clone()
                .filter(|parent| !depths.contains_key(parent) && !stack.contains(parent))
                .copied()
                .collect();
            if depths.contains_key(&hash) || open.is_empty() {
                let deepest = known
                    .filter_map(|parent| depths.get(parent))
                    .max()
                    .copied()
                    .unwrap_or(0);
                depths.entry(hash).or_insert(deepest + 1);
                stack.pop();
            } else {
                stack.extend(open);
            }
        }
    }
    Ok(depths)
}

/// Where the segment that created a record stands in the canonical order.
pub fn place_of(db: &Connection, places: &BTreeMap<Hash, u64>, record: RecordId) -> (u64, Hash) {
    let created = document::get(db, record)
        .ok()
        .flatten()
        .map_or(Hash::ZERO, |row| row.created_in);
    (places.get(&created).copied().unwrap_or(u64::MAX), created)
}
