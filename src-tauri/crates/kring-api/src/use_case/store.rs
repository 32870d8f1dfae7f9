//! The store itself: checking it, and its passphrase.

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
