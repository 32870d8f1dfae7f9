//! `stelling` → [`Statement`] with its wordings [`StatementVersion`], and `onderbouwing` →
//! [`Evidence`]. A wording is immutable; new wording is a new version.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::id::{AgendaItemId, MeetingId, RecordId, StatementId, StatementVersionId, StudyId, ThemeId};
use crate::invalid::{self, Invalid};
use crate::kind::Kind;
use crate::open_enum;
use crate::record::Record;

/// One sentence offered for agreement. Its words are in its versions.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Statement {
    /// The theme it is about.
    pub theme: ThemeId,
    /// The meeting it was brought in at.
    #[serde(default)]
    pub meeting: Option<MeetingId>,
    /// The agenda item it was brought in at.
    #[serde(default)]
    pub item: Option<AgendaItemId>,
}

impl Record for Statement {
    const KIND: Kind = Kind::Statement;

    fn check(&self) -> Result<(), Invalid> {
        Ok(())
    }

    fn title(&self) -> String {
        String::new()
    }

    fn links(&self) -> Vec<RecordId> {
        [
            Some(self.theme.0),
            self.meeting.map(|id| id.0),
            self.item.map(|id| id.0),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

/// One wording of a statement; write-once.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct StatementVersion {
    /// The statement it words.
    pub statement: StatementId,
    /// The words.
    pub text: String,
    /// The wording it replaces.
    #[serde(default)]
    pub supersedes: Option<StatementVersionId>,
}

impl Record for StatementVersion {
    const KIND: Kind = Kind::StatementVersion;

    fn check(&self) -> Result<(), Invalid> {
        invalid::required_text("text", &self.text)?;
        invalid::at_most("text", &self.text, 2_000)
    }

    fn title(&self) -> String {
        self.text.clone()
    }

    fn statement_text(&self) -> String {
        self.text.clone()
    }

    fn links(&self) -> Vec<RecordId> {
        vec![self.statement.0]
    }
}

open_enum! {
    /// `ondersteunt`, `nuanceert`, `spreekt tegen`.
    EvidenceStance {
        /// `ondersteunt`
        Supports = "supports",
        /// `nuanceert`
        Nuances = "nuances",
        /// `spreekt tegen`
        Contradicts = "contradicts",
    }
}

open_enum! {
    /// What evidence rests on.
    EvidenceBasis {
        /// `wetenschap`
        Science = "science",
        /// `praktijk`
        Practice = "practice",
        /// `ervaring`
        Experience = "experience",
    }
}

/// What a study, practice or experience says for or against a statement.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Evidence {
    /// The statement.
    pub statement: StatementId,
    /// The study; absent for practice or experience without one.
    #[serde(default)]
    pub study: Option<StudyId>,
    /// For or against.
    pub stance: EvidenceStance,
    /// What it rests on.
    pub basis: EvidenceBasis,
    /// The finding in words.
    #[serde(default)]
    pub finding: String,
    /// Where in the study: "p. 12".
    #[serde(default)]
    pub page: String,
}

impl Record for Evidence {
    const KIND: Kind = Kind::Evidence;

    fn check(&self) -> Result<(), Invalid> {
        if self.study.is_none() {
            invalid::required_text("finding", &self.finding)?;
        }
        invalid::short_text("finding", &self.finding)?;
        invalid::line("page", &self.page)
    }

    fn title(&self) -> String {
        self.finding.chars().take(120).collect()
    }

    fn body_text(&self) -> String {
        self.finding.clone()
    }

    fn links(&self) -> Vec<RecordId> {
        [Some(self.statement.0), self.study.map(|id| id.0)]
            .into_iter()
            .flatten()
            .collect()
    }
}

crate::opaque_debug!(Evidence, Statement, StatementVersion);
