//! People and laptops that are taken out: what stays, what no longer counts, and what can be brought in.

use kring_api::exchange::join::Newcomer;
use kring_tests::{Circle, Laptop, by_id, code};
use kring_trust::operation::Right;
use serde_json::{Value, json};

/// A circle in which Bas (1) changed a note behind what Annelies (0) knows, Çağlar (2) built on it, and
/// Annelies then took Bas out.
fn after_removal(seed: u64) -> (Circle, String) {
    let mut circle = Circle::of(3, seed);
    let note = circle.laptops[0].make("write_note", json!({ "body": "Rust helpt." }));
    circle.exchange_all();
    circle.laptops[1].make(
        "change_note",
        json!({ "id": note, "fields": { "body": "Rust helpt.\nZegt Bas." } }),
    );
    circle.send(1, 2);
    circle.laptops[2].make(
        "change_note",
        json!({ "id": note, "fields": { "body": "Rust helpt.\nZegt Bas. En ik." } }),
    );
    let bas = circle.laptops[1].member();
    circle.laptops[0].make("remove_member", json!({ "member": bas }));
    (circle, note)
}

fn text(laptop: &mut Laptop, note: &str) -> String {
    let note = laptop.ask("show_note", by_id(note));
    let blocks = note["body"].as_array().unwrap().iter();
    blocks
        .map(|block| block["text"].as_str().unwrap())
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn what_was_written_behind_a_removal_waits_with_all_that_builds_on_it() {
    let (mut circle, note) = after_removal(200);
    circle.exchange_among(&[0, 2]);
    circle.assert_equal_among(&[0, 2], "what counts follows from log and membership");
    let parked: Vec<Value> = [0, 2]
        .map(|at| circle.laptops[at].ask("list_parked", json!({})))
        .into();
    assert_eq!(parked[0], parked[1]);
    let parked = &parked[0][0];
    assert_eq!(parked["record"], note);
    assert_eq!(parked["by"], json!(["Bas de Wit"]), "who was cut off is named");
    assert_eq!(
        parked["waiting_for"],
        json!(["Çağlar Yıldız"]),
        "and who built on it"
    );
    assert_eq!(parked["changes"], 2);
    for at in [0, 2] {
        assert_eq!(text(&mut circle.laptops[at], &note), "Rust helpt.");
    }
}

#[test]
fn a_coordinator_admits_what_waits_and_everyone_has_it() {
    let (mut circle, note) = after_removal(201);
    circle.exchange_among(&[0, 2]);
    let segments = circle.laptops[0].ask("list_parked", json!({}))[0]["segments"].clone();
    let refused = circle.laptops[2].call("admit_segments", json!({ "segments": segments }));
    assert_eq!(code(refused), "err-not-allowed");
    let unknown = json!({ "segments": ["00".repeat(32)] });
    assert_eq!(
        code(circle.laptops[0].call("admit_segments", unknown)),
        "err-not-parked"
    );

    circle.laptops[0].ask("admit_segments", json!({ "segments": segments }));
    circle.exchange_among(&[0, 2]);
    circle.assert_equal_among(&[0, 2], "what was admitted counts everywhere");
    for at in [0, 2] {
        assert_eq!(
            text(&mut circle.laptops[at], &note),
            "Rust helpt. Zegt Bas. En ik."
        );
        assert_eq!(circle.laptops[at].ask("list_parked", json!({})), json!([]));
    }
}

#[test]
fn who_goes_on_writing_where_an_own_change_waits_loses_nothing() {
    let (mut circle, note) = after_removal(202);
    circle.send(0, 2);
    circle.laptops[2].make(
        "change_note",
        json!({ "id": note, "fields": { "title": "Rust" } }),
    );
    circle.laptops[2].make(
        "change_note",
        json!({ "id": note, "fields": { "body": "Rust helpt.\nZeg ik nu zelf." } }),
    );
    circle.exchange_among(&[0, 2]);
    circle.assert_equal_among(&[0, 2], "a place in the engine is never taken twice");
    assert_eq!(text(&mut circle.laptops[0], &note), "Rust helpt. Zeg ik nu zelf.");
    let segments = circle.laptops[0].ask("list_parked", json!({}))[0]["segments"].clone();
    circle.laptops[0].ask("admit_segments", json!({ "segments": segments }));
    circle.exchange_among(&[0, 2]);
    circle.assert_equal_among(&[0, 2], "also when what waited comes in after all");
    let now = text(&mut circle.laptops[2], &note);
    assert!(
        now.contains("Zegt Bas") && now.contains("Zeg ik nu zelf."),
        "{now}"
    );
}

#[test]
fn packages_after_a_removal_are_not_for_who_was_removed() {
    let (mut circle, _) = after_removal(203);
    let file = circle.file();
    circle.laptops[0].export_all(&file);
    let before = circle.laptops[1].dump();
    assert_eq!(circle.laptops[1].refusal(&file), "err-package-not-for-me");
    assert_eq!(circle.laptops[1].dump(), before);
    let standings = circle.laptops[0].ask("list_standings", json!({}));
    assert_eq!(
        standings.as_array().unwrap().len(),
        2,
        "nobody waits for them any more"
    );

    circle.laptops[1].make("create_theme", json!({ "name": "te laat" }));
    circle.send(1, 2);
    circle.exchange_among(&[0, 2]);
    circle.assert_equal_among(&[0, 2], "what they still send has no effect");
    assert_eq!(circle.laptops[2].ask("list_themes", json!({})), json!([]));
}

#[test]
fn who_was_removed_stands_in_the_list_as_out() {
    let (mut circle, _) = after_removal(204);
    let bas = circle.laptops[1].member();
    let members = circle.laptops[0].ask("list_members", json!({}));
    let bas = members
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["id"] == bas.as_str())
        .unwrap();
    assert_eq!((&bas["place"], &bas["right"]), (&json!("out"), &json!(null)));
    assert_eq!(bas["devices"][0]["active"], false);
    assert_eq!(bas["full_name"], "Bas de Wit", "what they did keeps their name");
}

#[test]
fn a_stolen_laptop_goes_and_its_owner_stays() {
    let mut circle = Circle::of(2, 205);
    let bas = circle.laptops[1].member();
    let (root, clock) = (circle.root.path().to_owned(), circle.clock.clone());
    let (mut second, card) = Laptop::ask_to_join(&root, "Bas|de|Wit", 20_590, &clock);
    let answer = circle.file();
    let bas_id = bas.parse().map(kring_api::domain::id::MemberId).unwrap();
    circle.laptops[0]
        .workspace()
        .approve_card(&card, Right::Reader, Newcomer::Member(bas_id), &answer)
        .unwrap();
    second.import(&answer).unwrap();
    assert_eq!(second.member(), bas, "the same person on another laptop");
    assert_eq!(
        second.ask("show_circle", json!({}))["right"],
        "member",
        "who is in keeps their right, whatever was chosen"
    );
    circle.laptops.push(second);
    let stolen = circle.laptops[1].workspace().device().to_string();
    circle.laptops[2].ask("remove_device", json!({ "device": stolen }));
    circle.send(2, 0);
    circle.laptops[1].make("create_theme", json!({ "name": "van de dief" }));
    circle.send(1, 0);
    circle.laptops[2].make("create_theme", json!({ "name": "van Bas" }));
    circle.exchange_among(&[0, 2]);
    circle.assert_equal_among(&[0, 2], "a member takes out an own laptop without a coordinator");
    let themes = circle.laptops[0].ask("list_themes", json!({}));
    assert_eq!(themes.as_array().unwrap().len(), 1, "{themes}");
    assert_eq!(themes[0]["name"], "van Bas");
    let again = circle.laptops[0].call("remove_device", json!({ "device": stolen }));
    assert_eq!(code(again), "err-device-gone");
}

#[test]
fn who_comes_back_with_another_laptop_does_not_bring_the_first_one_back() {
    let mut circle = Circle::of(2, 206);
    let bas = circle.laptops[1].member();
    circle.laptops[0].make("remove_member", json!({ "member": bas }));
    circle.laptops[1].make("create_theme", json!({ "name": "van de dief" }));
    circle.send(1, 0);
    let (root, clock) = (circle.root.path().to_owned(), circle.clock.clone());
    let (mut second, card) = Laptop::ask_to_join(&root, "Bas|de|Wit", 20_690, &clock);
    let answer = circle.file();
    let bas_id = bas.parse().map(kring_api::domain::id::MemberId).unwrap();
    circle.laptops[0]
        .workspace()
        .approve_card(&card, Right::Member, Newcomer::Member(bas_id), &answer)
        .unwrap();
    second.import(&answer).unwrap();
    circle.laptops.push(second);
    circle.exchange_among(&[0, 2]);
    circle.assert_equal_among(&[0, 2], "back on the laptop of the card");
    assert_eq!(
        circle.laptops[0].ask("list_themes", json!({})),
        json!([]),
        "nothing of the thief counts"
    );
    let file = circle.file();
    circle.laptops[0].export_all(&file);
    assert_eq!(
        circle.laptops[1].refusal(&file),
        "err-package-not-for-me",
        "and no package is for the stolen one"
    );
}

#[test]
fn the_last_coordinator_stays() {
    let mut circle = Circle::of(2, 207);
    let own = circle.laptops[0].member();
    let device = circle.laptops[0].workspace().device().to_string();
    let before = circle.laptops[0].dump();
    for (command, input) in [
        ("remove_member", json!({ "member": own })),
        ("remove_device", json!({ "device": device })),
        ("set_right", json!({ "member": own, "right": "member" })),
    ] {
        let refused = code(circle.laptops[0].call(command, input));
        assert_eq!(refused, "err-last-coordinator", "{command}");
        assert_eq!(
            circle.laptops[0].dump(),
            before,
            "{command} leaves every row as it was"
        );
    }
}

#[test]
fn a_newcomer_let_in_beside_the_removal_of_their_coordinator_blocks_nobody() {
    let mut circle = Circle::of(3, 208);
    let second = circle.laptops[1].member();
    circle.laptops[0].make("set_right", json!({ "member": second, "right": "coordinator" }));
    circle.exchange_all();
    let (root, clock) = (circle.root.path().to_owned(), circle.clock.clone());
    let mut eefje = Laptop::joined(
        &root,
        "Eefje|ten|Have",
        20_890,
        &clock,
        &mut circle.laptops[1],
        Right::Member,
    );
    eefje.make("create_theme", json!({ "name": "van Eefje" }));
    circle.laptops.push(eefje);
    circle.send(1, 2);
    circle.send(3, 2);
    circle.laptops[0].make("remove_member", json!({ "member": second }));
    circle.laptops[2].make("create_theme", json!({ "name": "van Çağlar" }));
    circle.exchange_among(&[0, 2]);
    circle.assert_equal_among(
        &[0, 2],
        "whoever nobody rightly let in does not count, and blocks no package",
    );
    let themes = circle.laptops[0].ask("list_themes", json!({}));
    assert_eq!(themes[0]["name"], "van Çağlar");
    assert_eq!(themes.as_array().unwrap().len(), 1, "{themes}");
    let file = circle.file();
    circle.laptops[3].export_all(&file);
    assert_eq!(circle.laptops[0].refusal(&file), "err-sender-not-member");
}

#[test]
fn removals_end_equal_in_whatever_order_their_packages_come() {
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        let mut circle = Circle::of(4, 209);
        let members: Vec<String> = circle.laptops.iter_mut().map(Laptop::member).collect();
        circle.laptops[0].make(
            "set_right",
            json!({ "member": members[1], "right": "coordinator" }),
        );
        let meeting = circle.laptops[0].make("create_meeting", json!({ "date": "2026-03-12" }));
        circle.exchange_all();
        for at in 0..4 {
            let fields = json!({ "place": format!("Plaats {at}") });
            circle.laptops[at].make("change_meeting", json!({ "id": meeting, "fields": fields }));
        }
        circle.laptops[0].make("set_right", json!({ "member": members[3], "right": "secretary" }));
        circle.laptops[1].make("remove_member", json!({ "member": members[2] }));
        circle.laptops[2].make("create_theme", json!({ "name": "te laat" }));
        let files: Vec<_> = (0..3)
            .map(|from| {
                let file = circle.file();
                circle.laptops[from].export_all(&file);
                file
            })
            .collect();
        for from in order {
            for to in [0, 1, 3] {
                if to != from {
                    circle.laptops[to].import(&files[from]).unwrap();
                }
            }
        }
        circle.exchange_among(&[0, 1, 3]);
        circle.assert_equal_among(&[0, 1, 3], "order of arrival plays no part");
        assert_eq!(
            circle.laptops[3].ask("list_themes", json!({})),
            json!([]),
            "{order:?}"
        );
    }
}

#[test]
fn who_erased_something_unaware_of_having_lost_the_right_to_it_still_sends_sound_packages() {
    let mut circle = Circle::of(3, 210);
    let bas = circle.laptops[1].member();
    circle.laptops[0].make("set_right", json!({ "member": bas, "right": "secretary" }));
    circle.exchange_all();
    circle.laptops[0].make("set_right", json!({ "member": bas, "right": "member" }));

    let note = circle.laptops[1].make("write_note", json!({ "body": "Van Bas." }));
    circle.laptops[1].ask("erase_record", by_id(&note));
    circle.laptops[1].make("create_theme", json!({ "name": "daarna" }));
    let report = circle.send(1, 0);
    assert_eq!(report.apart, 1, "the erasure counts no more");
    let themes = circle.laptops[0].ask("list_themes", json!({}));
    assert_eq!(themes[0]["name"], "daarna", "and what came behind it is here");

    circle.exchange_all();
    circle.assert_equal_among(&[0, 1, 2], "everybody has all that there is");
    let parked = circle.laptops[0].ask("list_parked", json!({}));
    let segments = parked[0]["segments"].clone();
    circle.laptops[0].ask("admit_segments", json!({ "segments": segments }));
    circle.exchange_all();
    circle.assert_equal_among(&[0, 1, 2], "once it is admitted nothing is asked for any more");
    circle.laptops[0].make("create_theme", json!({ "name": "later" }));
    let report = circle.send(0, 2);
    assert_eq!(
        report.state_agrees,
        Some(true),
        "and what all see is compared again"
    );
}
