//! Packages in several files: split below a size, each useful alone, taken over in any order.

use std::path::{Path, PathBuf};

use kring_api::exchange::outgoing::{Extent, Sent};
use kring_sync::package::ManifestPurpose;
use kring_tests::{Circle, Laptop, TestHost, code};
use serde_json::json;

/// Text that packs to half its length and no further.
fn noise(seed: u64, chars: usize) -> String {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        char::from_digit((state >> 32) as u32 % 16, 16).unwrap()
    };
    std::iter::repeat_with(next).take(chars).collect()
}

/// Writes notes, so that a package of them is about half as long as they are together.
pub(crate) fn write_notes(laptop: &mut Laptop, count: u64, chars: usize) {
    for seed in 1..=count {
        laptop.make("write_note", json!({ "body": noise(seed, chars) }));
    }
}

/// Writes what the others lack in files of at most `most` bytes.
pub(crate) fn split(laptop: &mut Laptop, first: &Path, most: u64) -> (Sent, Vec<PathBuf>) {
    let workspace = laptop.workspace();
    let packed = workspace
        .pack(Extent::Missing, ManifestPurpose::Sync, most, |_| Ok(()))
        .unwrap();
    let targets = kring_api::host::numbered(first, packed.files());
    let sent = workspace.write_packed(&packed, &targets, |_| Ok(())).unwrap();
    (sent, targets)
}

#[test]
fn every_file_stays_below_the_limit_and_any_order_ends_equal() {
    const MOST: u64 = 20_000;
    let mut circle = Circle::of(4, 300);
    write_notes(&mut circle.laptops[0], 40, 3_000);
    // A change of a note of someone else lies in another chain than the note.
    let theirs = circle.laptops[1].make("write_note", json!({ "body": "Van Bas." }));
    circle.send(1, 0);
    circle.laptops[0].make(
        "change_note",
        json!({ "id": theirs, "fields": { "body": "Van Bas, en verder." } }),
    );
    let first = circle.file();
    let (sent, files) = split(&mut circle.laptops[0], &first, MOST);
    assert!(files.len() >= 4, "{} files hold 60 kB", files.len());
    for (file, path) in sent.files.iter().zip(&files) {
        let bytes = std::fs::metadata(path).unwrap().len();
        assert_eq!(
            (file.bytes, &*file.name),
            (bytes, path.file_name().unwrap().to_str().unwrap())
        );
        assert!(bytes <= MOST, "{bytes} bytes do not fit the mail");
    }
    assert_eq!(sent.bytes, sent.files.iter().map(|file| file.bytes).sum::<u64>());

    let forward: Vec<usize> = (0..files.len()).collect();
    let backward: Vec<usize> = forward.iter().rev().copied().collect();
    let odd_first: Vec<usize> = [1, 0]
        .into_iter()
        .flat_map(|odd| (odd..files.len()).step_by(2))
        .collect();
    for (reader, order) in [(1, forward), (2, backward), (3, odd_first)] {
        for (imported, part) in order.iter().enumerate() {
            let report = circle.laptops[reader].import(&files[*part]).unwrap();
            if reader == 1 {
                assert_eq!(
                    report.waiting, 0,
                    "file {imported} needs nothing but those before it"
                );
                assert!(report.new > 0, "and is useful by itself");
            }
        }
        circle.laptops[reader].check().unwrap();
    }
    let states = circle.states();
    assert!(states.iter().all(|state| *state == states[0]), "{states:?}");
    assert_eq!(circle.laptops[2].view(), circle.laptops[0].view());
    let gaps = circle.laptops[2].ask("list_gaps", json!({}));
    assert_eq!(gaps, json!([]), "nothing is missing once all parts came");
}

#[test]
fn a_part_says_what_the_sender_has_and_never_what_the_reader_has() {
    let mut circle = Circle::of(2, 301);
    write_notes(&mut circle.laptops[0], 12, 3_000);
    let first = circle.file();
    let (sent, files) = split(&mut circle.laptops[0], &first, 8_000);
    circle.laptops[1].import(&files[0]).unwrap();
    let receipt = circle.file();
    circle.laptops[1].export(&receipt);
    circle.laptops[0].import(&receipt).unwrap();
    let left = circle.laptops[0].ask("preview_export", json!({}))["segments"]
        .as_u64()
        .unwrap();
    assert!(
        left > 0 && left < sent.segments,
        "{left} of {}: the reader has the first file and not the rest",
        sent.segments
    );
}

#[test]
fn a_package_above_the_mail_size_becomes_files_that_are_named_listed_and_shown_once() {
    let mut circle = Circle::of(2, 302);
    circle.laptops[0].ask("set_mail_limit", json!({ "megabytes": 1 }));
    write_notes(&mut circle.laptops[0], 6, 450_000);
    let target = circle.file();
    let mut host = TestHost {
        target: Some(target),
        ..TestHost::default()
    };
    let sent = circle.laptops[0]
        .call_with(&mut host, "export_package", json!({}))
        .unwrap();
    let files = sent["files"].as_array().unwrap();
    assert!(files.len() >= 2, "1.3 MB do not fit one megabyte: {sent}");
    assert!(
        files
            .iter()
            .all(|file| file["bytes"].as_u64().unwrap() <= 1_000_000),
        "{sent}"
    );
    assert_eq!(host.revealed.len(), 1, "the folder opens once");
    let last = host.suggested.last().unwrap();
    let part = format!(
        "(pakket {}, deel {} van {}).kring",
        sent["number"],
        files.len(),
        files.len()
    );
    assert!(last.ends_with(&part), "{last}");

    let names: Vec<&str> = files.iter().map(|file| file["name"].as_str().unwrap()).collect();
    let mail = circle.laptops[0].ask("share_text", json!({ "files": names }));
    let body = mail["body"].as_str().unwrap();
    assert!(names.iter().all(|name| body.contains(name)), "{body}");

    let ledger = circle.laptops[0].ask("list_sent", json!({}));
    assert_eq!(
        ledger[0]["files"], sent["files"],
        "the ledger knows which files they were"
    );
    assert_eq!(
        ledger[0]["recipients"],
        json!(["Bas de Wit"]),
        "and who can open them"
    );
    assert_eq!(ledger[0]["changes"], sent["segments"]);
}

#[test]
fn a_long_circle_name_does_not_push_the_part_off_the_name() {
    let mut circle = Circle::of(1, 303);
    let name = "Kenniskring gezinshuizen en alle andere vormen van wonen in een gezin ".repeat(3);
    let id = circle.laptops[0].ask("show_circle", json!({}))["record"]["id"].clone();
    circle.laptops[0].make(
        "change_circle",
        json!({ "id": id, "fields": { "name": name.trim() } }),
    );
    let workspace = circle.laptops[0].workspace();
    let file = kring_api::use_case::exchange::package_name(workspace, 12_345, Some((100, 100))).unwrap();
    assert!(file.ends_with("(pakket 12345, deel 100 van 100).kring"), "{file}");
    assert!(file.len() <= 255, "a file system takes {} bytes", file.len());
}

#[test]
fn a_mail_size_is_between_one_and_250_megabytes() {
    let mut circle = Circle::of(1, 304);
    for (megabytes, is_taken) in [(0, false), (1, true), (250, true), (251, false)] {
        let answer = circle.laptops[0].call("set_mail_limit", json!({ "megabytes": megabytes }));
        assert_eq!(answer.is_ok(), is_taken, "{megabytes}");
    }
    assert_eq!(
        circle.laptops[0].ask("preview_export", json!({}))["megabytes"],
        250
    );
}

#[test]
fn all_files_are_there_or_none() {
    let mut circle = Circle::of(2, 305);
    write_notes(&mut circle.laptops[0], 12, 3_000);
    let folder = circle.root.path().join("usb");
    std::fs::create_dir(&folder).unwrap();
    let first = folder.join("pakket.kring");
    // Something that cannot be replaced by a file has the name of the second one.
    std::fs::create_dir_all(folder.join("pakket-2.kring").join("map")).unwrap();
    let before = circle.laptops[0].dump();
    let workspace = circle.laptops[0].workspace();
    let packed = workspace
        .pack(Extent::Missing, ManifestPurpose::Sync, 8_000, |_| Ok(()))
        .unwrap();
    let targets = kring_api::host::numbered(&first, packed.files());
    let refused = workspace.write_packed(&packed, &targets, |_| Ok(())).unwrap_err();
    assert_eq!(refused.code(), "err-file-system");
    let left: Vec<_> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert_eq!(left, ["pakket-2.kring"], "no file of the package stays behind");
    assert_eq!(circle.laptops[0].dump(), before, "and nothing is noted as sent");
}

#[test]
fn stopping_while_files_are_written_leaves_none() {
    let mut circle = Circle::of(2, 306);
    write_notes(&mut circle.laptops[0], 3, 450_000);
    circle.laptops[0].ask("set_mail_limit", json!({ "megabytes": 1 }));
    let before = circle.laptops[0].dump();
    let target = circle.file();
    for after in [1, 2] {
        let mut host = TestHost {
            target: Some(target.clone()),
            cancel_after: Some(after),
            ..TestHost::default()
        };
        let stopped = circle.laptops[0].call_with(&mut host, "export_package", json!({}));
        assert_eq!(code(stopped), "err-cancelled");
        assert!(!target.exists(), "stopped after {after} steps");
    }
    assert_eq!(circle.laptops[0].dump(), before);
}
