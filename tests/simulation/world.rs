//! Laptops with real stores, the packages between them, and what their members wrote. It runs steps
//! and looks after every step at what must hold in the middle of a run; what must hold at the end is
//! in [`law`](crate::law).

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use kring_api::domain::id::{DeviceId, Hash, LogId};
use kring_store::table::{erasure, own};
use kring_tests::{Clock, Laptop, MEETING_DAY_MS, PEOPLE, memory_folder};
use kring_trust::operation::Right;
use tempfile::TempDir;

use crate::deed::{Deeds, Unwrote, Work};
use crate::law::{self, Broken};
use crate::mailbox::Letter;
use crate::step::{self, Deed, Dice, Event, Step};
use crate::tally::Tally;

/// Codes of refusals that a member may meet at any time: others changed, closed or threw away what
/// they work on, or took their right.
const ORDINARY: &[&str] = &[
    "err-not-allowed",
    "err-not-found",
    "err-changed-since",
    "err-nothing-to-undo",
    "err-nothing-to-review",
    "err-write-once",
    "err-round-closed",
    "err-not-in-round",
    "err-other-meeting",
    "err-input",
    "err-stays",
];

/// As many laptops of a run as are there from its beginning; the others come in on the way.
const AT_FIRST: usize = 4;
const TEN_YEARS_MS: i64 = 10 * 365 * 86_400_000;

/// A laptop and its member.
pub struct Device {
    pub laptop: Laptop,
    pub person: String,
    /// The device key, the same for a laptop and its copies.
    pub key: usize,
    /// What came in and was not taken over yet.
    pub letters: Vec<Letter>,
    /// Packages of which everything is here.
    pub imported: BTreeSet<PathBuf>,
    pub backups: Vec<PathBuf>,
}

/// A word that was confirmed as saved.
#[derive(Debug, Clone)]
pub struct Token {
    pub word: String,
    pub record: String,
    /// Hash of the segment that wrote it.
    pub segment: Hash,
    pub person: String,
    pub key: usize,
    pub private: bool,
    /// It was private, and stands in a private record of its author still.
    pub was_private: bool,
    /// Why it may be absent: an undo or choice that had seen it took it away, or no laptop had it any
    /// more after a backup was put back.
    pub gone: Option<&'static str>,
}

/// A right that the coordinator gave.
#[derive(Debug, Clone)]
pub struct GivenRight {
    pub person: String,
    /// Nothing for who was taken out.
    pub right: Option<Right>,
    /// How far the coordinator knew each chain.
    pub heads: BTreeMap<LogId, u64>,
    pub operation: Hash,
}

/// A run under way.
pub struct World {
    pub root: TempDir,
    pub devices: Vec<Device>,
    pub tokens: Vec<Token>,
    pub rights: Vec<GivenRight>,
    /// What was brought in from behind a cut-off.
    pub admitted: BTreeSet<Hash>,
    /// The records that somebody erased, with the segment that did.
    pub erased: Vec<(String, Hash)>,
    /// Chains that may fork: a laptop was put back together with its system's state folder.
    pub forkable: BTreeSet<LogId>,
    pub coordinator_was_put_back: bool,
    pub tally: Tally,
    /// What happened, a line for each step.
    pub story: Vec<String>,
    /// Packages that were sent, to come again long after.
    pub sent: Vec<PathBuf>,
    /// For which devices each package is.
    pub addressed: BTreeMap<PathBuf, BTreeSet<DeviceId>>,
    /// The state that belongs to heads of chains and membership, whoever had them first.
    states: BTreeMap<String, String>,
    pub seed: u64,
    /// The most laptops in this run.
    pub most: usize,
    /// How many files were made.
    pub files: u64,
    words: u64,
    people: usize,
}

impl World {
    /// A founder with some records, and members.
    pub fn new(seed: u64) -> Result<Self, Broken> {
        let root = memory_folder();
        let clock = Clock::at(MEETING_DAY_MS);
        let mut founder = Laptop::found(root.path(), "Kenniskring", PEOPLE[0], seed * 100 + 1, &clock);
        let person = founder.member();
        let mut world = Self {
            root,
            devices: vec![Device::new(founder, person, 0)],
            tokens: Vec::new(),
            rights: Vec::new(),
            admitted: BTreeSet::new(),
            erased: Vec::new(),
            forkable: BTreeSet::new(),
            coordinator_was_put_back: false,
            tally: Tally::default(),
            story: Vec::new(),
            sent: Vec::new(),
            addressed: BTreeMap::new(),
            states: BTreeMap::new(),
            seed,
            most: step::size(seed),
            files: 0,
            words: 0,
            people: 1,
        };
        let mut dice = Dice::new(!seed);
        let beginning = [
            Deed::CreateTheme,
            Deed::CreateMeeting,
            Deed::AddItem,
            Deed::AddItem,
            Deed::WriteNote,
            Deed::AddBlock,
            Deed::AddStatement,
            Deed::OpenRound,
            Deed::AddStudy,
        ];
        for deed in beginning {
            world.work(0, deed, Dice::new(dice.number()))?;
        }
        world.back_up(0)?;
        world.join(Right::Secretary)?;
        while world.devices.len() < world.most.min(AT_FIRST) {
            world.join(Right::Member)?;
        }
        Ok(world)
    }

    /// Carries out one step.
    pub fn run(&mut self, step: Step) -> Result<(), Broken> {
        let mut dice = Dice::new(step.seed);
        let at = dice.below(self.devices.len());
        self.story.push(format!("{at}: {:?}", step.event));
        match step.event {
            Event::Work(deed) => self.work(at, deed, dice)?,
            Event::Send => self.send(at, &mut dice)?,
            Event::Receive => self.receive(at, &mut dice)?,
            Event::Restart => {
                self.open(at)?;
                self.tally.restarts += 1;
            }
            Event::PowerCut => self.cut_power(at)?,
            Event::BackUp => self.back_up(at)?,
            Event::PutBack => self.put_back(at, &mut dice)?,
            Event::Copy => self.copy(at)?,
            Event::TurnClock => {
                let shift = dice.number() as i64 % TEN_YEARS_MS;
                self.devices[at]
                    .laptop
                    .clock
                    .set(MEETING_DAY_MS.saturating_add_signed(shift));
            }
            Event::Join => self.join(Right::Member)?,
            Event::SetRight => self.set_right(&mut dice)?,
            Event::Remove => self.remove(&mut dice)?,
            Event::BringBack => self.bring_back(&mut dice)?,
            Event::Admit => self.admit(&mut dice)?,
        }
        self.devices[at].laptop.clock.advance(1_000);
        self.look(at)
    }

    /// What has the same heads has the same state, also in the middle of a run; and what is erased is gone.
    pub fn look(&mut self, at: usize) -> Result<(), Broken> {
        let laptop = &mut self.devices[at].laptop;
        law::nothing_is_left_of_what_was_erased(laptop)?;
        let workspace = laptop.workspace();
        let membership = workspace.circle().unwrap().membership.heads();
        // A body that is missing makes a difference of its own.
        let holes = erasure::holes(workspace.db(), 0).unwrap();
        let standpoint = format!("{:?} {holes:?} {membership:?}", workspace.heads().unwrap());
        let state = laptop.state();
        let known = self.states.entry(standpoint).or_insert_with(|| state.clone());
        law::hold(*known == state, "the same heads have the same state", || {
            format!("laptop {at} sees another one")
        })
    }

    /// Everybody looks at one thing that two people changed at once, if there is any.
    pub fn all_resolve_reviews(&mut self) -> Result<(), Broken> {
        let mut dice = Dice::new(self.seed);
        for at in 0..self.devices.len() {
            self.story.push(format!("{at}: at the end"));
            self.work(at, Deed::ResolveReview, Dice::new(dice.number()))?;
        }
        Ok(())
    }

    /// Adds to the line of the present step.
    pub fn note(&mut self, line: &str) {
        if let Some(story) = self.story.last_mut() {
            story.push_str(line);
        }
    }

    fn work(&mut self, at: usize, deed: Deed, dice: Dice) -> Result<(), Broken> {
        self.words += 1;
        // Long enough not to occur in the digits of a hash.
        let word = format!("w{:04}q", self.words);
        let before = self.texts_that_may_lose(at, deed);
        let laptop = &mut self.devices[at].laptop;
        let deeds = match (Work { laptop, dice, word }).perform(deed) {
            Ok(Some(deeds)) => deeds,
            Ok(None) => return Ok(()),
            Err(error) => {
                self.note(&format!(": {error}"));
                return law::hold(
                    ORDINARY.contains(&error.code()),
                    "work is refused for known reasons only",
                    || format!("laptop {at}: {deed:?}: {error}"),
                );
            }
        };
        self.tally.operations += 1;
        let operation = deeds.answer["undo"].as_i64();
        self.write_down(at, &deeds, operation)?;
        if let Some(record) = &deeds.erased {
            self.forget(at, record)?;
        }
        match deeds.unwrote {
            Some(unwrote) => self.unwrite(at, &unwrote, &before),
            None => Ok(()),
        }
    }

    /// The texts of all records, before a deed that may take words away.
    fn texts_that_may_lose(&mut self, at: usize, deed: Deed) -> BTreeMap<String, String> {
        if matches!(deed, Deed::Undo | Deed::ResolveReview) {
            law::records(&mut self.devices[at].laptop)
        } else {
            BTreeMap::new()
        }
    }

    fn write_down(&mut self, at: usize, deeds: &Deeds, operation: Option<i64>) -> Result<(), Broken> {
        let device = &mut self.devices[at];
        let segments = segments_of(&mut device.laptop, operation);
        for written in &deeds.written {
            let Some(segment) = segments.first() else {
                return law::broken("what is written becomes a segment", format!("{written:?}"));
            };
            if let Some(known) = self.tokens.iter_mut().find(|token| token.word == written.word) {
                // A private note was shared: a new record holds its words for everybody.
                (known.record, known.segment, known.private) = (written.record.clone(), *segment, false);
                known.was_private = true;
                continue;
            }
            self.tokens.push(Token {
                word: written.word.clone(),
                record: written.record.clone(),
                segment: *segment,
                person: device.person.clone(),
                key: device.key,
                private: written.private,
                was_private: false,
                gone: None,
            });
        }
        if !deeds.written.is_empty() {
            let written: Vec<&str> = deeds
                .written
                .iter()
                .map(|written| written.word.as_str())
                .collect();
            let line = format!(" {} in {}", written.join(" "), &deeds.written[0].record[..6]);
            self.note(&line);
        }
        Ok(())
    }

    /// Lets go of words that an undo or a choice took away, and of no others.
    fn unwrite(
        &mut self,
        at: usize,
        unwrote: &Unwrote,
        before: &BTreeMap<String, String>,
    ) -> Result<(), Broken> {
        self.note(&format!(" {unwrote:?}"));
        let laptop = &mut self.devices[at].laptop;
        let own = match unwrote {
            Unwrote::Undone { operation } => segments_of(laptop, Some(*operation)),
            Unwrote::Side { .. } | Unwrote::Nothing => Vec::new(),
        };
        let after = law::records(laptop);
        match unwrote {
            Unwrote::Undone { .. } => self.tally.undone += 1,
            Unwrote::Side { .. } | Unwrote::Nothing => self.tally.resolved += 1,
        }
        for token in &mut self.tokens {
            let is_in = |texts: &BTreeMap<String, String>| {
                texts
                    .get(&token.record)
                    .is_some_and(|text| text.contains(&token.word))
            };
            // A word that was taken away once and came back by undoing that may go the same way again.
            if !is_in(before) || is_in(&after) || token.gone.is_some() {
                continue;
            }
            let may_go = match unwrote {
                Unwrote::Undone { .. } => own.contains(&token.segment),
                Unwrote::Side { record } => token.record == *record,
                Unwrote::Nothing => false,
            };
            law::hold(may_go, "undo and review take away nothing else", || {
                format!("{} by {unwrote:?}", token.word)
            })?;
            token.gone = Some("taken away");
        }
        Ok(())
    }

    fn join(&mut self, right: Right) -> Result<(), Broken> {
        if self.devices.len() >= self.most {
            return Ok(());
        }
        let seed = self.seed * 100 + 1 + self.people as u64;
        let clock = Clock::at(MEETING_DAY_MS + self.people as u64 * 1_000);
        let founder = &mut self.devices[0].laptop;
        let mut laptop = Laptop::joined(
            self.root.path(),
            &name_of(self.people),
            seed,
            &clock,
            founder,
            right,
        );
        let person = laptop.member();
        self.devices.push(Device::new(laptop, person, self.people));
        self.people += 1;
        self.tally.joins += 1;
        self.back_up(self.devices.len() - 1)
    }
}

impl Device {
    pub fn new(laptop: Laptop, person: String, key: usize) -> Self {
        Self {
            laptop,
            person,
            key,
            letters: Vec::new(),
            imported: BTreeSet::new(),
            backups: Vec::new(),
        }
    }
}

/// The name of the member with this number.
fn name_of(number: usize) -> String {
    let invented = || format!("Lid|van der|Kring-{number}");
    PEOPLE
        .get(number)
        .map_or_else(invented, |name| (*name).to_owned())
}

/// The segments that an operation of this laptop wrote.
fn segments_of(laptop: &mut Laptop, operation: Option<i64>) -> Vec<Hash> {
    let row = operation.and_then(|operation| own::operation(laptop.workspace().db(), operation).unwrap());
    row.map(|row| row.segments).unwrap_or_default()
}

/// The name of a file, for the story.
pub fn name(path: &std::path::Path) -> String {
    path.file_name().unwrap().to_string_lossy().into_owned()
}
