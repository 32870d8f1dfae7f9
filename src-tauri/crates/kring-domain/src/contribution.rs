//! `inbreng` → [`Contribution`]: what someone brought in, with or without their name, and what was
//! done with it (`terugkoppeling`).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::id::{MeetingId, MemberId, RecordId};
use crate::invalid::{self, Invalid};
use crate::kind::Kind;
use crate::open_enum;
use crate::record::Record;

open_enum! {
    /// What the person who brought it in allows.
    Consent {
        /// `met naam`
        WithName = "with_name",
        /// `zonder naam`
        WithoutName = "without_name",
        /// `niet in het verslag`
        NotInMinutes = "not_in_minutes",
    }
}

/// What someone brought in at a meeting.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Contribution {
    /// The meeting.
    pub meeting: MeetingId,
    /// Who brought it in.
    #[serde(default)]
    pub from: Option<MemberId>,
    /// What was brought in.
    pub text: String,
    /// How it may be shown.
    pub consent: Consent,
    /// What was done with it.
    #[serde(default)]
    pub feedback: String,
}

impl Record for Contribution {
    const KIND: Kind = Kind::Contribution;

    fn check(&self) -> Result<(), Invalid> {
        invalid::required_text("text", &self.text)?;
        invalid::short_text("feedback", &self.feedback)
    }

    fn title(&self) -> String {
        self.text.chars().take(120).collect()
    }

    fn body_text(&self) -> String {
        format!("{}\n{}", self.text, self.feedback)
    }

    fn links(&self) -> Vec<RecordId> {
        [Some(self.meeting.0), self.from.map(|id| id.0)]
            .into_iter()
            .flatten()
            .collect()
    }
}

crate::opaque_debug!(Contribution);
