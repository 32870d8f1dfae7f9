//! Errors as a member reads them: what happened, and what to do, in both languages.

use std::path::PathBuf;

use kring_api::domain::text::{Catalogue, Language};
use kring_api::error::ApiError;
use kring_tests::{Circle, Laptop, TestHost, by_id};
use serde_json::{Value, json};

/// Both sentences are there in both languages, filled in.
fn is_told(error: &ApiError) {
    for language in [Language::Dutch, Language::English] {
        let told = error.tell(&Catalogue::new(language));
        for sentence in [&told.happened, &told.todo] {
            let is_sentence =
                sentence.ends_with('.') && sentence.contains(' ') && !sentence.contains(['{', '}']);
            assert!(
                is_sentence && !sentence.starts_with("err-"),
                "{} in {}: “{sentence}”",
                told.code,
                language.tag()
            );
        }
        assert_ne!(told.happened, told.todo);
    }
}

fn error(laptop: &mut Laptop, command: &str, input: Value) -> ApiError {
    laptop.call(command, input).unwrap_err()
}

#[test]
fn every_error_says_what_happened_and_what_to_do() {
    let mut circle = Circle::of(2, 170);
    let root = circle.root.path().to_owned();
    let other = circle.laptops[1].member();
    let founder = &mut circle.laptops[0];
    let theme = founder.make("create_theme", json!({ "name": "rust" }));
    let statement = founder.ask("add_statement", json!({ "theme": theme, "text": "Rust helpt." }));
    let round = founder.make(
        "open_round",
        json!({ "versions": [statement["value"]["version"]] }),
    );
    let long = "a".repeat(400);
    let refused = [
        ("geen_opdracht", json!({})),
        ("show_theme", json!({})),
        ("show_theme", json!({ "id": "geen kenmerk" })),
        ("show_theme", json!({ "id": round })),
        ("create_theme", json!({ "name": "" })),
        ("create_theme", json!({ "name": long })),
        ("create_theme", json!({ "name": "twee\nregels" })),
        ("create_theme", json!({ "naam": "rust" })),
        ("create_meeting", json!({ "number": 1_000 })),
        (
            "create_meeting",
            json!({ "starts": "13:30:00", "ends": "12:00:00" }),
        ),
        ("add_study", json!({ "title": "Rust", "url": "ftp://example.nl" })),
        ("open_round", json!({ "versions": [] })),
        (
            "open_round",
            json!({ "versions": [statement["value"]["version"], statement["value"]["version"]] }),
        ),
        ("give_position", json!({ "round": round, "stance": "object" })),
        (
            "write_note",
            json!({ "body": [{ "text": "a", "marks": [{ "from": 1, "to": 1, "kind": "bold" }] }] }),
        ),
        ("trash_record", by_id(&round)),
        ("import_package", json!({})),
        ("import_studies", json!({})),
        ("change_passphrase", json!({})),
        ("undo", json!({ "operation": 9_999 })),
        ("export_summary", json!({ "meeting": theme, "format": "odt" })),
        ("set_right", json!({ "member": theme, "right": "reader" })),
    ];
    for (command, input) in refused {
        is_told(&error(founder, command, input));
    }
    is_told(&error(
        &mut circle.laptops[1],
        "set_right",
        json!({ "member": other, "right": "coordinator" }),
    ));

    let founder = &mut circle.laptops[0];
    let files: [(&str, &str, Vec<u8>); 6] = [
        ("import_package", "zee.kring", b"Zee, strand en zon.".to_vec()),
        ("import_package", "leeg.kring", Vec::new()),
        ("import_studies", "zee.ris", b"Zee, strand en zon.".to_vec()),
        ("import_studies", "leeg.json", b"[]".to_vec()),
        ("view_card", "zee.kringkaart", b"Zee".to_vec()),
        ("view_card", "groot.kringkaart", vec![0; 10_000]),
    ];
    for (command, name, content) in files {
        let path: PathBuf = root.join(name);
        std::fs::write(&path, content).unwrap();
        let mut host = TestHost {
            files: vec![path],
            ..TestHost::default()
        };
        is_told(&founder.call_with(&mut host, command, json!({})).unwrap_err());
    }
}

#[test]
fn an_error_names_the_field_and_never_repeats_what_was_typed() {
    let mut circle = Circle::of(1, 171);
    let refused = error(
        &mut circle.laptops[0],
        "create_theme",
        json!({ "name": "Geheim\nvan Zoë" }),
    );
    let told = refused.tell(&Catalogue::new(Language::Dutch));
    assert_eq!(
        told.happened,
        "Het veld name klopt niet: er staat een regeleinde of stuurteken in."
    );
    assert!(
        !refused.to_string().contains("Geheim") && !format!("{refused:?}").contains("Geheim"),
        "logs hold no content"
    );
}

#[test]
fn every_file_of_the_window_is_in_the_catalogue() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../assets/text/window");
    for (language, ending) in [(Language::Dutch, ".nl.ftl"), (Language::English, ".en.ftl")] {
        let mut files: Vec<String> = std::fs::read_dir(&folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.to_string_lossy().ends_with(ending))
            .map(|path| std::fs::read_to_string(path).unwrap())
            .collect();
        let mut known: Vec<String> = language
            .window_sources()
            .iter()
            .map(|source| (*source).to_owned())
            .collect();
        files.sort();
        known.sort();
        assert_eq!(
            known, files,
            "a sentence that is not compiled in would show as its key"
        );
    }
}
