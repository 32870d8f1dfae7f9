//! What others changed and this member has not looked at since. Only this device knows; nobody else is
//! told what was read.

use kring_domain::id::{DeviceId, RecordId};
use kring_domain::kind::Kind;
use kring_domain::meeting::AgendaItem;
use kring_domain::round::{Position, Round};
use kring_domain::statement::{Evidence, Statement, StatementVersion};
use kring_store::table::{document, unseen};
use kring_store::{Connection, noun};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::store::Deed;
use super::title;
use crate::desk::{Desk, Nothing};
use crate::error::Result;
use crate::exchange::import::name_of;
use crate::workspace::Workspace;

/// Something new.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Unseen {
    /// The record to open.
    pub id: RecordId,
    /// Its kind.
    pub kind: &'static str,
    /// What lists call it.
    pub title: String,
    /// Who touched it last.
    pub by: String,
}

/// What was not looked at, last come first.
pub fn list(desk: &mut Desk<'_>, _: Nothing) -> Result<Vec<Unseen>> {
    of_workspace(desk.workspace)
}

/// What was not looked at in this workspace.
pub fn of_workspace(workspace: &Workspace) -> Result<Vec<Unseen>> {
    let db = workspace.db();
    let mut list = Vec::new();
    for row in unseen::all(db)? {
        let by = workspace
            .circle()
            .map(|circle| name_of(db, &circle.membership, row.device))
            .transpose()?;
        let title = document::get(db, row.record)?
            .map(|row| row.title)
            .unwrap_or_default();
        list.push(Unseen {
            id: row.record,
            kind: row.kind.code(),
            title: title::of(workspace, row.record, row.kind, title)?,
            by: by.unwrap_or_default(),
        });
    }
    Ok(list)
}

/// Which records were looked at.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MarkSeen {
    /// The records.
    pub ids: Vec<RecordId>,
}

/// Says that the member looked at these records.
pub fn mark(desk: &mut Desk<'_>, input: MarkSeen) -> Result<Deed> {
    for id in input.ids {
        unseen::remove(desk.workspace.db(), id)?;
    }
    Ok(Deed { done: true })
}

/// Notes that someone else touched a record.
pub(crate) fn note(db: &Connection, record: RecordId, device: DeviceId, at_ms: u64) -> Result<()> {
    if let Some(opened) = opened_for(db, record)? {
        unseen::add(db, opened, device, at_ms)?;
    }
    Ok(())
}

/// The record that someone opens to see this one: a wording, position or evidence is seen at its
/// statement, an agenda item at its meeting. None for what nobody opens.
fn opened_for(db: &Connection, record: RecordId) -> Result<Option<RecordId>> {
    let Some(row) = document::get(db, record)? else {
        return Ok(None);
    };
    let of_version = |version: Option<RecordId>| -> Result<Option<RecordId>> {
        let version = version
            .map(|id| noun::get::<StatementVersion>(db, id))
            .transpose()?;
        Ok(version.flatten().map(|version| version.statement.0))
    };
    let opened = match row.kind {
        Kind::StatementVersion => of_version(Some(record))?,
        Kind::Position => of_version(noun::get::<Position>(db, record)?.map(|position| position.version.0))?,
        Kind::Round => {
            let round = noun::get::<Round>(db, record)?;
            of_version(round.and_then(|round| round.versions.first().map(|version| version.0)))?
        }
        Kind::Evidence => noun::get::<Evidence>(db, record)?.map(|evidence| evidence.statement.0),
        Kind::AgendaItem => noun::get::<AgendaItem>(db, record)?.map(|item| item.meeting.0),
        Kind::Closing | Kind::Numbering | Kind::Review | Kind::Receipt | Kind::Unknown(_) => None,
        _ => Some(record),
    };
    // A part may come before the statement it belongs to; then there is nothing to open yet.
    let is_here = |id: &RecordId| document::get(db, *id).is_ok_and(|row| row.is_some());
    let is_statement = matches!(
        row.kind,
        Kind::StatementVersion | Kind::Position | Kind::Round | Kind::Evidence
    );
    Ok(opened.filter(|id| is_here(id) && (!is_statement || is_live_statement(db, *id))))
}

fn is_live_statement(db: &Connection, id: RecordId) -> bool {
    noun::get::<Statement>(db, id).is_ok_and(|statement| statement.is_some())
}
