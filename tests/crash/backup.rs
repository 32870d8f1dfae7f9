//! Killed while making backups.

use std::collections::BTreeMap;
use std::fs;

use kring_store::connection;
use kring_tests::seeds::seeds;
use kring_tests::{Clock, Laptop, MEETING_DAY_MS, PEOPLE, memory_folder};

use crate::child::{Instant, kill};

const KILLS: std::ops::Range<u64> = 0..50;
/// Seven days and four weeks, and the one that was last made.
const MOST: usize = 12;

#[test]
fn every_backup_that_is_there_is_whole_through_fifty_kills() {
    let root = memory_folder();
    let clock = Clock::at(MEETING_DAY_MS);
    let mut laptop = Laptop::found(root.path(), "Kenniskring gezinshuizen", PEOPLE[0], 4_800, &clock);
    let kills = seeds("KRING_KILLS", KILLS);
    let mut said: BTreeMap<String, i64> = BTreeMap::new();
    for start in kills.clone() {
        laptop.shut();
        let at = Instant::of(48, start, 4, 1_500_000);
        for line in kill(&laptop, 4_800, 1_000 + start, "backup", &[], &at) {
            let [_, date, notes] = line.split(' ').collect::<Vec<_>>()[..] else {
                panic!("{line}")
            };
            said.insert(date.to_owned(), notes.parse().unwrap());
        }
        laptop.open().unwrap();
        laptop.check().unwrap();
        let mut here = BTreeMap::new();
        for entry in fs::read_dir(laptop.workspace().folder().backups()).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            let Some(date) = name
                .strip_prefix("store-")
                .and_then(|rest| rest.strip_suffix(".db"))
            else {
                continue;
            };
            let copy = connection::open(&path, &laptop.key).unwrap();
            let sound: String = copy
                .query_row("PRAGMA integrity_check", [], |row| row.get(0))
                .unwrap();
            assert_eq!(sound, "ok", "kill {start}: {name}");
            let notes: i64 = copy
                .query_row("SELECT count(*) FROM note", [], |row| row.get(0))
                .unwrap();
            here.insert(date.to_owned(), notes);
        }
        if let Some((date, notes)) = said.last_key_value() {
            let newest = here.get(date);
            assert_eq!(
                newest,
                Some(notes),
                "kill {start}: the last backup that was said to be made is there"
            );
        }
        assert!(here.len() <= MOST, "kill {start}: old backups go: {here:?}");
    }
    println!("campaign: {} kills while making backups", kills.end - kills.start);
    assert!(!said.is_empty(), "the saver got to work at all");
}
