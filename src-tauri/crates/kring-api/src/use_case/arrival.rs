//! What came in: several files at once, undoing imports, what is missing, and asking for it.

use kring_domain::id::MemberId;
use kring_domain::member::Member;
use kring_domain::text::Value;
use kring_store::noun;
use kring_store::table::import;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::circle;
use super::exchange::{ImportPackage, Message};
use super::member::name as member_name;
use crate::desk::{Desk, Nothing};
use crate::error::{ApiError, Refusal, Result};
use crate::exchange::batch::{Batch, with_folders};
use crate::exchange::import::{Mode, name_of};
use crate::exchange::report::Gap;
use crate::exchange::{gap, undo};
use crate::host::FilePurpose;

/// Takes several packages over, each whole or not at all, or shows what they would bring together. A
/// folder stands for the packages in it.
pub fn import_all(desk: &mut Desk<'_>, input: ImportPackage) -> Result<Batch> {
    let paths = with_folders(desk.host.files(FilePurpose::Packages))?;
    let mode = if input.preview {
        Mode::Preview
    } else {
        Mode::TakeOver
    };
    desk.workspace.import_packages(paths, mode, desk.host)
}

/// How an import can be undone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum UndoState {
    /// It can.
    Possible,
    /// It was.
    Undone,
    /// This member built on it: each record's history is the way back.
    BuiltUpon,
    /// Something was erased by it, and does not come back.
    Erased,
}

/// An import of this laptop.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ImportView {
    /// What undoing it asks for.
    pub id: i64,
    /// Whose package it was; empty if not known.
    pub from: String,
    /// Their running number of it.
    pub number: u64,
    /// Which part of the package it was.
    pub part: u64,
    /// In how many parts the package was split.
    pub parts: u64,
    /// When it was taken over, UTC milliseconds.
    pub at_ms: u64,
    /// How many changes it brought.
    pub changes: u64,
    /// How it can be undone.
    pub undo: UndoState,
}

/// How many imports are listed.
const LISTED: u64 = 20;

/// The last imports of this laptop that brought something, newest first.
pub fn imports(desk: &mut Desk<'_>, _: Nothing) -> Result<Vec<ImportView>> {
    let workspace = &*desk.workspace;
    let db = workspace.db();
    let Some(circle) = workspace.circle() else {
        return Ok(Vec::new());
    };
    let mut views = Vec::new();
    for row in import::newest(db, LISTED)? {
        let undo = match undo::refusal(db, workspace.device(), &row)? {
            None => UndoState::Possible,
            Some(Refusal::BuiltUpon) => UndoState::BuiltUpon,
            Some(Refusal::ErasureStays) => UndoState::Erased,
            Some(_) => UndoState::Undone,
        };
        views.push(ImportView {
            id: row.id,
            from: name_of(db, &circle.membership, row.device)?,
            number: row.counter,
            part: row.part,
            parts: row.parts,
            at_ms: row.at_ms,
            changes: import::segments(db, row.id)?.len() as u64,
            undo,
        });
    }
    Ok(views)
}

/// Which imports to undo.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UndoImport {
    /// The imports; together, all of them or none.
    pub imports: Vec<i64>,
}

/// What undoing imports did.
#[derive(Debug, Serialize, JsonSchema)]
pub struct UndoneImport {
    /// How many changes were set apart on this laptop.
    pub changes: u64,
}

/// Undoes imports on this laptop: what they brought has no effect here until it is taken over again.
pub fn undo_import(desk: &mut Desk<'_>, input: UndoImport) -> Result<UndoneImport> {
    let changes = desk.workspace.undo_imports(&input.imports, desk.host)?;
    Ok(UndoneImport { changes })
}

/// Changes that are missing here, as the store says.
pub fn gaps(desk: &mut Desk<'_>, _: Nothing) -> Result<Vec<Gap>> {
    let workspace = &*desk.workspace;
    let Some(circle) = workspace.circle() else {
        return Ok(Vec::new());
    };
    let mut gaps = gap::gaps(workspace.db(), &circle.membership)?;
    gap::say_all(workspace.words(), &mut gaps);
    Ok(gaps)
}

/// Whom to ask for what is missing.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AskAgain {
    /// The member.
    pub member: MemberId,
}

/// The words of a message that asks a member for what is missing here. It names people and package
/// numbers, and nothing of what was written.
pub fn ask_again(desk: &mut Desk<'_>, input: AskAgain) -> Result<Message> {
    let missing: Vec<String> = gaps(desk, Nothing {})?
        .into_iter()
        .filter(|gap| !gap.undone)
        .map(|gap| format!("- {}", gap.sentence))
        .collect();
    let workspace = &*desk.workspace;
    let db = workspace.db();
    let asked: Member = noun::get(db, input.member)?.ok_or(ApiError::NotFound {
        kind: kring_domain::kind::Kind::Member,
        id: input.member.0,
    })?;
    if missing.is_empty() {
        return Err(Refusal::NothingMissing.into());
    }
    let values = [
        ("circle", Value::from(circle::name(workspace)?)),
        ("asked", Value::from(asked.name.full())),
        ("missing", Value::from(missing.join("\n    "))),
        ("name", Value::from(member_name(db, workspace.person())?)),
    ];
    Ok(Message {
        subject: workspace.words().say_with("ask-subject", &values),
        body: workspace.words().say_with("ask-body", &values),
    })
}
