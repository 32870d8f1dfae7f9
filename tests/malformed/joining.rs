//! Answers that do not let a newcomer in: the store stays outside every circle.

use kring_api::exchange::join::Newcomer;
use kring_api::exchange::outgoing::Extent;
use kring_api::workspace::{NewCircle, NewStore, Workspace};
use kring_sync::package::{ManifestPurpose, age_public};
use kring_tests::{CHEAP, Laptop, PASSPHRASE, PEOPLE, Seeded, name};
use kring_trust::operation::Right;

use crate::forge::{Forger, secret};
use crate::{assert_told, three};

#[test]
fn only_the_answer_to_its_own_card_lets_a_laptop_in() {
    let mut circle = three(33);
    let (mut newcomer, card) = Laptop::ask_to_join(circle.root.path(), PEOPLE[4], 3_390, &circle.clock);
    let before = newcomer.dump();
    let own_age = age_public(secret(&mut newcomer).age());

    let stranger = circle.file();
    circle.laptops[0].export_all(&stranger);
    assert_outside(&mut newcomer, &stranger, &before, "err-package-not-for-me");

    let mut member = Forger::of(&mut circle.laptops[0]);
    member.recipients.push(own_age);
    let mut heading = member.next_heading();
    heading.purpose = ManifestPurpose::Answer;
    let not_mine = circle.file();
    member.send_as(&not_mine, heading, member.frames(&[])).unwrap();
    assert_outside(&mut newcomer, &not_mine, &before, "err-answer-not-for-me");

    let answer = circle.file();
    circle.laptops[0]
        .workspace()
        .approve_card(&card, Right::Member, Newcomer::New, &answer)
        .unwrap();
    let no_answer = circle.file();
    circle.laptops[0]
        .workspace()
        .write_package(&no_answer, Extent::All, ManifestPurpose::Full)
        .unwrap();
    assert_outside(&mut newcomer, &no_answer, &before, "err-answer-not-for-me");

    newcomer.import(&answer).unwrap();
    assert_eq!(
        newcomer.state(),
        circle.laptops[0].state(),
        "the true answer lets it in"
    );
}

#[test]
fn the_answer_of_a_sample_circle_lets_nobody_in() {
    let mut circle = three(34);
    let (mut newcomer, card) = Laptop::ask_to_join(circle.root.path(), PEOPLE[4], 3_490, &circle.clock);
    let before = newcomer.dump();
    let new = NewStore {
        folder: kring_api::Folder::new(circle.root.path().join("sample")),
        passphrase: PASSPHRASE.to_owned(),
        kdf: CHEAP,
        name: name(PEOPLE[0]),
        language: kring_api::domain::text::Language::Dutch,
        surroundings: Box::new(Seeded::new(3_491, circle.clock.clone(), None)),
    };
    let (mut sample, _) = Workspace::found(
        new,
        NewCircle {
            name: "Voorbeeld".to_owned(),
            sample: true,
        },
    )
    .unwrap();
    let answer = circle.file();
    sample
        .approve_card(&card, Right::Member, Newcomer::New, &answer)
        .unwrap();
    assert_outside(&mut newcomer, &answer, &before, "err-sample-mixed");
}

fn assert_outside(newcomer: &mut Laptop, file: &std::path::Path, before: &str, code: &str) {
    assert_eq!(newcomer.refusal(file), code);
    assert_told(code);
    assert!(
        newcomer.workspace().circle().is_none(),
        "{code}: no circle was entered"
    );
    assert!(newcomer.dump() == before, "{code}: the store is as it was");
}
