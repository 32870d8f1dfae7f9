//! Files that came in: chosen in a dialog, dropped on the window, double-clicked. A window knows them
//! by number and name; where they lie it never learns.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{App, FrontDesk, Request};
use crate::desk::{ById, Nothing};
use crate::error::{Refusal, Result};
use crate::exchange::batch::packages_in;
use crate::host::FilePurpose;
use crate::use_case::store::Deed;

/// At most this many files wait at once; someone who drops a whole folder gets the first of them.
const MOST: usize = 500;

/// A file that came in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct OpenedFile {
    /// Its number: what a request names it by.
    pub file: u32,
    /// Its name without the folder.
    pub name: String,
    /// What it is, judged by the end of its name; what is in it is judged when it is read.
    pub kind: FileKind,
}

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum FileKind {
    /// A package to take over.
    Package,
    /// References of another program.
    Studies,
    /// The card of someone who wants to join.
    Card,
    /// Something else.
    Other,
}

impl FileKind {
    fn of(path: &Path) -> Self {
        let ending = path
            .extension()
            .map(|ending| ending.to_string_lossy().to_lowercase());
        match ending.as_deref() {
            Some("kring") => Self::Package,
            Some("kringkaart") => Self::Card,
            Some("ris" | "bib" | "json") => Self::Studies,
            _ => Self::Other,
        }
    }
}

/// The files that came in and were not dropped yet.
#[derive(Default)]
pub(super) struct Files {
    last: u32,
    known: BTreeMap<u32, (PathBuf, Came)>,
}

/// How a file came in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Came {
    Offered,
    Chosen,
}

impl Files {
    fn add(&mut self, path: PathBuf, came: Came) -> Option<u32> {
        if self.known.len() >= MOST {
            return None;
        }
        self.last += 1;
        self.known.insert(self.last, (path, came));
        Some(self.last)
    }

    /// Where a file lies.
    pub fn path(&self, file: u32) -> Result<PathBuf> {
        let known = self.known.get(&file);
        known
            .map(|(path, _)| path.clone())
            .ok_or(Refusal::FileUnreadable.into())
    }

    fn view(&self, wanted: impl Fn(u32, Came) -> bool) -> Vec<OpenedFile> {
        let wanted = self
            .known
            .iter()
            .filter(|(file, (_, came))| wanted(**file, *came));
        let view = |(file, (path, _)): (&u32, &(PathBuf, Came))| OpenedFile {
            file: *file,
            name: path
                .file_name()
                .map(|name| name.to_string_lossy().into_owned())
                .unwrap_or_default(),
            kind: FileKind::of(path),
        };
        wanted.map(view).collect()
    }

    /// The files that the member did not choose in a dialog, in order of arrival.
    pub fn opened(&self) -> Vec<OpenedFile> {
        self.view(|_, came| came == Came::Offered)
    }
}

/// What a call asks of the member in a dialog.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// Files to read.
    Files(FilePurpose),
    /// The folder that documents and packages go to.
    Folder,
    /// The folder that a circle shares.
    SharedFolder,
}

impl App {
    /// What a call will ask of the member. A dialog may stand open for hours, so a window asks before it
    /// takes the app, and its host answers what was chosen.
    pub fn asks(request: &Request) -> Option<Asked> {
        let purpose = match request.name.as_str() {
            "choose_folder" => return Some(Asked::Folder),
            "choose_shared_folder" => return Some(Asked::SharedFolder),
            "choose_files" => ChooseFiles::deserialize(&request.input).ok()?.purpose.into(),
            "import_package" | "import_packages" | "accept_invitation" => FilePurpose::Packages,
            "import_studies" => FilePurpose::Studies,
            "attach_files" => ById::deserialize(&request.input)
                .map(|_| FilePurpose::Attachments)
                .ok()?,
            "view_card" | "approve_card" => FilePurpose::JoinCard,
            _ => return None,
        };
        // The file that a request names is at hand.
        (request.file.is_none() && request.files.is_empty()).then_some(Asked::Files(purpose))
    }

    /// Takes files in that were double-clicked, dropped or named at the start. Answers how many are
    /// new; one that waits already is not taken in twice. A folder stands for the packages in it.
    pub fn offer(&mut self, paths: Vec<PathBuf>) -> usize {
        let mut taken = 0;
        // A folder that cannot be read brings nothing.
        let files = paths.into_iter().flat_map(|path| {
            if path.is_dir() {
                packages_in(&path).unwrap_or_default()
            } else {
                vec![path]
            }
        });
        for path in files {
            let waits = |(known, came): &(PathBuf, Came)| *known == path && *came == Came::Offered;
            if path.is_file() && !self.files.known.values().any(waits) {
                taken += usize::from(self.files.add(path, Came::Offered).is_some());
            }
        }
        taken
    }
}

/// What files are chosen for.
#[derive(Debug, Clone, Copy, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ChooseFiles {
    /// The purpose.
    pub purpose: FilesFor,
}

/// The purpose of a choice.
#[derive(Debug, Clone, Copy, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FilesFor {
    /// Packages to take over.
    Packages,
    /// References of other programs.
    Studies,
    /// The card of someone who wants to join.
    JoinCard,
}

impl From<FilesFor> for FilePurpose {
    fn from(purpose: FilesFor) -> Self {
        match purpose {
            FilesFor::Packages => Self::Packages,
            FilesFor::Studies => Self::Studies,
            FilesFor::JoinCard => Self::JoinCard,
        }
    }
}

/// Lets the member choose files.
pub(super) fn choose(desk: &mut FrontDesk<'_>, input: ChooseFiles) -> Result<Vec<OpenedFile>> {
    let mut chosen = Vec::new();
    for path in desk.host.files(input.purpose.into()) {
        chosen.extend(desk.app.files.add(path, Came::Chosen));
    }
    Ok(desk.app.files.view(|file, _| chosen.contains(&file)))
}

/// The files that were double-clicked or dropped and wait.
pub(super) fn opened(desk: &mut FrontDesk<'_>, _: Nothing) -> Result<Vec<OpenedFile>> {
    Ok(desk.app.files.opened())
}

/// One file by its number.
#[derive(Debug, Clone, Copy, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ByFile {
    /// The number.
    pub file: u32,
}

/// Forgets a file; the file itself stays where it is.
pub(super) fn discard(desk: &mut FrontDesk<'_>, input: ByFile) -> Result<Deed> {
    Ok(Deed {
        done: desk.app.files.known.remove(&input.file).is_some(),
    })
}
