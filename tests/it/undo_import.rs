//! Imports that are undone: on this laptop alone, whole, and so that they can be taken over again.

use std::path::{Path, PathBuf};

use kring_tests::{Circle, Laptop, TestHost, code};
use serde_json::{Value, json};

/// The second laptop took over a package of the first, with a theme and a study. The package, and the
/// import.
fn imported(circle: &mut Circle) -> (PathBuf, i64) {
    circle.laptops[0].make("create_theme", json!({ "name": "rust" }));
    circle.laptops[0].make("add_study", json!({ "title": "Wat werkt" }));
    take_over(circle, 0, 1)
}

/// What one laptop has for the others, taken over by another.
fn take_over(circle: &mut Circle, from: usize, to: usize) -> (PathBuf, i64) {
    let file = circle.file();
    circle.laptops[from].export(&file);
    let import = import(&mut circle.laptops[to], &file);
    (file, import)
}

fn import(laptop: &mut Laptop, file: &Path) -> i64 {
    let report = laptop.import(file).unwrap();
    let [import] = report.imports[..] else {
        panic!("one package is one import: {:?}", report.imports)
    };
    import
}

fn undo(laptop: &mut Laptop, imports: &[i64]) -> kring_api::error::Result<Value> {
    laptop.call("undo_import", json!({ "imports": imports }))
}

fn state_of(laptop: &mut Laptop, import: i64) -> Value {
    let imports = laptop.ask("list_imports", json!({}));
    let found = imports.as_array().unwrap().iter().find(|row| row["id"] == import);
    found.unwrap()["undo"].clone()
}

fn to_send(laptop: &mut Laptop) -> u64 {
    laptop.ask("preview_export", json!({}))["segments"]
        .as_u64()
        .unwrap()
}

#[test]
fn an_undone_import_leaves_everything_as_it_was_and_can_be_taken_over_again() {
    let mut circle = Circle::of(2, 330);
    let before = (circle.laptops[1].view(), circle.laptops[1].state());
    let (file, first) = imported(&mut circle);
    let reader = &mut circle.laptops[1];
    let after = (reader.view(), reader.state());
    assert_eq!(state_of(reader, first), "possible");

    assert_eq!(undo(reader, &[first]).unwrap()["changes"], 2);
    assert_eq!((reader.view(), reader.state()), before, "as if it had never come");
    assert_eq!(state_of(reader, first), "undone");
    assert_eq!(
        reader.ask("list_unseen", json!({})),
        json!([]),
        "nothing of it is news"
    );
    reader.check().unwrap();
    reader.open().unwrap();
    assert_eq!(
        (reader.view(), reader.state()),
        before,
        "nor does it come back with a restart"
    );

    let second = import(reader, &file);
    assert_eq!(
        (reader.view(), reader.state()),
        after,
        "the same package brings the same"
    );
    assert_eq!(
        (state_of(reader, first), state_of(reader, second)),
        (json!("undone"), json!("possible"))
    );
    reader.check().unwrap();
    assert_eq!(circle.laptops[0].state(), after.1);
}

#[test]
fn other_members_keep_what_they_have_and_get_nothing_undone() {
    let mut circle = Circle::of(3, 331);
    let (_, import) = imported(&mut circle);
    undo(&mut circle.laptops[1], &[import]).unwrap();
    let founder = circle.laptops[0].view();
    let relayed = circle.file();
    circle.laptops[1].export_all(&relayed);
    circle.laptops[2].import(&relayed).unwrap();
    assert_eq!(
        circle.laptops[2].ask("list_themes", json!({})),
        json!([]),
        "what was undone is not relayed"
    );
    circle.laptops[0].import(&relayed).unwrap();
    assert_eq!(circle.laptops[0].view(), founder, "whoever made it keeps it");
    assert_eq!(
        to_send(&mut circle.laptops[0]),
        2,
        "and knows that the other does not have it"
    );
    circle.send(0, 1);
    assert_eq!(
        circle.laptops[1].state(),
        circle.laptops[0].state(),
        "so that it can come again"
    );
    circle.laptops[1].check().unwrap();
}

#[test]
fn a_late_file_does_not_say_again_what_was_undone_since() {
    let mut circle = Circle::of(2, 332);
    let (_, import) = imported(&mut circle);
    let (with, without) = (circle.file(), circle.file());
    circle.laptops[1].export(&with);
    undo(&mut circle.laptops[1], &[import]).unwrap();
    circle.laptops[1].export(&without);
    for file in [without, with] {
        circle.laptops[0].import(&file).unwrap();
    }
    assert_eq!(
        to_send(&mut circle.laptops[0]),
        2,
        "the last word counts, not the last file"
    );
}

#[test]
fn what_this_laptop_built_on_cannot_be_undone_at_once() {
    type Build = (&'static str, fn(&mut Laptop));
    let builds: [Build; 4] = [
        ("changed it", |laptop| {
            let theme = laptop.ask("list_themes", json!({}))[0]["id"].clone();
            laptop.make(
                "change_theme",
                json!({ "id": theme, "fields": { "name": "rust en ruimte" } }),
            );
        }),
        ("wrote a private note on it", |laptop| {
            let theme = laptop.ask("list_themes", json!({}))[0]["id"].clone();
            laptop.make(
                "write_note",
                json!({ "subject": theme, "body": "Ja.", "private": true }),
            );
        }),
        ("named it in a text", |laptop| {
            let theme = laptop.ask("list_themes", json!({}))[0]["id"].clone();
            let mark = json!({ "from": 0, "to": 3, "kind": "theme", "value": theme });
            laptop.make(
                "write_note",
                json!({ "body": [{ "text": "Zie.", "marks": [mark] }] }),
            );
        }),
        ("threw it away", |laptop| {
            let theme = laptop.ask("list_themes", json!({}))[0]["id"].clone();
            laptop.make("trash_record", json!({ "id": theme }));
        }),
    ];
    for (at, (what, build)) in (0..).zip(builds) {
        let mut circle = Circle::of(2, 333 + at);
        let (_, import) = imported(&mut circle);
        let reader = &mut circle.laptops[1];
        build(reader);
        let before = reader.dump();
        assert_eq!(code(undo(reader, &[import])), "err-built-upon", "{what}");
        assert_eq!(reader.dump(), before, "a refusal changes nothing");
        assert_eq!(state_of(reader, import), "built_upon", "{what}");
    }
}

#[test]
fn a_closing_that_counted_a_position_builds_on_it() {
    let mut circle = Circle::of(2, 338);
    let theme = circle.laptops[0].make("create_theme", json!({ "name": "rust" }));
    let statement = circle.laptops[0].ask("add_statement", json!({ "theme": theme, "text": "Rust helpt." }));
    let version = statement["value"]["version"].clone();
    let round = circle.laptops[0].make("open_round", json!({ "versions": [version] }));
    circle.exchange_all();
    circle.laptops[1].ask(
        "give_position",
        json!({ "round": round, "version": version, "stance": "agree" }),
    );
    let (_, import) = take_over(&mut circle, 1, 0);
    circle.laptops[0].make("close_round", json!({ "id": round }));
    assert_eq!(code(undo(&mut circle.laptops[0], &[import])), "err-built-upon");
}

#[test]
fn own_work_on_something_else_stands_in_nobodys_way() {
    let mut circle = Circle::of(2, 339);
    let (_, import) = imported(&mut circle);
    let reader = &mut circle.laptops[1];
    let own = reader.make("create_theme", json!({ "name": "matching" }));
    undo(reader, &[import]).unwrap();
    let themes = reader.ask("list_themes", json!({}));
    assert_eq!(
        (themes.as_array().unwrap().len(), &themes[0]["id"]),
        (1, &json!(own))
    );
    reader.make(
        "change_theme",
        json!({ "id": own, "fields": { "name": "matching en rust" } }),
    );
    reader.check().unwrap();
    circle.send(1, 0);
    circle.send(0, 1);
    assert_eq!(circle.laptops[0].state(), circle.laptops[1].state());
    assert_eq!(circle.laptops[0].view(), circle.laptops[1].view());
}

#[test]
fn an_undone_import_is_no_fork_and_what_follows_it_waits() {
    let mut circle = Circle::of(2, 340);
    let (file, first) = imported(&mut circle);
    circle.laptops[0].make("create_theme", json!({ "name": "matching" }));
    let (_, second) = take_over(&mut circle, 0, 1);
    let reader = &mut circle.laptops[1];
    undo(reader, &[first]).unwrap();
    reader.check().unwrap();
    assert_eq!(
        reader.ask("list_themes", json!({})),
        json!([]),
        "what follows it in its chain waits"
    );
    assert_eq!(state_of(reader, second), "possible");
    let gaps = reader.ask("list_gaps", json!({}));
    assert_eq!(
        (&gaps[0]["undone"], &gaps[0]["waiting"], &gaps[0]["name"]),
        (&json!(true), &json!(1), &json!("Annelies van der Meulen")),
        "{gaps}"
    );
    let member = gaps[0]["member"].clone();
    assert_eq!(
        code(reader.call("ask_again", json!({ "member": member }))),
        "err-nothing-missing",
        "nobody is asked for what is here"
    );
    import(reader, &file);
    assert_eq!(reader.ask("list_gaps", json!({})), json!([]));
    assert_eq!(
        circle.laptops[1].state(),
        circle.laptops[0].state(),
        "taken over again, what waited follows"
    );
    assert_eq!(circle.laptops[1].view(), circle.laptops[0].view());
    circle.laptops[1].check().unwrap();
}

#[test]
fn several_imports_are_undone_together_and_none_twice() {
    let mut circle = Circle::of(3, 341);
    let before = circle.laptops[0].view();
    let mut imports = Vec::new();
    for from in [1, 2] {
        circle.laptops[from].make("create_theme", json!({ "name": format!("thema {from}") }));
        imports.push(take_over(&mut circle, from, 0).1);
    }
    let reader = &mut circle.laptops[0];
    let taken = reader.dump();
    assert_eq!(code(undo(reader, &[imports[0], 9_999])), "err-nothing-to-undo");
    assert_eq!(
        code(undo(reader, &[imports[0], imports[0]])),
        "err-nothing-to-undo"
    );
    assert_eq!(code(undo(reader, &[])), "err-nothing-to-undo");
    assert_eq!(reader.dump(), taken, "all of them or none");
    assert_eq!(undo(reader, &imports).unwrap()["changes"], 2);
    assert_eq!(reader.view(), before);
    assert_eq!(code(undo(reader, &imports)), "err-nothing-to-undo");
    reader.check().unwrap();
}

#[test]
fn stopping_an_undo_leaves_the_import_taken_over() {
    let mut circle = Circle::of(2, 342);
    let (_, import) = imported(&mut circle);
    let reader = &mut circle.laptops[1];
    let before = reader.dump();
    let mut stopping = TestHost {
        cancel_after: Some(1),
        ..TestHost::default()
    };
    let stopped = reader.call_with(&mut stopping, "undo_import", json!({ "imports": [import] }));
    assert_eq!(code(stopped), "err-cancelled");
    assert_eq!(reader.dump(), before);
    undo(reader, &[import]).expect("it can still be undone");
}

#[test]
fn a_review_that_is_undone_leaves_both_versions_to_choose_from_again() {
    let mut circle = Circle::of(2, 343);
    let theme = circle.laptops[0].make("create_theme", json!({ "name": "rust" }));
    circle.exchange_all();
    for (at, name) in [(0, "rust en ruimte"), (1, "rust en tijd")] {
        circle.laptops[at].make("change_theme", json!({ "id": theme, "fields": { "name": name } }));
    }
    circle.exchange_all();
    let review = circle.laptops[0].ask("list_reviews", json!({}))[0].clone();
    let before = (
        circle.laptops[1].view(),
        circle.laptops[1].ask("list_reviews", json!({})),
    );
    circle.laptops[0].ask(
        "resolve_review",
        json!({ "record": theme, "key": review["key"], "keep": "merged" }),
    );
    let (_, import) = take_over(&mut circle, 0, 1);
    let reader = &mut circle.laptops[1];
    assert_eq!(reader.ask("list_reviews", json!({})), json!([]));
    undo(reader, &[import]).unwrap();
    assert_eq!((reader.view(), reader.ask("list_reviews", json!({}))), before);
    reader.check().unwrap();
}
