//! House rules that no compiler checks: who may know whom, and that what is generated or said twice agrees.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::process::Command;

use kring_api::app::APP_COMMANDS;
use kring_api::command::COMMANDS;
use kring_api::domain::text::Language;
use kring_tests::Circle;
use serde_json::Value;

/// Which crates of ours a crate may build on.
const EDGES: &[(&str, &[&str])] = &[
    ("kring-domain", &[]),
    ("kring-store", &["kring-domain"]),
    ("kring-trust", &["kring-domain"]),
    ("kring-sync", &["kring-domain", "kring-trust"]),
    ("kring-export", &["kring-domain"]),
    ("kring-import", &["kring-domain"]),
    (
        "kring-api",
        &[
            "kring-domain",
            "kring-store",
            "kring-trust",
            "kring-sync",
            "kring-export",
            "kring-import",
        ],
    ),
    ("kring-system", &["kring-api"]),
    ("kring-cli", &["kring-api", "kring-system"]),
    ("kringboek-desktop", &["kring-api", "kring-system"]),
    ("kring-bridge", &["kring-api", "kring-system"]),
    ("kring-empty-window", &[]),
    // In its tests it knows all; outside them there is nothing.
    ("kring-fuzz", &[]),
];

/// Heavy libraries, each with the crates that may use it.
const HOMES: &[(&str, &[&str])] = &[
    ("rusqlite", &["kring-store"]),
    ("refinery", &["kring-store"]),
    ("loro", &["kring-sync"]),
    ("age", &["kring-sync"]),
    ("coset", &["kring-sync"]),
    ("zstd", &["kring-sync"]),
    // The one inside age, which takes keys as text only.
    ("x25519-dalek", &["kring-sync"]),
    ("ed25519-dalek", &["kring-trust"]),
    ("argon2", &["kring-trust"]),
    ("chacha20poly1305", &["kring-trust"]),
    // The store digests its view's definitions and its journal's lines: no keys, no signatures.
    ("sha2", &["kring-trust", "kring-store"]),
    ("typst", &["kring-export"]),
    ("typst-pdf", &["kring-export"]),
    ("hayagriva", &["kring-export"]),
    ("biblatex", &["kring-import"]),
    ("clap", &["kring-cli"]),
    ("tauri", &["kringboek-desktop", "kring-empty-window"]),
];

/// What each crate of the workspace depends on outside its tests, by name.
fn dependencies() -> BTreeMap<String, BTreeSet<String>> {
    let output = Command::new(env!("CARGO"))
        .args([
            "metadata",
            "--format-version",
            "1",
            "--no-deps",
            "--offline",
            "--manifest-path",
        ])
        .arg(root().join("Cargo.toml"))
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let of = |package: &Value| {
        let all = package["dependencies"].as_array().unwrap().iter();
        all.filter(|dependency| dependency["kind"] != "dev")
            .map(|dependency| text(&dependency["name"]))
            .collect()
    };
    metadata["packages"]
        .as_array()
        .unwrap()
        .iter()
        .map(|package| (text(&package["name"]), of(package)))
        .collect()
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..")
}

#[test]
fn crates_know_only_whom_they_may_know() {
    let mut found = dependencies();
    found.remove("kring-tests");
    let listed: BTreeSet<&str> = EDGES.iter().map(|(name, _)| *name).collect();
    let built: BTreeSet<&str> = found.keys().map(String::as_str).collect();
    assert_eq!(listed, built, "a new crate says here whom it may know");
    for (name, allowed) in EDGES {
        let ours: Vec<&String> = found[*name]
            .iter()
            .filter(|dependency| dependency.starts_with("kring-"))
            .collect();
        let beyond: Vec<&&String> = ours
            .iter()
            .filter(|dependency| !allowed.contains(&dependency.as_str()))
            .collect();
        assert!(
            beyond.is_empty(),
            "{name} knows {beyond:?}: only kring-api composes the others"
        );
    }
}

#[test]
fn a_heavy_library_lives_in_one_crate() {
    let mut found = dependencies();
    found.remove("kring-tests");
    for (library, homes) in HOMES {
        let users: Vec<&str> = found
            .iter()
            .filter(|(_, dependencies)| dependencies.contains(*library))
            .map(|(name, _)| name.as_str())
            .collect();
        assert!(
            !users.is_empty(),
            "nobody uses {library} any more: take it off the list"
        );
        let strangers: Vec<&&str> = users.iter().filter(|user| !homes.contains(*user)).collect();
        assert!(
            strangers.is_empty(),
            "{library} is used by {strangers:?} instead of {homes:?} only"
        );
    }
}

#[test]
fn the_picture_of_the_schema_is_fresh() {
    let mut circle = Circle::of(1, 180);
    let schema = kring_store::dump::schema(circle.laptops[0].workspace().db()).unwrap();
    let path = root().join("src-tauri/crates/kring-store/schema.sql");
    if std::env::var_os("KRING_BLESS").is_some() {
        std::fs::write(&path, &schema).unwrap();
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        committed == schema,
        "schema.sql is made anew by KRING_BLESS=1 cargo test -p kring-tests --test it schema"
    );
}

#[test]
fn every_command_says_what_it_does_and_takes_an_object() {
    COMMANDS.iter().for_each(is_described);
    APP_COMMANDS.iter().for_each(is_described);
    let circle = COMMANDS.iter().map(|command| command.name);
    let app = APP_COMMANDS.iter().map(|command| command.name);
    let names: BTreeSet<&str> = circle.chain(app).collect();
    assert_eq!(
        names.len(),
        COMMANDS.len() + APP_COMMANDS.len(),
        "a name is one command, of a circle or of the app"
    );
}

fn is_described<R>(command: &kring_api::command::Command<R>) {
    let name = command.name;
    let sentence = command.about;
    assert!(
        sentence.starts_with(|first: char| first.is_ascii_uppercase()) && sentence.ends_with('.'),
        "{name}: {sentence}"
    );
    let (input, output) = ((command.input)(), (command.output)());
    assert_eq!(input["type"], "object", "{name} takes fields by name");
    for schema in [&input, &output] {
        assert!(
            schema["type"].is_string(),
            "{name}: a window is written against {schema}"
        );
        let unresolved: Vec<&str> = references(schema)
            .into_iter()
            .filter(|path| schema.pointer(path).is_none())
            .collect();
        assert!(
            unresolved.is_empty(),
            "{name} names {unresolved:?} without defining them"
        );
    }
}

/// The places in the schema itself that its references point to.
fn references(schema: &Value) -> Vec<&str> {
    match schema {
        Value::Object(fields) => {
            let own = fields
                .get("$ref")
                .and_then(Value::as_str)
                .and_then(|path| path.strip_prefix('#'));
            own.into_iter()
                .chain(fields.values().flat_map(references))
                .collect()
        }
        Value::Array(items) => items.iter().flat_map(references).collect(),
        _ => Vec::new(),
    }
}

/// Every catalogue in Dutch and English, by its name: the core's, and one of each feature of the window.
fn catalogues() -> Vec<(String, [String; 2])> {
    let window = root().join("assets/text/window");
    let read = |name: &str, ending: &str| {
        let path = window.join(format!("{name}.{ending}.ftl"));
        std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    };
    let mut catalogues: Vec<(String, [String; 2])> = std::fs::read_dir(&window)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter_map(|name| name.strip_suffix(".nl.ftl").map(str::to_owned))
        .map(|name| (name.clone(), [read(&name, "nl"), read(&name, "en")]))
        .collect();
    let core = [Language::Dutch, Language::English].map(|language| language.source().to_owned());
    catalogues.push(("core".to_owned(), core));
    catalogues
}

/// The keys of a catalogue, each with the values its sentence names.
fn sentences(source: &str) -> BTreeMap<&str, BTreeSet<&str>> {
    let mut sentences: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let mut key = "";
    for line in source.lines() {
        let begins = line.starts_with(|first: char| first.is_ascii_lowercase());
        if let Some((name, _)) = line.split_once(" =").filter(|_| begins) {
            assert!(!sentences.contains_key(name), "{name} is said twice");
            key = name;
        }
        let named = line.split('$').skip(1).map(|rest| {
            rest.split(|c: char| !c.is_alphanumeric() && c != '-')
                .next()
                .unwrap()
        });
        sentences.entry(key).or_default().extend(named);
    }
    sentences.remove("");
    sentences
}

#[test]
fn both_languages_say_the_same_things_with_the_same_values() {
    for (catalogue, [dutch, english]) in catalogues() {
        let (dutch, english) = (sentences(&dutch), sentences(&english));
        let missing = |a: &BTreeMap<&str, _>, b: &BTreeMap<&str, _>| -> Vec<String> {
            let only = a.keys().filter(|key| !b.contains_key(*key));
            only.map(|key| (*key).to_owned()).collect()
        };
        assert_eq!(
            missing(&dutch, &english),
            Vec::<String>::new(),
            "{catalogue}: in Dutch only"
        );
        assert_eq!(
            missing(&english, &dutch),
            Vec::<String>::new(),
            "{catalogue}: in English only"
        );
        for (key, values) in &dutch {
            assert_eq!(
                values, &english[key],
                "{catalogue}: {key} names other values in English"
            );
        }
    }
}

#[test]
fn every_line_of_every_catalogue_is_understood() {
    for (catalogue, sources) in catalogues() {
        for source in sources {
            if let Err((_, errors)) = fluent_bundle::FluentResource::try_new(source) {
                panic!("{catalogue}: {errors:?}");
            }
        }
    }
}

#[test]
fn every_error_comes_with_what_to_do() {
    let dutch = sentences(Language::Dutch.source());
    let errors: Vec<&&str> = dutch.keys().filter(|key| key.starts_with("err-")).collect();
    let (todo, happened): (Vec<&&str>, Vec<&&str>) =
        errors.into_iter().partition(|key| key.ends_with("-todo"));
    let without: Vec<&&&str> = happened
        .iter()
        .filter(|key| !dutch.contains_key(format!("{key}-todo").as_str()))
        .collect();
    assert!(
        without.is_empty(),
        "{without:?} say what happened and not what to do"
    );
    let alone: Vec<&&&str> = todo
        .iter()
        .filter(|key| !dutch.contains_key(key.trim_end_matches("-todo")))
        .collect();
    assert!(alone.is_empty(), "{alone:?} belong to no error");
}
