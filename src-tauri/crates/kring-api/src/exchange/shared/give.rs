//! Writing to the shared folder: what the others cannot get there yet goes into one more file in the folder
//! of the own chain, or into several where attachments ask for it. A file is never changed once it has its
//! name.

use std::collections::BTreeMap;
use std::path::Path;
use std::{fs, io};

use kring_domain::id::{DeviceId, Hash, LogId};
use kring_store::folder::{hash_file, sync_folder};
use kring_store::journal;
use kring_store::table::attached::AttachedRow;
use kring_store::table::own::{self, PackageRow};
use kring_store::table::segment::{self, SegmentRow, Standing};
use kring_store::table::shared_file::{self, Fate, SharedFileRow};
use kring_store::table::{shared_reach, wanted};
use kring_sync::limit;
use kring_sync::package::{ManifestPurpose, PackageError, PackageId};
use kring_sync::segment::Scope;
use kring_trust::hash::sha256;

use super::listing::{self, LOG, file_name};
use super::{ASKED, CARRIED, Condition, Synced, condition_of};
use crate::error::{ApiError, Result};
use crate::exchange::frame;
use crate::exchange::outgoing::Extent;
use crate::exchange::parts::Packed;
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

/// What tells asked attachments apart; nothing when none is asked for.
fn digest_of(asked: &[Hash]) -> Vec<u8> {
    let hashes: Vec<u8> = asked.iter().flat_map(|hash| hash.0).collect();
    if hashes.is_empty() {
        hashes
    } else {
        sha256(&[&hashes]).0.to_vec()
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
        let going = self.attachments_with(&rows, Extent::Missing)?;
        let has_nothing = rows.is_empty() && going.is_empty() && is_carried && !self.asks_anew()?;
        if reach.devices().next().is_none() || has_nothing {
            return Ok(Condition::Fine);
        }
        // Both branches of a fork travel on, so that everyone sees it and sets the same apart.
        rows.extend(segment::standing(self.db(), Standing::Apart)?);
        match self.write_shared(folder, &rows, &going, &reach) {
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

    /// Whether this laptop lacks attachments and its files there do not ask for these.
    fn asks_anew(&self) -> Result<bool> {
        let asking = digest_of(&self.lacking()?);
        Ok(!asking.is_empty() && own::setting(self.db(), ASKED)? != Some(asking))
    }

    /// Notes that another's file tells who is in the circle as it is known here. Of a fork it may tell nothing.
    pub(super) fn note_carried_by_another(&self) -> Result<()> {
        if segment::standing(self.db(), Standing::Apart)?.is_empty() {
            own::set_setting(self.db(), CARRIED, &self.to_carry()?)?;
        }
        Ok(())
    }

    /// What the folder's file system refuses comes back as [`PackageError::Write`].
    fn write_shared(
        &mut self,
        folder: &Path,
        rows: &[SegmentRow],
        going: &[AttachedRow],
        reach: &Reach,
    ) -> Result<()> {
        let segments = frame::segment_frames(self.db(), rows, limit::FRAME_BYTES, |_| Ok(()))?;
        let packed = self.pack_segments(segments, ManifestPurpose::Sync)?;
        let packed = self.pack_attachments(packed, going, limit::FILE_BYTES, |_| Ok(()))?;
        let place = own_place(self);
        let chain = folder.join(&place);
        if !chain.is_dir() {
            fs::create_dir(&chain).map_err(PackageError::Write)?;
        }
        let staged = match self.stage_all(&packed, &chain, |_| Ok(())) {
            Err(ApiError::Store(kring_store::error::StoreError::Io(error))) => {
                Err(PackageError::Write(error).into())
            }
            staged => staged,
        }?;
        let (first, last) = self.own_numbers(rows)?;
        let mut files = Vec::with_capacity(staged.len());
        for staged in staged {
            let hash = hash_file(staged.file.path())?;
            let name = file_name(first, last, hash);
            let target = chain.join(&name);
            readable_by_carriers(staged.file.path()).map_err(PackageError::Write)?;
            staged
                .file
                .persist(&target)
                .map_err(|error| PackageError::Write(error.error))?;
            let metadata = fs::metadata(&target).map_err(PackageError::Write)?;
            let row = SharedFileRow {
                name: format!("{place}{name}"),
                bytes: metadata.len(),
                modified: listing::modified(&metadata),
                hash,
                fate: Fate::Own,
                code: String::new(),
                since_ms: self.core.now_ms(),
                tried_ms: self.core.now_ms(),
            };
            files.push((row, staged.heading.package, staged.segments));
        }
        sync_folder(&chain);
        self.note_given(&packed, files, reach)
    }

    /// Notes what lies in the folder now, and for whom.
    fn note_given(
        &mut self,
        packed: &Packed,
        files: Vec<(SharedFileRow, PackageId, u64)>,
        reach: &Reach,
    ) -> Result<()> {
        let now = self.core.now_ms();
        let carried = self.to_carry()?;
        let heads = self.heads()?;
        let asked = digest_of(&packed.heading.wanted);
        let devices: Vec<DeviceId> = reach.devices().collect();
        let device = self.device();
        let tx = self.store.begin()?;
        for (row, package, segments) in files {
            shared_file::put(&tx, &row)?;
            let package = PackageRow {
                id: package.0,
                sent: true,
                device,
                counter: packed.heading.counter,
                at_ms: now,
                segments,
            };
            own::add_package(&tx, &package)?;
        }
        for device in &devices {
            for head in &heads {
                shared_reach::set(&tx, *device, head.log, head.seq)?;
            }
        }
        wanted::sent(&tx, &devices, &packed.attachments)?;
        own::set_setting(&tx, CARRIED, &carried)?;
        own::set_setting(&tx, ASKED, &asked)?;
        tx.commit()?;
        let about = packed.heading.counter.to_string();
        Ok(journal::add(self.folder(), now, journal::Event::Export, &about)?)
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
fn readable_by_carriers(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn readable_by_carriers(_: &Path) -> io::Result<()> {
    Ok(())
}
