//! Who brought what in an import: for the report, and for what is new to the member.

use std::collections::{BTreeMap, BTreeSet};

use kring_domain::id::{DeviceId, MemberId, RecordId};
use kring_store::Connection;
use kring_store::table::document;
use kring_sync::segment::Header;
use kring_trust::membership::Membership;

use super::import::name_of;
use super::report::BroughtBy;
use crate::error::Result;
use crate::use_case::unseen;

/// The records that accepted segments of a package touched, with the device that did and when.
#[derive(Default)]
pub struct Brought(BTreeMap<(RecordId, DeviceId), u64>);

impl Brought {
    /// Notes what an accepted segment touched.
    pub fn note(&mut self, header: &Header) {
        for part in &header.parts {
            let at = self.0.entry((part.record, header.device)).or_default();
            *at = header.wall_ms.max(*at);
        }
    }

    /// Adds what came after.
    pub fn and(&mut self, later: Self) {
        for (touched, at_ms) in later.0 {
            let at = self.0.entry(touched).or_default();
            *at = at_ms.max(*at);
        }
    }

    /// What others did to records that are merged now; own work from another laptop is not news.
    pub fn of_others(mut self, membership: &Membership, own: DeviceId, merged: &[RecordId]) -> Self {
        let person = membership.person_of(own);
        let merged: BTreeSet<RecordId> = merged.iter().copied().collect();
        self.0.retain(|(record, device), _| {
            let is_own = *device == own || (person.is_some() && membership.person_of(*device) == person);
            merged.contains(record) && !is_own
        });
        self
    }

    /// Notes each record as new to the member, under who touched it last by their own clock.
    pub fn mark_unseen(&self, db: &Connection, now_ms: u64) -> Result<()> {
        let mut last: BTreeMap<RecordId, (u64, DeviceId)> = BTreeMap::new();
        for ((record, device), at_ms) in &self.0 {
            let latest = last.entry(*record).or_insert((*at_ms, *device));
            *latest = (*at_ms, *device).max(*latest);
        }
        for (record, (_, device)) in last {
            unseen::note(db, record, device, now_ms)?;
        }
        Ok(())
    }

    /// How many records of each kind each person touched.
    pub fn by_person(&self, db: &Connection, membership: &Membership) -> Result<Vec<BroughtBy>> {
        type Counts = BTreeMap<&'static str, BTreeSet<RecordId>>;
        let mut people: BTreeMap<(String, Option<MemberId>), Counts> = BTreeMap::new();
        for (record, device) in self.0.keys() {
            let Some(row) = document::get(db, *record)? else {
                continue;
            };
            let person = (name_of(db, membership, *device)?, membership.person_of(*device));
            let of_kind = people.entry(person).or_default().entry(row.kind.code());
            of_kind.or_default().insert(*record);
        }
        let brought = |((name, _), counts): ((String, _), Counts)| BroughtBy {
            name,
            counts: counts
                .into_iter()
                .map(|(kind, records)| (kind, records.len() as u64))
                .collect(),
        };
        Ok(people.into_iter().map(brought).collect())
    }
}
