//! The sample circle: full of life on any day, apart from real circles, and gone without a trace.

use kring_api::app::Request;
use kring_tests::house::House;
use serde_json::{Value, json};

fn count(list: &Value) -> usize {
    list.as_array().unwrap().len()
}

#[test]
fn the_sample_circle_is_full_of_life() {
    let mut house = House::new();
    let handle = house.ask("open_sample", json!({}))["handle"]
        .as_str()
        .unwrap()
        .to_owned();
    let view = house.ask("show_app", json!({}));
    let entry = &view["circles"][0];
    assert_eq!(
        (
            &view["phase"],
            &entry["sample"],
            &entry["memberName"],
            &entry["right"]
        ),
        (
            &json!("open"),
            &json!(true),
            &json!("Annelies van der Meulen"),
            &json!("coordinator")
        )
    );
    assert_eq!(view["stillLocked"], 0);

    assert_eq!(count(&house.ask_of(&handle, "list_members", json!({}))), 10);
    assert_eq!(count(&house.ask_of(&handle, "list_themes", json!({}))), 9);
    assert!(count(&house.ask_of(&handle, "list_studies", json!({}))) >= 15);
    let meetings = house.ask_of(&handle, "list_meetings", json!({}));
    assert_eq!(count(&meetings), 6);

    let today = house.ask_of(&handle, "show_today", json!({}));
    let next = &today["next_meeting"];
    assert_eq!(
        (&next["number"], &next["date"]),
        (&json!(4), &json!("2026-03-19")),
        "a week after the clock's day"
    );
    assert_eq!(today["last_meeting"]["number"], 3);
    assert!(count(&today["prepare"]["studies"]) > 3 && count(&today["prepare"]["statements"]) == 3);
    assert_eq!(count(&today["my_actions"]), 2, "one of them late");
    assert_eq!(
        count(&today["asked"]),
        1,
        "one round waits for the visitor's own position"
    );
    assert_eq!(today["reviews"], 1, "two people changed the same line");
    assert_eq!(count(&today["unseen"]), 3);
    assert!(
        today["unseen"]
            .as_array()
            .unwrap()
            .iter()
            .all(|row| row["by"] == "Fatima el Amrani"),
        "3 new of Fatima"
    );

    for meeting in meetings.as_array().unwrap().iter().take(3) {
        let shown = house.ask_of(&handle, "show_meeting", json!({ "id": meeting["id"] }));
        let notes: usize = shown["items"]
            .as_array()
            .unwrap()
            .iter()
            .map(|item| count(&item["notes"]))
            .sum();
        assert!(
            count(&shown["items"]) >= 3 && notes >= 1 && count(&shown["decisions"]) >= 1,
            "{shown}"
        );
        assert!(count(&shown["actions"]) >= 1 && shown["attendance"].as_object().unwrap().len() == 10);
    }
    let fourth = house.ask_of(&handle, "show_meeting", json!({ "id": next["id"] }));
    assert_eq!(count(&fourth["items"]), 8);
    assert_eq!(fourth["attendance"], json!({}), "it has not been held");
}

#[test]
fn its_statements_show_agreement_reservation_and_dissent() {
    let mut house = House::new();
    let handle = house.ask("open_sample", json!({}))["handle"]
        .as_str()
        .unwrap()
        .to_owned();
    let mut seen: Vec<(bool, String, Vec<String>)> = Vec::new();
    for theme in house
        .ask_of(&handle, "list_themes", json!({}))
        .as_array()
        .unwrap()
    {
        let shown = house.ask_of(&handle, "show_theme", json!({ "id": theme["id"] }));
        for statement in shown["statements"].as_array().unwrap() {
            for round in statement["rounds"].as_array().unwrap() {
                let stances = round["positions"].as_array().unwrap().iter();
                let dissent = stances
                    .filter(|position| !position["text"].as_str().unwrap().is_empty())
                    .map(|position| position["stance"].as_str().unwrap().to_owned())
                    .collect();
                seen.push((
                    round["closed"] == json!(true),
                    statement["text"].as_str().unwrap().to_owned(),
                    dissent,
                ));
            }
        }
    }
    let closed: Vec<&Vec<String>> = seen
        .iter()
        .filter(|(closed, ..)| *closed)
        .map(|(.., dissent)| dissent)
        .collect();
    assert_eq!((closed.len(), seen.len()), (3, 6), "{seen:?}");
    assert!(
        closed.iter().any(|dissent| dissent.is_empty()),
        "one with agreement"
    );
    assert!(
        closed
            .iter()
            .any(|dissent| **dissent == ["agree_with_reservation"]),
        "one with a reservation"
    );
    assert!(
        closed
            .iter()
            .any(|dissent| dissent.contains(&"object".to_owned())),
        "one with an objection, in words"
    );
}

#[test]
fn opening_the_sample_shows_how_far_it_is_and_can_be_stopped() {
    let mut house = House::new();
    house.host.cancel_after = Some(20);
    assert_eq!(
        house.code(Request::new("open_sample", json!({}))),
        "err-cancelled"
    );
    assert!(
        house.temporary().read_dir().unwrap().next().is_none(),
        "half a sample is no sample"
    );
    house.host.cancel_after = None;
    house.ask("open_sample", json!({}));
    let last = house.host.last_step.unwrap();
    assert_eq!(last.step, "progress-sample");
    assert_eq!(last.done, last.total, "every step was counted");
}

#[test]
fn the_sample_circle_leaves_nothing_behind() {
    let mut house = House::new();
    for end in ["close_sample", "lock"] {
        house.ask("open_sample", json!({}));
        assert!(house.temporary().read_dir().unwrap().next().is_some());
        assert!(
            !house.home().join("circles").exists(),
            "it never lies among the circles"
        );
        let view = house.ask(end, json!({}));
        assert_eq!(view["phase"], "first", "{end}");
        assert!(house.temporary().read_dir().unwrap().next().is_none(), "{end}");
    }
    house.ask("open_sample", json!({}));
    house.shut();
    assert!(
        house.temporary().read_dir().unwrap().next().is_none(),
        "closing the app"
    );
    house.start();
    house.ask("open_sample", json!({}));
    house.crash();
    house.start();
    assert!(
        house.temporary().read_dir().unwrap().next().is_none(),
        "the start after a crash"
    );
}

#[test]
fn the_sample_tells_the_same_story_each_time_under_another_key() {
    let mut house = House::new();
    let mut circles = Vec::new();
    let mut keys = Vec::new();
    for _ in 0..2 {
        let handle = house.ask("open_sample", json!({}))["handle"]
            .as_str()
            .unwrap()
            .to_owned();
        circles.push(house.ask_of(&handle, "show_circle", json!({})));
        let folder = house
            .temporary()
            .read_dir()
            .unwrap()
            .next()
            .unwrap()
            .unwrap()
            .path();
        keys.push(std::fs::read(folder.join("Annelies/keys")).unwrap());
        house.ask("close_sample", json!({}));
    }
    assert_eq!(circles[0], circles[1], "ids and dates follow from the day alone");
    assert_ne!(
        keys[0], keys[1],
        "what a visitor types is not to be read with a key in the program"
    );
}

#[test]
fn what_is_written_in_the_sample_has_the_real_time_and_its_store_is_sound() {
    let mut house = House::new();
    let handle = house.ask("open_sample", json!({}))["handle"]
        .as_str()
        .unwrap()
        .to_owned();
    let note = house.ask_of(&handle, "write_note", json!({ "body": "Even proberen." }))["value"].clone();
    let shown = house.ask_of(&handle, "show_note", json!({ "id": note }));
    assert_eq!(shown["changed_ms"], house.clock.now_ms());
    house.ask_of(&handle, "check_store", json!({}));
    let reviews = house.ask_of(&handle, "list_reviews", json!({}));
    let choice =
        json!({ "record": reviews[0]["record"], "key": reviews[0]["key"], "keep": "both", "side": null });
    house.ask_of(&handle, "resolve_review", choice);
    assert_eq!(house.ask_of(&handle, "list_reviews", json!({})), json!([]));
}

#[test]
fn a_real_circle_takes_no_package_of_the_sample_nor_the_reverse() {
    let mut house = House::new();
    let real = house.found("Kenniskring gezinshuizen");
    let sample = house.ask("open_sample", json!({}))["handle"]
        .as_str()
        .unwrap()
        .to_owned();
    for (from, to) in [(&sample, &real), (&real, &sample)] {
        house.ask_of(from, "export_package", json!({}));
        let package = house.host.revealed.pop().unwrap();
        house.app().offer(vec![package]);
        let file = house.ask("list_opened", json!({}))[0]["file"].clone();
        let mut request = Request::new("import_package", json!({})).of(to);
        request.file = file.as_u64().map(|file| file as u32);
        let refused = house.code(request);
        assert!(
            ["err-package-not-for-me", "err-package-circle", "err-sample-mixed"].contains(&refused),
            "{refused}"
        );
        house.ask("drop_opened", json!({ "file": file }));
    }
}

#[test]
fn documents_of_the_sample_say_that_it_is_one() {
    let mut house = House::new();
    let handle = house.ask("open_sample", json!({}))["handle"]
        .as_str()
        .unwrap()
        .to_owned();
    let meetings = house.ask_of(&handle, "list_meetings", json!({}));
    let text = house.ask_of(
        &handle,
        "preview_summary",
        json!({ "meeting": meetings[2]["id"] }),
    )["markdown"]
        .clone();
    assert!(text.as_str().unwrap().contains("Voorbeeld"), "{text}");
    assert!(
        text.as_str()
            .unwrap()
            .contains("Een grens zonder plek helpt niemand."),
        "dissent is printed"
    );
}
