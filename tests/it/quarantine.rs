//! Packages that were refused and kept: seen from outside, tried again, removed.

use std::path::Path;

use kring_tests::{Circle, Laptop, TestHost, code};
use kring_trust::operation::Right;
use serde_json::{Value, json};

/// Keeps a package as a refusal of its sender would.
fn keep(laptop: &mut Laptop, file: &Path) {
    let now_ms = laptop.clock.now_ms();
    let folder = laptop.workspace().folder().clone();
    assert!(kring_store::quarantine::keep(&folder, file, now_ms).unwrap());
}

fn list(laptop: &mut Laptop) -> Value {
    laptop.ask("list_quarantine", json!({}))
}

#[test]
fn what_is_kept_is_tried_again_and_goes_once_it_is_taken_over() {
    let mut circle = Circle::of(2, 380);
    let theme = "Een thema dat niemand mag lezen";
    circle.laptops[0].make("create_theme", json!({ "name": theme }));
    let file = circle.file();
    circle.laptops[0].export(&file);
    let reader = &mut circle.laptops[1];
    keep(reader, &file);
    let kept = list(reader);
    assert_eq!(
        (&kept[0]["says_from"], &kept[0]["bytes"], &kept[0]["at_ms"]),
        (
            &json!("Annelies van der Meulen"),
            &json!(std::fs::metadata(&file).unwrap().len()),
            &json!(reader.clock.now_ms())
        )
    );
    assert!(
        !kept.to_string().contains(theme),
        "nothing of what is in it is shown"
    );
    let held = std::fs::read_dir(reader.folder.join("quarantine")).unwrap();
    for entry in held {
        let bytes = std::fs::read(entry.unwrap().path()).unwrap();
        let is_in = bytes
            .windows(theme.len())
            .any(|window| window == theme.as_bytes());
        assert!(!is_in, "it stays encrypted");
    }
    let report = reader.ask("retry_quarantine", json!({ "id": kept[0]["id"] }));
    assert_eq!(report["new"], 1);
    assert_eq!(list(reader), json!([]), "what was taken over is kept no longer");
    assert_eq!(circle.laptops[1].state(), circle.laptops[0].state());
}

#[test]
fn what_is_refused_again_stays_once_until_it_is_removed() {
    let mut circle = Circle::of(2, 381);
    let photo = circle.root.path().join("vakantie.kring");
    std::fs::write(&photo, b"Zee, strand en zon.").unwrap();
    let reader = &mut circle.laptops[1];
    keep(reader, &photo);
    let before = reader.dump();
    let kept = list(reader);
    assert_eq!(
        (&kept[0]["says_from"], &kept[0]["says_number"]),
        (&json!(""), &json!(null))
    );
    let id = json!({ "id": kept[0]["id"] });
    for _ in 0..2 {
        assert_eq!(
            code(reader.call("retry_quarantine", id.clone())),
            "err-package-not-age"
        );
    }
    assert_eq!(list(reader), kept, "it is there once");
    assert_eq!(reader.dump(), before);
    assert_eq!(reader.ask("remove_quarantined", id.clone())["done"], true);
    assert_eq!(list(reader), json!([]));
    for command in ["remove_quarantined", "retry_quarantine"] {
        assert_eq!(code(reader.call(command, id.clone())), "err-not-in-quarantine");
    }
    assert_eq!(
        code(reader.call("retry_quarantine", json!({ "id": "../store" }))),
        "err-not-in-quarantine",
        "a name is compared and never made a path"
    );
}

#[test]
fn what_is_too_old_goes_when_the_store_is_opened() {
    const HALF_A_YEAR_MS: u64 = 180 * 24 * 60 * 60 * 1000;
    let mut circle = Circle::of(1, 382);
    let photo = circle.root.path().join("vakantie.kring");
    std::fs::write(&photo, b"Zee, strand en zon.").unwrap();
    let laptop = &mut circle.laptops[0];
    keep(laptop, &photo);
    laptop.clock.advance(HALF_A_YEAR_MS);
    laptop.open().unwrap();
    assert_eq!(list(laptop).as_array().unwrap().len(), 1, "kept for half a year");
    laptop.clock.advance(1);
    laptop.open().unwrap();
    assert_eq!(list(laptop), json!([]));
}

#[test]
fn a_package_that_is_refused_when_it_is_looked_at_is_kept_without_taking_it_over() {
    let mut circle = Circle::of(2, 383);
    let second = circle.laptops[1].member();
    circle.laptops[0].make("set_right", json!({ "member": second, "right": "coordinator" }));
    circle.exchange_all();
    let (root, clock) = (circle.root.path().to_owned(), circle.clock.clone());
    // Let in on one laptop while the coordinator who does it is taken out on the other.
    let mut eefje = Laptop::joined(
        &root,
        "Eefje|ten|Have",
        38_390,
        &clock,
        &mut circle.laptops[1],
        Right::Member,
    );
    circle.laptops[0].make("remove_member", json!({ "member": second }));
    let file = circle.file();
    eefje.export_all(&file);

    let reader = &mut circle.laptops[0];
    let before = reader.dump();
    for _ in 0..2 {
        let mut host = TestHost {
            files: vec![file.clone()],
            ..TestHost::default()
        };
        let looked = reader.call_with(&mut host, "import_packages", json!({ "preview": true }));
        assert_eq!(code(looked), "err-sender-not-member");
    }
    assert_eq!(
        list(reader).as_array().unwrap().len(),
        1,
        "the window looks first and goes no further; what it says was set apart is there, once"
    );
    assert_eq!(reader.dump(), before);
    let journal = reader.ask("show_journal", json!({}));
    let events = journal["lines"].as_array().unwrap().iter();
    assert_eq!(events.filter(|line| line["event"] == "quarantine").count(), 1);
}
