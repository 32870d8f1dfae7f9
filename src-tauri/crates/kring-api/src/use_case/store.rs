//! The store itself: checking it, its passphrase and its journal.

use kring_store::journal;
use schemars::JsonSchema;
use serde::Serialize;

use crate::desk::{Desk, Nothing};
use crate::error::{ApiError, Result};
use crate::host::{Progress, Secret};
use crate::workspace::{Checked, Kdf};

/// Checks every page, chain and signature, and that the view equals the log.
pub fn check(desk: &mut Desk<'_>, _: Nothing) -> Result<Checked> {
    let host = &mut *desk.host;
    desk.workspace.check(|done, total| {
        host.progress(Progress {
            step: "progress-check",
            done,
            total,
        });
    })
}

/// Something was done that answers nothing.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Deed {
    /// Always true.
    pub done: bool,
}

/// Gives the store another passphrase; both are asked from the host, never taken from the input.
pub fn change_passphrase(desk: &mut Desk<'_>, _: Nothing) -> Result<Deed> {
    let old = desk.host.secret(Secret::Passphrase).ok_or(ApiError::Cancelled)?;
    let new = desk
        .host
        .secret(Secret::NewPassphrase)
        .ok_or(ApiError::Cancelled)?;
    desk.workspace.change_passphrase(&old, &new, Kdf::DEFAULT)?;
    Ok(Deed { done: true })
}

/// The journal of this laptop.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Journal {
    /// Whether every line names the one before it, so that none was taken out or changed.
    pub whole: bool,
    /// Its lines, oldest first.
    pub lines: Vec<JournalLine>,
}

/// One line of the journal.
#[derive(Debug, Serialize, JsonSchema)]
pub struct JournalLine {
    /// When, UTC milliseconds.
    pub at_ms: u64,
    /// What happened.
    pub event: String,
    /// The code or id that belongs to it.
    pub about: String,
}

/// Unlocks, imports, exports and refusals on this laptop.
pub fn journal(desk: &mut Desk<'_>, _: Nothing) -> Result<Journal> {
    let (lines, whole) = journal::read(desk.workspace.folder())?;
    let lines = lines.into_iter().map(|line| JournalLine {
        at_ms: line.at_ms,
        event: line.event,
        about: line.about,
    });
    Ok(Journal {
        whole,
        lines: lines.collect(),
    })
}
