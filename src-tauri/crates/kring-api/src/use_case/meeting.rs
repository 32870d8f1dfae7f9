//! Meetings: planning, agenda and attendance.

use std::collections::BTreeMap;

use kring_domain::contribution::Contribution;
use kring_domain::decision::{Action, Decision};
use kring_domain::id::{AgendaItemId, MeetingId, MemberId, RecordId, StatementId};
use kring_domain::meeting::{AgendaItem, AgendaItemKind, Attendance, Meeting};
use kring_domain::study::Study;
use kring_domain::theme::Theme;
use kring_store::Connection;
use kring_store::noun;
use kring_store::table::meeting;
use kring_sync::segment::Scope;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::action::{ActionView, DecisionView, action_view, decision_view};
use super::note::{self, NoteView};
use super::number;
use crate::desk::{ById, Change, Desk, Item, Nothing, items};
use crate::error::{Refusal, Result};
use crate::workspace::Done;

/// A meeting as lists show it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct MeetingRow {
    /// The meeting.
    #[serde(flatten)]
    pub meeting: Item<Meeting>,
    /// Name of its main theme.
    pub theme_name: String,
}

impl MeetingRow {
    /// The row of a meeting.
    pub fn of(db: &Connection, id: MeetingId, record: Meeting) -> Result<Self> {
        Ok(Self {
            theme_name: theme_name(db, &record)?,
            meeting: Item { id: id.0, record },
        })
    }
}

/// A meeting with everything that belongs to it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct MeetingView {
    /// The meeting.
    #[serde(flatten)]
    pub meeting: Item<Meeting>,
    /// Name of its main theme.
    pub theme_name: String,
    /// Agenda items in order, each with its number and notes.
    pub items: Vec<AgendaItemView>,
    /// Notes on the meeting itself.
    pub notes: Vec<NoteView>,
    /// Decisions.
    pub decisions: Vec<DecisionView>,
    /// Actions agreed here.
    pub actions: Vec<ActionView>,
    /// Studies brought in.
    pub studies: Vec<Item<Study>>,
    /// Contributions.
    pub contributions: Vec<Item<Contribution>>,
}

/// An agenda item in its place.
#[derive(Debug, Serialize, JsonSchema)]
pub struct AgendaItemView {
    /// "3", "3.1".
    pub ordinal: String,
    /// The item.
    #[serde(flatten)]
    pub item: Item<AgendaItem>,
    /// Notes on it.
    pub notes: Vec<NoteView>,
}

/// All meetings, in order of date.
pub fn list(desk: &mut Desk<'_>, _: Nothing) -> Result<Vec<MeetingRow>> {
    let db = desk.workspace.db();
    meeting::in_order(db)?
        .into_iter()
        .map(|(id, record)| MeetingRow::of(db, id, record))
        .collect()
}

/// One meeting with agenda, notes, decisions, actions and studies.
pub fn show(desk: &mut Desk<'_>, input: ById) -> Result<MeetingView> {
    let record: Meeting = desk.get(input.id)?;
    let db = desk.workspace.db();
    let id = MeetingId(input.id);
    let items_in_order = agenda(db, id, &record)?;
    let numbers = number::all(db)?;
    let decisions: Vec<(RecordId, Decision)> = noun::with(db, "meeting", id)?;
    let actions: Vec<(RecordId, Action)> = noun::with(db, "meeting", id)?;
    Ok(MeetingView {
        theme_name: theme_name(db, &record)?,
        items: items_in_order
            .into_iter()
            .map(|(ordinal, id, record)| {
                Ok(AgendaItemView {
                    ordinal,
                    item: Item { id: id.0, record },
                    notes: note::on(db, id)?,
                })
            })
            .collect::<Result<_>>()?,
        notes: note::on(db, id)?,
        decisions: decisions
            .into_iter()
            .map(|(id, decision)| decision_view(&numbers, id, decision))
            .collect(),
        actions: actions
            .into_iter()
            .map(|(id, action)| action_view(db, &numbers, id, action))
            .collect::<Result<_>>()?,
        studies: items(studies(db, id)?),
        contributions: items(noun::with::<Contribution, RecordId>(db, "meeting", id)?),
        meeting: Item { id: input.id, record },
    })
}

/// The studies brought in at a meeting, by title.
pub fn studies(db: &Connection, meeting: MeetingId) -> Result<Vec<(RecordId, Study)>> {
    let mut studies: Vec<(RecordId, Study)> = noun::referring(db, meeting)?;
    studies.retain(|(_, study)| study.meetings.get(&meeting) == Some(&true));
    studies.sort_by(|(a_id, a), (b_id, b)| (&a.title, a_id).cmp(&(&b.title, b_id)));
    Ok(studies)
}

/// The agenda in order with its numbering: items of the list first, those that a merge left out of it
/// behind them, nested ones under their parents.
pub fn agenda(
    db: &Connection,
    id: MeetingId,
    meeting: &Meeting,
) -> Result<Vec<(String, AgendaItemId, AgendaItem)>> {
    let mut all: BTreeMap<AgendaItemId, AgendaItem> = noun::with(db, "meeting", id)?.into_iter().collect();
    let mut order: Vec<AgendaItemId> = meeting
        .agenda
        .iter()
        .copied()
        .filter(|item| all.contains_key(item))
        .collect();
    let listed = order.clone();
    order.extend(all.keys().copied().filter(|item| !listed.contains(item)));
    let mut placed = Vec::new();
    let top: Vec<AgendaItemId> = order
        .iter()
        .copied()
        .filter(|item| {
            all.get(item)
                .and_then(|item| item.parent)
                .is_none_or(|parent| !order.contains(&parent))
        })
        .collect();
    place(&top, &order, "", &mut all, &mut placed);
    // What is left is nested in a circle, which no command makes but two people together can.
    let left: Vec<AgendaItemId> = order
        .iter()
        .copied()
        .filter(|item| all.contains_key(item))
        .collect();
    let offset = top.len();
    for (at, id) in left.into_iter().enumerate() {
        if let Some(item) = all.remove(&id) {
            placed.push(((offset + at + 1).to_string(), id, item));
        }
    }
    Ok(placed)
}

fn place(
    ids: &[AgendaItemId],
    order: &[AgendaItemId],
    prefix: &str,
    all: &mut BTreeMap<AgendaItemId, AgendaItem>,
    placed: &mut Vec<(String, AgendaItemId, AgendaItem)>,
) {
    for (at, id) in ids.iter().enumerate() {
        let Some(item) = all.remove(id) else { continue };
        let ordinal = format!("{prefix}{}", at + 1);
        let children: Vec<AgendaItemId> = order
            .iter()
            .copied()
            .filter(|child| all.get(child).is_some_and(|child| child.parent == Some(*id)))
            .collect();
        placed.push((ordinal.clone(), *id, item));
        place(&children, order, &format!("{ordinal}."), all, placed);
    }
}

/// Name of a meeting's main theme.
pub fn theme_name(db: &Connection, meeting: &Meeting) -> Result<String> {
    let theme = meeting
        .theme
        .map(|theme| noun::get::<Theme>(db, theme))
        .transpose()?
        .flatten();
    Ok(theme.map(|theme| theme.name).unwrap_or_default())
}

/// Plans a meeting. Without a number it gets the next one of the series.
pub fn create(desk: &mut Desk<'_>, input: Meeting) -> Result<Done<RecordId>> {
    let mut meeting = input;
    if meeting.number == 0 {
        let last = meeting::in_order(desk.workspace.db())?
            .into_iter()
            .map(|(_, meeting)| meeting.number)
            .max();
        meeting.number = last.unwrap_or(0) + 1;
    }
    desk.create("create_meeting", &meeting)
}

/// Changes a meeting.
pub fn change(desk: &mut Desk<'_>, input: Change<Meeting>) -> Result<Done<RecordId>> {
    desk.change("change_meeting", input)
}

/// An agenda item to add.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AddAgendaItem {
    /// The meeting.
    pub meeting: MeetingId,
    /// What it is about.
    pub title: String,
    /// The item it is part of.
    pub parent: Option<AgendaItemId>,
    /// What it asks of the meeting.
    pub kind: Option<AgendaItemKind>,
    /// Planned duration, in minutes.
    pub minutes: Option<u32>,
    /// The statement put forward.
    pub statement: Option<StatementId>,
    /// Its place among the items, from 0; absent for the end.
    pub place: Option<usize>,
}

/// Adds an agenda item.
pub fn add_item(desk: &mut Desk<'_>, input: AddAgendaItem) -> Result<Done<RecordId>> {
    desk.workspace.transact("add_agenda_item", |act| {
        if let Some(parent) = input.parent
            && act.get::<AgendaItem>(parent)?.meeting != input.meeting
        {
            return Err(Refusal::OtherMeeting.into());
        }
        let item = AgendaItem {
            meeting: input.meeting,
            parent: input.parent,
            title: input.title,
            kind: input.kind,
            minutes: input.minutes,
            statement: input.statement,
        };
        let id = act.create(Scope::Circle, &item)?;
        act.change::<Meeting>(input.meeting, |meeting| {
            let place = input
                .place
                .unwrap_or(meeting.agenda.len())
                .min(meeting.agenda.len());
            meeting.agenda.insert(place, AgendaItemId(id));
        })?;
        Ok(id)
    })
}

/// Changes an agenda item.
pub fn change_item(desk: &mut Desk<'_>, input: Change<AgendaItem>) -> Result<Done<RecordId>> {
    desk.change("change_agenda_item", input)
}

/// Where an agenda item goes.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MoveAgendaItem {
    /// The item.
    pub id: AgendaItemId,
    /// Its new place among the items, from 0.
    pub place: usize,
}

/// Moves an agenda item.
pub fn move_item(desk: &mut Desk<'_>, input: MoveAgendaItem) -> Result<Done<RecordId>> {
    desk.workspace.transact("move_agenda_item", |act| {
        let item: AgendaItem = act.get(input.id)?;
        act.change::<Meeting>(item.meeting, |meeting| {
            meeting.agenda.retain(|id| *id != input.id);
            meeting
                .agenda
                .insert(input.place.min(meeting.agenda.len()), input.id);
        })?;
        Ok(input.id.0)
    })
}

/// Who was there, or not.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordAttendance {
    /// The meeting.
    pub meeting: MeetingId,
    /// Each member with whether they were there; an absent value takes the tick away.
    pub attendance: BTreeMap<MemberId, Option<Attendance>>,
}

/// Ticks who was there, and who was not with or without notice.
pub fn record_attendance(desk: &mut Desk<'_>, input: RecordAttendance) -> Result<Done<MeetingId>> {
    desk.workspace.transact("record_attendance", |act| {
        act.change::<Meeting>(input.meeting, |meeting| {
            for (member, attendance) in input.attendance {
                match attendance {
                    Some(attendance) => meeting.attendance.insert(member, attendance),
                    None => meeting.attendance.remove(&member),
                };
            }
        })?;
        Ok(input.meeting)
    })
}

/// Notes what someone brought in.
pub fn add_contribution(desk: &mut Desk<'_>, input: Contribution) -> Result<Done<RecordId>> {
    desk.create("add_contribution", &input)
}

/// Changes a contribution, or says what was done with it.
pub fn change_contribution(desk: &mut Desk<'_>, input: Change<Contribution>) -> Result<Done<RecordId>> {
    desk.change("change_contribution", input)
}
