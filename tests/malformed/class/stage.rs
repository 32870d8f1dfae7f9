//! What a class makes its files with: a circle with a round, a member and a coordinator who write by
//! hand, and a laptop that receives.

use std::ffi::OsString;
use std::path::Path;

use kring_api::domain::id::RecordId;
use kring_api::domain::kind::Kind;
use kring_sync::package::Heading;
use kring_sync::segment::{Header, Segment};
use kring_tests::dice::Dice;
use kring_tests::{Circle, Laptop};

use crate::forge::{Chain, Forger, Frames, note};
use crate::raw::Raw;
use crate::scene::{Scene, scene_of};
use crate::taker::Taker;

use super::place::Lying;

/// What must become of a file.
#[derive(Debug, Clone, Copy)]
pub enum Fate {
    /// Refused under this code.
    Refused(&'static str),
    /// So many segments are new, so many of them set apart, and so many things wait; nobody sees any.
    Carried { new: u64, apart: u64, waiting: u64 },
    /// So many segments are new, and all count.
    TakenOver { new: u64 },
    /// Either refused or all of its segments are there: nobody can say what a file held that changed
    /// while it was read.
    WholeOrNotAtAll { new: u64 },
}

/// Set apart whole.
pub const fn apart(segments: u64) -> Fate {
    Fate::Carried {
        new: segments,
        apart: segments,
        waiting: 0,
    }
}

/// A file of a class.
pub struct Made {
    /// What is wrong with it.
    pub what: String,
    /// Packages that the receiver gets before it.
    pub first: Vec<Vec<u8>>,
    /// Its name.
    pub name: OsString,
    /// How it lies there.
    pub lying: Lying,
    /// What must become of it.
    pub fate: Fate,
}

impl Made {
    /// A file with these bytes, refused under this code.
    pub fn refused(what: impl Into<String>, bytes: Vec<u8>, code: &'static str) -> Self {
        Self::with(what, bytes, Fate::Refused(code))
    }

    /// A file with these bytes.
    pub fn with(what: impl Into<String>, bytes: Vec<u8>, fate: Fate) -> Self {
        Self::lying(what, Lying::File(bytes), fate)
    }

    /// Something that lies where a file is expected.
    pub fn lying(what: impl Into<String>, lying: Lying, fate: Fate) -> Self {
        Self {
            what: what.into(),
            first: Vec::new(),
            name: OsString::from("pakket.kring"),
            lying,
            fate,
        }
    }

    /// The same after these packages.
    #[must_use]
    pub fn after(mut self, first: Vec<Vec<u8>>) -> Self {
        self.first = first;
        self
    }

    /// Lays it in a folder of its own for as long as it is taken over.
    pub fn laid_in<T>(&self, folder: &Path, n: usize, take: impl FnOnce(&Path) -> T) -> T {
        let folder = folder.join(format!("file-{n}"));
        std::fs::create_dir(&folder).unwrap();
        let answer = self.lying.at(&folder.join(&self.name), take);
        std::fs::remove_dir_all(&folder).unwrap();
        answer
    }
}

/// A circle whose third laptop receives.
pub struct Stage {
    circle: Circle,
    /// The member who forges, and the records there are.
    pub scene: Scene,
    /// The coordinator, for what only they can sign.
    pub coordinator: Forger,
    places: Vec<usize>,
    seed: u64,
}

impl Stage {
    /// The stage of a seed.
    pub fn new(seed: u64) -> Self {
        let (mut circle, scene) = scene_of(seed);
        let coordinator = Forger::of(&mut circle.laptops[0]);
        let place = |laptop: &mut Laptop| {
            let device = laptop.workspace().device();
            scene
                .forger
                .people
                .keys()
                .position(|known| *known == device)
                .unwrap()
        };
        let places = circle.laptops.iter_mut().map(place).collect();
        Self {
            circle,
            scene,
            coordinator,
            places,
            seed,
        }
    }

    /// The receiving laptop, in a process of its own from now on.
    pub fn taker(&mut self) -> Taker {
        let seed = self.seed * 100 + 3;
        let receiver = self.receiver();
        receiver.shut();
        Taker::on(receiver, seed)
    }

    /// Which of the recipients the laptop with this number is: devices stand in order of their id.
    pub fn place_of(&self, laptop: usize) -> usize {
        self.places[laptop]
    }

    /// How many files lie in the receiver's spool.
    pub fn left_in_spool(&mut self) -> usize {
        let spool = kring_api::Folder::new(&self.receiver().folder).spool();
        std::fs::read_dir(spool).unwrap().count()
    }

    fn receiver(&mut self) -> &mut Laptop {
        &mut self.circle.laptops[2]
    }
}

/// What the next file of a class is written with.
pub struct Pen<'a> {
    /// Where.
    pub stage: &'a Stage,
    /// Which file of its class it is.
    pub n: usize,
    /// Its choices.
    pub dice: Dice,
}

impl<'a> Pen<'a> {
    /// The pen of this file.
    pub fn new(stage: &'a Stage, n: usize) -> Self {
        Self {
            stage,
            n,
            dice: Dice::new(stage.seed << 32 | n as u64),
        }
    }

    /// Choices apart from those of [`Self::dice`], the same each time they are asked for.
    pub fn dice_of(&self, which: u64) -> Dice {
        Dice::new(self.stage.seed << 32 | (self.n as u64) << 8 | which)
    }

    /// The member who writes.
    pub fn member(&self) -> &'a Forger {
        &self.stage.scene.forger
    }

    /// A chain that no other file has.
    pub fn chain(&self) -> Chain<'a> {
        self.other_chain(0)
    }

    /// One of several chains of this file.
    pub fn other_chain(&self, which: u8) -> Chain<'a> {
        let [a, b, c, d, e, f, g, _] = (self.n as u64 + 1).to_le_bytes();
        self.member().chain_named([a, b, c, d, e, f, g, which + 1])
    }

    /// An honest note.
    pub fn note(&self) -> Segment {
        let mut chain = self.chain();
        chain.note(&format!("bestand {}", self.n))
    }

    /// A note whose header was bent before it was signed.
    pub fn bent(&self, bend: impl FnOnce(&mut Header)) -> Segment {
        let mut chain = self.chain();
        let part = chain.create(Kind::Note, RecordId::ZERO, &note("gebogen"));
        let mut header = chain.header(std::slice::from_ref(&part));
        bend(&mut header);
        chain.seal(header, vec![part])
    }

    /// An honest heading.
    pub fn heading(&self) -> Heading {
        self.member().next_heading()
    }

    /// The file of an honest package with these segments.
    pub fn sent(&self, segments: &[Segment]) -> Vec<u8> {
        self.packed(self.member().frames(segments))
    }

    /// The file of an honest package with these frames.
    pub fn packed(&self, frames: Frames) -> Vec<u8> {
        self.member().bytes(self.heading(), frames)
    }

    /// An honest package with a note, taken apart.
    pub fn raw(&self) -> Raw {
        let member = self.member();
        Raw::of(member, self.heading(), member.frames(&[self.note()]))
    }
}
