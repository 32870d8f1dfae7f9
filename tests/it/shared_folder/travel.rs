//! What travels through a folder, to whom, and what is told of it.

use std::fs;

use kring_api::app::{App, Asked, Request};
use kring_tests::house::House;
use kring_tests::{Circle, Laptop, TestHost, code};
use kring_trust::operation::Right;
use serde_json::{Value, json};

use super::*;

#[test]
fn three_laptops_stay_equal_through_a_folder_alone() {
    let (mut circle, folder) = sharing(3, 300);
    theme(&mut circle.laptops[0], "continuïteit");
    theme(&mut circle.laptops[1], "matching");
    assert_eq!(
        sync(&mut circle.laptops[0])["wrote"],
        1,
        "what the others lack, and no more"
    );
    assert_eq!(sync(&mut circle.laptops[1])["wrote"], 1);
    let third = sync(&mut circle.laptops[2]);
    assert_eq!(
        (
            third["took"].as_array().unwrap().len(),
            &third["wrote"],
            &third["changed"]
        ),
        (2, &json!(0), &json!(["*"])),
        "the same report as an import, file by file: {third}"
    );
    assert_eq!(third["took"][0]["records"][0]["kind"], "theme");
    sync(&mut circle.laptops[0]);
    assert_eq!(themes(&mut circle.laptops[2]), ["continuïteit", "matching"]);
    all_equal(&mut circle);

    let lying = files(&folder);
    for laptop in &mut circle.laptops {
        let again = sync(laptop);
        assert_eq!(
            (&again["took"], &again["wrote"], &again["changed"]),
            (&json!([]), &json!(0), &json!([])),
            "a quiet folder stays quiet"
        );
    }
    assert_eq!(
        files(&folder),
        lying,
        "nobody writes when there is nothing to say"
    );
}

#[test]
fn a_file_has_the_name_of_what_it_holds_and_is_never_changed() {
    let (mut circle, folder) = sharing(2, 301);
    let before = files(&folder);
    theme(&mut circle.laptops[0], "rust");
    theme(&mut circle.laptops[0], "ruimte");
    sync(&mut circle.laptops[0]);
    let file = new_file(&folder, &before);
    let name = file.file_name().unwrap().to_str().unwrap().to_owned();
    let bytes = fs::read(&file).unwrap();
    let hash = kring_trust::hash::sha256(&[&bytes]).to_string();
    let parts: Vec<&str> = name.trim_end_matches(".kring").split('-').collect();
    let [first, last, said] = parts.as_slice() else {
        panic!("{name}")
    };
    let (first, last): (u64, u64) = (first.parse().unwrap(), last.parse().unwrap());
    assert_eq!((last - first, *said), (1, &hash[..16]), "{name}");

    theme(&mut circle.laptops[0], "ritme");
    sync(&mut circle.laptops[0]);
    sync(&mut circle.laptops[1]);
    assert_eq!(
        fs::read(&file).unwrap(),
        bytes,
        "what comes later goes into a file of its own"
    );
    let unfinished = files(&folder)
        .into_iter()
        .filter(|file| file.extension().unwrap() != "kring");
    assert_eq!(unfinished.count(), 0, "nothing unfinished is left behind");
}

#[test]
fn a_newcomer_gets_through_the_folder_what_was_written_before_they_came() {
    let (mut circle, folder) = sharing(2, 312);
    theme(&mut circle.laptops[0], "eerder");
    sync(&mut circle.laptops[0]);
    sync(&mut circle.laptops[1]);
    let clock = circle.clock.clone();
    let root = circle.root.path().to_owned();
    let mut newcomer = Laptop::joined(
        &root,
        "Fatima|el|Amrani",
        31_299,
        &clock,
        &mut circle.laptops[0],
        Right::Member,
    );
    theme(&mut circle.laptops[1], "door wie haar nog niet kent");
    sync(&mut circle.laptops[1]);
    choose(&mut newcomer, &folder);
    let before = sync(&mut newcomer);
    assert_eq!(
        before["folder"]["refused"],
        json!([]),
        "what is not for her yet is no trouble: {before}"
    );

    sync(&mut circle.laptops[0]);
    sync(&mut circle.laptops[1]);
    sync(&mut newcomer);
    assert_eq!(themes(&mut newcomer), ["door wie haar nog niet kent", "eerder"]);
    circle.laptops.push(newcomer);
    for at in 0..3 {
        sync(&mut circle.laptops[at]);
    }
    all_equal(&mut circle);
}

#[test]
fn what_came_by_mail_travels_on_through_the_folder() {
    let mut circle = Circle::of(3, 313);
    let folder = circle.root.path().join("map");
    fs::create_dir(&folder).unwrap();
    for at in [0, 1] {
        choose(&mut circle.laptops[at], &folder);
    }
    theme(&mut circle.laptops[2], "per mail");
    let file = circle.file();
    circle.laptops[2].export(&file);
    circle.laptops[0].import(&file).unwrap();
    assert!(sync(&mut circle.laptops[0])["wrote"].as_u64().unwrap() > 0);
    let second = sync(&mut circle.laptops[1]);
    assert_eq!(themes(&mut circle.laptops[1]), ["per mail"]);
    assert_eq!(
        second["wrote"], 0,
        "what lies there already is not written once more"
    );
    all_equal(&mut circle);
}

#[test]
fn a_right_that_changed_travels_without_any_other_change() {
    let (mut circle, _) = sharing(3, 314);
    let member = circle.laptops[1].member();
    circle.laptops[0].ask("set_right", json!({ "member": member, "right": "secretary" }));
    sync(&mut circle.laptops[0]);
    sync(&mut circle.laptops[1]);
    let shown = circle.laptops[1].ask("show_circle", json!({}));
    assert_eq!(shown["right"], "secretary");
    assert_eq!(
        sync(&mut circle.laptops[1])["wrote"],
        0,
        "who heard of it from the folder need not say it there"
    );
}

#[test]
fn the_place_of_the_folder_is_told_to_nobody_and_leaving_forgets_it() {
    let (mut circle, folder) = sharing(2, 315);
    theme(&mut circle.laptops[0], "blijft liggen");
    let answers = [sync(&mut circle.laptops[0]), shown(&mut circle.laptops[0])];
    for answer in &answers {
        let text = answer.to_string();
        assert!(
            !text.contains(circle.root.path().to_str().unwrap()),
            "no path in {text}"
        );
    }
    assert_eq!(answers[1]["name"], "Gedeelde map");
    let lying = files(&folder);
    assert_eq!(
        circle.laptops[0].ask("leave_shared_folder", json!({}))["done"],
        true
    );
    assert_eq!(
        circle.laptops[0].ask("leave_shared_folder", json!({}))["done"],
        false
    );
    assert_eq!(shown(&mut circle.laptops[0])["name"], Value::Null);
    assert_eq!(
        code(circle.laptops[0].call("sync_folder", json!({}))),
        "err-no-shared-folder"
    );
    assert_eq!(files(&folder), lying, "the files stay for the others");

    let folder_of_store = circle.laptops[0].folder.clone();
    for inside in [
        folder_of_store.join("backups"),
        circle.root.path().to_owned(),
        folder_of_store,
    ] {
        let mut host = TestHost {
            folder: Some(inside),
            ..TestHost::default()
        };
        let refused = circle.laptops[0].call_with(&mut host, "choose_shared_folder", json!({}));
        assert_eq!(
            code(refused),
            "err-shared-in-store",
            "a carrier would take the store along"
        );
    }
    choose(&mut circle.laptops[0], &folder);
    sync(&mut circle.laptops[1]);
    all_equal(&mut circle);
}

#[test]
fn a_copied_laptop_writes_in_a_folder_of_its_own() {
    let (mut circle, folder) = sharing(2, 316);
    theme(&mut circle.laptops[1], "voor de kopie");
    sync(&mut circle.laptops[1]);
    circle.laptops[1].shut();
    let copy = circle.laptops[1].copied(&circle.root.path().join("copied"), 3169);
    circle.laptops.push(copy);
    for (at, name) in [(1, "op het origineel"), (2, "op de kopie")] {
        circle.laptops[at].open().unwrap();
        theme(&mut circle.laptops[at], name);
        sync(&mut circle.laptops[at]);
    }
    for _ in 0..2 {
        for laptop in &mut circle.laptops {
            sync(laptop);
        }
    }
    let chains = fs::read_dir(folder.join("log")).unwrap().count();
    assert!(chains >= 3, "the copy began a chain of its own");
    assert_eq!(
        themes(&mut circle.laptops[0]),
        ["op de kopie", "op het origineel", "voor de kopie"]
    );
    all_equal(&mut circle);
}

#[test]
fn who_watches_the_folders_hears_what_to_read_again() {
    let mut house = House::new();
    let handle = house.found("Kring");
    assert_eq!(
        App::asks(&Request::new("choose_shared_folder", json!({})).of(&handle)),
        Some(Asked::SharedFolder),
        "the window asks before it takes the app"
    );
    assert!(house.app().shared_folders().is_empty());
    let folder = house.root().join("map");
    fs::create_dir(&folder).unwrap();
    house.host.folder = Some(folder.clone());
    house.ask_of(&handle, "choose_shared_folder", json!({}));
    assert_eq!(house.app().shared_folders(), std::slice::from_ref(&folder));
    let quiet = house.app().look_at_shared_folders();
    assert!(
        quiet.changed.is_empty() && quiet.failed.is_empty() && !quiet.more,
        "{quiet:?}"
    );
    fs::rename(&folder, house.root().join("weg")).unwrap();
    let gone = house.app().look_at_shared_folders();
    assert_eq!(gone.changed[0].kinds, ["shared_folder"], "{gone:?}");
    assert!(
        house.app().look_at_shared_folders().changed.is_empty(),
        "still gone is no news"
    );
    house.ask("lock", json!({}));
    assert!(
        house.app().shared_folders().is_empty(),
        "a circle that is locked reads nothing"
    );
}

#[test]
fn a_store_in_a_folder_that_is_carried_is_neither_made_nor_opened() {
    let root = kring_tests::memory_folder();
    let home = root.path().join("Dropbox");
    let new = kring_api::workspace::NewStore {
        folder: kring_api::Folder::new(home.join("kring")),
        passphrase: kring_tests::PASSPHRASE.to_owned(),
        kdf: kring_tests::CHEAP,
        name: kring_tests::name("Bas|de|Wit"),
        language: kring_api::domain::text::Language::Dutch,
        surroundings: Box::new(kring_tests::Seeded::new(
            317,
            kring_tests::Clock::at(kring_tests::MEETING_DAY_MS),
            None,
        )),
    };
    let Err(error) = kring_api::workspace::Workspace::ask_to_join(new) else {
        panic!("a store was made in Dropbox")
    };
    assert_eq!(error.code(), "err-store-carried");
    let told = error.tell(&kring_api::domain::text::Catalogue::new(
        kring_api::domain::text::Language::Dutch,
    ));
    assert!(
        told.happened.contains("Dropbox"),
        "it says by what: {}",
        told.happened
    );
    assert!(!home.exists(), "nothing was made there");

    let mut circle = Circle::of(1, 318);
    let laptop = &mut circle.laptops[0];
    laptop.shut();
    fs::write(circle.root.path().join(".stfolder"), b"").unwrap();
    let laptop = &mut circle.laptops[0];
    assert_eq!(
        laptop.open().unwrap_err().code(),
        "err-store-carried",
        "Syncthing carries it now"
    );
    fs::remove_file(circle.root.path().join(".stfolder")).unwrap();
    circle.laptops[0].open().unwrap();
}
