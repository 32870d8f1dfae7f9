//! Two to twelve laptops that work apart, with packages that get lost, come twice, late, out of order,
//! damaged or long after they were sent, with power that fails, backups that are put back, copies that
//! go on, clocks that are years off, rights that are taken, members who are taken out and go on writing, and
//! records that are erased: in the end all see the same, and nothing that was saved is lost but what was
//! erased, which never returns. Seeded and deterministic; a run that breaks a law is shrunk to the steps
//! that matter.
//!
//! `KRING_SEEDS=17..18` replays single seeds.

#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout)] // a test reports by printing and stops by panicking

mod coordinator;
mod deed;
mod law;
mod mailbox;
mod mishap;
mod shrink;
mod step;
mod tally;
mod world;

use std::panic::{AssertUnwindSafe, catch_unwind};

use kring_tests::seeds::{run_all, seeds};
use law::Broken;
use step::Step;
use tally::Tally;
use world::World;

/// How often a failing run is tried with fewer steps.
const TRIES: usize = 150;

/// Runs the steps; answers what happened, or the law that was broken and the story until there.
fn run(seed: u64, steps: &[Step]) -> Result<Tally, (Broken, Vec<String>)> {
    let mut story = Vec::new();
    let outcome = catch_unwind(AssertUnwindSafe(|| {
        let mut world = World::new(seed)?;
        let result = steps
            .iter()
            .try_for_each(|step| world.run(*step))
            .and_then(|()| world.end());
        story = std::mem::take(&mut world.story);
        result.map(|()| world.tally)
    }));
    let outcome = outcome.unwrap_or_else(|panic| {
        let said = panic.downcast_ref::<String>().cloned();
        law::broken("nothing panics", said.unwrap_or_default())
    });
    outcome.map_err(|broken| (broken, story))
}

/// The broken law, with the fewest steps that were found to break it.
fn explain(seed: u64, broken: &Broken) -> String {
    let fails = |steps: &[Step]| run(seed, steps).is_err_and(|(found, _)| found.law == broken.law);
    let steps = shrink::shrink(step::plan(seed), TRIES, fails);
    match run(seed, &steps) {
        Ok(_) => format!(
            "seed {seed} does not break \"{}\" again: something in it is not seeded",
            broken.law
        ),
        Err((broken, story)) => format!(
            "seed {seed} breaks \"{}\": {}\n{} steps:\n{}\nreplay with KRING_SEEDS={seed}..{} cargo test -p kring-tests --test simulation",
            broken.law,
            broken.how,
            steps.len(),
            story.join("\n"),
            seed + 1
        ),
    }
}

#[test]
fn five_hundred_seeds_converge() {
    const SEEDS: std::ops::Range<u64> = 0..500;
    let asked = seeds("KRING_SEEDS", SEEDS);
    let total = run_all(
        asked.clone(),
        |seed| run(seed, &step::plan(seed)).map_err(|(broken, _)| broken),
        Tally::add,
    );
    let total = total.unwrap_or_else(|(seed, broken)| panic!("{}", explain(seed, &broken)));
    println!("campaign: {} seeds: {total:?}", asked.end - asked.start);
    if asked == SEEDS {
        total.assert_every_fault_occurred();
    }
}
