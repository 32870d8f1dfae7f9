//! Changing who is in the circle: operations of the membership log, and at once everything that counts
//! or no longer counts because of them. Whether an operation has effect is decided in `kring-trust`;
//! which ones a member may ask for, in the use cases.

use kring_domain::id::{DeviceId, MemberId};
use kring_domain::kind::Kind;
use kring_store::table::segment;
use kring_sync::segment::Scope;
use kring_trust::membership::{Cutoff, Membership};
use kring_trust::operation::{Head, Right};

use super::{Act, CircleState, Done, Workspace};
use crate::error::{ApiError, Refusal, Result};
use crate::exchange::judge::follow_membership;
use crate::exchange::outgoing::head;

impl Workspace {
    /// Adds operations to the membership log, and judges and merges everything again under them, in one
    /// transaction.
    pub(crate) fn change_membership<T>(
        &mut self,
        operation: &'static str,
        work: impl FnOnce(&mut Act<'_>) -> Result<T>,
    ) -> Result<Done<T>> {
        let done = self.transact(operation, |act| {
            let value = work(act)?;
            if let Some(circle) = CircleState::read(act.db())? {
                follow_membership(act.db(), &circle.membership)?;
            }
            Ok(value)
        })?;
        self.core.circle = CircleState::read(self.store.db())?;
        self.begin_session();
        Ok(done)
    }

    /// Forgets documents and writes under another engine peer from now on. What counted no longer does
    /// or the reverse, so operations of the peer before may be in no document here and come back later:
    /// their places must never be taken twice.
    pub(crate) fn begin_session(&mut self) {
        let core = &mut self.core;
        core.documents.clear();
        core.identity.session = u64::from_be_bytes(crate::host::random(&mut *core.surroundings));
    }

    /// Refuses whoever does not decide on membership.
    pub(crate) fn check_coordinator(&self) -> Result<()> {
        self.core.circle()?;
        if self.core.own_right() == Some(Right::Coordinator) {
            Ok(())
        } else {
            Err(ApiError::NotAllowed(Kind::Member))
        }
    }

    /// Refuses what would leave a circle that nobody can let anyone into, or out of.
    pub(crate) fn check_not_last(&self, person: MemberId) -> Result<()> {
        if self.core.circle()?.membership.coordinators() == [person] {
            Err(Refusal::LastCoordinator.into())
        } else {
            Ok(())
        }
    }

    /// The heads, as known here, of the chains of these devices.
    pub(crate) fn heads_of(&self, is_cut: impl Fn(&Membership, DeviceId) -> bool) -> Result<Vec<Head>> {
        let membership = &self.core.circle()?.membership;
        let mut cut = Vec::new();
        for chain in self.chains()? {
            if is_cut(membership, chain.1) {
                cut.push(chain.0);
            }
        }
        Ok(cut)
    }

    /// Where the chains of a device end that is out already: the same points once more, so that bringing
    /// its person back brings nothing back that was written on it meanwhile.
    pub(crate) fn ends_of(&self, device: DeviceId) -> Result<Vec<Head>> {
        let membership = &self.core.circle()?.membership;
        let mut ends = Vec::new();
        for (head, of) in self.chains()? {
            if of != device {
                continue;
            }
            match membership.cutoff(head.log, device) {
                Cutoff::After(end) => ends.push(end),
                Cutoff::None => ends.push(head),
                Cutoff::All => {}
            }
        }
        Ok(ends)
    }

    /// The head of every chain of the circle, with the device that writes it.
    fn chains(&self) -> Result<Vec<(Head, DeviceId)>> {
        let mut chains = Vec::new();
        for chain in segment::heads(self.db(), Scope::Circle.number())? {
            if let Some(row) = segment::by_hash(self.db(), chain.hash)? {
                chains.push((head(chain), row.device));
            }
        }
        Ok(chains)
    }
}
