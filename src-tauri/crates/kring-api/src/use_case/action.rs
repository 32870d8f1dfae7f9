//! Decisions and actions: the two running lists.

use std::collections::BTreeMap;

use chrono::Datelike;
use kring_domain::decision::{Action, ActionState, Decision};
use kring_domain::id::{ActionId, MeetingId, RecordId};
use kring_domain::meeting::Meeting;
use kring_domain::numbering::{Numbers, Series};
use kring_store::Connection;
use kring_store::noun;
use kring_store::table::decision;
use kring_sync::segment::Scope;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{member, number};
use crate::desk::{Change, Desk, Item, Nothing};
use crate::error::Result;
use crate::workspace::{Act, Done};

/// A decision with its number.
#[derive(Debug, Serialize, JsonSchema)]
pub struct DecisionView {
    /// "2011-014"; absent until a secretary gives one.
    pub number: Option<String>,
    /// Numbers it lost to an earlier assignment.
    pub was: Vec<String>,
    /// The decision.
    #[serde(flatten)]
    pub decision: Item<Decision>,
}

/// An action with its number.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ActionView {
    /// "2011-014"; absent until a secretary gives one.
    pub number: Option<String>,
    /// Numbers it lost to an earlier assignment.
    pub was: Vec<String>,
    /// Name of who does it.
    pub owner_name: String,
    /// The action.
    #[serde(flatten)]
    pub action: Item<Action>,
}

/// A decision with its number.
pub fn decision_view(numbers: &BTreeMap<RecordId, Numbers>, id: RecordId, record: Decision) -> DecisionView {
    let Numbers { number, was } = numbers.get(&id).cloned().unwrap_or_default();
    DecisionView {
        number,
        was,
        decision: Item { id, record },
    }
}

/// An action with its number and who does it.
pub fn action_view(
    db: &Connection,
    numbers: &BTreeMap<RecordId, Numbers>,
    id: RecordId,
    record: Action,
) -> Result<ActionView> {
    let Numbers { number, was } = numbers.get(&id).cloned().unwrap_or_default();
    Ok(ActionView {
        number,
        was,
        owner_name: member::name(db, record.owner)?,
        action: Item { id, record },
    })
}

/// All decisions.
pub fn decisions(desk: &mut Desk<'_>, _: Nothing) -> Result<Vec<DecisionView>> {
    let db = desk.workspace.db();
    let numbers = number::all(db)?;
    let rows: Vec<(RecordId, Decision)> = noun::all(db)?;
    let mut views: Vec<DecisionView> = rows
        .into_iter()
        .map(|(id, decision)| decision_view(&numbers, id, decision))
        .collect();
    views.sort_by(|a, b| (a.number.is_none(), &a.number).cmp(&(b.number.is_none(), &b.number)));
    Ok(views)
}

/// Writes a decision down, with the next number if who writes may give it.
pub fn record_decision(desk: &mut Desk<'_>, input: Decision) -> Result<Done<RecordId>> {
    desk.workspace.transact("record_decision", |act| {
        let id = act.create(Scope::Circle, &input)?;
        number::give(act, &Series::Decision, (id, &input), |act, decision| {
            year_of(act, Some(decision.meeting))
        })?;
        Ok(id)
    })
}

/// Changes a decision's words.
pub fn change_decision(desk: &mut Desk<'_>, input: Change<Decision>) -> Result<Done<RecordId>> {
    desk.change("change_decision", input)
}

/// Which actions to list.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ListActions {
    /// Only those that are still open.
    #[serde(default)]
    pub open: bool,
}

/// Actions, by due date.
pub fn actions(desk: &mut Desk<'_>, input: ListActions) -> Result<Vec<ActionView>> {
    let db = desk.workspace.db();
    let rows: Vec<(ActionId, Action)> = if input.open {
        decision::open_actions(db)?
    } else {
        noun::select(db, "1 ORDER BY due IS NULL, due, record", [])?
    };
    let numbers = number::all(db)?;
    rows.into_iter()
        .map(|(id, action)| action_view(db, &numbers, id.0, action))
        .collect()
}

/// Adds an action, with the next number if who writes may give it.
pub fn add_action(desk: &mut Desk<'_>, input: Action) -> Result<Done<RecordId>> {
    desk.workspace.transact("add_action", |act| {
        let id = act.create(Scope::Circle, &input)?;
        number::give(act, &Series::Action, (id, &input), |act, action| {
            year_of(act, action.meeting)
        })?;
        Ok(id)
    })
}

/// Changes an action. A later due date counts as a postponement.
pub fn change_action(desk: &mut Desk<'_>, input: Change<Action>) -> Result<Done<RecordId>> {
    let before: Action = desk.get(input.id)?;
    let mut input = input;
    let later: Option<chrono::NaiveDate> = input
        .fields
        .get("due")
        .and_then(|due| serde_json::from_value(due.clone()).ok());
    let postpones = before.state == ActionState::Open
        && before
            .due
            .zip(later)
            .is_some_and(|(before, later)| later > before);
    if postpones && !input.fields.contains_key("postponed") {
        input
            .fields
            .insert("postponed".to_owned(), (before.postponed + 1).into());
    }
    desk.change("change_action", input)
}

/// The year whose numbers a meeting uses: its own, or this one.
fn year_of(act: &Act<'_>, meeting: Option<MeetingId>) -> Result<i32> {
    let meeting: Option<Meeting> = meeting.map(|meeting| act.get(meeting)).transpose()?;
    let date = meeting.and_then(|meeting| meeting.date);
    Ok(date
        .unwrap_or_else(|| kring_domain::date::civil(act.now_ms()).date())
        .year())
}
