//! Coming into a circle by invitation: a file, and six words told by telephone.

use std::path::{Path, PathBuf};

use kring_api::error::Result;
use kring_tests::{Circle, Laptop, TestHost, code};
use serde_json::{Value, json};

/// An invitation made on a laptop of the circle: its file and its words.
fn invite(circle: &mut Circle, by: usize, right: &str) -> (PathBuf, String) {
    let file = circle.file();
    let mut host = TestHost {
        target: Some(file.clone()),
        ..TestHost::default()
    };
    let input = json!({ "name": "Eefje", "right": right });
    let made = circle.laptops[by].call_with(&mut host, "invite", input).unwrap();
    assert_eq!(
        host.revealed,
        std::slice::from_ref(&file),
        "the file is shown, ready to be sent"
    );
    let words: Vec<&str> = made["words"]
        .as_array()
        .unwrap()
        .iter()
        .map(|word| word.as_str().unwrap())
        .collect();
    assert_eq!(words.len(), 6);
    (file, words.join(" "))
}

fn accept(laptop: &mut Laptop, file: &Path, words: &str) -> Result<Value> {
    let mut host = TestHost {
        files: vec![file.to_owned()],
        typed: Some(words.to_owned()),
        ..TestHost::default()
    };
    laptop.call_with(&mut host, "accept_invitation", json!({}))
}

/// A newcomer who opened an invitation, and their card.
fn invited(circle: &Circle, seed: u64, file: &Path, words: &str) -> (Laptop, PathBuf) {
    let (mut laptop, card) = Laptop::ask_to_join(circle.root.path(), "Eefje|ten|Have", seed, &circle.clock);
    accept(&mut laptop, file, words).unwrap();
    let (_, bytes) = laptop.workspace().own_card_file().unwrap().unwrap();
    std::fs::write(&card, bytes).unwrap();
    (laptop, card)
}

fn approve(circle: &mut Circle, by: usize, card: &Path, answer: &Path) -> Result<Value> {
    let mut host = TestHost {
        files: vec![card.to_owned()],
        target: Some(answer.to_owned()),
        ..TestHost::default()
    };
    let input = json!({ "right": "secretary", "person": "new" });
    circle.laptops[by].call_with(&mut host, "approve_card", input)
}

fn view(circle: &mut Circle, by: usize, card: &Path) -> Result<Value> {
    let mut host = TestHost {
        files: vec![card.to_owned()],
        ..TestHost::default()
    };
    circle.laptops[by].call_with(&mut host, "view_card", json!({}))
}

fn states(circle: &mut Circle) -> Vec<String> {
    let listed = circle.laptops[0].ask("list_invitations", json!({}));
    let listed = listed.as_array().unwrap().iter();
    listed
        .map(|one| one["state"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn who_opens_an_invitation_comes_in_without_comparing_words() {
    let mut circle = Circle::of(2, 240);
    circle.laptops[0].make("create_theme", json!({ "name": "rust" }));
    let (file, words) = invite(&mut circle, 0, "secretary");
    assert_eq!(states(&mut circle), ["open"]);
    let (mut eefje, card) = Laptop::ask_to_join(circle.root.path(), "Eefje|ten|Have", 24_090, &circle.clock);
    let welcome = accept(&mut eefje, &file, &words.to_uppercase()).unwrap();
    assert_eq!(welcome["circle"], "Kenniskring gezinshuizen");
    assert_eq!(welcome["by"], "Annelies van der Meulen");
    let (_, bytes) = eefje.workspace().own_card_file().unwrap().unwrap();
    std::fs::write(&card, bytes).unwrap();

    let seen = view(&mut circle, 0, &card).unwrap();
    assert_eq!(
        seen["safety_words"],
        json!([]),
        "the invitation's own key signed the card"
    );
    assert_eq!(
        seen["invited"],
        json!({ "by": "Annelies van der Meulen", "right": "secretary" })
    );
    let answer = circle.file();
    let approved = approve(&mut circle, 0, &card, &answer).unwrap();
    assert_eq!(approved["safety_words"], json!([]));
    assert_eq!(states(&mut circle), ["used"]);
    let report = eefje.import(&answer).unwrap();
    assert!(report.lets_in && report.safety_words.is_empty());
    assert_eq!(eefje.ask("show_circle", json!({}))["right"], "secretary");
    circle.laptops.push(eefje);
    circle.exchange_all();
    circle.assert_equal_among(&[0, 1, 2], "the newcomer has everything");

    let again = circle.file();
    approve(&mut circle, 0, &card, &again).unwrap();
    assert!(again.exists(), "an answer that got lost can be sent again");
}

#[test]
fn an_invitation_opens_with_its_own_six_words_only() {
    let mut circle = Circle::of(1, 241);
    let (file, words) = invite(&mut circle, 0, "member");
    let (_, others) = invite(&mut circle, 0, "member");
    let (mut eefje, _) = Laptop::ask_to_join(circle.root.path(), "Eefje|ten|Have", 24_190, &circle.clock);
    let before = eefje.dump();
    let five = words.rsplit_once(' ').unwrap().0;
    let unknown = format!("{five} gezinshuisouder");
    for (typed, expected) in [
        (others.as_str(), "err-package-wrong-words"),
        (five, "err-six-words"),
        (unknown.as_str(), "err-unknown-word"),
        ("", "err-six-words"),
    ] {
        assert_eq!(code(accept(&mut eefje, &file, typed)), expected);
    }
    let unasked = eefje.call_with(
        &mut TestHost {
            files: vec![file.clone()],
            ..TestHost::default()
        },
        "accept_invitation",
        json!({}),
    );
    assert_eq!(code(unasked), "err-input");
    assert_eq!(
        eefje.refusal(&file),
        "err-package-needs-words",
        "it is no answer to a card"
    );
    assert_eq!(eefje.dump(), before, "every row is as it was");
    accept(&mut eefje, &file, &words).unwrap();
    let again = code(accept(&mut circle.laptops[0], &file, &words));
    assert_eq!(again, "err-circle-already", "who is in needs none");
}

#[test]
fn an_invitation_lets_in_one_laptop() {
    let mut circle = Circle::of(1, 242);
    let (file, words) = invite(&mut circle, 0, "member");
    let (_, first) = invited(&circle, 24_290, &file, &words);
    let (_, second) = invited(&circle, 24_291, &file, &words);
    let answer = circle.file();
    approve(&mut circle, 0, &first, &answer).unwrap();
    let before = circle.laptops[0].dump();
    let other = circle.file();
    assert_eq!(code(view(&mut circle, 0, &second)), "err-invitation-used");
    assert_eq!(
        code(approve(&mut circle, 0, &second, &other)),
        "err-invitation-used"
    );
    assert_eq!(circle.laptops[0].dump(), before);
    assert!(!other.exists(), "no answer was written");
}

#[test]
fn another_coordinator_may_answer_and_every_coordinator_sees_it_was_used() {
    let mut circle = Circle::of(2, 243);
    let second = circle.laptops[1].member();
    circle.laptops[0].make("set_right", json!({ "member": second, "right": "coordinator" }));
    circle.exchange_all();
    let (file, words) = invite(&mut circle, 0, "member");
    let (mut eefje, first) = invited(&circle, 24_390, &file, &words);
    let (_, late) = invited(&circle, 24_391, &file, &words);
    assert_eq!(
        view(&mut circle, 1, &first).unwrap()["invited"]["by"],
        "Annelies van der Meulen"
    );
    let answer = circle.file();
    approve(&mut circle, 1, &first, &answer).unwrap();
    eefje.import(&answer).unwrap();
    circle.send(1, 0);
    assert_eq!(code(view(&mut circle, 0, &late)), "err-invitation-used");
    assert_eq!(states(&mut circle), ["used"]);
}

#[test]
fn an_invitation_taken_back_or_too_old_lets_nobody_in() {
    let mut circle = Circle::of(1, 244);
    let (file, words) = invite(&mut circle, 0, "member");
    let (_, card) = invited(&circle, 24_490, &file, &words);
    let id = circle.laptops[0].ask("list_invitations", json!({}))[0]["id"].clone();
    circle.laptops[0].ask("withdraw_invitation", json!({ "id": id }));
    assert_eq!(states(&mut circle), ["withdrawn"]);
    assert_eq!(code(view(&mut circle, 0, &card)), "err-invitation-withdrawn");

    let (file, words) = invite(&mut circle, 0, "member");
    let (_, card) = invited(&circle, 24_491, &file, &words);
    circle.clock.advance(30 * 24 * 60 * 60 * 1_000);
    view(&mut circle, 0, &card).unwrap();
    circle.clock.advance(1);
    assert_eq!(code(view(&mut circle, 0, &card)), "err-invitation-expired");
}

#[test]
fn only_a_coordinator_of_this_circle_invites() {
    let mut circle = Circle::of(2, 245);
    let mut other = Circle::of(1, 246);
    let (file, words) = invite(&mut other, 0, "member");
    let (_, card) = invited(&other, 24_590, &file, &words);
    assert_eq!(code(view(&mut circle, 0, &card)), "err-invitation-foreign");

    let second = circle.laptops[1].member();
    circle.laptops[0].make("set_right", json!({ "member": second, "right": "coordinator" }));
    circle.exchange_all();
    let (file, words) = invite(&mut circle, 1, "member");
    let (_, card) = invited(&circle, 24_591, &file, &words);
    circle.laptops[0].make("set_right", json!({ "member": second, "right": "member" }));
    assert_eq!(
        code(view(&mut circle, 0, &card)),
        "err-invitation-foreign",
        "who no longer decides let nobody in"
    );
}

#[test]
fn who_was_invited_into_one_circle_is_not_let_into_another() {
    let mut circle = Circle::of(1, 247);
    let mut other = Circle::of(1, 248);
    let (file, words) = invite(&mut circle, 0, "member");
    let (mut eefje, plain) = Laptop::ask_to_join(circle.root.path(), "Eefje|ten|Have", 24_790, &circle.clock);
    accept(&mut eefje, &file, &words).unwrap();
    // Someone answers the plain card, which carries the same keys, with a circle of their own.
    let answer = other.file();
    approve(&mut other, 0, &plain, &answer).unwrap();
    let before = eefje.dump();
    assert_eq!(eefje.refusal(&answer), "err-answer-elsewhere");
    assert_eq!(eefje.dump(), before);
}

#[test]
fn an_invitation_says_nothing_of_what_is_in_the_circle() {
    let mut circle = Circle::of(1, 249);
    circle.laptops[0].make("create_theme", json!({ "name": "kanariethema" }));
    let (file, words) = invite(&mut circle, 0, "member");
    let identities =
        kring_sync::package::Identities::Passphrase(kring_sync::package::Passphrase::new(&words));
    let reader = std::fs::File::open(&file).unwrap();
    let mut opened = kring_sync::package::read(reader, &identities, &|_, _, _| Ok(()), None).unwrap();
    assert!(
        opened.manifest().heading.heads.is_empty(),
        "nor how much there is"
    );
    let mut kinds = Vec::new();
    while let Some((info, plain)) = opened.next_frame().unwrap() {
        let canary = b"kanariethema";
        assert!(!plain.windows(canary.len()).any(|window| window == canary));
        kinds.push(info.kind);
    }
    let expected = [
        kring_sync::package::FrameKind::Membership,
        kring_sync::package::FrameKind::Invitation,
    ];
    assert_eq!(kinds, expected);
}

#[test]
fn what_a_newcomer_wrote_before_is_shared_by_choice() {
    let mut circle = Circle::of(1, 250);
    let (file, words) = invite(&mut circle, 0, "member");
    let (mut eefje, card) = invited(&circle, 25_090, &file, &words);
    let notes = ["een", "twee", "drie"].map(|body| {
        eefje.make(
            "write_note",
            json!({ "body": format!("Aantekening {body}."), "private": true }),
        )
    });
    let answer = circle.file();
    approve(&mut circle, 0, &card, &answer).unwrap();
    eefje.import(&answer).unwrap();
    eefje.ask("share_notes", json!({ "ids": [notes[0], notes[2]] }));
    circle.laptops.push(eefje);
    circle.exchange_all();
    let shared = circle.laptops[0].ask("list_notes", json!({}));
    assert_eq!(shared.as_array().unwrap().len(), 2);
    assert!(
        !shared.to_string().contains("Aantekening twee"),
        "what was not chosen stays"
    );
    let again = circle.laptops[1].ask("list_notes", json!({}));
    let copies: Vec<&Value> = again
        .as_array()
        .unwrap()
        .iter()
        .filter(|note| note["private"] == false)
        .collect();
    let of_circle = json!({ "ids": [notes[1], copies[0]["id"]] });
    let before = circle.laptops[1].dump();
    assert_eq!(
        code(circle.laptops[1].call("share_notes", of_circle)),
        "err-not-private"
    );
    assert_eq!(circle.laptops[1].dump(), before, "all or none");
}
