//! Who has what, as far as the packages that came in tell: per laptop, per record, and which file went
//! to whom.

use std::collections::{BTreeMap, BTreeSet};

use kring_domain::id::{DeviceId, MemberId};
use kring_store::Connection;
use kring_store::table::segment::{self, Standing};
use kring_store::table::{delivery, own, parcel};
use schemars::JsonSchema;
use serde::Serialize;

use super::member::name as member_name;
use crate::desk::{ById, Desk, Nothing};
use crate::error::Result;
use crate::exchange::outgoing::SentFile;
use crate::workspace::Workspace;

/// How a device of the circle stands.
#[derive(Debug, Serialize, JsonSchema)]
pub struct DeviceStanding {
    /// The device.
    pub device: DeviceId,
    /// Whose it is.
    pub member: MemberId,
    /// Their name.
    pub name: String,
    /// Whether it is this one.
    pub own: bool,
    /// Number of its last package that came in; absent if none did.
    pub last_package: Option<u64>,
    /// When that was, UTC milliseconds.
    pub last_ms: Option<u64>,
    /// Number of the last package from here that it can open; absent if none was made.
    pub last_sent: Option<u64>,
    /// When that was made, UTC milliseconds.
    pub last_sent_ms: Option<u64>,
    /// How many of the segments here it is not known to have.
    pub lacks: u64,
}

/// Who has what: every device of the circle and how far it is known to be.
pub fn list(desk: &mut Desk<'_>, _: Nothing) -> Result<Vec<DeviceStanding>> {
    let workspace = &*desk.workspace;
    let db = workspace.db();
    let heads = workspace.heads()?;
    let packages = own::packages(db)?;
    let mut standings = Vec::new();
    for (id, device) in workspace.core.circle()?.membership.active_devices() {
        let own = id == workspace.device();
        let known = own::peer_heads(db, id)?;
        let lacks = |head: &segment::ChainHead| {
            let seq = known
                .iter()
                .find(|(log, _, _)| *log == head.log)
                .map_or(0, |(_, seq, _)| *seq);
            head.seq.saturating_sub(seq)
        };
        let last = packages
            .iter()
            .filter(|package| !package.sent && package.device == id)
            .max_by_key(|package| package.counter);
        let sent = parcel::last_sent_to(db, id)?;
        standings.push(DeviceStanding {
            device: id,
            member: device.person,
            name: member_name(db, Some(device.person))?,
            own,
            last_package: last.map(|package| package.counter),
            last_ms: last.map(|package| package.at_ms),
            last_sent: sent.map(|(counter, _)| counter),
            last_sent_ms: sent.map(|(_, at_ms)| at_ms),
            lacks: if own { 0 } else { heads.iter().map(lacks).sum() },
        });
    }
    standings.sort_by(|a, b| (&a.name, a.device).cmp(&(&b.name, b.device)));
    Ok(standings)
}

/// Whether a device has a record as it is here.
#[derive(Debug, Serialize, JsonSchema)]
pub struct RecordStanding {
    /// The device.
    pub device: DeviceId,
    /// Whose it is.
    pub member: MemberId,
    /// Their name.
    pub name: String,
    /// Whether it is this one.
    pub own: bool,
    /// Whether it is known to have every change of the record that is here.
    pub has: bool,
}

/// Which devices are known to have a record as it is here. Nobody else has a private one.
pub fn of_record(desk: &mut Desk<'_>, input: ById) -> Result<Vec<RecordStanding>> {
    let workspace = &*desk.workspace;
    let db = workspace.db();
    let mut changes: Vec<segment::SegmentRow> = Vec::new();
    for (row, _) in segment::touching(db, input.id)? {
        if row.standing == Standing::Accepted {
            changes.push(row);
        }
    }
    let mut standings = Vec::new();
    for (id, device) in workspace.core.circle()?.membership.active_devices() {
        let own = id == workspace.device();
        standings.push(RecordStanding {
            device: id,
            member: device.person,
            name: member_name(db, Some(device.person))?,
            own,
            has: own || has_all(workspace, db, id, &changes)?,
        });
    }
    standings.sort_by(|a, b| (&a.name, a.device).cmp(&(&b.name, b.device)));
    Ok(standings)
}

fn has_all(
    workspace: &Workspace,
    db: &Connection,
    device: DeviceId,
    changes: &[segment::SegmentRow],
) -> Result<bool> {
    let said = own::peer_heads(db, device)?;
    for change in changes {
        let known = said.iter().find(|(log, _, _)| *log == change.log);
        match known {
            Some((log, seq, hash)) if *seq >= change.seq && !workspace.is_elsewhere(*log, *seq, *hash)? => {}
            _ => return Ok(false),
        }
    }
    Ok(!changes.is_empty())
}

/// A package of this laptop.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SentPackage {
    /// Its running number.
    pub number: u64,
    /// When it was made, UTC milliseconds.
    pub at_ms: u64,
    /// How many changes went.
    pub changes: u64,
    /// Its files.
    pub files: Vec<SentFile>,
    /// Who can open it, in order of name.
    pub recipients: Vec<String>,
    /// Those of them who said that they took all of it over.
    pub taken_over: Vec<String>,
}

/// The ledger: which files were made here and who can open them, newest first.
pub fn sent(desk: &mut Desk<'_>, _: Nothing) -> Result<Vec<SentPackage>> {
    let workspace = &*desk.workspace;
    let db = workspace.db();
    let membership = &workspace.core.circle()?.membership;
    let mut packages: Vec<SentPackage> = Vec::new();
    let mut ids: BTreeMap<(u64, u64), Vec<[u8; 16]>> = BTreeMap::new();
    for row in parcel::sent(db)? {
        let file = SentFile {
            name: row.parcel.name.clone(),
            bytes: row.parcel.bytes,
        };
        match packages
            .last_mut()
            .filter(|last| (last.number, last.at_ms) == (row.counter, row.at_ms))
        {
            Some(last) => {
                last.changes += row.segments;
                last.files.push(file);
            }
            None => {
                packages.push(SentPackage {
                    number: row.counter,
                    at_ms: row.at_ms,
                    changes: row.segments,
                    files: vec![file],
                    recipients: Vec::new(),
                    taken_over: Vec::new(),
                });
            }
        }
        ids.entry((row.counter, row.at_ms))
            .or_default()
            .push(row.parcel.package);
    }
    for package in &mut packages {
        let files = ids.remove(&(package.number, package.at_ms)).unwrap_or_default();
        let mut to = BTreeSet::new();
        let mut taken_over = BTreeSet::new();
        for device in parcel::devices(db, files.first().unwrap_or(&[0; 16]))? {
            if device == workspace.device() {
                continue;
            }
            let name = member_name(db, membership.person_of(device))?;
            let mut has_all = true;
            for file in &files {
                has_all &= delivery::has(db, device, file)?;
            }
            if has_all {
                taken_over.insert(name.clone());
            }
            to.insert(name);
        }
        package.recipients = to.into_iter().collect();
        package.taken_over = taken_over.into_iter().collect();
    }
    Ok(packages)
}
