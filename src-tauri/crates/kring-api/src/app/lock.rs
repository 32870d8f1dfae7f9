//! Opening and closing every circle at once: by passphrase, by the printed `herstelsleutel`, and giving
//! them another passphrase.

use super::at_hand::Nobody;
use super::view::AppView;
use super::{App, FrontDesk, OpenCircle};
use crate::desk::Nothing;
use crate::error::{ApiError, Refusal, Result};
use crate::host::Secret;
use crate::use_case::draft;
use crate::use_case::store::Deed;
use crate::workspace::{Unlock, Workspace};
use kring_trust::wrap::CannotUnlock;

/// Opens every circle that the passphrase fits.
pub(super) fn unlock(desk: &mut FrontDesk<'_>, _: Nothing) -> Result<AppView> {
    let passphrase = desk.secret(Secret::Passphrase)?;
    desk.app.open_each(|_| Unlock::Passphrase(passphrase.clone()))?;
    desk.app.view()
}

/// Opens the circle that the printed key fits. That circle has the new passphrase from then on.
pub(super) fn unlock_with_recovery_key(desk: &mut FrontDesk<'_>, _: Nothing) -> Result<AppView> {
    let printed = desk.secret(Secret::RecoveryKey)?;
    let new_passphrase = desk.secret(Secret::NewPassphrase)?;
    let kdf = desk.app.kdf;
    desk.app.open_each(|_| Unlock::Recovery {
        printed: printed.clone(),
        new_passphrase: new_passphrase.clone(),
        kdf,
    })?;
    desk.app.view()
}

impl App {
    /// Tries every store that is not open. When none opens, the reason that says most is answered.
    fn open_each(&mut self, unlock: impl Fn(&str) -> Unlock) -> Result<()> {
        let mut reason = ApiError::Unlock(CannotUnlock::WrongSecret);
        let mut opened = false;
        for handle in self.closed()? {
            let result = Workspace::open(
                self.folder(&handle),
                unlock(&handle),
                self.words.language(),
                (self.surroundings)(),
            );
            match result {
                Ok(mut workspace) => {
                    opened = true;
                    // Drafts that a crash left behind. What cannot be settled stays a draft.
                    draft::settle_all_of(&mut workspace, &mut Nobody)?;
                    self.circles.push(OpenCircle { handle, workspace });
                }
                Err(ApiError::Unlock(CannotUnlock::WrongSecret)) => {}
                Err(error) => reason = error,
            }
        }
        if opened { Ok(()) } else { Err(reason) }
    }
}

/// Closes every circle. Typing becomes part of it first; a draft that cannot, stays one.
pub(super) fn lock(desk: &mut FrontDesk<'_>, _: Nothing) -> Result<AppView> {
    let settled = desk.app.settle_drafts(desk.host);
    // Locking is what was asked for: it is done also when a disk is full.
    desk.app.shut();
    settled?;
    desk.app.view()
}

/// Gives every open circle another passphrase, and each journal its line. All key files are made before
/// one is written, and what was written is put back when another cannot be.
pub(super) fn change_passphrase(desk: &mut FrontDesk<'_>, _: Nothing) -> Result<Deed> {
    let old = desk.secret(Secret::Passphrase)?;
    let new = desk.secret(Secret::NewPassphrase)?;
    let kdf = desk.app.kdf;
    let sample = desk.app.sample_handle();
    let mut real: Vec<&mut Workspace> = desk
        .app
        .circles
        .iter_mut()
        .filter(|open| Some(&open.handle) != sample.as_ref())
        .map(|open| &mut open.workspace)
        .collect();
    if real.is_empty() {
        return Err(Refusal::CircleClosed.into());
    }
    // Circles that were opened with different passphrases have one afterwards: any of them will do.
    let fits = real.iter().map(|workspace| workspace.try_passphrase(&old));
    fits.reduce(Result::or).unwrap_or(Ok(()))?;
    let mut renewed = Vec::with_capacity(real.len());
    for workspace in &mut real {
        let before = workspace.folder().read_keys()?;
        renewed.push((before, workspace.keys_for(&new, kdf)?));
    }
    for (at, workspace) in real.iter().enumerate() {
        if let Err(error) = workspace.write_keys(&renewed[at].1) {
            for (workspace, (before, _)) in real.iter().zip(&renewed).take(at + 1) {
                if let Some(keys) = before.first() {
                    let _ = workspace.folder().write_keys(keys);
                }
            }
            return Err(error);
        }
    }
    Ok(Deed { done: true })
}
