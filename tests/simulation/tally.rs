//! What happened in a run, counted: a test of faults that never occur proves nothing.

use crate::mailbox::Faults;

/// What happened, counted.
#[derive(Debug, Clone, Copy, Default)]
pub struct Tally {
    pub devices: u64,
    pub operations: u64,
    pub packages: u64,
    pub faults: Faults,
    pub restarts: u64,
    pub power_cuts: u64,
    pub stopped: u64,
    pub restores: u64,
    pub copies: u64,
    pub joins: u64,
    pub rights: u64,
    pub removals: u64,
    pub returns: u64,
    pub admitted: u64,
    pub erasures: u64,
    pub forgotten: u64,
    pub left_out: u64,
    pub reviews: u64,
    pub resolved: u64,
    pub undone: u64,
    pub forks: u64,
    pub beyond_rights: u64,
    pub same_standpoints: u64,
    pub tokens: u64,
    pub private_tokens: u64,
}

impl Tally {
    /// Adds what happened in another run.
    pub fn add(&mut self, mut other: Self) {
        for (total, more) in self.counts_mut().into_iter().zip(other.counts_mut()) {
            *total += *more;
        }
    }

    /// A run without faults proves little.
    pub fn assert_every_fault_occurred(mut self) {
        let all = format!("{self:?}");
        assert!(
            self.counts_mut().iter().all(|count| **count > 0),
            "everything that can happen did: {all}"
        );
    }

    fn counts_mut(&mut self) -> [&mut u64; 29] {
        [
            &mut self.devices,
            &mut self.operations,
            &mut self.packages,
            &mut self.faults.lost,
            &mut self.faults.repeated,
            &mut self.faults.reordered,
            &mut self.faults.damaged,
            &mut self.faults.late,
            &mut self.restarts,
            &mut self.power_cuts,
            &mut self.stopped,
            &mut self.restores,
            &mut self.copies,
            &mut self.joins,
            &mut self.rights,
            &mut self.removals,
            &mut self.returns,
            &mut self.admitted,
            &mut self.erasures,
            &mut self.forgotten,
            &mut self.left_out,
            &mut self.reviews,
            &mut self.resolved,
            &mut self.undone,
            &mut self.forks,
            &mut self.beyond_rights,
            &mut self.same_standpoints,
            &mut self.tokens,
            &mut self.private_tokens,
        ]
    }
}
