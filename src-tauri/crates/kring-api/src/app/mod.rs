//! Everything before and around an open circle: which circles there are, unlocking and locking them,
//! settings, files that came in, drafts left behind, the sample circle. Window and test bridge own one
//! [`App`] and know nothing else of the core. It knows no window and no protocol.

#![allow(clippy::needless_pass_by_value)] // every command hands its input over whole

mod address;
mod at_hand;
mod backups;
mod circles;
mod command;
mod files;
mod front_desk;
mod key_sheet;
mod lock;
mod request;
mod sample;
mod search;
mod settings;
mod shared;
mod stage;
pub mod story;
mod temporary;
mod view;

use std::path::PathBuf;

use kring_domain::text::Catalogue;
use serde_json::{Map, Value};

pub use crate::workspace::DueBackup;
pub use address::OpenAddress;
pub use circles::{AskToJoin, CircleHandle, FoundCircle, NewCircleKeys, WrittenFile};
pub use command::{APP_COMMANDS, AppRun};
pub use files::{Asked, ByFile, ChooseFiles, FileKind, FilesFor, OpenedFile};
pub use front_desk::FrontDesk;
pub use key_sheet::PrintedSheet;
pub use request::{Answer, Changed, Request, Secrets};
pub use search::{FoundInCircle, SearchAll};
pub use settings::{Appearance, ChangeSettings, LanguageCode, Settings};
pub use shared::Looked;
pub use view::{AppView, CircleEntry, Phase};

use self::at_hand::{AtHand, Nobody};
use self::files::Files;
use self::sample::Sample;
use self::settings::SettingsFile;
use crate::command::{self as commands, check_fields};
use crate::desk::Desk;
use crate::error::{Refusal, Result};
use crate::host::{Host, Surroundings};
use crate::use_case::draft;
use crate::workspace::{Kdf, Workspace};

/// Where the app keeps things.
#[derive(Debug, Clone)]
pub struct Places {
    /// The data folder: circles and settings.
    pub home: PathBuf,
    /// Where files go that the member keeps, unless they choose another folder.
    pub documents: PathBuf,
    /// A private folder, in memory if the system has one, for what is cleared again.
    pub temporary: PathBuf,
}

/// Makes time and randomness for one circle.
pub type MakeSurroundings = Box<dyn Fn() -> Box<dyn Surroundings> + Send>;

/// The app around its circles.
pub struct App {
    places: Places,
    surroundings: MakeSurroundings,
    kdf: Kdf,
    version: &'static str,
    settings: SettingsFile,
    words: Catalogue,
    circles: Vec<OpenCircle>,
    sample: Option<Sample>,
    files: Files,
}

/// A circle that is open.
struct OpenCircle {
    handle: String,
    workspace: Workspace,
}

impl App {
    /// Opens the app, with every circle locked. What a crash left behind is cleared.
    pub fn open(
        places: Places,
        surroundings: MakeSurroundings,
        kdf: Kdf,
        version: &'static str,
    ) -> Result<Self> {
        let settings = SettingsFile::read(places.home.join("settings.json"), places.documents.clone());
        let app = Self {
            words: Catalogue::new(settings.language()),
            settings,
            surroundings,
            kdf,
            version,
            circles: Vec::new(),
            sample: None,
            files: Files::default(),
            places,
        };
        app.clear_temporary();
        app.remove_unfinished()?;
        Ok(app)
    }

    /// The sentences of the app in the member's language.
    pub fn words(&self) -> &Catalogue {
        &self.words
    }

    /// Light, dark, or as the system is: what the member chose.
    pub fn appearance(&self) -> Appearance {
        self.settings.view().theme
    }

    /// Does what a window asks.
    pub fn call(&mut self, request: Request, host: &mut dyn Host) -> Result<Answer> {
        let Request {
            circle,
            name,
            input,
            file,
            files,
            secrets,
        } = request;
        let mut at_hand = AtHand {
            host,
            secrets,
            files: file
                .into_iter()
                .chain(files)
                .map(|file| self.files.path(file))
                .collect::<Result<_>>()?,
            folder: self.settings.folder(),
            temporary: self.places.temporary.clone(),
        };
        let input = match input {
            Value::Null => Value::Object(Map::new()),
            input => input,
        };
        if let Some(command) = APP_COMMANDS.iter().find(|command| command.name == name) {
            check_fields(&(command.input)(), &input)?;
            // Going back changes everything that a circle shows; other commands of the app change no record.
            let changed = circle
                .clone()
                .filter(|_| name == "restore_backup")
                .map(|circle| Changed {
                    circle,
                    kinds: vec![EVERYTHING.to_owned()],
                });
            let mut desk = FrontDesk {
                app: self,
                circle,
                host: &mut at_hand,
            };
            let value = (command.run)(&mut desk, input)?;
            return Ok(Answer { value, changed });
        }
        let handle = circle.ok_or(Refusal::CircleClosed)?;
        let takes_over = matches!(name.as_str(), "import_package" | "import_packages")
            && input["preview"] != Value::Bool(true);
        let mut desk = Desk {
            workspace: self.workspace(&handle)?,
            host: &mut at_hand,
        };
        let value = commands::call(&mut desk, &name, input)?;
        let mut kinds = std::mem::take(&mut desk.workspace.core.drafts.changed);
        kinds.extend(changed_kinds(&value));
        if takes_over || MEMBERSHIP.contains(&name.as_str()) {
            kinds = vec![EVERYTHING.to_owned()];
        }
        kinds.sort_unstable();
        kinds.dedup();
        let changed = (!kinds.is_empty()).then_some(Changed {
            circle: handle,
            kinds,
        });
        Ok(Answer { value, changed })
    }

    /// Closes the app: typing becomes part of the circle, circles lock, what is not kept is removed.
    pub fn close(&mut self) -> Result<()> {
        let settled = self.settle_drafts(&mut Nobody);
        self.shut();
        settled
    }

    /// The open circle of this handle.
    fn workspace(&mut self, handle: &str) -> Result<&mut Workspace> {
        let open = self.circles.iter_mut().find(|open| open.handle == handle);
        open.map(|open| &mut open.workspace)
            .ok_or(Refusal::CircleClosed.into())
    }

    /// Settles every draft of every open circle. Answers the first store that failed, after all were tried.
    fn settle_drafts(&mut self, host: &mut dyn Host) -> Result<()> {
        let mut result = Ok(());
        for open in &mut self.circles {
            result = result.and(draft::settle_all_of(&mut open.workspace, host));
        }
        result
    }

    /// Closes every store and clears what is not kept.
    fn shut(&mut self) {
        self.circles.clear();
        self.sample = None;
        self.clear_temporary();
    }

    fn clear_temporary(&self) {
        temporary::clear(&self.places.temporary, temporary::PRINT);
        temporary::clear(&self.places.temporary, temporary::SAMPLE);
    }
}

/// Says that every kind of record may have changed.
const EVERYTHING: &str = "*";
/// Commands that change who may do what, or what is here, and so what counts.
const MEMBERSHIP: &[&str] = &[
    "set_right",
    "approve_card",
    "remove_member",
    "remove_device",
    "bring_back_member",
    "hand_over",
    "use_circle_key",
    "admit_segments",
    "rotate_key",
    "close_circle",
    "invite",
    "withdraw_invitation",
    "undo_import",
    "retry_quarantine",
];

/// The kinds of record that an answer says changed.
fn changed_kinds(value: &Value) -> Vec<String> {
    let changed = value.get("changed").and_then(Value::as_array);
    changed
        .into_iter()
        .flatten()
        .filter_map(|kind| kind.as_str().map(str::to_owned))
        .collect()
}

impl std::fmt::Debug for App {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "App({} open)", self.circles.len())
    }
}
