//! Packing what goes into as many files as its size asks for, and writing them: all of them, each read
//! back, or none. What goes is decided in [`outgoing`](super::outgoing).
//!
//! Every file is a package by itself: the whole membership travels in each, and none skips anything
//! inside a chain that an earlier one does not hold. The heads in all of them are those of this
//! store, because they say what the sender has and not what is in the file. Attachments go last; their bytes
//! are read again when they are written, so that no package is whole in memory.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use kring_domain::id::{DeviceId, Hash, LogId};
use kring_store::table::attached::AttachedRow;
use kring_store::table::own::{self, PackageRow};
use kring_store::table::parcel::{self, ParcelRow};
use kring_store::table::segment::{SegmentRow, Standing};
use kring_store::table::wanted;
use kring_store::{folder, journal};
use kring_sync::limit;
use kring_sync::package::{
    self, FrameKind, Heading, Identities, ManifestPurpose, PackageId, PackedFrame, Recipients, Signer,
    Written,
};
use kring_trust::signature::sign_raw;
use tempfile::NamedTempFile;

use super::outgoing::{Extent, Sent, SentFile, records};
use super::{attachment, frame, receipt};
use crate::error::Result;
use crate::host::{Progress, random};
use crate::use_case::exchange::package_name;
use crate::use_case::name_of_file;
use crate::workspace::Workspace;

/// Into how many frames the segments of a full file are divided at least, so that little of its size
/// stays unused.
const FRAMES_PER_FILE: u64 = 8;

/// A package that is packed and not written yet.
pub struct Packed {
    pub(super) heading: Heading,
    membership: PackedFrame,
    /// What goes into the first file alone.
    receipts: Option<PackedFrame>,
    frames: Vec<PackedFrame>,
    /// How many segments each frame holds.
    held: Vec<u64>,
    /// How many frames go into each file.
    parts: Vec<usize>,
    /// How long a file is without segments.
    base: u64,
    records: u64,
    recipients: Vec<[u8; 32]>,
    /// The attachments that go along.
    pub(super) attachments: BTreeSet<Hash>,
}

impl Packed {
    /// How many files it will be.
    pub fn files(&self) -> usize {
        self.parts.len()
    }

    /// The names that its files get.
    pub fn names(&self, workspace: &Workspace) -> Result<Vec<String>> {
        let number = self.heading.counter;
        let parts = self.parts.len() as u64;
        if parts == 1 {
            return Ok(vec![package_name(workspace, number, None)?]);
        }
        (1..=parts)
            .map(|part| package_name(workspace, number, Some((part, parts))))
            .collect()
    }
}

/// A file that is written and read back, but does not have its name yet.
pub(super) struct Unnamed {
    pub(super) file: NamedTempFile,
    pub(super) heading: Heading,
    pub(super) segments: u64,
    bytes: u64,
}

impl Workspace {
    /// Packs what goes now into files of at most `most` bytes each.
    pub fn pack(
        &mut self,
        extent: Extent,
        purpose: ManifestPurpose,
        most: u64,
        mut progress: impl FnMut(Progress) -> Result<()>,
    ) -> Result<Packed> {
        let rows = self.outgoing(extent)?;
        let going = self.attachments_with(&rows, extent)?;
        let rows = in_order(rows);
        let total = rows.len() as u64;
        let mut step = |done| {
            progress(Progress {
                step: "progress-pack",
                done,
                total,
            })
        };
        step(0)?;
        let segments = frame::segment_frames(self.db(), &rows, most / FRAMES_PER_FILE, step)?;
        let mut packed = self.pack_segments(segments, purpose)?;
        packed.records = records(&rows)?.len() as u64;
        let going = match purpose {
            // The answer to a newcomer must fit a mail as well as it can; what stays behind they ask for.
            ManifestPurpose::Answer => {
                let frames: u64 = packed.frames.iter().map(|frame| frame.info().packed).sum();
                let room = limit::MAIL_PART_BYTES.saturating_sub(packed.base + frames);
                attachment::fitting(going, room)
            }
            _ => going,
        };
        self.pack_attachments(packed, &going, most, progress)
    }

    /// What goes always, with these frames of segments and how many each holds; it is not divided yet.
    pub(super) fn pack_segments(
        &mut self,
        segments: Vec<(PackedFrame, u64)>,
        purpose: ManifestPurpose,
    ) -> Result<Packed> {
        let (kind, membership) = frame::membership_frame(self.db())?;
        let membership = PackedFrame::pack(kind, &membership)?;
        let (frames, held) = segments.into_iter().unzip();
        let heading = self.heading(purpose)?;
        let recipients = self.recipients()?;
        let receipts = receipt::frame(self.db())?;
        let always: Vec<&PackedFrame> = [&membership].into_iter().chain(&receipts).collect();
        let to = Recipients::Devices(recipients.clone());
        let empty = self.write_frames(io::sink(), &heading, &always, &to)?;
        Ok(Packed {
            parts: Vec::new(),
            heading,
            membership,
            receipts,
            frames,
            held,
            base: empty.bytes,
            records: 0,
            recipients,
            attachments: BTreeSet::new(),
        })
    }

    /// Adds attachments behind what is packed, and divides it into files of at most `most` bytes each.
    pub(super) fn pack_attachments(
        &self,
        mut packed: Packed,
        going: &[AttachedRow],
        most: u64,
        progress: impl FnMut(Progress) -> Result<()>,
    ) -> Result<Packed> {
        packed.frames.extend(self.attachment_frames(going, progress)?);
        packed.held.resize(packed.frames.len(), 0);
        packed.attachments = going.iter().map(|row| row.hash).collect();
        packed.parts = package::divide(&packed.frames, packed.base, most);
        Ok(packed)
    }

    /// Writes a package to these files: each whole and read back, all of them or none.
    pub fn write_packed(
        &mut self,
        packed: &Packed,
        targets: &[PathBuf],
        progress: impl FnMut(Progress) -> Result<()>,
    ) -> Result<Sent> {
        let frames = packed.frames.iter().map(|frame| frame.info().packed);
        let needed = frames.sum::<u64>() + packed.base * packed.parts.len() as u64;
        if let Some(first) = targets.first() {
            self.core.check_room(folder::folder_of(first), needed)?;
        }
        let folder = targets
            .first()
            .map_or(Path::new("."), |first| folder::folder_of(first));
        let unnamed = self.stage_all(packed, folder, progress)?;
        let sent = Sent {
            name: targets.first().map(|path| name_of_file(path)).unwrap_or_default(),
            number: packed.heading.counter,
            segments: packed.held.iter().sum(),
            records: packed.records,
            recipients: packed.recipients.len() as u64,
            bytes: unnamed.iter().map(|file| file.bytes).sum(),
            verified: true,
            files: unnamed
                .iter()
                .zip(targets)
                .map(|(file, target)| SentFile {
                    name: name_of_file(target),
                    bytes: file.bytes,
                })
                .collect(),
        };
        let noted: Vec<(Heading, u64)> = unnamed
            .iter()
            .map(|file| (file.heading.clone(), file.segments))
            .collect();
        give_names(unnamed, targets)?;
        self.note_sent(&noted, &sent, &packed.attachments)?;
        Ok(sent)
    }

    /// Writes the files of a package in a folder, each whole and read back; none has its name yet.
    pub(super) fn stage_all(
        &mut self,
        packed: &Packed,
        folder: &Path,
        mut progress: impl FnMut(Progress) -> Result<()>,
    ) -> Result<Vec<Unnamed>> {
        let recipients = Recipients::Devices(packed.recipients.clone());
        let identities = self.core.identity.identities();
        let total = packed.parts.len() as u64;
        let mut unnamed = Vec::with_capacity(packed.parts.len());
        let mut from = 0;
        for (part, frames) in (1..).zip(&packed.parts) {
            let range = from..from + frames;
            from = range.end;
            let mut heading = packed.heading.clone();
            heading.package = PackageId(random(&mut *self.core.surroundings));
            (heading.part, heading.parts) = (part, total);
            let inside = packed.frames.get(range.clone()).unwrap_or_default();
            let receipts = packed.receipts.iter().filter(|_| part == 1);
            let frames: Vec<&PackedFrame> = [&packed.membership]
                .into_iter()
                .chain(receipts)
                .chain(inside)
                .collect();
            let (file, bytes) = self.stage(folder, &heading, &frames, &recipients, &identities)?;
            unnamed.push(Unnamed {
                file,
                heading,
                segments: packed.held.get(range).unwrap_or_default().iter().sum(),
                bytes,
            });
            progress(Progress {
                step: "progress-write",
                done: part,
                total,
            })?;
        }
        Ok(unnamed)
    }

    /// Notes what was sent to whom.
    fn note_sent(
        &mut self,
        files: &[(Heading, u64)],
        sent: &Sent,
        attachments: &BTreeSet<Hash>,
    ) -> Result<()> {
        let now = self.core.now_ms();
        let tx = self.store.begin()?;
        for ((heading, segments), file) in files.iter().zip(&sent.files) {
            let row = PackageRow {
                id: heading.package.0,
                sent: true,
                device: heading.sender,
                counter: heading.counter,
                at_ms: now,
                segments: *segments,
            };
            own::add_package(&tx, &row)?;
            parcel::add(
                &tx,
                &parcel_of(heading, &file.name, file.bytes),
                &heading.recipients,
            )?;
        }
        // An answer reaches nobody but the newcomer, whoever could open it.
        if let Some((heading, _)) = files.first()
            && heading.purpose != ManifestPurpose::Answer
        {
            wanted::sent(&tx, &heading.recipients, attachments)?;
        }
        tx.commit().map_err(kring_store::error::StoreError::Sqlite)?;
        self.remember_now()?;
        Ok(journal::add(
            self.folder(),
            now,
            journal::Event::Export,
            &sent.number.to_string(),
        )?)
    }

    pub(super) fn write_frames(
        &self,
        out: impl Write,
        heading: &Heading,
        frames: &[&PackedFrame],
        recipients: &Recipients,
    ) -> Result<Written> {
        let secret = &self.core.identity.secret;
        let sign = |bytes: &[u8]| sign_raw(secret, bytes).0;
        let signer = Signer {
            device: self.device(),
            sign: &sign,
        };
        let mut again = self.pieces_again();
        Ok(package::write_packed(
            out, heading, frames, recipients, &signer, &mut again,
        )?)
    }

    /// The keys of all active devices.
    pub(super) fn recipients(&self) -> Result<Vec<[u8; 32]>> {
        let devices = self.core.circle()?.membership.active_devices();
        Ok(devices.map(|(_, device)| device.keys.age).collect())
    }

    /// Writes one file by itself: whole and read back with these identities, or not at all.
    pub(super) fn write_alone(
        &self,
        target: &Path,
        heading: &Heading,
        frames: &[(FrameKind, Vec<u8>)],
        recipients: &Recipients,
        identities: &Identities,
    ) -> Result<()> {
        let packed = frames
            .iter()
            .map(|(kind, plain)| PackedFrame::pack(*kind, plain))
            .collect::<std::result::Result<Vec<_>, _>>()?;
        let frames: Vec<&PackedFrame> = packed.iter().collect();
        let (file, _) = self.stage(
            folder::folder_of(target),
            heading,
            &frames,
            recipients,
            identities,
        )?;
        file.persist(target).map_err(|error| error.error)?;
        folder::sync_folder(folder::folder_of(target));
        Ok(())
    }

    /// A package in a temporary file of a folder: synced, opened again with these identities and compared.
    pub(super) fn stage(
        &self,
        folder: &Path,
        heading: &Heading,
        frames: &[&PackedFrame],
        recipients: &Recipients,
        identities: &Identities,
    ) -> Result<(NamedTempFile, u64)> {
        let temporary = tempfile::Builder::new()
            .prefix(".kring-")
            .suffix(".part")
            .tempfile_in(folder)?;
        let written = self.write_frames(BufWriter::new(temporary.as_file()), heading, frames, recipients)?;
        temporary.as_file().sync_all()?;
        let keys = self.core.identity.keys();
        package::verify_written(
            File::open(temporary.path())?,
            identities,
            &super::read::verify_with(|device: DeviceId| (device == self.device()).then_some(keys.sign)),
            &written,
        )?;
        Ok((temporary, written.bytes))
    }
}

/// What the ledger keeps of a file.
pub(super) fn parcel_of(heading: &Heading, name: &str, bytes: u64) -> ParcelRow {
    let own = heading.heads.iter().find(|head| head.log == heading.incarnation);
    ParcelRow {
        package: heading.package.0,
        name: name.to_owned(),
        part: heading.part,
        parts: heading.parts,
        bytes,
        incarnation: heading.incarnation,
        head: own.map_or(0, |head| head.seq),
    }
}

/// Gives all files their names, or takes back those that have one.
fn give_names(files: Vec<Unnamed>, targets: &[PathBuf]) -> Result<()> {
    let mut named: Vec<&PathBuf> = Vec::with_capacity(files.len());
    for (unnamed, target) in files.into_iter().zip(targets) {
        if let Err(error) = unnamed.file.persist(target) {
            for path in named {
                let _ = fs::remove_file(path);
            }
            return Err(error.error.into());
        }
        named.push(target);
    }
    for target in targets {
        folder::sync_folder(folder::folder_of(target));
    }
    Ok(())
}

/// Segments in an order in which each follows those of its chain, and what it may build on in other
/// chains: as they came here, but none before one that comes earlier in its chain. Branches of forks
/// go last.
fn in_order(rows: Vec<SegmentRow>) -> Vec<SegmentRow> {
    let mut arrived: BTreeMap<LogId, i64> = BTreeMap::new();
    let mut placed: Vec<_> = rows
        .into_iter()
        .map(|row| {
            let last = arrived.entry(row.log).or_default();
            *last = row.id.max(*last);
            (row.standing == Standing::Apart, *last, row)
        })
        .collect();
    placed.sort_by_key(|(is_apart, last, row)| (*is_apart, *last, row.log, row.seq));
    placed.into_iter().map(|(_, _, row)| row).collect()
}
