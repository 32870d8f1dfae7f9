//! Backups, as far as they need the app around a circle: going back to one closes the circle for a moment,
//! a circle that does not open has no desk, and the daily ones are made beside the app and not in it.

use kring_store::restore::newest_good;
use kring_trust::wrap::StoreKey;

use super::at_hand::Nobody;
use super::view::AppView;
use super::{App, FrontDesk, OpenCircle};
use crate::desk::Nothing;
use crate::error::{ApiError, Refusal, Result};
use crate::host::Secret;
use crate::use_case::backup::ByBackup;
use crate::use_case::draft;
use crate::workspace::{DueBackup, Unlock, Workspace};

impl App {
    /// The backups that are due today in circles that are open. They are made without the app: nobody waits.
    pub fn backups_due(&self) -> Vec<DueBackup> {
        let sample = self.sample_handle();
        let real = self
            .circles
            .iter()
            .filter(|open| Some(&open.handle) != sample.as_ref());
        // A folder that cannot be read now is tried again with the next turn.
        let due = |open: &OpenCircle| open.workspace.backup_due().ok().flatten();
        real.filter_map(due).collect()
    }

    /// Puts a backup in the place of a closed store and opens it.
    fn put_back(&self, handle: &str, key: &StoreKey, backup: &str) -> Result<Workspace> {
        Workspace::restore(
            self.folder(handle),
            key,
            backup,
            self.words.language(),
            (self.surroundings)(),
        )
    }

    fn open_again(&self, handle: &str, key: &StoreKey) -> Result<Workspace> {
        Workspace::open(
            self.folder(handle),
            Unlock::Key(key.0),
            self.words.language(),
            (self.surroundings)(),
        )
    }
}

/// Goes back to a backup of the open circle that the request is about. What is there now is kept as a
/// backup. When it cannot be done the circle is open as it was.
pub(super) fn restore(desk: &mut FrontDesk<'_>, input: ByBackup) -> Result<AppView> {
    let handle = desk.handle()?;
    if desk.app.sample_handle().as_ref() == Some(&handle) {
        return Err(Refusal::SampleMixed.into());
    }
    draft::settle_all_of(desk.app.workspace(&handle)?, desk.host)?;
    // What would be refused afterwards is refused before anything is closed.
    desk.app.workspace(&handle)?.check_backup(&input.backup)?;
    let at = desk.app.circles.iter().position(|open| open.handle == handle);
    let closed = desk.app.circles.remove(at.ok_or(Refusal::CircleClosed)?);
    let key = StoreKey(*closed.workspace.raw_key());
    drop(closed);
    let restored = desk.app.put_back(&handle, &key, &input.backup);
    let (workspace, refused) = match restored {
        Ok(workspace) => (workspace, None),
        Err(error) => (desk.app.open_again(&handle, &key)?, Some(error)),
    };
    desk.app.circles.push(OpenCircle { handle, workspace });
    match refused {
        Some(error) => Err(error),
        None => desk.app.view(),
    }
}

/// Puts the last good backup in the place of every damaged store that the passphrase fits, and opens them.
pub(super) fn restore_damaged(desk: &mut FrontDesk<'_>, _: Nothing) -> Result<AppView> {
    let passphrase = desk.secret(Secret::Passphrase)?;
    let mut reason = ApiError::from(Refusal::NothingToRestore);
    let mut restored = 0;
    for handle in desk.app.closed()? {
        let folder = desk.app.folder(&handle);
        let key = match Workspace::key_for(&folder, &passphrase) {
            Ok(key) => key,
            Err(error) => {
                reason = error;
                continue;
            }
        };
        let mut workspace = match desk.app.open_again(&handle, &key) {
            Err(error) if is_damage(&error) => {
                let Some(backup) = newest_good(&folder, &key.0)? else {
                    continue;
                };
                desk.app.put_back(&handle, &key, &backup.id)?
            }
            opened => opened?,
        };
        draft::settle_all_of(&mut workspace, &mut Nobody)?;
        desk.app.circles.push(OpenCircle { handle, workspace });
        restored += 1;
    }
    if restored == 0 {
        Err(reason)
    } else {
        desk.app.view()
    }
}

/// Whether a store did not open because of damage, given that its key is right.
fn is_damage(error: &ApiError) -> bool {
    match error {
        ApiError::StoreBroken { .. } => true,
        ApiError::Store(error) => error.is_damage(),
        _ => false,
    }
}
