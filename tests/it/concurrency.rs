//! Two people at once: nothing is silently resolved, and everybody sees the same choice.

use std::path::PathBuf;

use kring_tests::{Circle, Laptop, by_id, code};
use serde_json::{Value, json};

fn reviews(laptop: &mut Laptop) -> Vec<Value> {
    laptop.ask("list_reviews", json!({})).as_array().unwrap().clone()
}

/// The choices that wait, without who looks at them.
fn seen_by_all(laptop: &mut Laptop) -> Vec<Value> {
    let mut reviews = reviews(laptop);
    for review in &mut reviews {
        review.as_object_mut().unwrap().remove("sentence");
        for side in review["sides"].as_array_mut().unwrap() {
            for said_to_one in ["own", "take"] {
                side.as_object_mut().unwrap().remove(said_to_one);
            }
        }
    }
    reviews
}

/// The files of the first two laptops reach everybody, the third in the other order; all see the same.
pub fn cross(circle: &mut Circle) -> Vec<Value> {
    let mut files: Vec<PathBuf> = Vec::new();
    for at in 0..2 {
        let file = circle.file();
        circle.laptops[at].export(&file);
        files.push(file);
    }
    circle.laptops[0].import(&files[1]).unwrap();
    circle.laptops[1].import(&files[0]).unwrap();
    for file in files.iter().rev() {
        circle.laptops[2].import(file).unwrap();
    }
    all_equal(circle)
}

pub fn all_equal(circle: &mut Circle) -> Vec<Value> {
    let states = circle.states();
    assert!(states.iter().all(|state| *state == states[0]), "{states:?}");
    let seen: Vec<Vec<Value>> = circle.laptops.iter_mut().map(seen_by_all).collect();
    assert!(
        seen.iter().all(|reviews| *reviews == seen[0]),
        "everybody sees the same choices: {seen:#?}"
    );
    for laptop in &mut circle.laptops {
        assert_eq!(
            laptop.check().unwrap(),
            states[0],
            "markers follow from the log alone"
        );
    }
    seen[0].clone()
}

pub fn values(review: &Value) -> Vec<&Value> {
    let mut values: Vec<&Value> = review["sides"]
        .as_array()
        .unwrap()
        .iter()
        .map(|side| &side["value"])
        .collect();
    values.sort_by_key(ToString::to_string);
    values
}

/// A meeting whose place two people change at once.
fn two_places(seed: u64) -> (Circle, String) {
    let mut circle = Circle::of(3, seed);
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
    let reviews = cross(&mut circle);
    let [review] = reviews.as_slice() else {
        panic!("one choice waits: {reviews:#?}")
    };
    assert_eq!(
        (&review["record"], &review["key"]),
        (&json!(meeting), &json!("place"))
    );
    assert_eq!(
        values(review),
        [&json!("Barneveld"), &json!("Ede")],
        "both versions stand side by side"
    );
    assert!(
        values(review).contains(&&review["merged"]),
        "one of them stands, and work goes on"
    );
    (circle, meeting)
}

/// Makes the choice on the third laptop, and answers the place that stands everywhere.
fn choose(circle: &mut Circle, meeting: &str, keep: &Value) -> Value {
    let mut input = json!({ "record": meeting, "key": "place" });
    input
        .as_object_mut()
        .unwrap()
        .extend(keep.as_object().unwrap().clone());
    circle.laptops[2].make("resolve_review", input.clone());
    assert_eq!(reviews(&mut circle.laptops[2]), Vec::<Value>::new());
    circle.exchange_all();
    assert_eq!(
        all_equal(circle),
        Vec::<Value>::new(),
        "the choice clears the marker everywhere"
    );
    assert_eq!(
        code(circle.laptops[2].call("resolve_review", input)),
        "err-nothing-to-review"
    );
    let meetings: Vec<Value> = circle
        .laptops
        .iter_mut()
        .map(|laptop| laptop.ask("list_meetings", json!({})))
        .collect();
    assert!(meetings.iter().all(|row| *row == meetings[0]));
    meetings[0][0]["place"].clone()
}

#[test]
fn one_side_of_a_field_is_kept() {
    let (mut circle, meeting) = two_places(120);
    let review = &reviews(&mut circle.laptops[0])[0];
    let own: Vec<&Value> = review["sides"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|side| side["own"] == true)
        .map(|side| &side["by"])
        .collect();
    assert_eq!(
        own,
        [&json!("Annelies van der Meulen")],
        "each laptop knows which side is its own"
    );
    for place in ["Ede", "Barneveld"] {
        let sides = review["sides"].as_array().unwrap();
        assert!(sides.iter().any(|side| side["value"] == place));
    }
    let loser = review["sides"]
        .as_array()
        .unwrap()
        .iter()
        .find(|side| side["value"] != review["merged"])
        .unwrap()
        .clone();
    let kept = choose(
        &mut circle,
        &meeting,
        &json!({ "keep": "side", "side": loser["segment"] }),
    );
    assert_eq!(kept, loser["value"]);
}

#[test]
fn both_sides_of_a_field_are_kept() {
    let (mut circle, meeting) = two_places(121);
    let kept = choose(&mut circle, &meeting, &json!({ "keep": "both" }));
    assert!(
        ["Ede / Barneveld", "Barneveld / Ede"].contains(&kept.as_str().unwrap()),
        "{kept}"
    );
}

#[test]
fn the_merged_field_is_kept() {
    let (mut circle, meeting) = two_places(122);
    let merged = reviews(&mut circle.laptops[0])[0]["merged"].clone();
    assert_eq!(
        choose(&mut circle, &meeting, &json!({ "keep": "merged" })),
        merged
    );
}

#[test]
fn a_later_change_that_has_seen_both_clears_the_marker_too() {
    let (mut circle, meeting) = two_places(123);
    circle.laptops[1].make(
        "change_meeting",
        json!({ "id": meeting, "fields": { "place": "Amersfoort" } }),
    );
    circle.exchange_all();
    assert_eq!(all_equal(&mut circle), Vec::<Value>::new());
}

#[test]
fn a_choice_between_two_needs_a_right_to_write() {
    let (mut circle, meeting) = two_places(124);
    let third = circle.laptops[2].member();
    circle.laptops[0].make("set_right", json!({ "member": third, "right": "reader" }));
    circle.exchange_all();
    let input = json!({ "record": meeting, "key": "place", "keep": "merged" });
    assert_eq!(
        code(circle.laptops[2].call("resolve_review", input)),
        "err-not-allowed"
    );
    assert_eq!(reviews(&mut circle.laptops[2]).len(), 1);
}

#[test]
fn a_record_thrown_away_by_one_and_changed_by_the_other_asks() {
    let mut circle = Circle::of(3, 129);
    let theme = circle.laptops[0].make("create_theme", json!({ "name": "rust" }));
    circle.exchange_all();
    circle.laptops[0].make("trash_record", by_id(&theme));
    circle.laptops[1].make(
        "change_theme",
        json!({ "id": theme, "fields": { "name": "rust en regelmaat" } }),
    );
    let reviews = cross(&mut circle);
    let [review] = reviews.as_slice() else {
        panic!("a change is not lost without a word: {reviews:#?}")
    };
    assert_eq!(
        (&review["record"], &review["merged"]),
        (&json!(theme), &json!(true))
    );
    let changed = review["sides"]
        .as_array()
        .unwrap()
        .iter()
        .find(|side| side["by"] == "Bas de Wit")
        .unwrap();
    let keep = json!({ "record": theme, "key": review["key"], "keep": "side", "side": changed["segment"] });
    circle.laptops[2].make("resolve_review", keep);
    circle.exchange_all();
    assert_eq!(all_equal(&mut circle), Vec::<Value>::new());
    let themes = circle.laptops[0].ask("list_themes", json!({}));
    assert_eq!(
        themes[0]["name"], "rust en regelmaat",
        "it is back, with the change"
    );
}

#[test]
fn a_record_thrown_away_may_stay_there() {
    let mut circle = Circle::of(3, 132);
    let theme = circle.laptops[0].make("create_theme", json!({ "name": "rust" }));
    circle.exchange_all();
    circle.laptops[0].make(
        "change_theme",
        json!({ "id": theme, "fields": { "name": "regelmaat" } }),
    );
    circle.laptops[1].make("trash_record", by_id(&theme));
    let reviews = cross(&mut circle);
    let keep = json!({ "record": theme, "key": reviews[0]["key"], "keep": "merged" });
    circle.laptops[1].make("resolve_review", keep);
    circle.exchange_all();
    assert_eq!(all_equal(&mut circle), Vec::<Value>::new());
    assert_eq!(circle.laptops[2].ask("list_themes", json!({})), json!([]));
}

#[test]
fn thrown_away_by_both_or_put_back_asks_nothing() {
    let mut circle = Circle::of(3, 133);
    let themes =
        ["rust", "regelmaat"].map(|name| circle.laptops[0].make("create_theme", json!({ "name": name })));
    circle.exchange_all();
    for at in 0..2 {
        circle.laptops[at].make("trash_record", by_id(&themes[0]));
    }
    circle.laptops[0].make("trash_record", by_id(&themes[1]));
    circle.laptops[0].make("restore_record", by_id(&themes[1]));
    circle.laptops[1].make(
        "change_theme",
        json!({ "id": themes[1], "fields": { "known": "Veel." } }),
    );
    assert_eq!(cross(&mut circle), Vec::<Value>::new());
}

#[test]
fn equal_values_ask_nothing() {
    let mut circle = Circle::of(3, 130);
    let meeting = circle.laptops[0].make(
        "create_meeting",
        json!({ "date": "2026-03-12", "place": "De Glind" }),
    );
    circle.exchange_all();
    for at in 0..2 {
        circle.laptops[at].make(
            "change_meeting",
            json!({ "id": meeting, "fields": { "place": "Ede" } }),
        );
    }
    assert_eq!(cross(&mut circle), Vec::<Value>::new());
}

#[test]
fn one_person_on_two_copies_asks_nothing() {
    let mut circle = Circle::of(2, 131);
    let meeting = circle.laptops[0].make(
        "create_meeting",
        json!({ "date": "2026-03-12", "place": "De Glind" }),
    );
    circle.exchange_all();
    circle.laptops[1].shut();
    let copy = circle.laptops[1].copied(&circle.root.path().join("copied"), 1_319);
    circle.laptops.push(copy);
    for (at, place) in [(1, "Ede"), (2, "Barneveld")] {
        circle.laptops[at].open().unwrap();
        circle.laptops[at].make(
            "change_meeting",
            json!({ "id": meeting, "fields": { "place": place } }),
        );
    }
    circle.exchange_all();
    assert_eq!(
        all_equal(&mut circle),
        Vec::<Value>::new(),
        "nobody is asked to choose between themselves"
    );
}
