//! Decisions and actions: two running lists with continuous numbers.

use kring_tests::{Circle, Laptop, by_id};
use serde_json::{Value, json};

fn decide(laptop: &mut Laptop, meeting: &str, text: &str) -> String {
    laptop.make("record_decision", json!({ "meeting": meeting, "text": text }))
}

/// Number and lost numbers of every decision, by its text.
fn numbers(laptop: &mut Laptop) -> Vec<(String, Value, Value)> {
    let decisions = laptop.ask("list_decisions", json!({}));
    let row = |row: &Value| {
        (
            row["text"].as_str().unwrap().to_owned(),
            row["number"].clone(),
            row["was"].clone(),
        )
    };
    let mut rows: Vec<_> = decisions.as_array().unwrap().iter().map(row).collect();
    rows.sort_by(|a, b| a.0.cmp(&b.0));
    rows
}

fn meeting(laptop: &mut Laptop) -> String {
    laptop.make("create_meeting", json!({ "date": "2026-03-12" }))
}

#[test]
fn numbers_run_on_within_a_year_and_are_never_reused() {
    let mut circle = Circle::of(1, 50);
    let founder = &mut circle.laptops[0];
    let march = meeting(founder);
    decide(founder, &march, "A");
    let second = decide(founder, &march, "B");
    let action = founder.make("add_action", json!({ "meeting": march, "text": "Uitnodigen" }));
    founder.make("trash_record", by_id(&second));
    decide(founder, &march, "C");
    let next_year = founder.make("create_meeting", json!({ "date": "2027-01-14" }));
    decide(founder, &next_year, "D");
    let given = [("A", "2026-001"), ("C", "2026-003"), ("D", "2027-001")];
    assert_eq!(
        numbers(founder),
        given.map(|(text, number)| (text.to_owned(), json!(number), json!([])))
    );
    let actions = founder.ask("list_actions", json!({}));
    assert_eq!(
        (&actions[0]["id"], &actions[0]["number"]),
        (&json!(action), &json!("2026-001")),
        "actions have their own series"
    );
}

#[test]
fn a_member_leaves_the_number_to_the_next_secretary() {
    let mut circle = Circle::of(2, 51);
    let march = meeting(&mut circle.laptops[0]);
    circle.exchange_all();
    decide(&mut circle.laptops[1], &march, "A");
    assert_eq!(
        numbers(&mut circle.laptops[1]),
        [("A".to_owned(), json!(null), json!([]))]
    );
    circle.exchange_all();
    decide(&mut circle.laptops[0], &march, "B");
    let given = numbers(&mut circle.laptops[0]);
    let mut all: Vec<&Value> = given.iter().map(|(_, number, _)| number).collect();
    all.sort_by_key(ToString::to_string);
    assert_eq!(
        all,
        [&json!("2026-001"), &json!("2026-002")],
        "the secretary's next decision numbers the member's too"
    );
}

#[test]
fn the_same_number_given_twice_stays_with_the_first_and_the_other_shows_what_it_was() {
    let mut circle = Circle::of(3, 52);
    let second = circle.laptops[1].member();
    circle.laptops[0].make("set_right", json!({ "member": second, "right": "secretary" }));
    let march = meeting(&mut circle.laptops[0]);
    circle.exchange_all();
    decide(&mut circle.laptops[0], &march, "A");
    decide(&mut circle.laptops[1], &march, "B");
    circle.exchange_all();

    let clashed = numbers(&mut circle.laptops[0]);
    let kept = usize::from(clashed[0].1.is_null());
    let lost = 1 - kept;
    assert_eq!(
        (&clashed[kept].1, &clashed[kept].2),
        (&json!("2026-001"), &json!([]))
    );
    assert_eq!(
        (&clashed[lost].1, &clashed[lost].2),
        (&json!(null), &json!(["2026-001"]))
    );
    for laptop in &mut circle.laptops {
        assert_eq!(numbers(laptop), clashed, "everybody sees the same one keep it");
    }

    decide(&mut circle.laptops[1], &march, "C");
    circle.exchange_all();
    for laptop in &mut circle.laptops {
        let now = numbers(laptop);
        assert_eq!(now[kept], clashed[kept], "the first keeps its number");
        let mut others = [now[lost].1.clone(), now[2].1.clone()];
        others.sort_by_key(Value::to_string);
        assert_eq!(
            others,
            [json!("2026-002"), json!("2026-003")],
            "the other gets the next free one"
        );
        assert_eq!(now[lost].2, json!(["2026-001"]), "what it was is shown for ever");
    }
}

#[test]
fn a_later_due_date_counts_as_a_postponement() {
    let mut circle = Circle::of(1, 53);
    let founder = &mut circle.laptops[0];
    let action = founder.make(
        "add_action",
        json!({ "text": "Factsheet maken", "due": "2026-04-01" }),
    );
    let mut postponed = |fields: Value| {
        founder.make("change_action", json!({ "id": action, "fields": fields }));
        founder.ask("list_actions", json!({ "open": false }))[0]["postponed"].clone()
    };
    assert_eq!(postponed(json!({ "due": "2026-05-01" })), 1);
    assert_eq!(
        postponed(json!({ "due": "2026-04-20" })),
        1,
        "earlier is no postponement"
    );
    assert_eq!(
        postponed(json!({ "due": "2026-06-01", "text": "Factsheet afmaken" })),
        2
    );
    assert_eq!(postponed(json!({ "state": "done" })), 2);
    assert_eq!(
        postponed(json!({ "due": "2026-09-01" })),
        2,
        "what is done is not postponed"
    );
    assert_eq!(founder.ask("list_actions", json!({ "open": true })), json!([]));
}
