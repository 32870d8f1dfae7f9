//! From a document of the merge engine to the rows of the view: one function for own saves, imports
//! and rebuilding, so that the three cannot differ.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use kring_domain::attachment::{Attachment, FIELD};
use kring_domain::id::{DeviceId, Hash, RecordId};
use kring_domain::kind::Kind;
use kring_domain::review::Review;
use kring_store::Connection;
use kring_store::noun;
use kring_store::table::attached::{self, AttachedRow};
use kring_store::table::document::{self, DocumentRow};
use kring_store::table::segment::{self, PartRow, SegmentRow};
use kring_store::{dump, table};
use kring_sync::engine::{Document, Shape, TRASHED, live};
use kring_sync::segment::{Creation, Header, Scope};
use kring_trust::hash::sha256;
use kring_trust::membership::Membership;
use serde_json::Value;

use super::document::{PARTS_PER_SNAPSHOT, load};
use super::touch;
use crate::error::{Refusal, Result};

/// A part that is in a record's document, with what its segment says of it.
#[derive(Debug, Clone)]
pub struct Written {
    pub segment: Hash,
    pub device: DeviceId,
    pub wall_ms: u64,
    pub scope: Scope,
    pub kind: Kind,
    pub peer: u64,
    pub from: u32,
    pub to: u32,
    pub creation: Option<Creation>,
}

/// Headers of segments, each read once: one segment often carries many records.
#[derive(Default)]
pub struct Headers(BTreeMap<i64, (Hash, Header)>);

impl Headers {
    /// The hash and header of the segment in this row.
    pub fn get(&mut self, db: &Connection, segment: i64) -> Result<&(Hash, Header)> {
        match self.0.entry(segment) {
            Entry::Occupied(known) => Ok(known.into_mut()),
            Entry::Vacant(unknown) => {
                let row = segment::by_id(db, segment)?.ok_or(Refusal::SegmentForm)?;
                let header = Header::decode(&row.header).map_err(|_| Refusal::SegmentForm)?;
                Ok(unknown.insert((row.hash, header)))
            }
        }
    }

    /// What the segment of a part says of it.
    pub fn written(&mut self, db: &Connection, part: &PartRow) -> Result<Written> {
        let (hash, header) = self.get(db, part.segment)?;
        Written::in_header(*hash, header, part.record).ok_or(Refusal::SegmentForm.into())
    }
}

impl Written {
    /// The part in these rows.
    pub fn of(segment: &SegmentRow, part: &PartRow) -> Result<Self> {
        let header = Header::decode(&segment.header).map_err(|_| Refusal::SegmentForm)?;
        Self::in_header(segment.hash, &header, part.record).ok_or(Refusal::SegmentForm.into())
    }

    /// The part about a record in a header.
    pub fn in_header(segment: Hash, header: &Header, record: RecordId) -> Option<Self> {
        let part = header.parts.iter().find(|part| part.record == record)?;
        Some(Self {
            segment,
            device: header.device,
            wall_ms: header.wall_ms,
            scope: header.scope,
            kind: part.kind,
            peer: header.peer(),
            from: part.from,
            to: part.to,
            creation: part.creation,
        })
    }
}

/// Writes everything the view shows of a record whose document now holds the new parts.
pub fn project(
    db: &Connection,
    membership: Option<&Membership>,
    record: RecordId,
    document: &Document,
    new: &[Written],
) -> Result<()> {
    let Some(mut row) = row(db, record, new)? else {
        return Ok(());
    };
    let value = document.value();
    row.hash = sha256(&[value.to_string().as_bytes()]);
    row.trashed = value.get(TRASHED) == Some(&Value::Bool(true));
    attached::replace(db, record, &attached_in(record, &value))?;
    let fields = live(value);
    let title = if row.trashed {
        table::take_away(db, row.kind, record)?;
        table::title(row.kind, fields)
    } else {
        table::project(db, row.kind, record, fields)?
    };
    row.readable = title.is_some();
    row.title = title.unwrap_or_default();
    document::put(db, &row)?;
    for part in new.iter().filter(|part| part.creation.is_none()) {
        touch::note(db, membership, record, document, part)?;
    }
    if row.kind == Kind::Review
        && let Some(review) = noun::get::<Review>(db, record)?
    {
        touch::weigh_again(db, membership, review.subject, &review.key)?;
    }
    Ok(())
}

/// The attachments in a record's canonical value. One that was taken away still stands there as a key.
fn attached_in(record: RecordId, value: &Value) -> Vec<AttachedRow> {
    let entries = value.get(FIELD).and_then(Value::as_object);
    let row = |(key, value): (&String, &Value)| {
        let attachment: Option<Attachment> = serde_json::from_value(value.clone()).ok();
        let live = attachment.is_some();
        let Attachment { name, bytes } = attachment.unwrap_or_default();
        Some(AttachedRow {
            record,
            hash: key.parse().ok()?,
            name,
            bytes,
            live,
        })
    };
    entries.into_iter().flatten().filter_map(row).collect()
}

/// The record's row with what the new parts say of it; none while nothing here created it.
fn row(db: &Connection, record: RecordId, new: &[Written]) -> Result<Option<DocumentRow>> {
    let mut row = document::get(db, record)?;
    for part in new {
        let created = part.creation.map(|creation| DocumentRow {
            record,
            kind: part.kind,
            scope: part.scope.number(),
            owner: creation.owner,
            created_by: part.device,
            created_ms: part.wall_ms,
            created_in: part.segment,
            changed_by: part.device,
            changed_ms: part.wall_ms,
            trashed: false,
            readable: true,
            title: String::new(),
            hash: Hash::ZERO,
        });
        // Should a device have created it twice, the segment of least hash says by whom and when.
        row = match (row, created) {
            (None, created) => created,
            (Some(row), Some(created)) if created.created_in < row.created_in => Some(DocumentRow {
                changed_by: row.changed_by,
                changed_ms: row.changed_ms,
                ..created
            }),
            (Some(row), _) => Some(row),
        };
    }
    for part in new {
        if let Some(row) = &mut row
            && (part.wall_ms, part.device) > (row.changed_ms, row.changed_by)
        {
            (row.changed_ms, row.changed_by) = (part.wall_ms, part.device);
        }
    }
    Ok(row)
}

/// Which fields of a kind merge as texts, lists and maps.
pub fn shape_of(kind: Kind) -> Shape {
    let (texts, lists, maps) = table::shape(kind);
    Shape { texts, lists, maps }
}

/// Stores a snapshot of a record that gathered many parts since its last one.
pub fn snapshot_if_long(db: &Connection, record: RecordId, document: &Document) -> Result<()> {
    let (parts, last) = document::parts_since_snapshot(db, record)?;
    if parts >= PARTS_PER_SNAPSHOT {
        document::set_snapshot(db, record, last, &document.snapshot()?)?;
    }
    Ok(())
}

/// Makes the view anew from the log, in a transaction of the caller.
pub fn rebuild(
    db: &Connection,
    membership: Option<&Membership>,
    mut progress: impl FnMut(u64, u64),
) -> Result<()> {
    kring_store::store::empty_view(db)?;
    let records = segment::records(db)?;
    let mut headers = Headers::default();
    for (done, record) in records.iter().enumerate() {
        let document = load(db, *record, 0)?;
        let mut written = Vec::new();
        for part in segment::applied_parts(db, *record, 0)? {
            written.push(headers.written(db, &part)?);
        }
        project(db, membership, *record, &document, &written)?;
        progress(done as u64 + 1, records.len() as u64);
    }
    Ok(())
}

/// Whether a rebuilt view equals the stored one; the database is left as it was by the caller.
pub fn differs_when_rebuilt(
    db: &Connection,
    membership: Option<&Membership>,
    progress: impl FnMut(u64, u64),
) -> Result<bool> {
    let stored = dump::everything(db)?;
    rebuild(db, membership, progress)?;
    Ok(stored != dump::everything(db)?)
}
