//! `bijeenkomst` → [`Meeting`]: number n of N, date, place, main theme, agenda and attendance.
//! `agendapunt` → [`AgendaItem`]. Notes, decisions and actions are records of their own.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveTime};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::attachment::{self, Attachments};
use crate::id::{AgendaItemId, MeetingId, MemberId, RecordId, StatementId, ThemeId};
use crate::invalid::{self, Invalid, Reason};
use crate::kind::Kind;
use crate::open_enum;
use crate::record::Record;

open_enum! {
    /// `aanwezig`, `afwezig met kennisgeving`, `afwezig zonder kennisgeving`.
    Attendance {
        /// `aanwezig`
        Present = "present",
        /// `afwezig met kennisgeving`
        AbsentWithNotice = "absent_with_notice",
        /// `afwezig zonder kennisgeving`
        AbsentWithoutNotice = "absent_without_notice",
    }
}

/// A meeting of the circle. Times are civil time in the Netherlands.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Meeting {
    /// Which meeting of the series, from 1.
    pub number: u32,
    /// How many meetings the series has.
    pub of: Option<u32>,
    /// Title, when the main theme does not say enough.
    pub title: String,
    /// Day.
    pub date: Option<NaiveDate>,
    /// Begin.
    pub starts: Option<NaiveTime>,
    /// End.
    pub ends: Option<NaiveTime>,
    /// Place: "De Glind".
    pub place: String,
    /// Main theme.
    pub theme: Option<ThemeId>,
    /// What the day is for, in a few sentences.
    pub purpose: String,
    /// Who leads it.
    pub chair: Option<MemberId>,
    /// Who takes the minutes.
    pub minute_taker: Option<MemberId>,
    /// Agenda items in order.
    pub agenda: Vec<AgendaItemId>,
    /// Who was there.
    pub attendance: BTreeMap<MemberId, Attendance>,
    /// Files that go with it.
    pub attachments: Attachments,
}

impl Record for Meeting {
    const KIND: Kind = Kind::Meeting;
    const LISTS: &'static [&'static str] = &["agenda"];
    const MAPS: &'static [&'static str] = &["attendance", attachment::FIELD];

    fn check(&self) -> Result<(), Invalid> {
        invalid::within("number", i64::from(self.number), 1, 999)?;
        if let Some(of) = self.of {
            invalid::within("of", i64::from(of), 1, 999)?;
        }
        invalid::line("title", &self.title)?;
        invalid::line("place", &self.place)?;
        invalid::short_text("purpose", &self.purpose)?;
        attachment::check(&self.attachments)?;
        if let (Some(starts), Some(ends)) = (self.starts, self.ends)
            && ends < starts
        {
            return Err(Invalid::new("ends", Reason::EndBeforeStart));
        }
        Ok(())
    }

    fn title(&self) -> String {
        self.title.clone()
    }

    fn body_text(&self) -> String {
        [self.place.clone(), self.purpose.clone()]
            .into_iter()
            .chain(attachment::names(&self.attachments))
            .collect::<Vec<_>>()
            .join("\n")
    }

    fn links(&self) -> Vec<RecordId> {
        let theme = self.theme.map(|id| id.0);
        let people = [self.chair, self.minute_taker]
            .into_iter()
            .flatten()
            .map(|id| id.0);
        theme.into_iter().chain(people).collect()
    }
}

open_enum! {
    /// What an agenda item asks of the meeting.
    AgendaItemKind {
        /// Opening, closing, break.
        Procedure = "procedure",
        /// Something is told.
        Information = "information",
        /// Something is talked over.
        Discussion = "discussion",
        /// Something is decided.
        Decision = "decision",
        /// A statement is put forward for agreement.
        Statement = "statement",
    }
}

/// An item of a meeting's agenda.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AgendaItem {
    /// The meeting it belongs to.
    pub meeting: MeetingId,
    /// The item it is part of.
    #[serde(default)]
    pub parent: Option<AgendaItemId>,
    /// What it is about.
    pub title: String,
    /// What it asks of the meeting.
    #[serde(default)]
    pub kind: Option<AgendaItemKind>,
    /// Planned duration, in minutes.
    #[serde(default)]
    pub minutes: Option<u32>,
    /// The statement put forward.
    #[serde(default)]
    pub statement: Option<StatementId>,
}

impl Record for AgendaItem {
    const KIND: Kind = Kind::AgendaItem;

    fn check(&self) -> Result<(), Invalid> {
        invalid::title("title", &self.title)?;
        match self.minutes {
            Some(minutes) => invalid::within("minutes", i64::from(minutes), 0, 24 * 60),
            None => Ok(()),
        }
    }

    fn title(&self) -> String {
        self.title.clone()
    }

    fn links(&self) -> Vec<RecordId> {
        let statement = self.statement.map(|id| id.0);
        [self.meeting.0].into_iter().chain(statement).collect()
    }
}

crate::opaque_debug!(AgendaItem, Meeting);
