//! From accepted segments to documents and view: every record they touch, in whatever order its parts
//! came. Parts that build on others that are not here wait in the log and are tried again.

use std::collections::BTreeSet;

use kring_domain::id::RecordId;
use kring_store::Connection;
use kring_store::table::segment::{self, PartRow};
use kring_store::table::{self, document};
use kring_sync::engine::{Applied, Change, Document, EngineError};
use kring_trust::membership::Membership;

use super::accept::is_sound;
use super::unseal;
use crate::error::Result;
use crate::workspace::document::load;
use crate::workspace::project::{Headers, Written, project, snapshot_if_long};

/// What became of the records that an import touched.
#[derive(Debug, Default)]
pub struct Merged {
    /// Records that changed.
    pub changed: Vec<RecordId>,
    /// Parts that wait for others.
    pub waiting: u64,
    /// Parts that the engine could not read; they stay without effect.
    pub unreadable: u64,
}

/// Applies the waiting parts of these records and writes their view.
pub fn merge(
    db: &Connection,
    membership: &Membership,
    records: &BTreeSet<RecordId>,
    mut progress: impl FnMut(u64, u64) -> Result<()>,
) -> Result<Merged> {
    let mut merged = Merged::default();
    let mut headers = Headers::default();
    for (done, record) in records.iter().enumerate() {
        merge_record(db, membership, *record, &mut headers, &mut merged)?;
        progress(done as u64 + 1, records.len() as u64)?;
    }
    // What a closing published among them opens what was sealed.
    for record in unseal::open(db)? {
        merge_record(db, membership, record, &mut headers, &mut merged)?;
    }
    Ok(merged)
}

fn merge_record(
    db: &Connection,
    membership: &Membership,
    record: RecordId,
    headers: &mut Headers,
    merged: &mut Merged,
) -> Result<()> {
    let rows = segment::waiting_parts(db, record)?;
    if rows.is_empty() {
        return Ok(());
    }
    let mut parts: Vec<(PartRow, Written)> = Vec::with_capacity(rows.len());
    for row in rows {
        let written = headers.written(db, &row)?;
        parts.push((row, written));
    }
    // Kind, owner and scope come from the part that created the record; without it nothing applies.
    let known = document::get(db, record)?;
    let kind = known.as_ref().map(|row| row.kind).or_else(|| {
        parts
            .iter()
            .find(|(_, w)| w.creation.is_some())
            .map(|(_, w)| w.kind)
    });
    let Some(kind) = kind else {
        merged.waiting += parts.len() as u64;
        return Ok(());
    };
    if kind.is_write_once() {
        return merge_write_once(db, membership, record, parts, merged);
    }
    parts.retain(|(_, written)| written.kind == kind);
    let mut document = load(db, record, 0)?;
    let unreadable = apply_all(db, record, &mut document, &parts)?;
    let applied: Vec<&(PartRow, Written)> = parts
        .iter()
        .filter(|(row, written)| !unreadable.contains(&row.id) && document.has(written.peer, written.to))
        .collect();
    merged.unreadable += unreadable.len() as u64;
    merged.waiting += (parts.len() - applied.len() - unreadable.len()) as u64;
    if applied.is_empty() {
        return Ok(());
    }
    segment::set_applied(db, &applied.iter().map(|(row, _)| row.id).collect::<Vec<_>>())?;
    // A part that waited may lie before a snapshot that was taken without it.
    if let Some(first) = applied.iter().map(|(row, _)| row.id).min() {
        document::drop_snapshot_from(db, record, first)?;
    }
    let written: Vec<Written> = applied.iter().map(|(_, written)| written.clone()).collect();
    project(db, Some(membership), record, &document, &written)?;
    if applied.len() == parts.len() {
        snapshot_if_long(db, record, &document)?;
    }
    merged.changed.push(record);
    Ok(())
}

/// Offers every part to the document; answers the rows of those that the engine cannot read.
fn apply_all(
    db: &Connection,
    record: RecordId,
    document: &mut Document,
    parts: &[(PartRow, Written)],
) -> Result<BTreeSet<i64>> {
    let mut unreadable = BTreeSet::new();
    let mut at = 0;
    while let Some((row, written)) = parts.get(at) {
        at += 1;
        if unreadable.contains(&row.id) || document.has(written.peer, written.to) {
            continue;
        }
        match document.apply(&change(row, written)) {
            Ok(_) => {}
            // The document never saw it.
            Err(EngineError::Span | EngineError::Unsound) => {
                unreadable.insert(row.id);
            }
            Err(error) => {
                // A document that refused something is not used any further.
                unreadable.insert(row.id);
                *document = load(db, record, 0)?;
                at = 0;
                debug_assert!(error != EngineError::Write, "applying writes nothing of its own");
            }
        }
    }
    Ok(unreadable)
}

fn change(row: &PartRow, written: &Written) -> Change {
    let body = row
        .body
        .as_ref()
        .map(|(_, body)| body.clone())
        .unwrap_or_default();
    Change {
        peer: written.peer,
        from: written.from,
        to: written.to,
        body,
    }
}

/// A write-once record is exactly one part, and sound by itself. Should a device have created it twice,
/// the one with the least segment hash counts on every laptop.
fn merge_write_once(
    db: &Connection,
    membership: &Membership,
    record: RecordId,
    parts: Vec<(PartRow, Written)>,
    merged: &mut Merged,
) -> Result<()> {
    let known = document::get(db, record)?;
    let mut best: Option<(PartRow, Written, Document)> = None;
    for (row, written) in parts
        .into_iter()
        .filter(|(_, written)| written.creation.is_some())
    {
        let mut document = Document::new(0);
        let is_read = document.apply(&change(&row, &written)) == Ok(Applied::Yes);
        if !is_read || !is_sound(membership.person_of(written.device), written.kind, &document) {
            merged.unreadable += 1;
        } else if best
            .as_ref()
            .is_none_or(|(_, best, _)| written.segment < best.segment)
        {
            best = Some((row, written, document));
        }
    }
    let Some((row, written, document)) = best else {
        return Ok(());
    };
    if known
        .as_ref()
        .is_some_and(|known| known.created_in <= written.segment)
    {
        return Ok(());
    }
    if let Some(known) = known {
        table::take_away(db, known.kind, record)?;
        document::take_away(db, record)?;
        let earlier: Vec<i64> = segment::applied_parts(db, record, 0)?
            .iter()
            .map(|part| part.id)
            .collect();
        segment::set_unapplied(db, &earlier)?;
    }
    segment::set_applied(db, &[row.id])?;
    project(db, Some(membership), record, &document, &[written])?;
    merged.changed.push(record);
    Ok(())
}
