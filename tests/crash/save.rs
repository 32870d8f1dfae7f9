//! Killed while saving.

use std::collections::BTreeMap;

use kring_tests::seeds::seeds;
use kring_tests::{Laptop, PEOPLE, memory_folder};
use serde_json::json;

use crate::child::{Instant, kill};

const KILLS: std::ops::Range<u64> = 0..100;
const KILLS_PER_STORE: u64 = 25;

#[test]
fn what_was_said_to_be_saved_survives_a_hundred_kills() {
    let kills = seeds("KRING_KILLS", KILLS);
    let stores = kills.start / KILLS_PER_STORE..kills.end.div_ceil(KILLS_PER_STORE);
    for store in stores {
        let root = memory_folder();
        let clock = kring_tests::Clock::at(kring_tests::MEETING_DAY_MS);
        let seed = 4_100 + store;
        let mut laptop = Laptop::found(root.path(), "Kenniskring gezinshuizen", PEOPLE[0], seed, &clock);
        let mut saved: BTreeMap<String, u64> = BTreeMap::new();
        for start in 1..=KILLS_PER_STORE {
            laptop.shut();
            let at = Instant::of(41, store * KILLS_PER_STORE + start, 8, 200_000);
            for line in kill(&laptop, seed, 1_000 + start, "save", &[], &at) {
                let [_, id, number] = line.split(' ').collect::<Vec<_>>()[..] else {
                    panic!("{line}")
                };
                saved.insert(id.to_owned(), number.parse().unwrap());
            }
            laptop.open().unwrap();
            let here = titles(&mut laptop);
            for (id, number) in &saved {
                let kept = here
                    .get(id)
                    .unwrap_or_else(|| panic!("kill {start}: {id} was said to be saved and is gone"));
                assert!(kept >= number, "kill {start}: {id} went back to an earlier state");
            }
            laptop.check().unwrap();
            let chains = laptop.workspace().heads().unwrap().len();
            assert_eq!(
                chains, 1,
                "a killed store is no copy: it goes on with its own chain"
            );
        }
        assert!(!saved.is_empty(), "the saver got to work at all");
    }
    println!("campaign: {} kills while saving", kills.end - kills.start);
}

/// The number in the title of every note and study.
fn titles(laptop: &mut Laptop) -> BTreeMap<String, u64> {
    let mut titles = BTreeMap::new();
    for command in ["list_notes", "list_studies"] {
        for record in laptop.ask(command, json!({})).as_array().unwrap() {
            let number = record["title"]
                .as_str()
                .unwrap()
                .rsplit(' ')
                .next()
                .unwrap()
                .parse()
                .unwrap();
            titles.insert(record["id"].as_str().unwrap().to_owned(), number);
        }
    }
    titles
}
