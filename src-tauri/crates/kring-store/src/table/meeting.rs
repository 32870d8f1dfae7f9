//! Meetings and their agenda items.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveTime};
use kring_domain::attachment::Attachments;
use kring_domain::id::{AgendaItemId, MeetingId, MemberId, StatementId, ThemeId};
use kring_domain::meeting::{AgendaItem, AgendaItemKind, Attendance, Meeting};
use rusqlite::Connection;

crate::noun!(Meeting, "meeting", {
    number: u32,
    of: Option<u32>,
    title: String,
    date: Option<NaiveDate>,
    starts: Option<NaiveTime>,
    ends: Option<NaiveTime>,
    place: String,
    theme: Option<ThemeId>,
    purpose: String,
    chair: Option<MemberId>,
    minute_taker: Option<MemberId>,
    agenda: Vec<AgendaItemId>,
    attendance: BTreeMap<MemberId, Attendance>,
    attachments: Attachments,
}, ["date", "theme"]);

crate::noun!(AgendaItem, "agenda_item", {
    meeting: MeetingId,
    parent: Option<AgendaItemId>,
    title: String,
    kind: Option<AgendaItemKind>,
    minutes: Option<u32>,
    statement: Option<StatementId>,
}, ["meeting"]);

/// Meetings in order of date, those without one last.
pub fn in_order(db: &Connection) -> rusqlite::Result<Vec<(MeetingId, Meeting)>> {
    crate::noun::select(db, "1 ORDER BY date IS NULL, date, number, record", [])
}

/// The first meeting after a day.
pub fn next_after(db: &Connection, date: NaiveDate) -> rusqlite::Result<Option<(MeetingId, Meeting)>> {
    let after = crate::noun::select(
        db,
        "date > ?1 ORDER BY date, number, record LIMIT 1",
        [date.to_string()],
    )?;
    Ok(after.into_iter().next())
}
