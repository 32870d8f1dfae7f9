//! `besluit` → [`Decision`], `actiepunt` → [`Action`]: the two running lists of a circle. Their
//! numbers are not fields: a [`Numbering`](crate::numbering::Numbering) assigns them.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::id::{AgendaItemId, MeetingId, MemberId, RecordId};
use crate::invalid::{self, Invalid};
use crate::kind::Kind;
use crate::open_enum;
use crate::record::Record;

/// What was decided.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Decision {
    /// The meeting that decided.
    pub meeting: MeetingId,
    /// The agenda item it came from.
    #[serde(default)]
    pub item: Option<AgendaItemId>,
    /// The decision in words.
    pub text: String,
}

impl Record for Decision {
    const KIND: Kind = Kind::Decision;

    fn check(&self) -> Result<(), Invalid> {
        invalid::required_text("text", &self.text)
    }

    fn title(&self) -> String {
        self.text.chars().take(120).collect()
    }

    fn statement_text(&self) -> String {
        self.text.clone()
    }

    fn links(&self) -> Vec<RecordId> {
        [Some(self.meeting.0), self.item.map(|id| id.0)]
            .into_iter()
            .flatten()
            .collect()
    }
}

open_enum! {
    /// How far an action is.
    ActionState {
        /// `open`
        Open = "open",
        /// `gedaan`
        Done = "done",
        /// `vervallen`
        Dropped = "dropped",
    }
}

/// What someone will do, and when.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Action {
    /// The meeting it was agreed in.
    #[serde(default)]
    pub meeting: Option<MeetingId>,
    /// The agenda item it came from.
    #[serde(default)]
    pub item: Option<AgendaItemId>,
    /// What will be done.
    pub text: String,
    /// Who does it.
    #[serde(default)]
    pub owner: Option<MemberId>,
    /// When it should be done.
    #[serde(default)]
    pub due: Option<NaiveDate>,
    /// How far it is.
    #[serde(default = "open")]
    pub state: ActionState,
    /// How often it was postponed.
    #[serde(default)]
    pub postponed: u32,
}

fn open() -> ActionState {
    ActionState::Open
}

impl Record for Action {
    const KIND: Kind = Kind::Action;

    fn check(&self) -> Result<(), Invalid> {
        invalid::required_text("text", &self.text)
    }

    fn title(&self) -> String {
        self.text.chars().take(120).collect()
    }

    fn body_text(&self) -> String {
        self.text.clone()
    }

    fn links(&self) -> Vec<RecordId> {
        let meeting = self.meeting.map(|id| id.0);
        [meeting, self.item.map(|id| id.0), self.owner.map(|id| id.0)]
            .into_iter()
            .flatten()
            .collect()
    }
}

crate::opaque_debug!(Action, Decision);
