//! How long everyday work takes, beside its goals: `cargo run --release -p kring-tests --bin bench`.
//! It measures and prints; it does not fail, because a busy machine is no fault of the code.

#![allow(clippy::unwrap_used, clippy::print_stdout)] // a tool for a terminal, which should stop where it cannot prepare

mod import;
mod measure;
mod sample;

use std::path::Path;
use std::time::Duration;

use kring_tests::{Laptop, TestHost, by_id};
use serde_json::json;

use crate::measure::{Row, median, time};
use crate::sample::Pair;

/// Sizes of store to measure with; the first is what the others are compared with.
const SIZES: [usize; 3] = [100, 1_000, 10_000];
/// Paragraphs of the note that is saved.
const PARAGRAPHS: usize = 20;

fn main() {
    // Beside the program, because a system's temporary folder may be no disk at all.
    let program = std::env::current_exe().unwrap();
    let root = tempfile::tempdir_in(program.parent().unwrap()).unwrap();
    println!("Measured in {}", root.path().display());
    let mut least = None;
    for size in SIZES {
        let folder = root.path().join(size.to_string());
        std::fs::create_dir(&folder).unwrap();
        let mut pair = Pair::with_records(&folder, size);
        let save = save_block(&mut pair.receiver);
        let least = *least.get_or_insert(save);
        show(&[
            Row::took(format!("save of one note block at {size} records"), save, None),
            Row::times(
                format!("save of one note block at {size} records, times that at 100"),
                save,
                least,
                1.5,
            ),
        ]);
        if size == SIZES[2] {
            show(&everyday(&folder, &mut pair));
        }
        show(&import::measure(&folder, &mut pair, size));
    }
}

fn show(rows: &[Row]) {
    for row in rows {
        println!("{}", row.line());
    }
}

/// Saves a note again and again, each time with one paragraph changed.
fn save_block(laptop: &mut Laptop) -> Duration {
    let body = sample::note(0, PARAGRAPHS).body;
    let note = laptop.make("write_note", json!({ "body": body }));
    let mut body = laptop.call("show_note", by_id(&note)).unwrap()["body"].clone();
    let mut turn = 0;
    median(5, 41, || {
        turn += 1;
        body[PARAGRAPHS / 2]["text"] =
            format!("Dit is aanpassing {turn} van deze alinea over rust en hechting.").into();
        time(|| {
            laptop
                .call("change_note", json!({ "id": note, "fields": { "body": body } }))
                .unwrap()
        })
        .0
    })
}

/// What is done every day, in a large store.
fn everyday(folder: &Path, pair: &mut Pair) -> Vec<Row> {
    let laptop = &mut pair.receiver;
    let meeting = sample::meeting(laptop, pair.theme);
    let open = median(1, 11, || {
        laptop.shut();
        time(|| laptop.open().unwrap()).0
    });
    let summary = median(1, 5, || {
        let mut host = TestHost {
            target: Some(folder.join("summary.pdf")),
            ..TestHost::default()
        };
        let input = json!({ "meeting": meeting, "format": "pdf" });
        time(|| laptop.call_with(&mut host, "export_summary", input).unwrap()).0
    });
    let export = median(1, 5, || time(|| laptop.export(&folder.join("changes.kring"))).0);
    let common = median(1, 11, || search(laptop, "gezinshuis hechting"));
    let rare = median(1, 11, || search(laptop, "onderzoeker42 breakdown"));
    let check = median(0, 3, || time(|| laptop.check().unwrap()).0);
    let size = SIZES[2];
    vec![
        Row::took(format!("open with key file at {size} records"), open, Some(50.0)),
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
