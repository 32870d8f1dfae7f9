//! Killed while taking packages over.

use std::path::PathBuf;

use kring_tests::seeds::seeds;
use kring_tests::{Circle, Laptop, copy_folder, memory_folder};
use serde_json::json;

use crate::child::{Instant, kill};

const KILLS: std::ops::Range<u64> = 0..100;
const PACKAGES: usize = 24;

#[test]
fn a_package_is_taken_over_whole_or_not_at_all_through_a_hundred_kills() {
    let mut circle = Circle::within(memory_folder(), 2, 42);
    let packages = packages(&mut circle);
    let mut receiver = circle.laptops.remove(1);
    let seed = 42 * 100 + 2;
    receiver.shut();
    let kept = circle.root.path().join("kept");
    copy_folder(&receiver.folder, &kept);
    let states = uninterrupted(&mut receiver, &packages);

    let kills = seeds("KRING_KILLS", KILLS);
    let mut done = PACKAGES;
    let mut interrupted = 0;
    for start in kills.clone() {
        receiver.shut();
        if done == PACKAGES {
            std::fs::remove_dir_all(&receiver.folder).unwrap();
            copy_folder(&kept, &receiver.folder);
            done = 0;
        }
        let at = Instant::of(42, start, 2, 1_500_000);
        done += kill(&receiver, seed, 1_000 + start, "import", &packages[done..], &at).len();
        interrupted += usize::from(receiver.folder.join("spool/decoding").exists());
        receiver.open().unwrap();
        let spool = receiver.workspace().folder().spool();
        let left = std::fs::read_dir(spool)
            .unwrap()
            .filter(|entry| entry.as_ref().unwrap().file_name() != "decoding");
        assert_eq!(
            left.count(),
            0,
            "kill {start}: what was being read is cleared away"
        );
        receiver.check().unwrap();
        let state = receiver.state();
        let whole = states[done..].iter().take(2).any(|whole| *whole == state);
        assert!(
            whole,
            "kill {start}: after {done} packages the store holds neither {done} nor one more"
        );
        if let Some(next) = packages.get(done) {
            receiver.import(next).unwrap_or_else(|error| {
                panic!("kill {start}: a killed import must succeed when repeated: {error}")
            });
            done += 1;
            assert_eq!(
                receiver.state(),
                states[done],
                "kill {start}: as if nothing had happened"
            );
        }
    }
    println!(
        "campaign: {} kills while importing, {interrupted} in the middle of one",
        kills.end - kills.start
    );
    assert!(
        interrupted > 0,
        "no kill came while a package was taken over: the bounds of the instants are wrong"
    );
}

#[test]
fn a_package_that_ended_the_app_twice_is_left_alone_and_others_are_not() {
    let mut circle = Circle::within(memory_folder(), 2, 43);
    let packages = packages(&mut circle);
    let receiver = &mut circle.laptops[1];
    let marker = receiver.workspace().folder().spool().join("decoding");
    let id = |receiver: &mut Laptop, at: usize| {
        hex::encode(
            receiver
                .workspace()
                .read_package(&packages[at])
                .unwrap()
                .manifest
                .heading
                .package
                .0,
        )
    };
    let name = id(receiver, 0);
    std::fs::write(&marker, format!("{name}\n")).unwrap();
    receiver.import(&packages[0]).unwrap();
    assert!(
        !marker.exists(),
        "a first retry that succeeds clears the suspicion"
    );

    let name = id(receiver, 1);
    std::fs::write(&marker, format!("{name}\n{name}\n")).unwrap();
    let before = receiver.dump();
    assert_eq!(receiver.refusal(&packages[1]), "err-crashed-before");
    assert!(
        receiver.dump() == before,
        "the refusal leaves no trace in the store"
    );
    receiver.import(&packages[2]).unwrap();
}

#[test]
fn an_import_that_was_stopped_is_no_crash() {
    let mut circle = Circle::within(memory_folder(), 2, 44);
    let packages = packages(&mut circle);
    let receiver = &mut circle.laptops[1];
    for _ in 0..4 {
        let mut host = kring_tests::TestHost {
            cancel_after: Some(0),
            ..Default::default()
        };
        let stopped = receiver.workspace().import_package(
            &packages[0],
            kring_api::exchange::import::Mode::TakeOver,
            &mut host,
        );
        assert_eq!(stopped.unwrap_err().code(), "err-cancelled");
    }
    receiver.import(&packages[0]).unwrap();
}

/// Packages of the first laptop, each with a little more than the one before.
fn packages(circle: &mut Circle) -> Vec<PathBuf> {
    let note = circle.laptops[0].make("write_note", json!({ "title": "begin", "body": "Over rust." }));
    let package = |at: usize| {
        let sender = &mut circle.laptops[0];
        sender.make(
            "write_note",
            json!({ "title": format!("van pakket {at}"), "body": "Over hechting." }),
        );
        sender.make("add_study", json!({ "title": format!("onderzoek {at}") }));
        sender.make(
            "change_note",
            json!({ "id": note, "fields": { "title": format!("stand {at}") } }),
        );
        let file = circle.file();
        circle.laptops[0].export_all(&file);
        file
    };
    (1..=PACKAGES).map(package).collect()
}

/// The state after none, one, two … of the packages, without any kill.
fn uninterrupted(receiver: &mut Laptop, packages: &[PathBuf]) -> Vec<String> {
    receiver.open().unwrap();
    let mut states = vec![receiver.state()];
    for package in packages {
        receiver.import(package).unwrap();
        states.push(receiver.state());
    }
    states
}
