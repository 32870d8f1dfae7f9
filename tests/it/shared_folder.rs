//! The shared folder: laptops that meet through nothing but files which something else carries.

use std::fs;
use std::path::{Path, PathBuf};

use kring_api::app::{App, Asked, Request};
use kring_tests::house::House;
use kring_tests::{Circle, Laptop, TestHost, code};
use kring_trust::operation::Right;
use serde_json::{Value, json};

const MINUTE_MS: u64 = 60 * 1000;

/// A circle of laptops that share one folder.
fn sharing(count: usize, seed: u64) -> (Circle, PathBuf) {
    let mut circle = Circle::of(count, seed);
    let folder = circle.root.path().join("Gedeelde map");
    fs::create_dir(&folder).unwrap();
    for laptop in &mut circle.laptops {
        choose(laptop, &folder);
    }
    (circle, folder)
}

fn choose(laptop: &mut Laptop, folder: &Path) -> Value {
    let mut host = TestHost {
        folder: Some(folder.to_owned()),
        ..TestHost::default()
    };
    laptop
        .call_with(&mut host, "choose_shared_folder", json!({}))
        .unwrap()
}

fn sync(laptop: &mut Laptop) -> Value {
    laptop.ask("sync_folder", json!({}))
}

fn shown(laptop: &mut Laptop) -> Value {
    laptop.ask("show_shared_folder", json!({}))
}

fn theme(laptop: &mut Laptop, name: &str) {
    laptop.make("create_theme", json!({ "name": name }));
}

fn themes(laptop: &mut Laptop) -> Vec<String> {
    let themes = laptop.ask("list_themes", json!({}));
    let name = |theme: &Value| theme["name"].as_str().unwrap().to_owned();
    themes.as_array().unwrap().iter().map(name).collect()
}

/// Every package file in the folder, in order of name.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for chain in fs::read_dir(folder.join("log")).unwrap() {
        found.extend(
            fs::read_dir(chain.unwrap().path())
                .unwrap()
                .map(|entry| entry.unwrap().path()),
        );
    }
    found.sort();
    found
}

/// The only file that came since these were there.
fn new_file(folder: &Path, before: &[PathBuf]) -> PathBuf {
    let new: Vec<PathBuf> = files(folder)
        .into_iter()
        .filter(|file| !before.contains(file))
        .collect();
    let [file] = new.as_slice() else {
        panic!("one new file, not {new:?}")
    };
    file.clone()
}

fn all_equal(circle: &mut Circle) {
    let states = circle.states();
    for laptop in &mut circle.laptops {
        assert_eq!(laptop.check().unwrap(), states[0], "all are equal and in order");
    }
}

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
fn a_file_that_is_still_arriving_is_waited_for_without_a_word() {
    let (mut circle, folder) = sharing(2, 302);
    let before = files(&folder);
    theme(&mut circle.laptops[0], "langzaam");
    sync(&mut circle.laptops[0]);
    let file = new_file(&folder, &before);
    let whole = fs::read(&file).unwrap();

    let journal = |laptop: &mut Laptop| {
        laptop.ask("show_journal", json!({}))["lines"]
            .as_array()
            .unwrap()
            .len()
    };
    let lines = journal(&mut circle.laptops[1]);
    for length in [0, 10, whole.len() / 2, whole.len() - 1] {
        fs::write(&file, &whole[..length]).unwrap();
        circle.clock.advance(MINUTE_MS);
        let synced = sync(&mut circle.laptops[1]);
        assert_eq!(synced["took"], json!([]), "{length} bytes are no package");
        assert_eq!(
            (&synced["folder"]["condition"], &synced["folder"]["refused"]),
            (&json!("fine"), &json!([])),
            "a file that is growing is no news"
        );
    }
    assert_eq!(shown(&mut circle.laptops[1])["waiting"], 1);
    assert_eq!(
        journal(&mut circle.laptops[1]),
        lines,
        "no refusal was written down"
    );

    fs::write(&file, &whole).unwrap();
    sync(&mut circle.laptops[1]);
    assert_eq!(themes(&mut circle.laptops[1]), ["langzaam"]);
    assert_eq!(shown(&mut circle.laptops[1])["waiting"], 0);
    all_equal(&mut circle);
}

#[test]
fn a_file_that_stays_incomplete_is_told_after_a_while_and_taken_when_it_is_mended() {
    let (mut circle, folder) = sharing(2, 303);
    let before = files(&folder);
    theme(&mut circle.laptops[0], "afgebroken");
    sync(&mut circle.laptops[0]);
    let file = new_file(&folder, &before);
    let whole = fs::read(&file).unwrap();
    fs::write(&file, &whole[..whole.len() - 7]).unwrap();

    let mut told_after = None;
    for minute in 1..=40 {
        circle.clock.advance(MINUTE_MS);
        let synced = sync(&mut circle.laptops[1]);
        if told_after.is_none() && synced["folder"]["refused"] != json!([]) {
            told_after = Some(minute);
            let refused = &synced["folder"]["refused"][0];
            assert_eq!(refused["told"]["code"], "err-package-damaged");
            assert_eq!(
                synced["changed"],
                json!(["shared_folder"]),
                "the screen hears of it"
            );
        }
    }
    let told_after = told_after.expect("what stays wrong is told in the end");
    assert!((15..=35).contains(&told_after), "after {told_after} minutes");

    fs::write(&file, &whole).unwrap();
    sync(&mut circle.laptops[1]);
    assert_eq!(shown(&mut circle.laptops[1])["refused"], json!([]));
    assert_eq!(themes(&mut circle.laptops[1]), ["afgebroken"]);
}

#[test]
fn copies_that_carriers_make_are_the_same_package() {
    let (mut circle, folder) = sharing(2, 304);
    let before = files(&folder);
    theme(&mut circle.laptops[0], "eenmaal");
    sync(&mut circle.laptops[0]);
    let file = new_file(&folder, &before);
    let stem = file.file_stem().unwrap().to_str().unwrap().to_owned();
    for copy in [
        format!("{stem} (1).kring"),
        format!("{stem} (Bas's conflicted copy 2026-03-12).kring"),
        format!("{stem}-DESKTOP-7Q2XK.kring"),
        format!("{stem}.sync-conflict-20260312-133000-ABCDEFG.kring"),
        "kopie van iets.kring".to_owned(),
    ] {
        fs::copy(&file, file.with_file_name(copy)).unwrap();
    }
    for (name, bytes) in [
        ("desktop.ini", "x"),
        (".DS_Store", "x"),
        ("~$vergrendeld.kring", "x"),
        ("leeg.kring", ""),
    ] {
        fs::write(file.with_file_name(name), bytes).unwrap();
    }
    for laptop in &mut circle.laptops {
        let synced = sync(laptop);
        assert!(
            synced["took"].as_array().unwrap().len() <= 1,
            "taken over once at most: {synced}"
        );
        assert_eq!(synced["folder"]["refused"], json!([]));
        assert_eq!(synced["folder"]["waiting"], 0, "none of them is a trouble");
        assert_eq!(synced["wrote"], 0, "and none is taken for a change");
    }
    assert_eq!(themes(&mut circle.laptops[1]), ["eenmaal"]);

    // A carrier that renamed the only one there was.
    theme(&mut circle.laptops[0], "hernoemd");
    let before = files(&folder);
    sync(&mut circle.laptops[0]);
    let file = new_file(&folder, &before);
    let stem = file.file_stem().unwrap().to_str().unwrap().to_owned();
    fs::rename(&file, file.with_file_name(format!("{stem} (2).kring"))).unwrap();
    sync(&mut circle.laptops[1]);
    assert_eq!(
        themes(&mut circle.laptops[1]),
        ["eenmaal", "hernoemd"],
        "what is in it counts, not its name"
    );
}

#[test]
fn what_a_carrier_deleted_is_written_again_by_whoever_wrote_it() {
    let (mut circle, folder) = sharing(3, 305);
    theme(&mut circle.laptops[0], "bewaard");
    sync(&mut circle.laptops[0]);
    sync(&mut circle.laptops[1]);
    let mine = folder.join("log").join(own_chain(&mut circle.laptops[0]));
    for file in fs::read_dir(&mine).unwrap() {
        fs::remove_file(file.unwrap().path()).unwrap();
    }
    let other = sync(&mut circle.laptops[1]);
    assert_eq!(
        other["wrote"], 0,
        "the files of another are not this laptop's to mend"
    );
    assert!(sync(&mut circle.laptops[0])["wrote"].as_u64().unwrap() > 0);
    sync(&mut circle.laptops[2]);
    assert_eq!(themes(&mut circle.laptops[2]), ["bewaard"]);
    all_equal(&mut circle);
}

fn own_chain(laptop: &mut Laptop) -> String {
    let device = laptop.workspace().device().to_string();
    let heads = laptop.workspace().heads().unwrap();
    let own = heads
        .iter()
        .map(|head| head.log.to_string())
        .find(|log| log.starts_with(&device[..16]));
    own.unwrap()
}

#[test]
fn a_folder_that_is_gone_is_no_alarm_and_nothing_is_written_in_its_place() {
    let (mut circle, folder) = sharing(2, 306);
    let away = folder.with_file_name("uitgestoken");
    fs::rename(&folder, &away).unwrap();
    theme(&mut circle.laptops[0], "zonder stick");
    let gone = sync(&mut circle.laptops[0]);
    assert_eq!(
        (&gone["folder"]["condition"], &gone["wrote"]),
        (&json!("gone"), &json!(0))
    );
    for field in ["sentence", "todo"] {
        let said = gone["folder"][field].as_str().unwrap();
        assert!(said.ends_with('.'), "{field} says what is the matter: {said}");
    }
    fs::create_dir(&folder).unwrap();
    assert_eq!(
        sync(&mut circle.laptops[0])["folder"]["condition"],
        "gone",
        "the empty folder that a stick was mounted on is not the stick"
    );
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 0);

    fs::remove_dir(&folder).unwrap();
    fs::rename(&away, &folder).unwrap();
    assert_eq!(
        sync(&mut circle.laptops[0])["folder"]["condition"],
        "fine",
        "back, and it goes on by itself"
    );
    sync(&mut circle.laptops[1]);
    assert_eq!(themes(&mut circle.laptops[1]), ["zonder stick"]);
}

#[test]
fn where_nothing_may_be_written_reading_goes_on() {
    let (mut circle, folder) = sharing(2, 307);
    theme(&mut circle.laptops[0], "van een ander");
    sync(&mut circle.laptops[0]);
    theme(&mut circle.laptops[1], "blijft thuis");
    // A file where the own folder should be: no right and no administrator can write there.
    let own = folder.join("log").join(own_chain(&mut circle.laptops[1]));
    if own.exists() {
        fs::remove_dir_all(&own).unwrap();
    }
    fs::write(&own, b"niet van ons").unwrap();
    let synced = sync(&mut circle.laptops[1]);
    assert_eq!(
        (&synced["folder"]["condition"], &synced["wrote"]),
        (&json!("read_only"), &json!(0))
    );
    assert_eq!(themes(&mut circle.laptops[1]), ["blijft thuis", "van een ander"]);
    assert_eq!(
        fs::read(&own).unwrap(),
        b"niet van ons",
        "what lies there is left alone"
    );

    fs::remove_file(&own).unwrap();
    assert_eq!(sync(&mut circle.laptops[1])["folder"]["condition"], "fine");
    sync(&mut circle.laptops[0]);
    all_equal(&mut circle);
}

#[test]
fn files_of_another_circle_in_the_same_folder_harm_nobody() {
    let (mut circle, folder) = sharing(2, 308);
    let (mut others, _) = sharing(2, 309);
    for laptop in &mut others.laptops {
        choose(laptop, &folder);
    }
    theme(&mut others.laptops[0], "van een andere kring");
    theme(&mut circle.laptops[0], "van deze kring");
    sync(&mut others.laptops[0]);
    sync(&mut circle.laptops[0]);
    let before = circle.laptops[1].state();
    let synced = sync(&mut circle.laptops[1]);
    assert_ne!(circle.laptops[1].state(), before);
    assert_eq!(
        (&synced["folder"]["refused"], &synced["folder"]["waiting"]),
        (&json!([]), &json!(0)),
        "what is for others is passed over"
    );
    assert_eq!(themes(&mut circle.laptops[1]), ["van deze kring"]);
    sync(&mut others.laptops[1]);
    assert_eq!(themes(&mut others.laptops[1]), ["van een andere kring"]);
    all_equal(&mut circle);
    all_equal(&mut others);
}

#[test]
fn a_forged_file_is_refused_and_leaves_nothing_behind() {
    let (mut circle, folder) = sharing(2, 310);
    let before = files(&folder);
    theme(&mut circle.laptops[0], "echt");
    sync(&mut circle.laptops[0]);
    let file = new_file(&folder, &before);
    let mut bytes = fs::read(&file).unwrap();
    let last = bytes.len() - 1;
    bytes[last] ^= 1;
    // Its name fits what is in it now: whoever wrote it, it is whole.
    let hash = kring_trust::hash::sha256(&[&bytes]).to_string();
    fs::remove_file(&file).unwrap();
    fs::write(file.with_file_name(format!("1-1-{}.kring", &hash[..16])), &bytes).unwrap();

    let reader = &mut circle.laptops[1];
    let state = reader.state();
    let synced = sync(reader);
    assert_eq!(
        synced["folder"]["refused"][0]["told"]["code"], "err-package-damaged",
        "{synced}"
    );
    assert_eq!((reader.state(), themes(reader)), (state, vec![]));
    reader.check().unwrap();
    let again = sync(reader);
    assert_eq!(again["changed"], json!([]), "told once, not at every look");
}

#[test]
fn a_look_reads_only_what_is_new() {
    let (mut circle, folder) = sharing(2, 311);
    for at in 0..6 {
        theme(&mut circle.laptops[0], &format!("thema {at}"));
        sync(&mut circle.laptops[0]);
    }
    sync(&mut circle.laptops[1]);
    let known = files(&folder);
    theme(&mut circle.laptops[0], "het laatste");
    sync(&mut circle.laptops[0]);
    let mut host = TestHost::default();
    circle.laptops[1]
        .call_with(&mut host, "sync_folder", json!({}))
        .unwrap();
    let step = host.last_step.unwrap();
    assert!(known.len() >= 6);
    assert!(
        step.total <= 1 || step.step != "progress-shared",
        "one file is read, however many lie there: {step:?}"
    );
    assert_eq!(themes(&mut circle.laptops[1]).len(), 7);
    let mut host = TestHost::default();
    circle.laptops[1]
        .call_with(&mut host, "sync_folder", json!({}))
        .unwrap();
    assert_eq!(host.steps, 0, "and none when nothing came");
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
