//! Plays the story of the sample circle on three laptops in one folder: a coordinator, a parent and a
//! young person, who meet and exchange packages. The coordinator's store is the sample circle.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use chrono::{Datelike, Duration, NaiveDate, Weekday};
use kring_domain::date;
use kring_domain::id::MemberId;
use kring_domain::name::PersonName;
use kring_domain::text::Language;
use kring_store::folder::Folder;
use kring_sync::package::ManifestPurpose;
use kring_trust::operation::Right;
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use serde_json::{Value, json};

use super::at_hand::Nobody;
use super::request::Secrets;
use super::story::{Reference, Story, StoryError};
use super::{AtHand, MakeSurroundings};
use crate::command;
use crate::desk::Desk;
use crate::error::{ApiError, Refusal, Result};
use crate::exchange::import::Mode;
use crate::exchange::join::Newcomer;
use crate::exchange::outgoing::Extent;
use crate::host::{Host, Progress, Surroundings, random};
use crate::workspace::{Kdf, NewCircle, NewStore, Workspace};

/// The coordinator, whose laptop the sample circle is seen on.
const COORDINATOR: &str = "Annelies";
/// The other two with a laptop, with their names in parts.
const PARENT: (&str, &str) = ("Bas", "Bas|de|Wit");
const YOUTH: (&str, &str) = ("Fatima", "Fatima|el|Amrani");
/// The day of the fourth meeting as the story tells it: the next one, whenever the sample is opened.
const FOURTH_MEETING: (i32, u32, u32) = (2026, 3, 12);
/// At least this many days lie before the next meeting: time enough to prepare.
const DAYS_BEFORE: i64 = 5;
/// Between two deeds of the story.
const STEP_MS: u64 = 60_000;
/// Nobody types this passphrase, so nothing is won by making it costly.
const CHEAP: Kdf = Kdf {
    memory_kib: 8,
    passes: 1,
    lanes: 1,
};

/// Every chapter that is played, in order.
const CHAPTERS: [&str; 14] = [
    "beginning",
    "programme",
    "first-meeting",
    "second-meeting",
    "third-meeting",
    "parent-answers",
    "closing-three",
    "agenda",
    "evidence",
    "before-fourth",
    "annelies-rewords",
    "practice",
    "parent-before-fourth",
    "youth-before-fourth",
];

/// The circle while its story is played.
struct Stage<'a> {
    host: &'a mut dyn Host,
    /// How many steps of the story were played, of how many.
    done: u64,
    total: u64,
    folder: &'a Path,
    make: &'a MakeSurroundings,
    language: Language,
    /// What every laptop's clock shows; 0 when the story is over and the real clock counts.
    clock: Arc<AtomicU64>,
    story: Story,
    laptops: Vec<(&'static str, Workspace)>,
    packages: u32,
}

/// Plays the story in a folder; answers the coordinator's workspace, from then on at the real time.
pub(super) fn play(
    folder: &Path,
    make: &MakeSurroundings,
    language: Language,
    host: &mut dyn Host,
) -> Result<Workspace> {
    let today = date::civil(make().now_ms()).date();
    let story = Story::read()?.with_life()?.moved(weeks_to(today));
    let mut stage = Stage {
        host,
        done: 0,
        total: story.steps(&CHAPTERS),
        folder,
        make,
        language,
        clock: Arc::new(AtomicU64::new(0)),
        story,
        laptops: Vec::new(),
        packages: 0,
    };
    stage.first_three_meetings()?;
    stage.before_the_fourth()?;
    stage.clock.store(0, Ordering::SeqCst);
    let coordinator = stage.laptops.swap_remove(0).1;
    for (owner, others) in stage.laptops {
        drop(others);
        fs::remove_dir_all(folder.join(owner))?;
    }
    Ok(coordinator)
}

/// By how many weeks the story moves, so that the fourth meeting is on the first of its weekdays that
/// leaves days to prepare.
fn weeks_to(today: NaiveDate) -> i64 {
    let (year, month, day) = FOURTH_MEETING;
    let fourth = NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default();
    let mut next = today + Duration::days(DAYS_BEFORE);
    while next.weekday() != Weekday::Thu {
        next += Duration::days(1);
    }
    (next - fourth).num_weeks()
}

impl Stage<'_> {
    fn first_three_meetings(&mut self) -> Result<()> {
        self.on(2025, 9, 1);
        self.found()?;
        self.let_in(PARENT)?;
        self.play("beginning")?;
        self.play("programme")?;
        self.let_in(YOUTH)?;
        self.on(2025, 9, 11);
        self.play("first-meeting")?;
        self.on(2025, 11, 13);
        self.play("second-meeting")?;
        self.on(2026, 1, 22);
        self.play("third-meeting")?;
        self.send(COORDINATOR, &[PARENT.0])?;
        self.on(2026, 1, 24);
        self.play("parent-answers")?;
        self.send(PARENT.0, &[COORDINATOR])?;
        self.play("closing-three")
    }

    fn before_the_fourth(&mut self) -> Result<()> {
        self.on(2026, 2, 10);
        self.play("agenda")?;
        self.import_studies()?;
        self.play("evidence")?;
        self.play("before-fourth")?;
        self.send(COORDINATOR, &[PARENT.0, YOUTH.0])?;
        self.on(2026, 2, 21);
        self.play("annelies-rewords")?;
        self.play("practice")?;
        self.play("parent-before-fourth")?;
        self.send(PARENT.0, &[COORDINATOR])?;
        let unseen = self.call(COORDINATOR, "list_unseen", json!({}))?;
        let ids: Vec<&Value> = unseen
            .as_array()
            .into_iter()
            .flatten()
            .map(|row| &row["id"])
            .collect();
        self.call(COORDINATOR, "mark_seen", json!({ "ids": ids }))?;
        self.play("youth-before-fourth")?;
        self.send(YOUTH.0, &[COORDINATOR])
    }

    /// Turns the clock to ten in the morning of a day of the story.
    fn on(&self, year: i32, month: u32, day: u32) {
        let day = NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default();
        let morning = self.story.day(day).and_hms_opt(10, 0, 0).unwrap_or_default();
        let ms = u64::try_from(morning.and_utc().timestamp_millis()).unwrap_or_default();
        self.clock.store(ms, Ordering::SeqCst);
    }

    /// What a laptop's new store needs. Its passphrase is typed by nobody and kept nowhere.
    fn new_store(&self, owner: &str, bars: &str) -> NewStore {
        let mut surroundings = (self.make)();
        let passphrase = hex::encode(random::<32>(&mut *surroundings));
        NewStore {
            folder: Folder::new(self.folder.join(owner)),
            passphrase,
            kdf: CHEAP,
            name: PersonName::from_bars(bars),
            language: self.language,
            surroundings: Box::new(Staged {
                clock: Arc::clone(&self.clock),
                story: ChaCha20Rng::seed_from_u64(self.laptops.len() as u64),
                secrets: SECRETS,
                real: surroundings,
            }),
        }
    }

    fn found(&mut self) -> Result<()> {
        let bars = self.story.laptops.get(COORDINATOR).cloned().unwrap_or_default();
        let circle = NewCircle {
            name: self.story.name.clone(),
            sample: true,
        };
        let (workspace, _) = Workspace::found(self.new_store(COORDINATOR, &bars), circle)?;
        let person = json!(workspace.person());
        self.laptops.push((COORDINATOR, workspace));
        let shown = self.call(COORDINATOR, "show_circle", json!({}))?;
        self.story.name("kring", &shown["record"]["id"])?;
        Ok(self.story.name(COORDINATOR, &person)?)
    }

    /// Someone joins by card, under the name they stand in the circle with already, and has everything.
    fn let_in(&mut self, (owner, bars): (&'static str, &str)) -> Result<()> {
        let (mut newcomer, card, _) = Workspace::ask_to_join(self.new_store(owner, bars))?;
        let (card_file, answer) = (self.file(), self.file());
        fs::write(&card_file, card)?;
        let person = match self.story.made(owner) {
            Ok(member) => Newcomer::Member(MemberId(
                member
                    .parse()
                    .map_err(|_| StoryError::Unknown(owner.to_owned()))?,
            )),
            Err(_) => Newcomer::New,
        };
        let coordinator = self.laptop(COORDINATOR)?;
        let approved = coordinator.approve_card(&card_file, Right::Member, person, &answer)?;
        let genesis = coordinator.core.circle()?.genesis.encode();
        // No store may enter a sample circle by its answer alone.
        newcomer.enter_circle(&genesis, approved.member)?;
        newcomer.import_package(&answer, Mode::TakeOver, &mut Nobody)?;
        self.laptops.push((owner, newcomer));
        Ok(self.story.name(owner, &json!(approved.member))?)
    }

    fn laptop(&mut self, owner: &str) -> Result<&mut Workspace> {
        // Who has no laptop in the sample has their part played at the coordinator's, the first.
        let at = self.laptops.iter().position(|(name, _)| *name == owner);
        let laptop = self.laptops.get_mut(at.unwrap_or(0));
        laptop
            .map(|(_, workspace)| workspace)
            .ok_or(Refusal::CircleClosed.into())
    }

    fn call(&mut self, owner: &str, name: &str, input: Value) -> Result<Value> {
        self.clock.fetch_add(STEP_MS, Ordering::SeqCst);
        let mut desk = Desk {
            workspace: self.laptop(owner)?,
            host: &mut Nobody,
        };
        command::call(&mut desk, name, input)
    }

    fn play(&mut self, chapter: &str) -> Result<()> {
        // The story is taken out while it is played: its steps need the laptops.
        let mut story = std::mem::take(&mut self.story);
        let played = story.play(chapter, |owner, name, input| {
            self.show_progress()?;
            self.call(owner, name, input.clone())
        });
        self.story = story;
        played.map(drop)
    }

    /// Shows how far the story is, and stops where the member wants it to.
    fn show_progress(&mut self) -> Result<()> {
        self.done += 1;
        self.host.progress(Progress {
            step: "progress-sample",
            done: self.done,
            total: self.total,
        });
        if self.host.is_cancelled() {
            return Err(ApiError::Cancelled);
        }
        Ok(())
    }

    fn file(&mut self) -> PathBuf {
        self.packages += 1;
        self.folder.join(format!("{}.kring", self.packages))
    }

    /// A package from one laptop to others.
    fn send(&mut self, from: &str, to: &[&str]) -> Result<()> {
        let file = self.file();
        self.clock.fetch_add(STEP_MS, Ordering::SeqCst);
        self.laptop(from)?
            .write_package(&file, Extent::Missing, ManifestPurpose::Sync)?;
        for to in to {
            self.laptop(to)?
                .import_package(&file, Mode::TakeOver, &mut Nobody)?;
        }
        Ok(fs::remove_file(file)?)
    }

    /// Reads the studies from a file as another program would write it.
    fn import_studies(&mut self) -> Result<()> {
        let references = Reference::read()?;
        let file = self.folder.join("studies.json");
        let csl: Value = references.iter().map(Reference::csl).collect();
        fs::write(&file, csl.to_string())?;
        let mut host = AtHand {
            host: &mut Nobody,
            secrets: Secrets::default(),
            files: vec![file.clone()],
            folder: PathBuf::new(),
            temporary: PathBuf::new(),
        };
        let mut desk = Desk {
            workspace: self.laptop(COORDINATOR)?,
            host: &mut host,
        };
        command::call(&mut desk, "import_studies", json!({}))?;
        fs::remove_file(file)?;
        let studies = self.call(COORDINATOR, "list_studies", json!({}))?;
        for reference in references {
            let mut listed = studies.as_array().into_iter().flatten();
            let study = listed.find(|study| study["title"] == reference.title.as_str());
            self.story
                .name(&reference.id, study.map_or(&Value::Null, |study| &study["id"]))?;
        }
        Ok(())
    }
}

impl From<StoryError> for ApiError {
    fn from(error: StoryError) -> Self {
        Self::Input(error.to_string())
    }
}

/// A new store draws its key and its recovery key first. These two are never the story's.
const SECRETS: u32 = 2;

/// The time and randomness of the story while it is played, and the real ones afterwards.
struct Staged {
    clock: Arc<AtomicU64>,
    story: ChaCha20Rng,
    secrets: u32,
    real: Box<dyn Surroundings>,
}

impl Surroundings for Staged {
    fn now_ms(&self) -> u64 {
        match self.clock.load(Ordering::SeqCst) {
            0 => self.real.now_ms(),
            told => told,
        }
    }

    fn fill_random(&mut self, bytes: &mut [u8]) {
        if self.secrets > 0 || self.clock.load(Ordering::SeqCst) == 0 {
            self.secrets = self.secrets.saturating_sub(1);
            self.real.fill_random(bytes);
        } else {
            self.story.fill_bytes(bytes);
        }
    }

    /// None: a store that is never opened again needs no marker to notice that it was copied.
    fn state_folder(&self) -> Option<PathBuf> {
        None
    }

    fn machine(&self) -> String {
        self.real.machine()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_meeting_is_always_five_to_eleven_days_ahead_on_the_same_weekday() {
        let fourth = NaiveDate::from_ymd_opt(2026, 3, 12).unwrap();
        let first = NaiveDate::from_ymd_opt(2024, 2, 20).unwrap();
        for today in first.iter_days().take(800) {
            let next = fourth + Duration::weeks(weeks_to(today));
            let ahead = (next - today).num_days();
            assert!((5..=11).contains(&ahead), "{today}: {ahead} days ahead");
        }
    }
}
