//! Undoing imports on this device alone: what they brought is set apart, chains step back to what was
//! there, and records are made anew. Other members keep theirs, and the same package can be taken
//! over again. It is no operation of the circle and writes no segment.

use std::collections::BTreeSet;

use kring_domain::id::{DeviceId, LogId, RecordId};
use kring_store::table::import::{self, ImportRow};
use kring_store::table::segment::{self, ChainHead, SegmentRow, Standing};
use kring_store::table::unseen;
use kring_store::{Connection, journal};
use kring_sync::segment::{Header, Scope, SegmentKind};
use serde_json::Value;

use super::judge::begin_anew;
use super::merge::merge;
use super::outgoing::{head, records};
use super::seen;
use crate::error::{Refusal, Result};
use crate::host::{Host, Progress};
use crate::use_case::exchange::under_way;
use crate::workspace::Workspace;
use crate::workspace::document::load;

impl Workspace {
    /// Undoes imports together, whole or not at all. Answers how many changes were set apart.
    pub fn undo_imports(&mut self, ids: &[i64], host: &mut dyn Host) -> Result<u64> {
        let now_ms = self.core.now_ms();
        let tx = self.store.begin()?;
        let membership = &self.core.circle()?.membership;
        let mut imports = Vec::with_capacity(ids.len());
        let mut brought = Vec::new();
        for id in ids {
            let row = import::get(&tx, *id)?.filter(|row| !row.undone);
            let row = row.ok_or(Refusal::NothingToUndo)?;
            brought.extend(brought_by(&tx, &row)?);
            import::set_undone(&tx, *id)?;
            imports.push(row);
        }
        if brought.is_empty() {
            return Err(Refusal::NothingToUndo.into());
        }
        if let Some(refusal) = stands_in_the_way(&tx, self.core.identity.device, &imports, &brought)? {
            return Err(refusal.into());
        }
        let chains: BTreeSet<LogId> = brought.iter().map(|row| row.log).collect();
        for row in &brought {
            segment::set_standing(&tx, row.id, Standing::Undone)?;
        }
        let mut lost = records(&brought)?;
        for log in chains {
            lost.extend(records(&step_back(&tx, log)?)?);
        }
        let touched = begin_anew(&tx, lost)?;
        merge(&tx, membership, &touched, |done, total| {
            under_way(
                host,
                Progress {
                    step: "progress-merge",
                    done,
                    total,
                },
            )
        })?;
        for record in records(&brought)? {
            unseen::remove(&tx, record)?;
        }
        tx.commit().map_err(kring_store::error::StoreError::Sqlite)?;
        self.core.documents.clear();
        self.drop_unnamed()?;
        for row in imports {
            let about = format!("{} {}", row.device, row.counter);
            journal::add(self.folder(), now_ms, journal::Event::UndoImport, &about)?;
        }
        Ok(brought.len() as u64)
    }
}

/// How an import can be undone.
pub fn refusal(db: &Connection, device: DeviceId, row: &ImportRow) -> Result<Option<Refusal>> {
    let brought = brought_by(db, row)?;
    if row.undone || brought.is_empty() {
        return Ok(Some(Refusal::NothingToUndo));
    }
    stands_in_the_way(db, device, std::slice::from_ref(row), &brought)
}

/// The segments that an import brought and that are not set apart already. Branches of a fork stay so:
/// they are the proof of it.
fn brought_by(db: &Connection, row: &ImportRow) -> Result<Vec<SegmentRow>> {
    let mut rows = Vec::new();
    for id in import::segments(db, row.id)? {
        let row = segment::by_id(db, id)?;
        rows.extend(row.filter(|row| !matches!(row.standing, Standing::Apart | Standing::Undone)));
    }
    Ok(rows)
}

/// Why imports cannot be undone: something was erased by them, or this device built on what they brought.
fn stands_in_the_way(
    db: &Connection,
    device: DeviceId,
    imports: &[ImportRow],
    brought: &[SegmentRow],
) -> Result<Option<Refusal>> {
    for row in brought {
        if decoded(row)?.kind != SegmentKind::Edit {
            return Ok(Some(Refusal::ErasureStays));
        }
    }
    let since = imports.iter().map(|row| row.last_segment).min().unwrap_or(0);
    let own: Vec<SegmentRow> = segment::of_device_after(db, device, since)?
        .into_iter()
        .filter(|own| brought.iter().all(|row| row.id != own.id))
        .collect();
    if own.is_empty() {
        return Ok(None);
    }
    let touched = records(brought)?;
    for changed in records(&own)? {
        if touched.contains(&changed) || refers_to(db, changed, &touched)? {
            return Ok(Some(Refusal::BuiltUpon));
        }
    }
    Ok(None)
}

/// Whether a record names one of these, in whatever field: as a value or as a key.
fn refers_to(db: &Connection, record: RecordId, others: &BTreeSet<RecordId>) -> Result<bool> {
    fn names(value: &Value, others: &BTreeSet<RecordId>) -> bool {
        let is_one = |text: &str| text.parse().is_ok_and(|id: RecordId| others.contains(&id));
        match value {
            Value::String(text) => is_one(text),
            Value::Array(items) => items.iter().any(|item| names(item, others)),
            Value::Object(fields) => fields
                .iter()
                .any(|(key, item)| is_one(key) || names(item, others)),
            _ => false,
        }
    }
    Ok(names(&load(db, record, 0)?.value(), others))
}

fn decoded(row: &SegmentRow) -> Result<Header> {
    Header::decode(&row.header).map_err(|_| Refusal::SegmentForm.into())
}

/// Puts the head of a chain back to the end of its gap-free beginning. Answers what lies behind, which waits.
fn step_back(db: &Connection, log: LogId) -> Result<Vec<SegmentRow>> {
    let Some(before) = segment::head(db, log)? else {
        return Ok(Vec::new());
    };
    let mut kept = segment::after(db, log, 0, before.seq)?;
    let whole = (1..).zip(&kept).take_while(|(seq, row)| row.seq == *seq).count();
    let behind = kept.split_off(whole);
    for row in &behind {
        segment::set_standing(db, row.id, Standing::Waiting)?;
    }
    let now = kept.last().map(|row| ChainHead {
        log,
        seq: row.seq,
        hash: row.hash,
    });
    match (now, kept.last()) {
        (Some(now), Some(last)) => segment::set_head(db, &now, last.device, Scope::Circle.number())?,
        _ => segment::remove_head(db, log)?,
    }
    seen::step_back(db, log, now.map(head))?;
    Ok(behind)
}
