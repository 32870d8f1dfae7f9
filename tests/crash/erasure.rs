//! What was erased is gone from the pages of the database and the write-ahead log, not only from the
//! tables; and an erasure that was cut off is finished at the next start, or was never begun.

use std::collections::{BTreeMap, BTreeSet};

use kring_store::table::{erased, erasure};
use kring_tests::attach::attach;
use kring_tests::seeds::seeds;
use kring_tests::{
    CHANGES_BEFORE_ERASING, Circle, Clock, ERASED_END, ERASED_WORD, Laptop, MEETING_DAY_MS, PEOPLE, by_id,
    memory_folder,
};
use serde_json::json;

use crate::child::{Instant, kill};
use crate::pages;

const KILLS: std::ops::Range<u64> = 0..50;

const WORD: &str = "kanariewissing";

fn finds(laptop: &Laptop) -> bool {
    let bytes = pages::plain(&laptop.folder, &laptop.key);
    bytes
        .windows(WORD.len())
        .any(|window| window.eq_ignore_ascii_case(WORD.as_bytes()))
}

/// A note with the word in its title, its text and an earlier version of it, long enough for a snapshot.
fn write(laptop: &mut Laptop) -> String {
    let id = laptop.make(
        "write_note",
        json!({ "title": WORD, "body": format!("{WORD} eerst") }),
    );
    for number in 0..70 {
        laptop.make(
            "change_note",
            json!({ "id": id, "fields": { "body": format!("{WORD} {number}") } }),
        );
    }
    let draft = json!({
        "key": "note", "command": "change_note",
        "input": { "id": id, "fields": { "title": WORD } },
    });
    laptop.ask("keep_draft", draft);
    id
}

#[test]
fn no_byte_of_it_is_left_in_any_page_of_any_laptop() {
    let mut circle = Circle::within(memory_folder(), 2, 46);
    let id = write(&mut circle.laptops[0]);
    circle.exchange_all();
    for laptop in &circle.laptops {
        assert!(
            finds(laptop),
            "the word is in its pages, or this test looks at nothing"
        );
    }
    circle.laptops[0].ask("erase_record", by_id(&id));
    assert!(!finds(&circle.laptops[0]), "gone where it was erased");
    circle.send(0, 1);
    assert!(!finds(&circle.laptops[1]), "and where the erasure came in");
    for laptop in &mut circle.laptops {
        laptop.check().unwrap();
        let found = laptop.ask("search", json!({ "query": WORD }));
        assert_eq!(found, json!([]), "search does not know it");
        assert_eq!(
            laptop.ask("list_drafts", json!({})),
            json!([]),
            "nor does a draft"
        );
    }
}

#[test]
fn what_was_cut_off_is_finished_at_the_next_start() {
    let mut circle = Circle::within(memory_folder(), 2, 47);
    let id = write(&mut circle.laptops[0]);
    circle.laptops[0].ask("erase_record", by_id(&id));
    // As a crash leaves it between the commit and the scrubbing.
    let db = circle.laptops[0].workspace().db();
    erased::add(db, id.parse().unwrap()).unwrap();
    assert!(erased::is_pending(db).unwrap());
    circle.laptops[0].open().unwrap();
    assert!(!erased::is_pending(circle.laptops[0].workspace().db()).unwrap());
    assert!(!finds(&circle.laptops[0]));
    let erasures = circle.laptops[0].ask("list_erasures", json!({}));
    assert_eq!(
        erasures[0]["confirmed"], 1,
        "and there is one receipt of it, not two"
    );
    circle.laptops[0].check().unwrap();
}

#[test]
fn no_byte_of_an_attachment_is_left_in_any_page_or_beside_the_backups() {
    const DAY_MS: u64 = 24 * 60 * 60 * 1000;
    let mut circle = Circle::within(memory_folder(), 2, 49);
    let study = circle.laptops[0].make("add_study", json!({ "title": "Rapport" }));
    let path = circle.root.path().join("rapport.txt");
    std::fs::write(&path, format!("{WORD} ").repeat(200_000)).unwrap();
    attach(&mut circle.laptops[0], &study, &path).unwrap();
    circle.exchange_all();
    circle.clock.advance(DAY_MS);
    for laptop in &mut circle.laptops {
        laptop.ask("back_up", json!({}));
        let beside = std::fs::read(laptop.folder.join("backups/attachments.db")).unwrap();
        assert!(beside.len() > 3_000_000, "the backups have it");
        assert!(
            finds(laptop),
            "the word is in its pages, or this test looks at nothing"
        );
    }
    circle.laptops[0].ask("erase_record", by_id(&study));
    assert!(!finds(&circle.laptops[0]), "gone where it was erased");
    circle.send(0, 1);
    assert!(!finds(&circle.laptops[1]), "and where the erasure came in");
    for laptop in &mut circle.laptops {
        laptop.check().unwrap();
        let bytes = std::fs::metadata(laptop.folder.join("attachments.db"))
            .unwrap()
            .len();
        assert!(bytes < 100_000, "its pages went too: {bytes}");
    }
}

/// The numbers of the saver's words that lie anywhere in the pages of this store.
fn words_in(laptop: &Laptop) -> BTreeSet<u64> {
    let bytes = pages::plain(&laptop.folder, &laptop.key);
    let begins = bytes.windows(ERASED_WORD.len()).enumerate();
    begins
        .filter(|(_, window)| window.eq_ignore_ascii_case(ERASED_WORD.as_bytes()))
        .filter_map(|(at, _)| {
            let rest = &bytes[at + ERASED_WORD.len()..];
            let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
            let is_whole = rest[digits..].starts_with(ERASED_END.as_bytes());
            let number = std::str::from_utf8(&rest[..digits]).ok()?;
            number.parse().ok().filter(|_| is_whole)
        })
        .collect()
}

#[test]
fn all_of_an_erasure_is_done_or_nothing_through_fifty_kills() {
    let root = memory_folder();
    let clock = Clock::at(MEETING_DAY_MS);
    let mut laptop = Laptop::found(root.path(), "Kenniskring gezinshuizen", PEOPLE[0], 4_900, &clock);
    let kills = seeds("KRING_KILLS", KILLS);
    // The record of each word, and the words whose erasure was said to be done.
    let mut written: BTreeMap<u64, String> = BTreeMap::new();
    let mut gone: BTreeSet<u64> = BTreeSet::new();
    let (mut kept, mut cut_off) = (0, 0);
    for start in kills.clone() {
        laptop.shut();
        let at = Instant::of(49, start, 6, 3_000_000);
        let mut last = None;
        for line in kill(&laptop, 4_900, 1_000 + start, "erase", &[], &at) {
            let [what, id, number] = line.split(' ').collect::<Vec<_>>()[..] else {
                panic!("{line}")
            };
            let number = number.parse().unwrap();
            if what == "erased" {
                gone.insert(number);
                last = None;
            } else {
                written.insert(number, id.to_owned());
                last = Some(number);
            }
        }
        let there = words_in(&laptop);
        assert!(
            gone.is_disjoint(&there),
            "kill {start}: what was said to be erased lies there: {:?}",
            gone.intersection(&there).collect::<Vec<_>>()
        );
        laptop.open().unwrap();
        assert!(!erased::is_pending(laptop.workspace().db()).unwrap());
        if let Some(number) = last {
            let id = &written[&number];
            if laptop.call("show_note", by_id(id)).is_ok() {
                kept += 1;
                let versions = laptop.ask("show_history", by_id(id));
                let versions = versions.as_array().map_or(0, Vec::len);
                assert_eq!(
                    versions,
                    1 + CHANGES_BEFORE_ERASING,
                    "kill {start}: all of it is there"
                );
            } else {
                cut_off += 1;
                assert!(!erasure::has_bodies(laptop.workspace().db(), id.parse().unwrap()).unwrap());
                gone.insert(number);
            }
        }
        assert!(
            gone.is_disjoint(&words_in(&laptop)),
            "kill {start}: nor after the next start"
        );
        laptop.check().unwrap();
    }
    println!(
        "campaign: {} kills while erasing, {} erased, {cut_off} of them finished at the next start, {kept} not begun",
        kills.end - kills.start,
        gone.len()
    );
    assert!(!gone.is_empty(), "the saver got to work at all");
}
