//! What matters today: the next meeting and what to read for it, the own actions, rounds that wait for
//! the own position, and what is new.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use kring_domain::date;
use kring_domain::decision::Action;
use kring_domain::id::{ActionId, MeetingId, MemberId, RecordId, RoundId, StatementId, StatementVersionId};
use kring_domain::meeting::{AgendaItem, Meeting};
use kring_domain::round::{Closing, Position, Round};
use kring_domain::statement::Statement;
use kring_domain::study::Study;
use kring_store::table::{decision, document, meeting, touch};
use kring_store::{Connection, noun};
use schemars::JsonSchema;
use serde::Serialize;

use super::action::{ActionView, action_view};
use super::meeting::{self as meetings, MeetingRow};
use super::unseen::{self, Unseen};
use super::{number, statement};
use crate::desk::{Desk, Item, Nothing, items};
use crate::error::Result;
use crate::workspace::Workspace;

/// What matters today.
#[derive(Debug, Serialize, JsonSchema)]
pub struct TodayView {
    /// Today in the Netherlands.
    pub today: NaiveDate,
    /// The first meeting that is not over.
    pub next_meeting: Option<MeetingRow>,
    /// What to read for it.
    pub prepare: Prepare,
    /// Open actions of this member, by due date.
    pub my_actions: Vec<ActionView>,
    /// Wordings of open rounds that this member gave no position on.
    pub asked: Vec<Asked>,
    /// What others changed and this member has not looked at since.
    pub unseen: Vec<Unseen>,
    /// How many review markers wait.
    pub reviews: u64,
    /// The last meeting that is over.
    pub last_meeting: Option<MeetingRow>,
}

/// What belongs to a meeting to come.
#[derive(Debug, Default, Serialize, JsonSchema)]
pub struct Prepare {
    /// Studies that are brought in.
    pub studies: Vec<Item<Study>>,
    /// Statements that are put forward.
    pub statements: Vec<PrepareStatement>,
}

/// A statement that is put forward.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PrepareStatement {
    /// The statement.
    pub id: StatementId,
    /// Its present wording.
    pub version: Option<StatementVersionId>,
    /// The words.
    pub text: String,
    /// Name of its theme.
    pub theme_name: String,
}

/// A wording that waits for the own position.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Asked {
    /// The round.
    pub round: RoundId,
    /// The wording.
    pub version: StatementVersionId,
    /// The statement it words.
    pub statement: StatementId,
    /// The words.
    pub text: String,
    /// Name of the statement's theme.
    pub theme_name: String,
    /// The meeting that the round belongs to.
    pub meeting: Option<MeetingId>,
}

/// What matters today.
pub fn show(desk: &mut Desk<'_>, _: Nothing) -> Result<TodayView> {
    let workspace = &*desk.workspace;
    let db = workspace.db();
    let today = date::civil(workspace.core.now_ms()).date();
    let dated: Vec<(MeetingId, Meeting)> = meeting::in_order(db)?
        .into_iter()
        .filter(|(_, meeting)| meeting.date.is_some())
        .collect();
    let is_over = |meeting: &Meeting| meeting.date.is_some_and(|date| date < today);
    let (over, coming): (Vec<_>, Vec<_>) = dated.into_iter().partition(|(_, meeting)| is_over(meeting));
    let next = coming.into_iter().next();
    Ok(TodayView {
        today,
        prepare: match &next {
            Some((id, _)) => prepare(workspace, *id)?,
            None => Prepare::default(),
        },
        next_meeting: next
            .map(|(id, record)| MeetingRow::of(db, id, record))
            .transpose()?,
        my_actions: match workspace.person() {
            Some(person) => actions_of(db, person)?,
            None => Vec::new(),
        },
        asked: match workspace.person() {
            Some(person) => asked(workspace, person)?,
            None => Vec::new(),
        },
        unseen: unseen::of_workspace(workspace)?,
        reviews: touch::markers(db)?.len() as u64,
        last_meeting: over
            .into_iter()
            .next_back()
            .map(|(id, record)| MeetingRow::of(db, id, record))
            .transpose()?,
    })
}

fn prepare(workspace: &Workspace, meeting: MeetingId) -> Result<Prepare> {
    let db = workspace.db();
    let mut ids: Vec<StatementId> = Vec::new();
    for (_, item) in noun::with::<AgendaItem, RecordId>(db, "meeting", meeting)? {
        ids.extend(item.statement);
    }
    for view in statement::of_meeting(workspace, meeting)? {
        ids.push(StatementId(view.statement.id));
    }
    let mut known = BTreeSet::new();
    ids.retain(|id| known.insert(*id));
    let mut statements = Vec::new();
    for id in ids {
        let Some(record) = noun::get::<Statement>(db, id)? else {
            continue;
        };
        let created = document::get(db, id.0)?.map_or(0, |row| row.created_ms);
        let current = statement::current(workspace, id)?;
        let view = PrepareStatement {
            id,
            theme_name: statement::theme_name(db, &record)?,
            version: current
                .as_ref()
                .map(|version| StatementVersionId(version.version.id)),
            text: current
                .map(|version| version.version.record.text)
                .unwrap_or_default(),
        };
        statements.push((created, view));
    }
    statements.sort_by_key(|(created, view)| (*created, view.id));
    Ok(Prepare {
        studies: items(meetings::studies(db, meeting)?),
        statements: statements.into_iter().map(|(_, view)| view).collect(),
    })
}

fn actions_of(db: &Connection, person: MemberId) -> Result<Vec<ActionView>> {
    let numbers = number::all(db)?;
    let mut own: Vec<(ActionId, Action)> = decision::open_actions(db)?;
    own.retain(|(_, action)| action.owner == Some(person));
    own.sort_by_key(|(id, action)| (action.due.is_none(), action.due, *id));
    own.into_iter()
        .map(|(id, action)| action_view(db, &numbers, id.0, action))
        .collect()
}

/// The wordings asked about in rounds that are not closed, on which this person gave no position. One
/// that was written down for them does not count: their own always wins.
fn asked(workspace: &Workspace, person: MemberId) -> Result<Vec<Asked>> {
    let db = workspace.db();
    let closed: BTreeSet<RoundId> = noun::all::<Closing, RecordId>(db)?
        .into_iter()
        .map(|(_, closing)| closing.round)
        .collect();
    let mut given: BTreeSet<(RoundId, StatementVersionId)> = BTreeSet::new();
    for (_, position) in noun::all::<Position, RecordId>(db)? {
        if position.holder == person && position.recorded_by.is_none() {
            given.insert((position.round, position.version));
        }
    }
    let mut asked = Vec::new();
    for (round, record) in noun::all::<Round, RoundId>(db)? {
        if closed.contains(&round) {
            continue;
        }
        let opened = document::get(db, round.0)?.map_or(0, |row| row.created_ms);
        for version in record.versions {
            if given.contains(&(round, version)) {
                continue;
            }
            let wording = statement::of_version(workspace, version);
            let Ok(wording) = wording else { continue };
            let Some(of) = noun::get::<Statement>(db, wording.statement)? else {
                continue;
            };
            asked.push((
                opened,
                Asked {
                    round,
                    version,
                    statement: wording.statement,
                    text: wording.text,
                    theme_name: statement::theme_name(db, &of)?,
                    meeting: record.meeting,
                },
            ));
        }
    }
    asked.sort_by_key(|(opened, view)| (*opened, view.round, view.version));
    Ok(asked.into_iter().map(|(_, view)| view).collect())
}
