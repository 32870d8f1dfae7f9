//! Checking a store: its pages, its chains and its view against the log.

use kring_domain::id::Hash;
use kring_store::table::segment;
use kring_sync::segment::{Header, Scope};
use kring_trust::hash::sha256;
use kring_trust::signature::{Purpose, Signature, verify};
use schemars::JsonSchema;
use serde::Serialize;

use super::{Workspace, project};
use crate::error::{Refusal, Result};

/// What a check found in order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Checked {
    /// Segments looked at.
    pub segments: u64,
    /// Changes that wait for others they build on.
    pub waiting: u64,
    /// Digest of everything the circle agrees on.
    pub state: Hash,
}

impl Workspace {
    /// Checks every page, every chain and signature, and that a rebuilt view equals the stored one.
    pub fn check(&mut self, mut progress: impl FnMut(u64, u64)) -> Result<Checked> {
        self.store.check_integrity()?;
        let segments = self.check_chains()?;
        let membership = self.core.circle.as_ref().map(|circle| &circle.membership);
        let tx = self.store.begin()?;
        let differs = project::differs_when_rebuilt(&tx, membership, &mut progress)?;
        drop(tx);
        if differs {
            return Err(Refusal::CheckFailed.into());
        }
        Ok(Checked {
            segments,
            waiting: segment::count_waiting_parts(self.db())?,
            state: self.state()?,
        })
    }

    /// Makes the view anew when another version of the app made it.
    pub(crate) fn rebuild_stale_view(&mut self) -> Result<()> {
        if !self.store.view_is_stale() {
            return Ok(());
        }
        let membership = self.core.circle.as_ref().map(|circle| &circle.membership);
        let tx = self.store.begin()?;
        project::rebuild(&tx, membership, |_, _| {})?;
        tx.commit().map_err(kring_store::error::StoreError::Sqlite)?;
        self.store.view_was_rebuilt();
        Ok(())
    }

    /// Every segment in a chain has the hash its row says, follows the one before it and is signed by
    /// a device of the circle.
    fn check_chains(&self) -> Result<u64> {
        let mut count = 0;
        for scope in [Scope::Circle, Scope::Private] {
            for head in segment::heads(self.db(), scope.number())? {
                let mut last: Option<Hash> = None;
                for row in segment::after(self.db(), head.log, 0, head.seq)? {
                    let header = Header::decode(&row.header).map_err(|_| Refusal::CheckFailed)?;
                    let follows = last.is_none_or(|last| header.prev == last);
                    let signed = self.sign_key(&header).is_some_and(|key| {
                        let signature = row.signature.as_slice().try_into().map(Signature);
                        signature.is_ok_and(|signature| {
                            verify(&key, Purpose::Segment, &row.header, &signature).is_ok()
                        })
                    });
                    if sha256(&[&row.header]) != row.hash || !follows || !signed {
                        return Err(Refusal::CheckFailed.into());
                    }
                    last = Some(row.hash);
                    count += 1;
                }
                if last != Some(head.hash) {
                    return Err(Refusal::CheckFailed.into());
                }
            }
        }
        Ok(count)
    }

    fn sign_key(&self, header: &Header) -> Option<[u8; 32]> {
        if header.device == self.core.identity.device {
            return Some(self.core.identity.keys().sign);
        }
        self.core.circle.as_ref()?.membership.sign_key(header.device)
    }
}
