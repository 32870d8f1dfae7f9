//! What a newer version of the app writes: refused where it must be, and otherwise carried on
//! unharmed by laptops that cannot read it.

use kring_api::domain::id::{Hash, RecordId};
use kring_api::domain::kind::Kind;
use kring_api::exchange::frame::segment_of;
use kring_store::table::segment::by_hash;
use kring_sync::package::{FrameKind, ManifestPurpose};
use kring_tests::Laptop;
use kring_trust::cbor::Value;
use serde_json::json;

use crate::forge::{Forger, note, secret};
use crate::reseal::reseal;
use crate::{assert_told, three};

// Keys of the manifest; the last one does not exist yet.
const MAJOR: u64 = 1;
const MINOR: u64 = 2;
const READER: u64 = 3;
const NEW: u64 = 4_000;

#[test]
fn a_newer_record_reaches_a_third_laptop_byte_for_byte() {
    let mut circle = three(29);
    let forger = Forger::of(&mut circle.laptops[0]);
    let mut chain = forger.chain(1);
    let kind = chain.create(Kind::Unknown(900), RecordId::ZERO, &note("van later"));
    let kind = chain.write(vec![kind]);
    let part = chain.create(Kind::Note, RecordId::ZERO, &note("van later"));
    let mut header = chain.header(std::slice::from_ref(&part));
    header.min_reader = 99;
    let reader = chain.seal(header, vec![part]);
    let sent = [kind, reader];
    let file = circle.file();
    forger.send(&file, forger.frames(&sent));
    circle.laptops[1].import(&file).unwrap();
    circle.send(1, 2);
    let receiver = &mut circle.laptops[2];
    for segment in &sent {
        let row = by_hash(receiver.workspace().db(), segment.hash())
            .unwrap()
            .unwrap();
        assert_eq!(
            segment_of(receiver.workspace().db(), &row).unwrap(),
            *segment,
            "relayed as it was signed"
        );
    }
    assert_eq!(
        receiver.state(),
        circle.laptops[0].state(),
        "without effect where it cannot be read"
    );
}

#[test]
fn a_frame_of_a_newer_kind_is_left_alone() {
    let mut circle = three(30);
    let forger = Forger::of(&mut circle.laptops[1]);
    let mut frames = forger.frames(&[forger.chain(1).note("gewoon")]);
    frames.insert(1, (FrameKind::Unknown(77), b"van later".to_vec()));
    let file = circle.file();
    forger.send(&file, frames);
    assert_eq!(
        circle.laptops[0].import(&file).unwrap().new,
        1,
        "what this version knows is taken over"
    );
}

#[test]
fn a_package_for_a_newer_purpose_is_refused_and_kept() {
    let mut circle = three(35);
    let forger = Forger::of(&mut circle.laptops[1]);
    let mut heading = forger.next_heading();
    heading.purpose = ManifestPurpose::Unknown(99);
    let file = circle.file();
    forger
        .send_as(&file, heading, forger.frames(&[forger.chain(1).note("gewoon")]))
        .unwrap();
    let laptop = &mut circle.laptops[0];
    let error = laptop.import(&file).unwrap_err();
    assert_eq!(
        error.code(),
        "err-package-version",
        "what it is for may be that nobody takes it over"
    );
    let kept = laptop.ask("list_quarantine", json!({}));
    assert_eq!(
        kept.as_array().unwrap().len(),
        1,
        "a later version reads it from here"
    );
}

#[test]
fn a_newer_addition_to_the_format_is_read_and_a_newer_format_refused() {
    let mut circle = three(31);
    let forger = Forger::of(&mut circle.laptops[1]);
    let file = circle.file();
    forger.send(&file, forger.frames(&[forger.chain(1).note("gewoon")]));
    let receiver = &mut circle.laptops[0];
    for newer in [MAJOR, READER] {
        let bent = with(&forger, receiver, &file, newer, 2);
        let before = receiver.dump();
        assert_eq!(receiver.refusal(&bent), "err-package-version");
        assert_told("err-package-version");
        assert!(
            receiver.dump() == before,
            "a newer package leaves no trace in the store"
        );
    }
    let bent = with(&forger, receiver, &file, MINOR, 2);
    let bent = with(&forger, receiver, &bent, NEW, 1);
    assert_eq!(
        receiver.import(&bent).unwrap().new,
        1,
        "an addition that may be ignored is ignored"
    );
}

#[test]
fn a_state_that_the_sender_says_to_have_changes_nothing_here() {
    let mut circle = three(32);
    let mut forger = Forger::of(&mut circle.laptops[1]);
    forger.heading.state = Hash([1; 32]);
    let file = circle.file();
    forger.send(&file, forger.frames(&[]));
    let receiver = &mut circle.laptops[0];
    let before = receiver.view();
    assert_eq!(
        receiver.import(&file).unwrap().state_agrees,
        Some(false),
        "a difference at equal heads is told"
    );
    assert_eq!(receiver.view(), before);
}

/// The package with one number of its manifest set, signed and sealed anew.
fn with(
    forger: &Forger,
    receiver: &mut Laptop,
    file: &std::path::Path,
    key: u64,
    number: u64,
) -> std::path::PathBuf {
    let key = Value::from(key);
    let bent = file.with_extension("bent.kring");
    let sealed = reseal(
        &std::fs::read(file).unwrap(),
        &secret(receiver),
        forger,
        |manifest| {
            manifest.retain(|(name, _)| *name != key);
            manifest.push((key, number.into()));
        },
    );
    std::fs::write(&bent, sealed).unwrap();
    bent
}
