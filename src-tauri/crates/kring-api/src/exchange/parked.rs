//! What is here without effect because a right was taken away: changes behind a cut-off, and what others
//! built on them. A coordinator may bring them in by name. What goes beyond any right its author ever
//! had is not among it.

use std::collections::{BTreeMap, BTreeSet};

use kring_domain::id::{DeviceId, Hash, RecordId};
use kring_store::table::document;
use kring_store::table::segment::{self, PartRow, SegmentRow, Standing};
use kring_sync::segment::{Header, Scope};
use kring_trust::membership::Membership;
use kring_trust::operation::Deed;
use schemars::JsonSchema;
use serde::Serialize;

use super::accept::is_only_cut_off;
use super::import::name_of;
use crate::error::{Refusal, Result};
use crate::workspace::{Done, Workspace};

/// One operation names at most this many segments, within its 64 KiB.
const SEGMENTS_PER_OPERATION: usize = 1_000;

/// A record with changes that have no effect.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Parked {
    /// The record.
    pub record: RecordId,
    /// Its kind.
    pub kind: &'static str,
    /// What lists call it; empty when nothing of it counts.
    pub title: String,
    /// Whose changes came behind a cut-off.
    pub by: Vec<String>,
    /// Whose changes build on them and wait for that.
    pub waiting_for: Vec<String>,
    /// How many changes there are of both.
    pub changes: u64,
    /// The segments to admit, so that all of it can count.
    pub segments: Vec<Hash>,
}

/// A segment that could be admitted.
struct Candidate {
    hash: Hash,
    header: Header,
}

impl Workspace {
    /// The records with parked changes, in order of title.
    pub(crate) fn parked(&self) -> Result<Vec<Parked>> {
        let membership = &self.core.circle()?.membership;
        let candidates = self.candidates(membership)?;
        let mut found: BTreeMap<RecordId, Parked> = BTreeMap::new();
        for candidate in &candidates {
            let by = name_of(self.db(), membership, candidate.header.device)?;
            for part in &candidate.header.parts {
                let mut parked = match found.remove(&part.record) {
                    Some(parked) => parked,
                    None => self.new_parked(part.record, part.kind.code())?,
                };
                add_name(&mut parked.by, &by);
                parked.changes += 1;
                found.insert(part.record, parked);
            }
        }
        for parked in found.values_mut() {
            for device in self.building_on(parked.record)? {
                add_name(&mut parked.waiting_for, &name_of(self.db(), membership, device)?);
                parked.changes += 1;
            }
            parked.segments = together(&candidates, parked.record);
        }
        let mut list: Vec<Parked> = found.into_values().collect();
        list.sort_by(|a, b| (&a.title, a.record).cmp(&(&b.title, b.record)));
        Ok(list)
    }

    fn new_parked(&self, record: RecordId, kind: &'static str) -> Result<Parked> {
        Ok(Parked {
            record,
            kind,
            title: document::get(self.db(), record)?
                .map(|row| row.title)
                .unwrap_or_default(),
            by: Vec::new(),
            waiting_for: Vec::new(),
            changes: 0,
            segments: Vec::new(),
        })
    }

    /// The segments that only a cut-off keeps from counting, in order of chain.
    fn candidates(&self, membership: &Membership) -> Result<Vec<Candidate>> {
        let mut candidates = Vec::new();
        for row in segment::standing(self.db(), Standing::Refused)? {
            let header = header(&row)?;
            let parts = segment::parts_of(self.db(), row.id)?;
            let bodies: Vec<Option<&[u8]>> = parts.iter().map(PartRow::bytes).collect();
            if header.scope == Scope::Circle && is_only_cut_off(membership, row.hash, &header, &bodies) {
                candidates.push(Candidate {
                    hash: row.hash,
                    header,
                });
            }
        }
        Ok(candidates)
    }

    /// The devices whose accepted changes of a record are in no document, once for each change.
    fn building_on(&self, record: RecordId) -> Result<Vec<DeviceId>> {
        let mut devices = Vec::new();
        for part in segment::waiting_parts(self.db(), record)? {
            devices.extend(segment::by_id(self.db(), part.segment)?.map(|row| row.device));
        }
        Ok(devices)
    }

    /// Brings segments in that a cut-off keeps from counting.
    pub(crate) fn admit(&mut self, segments: Vec<Hash>) -> Result<Done<u64>> {
        self.check_coordinator()?;
        let membership = &self.core.circle()?.membership;
        let known: BTreeSet<Hash> = self.candidates(membership)?.iter().map(|one| one.hash).collect();
        let wanted: BTreeSet<Hash> = segments.into_iter().collect();
        if wanted.is_empty() || !wanted.is_subset(&known) {
            return Err(Refusal::NotParked.into());
        }
        let wanted: Vec<Hash> = wanted.into_iter().collect();
        self.change_membership("admit_segments", |act| {
            for segments in wanted.chunks(SEGMENTS_PER_OPERATION) {
                act.add_operation(Deed::Admit {
                    segments: segments.to_vec(),
                })?;
            }
            Ok(wanted.len() as u64)
        })
    }
}

/// The candidates that touch a record, with those that their authors wrote before in the same places:
/// a segment counts only behind all earlier ones of its peer.
fn together(candidates: &[Candidate], record: RecordId) -> Vec<Hash> {
    let touches = |candidate: &Candidate| candidate.header.parts.iter().any(|part| part.record == record);
    let mut chosen: BTreeSet<Hash> = BTreeSet::new();
    let mut open: Vec<&Candidate> = candidates.iter().filter(|one| touches(one)).collect();
    while let Some(next) = open.pop() {
        if !chosen.insert(next.hash) {
            continue;
        }
        let is_before = |other: &&Candidate| {
            other.header.peer() == next.header.peer()
                && other.header.seq < next.header.seq
                && shares_record(&other.header, &next.header)
        };
        open.extend(candidates.iter().filter(is_before));
    }
    chosen.into_iter().collect()
}

fn shares_record(one: &Header, other: &Header) -> bool {
    let in_other = |record| other.parts.iter().any(|part| part.record == record);
    one.parts.iter().any(|part| in_other(part.record))
}

fn header(row: &SegmentRow) -> Result<Header> {
    Header::decode(&row.header).map_err(|_| Refusal::SegmentForm.into())
}

fn add_name(names: &mut Vec<String>, name: &str) {
    if !name.is_empty() && names.iter().all(|known| known != name) {
        names.push(name.to_owned());
    }
}
