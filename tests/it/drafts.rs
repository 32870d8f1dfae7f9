//! Drafts: what is typed is on disk before it is a segment, and becomes exactly one.

use kring_api::app::Request;
use kring_tests::house::House;
use kring_tests::{Circle, PASSPHRASE, code};
use serde_json::{Value, json};

fn typing(text: &str) -> Value {
    json!({ "key": "a1", "command": "write_note", "input": { "body": text } })
}

/// The texts of all notes, in order.
fn notes(house: &mut House, circle: &str) -> Vec<String> {
    let notes = house.ask_of(circle, "list_notes", json!({}));
    let mut texts: Vec<String> = notes
        .as_array()
        .unwrap()
        .iter()
        .map(|note| note["body"][0]["text"].as_str().unwrap().to_owned())
        .collect();
    texts.sort();
    texts
}

#[test]
fn a_draft_survives_a_crash_and_becomes_one_segment() {
    let mut house = House::new();
    let circle = house.found("Kring");
    for text in ["W", "Wat", "Wat helpt"] {
        house.ask_of(&circle, "keep_draft", typing(text));
    }
    let state = house.ask_of(&circle, "check_store", json!({}))["segments"].clone();
    assert_eq!(
        notes(&mut house, &circle),
        Vec::<String>::new(),
        "typing alone is no segment"
    );
    house.crash();
    house.start();
    house.unlock(PASSPHRASE);
    assert_eq!(notes(&mut house, &circle), ["Wat helpt"]);
    assert_eq!(house.ask_of(&circle, "list_drafts", json!({})), json!([]));
    let after = house.ask_of(&circle, "check_store", json!({}))["segments"].clone();
    assert_eq!(
        after.as_u64(),
        state.as_u64().map(|before| before + 1),
        "all of the typing is one change"
    );
    house.crash();
    house.start();
    house.unlock(PASSPHRASE);
    assert_eq!(
        notes(&mut house, &circle),
        ["Wat helpt"],
        "and never a second one"
    );
}

#[test]
fn settling_gives_the_new_id_and_goes_on_as_a_change() {
    let mut house = House::new();
    let circle = house.found("Kring");
    house.ask_of(&circle, "keep_draft", typing("Eerst"));
    let answer = house
        .call(Request::new("settle_draft", json!({ "key": "a1" })).of(&circle))
        .unwrap();
    assert_eq!(answer.changed.unwrap().kinds, ["note"]);
    let id = answer.value["value"].clone();
    let change = json!({ "key": "a1", "command": "change_note", "input": { "id": id, "fields": { "body": "Later" } } });
    house.ask_of(&circle, "keep_draft", change);
    let again = house.ask_of(&circle, "settle_draft", json!({ "key": "a1" }));
    assert_eq!(again["value"], id);
    assert_eq!(notes(&mut house, &circle), ["Later"]);
    let none = house.ask_of(&circle, "settle_draft", json!({ "key": "a1" }));
    assert_eq!((&none["value"], &none["changed"]), (&Value::Null, &json!([])));
    let operations = house.ask_of(&circle, "list_operations", json!({}));
    assert_eq!(
        operations[0]["operation"], "change_note",
        "undo calls it what it is"
    );
}

#[test]
fn a_draft_that_was_settled_unasked_is_gone_on_with_and_not_written_twice() {
    let mut house = House::new();
    let circle = house.found("Kring");
    house.ask_of(&circle, "keep_draft", typing("Wat helpt"));
    let answer = house
        .call(Request::new("export_package", json!({})).of(&circle))
        .unwrap();
    assert_eq!(
        answer.changed.unwrap().kinds,
        ["note"],
        "a screen reads again what the export settled"
    );
    assert_eq!(
        notes(&mut house, &circle),
        ["Wat helpt"],
        "what leaves is what was typed"
    );
    let kept = house.ask_of(&circle, "keep_draft", typing("Wat helpt om vol te houden"));
    assert!(
        kept["record"].is_string(),
        "the screen learns which note it is typing in"
    );
    let settled = house.ask_of(&circle, "settle_draft", json!({ "key": "a1" }));
    assert_eq!(settled["value"], kept["record"]);
    assert_eq!(notes(&mut house, &circle), ["Wat helpt om vol te houden"]);
    house.ask_of(&circle, "keep_draft", typing("Een andere"));
    house.ask_of(&circle, "settle_draft", json!({ "key": "a1" }));
    assert_eq!(
        notes(&mut house, &circle),
        ["Een andere", "Wat helpt om vol te houden"],
        "once the screen settled it, the key is free for something new"
    );
}

#[test]
fn a_draft_about_what_went_to_the_trash_stays_with_the_reason() {
    let mut house = House::new();
    let circle = house.found("Kring");
    let note = house.ask_of(&circle, "write_note", json!({ "body": "Weg" }))["value"].clone();
    let change = json!({ "key": "b2", "command": "change_note", "input": { "id": note, "fields": { "title": "Toch" } } });
    house.ask_of(&circle, "keep_draft", change);
    house.ask_of(&circle, "keep_draft", typing("Dit kan wel"));
    house.ask_of(&circle, "trash_record", json!({ "id": note }));
    house.ask("lock", json!({}));
    house.unlock(PASSPHRASE);
    let drafts = house.ask_of(&circle, "list_drafts", json!({}));
    assert_eq!(
        drafts.as_array().unwrap().len(),
        1,
        "one that cannot be settled holds up no other"
    );
    assert_eq!(
        (&drafts[0]["key"], &drafts[0]["failed"]["code"]),
        (&json!("b2"), &json!("err-not-found"))
    );
    assert!(
        drafts[0]["failed"]["happened"]
            .as_str()
            .unwrap()
            .contains("aantekening")
    );
    assert_eq!(
        house.code_of(&circle, "settle_draft", json!({ "key": "b2" })),
        "err-not-found"
    );
    house.ask_of(&circle, "restore_record", json!({ "id": note }));
    house.ask_of(&circle, "settle_draft", json!({ "key": "b2" }));
    assert_eq!(
        house.ask_of(&circle, "show_note", json!({ "id": note }))["title"],
        "Toch"
    );
    assert_eq!(house.ask_of(&circle, "list_drafts", json!({})), json!([]));
}

#[test]
fn a_draft_goes_only_with_its_segment() {
    let mut circle = Circle::of(1, 401);
    let laptop = &mut circle.laptops[0];
    laptop.ask("keep_draft", typing("Samen of niet"));
    let before = laptop.dump();
    // The database refuses the row of the operation, the last thing that is written.
    let block = "CREATE TEMP TRIGGER no_operation BEFORE INSERT ON main.operation BEGIN SELECT RAISE(ABORT, 'full'); END";
    laptop.workspace().db().execute_batch(block).unwrap();
    assert_eq!(
        code(laptop.call("settle_draft", json!({ "key": "a1" }))),
        "err-store"
    );
    assert_eq!(laptop.dump(), before, "neither the note nor the end of the draft");
    laptop
        .workspace()
        .db()
        .execute_batch("DROP TRIGGER no_operation")
        .unwrap();
    laptop.ask("settle_draft", json!({ "key": "a1" }));
    laptop.open().unwrap();
    assert_eq!(laptop.ask("list_notes", json!({})).as_array().unwrap().len(), 1);
    assert_eq!(laptop.ask("list_drafts", json!({})), json!([]));
}

#[test]
fn only_typing_is_kept_as_a_draft() {
    let mut circle = Circle::of(1, 402);
    let laptop = &mut circle.laptops[0];
    let refused = [
        json!({ "key": "k", "command": "trash_record", "input": { "id": "00" } }),
        json!({ "key": "k", "command": "settle_draft", "input": { "key": "k" } }),
        json!({ "key": "k", "command": "no_such_command", "input": {} }),
        json!({ "key": "k", "command": "write_note", "input": { "boddy": "Typefout" } }),
        json!({ "key": "k", "command": "change_note", "input": { "id": "00", "fields": { "boddy": "Typefout" } } }),
        json!({ "key": "", "command": "write_note", "input": { "body": "" } }),
        json!({ "key": "k".repeat(101), "command": "write_note", "input": { "body": "" } }),
        json!({ "key": "k", "command": "write_note", "input": { "body": "x".repeat(4 * 1024 * 1024) } }),
    ];
    for input in refused {
        assert_eq!(code(laptop.call("keep_draft", input)), "err-input");
    }
    assert_eq!(laptop.ask("list_drafts", json!({})), json!([]));
}

#[test]
fn a_draft_can_be_thrown_away() {
    let mut circle = Circle::of(1, 403);
    let laptop = &mut circle.laptops[0];
    laptop.ask("keep_draft", typing("Toch maar niet"));
    laptop.ask("drop_draft", json!({ "key": "a1" }));
    let settled = laptop.ask("settle_draft", json!({ "key": "a1" }));
    assert_eq!(settled["value"], Value::Null);
    assert_eq!(laptop.ask("list_notes", json!({})), json!([]));
}

#[test]
fn a_draft_travels_in_no_package_before_it_is_settled() {
    let mut circle = Circle::of(2, 404);
    circle.laptops[0].ask("keep_draft", typing("Nog niet klaar"));
    let report = circle.send(0, 1);
    assert!(
        report.nothing_new,
        "a package written without a screen asks for nothing to be settled"
    );
    assert_eq!(circle.laptops[1].ask("list_drafts", json!({})), json!([]));
    let states = circle.states();
    assert_eq!(states[0], states[1], "a draft is of this device only");
}

#[test]
fn a_position_being_typed_survives_a_crash_and_is_given_by_nobody_but_its_member() {
    let mut house = House::new();
    let circle = house.found("Kring");
    let theme = house.ask_of(&circle, "create_theme", json!({ "name": "Rust" }))["value"].clone();
    let stated = json!({ "theme": theme, "text": "Ouders houden het gezag" });
    let statement = house.ask_of(&circle, "add_statement", stated)["value"].clone();
    let (id, version) = (statement["statement"].clone(), statement["version"].clone());
    let round = house.ask_of(&circle, "open_round", json!({ "versions": [version] }))["value"].clone();
    let input = json!({ "round": round, "version": version, "stance": "object", "text": "Niet zonder" });
    let typed = json!({ "key": "p1", "command": "give_position", "input": input });
    house.ask_of(&circle, "keep_draft", typed);
    let given = |house: &mut House| {
        let shown = house.ask_of(&circle, "show_statement", json!({ "id": id }));
        shown["rounds"][0]["positions"].as_array().unwrap().len()
    };

    house.ask_of(&circle, "export_package", json!({}));
    house.crash();
    house.start();
    house.unlock(PASSPHRASE);
    house.ask("lock", json!({}));
    house.unlock(PASSPHRASE);
    let drafts = house.ask_of(&circle, "list_drafts", json!({}));
    assert_eq!(drafts[0]["input"], input, "every word is still there");
    assert_eq!(drafts[0]["failed"], Value::Null, "and nobody tried to give it");
    assert_eq!(given(&mut house), 0, "a position is a deed, not typing");

    house.ask_of(&circle, "settle_draft", json!({ "key": "p1" }));
    assert_eq!(given(&mut house), 1);
    assert_eq!(house.ask_of(&circle, "list_drafts", json!({})), json!([]));
    let operations = house.ask_of(&circle, "list_operations", json!({}));
    assert_eq!(operations[0]["operation"], "give_position");
}
