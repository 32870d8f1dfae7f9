//! Packages: previewed, repeated, out of order, relayed, and no larger than needed.

use std::path::{Path, PathBuf};

use kring_tests::{Circle, Laptop, TestHost, code, copy_folder};
use serde_json::{Value, json};

fn import_with(laptop: &mut Laptop, host: &mut TestHost, preview: bool) -> kring_api::error::Result<Value> {
    laptop.call_with(host, "import_package", json!({ "preview": preview }))
}

fn host(file: &Path) -> TestHost {
    TestHost {
        files: vec![file.to_owned()],
        ..TestHost::default()
    }
}

fn theme(laptop: &mut Laptop, name: &str) {
    laptop.make("create_theme", json!({ "name": name }));
}

fn names(laptop: &mut Laptop) -> Vec<String> {
    let themes = laptop.ask("list_themes", json!({}));
    themes
        .as_array()
        .unwrap()
        .iter()
        .map(|theme| theme["name"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn a_preview_changes_nothing_and_says_what_the_import_says() {
    let mut circle = Circle::of(2, 80);
    theme(&mut circle.laptops[0], "rust");
    circle.laptops[0].make("add_study", json!({ "title": "Wat werkt" }));
    let file = circle.file();
    circle.laptops[0].export(&file);

    let reader = &mut circle.laptops[1];
    let before = reader.dump();
    let preview = import_with(reader, &mut host(&file), true).unwrap();
    assert_eq!(reader.dump(), before, "looking changes nothing");
    assert_eq!(reader.ask("list_themes", json!({})), json!([]));
    let taken = import_with(reader, &mut host(&file), false).unwrap();
    assert_eq!(preview, taken, "what was shown is what happened");
    let titles: Vec<&Value> = taken["records"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| &row["title"])
        .collect();
    assert!(
        titles.contains(&&json!("rust")) && titles.contains(&&json!("Wat werkt")),
        "{titles:?}"
    );
    assert_eq!(taken["state_agrees"], true);
    assert!(
        taken["summary"]
            .as_str()
            .unwrap()
            .contains("Annelies van der Meulen"),
        "{}",
        taken["summary"]
    );
}

#[test]
fn a_repeat_says_that_nothing_is_new_and_changes_nothing() {
    let mut circle = Circle::of(2, 81);
    theme(&mut circle.laptops[0], "rust");
    let file = circle.file();
    circle.laptops[0].export(&file);
    let renamed = circle.file();
    std::fs::copy(&file, &renamed).unwrap();
    let reader = &mut circle.laptops[1];
    reader.import(&file).unwrap();
    let before = reader.dump();
    for again in [file, renamed] {
        let report = reader.import(&again).unwrap();
        assert!(
            report.nothing_new && report.new == 0 && report.records.is_empty(),
            "{}",
            report.summary
        );
        assert_eq!(reader.dump(), before, "a repeat leaves every row as it was");
    }
}

/// The second laptop takes over a package, tells what it has, and is put back from before that.
fn tell_and_forget(circle: &mut Circle, backup: &Path, early: &Path) {
    let receipt = circle.file();
    circle.laptops[0].export(early);
    circle.laptops[1].import(early).unwrap();
    circle.laptops[1].export(&receipt);
    circle.laptops[0].import(&receipt).unwrap();
    circle.laptops[1].shut();
    std::fs::remove_dir_all(&circle.laptops[1].folder).unwrap();
    copy_folder(backup, &circle.laptops[1].folder);
    circle.laptops[1].open().unwrap();
}

/// A store that was put back from before it told what it has: the next package starts too late for it.
pub(crate) fn with_a_gap(seed: u64) -> (Circle, PathBuf, PathBuf) {
    let mut circle = Circle::of(2, seed);
    let backup = circle.root.path().join("usb-stick");
    circle.laptops[1].shut();
    copy_folder(&circle.laptops[1].folder, &backup);
    circle.laptops[1].open().unwrap();
    let (early, late) = (circle.file(), circle.file());
    for name in ["een", "twee", "drie"] {
        theme(&mut circle.laptops[0], name);
    }
    tell_and_forget(&mut circle, &backup, &early);
    theme(&mut circle.laptops[0], "vier");
    circle.laptops[0].export(&late);
    (circle, early, late)
}

#[test]
fn a_gap_is_named_with_name_and_number_and_then_filled() {
    let (mut circle, early, late) = with_a_gap(82);
    let restored = &mut circle.laptops[1];
    let report = restored.import(&late).unwrap();
    assert_eq!((report.new, report.waiting), (1, 1));
    let [gap] = report.gaps.as_slice() else {
        panic!("one chain has a gap: {:?}", report.gaps)
    };
    assert_eq!(
        (gap.name.as_str(), gap.to - gap.from + 1),
        ("Annelies van der Meulen", 3)
    );
    assert!(
        report
            .summary
            .contains("nog iets van Annelies van der Meulen: 3 wijzigingen"),
        "{}",
        report.summary
    );
    assert_eq!(
        names(restored),
        Vec::<String>::new(),
        "what builds on a gap has no effect yet"
    );
    assert!(restored.check().is_ok());

    let report = restored.import(&early).unwrap();
    assert!(
        report.gaps.is_empty() && report.waiting == 0,
        "{}",
        report.summary
    );
    assert_eq!(names(restored), ["drie", "een", "twee", "vier"]);
    assert_eq!(circle.laptops[1].state(), circle.laptops[0].state());
}

#[test]
fn a_gap_closes_too_when_everything_comes_in_one_package() {
    let (mut circle, _, late) = with_a_gap(83);
    circle.laptops[1].import(&late).unwrap();
    circle.send(0, 1);
    assert_eq!(circle.laptops[1].state(), circle.laptops[0].state());
    assert_eq!(circle.laptops[1].view(), circle.laptops[0].view());
    circle.laptops[1].check().unwrap();
}

#[test]
fn any_order_ends_in_the_same_state_and_the_same_view() {
    let mut circle = Circle::of(3, 84);
    let meeting = circle.laptops[0].make("create_meeting", json!({ "date": "2026-03-12" }));
    let note = circle.laptops[0].make("write_note", json!({ "subject": meeting, "body": "Een.\nTwee." }));
    circle.exchange_all();
    let mut files: Vec<(usize, PathBuf)> = Vec::new();
    for step in 0..3 {
        for from in 0..3 {
            let laptop = &mut circle.laptops[from];
            laptop.make(
                "change_note",
                json!({ "id": note, "fields": { "body": format!("Een {from}.\nTwee {step}.") } }),
            );
            laptop.make(
                "change_meeting",
                json!({ "id": meeting, "fields": { "place": format!("{from}-{step}") } }),
            );
            theme(laptop, &format!("thema {from}.{step}"));
            let file = circle.file();
            circle.laptops[from].export(&file);
            files.push((from, file));
        }
    }
    let orders = [
        [0, 1, 2, 3, 4, 5, 6, 7, 8],
        [8, 7, 6, 5, 4, 3, 2, 1, 0],
        [4, 8, 0, 6, 2, 1, 5, 3, 7],
    ];
    for (to, order) in orders.into_iter().enumerate() {
        for (from, file) in order.map(|at| &files[at]) {
            if *from != to {
                circle.laptops[to].import(file).unwrap();
            }
        }
    }
    let states = circle.states();
    assert!(states.iter().all(|state| *state == states[0]), "{states:?}");
    let views: Vec<String> = circle.laptops.iter_mut().map(Laptop::view).collect();
    assert!(
        views.iter().all(|view| *view == views[0]),
        "the view is byte-equal"
    );
    for laptop in &mut circle.laptops {
        assert_eq!(
            laptop.check().unwrap(),
            states[0],
            "a rebuilt view equals the stored one"
        );
    }
}

#[test]
fn what_a_third_person_relays_is_still_its_authors() {
    let mut circle = Circle::of(3, 85);
    let note = circle.laptops[0].make("write_note", json!({ "body": "Van Annelies." }));
    circle.send(0, 1);
    circle.laptops[0].shut();
    let report = circle.send(1, 2);
    assert_eq!(report.from, "Bas de Wit");
    let history = circle.laptops[2].ask("show_history", kring_tests::by_id(&note));
    assert_eq!(
        history[0]["by"], "Annelies van der Meulen",
        "a package relays the author's own signed change"
    );
}

#[test]
fn a_package_holds_only_what_the_others_lack() {
    let mut circle = Circle::of(3, 86);
    let preview = |laptop: &mut Laptop| {
        laptop.ask("preview_export", json!({}))["segments"]
            .as_u64()
            .unwrap()
    };
    assert_eq!(
        preview(&mut circle.laptops[0]),
        0,
        "everybody said that they have everything"
    );
    let all = circle.laptops[0].ask("preview_export", json!({ "all": true }))["segments"]
        .as_u64()
        .unwrap();
    assert!(all > 0);
    let body = "Een lange aantekening over matching. ".repeat(400);
    circle.laptops[0].make("write_note", json!({ "body": body }));
    theme(&mut circle.laptops[0], "rust");
    assert_eq!(preview(&mut circle.laptops[0]), 2);
    circle.laptops[0].make(
        "write_note",
        json!({ "body": "Alleen voor mij.", "private": true }),
    );
    assert_eq!(
        circle.laptops[0].ask("preview_export", json!({}))["counts"],
        json!([["note", 1], ["theme", 1]]),
        "what goes, by kind; what is private does not go"
    );

    let target = circle.file();
    let mut to = TestHost {
        target: Some(target.clone()),
        ..TestHost::default()
    };
    let sent = circle.laptops[0]
        .call_with(&mut to, "export_package", json!({}))
        .unwrap();
    assert_eq!(
        (&sent["segments"], &sent["records"], &sent["recipients"]),
        (&json!(2), &json!(2), &json!(3))
    );
    assert_eq!(sent["bytes"], json!(std::fs::metadata(&target).unwrap().len()));
    assert_eq!(sent["verified"], true);

    circle.laptops[1].import(&target).unwrap();
    let (receipt, other) = (circle.file(), circle.file());
    circle.laptops[1].export(&receipt);
    circle.laptops[0].import(&receipt).unwrap();
    assert_eq!(
        preview(&mut circle.laptops[0]),
        2,
        "the third has not said yet that it has them"
    );
    circle.laptops[2].import(&target).unwrap();
    circle.laptops[2].export(&other);
    circle.laptops[0].import(&other).unwrap();
    assert_eq!(preview(&mut circle.laptops[0]), 0);
    let standings = circle.laptops[0].ask("list_standings", json!({}));
    let lacks: Vec<&Value> = standings
        .as_array()
        .unwrap()
        .iter()
        .map(|row| &row["lacks"])
        .collect();
    assert_eq!(lacks, [&json!(0), &json!(0), &json!(0)]);
}

#[test]
fn stopping_an_import_leaves_everything_as_it_was_however_often() {
    let mut circle = Circle::of(2, 87);
    for name in ["een", "twee", "drie"] {
        theme(&mut circle.laptops[0], name);
    }
    let file = circle.file();
    circle.laptops[0].export(&file);
    let reader = &mut circle.laptops[1];
    let before = reader.dump();
    for _ in 0..3 {
        let mut stopping = TestHost {
            cancel_after: Some(2),
            ..host(&file)
        };
        assert_eq!(code(import_with(reader, &mut stopping, false)), "err-cancelled");
        assert_eq!(reader.dump(), before);
    }
    reader.import(&file).expect("stopping is no crash");
    assert_eq!(names(reader), ["drie", "een", "twee"]);
}

#[test]
fn no_byte_of_a_private_note_leaves() {
    let mut circle = Circle::of(2, 88);
    let secret = "Geheim over een opvoeder";
    let state = circle.laptops[0].state();
    circle.laptops[0].make("write_note", json!({ "body": secret, "private": true }));
    assert_eq!(
        circle.laptops[0].state(),
        state,
        "the circle's state knows nothing of it"
    );
    assert_eq!(circle.laptops[0].ask("preview_export", json!({}))["segments"], 0);
    circle.send(0, 1);
    let dump = circle.laptops[1].dump();
    let hex: String = secret.bytes().map(|byte| format!("{byte:02x}")).collect();
    assert!(!dump.contains(secret) && !dump.contains(&hex));
    assert_eq!(
        circle.laptops[0].view(),
        circle.laptops[1].view(),
        "the circle's view is equal all the same"
    );
}

#[test]
fn a_change_that_waited_while_a_long_record_got_a_snapshot_is_not_forgotten() {
    let mut circle = Circle::of(2, 84);
    let theme = circle.laptops[0].make("create_theme", json!({ "name": "een", "known": "Begin." }));
    circle.send(0, 1);
    let backup = circle.root.path().join("usb-stick");
    circle.laptops[1].shut();
    copy_folder(&circle.laptops[1].folder, &backup);
    circle.laptops[1].open().unwrap();
    let (early, late) = (circle.file(), circle.file());
    let change = |laptop: &mut Laptop, field: &str, value: &str| {
        laptop.make(
            "change_theme",
            json!({ "id": theme, "fields": { (field): value } }),
        );
    };
    change(&mut circle.laptops[0], "name", "een thema");
    tell_and_forget(&mut circle, &backup, &early);
    change(&mut circle.laptops[0], "unknown", "Wat wachtte.");
    circle.laptops[0].export(&late);

    let laptop = &mut circle.laptops[1];
    assert_eq!(
        laptop.import(&late).unwrap().waiting,
        1,
        "the change before it is missing"
    );
    for round in 0..80 {
        change(laptop, "known", &format!("Begin {round}."));
    }
    laptop.import(&early).unwrap();
    change(laptop, "known", "Einde.");
    laptop.open().unwrap();
    change(laptop, "known", "Echt einde.");
    let shown = laptop.ask("show_theme", json!({ "id": theme }));
    assert_eq!(shown["unknown"][0]["text"], "Wat wachtte.");
    laptop.check().unwrap();
}
