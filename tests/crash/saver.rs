//! Opens a store and works in it until it is killed, saying each thing that is saved or taken over
//! on a line of its own, after it is.
//!
//! `saver FOLDER STATE-FOLDER KEY SEED STARTS` and then the work: `save`, `import PACKAGE…`, `export
//! TARGET-FOLDER`, `backup`, `attach FOLDER`, `erase`; `take`, which takes over each file named on its input and says what
//! became of it and what it cost; or `fill save|import|export|backup BALLAST …`, which goes on until
//! the disk is full.

#![allow(clippy::unwrap_used)] // a saver that cannot work should stop, and the test that waits for it fails

use std::ffi::OsString;
use std::io::{BufRead, Write};
use std::path::{Path, PathBuf};

use kring_tests::attach::{attach, file};
use kring_tests::full;
use kring_tests::take::{Taken, take};
use kring_tests::{CHANGES_BEFORE_ERASING, CHILD_WORD, ERASED_END, ERASED_WORD, Laptop, by_id};
use serde_json::json;

const DAY_MS: u64 = 86_400_000;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder, state_folder, key, seed, starts, work, files @ ..] = arguments.as_slice() else {
        return say("usage");
    };
    let key: Vec<u8> = (0..32)
        .map(|at| u8::from_str_radix(&key[2 * at..2 * at + 2], 16).unwrap())
        .collect();
    let key = key.try_into().unwrap();
    let (seed, starts) = (seed.parse().unwrap(), starts.parse().unwrap());
    let mut laptop = Laptop::lying_at(Path::new(folder), Path::new(state_folder), key, seed, starts);
    laptop.open().unwrap();
    say("open");
    match work.as_str() {
        "save" => save(&mut laptop, starts),
        "export" => export(&mut laptop, starts, Path::new(&files[0])),
        "backup" => back_up(&mut laptop, starts),
        "attach" => attach_files(&mut laptop, starts, Path::new(&files[0])),
        "erase" => erase(&mut laptop, starts),
        "take" => take_each(&mut laptop),
        "fill" => say(&full::fill(
            &mut laptop,
            &files[0],
            Path::new(&files[1]),
            &files[2..],
        )),
        _ => import(&mut laptop, files.iter().map(PathBuf::from)),
    }
}

/// Makes a note, changes it and adds a study, for ever. A title ends with a number that only grows.
fn save(laptop: &mut Laptop, starts: u64) {
    for step in 0.. {
        let number = |add: u64| starts * 1_000_000 + step * 10 + add;
        let title = |number: u64| format!("{CHILD_WORD} {number}");
        let note = laptop.make(
            "write_note",
            json!({ "title": title(number(1)), "body": "Over rust." }),
        );
        say(&format!("note {note} {}", number(1)));
        laptop.make(
            "change_note",
            json!({ "id": note, "fields": { "title": title(number(2)) } }),
        );
        say(&format!("note {note} {}", number(2)));
        let study = laptop.make("add_study", json!({ "title": title(number(3)) }));
        say(&format!("study {study} {}", number(3)));
    }
}

fn import(laptop: &mut Laptop, files: impl Iterator<Item = PathBuf>) {
    for file in files {
        laptop.import(&file).unwrap();
        say("imported");
    }
}

/// Writes a note and a package that holds it, for ever.
fn export(laptop: &mut Laptop, starts: u64, folder: &Path) {
    for step in 0.. {
        laptop.make(
            "write_note",
            json!({ "title": format!("{starts} {step}"), "body": "Over rust." }),
        );
        let name = format!("{starts}-{step}.kring");
        laptop.export_all(&folder.join(&name));
        say(&format!("exported {name}"));
    }
}

/// Writes a note and makes a backup, each on a day of its own, for ever.
fn back_up(laptop: &mut Laptop, starts: u64) {
    laptop.clock.advance(starts * 10 * DAY_MS);
    for step in 0.. {
        laptop.clock.advance(DAY_MS);
        laptop.make(
            "write_note",
            json!({ "title": format!("{starts} {step}"), "body": "Over rust." }),
        );
        let notes = laptop.ask("list_notes", json!({})).as_array().unwrap().len();
        laptop.ask("back_up", json!({}));
        let backups = laptop.ask("list_backups", json!({}));
        say(&format!(
            "backup {} {notes}",
            backups[0]["date"].as_str().unwrap()
        ));
    }
}

/// Writes a note and attaches a file to it, for ever; every second note is erased again.
fn attach_files(laptop: &mut Laptop, starts: u64, folder: &Path) {
    for step in 0.. {
        let note = laptop.make("write_note", json!({ "body": "Over rust." }));
        let name = format!("{starts}-{step}.pdf");
        let (path, _) = file(folder, &name, starts * 1_000 + step, 1_500_000);
        attach(laptop, &note, &path).unwrap();
        std::fs::remove_file(path).unwrap();
        if step % 2 == 0 {
            say(&format!("attached {note} {name}"));
        } else {
            laptop.ask("erase_record", json!({ "id": note }));
            say(&format!("erased {note} {name}"));
        }
    }
}

/// Writes a note with a word of its own, changes it and erases it, for ever.
fn erase(laptop: &mut Laptop, starts: u64) {
    for step in 0..1_000 {
        let number = starts * 1_000 + step;
        let word = format!("{ERASED_WORD}{number}{ERASED_END}");
        let note = laptop.make("write_note", json!({ "title": word, "body": word }));
        for change in 1..=CHANGES_BEFORE_ERASING {
            let body = format!("{word} {change}");
            laptop.make("change_note", json!({ "id": note, "fields": { "body": body } }));
        }
        say(&format!("note {note} {number}"));
        laptop.ask("erase_record", by_id(&note));
        say(&format!("erased {note} {number}"));
    }
}

/// A line of input is a path as JSON; without it, the store is checked.
fn take_each(laptop: &mut Laptop) {
    for line in std::io::stdin().lock().lines() {
        let path: Option<OsString> = serde_json::from_str(&line.unwrap()).unwrap();
        let taken = match path {
            Some(path) => take(laptop, Path::new(&path)),
            None => Taken::checked(laptop),
        };
        say(&serde_json::to_string(&taken).unwrap());
    }
}

fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{line}").unwrap();
    out.flush().unwrap();
}
