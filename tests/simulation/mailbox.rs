//! What becomes of a package on its way: lost, repeated, out of order, damaged. Each recipient has
//! their own luck.

use std::path::{Path, PathBuf};

use crate::step::Dice;

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
}

/// Delivers a file to one recipient, or not, or twice, or before others, or with other bytes.
pub fn deliver(file: &Path, letters: &mut Vec<Letter>, dice: &mut Dice, faults: &mut Faults) {
    if dice.chance(30) {
        faults.lost += 1;
        return;
    }
    let copies = if dice.chance(20) { 2 } else { 1 };
    faults.repeated += copies - 1;
    for _ in 0..copies {
        let mut letter = Letter { file: file.to_owned(), damaged: false };
        if dice.chance(5) {
            faults.damaged += 1;
            letter = Letter { file: damaged(file, dice), damaged: true };
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
