//! How the statements of each theme stand, counted: for lists, which show no positions.

use std::collections::BTreeMap;

use kring_domain::id::{MemberId, StatementId, StatementVersionId, ThemeId};
use kring_domain::outcome::Verdict;
use kring_domain::statement::Statement;
use kring_store::{Connection, noun};
use schemars::JsonSchema;
use serde::Serialize;

use super::{round, statement};
use crate::error::Result;
use crate::workspace::Workspace;

/// How the statements of a theme stand. What was agreed or asked on an earlier wording does not count.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Tally {
    /// Statements on it.
    pub statements: u64,
    /// Those that the circle agreed on in the last round that was closed.
    pub agreed: u64,
    /// Those that positions are asked on now.
    pub open: u64,
    /// Those of them that wait for the own position of this member.
    pub waiting: u64,
}

/// The tally of every theme that has statements.
pub fn of_themes(workspace: &Workspace) -> Result<BTreeMap<ThemeId, Tally>> {
    let mut tallies: BTreeMap<ThemeId, Tally> = BTreeMap::new();
    for (id, record) in noun::all::<Statement, StatementId>(workspace.db())? {
        let tally = tallies.entry(record.theme).or_default();
        tally.statements += 1;
        if let Some(current) = statement::current(workspace, id)? {
            let version = StatementVersionId(current.version.id);
            add(workspace.db(), version, workspace.person(), tally)?;
        }
    }
    Ok(tallies)
}

fn add(db: &Connection, version: StatementVersionId, me: Option<MemberId>, tally: &mut Tally) -> Result<()> {
    let (mut open, mut closed) = (None, None);
    for (_, id, record) in round::asking(db, version)? {
        let stand = round::stand(db, id, &record, version)?;
        let last = if stand.closed { &mut closed } else { &mut open };
        *last = Some(stand);
    }
    let is_agreed = closed.is_some_and(|stand| stand.outcome.verdict == Verdict::Agreed);
    tally.agreed += u64::from(is_agreed);
    let Some(stand) = open else { return Ok(()) };
    tally.open += 1;
    // What a secretary wrote down for them is not their own word.
    let is_given = stand
        .given
        .iter()
        .any(|(_, given)| Some(given.holder) == me && given.recorded_by.is_none());
    tally.waiting += u64::from(me.is_some() && !is_given);
    Ok(())
}
