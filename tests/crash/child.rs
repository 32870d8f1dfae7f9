//! The `saver`, started on a shut laptop's store and killed at an instant that a seed chooses.

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Command, Stdio};

use kring_tests::Laptop;
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// When to kill: after this many lines, and then after this many turns of doing nothing.
pub struct Instant {
    lines: u64,
    turns: u64,
}

impl Instant {
    /// The instant of a kill with this number, below these bounds.
    pub fn of(test: u64, kill: u64, lines: u64, turns: u64) -> Self {
        Self::random(&mut ChaCha20Rng::seed_from_u64(test << 32 | kill), lines, turns)
    }

    /// An instant below these bounds.
    pub fn random(random: &mut ChaCha20Rng, lines: u64, turns: u64) -> Self {
        Self {
            lines: random.next_u64() % lines,
            turns: random.next_u64() % turns,
        }
    }
}

/// Starts the saver, kills it, and answers everything it said after it had opened the store.
pub fn kill(
    laptop: &Laptop,
    seed: u64,
    start: u64,
    work: &str,
    files: &[PathBuf],
    at: &Instant,
) -> Vec<String> {
    let mut child = Command::new(env!("CARGO_BIN_EXE_saver"))
        .args([&laptop.folder, &laptop.state_folder])
        .args([
            hex::encode(laptop.key),
            seed.to_string(),
            start.to_string(),
            work.to_owned(),
        ])
        .args(files)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap())
        .lines()
        .map(Result::unwrap);
    assert_eq!(
        lines.next().as_deref(),
        Some("open"),
        "the saver opens what the kill before left"
    );
    let mut said: Vec<String> = lines.by_ref().take(at.lines as usize).collect();
    (0..at.turns).for_each(|_| std::hint::spin_loop());
    child.kill().unwrap();
    child.wait().unwrap();
    said.extend(lines);
    said
}
