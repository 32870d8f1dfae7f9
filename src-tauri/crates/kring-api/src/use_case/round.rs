//! Rounds: asking for positions, giving them, closing, and what follows.

use std::collections::{BTreeMap, BTreeSet};

use kring_domain::id::{MeetingId, MemberId, PositionId, RecordId, RoundId, StatementVersionId};
use kring_domain::kind::Kind;
use kring_domain::outcome::{Distribution, Given, Outcome, counting_positions};
use kring_domain::round::{Closing, Counted, Position, Round, Rule, Stance};
use kring_domain::statement::StatementVersion;
use kring_store::Connection;
use kring_store::noun;
use kring_store::table::document;
use kring_sync::segment::Scope;
use kring_trust::operation::Right;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::member;
use crate::desk::{ById, Desk};
use crate::error::{ApiError, Refusal, Result};
use crate::workspace::{Done, Workspace};

/// A round to open.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OpenRound {
    /// The wordings that positions are asked on.
    pub versions: Vec<StatementVersionId>,
    /// The rule, fixed from here on; consent if none is given.
    #[serde(default = "consent")]
    pub rule: Rule,
    /// The meeting it belongs to.
    pub meeting: Option<MeetingId>,
}

fn consent() -> Rule {
    Rule::Consent
}

/// A round on one wording, as it stands.
#[derive(Debug, Serialize, JsonSchema)]
pub struct RoundView {
    /// The round.
    pub id: RoundId,
    /// The wording.
    pub version: StatementVersionId,
    /// The meeting it belongs to.
    pub meeting: Option<MeetingId>,
    /// Whether it is closed.
    pub closed: bool,
    /// What follows from the positions, with its rule and counts.
    pub outcome: Outcome,
    /// The outcome in words: "7 van 9 instemming, 1 voorbehoud, 1 bezwaar, regel consent → …".
    pub reason: String,
    /// The positions, by name.
    pub positions: Vec<PositionView>,
}

/// One position.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PositionView {
    /// The position.
    pub id: PositionId,
    /// Whose it is.
    pub holder: MemberId,
    /// Their name.
    pub holder_name: String,
    /// The stance.
    pub stance: Stance,
    /// The reservation or objection in their words.
    pub text: String,
    /// Name of who wrote it down for them; then it is not yet confirmed.
    pub recorded_by: Option<String>,
    /// Whether it counts: not superseded, and not after closing.
    pub counts: bool,
    /// Whether it came after the round was closed and would have counted before. One that was replaced, or
    /// that gives way to another of its holder, is not late but out of use.
    pub after_closing: bool,
    /// Whether the holder gave two positions unaware of each other and should say which holds.
    pub ask_holder: bool,
}

/// Opens a round.
pub fn open(desk: &mut Desk<'_>, input: OpenRound) -> Result<Done<RecordId>> {
    desk.workspace.transact("open_round", |act| {
        for version in &input.versions {
            act.get::<StatementVersion>(*version)?;
        }
        let round = Round {
            versions: input.versions,
            rule: input.rule,
            meeting: input.meeting,
            leader: act.person()?,
        };
        act.create(Scope::Circle, &round)
    })
}

/// A position to give.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GivePosition {
    /// The round.
    pub round: RoundId,
    /// The wording; may be left out when the round asks about one only.
    pub version: Option<StatementVersionId>,
    /// The stance.
    pub stance: Stance,
    /// The reservation or objection in own words; needed for those two.
    #[serde(default)]
    pub text: String,
}

/// Gives the own position, in place of the one given before.
pub fn give_position(desk: &mut Desk<'_>, input: GivePosition) -> Result<Done<RecordId>> {
    let round: Round = desk.get(input.round)?;
    let version = asked_version(&round, input.version)?;
    desk.workspace.transact("give_position", |act| {
        let holder = act.person()?;
        let supersedes = own_positions(act.db(), input.round, version, holder)?;
        let position = Position {
            round: input.round,
            version,
            holder,
            stance: input.stance,
            text: input.text,
            recorded_by: None,
            proof: String::new(),
            supersedes,
        };
        act.create(Scope::Circle, &position)
    })
}

/// A position to write down for someone else.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordPosition {
    /// The round.
    pub round: RoundId,
    /// The wording; may be left out when the round asks about one only.
    pub version: Option<StatementVersionId>,
    /// Whose stance it is.
    pub holder: MemberId,
    /// The stance.
    pub stance: Stance,
    /// The reservation or objection in the holder's words; needed for those two.
    #[serde(default)]
    pub text: String,
    /// What shows that the holder said so: "per e-mail, 12 maart".
    #[serde(default)]
    pub proof: String,
}

/// Writes a position down for someone else, as a record of who writes. The holder's own always wins.
pub fn record_position(desk: &mut Desk<'_>, input: RecordPosition) -> Result<Done<RecordId>> {
    if desk
        .workspace
        .core
        .own_right()
        .is_none_or(|right| right < Right::Secretary)
    {
        return Err(ApiError::NotAllowed(Kind::Position));
    }
    let round: Round = desk.get(input.round)?;
    let version = asked_version(&round, input.version)?;
    desk.workspace.transact("record_position", |act| {
        let position = Position {
            round: input.round,
            version,
            holder: input.holder,
            stance: input.stance,
            text: input.text,
            recorded_by: Some(act.person()?),
            proof: input.proof,
            supersedes: Vec::new(),
        };
        act.create(Scope::Circle, &position)
    })
}

fn asked_version(round: &Round, version: Option<StatementVersionId>) -> Result<StatementVersionId> {
    let asked = match (version, round.versions.as_slice()) {
        (None, [only]) => Some(*only),
        (Some(version), asked) if asked.contains(&version) => Some(version),
        _ => None,
    };
    asked.ok_or(ApiError::Refused(Refusal::NotInRound))
}

fn own_positions(
    db: &Connection,
    round: RoundId,
    version: StatementVersionId,
    holder: MemberId,
) -> Result<Vec<PositionId>> {
    let given: Vec<(PositionId, Position)> = noun::with(db, "round", round)?;
    let own = given.into_iter().filter(|(_, given)| {
        given.holder == holder && given.version == version && given.recorded_by.is_none()
    });
    Ok(own.map(|(id, _)| id).collect())
}

/// Closes a round: the positions that are here now are the ones that count.
pub fn close(desk: &mut Desk<'_>, input: ById) -> Result<Done<RecordId>> {
    let round: Round = desk.get(input.id)?;
    let id = RoundId(input.id);
    let db = desk.workspace.db();
    if closing(db, id)?.is_some() {
        return Err(Refusal::RoundClosed.into());
    }
    let given: Vec<(PositionId, Position)> = noun::with(db, "round", id)?;
    let mut positions = Vec::new();
    for version in round.versions {
        let on_version: Vec<(PositionId, Position)> = given
            .iter()
            .filter(|(_, given)| given.version == version)
            .cloned()
            .collect();
        for (position, _) in counting_positions(&on_version)
            .into_values()
            .map(|(given, _)| given)
        {
            let hash = document::get(db, position.0)?.map(|row| row.created_in);
            positions.extend(hash.map(|hash| Counted {
                position: *position,
                hash,
            }));
        }
    }
    desk.create(
        "close_round",
        &Closing {
            round: id,
            positions,
            keys: BTreeMap::new(),
        },
    )
}

/// The closing of a round; should there be two, the one that was made in the segment of least hash.
fn closing(db: &Connection, round: RoundId) -> Result<Option<Closing>> {
    let mut closings = Vec::new();
    for (id, closing) in noun::with::<Closing, RecordId>(db, "round", round)? {
        closings.push((document::get(db, id)?.map(|row| row.created_in), closing));
    }
    closings.sort_by_key(|(created, _)| *created);
    Ok(closings.into_iter().next().map(|(_, closing)| closing))
}

/// The rounds that asked about any of these wordings, oldest first.
pub fn rounds_of(workspace: &Workspace, versions: &[StatementVersionId]) -> Result<Vec<RoundView>> {
    let mut views = Vec::new();
    for version in versions {
        for (opened, id, round) in asking(workspace.db(), *version)? {
            views.push((opened, view(workspace, id, &round, *version)?));
        }
    }
    views.sort_by_key(|(opened, view)| (*opened, view.id));
    Ok(views.into_iter().map(|(_, view)| view).collect())
}

/// The rounds that asked about a wording, oldest first, each with the time it was opened.
pub fn asking(db: &Connection, version: StatementVersionId) -> Result<Vec<(u64, RoundId, Round)>> {
    let mut rounds = Vec::new();
    for (id, round) in noun::referring::<Round, RoundId>(db, version)? {
        let opened = document::get(db, id.0)?.map_or(0, |row| row.created_ms);
        rounds.push((opened, id, round));
    }
    rounds.sort_by_key(|(opened, id, _)| (*opened, *id));
    Ok(rounds)
}

/// How a round stands on every wording it asks about.
pub fn show(desk: &mut Desk<'_>, input: ById) -> Result<Vec<RoundView>> {
    let round: Round = desk.get(input.id)?;
    round
        .versions
        .iter()
        .map(|version| view(desk.workspace, RoundId(input.id), &round, *version))
        .collect()
}

/// How a round stands on one of its wordings, without words.
pub struct Stand {
    /// Whether it is closed.
    pub closed: bool,
    /// What follows from the positions that count.
    pub outcome: Outcome,
    /// Every position on the wording.
    pub given: Vec<Given>,
    /// Those that count, and whether their holder should be asked which of two holds.
    counted: BTreeMap<PositionId, bool>,
    /// Those that would have counted had they been there when the round was closed.
    late: BTreeSet<PositionId>,
}

/// How a round stands on one of its wordings.
pub fn stand(db: &Connection, id: RoundId, round: &Round, version: StatementVersionId) -> Result<Stand> {
    let mut given: Vec<Given> = noun::with(db, "round", id)?;
    given.retain(|(_, given)| given.version == version);
    let counting: BTreeMap<PositionId, bool> = counting_positions(&given)
        .into_values()
        .map(|((id, _), double)| (*id, double))
        .collect();
    let closing = closing(db, id)?;
    let closed = closing.is_some();
    let counted = match closing {
        Some(closing) => closing
            .positions
            .iter()
            .map(|counted| (counted.position, false))
            .collect(),
        None => counting.clone(),
    };
    let stances = given
        .iter()
        .filter(|(id, _)| counted.contains_key(id))
        .map(|(_, given)| &given.stance);
    Ok(Stand {
        closed,
        outcome: Outcome::compute(round.rule, Distribution::of(stances)),
        late: counting
            .into_keys()
            .filter(|id| !counted.contains_key(id))
            .collect(),
        given,
        counted,
    })
}

fn view(workspace: &Workspace, id: RoundId, round: &Round, version: StatementVersionId) -> Result<RoundView> {
    let db = workspace.db();
    let Stand {
        closed,
        outcome,
        given,
        counted,
        late,
    } = stand(db, id, round, version)?;
    let mut positions = Vec::with_capacity(given.len());
    for (position, given) in given {
        positions.push(PositionView {
            id: position,
            holder: given.holder,
            holder_name: member::name(db, Some(given.holder))?,
            stance: given.stance,
            text: given.text,
            recorded_by: given
                .recorded_by
                .map(|by| member::name(db, Some(by)))
                .transpose()?,
            counts: counted.contains_key(&position),
            after_closing: late.contains(&position),
            ask_holder: counted.get(&position).copied().unwrap_or(false),
        });
    }
    positions.sort_by(|a, b| (&a.holder_name, a.id).cmp(&(&b.holder_name, b.id)));
    Ok(RoundView {
        id,
        version,
        meeting: round.meeting,
        closed,
        reason: outcome.sentence(workspace.words()),
        outcome,
        positions,
    })
}
