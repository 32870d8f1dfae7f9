//! The policy table, cell by cell, through the window's commands and through the one door for change. What
//! a forged package may do is held against the same table in `tests/malformed`.

use kring_api::domain::circle::Circle as CircleRecord;
use kring_api::domain::contribution::Contribution;
use kring_api::domain::decision::{Action, Decision};
use kring_api::domain::kind::Kind;
use kring_api::domain::meeting::{AgendaItem, Meeting};
use kring_api::domain::member::Member;
use kring_api::domain::note::Note;
use kring_api::domain::numbering::Numbering;
use kring_api::domain::organisation::Organisation;
use kring_api::domain::receipt::Receipt;
use kring_api::domain::review::Review;
use kring_api::domain::round::{Closing, Position, Round};
use kring_api::domain::statement::{Evidence, Statement, StatementVersion};
use kring_api::domain::study::Study;
use kring_api::domain::theme::Theme;
use kring_api::error::{ApiError, Result};
use kring_store::noun::Noun;
use kring_sync::segment::Scope;
use kring_tests::policy::{Cell, RIGHTS};
use kring_tests::{Circle, Laptop};
use serde_json::{Value, json};

/// A circle with one record of many kinds, and a second laptop whose member has this right.
struct Scene {
    circle: Circle,
    ids: Value,
}

impl Scene {
    fn with(right: &str, seed: u64) -> Self {
        let mut circle = Circle::of(2, seed);
        let own = circle.laptops[1].member();
        let founder = &mut circle.laptops[0];
        let theme = founder.make("create_theme", json!({ "name": "rust" }));
        let meeting = founder.make("create_meeting", json!({ "date": "2026-03-12" }));
        let added =
            founder.ask("add_statement", json!({ "theme": theme, "text": "Rust helpt." }))["value"].clone();
        let round = founder.make("open_round", json!({ "versions": [added["version"]] }));
        let ids = json!({
            "own": own, "other": founder.member(), "theme": theme, "meeting": meeting, "round": round,
            "circle": founder.ask("show_circle", json!({}))["record"]["id"],
            "statement": added["statement"], "version": added["version"],
            "item": founder.make("add_agenda_item", json!({ "meeting": meeting, "title": "Rust" })),
            "note": founder.make("write_note", json!({ "body": "Rust." })),
            "decision": founder.make("record_decision", json!({ "meeting": meeting, "text": "Rust." })),
            "action": founder.make("add_action", json!({ "text": "Rusten." })),
            "study": founder.make("add_study", json!({ "title": "Rust" })),
            "organisation": founder.make("add_organisation", json!({ "name": "NJi" })),
            "contribution": founder.make("add_contribution", json!({ "meeting": meeting, "text": "Rust.", "consent": "with_name" })),
            "evidence": founder.make("add_evidence", json!({ "statement": added["statement"], "finding": "Rust.", "stance": "supports", "basis": "practice" })),
        });
        founder.make("set_right", json!({ "member": own, "right": right }));
        circle.exchange_all();
        Self { circle, ids }
    }

    fn id(&self, name: &str) -> &Value {
        &self.ids[name]
    }
}

/// Whether a command or act was allowed; another refusal is a fault of the test.
fn is_allowed<T: std::fmt::Debug>(what: &str, result: Result<T>) -> bool {
    match result {
        Ok(_) => true,
        Err(ApiError::NotAllowed(_)) => false,
        Err(error) => panic!("{what}: {error}"),
    }
}

type Case = (&'static str, Kind, char, Value);

/// Commands that make or change one record, with the cell that decides on them: `c` makes, `h` changes.
fn commands(scene: &Scene) -> Vec<Case> {
    let change = |name: &str, fields: Value| json!({ "id": scene.id(name), "fields": fields });
    let (meeting, statement) = (scene.id("meeting"), scene.id("statement"));
    vec![
        (
            "change_circle",
            Kind::Circle,
            'h',
            change("circle", json!({ "name": "Anders" })),
        ),
        (
            "add_member",
            Kind::Member,
            'c',
            json!({ "name": { "given": "Jan", "family": "Jansen" } }),
        ),
        (
            "change_member",
            Kind::Member,
            'h',
            change("other", json!({ "email": "u@example.nl" })),
        ),
        (
            "add_organisation",
            Kind::Organisation,
            'c',
            json!({ "name": "JongWijs" }),
        ),
        (
            "change_organisation",
            Kind::Organisation,
            'h',
            change("organisation", json!({ "name": "Anders" })),
        ),
        (
            "create_meeting",
            Kind::Meeting,
            'c',
            json!({ "date": "2026-05-21" }),
        ),
        (
            "change_meeting",
            Kind::Meeting,
            'h',
            change("meeting", json!({ "place": "Ede" })),
        ),
        (
            "record_attendance",
            Kind::Meeting,
            'h',
            json!({ "meeting": meeting, "attendance": { scene.ids["own"].as_str().unwrap(): "present" } }),
        ),
        (
            "change_agenda_item",
            Kind::AgendaItem,
            'h',
            change("item", json!({ "title": "Anders" })),
        ),
        ("write_note", Kind::Note, 'c', json!({ "body": "Anders" })),
        (
            "change_note",
            Kind::Note,
            'h',
            change("note", json!({ "title": "Anders" })),
        ),
        (
            "record_decision",
            Kind::Decision,
            'c',
            json!({ "meeting": meeting, "text": "Anders" }),
        ),
        (
            "change_decision",
            Kind::Decision,
            'h',
            change("decision", json!({ "text": "Anders" })),
        ),
        ("add_action", Kind::Action, 'c', json!({ "text": "Anders" })),
        (
            "change_action",
            Kind::Action,
            'h',
            change("action", json!({ "text": "Anders" })),
        ),
        ("create_theme", Kind::Theme, 'c', json!({ "name": "Anders" })),
        (
            "change_theme",
            Kind::Theme,
            'h',
            change("theme", json!({ "name": "Anders" })),
        ),
        (
            "reword_statement",
            Kind::StatementVersion,
            'c',
            json!({ "statement": statement, "text": "Anders" }),
        ),
        (
            "add_evidence",
            Kind::Evidence,
            'c',
            json!({ "statement": statement, "finding": "Anders", "stance": "supports", "basis": "practice" }),
        ),
        (
            "change_evidence",
            Kind::Evidence,
            'h',
            change("evidence", json!({ "page": "1" })),
        ),
        (
            "open_round",
            Kind::Round,
            'c',
            json!({ "versions": [scene.id("version")] }),
        ),
        ("add_study", Kind::Study, 'c', json!({ "title": "Anders" })),
        (
            "change_study",
            Kind::Study,
            'h',
            change("study", json!({ "title": "Anders" })),
        ),
        (
            "add_contribution",
            Kind::Contribution,
            'c',
            json!({ "meeting": meeting, "text": "Anders", "consent": "with_name" }),
        ),
        (
            "change_contribution",
            Kind::Contribution,
            'h',
            change("contribution", json!({ "feedback": "Anders" })),
        ),
        (
            "trash_record",
            Kind::Theme,
            'h',
            json!({ "id": scene.id("theme") }),
        ),
    ]
}

#[test]
fn every_command_of_the_window_does_what_the_table_allows() {
    for (at, right) in RIGHTS.iter().enumerate() {
        let mut scene = Scene::with(right, 280 + at as u64);
        for (command, kind, deed, input) in commands(&scene) {
            let what = format!("{right}: {command}");
            let before = scene.circle.laptops[1].dump();
            let allowed = is_allowed(&what, scene.circle.laptops[1].call(command, input));
            assert_eq!(allowed, Cell::of(kind, right).other.contains(deed), "{what}");
            assert!(
                allowed || scene.circle.laptops[1].dump() == before,
                "{what} left a trace"
            );
        }
        let own = json!({ "id": scene.id("own"), "fields": { "email": "ik@example.nl" } });
        let result = scene.circle.laptops[1].call("change_member", own);
        let cell = Cell::of(Kind::Member, right);
        assert_eq!(
            is_allowed("own member", result),
            cell.own.contains('h'),
            "{right}: the own record"
        );
        let position = json!({ "round": scene.id("round"), "stance": "agree" });
        let result = scene.circle.laptops[1].call("give_position", position);
        let cell = Cell::of(Kind::Position, right);
        assert_eq!(
            is_allowed("position", result),
            cell.own.contains('c'),
            "{right}: an own position"
        );
        let close = json!({ "id": scene.id("round") });
        let result = scene.circle.laptops[1].call("close_round", close);
        let cell = Cell::of(Kind::Closing, right);
        assert_eq!(
            is_allowed("closing", result),
            cell.other.contains('c'),
            "{right}: closing a round"
        );
        scene.circle.exchange_all();
        scene
            .circle
            .assert_equal_among(&[0, 1], "what was allowed here counts there");
    }
}

/// Records that a right may or may not erase, with their kinds. Each is erased by itself: what hangs on it
/// would go along, or stay behind without it.
const ERASED: &[(&str, Kind)] = &[
    ("circle", Kind::Circle),
    ("organisation", Kind::Organisation),
    ("item", Kind::AgendaItem),
    ("note", Kind::Note),
    ("decision", Kind::Decision),
    ("action", Kind::Action),
    ("evidence", Kind::Evidence),
    ("study", Kind::Study),
    ("contribution", Kind::Contribution),
    ("round", Kind::Round),
    ("version", Kind::StatementVersion),
    ("statement", Kind::Statement),
    ("theme", Kind::Theme),
    ("meeting", Kind::Meeting),
];

#[test]
fn a_record_is_erased_by_who_may_and_the_circle_itself_by_nobody() {
    for (at, right) in RIGHTS.iter().enumerate() {
        let mut scene = Scene::with(right, 284 + at as u64);
        for (name, kind) in ERASED {
            let what = format!("{right} erases {kind}");
            let laptop = &mut scene.circle.laptops[1];
            let before = laptop.dump();
            let result = laptop.call("erase_record", json!({ "id": scene.ids[*name] }));
            let allowed = match result {
                Err(error) if *kind == Kind::Circle => {
                    assert_eq!(error.code(), "err-stays", "{what}");
                    false
                }
                result => is_allowed(&what, result),
            };
            assert_eq!(allowed, Cell::of(*kind, right).other.contains('e'), "{what}");
            assert!(allowed || laptop.dump() == before, "{what} left a trace");
        }
        scene.circle.exchange_all();
        scene
            .circle
            .assert_equal_among(&[0, 1], "what was erased here is gone there");
    }
}

/// Makes a record through the one door for change.
fn make<T: Noun>(laptop: &mut Laptop, fields: &Value) -> Result<()> {
    let record: T = serde_json::from_value(fields.clone()).unwrap();
    let done = laptop
        .workspace()
        .transact("write_note", |act| act.create(Scope::Circle, &record));
    done.map(drop)
}

type Maker = fn(&mut Laptop, &Value) -> Result<()>;

/// One record of every kind that this version reads.
fn makers(scene: &Scene) -> Vec<(Kind, Maker, Value)> {
    let (own, theme) = (scene.id("own"), scene.id("theme"));
    let (meeting, round) = (scene.id("meeting"), scene.id("round"));
    let (statement, version) = (scene.id("statement"), scene.id("version"));
    let name = json!({ "given": "Jan", "family": "Jansen" });
    vec![
        (Kind::Circle, make::<CircleRecord>, json!({ "name": "Anders" })),
        (Kind::Member, make::<Member>, json!({ "name": name })),
        (Kind::Organisation, make::<Organisation>, json!({ "name": "NJi" })),
        (Kind::Meeting, make::<Meeting>, json!({ "number": 9 })),
        (
            Kind::AgendaItem,
            make::<AgendaItem>,
            json!({ "meeting": meeting, "title": "Rust" }),
        ),
        (
            Kind::Note,
            make::<Note>,
            json!({ "subject": null, "title": "", "body": "Rust." }),
        ),
        (
            Kind::Decision,
            make::<Decision>,
            json!({ "meeting": meeting, "text": "Rust." }),
        ),
        (Kind::Action, make::<Action>, json!({ "text": "Rusten." })),
        (Kind::Theme, make::<Theme>, json!({ "name": "rust" })),
        (Kind::Statement, make::<Statement>, json!({ "theme": theme })),
        (
            Kind::StatementVersion,
            make::<StatementVersion>,
            json!({ "statement": statement, "text": "Rust." }),
        ),
        (
            Kind::Round,
            make::<Round>,
            json!({ "versions": [version], "rule": { "rule": "consent" }, "leader": own }),
        ),
        (
            Kind::Position,
            make::<Position>,
            json!({ "round": round, "version": version, "holder": own, "stance": "agree" }),
        ),
        (
            Kind::Closing,
            make::<Closing>,
            json!({ "round": round, "positions": [] }),
        ),
        (Kind::Study, make::<Study>, json!({ "title": "Rust" })),
        (
            Kind::Evidence,
            make::<Evidence>,
            json!({ "statement": statement, "finding": "Rust.", "stance": "supports", "basis": "practice" }),
        ),
        (
            Kind::Contribution,
            make::<Contribution>,
            json!({ "meeting": meeting, "text": "Rust.", "consent": "with_name" }),
        ),
        (
            Kind::Numbering,
            make::<Numbering>,
            json!({ "series": "decision", "year": 2026, "number": 9, "subject": theme }),
        ),
        (
            Kind::Review,
            make::<Review>,
            json!({ "subject": theme, "key": "name", "sides": ["11".repeat(32), "22".repeat(32)] }),
        ),
        (
            Kind::Receipt,
            make::<Receipt>,
            json!({ "erasure": "11".repeat(32) }),
        ),
    ]
}

#[test]
fn the_one_door_for_change_lets_through_what_the_table_allows() {
    for (at, right) in RIGHTS.iter().enumerate() {
        let mut scene = Scene::with(right, 290 + at as u64);
        let makers = makers(&scene);
        let kinds: Vec<Kind> = makers.iter().map(|(kind, _, _)| *kind).collect();
        assert_eq!(
            kinds,
            kring_store::table::NOUNS,
            "every kind that this version reads is tried"
        );
        for (kind, make, fields) in makers {
            let cell = Cell::of(kind, right);
            let expected = if kind.is_owned() { cell.own } else { cell.other }.contains('c');
            let what = format!("{right} makes {kind}");
            let made = is_allowed(&what, make(&mut scene.circle.laptops[1], &fields));
            assert_eq!(made, expected, "{what}");
        }
        scene.circle.exchange_all();
        scene
            .circle
            .assert_equal_among(&[0, 1], "what was allowed here counts there");
    }
}
