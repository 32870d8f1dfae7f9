//! `ronde` → [`Round`], `standpunt` → [`Position`] and its [`Closing`]: one pass of positions on
//! wordings of statements. What follows from them is in [`outcome`](crate::outcome).

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::id::{Hash, MeetingId, MemberId, PositionId, RecordId, RoundId, SealKey, StatementVersionId};
use crate::invalid::{self, Invalid, Reason};
use crate::kind::Kind;
use crate::open_enum;
use crate::record::Record;

/// When a statement counts as agreed; named before the round opens and fixed from then on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "rule", rename_all = "snake_case")]
pub enum Rule {
    /// Nobody has an argued objection. Not the same as being in favour.
    Consent,
    /// Enough agreement and not too much objection, in percent of the positions that count.
    Threshold {
        /// At least this much agreement, with or without reservation.
        agree_percent: u8,
        /// Less than this much objection.
        object_percent: u8,
        /// At least this many positions that count.
        positions: u32,
    },
    /// Everybody agrees, with or without reservation.
    Unanimous,
}

impl Rule {
    /// The rule's code, key of its texts.
    pub fn code(self) -> &'static str {
        match self {
            Self::Consent => "consent",
            Self::Threshold { .. } => "threshold",
            Self::Unanimous => "unanimous",
        }
    }
}

/// A round; write-once, so that its rule cannot change after it opened.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Round {
    /// The wordings that positions are asked on.
    pub versions: Vec<StatementVersionId>,
    /// The rule.
    pub rule: Rule,
    /// The meeting it belongs to.
    #[serde(default)]
    pub meeting: Option<MeetingId>,
    /// Who leads it.
    pub leader: MemberId,
}

impl Record for Round {
    const KIND: Kind = Kind::Round;

    fn check(&self) -> Result<(), Invalid> {
        if self.versions.is_empty() {
            return Err(Invalid::new("versions", Reason::Empty));
        }
        let mut seen = self.versions.clone();
        seen.sort_unstable();
        seen.dedup();
        if seen.len() < self.versions.len() {
            return Err(Invalid::new("versions", Reason::Twice));
        }
        if let Rule::Threshold {
            agree_percent,
            object_percent,
            ..
        } = self.rule
        {
            invalid::within("rule", i64::from(agree_percent), 1, 100)?;
            invalid::within("rule", i64::from(object_percent), 1, 100)?;
        }
        Ok(())
    }

    fn title(&self) -> String {
        String::new()
    }

    fn links(&self) -> Vec<RecordId> {
        let versions = self.versions.iter().map(|id| id.0);
        versions.chain(self.meeting.map(|id| id.0)).collect()
    }
}

open_enum! {
    /// `instemming`, `voorbehoud`, `bezwaar`, `geen mening`.
    Stance {
        /// `instemming`
        Agree = "agree",
        /// `voorbehoud`
        AgreeWithReservation = "agree_with_reservation",
        /// `bezwaar`
        Object = "object",
        /// `geen mening`
        NoOpinion = "no_opinion",
    }
}

impl Stance {
    /// Whether the stance needs a text to count.
    pub fn needs_text(&self) -> bool {
        matches!(self, Self::AgreeWithReservation | Self::Object)
    }

    /// How critical it is: of two positions unaware of each other the more critical one counts.
    pub fn severity(&self) -> u8 {
        match self {
            Self::Agree | Self::Unknown(_) => 0,
            Self::NoOpinion => 1,
            Self::AgreeWithReservation => 2,
            Self::Object => 3,
        }
    }
}

/// One member's stance on one wording in one round; write-once. It belongs to its holder.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Position {
    /// The round.
    pub round: RoundId,
    /// The wording.
    pub version: StatementVersionId,
    /// Whose stance it is.
    pub holder: MemberId,
    /// The stance.
    pub stance: Stance,
    /// The reservation or objection in the holder's words.
    #[serde(default)]
    pub text: String,
    /// Who wrote it down for the holder; absent for an own position.
    #[serde(default)]
    pub recorded_by: Option<MemberId>,
    /// What shows that the holder said so: "per e-mail, 12 maart".
    #[serde(default)]
    pub proof: String,
    /// Own earlier positions that this one replaces.
    #[serde(default)]
    pub supersedes: Vec<PositionId>,
}

impl Record for Position {
    const KIND: Kind = Kind::Position;

    fn check(&self) -> Result<(), Invalid> {
        if self.stance.needs_text() && self.text.trim().is_empty() {
            return Err(Invalid::new("text", Reason::StanceNeedsText));
        }
        invalid::short_text("text", &self.text)?;
        invalid::line("proof", &self.proof)
    }

    fn title(&self) -> String {
        String::new()
    }

    fn body_text(&self) -> String {
        self.text.clone()
    }

    fn links(&self) -> Vec<RecordId> {
        vec![self.round.0, self.version.0, self.holder.0]
    }
}

/// A position that a closing counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Counted {
    /// The position.
    pub position: PositionId,
    /// Hash of the segment that carries it.
    pub hash: Hash,
}

/// The end of a round: which positions counted; write-once. Later ones show as "na sluiting".
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Closing {
    /// The round.
    pub round: RoundId,
    /// The positions counted; none when nobody gave one.
    #[serde(default)]
    pub positions: Vec<Counted>,
    /// The keys of what was sealed until now, by record; from here on everyone can open it.
    #[serde(default)]
    pub keys: BTreeMap<RecordId, SealKey>,
}

impl Record for Closing {
    const KIND: Kind = Kind::Closing;

    fn check(&self) -> Result<(), Invalid> {
        Ok(())
    }

    fn title(&self) -> String {
        String::new()
    }

    fn links(&self) -> Vec<RecordId> {
        vec![self.round.0]
    }
}

crate::opaque_debug!(Closing, Position, Round);

#[cfg(test)]
mod tests {
    use super::*;

    fn position(stance: Stance, text: &str) -> Position {
        Position {
            round: RecordId::ZERO.into(),
            version: RecordId::ZERO.into(),
            holder: RecordId::ZERO.into(),
            stance,
            text: text.into(),
            recorded_by: None,
            proof: String::new(),
            supersedes: vec![],
        }
    }

    #[test]
    fn a_reservation_needs_a_text() {
        for stance in [Stance::AgreeWithReservation, Stance::Object] {
            let refused = position(stance.clone(), "  ").check().unwrap_err();
            assert_eq!(
                refused.reason,
                Reason::StanceNeedsText,
                "white space is no reason"
            );
            assert!(position(stance, "Te weinig over ouders.").check().is_ok());
        }
    }

    #[test]
    fn agreement_and_no_opinion_need_no_text() {
        assert!(position(Stance::Agree, "").check().is_ok());
        assert!(position(Stance::NoOpinion, "").check().is_ok());
    }
}
