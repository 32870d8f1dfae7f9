//! A member with a true key who lies: shows different people different things, dates back, builds on what
//! is not there, sends others' work again, and does what their right does not allow. Whatever they do
//! and whoever gets it: the honest laptops end equal, nothing beyond the liar's right is seen on any
//! of them, and nothing that an honest member saved is lost.
//!
//! `KRING_LIARS=17..18` replays single seeds.

mod lie;

use std::collections::BTreeSet;
use std::path::PathBuf;

use kring_api::domain::id::{MemberId, RecordId};
use kring_tests::dice::Dice;
use kring_tests::seeds::{run_all, seeds};
use kring_tests::{Circle, memory_folder};
use kring_trust::operation::Right;
use serde_json::json;

use crate::forge::Forger;
use crate::scene::Scene;
use lie::Lies;

/// The liar's laptop; its own store plays no part once it can forge.
const LIAR: usize = 1;
/// How many steps a seed has, at least and at most.
const STEPS: std::ops::Range<usize> = 14..26;
/// The most rounds in which the honest tell each other everything.
const MOST_ROUNDS: usize = 5;

/// What happened, counted: a liar who never lies proves nothing.
#[derive(Debug, Clone, Default)]
pub struct Tally {
    saved: u64,
    sent: u64,
    taken_over: u64,
    refused: u64,
    demoted: u64,
    kinds: BTreeSet<&'static str>,
}

#[test]
fn a_liar_changes_nothing_that_is_not_theirs() {
    const SEEDS: std::ops::Range<u64> = 0..50;
    let asked = seeds("KRING_LIARS", SEEDS);
    let total = run_all(asked.clone(), run, |total: &mut Tally, more| {
        total.saved += more.saved;
        total.sent += more.sent;
        total.taken_over += more.taken_over;
        total.refused += more.refused;
        total.demoted += more.demoted;
        total.kinds.extend(more.kinds);
    });
    let total = total.unwrap_or_else(|(seed, why)| {
        panic!("seed {seed}: {why}\nreplay with KRING_LIARS={seed}..{} cargo test -p kring-tests --test malformed liar", seed + 1)
    });
    println!("campaign: {} seeds: {total:?}", asked.end - asked.start);
    if asked == SEEDS {
        assert_eq!(total.kinds.len(), lie::KINDS, "every lie was told: {total:?}");
        assert!(
            total.refused > 0 && total.taken_over > 0 && total.demoted > 0,
            "lies were refused and carried, and rights were taken: {total:?}"
        );
    }
}

/// A circle with a liar in it.
struct World {
    circle: Circle,
    lies: Lies,
    dice: Dice,
    tally: Tally,
    /// The right that the coordinator last gave the liar.
    right: Right,
    /// Words that honest members saved.
    saved: Vec<String>,
    /// Every file that was sent, to be sent again.
    files: Vec<PathBuf>,
}

fn run(seed: u64) -> Result<Tally, String> {
    let mut world = World::new(seed);
    for _ in 0..world.dice.within(STEPS) {
        match world.dice.below(100) {
            0..35 => world.work(),
            35..65 => world.lie()?,
            65..95 => world.pass()?,
            _ => world.demote(),
        }
    }
    world.end()?;
    Ok(world.tally)
}

impl World {
    fn new(seed: u64) -> Self {
        let mut dice = Dice::new(seed);
        let mut circle = Circle::within(memory_folder(), 3 + dice.below(2), 30_000 + seed);
        let coordinator = &mut circle.laptops[0];
        let theme = coordinator.make("create_theme", json!({ "name": "matching" }));
        let added = coordinator.ask(
            "add_statement",
            json!({ "theme": theme, "text": "Ouders horen erbij." }),
        );
        let version = added["value"]["version"].as_str().unwrap().to_owned();
        let round = coordinator.make("open_round", json!({ "versions": [version] }));
        circle.exchange_all();
        let position =
            circle.laptops[LIAR].make("give_position", json!({ "round": round, "stance": "agree" }));
        circle.exchange_all();
        let forger = Forger::of(&mut circle.laptops[LIAR]);
        let [theme, version, round, position] =
            [theme, version, round, position].map(|id| id.parse::<RecordId>().unwrap());
        let scene = Scene {
            forger,
            theme,
            version,
            round,
            position,
        };
        Self {
            lies: Lies::of(scene, dice.number()),
            circle,
            dice,
            tally: Tally::default(),
            right: Right::Member,
            saved: Vec::new(),
            files: Vec::new(),
        }
    }

    /// The laptops of the others.
    fn honest(&self) -> Vec<usize> {
        (0..self.circle.laptops.len()).filter(|at| *at != LIAR).collect()
    }

    /// An honest member saves something.
    fn work(&mut self) {
        let honest = self.honest();
        let at = *self.dice.pick(&honest).unwrap();
        let laptop = &mut self.circle.laptops[at];
        let word = format!("eerlijk{}e", self.saved.len());
        match self.dice.below(4) {
            0 => laptop.make("create_theme", json!({ "name": word })),
            1 => laptop.make("add_study", json!({ "title": word })),
            2 => laptop.make("write_note", json!({ "title": "", "body": word })),
            _ => {
                let theme = self.lies.scene.theme.to_string();
                let about = json!({ "subject": theme, "title": word, "body": "Over matching." });
                laptop.make("write_note", about)
            }
        };
        self.saved.push(word);
        self.tally.saved += 1;
    }

    /// The liar lies, to some or to all.
    fn lie(&mut self) -> Result<(), String> {
        let told = self
            .lies
            .tell(&mut self.dice, self.right, &mut self.circle.laptops[0]);
        self.tally.kinds.insert(told.kind);
        for package in told.packages {
            let file = self.circle.file();
            std::fs::write(&file, &package).unwrap();
            for to in self.some() {
                self.take(to, &file)?;
            }
            self.files.push(file);
        }
        if told.kind == "sends again what was sent" {
            let again = self.dice.pick(&self.files).cloned();
            let to = self.some();
            again.map_or(Ok(()), |file| {
                to.into_iter().try_for_each(|to| self.take(to, &file))
            })?;
        }
        Ok(())
    }

    /// Some of the honest, at least one.
    fn some(&mut self) -> Vec<usize> {
        let mut honest = self.honest();
        self.dice.shuffle(&mut honest);
        honest.truncate(1 + self.dice.below(honest.len()));
        honest
    }

    /// A laptop gets something of the liar's: taken over, or refused without a trace.
    fn take(&mut self, at: usize, file: &std::path::Path) -> Result<(), String> {
        let laptop = &mut self.circle.laptops[at];
        let before = laptop.dump();
        self.tally.sent += 1;
        match laptop.import(file) {
            Ok(_) => self.tally.taken_over += 1,
            Err(error) if laptop.dump() == before => {
                crate::assert_told(error.code());
                self.tally.refused += 1;
            }
            Err(error) => {
                return Err(format!(
                    "laptop {at} refused a lie as {} and kept something of it",
                    error.code()
                ));
            }
        }
        Ok(())
    }

    /// An honest laptop tells another what it may lack, or everything; it may get lost.
    fn pass(&mut self) -> Result<(), String> {
        let [from, to] = self.some_pair();
        let file = self.circle.file();
        let laptop = &mut self.circle.laptops[from];
        if self.dice.chance(50) {
            laptop.export(&file);
        } else {
            laptop.export_all(&file);
        }
        self.files.push(file.clone());
        if self.dice.chance(30) {
            return Ok(());
        }
        self.hear(to, &file)
    }

    fn some_pair(&mut self) -> [usize; 2] {
        let mut honest = self.honest();
        self.dice.shuffle(&mut honest);
        [honest[0], honest[1]]
    }

    /// What comes from an honest laptop is taken over, whatever the liar told either of the two.
    fn hear(&mut self, at: usize, file: &std::path::Path) -> Result<(), String> {
        match self.circle.laptops[at].import(file) {
            Ok(report) if report.state_agrees == Some(false) => {
                Err(format!("laptop {at} sees another state at equal heads"))
            }
            Ok(_) => Ok(()),
            Err(error) => Err(format!(
                "laptop {at} refuses an honest package as {}",
                error.code()
            )),
        }
    }

    /// The coordinator takes the liar's right to write.
    fn demote(&mut self) {
        if self.right == Right::Reader {
            return;
        }
        let member = self.lies.scene.forger.person.to_string();
        let coordinator = &mut self.circle.laptops[0];
        coordinator.ask("set_right", json!({ "member": member, "right": "reader" }));
        self.right = Right::Reader;
        self.tally.demoted += 1;
    }

    /// The honest tell each other everything until all have the same, and every law is looked at.
    fn end(&mut self) -> Result<(), String> {
        self.come_to_rest()?;
        let honest = self.honest();
        let first = (self.circle.laptops[0].view(), self.circle.laptops[0].state());
        let liar = MemberId(self.lies.scene.forger.person);
        for at in honest {
            let laptop = &mut self.circle.laptops[at];
            let here = (laptop.view(), laptop.state());
            let membership = &laptop.workspace().circle().unwrap().membership;
            let people = membership.active_devices().count();
            if membership.right_of(liar) != Some(self.right) || people != self.circle.laptops.len() {
                return Err(format!("laptop {at} believes the liar about who may do what"));
            }
            let laptop = &mut self.circle.laptops[at];
            laptop
                .check()
                .map_err(|error| format!("laptop {at} is not whole: {error}"))?;
            let lost = self.saved.iter().find(|word| !here.0.contains(*word));
            let seen = self.lies.beyond.iter().find(|word| here.0.contains(*word));
            match (here == first, lost, seen) {
                (true, None, None) => {}
                (false, ..) => return Err(format!("laptop 0 and {at} see different things")),
                (_, Some(word), _) => return Err(format!("{word} was saved and is not on laptop {at}")),
                (_, _, Some(word)) => {
                    return Err(format!(
                        "{word} is beyond the liar's right and seen on laptop {at}"
                    ));
                }
            }
        }
        Ok(())
    }

    fn come_to_rest(&mut self) -> Result<(), String> {
        for _ in 0..MOST_ROUNDS {
            let honest = self.honest();
            for from in honest.iter().rev() {
                let file = self.circle.file();
                self.circle.laptops[*from].export_all(&file);
                for to in honest.iter().filter(|to| *to != from) {
                    self.hear(*to, &file)?;
                }
            }
            let mut had = honest.iter().map(|at| {
                let workspace = self.circle.laptops[*at].workspace();
                (
                    workspace.heads().unwrap(),
                    workspace.circle().unwrap().membership.heads(),
                )
            });
            let first = had.next().unwrap();
            if had.all(|other| other == first) {
                return Ok(());
            }
        }
        Err(format!("not at rest after {MOST_ROUNDS} rounds"))
    }
}
