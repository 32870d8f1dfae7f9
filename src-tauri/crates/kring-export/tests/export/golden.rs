//! The sample summary as HTML and Markdown, word for word. `KRING_BLESS=1 cargo test` writes the files anew.

use std::path::Path;

use kring_domain::text::{Catalogue, Language};
use kring_export::summary::Status;
use kring_export::{html, markdown};

use crate::sample;

fn check(name: &str, written: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/golden")
        .join(name);
    if std::env::var_os("KRING_BLESS").is_some() {
        std::fs::write(&path, written).unwrap();
    }
    let expected = std::fs::read_to_string(&path).unwrap();
    assert_eq!(
        written, expected,
        "{name} differs; read the difference before blessing it"
    );
}

#[test]
fn the_sample_summary_as_html() {
    check(
        "summary.html",
        &html(&sample::summary(), &Catalogue::new(Language::Dutch)).unwrap(),
    );
}

#[test]
fn the_sample_summary_as_markdown() {
    check(
        "summary.md",
        &markdown(&sample::summary(), &Catalogue::new(Language::Dutch)).unwrap(),
    );
}

#[test]
fn the_sample_summary_in_english() {
    check(
        "summary.en.md",
        &markdown(&sample::summary(), &Catalogue::new(Language::English)).unwrap(),
    );
}

#[test]
fn an_empty_meeting_still_says_that_nothing_was_decided() {
    let mut summary = sample::summary();
    summary.statements.clear();
    summary.decisions.clear();
    summary.actions.clear();
    summary.studies.clear();
    summary.items.clear();
    summary.unknown.clear();
    summary.contributions.clear();
    summary.status = Status::Draft;
    check(
        "empty.md",
        &markdown(&summary, &Catalogue::new(Language::Dutch)).unwrap(),
    );
}

#[test]
fn html_is_one_file_that_runs_and_loads_nothing() {
    let page = html(&sample::summary(), &Catalogue::new(Language::Dutch)).unwrap();
    for forbidden in ["<script", "<link", "<img", "src=", "@import", "url("] {
        assert!(
            !page.contains(forbidden),
            "{forbidden} would run or load something"
        );
    }
}
