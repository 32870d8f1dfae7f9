//! Meetings: agenda, attendance, notes and the references in them.

use kring_tests::{Circle, Laptop, by_id, code};
use serde_json::{Value, json};

fn agenda(laptop: &mut Laptop, meeting: &str) -> Vec<(String, String)> {
    let shown = laptop.ask("show_meeting", by_id(meeting));
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    shown["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| (text(&item["ordinal"]), text(&item["title"])))
        .collect()
}

fn ordered(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    expected
        .iter()
        .map(|(ordinal, title)| ((*ordinal).to_owned(), (*title).to_owned()))
        .collect()
}

#[test]
fn agenda_items_stand_in_order_nest_and_move() {
    let mut circle = Circle::of(1, 40);
    let founder = &mut circle.laptops[0];
    let meeting = founder.make("create_meeting", json!({ "date": "2026-03-12" }));
    let item = |title: &str| json!({ "meeting": meeting, "title": title });
    let opening = founder.make("add_agenda_item", item("Opening"));
    let matching = founder.make("add_agenda_item", item("Matching"));
    founder.make(
        "add_agenda_item",
        json!({ "meeting": meeting, "title": "Kindfactoren", "parent": matching }),
    );
    founder.make(
        "add_agenda_item",
        json!({ "meeting": meeting, "title": "Mededelingen", "place": 1 }),
    );
    let order = [
        ("1", "Opening"),
        ("2", "Mededelingen"),
        ("3", "Matching"),
        ("3.1", "Kindfactoren"),
    ];
    assert_eq!(agenda(founder, &meeting), ordered(&order));

    founder.make("move_agenda_item", json!({ "id": opening, "place": 99 }));
    let order = [
        ("1", "Mededelingen"),
        ("2", "Matching"),
        ("2.1", "Kindfactoren"),
        ("3", "Opening"),
    ];
    assert_eq!(
        agenda(founder, &meeting),
        ordered(&order),
        "a place behind the end is the end"
    );

    founder.make("trash_record", by_id(&matching));
    let order = [("1", "Mededelingen"), ("2", "Opening")];
    let shown = agenda(founder, &meeting);
    assert!(
        shown.iter().any(|(_, title)| title == "Kindfactoren"),
        "a part of a trashed item stays: {shown:?}"
    );
    assert_eq!(
        shown.iter().filter(|(_, title)| title != "Kindfactoren").count(),
        order.len()
    );
}

#[test]
fn an_item_belongs_to_one_meeting() {
    let mut circle = Circle::of(1, 41);
    let founder = &mut circle.laptops[0];
    let march = founder.make("create_meeting", json!({ "date": "2026-03-12" }));
    let may = founder.make("create_meeting", json!({ "date": "2026-05-21" }));
    let item = founder.make(
        "add_agenda_item",
        json!({ "meeting": march, "title": "Matching" }),
    );
    let nested = json!({ "meeting": may, "title": "Kindfactoren", "parent": item });
    assert_eq!(code(founder.call("add_agenda_item", nested)), "err-other-meeting");
    let meetings = founder.ask("list_meetings", json!({}));
    assert_eq!(
        (&meetings[0]["number"], &meetings[1]["number"]),
        (&json!(1), &json!(2)),
        "the series counts on"
    );
}

#[test]
fn attendance_is_ticked_and_a_tick_taken_away() {
    let mut circle = Circle::of(2, 42);
    let (first, second) = (circle.laptops[0].member(), circle.laptops[1].member());
    let meeting = circle.laptops[0].make("create_meeting", json!({ "date": "2026-03-12" }));
    let ticks =
        json!({ "meeting": meeting, "attendance": { &first: "present", &second: "absent_with_notice" } });
    circle.laptops[0].make("record_attendance", ticks);
    circle.exchange_all();

    let away = json!({ "meeting": meeting, "attendance": { &first: null } });
    circle.laptops[0].make("record_attendance", away);
    let late = json!({ "meeting": meeting, "attendance": { &second: "present" } });
    circle.laptops[1].make("record_attendance", late);
    circle.exchange_all();
    for laptop in &mut circle.laptops {
        let shown = laptop.ask("show_meeting", by_id(&meeting));
        assert_eq!(
            shown["attendance"],
            json!({ &second: "present" }),
            "ticks of different people merge one by one"
        );
    }
    let reviews = circle.laptops[0].ask("list_reviews", json!({}));
    assert_eq!(reviews, json!([]), "two people's ticks are no conflict");
}

#[test]
fn a_note_is_blocks_with_marks_and_what_it_refers_to_knows() {
    let mut circle = Circle::of(2, 43);
    let founder = &mut circle.laptops[0];
    let theme = founder.make("create_theme", json!({ "name": "hechting" }));
    let meeting = founder.make(
        "create_meeting",
        json!({ "date": "2026-03-12", "title": "Hechting in het gezinshuis" }),
    );
    let item = founder.make(
        "add_agenda_item",
        json!({ "meeting": meeting, "title": "Hechting" }),
    );
    let marks = json!([
        { "from": 10, "to": 18, "kind": "theme", "value": theme },
        { "from": 19, "to": 23, "kind": "bold" },
    ]);
    let body = json!([
        { "kind": "heading", "level": 2, "text": "Wat we zagen" },
        { "text": "Zoë noemt hechting vaak.", "marks": marks },
        { "kind": "task", "text": "Nalezen", "checked": true },
    ]);
    let note = founder.make("write_note", json!({ "subject": item, "body": body }));
    let private = json!({ "body": [{ "text": "over hechting", "marks": [{ "from": 5, "to": 13, "kind": "theme", "value": theme }] }], "private": true });
    let private = founder.make("write_note", private);
    let linked = founder.ask("list_backlinks", by_id(&theme));
    let ids: Vec<&Value> = linked
        .as_array()
        .unwrap()
        .iter()
        .map(|link| &link["id"])
        .collect();
    assert!(
        ids.contains(&&json!(note)) && ids.contains(&&json!(private)),
        "on the own laptop both refer: {linked}"
    );
    circle.exchange_all();

    let reader = &mut circle.laptops[1];
    let shown = reader.ask("show_note", by_id(&note));
    assert_eq!(shown["body"][1]["marks"], marks, "marks travel");
    assert_eq!(
        (&shown["body"][0]["kind"], &shown["body"][2]["checked"]),
        (&json!("heading"), &json!(true))
    );
    let linked = reader.ask("list_backlinks", by_id(&theme));
    assert_eq!(
        linked.as_array().unwrap().len(),
        1,
        "a private note refers on its own laptop only: {linked}"
    );
    assert_eq!(linked[0]["id"], note);
    let shown = reader.ask("show_meeting", by_id(&meeting));
    assert_eq!(
        shown["items"][0]["notes"][0]["id"], note,
        "a note stands with what it is about"
    );
}

#[test]
fn a_meeting_says_which_of_its_notes_are_private() {
    let mut circle = Circle::of(1, 47);
    let founder = &mut circle.laptops[0];
    let meeting = founder.make("create_meeting", json!({ "date": "2026-03-12" }));
    let item = founder.make(
        "add_agenda_item",
        json!({ "meeting": meeting, "title": "Opening" }),
    );
    for (subject, private) in [(&item, true), (&meeting, false)] {
        founder.make(
            "write_note",
            json!({ "subject": subject, "body": "Genoteerd.", "private": private }),
        );
    }
    let shown = founder.ask("show_meeting", by_id(&meeting));
    assert_eq!(shown["items"][0]["notes"][0]["private"], true);
    assert_eq!(shown["notes"][0]["private"], false);
}

#[test]
fn a_mark_outside_its_text_is_refused() {
    let mut circle = Circle::of(1, 44);
    let body = json!([{ "text": "kort", "marks": [{ "from": 2, "to": 9, "kind": "bold" }] }]);
    assert_eq!(
        code(circle.laptops[0].call("write_note", json!({ "body": body }))),
        "err-invalid"
    );
    assert_eq!(
        circle.laptops[0].ask("list_notes", json!({})),
        json!([]),
        "nothing is written in part"
    );
}

#[test]
fn a_private_note_is_shared_as_a_copy_without_its_history() {
    let mut circle = Circle::of(2, 45);
    let founder = &mut circle.laptops[0];
    let private = founder.make(
        "write_note",
        json!({ "body": "Eerst boos geschreven.", "private": true }),
    );
    founder.make(
        "change_note",
        json!({ "id": private, "fields": { "body": "Daarna rustig." } }),
    );
    let shared = founder.make("share_note", by_id(&private));
    assert_ne!(shared, private);
    assert_eq!(
        code(founder.call("share_note", by_id(&shared))),
        "err-not-private"
    );
    circle.exchange_all();
    let notes = circle.laptops[1].ask("list_notes", json!({}));
    assert_eq!(notes.as_array().unwrap().len(), 1);
    assert_eq!(
        (&notes[0]["body"][0]["text"], &notes[0]["private"]),
        (&json!("Daarna rustig."), &json!(false))
    );
    let history = circle.laptops[1].ask("show_history", by_id(&shared));
    assert_eq!(
        history.as_array().unwrap().len(),
        1,
        "what was written before it was shared stays private"
    );
    let dump = circle.laptops[1].dump();
    assert!(
        !dump.contains(&hex_of("Eerst boos")),
        "no byte of it left the laptop"
    );
}

/// The bytes of a text as a dump shows them.
fn hex_of(text: &str) -> String {
    text.bytes().map(|byte| format!("{byte:02x}")).collect()
}
