//! The session summary of a meeting: everything it says, gathered from the records, and written as
//! a document.

use std::collections::BTreeMap;

use kring_domain::contribution::{Consent, Contribution};
use kring_domain::date;
use kring_domain::decision::{Action, Decision};
use kring_domain::id::{MeetingId, MemberId, RecordId};
use kring_domain::meeting::{Attendance, Meeting};
use kring_domain::member::Member;
use kring_domain::name::sort_dutch;
use kring_domain::note::Note;
use kring_domain::numbering::Numbers;
use kring_domain::organisation::Organisation;
use kring_domain::study::Study;
use kring_domain::text::{Catalogue, Value};
use kring_domain::theme::Theme;
use kring_export::summary::{
    ActionRow, Attendee, ContributionRow, DecisionRow, DissentRow, EvidenceRow, Head, Item, NextMeeting,
    StatementRow, Status, StudyRow, Summary, UnknownRow,
};
use kring_store::table::{decision, document, meeting};
use kring_store::{Connection, folder, journal, noun};
use kring_sync::segment::Scope;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::round::PositionView;
use super::statement::{StatementView, of_meeting};
use super::store::Deed;
use super::{circle, draft, exchange, meeting as meetings, member, name_of_file, number};
use crate::desk::Desk;
use crate::error::{ApiError, Refusal, Result};
use crate::workspace::Workspace;

/// Which summary to write.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ExportSummary {
    /// The meeting.
    pub meeting: MeetingId,
    /// "pdf", "html" or "md".
    pub format: String,
}

/// What was written.
#[derive(Debug, Serialize, JsonSchema)]
pub struct WrittenSummary {
    /// Length of the file in bytes.
    pub bytes: u64,
    /// Its format.
    pub format: String,
    /// Name of the file.
    pub name: String,
}

/// Writes the summary of a meeting as a document and opens it.
pub fn export(desk: &mut Desk<'_>, input: ExportSummary) -> Result<WrittenSummary> {
    draft::settle_all(desk)?;
    let (name, bytes) = document(desk.workspace, input.meeting, &input.format)?;
    let target = desk.host.target(&name).ok_or(ApiError::NoFile)?;
    folder::write_whole(&target, &bytes)?;
    note_document(desk, input.meeting)?;
    desk.host.open(&target);
    Ok(WrittenSummary {
        bytes: bytes.len() as u64,
        format: input.format,
        name: name_of_file(&target),
    })
}

/// Opens the summary of a meeting for printing. It lies in a private place that is cleared.
pub fn print(desk: &mut Desk<'_>, input: PreviewSummary) -> Result<Deed> {
    draft::settle_all(desk)?;
    let (name, bytes) = document(desk.workspace, input.meeting, "pdf")?;
    let target = desk.host.temporary(&name).ok_or(ApiError::NoFile)?;
    folder::write_whole(&target, &bytes)?;
    note_document(desk, input.meeting)?;
    desk.host.open(&target);
    Ok(Deed { done: true })
}

/// A summary in a format, with the name that its file gets.
fn document(workspace: &Workspace, meeting: MeetingId, format: &str) -> Result<(String, Vec<u8>)> {
    let words = workspace.words();
    let bytes = match format {
        "pdf" => kring_export::pdf(&gather(workspace, meeting)?, words)?,
        "html" => kring_export::html(&gather(workspace, meeting)?, words)?.into_bytes(),
        "md" => kring_export::markdown(&gather(workspace, meeting)?, words)?.into_bytes(),
        _ => return Err(Refusal::UnknownFormat.into()),
    };
    Ok((format!("{}.{format}", file_name(workspace, meeting)?), bytes))
}

fn note_document(desk: &Desk<'_>, meeting: MeetingId) -> Result<()> {
    let workspace = &desk.workspace;
    let now = workspace.core.now_ms();
    Ok(journal::add(
        workspace.folder(),
        now,
        journal::Event::Document,
        &meeting.to_string(),
    )?)
}

/// Which summary to show.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PreviewSummary {
    /// The meeting.
    pub meeting: MeetingId,
}

/// A summary as text.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SummaryText {
    /// The whole summary in Markdown: exactly what would leave this laptop.
    pub markdown: String,
}

/// Shows the summary of a meeting before anything leaves.
pub fn preview(desk: &mut Desk<'_>, input: PreviewSummary) -> Result<SummaryText> {
    draft::settle_all(desk)?;
    let summary = gather(desk.workspace, input.meeting)?;
    Ok(SummaryText {
        markdown: kring_export::markdown(&summary, desk.workspace.words())?,
    })
}

fn file_name(workspace: &Workspace, meeting: MeetingId) -> Result<String> {
    let meeting: Meeting = needed(workspace, meeting)?;
    let date = meeting
        .date
        .unwrap_or_else(|| date::civil(workspace.core.now_ms()).date());
    let words = workspace.words().say("summary-file-name");
    Ok(exchange::safe_file_name(&format!(
        "{} {} – {words}",
        date::file_name(date),
        circle::name(workspace)?
    )))
}

fn needed(workspace: &Workspace, meeting: MeetingId) -> Result<Meeting> {
    noun::get(workspace.db(), meeting)?.ok_or(ApiError::NotFound {
        kind: kring_domain::kind::Kind::Meeting,
        id: meeting.0,
    })
}

/// Everything the summary of a meeting says. Private records have no part in it.
pub fn gather(workspace: &Workspace, id: MeetingId) -> Result<Summary> {
    let db = workspace.db();
    let meeting: Meeting = needed(workspace, id)?;
    let theme: Option<Theme> = meeting
        .theme
        .map(|theme| noun::get(db, theme))
        .transpose()?
        .flatten();
    let numbers = number::all(db)?;
    let statements = of_meeting(workspace, id)?;
    let unknown = unknown(db, &meeting, &statements)?;
    Ok(Summary {
        circle: circle::name(workspace)?,
        sample: workspace.circle().is_some_and(|circle| circle.genesis.sample),
        head: head(workspace, &meeting)?,
        theme: theme.map(|theme| theme.name).unwrap_or_default(),
        purpose: meeting.purpose.clone(),
        earlier_actions: earlier_actions(db, id, &meeting, &numbers)?,
        items: items(db, id, &meeting)?,
        studies: meetings::studies(db, id)?
            .into_iter()
            .map(|(_, study)| StudyRow {
                meaning: study.summary.clone(),
                study,
            })
            .collect(),
        statements: statements
            .into_iter()
            .map(|view| statement_row(workspace, view))
            .collect::<Result<_>>()?,
        decisions: decisions(db, id, &numbers)?,
        actions: actions(db, id, &numbers)?,
        unknown,
        contributions: contributions(db, id)?,
        next_meeting: next_meeting(db, &meeting)?,
        status: Status::Draft,
        made_on: date::civil(workspace.core.now_ms()).date(),
    })
}

fn head(workspace: &Workspace, meeting: &Meeting) -> Result<Head> {
    let db = workspace.db();
    let with = |attendance: Attendance| -> Result<Vec<Member>> {
        let ids = meeting
            .attendance
            .iter()
            .filter(|(_, ticked)| **ticked == attendance)
            .map(|(id, _)| *id);
        let mut members: Vec<Member> = Vec::new();
        for id in ids.collect::<Vec<MemberId>>() {
            members.extend(member::get(db, id)?);
        }
        sort_dutch(&mut members, |member| member.name.listed());
        Ok(members)
    };
    let names = |members: Vec<Member>| members.into_iter().map(|member| member.name.full()).collect();
    let mut attendees = Vec::new();
    for member in with(Attendance::Present)? {
        let organisation = member
            .organisation
            .map(|id| noun::get::<Organisation>(db, id))
            .transpose()?
            .flatten();
        attendees.push(Attendee {
            name: member.name.full(),
            organisation: organisation
                .map(|organisation| organisation.name)
                .unwrap_or_default(),
            role: member
                .role
                .map(|role| workspace.words().say(&format!("role-{}", role.code())))
                .unwrap_or_default(),
        });
    }
    Ok(Head {
        number: meeting.number,
        of: meeting.of,
        date: meeting.date,
        start: meeting.starts,
        end: meeting.ends,
        place: meeting.place.clone(),
        chair: member::name(db, meeting.chair)?,
        minute_taker: member::name(db, meeting.minute_taker)?,
        attendees,
        absent_with_notice: names(with(Attendance::AbsentWithNotice)?),
        absent_without_notice: names(with(Attendance::AbsentWithoutNotice)?),
    })
}

/// Actions of meetings before this one: the open ones, and those done that were agreed at the last.
fn earlier_actions(
    db: &Connection,
    id: MeetingId,
    meeting: &Meeting,
    numbers: &BTreeMap<RecordId, Numbers>,
) -> Result<Vec<ActionRow>> {
    let before = |date: Option<chrono::NaiveDate>| matches!((date, meeting.date), (Some(date), Some(this)) if date < this);
    let all = meeting::in_order(db)?;
    let earlier: Vec<MeetingId> = all
        .iter()
        .filter(|(other, row)| *other != id && before(row.date))
        .map(|(other, _)| *other)
        .collect();
    let mut rows: Vec<(RecordId, Action)> = decision::open_actions(db)?
        .into_iter()
        .filter(|(_, action)| action.meeting.is_none_or(|meeting| earlier.contains(&meeting)))
        .map(|(id, action)| (id.0, action))
        .collect();
    if let Some(last) = earlier.last() {
        let of_last: Vec<(RecordId, Action)> = noun::with(db, "meeting", *last)?;
        rows.extend(
            of_last
                .into_iter()
                .filter(|(_, action)| action.state != kring_domain::decision::ActionState::Open),
        );
    }
    action_rows(db, rows, numbers)
}

fn actions(db: &Connection, id: MeetingId, numbers: &BTreeMap<RecordId, Numbers>) -> Result<Vec<ActionRow>> {
    action_rows(db, noun::with(db, "meeting", id)?, numbers)
}

fn action_rows(
    db: &Connection,
    rows: Vec<(RecordId, Action)>,
    numbers: &BTreeMap<RecordId, Numbers>,
) -> Result<Vec<ActionRow>> {
    let mut list = Vec::with_capacity(rows.len());
    for (id, action) in rows {
        list.push(ActionRow {
            number: numbers.get(&id).and_then(|numbers| numbers.number.clone()),
            provisional: true,
            text: action.text,
            who: member::name(db, action.owner)?,
            due: action.due,
            state: action.state,
            postponed: action.postponed,
        });
    }
    list.sort_by(|a, b| (a.number.is_none(), &a.number).cmp(&(b.number.is_none(), &b.number)));
    Ok(list)
}

fn items(db: &Connection, id: MeetingId, meeting: &Meeting) -> Result<Vec<Item>> {
    let mut list = Vec::new();
    for (ordinal, item, record) in meetings::agenda(db, id, meeting)? {
        list.push(Item {
            ordinal,
            title: record.title,
            minutes: record.minutes,
            notes: shared_notes(db, item.0)?,
        });
    }
    Ok(list)
}

/// The circle's notes on a record. A private note never comes into a document.
fn shared_notes(db: &Connection, subject: RecordId) -> Result<Vec<kring_domain::block::Blocks>> {
    let mut notes = Vec::new();
    for (id, note) in noun::with::<Note, RecordId>(db, "subject", subject)? {
        if let Some(row) = document::get(db, id)?
            && row.scope == Scope::Circle.number()
        {
            notes.push((row.created_ms, id, note.body));
        }
    }
    notes.sort_by_key(|(created, id, _)| (*created, *id));
    Ok(notes.into_iter().map(|(_, _, body)| body).collect())
}

/// The holder of a position, with what a reader must know of how it came in.
fn holder(words: &Catalogue, position: &PositionView) -> String {
    let values = [("name", Value::from(position.holder_name.as_str()))];
    match position {
        PositionView {
            after_closing: true, ..
        } => words.say_with("holder-after-closing", &values),
        PositionView {
            recorded_by: Some(_), ..
        } => words.say_with("holder-unconfirmed", &values),
        _ => position.holder_name.clone(),
    }
}

fn statement_row(workspace: &Workspace, view: StatementView) -> Result<StatementRow> {
    let db = workspace.db();
    let theme = noun::get::<Theme>(db, view.statement.record.theme)?;
    let asked = view
        .rounds
        .iter()
        .rev()
        .find(|round| Some(round.version) == view.version)
        .or(view.rounds.last());
    let mut evidence = Vec::new();
    for row in &view.evidence {
        let record = &row.evidence.record;
        evidence.push(EvidenceRow {
            stance: record.stance.clone(),
            basis: record.basis.clone(),
            text: record.finding.clone(),
            study: record
                .study
                .map(|study| noun::get::<Study>(db, study))
                .transpose()?
                .flatten(),
            page: record.page.clone(),
        });
    }
    let positions = asked.map(|round| round.positions.as_slice()).unwrap_or_default();
    let dissent = positions
        .iter()
        .filter(|position| position.stance.needs_text() && (position.counts || position.after_closing));
    let number = view
        .versions
        .iter()
        .find(|version| Some(version.version.id) == view.version.map(|id| id.0))
        .map_or(1, |version| version.number);
    Ok(StatementRow {
        text: view.text.clone(),
        version: number,
        theme: theme.map(|theme| theme.name).unwrap_or_default(),
        evidence,
        distribution: asked.map(|round| round.outcome.distribution),
        outcome: asked.map(|round| round.outcome),
        dissent: dissent
            .map(|position| DissentRow {
                name: holder(workspace.words(), position),
                stance: position.stance.clone(),
                text: position.text.clone(),
            })
            .collect(),
    })
}

fn decisions(
    db: &Connection,
    id: MeetingId,
    numbers: &BTreeMap<RecordId, Numbers>,
) -> Result<Vec<DecisionRow>> {
    let rows: Vec<(RecordId, Decision)> = noun::with(db, "meeting", id)?;
    let row = |(id, decision): (RecordId, Decision)| DecisionRow {
        number: numbers.get(&id).and_then(|numbers| numbers.number.clone()),
        provisional: true,
        text: decision.text,
    };
    let mut list: Vec<DecisionRow> = rows.into_iter().map(row).collect();
    list.sort_by(|a, b| (a.number.is_none(), &a.number).cmp(&(b.number.is_none(), &b.number)));
    Ok(list)
}

/// What the circle does not know yet on the main theme and on those of the statements.
fn unknown(db: &Connection, meeting: &Meeting, statements: &[StatementView]) -> Result<Vec<UnknownRow>> {
    let mut themes: Vec<_> = meeting
        .theme
        .into_iter()
        .chain(statements.iter().map(|view| view.statement.record.theme))
        .collect();
    let mut seen = std::collections::BTreeSet::new();
    themes.retain(|theme| seen.insert(*theme));
    let mut rows = Vec::new();
    for theme in themes {
        if let Some(theme) = noun::get::<Theme>(db, theme)?
            && !theme.unknown.is_empty()
        {
            rows.push(UnknownRow {
                theme: theme.name,
                text: theme.unknown,
            });
        }
    }
    Ok(rows)
}

fn contributions(db: &Connection, id: MeetingId) -> Result<Vec<ContributionRow>> {
    let mut rows = Vec::new();
    for (_, contribution) in noun::with::<Contribution, RecordId>(db, "meeting", id)? {
        let from = match contribution.consent {
            Consent::WithName => Some(member::name(db, contribution.from)?).filter(|name| !name.is_empty()),
            Consent::WithoutName => None,
            // What a newer version allows is not known, so nothing is shown.
            Consent::NotInMinutes | Consent::Unknown(_) => continue,
        };
        rows.push(ContributionRow {
            from,
            text: contribution.text,
            feedback: contribution.feedback,
        });
    }
    Ok(rows)
}

fn next_meeting(db: &Connection, meeting: &Meeting) -> Result<Option<NextMeeting>> {
    let Some(date) = meeting.date else { return Ok(None) };
    let Some((_, next)) = meeting::next_after(db, date)? else {
        return Ok(None);
    };
    let theme = meetings::theme_name(db, &next)?;
    Ok(next.date.map(|date| NextMeeting {
        date,
        start: next.starts,
        place: next.place,
        theme,
    }))
}
