//! Making a store, and opening one: by passphrase, by the printed `herstelsleutel`, by its raw key.

use kring_domain::circle::Circle;
use kring_domain::id::MemberId;
use kring_domain::member::{Member, Role};
use kring_domain::name::PersonName;
use kring_domain::text::{Catalogue, Language};
use kring_store::Connection;
use kring_store::error::StoreError;
use kring_store::folder::Folder;
use kring_store::store::Store;
use kring_store::table::membership;
use kring_store::{journal, quarantine};
use kring_sync::segment::Scope;
use kring_trust::card::{Card, NameParts, SignedCard};
use kring_trust::genesis::Genesis;
use kring_trust::printed;
use kring_trust::signature::AuthoritySecret;
use kring_trust::wrap::{KeyFile, RecoveryKey, StoreKey};

use super::document::Documents;
use super::drafts::Drafts;
use super::identity::{self, Identity};
use super::passphrase::{check_passphrase, from_copies, passphrase_random};
use super::restore::told_as_damage;
use super::{CircleState, Core, Workspace, incarnation};
use crate::error::{ApiError, Refusal, Result};
use crate::exchange::read::sweep_spool;
use crate::host::{Surroundings, random};

pub use kring_trust::wrap::Kdf;

/// What a new store needs.
pub struct NewStore {
    /// The folder, empty or absent.
    pub folder: Folder,
    /// The passphrase that will open it.
    pub passphrase: String,
    /// What deriving a key from it may cost.
    pub kdf: Kdf,
    /// The name of who works on this laptop.
    pub name: PersonName,
    /// The language the app speaks.
    pub language: Language,
    /// Time and randomness.
    pub surroundings: Box<dyn Surroundings>,
}

/// What a new circle needs besides.
pub struct NewCircle {
    /// Its name.
    pub name: String,
    /// Whether it is the sample circle, whose packages no real circle takes.
    pub sample: bool,
}

/// The two keys that are printed on paper once, and kept nowhere from then on.
pub struct PrintedKeys {
    /// The `herstelsleutel`: opens this laptop's store.
    pub recovery: String,
    /// The `kringsleutel`: restores a coordinator's authority. Only the founder has it.
    pub authority: Option<String>,
}

/// With what a store is opened.
pub enum Unlock {
    /// Its raw key.
    Key([u8; 32]),
    /// The member's passphrase.
    Passphrase(String),
    /// The printed `herstelsleutel`; the store gets a new passphrase.
    Recovery {
        /// The key as it was typed over.
        printed: String,
        /// The passphrase from now on.
        new_passphrase: String,
        /// What deriving a key from it may cost.
        kdf: Kdf,
    },
}

impl Workspace {
    /// Makes a store and a circle in it, with its founder as coordinator.
    pub fn found(new: NewStore, circle: NewCircle) -> Result<(Self, PrintedKeys)> {
        let founder = new.name.clone();
        let (mut workspace, mut keys) = Self::create(new)?;
        let core = &mut workspace.core;
        let authority = AuthoritySecret(random(&mut *core.surroundings));
        let founder_nonce = random(&mut *core.surroundings);
        let genesis = Genesis::new(
            random(&mut *core.surroundings),
            founder_nonce,
            core.identity.keys(),
            authority.public(),
            circle.sample,
        );
        workspace.enter_circle(&genesis.encode(), genesis.founder)?;
        workspace.transact("found_circle", |act| {
            let member = Member {
                name: founder,
                role: Some(Role::Coordinator),
                ..Member::default()
            };
            act.create_with_nonce(Scope::Circle, &member, founder_nonce)?;
            act.create(
                Scope::Circle,
                &Circle {
                    name: circle.name,
                    ..Circle::default()
                },
            )
        })?;
        keys.authority = Some(printed::print_authority(&authority).to_string());
        Ok((workspace, keys))
    }

    /// Makes a store that waits for a circle, and the card that asks to be let in.
    pub fn ask_to_join(new: NewStore) -> Result<(Self, Vec<u8>, PrintedKeys)> {
        new.name.check()?;
        let name = NameParts {
            given: new.name.given.clone(),
            particle: new.name.particle.clone(),
            family: new.name.family.clone(),
        };
        let (mut workspace, keys) = Self::create(new)?;
        let core = &mut workspace.core;
        let nonce = random(&mut *core.surroundings);
        let card = Card {
            name,
            keys: core.identity.keys(),
            nonce,
            wall_ms: core.now_ms(),
        };
        let signed = SignedCard::sign(card, &core.identity.secret).map_err(|_| Refusal::NotACard)?;
        let file = signed.encode();
        set_own_card(workspace.db(), &signed)?;
        Ok((workspace, file, keys))
    }

    /// The card this store asked to join with, while it waits for an answer.
    pub(crate) fn own_card(&self) -> Result<Option<SignedCard>> {
        let file = kring_store::table::own::setting(self.db(), CARD)?;
        Ok(file.and_then(|file| SignedCard::decode(&file).ok()))
    }

    fn create(new: NewStore) -> Result<(Self, PrintedKeys)> {
        let NewStore {
            folder,
            passphrase,
            kdf,
            name,
            language,
            mut surroundings,
        } = new;
        name.check()?;
        check_passphrase(&passphrase)?;
        let key = StoreKey(random(&mut *surroundings));
        let recovery = RecoveryKey(random(&mut *surroundings));
        let store_id: [u8; 16] = random(&mut *surroundings);
        let keys = KeyFile::create(
            store_id,
            &key,
            (&passphrase, kdf, passphrase_random(&mut *surroundings)),
            (&recovery, random(&mut *surroundings)),
        )?;
        let store = Store::create(folder, &key.0)?;
        store.folder().write_keys(&keys.encode())?;
        let identity = Identity::create(store.db(), store_id, &mut *surroundings)?;
        let printed = PrintedKeys {
            recovery: printed::print_recovery(&recovery).to_string(),
            authority: None,
        };
        let mut workspace = Self::assemble(store, key, identity, language, surroundings)?;
        workspace.rebuild_stale_view()?;
        workspace.tidy_keys()?;
        incarnation::remember(
            workspace.db(),
            workspace.folder(),
            &workspace.core.identity,
            &*workspace.core.surroundings,
        )?;
        Ok((workspace, printed))
    }

    /// Opens a store.
    #[allow(clippy::needless_pass_by_value)] // a secret is given up with the call
    pub fn open(
        folder: Folder,
        unlock: Unlock,
        language: Language,
        mut surroundings: Box<dyn Surroundings>,
    ) -> Result<Self> {
        // A raw key may be another store's; one that was unwrapped is this store's own.
        let is_own = !matches!(unlock, Unlock::Key(_));
        let key = match unlock {
            Unlock::Key(key) => StoreKey(key),
            Unlock::Passphrase(passphrase) => {
                from_copies(&folder, |keys| keys.unlock_passphrase(&passphrase))?.1
            }
            Unlock::Recovery {
                printed,
                new_passphrase,
                kdf,
            } => {
                check_passphrase(&new_passphrase)?;
                let recovery = printed::parse_recovery(&printed).map_err(|_| Refusal::PrintedKey)?;
                let (keys, key) = from_copies(&folder, |keys| keys.unlock_recovery(&recovery))?;
                let renewed = keys.with_new_passphrase(
                    &key,
                    &new_passphrase,
                    kdf,
                    passphrase_random(&mut *surroundings),
                )?;
                folder.write_keys(&renewed.encode())?;
                key
            }
        };
        let opened = Self::open_with(folder.clone(), StoreKey(key.0), language, surroundings);
        opened.map_err(|error| match error {
            ApiError::Store(StoreError::WrongKey) if !is_own => error,
            error => told_as_damage(&folder, &key, error),
        })
    }

    /// The key of a store, by its passphrase.
    pub(crate) fn key_for(folder: &Folder, passphrase: &str) -> Result<StoreKey> {
        from_copies(folder, |keys| keys.unlock_passphrase(passphrase)).map(|(_, key)| key)
    }

    fn open_with(
        folder: Folder,
        key: StoreKey,
        language: Language,
        mut surroundings: Box<dyn Surroundings>,
    ) -> Result<Self> {
        let has_keys = folder.holds_store();
        let store = match Store::open(folder, &key.0) {
            // Its keys are here, and it is not.
            Err(StoreError::NoStore) if has_keys => Err(StoreError::Damaged {
                finding: "gone".to_owned(),
            }),
            opened => opened,
        }?;
        sweep_spool(store.folder())?;
        quarantine::purge(store.folder(), surroundings.now_ms())?;
        journal::add(store.folder(), surroundings.now_ms(), journal::Event::Unlock, "")?;
        let mut identity = Identity::read(store.db(), &mut *surroundings)?;
        if incarnation::renew_if_copied(store.db(), store.folder(), &identity, &mut *surroundings)? {
            journal::add(
                store.folder(),
                surroundings.now_ms(),
                journal::Event::Incarnation,
                "",
            )?;
            identity = Identity::read(store.db(), &mut *surroundings)?;
        }
        incarnation::remember(store.db(), store.folder(), &identity, &*surroundings)?;
        let mut workspace = Self::assemble(store, key, identity, language, surroundings)?;
        workspace.rebuild_stale_view()?;
        workspace.tidy_keys()?;
        workspace.tidy_attachments()?;
        workspace.erase_listed()?;
        workspace.finish_erasures_or_later()?;
        Ok(workspace)
    }

    fn assemble(
        store: Store,
        key: StoreKey,
        identity: Identity,
        language: Language,
        surroundings: Box<dyn Surroundings>,
    ) -> Result<Self> {
        let circle = CircleState::read(store.db())?;
        let core = Core {
            identity,
            circle,
            documents: Documents::default(),
            surroundings,
            words: Catalogue::new(language),
            drafts: Drafts::default(),
        };
        Ok(Self { store, key, core })
    }

    /// The raw key of the store, for a key file that scripts use.
    pub fn raw_key(&self) -> &[u8; 32] {
        &self.key.0
    }

    /// Makes this store part of a circle, once.
    pub(crate) fn enter_circle(&mut self, genesis: &[u8], person: MemberId) -> Result<()> {
        let tx = self.store.begin()?;
        membership::set_genesis(&tx, genesis)?;
        identity::set_person(&tx, person)?;
        tx.commit()?;
        self.core.identity.person = Some(person);
        self.core.circle = CircleState::read(self.store.db())?;
        Ok(())
    }
}

/// The setting that keeps the own card.
const CARD: &str = "card";

/// Keeps the card that this store asks with.
pub(crate) fn set_own_card(db: &Connection, card: &SignedCard) -> Result<()> {
    Ok(kring_store::table::own::set_setting(db, CARD, &card.encode())?)
}
