//! Attachments on their way. What goes: those that the segments of a package attach, and those that others
//! said to lack, as far as records of the circle have them. What comes in: pieces of what is named here, each
//! held against its hash; they add up over files. What nothing names is left where it is. Whoever names the
//! attachment of somebody's private record does not get it by that.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io;

use kring_domain::attachment::{FIELD, pieces};
use kring_domain::id::{DeviceId, Hash, RecordId};
use kring_store::Connection;
use kring_store::attachment::{Attachments, PieceOf};
use kring_store::table::attached::{self, AttachedRow};
use kring_store::table::segment::{self, SegmentRow, Standing};
use kring_store::table::wanted;
use kring_sync::limit;
use kring_sync::package::{self, ChunkInfo, Identities, PackageError, PackedFrame};
use kring_sync::segment::Header;

use super::outgoing::Extent;
use super::read::Incoming;
use crate::error::{Refusal, Result};
use crate::host::{Host, Progress};
use crate::use_case::exchange::under_way;
use crate::workspace::Workspace;
use crate::workspace::document::load;

impl Workspace {
    /// The attachments that go along with these segments, the smallest first: those that the segments
    /// attach and those that others lack, of records of the circle alone.
    pub(crate) fn attachments_with(&self, rows: &[SegmentRow], extent: Extent) -> Result<Vec<AttachedRow>> {
        let mut going = attached::of_circle(self.db())?;
        if going.is_empty() {
            return Ok(going);
        }
        if extent == Extent::Missing {
            let mut asked = attached_by(self.db(), rows)?;
            asked.extend(wanted::of(self.db(), &self.others()?)?);
            going.retain(|row| asked.contains(&row.hash));
        }
        let mut here = Vec::with_capacity(going.len());
        for row in going {
            // How long it is follows from its bytes, and not from what a record says.
            let length = self.store.attachments().length(row.hash)?;
            if let Some(bytes) = length
                && self.is_given(row.hash)?
            {
                here.push(AttachedRow { bytes, ..row });
            }
        }
        here.sort_by_key(|row| (row.bytes, row.hash));
        Ok(here)
    }

    /// Whether an attachment is the circle's to have: one that was stored for a private record is so only
    /// when it was attached to a record of the circle here, and not when others name it.
    fn is_given(&self, hash: Hash) -> Result<bool> {
        if !self.store.attachments().is_private(hash)? {
            return Ok(true);
        }
        let key = format!("{FIELD}/{hash}");
        for record in attached::having_in_circle(self.db(), hash)? {
            let document = load(self.db(), record, 0)?;
            for (segment, part) in segment::touching(self.db(), record)? {
                let is_own = segment.device == self.device() && part.applied;
                if is_own && document.touched(part.peer, part.first, part.next).contains(&key) {
                    return Ok(true);
                }
            }
        }
        Ok(false)
    }

    /// The other devices of the circle.
    fn others(&self) -> Result<Vec<DeviceId>> {
        let devices = self.core.circle()?.membership.active_devices();
        Ok(devices
            .map(|(device, _)| device)
            .filter(|device| *device != self.device())
            .collect())
    }

    /// The frames in which attachments go; the bytes are read again when they are written.
    pub(super) fn attachment_frames(
        &self,
        going: &[AttachedRow],
        mut progress: impl FnMut(Progress) -> Result<()>,
    ) -> Result<Vec<PackedFrame>> {
        let total = going.iter().map(|row| pieces(row.bytes)).sum();
        let mut frames = Vec::new();
        for row in going {
            for place in 0..pieces(row.bytes) {
                let piece = self.store.attachments().piece(row.hash, place)?;
                let chunk = ChunkInfo {
                    attachment: row.hash,
                    place,
                    bytes: row.bytes,
                };
                frames.push(chunk.frame(&piece.unwrap_or_default())?);
                progress(Progress {
                    step: "progress-attachments",
                    done: frames.len() as u64,
                    total,
                })?;
            }
        }
        Ok(frames)
    }

    /// Gives the pieces again that frames were made of.
    pub(super) fn pieces_again(&self) -> impl FnMut(&ChunkInfo) -> io::Result<Vec<u8>> + '_ {
        |chunk| {
            let piece = self.store.attachments().piece(chunk.attachment, chunk.place);
            piece
                .map_err(io::Error::other)?
                .ok_or(io::ErrorKind::NotFound.into())
        }
    }

    /// The attachments that records of the circle have and this laptop lacks: what its packages ask for.
    pub(crate) fn lacking(&self) -> Result<Vec<Hash>> {
        let named = attached::of_circle(self.db())?;
        if named.is_empty() {
            return Ok(Vec::new());
        }
        let here = self.store.attachments().whole()?;
        let lacking = named
            .iter()
            .map(|row| row.hash)
            .filter(|hash| !here.contains(hash));
        Ok(lacking.take(limit::WANTED).collect())
    }
}

/// The attachments that these segments attach. A later change of the same record takes none of them along
/// again.
fn attached_by(db: &Connection, rows: &[SegmentRow]) -> Result<BTreeSet<Hash>> {
    let having: BTreeSet<RecordId> = attached::having(db)?;
    let mut spans: BTreeMap<RecordId, Vec<(u64, u32, u32)>> = BTreeMap::new();
    for row in rows {
        let header = Header::decode(&row.header).map_err(|_| Refusal::SegmentForm)?;
        for part in header.parts.iter().filter(|part| having.contains(&part.record)) {
            let span = (header.peer(), part.from, part.to);
            spans.entry(part.record).or_default().push(span);
        }
    }
    let mut attached = BTreeSet::new();
    for (record, spans) in spans {
        let document = load(db, record, 0)?;
        for (peer, from, to) in spans {
            if from < to && document.has(peer, to) {
                let touched = document.touched(peer, from, to);
                attached.extend(touched.iter().filter_map(|key| hash_in(key)));
            }
        }
    }
    Ok(attached)
}

/// The attachment that a key of a change is about.
fn hash_in(key: &str) -> Option<Hash> {
    key.strip_prefix(FIELD)?.strip_prefix('/')?.parse().ok()
}

/// Keeps those that fit beside what goes anyway into a file of so many bytes.
pub(super) fn fitting(going: Vec<AttachedRow>, room: u64) -> Vec<AttachedRow> {
    let mut left = room;
    let mut fits = |row: &AttachedRow| {
        let rest = left.checked_sub(row.bytes + pieces(row.bytes) * 256);
        left = rest.unwrap_or(left);
        rest.is_some()
    };
    going.into_iter().filter(|row| fits(row)).collect()
}

/// Notes what the sender of a package lacks, if this says it anew, and that its recipients get what is in it.
pub(super) fn note_wanted(db: &Connection, incoming: &Incoming, is_newest: bool) -> Result<()> {
    let heading = &incoming.manifest.heading;
    if is_newest {
        let asked = heading.wanted.get(..limit::WANTED).unwrap_or(&heading.wanted);
        wanted::replace(db, heading.sender, asked)?;
    }
    let sent: BTreeSet<Hash> = incoming.pieces().map(|chunk| chunk.attachment).collect();
    Ok(wanted::sent(db, &heading.recipients, &sent)?)
}

/// The attachments in a package of which something is to be kept, by what the database names now: with the
/// moment it came where nothing names it yet but what is still to come may.
fn worth_keeping(
    db: &Connection,
    incoming: &Incoming,
    attachments: &Attachments,
    now_ms: u64,
) -> Result<BTreeMap<Hash, Option<u64>>> {
    let hashes: BTreeSet<Hash> = incoming.pieces().map(|chunk| chunk.attachment).collect();
    let mut worth = BTreeMap::new();
    if hashes.is_empty() {
        return Ok(worth);
    }
    let here = attachments.whole()?;
    let more_comes = incoming.manifest.heading.parts > 1
        || !segment::standing(db, Standing::Waiting)?.is_empty()
        || segment::count_waiting_parts(db)? > 0;
    for hash in hashes.difference(&here) {
        if attached::is_named(db, *hash)? {
            worth.insert(*hash, None);
        } else if more_comes {
            worth.insert(*hash, Some(now_ms));
        }
    }
    Ok(worth)
}

/// How many attachments a package would complete, by what the database names now.
pub(super) fn would_come(db: &Connection, incoming: &Incoming, attachments: &Attachments) -> Result<u64> {
    let worth = worth_keeping(db, incoming, attachments, 0)?;
    let mut counts: BTreeMap<Hash, (u64, u64)> = BTreeMap::new();
    for chunk in incoming.pieces() {
        let count = counts.entry(chunk.attachment).or_insert((0, chunk.pieces()));
        count.0 += 1;
    }
    let is_whole = |hash: &Hash| counts.get(hash).is_some_and(|(here, all)| here >= all);
    Ok(worth
        .iter()
        .filter(|(hash, unnamed)| unnamed.is_none() && is_whole(hash))
        .count() as u64)
}

/// Takes the pieces of a package in, before the records that name them are committed. Answers how many
/// attachments are whole with them.
pub(super) fn take_in(
    db: &Connection,
    incoming: &Incoming,
    identities: &Identities,
    attachments: &mut Attachments,
    now_ms: u64,
    host: &mut dyn Host,
) -> Result<u64> {
    let worth = worth_keeping(db, incoming, attachments, now_ms)?;
    if worth.is_empty() {
        return Ok(0);
    }
    // The same bytes that were read to their end and verified before; its manifest says so.
    let circle = Some(incoming.manifest.heading.circle);
    let file = File::open(incoming.lies_at())?;
    let mut opened = package::read(file, identities, &|_, _, _| Ok(()), circle)?;
    if opened.seal() != incoming.seal {
        return Err(PackageError::Damaged.into());
    }
    let total = incoming.pieces().count() as u64;
    let mut done = 0;
    let mut intake = attachments.take_in()?;
    while let Some((info, piece)) = opened.next_frame()? {
        let Some(chunk) = info.chunk else { continue };
        if let Some(unnamed_ms) = worth.get(&chunk.attachment) {
            let of = PieceOf {
                hash: chunk.attachment,
                bytes: chunk.bytes,
                place: chunk.place,
            };
            intake.add(of, &piece, *unnamed_ms)?;
        }
        done += 1;
        let progress = Progress {
            step: "progress-attachments-in",
            done,
            total,
        };
        under_way(host, progress)?;
    }
    opened.finish()?;
    let whole = intake.finish()?;
    let is_named = |hash: &&Hash| worth.get(*hash).is_some_and(Option::is_none);
    Ok(whole.iter().filter(is_named).count() as u64)
}
