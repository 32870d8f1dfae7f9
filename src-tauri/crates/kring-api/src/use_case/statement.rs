//! Statements with their wordings, the evidence for and against them, and how the circle stands.

use std::collections::BTreeSet;

use kring_domain::id::{AgendaItemId, MeetingId, RecordId, StatementId, StatementVersionId, ThemeId};
use kring_domain::kind::Kind;
use kring_domain::statement::{Evidence, Statement, StatementVersion};
use kring_domain::study::Study;
use kring_domain::theme::Theme;
use kring_store::table::document;
use kring_store::{Connection, noun};
use kring_sync::segment::Scope;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::round::{RoundView, rounds_of};
use crate::desk::{ById, Change, Desk, Item, Nothing};
use crate::error::{ApiError, Result};
use crate::workspace::{Done, Workspace};

/// A statement to bring in.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AddStatement {
    /// The theme it is about.
    pub theme: ThemeId,
    /// The first wording: one sentence.
    pub text: String,
    /// The meeting it is brought in at.
    pub meeting: Option<MeetingId>,
    /// The agenda item it is brought in at.
    pub item: Option<AgendaItemId>,
}

/// What a statement and its wording are called.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
pub struct StatementIds {
    /// The statement.
    pub statement: StatementId,
    /// The wording: what positions are given on.
    pub version: StatementVersionId,
}

/// A statement as it is shown.
#[derive(Debug, Serialize, JsonSchema)]
pub struct StatementView {
    /// The statement.
    #[serde(flatten)]
    pub statement: Item<Statement>,
    /// Its present wording.
    pub text: String,
    /// The present wording's id.
    pub version: Option<StatementVersionId>,
    /// Every wording, oldest first; more than one last where two people reworded at once.
    pub versions: Vec<VersionView>,
    /// Evidence for and against it.
    pub evidence: Vec<EvidenceView>,
    /// Rounds that asked for positions on it, oldest first.
    pub rounds: Vec<RoundView>,
}

/// One wording.
#[derive(Debug, Serialize, JsonSchema)]
pub struct VersionView {
    /// Which one, from 1.
    pub number: u32,
    /// The wording.
    #[serde(flatten)]
    pub version: Item<StatementVersion>,
    /// Whether a later wording replaced it.
    pub superseded: bool,
}

/// Evidence with the title of its study.
#[derive(Debug, Serialize, JsonSchema)]
pub struct EvidenceView {
    /// The evidence.
    #[serde(flatten)]
    pub evidence: Item<Evidence>,
    /// Title of the study.
    pub study_title: String,
    /// Whether the study was retracted.
    pub study_retracted: bool,
}

/// Brings a statement in.
pub fn add(desk: &mut Desk<'_>, input: AddStatement) -> Result<Done<StatementIds>> {
    desk.workspace.transact("add_statement", |act| {
        act.get::<Theme>(input.theme)?;
        let statement = Statement {
            theme: input.theme,
            meeting: input.meeting,
            item: input.item,
        };
        let statement = StatementId(act.create(Scope::Circle, &statement)?);
        let version = StatementVersion {
            statement,
            text: input.text,
            supersedes: None,
        };
        let version = StatementVersionId(act.create(Scope::Circle, &version)?);
        Ok(StatementIds { statement, version })
    })
}

/// A new wording.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Reword {
    /// The statement.
    pub statement: StatementId,
    /// The new words.
    pub text: String,
}

/// Words a statement anew. Positions stay with the wording they were given on.
pub fn reword(desk: &mut Desk<'_>, input: Reword) -> Result<Done<StatementIds>> {
    let current =
        current(desk.workspace, input.statement)?.map(|version| StatementVersionId(version.version.id));
    desk.workspace.transact("reword_statement", |act| {
        act.get::<Statement>(input.statement)?;
        let version = StatementVersion {
            statement: input.statement,
            text: input.text,
            supersedes: current,
        };
        let version = StatementVersionId(act.create(Scope::Circle, &version)?);
        Ok(StatementIds {
            statement: input.statement,
            version,
        })
    })
}

/// One statement with wordings, evidence, positions and outcomes.
pub fn show(desk: &mut Desk<'_>, input: ById) -> Result<StatementView> {
    let statement: Statement = desk.get(input.id)?;
    view(desk.workspace, StatementId(input.id), statement)
}

/// Every statement, first brought in first.
pub fn list(desk: &mut Desk<'_>, _: Nothing) -> Result<Vec<StatementView>> {
    in_order(desk.workspace, noun::all(desk.workspace.db())?)
}

/// The statements of a theme.
pub fn of_theme(workspace: &Workspace, theme: ThemeId) -> Result<Vec<StatementView>> {
    let rows: Vec<(StatementId, Statement)> = noun::with(workspace.db(), "theme", theme)?;
    in_order(workspace, rows)
}

/// The statements brought in at a meeting or asked about in one of its rounds.
pub fn of_meeting(workspace: &Workspace, meeting: MeetingId) -> Result<Vec<StatementView>> {
    let mut rows: Vec<(StatementId, Statement)> = noun::with(workspace.db(), "meeting", meeting)?;
    let mut known: BTreeSet<StatementId> = rows.iter().map(|(id, _)| *id).collect();
    let rounds: Vec<(RecordId, kring_domain::round::Round)> = noun::with(workspace.db(), "meeting", meeting)?;
    for version in rounds.iter().flat_map(|(_, round)| &round.versions) {
        let Some(version) = noun::get::<StatementVersion>(workspace.db(), *version)? else {
            continue;
        };
        if known.insert(version.statement)
            && let Some(statement) = noun::get::<Statement>(workspace.db(), version.statement)?
        {
            rows.push((version.statement, statement));
        }
    }
    in_order(workspace, rows)
}

fn in_order(workspace: &Workspace, rows: Vec<(StatementId, Statement)>) -> Result<Vec<StatementView>> {
    let mut views = Vec::with_capacity(rows.len());
    for (id, statement) in rows {
        let created = document::get(workspace.db(), id.0)?.map_or(0, |row| row.created_ms);
        views.push((created, view(workspace, id, statement)?));
    }
    views.sort_by_key(|(created, view)| (*created, view.statement.id));
    Ok(views.into_iter().map(|(_, view)| view).collect())
}

fn view(workspace: &Workspace, id: StatementId, statement: Statement) -> Result<StatementView> {
    let versions = versions(workspace, id)?;
    let current = versions.iter().rev().find(|version| !version.superseded);
    let mut evidence = Vec::new();
    for (id, record) in noun::with::<Evidence, RecordId>(workspace.db(), "statement", id)? {
        let study = record
            .study
            .map(|study| noun::get::<Study>(workspace.db(), study))
            .transpose()?
            .flatten();
        evidence.push(EvidenceView {
            study_retracted: study.as_ref().is_some_and(|study| study.retracted),
            study_title: study.map(|study| study.title).unwrap_or_default(),
            evidence: Item { id, record },
        });
    }
    let asked: Vec<StatementVersionId> = versions
        .iter()
        .map(|version| StatementVersionId(version.version.id))
        .collect();
    Ok(StatementView {
        text: current
            .map(|version| version.version.record.text.clone())
            .unwrap_or_default(),
        version: current.map(|version| StatementVersionId(version.version.id)),
        evidence,
        rounds: rounds_of(workspace, &asked)?,
        versions,
        statement: Item {
            id: id.0,
            record: statement,
        },
    })
}

/// The present wording: the last one that no other replaced.
pub fn current(workspace: &Workspace, statement: StatementId) -> Result<Option<VersionView>> {
    current_in(workspace.db(), statement)
}

fn current_in(db: &Connection, statement: StatementId) -> Result<Option<VersionView>> {
    let mut versions = versions_in(db, statement)?.into_iter().rev();
    Ok(versions.find(|version| !version.superseded))
}

/// The present words; empty when there are none.
pub fn words(workspace: &Workspace, statement: StatementId) -> Result<String> {
    words_in(workspace.db(), statement)
}

/// The present words, of a database that no workspace is around yet.
pub fn words_in(db: &Connection, statement: StatementId) -> Result<String> {
    let current = current_in(db, statement)?;
    Ok(current
        .map(|version| version.version.record.text)
        .unwrap_or_default())
}

/// Name of the theme a statement is on; empty when that is in the trash.
pub fn theme_name(db: &Connection, statement: &Statement) -> Result<String> {
    let theme = noun::get::<Theme>(db, statement.theme)?;
    Ok(theme.map(|theme| theme.name).unwrap_or_default())
}

/// The wordings of a statement, each after the one it replaces.
pub fn versions(workspace: &Workspace, statement: StatementId) -> Result<Vec<VersionView>> {
    versions_in(workspace.db(), statement)
}

fn versions_in(db: &Connection, statement: StatementId) -> Result<Vec<VersionView>> {
    let rows: Vec<(StatementVersionId, StatementVersion)> = noun::with(db, "statement", statement)?;
    let superseded: BTreeSet<StatementVersionId> = rows
        .iter()
        .filter_map(|(_, version)| version.supersedes)
        .collect();
    let depth = |version: &StatementVersion| {
        let earlier = |version: &StatementVersion| {
            rows.iter()
                .find(|(id, _)| Some(*id) == version.supersedes)
                .map(|(_, row)| row.clone())
        };
        // Wordings that name each other in a circle, which no command makes, end at their number.
        std::iter::successors(earlier(version), earlier)
            .take(rows.len())
            .count()
    };
    let depths: Vec<usize> = rows.iter().map(|(_, version)| depth(version)).collect();
    let mut order: Vec<usize> = (0..rows.len()).collect();
    order.sort_by_key(|at| (depths[*at], rows[*at].0));
    let mut views = Vec::with_capacity(rows.len());
    for (number, at) in order.into_iter().enumerate() {
        let (id, record) = &rows[at];
        views.push(VersionView {
            number: number as u32 + 1,
            superseded: superseded.contains(id),
            version: Item {
                id: id.0,
                record: record.clone(),
            },
        });
    }
    Ok(views)
}

/// Says what a study, practice or experience means for a statement.
pub fn add_evidence(desk: &mut Desk<'_>, input: Evidence) -> Result<Done<RecordId>> {
    desk.workspace.transact("add_evidence", |act| {
        act.get::<Statement>(input.statement)?;
        if let Some(study) = input.study {
            act.get::<Study>(study)?;
        }
        act.create(Scope::Circle, &input)
    })
}

/// Changes evidence.
pub fn change_evidence(desk: &mut Desk<'_>, input: Change<Evidence>) -> Result<Done<RecordId>> {
    desk.change("change_evidence", input)
}

/// The statement a wording belongs to.
pub fn of_version(workspace: &Workspace, version: StatementVersionId) -> Result<StatementVersion> {
    noun::get(workspace.db(), version)?.ok_or(ApiError::NotFound {
        kind: Kind::StatementVersion,
        id: version.0,
    })
}
