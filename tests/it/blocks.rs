//! Two people at once in one text: blocks merge, and ask only where both changed the same one.

use kring_tests::{Circle, Laptop, by_id, code};
use serde_json::{Value, json};

use crate::concurrency::{all_equal, cross, values};

/// A note of three blocks with their ids.
fn note(circle: &mut Circle) -> (String, Vec<Value>) {
    let note = circle.laptops[0].make("write_note", json!({ "body": "Een.\nTwee.\nDrie." }));
    circle.exchange_all();
    let shown = circle.laptops[0].ask("show_note", by_id(&note));
    (note, shown["body"].as_array().unwrap().clone())
}

fn write(laptop: &mut Laptop, note: &str, blocks: &[Value]) {
    laptop.make("change_note", json!({ "id": note, "fields": { "body": blocks } }));
}

fn body(laptop: &mut Laptop, note: &str) -> Vec<String> {
    let shown = laptop.ask("show_note", by_id(note));
    shown["body"]
        .as_array()
        .unwrap()
        .iter()
        .map(|block| block["text"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn the_same_block_changed_by_two_shows_both_and_both_can_stay() {
    let mut circle = Circle::of(3, 125);
    let (note, blocks) = note(&mut circle);
    for (at, text) in ["Twee van Annelies.", "Twee van Bas."].into_iter().enumerate() {
        let mut own = blocks.clone();
        own[1]["text"] = json!(text);
        write(&mut circle.laptops[at], &note, &own);
    }
    let reviews = cross(&mut circle);
    let [review] = reviews.as_slice() else {
        panic!("one block is in question: {reviews:#?}")
    };
    let key = format!("body/{}", blocks[1]["id"].as_str().unwrap());
    assert_eq!(review["key"], json!(key));
    let texts: Vec<&Value> = values(review).into_iter().map(|value| &value["text"]).collect();
    assert_eq!(texts, [&json!("Twee van Annelies."), &json!("Twee van Bas.")]);

    circle.laptops[1].make(
        "resolve_review",
        json!({ "record": note, "key": key, "keep": "both" }),
    );
    circle.exchange_all();
    assert_eq!(all_equal(&mut circle), Vec::<Value>::new());
    let mut kept = body(&mut circle.laptops[2], &note);
    kept[1..3].sort();
    assert_eq!(
        kept,
        ["Een.", "Twee van Annelies.", "Twee van Bas.", "Drie."],
        "both stand, one after the other"
    );
}

#[test]
fn different_blocks_merge_without_a_question() {
    let mut circle = Circle::of(3, 126);
    let (note, blocks) = note(&mut circle);
    for at in 0..2 {
        let mut own = blocks.clone();
        own[at]["text"] = json!(format!("Van {at}."));
        write(&mut circle.laptops[at], &note, &own);
    }
    assert_eq!(cross(&mut circle), Vec::<Value>::new());
    assert_eq!(body(&mut circle.laptops[2], &note), ["Van 0.", "Van 1.", "Drie."]);
}

#[test]
fn a_block_moved_by_one_and_changed_by_the_other_is_both() {
    let mut circle = Circle::of(3, 127);
    let (note, blocks) = note(&mut circle);
    write(
        &mut circle.laptops[0],
        &note,
        &[blocks[2].clone(), blocks[0].clone(), blocks[1].clone()],
    );
    let mut own = blocks.clone();
    own[2]["text"] = json!("Drie, beter.");
    write(&mut circle.laptops[1], &note, &own);
    cross(&mut circle);
    assert_eq!(
        body(&mut circle.laptops[2], &note),
        ["Drie, beter.", "Een.", "Twee."],
        "neither move nor words are lost"
    );
}

#[test]
fn an_order_that_two_changed_is_chosen_and_cannot_be_kept_both() {
    let mut circle = Circle::of(3, 134);
    let (note, blocks) = note(&mut circle);
    let orders = [[2, 0, 1], [1, 0, 2]];
    for (at, order) in orders.iter().enumerate() {
        let own = order.map(|block: usize| blocks[block].clone());
        write(&mut circle.laptops[at], &note, &own);
    }
    let reviews = cross(&mut circle);
    let [review] = reviews.as_slice() else {
        panic!("the order is in question: {reviews:#?}")
    };
    assert_eq!(review["key"], "body");
    let both = json!({ "record": note, "key": "body", "keep": "both" });
    assert_eq!(
        code(circle.laptops[2].call("resolve_review", both)),
        "err-input",
        "a text has one order"
    );
    let merged = json!({ "record": note, "key": "body", "keep": "merged" });
    circle.laptops[2].make("resolve_review", merged);
    circle.exchange_all();
    assert_eq!(all_equal(&mut circle), Vec::<Value>::new());
    let mut kept = body(&mut circle.laptops[0], &note);
    kept.sort();
    assert_eq!(kept, ["Drie.", "Een.", "Twee."], "no block is lost or doubled");
}

#[test]
fn a_block_taken_out_by_one_and_changed_by_the_other_asks() {
    let mut circle = Circle::of(3, 128);
    let (note, blocks) = note(&mut circle);
    write(
        &mut circle.laptops[0],
        &note,
        &[blocks[0].clone(), blocks[2].clone()],
    );
    let mut own = blocks.clone();
    own[1]["text"] = json!("Twee, belangrijk.");
    write(&mut circle.laptops[1], &note, &own);
    let reviews = cross(&mut circle);
    let [review] = reviews.as_slice() else {
        panic!("what was changed does not go silently: {reviews:#?}")
    };
    let changed = review["sides"]
        .as_array()
        .unwrap()
        .iter()
        .find(|side| side["value"]["text"] == "Twee, belangrijk.")
        .unwrap();
    let keep = json!({ "record": note, "key": review["key"], "keep": "side", "side": changed["segment"] });
    circle.laptops[2].make("resolve_review", keep);
    circle.exchange_all();
    assert_eq!(all_equal(&mut circle), Vec::<Value>::new());
    assert_eq!(
        body(&mut circle.laptops[0], &note),
        ["Een.", "Twee, belangrijk.", "Drie."]
    );
}
