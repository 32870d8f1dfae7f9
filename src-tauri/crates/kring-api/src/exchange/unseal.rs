//! Opening sealed parts: everybody by the keys that a closing published, and before that only the
//! devices the key is wrapped for. What is read before shows in no view, on no laptop.

use std::collections::BTreeSet;

use kring_domain::id::{RecordId, SealKey};
use kring_domain::round::Closing;
use kring_store::table::segment::{self, PartRow};
use kring_store::table::{self, document, sealed, touch};
use kring_store::{Connection, noun};
use kring_sync::engine::{Applied, Change, Document, live};
use kring_sync::sealed::Sealed;
use kring_sync::segment::{Header, PartHeader};
use kring_trust::seal;
use serde_json::Value;

use crate::error::{Refusal, Result};
use crate::workspace::Workspace;

/// Opens the parts whose key is published. Answers their records, which are to be merged now.
pub fn open(db: &Connection) -> Result<BTreeSet<RecordId>> {
    let mut opened = BTreeSet::new();
    if sealed::count_closed(db)? == 0 {
        return Ok(opened);
    }
    let closings: Vec<(RecordId, Closing)> = noun::all(db)?;
    for (record, key) in closings.iter().flat_map(|(_, closing)| &closing.keys) {
        for row in sealed::closed(db, *record)? {
            if let Some(body) = body_of(db, &row, |field| field.fits(key).then_some(*key))? {
                sealed::set_opened(db, row.id, &body)?;
                opened.insert(*record);
            }
        }
    }
    Ok(opened)
}

/// Closes what a closing had opened that is there no more, unless another one publishes the key too.
pub fn close(db: &Connection, gone: &Closing) -> Result<()> {
    let left: Vec<(RecordId, Closing)> = noun::all(db)?;
    for record in gone.keys.keys() {
        if left.iter().any(|(_, closing)| closing.keys.contains_key(record)) {
            continue;
        }
        let Some(row) = document::get(db, *record)? else {
            continue;
        };
        let parts = segment::applied_parts(db, *record, 0)?;
        segment::set_unapplied(db, &parts.iter().map(|part| part.id).collect::<Vec<_>>())?;
        sealed::close(db, *record)?;
        table::take_away(db, row.kind, *record)?;
        document::take_away(db, *record)?;
        touch::take_away(db, *record)?;
    }
    Ok(())
}

/// The body of a sealed part, under the key that `key` finds for it.
fn body_of(
    db: &Connection,
    row: &PartRow,
    key: impl FnOnce(&Sealed) -> Option<SealKey>,
) -> Result<Option<Vec<u8>>> {
    let Some((part, field)) = sealed_part(db, row)? else {
        return Ok(None);
    };
    let opened = key(&field)
        .zip(row.bytes())
        .and_then(|(key, body)| seal::open(&key, part.record, part.kind, body));
    Ok(opened)
}

fn sealed_part(db: &Connection, row: &PartRow) -> Result<Option<(PartHeader, Sealed)>> {
    let segment = segment::by_id(db, row.segment)?.ok_or(Refusal::SegmentForm)?;
    let header = Header::decode(&segment.header).map_err(|_| Refusal::SegmentForm)?;
    let part = header.parts.into_iter().find(|part| part.record == row.record);
    Ok(part.and_then(|part| {
        let field = Sealed::decode(part.sealed.as_ref()?)?;
        Some((part, field))
    }))
}

impl Workspace {
    /// The key of a sealed record, on the devices it is wrapped for: what a closing publishes.
    pub fn seal_key(&self, record: RecordId) -> Result<Option<SealKey>> {
        for row in sealed::closed(self.db(), record)? {
            if let Some((_, field)) = sealed_part(self.db(), &row)?
                && let Some(key) = field.unwrap(&self.core.identity.identities())
            {
                return Ok(Some(key));
            }
        }
        Ok(None)
    }

    /// What a sealed record says, on the devices its key is wrapped for.
    pub fn read_sealed(&self, record: RecordId) -> Result<Option<Value>> {
        let identities = self.core.identity.identities();
        for row in sealed::closed(self.db(), record)? {
            let Some(body) = body_of(self.db(), &row, |field| field.unwrap(&identities))? else {
                continue;
            };
            let change = Change {
                peer: row.peer,
                from: row.first,
                to: row.next,
                body,
            };
            let mut document = Document::new(0);
            if document.apply(&change) == Ok(Applied::Yes) {
                return Ok(Some(live(document.value())));
            }
        }
        Ok(None)
    }
}
