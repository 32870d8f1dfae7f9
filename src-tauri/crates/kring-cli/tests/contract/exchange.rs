//! `approve`, `export` and `import`, between two laptops.

use serde_json::json;

use crate::stage::Stage;

#[test]
fn both_sides_of_an_approval_see_the_same_six_words() {
    let stage = Stage::with_circle();
    stage.ask_to_join("b", "Bas|de|Wit");
    let arguments = [
        "approve",
        "a",
        "b.card",
        "--to",
        "b.kring",
        "--right",
        "secretary",
        "--key-file",
        "a.key",
    ];
    let approved = stage.run(&arguments).expect_done();
    let imported = stage
        .run(&["import", "b", "b.kring", "--key-file", "b.key"])
        .expect_done();
    let words = approved.labelled("safety-words");
    assert_eq!(words.split(' ').count(), 6, "{words}");
    assert_eq!(words, imported.labelled("safety-words"));
    assert_eq!(stage.call("b", "show_circle", &json!({}))["right"], "secretary");
    assert_eq!(
        stage.call("b", "show_circle", &json!({}))["member"],
        approved.labelled("member")
    );
}

#[test]
fn who_was_invited_joins_with_six_words_and_compares_none() {
    let stage = Stage::with_circle();
    let invite = [
        "call",
        "a",
        "invite",
        r#"{"name": "Bas"}"#,
        "--to",
        "bas.kring",
        "--key-file",
        "a.key",
    ];
    let made: serde_json::Value = serde_json::from_str(&stage.run(&invite).expect_done().stdout).unwrap();
    let words: Vec<&str> = made["words"]
        .as_array()
        .unwrap()
        .iter()
        .map(|word| word.as_str().unwrap())
        .collect();
    std::fs::write(stage.path("words"), words.join(" ")).unwrap();
    let request = [
        "join-request",
        "b",
        "--name",
        "Bas|de|Wit",
        "--to",
        "b.card",
        "--key-file",
        "b.key",
        "--invitation",
        "bas.kring",
    ];
    stage.run(&request).expect_refused("err-no-invitation-words");
    assert!(!stage.path("b").exists(), "without the words nothing is made");
    stage
        .run(&[&request[..], &["--words-file", "words"]].concat())
        .expect_done();
    let approved = stage
        .run(&["approve", "a", "b.card", "--to", "b.kring", "--key-file", "a.key"])
        .expect_done();
    assert!(
        !approved.stdout.contains("safety-words"),
        "there is nothing to compare"
    );
    stage
        .run(&["import", "b", "b.kring", "--key-file", "b.key"])
        .expect_done();
    assert_eq!(stage.call("b", "show_circle", &json!({}))["right"], "member");
}

#[test]
fn a_lost_answer_is_written_again_and_a_right_must_exist() {
    let stage = Stage::with_two();
    let approve = [
        "approve",
        "a",
        "b.card",
        "--to",
        "again.kring",
        "--key-file",
        "a.key",
    ];
    let again = stage.run(&approve);
    assert_eq!(again.code, 0, "the same card gets its answer again");
    assert!(stage.path("again.kring").exists());
    stage
        .run(&[
            "approve",
            "a",
            "a.key",
            "--to",
            "nobody.kring",
            "--key-file",
            "a.key",
        ])
        .expect_refused("err-not-a-card");
    assert_eq!(stage.run(&[&approve[..], &["--right", "king"]].concat()).code, 2);
    assert!(
        !stage.path("nobody.kring").exists(),
        "a file that is no card lets nobody in"
    );
}

#[test]
fn a_package_brings_both_laptops_to_the_same_state() {
    let stage = Stage::with_two();
    stage.call("b", "create_theme", &json!({ "name": "Matching" }));
    stage
        .run(&["export", "b", "--to", "b1.kring", "--key-file", "b.key"])
        .expect_done();
    let imported = stage
        .run(&["import", "a", "b1.kring", "--key-file", "a.key"])
        .expect_done();
    assert_eq!(
        imported.labelled("new").split(' ').next(),
        Some("1"),
        "{}",
        imported.stdout
    );
    let state = |store: &str, key: &str| {
        stage
            .run(&["check", store, "--key-file", key])
            .expect_done()
            .labelled("state")
    };
    assert_eq!(state("a", "a.key"), state("b", "b.key"));
}

#[test]
fn a_package_that_is_known_is_done_and_brings_nothing() {
    let stage = Stage::with_two();
    let again = stage
        .run(&["import", "b", "b.kring", "--key-file", "b.key"])
        .expect_done();
    assert!(again.stdout.starts_with("Niets nieuws"), "{}", again.stdout);
    assert!(again.stdout.contains("\nnew 0 "), "{}", again.stdout);
}

#[test]
fn a_preview_shows_the_records_and_takes_nothing_over() {
    let stage = Stage::with_two();
    stage.call("b", "create_theme", &json!({ "name": "Matching\u{202e}" }));
    stage
        .run(&["export", "b", "--to", "b1.kring", "--key-file", "b.key"])
        .expect_done();
    let state = || {
        stage
            .run(&["check", "a", "--key-file", "a.key"])
            .expect_done()
            .labelled("state")
    };
    let before = state();
    let preview = stage
        .run(&["import", "a", "b1.kring", "--preview", "--key-file", "a.key"])
        .expect_done();
    assert!(
        preview.stdout.contains("Nieuw: thema “Matching"),
        "{}",
        preview.stdout
    );
    assert!(
        !preview.stdout.contains('\u{1b}'),
        "a title does not reverse the line"
    );
    assert_eq!(state(), before);
}

#[test]
fn one_refused_file_does_not_stop_the_others() {
    let stage = Stage::with_two();
    stage.call("b", "create_theme", &json!({ "name": "Matching" }));
    stage
        .run(&["export", "b", "--to", "b1.kring", "--key-file", "b.key"])
        .expect_done();
    stage.write("no.kring", "geen pakket");
    let both = stage.run(&["import", "a", "no.kring", "b1.kring", "--key-file", "a.key"]);
    let both = both
        .expect_refused("err-files-refused")
        .expect_refused("err-package-not-age");
    assert!(both.stderr.contains("no.kring"), "it says which: {}", both.stderr);
    assert_eq!(stage.call("a", "list_themes", &json!({}))[0]["name"], "Matching");
}

#[test]
fn an_answer_for_someone_else_lets_nobody_in() {
    let stage = Stage::with_two();
    stage.ask_to_join("c", "Çağlar||Yıldız");
    stage
        .run(&["import", "c", "b.kring", "--key-file", "c.key"])
        .expect_refused("err-package-not-for-me");
    stage
        .run(&["export", "c", "--to", "c1.kring", "--key-file", "c.key"])
        .expect_refused("err-no-circle-yet");
}

#[test]
fn a_file_is_attached_and_written_out_again() {
    let stage = Stage::with_two();
    let study = stage.call("a", "add_study", &json!({ "title": "Rust" }))["value"].clone();
    stage.write("rapport.txt", "Rust en regelmaat.");
    let input = json!({ "id": study }).to_string();
    stage
        .run(&[
            "call",
            "a",
            "attach_files",
            &input,
            "--file",
            "rapport.txt",
            "--key-file",
            "a.key",
        ])
        .expect_done();
    stage
        .run(&["export", "a", "--to", "a1.kring", "--key-file", "a.key"])
        .expect_done();
    let imported = stage
        .run(&["import", "b", "a1.kring", "--key-file", "b.key"])
        .expect_done();
    assert!(imported.stdout.contains("één bijlage"), "{}", imported.stdout);
    let listed = stage.call("b", "list_attachments", &json!({ "id": study }));
    let input = json!({ "id": study, "attachment": listed[0]["attachment"] }).to_string();
    stage
        .run(&[
            "call",
            "b",
            "save_attachment",
            &input,
            "--to",
            "terug.txt",
            "--key-file",
            "b.key",
        ])
        .expect_done();
    let written = std::fs::read_to_string(stage.path("terug.txt")).unwrap();
    assert_eq!(written, "Rust en regelmaat.");
}
