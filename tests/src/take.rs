//! Taking over one file, with everything a test wants to know of it afterwards: the answer, what the
//! store holds before and after, and what it cost this process. It judges nothing.

use std::fs;
use std::path::Path;
use std::time::Instant;

use kring_trust::hash::sha256;
use serde::{Deserialize, Serialize};

use crate::Laptop;

/// What became of a file.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Taken {
    /// The code under which it was refused; absent when it was taken over.
    pub code: Option<String>,
    /// Segments that were new.
    pub new: u64,
    /// Segments that were here already.
    pub known: u64,
    /// Segments that were set apart.
    pub apart: u64,
    /// Segments and parts that wait.
    pub waiting: u64,
    /// The store before.
    pub before: Prints,
    /// The store after.
    pub after: Prints,
    /// What it cost.
    pub cost: Cost,
}

/// Fingerprints of a store.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Prints {
    /// Of every row.
    pub everything: String,
    /// Of what members see.
    pub view: String,
    /// The digest that packages carry.
    pub state: String,
}

/// What a piece of work cost the process that did it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cost {
    /// Milliseconds by the clock on the wall.
    pub wall_ms: u64,
    /// Milliseconds that a processor worked, which a busy machine does not stretch.
    pub work_ms: u64,
    /// The most memory at any moment, in KiB.
    pub peak_kib: u64,
}

/// Takes a file over.
pub fn take(laptop: &mut Laptop, path: &Path) -> Taken {
    let before = Prints::of(laptop);
    let (cost, result) = measured(|| laptop.import(path));
    let (code, report) = match result {
        Ok(report) => (None, Some(report)),
        Err(error) => (Some(error.code().to_owned()), None),
    };
    let count = |of: fn(&kring_api::exchange::report::Report) -> u64| report.as_ref().map_or(0, of);
    Taken {
        code,
        new: count(|report| report.new),
        known: count(|report| report.known),
        apart: count(|report| report.apart),
        waiting: count(|report| report.waiting),
        before,
        after: Prints::of(laptop),
        cost,
    }
}

impl Taken {
    /// The answer of a check of the whole store.
    pub fn checked(laptop: &mut Laptop) -> Self {
        let before = Prints::of(laptop);
        let (cost, result) = measured(|| laptop.check());
        Self {
            code: result.err().map(|error| error.code().to_owned()),
            new: 0,
            known: 0,
            apart: 0,
            waiting: 0,
            before,
            after: Prints::of(laptop),
            cost,
        }
    }
}

impl Prints {
    /// The fingerprints of a laptop's store.
    pub fn of(laptop: &mut Laptop) -> Self {
        Self {
            everything: sha256(&[laptop.dump().as_bytes()]).to_string(),
            view: sha256(&[laptop.view().as_bytes()]).to_string(),
            state: laptop.state(),
        }
    }
}

/// Does a piece of work and says what it cost.
pub fn measured<T>(work: impl FnOnce() -> T) -> (Cost, T) {
    // Puts the peak back to what is in use now. Where the system does not allow it the peak is that
    // of the whole life of the process: never less than the truth.
    let _ = fs::write("/proc/self/clear_refs", "5");
    let (begin, worked) = (Instant::now(), worked_ms());
    let answer = work();
    let cost = Cost {
        wall_ms: begin.elapsed().as_millis() as u64,
        work_ms: worked_ms() - worked,
        peak_kib: peak_kib(),
    };
    (cost, answer)
}

/// The most memory that this process had in use since its peak was put back, in KiB; zero where the
/// system does not tell.
pub fn peak_kib() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok())
        .unwrap_or_default()
}

/// How long processors worked for this process, in milliseconds; zero where the system does not tell.
fn worked_ms() -> u64 {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // The name of the program may hold spaces; behind it the 12th and 13th field count ticks of 10 ms.
    let fields = stat.rsplit(')').next().unwrap_or_default().split_whitespace();
    let ticks: u64 = fields
        .skip(11)
        .take(2)
        .filter_map(|ticks| ticks.parse::<u64>().ok())
        .sum();
    ticks * 10
}
