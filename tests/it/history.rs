//! Looking back: versions of a record and their differences, putting one back, who wrote what, and
//! who did what in the circle.

use std::collections::BTreeSet;

use kring_api::domain::text::{Catalogue, Language};
use kring_api::exchange::import::Mode;
use kring_tests::{Circle, Laptop, TestHost, by_id, code};
use serde_json::{Value, json};

fn history(laptop: &mut Laptop, id: &str) -> Vec<Value> {
    laptop.ask("show_history", by_id(id)).as_array().unwrap().clone()
}

fn version(laptop: &mut Laptop, id: &str, segment: &Value) -> Value {
    laptop.ask("show_version", json!({ "id": id, "segment": segment }))
}

fn restore(laptop: &mut Laptop, id: &str, segment: &Value) -> kring_api::error::Result<Value> {
    laptop.call("restore_version", json!({ "id": id, "segment": segment }))
}

/// Words with a sign before what came and what went.
fn shown(difference: &Value) -> String {
    let word = |word: &Value| {
        let sign = match word["change"].as_str().unwrap() {
            "added" => "+",
            "removed" => "-",
            _ => "",
        };
        format!("{sign}{}{sign}", word["text"].as_str().unwrap())
    };
    let words = difference["words"].as_array().unwrap().iter().map(word);
    format!(
        "{}: {}",
        difference["field"].as_str().unwrap(),
        words.collect::<String>()
    )
}

fn differences(version: &Value) -> Vec<String> {
    version["differences"]
        .as_array()
        .unwrap()
        .iter()
        .map(shown)
        .collect()
}

fn theme(laptop: &mut Laptop, id: &str) -> Value {
    let mut theme = laptop.ask("show_theme", by_id(id));
    theme
        .as_object_mut()
        .unwrap()
        .retain(|name, _| ["name", "known", "aliases", "review_date"].contains(&name.as_str()));
    theme
}

fn texts(blocks: &Value) -> Vec<&str> {
    blocks
        .as_array()
        .unwrap()
        .iter()
        .map(|block| block["text"].as_str().unwrap())
        .collect()
}

/// A theme that two people worked on, each after the other.
fn worked_on(seed: u64) -> (Circle, String) {
    let mut circle = Circle::of(2, seed);
    let id = circle.laptops[0].make(
        "create_theme",
        json!({ "name": "rust", "known": "Een kind heeft rust nodig.\nOuders ook." }),
    );
    circle.exchange_all();
    circle.clock.advance(60_000);
    let mut known = circle.laptops[1].ask("show_theme", by_id(&id))["known"].clone();
    known[0]["text"] = "Ieder kind heeft rust nodig.".into();
    circle.laptops[1].make(
        "change_theme",
        json!({ "id": id, "fields": { "known": known, "review_date": "2027-03-12" } }),
    );
    circle.exchange_all();
    (circle, id)
}

#[test]
fn a_history_says_who_did_what_and_when() {
    let (mut circle, id) = worked_on(600);
    let entries = history(&mut circle.laptops[0], &id);
    let said: Vec<[&Value; 3]> = entries
        .iter()
        .map(|entry| [&entry["by"], &entry["what"], &entry["own"]])
        .collect();
    assert_eq!(
        said,
        [
            [&json!("Annelies van der Meulen"), &json!("Gemaakt"), &json!(true)],
            [
                &json!("Bas de Wit"),
                &json!("Wat we weten (1 plek), datum van herziening aangepast"),
                &json!(false)
            ],
        ]
    );
    assert_eq!(
        entries[1]["at_ms"].as_u64().unwrap() - entries[0]["at_ms"].as_u64().unwrap(),
        60_000,
        "by the clock of who did it"
    );
    circle.laptops[0].ask("trash_record", by_id(&id));
    circle.laptops[0].ask("restore_record", by_id(&id));
    let entries = history(&mut circle.laptops[0], &id);
    let last: Vec<&Value> = entries[2..].iter().map(|entry| &entry["what"]).collect();
    assert_eq!(last, ["In de prullenbak gelegd", "Uit de prullenbak gehaald"]);
}

#[test]
fn a_version_shows_what_it_changed_word_by_word_and_what_was_there() {
    let (mut circle, id) = worked_on(601);
    let laptop = &mut circle.laptops[0];
    let entries = history(laptop, &id);
    let second = version(laptop, &id, &entries[1]["segment"]);
    assert_eq!(
        differences(&second),
        [
            "wat we weten: -Een-+Ieder+ kind heeft rust nodig.",
            "datum van herziening: +12 maart 2027+"
        ],
        "only what changed, in words"
    );
    assert_eq!(second["can_restore"], false, "it is what stands there now");
    let first = version(laptop, &id, &entries[0]["segment"]);
    assert_eq!(
        first["whole"],
        json!([
            { "field": "wat we weten", "text": "Een kind heeft rust nodig.\nOuders ook." },
            { "field": "naam", "text": "rust" },
        ])
    );
    assert_eq!(first["can_restore"], true);

    // A block that moved, one that went and one that only looks otherwise.
    let mut known = theme(laptop, &id)["known"].clone();
    known.as_array_mut().unwrap().swap(0, 1);
    laptop.make("change_theme", json!({ "id": id, "fields": { "known": known } }));
    known[0]["kind"] = "heading".into();
    known.as_array_mut().unwrap().pop();
    laptop.make("change_theme", json!({ "id": id, "fields": { "known": known } }));
    let entries = history(laptop, &id);
    let moved = version(laptop, &id, &entries[2]["segment"]);
    assert_eq!(differences(&moved), ["wat we weten (volgorde): "]);
    let went = version(laptop, &id, &entries[3]["segment"]);
    assert_eq!(
        differences(&went),
        [
            "wat we weten (vorm): Ouders ook.",
            "wat we weten: -Ieder kind heeft rust nodig.-"
        ]
    );
}

#[test]
fn names_days_and_codes_are_shown_in_words() {
    let mut circle = Circle::of(1, 602);
    let laptop = &mut circle.laptops[0];
    let theme = laptop.make("create_theme", json!({ "name": "matching" }));
    let meeting = laptop.make("create_meeting", json!({ "date": "2026-03-12" }));
    let me = laptop.member();
    laptop.make(
        "change_meeting",
        json!({ "id": meeting, "fields": { "theme": theme, "chair": me, "attendance": { &me: "present" } } }),
    );
    let action = laptop.make("add_action", json!({ "text": "Bellen" }));
    laptop.make(
        "change_action",
        json!({ "id": action, "fields": { "state": "done", "text": "done" } }),
    );
    let of = |laptop: &mut Laptop, id: &str| {
        let entries = history(laptop, id);
        differences(&version(laptop, id, &entries[1]["segment"]))
    };
    assert_eq!(
        of(laptop, &meeting),
        [
            "aanwezigheid: +Annelies van der Meulen: aanwezig+",
            "voorzitter: +Annelies van der Meulen+",
            "thema: +matching+",
        ]
    );
    assert_eq!(
        of(laptop, &action),
        ["stand: -open-+gedaan+", "tekst: -Bellen-+done+"],
        "a code has words, what someone wrote stays as written"
    );
}

#[test]
fn a_version_is_put_back_as_a_change_that_can_be_undone() {
    let (mut circle, id) = worked_on(603);
    let laptop = &mut circle.laptops[0];
    let now = theme(laptop, &id);
    let first = history(laptop, &id)[0]["segment"].clone();
    let done = restore(laptop, &id, &first).unwrap();
    let back = theme(laptop, &id);
    assert_eq!(
        texts(&back["known"]),
        ["Een kind heeft rust nodig.", "Ouders ook."]
    );
    assert_eq!(
        back["review_date"],
        Value::Null,
        "what it did not have is empty again"
    );
    assert_eq!(
        code(restore(laptop, &id, &first)),
        "err-version-is-now",
        "nothing is written twice"
    );
    circle.exchange_all();
    assert_eq!(
        theme(&mut circle.laptops[1], &id),
        back,
        "it travels like any change"
    );

    let laptop = &mut circle.laptops[0];
    laptop.ask("undo", json!({ "operation": done["undo"] }));
    assert_eq!(theme(laptop, &id), now, "and is undone like any change");
    let names: Vec<Value> = laptop
        .ask("list_operations", json!({}))
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["name"].clone())
        .collect();
    assert!(names.contains(&json!("Eerdere versie teruggezet")), "{names:?}");
    laptop.check().unwrap();
}

#[test]
fn a_text_that_was_empty_is_emptied_again_and_lists_go_back_too() {
    let mut circle = Circle::of(1, 604);
    let laptop = &mut circle.laptops[0];
    let meeting = laptop.make("create_meeting", json!({ "date": "2026-03-12" }));
    laptop.make(
        "add_agenda_item",
        json!({ "meeting": meeting, "title": "Opening" }),
    );
    let note = laptop.make("write_note", json!({ "title": "leeg", "body": [] }));
    laptop.make(
        "change_note",
        json!({ "id": note, "fields": { "body": "Toch iets." } }),
    );
    let me = laptop.member();
    laptop.make(
        "record_attendance",
        json!({ "meeting": meeting, "attendance": { me: "present" } }),
    );
    for id in [&note, &meeting] {
        let first = history(laptop, id)[0]["segment"].clone();
        restore(laptop, id, &first).unwrap();
    }
    assert_eq!(laptop.ask("show_note", by_id(&note))["body"], json!([]));
    let meeting = laptop.ask("show_meeting", by_id(&meeting));
    assert_eq!(meeting["attendance"], json!({}), "who was ticked is not");
    laptop.check().unwrap();
}

#[test]
fn what_cannot_be_put_back_is_refused_with_the_reason() {
    let (mut circle, id) = worked_on(605);
    let laptop = &mut circle.laptops[0];
    let other = laptop.make("create_theme", json!({ "name": "ander" }));
    let of_other = history(laptop, &other)[0]["segment"].clone();
    assert_eq!(
        code(restore(laptop, &id, &of_other)),
        "err-no-version",
        "a version of another record"
    );
    let input = json!({ "id": id, "segment": of_other });
    assert_eq!(code(laptop.call("show_version", input)), "err-no-version");

    let statement = laptop.ask("add_statement", json!({ "theme": id, "text": "Rust helpt." }));
    let wording = statement["value"]["version"].as_str().unwrap().to_owned();
    let made = history(laptop, &wording)[0]["segment"].clone();
    assert_eq!(
        version(laptop, &wording, &made)["can_restore"],
        false,
        "a wording is never changed"
    );
    assert!(
        ["err-write-once", "err-version-is-now"].contains(&code(restore(laptop, &wording, &made)).as_str()),
        "nor put back"
    );

    let first = history(laptop, &id)[0]["segment"].clone();
    laptop.ask("trash_record", by_id(&id));
    let before = laptop.dump();
    assert_eq!(
        code(restore(laptop, &id, &first)),
        "err-not-found",
        "first it comes out of the trash"
    );
    assert_eq!(laptop.dump(), before, "a refusal leaves everything as it was");
}

#[test]
fn each_block_names_who_wrote_it_last() {
    let (mut circle, id) = worked_on(606);
    let writers = |laptop: &mut Laptop| -> Vec<(String, Vec<String>)> {
        let texts = laptop.ask("show_blame", by_id(&id));
        let blocks = texts[0]["blocks"].as_array().unwrap().clone();
        let by = |block: &Value| serde_json::from_value(block["by"].clone()).unwrap();
        blocks
            .iter()
            .map(|block| (block["text"].as_str().unwrap().to_owned(), by(block)))
            .collect()
    };
    let annelies = "Annelies van der Meulen".to_owned();
    let bas = "Bas de Wit".to_owned();
    assert_eq!(
        writers(&mut circle.laptops[0]),
        [
            ("Ieder kind heeft rust nodig.".to_owned(), vec![bas.clone()]),
            ("Ouders ook.".to_owned(), vec![annelies.clone()]),
        ],
        "a block that nobody touched is of who made the record"
    );

    for (at, text) in [(0, "Ouders evenzeer."), (1, "Ouders net zo goed.")] {
        let mut known = theme(&mut circle.laptops[at], &id)["known"].clone();
        known[1]["text"] = text.into();
        circle.laptops[at].make("change_theme", json!({ "id": id, "fields": { "known": known } }));
    }
    circle.exchange_all();
    for laptop in &mut circle.laptops {
        let by: BTreeSet<String> = writers(laptop)[1].1.iter().cloned().collect();
        assert_eq!(
            by,
            BTreeSet::from([annelies.clone(), bas.clone()]),
            "two who wrote unaware of each other are both named"
        );
    }
}

#[test]
fn what_happened_in_the_circle_is_listed_newest_first_a_page_at_a_time() {
    let mut circle = Circle::of(2, 607);
    for number in 0..60 {
        circle.clock.advance(1_000);
        circle.laptops[number % 2].make("create_theme", json!({ "name": format!("thema {number}") }));
    }
    circle.laptops[0].make(
        "write_note",
        json!({ "title": "geheim", "body": "x", "private": true }),
    );
    circle.exchange_all();
    let laptop = &mut circle.laptops[0];
    let mut titles = Vec::new();
    let mut after = Value::Null;
    loop {
        let page = laptop.ask("list_changes", json!({ "kind": "theme", "after": after }));
        let changes = page["changes"].as_array().unwrap();
        assert!(changes.len() <= 50, "a page has an end");
        titles.extend(
            changes
                .iter()
                .map(|change| change["records"][0]["title"].as_str().unwrap().to_owned()),
        );
        if page["more"] == false {
            break;
        }
        after = changes.last().unwrap()["segment"].clone();
    }
    let expected: Vec<String> = (0..60).rev().map(|number| format!("thema {number}")).collect();
    assert_eq!(titles, expected, "each once, newest first, whoever made it");

    let all = laptop.ask("list_changes", json!({}));
    assert_eq!(all["changes"][0]["records"][0]["what"], "Thema gemaakt");
    assert!(
        !all.to_string().contains("geheim"),
        "what is private is not of the circle"
    );
    let bas = circle.laptops[1].member();
    let of_bas = circle.laptops[0].ask("list_changes", json!({ "member": bas, "kind": "theme" }));
    let by: BTreeSet<&str> = of_bas["changes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|change| change["by"].as_str().unwrap())
        .collect();
    assert_eq!(by, BTreeSet::from(["Bas de Wit"]));
    assert_eq!(of_bas["changes"].as_array().unwrap().len(), 30);
    assert_eq!(
        code(circle.laptops[0].call("list_changes", json!({ "kind": "thema" }))),
        "err-input"
    );
}

#[test]
fn the_journal_says_what_happened_in_words() {
    let mut circle = Circle::of(2, 608);
    let file = circle.file();
    circle.laptops[0].export(&file);
    circle.laptops[1].import(&file).unwrap();
    std::fs::write(&file, b"geen pakket").unwrap();
    let refused =
        circle.laptops[1]
            .workspace()
            .import_package(&file, Mode::TakeOver, &mut TestHost::default());
    assert!(refused.is_err());
    circle.laptops[1].open().unwrap();
    let journal = circle.laptops[1].ask("show_journal", json!({}));
    let said: Vec<&str> = journal["lines"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| line["what"].as_str().unwrap())
        .collect();
    let [.., taken, refused, opened] = said.as_slice() else {
        panic!("{said:?}")
    };
    let number = taken.trim_start_matches("Pakket ").split(' ').next().unwrap();
    assert!(number.parse::<u64>().is_ok());
    assert_eq!(
        *taken,
        format!("Pakket {number} van Annelies van der Meulen overgenomen.")
    );
    assert_eq!(
        *refused,
        "Een bestand is geweigerd. Dit bestand is geen pakket van Kringboek."
    );
    assert_eq!(*opened, "Geopend.");
}

#[test]
fn every_field_has_a_word_in_the_history() {
    let mut named = 0;
    for language in [Language::Dutch, Language::English] {
        let words = Catalogue::new(language);
        for (kind, fields) in kring_store::table::field_names() {
            for field in fields {
                assert!(
                    words.has(&format!("field-{field}")),
                    "{kind}: field-{field} in {}",
                    language.tag()
                );
                named += 1;
            }
        }
    }
    assert!(named > 200, "the fields were looked at");
}
