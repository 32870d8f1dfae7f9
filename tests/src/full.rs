//! Work on a disk that becomes full, and what is left of it: every error has its sentence, what was said
//! to be saved is there, and with some room again everything goes on.

use std::path::{Path, PathBuf};

use kring_api::error::ApiError;
use serde_json::json;

use crate::Laptop;

/// How often something is tried before the disk is said to have had room for it all.
const MOST: u64 = 4_000;
/// After so many backups old ones make room for new ones, and a disk that had room goes on having it.
const ROTATED: u64 = 60;
const DAY_MS: u64 = 86_400_000;
/// What may be said when a disk is full.
const FULL: [&str; 2] = ["err-disk-full", "err-package-write"];

/// Works until the disk is full, and looks at what is left; answers what to say of it, or stops.
pub fn fill(laptop: &mut Laptop, work: &str, ballast: &Path, files: &[String]) -> String {
    let mut saved = Vec::new();
    let before = laptop.state();
    let most = if work == "backup" { ROTATED } else { MOST };
    let error = (0..most).find_map(|step| attempt(laptop, work, step, files, &mut saved).err());
    let Some(error) = error else {
        assert_eq!(
            work, "backup",
            "the disk took {most} times {work}: it never was full"
        );
        return "had room".to_owned();
    };
    assert!(FULL.contains(&error.code()), "a full disk is told as {error}");
    let shown = titles(laptop);
    assert_eq!(
        shown, saved,
        "what was said to be saved is there, and nothing else"
    );
    if work == "import" {
        assert_eq!(
            laptop.state(),
            before,
            "a package that had no room is not taken over in part"
        );
    }
    laptop
        .check()
        .unwrap_or_else(|error| panic!("a full disk leaves the store whole: {error}"));

    laptop.shut();
    std::fs::remove_file(ballast).unwrap();
    laptop
        .open()
        .unwrap_or_else(|error| panic!("the store opens again: {error}"));
    assert_eq!(titles(laptop), saved, "and holds what was saved");
    laptop
        .check()
        .unwrap_or_else(|error| panic!("and is whole: {error}"));
    if work == "export" {
        for entry in std::fs::read_dir(&files[0]).unwrap() {
            let path = entry.unwrap().path();
            let whole = laptop.workspace().read_package(&path);
            assert!(whole.is_ok(), "{} is there in part", path.display());
        }
    }
    let title = "weer ruimte".to_owned();
    laptop.make("write_note", json!({ "title": title, "body": "" }));
    saved.push(title);
    assert_eq!(titles(laptop), saved, "with room again it goes on");
    format!("full {} {}", saved.len(), error.code())
}

fn attempt(
    laptop: &mut Laptop,
    work: &str,
    step: u64,
    files: &[String],
    saved: &mut Vec<String>,
) -> Result<(), ApiError> {
    match work {
        "save" => {
            let title = format!("aantekening {step:05}");
            let body = "Over rust en ruimte. ".repeat(200);
            laptop.call("write_note", json!({ "title": title, "body": body }))?;
            saved.push(title);
            Ok(())
        }
        // A file larger than what is left: its copy in the spool alone fills the disk.
        "import" => laptop.import(Path::new(&files[0])).map(drop),
        "export" => {
            let file = PathBuf::from(&files[0]).join(format!("{step}.kring"));
            let written = laptop.workspace().write_package(
                &file,
                kring_api::exchange::outgoing::Extent::All,
                kring_sync::package::ManifestPurpose::Sync,
            );
            // Where the room ended behind it, the package is there; it must be a whole one.
            written.map(drop)
        }
        _ => {
            laptop.clock.advance(DAY_MS * 7);
            let backups = |laptop: &mut Laptop| laptop.ask("list_backups", json!({}));
            let before = backups(laptop);
            let made = laptop.call("back_up", json!({}));
            if made.is_err() {
                assert_eq!(
                    backups(laptop),
                    before,
                    "a backup that had no room is none, and takes none away"
                );
            }
            made.map(drop)
        }
    }
}

/// The titles of all notes, in order.
fn titles(laptop: &mut Laptop) -> Vec<String> {
    let notes = laptop.ask("list_notes", json!({}));
    let mut titles: Vec<String> = notes
        .as_array()
        .unwrap()
        .iter()
        .map(|note| note["title"].as_str().unwrap().to_owned())
        .collect();
    titles.sort();
    titles
}
