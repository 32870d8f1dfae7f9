//! Today: what is next, what is asked of this member, and what others brought.

use kring_tests::{Circle, Laptop};
use serde_json::{Value, json};

/// A circle of two with a statement in an open round, on 12 March 2026.
fn asked(seed: u64) -> (Circle, Value, Value) {
    let mut circle = Circle::of(2, seed);
    let founder = &mut circle.laptops[0];
    let theme = founder.make("create_theme", json!({ "name": "continuïteit" }));
    let statement = founder.ask(
        "add_statement",
        json!({ "theme": theme, "text": "Blijven helpt." }),
    )["value"]
        .clone();
    let round = founder.make("open_round", json!({ "versions": [statement["version"]] }));
    circle.exchange_all();
    (circle, statement, json!(round))
}

fn ids(list: &Value) -> Vec<&Value> {
    list.as_array().unwrap().iter().map(|row| &row["id"]).collect()
}

#[test]
fn the_next_meeting_is_today_until_the_day_is_over_in_the_netherlands() {
    let mut circle = Circle::of(1, 410);
    let clock = circle.clock.clone();
    let laptop = &mut circle.laptops[0];
    let theme = laptop.make("create_theme", json!({ "name": "rust" }));
    for date in ["2026-01-22", "2026-03-12", "2026-05-21"] {
        laptop.make("create_meeting", json!({ "date": date, "theme": theme }));
    }
    laptop.make("create_meeting", json!({ "title": "nog geen dag" }));
    let today = laptop.ask("show_today", json!({}));
    assert_eq!(
        (
            &today["today"],
            &today["next_meeting"]["date"],
            &today["last_meeting"]["date"]
        ),
        (&json!("2026-03-12"), &json!("2026-03-12"), &json!("2026-01-22"))
    );
    assert_eq!(today["next_meeting"]["theme_name"], "rust");
    // 23:30 in the Netherlands is 22:30 UTC in winter; an hour later it is another day.
    clock.set(1_773_354_600_000);
    assert_eq!(
        laptop.ask("show_today", json!({}))["next_meeting"]["date"],
        "2026-03-12"
    );
    clock.advance(3_600_000);
    let tomorrow = laptop.ask("show_today", json!({}));
    assert_eq!(
        (&tomorrow["today"], &tomorrow["next_meeting"]["date"]),
        (&json!("2026-03-13"), &json!("2026-05-21"))
    );
}

#[test]
fn what_to_prepare_are_the_studies_and_statements_of_the_next_meeting() {
    let mut circle = Circle::of(1, 411);
    let laptop = &mut circle.laptops[0];
    let theme = laptop.make("create_theme", json!({ "name": "rust" }));
    let meeting = laptop.make("create_meeting", json!({ "date": "2026-03-20" }));
    let study = laptop.make("add_study", json!({ "title": "Wat werkt" }));
    laptop.make("link_study", json!({ "study": study, "meeting": meeting }));
    let on_item = laptop.ask(
        "add_statement",
        json!({ "theme": theme, "text": "Op de agenda." }),
    )["value"]
        .clone();
    laptop.make(
        "add_agenda_item",
        json!({ "meeting": meeting, "title": "Stelling", "statement": on_item["statement"] }),
    );
    laptop.ask(
        "add_statement",
        json!({ "theme": theme, "text": "Ingebracht.", "meeting": meeting }),
    );
    laptop.ask("add_statement", json!({ "theme": theme, "text": "Voor later." }));
    let prepare = laptop.ask("show_today", json!({}))["prepare"].clone();
    assert_eq!(ids(&prepare["studies"]), [&json!(study)]);
    let mut texts: Vec<&str> = prepare["statements"]
        .as_array()
        .unwrap()
        .iter()
        .map(|statement| statement["text"].as_str().unwrap())
        .collect();
    texts.sort_unstable();
    assert_eq!(texts, ["Ingebracht.", "Op de agenda."]);
}

#[test]
fn my_actions_are_the_open_ones_of_mine_by_due_date() {
    let mut circle = Circle::of(2, 412);
    let (own, other) = (circle.laptops[0].member(), circle.laptops[1].member());
    let laptop = &mut circle.laptops[0];
    for (text, owner, due) in [
        ("later", &own, json!("2026-05-01")),
        ("zonder dag", &own, Value::Null),
        ("te laat", &own, json!("2026-03-01")),
        ("van een ander", &other, json!("2026-03-02")),
    ] {
        laptop.make("add_action", json!({ "text": text, "owner": owner, "due": due }));
    }
    let done = laptop.make("add_action", json!({ "text": "gedaan", "owner": own }));
    laptop.make(
        "change_action",
        json!({ "id": done, "fields": { "state": "done" } }),
    );
    let today = laptop.ask("show_today", json!({}));
    let texts: Vec<&Value> = today["my_actions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|action| &action["text"])
        .collect();
    assert_eq!(texts, ["te laat", "later", "zonder dag"]);
}

#[test]
fn an_open_round_asks_until_the_own_position_is_there() {
    let (mut circle, statement, round) = asked(413);
    let second = circle.laptops[1].member();
    circle.laptops[0].make(
        "record_position",
        json!({ "round": round, "holder": second, "stance": "agree" }),
    );
    circle.exchange_all();
    let asked = |laptop: &mut Laptop| laptop.ask("show_today", json!({}))["asked"].clone();
    let question = asked(&mut circle.laptops[1]);
    assert_eq!(
        (
            &question[0]["statement"],
            &question[0]["text"],
            &question[0]["theme_name"]
        ),
        (
            &statement["statement"],
            &json!("Blijven helpt."),
            &json!("continuïteit")
        ),
        "what someone else wrote down is not the own word"
    );
    circle.laptops[1].make("give_position", json!({ "round": round, "stance": "agree" }));
    assert_eq!(asked(&mut circle.laptops[1]), json!([]));
    assert_eq!(
        asked(&mut circle.laptops[0]).as_array().unwrap().len(),
        1,
        "the founder gave none yet"
    );
    circle.laptops[0].make("close_round", json!({ "id": round }));
    assert_eq!(
        asked(&mut circle.laptops[0]),
        json!([]),
        "a closed round asks nobody"
    );
}

#[test]
fn what_others_changed_is_new_until_it_was_looked_at() {
    let (mut circle, statement, round) = asked(414);
    let founder = &mut circle.laptops[0];
    let clear: Vec<Value> = ids(&founder.ask("list_unseen", json!({})))
        .into_iter()
        .cloned()
        .collect();
    founder.ask("mark_seen", json!({ "ids": clear }));
    let second = &mut circle.laptops[1];
    second.make("give_position", json!({ "round": round, "stance": "agree" }));
    let note = second.make("write_note", json!({ "body": "Van Bas." }));
    let thrown = second.make("write_note", json!({ "body": "Toch niet." }));
    second.make("trash_record", json!({ "id": thrown }));
    let meeting = second.make("create_meeting", json!({ "date": "2026-04-01" }));
    second.make(
        "add_agenda_item",
        json!({ "meeting": meeting, "title": "Opening" }),
    );
    let report = circle.send(1, 0);

    let counts = &report.by_person[0].counts;
    assert_eq!(report.by_person.len(), 1, "only Bas wrote something");
    assert_eq!(report.by_person[0].name, "Bas de Wit");
    assert!(
        counts.contains(&("note", 2)) && counts.contains(&("position", 1)),
        "{counts:?}"
    );
    let deleted: Vec<String> = report
        .deleted
        .iter()
        .map(|record| record.id.to_string())
        .collect();
    assert_eq!(deleted, [thrown]);

    let founder = &mut circle.laptops[0];
    let unseen = founder.ask("list_unseen", json!({}));
    let mut found: Vec<(&str, &str)> = unseen
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (row["kind"].as_str().unwrap(), row["title"].as_str().unwrap()))
        .collect();
    found.sort_unstable();
    assert_eq!(
        found,
        [
            ("meeting", "Bijeenkomst 1"),
            ("note", "Van Bas."),
            ("statement", "Blijven helpt.")
        ],
        "a position is seen at its statement, an agenda item at its meeting, and the trash is not news"
    );
    assert!(
        unseen
            .as_array()
            .unwrap()
            .iter()
            .all(|row| row["by"] == "Bas de Wit")
    );
    assert_eq!(founder.ask("show_today", json!({}))["unseen"], unseen);
    founder.ask("mark_seen", json!({ "ids": [note, statement["statement"]] }));
    assert_eq!(ids(&founder.ask("list_unseen", json!({}))), [&json!(meeting)]);
    circle.send(1, 0);
    assert_eq!(
        ids(&circle.laptops[0].ask("list_unseen", json!({}))),
        [&json!(meeting)],
        "the same package again is no news"
    );
}

#[test]
fn a_newcomer_is_not_told_that_everything_is_new() {
    let (mut circle, ..) = asked(415);
    let name = "Eefje|ten|Have";
    let root = circle.root.path().to_owned();
    let clock = circle.clock.clone();
    let right = kring_trust::operation::Right::Member;
    let mut newcomer = Laptop::joined(&root, name, 41_599, &clock, &mut circle.laptops[0], right);
    assert_eq!(newcomer.ask("list_unseen", json!({})), json!([]));
    assert_eq!(
        newcomer.ask("list_themes", json!({})).as_array().unwrap().len(),
        1
    );
}

#[test]
fn a_preview_makes_nothing_unseen() {
    let (mut circle, ..) = asked(416);
    let founder = &mut circle.laptops[0];
    let before = founder.dump();
    circle.laptops[1].make("write_note", json!({ "body": "Van Bas." }));
    let file = circle.file();
    circle.laptops[1].export_all(&file);
    let mut host = kring_tests::TestHost {
        files: vec![file],
        ..kring_tests::TestHost::default()
    };
    let report = circle.laptops[0]
        .call_with(&mut host, "import_package", json!({ "preview": true }))
        .unwrap();
    assert_eq!(report["by_person"][0]["counts"], json!([["note", 1]]));
    assert_eq!(circle.laptops[0].dump(), before);
}

#[test]
fn a_review_shows_word_by_word_what_each_side_changed() {
    let mut circle = Circle::of(2, 417);
    let note = circle.laptops[0].make("write_note", json!({ "body": "Weten wie er komt." }));
    circle.exchange_all();
    for (at, texts) in [
        ["Weten wie er dan komt.", "Weten wie er vanavond komt."],
        ["Weten wie er belt.", "Weten wie belt."],
    ]
    .iter()
    .enumerate()
    {
        for text in texts {
            circle.laptops[at].make("change_note", json!({ "id": note, "fields": { "body": text } }));
        }
    }
    circle.exchange_all();
    let reviews = circle.laptops[0].ask("list_reviews", json!({}));
    let side = |own: bool| {
        let sides = reviews[0]["sides"].as_array().unwrap();
        let side = sides.iter().find(|side| side["own"] == json!(own)).unwrap();
        let words = side["words"].as_array().unwrap().iter();
        words
            .map(|word| {
                format!(
                    "{}:{}",
                    word["change"].as_str().unwrap(),
                    word["text"].as_str().unwrap()
                )
            })
            .collect::<Vec<_>>()
    };
    assert_eq!(
        side(true),
        ["same:Weten wie er ", "added:vanavond ", "same:komt."],
        "against the text that both knew, not against the own change before"
    );
    assert_eq!(
        side(false),
        ["same:Weten wie ", "removed:er komt.", "added:belt."]
    );
}
