//! Who decides on membership: handing over, two at once, a quarrel, and the kringsleutel.

use kring_tests::{Circle, Laptop, TestHost, code};
use serde_json::{Value, json};

fn with_two(seed: u64, count: usize) -> (Circle, Vec<String>) {
    let mut circle = Circle::of(count, seed);
    let members: Vec<String> = circle.laptops.iter_mut().map(Laptop::member).collect();
    circle.laptops[0].make(
        "set_right",
        json!({ "member": members[1], "right": "coordinator" }),
    );
    circle.exchange_all();
    (circle, members)
}

fn right(laptop: &mut Laptop) -> Value {
    laptop.ask("show_circle", json!({}))["right"].clone()
}

fn advice(laptop: &mut Laptop) -> String {
    let membership = laptop.ask("show_membership", json!({}));
    membership["advice"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| line.as_str().unwrap())
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn one_coordinator_is_advised_to_have_a_second() {
    let (mut circle, members) = with_two(210, 2);
    assert_eq!(advice(&mut circle.laptops[0]), "", "two are enough");
    circle.laptops[0].make("set_right", json!({ "member": members[1], "right": "member" }));
    assert!(advice(&mut circle.laptops[0]).contains("de enige coördinator"));
    circle.exchange_all();
    assert_eq!(
        advice(&mut circle.laptops[1]),
        "",
        "others are not bothered with it"
    );
}

#[test]
fn handing_over_makes_one_coordinator_and_the_other_a_member_at_once() {
    let mut circle = Circle::of(3, 211);
    let members: Vec<String> = circle.laptops.iter_mut().map(Laptop::member).collect();
    let to_self = circle.laptops[0].call("hand_over", json!({ "member": members[0] }));
    assert_eq!(code(to_self), "err-no-successor");
    let without = circle.laptops[0].make(
        "add_member",
        json!({ "name": { "given": "Jan", "family": "Jansen" } }),
    );
    let to_nobody = circle.laptops[0].call("hand_over", json!({ "member": without }));
    assert_eq!(
        code(to_nobody),
        "err-not-found",
        "someone without a right is not in"
    );
    circle.laptops[0].make("create_theme", json!({ "name": "vooraf" }));
    circle.laptops[0].make("hand_over", json!({ "member": members[1] }));
    assert_eq!(right(&mut circle.laptops[0]), "member");
    let again = circle.laptops[0].call("hand_over", json!({ "member": members[1] }));
    assert_eq!(code(again), "err-not-allowed");
    circle.exchange_all();
    assert_eq!(right(&mut circle.laptops[1]), "coordinator");
    circle.laptops[1].make("set_right", json!({ "member": members[2], "right": "secretary" }));
    circle.laptops[0].make("create_theme", json!({ "name": "daarna" }));
    circle.exchange_all();
    assert_eq!(right(&mut circle.laptops[2]), "secretary");
    let themes = circle.laptops[2].ask("list_themes", json!({}));
    assert_eq!(
        themes.as_array().unwrap().len(),
        2,
        "who handed over goes on as a member"
    );
    circle.assert_equal_among(&[0, 1, 2], "a handover");
}

/// Two coordinators who took each other out, unaware, with what they wrote beside it.
fn quarrel(seed: u64) -> (Circle, Vec<String>) {
    let (mut circle, members) = with_two(seed, 4);
    circle.laptops[0].make("remove_member", json!({ "member": members[1] }));
    circle.laptops[1].make("remove_member", json!({ "member": members[0] }));
    let files = [0, 1].map(|from| {
        let file = circle.file();
        circle.laptops[from].export_all(&file);
        file
    });
    // One laptop hears the one first, the other the other.
    for (to, order) in [(2, [0, 1]), (3, [1, 0])] {
        for from in order {
            circle.laptops[to].import(&files[from]).unwrap();
        }
    }
    (circle, members)
}

#[test]
fn two_coordinators_who_take_each_other_out_are_both_out_until_someone_decides() {
    let (mut circle, members) = quarrel(212);
    circle.exchange_among(&[2, 3]);
    circle.assert_equal_among(&[2, 3], "who was heard first plays no part");
    for at in [2, 3] {
        let shown = circle.laptops[at].ask("show_membership", json!({}));
        let mut suspended: Vec<&str> = shown["suspended"]
            .as_array()
            .unwrap()
            .iter()
            .map(|id| id.as_str().unwrap())
            .collect();
        suspended.sort_unstable();
        let mut both = [members[0].as_str(), members[1].as_str()];
        both.sort_unstable();
        assert_eq!(suspended, both);
        assert_eq!(shown["coordinators"], json!([]));
        let said = advice(&mut circle.laptops[at]);
        assert!(
            said.contains("Annelies van der Meulen") && said.contains("Bas de Wit"),
            "{said}"
        );
        assert!(said.contains("kringsleutel"), "{said}");
    }
}

#[test]
fn a_third_coordinator_ends_the_quarrel() {
    let (mut circle, members) = with_two(213, 4);
    circle.laptops[0].make(
        "set_right",
        json!({ "member": members[2], "right": "coordinator" }),
    );
    circle.exchange_all();
    circle.laptops[0].make("remove_member", json!({ "member": members[1] }));
    circle.laptops[1].make("remove_member", json!({ "member": members[0] }));
    circle.send(0, 2);
    circle.send(1, 2);
    let back = json!({ "member": members[1], "right": "member" });
    circle.laptops[2].make("bring_back_member", back.clone());
    assert_eq!(
        code(circle.laptops[2].call("bring_back_member", back)),
        "err-not-out"
    );
    circle.exchange_among(&[1, 2, 3]);
    circle.assert_equal_among(&[1, 2, 3], "the third decided");
    assert_eq!(right(&mut circle.laptops[1]), "member");
    circle.laptops[1].make("create_theme", json!({ "name": "weer terug" }));
    circle.exchange_among(&[1, 2, 3]);
    assert_eq!(
        circle.laptops[3].ask("list_themes", json!({}))[0]["name"],
        "weer terug"
    );
    assert_eq!(
        circle.laptops[3].ask("show_membership", json!({}))["suspended"],
        json!([]),
        "nobody hangs"
    );
}

fn use_key(laptop: &mut Laptop, key: &str, deed: &Value) -> kring_api::error::Result<Value> {
    let mut host = TestHost {
        typed: Some(key.to_owned()),
        ..TestHost::default()
    };
    laptop.call_with(&mut host, "use_circle_key", json!({ "deed": deed }))
}

#[test]
fn the_kringsleutel_gives_a_circle_without_a_coordinator_a_new_one() {
    let (mut circle, members) = quarrel(214);
    let key = circle.laptops[0].authority.clone();
    circle.exchange_among(&[2, 3]);
    use_key(
        &mut circle.laptops[3],
        &key.to_lowercase(),
        &json!({ "appoint": members[3] }),
    )
    .unwrap();
    assert_eq!(right(&mut circle.laptops[3]), "coordinator");
    circle.laptops[3].make(
        "bring_back_member",
        json!({ "member": members[1], "right": "member" }),
    );
    // Who decided sends first: nobody else writes for the one who came back yet.
    circle.exchange_among(&[3, 1, 2]);
    circle.assert_equal_among(&[1, 2, 3], "whoever holds the paper decided");
    assert_eq!(right(&mut circle.laptops[1]), "member");
    assert_eq!(right(&mut circle.laptops[3]), "coordinator");
}

#[test]
fn the_kringsleutel_brings_back_who_was_taken_out_and_takes_out_who_turned() {
    let (mut circle, members) = with_two(215, 3);
    let key = circle.laptops[0].authority.clone();
    let device = circle.laptops[0].workspace().device().to_string();
    circle.laptops[1].make("remove_device", json!({ "device": device }));
    circle.laptops[1].make("remove_member", json!({ "member": members[0] }));
    circle.send(1, 2);
    use_key(&mut circle.laptops[2], &key, &json!({ "appoint": members[0] })).unwrap();
    use_key(&mut circle.laptops[2], &key, &json!({ "remove": members[1] })).unwrap();
    circle.exchange_among(&[0, 2]);
    circle.assert_equal_among(&[0, 2], "the paper stands above every coordinator");
    assert_eq!(right(&mut circle.laptops[0]), "coordinator", "with their laptop");
    let last = use_key(&mut circle.laptops[2], &key, &json!({ "remove": members[0] }));
    assert_eq!(code(last), "err-last-coordinator");
}

#[test]
fn only_the_kringsleutel_of_this_circle_decides() {
    let mut circle = Circle::of(2, 216);
    let other = Circle::of(1, 217);
    let own = circle.laptops[1].member();
    let key = circle.laptops[0].authority.clone();
    let before = circle.laptops[1].dump();
    let appoint = json!({ "appoint": own });
    let foreign = use_key(&mut circle.laptops[1], &other.laptops[0].authority, &appoint);
    assert_eq!(code(foreign), "err-other-circle-key");
    let mistyped = use_key(&mut circle.laptops[1], &key[..key.len() - 1], &appoint);
    assert_eq!(code(mistyped), "err-printed-key");
    let recovery = circle.laptops[1].recovery.clone();
    assert_eq!(
        code(use_key(&mut circle.laptops[1], &recovery, &appoint)),
        "err-printed-key"
    );
    let nothing = circle.laptops[1].call("use_circle_key", json!({ "deed": appoint }));
    assert_eq!(code(nothing), "err-input");
    assert_eq!(circle.laptops[1].dump(), before, "every row is as it was");
    use_key(&mut circle.laptops[1], &key, &appoint).unwrap();
    assert_eq!(right(&mut circle.laptops[1]), "coordinator");
}
