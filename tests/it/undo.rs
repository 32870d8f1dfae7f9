//! Undo by name, redo, and the trash.

use kring_tests::{Circle, Laptop, by_id, code};
use serde_json::{Value, json};

fn operations(laptop: &mut Laptop) -> Vec<Value> {
    laptop
        .ask("list_operations", json!({}))
        .as_array()
        .unwrap()
        .clone()
}

fn undo(laptop: &mut Laptop, operation: &Value) -> kring_api::error::Result<Value> {
    laptop.call("undo", json!({ "operation": operation }))
}

fn theme(laptop: &mut Laptop, id: &str) -> Value {
    laptop.ask("show_theme", by_id(id))
}

#[test]
fn operations_are_listed_by_name_newest_first() {
    let mut circle = Circle::of(1, 160);
    let founder = &mut circle.laptops[0];
    let id = founder.make("create_theme", json!({ "name": "rust" }));
    circle.clock.advance(60_000);
    founder.make(
        "change_theme",
        json!({ "id": id, "fields": { "known": "Veel." } }),
    );
    let listed = operations(founder);
    let names: Vec<&Value> = listed.iter().map(|row| &row["name"]).collect();
    assert_eq!(names[..2], ["Thema aangepast", "Thema gemaakt"]);
    assert_eq!(
        listed[0]["at_ms"].as_u64().unwrap() - listed[1]["at_ms"].as_u64().unwrap(),
        60_000
    );
    let unnamed: Vec<&&Value> = names
        .iter()
        .filter(|name| name.as_str().unwrap().starts_with("operation-"))
        .collect();
    assert_eq!(unnamed, Vec::<&&Value>::new(), "every operation has words");
}

#[test]
fn a_change_is_undone_and_done_again() {
    let mut circle = Circle::of(2, 161);
    let founder = &mut circle.laptops[0];
    let id = founder.make("create_theme", json!({ "name": "rust", "known": "Een.\nTwee." }));
    let change =
        json!({ "id": id, "fields": { "name": "regelmaat", "known": "Een, anders.\nTwee.\nDrie." } });
    let done = founder.ask("change_theme", change);
    let before = theme(founder, &id);
    let undone = undo(founder, &done["undo"]).unwrap();
    assert_eq!(undone["value"]["kept"], json!([]));
    let texts = |theme: &Value| -> Vec<String> {
        theme["known"]
            .as_array()
            .unwrap()
            .iter()
            .map(|block| block["text"].as_str().unwrap().to_owned())
            .collect()
    };
    let back = theme(founder, &id);
    assert_eq!(
        (&back["name"], texts(&back)),
        (&json!("rust"), vec!["Een.".to_owned(), "Twee.".to_owned()])
    );
    assert_eq!(
        code(undo(founder, &done["undo"])),
        "err-nothing-to-undo",
        "once is enough"
    );

    undo(founder, &undone["undo"]).unwrap();
    let again = theme(founder, &id);
    assert_eq!(
        (&again["name"], texts(&again)),
        (&before["name"], texts(&before)),
        "undoing an undo does it again"
    );
    circle.exchange_all();
    assert_eq!(
        theme(&mut circle.laptops[1], &id)["name"],
        "regelmaat",
        "undo travels like any change"
    );
}

#[test]
fn without_a_name_the_last_operation_is_undone() {
    let mut circle = Circle::of(1, 162);
    let founder = &mut circle.laptops[0];
    let ids = ["een", "twee"].map(|name| founder.make("create_theme", json!({ "name": name })));
    founder.ask("undo", json!({}));
    founder.ask("undo", json!({}));
    let trash = founder.ask("list_trash", json!({}));
    let trashed: Vec<&Value> = trash.as_array().unwrap().iter().map(|row| &row["id"]).collect();
    assert!(
        ids.iter().all(|id| trashed.contains(&&json!(id))),
        "one after the other: {trash}"
    );
    assert_eq!(
        code(founder.call("undo", json!({}))),
        "err-nothing-to-undo",
        "the circle's beginning is not taken back"
    );
    assert_eq!(
        founder.ask("list_members", json!({})).as_array().unwrap().len(),
        1
    );
}

#[test]
fn what_was_changed_since_is_kept_and_named() {
    let mut circle = Circle::of(2, 163);
    let founder = &mut circle.laptops[0];
    let meeting = founder.make(
        "create_meeting",
        json!({ "date": "2026-03-12", "place": "De Glind", "purpose": "Praten" }),
    );
    let change = json!({ "id": meeting, "fields": { "place": "Ede", "purpose": "Kiezen" } });
    let done = founder.ask("change_meeting", change);
    circle.exchange_all();
    circle.laptops[1].make(
        "change_meeting",
        json!({ "id": meeting, "fields": { "place": "Barneveld" } }),
    );
    circle.exchange_all();
    let undone = undo(&mut circle.laptops[0], &done["undo"]).unwrap();
    assert_eq!(
        undone["value"]["kept"],
        json!([{ "record": meeting, "key": "place" }])
    );
    circle.exchange_all();
    for laptop in &mut circle.laptops {
        let shown = laptop.ask("show_meeting", by_id(&meeting));
        assert_eq!(
            (&shown["place"], &shown["purpose"]),
            (&json!("Barneveld"), &json!("Praten"))
        );
    }
}

#[test]
fn nothing_is_undone_when_someone_else_changed_all_of_it() {
    let mut circle = Circle::of(2, 164);
    let founder = &mut circle.laptops[0];
    let id = founder.make("create_theme", json!({ "name": "rust" }));
    let creation = operations(founder)[0]["id"].clone();
    let done = founder.ask(
        "change_theme",
        json!({ "id": id, "fields": { "name": "regelmaat" } }),
    );
    circle.exchange_all();
    circle.laptops[1].make(
        "change_theme",
        json!({ "id": id, "fields": { "name": "structuur" } }),
    );
    circle.exchange_all();
    let founder = &mut circle.laptops[0];
    let before = founder.dump();
    for operation in [&done["undo"], &creation] {
        assert_eq!(code(undo(founder, operation)), "err-changed-since");
    }
    assert_eq!(founder.dump(), before);
}

#[test]
fn a_position_and_a_wording_stay_as_they_were_given() {
    let mut circle = Circle::of(1, 165);
    let founder = &mut circle.laptops[0];
    let theme = founder.make("create_theme", json!({ "name": "rust" }));
    let statement = founder.ask("add_statement", json!({ "theme": theme, "text": "Rust helpt." }));
    let round = founder.make(
        "open_round",
        json!({ "versions": [statement["value"]["version"]] }),
    );
    let position = founder.ask("give_position", json!({ "round": round, "stance": "agree" }));
    assert_eq!(code(undo(founder, &position["undo"])), "err-write-once");
    for id in [&position["value"], &statement["value"]["version"], &json!(round)] {
        assert_eq!(
            code(founder.call("trash_record", json!({ "id": id }))),
            "err-write-once"
        );
    }
    assert_eq!(
        founder.ask("show_round", by_id(&round))[0]["outcome"]["distribution"]["agree"],
        1
    );
}

#[test]
fn the_trash_gives_back_what_it_got() {
    let mut circle = Circle::of(2, 166);
    let founder = &mut circle.laptops[0];
    let id = founder.make("create_theme", json!({ "name": "rust", "known": "Veel." }));
    let before = theme(founder, &id);
    founder.make("trash_record", by_id(&id));
    assert_eq!(code(founder.call("show_theme", by_id(&id))), "err-not-found");
    assert_eq!(
        code(founder.call("change_theme", json!({ "id": id, "fields": { "name": "weg" } }))),
        "err-not-found"
    );
    circle.exchange_all();
    let trash = circle.laptops[1].ask("list_trash", json!({}));
    assert_eq!(
        (&trash[0]["id"], &trash[0]["kind"], &trash[0]["title"]),
        (&json!(id), &json!("theme"), &json!("rust"))
    );
    circle.laptops[1].make("restore_record", by_id(&id));
    circle.exchange_all();
    for laptop in &mut circle.laptops {
        assert_eq!(theme(laptop, &id), before);
        assert_eq!(laptop.ask("list_trash", json!({})), json!([]));
    }
}

#[test]
fn the_circle_and_who_has_a_right_in_it_stay() {
    let mut circle = Circle::of(2, 168);
    let second = circle.laptops[1].member();
    let founder = &mut circle.laptops[0];
    let record = founder.ask("show_circle", json!({}))["record"]["id"].clone();
    for id in [&record, &json!(second), &json!(founder.member())] {
        assert_eq!(
            code(founder.call("trash_record", json!({ "id": id }))),
            "err-stays"
        );
    }
    let guest = founder.make(
        "add_member",
        json!({ "name": { "given": "Jan", "family": "Jansen" } }),
    );
    founder.make("trash_record", by_id(&guest));
    assert_eq!(
        founder.ask("list_members", json!({})).as_array().unwrap().len(),
        2
    );
}

#[test]
fn the_history_says_who_did_what() {
    let mut circle = Circle::of(2, 167);
    let id = circle.laptops[0].make("create_theme", json!({ "name": "rust" }));
    circle.exchange_all();
    circle.laptops[1].make(
        "change_theme",
        json!({ "id": id, "fields": { "name": "regelmaat" } }),
    );
    circle.exchange_all();
    let history = circle.laptops[0].ask("show_history", by_id(&id));
    let rows: Vec<_> = history
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (&row["by"], &row["created"], &row["counts"]))
        .collect();
    let expected = [
        (json!("Annelies van der Meulen"), json!(true), json!(true)),
        (json!("Bas de Wit"), json!(false), json!(true)),
    ];
    assert_eq!(
        rows,
        expected
            .each_ref()
            .map(|(by, created, counts)| (by, created, counts))
    );
    assert_eq!(history[1]["touched"], json!(["name"]));
}
