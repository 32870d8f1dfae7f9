//! Twenty-four classes of files that no honest app sends, twenty-five files each, made from a seed with
//! valid checksums and signatures where the class allows. Every file has its one fate: refused under
//! its code with every row of the store as it was, carried without anything to see of it, or taken
//! over whole. None may cost more than a small laptop has.
//!
//! `KRING_FILES=7..8 cargo test -p kring-tests --test malformed class::` replays single files of each
//! class, and beyond the twenty-fifth makes more.

mod chain;
mod cost;
mod encoding;
mod place;
mod signer;
mod stage;
mod whole;

use std::ops::Range;

use kring_tests::memory_folder;
use kring_tests::take::Taken;

use crate::assert_told;
use stage::{Fate, Made, Pen, Stage};

/// How many files of each class are made unless told otherwise.
const FILES: usize = 25;
/// The most work that a file may cause.
const MOST_WORK_MS: u64 = 5_000;
/// The most memory that the whole app may need with it.
const MOST_KIB: u64 = 300_000;

/// The classes. Each is a function that makes its next file.
macro_rules! classes {
    ($($number:literal $name:ident $make:path),+ $(,)?) => {
        $(#[test]
        fn $name() {
            run(stringify!($name), $number, $make);
        })+
    };
}

classes!(
    1 cut_off_anywhere whole::cut_off,
    2 a_bit_flipped_in_every_region whole::flipped,
    3 signed_by_another signer::wrong,
    4 not_signed signer::absent,
    5 signed_twice signer::twice,
    6 signed_by_a_stranger signer::foreign,
    7 signed_by_who_was_removed signer::removed,
    8 of_another_circle chain::of_another_circle,
    9 sent_before chain::replayed,
    10 with_a_gap_before_it chain::with_gap,
    11 with_two_branches chain::forked,
    12 with_a_right_that_was_grabbed chain::beyond_role,
    13 of_a_newer_version encoding::newer,
    14 with_lengths_that_lie encoding::lying_length,
    15 nested_too_deep encoding::too_deep,
    16 with_a_key_twice encoding::key_twice,
    17 packed_to_burst cost::bomb,
    18 for_a_million_recipients cost::recipients,
    19 with_words_that_take_hours cost::work_factor,
    20 with_an_attachment_of_another_hash encoding::attachment,
    21 under_a_name_that_tricks place::name,
    22 with_a_clock_ten_years_off chain::clock,
    23 no_package_at_all whole::something_else,
    24 no_file_at_rest place::unsteady,
);

/// The files to make, as `KRING_FILES` says.
fn files() -> Range<usize> {
    let Ok(given) = std::env::var("KRING_FILES") else {
        return 0..FILES;
    };
    let (from, to) = given
        .split_once("..")
        .unwrap_or_else(|| panic!("KRING_FILES is written 7..8"));
    from.parse().unwrap()..to.parse().unwrap()
}

/// Makes the files of a class, has a laptop take them over, and holds each against its fate.
fn run(class: &str, number: u64, make: fn(&mut Pen<'_>) -> Made) {
    let mut stage = Stage::new(4_000 + number);
    let mut taker = stage.taker();
    let folder = memory_folder();
    let (mut work, mut peak) = (0, 0);
    for n in files() {
        let mut pen = Pen::new(&stage, n);
        let made = make(&mut pen);
        let what = format!("{class}, file {n}: {}", made.what);
        for (at, first) in made.first.iter().enumerate() {
            let path = folder.path().join(format!("first-{n}-{at}.kring"));
            std::fs::write(&path, first).unwrap();
            let taken = taker.take(&path);
            assert_eq!(taken.code, None, "{what}: what comes before it is taken over");
        }
        let taken = made.laid_in(folder.path(), n, |path| taker.take(path));
        hold(&made.fate, &taken, &what);
        assert!(
            taken.cost.work_ms <= MOST_WORK_MS && taken.cost.peak_kib <= MOST_KIB,
            "{what}: costs too much: {:?}",
            taken.cost
        );
        (work, peak) = (work.max(taken.cost.work_ms), peak.max(taken.cost.peak_kib));
    }
    assert_eq!(taker.check().code, None, "{class}: the store is whole afterwards");
    assert_eq!(stage.left_in_spool(), 0, "{class}: nothing is left in the spool");
    println!(
        "campaign: {class}, {} files: at most {work} ms of work and {peak} KiB",
        files().len()
    );
}

/// Holds what became of a file against what must.
fn hold(fate: &Fate, taken: &Taken, what: &str) {
    let told = (taken.code.as_deref(), taken.new, taken.apart, taken.waiting);
    let unseen = taken.before.view == taken.after.view && taken.before.state == taken.after.state;
    match *fate {
        Fate::Refused(code) => {
            assert_eq!(told, (Some(code), 0, 0, 0), "{what}");
            assert_told(code);
            assert!(
                taken.before == taken.after,
                "{what}: a refused file leaves no trace in the store"
            );
        }
        Fate::Carried { new, apart, waiting } => {
            assert_eq!(
                told,
                (None, new, apart, waiting),
                "{what}: carried without effect"
            );
            assert!(unseen, "{what}: nobody sees anything of it");
        }
        Fate::TakenOver { new } => {
            assert_eq!(told, (None, new, 0, 0), "{what}: taken over whole");
            assert!(!unseen || new == 0, "{what}: and seen");
        }
        Fate::WholeOrNotAtAll { new } => match &taken.code {
            None => assert!(
                taken.new == new || taken.known == new,
                "{what}: taken over in part: {taken:?}"
            ),
            Some(code) => {
                assert_told(code);
                assert!(
                    taken.before == taken.after,
                    "{what}: refused as {code} and yet a trace of it in the store"
                );
            }
        },
    }
}
