//! Backups: made by themselves, read back, gone back to with a word before, and what a damaged store offers.

use std::fs;
use std::path::{Path, PathBuf};

use kring_api::Folder;
use kring_api::app::Request;
use kring_api::domain::text::Language;
use kring_api::workspace::Workspace;
use kring_tests::house::House;
use kring_tests::{Circle, Laptop, PASSPHRASE, Seeded, by_id, code};
use kring_trust::wrap::StoreKey;
use serde_json::{Value, json};

const DAY_MS: u64 = 24 * 60 * 60 * 1000;

fn backups(laptop: &mut Laptop) -> Vec<String> {
    let list = laptop.ask("list_backups", json!({}));
    let id = |backup: &Value| backup["id"].as_str().unwrap().to_owned();
    list.as_array().unwrap().iter().map(id).collect()
}

fn by(backup: &str) -> Value {
    json!({ "backup": backup })
}

/// Puts a backup back on a shut laptop and opens it.
fn go_back(laptop: &mut Laptop, backup: &str) -> kring_api::error::Result<()> {
    laptop.shut();
    let surroundings = Seeded::new(4_242, laptop.clock.clone(), Some(laptop.state_folder.clone()));
    let restored = Workspace::restore(
        Folder::new(&laptop.folder),
        &StoreKey(laptop.key),
        backup,
        Language::Dutch,
        Box::new(surroundings),
    );
    drop(restored?);
    laptop.open()
}

fn themes(laptop: &mut Laptop) -> Vec<String> {
    let themes = laptop.ask("list_themes", json!({}));
    let name = |theme: &Value| theme["name"].as_str().unwrap().to_owned();
    themes.as_array().unwrap().iter().map(name).collect()
}

fn lines(preview: &Value) -> Vec<&str> {
    let differences = preview["differences"].as_array().unwrap().iter();
    differences
        .map(|difference| difference["line"].as_str().unwrap())
        .collect()
}

/// Changes a byte in the middle of a file.
fn damage(path: &Path) {
    let mut bytes = fs::read(path).unwrap();
    let at = bytes.len() / 2;
    bytes[at] ^= 0xff;
    fs::write(path, bytes).unwrap();
}

#[test]
fn a_backup_is_listed_with_its_size_and_reads_back() {
    let mut circle = Circle::of(1, 330);
    let laptop = &mut circle.laptops[0];
    laptop.make("create_theme", json!({ "name": "rust" }));
    assert_eq!(laptop.ask("back_up", json!({}))["done"], true);
    let list = laptop.ask("list_backups", json!({}));
    let id = list[0]["id"].as_str().unwrap().to_owned();
    let file = laptop.folder.join(format!("backups/store-{id}.db"));
    assert_eq!(list[0]["bytes"], fs::metadata(&file).unwrap().len());
    assert_eq!(
        (&list[0]["date"], &list[0]["before_restore"]),
        (&json!("2026-03-12"), &json!(false))
    );
    let before = fs::read(&file).unwrap();
    assert_eq!(
        laptop.ask("check_backup", by(&id))["records"],
        3,
        "circle, member and theme"
    );
    assert_eq!(fs::read(&file).unwrap(), before, "reading back changes nothing");

    damage(&file);
    assert_eq!(code(laptop.call("check_backup", by(&id))), "err-store-damaged");
    assert_eq!(code(laptop.call("preview_restore", by(&id))), "err-store-damaged");
    assert_eq!(
        code(laptop.call("check_backup", by("../../etc/passwd"))),
        "err-no-backup"
    );
}

#[test]
fn going_back_says_before_what_will_differ_and_does_exactly_that() {
    let mut circle = Circle::of(1, 331);
    let laptop = &mut circle.laptops[0];
    let changed = laptop.make("create_theme", json!({ "name": "wordt anders" }));
    let trashed = laptop.make("create_theme", json!({ "name": "wordt weggegooid" }));
    laptop.make("create_theme", json!({ "name": "blijft" }));
    laptop.ask("back_up", json!({}));
    let state = laptop.state();
    let id = backups(laptop)[0].clone();
    let nothing = laptop.ask("preview_restore", by(&id));
    assert_eq!(nothing["differences"], json!([]));

    laptop.clock.advance(DAY_MS);
    laptop.make(
        "change_theme",
        json!({ "id": changed, "fields": { "name": "is anders" } }),
    );
    laptop.make("trash_record", json!({ "id": trashed }));
    laptop.make("create_theme", json!({ "name": "kwam erbij" }));
    laptop.make(
        "write_note",
        json!({ "title": "alleen van mij", "body": "Alleen hier.", "private": true }),
    );
    let dump = laptop.dump();
    let preview = laptop.ask("preview_restore", by(&id));
    assert_eq!(laptop.dump(), dump, "looking changes nothing");
    let lines = lines(&preview);
    assert_eq!(lines.len(), 4, "{lines:?}");
    for (name, turn) in [
        ("alleen van mij", "gone"),
        ("kwam erbij", "gone"),
        ("wordt weggegooid", "back"),
        ("is anders", "earlier"),
    ] {
        let differs = |difference: &&Value| difference["line"].as_str().unwrap().contains(name);
        let found = preview["differences"].as_array().unwrap().iter().find(differs);
        assert_eq!(
            found.map(|difference| &difference["turn"]),
            Some(&json!(turn)),
            "{name}"
        );
    }
    let sentences: Vec<&str> = preview["sentences"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one.as_str().unwrap())
        .collect();
    assert!(
        sentences
            .iter()
            .any(|one| one.contains("donderdag 12 maart 2026")),
        "{sentences:?}"
    );
    assert!(
        sentences.iter().any(|one| one.contains("1 aantekening, 1 thema")),
        "how much of what, as a member says it: {sentences:?}"
    );
    assert!(
        sentences.iter().any(|one| one.contains("privé")),
        "what no package brings back is named: {sentences:?}"
    );

    go_back(laptop, &id).unwrap();
    assert_eq!(laptop.state(), state, "exactly as it was that day");
    assert_eq!(themes(laptop), ["blijft", "wordt anders", "wordt weggegooid"]);
    laptop.check().unwrap();
    let kept = backups(laptop);
    assert!(
        kept[0].contains("before"),
        "what was there is a backup now: {kept:?}"
    );
    go_back(laptop, &kept[0]).unwrap();
    assert_eq!(themes(laptop), ["blijft", "is anders", "kwam erbij"]);
    assert_eq!(
        laptop.ask("list_notes", json!({})).as_array().unwrap().len(),
        1,
        "private notes too"
    );
    laptop.check().unwrap();
}

#[test]
fn what_going_back_changes_is_told_by_what_members_know() {
    let mut circle = Circle::of(2, 336);
    let laptop = &mut circle.laptops[0];
    laptop.ask("back_up", json!({}));
    let id = backups(laptop)[0].clone();
    let theme = laptop.make("create_theme", json!({ "name": "continuïteit" }));
    laptop.ask("add_statement", json!({ "theme": theme, "text": "Rust helpt." }));
    let note = laptop.make("write_note", json!({ "title": "weg", "body": "Weg." }));
    laptop.ask("erase_record", by_id(&note));
    let preview = laptop.ask("preview_restore", by(&id));
    assert_eq!(
        lines(&preview),
        ["stelling ‘Rust helpt.’ gaat weg", "thema ‘continuïteit’ gaat weg"],
        "no receipt of an erasure, and a statement by its words, once"
    );
}

#[test]
fn nothing_is_rolled_back_for_others_and_what_they_have_comes_back() {
    let mut circle = Circle::of(2, 332);
    let clock = circle.clock.clone();
    circle.laptops[1].make("create_theme", json!({ "name": "voor de back-up" }));
    // The backup of the first day was made before the laptop joined.
    clock.advance(DAY_MS);
    assert_eq!(circle.laptops[1].ask("back_up", json!({}))["done"], true);
    let id = backups(&mut circle.laptops[1])[0].clone();
    clock.advance(DAY_MS);
    circle.laptops[1].make("create_theme", json!({ "name": "na de back-up" }));
    circle.exchange_all();

    let log = |laptop: &mut Laptop| {
        let device = laptop.workspace().device().to_string();
        let heads = laptop.workspace().heads().unwrap();
        heads
            .iter()
            .map(|head| head.log.to_string())
            .filter(|log| log.starts_with(&device[..16]))
            .count()
    };
    go_back(&mut circle.laptops[1], &id).unwrap();
    assert_eq!(themes(&mut circle.laptops[1]), ["voor de back-up"]);
    circle.laptops[1].make("create_theme", json!({ "name": "na het terugzetten" }));
    assert_eq!(log(&mut circle.laptops[1]), 2, "a chain of its own from now on");
    circle.exchange_all();
    let expected = ["na de back-up", "na het terugzetten", "voor de back-up"];
    let states = circle.states();
    for laptop in &mut circle.laptops {
        assert_eq!(themes(laptop), expected, "nothing is lost and nothing forks");
        assert_eq!(laptop.check().unwrap(), states[0]);
    }
}

#[test]
fn a_chain_is_never_continued_twice_even_where_no_marker_is_kept() {
    let mut circle = Circle::of(2, 333);
    circle.clock.advance(DAY_MS);
    let laptop = &mut circle.laptops[1];
    assert_eq!(laptop.ask("back_up", json!({}))["done"], true);
    let id = backups(laptop)[0].clone();
    laptop.make("create_theme", json!({ "name": "voor" }));
    let file = circle.root.path().join("voor.kring");
    circle.laptops[1].export(&file);
    circle.laptops[0].import(&file).unwrap();
    fs::remove_dir_all(&circle.laptops[1].state_folder).unwrap();
    go_back(&mut circle.laptops[1], &id).unwrap();
    circle.laptops[1].make("create_theme", json!({ "name": "na" }));
    circle.exchange_all();
    for laptop in &mut circle.laptops {
        assert_eq!(themes(laptop), ["na", "voor"]);
        laptop.check().unwrap();
    }
}

/// A house with a circle that has a theme, a backup of it, and a theme since.
fn backed_up() -> (House, String, PathBuf) {
    let mut house = House::new();
    let handle = house.found("Kring");
    house.ask_of(&handle, "create_theme", json!({ "name": "voor" }));
    house.ask_of(&handle, "back_up", json!({}));
    house.ask_of(&handle, "create_theme", json!({ "name": "na" }));
    let folder = house.home().join("circles").join(&handle);
    (house, handle, folder)
}

fn themes_of(house: &mut House, handle: &str) -> usize {
    house
        .ask_of(handle, "list_themes", json!({}))
        .as_array()
        .unwrap()
        .len()
}

fn restoring(name: &str, passphrase: &str) -> Request {
    let mut request = Request::new(name, json!({}));
    request.secrets.passphrase = Some(passphrase.to_owned());
    request
}

#[test]
fn an_open_circle_goes_back_and_stays_open() {
    let (mut house, handle, folder) = backed_up();
    let id = house.ask_of(&handle, "list_backups", json!({}))[0]["id"].clone();
    let restore = |id: &Value| Request::new("restore_backup", json!({ "backup": id })).of(&handle);
    let view = house.call(restore(&id)).unwrap().value;
    assert_eq!(
        (&view["phase"], &view["circles"][0]["handle"]),
        (&json!("open"), &json!(handle))
    );
    assert_eq!(themes_of(&mut house, &handle), 1);
    let kept = house.ask_of(&handle, "list_backups", json!({}))[0]["id"].clone();

    damage(&folder.join(format!("backups/store-{}.db", kept.as_str().unwrap())));
    assert_eq!(house.code(restore(&kept)), "err-store-damaged");
    assert_eq!(
        themes_of(&mut house, &handle),
        1,
        "refused: the circle is open as it was"
    );
    assert_eq!(house.code(restore(&json!("2001-01-01"))), "err-no-backup");
}

#[test]
fn a_damaged_store_offers_the_last_good_backup_at_the_lock() {
    for how in ["first page", "inside", "cut off", "empty", "gone"] {
        let (mut house, handle, folder) = backed_up();
        house.shut();
        let path = folder.join("store.db");
        let bytes = fs::read(&path).unwrap();
        match how {
            "first page" => fs::write(&path, [&[0xff; 600][..], &bytes[600..]].concat()).unwrap(),
            "inside" => {
                // Every page but the first: wherever opening reads, it meets damage.
                let inside: Vec<u8> = bytes[4096..].iter().map(|byte| byte ^ 0xff).collect();
                fs::write(&path, [&bytes[..4096], &inside].concat()).unwrap();
            }
            "cut off" => fs::write(&path, &bytes[..4096]).unwrap(),
            "empty" => fs::write(&path, b"").unwrap(),
            _ => fs::remove_file(&path).unwrap(),
        }
        house.start();
        let refused = house.call(restoring("unlock", PASSPHRASE)).unwrap_err();
        assert_eq!(refused.code(), "err-store-broken", "{how}");
        let told = refused.tell(house.app().words());
        assert!(
            told.todo.contains("12 maart 2026"),
            "{how}: it names the day: {}",
            told.todo
        );
        assert_eq!(
            house.code(restoring("restore_damaged", "niet de goede zin")),
            "err-wrong-secret"
        );
        house.call(restoring("restore_damaged", PASSPHRASE)).unwrap();
        assert_eq!(
            themes_of(&mut house, &handle),
            1,
            "{how}: as on the day of the backup"
        );
        house.ask_of(&handle, "create_theme", json!({ "name": "verder" }));
        house.ask_of(&handle, "check_store", json!({}));
    }
}

#[test]
fn without_a_good_backup_the_lock_says_so_and_a_sound_store_is_left_alone() {
    let (mut house, handle, folder) = backed_up();
    house.shut();
    house.start();
    assert_eq!(
        house.unlock_code("niet de goede zin"),
        "err-wrong-secret",
        "no word of damage before the key is right"
    );
    house.call(restoring("restore_damaged", PASSPHRASE)).unwrap();
    assert_eq!(
        themes_of(&mut house, &handle),
        2,
        "a store that opens is opened, not replaced"
    );
    house.shut();
    damage(&folder.join("backups/store-2026-03-12.db"));
    fs::write(folder.join("store.db"), [0xff; 8192]).unwrap();
    house.start();
    assert_eq!(house.unlock_code(PASSPHRASE), "err-store-broken-alone");
    assert_eq!(
        house.code(restoring("restore_damaged", PASSPHRASE)),
        "err-nothing-to-restore"
    );
    assert_eq!(
        fs::read(folder.join("store.db")).unwrap(),
        [0xff; 8192],
        "nothing was touched"
    );
}

#[test]
fn the_backup_of_a_day_is_made_beside_the_app() {
    let mut house = House::new();
    let handle = house.found("Kring");
    house.ask_of(&handle, "create_theme", json!({ "name": "vandaag" }));
    let mut due = house.app().backups_due();
    assert_eq!(due.len(), 1);
    // Somebody works on while it is made.
    house.ask_of(&handle, "create_theme", json!({ "name": "intussen" }));
    assert!(due.remove(0).make().unwrap());
    assert!(house.app().backups_due().is_empty(), "one a day");
    let id = house.ask_of(&handle, "list_backups", json!({}))[0]["id"].clone();
    assert_eq!(
        house.ask_of(&handle, "check_backup", json!({ "backup": id }))["records"],
        4
    );
    house.clock.advance(DAY_MS);
    let mut next = house.app().backups_due();
    assert_eq!(next.len(), 1);
    house.ask_of(&handle, "back_up", json!({}));
    assert!(!next.remove(0).make().unwrap(), "made by hand in the meantime");
    house.ask("lock", json!({}));
    assert!(
        house.app().backups_due().is_empty(),
        "what is locked is left alone"
    );
}
