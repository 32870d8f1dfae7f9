//! Which attachments are kept on this laptop: those that a record names, wherever it came from. What a
//! crash left behind goes at the next start, what a restored store lacks comes back from beside the backups.

use std::collections::BTreeSet;

use kring_domain::id::Hash;
use kring_store::table::attached;
use kring_store::{backup, journal};

use super::Workspace;
use crate::error::{ApiError, Result};

impl Workspace {
    /// Brings back what the records name and the backups have, and takes away what nothing names. A file in
    /// which that cannot be done is damaged: it is set aside, and the same is done with an empty one.
    pub(crate) fn tidy_attachments(&mut self) -> Result<()> {
        match self.tidy_attachments_here() {
            Err(ApiError::Store(error)) if error.is_damage() => {
                self.store.renew_attachments(&self.key.0)?;
                self.tidy_attachments_here()
            }
            tidied => tidied,
        }
    }

    fn tidy_attachments_here(&mut self) -> Result<()> {
        let named = attached::named(self.db())?;
        let here = self.store.attachments().whole()?;
        let lacking: BTreeSet<Hash> = named.difference(&here).copied().collect();
        let folder = self.folder().clone();
        let attachments = self.store.attachments_mut();
        match backup::bring_back_attachments(attachments, &folder, &self.key.0, &lacking) {
            // What has no room now is asked of others, or comes at a later start.
            Err(error) if error.is_disk_full() || error.is_damage() => {
                journal::add(&folder, self.core.now_ms(), journal::Event::AttachmentsWait, "")?;
            }
            brought => drop(brought?),
        }
        self.drop_unnamed()
    }

    /// Takes away what nothing names.
    pub(crate) fn drop_unnamed(&mut self) -> Result<()> {
        let named = attached::named(self.db())?;
        let now_ms = self.core.now_ms();
        self.store.attachments_mut().keep_only(&named, now_ms)?;
        Ok(())
    }

    /// Leaves no byte of attachments that only erased records had, here and beside the backups.
    pub(super) fn scrub_attachments(&mut self) -> Result<()> {
        self.drop_unnamed()?;
        self.store.attachments().scrub()?;
        Ok(backup::forget_attachments(self.db(), self.folder(), &self.key.0)?)
    }
}
