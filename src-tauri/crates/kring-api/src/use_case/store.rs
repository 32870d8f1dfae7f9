//! The store itself: checking it, its passphrase and its backups.

use kring_store::backup;
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

/// A backup.
#[derive(Debug, Serialize, JsonSchema)]
pub struct BackupView {
    /// The day it was made.
    pub date: chrono::NaiveDate,
}

/// The backups of the store, newest first.
pub fn backups(desk: &mut Desk<'_>, _: Nothing) -> Result<Vec<BackupView>> {
    let backups = backup::list(&desk.workspace.store)?;
    Ok(backups
        .into_iter()
        .map(|backup| BackupView { date: backup.date })
        .collect())
}

/// Makes today's backup unless there is one.
pub fn back_up(desk: &mut Desk<'_>, _: Nothing) -> Result<Deed> {
    Ok(Deed {
        done: desk.workspace.back_up()?,
    })
}
