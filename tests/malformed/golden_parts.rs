//! A split package with receipts as version 1 wrote it, for ever: every later version takes its files over
//! in any order. `KRING_BLESS=1` writes files that are absent and never touches one that is there.

use std::fs::{self, File};

use kring_api::exchange::join::Newcomer;
use kring_api::exchange::outgoing::Extent;
use kring_store::table::own;
use kring_sync::package::{self, AgeSecret, FrameKind, Identities, ManifestPurpose};
use kring_tests::{Circle, Clock, Laptop, MEETING_DAY_MS, PEOPLE, memory_folder};
use kring_trust::operation::Right;
use kring_trust::signature::DeviceSecret;
use serde_json::json;

use crate::golden::{become_the_newcomer_of_version_1, compare, fixture, write_keys};

/// Where its files lie.
const FOLDER: &str = "parts/";
/// How many files the package has.
const PARTS: u64 = 3;

fn part(number: u64) -> std::path::PathBuf {
    fixture(&format!("{FOLDER}part-{number}.kring"))
}

#[test]
fn the_split_package_of_version_1_is_taken_over_in_any_order_for_ever() {
    let root = memory_folder();
    let clock = Clock::at(MEETING_DAY_MS);
    if !part(1).exists() {
        assert!(
            std::env::var_os("KRING_BLESS").is_some(),
            "the fixture is missing; KRING_BLESS=1 makes it"
        );
        bless();
    }
    for (seed, order) in [(87, [1, 2, 3]), (88, [3, 1, 2])] {
        let (mut reader, _) = Laptop::ask_to_join(root.path(), PEOPLE[3], seed, &clock);
        become_the_newcomer_of_version_1(&mut reader, FOLDER);
        reader.import(&fixture("parts/answer.kring")).unwrap();
        for number in order {
            reader.import(&part(number)).unwrap();
        }
        compare("parts/state.txt", &reader.state());
        reader.check().unwrap();
        assert_eq!(frames(&mut reader), PARTS, "each file says which one it is");
    }
}

/// How many files of the package are as they should be: their place, the membership in each, and receipts
/// in the first alone.
fn frames(reader: &mut Laptop) -> u64 {
    let secret = own::setting(reader.workspace().db(), "device_secret")
        .unwrap()
        .unwrap();
    let secret = DeviceSecret::from_bytes(&secret).unwrap();
    let identities = Identities::Devices(vec![AgeSecret::new(*secret.age())]);
    let is_sound = |number: &u64| {
        let file = File::open(part(*number)).unwrap();
        let opened = package::read(file, &identities, &|_, _, _| Ok(()), None).unwrap();
        let manifest = opened.manifest();
        let kinds: Vec<FrameKind> = manifest.frames.iter().map(|frame| frame.kind).collect();
        let has_receipts = kinds.contains(&FrameKind::Receipts);
        (manifest.heading.part, manifest.heading.parts) == (*number, PARTS)
            && kinds[0] == FrameKind::Membership
            && kinds.contains(&FrameKind::Segments)
            && has_receipts == (*number == 1)
    };
    (1..=PARTS).filter(is_sound).count() as u64
}

fn bless() {
    fs::create_dir_all(fixture(FOLDER)).unwrap();
    let mut circle = Circle::within(memory_folder(), 2, 84);
    let (mut newcomer, card) = Laptop::ask_to_join(circle.root.path(), PEOPLE[3], 8_487, &circle.clock);
    write_keys(&mut newcomer, FOLDER);
    let answer = fixture("parts/answer.kring");
    circle.laptops[0]
        .workspace()
        .approve_card(&card, Right::Member, Newcomer::New, &answer)
        .unwrap();
    for number in 1..=12 {
        let body = format!("Aantekening {number} over rust en regelmaat.\nMet een tweede regel.");
        circle.laptops[0].make("write_note", json!({ "body": body }));
    }
    let workspace = circle.laptops[0].workspace();
    let (packed, targets) = (1..40)
        .find_map(|kilobytes| {
            let packed = workspace
                .pack(Extent::All, ManifestPurpose::Full, kilobytes * 1_000, |_| Ok(()))
                .unwrap();
            let targets: Vec<_> = (1..=PARTS).map(part).collect();
            (packed.files() as u64 == PARTS).then_some((packed, targets))
        })
        .unwrap();
    workspace.write_packed(&packed, &targets, |_| Ok(())).unwrap();
}
