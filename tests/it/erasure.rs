//! Erasure: gone everywhere in whatever order it travels, never back, with receipts; and never by who
//! may not.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use kring_api::error::Result;
use kring_store::table::erasure;
use kring_store::table::segment::{self, Standing};
use kring_tests::{Circle, Laptop, TestHost, by_id, code, copy_folder};
use serde_json::{Value, json};

fn erase(laptop: &mut Laptop, id: &str) -> Result<Value> {
    laptop.call("erase_record", by_id(id))
}

fn notes(laptop: &mut Laptop) -> Vec<String> {
    let notes = laptop.ask("list_notes", json!({ "subject": null }));
    notes
        .as_array()
        .unwrap()
        .iter()
        .map(|note| note["title"].as_str().unwrap().to_owned())
        .collect()
}

fn erasures(laptop: &mut Laptop) -> Vec<Value> {
    laptop.ask("list_erasures", json!({})).as_array().unwrap().clone()
}

fn has_bodies(laptop: &mut Laptop, id: &str) -> bool {
    erasure::has_bodies(laptop.workspace().db(), id.parse().unwrap()).unwrap()
}

/// Three laptops that all have a note with two versions.
fn with_note(seed: u64) -> (Circle, String) {
    let mut circle = Circle::of(3, seed);
    let note = circle.laptops[1].make("write_note", json!({ "title": "gevoelig", "body": "Een naam." }));
    circle.exchange_all();
    circle.laptops[2].make(
        "change_note",
        json!({ "id": note, "fields": { "body": "Nog een naam." } }),
    );
    circle.exchange_all();
    (circle, note)
}

fn exported(circle: &mut Circle, from: usize) -> PathBuf {
    let file = circle.file();
    circle.laptops[from].export_all(&file);
    file
}

#[test]
fn an_erasure_goes_round_and_every_laptop_confirms_it() {
    let (mut circle, note) = with_note(640);
    let done = erase(&mut circle.laptops[0], &note).unwrap();
    assert_eq!(done["undo"], Value::Null, "there is no undo");
    let listed = erasures(&mut circle.laptops[0]);
    assert_eq!(
        (&listed[0]["says"], &listed[0]["what"], &listed[0]["by"]),
        (
            &json!("1 van 3 bevestigd"),
            &json!(["1 aantekening"]),
            &json!("Annelies van der Meulen")
        ),
        "this laptop is the first"
    );
    assert_eq!(listed[0]["waiting"], json!(["Bas de Wit", "Çağlar Yıldız"]));

    let file = exported(&mut circle, 0);
    let report = circle.laptops[1].import(&file).unwrap();
    let told: Vec<&str> = report.erased.iter().map(|record| record.title.as_str()).collect();
    assert_eq!(told, ["gevoelig"], "the report says apart what went");
    circle.send(1, 2);
    circle.exchange_all();
    for laptop in &mut circle.laptops {
        assert_eq!(notes(laptop), Vec::<String>::new());
        assert_eq!(code(laptop.call("show_note", by_id(&note))), "err-not-found");
        assert!(!has_bodies(laptop, &note), "only the headers stay");
        assert_eq!(
            erasures(laptop)[0]["says"],
            "3 van 3 bevestigd",
            "each receipt came back"
        );
    }
    circle.assert_equal();
}

#[test]
fn a_preview_erases_nothing() {
    let (mut circle, note) = with_note(641);
    erase(&mut circle.laptops[0], &note).unwrap();
    let file = exported(&mut circle, 0);
    let before = circle.laptops[1].dump();
    let mut host = TestHost {
        files: vec![file],
        ..TestHost::default()
    };
    let report = circle.laptops[1]
        .call_with(&mut host, "import_package", json!({ "preview": true }))
        .unwrap();
    assert_eq!(report["erased"][0]["title"], "gevoelig", "it says what would go");
    assert_eq!(circle.laptops[1].dump(), before);
}

#[test]
fn whatever_the_order_all_end_equal_and_it_never_comes_back() {
    // Of the old package with the note, the change made at the same time and the erasure, in each order.
    let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];
    for (number, order) in orders.into_iter().enumerate() {
        let mut circle = Circle::of(4, 650 + number as u64);
        let note = circle.laptops[1].make("write_note", json!({ "title": "gevoelig", "body": "Een naam." }));
        let old = exported(&mut circle, 1);
        circle.laptops[0].import(&old).unwrap();
        circle.laptops[2].import(&old).unwrap();
        circle.laptops[2].make(
            "change_note",
            json!({ "id": note, "fields": { "title": "anders" } }),
        );
        let concurrent = exported(&mut circle, 2);
        erase(&mut circle.laptops[0], &note).unwrap();
        let erasing = exported(&mut circle, 0);
        let files = [old.clone(), concurrent, erasing];
        for at in order {
            circle.laptops[3].import(&files[at]).unwrap();
        }
        assert!(!has_bodies(&mut circle.laptops[3], &note), "{order:?}");
        circle.exchange_all();
        circle.laptops[3].import(&old).unwrap();
        circle.assert_equal();
        for laptop in &mut circle.laptops {
            assert_eq!(
                notes(laptop),
                Vec::<String>::new(),
                "{order:?}: an old package brings nothing back"
            );
            assert!(!has_bodies(laptop, &note));
        }
    }
}

#[test]
fn who_may_not_erase_is_refused() {
    let (mut circle, note) = with_note(660);
    let before = circle.laptops[1].dump();
    assert_eq!(
        code(erase(&mut circle.laptops[1], &note)),
        "err-not-allowed",
        "a member tends no records"
    );
    assert_eq!(circle.laptops[1].dump(), before);
    let me = circle.laptops[0].member();
    assert_eq!(
        code(erase(&mut circle.laptops[0], &me)),
        "err-stays",
        "who has a right in the circle stays"
    );
    let shown = circle.laptops[0].ask("show_circle", json!({}));
    let own = shown["record"]["id"].as_str().unwrap().to_owned();
    assert_eq!(
        code(erase(&mut circle.laptops[0], &own)),
        "err-stays",
        "and so does the circle"
    );
    assert_eq!(
        code(erase(&mut circle.laptops[0], &"9".repeat(32))),
        "err-not-found"
    );
}

#[test]
fn an_erasure_beyond_a_right_that_was_taken_away_gives_everything_back() {
    let (mut circle, note) = with_note(661);
    let secretary = circle.laptops[1].member();
    circle.laptops[0].ask("set_right", json!({ "member": secretary, "right": "secretary" }));
    circle.exchange_all();
    // At the same time the right is taken away and used.
    circle.laptops[0].ask("set_right", json!({ "member": secretary, "right": "member" }));
    erase(&mut circle.laptops[1], &note).unwrap();
    circle.send(1, 2);
    assert!(
        !has_bodies(&mut circle.laptops[2], &note),
        "the third knows of no change of right yet"
    );
    circle.send(0, 2);
    circle.send(0, 1);
    for at in [1, 2] {
        let mine = &mut circle.laptops[at];
        assert_eq!(erasures(mine), Vec::<Value>::new(), "it does not count any more");
        mine.check().unwrap();
    }
    circle.exchange_all();
    for laptop in &mut circle.laptops {
        assert_eq!(notes(laptop), ["gevoelig"], "who still has it gives it back");
        assert!(has_bodies(laptop, &note));
    }
    circle.assert_equal();
}

#[test]
fn a_backup_from_before_shows_nothing_of_it() {
    let (mut circle, note) = with_note(662);
    let other = circle.laptops[1].make("write_note", json!({ "title": "blijft", "body": "x" }));
    circle.exchange_all();
    circle.clock.advance(24 * 3_600_000);
    for at in [0, 1] {
        assert_eq!(circle.laptops[at].ask("back_up", json!({}))["done"], true);
    }
    erase(&mut circle.laptops[0], &note).unwrap();
    circle.send(0, 1);
    for at in [0, 1] {
        let laptop = &mut circle.laptops[at];
        laptop.shut();
        let backup = fs::read_dir(laptop.folder.join("backups"))
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.extension().is_some_and(|extension| extension == "db"))
            .max()
            .unwrap();
        for left in ["store.db-wal", "store.db-shm"] {
            let _ = fs::remove_file(laptop.folder.join(left));
        }
        fs::copy(backup, laptop.folder.join("store.db")).unwrap();
        laptop.open().unwrap();
        assert_eq!(notes(laptop), ["blijft"], "erased again before anything is shown");
        assert!(!has_bodies(laptop, &note));
        laptop.check().unwrap();
    }
    circle.exchange_all();
    circle.exchange_all();
    for laptop in &mut circle.laptops {
        assert_eq!(notes(laptop), ["blijft"]);
        assert!(!has_bodies(laptop, &note));
        assert!(has_bodies(laptop, &other));
    }
    circle.assert_equal();
}

#[test]
fn words_are_removed_by_a_clean_copy_that_takes_the_links_along() {
    let mut circle = Circle::of(2, 663);
    let laptop = &mut circle.laptops[0];
    let meeting = laptop.make("create_meeting", json!({ "number": 1, "date": "2026-03-12" }));
    let item = laptop.make(
        "add_agenda_item",
        json!({ "meeting": meeting, "title": "Over Jantje" }),
    );
    let last = laptop.make(
        "add_agenda_item",
        json!({ "meeting": meeting, "title": "Sluiting" }),
    );
    let note = laptop.make(
        "write_note",
        json!({ "subject": item, "title": "bij het punt", "body": "x" }),
    );
    let decision = laptop.make(
        "record_decision",
        json!({ "meeting": meeting, "item": item, "text": "Jantje verhuist." }),
    );
    let number = laptop.ask("list_decisions", json!({}))[0]["number"].clone();
    circle.exchange_all();
    let laptop = &mut circle.laptops[0];
    laptop.make(
        "change_agenda_item",
        json!({ "id": item, "fields": { "title": "Een verhuizing" } }),
    );
    laptop.make(
        "change_decision",
        json!({ "id": decision, "fields": { "text": "Het kind verhuist." } }),
    );
    let new_item = laptop.make("clean_record", by_id(&item));
    let new_decision = laptop.make("clean_record", by_id(&decision));
    circle.exchange_all();
    for laptop in &mut circle.laptops {
        let shown = laptop.ask("show_meeting", by_id(&meeting));
        let items: Vec<&Value> = shown["items"]
            .as_array()
            .unwrap()
            .iter()
            .map(|item| &item["id"])
            .collect();
        assert_eq!(
            items,
            [&json!(new_item), &json!(last)],
            "it keeps its place on the agenda"
        );
        assert_eq!(
            shown["items"][0]["notes"][0]["id"],
            json!(note),
            "what was about it still is"
        );
        let decisions = laptop.ask("list_decisions", json!({}));
        assert_eq!(decisions.as_array().unwrap().len(), 1);
        assert_eq!(
            [
                &decisions[0]["id"],
                &decisions[0]["number"],
                &decisions[0]["item"],
                &decisions[0]["text"]
            ],
            [
                &json!(new_decision),
                &number,
                &json!(new_item),
                &json!("Het kind verhuist.")
            ],
            "a number is kept, and links lead on"
        );
        let history = laptop.ask("show_history", by_id(&new_item));
        assert_eq!(
            history.as_array().unwrap().len(),
            1,
            "without what was written before"
        );
        for old in [&item, &decision] {
            assert!(!has_bodies(laptop, old));
        }
    }
    circle.assert_equal();

    let statement = circle.laptops[0].make("create_theme", json!({ "name": "rust" }));
    let added = circle.laptops[0].ask(
        "add_statement",
        json!({ "theme": statement, "text": "Rust helpt." }),
    );
    let id = added["value"]["statement"].as_str().unwrap().to_owned();
    assert_eq!(
        code(circle.laptops[0].call("clean_record", by_id(&id))),
        "err-cannot-keep",
        "what positions were given on cannot begin anew"
    );
}

#[test]
fn of_a_person_who_is_erased_nothing_is_left_but_that_they_are_one() {
    let mut circle = Circle::of(2, 664);
    let laptop = &mut circle.laptops[0];
    let person = laptop.make(
        "add_member",
        json!({ "name": { "given": "Fatima", "particle": "el", "family": "Amrani" } }),
    );
    let action = laptop.make("add_action", json!({ "text": "Bellen", "owner": person }));
    circle.exchange_all();
    erase(&mut circle.laptops[0], &person).unwrap();
    circle.exchange_all();
    for laptop in &mut circle.laptops {
        let actions = laptop.ask("list_actions", json!({}));
        assert_eq!(
            [&actions[0]["id"], &actions[0]["owner_name"]],
            [&json!(action), &json!(format!("N.N. {}", &person[..4]))],
            "in place of the name stands what tells two such people apart"
        );
        assert!(!laptop.dump().contains("Amrani"));
    }
    circle.assert_equal();
}

#[test]
fn the_person_concerned_gets_a_report() {
    let (mut circle, note) = with_note(665);
    let erasing = circle.laptops[0].ask("show_erasing", by_id(&note));
    let says = erasing["says"].to_string();
    assert!(says.contains("alle 2 versies"), "{says}");
    assert_eq!(erasing["can_keep"], true);
    erase(&mut circle.laptops[0], &note).unwrap();
    circle.send(0, 1);
    circle.send(1, 0);
    let segment = erasures(&mut circle.laptops[0])[0]["segment"].clone();
    for format in ["md", "html", "pdf"] {
        let target = circle.root.path().join(format!("verslag.{format}"));
        let mut host = TestHost {
            target: Some(target.clone()),
            ..TestHost::default()
        };
        let input = json!({ "segment": segment, "format": format });
        circle.laptops[0]
            .call_with(&mut host, "export_erasure", input)
            .unwrap();
        let bytes = fs::read(&target).unwrap();
        assert!(!bytes.is_empty());
        if format == "md" {
            let text = String::from_utf8(bytes).unwrap();
            for said in [
                "1 aantekening",
                "2 van 3 bevestigd",
                "Bas de Wit",
                "Çağlar Yıldız",
                "afgedrukt",
            ] {
                assert!(text.contains(said), "{said} is in the report:\n{text}");
            }
            assert!(!text.contains("gevoelig"), "what was erased is not named again");
        }
    }
    let unknown = json!({ "segment": "0".repeat(64), "format": "md" });
    assert_eq!(
        code(circle.laptops[0].call("export_erasure", unknown)),
        "err-no-erasure"
    );
}

#[test]
fn what_touched_an_erased_record_is_not_undone_any_more() {
    let mut circle = Circle::of(1, 666);
    let laptop = &mut circle.laptops[0];
    let note = laptop.make("write_note", json!({ "title": "gevoelig", "body": "x" }));
    let changed = laptop.ask(
        "change_note",
        json!({ "id": note, "fields": { "title": "anders" } }),
    );
    erase(laptop, &note).unwrap();
    let undone = laptop.call("undo", json!({ "operation": changed["undo"] }));
    assert_eq!(code(undone), "err-changed-since");
    let names: Vec<Value> = laptop
        .ask("list_operations", json!({}))
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["operation"].clone())
        .collect();
    assert!(
        !names.contains(&json!("erase_record")) && !names.contains(&json!("confirm_erasure")),
        "{names:?}"
    );
    laptop.check().unwrap();
}

#[test]
fn a_private_record_is_erased_here_and_nobody_hears_of_it() {
    let mut circle = Circle::of(2, 667);
    let note = circle.laptops[0].make(
        "write_note",
        json!({ "title": "geheim", "body": "x", "private": true }),
    );
    erase(&mut circle.laptops[0], &note).unwrap();
    assert_eq!(
        erasures(&mut circle.laptops[0]),
        Vec::<Value>::new(),
        "the circle has nothing to confirm"
    );
    assert!(!has_bodies(&mut circle.laptops[0], &note));
    circle.exchange_all();
    circle.assert_equal();
}

fn set_apart(laptop: &mut Laptop) -> BTreeSet<String> {
    let rows = segment::standing(laptop.workspace().db(), Standing::Apart).unwrap();
    rows.iter().map(|row| row.hash.to_string()).collect()
}

#[test]
fn a_fork_in_which_somebody_erased_is_seen_by_everyone() {
    let mut circle = Circle::of(3, 651);
    let secretary = circle.laptops[1].member();
    circle.laptops[0].make("set_right", json!({ "member": secretary, "right": "secretary" }));
    circle.exchange_all();
    let [store, state] = ["store", "state"].map(|name| circle.root.path().join("machine").join(name));
    circle.laptops[1].shut();
    copy_folder(&circle.laptops[1].folder, &store);
    copy_folder(&circle.laptops[1].state_folder, &state);
    circle.laptops[1].open().unwrap();
    let note = circle.laptops[1].make("write_note", json!({ "title": "gevoelig", "body": "Een naam." }));
    erase(&mut circle.laptops[1], &note).unwrap();
    let file = exported(&mut circle, 1);

    circle.laptops[1].shut();
    fs::remove_dir_all(&circle.laptops[1].folder).unwrap();
    copy_folder(&store, &circle.laptops[1].folder);
    copy_folder(&state, &circle.laptops[1].state_folder);
    circle.laptops[1].open().unwrap();
    circle.laptops[1].make("create_theme", json!({ "name": "op dezelfde plaats" }));
    circle.laptops[0].import(&file).unwrap();
    circle.exchange_all();
    let apart = set_apart(&mut circle.laptops[0]);
    assert!(apart.len() >= 3, "both branches: {apart:?}");
    for at in 1..3 {
        assert_eq!(
            set_apart(&mut circle.laptops[at]),
            apart,
            "laptop {at} sees the same fork"
        );
    }
    circle.assert_equal();
}
