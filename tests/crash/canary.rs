//! Words that occur nowhere else, put where members put words: no file of a store, no state file and
//! no package holds one that can be read without a key.

use std::fs;
use std::fs::File;
use std::path::{Path, PathBuf};

use kring_api::exchange::outgoing::Extent;
use kring_store::table::own;
use kring_sync::package::{AgeSecret, Identities, ManifestPurpose, read};
use kring_tests::{CHILD_WORD, Circle, Laptop, PASSPHRASE, TestHost, memory_folder};
use kring_trust::signature::DeviceSecret;
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;
use serde_json::json;

use crate::child::{Instant, kill};

const IN_CIRCLE: &str = "kanariekring";
const IN_PRIVATE: &str = "kanarieprive";
const IN_REFERENCE: &str = "kanarieverwijzing";

#[test]
fn content_lies_nowhere_readable_but_in_what_was_exported_for_reading() {
    let mut circle = Circle::within(memory_folder(), 2, 45);
    let (meeting, private) = fill(&mut circle.laptops[0]);
    let [missing, whole, damaged] = [circle.file(), circle.file(), circle.file()];
    circle.laptops[0].export(&missing);
    circle.laptops[1].import(&missing).unwrap();
    circle.exchange_all();
    circle.laptops[0].export_all(&whole);
    let bytes = fs::read(&whole).unwrap();
    fs::write(&damaged, &bytes[..bytes.len() - 1]).unwrap();
    circle.laptops[1].refusal(&damaged);
    keep_in_quarantine(&mut circle);
    circle.laptops[0].ask("back_up", json!({}));
    let summary = summary(&mut circle, &meeting);

    let secrets = secrets(&mut circle.laptops[0]);
    let words = [IN_CIRCLE, IN_PRIVATE, IN_REFERENCE, CHILD_WORD, PASSPHRASE];
    let mut needles: Vec<Vec<u8>> = words.iter().flat_map(|word| spellings(word)).collect();
    needles.extend(secrets);
    assert_nowhere(circle.root.path(), &needles);

    circle.laptops[0].shut();
    let at = Instant::random(&mut ChaCha20Rng::seed_from_u64(45), 9, 50_000);
    kill(&circle.laptops[0], 45 * 100 + 1, 1_000, "save", &[], &at);
    assert!(
        circle.laptops[0].folder.join("store.db-wal").exists(),
        "a kill leaves the write-ahead log behind"
    );
    assert_nowhere(circle.root.path(), &needles);

    circle.laptops[0].open().unwrap();
    let opened = decrypted(&mut circle.laptops[1], &whole);
    assert!(
        finds(&opened, IN_CIRCLE.as_bytes()),
        "the circle's words travel, or this test looks at nothing"
    );
    let private_id = hex::decode(&private).unwrap();
    for needle in [
        IN_PRIVATE.as_bytes(),
        IN_REFERENCE.as_bytes(),
        &private_id,
        private.as_bytes(),
    ] {
        assert!(
            !finds(&opened, needle),
            "not even an encrypted package holds anything private"
        );
    }
    assert!(finds(&summary, IN_CIRCLE.as_bytes()), "a summary is for reading");
    for word in [IN_PRIVATE, IN_REFERENCE] {
        assert!(
            !finds(&summary, word.as_bytes()),
            "a summary holds nothing private"
        );
    }
}

/// Notes of both scopes; the meeting that the circle's note is about, and the private note.
fn fill(laptop: &mut Laptop) -> (String, String) {
    let meeting = laptop.make(
        "create_meeting",
        json!({ "number": 1, "date": "2026-03-12", "place": "De Glind" }),
    );
    let item = laptop.make(
        "add_agenda_item",
        json!({ "meeting": meeting, "title": IN_CIRCLE }),
    );
    laptop.make(
        "write_note",
        json!({ "subject": item, "title": IN_CIRCLE, "body": IN_CIRCLE }),
    );
    laptop.make(
        "record_decision",
        json!({ "meeting": meeting, "text": IN_CIRCLE }),
    );
    let private = laptop.make(
        "write_note",
        json!({ "subject": item, "title": IN_PRIVATE, "body": IN_PRIVATE, "private": true }),
    );
    let reference = json!({
        "kind": "paragraph", "text": IN_REFERENCE,
        "marks": [{ "kind": "meeting", "from": 0, "to": IN_REFERENCE.len(), "value": meeting }],
    });
    laptop.make(
        "write_note",
        json!({ "title": IN_REFERENCE, "body": [reference], "private": true }),
    );
    for word in [IN_CIRCLE, IN_PRIVATE] {
        let found = laptop.ask("search", json!({ "query": word }));
        assert!(
            !found.as_array().unwrap().is_empty(),
            "{word} is in the search index of its own laptop"
        );
    }
    (meeting, private)
}

/// A package that its sender may not send: the coordinator's laptop keeps it.
fn keep_in_quarantine(circle: &mut Circle) {
    let file = circle.file();
    circle.laptops[1]
        .workspace()
        .write_package(&file, Extent::All, ManifestPurpose::Answer)
        .unwrap();
    assert_eq!(circle.laptops[0].refusal(&file), "err-sender-not-member");
    let kept = circle.laptops[0].workspace().folder().quarantine();
    assert_eq!(fs::read_dir(kept).unwrap().count(), 1, "a file is in quarantine");
}

fn summary(circle: &mut Circle, meeting: &str) -> Vec<u8> {
    let outside = memory_folder();
    let target = outside.path().join("samenvatting.md");
    let mut host = TestHost {
        target: Some(target.clone()),
        ..TestHost::default()
    };
    let input = json!({ "meeting": meeting, "format": "md" });
    circle.laptops[0]
        .call_with(&mut host, "export_summary", input)
        .unwrap();
    fs::read(target).unwrap()
}

/// Everything that must never lie in the clear, as bytes and in the forms people print it.
fn secrets(laptop: &mut Laptop) -> Vec<Vec<u8>> {
    let device = own::setting(laptop.workspace().db(), "device_secret")
        .unwrap()
        .unwrap();
    let age = *DeviceSecret::from_bytes(&device).unwrap().age();
    let mut secrets = vec![device.clone(), device[4..36].to_vec()];
    for key in [laptop.key.to_vec(), age.to_vec()] {
        secrets.extend(spellings(&hex::encode(&key)));
        secrets.push(key);
    }
    secrets.extend(spellings(&laptop.recovery));
    secrets
}

/// A word in the encodings in which a library might leave it behind.
fn spellings(word: &str) -> Vec<Vec<u8>> {
    let wide: Vec<u16> = word.encode_utf16().collect();
    let little = wide.iter().flat_map(|unit| unit.to_le_bytes()).collect();
    let big = wide.iter().flat_map(|unit| unit.to_be_bytes()).collect();
    vec![
        word.as_bytes().to_vec(),
        word.to_uppercase().into_bytes(),
        little,
        big,
    ]
}

fn assert_nowhere(folder: &Path, needles: &[Vec<u8>]) {
    let mut files = Vec::new();
    gather(folder, &mut files);
    let sorts = [
        "store.db",
        "store.db-wal",
        "store.db-shm",
        "keys",
        "keys.copy",
        "lock",
        "journal.jsonl",
    ];
    for sort in sorts {
        assert!(
            files.iter().any(|path| path.ends_with(sort)),
            "{sort} is among the files looked at"
        );
    }
    for folder in ["backups", "quarantine", "stores"] {
        let lies_in = |path: &PathBuf| path.parent().is_some_and(|parent| parent.ends_with(folder));
        assert!(
            files.iter().any(lies_in),
            "something in {folder} is among the files looked at"
        );
    }
    for path in files {
        let bytes = fs::read(&path).unwrap();
        for needle in needles {
            assert!(
                !finds(&bytes, needle),
                "{} holds {:?}",
                path.display(),
                String::from_utf8_lossy(needle)
            );
        }
    }
}

fn gather(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            gather(&path, files);
        } else {
            files.push(path);
        }
    }
}

/// All frames of a package, unpacked, as its recipient sees them.
fn decrypted(laptop: &mut Laptop, package: &Path) -> Vec<u8> {
    let device = own::setting(laptop.workspace().db(), "device_secret")
        .unwrap()
        .unwrap();
    let age = AgeSecret::new(*DeviceSecret::from_bytes(&device).unwrap().age());
    let identities = Identities::Devices(vec![age]);
    let mut opened = read(File::open(package).unwrap(), &identities, &|_, _, _| Ok(()), None).unwrap();
    let mut whole = Vec::new();
    while let Some((_, plain)) = opened.next_frame().unwrap() {
        whole.extend(plain);
    }
    whole
}

fn finds(bytes: &[u8], needle: &[u8]) -> bool {
    let first = needle[0];
    let mut starts = bytes.iter().enumerate().filter(|(_, byte)| **byte == first);
    starts.any(|(at, _)| bytes[at..].starts_with(needle))
}
