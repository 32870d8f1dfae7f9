//! Files that are refused: each with its code, and with the store left as it was.

use std::path::{Path, PathBuf};
use std::process::Command;

use kring_api::domain::id::{CircleId, DeviceId};
use kring_api::exchange::frame::membership_frame;
use kring_store::table::own;
use kring_sync::package::{
    Draft, Heading, ManifestPurpose, PackageId, Recipients, Signer, age_public, write,
};
use kring_tests::{Circle, Clock, Laptop, MEETING_DAY_MS};
use kring_trust::signature::{DeviceSecret, sign_raw};
use serde_json::json;

/// The reader refuses this file, and nothing of it is taken over.
fn refuses(reader: &mut Laptop, file: &Path, code: &str) {
    let (before, state) = (reader.dump(), reader.state());
    assert_eq!(reader.refusal(file), code, "{}", file.display());
    assert_eq!(reader.dump(), before, "{code} leaves every row as it was");
    assert_eq!(reader.state(), state);
    let journal = reader.ask("show_journal", json!({}));
    let last = journal["lines"].as_array().unwrap().last().unwrap().clone();
    assert_eq!(
        (&last["event"], &last["about"], &journal["whole"]),
        (&json!("refusal"), &json!(code), &json!(true))
    );
}

fn package(circle: &mut Circle) -> (PathBuf, Vec<u8>) {
    circle.laptops[0].make("create_theme", json!({ "name": "rust" }));
    let file = circle.file();
    circle.laptops[0].export(&file);
    let bytes = std::fs::read(&file).unwrap();
    (file, bytes)
}

#[test]
fn what_is_no_package_is_refused() {
    let mut circle = Circle::of(2, 100);
    let root = circle.root.path().to_owned();
    let reader = &mut circle.laptops[1];
    let garbage = root.join("vakantie.kring");
    std::fs::write(&garbage, "").unwrap();
    refuses(reader, &garbage, "err-package-damaged");
    for content in [b"Zee, strand en zon.".as_slice(), &[0xff; 4_096]] {
        std::fs::write(&garbage, content).unwrap();
        refuses(reader, &garbage, "err-package-not-age");
    }
    refuses(reader, &root, "err-file-unreadable");
    refuses(reader, &root.join("niet-hier.kring"), "err-file-unreadable");
}

#[cfg(unix)]
#[test]
fn a_pipe_does_not_hold_the_app() {
    let mut circle = Circle::of(2, 101);
    let pipe = circle.root.path().join("pipe.kring");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    refuses(&mut circle.laptops[1], &pipe, "err-file-unreadable");
}

#[test]
fn a_damaged_package_is_refused_wherever_the_damage_is() {
    let mut circle = Circle::of(2, 102);
    let (file, whole) = package(&mut circle);
    let reader = &mut circle.laptops[1];
    for kept in [whole.len() - 1, whole.len() / 2] {
        std::fs::write(&file, &whole[..kept]).unwrap();
        refuses(reader, &file, "err-package-damaged");
    }
    for at in [whole.len() / 2, whole.len() - 1] {
        let mut bytes = whole.clone();
        bytes[at] ^= 1;
        std::fs::write(&file, bytes).unwrap();
        refuses(reader, &file, "err-package-damaged");
    }
    std::fs::write(&file, &whole).unwrap();
    reader.import(&file).expect("the whole file is still good");
}

#[test]
fn a_package_of_another_circle_is_refused() {
    let mut circle = Circle::of(2, 103);
    let clock = Clock::at(MEETING_DAY_MS);
    let mut other = Laptop::found(
        circle.root.path(),
        "Kenniskring AWBZ",
        "Ineke||IJsselstein",
        10_390,
        &clock,
    );
    let file = circle.file();
    other.export_all(&file);
    refuses(&mut circle.laptops[1], &file, "err-package-not-for-me");
    // Should someone address it to us after all, the circle in it is another one.
    let theirs = other.workspace().circle().unwrap().id;
    forge(&mut circle, &file, &stranger(), None, Some(theirs));
    refuses(&mut circle.laptops[1], &file, "err-package-circle");
}

#[test]
fn a_strangers_package_is_set_apart_and_a_forged_one_refused() {
    let mut circle = Circle::of(2, 104);
    let file = circle.file();
    forge(&mut circle, &file, &stranger(), None, None);
    let quarantine = circle.laptops[1].folder.join("quarantine");
    refuses(&mut circle.laptops[1], &file, "err-sender-not-member");
    assert_eq!(
        std::fs::read_dir(&quarantine).unwrap().count(),
        1,
        "a coordinator may still need it"
    );
    let founder = circle.laptops[0].workspace().device();
    forge(&mut circle, &file, &stranger(), Some(founder), None);
    refuses(&mut circle.laptops[1], &file, "err-package-signature");
    assert_eq!(
        std::fs::read_dir(&quarantine).unwrap().count(),
        1,
        "a forged package is worth nothing"
    );
    let spool = circle.laptops[1].folder.join("spool");
    assert_eq!(
        std::fs::read_dir(spool).unwrap().count(),
        0,
        "no copy stays behind"
    );
}

#[test]
fn what_is_not_meant_for_taking_over_or_for_this_laptop_is_refused() {
    let mut circle = Circle::of(2, 108);
    let secret = own::setting(circle.laptops[0].workspace().db(), "device_secret")
        .unwrap()
        .unwrap();
    let founder = DeviceSecret::from_bytes(&secret).unwrap();
    let file = circle.file();
    for (purpose, code) in [
        (ManifestPurpose::Invite, "err-purpose-elsewhere"),
        (ManifestPurpose::Join, "err-purpose-elsewhere"),
        (ManifestPurpose::Unknown(99), "err-package-version"),
    ] {
        forge_with(&mut circle, &file, &founder, |heading| heading.purpose = purpose);
        refuses(&mut circle.laptops[1], &file, code);
    }
    let kept = std::fs::read_dir(circle.laptops[1].folder.join("quarantine")).unwrap();
    assert_eq!(
        kept.count(),
        1,
        "what a newer version made is kept for a newer version"
    );
    forge_with(&mut circle, &file, &founder, |heading| {
        let own = heading.sender;
        heading.recipients.retain(|device| *device == own);
    });
    refuses(&mut circle.laptops[1], &file, "err-not-addressed");
    for purpose in [
        ManifestPurpose::Sync,
        ManifestPurpose::Full,
        ManifestPurpose::Receipt,
    ] {
        forge_with(&mut circle, &file, &founder, |heading| heading.purpose = purpose);
        circle.laptops[1].import(&file).unwrap();
    }
}

fn stranger() -> DeviceSecret {
    DeviceSecret::from_random([41; 32], [42; 32])
}

/// Writes a package to the circle's devices as someone who learned their public keys could.
fn forge(
    circle: &mut Circle,
    file: &Path,
    secret: &DeviceSecret,
    as_device: Option<DeviceId>,
    of: Option<CircleId>,
) {
    forge_with(circle, file, secret, |heading| {
        heading.sender = as_device.unwrap_or(heading.sender);
        heading.circle = of.unwrap_or(heading.circle);
    });
}

/// The same, with a heading that is bent.
fn forge_with(circle: &mut Circle, file: &Path, secret: &DeviceSecret, bend: impl FnOnce(&mut Heading)) {
    let workspace = circle.laptops[0].workspace();
    let frames = vec![membership_frame(workspace.db()).unwrap()];
    let known = workspace.circle().unwrap();
    let mut heading = Heading {
        app_version: "0.1.0".to_owned(),
        circle: known.id,
        package: PackageId([9; 16]),
        counter: 1,
        sender: secret.public(age_public(secret.age())).device_id(),
        incarnation: kring_api::domain::id::LogId([8; 16]),
        heads: Vec::new(),
        state: kring_api::domain::id::Hash::ZERO,
        wanted: Vec::new(),
        recipients: known
            .membership
            .active_devices()
            .map(|(device, _)| device)
            .collect(),
        membership: known.membership.heads(),
        purpose: ManifestPurpose::Sync,
        part: 1,
        parts: 1,
        wall_ms: MEETING_DAY_MS,
    };
    bend(&mut heading);
    let sender = heading.sender;
    let keys = known
        .membership
        .active_devices()
        .map(|(_, device)| device.keys.age)
        .collect();
    let sign = |bytes: &[u8]| sign_raw(secret, bytes).0;
    let mut bytes = Vec::new();
    write(
        &mut bytes,
        &Draft { heading, frames },
        &Recipients::Devices(keys),
        &Signer {
            device: sender,
            sign: &sign,
        },
    )
    .unwrap();
    std::fs::write(file, bytes).unwrap();
}
