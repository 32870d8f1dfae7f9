//! Time, randomness and machine as a test wants them: real, or standing and seeded so that pictures of the
//! screen are the same in every run.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use kring_api::host::Surroundings;
use kring_system::System;
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// A clock that runs, or that stands until a test turns it.
#[derive(Clone)]
pub struct Clock {
    /// Where it stands; `RUNS` while it follows the system.
    stands_at: Arc<AtomicU64>,
}

const RUNS: u64 = u64::MAX;

impl Clock {
    /// A clock that stands at this instant, in UTC milliseconds, or follows the system.
    pub fn new(stands_at: Option<u64>) -> Self {
        Self {
            stands_at: Arc::new(AtomicU64::new(stands_at.unwrap_or(RUNS))),
        }
    }

    /// Makes it stand at this instant.
    pub fn set(&self, now_ms: u64) {
        self.stands_at.store(now_ms, Ordering::SeqCst);
    }

    /// What it shows.
    pub fn now_ms(&self) -> u64 {
        match self.stands_at.load(Ordering::SeqCst) {
            RUNS => System.now_ms(),
            standing => standing,
        }
    }
}

/// What a workspace of the bridge is given.
pub struct Lent {
    /// The clock of all workspaces.
    pub clock: Clock,
    /// Where the system keeps what does not lie beside a store.
    pub state: PathBuf,
    /// Its randomness.
    pub random: ChaCha20Rng,
}

impl Lent {
    /// Randomness of the `count`th workspace: seeded, or from the system.
    pub fn random(seed: Option<u64>, count: u64) -> ChaCha20Rng {
        if let Some(seed) = seed {
            return ChaCha20Rng::seed_from_u64((seed << 20) + count);
        }
        let mut bytes = [0; 32];
        System.fill_random(&mut bytes);
        ChaCha20Rng::from_seed(bytes)
    }
}

impl Surroundings for Lent {
    fn now_ms(&self) -> u64 {
        self.clock.now_ms()
    }
    fn fill_random(&mut self, bytes: &mut [u8]) {
        self.random.fill_bytes(bytes);
    }
    fn state_folder(&self) -> Option<PathBuf> {
        Some(self.state.clone())
    }
    fn machine(&self) -> String {
        System.machine()
    }
}
