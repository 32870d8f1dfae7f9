//! Killed while writing packages.

use std::collections::BTreeSet;
use std::fs;

use kring_tests::seeds::seeds;
use kring_tests::{Circle, memory_folder};

use crate::child::{Instant, kill};

const KILLS: std::ops::Range<u64> = 0..50;

#[test]
fn a_package_is_there_whole_or_not_at_all_through_fifty_kills() {
    let mut circle = Circle::within(memory_folder(), 2, 47);
    let folder = circle.root.path().join("uit");
    fs::create_dir(&folder).unwrap();
    let [sender, receiver] = circle.laptops.as_mut_slice() else {
        panic!("two laptops")
    };
    let kills = seeds("KRING_KILLS", KILLS);
    let (mut said, mut unsaid, mut numbers) = (0, 0, BTreeSet::new());
    for start in kills.clone() {
        sender.shut();
        let at = Instant::of(47, start, 4, 1_500_000);
        let target = [folder.clone()];
        let lines = kill(sender, 47 * 100 + 1, 1_000 + start, "export", &target, &at);
        let names: BTreeSet<String> = lines
            .iter()
            .map(|line| line["exported ".len()..].to_owned())
            .collect();
        said += names.len();
        sender.open().unwrap();
        sender.check().unwrap();
        let mut here = BTreeSet::new();
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if name.ends_with(".kring") {
                let report = receiver
                    .import(&path)
                    .unwrap_or_else(|error| panic!("kill {start}: {name} is not whole: {error}"));
                if names.contains(&name) {
                    assert!(
                        numbers.insert(report.number),
                        "kill {start}: {name} has the number of another"
                    );
                } else {
                    unsaid += 1;
                }
                here.insert(name);
            }
            fs::remove_file(path).unwrap();
        }
        assert!(
            here.is_superset(&names),
            "kill {start}: what was said to be written is there"
        );
    }
    receiver.check().unwrap();
    println!(
        "campaign: {} kills while exporting, {said} packages said and {unsaid} not",
        kills.end - kills.start
    );
    assert!(said > 0, "the saver got to work at all");
}
