//! `commands`, `call`, `summary`, `studies`, `search` and `check`.

use std::fs;

use serde_json::{Value, json};

use crate::stage::{Outcome, Stage, is_digest};

/// The error of a call: one line of JSON with the three keys that scripts read.
fn error_of(outcome: &Outcome) -> Value {
    assert_eq!((outcome.code, outcome.stdout.as_str()), (1, ""));
    assert_eq!(outcome.stderr.lines().count(), 1, "{}", outcome.stderr);
    let error: Value = serde_json::from_str(&outcome.stderr).unwrap();
    let keys: Vec<&String> = error.as_object().unwrap().keys().collect();
    assert_eq!(keys, ["code", "happened", "todo"]);
    error["code"].clone()
}

#[test]
fn every_command_is_listed_with_both_schemas() {
    let commands = Stage::new().run(&["commands"]).expect_done().json();
    let commands = commands.as_array().unwrap();
    assert!(commands.iter().any(|command| command["name"] == "create_meeting"));
    for command in commands {
        assert!(
            command["input"].is_object() && command["output"].is_object(),
            "{}",
            command["name"]
        );
    }
}

#[test]
fn a_call_takes_its_input_from_the_command_line_or_standard_input() {
    let stage = Stage::with_circle();
    stage.call("a", "create_theme", &json!({ "name": "Matching" }));
    let arguments = ["call", "a", "create_theme", "-", "--key-file", "a.key"];
    let answer = stage
        .run_with(&arguments, &[], r#"{"name":"Breakdown"}"#)
        .expect_done()
        .json();
    assert!(answer["value"].is_string(), "the new record's id: {answer}");
    let themes = stage
        .run(&["call", "a", "list_themes", "--key-file", "a.key"])
        .expect_done()
        .json();
    assert_eq!(
        (&themes[0]["name"], &themes[1]["name"]),
        (&json!("Breakdown"), &json!("Matching"))
    );
}

#[test]
fn a_refused_call_says_why_in_json() {
    let stage = Stage::with_circle();
    let code = |arguments: &[&str]| {
        error_of(&stage.run(&[&["call", "a"], arguments, &["--key-file", "a.key"]].concat()))
    };
    assert_eq!(code(&["do_magic"]), "err-unknown-command");
    assert_eq!(code(&["create_theme", "{"]), "err-input");
    assert_eq!(code(&["search", r#"{"colour":1}"#]), "err-input");
    assert_eq!(code(&["create_theme", r#"{"name":""}"#]), "err-invalid");
    assert_eq!(code(&["export_package"]), "err-no-file", "there is no --to");
    assert_eq!(code(&["import_package"]), "err-no-file", "there is no --file");
    assert_eq!(
        error_of(&stage.run(&["call", "a", "list_themes"])),
        "err-no-passphrase"
    );
    assert_eq!(
        error_of(&stage.run(&["call", "b", "list_themes", "--key-file", "a.key"])),
        "err-no-store"
    );
}

#[test]
fn a_call_reads_and_writes_the_files_it_is_given() {
    let stage = Stage::with_circle();
    stage.write("one.ris", RIS);
    stage.write("two.bib", BIBTEX);
    let arguments = [
        "call",
        "a",
        "import_studies",
        "--file",
        "one.ris",
        "--file",
        "two.bib",
        "--key-file",
        "a.key",
    ];
    let answer = stage.run(&arguments).expect_done().json();
    assert_eq!(
        answer["value"]["added"].as_array().map(Vec::len),
        Some(2),
        "{answer}"
    );
    let arguments = [
        "call",
        "a",
        "export_package",
        r#"{"all":true}"#,
        "--to",
        "all.kring",
        "--key-file",
        "a.key",
    ];
    let sent = stage.run(&arguments).expect_done().json();
    assert_eq!(
        sent["bytes"],
        fs::metadata(stage.path("all.kring")).unwrap().len()
    );
}

#[test]
fn a_summary_is_written_in_each_format() {
    let stage = Stage::with_circle();
    let meeting = stage.call(
        "a",
        "create_meeting",
        &json!({ "date": "2026-11-21", "place": "Zwolle" }),
    );
    let meeting = meeting["value"].as_str().unwrap();
    let write = |meeting: &str, format: &str| {
        stage.run(&[
            "summary",
            "a",
            meeting,
            "--format",
            format,
            "--to",
            "out",
            "--key-file",
            "a.key",
        ])
    };
    for (format, sign) in [("pdf", "%PDF-"), ("html", "<!DOCTYPE html>"), ("md", "Zwolle")] {
        write(meeting, format).expect_done();
        let document = fs::read(stage.path("out")).unwrap();
        assert!(String::from_utf8_lossy(&document).contains(sign), "{format}");
    }
    assert_eq!(write(meeting, "docx").code, 2);
    assert_eq!(write("twaalf", "md").code, 2, "not an id");
    write(&meeting.replace(|c: char| c.is_ascii_hexdigit(), "0"), "md").expect_refused("err-not-found");
}

#[test]
fn studies_are_recognised_by_content_and_come_in_once() {
    let stage = Stage::with_circle();
    stage.write("a.txt", RIS);
    stage.write("b.txt", BIBTEX);
    let import = || {
        stage
            .run(&["studies", "a", "a.txt", "b.txt", "--key-file", "a.key"])
            .expect_done()
            .stdout
    };
    assert!(import().starts_with("2 onderzoeken zijn nieuw, 0 stonden er al."));
    assert!(import().starts_with("0 onderzoeken zijn nieuw, 2 stonden er al."));
    stage.write("c.txt", "gewone tekst");
    stage
        .run(&["studies", "a", "c.txt", "--key-file", "a.key"])
        .expect_refused("err-studies-not-recognised");
}

#[test]
fn a_search_answers_an_array_of_hits() {
    let stage = Stage::with_circle();
    stage.call(
        "a",
        "create_theme",
        &json!({ "name": "Matching in gezinshuizen" }),
    );
    let search = |query| {
        stage
            .run(&["search", "a", query, "--key-file", "a.key"])
            .expect_done()
            .json()
    };
    let hits = search("matching");
    for key in ["kind", "id", "title", "snippet", "why"] {
        assert!(hits[0][key].is_string(), "no {key}: {hits}");
    }
    assert_eq!(
        search("pleegzorg"),
        json!([]),
        "nothing found is an empty array, and done"
    );
}

#[test]
fn a_check_ends_with_the_state() {
    let stage = Stage::with_circle();
    let checked = stage.run(&["check", "a", "--key-file", "a.key"]).expect_done();
    let state = checked
        .stdout
        .lines()
        .last()
        .unwrap()
        .strip_prefix("state ")
        .unwrap();
    assert!(is_digest(state), "{state}");
    assert_eq!(state, stage.call("a", "show_circle", &json!({}))["state"]);
}

const RIS: &str = "TY  - JOUR\nAU  - Meulen, A. van der\nTI  - Breakdown in gezinshuizen\nPY  - 2019\nJO  - Jeugdbeleid\nER  - \n";
const BIBTEX: &str =
    "@book{wit, author = {de Wit, Bas}, title = {Matching}, year = {2020}, publisher = {SWP}}\n";
