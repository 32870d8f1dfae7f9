//! What a *sessiesamenvatting* says, as plain values: ids are resolved to names and adopted minutes to
//! their adopted wording before they come here. Nothing here decides what is printed or how.

use chrono::{NaiveDate, NaiveTime};
use kring_domain::block::Blocks;
use kring_domain::decision::ActionState;
use kring_domain::outcome::{Distribution, Outcome};
use kring_domain::round::Stance;
use kring_domain::statement::{EvidenceBasis, EvidenceStance};
use kring_domain::study::Study;

use crate::citation::Citation;

/// The summary of one meeting. Empty strings and absent values mean "not known".
pub struct Summary {
    /// Name of the circle.
    pub circle: String,
    /// Whether this is the sample circle: every page then says so.
    pub sample: bool,
    /// Who met, when and where.
    pub head: Head,
    /// Theme of the day.
    pub theme: String,
    /// What the day was for.
    pub purpose: String,
    /// Actions of earlier meetings and how far they are.
    pub earlier_actions: Vec<ActionRow>,
    /// Agenda items in order, with what was noted at each.
    pub items: Vec<Item>,
    /// Studies brought in.
    pub studies: Vec<StudyRow>,
    /// Statements that were talked about.
    pub statements: Vec<StatementRow>,
    /// Decisions of this meeting.
    pub decisions: Vec<DecisionRow>,
    /// Actions of this meeting.
    pub actions: Vec<ActionRow>,
    /// What the circle does not know yet.
    pub unknown: Vec<UnknownRow>,
    /// What experience experts brought in; those who want it left out of the minutes are not here.
    pub contributions: Vec<ContributionRow>,
    /// The next meeting.
    pub next_meeting: Option<NextMeeting>,
    /// Whether the minutes are adopted.
    pub status: Status,
    /// The day this document is made.
    pub made_on: NaiveDate,
}

/// Who met, when and where.
#[derive(Default)]
pub struct Head {
    /// Which meeting of the series, from 1.
    pub number: u32,
    /// How many meetings the series has.
    pub of: Option<u32>,
    /// Day.
    pub date: Option<NaiveDate>,
    /// Begin.
    pub start: Option<NaiveTime>,
    /// End.
    pub end: Option<NaiveTime>,
    /// Place, with room if there is one: "De Glind, zaal 2".
    pub place: String,
    /// Who led it.
    pub chair: String,
    /// Who took the minutes.
    pub minute_taker: String,
    /// Who was there.
    pub attendees: Vec<Attendee>,
    /// Names of those who sent word that they could not come.
    pub absent_with_notice: Vec<String>,
    /// Names of those who stayed away without word.
    pub absent_without_notice: Vec<String>,
}

/// Someone who was there.
pub struct Attendee {
    /// Name.
    pub name: String,
    /// Organisation.
    pub organisation: String,
    /// Role, in the words of the document's language.
    pub role: String,
}

/// An agenda item.
pub struct Item {
    /// Its place in the agenda: "3", "3.1".
    pub ordinal: String,
    /// Title.
    pub title: String,
    /// How long it was planned to take.
    pub minutes: Option<u32>,
    /// What was noted at it.
    pub notes: Vec<Blocks>,
}

/// A study that was brought in.
pub struct StudyRow {
    /// The study.
    pub study: Study,
    /// What it means for family homes.
    pub meaning: Blocks,
}

/// A statement in one wording, with all that was said for and against it.
pub struct StatementRow {
    /// The wording.
    pub text: String,
    /// Which wording, from 1.
    pub version: u32,
    /// Its theme.
    pub theme: String,
    /// What is known for and against it.
    pub evidence: Vec<EvidenceRow>,
    /// How the positions lie; absent when no round was held.
    pub distribution: Option<Distribution>,
    /// What follows from the positions; absent while the round is open.
    pub outcome: Option<Outcome>,
    /// Every reservation and objection. They are always printed.
    pub dissent: Vec<DissentRow>,
}

/// Something known for or against a statement.
pub struct EvidenceRow {
    /// For or against.
    pub stance: EvidenceStance,
    /// What it rests on.
    pub basis: EvidenceBasis,
    /// The finding in words.
    pub text: String,
    /// The study it comes from; absent for practice or experience without one.
    pub study: Option<Study>,
    /// Where in the study: "12", "12-14".
    pub page: String,
}

/// A reservation or objection in the words of its holder.
pub struct DissentRow {
    /// Whose it is.
    pub name: String,
    /// Reservation or objection.
    pub stance: Stance,
    /// The holder's words.
    pub text: String,
}

/// A decision.
pub struct DecisionRow {
    /// Its continuous number: "2011-014"; absent while none is assigned.
    pub number: Option<String>,
    /// Whether the number can still change.
    pub provisional: bool,
    /// What was decided.
    pub text: String,
}

/// An action.
pub struct ActionRow {
    /// Its continuous number; absent while none is assigned.
    pub number: Option<String>,
    /// Whether the number can still change.
    pub provisional: bool,
    /// What will be done.
    pub text: String,
    /// Who does it.
    pub who: String,
    /// When it should be done.
    pub due: Option<NaiveDate>,
    /// How far it is.
    pub state: ActionState,
    /// How often it was postponed.
    pub postponed: u32,
}

/// What is not known yet on a theme.
pub struct UnknownRow {
    /// The theme.
    pub theme: String,
    /// What is not known.
    pub text: Blocks,
}

/// What an experience expert brought in, and what was done with it.
pub struct ContributionRow {
    /// Who brought it in; absent for "without name".
    pub from: Option<String>,
    /// What was brought in.
    pub text: String,
    /// What was done with it.
    pub feedback: String,
}

/// When the circle meets again.
pub struct NextMeeting {
    /// Day.
    pub date: NaiveDate,
    /// Begin.
    pub start: Option<NaiveTime>,
    /// Place.
    pub place: String,
    /// Theme.
    pub theme: String,
}

/// Whether the minutes are adopted.
pub enum Status {
    /// `concept`
    Draft,
    /// `vastgesteld`
    Adopted {
        /// SHA-256 of the adopted minutes, as it is printed.
        fingerprint: String,
    },
}

impl Summary {
    /// The studies it cites with the page, in reading order: those brought in, then those behind statements.
    pub(crate) fn citations(&self) -> Vec<Citation<'_>> {
        let brought_in = self.studies.iter().map(|row| Citation {
            study: &row.study,
            page: "",
        });
        let evidence = self.statements.iter().flat_map(|row| &row.evidence);
        let cited = evidence.filter_map(|row| {
            row.study.as_ref().map(|study| Citation {
                study,
                page: &row.page,
            })
        });
        brought_in.chain(cited).collect()
    }
}
