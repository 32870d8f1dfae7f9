//! The session summary: what it says, in which order, and what it leaves out.

use kring_tests::{Circle, TestHost, code};
use serde_json::{Value, json};

/// A meeting in which everything happened, in a circle of two; its id.
fn meeting(circle: &mut Circle) -> String {
    let second = circle.laptops[1].member();
    let founder = &mut circle.laptops[0];
    let first = founder.member();
    let theme = founder.make(
        "create_theme",
        json!({ "name": "continuïteit", "unknown": "Wat doet een vaste begeleider?" }),
    );
    let january = founder.make(
        "create_meeting",
        json!({ "number": 3, "of": 6, "date": "2026-01-15" }),
    );
    founder.make(
        "add_action",
        json!({ "meeting": january, "text": "Literatuur verzamelen", "owner": second, "due": "2026-03-01" }),
    );
    founder.make(
        "create_meeting",
        json!({ "number": 5, "of": 6, "date": "2026-05-21", "place": "Barneveld" }),
    );
    let march = founder.make(
        "create_meeting",
        json!({ "number": 4, "of": 6, "date": "2026-03-12", "starts": "13:30:00", "place": "De Glind", "theme": theme, "purpose": "Samen kiezen." }),
    );
    let ticks =
        json!({ "meeting": march, "attendance": { first: "present", &second: "absent_with_notice" } });
    founder.make("record_attendance", ticks);
    let item = founder.make(
        "add_agenda_item",
        json!({ "meeting": march, "title": "Rust en regelmaat" }),
    );
    founder.make(
        "write_note",
        json!({ "subject": item, "body": "We spraken over vaste gezichten." }),
    );
    founder.make(
        "write_note",
        json!({ "subject": item, "body": "Alleen voor mij bedoeld.", "private": true }),
    );
    let study = founder.make(
        "add_study",
        json!({ "title": "Wat werkt in gezinshuizen", "summary": "Blijven loont." }),
    );
    founder.make("link_study", json!({ "study": study, "meeting": march }));
    let statement = founder.ask(
        "add_statement",
        json!({ "theme": theme, "meeting": march, "text": "Continuïteit gaat voor." }),
    );
    let evidence = json!({ "statement": statement["value"]["statement"], "study": study, "stance": "supports", "basis": "science", "finding": "Minder verhuizen helpt.", "page": "p. 12" });
    founder.make("add_evidence", evidence);
    let round = founder.make(
        "open_round",
        json!({ "versions": [statement["value"]["version"]], "meeting": march }),
    );
    founder.make(
        "give_position",
        json!({ "round": round, "stance": "agree_with_reservation", "text": "Mits het veilig is." }),
    );
    let objection = json!({ "round": round, "holder": second, "stance": "object", "text": "Te weinig onderzocht.", "proof": "telefoon" });
    founder.make("record_position", objection);
    founder.make(
        "record_decision",
        json!({ "meeting": march, "text": "We vragen een vervolgonderzoek." }),
    );
    founder.make(
        "add_action",
        json!({ "meeting": march, "text": "Brief schrijven", "owner": second, "due": "2026-04-01" }),
    );
    for (text, consent) in [
        ("Ik verhuisde zes keer.", "without_name"),
        ("Dit blijft hier.", "not_in_minutes"),
        ("Vraag het ons.", "with_name"),
    ] {
        let contribution =
            json!({ "meeting": march, "from": second, "text": text, "consent": consent, "feedback": "" });
        founder.make("add_contribution", contribution);
    }
    march
}

fn markdown(circle: &mut Circle, at: usize, meeting: &str) -> String {
    let shown = circle.laptops[at].ask("preview_summary", json!({ "meeting": meeting }));
    shown["markdown"].as_str().unwrap().to_owned()
}

#[test]
fn the_parts_stand_in_their_order() {
    let mut circle = Circle::of(2, 140);
    let meeting = meeting(&mut circle);
    let text = markdown(&mut circle, 0, &meeting);
    let parts = [
        "Samenvatting van bijeenkomst 4 van 6",
        "12 maart 2026",
        "De Glind",
        "Annelies van der Meulen",
        "Thema en doel van de dag",
        "Samen kiezen.",
        "Stand van eerdere actiepunten",
        "Literatuur verzamelen",
        "Wat we bespraken",
        "vaste gezichten",
        "Onderzoeken en wat ze betekenen",
        "Blijven loont.",
        "Continuïteit gaat voor.",
        "Minder verhuizen helpt.",
        "Mits het veilig is.",
        "Besluiten",
        "We vragen een vervolgonderzoek.",
        "Actiepunten",
        "Brief schrijven",
        "Wat we nog niet weten",
        "vaste begeleider",
        "Inbreng van ervaringsdeskundigen",
        "Ik verhuisde zes keer.",
        "Volgende bijeenkomst",
        "21 mei 2026",
    ];
    let mut from = 0;
    for part in parts {
        let found = text[from..].find(part);
        from += found.unwrap_or_else(|| panic!("“{part}” stands in its place in\n{text}"));
    }
}

#[test]
fn reservations_and_objections_are_always_printed_with_the_outcome() {
    let mut circle = Circle::of(2, 141);
    let meeting = meeting(&mut circle);
    circle.exchange_all();
    let texts = [0, 1].map(|at| markdown(&mut circle, at, &meeting));
    assert_eq!(texts[0], texts[1], "who makes it makes no difference");
    for part in [
        "Mits het veilig is.",
        "Te weinig onderzocht.",
        "0 van 2 instemming, 1 voorbehoud, 1 bezwaar",
        "geen overeenstemming",
    ] {
        assert!(texts[0].contains(part), "“{part}” is in\n{}", texts[0]);
    }
    assert!(
        texts[0].contains("2026-001 (voorlopig)"),
        "until adoption a number is provisional"
    );
}

#[test]
fn what_is_private_or_not_for_the_minutes_is_left_out() {
    let mut circle = Circle::of(2, 142);
    let meeting = meeting(&mut circle);
    let text = markdown(&mut circle, 0, &meeting);
    for part in ["Alleen voor mij bedoeld", "Dit blijft hier"] {
        assert!(!text.contains(part), "“{part}” is not in\n{text}");
    }
    let unnamed = text
        .split("Ik verhuisde zes keer.")
        .next()
        .unwrap()
        .lines()
        .last()
        .unwrap()
        .to_owned();
    assert!(
        !unnamed.contains("Bas de Wit"),
        "without a name means without a name: {unnamed}"
    );
    assert!(text.contains("Vraag het ons."));
}

#[test]
fn it_is_written_as_pdf_html_and_markdown_and_as_nothing_else() {
    let mut circle = Circle::of(2, 143);
    let meeting = meeting(&mut circle);
    let shown = markdown(&mut circle, 0, &meeting);
    let root = circle.root.path().to_owned();
    let mut write = |format: &str| {
        let target = root.join(format!("samenvatting.{format}"));
        let mut host = TestHost {
            target: Some(target.clone()),
            ..TestHost::default()
        };
        let input = json!({ "meeting": meeting, "format": format });
        let written = circle.laptops[0].call_with(&mut host, "export_summary", input);
        written.map(|written: Value| (written, std::fs::read(target).unwrap()))
    };
    for (format, begin) in [("pdf", "%PDF-"), ("html", "<!DOCTYPE html>"), ("md", "")] {
        let (written, bytes) = write(format).unwrap();
        assert!(bytes.starts_with(begin.as_bytes()), "{format}");
        assert_eq!(written["bytes"], json!(bytes.len()));
        assert_eq!(
            written["name"],
            json!(format!("samenvatting.{format}")),
            "the name it was given, wherever it lies"
        );
        if format == "md" {
            assert_eq!(
                String::from_utf8(bytes).unwrap(),
                shown,
                "what was shown is what leaves"
            );
        }
    }
    let refused = write("docx").map(|(written, _)| written);
    assert_eq!(code(refused), "err-unknown-format");
    let nowhere = circle.laptops[0].call("export_summary", json!({ "meeting": meeting, "format": "md" }));
    assert_eq!(code(nowhere), "err-no-file");
}
