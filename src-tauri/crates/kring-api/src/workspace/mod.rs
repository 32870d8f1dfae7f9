//! An open circle on this laptop: its store, this device's identity, and the membership it knows.
//! Every change goes through [`Workspace::transact`].

mod act;
pub(crate) mod age_key;
mod attachment;
mod check;
pub(crate) mod document;
mod drafts;
mod due_backup;
pub(crate) mod erase;
mod identity;
mod incarnation;
mod membership;
mod passphrase;
pub(crate) mod project;
mod restore;
pub(crate) mod space;
mod touch;
mod unlock;
mod write;

use std::path::PathBuf;

use kring_domain::id::{CircleId, DeviceId, Hash, LogId, MemberId, RecordId};
use kring_domain::text::{Catalogue, Language};
use kring_store::Connection;
use kring_store::attachment::Attachments;
use kring_store::folder::Folder;
use kring_store::store::Store;
use kring_store::table::{membership as membership_table, segment};
use kring_sync::segment::Scope;
use kring_trust::genesis::Genesis;
use kring_trust::hash::sha256;
use kring_trust::membership::Membership;
use kring_trust::operation::{Right, SignedOperation};
use kring_trust::wrap::StoreKey;

pub use act::{Act, Done};
pub use check::Checked;
pub use due_backup::DueBackup;
pub(crate) use identity::{Identity, person_in, set_person};
pub(crate) use project::shape_of;
pub use restore::{Difference, Turn};
pub(crate) use unlock::set_own_card;
pub use unlock::{Kdf, NewCircle, NewStore, PrintedKeys, Unlock};

use self::document::Documents;
use self::drafts::Drafts;
use crate::error::{ApiError, Refusal, Result};
use crate::host::Surroundings;

/// The circle this store belongs to, and who is in it.
pub struct CircleState {
    /// Its id.
    pub id: CircleId,
    /// Its beginning.
    pub genesis: Genesis,
    /// Who may do what.
    pub membership: Membership,
}

impl CircleState {
    /// The circle in the store, if it belongs to one.
    pub(crate) fn read(db: &Connection) -> Result<Option<Self>> {
        let Some(bytes) = membership_table::genesis(db)? else {
            return Ok(None);
        };
        let genesis = Genesis::decode(&bytes).map_err(|_| Refusal::MembershipForm)?;
        let operations = operations(db)?;
        let membership = Membership::resolve(&genesis, &operations);
        Ok(Some(Self {
            id: genesis.circle_id(),
            genesis,
            membership,
        }))
    }
}

/// The membership operations in the store.
pub(crate) fn operations(db: &Connection) -> Result<Vec<SignedOperation>> {
    let read = |bytes: Vec<u8>| SignedOperation::decode(&bytes).map_err(|_| Refusal::MembershipForm.into());
    membership_table::all(db)?.into_iter().map(read).collect()
}

/// What an open workspace knows apart from its database.
pub struct Core {
    pub(crate) identity: Identity,
    pub(crate) circle: Option<CircleState>,
    pub(crate) documents: Documents,
    pub(crate) surroundings: Box<dyn Surroundings>,
    pub(crate) words: Catalogue,
    pub(crate) drafts: Drafts,
}

impl Core {
    /// The circle, or the refusal that there is none yet.
    pub(crate) fn circle(&self) -> Result<&CircleState> {
        self.circle
            .as_ref()
            .ok_or(ApiError::Refused(Refusal::NoCircleYet))
    }

    /// Who works on this device.
    pub(crate) fn person(&self) -> Result<MemberId> {
        self.identity
            .person
            .ok_or(ApiError::Refused(Refusal::NoCircleYet))
    }

    /// What this device's member may do now.
    pub(crate) fn own_right(&self) -> Option<Right> {
        let membership = &self.circle.as_ref()?.membership;
        if !membership.now().is_active(self.identity.device) {
            return None;
        }
        membership.right_of(self.identity.person?)
    }

    /// The chain of a scope, and its engine peer.
    pub(crate) fn log(&self, scope: Scope) -> LogId {
        match scope {
            Scope::Circle => self.identity.circle_log,
            Scope::Private => self.identity.private_log,
        }
    }

    pub(crate) fn peer(&self, scope: Scope) -> u64 {
        kring_trust::hash::engine_peer(self.log(scope), self.identity.session)
    }

    pub(crate) fn now_ms(&self) -> u64 {
        self.surroundings.now_ms()
    }
}

/// An open circle on this laptop.
pub struct Workspace {
    pub(crate) store: Store,
    pub(crate) key: StoreKey,
    pub(crate) core: Core,
}

impl Workspace {
    /// The database, for reading.
    pub fn db(&self) -> &Connection {
        self.store.db()
    }

    /// The attachments, for reading.
    pub fn attachments(&self) -> &Attachments {
        self.store.attachments()
    }

    /// The store's folder.
    pub fn folder(&self) -> &Folder {
        self.store.folder()
    }

    /// The sentences of the app in this workspace's language.
    pub fn words(&self) -> &Catalogue {
        &self.core.words
    }

    /// Speaks another language from now on.
    pub fn set_language(&mut self, language: Language) {
        self.core.words = Catalogue::new(language);
    }

    /// This device.
    pub fn device(&self) -> DeviceId {
        self.core.identity.device
    }

    /// Who works on this device, once they are in a circle.
    pub fn person(&self) -> Option<MemberId> {
        self.core.identity.person
    }

    /// The circle, once the store belongs to one.
    pub fn circle(&self) -> Option<&CircleState> {
        self.core.circle.as_ref()
    }

    /// The digest of everything the circle agrees on: over the ids and canonical values of the
    /// accepted records. Equal on two laptops that accepted the same changes.
    ///
    /// SHA-256("kring/state/1" ‖ for each first byte of an id that occurs, in order: that byte ‖
    /// SHA-256(id ‖ hash of value, for each such record in order of id)).
    pub fn state(&self) -> Result<Hash> {
        state(self.db())
    }

    /// How the own chain of the circle stands, and all others that are here.
    pub fn heads(&self) -> Result<Vec<segment::ChainHead>> {
        Ok(segment::heads(self.db(), Scope::Circle.number())?)
    }

    /// Today, in the Netherlands.
    pub(crate) fn today(&self) -> chrono::NaiveDate {
        kring_domain::date::civil(self.core.now_ms()).date()
    }

    /// The path of a file in the store's folder that a crash leaves behind.
    pub(crate) fn crash_marker(&self) -> PathBuf {
        self.folder().spool().join("decoding")
    }
}

pub(crate) fn state(db: &Connection) -> Result<Hash> {
    let hashes = kring_store::table::document::hashes(db)?;
    let mut whole = b"kring/state/1".to_vec();
    for bucket in hashes.chunk_by(|a, b| a.0.0[0] == b.0.0[0]) {
        let first: u8 = bucket.first().map_or(0, |(id, _)| id.0[0]);
        let parts: Vec<u8> = bucket
            .iter()
            .flat_map(|(id, hash)| [id.0.as_slice(), hash.0.as_slice()].concat())
            .collect();
        whole.push(first);
        whole.extend(sha256(&[&parts]).0);
    }
    Ok(sha256(&[&whole]))
}

/// The owner written into records of the circle.
pub(crate) const OF_CIRCLE: RecordId = RecordId::ZERO;
