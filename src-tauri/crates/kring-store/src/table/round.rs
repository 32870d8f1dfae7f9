//! Rounds, positions and closings.

use std::collections::BTreeMap;

use kring_domain::id::{MeetingId, MemberId, PositionId, RecordId, RoundId, SealKey, StatementVersionId};
use kring_domain::round::{Closing, Counted, Position, Round, Rule, Stance};

crate::noun!(Round, "round", {
    versions: Vec<StatementVersionId>,
    rule: Rule,
    meeting: Option<MeetingId>,
    leader: MemberId,
}, ["meeting"]);

crate::noun!(Position, "position", {
    round: RoundId,
    version: StatementVersionId,
    holder: MemberId,
    stance: Stance,
    text: String,
    recorded_by: Option<MemberId>,
    proof: String,
    supersedes: Vec<PositionId>,
}, ["round", "version", "holder"]);

crate::noun!(Closing, "closing", {
    round: RoundId,
    positions: Vec<Counted>,
    keys: BTreeMap<RecordId, SealKey>,
}, ["round"]);
