//! `new`, `join-request` and the key file.

use std::fs;

use serde_json::json;

use crate::stage::{Stage, is_digest};

const NEW: [&str; 6] = [
    "new",
    "a",
    "--circle",
    "Proef",
    "--name",
    "Annelies|van der|Meulen",
];

#[test]
fn a_new_circle_prints_its_ids_and_both_printed_keys() {
    let stage = Stage::new();
    let outcome = stage
        .run_with(&NEW, &[("KRINGBOEK_PASSPHRASE", "geheim genoeg")], "")
        .expect_done();
    assert!(is_digest(&outcome.labelled("circle")), "{}", outcome.stdout);
    assert!(!outcome.labelled("device").is_empty());
    assert!(outcome.labelled("recovery-key").starts_with("HERSTEL1"));
    assert!(outcome.labelled("authority-key").starts_with("KRING1"));
    assert!(
        outcome.stderr.contains("papier"),
        "it says to write them down: {}",
        outcome.stderr
    );
    assert!(
        !format!("{}{}", outcome.stdout, outcome.stderr).contains("geheim"),
        "the passphrase is never printed"
    );
}

#[test]
fn the_founder_is_coordinator_under_a_name_of_three_parts() {
    let members = Stage::with_circle().call("a", "list_members", &json!({}));
    assert_eq!(members[0]["listed_name"], "Meulen, Annelies van der");
    assert_eq!(members[0]["right"], "coordinator");
}

#[test]
fn the_key_file_is_its_owners_only_and_opens_the_store() {
    let stage = Stage::with_circle();
    let key = fs::read_to_string(stage.path("a.key")).unwrap();
    assert!(is_digest(key.trim_end()), "64 hexadecimal digits");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(
            fs::metadata(stage.path("a.key")).unwrap().permissions().mode() & 0o777,
            0o600
        );
    }
    stage.run(&["check", "a", "--key-file", "a.key"]).expect_done();
}

#[cfg(unix)]
#[test]
fn a_key_file_that_others_may_read_is_refused() {
    use std::os::unix::fs::PermissionsExt;
    let stage = Stage::with_circle();
    for mode in [0o640, 0o604, 0o620] {
        fs::set_permissions(stage.path("a.key"), fs::Permissions::from_mode(mode)).unwrap();
        stage
            .run(&["check", "a", "--key-file", "a.key"])
            .expect_refused("err-key-file-open");
    }
}

#[test]
fn a_key_file_may_hold_the_bare_bytes() {
    let stage = Stage::with_circle();
    let digits = fs::read_to_string(stage.path("a.key")).unwrap();
    let bytes: Vec<u8> = (0..32)
        .map(|at| u8::from_str_radix(&digits[2 * at..2 * at + 2], 16).unwrap())
        .collect();
    stage.write("a.key", bytes);
    stage.run(&["check", "a", "--key-file", "a.key"]).expect_done();
}

#[test]
fn a_key_file_that_is_none_or_of_another_store_is_refused() {
    let stage = Stage::with_circle();
    let key = fs::read_to_string(stage.path("a.key")).unwrap();
    stage.write(
        "a.key",
        key.chars().rev().skip_while(|c| *c == '\n').collect::<String>(),
    );
    stage
        .run(&["check", "a", "--key-file", "a.key"])
        .expect_refused("err-wrong-key");
    stage.write("a.key", "geen sleutel");
    stage
        .run(&["check", "a", "--key-file", "a.key"])
        .expect_refused("err-key-file-form");
    stage
        .run(&["check", "a", "--key-file", "b.key"])
        .expect_refused("err-file-unreadable");
}

#[test]
fn neither_a_store_nor_a_key_file_is_ever_overwritten() {
    let stage = Stage::with_circle();
    let key = fs::read(stage.path("a.key")).unwrap();
    let again = |key| stage.run(&[&NEW[..], &["--key-file", key]].concat());
    again("a.key").expect_refused("err-key-file-there");
    again("new.key").expect_refused("err-folder-not-empty");
    assert!(
        !stage.path("new.key").exists(),
        "a store that was not made leaves no key"
    );
    assert_eq!(fs::read(stage.path("a.key")).unwrap(), key);
    stage.run(&["check", "a", "--key-file", "a.key"]).expect_done();
}

#[test]
fn a_store_is_not_made_when_its_key_cannot_be_written() {
    let stage = Stage::new();
    stage
        .run(&[&NEW[..], &["--key-file", "nowhere/a.key"]].concat())
        .expect_refused("err-file-system");
    assert!(!stage.path("a").exists());
}

#[test]
fn a_request_to_join_makes_a_card_and_prints_one_key() {
    let stage = Stage::new();
    let arguments = [
        "join-request",
        "b",
        "--name",
        "Bas|de|Wit",
        "--to",
        "b.card",
        "--key-file",
        "b.key",
    ];
    let outcome = stage.run(&arguments).expect_done();
    assert!(outcome.labelled("recovery-key").starts_with("HERSTEL1"));
    assert!(
        !outcome.stdout.contains("authority-key"),
        "only a founder has the other key"
    );
    assert!(!fs::read(stage.path("b.card")).unwrap().is_empty());
    let arguments = [
        "join-request",
        "c",
        "--name",
        "Bas|de|Wit",
        "--to",
        "b.card",
        "--key-file",
        "c.key",
    ];
    stage.run(&arguments).expect_refused("err-file-there");
    assert!(
        !stage.path("c").exists() && !stage.path("c.key").exists(),
        "nothing is left half made"
    );
}
