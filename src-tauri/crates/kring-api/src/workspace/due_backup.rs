//! The backup of a day: made while the member waits, beside the app, or beside an import that waits for it
//! only at its end. Going back to one is another matter.

use std::panic::resume_unwind;
use std::thread::{self, JoinHandle};

use chrono::NaiveDate;
use kring_store::backup;
use kring_store::folder::Folder;
use kring_trust::wrap::StoreKey;

use super::Workspace;
use crate::error::Result;

/// A backup that is due, to be made beside the store: on a connection of its own, of what was committed.
pub struct DueBackup {
    folder: Folder,
    key: StoreKey,
    today: NaiveDate,
}

impl DueBackup {
    /// Makes it, unless there is one by now; answers whether one was made.
    pub fn make(self) -> Result<bool> {
        Ok(backup::make_apart(&self.folder, &self.key.0, self.today)?)
    }

    /// Begins to make it on a thread of its own.
    pub(crate) fn begin(self) -> BackupUnderWay {
        BackupUnderWay(Some(thread::spawn(|| self.make())))
    }
}

/// A backup that is being made. It is finished before this goes, whatever became of what it was made for.
pub(crate) struct BackupUnderWay(Option<JoinHandle<Result<bool>>>);

impl BackupUnderWay {
    /// Waits until it lies there and was read back.
    pub fn finish(mut self) -> Result<()> {
        let Some(making) = self.0.take() else {
            return Ok(());
        };
        making.join().unwrap_or_else(|panic| resume_unwind(panic))?;
        Ok(())
    }
}

impl Drop for BackupUnderWay {
    fn drop(&mut self) {
        if let Some(making) = self.0.take() {
            // What the backup was made for is refused already, with its own reason.
            let _ = making.join();
        }
    }
}

impl Workspace {
    /// Today's backup, unless there is one.
    pub fn backup_due(&self) -> Result<Option<DueBackup>> {
        let today = self.today();
        let is_there = |backup: &backup::Backup| backup.date == today && !backup.before_restore;
        if backup::list(self.folder())?.iter().any(is_there) {
            return Ok(None);
        }
        Ok(Some(DueBackup {
            folder: self.folder().clone(),
            key: StoreKey(self.key.0),
            today,
        }))
    }

    /// Makes today's backup unless there is one.
    pub fn back_up(&self) -> Result<bool> {
        match self.backup_due()? {
            Some(due) => {
                self.check_room_for_backup()?;
                due.make()
            }
            None => Ok(false),
        }
    }

    /// Begins to make today's backup unless there is one.
    pub(crate) fn begin_backup(&self) -> Result<Option<BackupUnderWay>> {
        let Some(due) = self.backup_due()? else {
            return Ok(None);
        };
        self.check_room_for_backup()?;
        Ok(Some(due.begin()))
    }
}
