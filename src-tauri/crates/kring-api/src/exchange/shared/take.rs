//! Reading files of others in the shared folder. A file that is not whole is waited for, a copy of one
//! that is known is passed over, and only what stayed wrong for a while is told.

use std::fs;

use kring_domain::id::{DeviceId, LogId};
use kring_store::folder::hash_file;
use kring_store::journal;
use kring_store::table::shared_file::{self, Fate, SharedFileRow};
use kring_store::table::shared_reach;
use kring_sync::package::PackageError;

use super::give;
use super::listing::{Lying, is_whole};
use crate::error::{ApiError, Refusal, Result};
use crate::exchange::import::Mode;
use crate::exchange::read::Spooled;
use crate::exchange::report::Report;
use crate::host::Host;
use crate::workspace::Workspace;

/// How long a file may lie there incomplete before it is told: a carrier may be this slow.
const PATIENCE_MS: u64 = 15 * 60 * 1000;
/// The first wait before a file that lies there as it lay is read again; each next one is as long as it
/// has been lying there.
const FIRST_WAIT_MS: u64 = 20 * 1000;

/// Whether it is time to read a file again that was not whole and looks as it looked.
pub fn is_due(row: &SharedFileRow, now_ms: u64) -> bool {
    let wait = row.tried_ms.saturating_sub(row.since_ms).max(FIRST_WAIT_MS);
    // A clock that was set back says nothing: better once too often.
    now_ms < row.tried_ms || now_ms - row.tried_ms >= wait
}

impl Workspace {
    /// Looks at one file; answers what it brought when it was taken over.
    pub(super) fn look_at(
        &mut self,
        file: &Lying,
        known: Option<&SharedFileRow>,
        host: &mut dyn Host,
    ) -> Result<Option<Report>> {
        let now = self.core.now_ms();
        let mut row = SharedFileRow {
            name: file.name.clone(),
            bytes: file.bytes,
            modified: file.modified,
            hash: known.map_or(kring_domain::id::Hash::ZERO, |known| known.hash),
            fate: Fate::Waiting,
            code: Refusal::FileUnreadable.code().to_owned(),
            since_ms: known.map_or(now, |known| known.since_ms),
            tried_ms: now,
        };
        // Copied first: what is hashed, checked and taken over is then one and the same.
        let free = self.core.surroundings.free_bytes(&self.folder().spool());
        let spooled = match Spooled::copy(self.folder(), &file.path, free) {
            Ok(spooled) => spooled,
            Err(error) if error.is_disk_full() => return Err(error),
            // Gone again, or held by its carrier.
            Err(error) => {
                error.code().clone_into(&mut row.code);
                return self.settle(row, now, None);
            }
        };
        row.hash = hash_file(spooled.path())?;
        row.bytes = fs::metadata(spooled.path())?.len();
        let is_same = known.is_some_and(|known| known.hash == row.hash);
        if let Some(known) = known.filter(|known| is_same && known.fate != Fate::Waiting) {
            // Only its date changed.
            row.fate = known.fate;
            row.code.clone_from(&known.code);
            return self.note(&row, None);
        }
        if !is_same {
            row.since_ms = now;
        }
        if shared_file::knows_content(self.db(), row.hash)? {
            row.fate = Fate::Copy;
            row.code.clear();
            return self.note(&row, None);
        }
        let whole = is_whole(&file.name, row.hash);
        if whole == Some(false) && now.saturating_sub(row.since_ms) < PATIENCE_MS {
            PackageError::Damaged.code().clone_into(&mut row.code);
            return self.note(&row, None);
        }
        match self.take_over_spooled(&spooled, host) {
            Ok(report) => {
                row.fate = Fate::Taken;
                row.code.clear();
                self.note(&row, Some(report))
            }
            Err(error) if is_own_trouble(&error) => Err(error),
            Err(error) => {
                error.code().clone_into(&mut row.code);
                self.settle(row, now, whole.map(|whole| (whole, &error)))
            }
        }
    }

    /// Notes a file that was not taken over: whole, or for a while as it is now, it is not waited for.
    fn settle(
        &mut self,
        mut row: SharedFileRow,
        now: u64,
        read: Option<(bool, &ApiError)>,
    ) -> Result<Option<Report>> {
        let is_for_others = matches!(&read, Some((true, ApiError::Package(PackageError::NotForMe))));
        let is_final = matches!(&read, Some((true, _))) || now.saturating_sub(row.since_ms) >= PATIENCE_MS;
        row.fate = match (is_for_others, is_final) {
            (true, _) => Fate::Foreign,
            (false, true) => Fate::Refused,
            (false, false) => Fate::Waiting,
        };
        if row.fate == Fate::Refused {
            journal::add(self.folder(), now, journal::Event::Refusal, &row.code)?;
            if row.name.starts_with(&give::own_place(self)) {
                // One of the own files was damaged on the way: what it held is written again.
                shared_reach::clear(self.db())?;
            }
        }
        self.note(&row, None)
    }

    fn note(&mut self, row: &SharedFileRow, report: Option<Report>) -> Result<Option<Report>> {
        shared_file::put(self.db(), row)?;
        Ok(report)
    }

    /// Takes a copied file over, as any package; and notes how far it brings whom.
    fn take_over_spooled(&mut self, spooled: &Spooled, host: &mut dyn Host) -> Result<Report> {
        let reader = self.core.reader(self.db(), self.folder());
        let incoming = reader.read_spooled(spooled.path())?;
        let heading = incoming.manifest.heading.clone();
        let mut held: Vec<(LogId, u64)> = incoming
            .segments
            .iter()
            .map(|segment| (segment.header.log, segment.header.seq))
            .collect();
        held.sort_unstable();
        let report = self.import_told(&incoming, Mode::TakeOver, host)?;
        self.note_held(&heading.recipients, &held)?;
        if heading.membership == self.core.circle()?.membership.heads() {
            self.note_carried_by_another()?;
        }
        Ok(report)
    }

    /// Notes that a file for these devices holds these segments. Only what follows on what a device can
    /// get already counts: what a file claims of others is not asked.
    fn note_held(&mut self, devices: &[DeviceId], held: &[(LogId, u64)]) -> Result<()> {
        let reach = give::Reach::read(self)?;
        let tx = self.store.begin()?;
        for device in reach.devices().filter(|device| devices.contains(device)) {
            for of_chain in held.chunk_by(|a, b| a.0 == b.0) {
                let Some((log, _)) = of_chain.first() else {
                    continue;
                };
                let before = reach.of(device, *log);
                let follow = |reached: u64, (_, seq): &(LogId, u64)| reached + u64::from(*seq == reached + 1);
                let after = of_chain.iter().fold(before, follow);
                if after > before {
                    shared_reach::set(&tx, device, *log, after)?;
                }
            }
        }
        Ok(tx.commit()?)
    }
}

/// Whether it was not the file that failed.
fn is_own_trouble(error: &ApiError) -> bool {
    matches!(
        error,
        ApiError::Store(_) | ApiError::Cancelled | ApiError::Package(PackageError::Read(_))
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_does_not_change_is_read_less_and_less_often() {
        let row = |since_ms, tried_ms| SharedFileRow {
            name: String::new(),
            bytes: 1,
            modified: 1,
            hash: kring_domain::id::Hash::ZERO,
            fate: Fate::Waiting,
            code: String::new(),
            since_ms,
            tried_ms,
        };
        assert!(!is_due(&row(1_000, 1_000), 20_999));
        assert!(is_due(&row(1_000, 1_000), 21_000), "twenty seconds at first");
        assert!(!is_due(&row(1_000, 61_000), 120_999));
        assert!(
            is_due(&row(1_000, 61_000), 121_000),
            "then as long again as it has been lying there"
        );
        assert!(
            is_due(&row(1_000, 61_000), 5),
            "a clock that was set back keeps nothing waiting for ever"
        );
    }
}
