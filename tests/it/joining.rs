//! Coming into a circle by card.

use std::path::{Path, PathBuf};

use kring_api::error::Result;
use kring_tests::{Circle, Laptop, TestHost, code};
use serde_json::{Value, json};

fn approve(circle: &mut Circle, card: &Path, answer: &Path) -> Result<Value> {
    approve_as(circle, card, answer, &json!("new"))
}

fn approve_as(circle: &mut Circle, card: &Path, answer: &Path, person: &Value) -> Result<Value> {
    let mut host = TestHost {
        files: vec![card.to_owned()],
        target: Some(answer.to_owned()),
        ..TestHost::default()
    };
    let approved = circle.laptops[0].call_with(&mut host, "approve_card", json!({ "person": person }))?;
    assert_eq!(host.revealed, [answer], "the answer is shown, ready to be sent");
    assert_eq!(
        approved["answer"]["name"],
        answer.file_name().unwrap().to_str().unwrap()
    );
    Ok(approved)
}

fn newcomer(circle: &Circle, bars: &str, seed: u64) -> (Laptop, PathBuf) {
    Laptop::ask_to_join(circle.root.path(), bars, seed, &circle.clock)
}

#[test]
fn both_sides_compare_the_same_words() {
    let mut circle = Circle::of(1, 90);
    let (mut eefje, card) = newcomer(&circle, "Eefje|ten|Have", 9_009);
    let answer = circle.file();
    let mut host = TestHost {
        files: vec![card.clone()],
        ..TestHost::default()
    };
    let seen = circle.laptops[0]
        .call_with(&mut host, "view_card", json!({}))
        .unwrap();
    assert_eq!(seen["name"], "Eefje ten Have");
    assert_eq!(seen["safety_words"].as_array().unwrap().len(), 6);
    let approved = approve(&mut circle, &card, &answer).unwrap();

    let mut host = TestHost {
        files: vec![answer.clone()],
        ..TestHost::default()
    };
    let preview = eefje
        .call_with(&mut host, "import_package", json!({ "preview": true }))
        .unwrap();
    assert_eq!(
        eefje.ask("show_circle", json!({}))["circle"],
        json!(null),
        "looking does not let in"
    );
    let taken = eefje.call_with(&mut host, "import_package", json!({})).unwrap();
    for words in [&approved, &preview, &taken] {
        assert_eq!(
            words["safety_words"], seen["safety_words"],
            "the same six words, before and after"
        );
    }
    assert_eq!(eefje.ask("show_circle", json!({}))["right"], "member");
    assert_eq!(json!(eefje.member()), approved["member"]);
    assert_eq!(eefje.state(), circle.laptops[0].state());
    let again = eefje.call_with(&mut host, "import_package", json!({})).unwrap();
    assert_eq!(
        again["safety_words"],
        json!([]),
        "there is nothing left to compare"
    );
}

#[test]
fn another_card_gives_other_words() {
    let mut circle = Circle::of(1, 91);
    let words = [9_108, 9_109].map(|seed| {
        let (_, card) = newcomer(&circle, "Eefje|ten|Have", seed);
        let mut host = TestHost {
            files: vec![card],
            ..TestHost::default()
        };
        circle.laptops[0]
            .call_with(&mut host, "view_card", json!({}))
            .unwrap()["safety_words"]
            .clone()
    });
    assert_ne!(words[0], words[1], "who stands between shows another card");
}

#[test]
fn a_card_approved_again_gets_its_answer_again_and_nothing_else_happens() {
    let mut circle = Circle::of(1, 92);
    let (_, card) = newcomer(&circle, "Eefje|ten|Have", 9_209);
    let answer = circle.file();
    let first = approve(&mut circle, &card, &answer).unwrap();
    let view = circle.laptops[0].view();
    let members = circle.laptops[0].call("list_members", json!({})).unwrap();
    let second = circle.file();
    let again = approve(&mut circle, &card, &second).unwrap();
    assert_eq!(
        again["safety_words"], first["safety_words"],
        "the same card, the same words"
    );
    assert_eq!(circle.laptops[0].view(), view, "nobody comes in twice");
    assert_eq!(
        circle.laptops[0].call("list_members", json!({})).unwrap(),
        members
    );
    assert!(second.exists(), "an answer that got lost can be sent again");
}

#[test]
fn of_two_people_with_one_name_the_coordinator_says_who_it_is() {
    let mut circle = Circle::of(1, 97);
    let name = json!({ "given": "Eefje", "particle": "ten", "family": "Have" });
    let known = circle.laptops[0].make("add_member", json!({ "name": name }));
    let (_, other) = newcomer(&circle, "Eefje|ten|Have", 9_708);
    let (mut eefje, own) = newcomer(&circle, "Eefje|ten|Have", 9_709);
    let (first, second) = (circle.file(), circle.file());
    let mut host = TestHost {
        files: vec![other.clone()],
        target: Some(first.clone()),
        ..TestHost::default()
    };
    assert_eq!(
        code(circle.laptops[0].call_with(&mut host, "approve_card", json!({}))),
        "err-input",
        "nobody is taken for another because nothing was said"
    );
    let someone = approve_as(&mut circle, &other, &first, &json!("new")).unwrap();
    assert_ne!(someone["member"], known, "a namesake is someone else");
    let same = approve_as(&mut circle, &own, &second, &json!({ "member": known })).unwrap();
    assert_eq!(same["member"], known);
    eefje.import(&second).unwrap();
    assert_eq!(eefje.member(), known);
    let members = circle.laptops[0].ask("list_members", json!({}));
    assert_eq!(members.as_array().unwrap().len(), 3);
}

#[test]
fn an_answer_lets_in_only_the_laptop_that_asked() {
    let mut circle = Circle::of(1, 93);
    let (_, card) = newcomer(&circle, "Eefje|ten|Have", 9_308);
    let (mut other, _) = newcomer(&circle, "Jolijn|d'|Hondt", 9_309);
    let answer = circle.file();
    approve(&mut circle, &card, &answer).unwrap();
    let before = other.dump();
    assert_eq!(other.refusal(&answer), "err-package-not-for-me");
    assert_eq!(other.dump(), before);
    assert_eq!(other.ask("show_circle", json!({}))["circle"], json!(null));
}

#[test]
fn only_an_answer_lets_in() {
    let mut circle = Circle::of(1, 94);
    let (mut eefje, card) = newcomer(&circle, "Eefje|ten|Have", 9_409);
    let (answer, ordinary) = (circle.file(), circle.file());
    approve(&mut circle, &card, &answer).unwrap();
    circle.laptops[0].export_all(&ordinary);
    assert_eq!(
        eefje.refusal(&ordinary),
        "err-answer-not-for-me",
        "the words were not compared over this file"
    );
    eefje.import(&answer).unwrap();
}

#[test]
fn a_file_that_is_no_card_is_refused() {
    let mut circle = Circle::of(1, 95);
    let (_, card) = newcomer(&circle, "Eefje|ten|Have", 9_509);
    let bytes = std::fs::read(&card).unwrap();
    let answer = circle.file();
    for damaged in [
        Vec::new(),
        bytes[..bytes.len() - 1].to_vec(),
        b"geen kaart".to_vec(),
        vec![0; 9_000],
    ] {
        std::fs::write(&card, damaged).unwrap();
        let refused = code(approve(&mut circle, &card, &answer));
        assert!(
            ["err-not-a-card", "err-file-too-large"].contains(&refused.as_str()),
            "{refused}"
        );
    }
    let mut flipped = bytes.clone();
    let middle = flipped.len() / 2;
    flipped[middle] ^= 1;
    std::fs::write(&card, flipped).unwrap();
    assert_eq!(
        code(approve(&mut circle, &card, &answer)),
        "err-not-a-card",
        "a changed card is signed by nobody"
    );
    let folder = circle.root.path().to_owned();
    assert_eq!(
        code(approve(&mut circle, &folder, &answer)),
        "err-file-unreadable"
    );
}

#[test]
fn before_the_answer_nothing_of_a_circle_can_be_done() {
    let circle = Circle::of(1, 96);
    let (mut eefje, _) = newcomer(&circle, "Eefje|ten|Have", 9_609);
    assert_eq!(
        code(eefje.call("create_theme", json!({ "name": "rust" }))),
        "err-no-circle-yet"
    );
    assert_eq!(code(eefje.call("preview_export", json!({}))), "err-no-circle-yet");
    let note = eefje.make(
        "write_note",
        json!({ "body": "Alvast voor mezelf.", "private": true }),
    );
    assert_eq!(
        eefje.ask("list_notes", json!({}))[0]["id"],
        note,
        "private notes can be written already"
    );
}
