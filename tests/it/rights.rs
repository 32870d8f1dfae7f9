//! Rights: what a reader and a member may not do, and what counts behind a right that was taken away.

use std::collections::BTreeSet;
use std::path::PathBuf;

use kring_api::command::COMMANDS;
use kring_tests::{Circle, Laptop, TestHost, code};
use serde_json::{Value, json};

/// Commands that write nothing into the circle: whoever has the store may use them.
const NOT_OF_THE_CIRCLE: &[&str] = &[
    "show_circle",
    "list_members",
    "list_organisations",
    "list_meetings",
    "show_meeting",
    "list_notes",
    "show_note",
    "list_backlinks",
    "list_decisions",
    "list_actions",
    "list_themes",
    "show_theme",
    "show_statement",
    "show_round",
    "list_studies",
    "show_study",
    "list_attachments",
    "save_attachment",
    "export_package",
    "preview_export",
    "import_package",
    "import_packages",
    "list_imports",
    "undo_import",
    "list_gaps",
    "list_quarantine",
    "retry_quarantine",
    "remove_quarantined",
    "ask_again",
    "show_record_standings",
    "list_sent",
    "set_mail_limit",
    "list_standings",
    "list_statements",
    "show_shared_folder",
    "choose_shared_folder",
    "leave_shared_folder",
    "sync_folder",
    "check_backup",
    "preview_restore",
    "view_card",
    "show_membership",
    "list_parked",
    "list_invitations",
    "accept_invitation",
    "list_reviews",
    "search",
    "list_trash",
    "list_operations",
    "show_history",
    "show_version",
    "show_blame",
    "list_changes",
    "show_erasing",
    "list_erasures",
    "export_erasure",
    "export_summary",
    "preview_summary",
    "check_store",
    "change_passphrase",
    "list_backups",
    "back_up",
    "show_journal",
    "show_today",
    "list_unseen",
    "mark_seen",
    "keep_draft",
    "settle_draft",
    "drop_draft",
    "list_drafts",
    "print_summary",
    "share_text",
];

/// What the founder made before someone may only read, by name.
struct Made {
    values: Value,
}

impl Made {
    fn in_circle(founder: &mut Laptop) -> Self {
        let theme = founder.make("create_theme", json!({ "name": "rust" }));
        let meeting = founder.make("create_meeting", json!({ "date": "2026-03-12" }));
        let item = founder.make("add_agenda_item", json!({ "meeting": meeting, "title": "Rust" }));
        founder.make(
            "add_agenda_item",
            json!({ "meeting": meeting, "title": "Rondvraag" }),
        );
        let statement =
            founder.ask("add_statement", json!({ "theme": theme, "text": "Rust helpt." }))["value"].clone();
        let round = founder.make("open_round", json!({ "versions": [statement["version"]] }));
        let values = json!({
            "theme": theme, "meeting": meeting, "item": item, "round": round,
            "statement": statement["statement"], "version": statement["version"],
            "note": founder.make("write_note", json!({ "subject": item, "body": "Rust." })),
            "decision": founder.make("record_decision", json!({ "meeting": meeting, "text": "Rust." })),
            "action": founder.make("add_action", json!({ "text": "Rusten." })),
            "study": founder.make("add_study", json!({ "title": "Rust" })),
            "organisation": founder.make("add_organisation", json!({ "name": "NJi" })),
            "contribution": founder.make("add_contribution", json!({ "meeting": meeting, "text": "Rust.", "consent": "with_name" })),
            "evidence": founder.make("add_evidence", json!({ "statement": statement["statement"], "finding": "Rust.", "stance": "supports", "basis": "practice" })),
            "founder": founder.member(), "device": founder.workspace().device().to_string(),
            "trashed": founder.make("create_theme", json!({ "name": "weg" })),
        });
        founder.make("trash_record", json!({ "id": values["trashed"] }));
        let attachments = json!({ "0".repeat(64): { "name": "Rust.pdf", "bytes": 7 } });
        founder.make(
            "change_study",
            json!({ "id": values["study"], "fields": { "attachments": attachments } }),
        );
        Self { values }
    }

    fn id(&self, name: &str) -> Value {
        self.values[name].clone()
    }

    fn change(&self, name: &str, fields: &Value) -> Value {
        json!({ "id": self.id(name), "fields": fields })
    }
}

/// Every command that writes into the circle, with an input that a coordinator could use.
fn writing(made: &Made, circle: &Value, own: &str) -> Vec<(&'static str, Value)> {
    let (meeting, statement) = (made.id("meeting"), made.id("statement"));
    vec![
        (
            "change_circle",
            json!({ "id": circle, "fields": { "name": "Anders" } }),
        ),
        (
            "add_member",
            json!({ "name": { "given": "Jan", "family": "Jansen" } }),
        ),
        (
            "change_member",
            json!({ "id": own, "fields": { "email": "ik@example.nl" } }),
        ),
        ("set_right", json!({ "member": own, "right": "coordinator" })),
        ("add_organisation", json!({ "name": "JongWijs" })),
        (
            "change_organisation",
            made.change("organisation", &json!({ "name": "Anders" })),
        ),
        ("create_meeting", json!({ "date": "2026-05-21" })),
        (
            "change_meeting",
            made.change("meeting", &json!({ "place": "Ede" })),
        ),
        (
            "add_agenda_item",
            json!({ "meeting": meeting, "title": "Anders" }),
        ),
        (
            "change_agenda_item",
            made.change("item", &json!({ "title": "Anders" })),
        ),
        ("move_agenda_item", json!({ "id": made.id("item"), "place": 3 })),
        (
            "record_attendance",
            json!({ "meeting": meeting, "attendance": { own: "present" } }),
        ),
        (
            "add_contribution",
            json!({ "meeting": meeting, "text": "Anders", "consent": "with_name" }),
        ),
        (
            "change_contribution",
            made.change("contribution", &json!({ "feedback": "Anders" })),
        ),
        ("write_note", json!({ "body": "Anders" })),
        ("change_note", made.change("note", &json!({ "title": "Anders" }))),
        ("record_decision", json!({ "meeting": meeting, "text": "Anders" })),
        (
            "change_decision",
            made.change("decision", &json!({ "text": "Anders" })),
        ),
        ("add_action", json!({ "text": "Anders" })),
        (
            "change_action",
            made.change("action", &json!({ "text": "Anders" })),
        ),
        ("create_theme", json!({ "name": "Anders" })),
        ("change_theme", made.change("theme", &json!({ "name": "Anders" }))),
        (
            "add_statement",
            json!({ "theme": made.id("theme"), "text": "Anders" }),
        ),
        (
            "reword_statement",
            json!({ "statement": statement, "text": "Anders" }),
        ),
        (
            "add_evidence",
            json!({ "statement": statement, "finding": "Anders", "stance": "supports", "basis": "practice" }),
        ),
        (
            "change_evidence",
            made.change("evidence", &json!({ "page": "1" })),
        ),
        ("open_round", json!({ "versions": [made.id("version")] })),
        (
            "give_position",
            json!({ "round": made.id("round"), "stance": "agree" }),
        ),
        (
            "record_position",
            json!({ "round": made.id("round"), "holder": own, "stance": "agree" }),
        ),
        ("close_round", json!({ "id": made.id("round") })),
        ("add_study", json!({ "title": "Anders" })),
        (
            "change_study",
            made.change("study", &json!({ "title": "Anders" })),
        ),
        (
            "link_study",
            json!({ "study": made.id("study"), "theme": made.id("theme") }),
        ),
        ("import_studies", json!({})),
        ("attach_files", json!({ "id": made.id("meeting") })),
        (
            "remove_attachment",
            json!({ "id": made.id("study"), "attachment": "0".repeat(64) }),
        ),
        ("remove_member", json!({ "member": made.id("founder") })),
        ("remove_device", json!({ "device": made.id("device") })),
        (
            "bring_back_member",
            json!({ "member": made.id("founder"), "right": "member" }),
        ),
        ("hand_over", json!({ "member": made.id("founder") })),
        ("close_circle", json!({})),
        ("admit_segments", json!({ "segments": ["0".repeat(64)] })),
        ("invite", json!({ "name": "Eefje" })),
        ("withdraw_invitation", json!({ "id": "00".repeat(32) })),
        ("approve_card", json!({ "person": "new" })),
        ("trash_record", json!({ "id": made.id("note") })),
        ("restore_record", json!({ "id": made.id("trashed") })),
        ("erase_record", json!({ "id": made.id("note") })),
        ("clean_record", json!({ "id": made.id("note") })),
    ]
}

/// A host with everything a command could ask for.
fn willing(circle: &mut Circle, seed: u64) -> TestHost {
    let (_, card) = Laptop::ask_to_join(circle.root.path(), "Eefje|ten|Have", seed, &circle.clock);
    TestHost {
        files: vec![card],
        target: Some(circle.file()),
        ..TestHost::default()
    }
}

fn studies() -> Vec<PathBuf> {
    vec![
        PathBuf::from(env!("CARGO_MANIFEST_DIR"))
            .join("../src-tauri/crates/kring-import/tests/fixtures/zotero.ris"),
    ]
}

#[test]
fn a_reader_writes_nothing_into_the_circle() {
    let mut circle = Circle::of(2, 110);
    let own = circle.laptops[1].member();
    let made = Made::in_circle(&mut circle.laptops[0]);
    circle.exchange_all();
    let private = circle.laptops[1].make("write_note", json!({ "body": "Voor mij.", "private": true }));
    circle.laptops[0].make("set_right", json!({ "member": own, "right": "reader" }));
    circle.exchange_all();
    let record = circle.laptops[0].ask("show_circle", json!({}))["record"]["id"].clone();

    let mut commands = writing(&made, &record, &own);
    commands.push(("share_note", json!({ "id": private })));
    commands.push(("share_notes", json!({ "ids": [private] })));
    // A marker, an operation and a version need somebody's change first; their tests stand with what they undo
    // and resolve. Whoever holds the kringsleutel may use it, and a laptop's key is its own affair.
    let elsewhere = [
        "undo",
        "resolve_review",
        "restore_version",
        "use_circle_key",
        "rotate_key",
    ];
    let known: BTreeSet<&str> = commands
        .iter()
        .map(|(name, _)| *name)
        .chain(elsewhere)
        .chain(NOT_OF_THE_CIRCLE.iter().copied())
        .collect();
    let all: BTreeSet<&str> = COMMANDS.iter().map(|command| command.name).collect();
    assert_eq!(
        known, all,
        "a new command is tried here or named as one that writes nothing"
    );

    let mut host = willing(&mut circle, 11_009);
    let reader = &mut circle.laptops[1];
    let before = reader.dump();
    for (name, input) in commands {
        let cards = host.files.clone();
        if name == "import_studies" {
            host.files = studies();
        }
        let refused = code(reader.call_with(&mut host, name, input));
        assert_eq!(refused, "err-not-allowed", "{name}");
        assert_eq!(reader.dump(), before, "{name} leaves every row as it was");
        host.files = cards;
    }
    assert!(!host.target.unwrap().exists(), "no answer to a card was written");
    reader.make(
        "write_note",
        json!({ "body": "Ook lezers schrijven voor zichzelf.", "private": true }),
    );
}

#[test]
fn a_member_leaves_membership_rounds_and_the_circle_to_others() {
    let mut circle = Circle::of(2, 111);
    let (first, own) = (circle.laptops[0].member(), circle.laptops[1].member());
    let made = Made::in_circle(&mut circle.laptops[0]);
    circle.exchange_all();
    let record = circle.laptops[0].ask("show_circle", json!({}))["record"]["id"].clone();
    let mut host = willing(&mut circle, 11_109);
    let member = &mut circle.laptops[1];
    let others = [
        "change_circle",
        "add_member",
        "set_right",
        "open_round",
        "record_position",
        "close_round",
        "approve_card",
        "remove_member",
        "remove_device",
        "bring_back_member",
        "hand_over",
        "close_circle",
        "admit_segments",
        "invite",
        "withdraw_invitation",
    ];
    let mut commands = writing(&made, &record, &own);
    commands.retain(|(name, _)| others.contains(name));
    commands.push((
        "change_member",
        json!({ "id": first, "fields": { "email": "u@example.nl" } }),
    ));
    assert_eq!(commands.len(), others.len() + 1);
    for (name, input) in commands {
        assert_eq!(
            code(member.call_with(&mut host, name, input)),
            "err-not-allowed",
            "{name}"
        );
    }
    member.make(
        "change_member",
        json!({ "id": own, "fields": { "email": "ik@example.nl" } }),
    );
    let own_right = member.call("set_right", json!({ "member": first, "right": "reader" }));
    assert_eq!(
        code(own_right),
        "err-not-allowed",
        "nobody below takes a right away"
    );
}

#[test]
fn what_was_written_behind_a_lowered_right_has_no_effect_anywhere() {
    let mut circle = Circle::of(3, 112);
    let members = [circle.laptops[1].member(), circle.laptops[2].member()];
    let meeting = circle.laptops[0].make(
        "create_meeting",
        json!({ "date": "2026-03-12", "place": "De Glind" }),
    );
    circle.laptops[1].make("create_theme", json!({ "name": "op tijd" }));
    circle.exchange_all();
    for (at, member) in members.iter().enumerate() {
        let laptop = &mut circle.laptops[at + 1];
        laptop.make("create_theme", json!({ "name": format!("te laat {at}") }));
        laptop.make(
            "change_meeting",
            json!({ "id": meeting, "fields": { "place": format!("Ergens {at}") } }),
        );
        circle.laptops[0].make("set_right", json!({ "member": member, "right": "reader" }));
    }
    circle.laptops[0].make(
        "change_meeting",
        json!({ "id": meeting, "fields": { "starts": "13:30:00" } }),
    );
    circle.exchange_all();

    let states = circle.states();
    let views: Vec<String> = circle.laptops.iter_mut().map(Laptop::view).collect();
    assert!(states.iter().all(|state| *state == states[0]) && views.iter().all(|view| *view == views[0]));
    for laptop in &mut circle.laptops {
        let themes = laptop.ask("list_themes", json!({}));
        let names: Vec<&Value> = themes
            .as_array()
            .unwrap()
            .iter()
            .map(|theme| &theme["name"])
            .collect();
        assert_eq!(
            names,
            [&json!("op tijd")],
            "what was there before stays, what came behind it does not count"
        );
        let meetings = laptop.ask("list_meetings", json!({}));
        assert_eq!(
            (&meetings[0]["place"], &meetings[0]["starts"]),
            (&json!("De Glind"), &json!("13:30:00"))
        );
        assert_eq!(
            laptop.ask("list_reviews", json!({})),
            json!([]),
            "what does not count asks for no choice"
        );
        assert_eq!(laptop.check().unwrap(), states[0]);
    }
    assert_eq!(
        code(circle.laptops[1].call("create_theme", json!({ "name": "nog een" }))),
        "err-not-allowed"
    );
}

#[test]
fn a_right_given_back_counts_from_then_on() {
    let mut circle = Circle::of(2, 113);
    let second = circle.laptops[1].member();
    circle.laptops[1].make("create_theme", json!({ "name": "eerst" }));
    circle.exchange_all();
    for right in ["reader", "member"] {
        circle.laptops[0].make("set_right", json!({ "member": second, "right": right }));
        circle.exchange_all();
    }
    circle.laptops[1].make("create_theme", json!({ "name": "weer" }));
    circle.exchange_all();
    for laptop in &mut circle.laptops {
        let themes = laptop.ask("list_themes", json!({}));
        assert_eq!(themes.as_array().unwrap().len(), 2, "{themes}");
    }
    let states = circle.states();
    assert_eq!(states[0], states[1]);
}

#[test]
fn who_gives_a_right_back_sees_at_once_what_it_brings() {
    let mut circle = Circle::of(3, 114);
    let second = circle.laptops[1].member();
    circle.laptops[1].make("create_theme", json!({ "name": "achter de streep" }));
    circle.laptops[0].make("set_right", json!({ "member": second, "right": "reader" }));
    circle.exchange_all();
    circle.laptops[0].make("set_right", json!({ "member": second, "right": "member" }));
    circle.send(0, 2);
    assert_eq!(
        circle.laptops[0].state(),
        circle.laptops[2].state(),
        "what counts follows from log and membership, not from who changed it"
    );
    circle.exchange_all();
    let states = circle.states();
    assert!(states.iter().all(|state| *state == states[0]), "{states:?}");
    for laptop in &mut circle.laptops {
        assert_eq!(laptop.check().unwrap(), states[0]);
    }
}
