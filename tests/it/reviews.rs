//! What two people did at once, in plain words: moved, reordered, thrown away or removed while the other
//! changed it; how to get the other; and choices that are made twice.

use kring_tests::{Circle, Laptop, by_id};
use serde_json::{Value, json};

use crate::concurrency::{all_equal, cross};

/// A meeting with four items on its agenda; their ids.
fn agenda(circle: &mut Circle) -> (String, Vec<String>) {
    let founder = &mut circle.laptops[0];
    let meeting = founder.make("create_meeting", json!({ "date": "2026-03-12" }));
    let items = ["Opening", "Matching", "Hechting", "Rondvraag"];
    let items =
        items.map(|title| founder.make("add_agenda_item", json!({ "meeting": meeting, "title": title })));
    circle.exchange_all();
    (meeting, items.to_vec())
}

fn move_to(laptop: &mut Laptop, item: &str, place: usize) {
    laptop.make("move_agenda_item", json!({ "id": item, "place": place }));
}

fn titles(laptop: &mut Laptop, meeting: &str) -> Vec<String> {
    let shown = laptop.ask("show_meeting", by_id(meeting));
    let title = |item: &Value| item["title"].as_str().unwrap().to_owned();
    shown["items"].as_array().unwrap().iter().map(title).collect()
}

/// The one review that waits, as a laptop sees it.
fn the_review(laptop: &mut Laptop) -> Value {
    let reviews = laptop.ask("list_reviews", json!({}));
    let [review] = reviews.as_array().unwrap().as_slice() else {
        panic!("one choice waits: {reviews:#}")
    };
    review.clone()
}

fn side<'a>(review: &'a Value, by: &str) -> &'a Value {
    let mut sides = review["sides"].as_array().unwrap().iter();
    sides.find(|side| side["by"] == by).unwrap()
}

fn keep(review: &Value, by: &str) -> Value {
    json!({
        "record": review["record"], "key": review["key"], "keep": "side", "side": side(review, by)["segment"]
    })
}

const ANNELIES: &str = "Annelies van der Meulen";
const BAS: &str = "Bas de Wit";

#[test]
fn an_item_that_both_moved_says_where_each_put_it_and_takes_either_order() {
    let mut circle = Circle::of(3, 340);
    let (meeting, items) = agenda(&mut circle);
    move_to(&mut circle.laptops[0], &items[3], 0);
    move_to(&mut circle.laptops[1], &items[3], 1);
    cross(&mut circle);
    let review = the_review(&mut circle.laptops[2]);
    assert_eq!(
        (&review["form"], &review["key"]),
        (&json!("moved"), &json!("agenda"))
    );
    let sentence = review["sentence"].as_str().unwrap();
    assert!(
        sentence.contains("Rondvraag") && sentence.contains(ANNELIES) && sentence.contains(BAS),
        "{sentence}"
    );
    assert_eq!(side(&review, ANNELIES)["did"], "Zette ‘Rondvraag’ vooraan.");
    assert_eq!(side(&review, BAS)["did"], "Zette ‘Rondvraag’ na ‘Opening’.");
    assert_eq!(side(&review, BAS)["take"], format!("Neem de volgorde van {BAS}"));
    let own = the_review(&mut circle.laptops[1]);
    assert_eq!(
        side(&own, BAS)["take"],
        "Neem mijn volgorde",
        "each reads it from where they sit"
    );

    // Somebody adds an item before the choice is made: choosing an order loses nothing.
    circle.laptops[2].make(
        "add_agenda_item",
        json!({ "meeting": meeting, "title": "Ingekomen", "place": 4 }),
    );
    circle.laptops[2].make("resolve_review", keep(&review, BAS));
    circle.exchange_all();
    assert_eq!(all_equal(&mut circle), Vec::<Value>::new());
    for laptop in &mut circle.laptops {
        assert_eq!(
            titles(laptop, &meeting),
            ["Opening", "Rondvraag", "Matching", "Hechting", "Ingekomen"]
        );
    }
}

#[test]
fn two_orders_of_different_items_are_told_as_reordered() {
    let mut circle = Circle::of(3, 341);
    let (meeting, items) = agenda(&mut circle);
    move_to(&mut circle.laptops[0], &items[0], 3);
    move_to(&mut circle.laptops[1], &items[2], 0);
    cross(&mut circle);
    let review = the_review(&mut circle.laptops[2]);
    assert_eq!(review["form"], "reordered");
    assert_eq!(side(&review, ANNELIES)["did"], "Zette ‘Opening’ na ‘Rondvraag’.");
    assert_eq!(side(&review, BAS)["did"], "Zette ‘Hechting’ vooraan.");
    circle.laptops[0].make("resolve_review", keep(&review, ANNELIES));
    circle.exchange_all();
    assert_eq!(all_equal(&mut circle), Vec::<Value>::new());
    assert_eq!(
        titles(&mut circle.laptops[1], &meeting),
        ["Matching", "Hechting", "Rondvraag", "Opening"]
    );
}

#[test]
fn a_record_thrown_away_by_one_says_so_and_comes_back_with_one_button() {
    let mut circle = Circle::of(3, 342);
    let theme = circle.laptops[0].make("create_theme", json!({ "name": "rust" }));
    circle.exchange_all();
    circle.laptops[0].make("trash_record", by_id(&theme));
    circle.laptops[1].make(
        "change_theme",
        json!({ "id": theme, "fields": { "name": "ruimte" } }),
    );
    cross(&mut circle);
    let review = the_review(&mut circle.laptops[1]);
    assert_eq!(
        (&review["form"], &review["title"]),
        (&json!("thrown"), &json!("ruimte"))
    );
    assert_eq!(side(&review, ANNELIES)["did"], "Legde het in de prullenbak.");
    assert_eq!(side(&review, ANNELIES)["take"], "Laat in de prullenbak");
    assert_eq!(side(&review, BAS)["take"], "Zet terug, met mijn aanpassing");
    circle.laptops[1].make("resolve_review", keep(&review, BAS));
    circle.exchange_all();
    assert_eq!(all_equal(&mut circle), Vec::<Value>::new());
    assert_eq!(
        circle.laptops[2].ask("list_themes", json!({}))[0]["name"],
        "ruimte"
    );
}

/// A note of three blocks, of which one laptop removes the middle and another changes it.
fn removed_and_changed(seed: u64) -> (Circle, String) {
    let mut circle = Circle::of(3, seed);
    let note = circle.laptops[0].make("write_note", json!({ "body": "Een.\nTwee.\nDrie." }));
    circle.exchange_all();
    let shown = circle.laptops[0].ask("show_note", by_id(&note));
    let blocks = shown["body"].as_array().unwrap().clone();
    let without = json!([blocks[0], blocks[2]]);
    let mut changed = blocks.clone();
    changed[1]["text"] = json!("Twee, en meer.");
    for (at, body) in [without, json!(changed)].into_iter().enumerate() {
        circle.laptops[at].make("change_note", json!({ "id": note, "fields": { "body": body } }));
    }
    cross(&mut circle);
    (circle, note)
}

fn body(laptop: &mut Laptop, note: &str) -> Vec<String> {
    let shown = laptop.ask("show_note", by_id(note));
    let text = |block: &Value| block["text"].as_str().unwrap().to_owned();
    shown["body"].as_array().unwrap().iter().map(text).collect()
}

#[test]
fn a_block_removed_by_one_and_changed_by_the_other_can_come_back() {
    let (mut circle, note) = removed_and_changed(343);
    assert_eq!(body(&mut circle.laptops[2], &note), ["Een.", "Drie."]);
    let review = the_review(&mut circle.laptops[2]);
    assert_eq!(
        (&review["form"], &review["merged"]),
        (&json!("removed"), &Value::Null)
    );
    assert_eq!(side(&review, ANNELIES)["did"], "Haalde het weg.");
    assert_eq!(
        side(&review, BAS)["take"],
        format!("Zet terug zoals {BAS} het schreef")
    );
    circle.laptops[2].make("resolve_review", keep(&review, BAS));
    circle.exchange_all();
    assert_eq!(all_equal(&mut circle), Vec::<Value>::new());
    assert_eq!(
        body(&mut circle.laptops[0], &note),
        ["Een.", "Twee, en meer.", "Drie."]
    );

    let (mut circle, note) = removed_and_changed(344);
    let review = the_review(&mut circle.laptops[1]);
    circle.laptops[1].make("resolve_review", keep(&review, ANNELIES));
    circle.exchange_all();
    assert_eq!(all_equal(&mut circle), Vec::<Value>::new());
    assert_eq!(body(&mut circle.laptops[0], &note), ["Een.", "Drie."]);
}

#[test]
fn two_people_who_choose_the_same_make_one_result() {
    for (seed, choice) in [(345, "merged"), (346, "both"), (347, "side")] {
        let mut circle = Circle::of(3, seed);
        let note = circle.laptops[0].make("write_note", json!({ "body": "Een.\nTwee." }));
        circle.exchange_all();
        let shown = circle.laptops[0].ask("show_note", by_id(&note));
        for (at, text) in ["Een van Annelies.", "Een van Bas."].into_iter().enumerate() {
            let mut blocks = shown["body"].as_array().unwrap().clone();
            blocks[0]["text"] = json!(text);
            circle.laptops[at].make("change_note", json!({ "id": note, "fields": { "body": blocks } }));
        }
        cross(&mut circle);
        for at in 0..2 {
            let review = the_review(&mut circle.laptops[at]);
            let mut input = keep(&review, BAS);
            input["keep"] = json!(choice);
            circle.laptops[at].make("resolve_review", input);
        }
        circle.exchange_all();
        let waiting = all_equal(&mut circle);
        assert_eq!(waiting, Vec::<Value>::new(), "{choice}: nobody is asked again");
        let text = body(&mut circle.laptops[2], &note);
        match choice {
            "both" => {
                let mut kept = text.clone();
                kept.sort();
                assert_eq!(
                    kept,
                    ["Een van Annelies.", "Een van Bas.", "Twee."],
                    "each version once: {text:?}"
                );
            }
            "side" => assert_eq!(text, ["Een van Bas.", "Twee."]),
            _ => assert_eq!(text.len(), 2),
        }
    }
}

#[test]
fn two_people_who_choose_differently_end_equal_and_lose_no_version() {
    let mut circle = Circle::of(3, 348);
    let meeting = circle.laptops[0].make(
        "create_meeting",
        json!({ "date": "2026-03-12", "place": "De Glind" }),
    );
    circle.exchange_all();
    for (at, place) in ["Ede", "Barneveld"].into_iter().enumerate() {
        circle.laptops[at].make(
            "change_meeting",
            json!({ "id": meeting, "fields": { "place": place } }),
        );
    }
    cross(&mut circle);
    for (at, by) in [(0, ANNELIES), (1, BAS)] {
        let review = the_review(&mut circle.laptops[at]);
        circle.laptops[at].make("resolve_review", keep(&review, by));
    }
    circle.exchange_all();
    let waiting = all_equal(&mut circle);
    let places: Vec<String> = circle
        .laptops
        .iter_mut()
        .map(|laptop| laptop.ask("list_meetings", json!({}))[0]["place"].to_string())
        .collect();
    assert!(
        places.iter().all(|place| *place == places[0]),
        "one result everywhere: {places:?}"
    );
    assert!(
        waiting.len() <= 1,
        "at most the same question again, never more: {waiting:#?}"
    );
}
