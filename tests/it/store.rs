//! The store: made, opened with each of its secrets, locked, copied and restored.

use std::path::Path;

use kring_api::Folder;
use kring_api::domain::text::{Catalogue, Language};
use kring_api::error::ApiError;
use kring_api::workspace::{NewCircle, NewStore, Unlock, Workspace};
use kring_tests::{
    CHEAP, Circle, Clock, Laptop, MEETING_DAY_MS, PASSPHRASE, Seeded, TestHost, code, copy_folder, name,
};
use serde_json::json;

fn open(folder: &Path, unlock: Unlock) -> Result<Workspace, ApiError> {
    let surroundings = Seeded::new(77, Clock::at(MEETING_DAY_MS), None);
    Workspace::open(
        Folder::new(folder),
        unlock,
        Language::Dutch,
        Box::new(surroundings),
    )
}

fn refused(folder: &Path, unlock: Unlock) -> &'static str {
    match open(folder, unlock) {
        Err(error) => error.code(),
        Ok(_) => panic!("the store was opened"),
    }
}

fn passphrase(words: &str) -> Unlock {
    Unlock::Passphrase(words.to_owned())
}

fn recovery(printed: &str, new_passphrase: &str) -> Unlock {
    Unlock::Recovery {
        printed: printed.to_owned(),
        new_passphrase: new_passphrase.to_owned(),
        kdf: CHEAP,
    }
}

#[test]
fn a_new_store_holds_its_circle_and_its_founder() {
    let mut circle = Circle::of(1, 20);
    let founder = &mut circle.laptops[0];
    let shown = founder.ask("show_circle", json!({}));
    assert_eq!(shown["record"]["name"], "Kenniskring gezinshuizen");
    assert_eq!(
        (&shown["right"], &shown["sample"]),
        (&json!("coordinator"), &json!(false))
    );
    assert_eq!(shown["counts"], json!([["circle", 1], ["member", 1]]));
    assert_eq!(
        founder.check().unwrap(),
        shown["state"],
        "a new store is in order"
    );
}

#[test]
fn a_store_opens_with_its_passphrase_and_with_no_other() {
    let mut circle = Circle::of(1, 21);
    let state = circle.laptops[0].state();
    circle.laptops[0].shut();
    let folder = circle.laptops[0].folder.clone();
    assert_eq!(
        refused(&folder, passphrase("vier andere woorden samen")),
        "err-wrong-secret"
    );
    assert_eq!(refused(&folder, Unlock::Key([7; 32])), "err-wrong-key");
    let opened = open(&folder, passphrase(PASSPHRASE)).unwrap();
    assert_eq!(
        opened.state().unwrap().to_string(),
        state,
        "a refusal changes nothing"
    );
}

#[test]
fn the_herstelsleutel_gives_a_new_passphrase_and_the_old_one_no_longer_opens() {
    let mut circle = Circle::of(1, 22);
    let laptop = &mut circle.laptops[0];
    laptop.shut();
    let typed = laptop.recovery.to_lowercase();
    drop(open(&laptop.folder, recovery(&typed, "nieuwe wachtzin van nu")).unwrap());
    assert_eq!(
        refused(&laptop.folder, passphrase(PASSPHRASE)),
        "err-wrong-secret"
    );
    drop(open(&laptop.folder, passphrase("nieuwe wachtzin van nu")).unwrap());
    laptop.open().expect("the raw key stays the same");
}

#[test]
fn a_mistyped_herstelsleutel_is_told_apart_from_a_wrong_one() {
    let mut circle = Circle::of(2, 23);
    circle.laptops.iter_mut().for_each(Laptop::shut);
    let [own, other] = circle.laptops.as_slice() else {
        panic!()
    };
    let last = own.recovery.chars().last().unwrap();
    let typo = format!(
        "{}{}",
        &own.recovery[..own.recovery.len() - 1],
        if last == 'q' { 'p' } else { 'q' }
    );
    assert_eq!(
        refused(&own.folder, recovery(&typo, "nieuwe wachtzin van nu")),
        "err-printed-key"
    );
    assert_eq!(
        refused(&own.folder, recovery(&other.recovery, "nieuwe wachtzin van nu")),
        "err-wrong-secret"
    );
    open(&own.folder, passphrase(PASSPHRASE)).expect("the passphrase stays as long as no key fits");
}

#[test]
fn the_passphrase_is_changed_by_who_knows_the_old_one() {
    let mut circle = Circle::of(1, 24);
    let laptop = &mut circle.laptops[0];
    let mut change = |old: &str, new: &str| {
        let mut host = TestHost {
            secrets: Some((old.to_owned(), new.to_owned())),
            ..TestHost::default()
        };
        laptop.call_with(&mut host, "change_passphrase", json!({}))
    };
    assert_eq!(
        code(change("een gok van iemand", "nieuwe wachtzin van nu")),
        "err-wrong-secret"
    );
    assert_eq!(code(change(PASSPHRASE, "kort")), "err-passphrase-weak");
    change(PASSPHRASE, "nieuwe wachtzin van nu").unwrap();
    laptop.shut();
    assert_eq!(
        refused(&laptop.folder, passphrase(PASSPHRASE)),
        "err-wrong-secret"
    );
    open(&laptop.folder, passphrase("nieuwe wachtzin van nu")).unwrap();
}

#[test]
fn who_opens_a_folder_second_is_told_who_has_it() {
    let circle = Circle::of(1, 25);
    let Err(error) = open(&circle.laptops[0].folder, Unlock::Key(circle.laptops[0].key)) else {
        panic!("two processes may not write one store")
    };
    assert_eq!(error.code(), "err-store-locked");
    let told = error.tell(&Catalogue::new(Language::Dutch));
    assert!(
        told.happened.contains(&std::process::id().to_string()),
        "it names who has it: {}",
        told.happened
    );
}

#[test]
fn a_store_is_made_in_an_empty_folder_only() {
    let root = kring_tests::memory_folder();
    let folder = root.path().join("foto's");
    std::fs::create_dir(&folder).unwrap();
    std::fs::write(folder.join("vakantie.jpg"), b"zee").unwrap();
    let new = NewStore {
        folder: Folder::new(&folder),
        passphrase: PASSPHRASE.to_owned(),
        kdf: CHEAP,
        name: name("Bas|de|Wit"),
        language: Language::Dutch,
        surroundings: Box::new(Seeded::new(26, Clock::at(MEETING_DAY_MS), None)),
    };
    let circle = NewCircle {
        name: "Kring".to_owned(),
        sample: false,
    };
    let Err(error) = Workspace::found(new, circle) else {
        panic!("the folder was not empty")
    };
    assert_eq!(error.code(), "err-folder-not-empty");
    assert_eq!(
        std::fs::read_dir(&folder).unwrap().count(),
        1,
        "what lies there is left alone"
    );
    assert!(matches!(open(root.path(), Unlock::Key([0; 32])), Err(error) if error.code() == "err-no-store"));
}

#[test]
fn a_copied_store_begins_its_own_chains_and_both_merge_without_loss() {
    let mut circle = Circle::of(2, 27);
    circle.laptops[1].shut();
    let copy = circle.laptops[1].copied(&circle.root.path().join("copied"), 279);
    circle.laptops.push(copy);
    for laptop in &mut circle.laptops[1..] {
        laptop.open().unwrap();
    }
    for (at, name) in [(1, "geschreven op het origineel"), (2, "geschreven op de kopie")] {
        circle.laptops[at].make("create_theme", json!({ "name": name }));
    }
    circle.exchange_all();
    assert_equal(
        &mut circle,
        &["geschreven op de kopie", "geschreven op het origineel"],
    );
}

#[test]
fn an_older_store_that_was_restored_loses_nothing_and_forks_nothing() {
    let mut circle = Circle::of(2, 28);
    let [founder, laptop] = circle.laptops.as_mut_slice() else {
        panic!()
    };
    laptop.shut();
    let backup = circle.root.path().join("usb-stick");
    copy_folder(&laptop.folder, &backup);
    laptop.open().unwrap();
    laptop.make("create_theme", json!({ "name": "voor de crash" }));
    let file = circle.root.path().join("before.kring");
    laptop.export(&file);
    founder.import(&file).unwrap();

    laptop.shut();
    std::fs::remove_dir_all(&laptop.folder).unwrap();
    copy_folder(&backup, &laptop.folder);
    laptop.open().unwrap();
    laptop.make("create_theme", json!({ "name": "na het terugzetten" }));
    circle.exchange_all();
    assert_equal(&mut circle, &["na het terugzetten", "voor de crash"]);
}

#[test]
fn an_older_store_without_its_marker_notices_by_what_comes_in() {
    let mut circle = Circle::of(2, 29);
    let backup = circle.root.path().join("usb-stick");
    circle.laptops[1].shut();
    copy_folder(&circle.laptops[1].folder, &backup);
    circle.laptops[1].open().unwrap();
    circle.laptops[1].make("create_theme", json!({ "name": "voor de crash" }));
    circle.exchange_all();

    let laptop = &mut circle.laptops[1];
    laptop.shut();
    for folder in [&laptop.folder, &laptop.state_folder] {
        std::fs::remove_dir_all(folder).unwrap();
    }
    copy_folder(&backup, &laptop.folder);
    laptop.open().unwrap();
    circle.send(0, 1);
    circle.laptops[1].make("create_theme", json!({ "name": "na het terugzetten" }));
    circle.exchange_all();
    assert_equal(&mut circle, &["na het terugzetten", "voor de crash"]);
}

/// Every laptop has the same, is in order and knows exactly these themes.
fn assert_equal(circle: &mut Circle, themes: &[&str]) {
    let states = circle.states();
    for (laptop, state) in circle.laptops.iter_mut().zip(&states) {
        let listed = laptop.ask("list_themes", json!({}));
        let names: Vec<&str> = listed
            .as_array()
            .unwrap()
            .iter()
            .map(|theme| theme["name"].as_str().unwrap())
            .collect();
        assert_eq!(names, themes, "nothing was lost");
        assert_eq!(
            (&laptop.check().unwrap(), state),
            (&states[0], &states[0]),
            "all are equal and in order"
        );
    }
}
