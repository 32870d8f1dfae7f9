//! The folder that a circle shares: choosing it, leaving it, how it stands, and a look at it by hand.

use kring_store::table::shared_file::Fate;
use schemars::JsonSchema;
use serde::Serialize;

use super::store::Deed;
use crate::desk::{Desk, Nothing};
use crate::error::{Result, Told};
use crate::exchange::report::Report;
use crate::exchange::shared::{Condition, Synced};
use crate::workspace::Workspace;

/// How the shared folder stands.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SharedFolder {
    /// Its name, without the place where it lies; absent when none was chosen.
    pub name: Option<String>,
    /// How it stands.
    pub condition: Condition,
    /// That in a sentence.
    pub sentence: String,
    /// What to do about it; empty when there is nothing to do.
    pub todo: String,
    /// When everything was last read and written, UTC milliseconds.
    pub fine_ms: Option<u64>,
    /// How many files are not whole yet.
    pub waiting: u64,
    /// Files that could not be taken over.
    pub refused: Vec<RefusedFile>,
}

/// A file of the shared folder that could not be taken over.
#[derive(Debug, Serialize, JsonSchema)]
pub struct RefusedFile {
    /// Its name.
    pub name: String,
    /// Why, and what to do.
    pub told: Told,
}

/// What a look at the shared folder did.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SyncedFolder {
    /// How the folder stands now.
    pub folder: SharedFolder,
    /// What was taken over, file by file; only files that brought something.
    pub took: Vec<Report>,
    /// How many changes were written for the others.
    pub wrote: u64,
    /// Whether there is more to read.
    pub more: bool,
    /// What a screen reads again.
    pub changed: Vec<&'static str>,
}

/// What a screen shows of the folder changed.
pub const SHARED: &str = "shared_folder";

/// How the shared folder stands.
pub fn show(desk: &mut Desk<'_>, _: Nothing) -> Result<SharedFolder> {
    view(desk.workspace)
}

/// Lets the member choose the folder and looks at it at once. Without a choice everything stays.
pub fn choose(desk: &mut Desk<'_>, _: Nothing) -> Result<SyncedFolder> {
    let Some(folder) = desk.host.choose_folder() else {
        return answer(desk.workspace, None);
    };
    desk.workspace.share_in(&folder)?;
    sync(desk, Nothing {})
}

/// Shares through no folder any more.
pub fn leave(desk: &mut Desk<'_>, _: Nothing) -> Result<Deed> {
    Ok(Deed {
        done: desk.workspace.leave_shared_folder()?,
    })
}

/// Reads what is new in the folder and writes what the others cannot get there yet.
pub fn sync(desk: &mut Desk<'_>, _: Nothing) -> Result<SyncedFolder> {
    let synced = desk.workspace.sync_folder(usize::MAX, desk.host)?;
    answer(desk.workspace, Some(synced))
}

/// What changed for a screen.
pub fn changed(synced: &Synced) -> Vec<&'static str> {
    match (synced.took.is_empty(), synced.wrote > 0 || synced.is_news) {
        (false, _) => vec!["*"],
        (true, true) => vec![SHARED],
        (true, false) => Vec::new(),
    }
}

fn answer(workspace: &Workspace, synced: Option<Synced>) -> Result<SyncedFolder> {
    Ok(SyncedFolder {
        folder: view(workspace)?,
        changed: synced.as_ref().map(changed).unwrap_or_default(),
        wrote: synced.as_ref().map_or(0, |synced| synced.wrote),
        more: synced.as_ref().is_some_and(|synced| synced.more),
        took: synced.map(|synced| synced.took).unwrap_or_default(),
    })
}

fn view(workspace: &Workspace) -> Result<SharedFolder> {
    let words = workspace.words();
    let look = workspace.last_look()?;
    let troubles = workspace.shared_troubles()?;
    let (key, has_todo) = match look.condition {
        Condition::New => ("shared-new", false),
        Condition::Fine => ("shared-fine", false),
        Condition::Gone => ("shared-gone", true),
        Condition::ReadOnly => ("shared-read-only", true),
        Condition::Full => ("shared-full", true),
    };
    let told = |code: &str| Told {
        code: code.to_owned(),
        happened: words.say(code),
        todo: words.say(&format!("{code}-todo")),
    };
    let refused = troubles.iter().filter(|row| row.fate == Fate::Refused);
    Ok(SharedFolder {
        name: workspace.shared_folder_name()?,
        condition: look.condition,
        sentence: words.say(key),
        todo: if has_todo {
            words.say(&format!("{key}-todo"))
        } else {
            String::new()
        },
        fine_ms: look.fine_ms,
        waiting: troubles.iter().filter(|row| row.fate == Fate::Waiting).count() as u64,
        refused: refused
            .map(|row| RefusedFile {
                name: row.name.clone(),
                told: told(&row.code),
            })
            .collect(),
    })
}
