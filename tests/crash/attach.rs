//! Killed while storing and erasing attachments.

use std::collections::BTreeMap;
use std::fs;

use kring_tests::attach::{listed, saved};
use kring_tests::dice::Dice;
use kring_tests::seeds::seeds;
use kring_tests::{Clock, Laptop, MEETING_DAY_MS, PEOPLE, by_id, memory_folder};

use crate::child::{Instant, kill};

const KILLS: std::ops::Range<u64> = 0..25;

#[test]
fn an_attachment_is_there_with_its_record_or_not_at_all_through_twenty_five_kills() {
    let root = memory_folder();
    let clock = Clock::at(MEETING_DAY_MS);
    let mut laptop = Laptop::found(root.path(), "Kenniskring gezinshuizen", PEOPLE[0], 5_100, &clock);
    let folder = root.path().join("uit");
    fs::create_dir(&folder).unwrap();
    let kills = seeds("KRING_KILLS", KILLS);
    let mut said: BTreeMap<String, String> = BTreeMap::new();
    for start in kills.clone() {
        laptop.shut();
        let at = Instant::of(51, start, 5, 3_000_000);
        let target = [folder.clone()];
        for line in kill(&laptop, 5_100, 1_000 + start, "attach", &target, &at) {
            let [what, note, name] = line.split(' ').collect::<Vec<_>>()[..] else {
                panic!("{line}")
            };
            if what == "attached" {
                said.insert(note.to_owned(), name.to_owned());
            }
        }
        laptop.open().unwrap();
        laptop.check().unwrap();
        for (note, name) in &said {
            let here = listed(&mut laptop, note);
            assert_eq!(here, [(name.clone(), 1_500_000, true)], "kill {start}");
        }
        let notes = laptop.ask("list_notes", serde_json::json!({ "subject": null }));
        let notes = notes.as_array().unwrap().iter();
        let named: usize = notes
            .map(|note| laptop.ask("list_attachments", by_id(note["id"].as_str().unwrap())))
            .map(|list| list.as_array().unwrap().len())
            .sum();
        let stored = laptop.workspace().attachments().all().unwrap();
        assert_eq!(
            stored.len(),
            named,
            "kill {start}: nothing is left that nothing names"
        );
    }
    println!("campaign: {} kills while attaching", kills.end - kills.start);
    let (note, name) = said.pop_first().expect("the saver got to work at all");
    let (starts, step) = name.trim_end_matches(".pdf").split_once('-').unwrap();
    let seed = starts.parse::<u64>().unwrap() * 1_000 + step.parse::<u64>().unwrap();
    assert!(saved(&mut laptop, &note, &name).unwrap() == Dice::new(seed).bytes(1_500_000));
}
