//! Notices that a store was copied or restored: then this device begins new chains by itself, so
//! that no two laptops ever write the same chain. The marker that tells lies in the system's state
//! folder and never beside the store.

use std::fs;
use std::path::PathBuf;

use kring_domain::id::LogId;
use kring_store::Connection;
use kring_store::folder::Folder;
use kring_store::table::own;
use kring_store::table::segment::{self, ChainHead};
use serde::{Deserialize, Serialize};

use super::Workspace;
use super::identity::{self, Identity};
use crate::error::Result;
use crate::host::Surroundings;

/// What is remembered of a store outside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Marker {
    path: String,
    machine: String,
    circle: Place,
    private: Place,
    /// The number of the last package that was sent. Who sends and never writes has chains that do not
    /// tell, and what an earlier package said of the store would be taken for what it has now.
    #[serde(default)]
    packages: u64,
}

/// How far a chain is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Place {
    log: LogId,
    seq: u64,
    hash: String,
}

/// The setting that says a marker was written for this store, so that its absence means a copy.
const MARKED: &str = "marked";

/// Whether the store is not the one that was last open here under this name. If so, new chains begin.
pub fn renew_if_copied(
    db: &Connection,
    folder: &Folder,
    identity: &Identity,
    surroundings: &mut dyn Surroundings,
) -> Result<bool> {
    let Some(path) = marker_path(identity, surroundings) else {
        return Ok(false);
    };
    let was_marked = own::setting(db, MARKED)?.is_some();
    let remembered: Option<Marker> = fs::read(path)
        .ok()
        .and_then(|bytes| serde_json::from_slice(&bytes).ok());
    let copied = match remembered {
        None => was_marked,
        Some(marker) => {
            let now = current(db, folder, identity, surroundings)?;
            marker.path != now.path
                || marker.machine != now.machine
                || marker.packages > now.packages
                || behind(db, &now.circle, &marker.circle)?
                || behind(db, &now.private, &marker.private)?
        }
    };
    if copied {
        identity::begin_chains(db, identity.device, surroundings)?;
    }
    Ok(copied)
}

/// Whether the chain here lacks what the marker remembers of it.
fn behind(db: &Connection, now: &Place, remembered: &Place) -> Result<bool> {
    if now.log != remembered.log || remembered.seq == 0 {
        return Ok(now.log != remembered.log);
    }
    let there = segment::at(db, remembered.log, remembered.seq)?;
    Ok(!there.iter().any(|row| row.hash.to_string() == remembered.hash))
}

impl Workspace {
    /// Remembers how far this store is.
    pub(crate) fn remember_now(&self) -> Result<()> {
        let core = &self.core;
        remember(
            self.store.db(),
            self.store.folder(),
            &core.identity,
            &*core.surroundings,
        )
    }

    /// After an import: begins new chains when it brought segments of an own chain that were not here,
    /// because then this store is a restored one; and remembers how far it is.
    pub(crate) fn remember_place(&mut self, own_head_before: Option<ChainHead>) -> Result<()> {
        let now = segment::head(self.store.db(), self.core.identity.circle_log)?;
        if now != own_head_before {
            identity::begin_chains(
                self.store.db(),
                self.core.identity.device,
                &mut *self.core.surroundings,
            )?;
            self.core.identity = Identity::read(self.store.db(), &mut *self.core.surroundings)?;
        }
        self.remember_now()
    }
}

/// Remembers how far this store is. It need not be durable: a marker that is behind does no harm.
pub fn remember(
    db: &Connection,
    folder: &Folder,
    identity: &Identity,
    surroundings: &dyn Surroundings,
) -> Result<()> {
    let Some(path) = marker_path(identity, surroundings) else {
        return Ok(());
    };
    if own::setting(db, MARKED)?.is_none() {
        own::set_setting(db, MARKED, b"1")?;
    }
    let marker = current(db, folder, identity, surroundings)?;
    if let Some(parent) = path.parent() {
        let _ = fs::create_dir_all(parent);
    }
    let unfinished = path.with_extension(format!("{}", std::process::id()));
    let written = serde_json::to_vec(&marker)
        .ok()
        .is_some_and(|bytes| fs::write(&unfinished, bytes).is_ok());
    if written {
        let _ = fs::rename(&unfinished, &path);
    }
    Ok(())
}

fn current(
    db: &Connection,
    folder: &Folder,
    identity: &Identity,
    surroundings: &dyn Surroundings,
) -> Result<Marker> {
    let place = |log: LogId| -> Result<Place> {
        let head = segment::head(db, log)?;
        Ok(Place {
            log,
            seq: head.map_or(0, |head| head.seq),
            hash: head.map(|head| head.hash.to_string()).unwrap_or_default(),
        })
    };
    let path = folder
        .path()
        .canonicalize()
        .unwrap_or_else(|_| folder.path().to_owned());
    Ok(Marker {
        path: path.to_string_lossy().into_owned(),
        machine: surroundings.machine(),
        circle: place(identity.circle_log)?,
        private: place(identity.private_log)?,
        packages: own::next_package_counter(db)?.saturating_sub(1),
    })
}

fn marker_path(identity: &Identity, surroundings: &dyn Surroundings) -> Option<PathBuf> {
    let name: String = identity
        .store_id
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    Some(
        surroundings
            .state_folder()?
            .join("stores")
            .join(format!("{name}.json")),
    )
}
