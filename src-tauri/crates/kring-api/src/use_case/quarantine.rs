//! Packages that were refused and kept: looking at them from outside, trying again, removing them.
//! Nothing of what is in them is shown.

use kring_store::{journal, quarantine};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::store::Deed;
use crate::desk::{Desk, Nothing};
use crate::error::{Refusal, Result};
use crate::exchange::import::{Mode, name_of};
use crate::exchange::report::Report;

/// A package in quarantine. What it says of itself is not proven.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Quarantined {
    /// What it is called by.
    pub id: String,
    /// When it was kept, UTC milliseconds.
    pub at_ms: u64,
    /// Its length in bytes.
    pub bytes: u64,
    /// Whom it says to be from, if that is someone of the circle; else empty.
    pub says_from: String,
    /// The running number it says to have; absent if it cannot be opened here.
    pub says_number: Option<u64>,
    /// When it says it was made, UTC milliseconds.
    pub says_ms: Option<u64>,
}

/// What is in quarantine, newest first.
pub fn list(desk: &mut Desk<'_>, _: Nothing) -> Result<Vec<Quarantined>> {
    let workspace = &*desk.workspace;
    let db = workspace.db();
    let reader = workspace.core.reader(db, workspace.folder());
    let mut kept = Vec::new();
    for file in quarantine::list(workspace.folder())? {
        let said = reader.peek(&file.path);
        let says_from = match (&said, workspace.circle()) {
            (Some(said), Some(circle)) => name_of(db, &circle.membership, said.sender)?,
            _ => String::new(),
        };
        kept.push(Quarantined {
            id: file.id,
            at_ms: file.at_ms,
            bytes: file.bytes,
            says_from,
            says_number: said.as_ref().map(|said| said.counter),
            says_ms: said.as_ref().map(|said| said.wall_ms),
        });
    }
    Ok(kept)
}

/// A package in quarantine by what it is called.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ByName {
    /// What it is called by.
    pub id: String,
}

/// Tries to take a package over that was refused before: its sender may have come in since, or the app may
/// be a newer one. Once taken over it is kept no longer.
pub fn retry(desk: &mut Desk<'_>, input: ByName) -> Result<Report> {
    let folder = desk.workspace.folder().clone();
    let all = quarantine::list(&folder)?;
    let kept = all.into_iter().find(|kept| kept.id == input.id);
    let kept = kept.ok_or(Refusal::NotInQuarantine)?;
    let report = desk
        .workspace
        .import_package(&kept.path, Mode::TakeOver, desk.host)?;
    quarantine::remove(&folder, &input.id)?;
    Ok(report)
}

/// Removes a package from quarantine.
pub fn remove(desk: &mut Desk<'_>, input: ByName) -> Result<Deed> {
    let workspace = &*desk.workspace;
    if !quarantine::remove(workspace.folder(), &input.id)? {
        return Err(Refusal::NotInQuarantine.into());
    }
    let now_ms = workspace.core.now_ms();
    journal::add(workspace.folder(), now_ms, journal::Event::QuarantineRemoved, "")?;
    Ok(Deed { done: true })
}
