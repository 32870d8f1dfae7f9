//! Attachments from file to file: attached, sent in pieces, asked for; and those of private notes, which
//! stay.

use std::fs;
use std::path::{Path, PathBuf};

use kring_api::Folder;
use kring_store::table::own;
use kring_sync::package::{AgeSecret, Identities, read};
use kring_tests::attach::{attach, dump, file, hash_of, listed, saved};
use kring_tests::{Circle, Laptop, PEOPLE, TestHost, by_id, code};
use kring_trust::operation::Right;
use kring_trust::signature::DeviceSecret;
use serde_json::{Value, json};

use crate::parts::split;

pub(crate) const MIB: usize = 1024 * 1024;
pub(crate) const PDF: &str = "Inspectierapport.pdf";

fn study(laptop: &mut Laptop) -> String {
    laptop.make("add_study", json!({ "title": "Wat werkt in gezinshuizen" }))
}

/// A circle whose first laptop has a study with a PDF of 3 MB; the study, and what the PDF holds.
pub(crate) fn with_pdf(laptops: usize, seed: u64) -> (Circle, String, Vec<u8>) {
    let mut circle = Circle::of(laptops, seed);
    let study = study(&mut circle.laptops[0]);
    let (path, content) = file(circle.root.path(), PDF, seed, 3 * MIB + 17);
    attach(&mut circle.laptops[0], &study, &path).unwrap();
    (circle, study, content)
}

/// What the laptop's last-made package would say it lacks.
fn lacking(laptop: &mut Laptop, folder: &Path) -> usize {
    let path = folder.join("vraag.kring");
    laptop.export(&path);
    wanted_in(laptop, &path)
}

fn identities(laptop: &mut Laptop) -> Identities {
    let secret = own::setting(laptop.workspace().db(), "device_secret").unwrap();
    let secret = DeviceSecret::from_bytes(&secret.unwrap()).unwrap();
    Identities::Devices(vec![AgeSecret::new(*secret.age())])
}

fn wanted_in(laptop: &mut Laptop, path: &Path) -> usize {
    let opened = read(
        fs::File::open(path).unwrap(),
        &identities(laptop),
        &|_, _, _| Ok(()),
        None,
    );
    opened.unwrap().manifest().heading.wanted.len()
}

/// Everything that stands in a package, unpacked; and how many pieces of attachments.
fn unpacked(laptop: &mut Laptop, path: &Path) -> (Vec<u8>, usize) {
    let file = fs::File::open(path).unwrap();
    let mut opened = read(file, &identities(laptop), &|_, _, _| Ok(()), None).unwrap();
    let pieces = opened
        .manifest()
        .frames
        .iter()
        .filter(|frame| frame.chunk.is_some());
    let pieces = pieces.count();
    let mut whole = Vec::new();
    while let Some((_, plain)) = opened.next_frame().unwrap() {
        whole.extend(plain);
    }
    (whole, pieces)
}

fn finds(bytes: &[u8], needle: &[u8]) -> bool {
    bytes.windows(needle.len()).any(|window| window == needle)
}

#[test]
fn a_study_goes_round_with_its_pdf() {
    let (mut circle, study, content) = with_pdf(3, 900);
    assert_eq!(
        listed(&mut circle.laptops[0], &study),
        [(PDF.to_owned(), content.len() as u64, true)]
    );
    let preview = circle.laptops[0].ask("preview_export", json!({}));
    let going = &preview["attachments"][0];
    assert_eq!(
        (&going["name"], &going["bytes"], &going["title"]),
        (
            &json!(PDF),
            &json!(content.len()),
            &json!("Wat werkt in gezinshuizen")
        ),
        "what leaves is said before"
    );
    let path = circle.file();
    circle.laptops[0].export(&path);
    let report = circle.laptops[1].import(&path).unwrap();
    assert_eq!(report.attachments, 1);
    assert!(report.summary.contains("één bijlage"), "{}", report.summary);
    assert!(saved(&mut circle.laptops[1], &study, PDF).unwrap() == content);

    let relayed = circle.file();
    circle.laptops[1].export(&relayed);
    circle.laptops[2].import(&relayed).unwrap();
    assert!(
        saved(&mut circle.laptops[2], &study, PDF).unwrap() == content,
        "whoever has it passes it on"
    );
    circle.exchange_all();
    circle.assert_equal();
    let dumps: Vec<String> = circle.laptops.iter_mut().map(dump).collect();
    assert!(dumps.iter().all(|dump| *dump == dumps[0]), "{dumps:?}");
}

#[test]
fn an_attachment_is_part_of_what_its_record_says() {
    let mut circle = Circle::of(1, 901);
    let laptop = &mut circle.laptops[0];
    let study = study(laptop);
    let before = laptop.state();
    let (path, _) = file(circle.root.path(), PDF, 1, 10);
    let done = attach(laptop, &study, &path).unwrap();
    assert_ne!(laptop.state(), before, "an attachment is part of its record");
    laptop.ask("undo", json!({ "operation": done["undo"] }));
    assert_eq!(listed(laptop, &study), []);
    laptop.check().unwrap();
}

#[test]
fn attaching_is_undone_and_what_was_taken_away_comes_back() {
    let mut circle = Circle::of(1, 902);
    let root = circle.root.path().to_owned();
    let laptop = &mut circle.laptops[0];
    let meeting = laptop.make("create_meeting", json!({ "number": 1 }));
    let (path, content) = file(&root, "Rooster: maart.pdf", 2, 100_000);
    let done = attach(laptop, &meeting, &path).unwrap();
    assert_eq!(done["changed"], json!(["meeting"]));
    const NAME: &str = "Rooster  maart.pdf";
    assert_eq!(listed(laptop, &meeting), [(NAME.to_owned(), 100_000, true)]);
    assert_eq!(
        attach(laptop, &meeting, &path).unwrap()["undo"],
        Value::Null,
        "the same file is there once"
    );
    laptop.ask("undo", json!({ "operation": done["undo"] }));
    assert_eq!(listed(laptop, &meeting), []);

    attach(laptop, &meeting, &path).unwrap();
    let attachment = hash_of(laptop, &meeting, NAME);
    let removed = laptop.ask(
        "remove_attachment",
        json!({ "id": meeting, "attachment": attachment }),
    );
    assert_eq!(listed(laptop, &meeting), []);
    laptop.open().unwrap();
    laptop.ask("undo", json!({ "operation": removed["undo"] }));
    assert!(
        saved(laptop, &meeting, NAME).unwrap() == content,
        "also after a start in between"
    );
    let history = laptop.ask("show_history", by_id(&meeting));
    assert_eq!(history[1]["what"], "Bijlagen (1 plek) aangepast");
    let version = json!({ "id": meeting, "segment": history[1]["segment"] });
    let version = laptop.ask("show_version", version).to_string();
    assert!(version.contains(NAME), "history calls it by its name: {version}");

    laptop.ask("trash_record", by_id(&meeting));
    laptop.open().unwrap();
    laptop.ask("restore_record", by_id(&meeting));
    assert!(
        saved(laptop, &meeting, NAME).unwrap() == content,
        "the trash keeps it"
    );
    laptop.check().unwrap();
}

#[test]
fn what_cannot_be_attached_is_refused_and_leaves_nothing() {
    let mut circle = Circle::of(1, 903);
    let root = circle.root.path().to_owned();
    let laptop = &mut circle.laptops[0];
    let (study, theme) = (
        study(laptop),
        laptop.make("create_theme", json!({ "name": "rust" })),
    );
    let before = laptop.dump();
    let (path, _) = file(&root, PDF, 3, 10);
    assert_eq!(code(attach(laptop, &theme, &path)), "err-no-attachments");
    assert_eq!(code(attach(laptop, &study, &root)), "err-file-unreadable");
    assert_eq!(
        code(attach(laptop, &study, &root.join("weg"))),
        "err-file-unreadable"
    );
    assert_eq!(code(laptop.call("attach_files", by_id(&study))), "err-no-file");
    let large = root.join("groot.zip");
    let largest = kring_sync::limit::ATTACHMENT_BYTES;
    fs::File::create(&large).unwrap().set_len(largest + 1).unwrap();
    assert_eq!(code(attach(laptop, &study, &large)), "err-attachment-too-large");
    let mut host = TestHost {
        files: vec![path.clone(), large.clone()],
        ..TestHost::default()
    };
    let both = laptop.call_with(&mut host, "attach_files", by_id(&study));
    assert_eq!(code(both), "err-attachment-too-large", "all or none");
    let (longer, _) = file(&root, "lang.pdf", 3, 3 * MIB);
    let mut host = TestHost {
        files: vec![longer],
        cancel_after: Some(2),
        ..TestHost::default()
    };
    let stopped = laptop.call_with(&mut host, "attach_files", by_id(&study));
    assert_eq!(code(stopped), "err-cancelled");
    let unknown = json!({ "id": study, "attachment": "0".repeat(64) });
    assert_eq!(
        code(laptop.call("remove_attachment", unknown.clone())),
        "err-attachment-gone"
    );
    assert_eq!(
        code(laptop.call("save_attachment", unknown)),
        "err-attachment-gone"
    );
    assert_eq!(laptop.dump(), before);

    fs::File::create(&large).unwrap().set_len(largest).unwrap();
    attach(laptop, &study, &large).unwrap();
    assert_eq!(listed(laptop, &study)[0].1, largest, "the largest is taken");
}

#[test]
fn a_name_that_tricks_becomes_a_plain_one() {
    let mut circle = Circle::of(2, 904);
    let study = study(&mut circle.laptops[0]);
    let (path, content) = file(circle.root.path(), PDF, 4, 100);
    attach(&mut circle.laptops[0], &study, &path).unwrap();
    let attachment = hash_of(&mut circle.laptops[0], &study, PDF);
    // As an app could write it that asks nobody.
    let tricks = json!({ &attachment: { "name": "../../.bashrc\u{202e}fdp.exe", "bytes": 7 } });
    circle.laptops[0].make(
        "change_study",
        json!({ "id": study, "fields": { "attachments": tricks } }),
    );
    circle.send(0, 1);
    let shown = listed(&mut circle.laptops[1], &study);
    assert_eq!(
        shown,
        [("bashrcfdp.exe".to_owned(), 100, true)],
        "and its length is the true one"
    );
    let target = circle.root.path().join("bashrcfdp.exe");
    let mut host = TestHost {
        target: Some(target.clone()),
        ..TestHost::default()
    };
    let input = json!({ "id": study, "attachment": attachment, "open": true });
    let answer = circle.laptops[1]
        .call_with(&mut host, "save_attachment", input)
        .unwrap();
    assert_eq!(
        (&answer["opened"], host.opened.len()),
        (&json!(false), 0),
        "a program is never started"
    );
    assert!(answer["says"].as_str().unwrap().contains("niet versleuteld"));
    assert!(fs::read(target).unwrap() == content);
}

#[test]
fn a_document_is_opened_from_where_it_was_saved() {
    let (mut circle, study, content) = with_pdf(1, 905);
    let attachment = hash_of(&mut circle.laptops[0], &study, PDF);
    let target = circle.root.path().join("mijn map.pdf");
    let mut host = TestHost {
        target: Some(target.clone()),
        ..TestHost::default()
    };
    let input = json!({ "id": study, "attachment": attachment, "open": true });
    circle.laptops[0]
        .call_with(&mut host, "save_attachment", input)
        .unwrap();
    assert_eq!(host.opened, std::slice::from_ref(&target));
    assert!(fs::read(&target).unwrap() == content);
    let mut left = fs::read_dir(circle.root.path()).unwrap();
    let is_part = |name: &std::ffi::OsStr| name.to_string_lossy().ends_with(".part");
    assert!(
        !left.any(|entry| is_part(&entry.unwrap().file_name())),
        "nothing else is left behind"
    );
}

#[test]
fn split_parts_come_in_any_order_and_add_up() {
    const MOST: u64 = 1_300_000;
    let (mut circle, study, content) = with_pdf(4, 906);
    crate::parts::write_notes(&mut circle.laptops[0], 3, 3_000);
    let first = circle.file();
    let (sent, files) = split(&mut circle.laptops[0], &first, MOST);
    assert_eq!(files.len(), 3, "{:?}", sent.files);
    let (_, pieces) = unpacked(&mut circle.laptops[0], &files[0]);
    assert!(pieces <= 1, "what is written comes before what is attached");
    for (reader, order) in [(1, [0, 1, 2]), (2, [2, 1, 0]), (3, [2, 0, 1])] {
        for (place, part) in order.into_iter().enumerate() {
            let laptop = &mut circle.laptops[reader];
            laptop.import(&files[part]).unwrap();
            laptop.open().unwrap();
            let here = listed_or_none(laptop, &study)
                .first()
                .is_some_and(|(_, _, here)| *here);
            assert_eq!(here, place == 2, "reader {reader} after {place}");
        }
        let laptop = &mut circle.laptops[reader];
        assert!(saved(laptop, &study, PDF).unwrap() == content, "reader {reader}");
        laptop.check().unwrap();
    }
    let states = circle.states();
    assert!(states.iter().all(|state| *state == states[0]), "{states:?}");
}

/// The same while the record may not be here yet.
fn listed_or_none(laptop: &mut Laptop, record: &str) -> Vec<(String, u64, bool)> {
    match laptop.call("list_attachments", by_id(record)) {
        Ok(_) => listed(laptop, record),
        Err(error) => {
            assert_eq!(error.code(), "err-not-found");
            Vec::new()
        }
    }
}

#[test]
fn what_did_not_arrive_is_asked_for_and_sent_once() {
    let (mut circle, study, content) = with_pdf(3, 907);
    let root = circle.root.path().to_owned();
    let first = circle.file();
    let (_, files) = split(&mut circle.laptops[0], &first, 1_300_000);
    let last = files.len() - 1;
    for part in &files[..last] {
        circle.laptops[1].import(part).unwrap();
    }
    assert!(!listed(&mut circle.laptops[1], &study)[0].2);
    assert_eq!(
        code(saved(&mut circle.laptops[1], &study, PDF).map(|_| Value::Null)),
        "err-attachment-not-here"
    );
    assert_eq!(
        lacking(&mut circle.laptops[1], &root),
        1,
        "its packages ask for it"
    );
    let asking = circle.file();
    circle.laptops[1].export(&asking);
    for answering in [0, 2] {
        circle.laptops[answering].import(&asking).unwrap();
    }
    assert_eq!(
        lacking(&mut circle.laptops[2], &root),
        1,
        "who got neither asks as well"
    );

    let going = circle.laptops[0].ask("preview_export", json!({}));
    assert_eq!(going["attachments"].as_array().unwrap().len(), 1, "{going}");
    let answer = circle.file();
    circle.laptops[0].export(&answer);
    let (_, pieces) = unpacked(&mut circle.laptops[0], &answer);
    assert_eq!(pieces, 4);
    let report = circle.laptops[1].import(&answer).unwrap();
    assert_eq!((report.attachments, report.nothing_new), (1, false));
    assert!(saved(&mut circle.laptops[1], &study, PDF).unwrap() == content);
    assert_eq!(lacking(&mut circle.laptops[1], &root), 0);
    circle.laptops[1].import(&answer).unwrap();

    let heard = circle.file();
    circle.laptops[1].export(&heard);
    for hearing in [0, 2] {
        circle.laptops[hearing].import(&heard).unwrap();
    }
    assert_eq!(
        lacking(&mut circle.laptops[2], &root),
        0,
        "who has it passed it on"
    );
    circle.exchange_all();
    circle.laptops[0].make("create_theme", json!({ "name": "rust" }));
    let next = circle.file();
    circle.laptops[0].export(&next);
    assert_eq!(
        unpacked(&mut circle.laptops[0], &next).1,
        0,
        "nobody asks any more"
    );
}

#[test]
fn a_later_change_does_not_take_the_file_along_again() {
    let (mut circle, study, _) = with_pdf(2, 908);
    circle.exchange_all();
    circle.laptops[0].make(
        "change_study",
        json!({ "id": study, "fields": { "title": "Wat werkt" } }),
    );
    let path = circle.file();
    circle.laptops[0].export(&path);
    assert_eq!(unpacked(&mut circle.laptops[0], &path).1, 0);
    circle.laptops[1].import(&path).unwrap();
    circle.assert_equal();
}

#[test]
fn what_nobody_asked_for_and_nothing_names_is_not_kept() {
    let (mut circle, study, _) = with_pdf(2, 909);
    let attachment = hash_of(&mut circle.laptops[0], &study, PDF);
    let path = circle.file();
    circle.laptops[0].export(&path);
    // Meanwhile the study was erased on the laptop that receives it.
    circle.laptops[0].ask("erase_record", by_id(&study));
    let erasing = circle.file();
    circle.laptops[0].export(&erasing);
    circle.laptops[1].import(&erasing).unwrap();
    circle.laptops[1].import(&path).unwrap();
    assert_eq!(dump(&mut circle.laptops[1]), "", "{attachment}");
}

#[test]
fn the_attachment_of_a_private_note_never_leaves_until_the_note_is_shared() {
    let mut circle = Circle::of(2, 910);
    let root = circle.root.path().to_owned();
    let note = circle.laptops[0].make("write_note", json!({ "body": "voor mij", "private": true }));
    let (path, content) = file(&root, "Privé.pdf", 5, 2 * MIB);
    attach(&mut circle.laptops[0], &note, &path).unwrap();
    let canary = &content[..32];
    let seen = |circle: &mut Circle| {
        let (missing, all) = (circle.file(), circle.file());
        circle.laptops[0].export(&missing);
        circle.laptops[0].export_all(&all);
        [missing, all].map(|path| finds(&unpacked(&mut circle.laptops[0], &path).0, canary))
    };
    assert_eq!(seen(&mut circle), [false, false]);
    // Somebody who knows its hash asks for it, and even names it.
    let attachment = hash_of(&mut circle.laptops[0], &note, "Privé.pdf");
    let theirs = study(&mut circle.laptops[1]);
    let named = json!({ &attachment: { "name": "x.pdf", "bytes": 2 * MIB } });
    circle.laptops[1].make(
        "change_study",
        json!({ "id": theirs, "fields": { "attachments": named } }),
    );
    let asking = circle.file();
    circle.laptops[1].export(&asking);
    assert_eq!(wanted_in(&mut circle.laptops[1], &asking), 1);
    circle.laptops[0].import(&asking).unwrap();
    assert!(listed(&mut circle.laptops[0], &theirs)[0].2, "the bytes are here");
    assert_eq!(seen(&mut circle), [false, false], "and are not theirs to ask for");

    let shared = circle.laptops[0].make("share_note", by_id(&note));
    assert_eq!(seen(&mut circle), [true, true], "the copy takes it along");
    circle.send(0, 1);
    assert!(saved(&mut circle.laptops[1], &shared, "Privé.pdf").unwrap() == content);
}

#[test]
fn an_undone_import_takes_its_attachments_away_and_the_same_file_brings_them_again() {
    let (mut circle, study, content) = with_pdf(2, 915);
    let path = circle.file();
    circle.laptops[0].export(&path);
    let laptop = &mut circle.laptops[1];
    let report = laptop.import(&path).unwrap();
    laptop.ask("undo_import", json!({ "imports": report.imports }));
    assert_eq!(dump(laptop), "");
    laptop.import(&path).unwrap();
    assert!(saved(laptop, &study, PDF).unwrap() == content);
}

#[test]
fn a_preview_says_what_would_come_and_stores_nothing() {
    let (mut circle, _, _) = with_pdf(2, 916);
    let path = circle.file();
    circle.laptops[0].export(&path);
    let before = circle.laptops[1].dump();
    for command in ["import_package", "import_packages"] {
        let mut host = TestHost {
            files: vec![path.clone()],
            ..TestHost::default()
        };
        let answer = circle.laptops[1]
            .call_with(&mut host, command, json!({ "preview": true }))
            .unwrap();
        let report = answer.get("report").unwrap_or(&answer);
        assert_eq!(report["attachments"], 1, "{command}");
        assert_eq!(circle.laptops[1].dump(), before);
    }
}

#[test]
fn a_newcomer_gets_what_fits_a_mail_with_the_answer_and_the_rest_when_they_ask() {
    let (mut circle, study, content) = with_pdf(1, 917);
    let root = circle.root.path().to_owned();
    let (large, _) = file(&root, "Groot.pdf", 9, 9 * MIB);
    attach(&mut circle.laptops[0], &study, &large).unwrap();
    let clock = circle.clock.clone();
    let mut newcomer = Laptop::joined(
        &root,
        PEOPLE[4],
        91_799,
        &clock,
        &mut circle.laptops[0],
        Right::Member,
    );
    assert!(saved(&mut newcomer, &study, PDF).unwrap() == content);
    let here: Vec<bool> = listed(&mut newcomer, &study)
        .iter()
        .map(|(_, _, here)| *here)
        .collect();
    assert_eq!(here, [false, true]);
    let asking = circle.file();
    newcomer.export(&asking);
    circle.laptops[0].import(&asking).unwrap();
    let answer = circle.file();
    circle.laptops[0].export(&answer);
    newcomer.import(&answer).unwrap();
    assert!(listed(&mut newcomer, &study).iter().all(|(_, _, here)| *here));
}

#[test]
fn the_shared_folder_carries_attachments_and_questions_for_them() {
    let mut circle = Circle::of(2, 918);
    let folder = circle.root.path().join("Gedeelde map");
    fs::create_dir(&folder).unwrap();
    for laptop in &mut circle.laptops {
        let mut host = TestHost {
            folder: Some(folder.clone()),
            ..TestHost::default()
        };
        laptop
            .call_with(&mut host, "choose_shared_folder", json!({}))
            .unwrap();
    }
    let study = study(&mut circle.laptops[0]);
    let (path, content) = file(circle.root.path(), PDF, 10, 2 * MIB);
    attach(&mut circle.laptops[0], &study, &path).unwrap();
    circle.laptops[0].ask("sync_folder", json!({}));
    circle.laptops[1].ask("sync_folder", json!({}));
    assert!(saved(&mut circle.laptops[1], &study, PDF).unwrap() == content);
    circle.laptops[0].ask("sync_folder", json!({}));
    let count = files_in(&folder).len();
    for at in [0, 1, 0] {
        circle.laptops[at].ask("sync_folder", json!({}));
    }
    assert_eq!(files_in(&folder).len(), count, "nothing is said twice");

    // It got lost on this laptop, as after a disk that was repaired.
    circle.laptops[1].shut();
    fs::remove_file(Folder::new(&circle.laptops[1].folder).attachments()).unwrap();
    circle.laptops[1].open().unwrap();
    assert!(!listed(&mut circle.laptops[1], &study)[0].2);
    for at in [1, 0, 1] {
        circle.laptops[at].ask("sync_folder", json!({}));
    }
    assert!(
        saved(&mut circle.laptops[1], &study, PDF).unwrap() == content,
        "asked for and given"
    );
}

fn files_in(folder: &Path) -> Vec<PathBuf> {
    let chains = fs::read_dir(folder.join("log")).unwrap();
    let files = chains.flat_map(|chain| fs::read_dir(chain.unwrap().path()).unwrap());
    files.map(|file| file.unwrap().path()).collect()
}
