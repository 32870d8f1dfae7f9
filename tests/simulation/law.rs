//! What must hold, in the middle of a run and at its end. Each law is checked from what a run knows
//! by itself, not from what the product says about it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::path::Path;

use kring_api::domain::id::Hash;
use kring_store::table::segment::{self, SegmentRow, Standing};
use kring_store::table::{erased, erasure, membership, own, touch};
use kring_sync::engine::Document;
use kring_sync::package::{self, AgeSecret, Identities};
use kring_tests::Laptop;
use kring_trust::operation::{Right, SignedOperation};
use kring_trust::signature::DeviceSecret;

use crate::world::{Token, World};

/// A law that did not hold.
#[derive(Debug, Clone)]
pub struct Broken {
    pub law: &'static str,
    pub how: String,
}

/// The most rounds in which everybody's work goes to everybody.
const MOST_ROUNDS: usize = 5;

pub fn broken<T>(law: &'static str, how: String) -> Result<T, Broken> {
    Err(Broken { law, how })
}

pub fn hold(holds: bool, law: &'static str, how: impl FnOnce() -> String) -> Result<(), Broken> {
    if holds { Ok(()) } else { broken(law, how()) }
}

/// Two dumps are equal; if not, the first lines that differ are told.
pub fn same(one: &str, other: &str, law: &'static str) -> Result<(), Broken> {
    if one == other {
        return Ok(());
    }
    let (ones, others): (BTreeSet<&str>, BTreeSet<&str>) = (one.lines().collect(), other.lines().collect());
    let only = |mine: &BTreeSet<&str>, theirs: &BTreeSet<&str>| -> Vec<String> {
        mine.difference(theirs)
            .take(4)
            .map(|line| line.chars().take(400).collect())
            .collect()
    };
    broken(
        law,
        format!(
            "only before: {:#?}\nonly after: {:#?}",
            only(&ones, &others),
            only(&others, &ones)
        ),
    )
}

/// The canonical value of every record as the log says, by id, trashed ones included.
pub fn records(laptop: &mut Laptop) -> BTreeMap<String, String> {
    let db = laptop.workspace().db();
    let mut records = BTreeMap::new();
    for record in segment::records(db).unwrap() {
        let parts = segment::applied_parts(db, record, 0).unwrap();
        let bodies = parts
            .iter()
            .filter_map(|part| part.body.as_ref().map(|(_, body)| body.as_slice()));
        let document = Document::load(0, None, bodies).unwrap();
        records.insert(record.to_string(), document.value().to_string());
    }
    records
}

/// Whether a dump holds a word: as text in the view, or in the bytes of a segment.
pub fn holds(dump: &str, word: &str) -> bool {
    let bytes: String = word.bytes().map(|byte| format!("{byte:02x}")).collect();
    dump.contains(word) || dump.contains(&bytes)
}

/// Every row but those that only say which packages came and went.
pub fn records_and_log(laptop: &mut Laptop) -> String {
    let bookkeeping = [
        "package|",
        "peer_head|",
        "setting|heads_by",
        "import",
        "parcel",
        "receipt|",
    ];
    let dump = laptop.dump();
    dump.lines()
        .filter(|line| !bookkeeping.iter().any(|table| line.starts_with(table)))
        .collect::<Vec<_>>()
        .join("\n")
}

/// A file that is damaged or for others is refused and leaves every row as it was.
pub fn refusal_changes_nothing(laptop: &mut Laptop, file: &Path) -> Result<(), Broken> {
    let before = laptop.dump();
    let taken = laptop.import(file).is_ok();
    hold(
        !taken,
        "a package that is damaged or for others is refused",
        || file.display().to_string(),
    )?;
    same(&before, &laptop.dump(), "a refused package changes nothing")
}

/// What this laptop knows to be erased has no body here, wherever it came from.
pub fn nothing_is_left_of_what_was_erased(laptop: &mut Laptop) -> Result<(), Broken> {
    let db = laptop.workspace().db();
    for record in erased::all(db).unwrap() {
        let is_left = erasure::has_bodies(db, record).unwrap();
        hold(!is_left, "of what is erased no body is left", || {
            record.to_string()
        })?;
    }
    Ok(())
}

/// No byte of a private word is in the package.
pub fn nothing_private_leaves(laptop: &mut Laptop, file: &Path, tokens: &[Token]) -> Result<(), Broken> {
    let plain = unpacked(laptop, file);
    match tokens
        .iter()
        .filter(|token| token.private)
        .find(|token| is_in(&plain, &token.word))
    {
        Some(token) => broken("bytes of a private record are in no package", token.word.clone()),
        None => Ok(()),
    }
}

/// The plain bytes of all frames of a package.
fn unpacked(laptop: &mut Laptop, file: &Path) -> Vec<u8> {
    let secret = own::setting(laptop.workspace().db(), "device_secret")
        .unwrap()
        .unwrap();
    let secret = DeviceSecret::from_bytes(&secret).unwrap();
    let identities = Identities::Devices(vec![AgeSecret::new(*secret.age())]);
    let mut opened = package::read(File::open(file).unwrap(), &identities, &|_, _, _| Ok(()), None).unwrap();
    let mut plain = Vec::new();
    while let Some((_, frame)) = opened.next_frame().unwrap() {
        plain.extend(frame);
    }
    plain
}

fn is_in(plain: &[u8], word: &str) -> bool {
    plain.windows(word.len()).any(|window| window == word.as_bytes())
}

impl World {
    /// Brings everybody up to date without faults, and checks every law.
    pub fn end(&mut self) -> Result<(), Broken> {
        // In one run of two somebody may be left out.
        if self.seed.is_multiple_of(2) {
            self.bring_all_back()?;
        }
        self.come_to_rest()?;
        self.all_see_the_same()?;
        for at in 0..self.devices.len() {
            match self.devices[at].laptop.check() {
                Ok(state) => {
                    let same = state == self.devices[at].laptop.state();
                    hold(same, "rebuilding equals stored", || {
                        format!("laptop {at}: another state")
                    })?;
                }
                Err(error) => return broken("rebuilding equals stored", format!("laptop {at}: {error}")),
            }
        }
        self.second_imports_change_nothing()?;
        self.only_what_may_fork_is_apart()?;
        self.words_are_where_they_belong()?;
        self.what_was_erased_is_gone()?;
        self.private_words_stay_home()?;
        self.tally.devices = self.devices.len() as u64;
        self.tally.reviews = touch::markers(self.devices[0].laptop.workspace().db())
            .unwrap()
            .len() as u64;
        Ok(())
    }

    /// Everybody sends everything to the first, and the first to everybody: twice, and then until all
    /// have the same. In between all look at what two people changed at once, unaware of each other.
    fn come_to_rest(&mut self) -> Result<(), Broken> {
        for round in 0..MOST_ROUNDS {
            for from in 1..self.devices.len() {
                let file = self.package(from, true)?;
                self.import(0, &file)?;
                self.look(0)?;
            }
            let file = self.package(0, true)?;
            for to in 1..self.devices.len() {
                self.import(to, &file)?;
                self.look(to)?;
            }
            self.tally.left_out += self.devices.len() as u64 - self.inside().len() as u64;
            if round == 0 {
                self.all_resolve_reviews()?;
            } else if self.all_have_the_same() {
                return Ok(());
            }
        }
        broken("it comes to rest", format!("not in {MOST_ROUNDS} rounds"))
    }

    /// The laptops that are in the circle as the coordinator knows it: only they get packages.
    fn inside(&mut self) -> Vec<usize> {
        let membership = &self.devices[0].laptop.workspace().circle().unwrap().membership;
        let active: BTreeSet<_> = membership.active_devices().map(|(device, _)| device).collect();
        (0..self.devices.len())
            .filter(|at| active.contains(&self.devices[*at].laptop.workspace().device()))
            .collect()
    }

    /// Whether all who are in have the same chains, membership and segments set apart.
    fn all_have_the_same(&mut self) -> bool {
        let inside = self.inside();
        let mut had = inside.iter().map(|at| {
            let workspace = self.devices[*at].laptop.workspace();
            let apart = segment::standing(workspace.db(), Standing::Apart).unwrap();
            let apart: BTreeSet<Hash> = apart.iter().map(|row| row.hash).collect();
            (
                workspace.heads().unwrap(),
                workspace.circle().unwrap().membership.heads(),
                apart,
            )
        });
        let first = had.next();
        had.all(|other| Some(&other) == first.as_ref())
    }

    fn all_see_the_same(&mut self) -> Result<(), Broken> {
        let first = self.devices[0].laptop.view();
        let state = self.devices[0].laptop.state();
        for at in self.inside().into_iter().skip(1) {
            let laptop = &mut self.devices[at].laptop;
            same(&first, &laptop.view(), "everybody sees the same").map_err(|broken| Broken {
                how: format!("laptop 0 and {at}: {}", broken.how),
                ..broken
            })?;
            hold(state == laptop.state(), "everybody has the same state", || {
                format!("laptop {at}")
            })?;
        }
        Ok(())
    }

    /// What is known already changes nothing, in whatever package it comes again. The package shows as
    /// well that the search for private words would find them.
    fn second_imports_change_nothing(&mut self) -> Result<(), Broken> {
        let file = self.package(0, true)?;
        let founder = &mut self.devices[0].laptop;
        let (plain, texts) = (unpacked(founder, &file), records(founder));
        for token in self.tokens.iter().filter(|token| !token.private) {
            let is_shared = texts
                .get(&token.record)
                .is_some_and(|text| text.contains(&token.word));
            let is_found = !is_shared || is_in(&plain, &token.word);
            hold(is_found, "the bytes of a shared word are in a package", || {
                format!("{token:?}")
            })?;
        }
        for device in &mut self.devices[1..] {
            device.imported.insert(file.clone());
        }
        (1..self.devices.len()).try_for_each(|to| self.import(to, &file))
    }

    /// Segments are set apart only in a chain that two laptops could write.
    fn only_what_may_fork_is_apart(&mut self) -> Result<(), Broken> {
        let apart: Vec<SegmentRow> = self
            .devices
            .iter_mut()
            .flat_map(|device| segment::standing(device.laptop.workspace().db(), Standing::Apart).unwrap())
            .collect();
        let logs: BTreeSet<_> = apart.iter().map(|row| row.log).collect();
        self.tally.forks = logs.len() as u64;
        hold(
            logs.is_subset(&self.forkable),
            "only a chain that was put back with its state forks",
            || format!("{logs:?}"),
        )
    }

    /// Every word that was confirmed is in its record everywhere, or the run knows why not; what is
    /// beyond its author's rights is nowhere.
    fn words_are_where_they_belong(&mut self) -> Result<(), Broken> {
        let mut rows: BTreeMap<Hash, SegmentRow> = BTreeMap::new();
        for device in &mut self.devices {
            rows.extend(
                segment::all_in_scope(device.laptop.workspace().db(), 0)
                    .unwrap()
                    .into_iter()
                    .map(|row| (row.hash, row)),
            );
        }
        let marred = self.marred_records();
        let known = self.known_operations();
        let inside = self.inside();
        for at in 0..self.devices.len() {
            let is_inside = inside.contains(&at);
            let texts = records(&mut self.devices[at].laptop);
            for token in self.tokens.iter().filter(|token| token.private || is_inside) {
                let here = texts
                    .get(&token.record)
                    .is_some_and(|text| text.contains(&token.word));
                if token.private {
                    let must =
                        token.key == self.devices[at].key && token.gone.is_none() && self.tally.copies == 0;
                    hold(here || !must, "a private word stays where it was written", || {
                        format!("{token:?} on {at}")
                    })?;
                    continue;
                }
                let row = rows.get(&token.segment);
                let right = self.right_behind(token, row, &known);
                if right == Behind::Nothing {
                    self.tally.beyond_rights += 1;
                    hold(!here, "what is beyond its author's right has no effect", || {
                        format!("{token:?} on {at}")
                    })?;
                    continue;
                }
                let excused = token.gone.is_some()
                    || right == Behind::Unclear
                    || marred.contains(&token.record)
                    || self.erased.iter().any(|(record, _)| *record == token.record)
                    || row.is_some_and(|row| row.standing == Standing::Apart)
                    || row.is_some_and(|row| row.standing == Standing::Waiting && self.tally.restores > 0);
                hold(here || excused, "what was saved is everywhere", || {
                    format!(
                        "{token:?} is not on laptop {at}; {:?}",
                        row.map(|row| row.standing)
                    )
                })?;
            }
        }
        self.tally.tokens = self.tokens.iter().filter(|token| !token.private).count() as u64;
        self.tally.private_tokens = self.tokens.len() as u64 - self.tally.tokens;
        Ok(())
    }

    /// Records of which a part does not count: what builds on it is parked.
    fn marred_records(&mut self) -> BTreeSet<String> {
        let db = self.devices[0].laptop.workspace().db();
        let without = [Standing::Refused, Standing::Apart];
        let rows = without
            .into_iter()
            .flat_map(|standing| segment::standing(db, standing).unwrap());
        let records = rows.flat_map(|row| segment::parts_of(db, row.id).unwrap());
        records.map(|part| part.record.to_string()).collect()
    }

    fn known_operations(&mut self) -> BTreeSet<Hash> {
        let all = membership::all(self.devices[0].laptop.workspace().db()).unwrap();
        all.iter()
            .map(|bytes| SignedOperation::decode(bytes).unwrap().hash())
            .collect()
    }

    /// Whether rights stood behind a word, from what the coordinator did in this run: everything that was
    /// taken from its author since they were last given a right to write.
    fn right_behind(&self, token: &Token, row: Option<&SegmentRow>, known: &BTreeSet<Hash>) -> Behind {
        let of_author = self.rights.iter().rev();
        let of_author =
            of_author.filter(|given| given.person == token.person && known.contains(&given.operation));
        let taken: Vec<_> = of_author
            .clone()
            .take_while(|given| matches!(given.right, None | Some(Right::Reader)))
            .collect();
        if of_author.count() > 0 && self.coordinator_was_put_back {
            return Behind::Unclear;
        }
        let Some(row) = row else { return Behind::Right };
        let is_beyond = taken
            .iter()
            .any(|given| given.heads.get(&row.log).is_none_or(|seq| row.seq > *seq));
        if is_beyond && !self.admitted.contains(&token.segment) {
            Behind::Nothing
        } else {
            Behind::Right
        }
    }

    /// What an erasure that counts took away is on no laptop of the circle, in no row of any table: only
    /// what was private before is where it was written.
    fn what_was_erased_is_gone(&mut self) -> Result<(), Broken> {
        for at in self.inside() {
            let device = &mut self.devices[at];
            let db = device.laptop.workspace().db();
            let counts = |hash: &Hash| {
                let row = segment::by_hash(db, *hash).unwrap();
                row.is_some_and(|row| row.standing == Standing::Accepted)
            };
            let erased: BTreeSet<&String> = self
                .erased
                .iter()
                .filter(|(_, hash)| counts(hash))
                .map(|(record, _)| record)
                .collect();
            if erased.is_empty() {
                continue;
            }
            let dump = device.laptop.dump();
            for token in self.tokens.iter().filter(|token| erased.contains(&token.record)) {
                let may_stay = token.was_private && token.key == device.key;
                hold(
                    may_stay || !holds(&dump, &token.word),
                    "what was erased never returns",
                    || format!("{token:?} on {at}"),
                )?;
                self.tally.forgotten += 1;
            }
        }
        Ok(())
    }

    fn private_words_stay_home(&mut self) -> Result<(), Broken> {
        for at in 0..self.devices.len() {
            let dump = self.devices[at].laptop.dump();
            let key = self.devices[at].key;
            for token in self
                .tokens
                .iter()
                .filter(|token| token.private && token.key != key)
            {
                hold(
                    !holds(&dump, &token.word),
                    "a private word is in no other store",
                    || format!("{token:?} on {at}"),
                )?;
            }
        }
        Ok(())
    }
}

/// What stood behind a word when it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Behind {
    Right,
    /// The coordinator was put back and gave rights unaware of earlier ones.
    Unclear,
    /// Written after the right was taken.
    Nothing,
}
