//! Where a command of the app does its work: before any circle is open, or around those that are.

use super::App;
use crate::error::{ApiError, Refusal, Result};
use crate::host::{Host, Secret};
use crate::workspace::Workspace;

/// The app, the circle that a request names, and the host.
pub struct FrontDesk<'a> {
    /// The app.
    pub app: &'a mut App,
    /// The handle of the circle the request is about.
    pub circle: Option<String>,
    /// The host.
    pub host: &'a mut dyn Host,
}

impl FrontDesk<'_> {
    /// A secret that came with the request.
    pub(super) fn secret(&mut self, secret: Secret) -> Result<String> {
        self.host
            .secret(secret)
            .ok_or_else(|| ApiError::Input(format!("{secret:?} is missing")))
    }

    /// The circle that the request is about.
    pub(super) fn workspace(&mut self) -> Result<&mut Workspace> {
        let handle = self.handle()?;
        self.app.workspace(&handle)
    }

    /// The handle of the circle that the request is about.
    pub(super) fn handle(&self) -> Result<String> {
        self.circle.clone().ok_or(Refusal::CircleClosed.into())
    }
}
