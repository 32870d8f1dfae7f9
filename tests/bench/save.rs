//! Saving one paragraph of a note, in stores of several sizes. The stores take turns, so that what
//! the disk does meanwhile falls on all of them alike.

use std::time::Duration;

use kring_tests::{Laptop, by_id};
use serde_json::{Value, json};

use crate::measure::{median, time};
use crate::sample::{self, Pair};

/// Paragraphs of the note.
const PARAGRAPHS: usize = 20;
const WARM_UP: usize = 5;
const RUNS: usize = 101;

/// How long a save takes at the receiver of each pair.
pub fn measure(pairs: &mut [Pair]) -> Vec<Duration> {
    let mut desks: Vec<Desk<'_>> = pairs
        .iter_mut()
        .map(|pair| Desk::at(&mut pair.receiver))
        .collect();
    let rounds: Vec<Vec<Duration>> = (0..WARM_UP + RUNS)
        .map(|turn| desks.iter_mut().map(|desk| desk.save(turn)).collect())
        .collect();
    (0..desks.len())
        .map(|desk| {
            let mut taken = rounds.iter().map(|round| round[desk]);
            median(WARM_UP, RUNS, || taken.next().unwrap())
        })
        .collect()
}

/// A laptop with an open note.
struct Desk<'a> {
    laptop: &'a mut Laptop,
    note: String,
    body: Value,
}

impl<'a> Desk<'a> {
    fn at(laptop: &'a mut Laptop) -> Self {
        let body = sample::note(0, PARAGRAPHS).body;
        let note = laptop.make("write_note", json!({ "body": body }));
        let body = laptop.call("show_note", by_id(&note)).unwrap()["body"].clone();
        Self { laptop, note, body }
    }

    /// Changes a paragraph in the middle.
    fn save(&mut self, turn: usize) -> Duration {
        let text = format!("Dit is aanpassing {turn} van deze alinea over rust en hechting.");
        self.body[PARAGRAPHS / 2]["text"] = text.into();
        let change = json!({ "id": self.note, "fields": { "body": self.body } });
        time(|| self.laptop.call("change_note", change).unwrap()).0
    }
}
