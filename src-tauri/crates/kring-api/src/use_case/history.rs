//! Who did what to a record, and when, read from the log. It costs what the record's own history is
//! long, whatever else the store holds.

use kring_domain::id::{DeviceId, Hash, RecordId};
use kring_domain::text::Value;
use kring_store::table::segment::{self, PartRow, SegmentRow, Standing};
use kring_sync::engine::{Document, Spot, TRASHED};
use schemars::JsonSchema;
use serde::Serialize;

use super::value::field_in_words;
use crate::desk::{ById, Desk};
use crate::error::Result;
use crate::exchange::import::name_of;
use crate::workspace::Workspace;
use crate::workspace::document::load;
use crate::workspace::project::Written;

/// One change of a record: a version of it, if it counts.
#[derive(Debug, Serialize, JsonSchema)]
pub struct HistoryEntry {
    /// The segment.
    pub segment: Hash,
    /// Who.
    pub by: String,
    /// Whether that was on this laptop.
    pub own: bool,
    /// On which device.
    pub device: DeviceId,
    /// When, UTC milliseconds by the clock of who did it.
    pub at_ms: u64,
    /// Whether this made the record.
    pub created: bool,
    /// The fields and blocks it touched.
    pub touched: Vec<String>,
    /// Whether it counts; a change beyond its author's rights does not.
    pub counts: bool,
    /// What was done, in a few words.
    pub what: String,
}

/// The changes of a record in order of arrival.
pub fn show(desk: &mut Desk<'_>, input: ById) -> Result<Vec<HistoryEntry>> {
    let workspace = &*desk.workspace;
    let document = load(workspace.db(), input.id, 0)?;
    let rows = segment::touching(workspace.db(), input.id)?;
    let entry = |(row, part): &(SegmentRow, PartRow)| entry(workspace, &document, row, part);
    rows.iter().map(entry).collect()
}

/// What one part did to the record whose document this is.
pub fn entry(
    workspace: &Workspace,
    document: &Document,
    row: &SegmentRow,
    part: &PartRow,
) -> Result<HistoryEntry> {
    let written = Written::of(row, part)?;
    let counts = part.applied && row.standing == Standing::Accepted;
    let touched = if counts {
        document.touched(written.peer, written.from, written.to)
    } else {
        Vec::new()
    };
    Ok(HistoryEntry {
        segment: row.hash,
        by: by(workspace, row.device)?,
        own: row.device == workspace.device(),
        device: row.device,
        at_ms: row.wall_ms,
        created: written.creation.is_some(),
        what: what(workspace, document, &written, &touched, counts),
        touched,
        counts,
    })
}

/// The name of whose device this is; empty while the store belongs to no circle.
pub fn by(workspace: &Workspace, device: DeviceId) -> Result<String> {
    let circle = workspace.circle();
    let name = circle.map(|circle| name_of(workspace.db(), &circle.membership, device));
    Ok(name.transpose()?.unwrap_or_default())
}

fn what(
    workspace: &Workspace,
    document: &Document,
    written: &Written,
    touched: &[String],
    counts: bool,
) -> String {
    let words = workspace.words();
    if !counts {
        return words.say("history-not-counted");
    }
    if written.creation.is_some() {
        return words.say("history-made");
    }
    if touched.iter().any(|key| key == TRASHED) {
        let then = document.value_at(written.peer, written.to);
        let is_trashed = then.is_some_and(|then| then.get(TRASHED) == Some(&true.into()));
        return words.say(if is_trashed {
            "history-trashed"
        } else {
            "history-untrashed"
        });
    }
    let mut fields: Vec<(&str, usize)> = Vec::new();
    for spot in touched.iter().map(|key| Spot::of(key)) {
        let within = usize::from(spot.within.is_some());
        match fields.iter_mut().find(|(field, _)| *field == spot.field) {
            Some((_, count)) => *count += within,
            None => fields.push((spot.field, within)),
        }
    }
    let field = |(field, count): (&str, usize)| {
        let field = field_in_words(words, field);
        match count {
            0 => field,
            count => words.say_with(
                "history-field",
                &[("field", Value::from(field)), ("count", Value::from(count))],
            ),
        }
    };
    let fields: Vec<String> = fields.into_iter().map(field).collect();
    capital(&words.say_with("history-changed", &[("fields", Value::from(fields.join(", ")))]))
}

/// A sentence with a capital at its beginning.
pub fn capital(sentence: &str) -> String {
    let mut letters = sentence.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}

/// The part of a record that a segment wrote, with its segment; nothing if it does not count.
pub fn version(
    workspace: &Workspace,
    record: RecordId,
    segment: Hash,
) -> Result<Option<(SegmentRow, PartRow)>> {
    let db = workspace.db();
    let Some(row) = segment::by_hash(db, segment)? else {
        return Ok(None);
    };
    let mut parts = segment::parts_of(db, row.id)?.into_iter();
    let part = parts.find(|part| part.record == record && part.applied);
    Ok(part
        .filter(|_| row.standing == Standing::Accepted)
        .map(|part| (row, part)))
}
