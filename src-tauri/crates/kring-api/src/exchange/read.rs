//! Reading a package into memory, after everything that can be checked without the database was:
//! size, spool, container, manifest, sender, frames, and every segment's form and signature.

use std::cell::RefCell;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use kring_domain::id::{CircleId, DeviceId, Hash};
use kring_store::folder::Folder;
use kring_store::{Connection, journal, quarantine};
use kring_sync::limit;
use kring_sync::package::{
    self, ChunkInfo, FrameKind, Heading, Manifest, ManifestPurpose, PackageError, Passing, SenderDoubt,
};
use kring_sync::segment::{Scope, Segment, SegmentKind};
use kring_trust::genesis::Genesis;
use kring_trust::membership::Membership;
use kring_trust::operation::{Right, SignedOperation};
use kring_trust::signature::{Signature, verify_raw};

use super::frame;
use super::receipt::{self, Receipts};
use crate::error::{ApiError, Refusal, Result};
use crate::use_case::name_of_file;
use crate::workspace::age_key::has_destroyed_keys;
use crate::workspace::space;
use crate::workspace::{Core, Identity, Workspace, operations};

/// A package that may be taken over.
pub struct Incoming {
    /// What it says of itself; the signature fits.
    pub manifest: Manifest,
    /// The circle's beginning, as it travels along.
    pub genesis: Genesis,
    /// Membership operations in it that this store does not have.
    pub new_operations: Vec<SignedOperation>,
    /// The membership with them.
    pub membership: Membership,
    /// Its segments, each signed by a device of the circle.
    pub segments: Vec<Segment>,
    /// The packages that its sender says it took over, if it says so.
    pub receipts: Option<Receipts>,
    /// The file's name without its folder, and its length.
    pub file: (String, u64),
    /// SHA-256 of the signed manifest.
    pub seal: Hash,
    /// Where it lies for as long as this is there.
    path: PathBuf,
    /// The copy in the spool, where it is this one's own.
    _spooled: Option<Spooled>,
}

/// A check of signatures with the keys that are known.
pub fn verify_with(
    key_of: impl Fn(DeviceId) -> Option<[u8; 32]>,
) -> impl Fn(DeviceId, &[u8], &[u8; 64]) -> std::result::Result<(), SenderDoubt> {
    move |device, bytes, signature| {
        let key = key_of(device).ok_or(SenderDoubt::Unknown)?;
        verify_raw(&key, bytes, &Signature(*signature)).map_err(|_| SenderDoubt::Forged)
    }
}

/// The signature of a sender whose key may travel in the same package.
pub(super) type Deferred = RefCell<Option<(DeviceId, Vec<u8>, [u8; 64])>>;

impl Workspace {
    /// Copies a file to the spool and reads it as a package. Nothing of the store is touched.
    pub fn read_package(&self, path: &Path) -> Result<Incoming> {
        self.core.reader(self.db(), self.folder()).read(path)
    }
}

impl Core {
    /// A reader of packages that judges them by what is in this database now.
    pub(crate) fn reader<'a>(&'a self, db: &'a Connection, folder: &'a Folder) -> Reader<'a> {
        Reader {
            db,
            folder,
            identity: &self.identity,
            expected: self.circle.as_ref().map(|circle| circle.id),
            free: self.surroundings.free_bytes(&folder.spool()),
        }
    }
}

/// Keeps a package that was refused because of its sender, as a coordinator may still need it, or because
/// this version of the app is too old for it.
pub(super) fn quarantine_if_needed(
    folder: &Folder,
    path: &Path,
    error: &ApiError,
    now_ms: u64,
) -> Result<()> {
    let (ApiError::Refused(Refusal::SenderNotMember) | ApiError::Package(PackageError::Version)) = error
    else {
        return Ok(());
    };
    if quarantine::keep(folder, path, now_ms)? {
        journal::add(folder, now_ms, journal::Event::Quarantine, "")?;
    }
    Ok(())
}

/// Reads packages against what is in a database, and changes nothing of it.
pub(crate) struct Reader<'a> {
    db: &'a Connection,
    folder: &'a Folder,
    identity: &'a Identity,
    expected: Option<CircleId>,
    /// How much room there is for what comes in.
    free: Option<u64>,
}

impl Reader<'_> {
    /// Copies a file to the spool and reads it.
    pub fn read(&self, path: &Path) -> Result<Incoming> {
        let spooled = Spooled::copy(self.folder, path, self.free)?;
        let read = match self.read_spooled(&spooled.path) {
            Err(ApiError::Package(PackageError::NotForMe)) if has_destroyed_keys(self.db)? => {
                Err(Refusal::PackageTooOld.into())
            }
            read => read,
        };
        let mut incoming = read?;
        incoming.file = (name_of_file(path), spooled.bytes);
        incoming._spooled = Some(spooled);
        Ok(incoming)
    }

    /// What a file says of itself, unproven: good for putting files in order, and for nothing else.
    pub fn peek(&self, path: &Path) -> Option<Heading> {
        let metadata = fs::metadata(path).ok()?;
        if !metadata.is_file() || metadata.len() > limit::FILE_BYTES {
            return None;
        }
        let identities = self.identity.identities();
        let opened = package::read(
            File::open(path).ok()?,
            &identities,
            &|_, _, _| Ok(()),
            self.expected,
        );
        Some(opened.ok()?.manifest().heading.clone())
    }

    /// Reads a file as a package that lies where nobody changes it.
    pub fn read_spooled(&self, path: &Path) -> Result<Incoming> {
        let expected = self.expected;
        let deferred: Deferred = RefCell::new(None);
        let verify = |device: DeviceId, bytes: &[u8], signature: &[u8; 64]| {
            *deferred.borrow_mut() = Some((device, bytes.to_vec(), *signature));
            Ok(())
        };
        // Once to the end, so that nothing is looked at before everything is there and authentic.
        let identities = self.identity.identities();
        package::read(File::open(path)?, &identities, &verify, expected)?.finish()?;

        let mut opened = package::read(File::open(path)?, &identities, &verify, expected)?;
        let (manifest, seal) = (opened.manifest().clone(), opened.seal());
        let mut passing = Passing::default();
        let mut membership = None;
        let mut segments = Vec::new();
        let mut receipts = None;
        while let Some((info, plain)) = opened.next_frame()? {
            match info.kind {
                FrameKind::Membership if membership.is_some() => return Err(Refusal::MembershipForm.into()),
                FrameKind::Membership => membership = Some(frame::read_membership(&plain)?),
                FrameKind::Segments => segments.extend(frame::read_segments(&plain)?),
                FrameKind::Receipts if receipts.is_some() => return Err(Refusal::ReceiptForm.into()),
                FrameKind::Receipts => receipts = Some(receipt::read(&plain)?),
                FrameKind::AttachmentChunk => {
                    info.chunk.map_or(Ok(()), |chunk| passing.piece(&chunk, &plain))?;
                }
                _ => {}
            }
        }
        opened.finish()?;
        let (genesis, operations) = membership.ok_or(Refusal::MembershipForm)?;
        if genesis.circle_id() != manifest.heading.circle {
            return Err(Refusal::MembershipForm.into());
        }
        let (new_operations, membership) = self.with_operations(&genesis, operations)?;
        check_sender(&manifest, &membership, &deferred)?;
        self.check_purpose(&manifest.heading)?;
        let incoming = Incoming {
            manifest,
            genesis,
            new_operations,
            membership,
            segments,
            receipts,
            file: (String::new(), 0),
            seal,
            path: path.to_owned(),
            _spooled: None,
        };
        incoming.check_segments(self.db)?;
        Ok(incoming)
    }

    /// What is no package to take over is refused, and what is not addressed to this device: who is not
    /// named by the sender got it from someone who was.
    fn check_purpose(&self, heading: &Heading) -> Result<()> {
        match heading.purpose {
            ManifestPurpose::Sync
            | ManifestPurpose::Full
            | ManifestPurpose::Answer
            | ManifestPurpose::Receipt => {}
            ManifestPurpose::Invite | ManifestPurpose::Join => return Err(Refusal::PurposeElsewhere.into()),
            ManifestPurpose::Unknown(_) => return Err(PackageError::Version.into()),
        }
        // A store without a circle takes nothing but the answer to its own card, which is checked apart.
        if self.expected.is_none() || heading.recipients.contains(&self.identity.device) {
            Ok(())
        } else {
            Err(Refusal::NotAddressed.into())
        }
    }

    /// The membership of this store and of a package together.
    fn with_operations(
        &self,
        genesis: &Genesis,
        operations_in: Vec<SignedOperation>,
    ) -> Result<(Vec<SignedOperation>, Membership)> {
        let mut all = operations(self.db)?;
        let known: std::collections::BTreeSet<_> = all.iter().map(SignedOperation::hash).collect();
        let mut new: Vec<SignedOperation> = operations_in
            .into_iter()
            .filter(|operation| !known.contains(&operation.hash()))
            .collect();
        new.sort_by_key(SignedOperation::hash);
        new.dedup_by_key(|operation| operation.hash());
        all.extend(new.iter().cloned());
        let membership = Membership::resolve(genesis, &all);
        let refused: std::collections::BTreeSet<_> =
            membership.set_aside().iter().map(|entry| entry.hash).collect();
        if new
            .iter()
            .any(|operation| refused.contains(&operation.hash()) && operation.operation().is_ok())
        {
            return Err(Refusal::MembershipForm.into());
        }
        Ok((new, membership))
    }
}

pub(super) fn check_sender(manifest: &Manifest, membership: &Membership, deferred: &Deferred) -> Result<()> {
    let (device, bytes, signature) = deferred.borrow_mut().take().ok_or(PackageError::Signature)?;
    let Some(known) = membership.device(device) else {
        return Err(Refusal::SenderNotMember.into());
    };
    verify_raw(&known.keys.sign, &bytes, &Signature(signature)).map_err(|_| PackageError::Signature)?;
    let then = membership
        .at(&manifest.heading.membership)
        .ok_or(Refusal::MembershipForm)?;
    if !then.is_active(device) {
        return Err(Refusal::SenderNotMember.into());
    }
    let right = then.person_of(device).and_then(|person| then.right_of(person));
    let lets_in = [ManifestPurpose::Answer, ManifestPurpose::Invite].contains(&manifest.heading.purpose);
    if lets_in && right != Some(Right::Coordinator) {
        return Err(Refusal::SenderNotMember.into());
    }
    Ok(())
}

impl Incoming {
    /// Where the file lies.
    pub(super) fn lies_at(&self) -> &Path {
        &self.path
    }

    /// The pieces of attachments in it.
    pub(super) fn pieces(&self) -> impl Iterator<Item = &ChunkInfo> {
        self.manifest
            .frames
            .iter()
            .filter_map(|frame| frame.chunk.as_ref())
    }

    /// No byte of an author that was not verified reaches the merge engine: form, circle, scope and
    /// signature of every segment that is not here yet.
    fn check_segments(&self, db: &Connection) -> Result<()> {
        for segment in &self.segments {
            if segment.header.scope != Scope::Circle {
                return Err(Refusal::SegmentPrivate.into());
            }
            if segment.header.circle != self.manifest.heading.circle {
                return Err(Refusal::SegmentCircle.into());
            }
            // Whether an erasure took a body away shows when all segments are in their chains. What
            // erases is never bare itself.
            let is_bare = segment.bodies.iter().any(Option::is_none);
            if is_bare && segment.header.kind != SegmentKind::Edit {
                return Err(Refusal::SegmentForm.into());
            }
            if kring_store::table::segment::by_hash(db, segment.hash())?.is_some() {
                continue;
            }
            let key = self
                .membership
                .sign_key(segment.header.device)
                .ok_or(Refusal::SegmentStranger)?;
            segment.verify(&key).map_err(|_| Refusal::SegmentSignature)?;
        }
        Ok(())
    }
}

/// How much room each byte of a package may take: its copy, the log, and the log that SQLite writes ahead.
const ROOM_PER_BYTE: u64 = 4;

/// How names in the spool begin.
const SPOOLED: &str = "in-";

/// Removes what an end of the app in the middle of reading left in the spool.
pub(crate) fn sweep_spool(folder: &Folder) -> Result<()> {
    for entry in fs::read_dir(folder.spool())? {
        let entry = entry?;
        if entry.file_name().to_string_lossy().starts_with(SPOOLED) {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

/// A copy of a package in the spool, still encrypted, removed when it is no longer needed.
pub(super) struct Spooled {
    path: PathBuf,
    bytes: u64,
}

impl Spooled {
    /// Copies a file, as it is at this moment, if there is room for it.
    pub fn copy(folder: &Folder, from: &Path, free: Option<u64>) -> Result<Self> {
        let unreadable = |_: io::Error| ApiError::Refused(Refusal::FileUnreadable);
        // A pipe or device would block or never end.
        let metadata = fs::metadata(from).map_err(unreadable)?;
        if !metadata.is_file() {
            return Err(Refusal::FileUnreadable.into());
        }
        if metadata.len() > limit::FILE_BYTES {
            return Err(Refusal::FileTooLarge.into());
        }
        space::check(free, metadata.len().saturating_mul(ROOM_PER_BYTE))?;
        let mut source = File::open(from).map_err(unreadable)?.take(limit::FILE_BYTES + 1);
        let (mut file, path) = tempfile::Builder::new()
            .prefix(SPOOLED)
            .suffix(".kring")
            .tempfile_in(folder.spool())?
            .keep()
            .map_err(|error| error.error)?;
        let mut spooled = Self { path, bytes: 0 };
        spooled.bytes = io::copy(&mut source, &mut file)?;
        if spooled.bytes > limit::FILE_BYTES {
            return Err(Refusal::FileTooLarge.into());
        }
        Ok(spooled)
    }

    /// Where the copy lies.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

impl Drop for Spooled {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.path);
    }
}
