//! What lists call a record that has no title of its own: a position goes by the statement it is on, a
//! meeting by its number.

use kring_domain::id::{RecordId, StatementId, StatementVersionId};
use kring_domain::kind::Kind;
use kring_domain::meeting::Meeting;
use kring_domain::round::{Position, Round};
use kring_domain::statement::StatementVersion;
use kring_domain::text::Value;
use kring_store::noun;

use super::statement;
use crate::error::Result;
use crate::workspace::Workspace;

/// What a list calls a record whose own title is `title`.
pub fn of(workspace: &Workspace, id: RecordId, kind: Kind, title: String) -> Result<String> {
    let db = workspace.db();
    if !title.is_empty() {
        return Ok(title);
    }
    match kind {
        Kind::Statement => statement::words(workspace, StatementId(id)),
        Kind::Position => {
            let position = noun::get::<Position>(db, id)?;
            wording(workspace, position.map(|position| position.version))
        }
        Kind::Round => {
            let round = noun::get::<Round>(db, id)?;
            wording(workspace, round.and_then(|round| round.versions.first().copied()))
        }
        Kind::Meeting => {
            let words = workspace.words();
            let named = |meeting: Meeting| {
                words.say_with("meeting-number", &[("number", Value::from(meeting.number))])
            };
            Ok(noun::get::<Meeting>(db, id)?.map(named).unwrap_or_default())
        }
        _ => Ok(title),
    }
}

fn wording(workspace: &Workspace, version: Option<StatementVersionId>) -> Result<String> {
    let version = version
        .map(|id| noun::get::<StatementVersion>(workspace.db(), id))
        .transpose()?
        .flatten();
    Ok(version.map(|version| version.text).unwrap_or_default())
}
