//! The key with which a laptop opens packages: replaced, kept for late packages, destroyed.

use kring_tests::{Circle, code};
use serde_json::json;

const DAY_MS: u64 = 24 * 60 * 60 * 1_000;

#[test]
fn a_late_package_opens_with_the_key_before_and_not_after_180_days() {
    let mut circle = Circle::of(2, 230);
    circle.laptops[0].make("create_theme", json!({ "name": "onderweg" }));
    let (late, too_late) = (circle.file(), circle.file());
    circle.laptops[0].export_all(&late);
    circle.laptops[0].make("create_theme", json!({ "name": "lang onderweg" }));
    circle.laptops[0].export_all(&too_late);
    circle.laptops[1].ask("rotate_key", json!({}));
    circle.laptops[1].import(&late).unwrap();

    circle.clock.advance(179 * DAY_MS);
    circle.laptops[1].open().unwrap();
    circle.laptops[1].import(&late).unwrap();
    circle.clock.advance(2 * DAY_MS);
    circle.laptops[1].open().unwrap();
    assert_eq!(circle.laptops[1].refusal(&too_late), "err-package-too-old");
    // Whoever did not hear of the new key in time hears of it now, and can write for it again.
    circle.send(1, 0);
    circle.exchange_all();
    circle.assert_equal_among(&[0, 1], "with a new package everything comes after all");
    let themes = circle.laptops[1].ask("list_themes", json!({}));
    assert_eq!(themes.as_array().unwrap().len(), 2);
}

#[test]
fn others_write_for_the_new_key_once_they_know_it() {
    let mut circle = Circle::of(3, 231);
    circle.laptops[1].ask("rotate_key", json!({}));
    circle.laptops[2].ask("rotate_key", json!({}));
    circle.exchange_all();
    circle.clock.advance(200 * DAY_MS);
    for laptop in &mut circle.laptops {
        laptop.open().unwrap();
    }
    circle.laptops[0].make("create_theme", json!({ "name": "nieuwe sleutel" }));
    circle.exchange_all();
    circle.assert_equal_among(&[0, 1, 2], "the old keys are gone, and nobody needs them");
}

#[test]
fn a_key_is_due_after_a_year() {
    let mut circle = Circle::of(1, 232);
    circle.laptops[0].open().unwrap();
    let due = |laptop: &mut kring_tests::Laptop| {
        let advice = laptop.ask("show_membership", json!({}))["advice"].to_string();
        advice.contains("ouder dan een jaar")
    };
    circle.clock.advance(364 * DAY_MS);
    assert!(!due(&mut circle.laptops[0]));
    circle.clock.advance(DAY_MS);
    assert!(due(&mut circle.laptops[0]));
    circle.laptops[0].ask("rotate_key", json!({}));
    assert!(!due(&mut circle.laptops[0]), "the new key has a year again");
}

#[test]
fn seventeen_laptops_that_renew_their_keys_at_once_go_on_writing() {
    let mut circle = Circle::of(3, 233);
    let (root, clock) = (circle.root.path().to_owned(), circle.clock.clone());
    for seed in 0..15 {
        let name = format!("Lid||Nummer {seed}");
        let founder = &mut circle.laptops[0];
        let joined = kring_tests::Laptop::joined(
            &root,
            &name,
            23_350 + seed,
            &clock,
            founder,
            kring_trust::operation::Right::Member,
        );
        circle.laptops.push(joined);
    }
    for at in 1..18 {
        circle.send(0, at);
        circle.laptops[at].ask("rotate_key", json!({}));
        circle.laptops[at].make("create_theme", json!({ "name": format!("thema {at}") }));
    }
    for at in 1..18 {
        circle.send(at, 0);
    }
    let heads = circle.laptops[0]
        .workspace()
        .circle()
        .unwrap()
        .membership
        .heads()
        .len();
    assert_eq!(heads, 17, "more than one operation or segment names");
    circle.laptops[0].make("create_theme", json!({ "name": "van de coördinator" }));
    let member = circle.laptops[1].member();
    circle.laptops[0].make("set_right", json!({ "member": member, "right": "secretary" }));
    circle.send(0, 1);
    circle.send(0, 2);
    circle.assert_equal_among(&[0, 1, 2], "with 17 heads of the membership log");
    assert_eq!(
        code(circle.laptops[1].call("close_circle", json!({}))),
        "err-not-allowed"
    );
    assert_eq!(
        circle.laptops[1].ask("show_circle", json!({}))["right"],
        "secretary"
    );
}
