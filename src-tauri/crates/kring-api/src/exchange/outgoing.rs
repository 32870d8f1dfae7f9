//! The one way out: every package leaves through here. What goes is every circle segment that the
//! recipients are not known to have, always closed and never skipping inside a chain.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use kring_domain::id::{DeviceId, Hash, LogId, RecordId};
use kring_store::table::own;
use kring_store::table::segment::{self, ChainHead, SegmentRow, Standing};
use kring_store::table::{document, erasure};
use kring_sync::limit;
use kring_sync::package::{Heading, ManifestPurpose, PackageId};
use kring_sync::segment::{Header, Scope};
use kring_trust::operation::Head;
use schemars::JsonSchema;
use serde::Serialize;

use crate::error::{Refusal, Result};
use crate::host::{numbered, random};
use crate::workspace::{Workspace, erase};

/// What a package held that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Sent {
    /// Name of the file, or of the first of several.
    pub name: String,
    /// Its files, in order: more than one where it was split so that each fits a mail.
    pub files: Vec<SentFile>,
    /// The sender's running number of this package.
    pub number: u64,
    /// How many segments went.
    pub segments: u64,
    /// How many records they touch.
    pub records: u64,
    /// For how many devices it is encrypted, this one included.
    pub recipients: u64,
    /// Length of all files in bytes.
    pub bytes: u64,
    /// Read back after writing and found to be what was meant.
    pub verified: bool,
}

/// One file of a package.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SentFile {
    /// Its name.
    pub name: String,
    /// Its length in bytes.
    pub bytes: u64,
}

/// Which segments go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// What the other members are not known to have.
    Missing,
    /// Everything.
    All,
}

impl Workspace {
    /// What a package would hold now, in order.
    pub fn outgoing(&self, extent: Extent) -> Result<Vec<SegmentRow>> {
        let mut rows = Vec::new();
        // Where a body is missing its chain goes on without it: whoever has it already loses nothing, and who
        // has not asks for it, as this laptop does by its heads.
        for head in segment::heads(self.db(), Scope::Circle.number())? {
            let from = match extent {
                Extent::All => 0,
                Extent::Missing => self.known_to_all(head.log)?,
            };
            rows.extend(segment::after(self.db(), head.log, from, head.seq)?);
        }
        // Both branches of a fork travel on, so that everyone sees it and sets the same apart.
        rows.extend(segment::standing(self.db(), Standing::Apart)?);
        Ok(rows)
    }

    /// How many records of each kind these segments touch, in order of kind.
    pub fn counts(&self, rows: &[SegmentRow]) -> Result<Vec<(&'static str, u64)>> {
        let mut counts: BTreeMap<&'static str, u64> = BTreeMap::new();
        for record in records(rows)? {
            if let Some(row) = document::get(self.db(), record)? {
                *counts.entry(row.kind.code()).or_default() += 1;
            }
        }
        Ok(counts.into_iter().collect())
    }

    /// How far every other active device is known to be in a chain: the least of what they said.
    fn known_to_all(&self, log: LogId) -> Result<u64> {
        let membership = &self.core.circle()?.membership;
        let mut least = u64::MAX;
        for (device, _) in membership
            .active_devices()
            .filter(|(device, _)| *device != self.device())
        {
            let known = own::peer_heads(self.db(), device)?;
            let said = known.iter().find(|(known, _, _)| *known == log);
            let seq = match said {
                Some((_, seq, hash)) if !self.is_elsewhere(log, *seq, *hash)? => *seq,
                _ => 0,
            };
            least = least.min(seq);
        }
        Ok(if least == u64::MAX { 0 } else { least })
    }

    /// Whether another segment stands here in the place that a device named: then that device has
    /// another branch, and what it has of the chain is not known.
    pub(crate) fn is_elsewhere(&self, log: LogId, seq: u64, hash: Hash) -> Result<bool> {
        let here = segment::at(self.db(), log, seq)?;
        Ok(!here.is_empty() && here.iter().all(|row| row.hash != hash))
    }

    /// The name a package gets: "2026-11-21 Kenniskring gezinshuizen – van Annelies (pakket 14).kring".
    pub fn package_name(&self) -> Result<String> {
        let number = own::next_package_counter(self.db())?;
        crate::use_case::exchange::package_name(self, number, None)
    }

    /// Writes a package for all active devices: whole and read back, or not at all. It is one file
    /// unless it is larger than any file may be.
    pub fn write_package(&mut self, target: &Path, extent: Extent, purpose: ManifestPurpose) -> Result<Sent> {
        let packed = self.pack(extent, purpose, limit::FILE_BYTES, |_| Ok(()))?;
        let targets = numbered(target, packed.files());
        self.write_packed(&packed, &targets, |_| Ok(()))
    }

    /// What every file of a package says of itself; each gets its own id and place.
    pub(super) fn heading(&mut self, purpose: ManifestPurpose) -> Result<Heading> {
        let id = PackageId(random(&mut *self.core.surroundings));
        let circle = self.core.circle()?;
        Ok(Heading {
            app_version: env!("CARGO_PKG_VERSION").to_owned(),
            circle: circle.id,
            package: id,
            counter: own::next_package_counter(self.db())?,
            sender: self.device(),
            incarnation: self.core.log(Scope::Circle),
            heads: erase::whole_heads(self.db())?.into_iter().map(head).collect(),
            state: self.said_state()?,
            wanted: self.lacking()?,
            recipients: circle
                .membership
                .active_devices()
                .map(|(device, _)| device)
                .collect::<Vec<DeviceId>>(),
            membership: circle.membership.heads_for(self.device()),
            purpose,
            part: 1,
            parts: 1,
            wall_ms: self.core.now_ms(),
        })
    }

    /// The digest to be held against that of whoever has the same heads. Where a body is missing the heads
    /// do not say all that is here, so nothing is said.
    fn said_state(&self) -> Result<Hash> {
        if erasure::with_holes(self.db())?.is_empty() {
            self.state()
        } else {
            Ok(NO_STATE)
        }
    }
}

/// What stands for the digest of a state that is not said.
pub(super) const NO_STATE: Hash = Hash::ZERO;

/// A head as packages and headers name it.
pub(crate) fn head(head: ChainHead) -> Head {
    Head {
        log: head.log,
        seq: head.seq,
        hash: head.hash,
    }
}

/// The records that segments touch.
pub(super) fn records(rows: &[SegmentRow]) -> Result<BTreeSet<RecordId>> {
    let mut records = BTreeSet::new();
    for row in rows {
        let header = Header::decode(&row.header).map_err(|_| Refusal::SegmentForm)?;
        records.extend(header.parts.iter().map(|part| part.record));
    }
    Ok(records)
}
