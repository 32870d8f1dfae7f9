//! Measuring: a warm-up, some runs, their median, and a table that says whether a goal is met.

use std::time::{Duration, Instant};

/// What a row of the table measures in.
#[derive(Debug, Clone, Copy)]
pub enum Unit {
    /// Milliseconds.
    Milliseconds,
    /// So many times another value.
    Times,
    /// Bytes.
    Bytes,
    /// Millions of bytes in a second.
    MegabytesPerSecond,
}

/// A row of the table.
#[derive(Debug)]
pub struct Row {
    /// What was measured.
    pub what: String,
    /// How much it was.
    pub value: f64,
    /// Of what.
    pub unit: Unit,
    /// The most it should be, if there is a goal.
    pub goal: Option<f64>,
}

impl Row {
    /// A duration, with the most milliseconds it should take.
    pub fn took(what: impl Into<String>, took: Duration, goal: Option<f64>) -> Self {
        Self {
            what: what.into(),
            value: milliseconds(took),
            unit: Unit::Milliseconds,
            goal,
        }
    }

    /// A duration as so many times another one, with the most that should be.
    pub fn times(what: impl Into<String>, took: Duration, of: Duration, goal: f64) -> Self {
        let value = took.as_secs_f64() / of.as_secs_f64();
        Self {
            what: what.into(),
            value,
            unit: Unit::Times,
            goal: Some(goal),
        }
    }

    /// A number of bytes, with the most it should be.
    pub fn bytes(what: impl Into<String>, bytes: f64, goal: Option<f64>) -> Self {
        Self {
            what: what.into(),
            value: bytes,
            unit: Unit::Bytes,
            goal,
        }
    }

    /// How fast so many bytes went.
    pub fn speed(what: impl Into<String>, bytes: u64, took: Duration) -> Self {
        Self {
            what: what.into(),
            value: bytes as f64 / took.as_secs_f64() / 1e6,
            unit: Unit::MegabytesPerSecond,
            goal: None,
        }
    }

    /// The row as a line of text.
    pub fn line(&self) -> String {
        let quantity = |value: f64| match self.unit {
            Unit::Milliseconds => format!("{value:.1} ms"),
            Unit::Times => format!("{value:.2} ×"),
            Unit::Bytes => format!("{value:.0} B"),
            Unit::MegabytesPerSecond => format!("{value:.0} MB/s"),
        };
        let goal = self
            .goal
            .map_or("–".to_owned(), |goal| format!("≤ {}", quantity(goal)));
        let verdict = match self.goal {
            Some(goal) if self.value <= goal => "haalt",
            Some(_) => "haalt niet",
            None => "",
        };
        format!(
            "{:<66} {:>12} {goal:>13}  {verdict}",
            self.what,
            quantity(self.value)
        )
        .trim_end()
        .to_owned()
    }
}

fn milliseconds(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1_000.0
}

/// How long a piece of work takes, and what it answers.
pub fn time<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let begin = Instant::now();
    let answer = work();
    (begin.elapsed(), answer)
}

/// The median of some runs after a warm-up. A run times itself, so that it can prepare what does not count.
pub fn median(warm_up: usize, runs: usize, mut run: impl FnMut() -> Duration) -> Duration {
    for _ in 0..warm_up {
        run();
    }
    let mut taken: Vec<Duration> = (0..runs).map(|_| run()).collect();
    taken.sort_unstable();
    taken[runs / 2]
}
