//! A circle as version 1 wrote it, for ever: its answer to a newcomer's card, the newcomer's keys, and
//! what every later version must make of them. `KRING_BLESS=1` writes files that are absent and never
//! touches one that is there.

use std::fs;
use std::path::{Path, PathBuf};

use kring_api::domain::id::DeviceId;
use kring_api::exchange::frame::segment_of;
use kring_api::exchange::join::Newcomer;
use kring_store::table::{own, segment};
use kring_sync::segment::Scope;
use kring_tests::{Circle, Clock, Laptop, MEETING_DAY_MS, PEOPLE, memory_folder};
use kring_trust::hash::{log_id, sha256};
use kring_trust::operation::Right;
use kring_trust::signature::DeviceSecret;
use serde_json::json;

// Settings under which a store keeps its device and its card.
const SECRET: &str = "device_secret";
const CARD: &str = "card";

#[test]
fn the_circle_of_version_1_is_imported_to_the_same_state_for_ever() {
    let root = memory_folder();
    let clock = Clock::at(MEETING_DAY_MS);
    let (mut newcomer, _) = Laptop::ask_to_join(root.path(), PEOPLE[3], 77, &clock);
    if !fixture("package.kring").exists() {
        assert!(
            std::env::var_os("KRING_BLESS").is_some(),
            "the fixture is missing; KRING_BLESS=1 makes it"
        );
        bless(root.path(), &mut newcomer, &clock);
    }
    become_the_newcomer_of_version_1(&mut newcomer, "");
    newcomer.import(&fixture("package.kring")).unwrap();
    compare("state.txt", &newcomer.state());
    compare("segments.txt", &segments(&mut newcomer));
    compare("view.txt", &shown(&newcomer.view()));
    newcomer.check().unwrap();
}

#[test]
fn the_same_seed_and_clock_make_the_same_circle() {
    let [one, other] = [(); 2].map(|()| {
        let root = memory_folder();
        let mut circle = Circle::within(root, 2, 78);
        fill(&mut circle);
        (circle.states(), circle.laptops[0].view())
    });
    assert_eq!(one, other, "time and randomness come in from outside only");
}

/// The view without the notes from which markers are weighed. Unlike the others this may change: with a
/// new column, after a look at the difference, by deleting the file and blessing it anew.
fn shown(view: &str) -> String {
    view.lines()
        .filter(|line| !line.starts_with("touch|"))
        .map(|line| format!("{line}\n"))
        .collect()
}

/// Every segment in its chain with the hash of all its bytes, header, signature and bodies.
fn segments(laptop: &mut Laptop) -> String {
    let db = laptop.workspace().db();
    let mut lines = String::new();
    for head in segment::heads(db, Scope::Circle.number()).unwrap() {
        for row in segment::after(db, head.log, 0, head.seq).unwrap() {
            let whole = kring_trust::cbor::encode(&segment_of(db, &row).unwrap().to_value());
            lines += &format!("{} {} {}\n", row.log, row.seq, sha256(&[&whole]));
        }
    }
    lines
}

/// Gives a fresh store the keys and card that an answer of version 1 is for; they lie in this folder.
pub(crate) fn become_the_newcomer_of_version_1(newcomer: &mut Laptop, folder: &str) {
    let [secret, card] = ["device_secret.hex", "card.hex"]
        .map(|name| hex::decode(read(&format!("{folder}{name}")).trim()).unwrap());
    let device: DeviceId = DeviceSecret::from_bytes(&secret).unwrap().device_id();
    let db = newcomer.workspace().db();
    own::set_setting(db, SECRET, &secret).unwrap();
    own::set_setting(db, CARD, &card).unwrap();
    for (name, number) in [("circle_log", 1), ("private_log", 2)] {
        own::set_setting(db, name, &log_id(device, [number; 8]).0).unwrap();
    }
    newcomer.shut();
    newcomer.open().unwrap();
}

fn bless(root: &Path, newcomer: &mut Laptop, clock: &Clock) {
    let mut circle = Circle::within(memory_folder(), 2, 79);
    circle.clock.set(clock.now_ms());
    fill(&mut circle);
    write_keys(newcomer, "");
    let card = root.join("card-77.kringkaart");
    let coordinator = circle.laptops[0].workspace();
    coordinator
        .approve_card(&card, Right::Member, Newcomer::New, &fixture("package.kring"))
        .unwrap();
}

/// Keeps the keys and the card of a newcomer in this folder.
pub(crate) fn write_keys(newcomer: &mut Laptop, folder: &str) {
    let db = newcomer.workspace().db();
    for (name, setting) in [("device_secret.hex", SECRET), ("card.hex", CARD)] {
        write(
            &format!("{folder}{name}"),
            hex::encode(own::setting(db, setting).unwrap().unwrap()).as_bytes(),
        );
    }
}

/// A record of every sort, by two people, with a merge of both their changes.
fn fill(circle: &mut Circle) {
    let [coordinator, member] = circle.laptops.as_mut_slice() else {
        panic!()
    };
    let theme = coordinator.make(
        "create_theme",
        json!({ "name": "continuïteit", "unknown": "Wat doet leeftijd?" }),
    );
    let meeting = coordinator.make(
        "create_meeting",
        json!({ "number": 4, "of": 6, "date": "2026-03-12", "starts": "13:30:00", "place": "De Glind", "theme": theme }),
    );
    let item = coordinator.make(
        "add_agenda_item",
        json!({ "meeting": meeting, "title": "Stelling bespreken", "minutes": 40 }),
    );
    let note = coordinator.make(
        "write_note",
        json!({ "subject": item, "title": "Rust", "body": "We spraken over rust.\nEn over hechting." }),
    );
    coordinator.make(
        "record_decision",
        json!({ "meeting": meeting, "text": "We nemen de stelling op." }),
    );
    let added = coordinator.ask(
        "add_statement",
        json!({ "theme": theme, "meeting": meeting, "text": "Ouders houden een volwaardige plek." }),
    );
    let version = added["value"]["version"].as_str().unwrap().to_owned();
    let round = coordinator.make("open_round", json!({ "versions": [version], "meeting": meeting }));
    coordinator.make(
        "write_note",
        json!({ "body": "Alleen voor mij.", "private": true }),
    );
    member.make(
        "add_study",
        json!({ "title": "Onderzoek naar gezinshuizen", "csl_type": "report" }),
    );
    circle.exchange_all();
    let [coordinator, member] = circle.laptops.as_mut_slice() else {
        panic!()
    };
    coordinator.make(
        "change_note",
        json!({ "id": note, "fields": { "title": "Rust en regelmaat" } }),
    );
    member.make(
        "change_note",
        json!({ "id": note, "fields": { "title": "Rust, reinheid" } }),
    );
    member.make(
        "give_position",
        json!({ "round": round, "stance": "agree_with_reservation", "text": "Niet als het onveilig is." }),
    );
    circle.exchange_all();
    circle.laptops[0]
        .call("close_round", json!({ "id": round }))
        .unwrap();
}

pub(crate) fn compare(name: &str, now: &str) {
    if !fixture(name).exists() && std::env::var_os("KRING_BLESS").is_some() {
        write(name, now.as_bytes());
    }
    assert!(
        read(name) == now,
        "{name}: version 1 gave\n{}\nand this gives\n{now}",
        read(name)
    );
}

pub(crate) fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fixtures/v1")
        .join(name)
}

fn read(name: &str) -> String {
    fs::read_to_string(fixture(name))
        .unwrap_or_else(|_| panic!("fixtures/v1/{name} is missing; KRING_BLESS=1 makes it"))
}

fn write(name: &str, bytes: &[u8]) {
    fs::write(fixture(name), bytes).unwrap();
}
