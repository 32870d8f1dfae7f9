//! Reading an invitation: the same file as a package, opened with words instead of a device's key. What
//! it gives to whom is decided in `invite`.

use std::cell::RefCell;
use std::fs::File;
use std::path::Path;

use kring_domain::id::DeviceId;
use kring_sync::package::{self, FrameKind, Identities, Manifest};
use kring_trust::genesis::Genesis;
use kring_trust::membership::Membership;

use super::frame;
use super::read::{Deferred, Spooled, check_sender};
use crate::error::{Refusal, Result};
use crate::workspace::Workspace;

/// An invitation that was opened, its sender a coordinator of the circle it begins.
pub(super) struct Opening {
    /// What it says of itself; the signature fits.
    pub manifest: Manifest,
    /// The circle's beginning.
    pub genesis: Genesis,
    /// The membership in it.
    pub membership: Membership,
    /// What it gives.
    pub invitation: Vec<u8>,
}

impl Workspace {
    /// Copies a file to the spool and opens it as an invitation. Nothing of the store is touched.
    pub(super) fn open_invitation(&self, path: &Path, words: &Identities) -> Result<Opening> {
        let spooled = Spooled::copy(
            self.folder(),
            path,
            self.core.surroundings.free_bytes(&self.folder().spool()),
        )?;
        let deferred: Deferred = RefCell::new(None);
        let verify = |device: DeviceId, bytes: &[u8], signature: &[u8; 64]| {
            *deferred.borrow_mut() = Some((device, bytes.to_vec(), *signature));
            Ok(())
        };
        // An invitation is small: it is read once, to its end, before anything in it is believed.
        let mut opened = package::read(File::open(spooled.path())?, words, &verify, None)?;
        let manifest = opened.manifest().clone();
        let (mut membership, mut invitation) = (None, None);
        while let Some((info, plain)) = opened.next_frame()? {
            match info.kind {
                FrameKind::Membership if membership.is_none() => membership = Some(plain),
                FrameKind::Invitation if invitation.is_none() => invitation = Some(plain),
                _ => {}
            }
        }
        opened.finish()?;
        let membership = membership.ok_or(Refusal::MembershipForm)?;
        let (genesis, operations) = frame::read_membership(&membership)?;
        if genesis.circle_id() != manifest.heading.circle {
            return Err(Refusal::MembershipForm.into());
        }
        let membership = Membership::resolve(&genesis, &operations);
        check_sender(&manifest, &membership, &deferred)?;
        Ok(Opening {
            manifest,
            genesis,
            membership,
            invitation: invitation.ok_or(Refusal::NotAnInvitation)?,
        })
    }
}
