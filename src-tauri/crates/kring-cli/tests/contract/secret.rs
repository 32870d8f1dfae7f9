//! Passphrases, the `herstelsleutel`, and a store that someone else has open.

use kring_api::Folder;

use crate::stage::{Outcome, Stage};

const OLD: (&str, &str) = ("KRINGBOEK_PASSPHRASE", "eerste wachtzin");
const NEW: (&str, &str) = ("KRINGBOEK_NEW_PASSPHRASE", "tweede wachtzin");

/// A store `a` that opens with [`OLD`], and its `herstelsleutel`.
fn with_passphrase() -> (Stage, String) {
    let stage = Stage::new();
    let arguments = [
        "new",
        "a",
        "--circle",
        "Proef",
        "--name",
        "Annelies|van der|Meulen",
    ];
    let recovery = stage
        .run_with(&arguments, &[OLD], "")
        .expect_done()
        .labelled("recovery-key");
    (stage, recovery)
}

fn check(stage: &Stage, passphrase: &str) -> Outcome {
    stage.run_with(&["check", "a"], &[("KRINGBOEK_PASSPHRASE", passphrase)], "")
}

#[test]
fn a_passphrase_comes_from_the_environment_or_a_file() {
    let (stage, _) = with_passphrase();
    check(&stage, OLD.1).expect_done();
    stage.write("word", format!("{}\n", OLD.1));
    stage
        .run(&["check", "a", "--passphrase-file", "word"])
        .expect_done();
    stage
        .run(&["check", "a", "--passphrase-file", "none"])
        .expect_refused("err-file-unreadable");
}

#[test]
fn a_passphrase_that_is_wrong_weak_or_missing_is_refused() {
    let (stage, _) = with_passphrase();
    check(&stage, "derde wachtzin").expect_refused("err-wrong-secret");
    stage.run(&["check", "a"]).expect_refused("err-no-passphrase");
    let new = ["new", "b", "--circle", "Proef", "--name", "Bas|de|Wit"];
    stage
        .run_with(&new, &[("KRINGBOEK_PASSPHRASE", "kort")], "")
        .expect_refused("err-passphrase-weak");
    stage.run(&new).expect_refused("err-no-passphrase");
    assert!(!stage.path("b").exists(), "no store without a way to open it");
}

#[test]
fn no_option_takes_a_secret_itself() {
    let (stage, recovery) = with_passphrase();
    for option in ["--passphrase", "--new-passphrase", "--recovery-key", "--key"] {
        assert_eq!(
            stage.run(&["passphrase", "a", option, &recovery]).code,
            2,
            "{option} would show in the process list"
        );
    }
}

#[test]
fn the_old_passphrase_gives_way_to_a_new_one() {
    let (stage, _) = with_passphrase();
    stage
        .run_with(&["passphrase", "a"], &[OLD], "")
        .expect_refused("err-no-new-passphrase");
    stage
        .run_with(&["passphrase", "a"], &[OLD, NEW], "")
        .expect_done();
    check(&stage, OLD.1).expect_refused("err-wrong-secret");
    check(&stage, NEW.1).expect_done();
}

#[test]
fn a_call_gives_a_new_passphrase_without_one_in_its_input() {
    let (stage, _) = with_passphrase();
    stage
        .run_with(&["call", "a", "change_passphrase"], &[OLD, NEW], "")
        .expect_done();
    check(&stage, NEW.1).expect_done();
}

#[test]
fn the_recovery_key_gives_a_new_passphrase() {
    let (stage, recovery) = with_passphrase();
    stage.write("paper", &recovery);
    let by_file = ["passphrase", "a", "--recovery-key-file", "paper"];
    stage.run_with(&by_file, &[NEW], "").expect_done();
    check(&stage, NEW.1).expect_done();
    let variables = [
        ("KRINGBOEK_RECOVERY_KEY", recovery.as_str()),
        ("KRINGBOEK_NEW_PASSPHRASE", OLD.1),
    ];
    stage
        .run_with(&["passphrase", "a", "--recover"], &variables, "")
        .expect_done();
    check(&stage, OLD.1).expect_done();
    stage.write("paper", recovery.replace('Q', "P"));
    stage
        .run_with(&by_file, &[NEW], "")
        .expect_refused("err-printed-key");
}

#[test]
fn a_store_made_without_passphrase_says_what_opens_it() {
    let stage = Stage::new();
    let arguments = [
        "new",
        "a",
        "--circle",
        "Proef",
        "--name",
        "Bas|de|Wit",
        "--key-file",
        "a.key",
    ];
    let outcome = stage.run(&arguments).expect_done();
    assert!(
        outcome
            .stderr
            .contains("Alleen het sleutelbestand en de herstelsleutel"),
        "{}",
        outcome.stderr
    );
}

#[test]
fn the_second_who_opens_a_store_is_told_who_has_it() {
    let (stage, _) = with_passphrase();
    let lock = Folder::new(stage.path("a")).lock().unwrap();
    let refused = check(&stage, OLD.1).expect_refused("err-store-locked");
    assert!(
        refused.stderr.contains(&std::process::id().to_string()),
        "{}",
        refused.stderr
    );
    drop(lock);
    check(&stage, OLD.1).expect_done();
}
