//! Wrong usage, help and language.

use crate::stage::Stage;

#[test]
fn wrong_usage_ends_with_two() {
    let stage = Stage::new();
    for arguments in [
        &[][..],
        &["dance"],
        &["new", "a"],
        &["export", "a"],
        &["import", "a"],
        &["studies", "a"],
        &["search", "a"],
        &["summary", "a"],
        &["check"],
        &["check", "a", "b"],
        &["check", "a", "--language", "fr"],
    ] {
        assert_eq!(stage.run(arguments).code, 2, "{arguments:?}");
    }
}

#[test]
fn help_and_refusals_speak_dutch_unless_asked_otherwise() {
    let stage = Stage::new();
    let dutch = stage.run(&["check", "--help"]).expect_done().stdout;
    assert!(
        dutch.contains("Controleer de opslag") && !dutch.contains("Options"),
        "LANG is ignored: {dutch}"
    );
    let english = stage
        .run(&["check", "--help", "--language", "en"])
        .expect_done()
        .stdout;
    assert!(english.contains("Check the store"), "{english}");
    let variable = stage.run_with(&["check", "a"], &[("KRINGBOEK_LANGUAGE", "en")], "");
    assert!(
        variable.stderr.contains("No passphrase was given."),
        "{}",
        variable.stderr
    );
    let both = stage.run_with(
        &["--language=nl", "check", "a"],
        &[("KRINGBOEK_LANGUAGE", "en")],
        "",
    );
    assert!(
        both.stderr.contains("Er is geen wachtwoordzin gegeven."),
        "{}",
        both.stderr
    );
}

#[test]
fn the_version_is_printed() {
    assert!(
        Stage::new()
            .run(&["--version"])
            .expect_done()
            .stdout
            .starts_with("kringboek ")
    );
}
