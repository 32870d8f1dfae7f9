//! Stores and records to measure with: as large as asked for, and the same in every run.

use std::path::Path;

use kring_api::domain::block::{Block, Blocks};
use kring_api::domain::id::ThemeId;
use kring_api::domain::note::Note;
use kring_api::domain::study::{Author, PartialDate, Study};
use kring_api::domain::theme::Theme;
use kring_store::noun::Noun;
use kring_sync::segment::Scope;
use kring_tests::{Clock, Laptop, MEETING_DAY_MS, PEOPLE};
use kring_trust::operation::Right;
use serde_json::{Value, json};

/// How many characters the abstract of a study has.
pub const ABSTRACT_CHARS: usize = 1_600;
/// How many records one transaction of the preparation makes.
const AT_ONCE: usize = 2_000;
const WORDS: [&str; 24] = [
    "gezinshuis",
    "hechting",
    "plaatsing",
    "continuïteit",
    "breakdown",
    "ouders",
    "matching",
    "perspectief",
    "jeugdige",
    "begeleiding",
    "onderzoek",
    "ervaring",
    "veiligheid",
    "verblijf",
    "netwerk",
    "school",
    "overdracht",
    "pleegzorg",
    "rust",
    "regie",
    "toekomst",
    "samenwerking",
    "verandering",
    "vertrouwen",
];

/// Two laptops of one circle that both hold this many records and know it of each other.
pub struct Pair {
    /// Sends what is measured.
    pub sender: Laptop,
    /// Receives it.
    pub receiver: Laptop,
    /// A theme that studies are linked to.
    pub theme: ThemeId,
}

impl Pair {
    /// Laptops in a new folder, with a store of `records` records: notes and studies in equal parts.
    pub fn with_records(root: &Path, records: usize) -> Self {
        std::fs::create_dir(root).unwrap();
        let clock = Clock::at(MEETING_DAY_MS);
        let mut sender = Laptop::found(root, "Kenniskring gezinshuizen", PEOPLE[0], 1, &clock);
        let mut receiver = Laptop::joined(root, PEOPLE[1], 2, &clock, &mut sender, Right::Secretary);
        let theme = Theme {
            name: "continuïteit".to_owned(),
            ..Theme::default()
        };
        let done = sender
            .workspace()
            .transact("create_theme", |act| act.create(Scope::Circle, &theme))
            .unwrap();
        let theme = ThemeId(done.value);
        let half = records / 2;
        add(&mut sender, "write_note", half, |n| note(n, 3));
        add(&mut sender, "import_studies", records - half, |n| study(n, theme));
        let package = root.join("everything.kring");
        tell(&mut sender, &mut receiver, &package);
        tell(&mut receiver, &mut sender, &package);
        Self {
            sender,
            receiver,
            theme,
        }
    }
}

/// One laptop tells the other everything it has, and so what it has.
fn tell(from: &mut Laptop, to: &mut Laptop, package: &Path) {
    from.export_all(package);
    to.import(package).unwrap();
}

/// Adds records in large transactions.
pub fn add<T: Noun>(laptop: &mut Laptop, operation: &'static str, count: usize, record: impl Fn(usize) -> T) {
    for first in (0..count).step_by(AT_ONCE) {
        let numbers = first..count.min(first + AT_ONCE);
        let work = |act: &mut kring_api::workspace::Act<'_>| {
            numbers
                .map(|n| act.create(Scope::Circle, &record(n)))
                .collect::<Result<Vec<_>, _>>()
        };
        laptop.workspace().transact(operation, work).unwrap();
    }
}

/// A study with a long abstract, linked to a theme.
pub fn study(n: usize, theme: ThemeId) -> Study {
    let author = Author {
        family: format!("Onderzoeker{}", n % 97),
        given: "A.".to_owned(),
        ..Author::default()
    };
    Study {
        csl_type: "report".to_owned(),
        title: format!("{} ({n})", text(n, 60)),
        authors: vec![author],
        issued: Some(PartialDate {
            year: 2000 + (n % 25) as i32,
            ..PartialDate::default()
        }),
        publisher: "NJi".to_owned(),
        abstract_text: text(n, ABSTRACT_CHARS),
        themes: [(theme, true)].into(),
        ..Study::default()
    }
}

/// A note of so many paragraphs.
pub fn note(n: usize, paragraphs: usize) -> Note {
    let body = (0..paragraphs)
        .map(|at| Block::paragraph(text(n + at * 7, 120)))
        .collect();
    Note {
        body: Blocks(body),
        ..Note::default()
    }
}

/// Words until there are this many characters. Another number gives other words.
fn text(n: usize, chars: usize) -> String {
    let mut text = String::new();
    // Steps of a generator that visits the words in an order that does not repeat soon.
    let mut state = n as u64 + 1;
    while text.chars().count() < chars {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        text.push_str(WORDS[(state >> 33) as usize % WORDS.len()]);
        text.push(' ');
    }
    text.chars().take(chars).collect::<String>().trim_end().to_owned()
}

/// A meeting as full as a real one; answers its id.
pub fn meeting(laptop: &mut Laptop, theme: ThemeId) -> String {
    let fields = json!({ "number": 4, "of": 6, "date": "2026-03-12", "place": "De Glind", "theme": theme, "purpose": text(3, 200) });
    let meeting = laptop.make("create_meeting", fields);
    for n in 0..8 {
        let item = laptop.make(
            "add_agenda_item",
            json!({ "meeting": meeting, "title": text(n, 40), "minutes": 20 }),
        );
        let body: Vec<Value> = (0..6)
            .map(|at| json!({ "text": text(n * 10 + at, 160) }))
            .collect();
        laptop.make("write_note", json!({ "subject": item, "body": body }));
        laptop.make(
            "record_decision",
            json!({ "meeting": meeting, "item": item, "text": text(n, 100) }),
        );
        laptop.make(
            "add_action",
            json!({ "meeting": meeting, "item": item, "text": text(n, 80), "due": "2026-05-21" }),
        );
    }
    for n in 0..4 {
        let words = json!({ "theme": theme, "meeting": meeting, "text": text(n, 120) });
        let done = laptop.call("add_statement", words).unwrap();
        let round = laptop.make(
            "open_round",
            json!({ "versions": [done["value"]["version"]], "meeting": meeting }),
        );
        let position = json!({ "round": round, "stance": "agree_with_reservation", "text": text(n, 100) });
        laptop.make("give_position", position);
    }
    for study in laptop
        .call("list_studies", json!({}))
        .unwrap()
        .as_array()
        .unwrap()
        .iter()
        .take(12)
    {
        laptop.make("link_study", json!({ "study": study["id"], "meeting": meeting }));
    }
    meeting
}
