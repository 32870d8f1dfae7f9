//! The shared folder: the same packages in a folder that something else carries, a cloud client, a stick
//! or a disk in the office. Each laptop writes files of its own in the folder of its own chain and never
//! touches those of others; it takes no lock and asks no carrier. Where the folder lies stands in the store
//! alone. What is written now is taken from the log as it is: text that is being typed is not settled here.

mod give;
mod listing;
mod take;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use kring_store::table::shared_file::{self, Fate, SharedFileRow};
use kring_store::table::{own, shared_reach};
use kring_trust::hash::sha256;
use serde::{Deserialize, Serialize};

use self::listing::Lying;
use super::report::Report;
use crate::error::{ApiError, Refusal, Result};
use crate::host::{Host, Progress};
use crate::workspace::Workspace;

/// How a shared folder stands. None of this is an alarm: nothing is lost, and the next look may be better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Condition {
    /// It was not looked at yet.
    New,
    /// Everything was read and written.
    Fine,
    /// It is not there: removed, renamed, or on a stick that is not plugged in.
    Gone,
    /// It cannot be written to; what others wrote was read.
    ReadOnly,
    /// The disk it lies on is full; what others wrote was read.
    Full,
}

/// How the last look at the folder went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastLook {
    /// How the folder stood.
    pub condition: Condition,
    /// When everything was last read and written, UTC milliseconds.
    pub fine_ms: Option<u64>,
}

/// What a look at the folder did.
#[derive(Debug)]
pub struct Synced {
    /// How the folder stands.
    pub condition: Condition,
    /// What was taken over, file by file; only files that brought something.
    pub took: Vec<Report>,
    /// How many segments were written for others.
    pub wrote: u64,
    /// Whether something remains to be read: the limit was reached.
    pub more: bool,
    /// Whether what is told of the folder changed.
    pub is_news: bool,
}

const FOLDER: &str = "shared_folder";
const LAST: &str = "shared_last";
const TRIED_AS: &str = "shared_tried_as";
const CARRIED: &str = "shared_carried";
const ASKED: &str = "shared_asked";
const SETTINGS: [&str; 5] = [FOLDER, LAST, TRIED_AS, CARRIED, ASKED];

impl Workspace {
    /// Where the shared folder of this circle lies, if there is one.
    pub fn shared_folder(&self) -> Result<Option<PathBuf>> {
        let bytes = own::setting(self.db(), FOLDER)?.unwrap_or_default();
        Ok(serde_json::from_slice(&bytes).ok())
    }

    /// The shared folder's own name; where it lies is nobody's business.
    pub fn shared_folder_name(&self) -> Result<Option<String>> {
        let folder = self.shared_folder()?;
        Ok(folder.map(|folder| crate::use_case::name_of_file(&folder)))
    }

    /// Shares through this folder from now on. What was known of another folder is forgotten.
    pub fn share_in(&mut self, folder: &Path) -> Result<()> {
        self.core.circle()?;
        let store = as_it_is(self.folder().path());
        let chosen = as_it_is(folder);
        if store.starts_with(&chosen) || chosen.starts_with(&store) {
            return Err(Refusal::SharedInStore.into());
        }
        let path = serde_json::to_vec(folder).map_err(|error| ApiError::Input(error.to_string()))?;
        self.forget_shared()?;
        own::set_setting(self.db(), FOLDER, &path)?;
        let made = fs::create_dir_all(folder.join(listing::LOG));
        let condition = made.map_or_else(|error| condition_of(&error), |()| Condition::New);
        self.note_look(condition)?;
        Ok(())
    }

    /// Shares through no folder any more; the files stay. Answers whether there was one.
    pub fn leave_shared_folder(&mut self) -> Result<bool> {
        let there_was = self.shared_folder()?.is_some();
        self.forget_shared()?;
        Ok(there_was)
    }

    fn forget_shared(&mut self) -> Result<()> {
        let tx = self.store.begin()?;
        shared_file::clear(&tx)?;
        shared_reach::clear(&tx)?;
        for name in SETTINGS {
            own::remove_setting(&tx, name)?;
        }
        Ok(tx.commit()?)
    }

    /// How the last look at the folder went.
    pub fn last_look(&self) -> Result<LastLook> {
        let bytes = own::setting(self.db(), LAST)?.unwrap_or_default();
        Ok(serde_json::from_slice(&bytes).unwrap_or(LastLook {
            condition: Condition::New,
            fine_ms: None,
        }))
    }

    /// Files of the folder that are not whole yet, and those that were refused, in order of name.
    pub fn shared_troubles(&self) -> Result<Vec<SharedFileRow>> {
        let mut rows = shared_file::all(self.db())?;
        rows.retain(|row| matches!(row.fate, Fate::Waiting | Fate::Refused));
        Ok(rows)
    }

    /// Reads what is new in the folder, at most so many files, and writes what the others cannot get there
    /// yet. Each file is taken over whole or not at all.
    pub fn sync_folder(&mut self, most: usize, host: &mut dyn Host) -> Result<Synced> {
        let folder = self.shared_folder()?.ok_or(Refusal::NoSharedFolder)?;
        self.core.circle()?;
        let before = self.told()?;
        let mut synced = Synced {
            condition: Condition::Fine,
            took: Vec::new(),
            wrote: 0,
            more: false,
            is_news: false,
        };
        synced.condition = match listing::list(&folder) {
            Err(error) => condition_of(&error),
            Ok(files) => self.sync_with(&folder, &files, most, &mut synced, host)?,
        };
        self.note_look(synced.condition)?;
        synced.is_news = before != self.told()?;
        Ok(synced)
    }

    /// What is told of the folder besides what it brought.
    fn told(&self) -> Result<(Condition, Vec<(String, Fate)>)> {
        let troubles = self.shared_troubles()?.into_iter();
        Ok((
            self.last_look()?.condition,
            troubles.map(|row| (row.name, row.fate)).collect(),
        ))
    }

    fn sync_with(
        &mut self,
        folder: &Path,
        files: &[Lying],
        most: usize,
        synced: &mut Synced,
        host: &mut dyn Host,
    ) -> Result<Condition> {
        self.try_again_when_something_changed()?;
        self.forget_what_is_gone(files)?;
        let due = self.due(files)?;
        synced.more = due.len() > most;
        for (done, (file, known)) in due.iter().take(most).enumerate() {
            host.progress(Progress {
                step: "progress-shared",
                done: done as u64,
                total: due.len().min(most) as u64,
            });
            match self.look_at(file, known.as_ref(), host) {
                Ok(report) => synced.took.extend(report.filter(|report| !report.nothing_new)),
                // What was taken over stays; the rest comes at the next look.
                Err(ApiError::Cancelled) => synced.more = true,
                // Unplugged while it was read.
                Err(ApiError::Store(_)) if !folder.join(listing::LOG).is_dir() => return Ok(Condition::Gone),
                Err(error) => return Err(error),
            }
            if host.is_cancelled() {
                synced.more = true;
                break;
            }
        }
        // What others wrote is read first, so that it need not be written again.
        if synced.more {
            return Ok(Condition::Fine);
        }
        self.give(folder, synced)
    }

    /// The files that are new, changed, or due for another try, each with what was known of it.
    fn due<'a>(&self, files: &'a [Lying]) -> Result<Vec<(&'a Lying, Option<SharedFileRow>)>> {
        let known = shared_file::all(self.db())?;
        let now = self.core.now_ms();
        let mut due = Vec::new();
        // A file of no length is not there yet: what its carrier has is not fetched.
        for file in files.iter().filter(|file| file.bytes > 0) {
            let row = known.binary_search_by(|row| row.name.as_str().cmp(&file.name));
            let row = row.ok().and_then(|at| known.get(at));
            let is_same = row.is_some_and(|row| row.bytes == file.bytes && row.modified == file.modified);
            let waits = row.is_some_and(|row| row.fate == Fate::Waiting && take::is_due(row, now));
            if !is_same || waits {
                due.push((file, row.cloned()));
            }
        }
        Ok(due)
    }

    /// A file that was refused may be welcome once the app or who is in the circle is another.
    fn try_again_when_something_changed(&mut self) -> Result<()> {
        let mut about = self.core.identity.session.to_be_bytes().to_vec();
        about.extend(self.membership_heads()?);
        let now = sha256(&[&about]).0;
        if own::setting(self.db(), TRIED_AS)?.as_deref() != Some(&now) {
            let tx = self.store.begin()?;
            shared_file::try_refused_again(&tx)?;
            own::set_setting(&tx, TRIED_AS, &now)?;
            tx.commit()?;
        }
        Ok(())
    }

    /// The heads of the membership log, as bytes to take a digest of.
    fn membership_heads(&self) -> Result<Vec<u8>> {
        let heads = self.core.circle()?.membership.heads();
        Ok(heads.iter().flat_map(|head| head.0).collect())
    }

    /// Forgets files that are not there any more. When an own one is among them, everything is written
    /// again for whoever has not said to have it.
    fn forget_what_is_gone(&mut self, files: &[Lying]) -> Result<()> {
        let mut there: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
        there.sort_unstable();
        let mut gone = shared_file::all(self.db())?;
        gone.retain(|row| there.binary_search(&row.name.as_str()).is_err());
        if gone.is_empty() {
            return Ok(());
        }
        let own_place = give::own_place(self);
        let was_own = |row: &SharedFileRow| match row.fate {
            Fate::Own => true,
            Fate::Waiting | Fate::Refused => row.name.starts_with(&own_place),
            Fate::Taken | Fate::Copy | Fate::Foreign => false,
        };
        let is_own_lost = gone.iter().any(was_own);
        let tx = self.store.begin()?;
        for row in &gone {
            shared_file::remove(&tx, &row.name)?;
        }
        if is_own_lost {
            shared_reach::clear(&tx)?;
        }
        Ok(tx.commit()?)
    }

    fn note_look(&mut self, condition: Condition) -> Result<()> {
        let before = self.last_look()?;
        let fine_ms = match condition {
            Condition::Fine => Some(self.core.now_ms()),
            _ => before.fine_ms,
        };
        let look = serde_json::to_vec(&LastLook { condition, fine_ms }).unwrap_or_default();
        Ok(own::set_setting(self.db(), LAST, &look)?)
    }
}

/// What an error of the folder's file system means.
fn condition_of(error: &io::Error) -> Condition {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => {
            Condition::Full
        }
        io::ErrorKind::PermissionDenied
        | io::ErrorKind::ReadOnlyFilesystem
        | io::ErrorKind::AlreadyExists
        | io::ErrorKind::NotADirectory => Condition::ReadOnly,
        // Not found, and whatever a disk says that was pulled out.
        _ => Condition::Gone,
    }
}

fn as_it_is(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_file_system_refuses_is_told_apart() {
        use io::ErrorKind as Kind;
        for (kind, condition) in [
            (Kind::StorageFull, Condition::Full),
            (Kind::QuotaExceeded, Condition::Full),
            (Kind::ReadOnlyFilesystem, Condition::ReadOnly),
            (Kind::PermissionDenied, Condition::ReadOnly),
            (Kind::NotFound, Condition::Gone),
            (Kind::StaleNetworkFileHandle, Condition::Gone),
            (Kind::Other, Condition::Gone),
        ] {
            assert_eq!(condition_of(&io::Error::from(kind)), condition, "{kind:?}");
        }
    }
}
