//! How long everyday work takes, beside its goals: `cargo run --release -p kring-tests --bin bench`.
//! It measures and prints; it does not fail, because a busy machine is no fault of the code. With
//! `small` everything is a hundredth, to see that it runs.

#![allow(clippy::unwrap_used, clippy::print_stdout)] // a tool for a terminal, which should stop where it cannot prepare

mod exchange;
mod import;
mod measure;
mod sample;
mod save;

use std::path::Path;
use std::time::Duration;

use kring_tests::{Laptop, TestHost};
use serde_json::json;

use crate::measure::{Row, median, time};
use crate::sample::Pair;

/// Sizes of store to measure with; the first is what the others are compared with.
const SIZES: [usize; 3] = [100, 1_000, 10_000];
/// The size of a store that a circle has after years.
const LARGE: usize = 20_000;

fn main() {
    // Beside the program, because a system's temporary folder may be no disk at all.
    let program = std::env::current_exe().unwrap();
    let root = tempfile::tempdir_in(program.parent().unwrap()).unwrap();
    println!("Measured in {}", root.path().display());
    let part = if std::env::args().nth(1).as_deref() == Some("small") {
        100
    } else {
        1
    };
    let sizes = SIZES.map(|size| (size / part).max(2));
    let folders = sizes.map(|size| root.path().join(size.to_string()));
    let mut pairs: Vec<Pair> = folders
        .iter()
        .zip(sizes)
        .map(|(folder, size)| Pair::with_records(folder, size))
        .collect();

    let saves = save::measure(&mut pairs);
    for (save, size) in saves.iter().zip(sizes) {
        let what = format!("save of one note block at {size} records");
        let times = format!("{what}, times that at {}", sizes[0]);
        show(&[
            Row::took(what, *save, None),
            Row::times(times, *save, saves[0], 1.5),
        ]);
    }
    show(&everyday(&folders[2], &mut pairs[2], sizes[2]));
    for ((folder, pair), size) in folders.iter().zip(&mut pairs).zip(sizes) {
        show(&import::measure(folder, pair, size));
    }
    show(&exchange::exports(root.path(), &mut pairs, &sizes));
    drop(pairs);
    let folder = root.path().join("large");
    let mut large = Pair::with_records(&folder, LARGE / part);
    show(&exchange::edits(&folder, &mut large));
    show(&exchange::imports(&folder, &mut large, LARGE / part, part));
    show(&exchange::full_copy(&folder, &mut large));
    show(&exchange::full_copy_with_attachments(&folder, &mut large, part));
}

fn show(rows: &[Row]) {
    for row in rows {
        println!("{}", row.line());
    }
}

/// What is done every day, in a large store.
fn everyday(folder: &Path, pair: &mut Pair, size: usize) -> Vec<Row> {
    let laptop = &mut pair.receiver;
    let meeting = sample::meeting(laptop, pair.theme);
    let open = median(1, 11, || {
        laptop.shut();
        time(|| laptop.open().unwrap()).0
    });
    let mut summary = || {
        let mut host = TestHost {
            target: Some(folder.join("summary.pdf")),
            ..TestHost::default()
        };
        let input = json!({ "meeting": meeting, "format": "pdf" });
        time(|| laptop.call_with(&mut host, "export_summary", input).unwrap()).0
    };
    let (first_summary, summary) = (summary(), median(0, 5, &mut summary));
    let export = median(1, 5, || time(|| laptop.export(&folder.join("changes.kring"))).0);
    let common = median(1, 11, || search(laptop, "gezinshuis hechting"));
    let rare = median(1, 11, || search(laptop, "onderzoeker42 breakdown"));
    let check = median(0, 3, || time(|| laptop.check().unwrap()).0);
    vec![
        Row::took(format!("open with key file at {size} records"), open, Some(50.0)),
        Row::took(
            format!("summary of a meeting to PDF at {size} records, first since the start"),
            first_summary,
            Some(1_000.0),
        ),
        Row::took(
            format!("summary of a meeting to PDF at {size} records"),
            summary,
            Some(1_000.0),
        ),
        Row::took(
            format!("export of changes since last time at {size} records"),
            export,
            None,
        ),
        Row::took(
            format!("search for words in nearly all of {size} records"),
            common,
            None,
        ),
        Row::took(format!("search for a rare word in {size} records"), rare, None),
        Row::took(format!("check of {size} records"), check, None),
    ]
}

fn search(laptop: &mut Laptop, query: &str) -> Duration {
    time(|| laptop.call("search", json!({ "query": query })).unwrap()).0
}
