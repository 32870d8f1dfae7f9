//! Attachments as they are kept: taken away by an erasure, brought back by a backup, swept after a crash.

use std::fs;

use kring_api::Folder;
use kring_api::domain::text::Language;
use kring_api::workspace::Workspace;
use kring_store::attachment::Attachments;
use kring_store::backup;
use kring_tests::attach::{attach, dump, file, hash_of, listed, saved};
use kring_tests::{CHEAP, Circle, Laptop, PASSPHRASE, Seeded, by_id, code};
use kring_trust::wrap::StoreKey;
use serde_json::json;

use crate::attachments::{MIB, PDF, with_pdf};

const DAY_MS: u64 = 24 * 60 * 60 * 1000;

#[test]
fn an_erasure_takes_the_bytes_away_on_every_laptop_and_from_beside_the_backups() {
    let (mut circle, study, content) = with_pdf(2, 911);
    let root = circle.root.path().to_owned();
    let other = circle.laptops[0].make("write_note", json!({ "body": "ook hier" }));
    let (both, kept) = file(&root, "Beide.pdf", 6, MIB);
    attach(&mut circle.laptops[0], &study, &both).unwrap();
    attach(&mut circle.laptops[0], &other, &both).unwrap();
    circle.exchange_all();
    circle.clock.advance(DAY_MS);
    for laptop in &mut circle.laptops {
        assert_eq!(laptop.ask("back_up", json!({}))["done"], true);
    }
    circle.laptops[0].ask("erase_record", by_id(&study));
    circle.send(0, 1);
    for laptop in &mut circle.laptops {
        assert_eq!(laptop.workspace().attachments().whole().unwrap().len(), 1);
        assert!(
            saved(laptop, &other, "Beide.pdf").unwrap() == kept,
            "another record has it still"
        );
        let beside = Attachments::open(&Folder::new(&laptop.folder).attachment_backup(), &laptop.key);
        assert_eq!(beside.unwrap().whole().unwrap().len(), 1, "nor from the backups");
        laptop.check().unwrap();
    }
    let erasures = circle.laptops[1].ask("list_erasures", json!({}));
    assert_eq!(erasures[0]["confirmed"], 2);
    assert!(content.len() > MIB);
}

#[test]
fn a_clean_copy_takes_its_attachments_along_and_not_those_that_were_taken_away() {
    let (mut circle, study, content) = with_pdf(1, 912);
    let root = circle.root.path().to_owned();
    let laptop = &mut circle.laptops[0];
    let (path, _) = file(&root, "Naam van een kind.pdf", 7, 1_000);
    attach(laptop, &study, &path).unwrap();
    let attachment = hash_of(laptop, &study, "Naam van een kind.pdf");
    laptop.ask(
        "remove_attachment",
        json!({ "id": study, "attachment": attachment }),
    );
    assert_eq!(
        laptop.workspace().attachments().whole().unwrap().len(),
        2,
        "for undo"
    );
    let clean = laptop.make("clean_record", by_id(&study));
    assert_eq!(laptop.workspace().attachments().whole().unwrap().len(), 1);
    assert!(saved(laptop, &clean, PDF).unwrap() == content);
    laptop.check().unwrap();
}

/// Puts a backup back on a shut laptop and opens it.
fn go_back(laptop: &mut Laptop, id: &str) {
    laptop.shut();
    let surroundings = Seeded::new(4_343, laptop.clock.clone(), Some(laptop.state_folder.clone()));
    let (folder, key) = (Folder::new(&laptop.folder), StoreKey(laptop.key));
    drop(Workspace::restore(folder, &key, id, Language::Dutch, Box::new(surroundings)).unwrap());
    laptop.open().unwrap();
}

fn backups(laptop: &Laptop) -> Vec<String> {
    let list = backup::list(&Folder::new(&laptop.folder)).unwrap();
    list.into_iter().map(|backup| backup.id).collect()
}

#[test]
fn a_backup_brings_attachments_back_and_what_was_there_can_be_put_back_too() {
    let (mut circle, study, content) = with_pdf(1, 913);
    let root = circle.root.path().to_owned();
    let laptop = &mut circle.laptops[0];
    let note = laptop.make("write_note", json!({ "body": "voor mij", "private": true }));
    laptop.ask("back_up", json!({}));
    let (path, later) = file(&root, "Later.pdf", 8, MIB);
    attach(laptop, &note, &path).unwrap();
    let today = backups(laptop)[0].clone();
    go_back(laptop, &today);
    assert_eq!(listed(laptop, &note), []);
    assert!(saved(laptop, &study, PDF).unwrap() == content);
    assert_eq!(
        laptop.workspace().attachments().whole().unwrap().len(),
        1,
        "nothing names the later one"
    );
    let before = backups(laptop)
        .into_iter()
        .find(|id| id.contains("before"))
        .unwrap();
    go_back(laptop, &before);
    assert!(
        saved(laptop, &note, "Later.pdf").unwrap() == later,
        "nothing is lost by trying"
    );
    laptop.check().unwrap();
}

#[test]
fn damaged_attachments_are_set_aside_and_replaced_from_beside_the_backups() {
    let (mut circle, study, content) = with_pdf(1, 924);
    let laptop = &mut circle.laptops[0];
    laptop.ask("back_up", json!({}));
    laptop.shut();
    let attachments = Folder::new(&laptop.folder).attachments();
    fs::write(&attachments, vec![7; 100_000]).unwrap();
    laptop.open().unwrap();
    assert!(
        saved(laptop, &study, PDF).unwrap() == content,
        "nothing in it could be read"
    );
    laptop.shut();
    let mut bytes = fs::read(&attachments).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 0xff;
    fs::write(&attachments, bytes).unwrap();
    laptop.open().unwrap();
    assert!(laptop.check().is_err(), "a check finds it");
    laptop.clock.advance(DAY_MS);
    assert_eq!(
        laptop.ask("back_up", json!({}))["done"],
        true,
        "records are backed up all the same"
    );
    let newest = backups(laptop)[0].clone();
    go_back(laptop, &newest);
    assert!(
        saved(laptop, &study, PDF).unwrap() == content,
        "and going back to a backup repairs it"
    );
    laptop.check().unwrap();
}

#[test]
fn what_was_erased_is_not_brought_back_by_a_backup() {
    let (mut circle, study, _) = with_pdf(1, 914);
    let laptop = &mut circle.laptops[0];
    laptop.ask("back_up", json!({}));
    let today = backups(laptop)[0].clone();
    laptop.ask("erase_record", by_id(&study));
    go_back(laptop, &today);
    assert_eq!(code(laptop.call("show_study", by_id(&study))), "err-not-found");
    assert_eq!(dump(laptop), "");
}

#[test]
fn what_a_crash_left_behind_goes_at_the_next_start() {
    let (mut circle, study, content) = with_pdf(1, 919);
    let laptop = &mut circle.laptops[0];
    laptop.shut();
    let path = Folder::new(&laptop.folder).attachments();
    let mut attachments = Attachments::open(&path, &laptop.key).unwrap();
    attachments.store(&b"nooit genoemd"[..], false, |_| true).unwrap();
    drop(attachments);
    laptop.open().unwrap();
    assert_eq!(laptop.workspace().attachments().all().unwrap().len(), 1);
    assert!(saved(laptop, &study, PDF).unwrap() == content);
}

#[test]
fn a_store_of_before_attachments_gets_an_empty_file_for_them() {
    let mut circle = Circle::of(1, 920);
    let laptop = &mut circle.laptops[0];
    laptop.shut();
    let path = Folder::new(&laptop.folder).attachments();
    fs::remove_file(&path).unwrap();
    laptop.open().unwrap();
    assert!(path.exists());
    laptop.check().unwrap();
}

#[test]
fn another_passphrase_leaves_the_attachments_as_they_are() {
    let (mut circle, study, content) = with_pdf(1, 921);
    let laptop = &mut circle.laptops[0];
    laptop.open().unwrap();
    let path = Folder::new(&laptop.folder).attachments();
    let before = fs::read(&path).unwrap();
    let passphrase = PASSPHRASE;
    let workspace = laptop.workspace();
    workspace
        .change_passphrase(passphrase, "vijf andere losse woorden", CHEAP)
        .unwrap();
    assert!(fs::read(&path).unwrap() == before);
    assert!(saved(laptop, &study, PDF).unwrap() == content);
}
