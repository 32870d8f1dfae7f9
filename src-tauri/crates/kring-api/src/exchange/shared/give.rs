//! Writing to the shared folder: what the others cannot get there yet goes into one more file in the folder
//! of the own chain. A file is never changed once it has its name.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use kring_domain::id::{DeviceId, LogId};
use kring_store::folder::{hash_file, sync_folder};
use kring_store::journal;
use kring_store::table::own::{self, PackageRow};
use kring_store::table::segment::{self, SegmentRow, Standing};
use kring_store::table::shared_file::{self, Fate, SharedFileRow};
use kring_store::table::shared_reach;
use kring_sync::limit;
use kring_sync::package::{ManifestPurpose, PackageError, PackedFrame, Recipients};
use kring_sync::segment::Scope;
use kring_trust::hash::sha256;

use super::listing::{self, LOG, file_name};
use super::{CARRIED, Condition, Synced, condition_of};
use crate::error::{ApiError, Result};
use crate::exchange::{frame, receipt};
use crate::workspace::Workspace;

/// How far the other devices of the circle can get in each chain: by what lies in the folder for them, or
/// by what they said they have.
pub struct Reach(BTreeMap<DeviceId, BTreeMap<LogId, u64>>);

impl Reach {
    /// Reads it.
    pub fn read(workspace: &Workspace) -> Result<Self> {
        let mut reach = BTreeMap::new();
        for (device, _) in workspace.core.circle()?.membership.active_devices() {
            if device == workspace.device() {
                continue;
            }
            let mut of_device: BTreeMap<LogId, u64> =
                shared_reach::of(workspace.db(), device)?.into_iter().collect();
            for (log, seq, hash) in own::peer_heads(workspace.db(), device)? {
                if !workspace.is_elsewhere(log, seq, hash)? {
                    let known = of_device.entry(log).or_default();
                    *known = seq.max(*known);
                }
            }
            reach.insert(device, of_device);
        }
        Ok(Self(reach))
    }

    /// The devices.
    pub fn devices(&self) -> impl Iterator<Item = DeviceId> {
        self.0.keys().copied()
    }

    /// How far a device gets in a chain.
    pub fn of(&self, device: DeviceId, log: LogId) -> u64 {
        let known = self.0.get(&device).and_then(|of_device| of_device.get(&log));
        known.copied().unwrap_or(0)
    }

    /// How far everyone gets in a chain; nothing when there is nobody.
    fn of_all(&self, log: LogId) -> Option<u64> {
        self.devices().map(|device| self.of(device, log)).min()
    }
}

/// Where own files lie within a shared folder.
pub fn own_place(workspace: &Workspace) -> String {
    format!("{LOG}/{}/", workspace.core.log(Scope::Circle))
}

impl Workspace {
    /// Writes what the others cannot get there yet, if there is any; answers how the folder stands.
    pub(super) fn give(&mut self, folder: &Path, synced: &mut Synced) -> Result<Condition> {
        let mut rows = Vec::new();
        let reach = Reach::read(self)?;
        for head in self.heads()? {
            let from = reach.of_all(head.log).unwrap_or(head.seq);
            if from < head.seq {
                rows.extend(segment::after(self.db(), head.log, from, head.seq)?);
            }
        }
        let is_carried = own::setting(self.db(), CARRIED)? == Some(self.to_carry()?);
        if reach.devices().next().is_none() || (rows.is_empty() && is_carried) {
            return Ok(Condition::Fine);
        }
        // Both branches of a fork travel on, so that everyone sees it and sets the same apart.
        rows.extend(segment::standing(self.db(), Standing::Apart)?);
        match self.write_shared(folder, &rows, &reach) {
            Ok(()) => {
                synced.wrote = rows.len() as u64;
                Ok(Condition::Fine)
            }
            Err(ApiError::Package(PackageError::Write(error))) => Ok(condition_of(&error)),
            Err(error) => Err(error),
        }
    }

    /// What travels whole besides segments that follow each other: who is in the circle, and forks.
    fn to_carry(&self) -> Result<Vec<u8>> {
        let mut about = self.membership_heads()?;
        about.extend(b"apart");
        let apart = segment::standing(self.db(), Standing::Apart)?;
        about.extend(apart.iter().flat_map(|row| row.hash.0));
        Ok(sha256(&[&about]).0.to_vec())
    }

    /// Notes that another's file tells who is in the circle as it is known here. Of a fork it may tell nothing.
    pub(super) fn note_carried_by_another(&self) -> Result<()> {
        if segment::standing(self.db(), Standing::Apart)?.is_empty() {
            own::set_setting(self.db(), CARRIED, &self.to_carry()?)?;
        }
        Ok(())
    }

    /// What the folder's file system refuses comes back as [`PackageError::Write`].
    fn write_shared(&mut self, folder: &Path, rows: &[SegmentRow], reach: &Reach) -> Result<()> {
        let (kind, membership) = frame::membership_frame(self.db())?;
        let membership = PackedFrame::pack(kind, &membership)?;
        let receipts = receipt::frame(self.db())?;
        let segments = frame::segment_frames(self.db(), rows, limit::FRAME_BYTES, |_| Ok(()))?;
        let frames: Vec<&PackedFrame> = [&membership]
            .into_iter()
            .chain(&receipts)
            .chain(segments.iter().map(|(frame, _)| frame))
            .collect();
        let heading = self.heading(ManifestPurpose::Sync)?;
        let (number, id) = (heading.counter, heading.package);
        let keys = self.recipients()?;
        let identities = self.core.identity.identities();
        let (first, last) = self.own_numbers(rows)?;

        let place = own_place(self);
        let chain = folder.join(&place);
        if !chain.is_dir() {
            fs::create_dir(&chain).map_err(PackageError::Write)?;
        }
        let (staged, _) = match self.stage(&chain, &heading, &frames, &Recipients::Devices(keys), &identities)
        {
            Err(ApiError::Store(kring_store::error::StoreError::Io(error))) => {
                Err(PackageError::Write(error).into())
            }
            staged => staged,
        }?;
        let hash = hash_file(staged.path())?;
        let name = file_name(first, last, hash);
        let target = chain.join(&name);
        readable_by_carriers(staged.path()).map_err(PackageError::Write)?;
        staged
            .persist(&target)
            .map_err(|error| PackageError::Write(error.error))?;
        sync_folder(&chain);

        let metadata = fs::metadata(&target).map_err(PackageError::Write)?;
        let now = self.core.now_ms();
        let carried = self.to_carry()?;
        let heads = self.heads()?;
        let device = self.device();
        let tx = self.store.begin()?;
        shared_file::put(
            &tx,
            &SharedFileRow {
                name: format!("{place}{name}"),
                bytes: metadata.len(),
                modified: listing::modified(&metadata),
                hash,
                fate: Fate::Own,
                code: String::new(),
                since_ms: now,
                tried_ms: now,
            },
        )?;
        for device in reach.devices() {
            for head in &heads {
                shared_reach::set(&tx, device, head.log, head.seq)?;
            }
        }
        own::set_setting(&tx, CARRIED, &carried)?;
        own::add_package(
            &tx,
            &PackageRow {
                id: id.0,
                sent: true,
                device,
                counter: number,
                at_ms: now,
                segments: rows.len() as u64,
            },
        )?;
        tx.commit()?;
        Ok(journal::add(
            self.folder(),
            now,
            journal::Event::Export,
            &number.to_string(),
        )?)
    }

    /// The first and last of the own segments that go; the last one there is, twice, when none does.
    fn own_numbers(&self, rows: &[SegmentRow]) -> Result<(u64, u64)> {
        let log = self.core.log(Scope::Circle);
        let mut numbers: Vec<u64> = rows
            .iter()
            .filter(|row| row.log == log)
            .map(|row| row.seq)
            .collect();
        numbers.sort_unstable();
        if let (Some(first), Some(last)) = (numbers.first(), numbers.last()) {
            return Ok((*first, *last));
        }
        let last = segment::head(self.db(), log)?.map_or(0, |head| head.seq);
        Ok((last, last))
    }
}

/// A temporary file is its owner's alone. On a disk in the office somebody else's laptop must read this one;
/// what is in it only the circle can.
#[cfg(unix)]
fn readable_by_carriers(path: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn readable_by_carriers(_: &Path) -> std::io::Result<()> {
    Ok(())
}
