//! Who did what in the circle, newest first and a page at a time, read from the log. Private records
//! are not in it, and neither is what was written: only which record, by whom and when.

use std::collections::BTreeSet;

use kring_domain::id::{DeviceId, Hash, MemberId, RecordId};
use kring_domain::kind::Kind;
use kring_domain::text::Value;
use kring_store::table::document;
use kring_store::table::segment::{self, Recent, SegmentRow, Standing};
use kring_sync::segment::{Header, PartHeader, Scope};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::history::{by, capital};
use super::title;
use crate::desk::Desk;
use crate::error::{ApiError, Refusal, Result};
use crate::workspace::Workspace;

/// How many changes one page holds.
const PAGE: usize = 50;
/// How many records of one change are named; an import of references may bring hundreds.
const NAMED: usize = 8;

/// Which changes to list.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ListChanges {
    /// Only those of this member.
    pub member: Option<MemberId>,
    /// Only those of records of this kind.
    pub kind: Option<String>,
    /// The last change of the page before; absent for the first page.
    pub after: Option<Hash>,
}

/// A page of changes.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ChangePage {
    /// The changes, newest first by the clocks of who made them.
    pub changes: Vec<ChangeView>,
    /// Whether there are older ones.
    pub more: bool,
}

/// What someone did at once.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ChangeView {
    /// The segment.
    pub segment: Hash,
    /// When, UTC milliseconds by the clock of who did it.
    pub at_ms: u64,
    /// Who; empty if they are not known here.
    pub by: String,
    /// Whether that was on this laptop.
    pub own: bool,
    /// Whether it counts; a change beyond its author's rights does not.
    pub counts: bool,
    /// The records it touched, the first few of them.
    pub records: Vec<ChangedRecord>,
    /// How many more it touched.
    pub others: usize,
}

/// A record that was touched.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ChangedRecord {
    /// The record.
    pub id: RecordId,
    /// Its kind.
    pub kind: &'static str,
    /// What lists call it now; empty for one that is not there any more.
    pub title: String,
    /// What was done, in words: "Thema gemaakt".
    pub what: String,
}

/// The changes of the circle.
pub fn list(desk: &mut Desk<'_>, input: ListChanges) -> Result<ChangePage> {
    let workspace = &*desk.workspace;
    let db = workspace.db();
    let kind = input
        .kind
        .map(|code| Kind::from_code(&code).ok_or_else(|| ApiError::Input(format!("no kind `{code}`"))))
        .transpose()?;
    let after = input.after.map(|hash| segment::by_hash(db, hash)).transpose()?;
    let wanted = Recent {
        scope: Scope::Circle.number(),
        devices: input.member.map(|member| devices_of(workspace, member)),
        kind,
        after: after.flatten().map(|row| (row.wall_ms, row.id)),
        most: PAGE + 1,
    };
    let mut rows = segment::recent(db, &wanted)?;
    let more = rows.len() > PAGE;
    rows.truncate(PAGE);
    let changes = rows
        .iter()
        .map(|row| view(workspace, row))
        .collect::<Result<_>>()?;
    Ok(ChangePage { changes, more })
}

fn devices_of(workspace: &Workspace, member: MemberId) -> BTreeSet<DeviceId> {
    let circle = workspace.circle().into_iter();
    circle
        .flat_map(|circle| circle.membership.now().devices())
        .filter(|(_, device)| device.person == member)
        .map(|(id, _)| id)
        .collect()
}

fn view(workspace: &Workspace, row: &SegmentRow) -> Result<ChangeView> {
    let header = Header::decode(&row.header).map_err(|_| Refusal::SegmentForm)?;
    let named = header.parts.iter().take(NAMED);
    Ok(ChangeView {
        segment: row.hash,
        at_ms: row.wall_ms,
        by: by(workspace, row.device)?,
        own: row.device == workspace.device(),
        counts: row.standing == Standing::Accepted,
        others: header.parts.len().saturating_sub(NAMED),
        records: named.map(|part| record(workspace, part)).collect::<Result<_>>()?,
    })
}

fn record(workspace: &Workspace, part: &PartHeader) -> Result<ChangedRecord> {
    let words = workspace.words();
    let title = match document::get(workspace.db(), part.record)? {
        Some(row) => title::of(workspace, part.record, row.kind, row.title)?,
        None => String::new(),
    };
    let deed = if part.from == part.to {
        "change-erased"
    } else if part.creation.is_some() {
        "change-made"
    } else {
        "change-changed"
    };
    let kind = words.say(&format!("kind-{}", part.kind));
    Ok(ChangedRecord {
        id: part.record,
        kind: part.kind.code(),
        title,
        what: capital(&words.say_with(deed, &[("kind", Value::from(kind))])),
    })
}
