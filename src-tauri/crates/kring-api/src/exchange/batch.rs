//! Taking over several files at once. Each is taken over whole or not at all, by itself; one that is
//! refused does not stop the others, and stopping leaves the store as after the last whole file. A
//! preview takes all of them over in one transaction that is rolled back, and so says what will be.

use std::path::{Path, PathBuf};

use kring_domain::text::Catalogue;
use kring_store::attachment::Attachments;
use kring_store::folder::Folder;
use kring_store::table::segment::{self, Standing};
use kring_store::{Connection, Transaction, journal};
use kring_sync::package::Heading;
use kring_trust::membership::Membership;
use schemars::JsonSchema;
use serde::Serialize;

use super::attachment;
use super::import::{Mode, Own, Taken, agrees, name_of, take_over};
use super::read::{Incoming, quarantine_if_needed};
use super::report::Report;
use crate::error::{ApiError, Refusal, Result, Told};
use crate::host::{Host, Progress};
use crate::use_case::exchange::under_way;
use crate::use_case::name_of_file;
use crate::workspace::{Core, Workspace, state};

/// What several files brought.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Batch {
    /// The files that were looked at, in the order in which they were taken over.
    pub files: Vec<ImportedFile>,
    /// What they brought together. Sender and number are those of the file taken over last.
    pub report: Report,
    /// The member stopped before every file was looked at.
    pub stopped: bool,
}

/// What became of one file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ImportedFile {
    /// Its name.
    pub name: String,
    /// Its place among the files that were given, from 0.
    pub place: u64,
    /// The sender's name; empty if not known.
    pub from: String,
    /// The sender's running number of the package; 0 of a file that was refused.
    pub number: u64,
    /// Which part of the package it is.
    pub part: u64,
    /// In how many parts the package was split.
    pub parts: u64,
    /// Segments in it that are new here.
    pub new: u64,
    /// Segments in it that were here already.
    pub known: u64,
    /// Why it was refused; nothing of it was taken over.
    pub refused: Option<Told>,
}

/// The end of a package's file name.
const ENDING: &str = "kring";
/// At most this many files of a folder are looked at.
const MOST_IN_FOLDER: usize = 500;

/// These files, and in place of a folder the packages in it, in order of name.
pub fn with_folders(paths: Vec<PathBuf>) -> Result<Vec<PathBuf>> {
    let mut files = Vec::with_capacity(paths.len());
    for path in paths {
        if path.is_dir() {
            files.extend(packages_in(&path)?);
        } else {
            files.push(path);
        }
    }
    Ok(files)
}

/// The packages in a folder, in order of name. What lies deeper is another matter.
pub fn packages_in(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(|_| Refusal::FileUnreadable)? {
        let path = entry.map_err(|_| Refusal::FileUnreadable)?.path();
        let is_package = path
            .extension()
            .is_some_and(|ending| ending.eq_ignore_ascii_case(ENDING));
        if is_package && path.is_file() {
            files.push(path);
        }
    }
    files.sort();
    files.truncate(MOST_IN_FOLDER);
    Ok(files)
}

/// A file that is to be taken over, with its place among those given.
struct Given {
    place: u64,
    path: PathBuf,
}

/// What takes one file after the other, or shows what each would bring.
trait Takes {
    fn take(&mut self, file: &Given, host: &mut dyn Host) -> Result<()>;
    /// A file is left out for good.
    fn leave_out(&mut self, file: &Given, error: ApiError) -> Result<()>;
}

/// Takes files in turn. Answers whether the member stopped it.
fn in_turn(takes: &mut impl Takes, given: Vec<Given>, host: &mut dyn Host) -> Result<bool> {
    let total = given.len() as u64;
    let mut done = 0;
    let mut pending = given;
    while !pending.is_empty() {
        let mut has_moved = false;
        let mut refused = Vec::new();
        for file in pending {
            let progress = Progress {
                step: "progress-packages",
                done,
                total,
            };
            match under_way(host, progress).and_then(|()| takes.take(&file, host)) {
                Ok(()) => {
                    has_moved = true;
                    done += 1;
                }
                Err(ApiError::Cancelled) => return Ok(true),
                Err(error) => refused.push((file, error)),
            }
        }
        // The answer that lets this store into the circle may have been among those behind.
        pending = Vec::new();
        for (file, error) in refused {
            if has_moved && may_come_in(&error) {
                pending.push(file);
            } else {
                takes.leave_out(&file, error)?;
            }
        }
    }
    Ok(false)
}

/// Whether another file may change the refusal: in a store that waits for its circle, the answer to its
/// card.
fn may_come_in(error: &ApiError) -> bool {
    matches!(
        error,
        ApiError::Refused(Refusal::NoCircleYet | Refusal::AnswerNotForMe)
    )
}

/// What was taken over so far.
#[derive(Default)]
struct Sum {
    files: Vec<ImportedFile>,
    taken: Option<Taken>,
    said: Vec<Heading>,
    membership: Option<Membership>,
    imports: Vec<i64>,
    safety_words: Option<Vec<String>>,
}

impl Sum {
    fn add(&mut self, db: &Connection, file: &Given, taken: Taken, incoming: Incoming) -> Result<()> {
        let heading = incoming.manifest.heading;
        self.files.push(ImportedFile {
            name: name_of_file(&file.path),
            place: file.place,
            from: name_of(db, &incoming.membership, heading.sender)?,
            number: heading.counter,
            part: heading.part,
            parts: heading.parts,
            new: taken.new,
            known: taken.known,
            refused: None,
        });
        self.imports.extend(taken.import);
        match &mut self.taken {
            Some(sum) => sum.and(taken),
            none => *none = Some(taken),
        }
        self.said.push(heading);
        self.membership = Some(incoming.membership);
        Ok(())
    }

    fn refuse(&mut self, file: &Given, error: &ApiError, words: &Catalogue) {
        self.files.push(ImportedFile {
            name: name_of_file(&file.path),
            place: file.place,
            from: String::new(),
            number: 0,
            part: 1,
            parts: 1,
            new: 0,
            known: 0,
            refused: Some(error.tell(words)),
        });
    }

    /// What all of it brought, by what the database holds now.
    fn batch(self, db: &Connection, words: &Catalogue, stopped: bool) -> Result<Batch> {
        let mut report = match (&self.taken, self.said.last(), &self.membership) {
            (Some(taken), Some(last), Some(membership)) => {
                let mut report = taken.report(db, last, membership)?;
                for heading in &self.said {
                    let agrees = agrees(db, heading, membership, report.state)?;
                    report.state_agrees = match (report.state_agrees, agrees) {
                        (Some(false), _) | (_, Some(false)) => Some(false),
                        (said, now) => said.or(now),
                    };
                }
                report
            }
            _ => Report::of_nothing(state(db)?),
        };
        report.waiting =
            segment::standing(db, Standing::Waiting)?.len() as u64 + segment::count_waiting_parts(db)?;
        report.imports = self.imports;
        report.lets_in = self.safety_words.is_some();
        report.safety_words = self.safety_words.unwrap_or_default();
        report.say(words);
        Ok(Batch {
            files: self.files,
            report,
            stopped,
        })
    }
}

/// Takes files over, each in a transaction of its own.
struct Taking<'a> {
    workspace: &'a mut Workspace,
    sum: Sum,
    is_only: bool,
}

impl Takes for Taking<'_> {
    fn take(&mut self, file: &Given, host: &mut dyn Host) -> Result<()> {
        let workspace = &mut *self.workspace;
        let incoming = workspace
            .core
            .reader(workspace.store.db(), workspace.store.folder())
            .read(&file.path)?;
        let (taken, safety_words) =
            workspace.import_read(&incoming, Mode::TakeOver, host, |_, taken, _| Ok(taken))?;
        self.sum.safety_words = safety_words.or(self.sum.safety_words.take());
        self.sum.add(workspace.store.db(), file, taken, incoming)
    }

    fn leave_out(&mut self, file: &Given, error: ApiError) -> Result<()> {
        self.workspace.note_refusal(&file.path, &error)?;
        self.sum.refuse(file, &error, &self.workspace.core.words);
        if self.is_only { Err(error) } else { Ok(()) }
    }
}

/// Takes files over in a transaction that is rolled back in the end.
struct Looking<'a> {
    core: &'a Core,
    tx: Transaction<'a>,
    attachments: &'a Attachments,
    folder: Folder,
    sum: Sum,
    is_only: bool,
}

impl Takes for Looking<'_> {
    fn take(&mut self, file: &Given, host: &mut dyn Host) -> Result<()> {
        let incoming = self.core.reader(&self.tx, &self.folder).read(&file.path)?;
        let savepoint = self.tx.savepoint()?;
        let mut taken = take_over(
            &savepoint,
            &incoming,
            Own::of(self.core, true),
            self.core.now_ms(),
            host,
        )?;
        taken.attachments = attachment::would_come(&savepoint, &incoming, self.attachments)?;
        savepoint.commit()?;
        self.sum.add(&self.tx, file, taken, incoming)
    }

    /// Whoever is told that a package was refused need not take it over for it to be kept.
    fn leave_out(&mut self, file: &Given, error: ApiError) -> Result<()> {
        let now_ms = self.core.now_ms();
        quarantine_if_needed(&self.folder, &file.path, &error, now_ms)?;
        self.sum.refuse(file, &error, &self.core.words);
        if !self.is_only {
            return Ok(());
        }
        journal::add(&self.folder, now_ms, journal::Event::Refusal, error.code())?;
        Err(error)
    }
}

impl Workspace {
    /// Takes files over, or shows what they would bring together. A single file that is refused is an
    /// error, as with [`import_package`](Self::import_package).
    pub fn import_packages(&mut self, paths: Vec<PathBuf>, mode: Mode, host: &mut dyn Host) -> Result<Batch> {
        let given = self.in_order(paths);
        let is_only = given.len() == 1;
        if given.is_empty() {
            return Err(ApiError::NoFile);
        }
        if mode == Mode::Preview && self.circle().is_some() {
            let folder = self.store.folder().clone();
            let (tx, attachments) = self.store.begin_beside()?;
            let mut looking = Looking {
                core: &self.core,
                folder,
                tx,
                attachments,
                sum: Sum::default(),
                is_only,
            };
            return match in_turn(&mut looking, given, host)? {
                true => Err(ApiError::Cancelled),
                false => looking.sum.batch(&looking.tx, &self.core.words, false),
            };
        }
        if mode == Mode::Preview {
            return self.preview_answer(given, host);
        }
        let mut taking = Taking {
            workspace: self,
            sum: Sum::default(),
            is_only,
        };
        let stopped = in_turn(&mut taking, given, host)?;
        let Taking { workspace, sum, .. } = taking;
        sum.batch(workspace.store.db(), &workspace.core.words, stopped)
    }

    /// A store that waits for its circle looks at the first answer to its card; whatever else there is
    /// comes after it.
    fn preview_answer(&mut self, given: Vec<Given>, host: &mut dyn Host) -> Result<Batch> {
        let is_only = given.len() == 1;
        let mut sum = Sum::default();
        let mut answer = None;
        for file in given {
            let looked = match &answer {
                Some(_) => Err(Refusal::NoCircleYet.into()),
                None => self.import_package(&file.path, Mode::Preview, host),
            };
            match looked {
                Ok(report) => answer = Some((file, report)),
                Err(error) if is_only => return Err(error),
                Err(error) => sum.refuse(&file, &error, &self.core.words),
            }
        }
        let mut batch = sum.batch(self.store.db(), &self.core.words, false)?;
        if let Some((file, report)) = answer {
            batch.files.insert(
                0,
                ImportedFile {
                    name: name_of_file(&file.path),
                    place: file.place,
                    from: report.from.clone(),
                    number: report.number,
                    part: 1,
                    parts: 1,
                    new: report.new,
                    known: report.known,
                    refused: None,
                },
            );
            batch.report = report;
        }
        Ok(batch)
    }

    /// Files as their senders made them, so that gaps close as soon as they can. Nothing depends on it.
    fn in_order(&self, paths: Vec<PathBuf>) -> Vec<Given> {
        let reader = self.core.reader(self.db(), self.folder());
        let mut placed: Vec<_> = (0..)
            .zip(paths)
            .map(|(place, path)| {
                let said = reader.peek(&path);
                let order = said.map(|said| (said.wall_ms, said.counter, said.part));
                // What says nothing of itself goes last.
                (order.is_none(), order, Given { place, path })
            })
            .collect();
        placed.sort_by_key(|(is_last, order, given)| (*is_last, *order, given.place));
        placed.into_iter().map(|(_, _, given)| given).collect()
    }
}
