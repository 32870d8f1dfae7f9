//! The circles on this laptop: where their stores lie, and beginning a new one. A beginning that
//! fails or is cut off leaves nothing behind.

use std::fs;
use std::path::{Path, PathBuf};

use kring_domain::name::PersonName;
use kring_domain::text::Value;
use kring_store::folder::{Folder, write_whole};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::key_sheet::{self, PrintedSheet};
use super::{App, FrontDesk, OpenCircle};
use crate::desk::Nothing;
use crate::error::{ApiError, Refusal, Result};
use crate::host::{Secret, random};
use crate::use_case::exchange::safe_file_name;
use crate::use_case::name_of_file;
use crate::workspace::{NewCircle, NewStore, PrintedKeys, Workspace};

/// How a marker is called that lies beside the folder of a store that is being made.
const UNFINISHED: &str = "unfinished";

impl App {
    fn circles_folder(&self) -> PathBuf {
        self.places.home.join("circles")
    }

    /// The handles of all stores on this laptop, in order.
    pub(super) fn stores(&self) -> Result<Vec<String>> {
        let folder = self.circles_folder();
        if !folder.is_dir() {
            return Ok(Vec::new());
        }
        let mut handles = Vec::new();
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() && Folder::new(&path).holds_store() {
                handles.extend(path.file_name().map(|name| name.to_string_lossy().into_owned()));
            }
        }
        handles.sort();
        Ok(handles)
    }

    /// The handles of the stores that are not open.
    pub(super) fn closed(&self) -> Result<Vec<String>> {
        let mut handles = self.stores()?;
        handles.retain(|handle| self.circles.iter().all(|open| open.handle != *handle));
        Ok(handles)
    }

    /// The folder of a store.
    pub(super) fn folder(&self, handle: &str) -> Folder {
        Folder::new(self.circles_folder().join(handle))
    }

    /// Removes stores whose making was cut off: nobody has seen their keys.
    pub(super) fn remove_unfinished(&self) -> Result<()> {
        let Ok(entries) = fs::read_dir(self.circles_folder()) else {
            return Ok(());
        };
        for marker in entries.flatten().map(|entry| entry.path()) {
            if marker.extension().is_none_or(|ending| ending != UNFINISHED) {
                continue;
            }
            let folder = Folder::new(marker.with_extension(""));
            // One that is locked is being made right now, by another start of the app.
            let is_left = !folder.path().is_dir() || folder.lock().is_ok();
            if is_left {
                remove_if_there(folder.path())?;
                fs::remove_file(marker)?;
            }
        }
        Ok(())
    }

    /// Makes a store and opens it, or leaves nothing behind.
    fn make(
        &mut self,
        name: PersonName,
        passphrase: String,
        found: impl FnOnce(NewStore) -> Result<(Workspace, PrintedKeys)>,
    ) -> Result<NewCircleKeys> {
        self.check_same_passphrase(&passphrase)?;
        let mut surroundings = (self.surroundings)();
        let handle = hex::encode(random::<8>(&mut *surroundings));
        let folder = self.folder(&handle);
        fs::create_dir_all(self.circles_folder())?;
        let marker = folder.path().with_extension(UNFINISHED);
        write_whole(&marker, b"")?;
        let made = found(NewStore {
            folder: folder.clone(),
            passphrase,
            kdf: self.kdf,
            name,
            language: self.words.language(),
            surroundings,
        });
        let made = made.and_then(|(workspace, keys)| {
            let printed = PrintedSheet::from(&keys);
            key_sheet::keep(&workspace, &printed)?;
            Ok((workspace, printed))
        });
        if made.is_err() {
            remove_if_there(folder.path())?;
        }
        fs::remove_file(&marker)?;
        let (workspace, printed) = made?;
        self.circles.push(OpenCircle {
            handle: handle.clone(),
            workspace,
        });
        Ok(NewCircleKeys { handle, printed })
    }

    /// A member has one passphrase for all circles on a laptop: another one is a typing error.
    fn check_same_passphrase(&self, passphrase: &str) -> Result<()> {
        let mut real = self.circles.iter().filter(|open| !self.is_sample(open));
        match real.next() {
            Some(open) => open
                .workspace
                .try_passphrase(passphrase)
                .map_err(|_| Refusal::OtherPassphrase.into()),
            None if self.stores()?.is_empty() => Ok(()),
            None => Err(Refusal::CircleClosed.into()),
        }
    }
}

fn remove_if_there(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    Ok(())
}

/// A circle to begin.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FoundCircle {
    /// The name of who begins it.
    pub name: PersonName,
    /// The circle's name.
    pub circle: String,
}

/// A store that was made, with the keys that go on paper.
#[derive(Debug, Serialize, JsonSchema)]
pub struct NewCircleKeys {
    /// What requests call the circle.
    pub handle: String,
    /// The keys.
    pub printed: PrintedSheet,
}

/// What requests call a circle.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CircleHandle {
    /// The handle.
    pub handle: String,
}

/// A file that was written.
#[derive(Debug, Serialize, JsonSchema)]
pub struct WrittenFile {
    /// Its name.
    pub name: String,
    /// Its length in bytes.
    pub bytes: u64,
}

/// Begins a circle.
pub(super) fn found(desk: &mut FrontDesk<'_>, input: FoundCircle) -> Result<NewCircleKeys> {
    let passphrase = desk.secret(Secret::NewPassphrase)?;
    let circle = NewCircle {
        name: input.circle,
        sample: false,
    };
    desk.app
        .make(input.name, passphrase, |new| Workspace::found(new, circle))
}

/// Who asks to be let into a circle.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AskToJoin {
    /// Their name.
    pub name: PersonName,
}

/// Makes a store that waits for a circle.
pub(super) fn ask_to_join(desk: &mut FrontDesk<'_>, input: AskToJoin) -> Result<NewCircleKeys> {
    let passphrase = desk.secret(Secret::NewPassphrase)?;
    desk.app.make(input.name, passphrase, |new| {
        Workspace::ask_to_join(new).map(|(workspace, _, keys)| (workspace, keys))
    })
}

/// Writes the card that the store asks with, and shows it in the file manager.
pub(super) fn write_card(desk: &mut FrontDesk<'_>, _: Nothing) -> Result<WrittenFile> {
    let workspace = desk.workspace()?;
    if workspace.circle().is_some() {
        return Err(Refusal::CircleAlready.into());
    }
    let (name, card) = workspace.own_card_file()?.ok_or(Refusal::NotACard)?;
    let words = desk
        .app
        .words()
        .say_with("card-name", &[("name", Value::from(name.full()))]);
    let suggested = format!("{}.kringkaart", safe_file_name(&words));
    let target = desk.host.target(&suggested).ok_or(ApiError::NoFile)?;
    write_whole(&target, &card)?;
    desk.host.reveal(&target);
    Ok(WrittenFile {
        name: name_of_file(&target),
        bytes: card.len() as u64,
    })
}
