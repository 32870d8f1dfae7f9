//! Finding things.

use kring_tests::{Circle, Laptop, by_id};
use serde_json::{Value, json};

fn find(laptop: &mut Laptop, query: &str) -> Vec<Value> {
    laptop
        .ask("search", json!({ "query": query }))
        .as_array()
        .unwrap()
        .clone()
}

fn ids(laptop: &mut Laptop, query: &str) -> Vec<Value> {
    find(laptop, query)
        .into_iter()
        .map(|hit| hit["id"].clone())
        .collect()
}

#[test]
fn the_beginning_of_a_word_and_a_word_without_accents_will_do() {
    let mut circle = Circle::of(1, 150);
    let founder = &mut circle.laptops[0];
    let theme = founder.make("create_theme", json!({ "name": "continuïteit" }));
    let note = founder.make("write_note", json!({ "body": "Gezinshuisouders blijven." }));
    let member = founder.make(
        "add_member",
        json!({ "name": { "given": "Gé", "particle": "'t", "family": "Hart" } }),
    );
    for (query, id) in [
        ("continuiteit", &theme),
        ("CONTINUÏ", &theme),
        ("gezinshuis", &note),
        ("ge hart", &member),
        ("blij gezin", &note),
    ] {
        assert_eq!(ids(founder, query), [json!(id)], "{query}");
    }
    assert_eq!(
        ids(founder, "gezinshuis vertrek"),
        Vec::<Value>::new(),
        "every word must occur"
    );
    let hit = &find(founder, "blijven")[0];
    assert_eq!(hit["snippet"], "Gezinshuisouders blijven.");
    assert_eq!(
        hit["matches"],
        json!([[17, 24]]),
        "the passage says where the word stands"
    );
}

#[test]
fn a_title_comes_before_a_statement_and_a_statement_before_a_note() {
    let mut circle = Circle::of(1, 151);
    let founder = &mut circle.laptops[0];
    let note = founder.make(
        "write_note",
        json!({ "title": "Verslag", "body": "We spraken over hechting." }),
    );
    let other = founder.make("create_theme", json!({ "name": "gedrag" }));
    let statement = founder.ask(
        "add_statement",
        json!({ "theme": other, "text": "Voor een kind gaat hechting voor." }),
    );
    let theme = founder.make("create_theme", json!({ "name": "hechting" }));
    assert_eq!(
        ids(founder, "hechting"),
        [json!(theme), statement["value"]["statement"].clone(), json!(note)]
    );
    let hits = find(founder, "hechting");
    let kinds: Vec<&Value> = hits.iter().map(|hit| &hit["kind"]).collect();
    assert_eq!(
        kinds,
        ["theme", "statement", "note"],
        "a wording opens its statement"
    );
    assert!(hits.iter().all(|hit| !hit["why"].as_str().unwrap().is_empty()));
}

#[test]
fn what_is_in_the_trash_is_not_found_until_it_is_back() {
    let mut circle = Circle::of(2, 152);
    let founder = &mut circle.laptops[0];
    let theme = founder.make("create_theme", json!({ "name": "hechting" }));
    let done = founder.ask(
        "add_statement",
        json!({ "theme": theme, "text": "Rust gaat voor." }),
    );
    let statement = done["value"]["statement"].as_str().unwrap().to_owned();
    for id in [&theme, &statement] {
        founder.make("trash_record", by_id(id));
    }
    circle.exchange_all();
    for laptop in &mut circle.laptops {
        assert_eq!(ids(laptop, "hechting"), Vec::<Value>::new());
        assert_eq!(
            ids(laptop, "rust"),
            Vec::<Value>::new(),
            "the words of a trashed statement are not found either"
        );
    }
    circle.laptops[1].make("restore_record", by_id(&theme));
    assert_eq!(ids(&mut circle.laptops[1], "hechting"), [json!(theme)]);
}

#[test]
fn a_query_is_only_ever_words() {
    let mut circle = Circle::of(1, 153);
    let founder = &mut circle.laptops[0];
    let theme = founder.make("create_theme", json!({ "name": "rust" }));
    let strange = [
        "",
        "   ",
        "\"",
        "'",
        "*",
        "rust\"",
        "\"rust",
        "rust*",
        "rust AND",
        "OR rust",
        "NOT rust",
        "NEAR(rust",
        "title:rust",
        "{title body}: rust",
        "^rust",
        "(rust",
        "rust; DROP TABLE search",
        "-rust",
        "rust\0",
        "🏠",
        "a".repeat(100_000).as_str(),
    ]
    .map(str::to_owned);
    for query in strange {
        let found = founder.call("search", json!({ "query": query }));
        assert!(found.is_ok(), "{query:?}: {found:?}");
    }
    let many = "rust ".repeat(10_000);
    assert_eq!(ids(founder, &many), [json!(theme)]);
    assert_eq!(
        ids(founder, "title:rust"),
        Vec::<Value>::new(),
        "no word of a query commands anything"
    );
}

#[test]
fn a_private_note_is_found_on_its_own_laptop_only() {
    let mut circle = Circle::of(2, 154);
    let note = circle.laptops[0].make(
        "write_note",
        json!({ "body": "Twijfel over de matching.", "private": true }),
    );
    circle.exchange_all();
    assert_eq!(ids(&mut circle.laptops[0], "twijfel"), [json!(note)]);
    assert_eq!(ids(&mut circle.laptops[1], "twijfel"), Vec::<Value>::new());
}

#[test]
fn a_search_gives_as_many_hits_as_asked_for() {
    let mut circle = Circle::of(1, 155);
    let founder = &mut circle.laptops[0];
    for at in 0..60 {
        founder.make("create_theme", json!({ "name": format!("rust {at}") }));
    }
    assert_eq!(ids(founder, "rust").len(), 50);
    let few = founder.ask("search", json!({ "query": "rust", "most": 3 }));
    assert_eq!(few.as_array().unwrap().len(), 3);
}
