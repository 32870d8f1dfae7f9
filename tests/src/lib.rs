//! What tests, demo and benchmarks share: laptops with real stores in temporary folders, seeded time
//! and randomness, and a host that answers with given paths.

#![allow(clippy::unwrap_used, clippy::panic)] // a test that cannot set up its laptops should stop

pub mod attach;
pub mod dice;
pub mod full;
pub mod house;
pub mod policy;
pub mod seeds;
pub mod take;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use kring_api::desk::Desk;
use kring_api::domain::name::PersonName;
use kring_api::domain::text::Language;
use kring_api::error::Result;
use kring_api::exchange::import::Mode;
use kring_api::exchange::join::Newcomer;
use kring_api::exchange::outgoing::Extent;
use kring_api::exchange::report::Report;
use kring_api::host::{FilePurpose, Host, Progress, Secret, Surroundings, numbered};
use kring_api::workspace::{Kdf, NewCircle, NewStore, Unlock, Workspace};
use kring_api::{Folder, command};
use kring_sync::package::ManifestPurpose;
use kring_trust::operation::Right;
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use serde_json::{Value, json};

/// Key derivation as cheap as a key file may ask for: tests open thousands of stores.
pub const CHEAP: Kdf = Kdf {
    memory_kib: 8,
    passes: 1,
    lanes: 1,
};

/// 12 March 2026, 13:30 in the Netherlands: the day of the demo's fourth meeting.
pub const MEETING_DAY_MS: u64 = 1_773_318_600_000;

/// The passphrase of every test store.
pub const PASSPHRASE: &str = "vier losse woorden samen";

/// The word in everything that the `saver` writes before it is killed; it occurs nowhere else.
pub const CHILD_WORD: &str = "kanariestand";

/// How each word begins that the `saver` writes in order to erase it. A number and [`ERASED_END`] follow.
pub const ERASED_WORD: &str = "kanariewis";

/// What follows the number of such a word.
pub const ERASED_END: &str = "x";

/// How often the `saver` changes what it then erases.
pub const CHANGES_BEFORE_ERASING: usize = 3;

/// A clock that tests turn.
#[derive(Debug, Clone)]
pub struct Clock(Arc<AtomicU64>);

impl Clock {
    /// A clock that stands at this instant, in UTC milliseconds.
    pub fn at(now_ms: u64) -> Self {
        Self(Arc::new(AtomicU64::new(now_ms)))
    }

    /// Turns the clock on.
    pub fn advance(&self, ms: u64) {
        self.0.fetch_add(ms, Ordering::SeqCst);
    }

    /// Sets the clock, also back.
    pub fn set(&self, now_ms: u64) {
        self.0.store(now_ms, Ordering::SeqCst);
    }

    /// What it shows.
    pub fn now_ms(&self) -> u64 {
        self.0.load(Ordering::SeqCst)
    }
}

/// How much room a disk has; all of it until a test says otherwise.
#[derive(Debug, Clone)]
pub struct FreeSpace(Arc<AtomicU64>);

impl Default for FreeSpace {
    fn default() -> Self {
        Self(Arc::new(AtomicU64::new(u64::MAX)))
    }
}

impl FreeSpace {
    /// From now on there is room for this many bytes.
    pub fn set(&self, bytes: u64) {
        self.0.store(bytes, Ordering::SeqCst);
    }
}

/// Seeded surroundings: the same seed gives the same ids, keys and nonces.
pub struct Seeded {
    clock: Clock,
    random: ChaCha20Rng,
    state_folder: Option<PathBuf>,
    machine: String,
    free: FreeSpace,
}

impl Seeded {
    /// Surroundings of one laptop.
    pub fn new(seed: u64, clock: Clock, state_folder: Option<PathBuf>) -> Self {
        Self {
            clock,
            random: ChaCha20Rng::seed_from_u64(seed),
            state_folder,
            machine: format!("machine-{seed}"),
            free: FreeSpace::default(),
        }
    }
}

impl Surroundings for Seeded {
    fn now_ms(&self) -> u64 {
        self.clock.now_ms()
    }
    fn fill_random(&mut self, bytes: &mut [u8]) {
        self.random.fill_bytes(bytes);
    }
    fn state_folder(&self) -> Option<PathBuf> {
        self.state_folder.clone()
    }
    fn free_bytes(&self, _: &Path) -> Option<u64> {
        Some(self.free.0.load(Ordering::SeqCst))
    }
    fn machine(&self) -> String {
        self.machine.clone()
    }
}

/// A host that answers with what it was given.
#[derive(Debug, Default)]
pub struct TestHost {
    /// The files a command may read.
    pub files: Vec<PathBuf>,
    /// Where a command may write.
    pub target: Option<PathBuf>,
    /// The names that were suggested for files that belong together.
    pub suggested: Vec<String>,
    /// Answers to secrets: present and new passphrase.
    pub secrets: Option<(String, String)>,
    /// What is typed when the `kringsleutel` or the words of an invitation are asked for.
    pub typed: Option<String>,
    /// Says that long work should stop after this many steps.
    pub cancel_after: Option<u64>,
    /// How often files were asked for.
    pub asked: u64,
    /// How many steps of long work were shown.
    pub steps: u64,
    /// The step that was shown last.
    pub last_step: Option<Progress>,
    /// The folder that is chosen.
    pub folder: Option<PathBuf>,
    /// Files and addresses that were opened, in order.
    pub opened: Vec<PathBuf>,
    /// Files that were shown in the file manager, in order.
    pub revealed: Vec<PathBuf>,
}

impl Host for TestHost {
    fn files(&mut self, _: FilePurpose) -> Vec<PathBuf> {
        self.asked += 1;
        self.files.clone()
    }
    fn target(&mut self, _: &str) -> Option<PathBuf> {
        self.target.clone()
    }
    fn targets(&mut self, suggested_names: &[String]) -> Option<Vec<PathBuf>> {
        self.suggested = suggested_names.to_vec();
        Some(numbered(self.target.as_ref()?, suggested_names.len()))
    }
    fn temporary(&mut self, suggested_name: &str) -> Option<PathBuf> {
        self.target(suggested_name)
    }
    fn choose_folder(&mut self) -> Option<PathBuf> {
        self.folder.clone()
    }
    fn open(&mut self, path: &Path) {
        self.opened.push(path.to_owned());
    }
    fn reveal(&mut self, path: &Path) {
        self.revealed.push(path.to_owned());
    }
    fn open_url(&mut self, url: &str) {
        self.opened.push(PathBuf::from(url));
    }
    fn secret(&mut self, secret: Secret) -> Option<String> {
        if [Secret::AuthorityKey, Secret::InvitationWords].contains(&secret) {
            return self.typed.clone();
        }
        let (present, new) = self.secrets.clone()?;
        Some(if secret == Secret::NewPassphrase {
            new
        } else {
            present
        })
    }
    fn progress(&mut self, progress: Progress) {
        self.steps += 1;
        self.last_step = Some(progress);
    }
    fn is_cancelled(&self) -> bool {
        self.cancel_after.is_some_and(|after| self.steps >= after)
    }
}

/// One laptop with its open store.
pub struct Laptop {
    /// The workspace; absent while the laptop is shut.
    workspace: Option<Workspace>,
    /// The store's folder.
    pub folder: PathBuf,
    /// Where this system keeps what does not lie beside a store.
    pub state_folder: PathBuf,
    /// Its clock.
    pub clock: Clock,
    /// The raw key of its store.
    pub key: [u8; 32],
    /// The printed `herstelsleutel`.
    pub recovery: String,
    /// How much room its disk has, from its next start on.
    pub free: FreeSpace,
    /// The printed `kringsleutel`; empty on all laptops but the founder's.
    pub authority: String,
    seed: u64,
    starts: u64,
}

/// A name written "Voornaam|tussenvoegsel|Achternaam".
pub fn name(bars: &str) -> PersonName {
    PersonName::from_bars(bars)
}

impl Laptop {
    fn new_store(root: &Path, bars: &str, seed: u64, clock: &Clock) -> (PathBuf, PathBuf, NewStore) {
        let folder = root.join(format!("laptop-{seed}"));
        let state = root.join(format!("state-{seed}"));
        let mut surroundings = Seeded::new(seed << 20, clock.clone(), Some(state.clone()));
        surroundings.machine = format!("machine-{seed}");
        let new = NewStore {
            folder: Folder::new(&folder),
            passphrase: PASSPHRASE.to_owned(),
            kdf: CHEAP,
            name: name(bars),
            language: Language::Dutch,
            surroundings: Box::new(surroundings),
        };
        (folder, state, new)
    }

    /// The laptop of a founder, with a new circle. Each laptop of a test has its own seed.
    pub fn found(root: &Path, circle: &str, bars: &str, seed: u64, clock: &Clock) -> Self {
        let (folder, state_folder, new) = Self::new_store(root, bars, seed, clock);
        let (workspace, keys) = Workspace::found(
            new,
            NewCircle {
                name: circle.to_owned(),
                sample: false,
            },
        )
        .unwrap();
        let authority = keys.authority.unwrap_or_default();
        Self {
            authority,
            ..Self::with(workspace, folder, state_folder, clock, keys.recovery, seed)
        }
    }

    /// The laptop of someone who wants to join, and the card file in the same folder.
    pub fn ask_to_join(root: &Path, bars: &str, seed: u64, clock: &Clock) -> (Self, PathBuf) {
        let (folder, state_folder, new) = Self::new_store(root, bars, seed, clock);
        let (workspace, card, keys) = Workspace::ask_to_join(new).unwrap();
        let path = root.join(format!("card-{seed}.kringkaart"));
        std::fs::write(&path, card).unwrap();
        (
            Self::with(workspace, folder, state_folder, clock, keys.recovery, seed),
            path,
        )
    }

    /// A laptop of someone new, that joined the circle of `coordinator`.
    pub fn joined(
        root: &Path,
        bars: &str,
        seed: u64,
        clock: &Clock,
        coordinator: &mut Self,
        right: Right,
    ) -> Self {
        let (mut laptop, card) = Self::ask_to_join(root, bars, seed, clock);
        let answer = root.join(format!("answer-{seed}.kring"));
        coordinator
            .workspace()
            .approve_card(&card, right, Newcomer::New, &answer)
            .unwrap();
        laptop.import(&answer).unwrap();
        laptop
    }

    fn with(
        workspace: Workspace,
        folder: PathBuf,
        state_folder: PathBuf,
        clock: &Clock,
        recovery: String,
        seed: u64,
    ) -> Self {
        let key = *workspace.raw_key();
        Self {
            workspace: Some(workspace),
            folder,
            state_folder,
            clock: clock.clone(),
            key,
            recovery,
            free: FreeSpace::default(),
            authority: String::new(),
            seed,
            starts: 0,
        }
    }

    /// A shut laptop whose store lies in this folder; `starts` is a number of starts it never had.
    pub fn lying_at(folder: &Path, state_folder: &Path, key: [u8; 32], seed: u64, starts: u64) -> Self {
        Self {
            workspace: None,
            folder: folder.to_owned(),
            state_folder: state_folder.to_owned(),
            clock: Clock::at(MEETING_DAY_MS),
            key,
            recovery: String::new(),
            free: FreeSpace::default(),
            authority: String::new(),
            seed,
            starts,
        }
    }

    /// The open workspace.
    pub fn workspace(&mut self) -> &mut Workspace {
        self.workspace.as_mut().unwrap()
    }

    /// Shuts the laptop.
    pub fn shut(&mut self) {
        self.workspace = None;
    }

    /// Opens the laptop again with its raw key: a new start of the app, with its own session.
    pub fn open(&mut self) -> Result<()> {
        self.workspace = None;
        self.starts += 1;
        let seed = (self.seed << 20) + self.starts;
        let mut surroundings = Seeded::new(seed, self.clock.clone(), Some(self.state_folder.clone()));
        surroundings.machine = format!("machine-{}", self.seed);
        surroundings.free = self.free.clone();
        let unlock = Unlock::Key(self.key);
        self.workspace = Some(Workspace::open(
            Folder::new(&self.folder),
            unlock,
            Language::Dutch,
            Box::new(surroundings),
        )?);
        Ok(())
    }

    /// Runs a command with a host of the caller.
    pub fn call_with(&mut self, host: &mut TestHost, command: &str, input: Value) -> Result<Value> {
        let mut desk = Desk {
            workspace: self.workspace.as_mut().unwrap(),
            host,
        };
        command::call(&mut desk, command, input)
    }

    /// Runs a command.
    pub fn call(&mut self, command: &str, input: Value) -> Result<Value> {
        self.call_with(&mut TestHost::default(), command, input)
    }

    /// Runs a command that must succeed and answers the id of the record it made or changed.
    pub fn make(&mut self, command: &str, input: Value) -> String {
        let done = self
            .call(command, input)
            .unwrap_or_else(|error| panic!("{command}: {error}"));
        match &done["value"] {
            Value::String(id) => id.clone(),
            other => panic!("{command} answers no id but {other}"),
        }
    }

    /// Runs a command that must succeed and answers what it answers.
    pub fn ask(&mut self, command: &str, input: Value) -> Value {
        self.call(command, input)
            .unwrap_or_else(|error| panic!("{command}: {error}"))
    }

    /// A shut copy of this shut laptop's folder, on another machine with its own state folder.
    pub fn copied(&self, to: &Path, seed: u64) -> Self {
        copy_folder(&self.folder, to);
        Self {
            workspace: None,
            folder: to.to_owned(),
            state_folder: to.with_extension("state"),
            clock: self.clock.clone(),
            key: self.key,
            recovery: self.recovery.clone(),
            free: FreeSpace::default(),
            authority: self.authority.clone(),
            seed,
            starts: 0,
        }
    }

    /// Writes a package with what the others may lack.
    pub fn export(&mut self, to: &Path) {
        self.workspace()
            .write_package(to, Extent::Missing, ManifestPurpose::Sync)
            .unwrap();
    }

    /// Writes a package with everything.
    pub fn export_all(&mut self, to: &Path) {
        self.workspace()
            .write_package(to, Extent::All, ManifestPurpose::Full)
            .unwrap();
    }

    /// Takes a package over.
    pub fn import(&mut self, from: &Path) -> Result<Report> {
        self.workspace()
            .import_package(from, Mode::TakeOver, &mut TestHost::default())
    }

    /// The code of the refusal that taking over this file meets.
    pub fn refusal(&mut self, from: &Path) -> &'static str {
        match self.import(from) {
            Err(error) => error.code(),
            Ok(_) => panic!("the file was taken over"),
        }
    }

    /// The digest of everything the circle agrees on.
    pub fn state(&mut self) -> String {
        self.workspace().state().unwrap().to_string()
    }

    /// The view of the circle's records as text, equal on every device with the same changes.
    pub fn view(&mut self) -> String {
        kring_store::dump::view(self.workspace().db()).unwrap()
    }

    /// Every row of the store as text, and the attachments beside it.
    pub fn dump(&mut self) -> String {
        let workspace = self.workspace();
        let rows = kring_store::dump::everything(workspace.db()).unwrap();
        rows + &workspace.attachments().dump().unwrap()
    }

    /// Checks the store; the digest of its state.
    pub fn check(&mut self) -> Result<String> {
        self.workspace()
            .check(|_, _| {})
            .map(|checked| checked.state.to_string())
    }

    /// The member who works on this laptop.
    pub fn member(&mut self) -> String {
        self.workspace().person().unwrap().to_string()
    }
}

/// A circle of laptops in a temporary folder. The first is the founder's.
pub struct Circle {
    /// The folder that holds everything; removed at the end.
    pub root: tempfile::TempDir,
    /// The laptops.
    pub laptops: Vec<Laptop>,
    /// The clock they share.
    pub clock: Clock,
    files: u64,
}

/// Names of the demo circle.
pub const PEOPLE: [&str; 10] = [
    "Annelies|van der|Meulen",
    "Bas|de|Wit",
    "Çağlar||Yıldız",
    "Dirk-Jan|op 't|Veld",
    "Eefje|ten|Have",
    "Fatima|el|Amrani",
    "Gé|'t|Hart",
    "Hannah|van den|Berg-de Boer",
    "Ineke||IJsselstein",
    "Jolijn|d'|Hondt",
];

impl Circle {
    /// A circle of this many laptops that joined by card, all with the same state.
    pub fn of(count: usize, seed: u64) -> Self {
        Self::within(memory_folder(), count, seed)
    }

    /// The same in a folder of the caller, such as one in memory.
    pub fn within(root: tempfile::TempDir, count: usize, seed: u64) -> Self {
        let clock = Clock::at(MEETING_DAY_MS);
        let first = seed * 100 + 1;
        let mut founder = Laptop::found(root.path(), "Kenniskring gezinshuizen", PEOPLE[0], first, &clock);
        let mut laptops = Vec::new();
        for (at, person) in PEOPLE.iter().enumerate().take(count).skip(1) {
            clock.advance(1_000);
            laptops.push(Laptop::joined(
                root.path(),
                person,
                first + at as u64,
                &clock,
                &mut founder,
                Right::Member,
            ));
        }
        laptops.insert(0, founder);
        let mut circle = Self {
            root,
            laptops,
            clock,
            files: 0,
        };
        circle.exchange_all();
        circle
    }

    /// A file name that was not used yet.
    pub fn file(&mut self) -> PathBuf {
        self.files += 1;
        self.root.path().join(format!("package-{}.kring", self.files))
    }

    /// A package from one laptop to another.
    pub fn send(&mut self, from: usize, to: usize) -> Report {
        let file = self.file();
        self.laptops[from].export_all(&file);
        self.laptops[to].import(&file).unwrap()
    }

    /// Everybody sends everything to everybody, twice, so that all have all.
    pub fn exchange_all(&mut self) {
        let everybody: Vec<usize> = (0..self.laptops.len()).collect();
        self.exchange_among(&everybody);
    }

    /// The same among some of the laptops.
    pub fn exchange_among(&mut self, laptops: &[usize]) {
        for _ in 0..2 {
            for from in laptops {
                let file = self.file();
                self.laptops[*from].export_all(&file);
                for to in laptops.iter().filter(|to| *to != from) {
                    self.laptops[*to].import(&file).unwrap();
                }
            }
        }
    }

    /// Fails unless everything on every laptop is equal and each store agrees with itself.
    pub fn assert_equal(&mut self) {
        let states = self.states();
        assert!(states.iter().all(|state| *state == states[0]), "{states:?}");
        let views: Vec<String> = self.laptops.iter_mut().map(Laptop::view).collect();
        assert!(
            views.iter().all(|view| *view == views[0]),
            "the views are byte-equal"
        );
        for laptop in &mut self.laptops {
            assert_eq!(
                laptop.check().unwrap(),
                states[0],
                "a rebuilt view equals the stored one"
            );
        }
    }

    /// Some laptops have the same state and view, and each finds its own store sound.
    pub fn assert_equal_among(&mut self, laptops: &[usize], why: &str) {
        let first = (self.laptops[laptops[0]].state(), self.laptops[laptops[0]].view());
        for at in laptops {
            let laptop = &mut self.laptops[*at];
            assert_eq!(laptop.state(), first.0, "laptop {at}: {why}");
            assert!(laptop.view() == first.1, "view of laptop {at}: {why}");
            assert_eq!(laptop.check().unwrap(), first.0, "laptop {at}: {why}");
        }
    }

    /// The state of every laptop.
    pub fn states(&mut self) -> Vec<String> {
        self.laptops.iter_mut().map(Laptop::state).collect()
    }
}

/// A temporary folder, in memory where the system has one, so that syncing costs little.
pub fn memory_folder() -> tempfile::TempDir {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() {
        tempfile::tempdir_in(memory).unwrap()
    } else {
        tempfile::tempdir().unwrap()
    }
}

/// Copies a folder with everything in it, over what is there.
pub fn copy_folder(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy_folder(&path, &target);
        } else {
            std::fs::copy(&path, &target).unwrap();
        }
    }
}

/// What a command answered for a record of this id.
pub fn by_id(id: &str) -> Value {
    json!({ "id": id })
}

/// The code of an error, for assertions.
pub fn code(result: Result<Value>) -> String {
    match result {
        Err(error) => error.code().to_owned(),
        Ok(value) => panic!("not refused but answered {value}"),
    }
}
