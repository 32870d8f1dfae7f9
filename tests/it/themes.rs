//! Themes: statements with their wordings, positions, and what follows from them.

use kring_api::domain::text::Language;
use kring_tests::{Circle, Laptop, by_id, code};
use serde_json::{Value, json};

/// A theme with one statement; the ids of statement and wording.
fn statement(laptop: &mut Laptop) -> (String, String) {
    let theme = laptop.make("create_theme", json!({ "name": "matching" }));
    let done = laptop.ask(
        "add_statement",
        json!({ "theme": theme, "text": "Ouders houden een volwaardige plek." }),
    );
    let id = |name: &str| done["value"][name].as_str().unwrap().to_owned();
    (id("statement"), id("version"))
}

fn round(laptop: &mut Laptop, rule: &Value) -> String {
    let (_, version) = statement(laptop);
    laptop.make("open_round", json!({ "versions": [version], "rule": rule }))
}

fn consent() -> Value {
    json!({ "rule": "consent" })
}

/// What everybody thinks: agreements, reservations, objections and no opinions of people without a laptop.
fn record(laptop: &mut Laptop, round: &str, counts: [usize; 4]) {
    let stances = ["agree", "agree_with_reservation", "object", "no_opinion"];
    for (stance, count) in stances.into_iter().zip(counts) {
        for at in 0..count {
            let holder = laptop.make(
                "add_member",
                json!({ "name": { "given": stance, "family": at.to_string() } }),
            );
            let text = if stance.contains("reservation") || stance == "object" {
                "Want het kind kiest niet."
            } else {
                ""
            };
            let position = json!({ "round": round, "holder": holder, "stance": stance, "text": text, "proof": "per e-mail" });
            laptop.make("record_position", position);
        }
    }
}

fn reasons(laptop: &mut Laptop, round: &str) -> [String; 2] {
    [Language::Dutch, Language::English].map(|language| {
        laptop.workspace().set_language(language);
        laptop.ask("show_round", by_id(round))[0]["reason"]
            .as_str()
            .unwrap()
            .to_owned()
    })
}

#[test]
fn consent_falls_by_one_objection_and_says_why_in_both_languages() {
    let mut circle = Circle::of(1, 60);
    let founder = &mut circle.laptops[0];
    let asked = round(founder, &consent());
    assert_eq!(
        reasons(founder, &asked)[0],
        "0 van 0 instemming, regel consent → nog geen uitkomst"
    );
    record(founder, &asked, [7, 1, 1, 2]);
    assert_eq!(
        reasons(founder, &asked),
        [
            "7 van 9 instemming, 1 voorbehoud, 1 bezwaar, 2 geen mening, regel consent → geen overeenstemming",
            "7 of 9 agree, 1 with reservation, 1 objection, 2 no opinion, consent rule → not agreed",
        ],
        "no opinion is left out of the denominator and shown"
    );
}

#[test]
fn a_threshold_counts_reservations_as_agreement_and_asks_for_enough_positions() {
    let mut circle = Circle::of(1, 61);
    let founder = &mut circle.laptops[0];
    let rule = json!({ "rule": "threshold", "agree_percent": 75, "object_percent": 26, "positions": 4 });
    let asked = round(founder, &rule);
    record(founder, &asked, [2, 1, 0, 5]);
    assert!(
        reasons(founder, &asked)[0].ends_with("→ nog geen uitkomst"),
        "three of four positions that count"
    );
    record(founder, &asked, [0, 0, 1, 0]);
    assert_eq!(
        reasons(founder, &asked)[0],
        "2 van 4 instemming, 1 voorbehoud, 1 bezwaar, 5 geen mening, regel drempel (ten minste 75% instemming, \
         minder dan 26% bezwaar, minstens 4 standpunten) → overeenstemming"
    );
    let strict = round(
        founder,
        &json!({ "rule": "threshold", "agree_percent": 75, "object_percent": 25, "positions": 4 }),
    );
    record(founder, &strict, [3, 0, 1, 0]);
    assert!(
        reasons(founder, &strict)[0].ends_with("→ geen overeenstemming"),
        "less than 25 % does not include 25 %"
    );
}

#[test]
fn unanimous_bears_a_reservation_and_no_objection() {
    let mut circle = Circle::of(1, 62);
    let founder = &mut circle.laptops[0];
    let asked = round(founder, &json!({ "rule": "unanimous" }));
    record(founder, &asked, [1, 1, 0, 1]);
    assert_eq!(
        reasons(founder, &asked),
        [
            "1 van 2 instemming, 1 voorbehoud, 1 geen mening, regel eenstemmig → overeenstemming",
            "1 of 2 agree, 1 with reservation, 1 no opinion, unanimity rule → agreed",
        ]
    );
    record(founder, &asked, [0, 0, 1, 0]);
    assert!(reasons(founder, &asked)[1].ends_with("→ not agreed"));
}

#[test]
fn a_reservation_or_objection_needs_a_text() {
    let mut circle = Circle::of(1, 63);
    let founder = &mut circle.laptops[0];
    let asked = round(founder, &consent());
    for stance in ["agree_with_reservation", "object"] {
        let empty = json!({ "round": asked, "stance": stance, "text": "  " });
        assert_eq!(code(founder.call("give_position", empty)), "err-invalid");
    }
    founder.make("give_position", json!({ "round": asked, "stance": "no_opinion" }));
    assert_eq!(
        founder.ask("show_round", by_id(&asked))[0]["positions"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
}

#[test]
fn positions_stay_with_the_wording_they_were_given_on() {
    let mut circle = Circle::of(1, 64);
    let founder = &mut circle.laptops[0];
    let (statement, first) = statement(founder);
    let asked = founder.make("open_round", json!({ "versions": [first] }));
    founder.make(
        "give_position",
        json!({ "round": asked, "stance": "object", "text": "Te stellig." }),
    );
    let reworded = founder.ask(
        "reword_statement",
        json!({ "statement": statement, "text": "Ouders houden een plek." }),
    );
    let second = reworded["value"]["version"].as_str().unwrap();

    let shown = founder.ask("show_statement", by_id(&statement));
    assert_eq!(
        (&shown["text"], &shown["version"]),
        (&json!("Ouders houden een plek."), &json!(second))
    );
    let wordings: Vec<_> = shown["versions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (&row["number"], &row["superseded"]))
        .collect();
    assert_eq!(wordings, [(&json!(1), &json!(true)), (&json!(2), &json!(false))]);
    assert_eq!(
        shown["rounds"].as_array().unwrap().len(),
        1,
        "nobody was asked about the new wording yet"
    );
    assert_eq!(shown["rounds"][0]["version"], json!(first));
    let elsewhere = json!({ "round": asked, "version": second, "stance": "agree" });
    assert_eq!(code(founder.call("give_position", elsewhere)), "err-not-in-round");
}

#[test]
fn a_change_of_mind_replaces_the_own_position() {
    let mut circle = Circle::of(2, 65);
    let asked = round(&mut circle.laptops[0], &consent());
    circle.exchange_all();
    let second = &mut circle.laptops[1];
    second.make(
        "give_position",
        json!({ "round": asked, "stance": "object", "text": "Nee." }),
    );
    second.make("give_position", json!({ "round": asked, "stance": "agree" }));
    circle.exchange_all();
    for laptop in &mut circle.laptops {
        let shown = laptop.ask("show_round", by_id(&asked));
        assert_eq!(shown[0]["outcome"]["verdict"], "agreed");
        let counts: Vec<(&Value, &Value)> = shown[0]["positions"]
            .as_array()
            .unwrap()
            .iter()
            .map(|row| (&row["stance"], &row["counts"]))
            .collect();
        assert!(
            counts.contains(&(&json!("object"), &json!(false))),
            "the old one stays, and does not count: {counts:?}"
        );
        assert!(counts.contains(&(&json!("agree"), &json!(true))));
    }
}

#[test]
fn an_own_position_wins_over_one_written_down_for_its_holder() {
    let mut circle = Circle::of(2, 66);
    let holder = circle.laptops[1].member();
    let asked = round(&mut circle.laptops[0], &consent());
    let said = json!({ "round": asked, "holder": holder, "stance": "object", "text": "Aan de telefoon", "proof": "12 maart" });
    circle.laptops[0].make("record_position", said.clone());
    circle.exchange_all();
    let shown = circle.laptops[1].ask("show_round", by_id(&asked));
    let position = &shown[0]["positions"][0];
    assert_eq!(
        (&position["holder"], &position["recorded_by"]),
        (&json!(holder), &json!("Annelies van der Meulen"))
    );
    assert_eq!(
        shown[0]["outcome"]["verdict"], "not_agreed",
        "until the holder speaks it counts"
    );

    circle.laptops[1].make("give_position", json!({ "round": asked, "stance": "agree" }));
    circle.laptops[0].make("record_position", said.clone());
    circle.exchange_all();
    for laptop in &mut circle.laptops {
        let shown = laptop.ask("show_round", by_id(&asked));
        assert_eq!(
            shown[0]["outcome"]["verdict"], "agreed",
            "an own position always wins, also over a later one"
        );
        assert_eq!(shown[0]["outcome"]["distribution"]["agree"], 1);
    }
    assert_eq!(
        code(circle.laptops[1].call("record_position", said)),
        "err-not-allowed",
        "only a secretary writes for others"
    );
}

#[test]
fn two_positions_unaware_of_each_other_count_as_the_more_critical_and_ask_the_holder() {
    let mut circle = Circle::of(2, 67);
    let asked = round(&mut circle.laptops[0], &consent());
    circle.exchange_all();
    circle.laptops[1].shut();
    let copy = circle.laptops[1].copied(&circle.root.path().join("copied"), 679);
    circle.laptops.push(copy);
    for (at, position) in [
        (1, json!({ "round": asked, "stance": "agree" })),
        (
            2,
            json!({ "round": asked, "stance": "object", "text": "Toch niet." }),
        ),
    ] {
        circle.laptops[at].open().unwrap();
        circle.laptops[at].make("give_position", position);
    }
    circle.exchange_all();
    for laptop in &mut circle.laptops {
        let shown = laptop.ask("show_round", by_id(&asked));
        assert_eq!(shown[0]["outcome"]["verdict"], "not_agreed");
        let counted: Vec<&Value> = shown[0]["positions"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|row| row["counts"] == true)
            .collect();
        assert_eq!(counted.len(), 1);
        assert_eq!(
            (&counted[0]["stance"], &counted[0]["ask_holder"]),
            (&json!("object"), &json!(true))
        );
    }
}

#[test]
fn after_closing_a_position_is_shown_and_does_not_count() {
    let mut circle = Circle::of(2, 68);
    let asked = round(&mut circle.laptops[0], &consent());
    circle.laptops[0].make("give_position", json!({ "round": asked, "stance": "agree" }));
    circle.exchange_all();
    circle.laptops[0].make("close_round", by_id(&asked));
    assert_eq!(
        code(circle.laptops[0].call("close_round", by_id(&asked))),
        "err-round-closed"
    );
    // The second laptop does not know of the closing yet.
    circle.laptops[1].make(
        "give_position",
        json!({ "round": asked, "stance": "object", "text": "Te laat." }),
    );
    circle.exchange_all();
    for laptop in &mut circle.laptops {
        let shown = laptop.ask("show_round", by_id(&asked));
        assert_eq!(
            (&shown[0]["closed"], &shown[0]["outcome"]["verdict"]),
            (&json!(true), &json!("agreed"))
        );
        let late = shown[0]["positions"]
            .as_array()
            .unwrap()
            .iter()
            .find(|row| row["stance"] == "object")
            .unwrap();
        assert_eq!(
            (&late["after_closing"], &late["counts"]),
            (&json!(true), &json!(false))
        );
    }
}

#[test]
fn a_position_replaced_before_closing_is_not_late() {
    let mut circle = Circle::of(2, 69);
    let asked = round(&mut circle.laptops[0], &consent());
    let own = circle.laptops[0].member();
    let said = json!({ "round": asked, "holder": own, "stance": "no_opinion", "proof": "per e-mail" });
    let recorded = circle.laptops[0].make("record_position", said);
    let first = circle.laptops[0].make("give_position", json!({ "round": asked, "stance": "agree" }));
    let second = circle.laptops[0].make("give_position", json!({ "round": asked, "stance": "no_opinion" }));
    circle.exchange_all();
    circle.laptops[0].make("close_round", by_id(&asked));
    let objection = |text: &str| json!({ "round": asked, "stance": "object", "text": text });
    let replaced = circle.laptops[1].make("give_position", objection("Te laat."));
    let late = circle.laptops[1].make("give_position", objection("Veel te laat."));
    circle.exchange_all();
    for laptop in &mut circle.laptops {
        let shown = laptop.ask("show_round", by_id(&asked));
        let of = |id: &String| {
            let mut rows = shown[0]["positions"].as_array().unwrap().iter();
            let row = rows.find(|row| row["id"] == **id).unwrap();
            (
                row["counts"].as_bool().unwrap(),
                row["after_closing"].as_bool().unwrap(),
            )
        };
        assert_eq!(of(&second), (true, false));
        assert_eq!(of(&first), (false, false), "it was replaced in time");
        assert_eq!(of(&recorded), (false, false), "it gave way to the own one");
        assert_eq!(of(&late), (false, true));
        assert_eq!(
            of(&replaced),
            (false, false),
            "of two late ones the last is the one"
        );
    }
}

#[test]
fn a_list_of_themes_counts_how_their_statements_stand() {
    let mut circle = Circle::of(2, 59);
    let asked = round(&mut circle.laptops[0], &consent());
    circle.laptops[0].make("create_theme", json!({ "name": "rust" }));
    circle.exchange_all();
    let tally = |laptop: &mut Laptop| {
        let themes = laptop.ask("list_themes", json!({}));
        ["statements", "agreed", "open", "waiting"].map(|count| themes[0][count].as_u64().unwrap())
    };
    circle.laptops[0].make("give_position", json!({ "round": asked, "stance": "agree" }));
    assert_eq!(
        tally(&mut circle.laptops[0]),
        [1, 0, 1, 0],
        "the own one is given"
    );
    assert_eq!(tally(&mut circle.laptops[1]), [1, 0, 1, 1]);
    let second = circle.laptops[1].member();
    let said = json!({ "round": asked, "holder": second, "stance": "agree", "proof": "per e-mail" });
    circle.laptops[0].make("record_position", said);
    circle.exchange_all();
    assert_eq!(
        tally(&mut circle.laptops[1]),
        [1, 0, 1, 1],
        "what was written down for someone is not their own word"
    );
    circle.laptops[0].make("close_round", by_id(&asked));
    assert_eq!(tally(&mut circle.laptops[0]), [1, 1, 0, 0]);
    let theme = circle.laptops[0].ask("list_themes", json!({}))[0]["id"].clone();
    let shown = circle.laptops[0].ask("show_theme", json!({ "id": theme }));
    let reworded = json!({ "statement": shown["statements"][0]["id"], "text": "Ouders houden een plek." });
    circle.laptops[0].ask("reword_statement", reworded);
    assert_eq!(
        tally(&mut circle.laptops[0]),
        [1, 0, 0, 0],
        "what was agreed on an earlier wording does not count"
    );
    let empty = circle.laptops[0].ask("list_themes", json!({}))[1].clone();
    assert_eq!(
        (&empty["name"], &empty["statements"]),
        (&json!("rust"), &json!(0))
    );
}

#[test]
fn a_position_is_called_by_the_statement_it_is_on() {
    let mut circle = Circle::of(1, 58);
    let founder = &mut circle.laptops[0];
    let asked = round(founder, &consent());
    let position = founder.make("give_position", json!({ "round": asked, "stance": "agree" }));
    let own = founder.member();
    let links = founder.ask("list_backlinks", by_id(&own));
    let link = links
        .as_array()
        .unwrap()
        .iter()
        .find(|link| link["id"] == *position);
    assert_eq!(link.unwrap()["title"], "Ouders houden een volwaardige plek.");
}
