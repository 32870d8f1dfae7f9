//! Studies: by hand, from other programs' files, and what they are linked to.

use std::path::PathBuf;

use kring_tests::{Circle, Laptop, TestHost, by_id, code};
use serde_json::{Value, json};

/// A file as a reference program wrote it.
fn fixture(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../src-tauri/crates/kring-import/tests/fixtures")
        .join(name)
}

fn import(laptop: &mut Laptop, files: Vec<PathBuf>) -> kring_api::error::Result<Value> {
    laptop.call_with(
        &mut TestHost {
            files,
            ..TestHost::default()
        },
        "import_studies",
        json!({}),
    )
}

fn count(value: &Value) -> usize {
    value.as_array().unwrap().len()
}

#[test]
fn ris_bibtex_and_csl_are_read_and_nothing_is_added_twice() {
    let mut circle = Circle::of(1, 70);
    let founder = &mut circle.laptops[0];
    let names = [
        "zotero.ris",
        "jabref.bib",
        "zotero.json",
        "refman_1252.ris",
        "crossref.json",
    ];
    let files: Vec<PathBuf> = names.into_iter().map(fixture).collect();
    let first = import(founder, files.clone()).unwrap();
    let listed = founder.ask("list_studies", json!({}));
    assert!(count(&first["value"]["added"]) >= 6, "{first}");
    assert_eq!(count(&first["value"]["added"]), count(&listed));
    let again = import(founder, files).unwrap();
    assert_eq!(
        again["value"]["added"],
        json!([]),
        "the same files bring nothing new"
    );
    let read = count(&first["value"]["added"]) as u64 + first["value"]["known"].as_u64().unwrap();
    assert_eq!(again["value"]["known"], json!(read), "every entry is recognised");
    assert_eq!(founder.ask("list_studies", json!({})), listed);
    let hits = founder.ask("search", json!({ "query": "schep" }));
    assert_eq!(hits[0]["kind"], "study", "an author finds the study");
}

#[test]
fn a_file_that_is_no_list_of_studies_is_refused_and_a_broken_entry_is_named() {
    let mut circle = Circle::of(1, 71);
    let root = circle.root.path().to_owned();
    let founder = &mut circle.laptops[0];
    let holiday = root.join("vakantie.txt");
    std::fs::write(&holiday, "Zee, strand en zon.").unwrap();
    assert_eq!(
        code(import(founder, vec![fixture("zotero.ris"), holiday])),
        "err-studies-not-recognised"
    );
    assert_eq!(
        founder.ask("list_studies", json!({})),
        json!([]),
        "files are taken over together or not at all"
    );
    assert_eq!(code(import(founder, Vec::new())), "err-no-file");

    let broken = root.join("half.ris");
    std::fs::write(
        &broken,
        "TY  - BOOK\nAU  - Wit, Bas de\nER  - \nTY  - BOOK\nTI  - Heel\nER  - \n",
    )
    .unwrap();
    let done = import(founder, vec![broken]).unwrap();
    assert_eq!(count(&done["value"]["added"]), 1, "what can be read is read");
    let problem = &done["value"]["problems"][0];
    assert_eq!(
        (&problem["file"], &problem["line"]),
        (&json!("half.ris"), &json!(1))
    );
    assert_eq!(problem["happened"], "Dit onderdeel heeft geen titel.");
}

#[test]
fn a_study_by_hand_is_linked_to_theme_meeting_and_statement_and_they_know() {
    let mut circle = Circle::of(2, 72);
    let founder = &mut circle.laptops[0];
    let theme = founder.make("create_theme", json!({ "name": "continuïteit" }));
    let meeting = founder.make("create_meeting", json!({ "date": "2026-03-12" }));
    let study = founder.make(
        "add_study",
        json!({ "title": "Wat werkt in gezinshuizen", "issued": { "year": 2017 } }),
    );
    founder.make(
        "link_study",
        json!({ "study": study, "theme": theme, "meeting": meeting }),
    );
    let statement = founder.ask("add_statement", json!({ "theme": theme, "text": "Rust helpt." }));
    let statement = statement["value"]["statement"].as_str().unwrap().to_owned();
    let evidence = json!({ "statement": statement, "study": study, "stance": "nuances", "basis": "science", "page": "p. 12" });
    founder.make("add_evidence", evidence);
    circle.exchange_all();

    let reader = &mut circle.laptops[1];
    let links = reader.ask("list_backlinks", by_id(&theme));
    assert!(
        links
            .as_array()
            .unwrap()
            .iter()
            .any(|link| link["id"] == json!(study)),
        "{links}"
    );
    assert_eq!(reader.ask("show_theme", by_id(&theme))["studies"][0]["id"], study);
    assert_eq!(
        reader.ask("show_meeting", by_id(&meeting))["studies"][0]["id"],
        study
    );
    let page = reader.ask("show_study", by_id(&study));
    assert_eq!(page["backlinks"][0]["kind"], "evidence");
    assert_eq!(
        page["uses"],
        json!([{ "statement": statement, "text": "Rust helpt.", "theme_name": "continuïteit", "stances": ["nuances"] }])
    );
    assert_eq!(
        page["linked_themes"],
        json!([{ "id": theme, "name": "continuïteit" }])
    );
    assert_eq!(
        (
            &page["linked_meetings"][0]["id"],
            &page["linked_meetings"][0]["date"]
        ),
        (&json!(meeting), &json!("2026-03-12")),
        "its page reads nothing else"
    );
    let shown = reader.ask("show_statement", by_id(&statement));
    assert_eq!(shown["evidence"][0]["study_title"], "Wat werkt in gezinshuizen");

    reader.make(
        "link_study",
        json!({ "study": study, "theme": theme, "remove": true }),
    );
    circle.exchange_all();
    for laptop in &mut circle.laptops {
        assert_eq!(
            laptop.ask("show_theme", by_id(&theme))["studies"],
            json!([]),
            "the link is gone everywhere"
        );
        assert_eq!(
            laptop.ask("show_study", by_id(&study))["linked_themes"],
            json!([])
        );
        assert_eq!(
            count(&laptop.ask("show_meeting", by_id(&meeting))["studies"]),
            1,
            "the other link stays"
        );
    }
}

#[test]
fn the_same_study_linked_and_unlinked_by_two_people_keeps_both_links_apart() {
    let mut circle = Circle::of(2, 73);
    let study = circle.laptops[0].make("add_study", json!({ "title": "Breakdown" }));
    let themes =
        ["leeftijd", "gedrag"].map(|name| circle.laptops[0].make("create_theme", json!({ "name": name })));
    circle.exchange_all();
    for (at, theme) in themes.iter().enumerate() {
        circle.laptops[at].make("link_study", json!({ "study": study, "theme": theme }));
    }
    circle.exchange_all();
    for laptop in &mut circle.laptops {
        for theme in &themes {
            assert_eq!(
                count(&laptop.ask("show_theme", by_id(theme))["studies"]),
                1,
                "links merge one by one"
            );
        }
        assert_eq!(laptop.ask("list_reviews", json!({})), json!([]));
    }
}

#[test]
fn a_list_of_studies_leaves_abstracts_and_summaries_out() {
    let mut circle = Circle::of(1, 74);
    let founder = &mut circle.laptops[0];
    let whole = json!({
        "title": "Breakdown", "abstract_text": "Een lange samenvatting.", "summary": "In gewone taal.",
        "authors": [{ "family": "Meulen", "particle": "van der" }], "keywords": ["plaatsing"]
    });
    founder.make("add_study", whole);
    founder.make("add_study", json!({ "title": "Aandacht" }));
    let listed = founder.ask("list_studies", json!({}));
    assert_eq!(
        (&listed[0]["title"], &listed[0]["has_summary"]),
        (&json!("Aandacht"), &json!(false))
    );
    assert_eq!(
        (&listed[1]["has_summary"], &listed[1]["authors"][0]["family"]),
        (&json!(true), &json!("Meulen"))
    );
    let text = listed.to_string();
    assert!(!text.contains("lange") && !text.contains("gewone"), "{text}");
}

#[test]
fn a_retracted_study_says_so_wherever_it_is_read_and_its_retraction_can_be_taken_back() {
    let mut circle = Circle::of(2, 73);
    let founder = &mut circle.laptops[0];
    let theme = founder.make("create_theme", json!({ "name": "continuïteit" }));
    let study = founder.make("add_study", json!({ "title": "Wat werkt in gezinshuizen" }));
    let meeting = founder.make("create_meeting", json!({ "date": "2026-03-12" }));
    founder.make("link_study", json!({ "study": study, "meeting": meeting }));
    let statement = founder.ask("add_statement", json!({ "theme": theme, "text": "Rust helpt." }));
    let statement = statement["value"]["statement"].as_str().unwrap().to_owned();
    founder.make(
        "add_evidence",
        json!({ "statement": statement, "study": study, "stance": "supports", "basis": "science" }),
    );
    assert_eq!(
        founder.ask("list_studies", json!({}))[0]["retracted"],
        json!(false)
    );
    founder.make(
        "change_study",
        json!({ "id": study, "fields": { "retracted": true } }),
    );
    circle.exchange_all();

    let reader = &mut circle.laptops[1];
    assert_eq!(reader.ask("list_studies", json!({}))[0]["retracted"], json!(true));
    assert_eq!(reader.ask("show_study", by_id(&study))["retracted"], json!(true));
    assert_eq!(
        reader.ask("show_statement", by_id(&statement))["evidence"][0]["study_retracted"],
        json!(true),
        "who reads a statement sees that what it rests on was taken back"
    );

    let summary = reader.ask("preview_summary", json!({ "meeting": meeting }));
    let summary = summary["markdown"].as_str().unwrap();
    assert!(
        summary.contains("(ingetrokken)"),
        "documents say it as well: {summary}"
    );

    reader.make(
        "change_study",
        json!({ "id": study, "fields": { "retracted": false } }),
    );
    circle.exchange_all();
    let founder = &mut circle.laptops[0];
    assert_eq!(
        founder.ask("list_studies", json!({}))[0]["retracted"],
        json!(false)
    );
    founder.check().unwrap();
}
