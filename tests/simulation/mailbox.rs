//! Packages out and in, and what becomes of them on their way: lost, repeated, out of order, damaged. Each recipient has
//! their own luck.

use std::path::{Path, PathBuf};

use kring_api::exchange::import::Mode;
use kring_store::table::erasure;
use kring_tests::TestHost;

use crate::law::{self, Broken};
use crate::step::Dice;
use crate::world::{World, name};

/// A file that came in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    pub file: PathBuf,
    pub damaged: bool,
}

/// How often each fault occurred.
#[derive(Debug, Clone, Copy, Default)]
pub struct Faults {
    pub lost: u64,
    pub repeated: u64,
    pub reordered: u64,
    pub damaged: u64,
    pub late: u64,
}

/// Delivers a file to one recipient, or not, or twice, or before others, or with other bytes.
fn deliver(file: &Path, letters: &mut Vec<Letter>, dice: &mut Dice, faults: &mut Faults) {
    if dice.chance(30) {
        faults.lost += 1;
        return;
    }
    let copies = if dice.chance(20) { 2 } else { 1 };
    faults.repeated += copies - 1;
    for _ in 0..copies {
        let mut letter = Letter {
            file: file.to_owned(),
            damaged: false,
        };
        if dice.chance(5) {
            faults.damaged += 1;
            letter = Letter {
                file: damaged(file, dice),
                damaged: true,
            };
        }
        if dice.chance(50) {
            let place = dice.below(letters.len() + 1);
            faults.reordered += u64::from(place < letters.len());
            letters.insert(place, letter);
        } else {
            letters.push(letter);
        }
    }
}

/// A damaged copy beside the file: one bit flipped, cut off, a byte inserted, or everything twice.
fn damaged(file: &Path, dice: &mut Dice) -> PathBuf {
    let mut bytes = std::fs::read(file).unwrap();
    let at = dice.below(bytes.len());
    match dice.below(4) {
        0 => bytes[at] ^= 1 << dice.below(8),
        1 => bytes.truncate(at),
        2 => bytes.insert(at, dice.number() as u8),
        _ => bytes.extend(bytes.clone()),
    }
    let path = file.with_extension(format!("damaged-{}", dice.number()));
    std::fs::write(&path, bytes).unwrap();
    path
}

impl World {
    pub fn send(&mut self, from: usize, dice: &mut Dice) -> Result<(), Broken> {
        let file = self.package(from, dice.chance(30))?;
        self.note(&format!(" {}", name(&file)));
        for to in (0..self.devices.len()).filter(|to| *to != from) {
            let letters = &mut self.devices[to].letters;
            deliver(&file, letters, dice, &mut self.tally.faults);
            if dice.chance(10) && !self.sent.is_empty() {
                let old = self.sent[dice.below(self.sent.len())].clone();
                letters.push(Letter {
                    file: old,
                    damaged: false,
                });
                self.tally.faults.late += 1;
            }
        }
        self.sent.push(file);
        Ok(())
    }

    /// Writes a package and looks whether anything private is in it.
    pub fn package(&mut self, from: usize, all: bool) -> Result<PathBuf, Broken> {
        self.files += 1;
        let file = self.root.path().join(format!("{}.kring", self.files));
        let laptop = &mut self.devices[from].laptop;
        if all {
            laptop.export_all(&file);
        } else {
            laptop.export(&file);
        }
        self.tally.packages += 1;
        let membership = &laptop.workspace().circle().unwrap().membership;
        let addressed = membership.active_devices().map(|(device, _)| device).collect();
        self.addressed.insert(file.clone(), addressed);
        law::nothing_private_leaves(laptop, &file, &self.tokens)?;
        Ok(file)
    }

    pub fn receive(&mut self, at: usize, dice: &mut Dice) -> Result<(), Broken> {
        let waiting = self.devices[at].letters.len();
        if waiting == 0 {
            return Ok(());
        }
        let count = 1 + dice.below(waiting);
        let letters: Vec<Letter> = self.devices[at].letters.drain(..count).collect();
        for letter in letters {
            self.note(&format!(
                " {}{}",
                name(&letter.file),
                if letter.damaged { "!" } else { "" }
            ));
            if dice.chance(5) {
                self.stop_in_the_middle(at, &letter)?;
            }
            if letter.damaged {
                law::refusal_changes_nothing(&mut self.devices[at].laptop, &letter.file)?;
            } else {
                self.import(at, &letter.file)?;
            }
            self.look(at)?;
        }
        Ok(())
    }

    /// Begins to take a package over and is told to stop: nothing of it is there.
    fn stop_in_the_middle(&mut self, at: usize, letter: &Letter) -> Result<(), Broken> {
        let laptop = &mut self.devices[at].laptop;
        let before = laptop.dump();
        let mut host = TestHost {
            cancel_after: Some(1),
            ..TestHost::default()
        };
        let stopped = laptop
            .workspace()
            .import_package(&letter.file, Mode::TakeOver, &mut host);
        if stopped.is_err() {
            self.tally.stopped += 1;
            return law::same(&before, &laptop.dump(), "what was stopped changes nothing");
        }
        Ok(())
    }

    /// Takes a package over; a second time it changes nothing. One whose sender did not know this
    /// laptop yet is refused.
    pub fn import(&mut self, at: usize, file: &PathBuf) -> Result<(), Broken> {
        let device = &mut self.devices[at];
        let own = device.laptop.workspace().device();
        if !self
            .addressed
            .get(file)
            .is_some_and(|addressed| addressed.contains(&own))
        {
            return law::refusal_changes_nothing(&mut device.laptop, file);
        }
        // What lost a body to an erasure that does not count takes it from any package that has it.
        let has_holes = !erasure::with_holes(device.laptop.workspace().db())
            .unwrap()
            .is_empty();
        let is_repeat = device.imported.contains(file) && !has_holes;
        let before = is_repeat.then(|| law::records_and_log(&mut device.laptop));
        let report = device.laptop.import(file);
        let report = match report {
            Ok(report) => report,
            Err(error) => {
                return law::broken(
                    "a sound package is taken over",
                    format!("laptop {at}, {}: {error}", name(file)),
                );
            }
        };
        law::hold(
            report.state_agrees != Some(false),
            "digests agree at equal heads",
            || format!("laptop {at}"),
        )?;
        self.tally.same_standpoints += u64::from(report.state_agrees == Some(true));
        if let Some(before) = before {
            let after = law::records_and_log(&mut device.laptop);
            law::same(&before, &after, "importing twice changes nothing")?;
        }
        device.imported.insert(file.clone());
        Ok(())
    }
}
