//! What is missing, who has what, and asking for it: read from the store, so the same after a restart.

use kring_tests::{Circle, Laptop, by_id, code, copy_folder};
use serde_json::{Value, json};

use crate::packages::with_a_gap;
use crate::parts::{split, write_notes};

fn has(laptop: &mut Laptop, record: &str) -> Vec<(String, bool)> {
    let standings = laptop.ask("show_record_standings", by_id(record));
    let rows = standings.as_array().unwrap().iter();
    rows.map(|row| (row["name"].as_str().unwrap().to_owned(), row["has"] == true))
        .collect()
}

#[test]
fn a_gap_survives_a_restart_with_its_package_numbers_and_closes() {
    let (mut circle, early, late) = with_a_gap(350);
    let reader = &mut circle.laptops[1];
    assert_eq!(
        reader.ask("list_gaps", json!({})),
        json!([]),
        "nothing is known to be missing yet"
    );
    let report = reader.import(&late).unwrap();
    let missing = report.number - 1;
    let before = reader.ask("list_gaps", json!({}));
    reader.open().unwrap();
    assert_eq!(
        reader.ask("list_gaps", json!({})),
        before,
        "a restart forgets nothing"
    );
    let gap = &before[0];
    assert_eq!(
        (&gap["name"], &gap["waiting"], &gap["packages"]),
        (
            &json!("Annelies van der Meulen"),
            &json!(1),
            &json!([missing, missing])
        ),
        "{gap}"
    );
    let sentence = gap["sentence"].as_str().unwrap();
    assert!(
        sentence.contains("3 wijzigingen") && sentence.contains(&format!("(pakket {missing})")),
        "{sentence}"
    );

    let member = gap["ask"].clone();
    assert_eq!(member, gap["member"], "who wrote it is asked first");
    let mail = reader.ask("ask_again", json!({ "member": member }));
    let body = mail["body"].as_str().unwrap();
    assert!(
        body.starts_with("Dag Annelies van der Meulen,")
            && body.contains(sentence)
            && body.ends_with("Bas de Wit"),
        "{body}"
    );

    reader.import(&early).unwrap();
    assert_eq!(reader.ask("list_gaps", json!({})), json!([]));
    assert_eq!(
        code(reader.call("ask_again", json!({ "member": member }))),
        "err-nothing-missing"
    );
}

#[test]
fn a_part_that_did_not_come_is_named() {
    let mut circle = Circle::of(2, 351);
    write_notes(&mut circle.laptops[0], 12, 3_000);
    let first = circle.file();
    let (sent, files) = split(&mut circle.laptops[0], &first, 8_000);
    assert!(files.len() >= 3, "{} files", files.len());
    let reader = &mut circle.laptops[1];
    for (at, file) in files.iter().enumerate().filter(|(at, _)| *at != 1) {
        reader
            .import(file)
            .unwrap_or_else(|error| panic!("file {at}: {error}"));
    }
    let gaps = reader.ask("list_gaps", json!({}));
    let parts = json!({
        "name": "Annelies van der Meulen", "number": sent.number, "parts": [2], "of": files.len(),
    });
    assert_eq!(gaps[0]["parts"], parts, "{gaps}");
    let sentence = gaps[0]["sentence"].as_str().unwrap();
    assert!(
        sentence.contains(&format!("deel 2 van {}", files.len())),
        "{sentence}"
    );
    reader.import(&files[1]).unwrap();
    assert_eq!(reader.ask("list_gaps", json!({})), json!([]));
    assert_eq!(circle.laptops[1].state(), circle.laptops[0].state());
}

#[test]
fn a_last_part_that_did_not_come_is_missed_although_nothing_waits_for_it() {
    let mut circle = Circle::of(2, 352);
    write_notes(&mut circle.laptops[0], 12, 3_000);
    let first = circle.file();
    let (_, files) = split(&mut circle.laptops[0], &first, 8_000);
    let (last, others) = files.split_last().unwrap();
    let reader = &mut circle.laptops[1];
    for file in others {
        reader.import(file).unwrap();
    }
    let gaps = reader.ask("list_gaps", json!({}));
    assert_eq!(
        (&gaps[0]["waiting"], &gaps[0]["parts"]["parts"]),
        (&json!(0), &json!([files.len()])),
        "its sender said to have more than came: {gaps}"
    );
    reader.import(last).unwrap();
    assert_eq!(reader.ask("list_gaps", json!({})), json!([]));
}

#[test]
fn what_a_restored_laptop_lacks_of_itself_is_asked_of_someone_else() {
    let mut circle = Circle::of(2, 355);
    let backup = circle.root.path().join("usb-stick");
    circle.laptops[1].shut();
    copy_folder(&circle.laptops[1].folder, &backup);
    circle.laptops[1].open().unwrap();
    circle.laptops[1].make("create_theme", json!({ "name": "rust" }));
    circle.send(1, 0);
    circle.laptops[1].shut();
    std::fs::remove_dir_all(&circle.laptops[1].folder).unwrap();
    copy_folder(&backup, &circle.laptops[1].folder);
    circle.laptops[1].open().unwrap();
    circle.laptops[0].make("create_theme", json!({ "name": "matching" }));
    let (missing, whole) = (circle.file(), circle.file());
    circle.laptops[0].export(&missing);
    circle.laptops[1].import(&missing).unwrap();
    let gaps = circle.laptops[1].ask("list_gaps", json!({}));
    let (own, founder) = (circle.laptops[1].member(), circle.laptops[0].member());
    assert_eq!(
        (&gaps[0]["member"], &gaps[0]["ask"]),
        (&json!(own), &json!(founder)),
        "nobody asks themselves: {gaps}"
    );
    circle.laptops[0].export_all(&whole);
    circle.laptops[1].import(&whole).unwrap();
    assert_eq!(circle.laptops[1].ask("list_gaps", json!({})), json!([]));
}

#[test]
fn who_has_a_record_follows_from_what_each_device_said_itself() {
    let mut circle = Circle::of(3, 353);
    let note = circle.laptops[0].make("write_note", json!({ "body": "Een." }));
    let only = |names: &[&str]| -> Vec<(String, bool)> {
        ["Annelies van der Meulen", "Bas de Wit", "Çağlar Yıldız"]
            .iter()
            .map(|name| ((*name).to_owned(), names.contains(name)))
            .collect()
    };
    assert_eq!(
        has(&mut circle.laptops[0], &note),
        only(&["Annelies van der Meulen"])
    );
    circle.send(0, 1);
    circle.send(0, 2);
    assert_eq!(
        has(&mut circle.laptops[0], &note),
        only(&["Annelies van der Meulen"]),
        "having sent it is no proof"
    );
    circle.send(1, 0);
    assert_eq!(
        has(&mut circle.laptops[0], &note),
        only(&["Annelies van der Meulen", "Bas de Wit"])
    );
    circle.laptops[0].make(
        "change_note",
        json!({ "id": note, "fields": { "body": "Twee." } }),
    );
    assert_eq!(
        has(&mut circle.laptops[0], &note),
        only(&["Annelies van der Meulen"]),
        "a newer version is another matter"
    );
    let private = circle.laptops[0].make("write_note", json!({ "body": "Van mij.", "private": true }));
    circle.exchange_all();
    assert_eq!(
        has(&mut circle.laptops[0], &private),
        only(&["Annelies van der Meulen"]),
        "nobody else ever has what is private"
    );
}

#[test]
fn standings_name_the_last_package_each_way() {
    let mut circle = Circle::of(2, 354);
    circle.laptops[0].make("create_theme", json!({ "name": "rust" }));
    let sent = circle.send(0, 1).number;
    let received = circle.send(1, 0).number;
    let standings = circle.laptops[0].ask("list_standings", json!({}));
    let bas = standings
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["own"] == false);
    let bas: &Value = bas.unwrap();
    assert_eq!(
        (&bas["last_sent"], &bas["last_package"], &bas["lacks"]),
        (&json!(sent), &json!(received), &json!(0))
    );
    assert_eq!(bas["last_sent_ms"], json!(circle.clock.now_ms()));
}

#[test]
fn a_file_from_before_the_sender_was_put_back_leaves_nothing_out_however_late_it_comes() {
    let mut circle = Circle::of(2, 87);
    let backup = circle.root.path().join("usb-stick");
    // Something of the old chain is known, so that the new one can name it.
    circle.laptops[1].make("create_theme", json!({ "name": "nul" }));
    circle.exchange_all();
    circle.laptops[1].shut();
    copy_folder(&circle.laptops[1].folder, &backup);
    circle.laptops[1].open().unwrap();

    let [news, late, after] = [circle.file(), circle.file(), circle.file()];
    for name in ["een", "twee"] {
        circle.laptops[0].make("create_theme", json!({ "name": name }));
    }
    circle.laptops[0].export(&news);
    circle.laptops[1].import(&news).unwrap();
    circle.laptops[1].export(&late);

    circle.laptops[1].shut();
    std::fs::remove_dir_all(&circle.laptops[1].folder).unwrap();
    copy_folder(&backup, &circle.laptops[1].folder);
    circle.laptops[1].open().unwrap();
    circle.laptops[1].make("create_theme", json!({ "name": "drie" }));
    circle.laptops[1].export(&after);
    circle.laptops[0].import(&after).unwrap();
    circle.laptops[0].import(&late).unwrap();

    let answer = circle.file();
    circle.laptops[0].export(&answer);
    let report = circle.laptops[1].import(&answer).unwrap();
    assert_eq!((report.new, report.waiting), (2, 0), "what was lost is in it");
    circle.assert_equal();

    // Once both have the same, nothing is sent twice.
    circle.send(1, 0);
    circle.laptops[0].export(&circle.root.path().join("last.kring"));
    let last = circle.root.path().join("last.kring");
    let report = circle.laptops[1].import(&last).unwrap();
    assert_eq!((report.new, report.known), (0, 0), "the newest word counts again");
}
