//! The age key of this device: with which packages are opened, and when it is replaced. The one before
//! is kept for late packages and then destroyed; backups keep it at most four weeks longer.

use kring_store::table::{own, retired_key};
use kring_sync::package::age_public;
use kring_trust::operation::Deed;

use super::identity::{SECRET, retired_keys};
use super::{Done, Workspace};
use crate::error::Result;
use crate::host::random;

const DAY_MS: u64 = 24 * 60 * 60 * 1_000;
/// How long a replaced key is kept for packages that are still on their way.
const KEPT_MS: u64 = 180 * DAY_MS;
/// How long a key is used before it is time for another.
const USED_MS: u64 = 365 * DAY_MS;

/// Since when the key is used, UTC milliseconds as text.
const SINCE: &str = "age_key_since";
/// Says that a key was destroyed: a package that cannot be opened may be too old.
const DESTROYED: &str = "age_key_destroyed";

impl Workspace {
    /// Gives this device another age key. Nobody else's changes.
    pub(crate) fn rotate_key(&mut self) -> Result<Done<()>> {
        let age: [u8; 32] = random(&mut *self.core.surroundings);
        let device = self.device();
        let now = self.core.now_ms();
        let before = *self.core.identity.secret.age();
        let renewed = self.core.identity.secret.with_age(age);
        let done = self.change_membership("rotate_key", |act| {
            act.add_operation(Deed::RotateKey {
                device,
                age: age_public(&age),
            })?;
            retired_key::add(act.db(), &before, now)?;
            own::set_setting(act.db(), SECRET, &renewed.to_bytes())?;
            Ok(own::set_setting(act.db(), SINCE, now.to_string().as_bytes())?)
        })?;
        self.core.identity.secret = renewed;
        self.core.identity.retired = retired_keys(self.db())?;
        Ok(done)
    }

    /// Since when the key is used, UTC milliseconds.
    pub(crate) fn key_since_ms(&self) -> Result<u64> {
        let since = own::setting(self.db(), SINCE)?.and_then(|bytes| String::from_utf8(bytes).ok());
        Ok(since
            .and_then(|text| text.parse().ok())
            .unwrap_or_else(|| self.core.now_ms()))
    }

    /// Whether it is time for another key.
    pub(crate) fn is_key_due(&self) -> Result<bool> {
        Ok(self.core.now_ms().saturating_sub(self.key_since_ms()?) >= USED_MS)
    }

    /// Whether packages that came too late for their key can no longer be opened here.
    pub(crate) fn has_destroyed_keys(&self) -> Result<bool> {
        Ok(own::setting(self.db(), DESTROYED)?.is_some())
    }

    /// At each start: destroys the keys that were kept long enough, and notes since when the present one
    /// is used where nothing says so yet. A clock that was turned back keeps a key for longer.
    pub(crate) fn tidy_keys(&mut self) -> Result<()> {
        let now = self.core.now_ms();
        let tx = self.store.begin()?;
        if own::setting(&tx, SINCE)?.is_none() {
            own::set_setting(&tx, SINCE, now.to_string().as_bytes())?;
        }
        if retired_key::destroy_before(&tx, now.saturating_sub(KEPT_MS))? > 0 {
            own::set_setting(&tx, DESTROYED, b"1")?;
        }
        tx.commit().map_err(kring_store::error::StoreError::Sqlite)?;
        self.core.identity.retired = retired_keys(self.store.db())?;
        Ok(())
    }
}
