//! The app around its circles: first start, locking, passphrases, settings, files and addresses.

use std::fs;
use std::path::{Path, PathBuf};

use kring_api::app::{App, Asked, Request};
use kring_api::host::FilePurpose;
use kring_tests::PASSPHRASE;
use kring_tests::house::House;
use serde_json::{Value, json};

const NEW: &str = "een heel andere zin";

fn name() -> Value {
    json!({ "given": "Annelies", "particle": "van der", "family": "Meulen" })
}

#[test]
fn a_first_start_leads_to_a_circle_that_locks_and_opens_again() {
    let mut house = House::new();
    assert_eq!(house.ask("show_app", json!({}))["phase"], "first");
    let handle = house.found("Kenniskring gezinshuizen");
    assert_eq!(handle.len(), 16, "a handle says nothing about the circle");
    let view = house.ask("show_app", json!({}));
    let entry = &view["circles"][0];
    assert_eq!(
        (
            &view["phase"],
            &entry["name"],
            &entry["memberName"],
            &entry["right"]
        ),
        (
            &json!("open"),
            &json!("Kenniskring gezinshuizen"),
            &json!("Annelies van der Meulen"),
            &json!("coordinator")
        )
    );
    house.ask_of(&handle, "create_theme", json!({ "name": "continuïteit" }));
    let locked = house.ask("lock", json!({}));
    assert_eq!(
        (&locked["phase"], &locked["stillLocked"], &locked["circles"]),
        (&json!("locked"), &json!(1), &json!([])),
        "no name of a circle is known while it is locked"
    );
    assert_eq!(
        house.code_of(&handle, "list_themes", json!({})),
        "err-circle-closed"
    );
    assert_eq!(house.unlock_code("verkeerde zin"), "err-wrong-secret");
    house.unlock(PASSPHRASE);
    assert_eq!(
        house.ask_of(&handle, "list_themes", json!({}))[0]["name"],
        "continuïteit"
    );
}

#[test]
fn a_change_names_its_circle_and_kinds() {
    let mut house = House::new();
    let handle = house.found("Kring");
    let answer = house
        .call(Request::new("create_theme", json!({ "name": "rust" })).of(&handle))
        .unwrap();
    let changed = answer.changed.unwrap();
    assert_eq!(
        (changed.circle, changed.kinds),
        (handle.clone(), vec!["theme".to_owned()])
    );
    let read = house
        .call(Request::new("list_themes", json!({})).of(&handle))
        .unwrap();
    assert_eq!(read.changed, None, "reading changes nothing");
}

#[test]
fn two_circles_have_one_passphrase() {
    let mut house = House::new();
    let first = house.found("Eerste kring");
    let mut other = Request::new("found_circle", json!({ "name": name(), "circle": "Tweede" }));
    other.secrets.new_passphrase = Some(NEW.to_owned());
    assert_eq!(house.code(other), "err-other-passphrase");
    assert_eq!(house.stores(), 1, "what was refused left no folder behind");
    let second = house.found("Tweede kring");
    house.ask("lock", json!({}));
    let mut while_locked = Request::new("found_circle", json!({ "name": name(), "circle": "Derde" }));
    while_locked.secrets.new_passphrase = Some(PASSPHRASE.to_owned());
    assert_eq!(house.code(while_locked), "err-circle-closed");
    let view = house.unlock(PASSPHRASE);
    let handles: Vec<&Value> = view["circles"]
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| &entry["handle"])
        .collect();
    assert_eq!(handles, [&json!(first), &json!(second)], "in order of name");
    for handle in [&first, &second] {
        house.ask_of(handle, "create_theme", json!({ "name": "overal" }));
    }
    let found = house.ask("search_all", json!({ "query": "overal" }));
    let circles: Vec<&Value> = found
        .as_array()
        .unwrap()
        .iter()
        .map(|hit| &hit["circleName"])
        .collect();
    assert_eq!(circles.len(), 2, "{found}");
}

#[test]
fn a_founding_that_fails_leaves_no_folder() {
    let mut house = House::new();
    let mut weak = Request::new("found_circle", json!({ "name": name(), "circle": "Kring" }));
    weak.secrets.new_passphrase = Some("kort".to_owned());
    assert_eq!(house.code(weak), "err-passphrase-weak");
    let mut nameless = Request::new(
        "found_circle",
        json!({ "name": { "given": "Annelies", "family": "Meulen" }, "circle": " " }),
    );
    nameless.secrets.new_passphrase = Some(PASSPHRASE.to_owned());
    assert_eq!(
        house.code(nameless),
        "err-invalid",
        "refused after the store was made"
    );
    assert_eq!(house.stores(), 0);
    assert_eq!(house.ask("show_app", json!({}))["phase"], "first");
}

#[test]
fn a_founding_that_was_cut_off_is_cleared_at_the_next_start() {
    let mut house = House::new();
    let kept = house.found("Kring");
    let circles = house.home().join("circles");
    house.shut();
    let left = circles.join("00ff00ff00ff00ff");
    fs::create_dir_all(&left).unwrap();
    fs::write(left.join("keys"), b"half").unwrap();
    fs::write(left.with_extension("unfinished"), b"").unwrap();
    house.start();
    assert!(!left.exists(), "nobody has seen its keys");
    assert!(circles.join(kept).exists());
    assert_eq!(house.ask("show_app", json!({}))["stillLocked"], 1);
}

#[test]
fn the_printed_key_opens_a_circle_and_gives_it_a_new_passphrase() {
    let mut house = House::new();
    let handle = house.found("Kring");
    let printed = house.printed["recoveryKey"].as_str().unwrap().to_owned();
    house.ask("lock", json!({}));
    let mut request = Request::new("unlock_with_recovery_key", json!({}));
    request.secrets.recovery_key = Some(printed.to_lowercase());
    request.secrets.new_passphrase = Some(NEW.to_owned());
    let view = house.call(request).unwrap().value;
    assert_eq!(view["circles"][0]["handle"], handle);
    house.ask("lock", json!({}));
    assert_eq!(house.unlock_code(PASSPHRASE), "err-wrong-secret");
    house.unlock(NEW);
}

#[test]
fn a_new_passphrase_counts_for_every_circle_or_for_none() {
    let mut house = House::new();
    house.found("Eerste kring");
    house.found("Tweede kring");
    let change = |old: &str, new: &str| {
        let mut request = Request::new("change_app_passphrase", json!({}));
        request.secrets.passphrase = Some(old.to_owned());
        request.secrets.new_passphrase = Some(new.to_owned());
        request
    };
    assert_eq!(house.code(change("verkeerde zin", NEW)), "err-wrong-secret");
    assert_eq!(house.code(change(PASSPHRASE, "kort")), "err-passphrase-weak");
    house.ask("lock", json!({}));
    assert_eq!(
        house.unlock(PASSPHRASE)["stillLocked"],
        0,
        "a refusal changed no circle"
    );
    house.call(change(PASSPHRASE, NEW)).unwrap();
    house.ask("lock", json!({}));
    assert_eq!(house.unlock_code(PASSPHRASE), "err-wrong-secret");
    let view = house.unlock(NEW);
    assert_eq!(view["stillLocked"], 0, "both were changed");
    for circle in view["circles"].as_array().unwrap() {
        let journal = house.ask_of(circle["handle"].as_str().unwrap(), "show_journal", json!({}));
        let lines = journal["lines"].as_array().unwrap().iter();
        assert_eq!(
            lines.filter(|line| line["event"] == "passphrase").count(),
            1,
            "{journal}"
        );
    }
}

#[test]
fn a_newcomer_waits_with_a_card_that_can_be_sent() {
    let mut house = House::new();
    let mut ask = Request::new("ask_to_join", json!({ "name": name() }));
    ask.secrets.new_passphrase = Some(PASSPHRASE.to_owned());
    let handle = house.call(ask).unwrap().value["handle"]
        .as_str()
        .unwrap()
        .to_owned();
    let entry = house.ask("show_app", json!({}))["circles"][0].clone();
    assert_eq!(
        (&entry["waiting"], &entry["memberName"], &entry["member"]),
        (&json!(true), &json!("Annelies van der Meulen"), &Value::Null)
    );
    let written = house.ask_of(&handle, "write_card", json!({}));
    assert_eq!(written["name"], "Kaart van Annelies van der Meulen.kringkaart");
    assert_eq!(
        house.host.revealed,
        [house
            .documents()
            .join("Kaart van Annelies van der Meulen.kringkaart")]
    );
    let again = house.ask_of(&handle, "write_card", json!({}));
    assert_eq!(
        again["name"], "Kaart van Annelies van der Meulen (2).kringkaart",
        "nothing is overwritten"
    );
}

#[test]
fn keys_wait_behind_the_lock_until_they_are_on_paper() {
    let mut house = House::new();
    let handle = house.found("Kring");
    let shown = house.ask("show_printed_keys", json!({}));
    assert_eq!(shown["keys"]["handle"], handle);
    house.crash();
    house.start();
    assert_eq!(
        house.ask("show_printed_keys", json!({}))["keys"],
        Value::Null,
        "a locked app holds no key"
    );
    house.unlock(PASSPHRASE);
    assert_eq!(
        house.ask("show_printed_keys", json!({})),
        shown,
        "they were seen by nobody else, so a crash must not cost them"
    );
    let written = house.ask_of(&handle, "write_key_sheets", json!({}));
    let sheet = house.host.opened.pop().unwrap();
    assert!(
        sheet.starts_with(house.temporary()),
        "paper is the only place where keys stay"
    );
    assert_eq!(
        fs::metadata(&sheet).unwrap().len(),
        written["bytes"].as_u64().unwrap()
    );
    house.ask("forget_printed_keys", json!({}));
    assert_eq!(house.ask("show_printed_keys", json!({}))["keys"], Value::Null);
    assert_eq!(
        house.code_of(&handle, "write_key_sheets", json!({})),
        "err-keys-forgotten"
    );
    house.ask("lock", json!({}));
    assert!(!sheet.exists(), "what was printed is cleared");
}

#[test]
fn settings_are_kept_with_fields_of_a_newer_version() {
    let mut house = House::new();
    let settings = house.home().join("settings.json");
    assert!(!settings.exists(), "looking writes nothing");
    fs::create_dir_all(house.home()).unwrap();
    fs::write(
        &settings,
        r#"{ "pets": "cat", "textSize": 18, "theme": "plaid" }"#,
    )
    .unwrap();
    house.shut();
    house.start();
    let shown = house.ask("show_app", json!({}))["settings"].clone();
    assert_eq!(
        (&shown["textSize"], &shown["theme"]),
        (&json!(18), &json!("system"))
    );
    let changed = house.ask(
        "change_settings",
        json!({ "language": "en", "lockAfterMinutes": 30 }),
    );
    assert_eq!(
        (&changed["language"], &changed["lockAfterMinutes"]),
        (&json!("en"), &json!(30))
    );
    assert_eq!(
        house.code(Request::new("change_settings", json!({ "textSize": 40 }))),
        "err-invalid"
    );
    let kept: Value = serde_json::from_slice(&fs::read(&settings).unwrap()).unwrap();
    assert_eq!((&kept["pets"], &kept["textSize"]), (&json!("cat"), &json!(18)));
    let told = house
        .call(Request::new("lock_the_door", json!({})).of("x"))
        .unwrap_err();
    assert_eq!(
        told.tell(house.app().words()).happened,
        "This circle is not open now."
    );
}

#[test]
fn a_damaged_settings_file_is_kept_aside() {
    let mut house = House::new();
    let settings = house.home().join("settings.json");
    fs::create_dir_all(house.home()).unwrap();
    fs::write(&settings, b"{ \"theme\": ").unwrap();
    house.shut();
    house.start();
    assert_eq!(house.ask("show_app", json!({}))["settings"]["textSize"], 16);
    assert!(
        house.home().join("settings.json.damaged").exists(),
        "nothing of the member's is thrown away"
    );
}

#[test]
fn files_that_come_in_wait_by_number_and_never_by_path() {
    let mut house = House::new();
    let handle = house.found("Kring");
    let folder = house.documents().join("post");
    fs::create_dir_all(&folder).unwrap();
    let files: Vec<PathBuf> = ["nieuws.kring", "Bas.kringkaart", "zotero.ris", "foto.jpg"]
        .iter()
        .map(|name| folder.join(name))
        .collect();
    for file in &files {
        fs::write(file, b"x").unwrap();
    }
    let twice = [files.clone(), files.clone(), vec![folder.join("weg.kring")]].concat();
    assert_eq!(
        house.app().offer(twice.clone()),
        4,
        "each once, and only what is there"
    );
    assert_eq!(house.app().offer(twice), 0, "what waits already is not new");
    let opened = house.ask("list_opened", json!({}));
    let kinds: Vec<&Value> = opened
        .as_array()
        .unwrap()
        .iter()
        .map(|file| &file["kind"])
        .collect();
    assert_eq!(kinds, ["package", "card", "studies", "other"]);
    assert!(
        !opened.to_string().contains("post"),
        "a folder is nobody's business: {opened}"
    );

    house.host.files = vec![files[2].clone()];
    let chosen = house.ask("choose_files", json!({ "purpose": "studies" }));
    assert_eq!(chosen.as_array().unwrap().len(), 1);
    assert_eq!(
        house.ask("list_opened", json!({})),
        opened,
        "what is chosen did not come in by itself"
    );

    house.host.files = Vec::new();
    let mut request = Request::new("import_package", json!({})).of(&handle);
    request.file = opened[0]["file"].as_u64().map(|file| file as u32);
    assert_eq!(
        house.code(request),
        "err-package-not-age",
        "the file of that number was read"
    );
    house.ask("drop_opened", json!({ "file": opened[0]["file"] }));
    assert_eq!(house.ask("list_opened", json!({})).as_array().unwrap().len(), 3);
    assert!(files[0].exists(), "dropping forgets the file and leaves it alone");
    let mut gone = Request::new("import_package", json!({})).of(&handle);
    gone.file = opened[0]["file"].as_u64().map(|file| file as u32);
    assert_eq!(house.code(gone), "err-file-unreadable");
}

#[test]
fn what_a_call_asks_of_the_member_is_known_before_it_takes_the_app() {
    let asks = |name: &str, input: Value| App::asks(&Request::new(name, input));
    assert_eq!(asks("choose_folder", json!({})), Some(Asked::Folder));
    for (purpose, files) in [
        ("packages", FilePurpose::Packages),
        ("studies", FilePurpose::Studies),
        ("join_card", FilePurpose::JoinCard),
    ] {
        let asked = asks("choose_files", json!({ "purpose": purpose }));
        assert_eq!(asked, Some(Asked::Files(files)));
    }
    assert_eq!(
        asks("choose_files", json!({})),
        None,
        "what will be refused asks nothing"
    );
    assert_eq!(asks("choose_shared_folder", json!({})), Some(Asked::SharedFolder));
    assert_eq!(asks("show_app", json!({})), None);

    // Every command that reads files says so before: otherwise a dialog would stand open over the lock.
    let mut house = House::new();
    let handle = house.found("Kring");
    for command in kring_api::command::COMMANDS {
        let request = || Request::new(command.name, json!({ "person": "new" })).of(&handle);
        house.host.asked = 0;
        let _ = house.call(Request::new(command.name, json!({})).of(&handle));
        let _ = house.call(request());
        assert_eq!(
            house.host.asked > 0,
            matches!(App::asks(&request()), Some(Asked::Files(_))),
            "{}",
            command.name
        );
        let mut with_file = request();
        with_file.file = Some(1);
        assert!(
            !matches!(App::asks(&with_file), Some(Asked::Files(_))),
            "the file that a request names is at hand"
        );
    }
}

#[test]
fn no_answer_about_a_circle_holds_a_path() {
    let mut house = House::new();
    let handle = house.found("Kring");
    let meeting = house.ask_of(&handle, "create_meeting", json!({ "date": "2026-03-12" }))["value"].clone();
    let answers = [
        house.ask_of(&handle, "export_package", json!({})),
        house.ask_of(
            &handle,
            "export_summary",
            json!({ "meeting": meeting, "format": "md" }),
        ),
        house.ask_of(&handle, "print_summary", json!({ "meeting": meeting })),
        house.ask_of(&handle, "write_key_sheets", json!({})),
        house.ask_of(&handle, "list_backups", json!({})),
        house.ask_of(&handle, "show_journal", json!({})),
        house.ask("list_opened", json!({})),
    ];
    assert_eq!(answers[1]["name"], "2026-03-12 Kring – sessiesamenvatting.md");
    let root = house.root().display().to_string();
    for answer in answers {
        assert!(!answer.to_string().contains(&root), "{answer}");
    }
    assert_eq!(
        house.host.revealed.len(),
        1,
        "a package is shown, ready to be sent"
    );
    assert!(
        house
            .documents()
            .join(house.host.revealed[0].file_name().unwrap())
            .exists()
    );
}

#[test]
fn a_printed_summary_is_private_and_cleared() {
    let mut house = House::new();
    let handle = house.found("Kring");
    let meeting = house.ask_of(&handle, "create_meeting", json!({ "date": "2026-03-12" }))["value"].clone();
    house.ask_of(&handle, "print_summary", json!({ "meeting": meeting }));
    let printed = house.host.opened.pop().unwrap();
    assert!(fs::read(&printed).unwrap().starts_with(b"%PDF"));
    only_for_owner(&printed);
    house.shut();
    assert!(!printed.exists(), "closing clears it");
    let left = house.temporary().join("print-left-by-a-crash");
    fs::create_dir_all(&left).unwrap();
    house.start();
    assert!(!left.exists(), "the next start clears what a crash left");
}

#[cfg(unix)]
fn only_for_owner(file: &Path) {
    use std::os::unix::fs::PermissionsExt;
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(file), mode(file.parent().unwrap())), (0o600, 0o700));
}

#[cfg(not(unix))]
fn only_for_owner(_: &Path) {}

#[test]
fn an_address_is_opened_by_the_system_and_only_if_it_is_safe() {
    let mut house = House::new();
    house.ask("open_address", json!({ "url": "https://www.nji.nl" }));
    assert_eq!(house.host.opened, [PathBuf::from("https://www.nji.nl")]);
    assert_eq!(
        house.code(Request::new(
            "open_address",
            json!({ "url": "file:///etc/passwd" })
        )),
        "err-address"
    );
    assert_eq!(house.host.opened.len(), 1);
}

#[test]
fn secrets_are_never_printed() {
    let request: Request = serde_json::from_value(json!({
        "name": "unlock", "secrets": { "passphrase": PASSPHRASE, "newPassphrase": NEW, "recoveryKey": "HERSTEL1" }
    }))
    .unwrap();
    assert_eq!(request.secrets.new_passphrase.as_deref(), Some(NEW));
    let printed = format!("{request:?}");
    assert!(
        !printed.contains("losse") && !printed.contains("HERSTEL1"),
        "{printed}"
    );
}
