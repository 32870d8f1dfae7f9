//! The main job in one go.

use kring_tests::{Circle, by_id};
use serde_json::json;

#[test]
fn three_laptops_meet_agree_and_end_equal() {
    let mut circle = Circle::of(3, 1);
    let states = circle.states();
    assert!(
        states.iter().all(|state| *state == states[0]),
        "all start equal: {states:?}"
    );

    let [founder, ..] = circle.laptops.as_mut_slice() else {
        panic!()
    };
    let theme = founder.make(
        "create_theme",
        json!({ "name": "continuïteit", "unknown": "Wat doet leeftijd?" }),
    );
    let meeting = founder.make(
        "create_meeting",
        json!({ "number": 4, "of": 6, "date": "2026-03-12", "starts": "13:30:00", "place": "De Glind", "theme": theme }),
    );
    let item = founder.make(
        "add_agenda_item",
        json!({ "meeting": meeting, "title": "Stelling bespreken", "minutes": 40 }),
    );
    founder.make(
        "write_note",
        json!({ "subject": item, "body": "We spraken over rust.\nEn over hechting." }),
    );
    founder.make(
        "record_decision",
        json!({ "meeting": meeting, "text": "We nemen de stelling op in de kennisagenda." }),
    );
    let done = founder
        .call(
            "add_statement",
            json!({ "theme": theme, "meeting": meeting, "text": "Ouders houden een volwaardige plek." }),
        )
        .unwrap();
    let version = done["value"]["version"].as_str().unwrap().to_owned();
    let round = founder.make("open_round", json!({ "versions": [version], "meeting": meeting }));
    founder.make("give_position", json!({ "round": round, "stance": "agree" }));
    circle.exchange_all();

    circle.laptops[1].make(
        "give_position",
        json!({ "round": round, "stance": "agree_with_reservation", "text": "Niet als het onveilig is." }),
    );
    circle.laptops[2].make("give_position", json!({ "round": round, "stance": "no_opinion" }));
    circle.exchange_all();
    let states = circle.states();
    assert!(
        states.iter().all(|state| *state == states[0]),
        "all end equal: {states:?}"
    );

    let shown = circle.laptops[2].call("show_round", by_id(&round)).unwrap();
    assert_eq!(
        shown[0]["reason"],
        "1 van 2 instemming, 1 voorbehoud, 1 geen mening, regel consent → overeenstemming"
    );
    let views: Vec<String> = circle.laptops.iter_mut().map(kring_tests::Laptop::view).collect();
    assert!(
        views.iter().all(|view| *view == views[0]),
        "the view is byte-equal"
    );
    for laptop in &mut circle.laptops {
        assert_eq!(laptop.check().unwrap(), states[0]);
    }
    let text = circle.laptops[0]
        .call("preview_summary", json!({ "meeting": meeting }))
        .unwrap();
    let text = text["markdown"].as_str().unwrap();
    assert!(
        text.contains("Niet als het onveilig is"),
        "a reservation is always printed"
    );
    let hits = circle.laptops[1]
        .call("search", json!({ "query": "continuiteit" }))
        .unwrap();
    assert_eq!(hits[0]["id"], theme);
}
