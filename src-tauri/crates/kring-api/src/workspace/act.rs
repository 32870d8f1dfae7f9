//! The one door for change. An act opens records, changes them in memory and, when it ends, becomes
//! signed segments, rows of the log, view and search in one SQLite transaction, or nothing at all.

use std::collections::BTreeMap;

use kring_domain::id::{DeviceId, Hash, MemberId, RecordId};
use kring_domain::kind::Kind;
use kring_domain::record::Record;
use kring_store::Connection;
use kring_store::noun::{self, Noun};
use kring_store::table::{self, document, draft, erased, membership, own};
use kring_sync::engine::{Document, Shape, live};
use kring_sync::segment::{Creation, Scope};
use kring_trust::hash::record_id;
use kring_trust::membership::Membership;
use kring_trust::operation::{Author, Deed, Operation, SignedOperation};
use kring_trust::policy::{RecordDeed, Relation, Verdict, judge, stays};
use kring_trust::signature::AuthoritySecret;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Map, Value};

use super::write::WrittenAct;
use super::{Core, OF_CIRCLE, Workspace, project};
use crate::error::{ApiError, Refusal, Result};
use crate::exchange::origin::{self, Origin};
use crate::host::random;

/// What the app does by itself, which nobody asked for and nobody takes back.
const UNASKED: [&str; 1] = ["confirm_erasure"];

/// What an act did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "DoneWith{T}")]
pub struct Done<T> {
    /// What it answers.
    pub value: T,
    /// The kinds of record that changed: what a screen reads again.
    pub changed: Vec<&'static str>,
    /// The operation to undo it by; absent when nothing changed.
    pub undo: Option<i64>,
}

impl<T> Done<T> {
    /// The same deed with another answer.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Done<U> {
        Done {
            value: change(self.value),
            changed: self.changed,
            undo: self.undo,
        }
    }
}

impl Workspace {
    /// Does something to records, whole or not at all. `operation` is the code that undo and history
    /// call it by.
    pub fn transact<T>(
        &mut self,
        operation: &'static str,
        work: impl FnOnce(&mut Act<'_>) -> Result<T>,
    ) -> Result<Done<T>> {
        let tx = self.store.begin()?;
        let mut act = Act {
            db: &tx,
            core: &mut self.core,
            open: BTreeMap::new(),
            order: Vec::new(),
            erasing: BTreeMap::new(),
            last_operation: None,
        };
        let value = work(&mut act)?;
        let WrittenAct {
            changed,
            segments,
            documents,
            erases,
            judges,
        } = act.write()?;
        let now = self.core.now_ms();
        let undo = if segments.is_empty() || erases || UNASKED.contains(&operation) {
            None
        } else {
            Some(own::add_operation(&tx, operation, now, &segments)?)
        };
        // The draft that this came from goes with it or stays with it: text is never there twice.
        if let Some(key) = self.core.drafts.settling.take() {
            draft::remove(&tx, &key)?;
        }
        tx.commit().map_err(kring_store::error::StoreError::Sqlite)?;
        for (record, document) in documents {
            self.core.documents.put(record, document);
        }
        if !segments.is_empty() {
            self.remember_now()?;
        }
        if erases || judges {
            self.finish_erasures_or_later()?;
        }
        Ok(Done { value, changed, undo })
    }
}

/// A record opened in an act.
pub(super) struct Open {
    pub(super) document: Document,
    pub(super) scope: Scope,
    pub(super) kind: Kind,
    pub(super) from: u32,
    pub(super) creation: Option<Creation>,
    /// The devices that may open it before its key is published; absent for what lies open.
    pub(super) sealed_for: Option<Vec<[u8; 32]>>,
}

/// An act under way.
pub struct Act<'a> {
    pub(super) db: &'a Connection,
    pub(super) core: &'a mut Core,
    pub(super) open: BTreeMap<RecordId, Open>,
    pub(super) order: Vec<RecordId>,
    pub(super) erasing: BTreeMap<RecordId, (Scope, Kind, Origin)>,
    pub(super) last_operation: Option<Hash>,
}

impl Act<'_> {
    /// The database as it was when the act began.
    pub fn db(&self) -> &Connection {
        self.db
    }

    /// Who acts.
    pub fn person(&self) -> Result<MemberId> {
        self.core.person()
    }

    /// Now, in UTC milliseconds.
    pub fn now_ms(&self) -> u64 {
        self.core.now_ms()
    }

    /// Random bytes.
    pub fn random<const N: usize>(&mut self) -> [u8; N] {
        random(&mut *self.core.surroundings)
    }

    /// Makes a record.
    pub fn create<T: Noun>(&mut self, scope: Scope, record: &T) -> Result<RecordId> {
        let nonce = self.random();
        self.create_with_nonce(scope, record, nonce)
    }

    pub(crate) fn create_with_nonce<T: Noun>(
        &mut self,
        scope: Scope,
        record: &T,
        nonce: [u8; 16],
    ) -> Result<RecordId> {
        record.check()?;
        let own = T::KIND.is_owned() || scope == Scope::Private;
        let owner = if own {
            self.core.identity.person.map_or(OF_CIRCLE, |person| person.0)
        } else {
            OF_CIRCLE
        };
        self.allow(
            scope,
            T::KIND,
            RecordDeed::Create,
            if own { Relation::Owner } else { Relation::Other },
        )?;
        let mut fields = fields(record)?;
        self.name_blocks::<T>(&mut fields, &Map::new());
        self.begin(
            T::KIND,
            scope,
            Creation { owner, nonce },
            &Shape::of::<T>(),
            &fields,
        )
    }

    fn begin(
        &mut self,
        kind: Kind,
        scope: Scope,
        creation: Creation,
        shape: &Shape,
        fields: &Map<String, Value>,
    ) -> Result<RecordId> {
        let id = record_id(kind, creation.owner, self.core.identity.device, &creation.nonce);
        let mut document = Document::new(self.core.peer(scope));
        document.reconcile(shape, fields)?;
        self.open.insert(
            id,
            Open {
                document,
                scope,
                kind,
                from: 0,
                creation: Some(creation),
                sealed_for: None,
            },
        );
        self.order.push(id);
        Ok(id)
    }

    /// Makes a write-once record that nobody reads until its key is published, but the devices of these
    /// public age keys. It shows in no view before, on this laptop neither.
    pub fn create_sealed<T: Noun>(&mut self, record: &T, devices: Vec<[u8; 32]>) -> Result<RecordId> {
        let id = self.create(Scope::Circle, record)?;
        if !T::KIND.is_write_once() {
            return Err(Refusal::CannotSeal.into());
        }
        if let Some(open) = self.open.get_mut(&id) {
            open.sealed_for = Some(devices);
        }
        Ok(id)
    }

    /// Makes a record of what another one says, fields that this version does not know included.
    pub(crate) fn create_from(&mut self, kind: Kind, scope: Scope, value: &Value) -> Result<RecordId> {
        table::check(kind, value.clone())?;
        let owner = match self.core.identity.person {
            Some(MemberId(person)) if scope == Scope::Private => person,
            _ => OF_CIRCLE,
        };
        self.allow(scope, kind, RecordDeed::Create, Relation::Other)?;
        let nonce = self.random();
        let fields = value.as_object().cloned().unwrap_or_default();
        self.begin(
            kind,
            scope,
            Creation { owner, nonce },
            &project::shape_of(kind),
            &fields,
        )
    }

    /// Makes a record that refers to `old` refer to `new`, in fields, lists and texts alike.
    pub(crate) fn redirect(&mut self, id: RecordId, old: RecordId, new: RecordId) -> Result<()> {
        let open = self.opened(id)?;
        let Value::Object(before) = open.document.value() else {
            return Ok(());
        };
        let (old, new) = (old.to_string(), new.to_string());
        let fields = before.iter().filter_map(|(name, value)| {
            let changed = redirected(value, &old, &new);
            (changed != *value).then(|| (name.clone(), changed))
        });
        let shape = project::shape_of(open.kind);
        Ok(open.document.reconcile(&shape, &fields.collect())?)
    }

    /// The record as it is in this act.
    pub fn get<T: Noun>(&self, id: impl Into<RecordId>) -> Result<T> {
        let id = id.into();
        let record = match self.open.get(&id) {
            Some(open) if open.kind == T::KIND => serde_json::from_value(live(open.document.value())).ok(),
            Some(_) => None,
            None => noun::get::<T>(self.db, id)?,
        };
        record.ok_or(ApiError::NotFound { kind: T::KIND, id })
    }

    /// Changes a record that is not in the trash. Only fields that differ afterwards are touched.
    pub fn change<T: Noun>(&mut self, id: impl Into<RecordId>, change: impl FnOnce(&mut T)) -> Result<()> {
        let id = id.into();
        let before: T = self.get(id)?;
        let mut after = before.clone();
        change(&mut after);
        after.check()?;
        let (before, mut fields) = (fields(&before)?, fields(&after)?);
        self.name_blocks::<T>(&mut fields, &before);
        fields.retain(|name, value| before.get(name) != Some(value));
        if fields.is_empty() {
            return Ok(());
        }
        self.opened(id)?.document.reconcile(&Shape::of::<T>(), &fields)?;
        Ok(())
    }

    /// Gives every block of a text an id. One without takes over that of the block in its place
    /// before, so that text given without ids merges by block all the same.
    fn name_blocks<T: Record>(&mut self, fields: &mut Map<String, Value>, before: &Map<String, Value>) {
        for name in T::TEXTS {
            let earlier: Vec<String> = ids(before.get(*name));
            let Some(Value::Array(blocks)) = fields.get_mut(*name) else {
                continue;
            };
            let mut taken: Vec<String> = Vec::with_capacity(blocks.len());
            let given: Vec<String> = blocks.iter().map(id_of).collect();
            for (at, block) in blocks.iter_mut().enumerate() {
                let mut id = id_of(block);
                if id.is_empty() || taken.contains(&id) || id.contains('/') {
                    let in_place = earlier
                        .get(at)
                        .filter(|id| !given.contains(id) && !taken.contains(id));
                    id = in_place
                        .cloned()
                        .unwrap_or_else(|| hex::encode(self.random::<8>()));
                    block["id"] = id.clone().into();
                }
                taken.push(id);
            }
        }
    }

    /// Puts a record in the trash or takes it out. The circle itself stays, and so does who has a right
    /// in it: someone who is not in the list would still be let in.
    pub fn set_trashed(&mut self, id: RecordId, trashed: bool) -> Result<()> {
        let kind = self.opened(id)?.kind;
        let has_right = self
            .membership()
            .is_some_and(|it| it.right_of(MemberId(id)).is_some());
        if trashed && (kind == Kind::Circle || has_right) {
            return Err(Refusal::Stays.into());
        }
        Ok(self.opened(id)?.document.set_trashed(trashed)?)
    }

    /// Erases a record with all that was ever written in it, on every laptop that this reaches. Who has a
    /// right in the circle stays; that the circle itself does, the policy table says.
    pub fn erase(&mut self, id: RecordId) -> Result<()> {
        let missing = ApiError::NotFound {
            kind: Kind::Unknown(0),
            id,
        };
        if erased::has(self.db, id)? {
            return Err(missing);
        }
        let (kind, scope, origin) = origin::find(self.db, id)?.ok_or(missing)?;
        let has_right = self
            .membership()
            .is_some_and(|it| it.right_of(MemberId(id)).is_some());
        if has_right {
            return Err(Refusal::Stays.into());
        }
        self.allow(scope, kind, RecordDeed::Erase, self.relation(origin.owner, id))?;
        self.erasing.insert(id, (scope, kind, origin));
        Ok(())
    }

    /// Whether the own right allows this on a record that is there.
    pub(crate) fn may(
        &self,
        scope: Scope,
        kind: Kind,
        deed: RecordDeed,
        owner: RecordId,
        id: RecordId,
    ) -> bool {
        self.allow(scope, kind, deed, self.relation(owner, id)).is_ok()
    }

    /// Whether the own right allows making such a record in the circle.
    pub(crate) fn may_create(&self, kind: Kind) -> bool {
        self.allow(Scope::Circle, kind, RecordDeed::Create, Relation::Owner)
            .is_ok()
    }

    fn relation(&self, owner: RecordId, id: RecordId) -> Relation {
        match self.core.identity.person {
            Some(MemberId(person)) if person == owner || person == id => Relation::Owner,
            _ => Relation::Other,
        }
    }

    /// Who is in the circle, once the store belongs to one.
    pub(crate) fn membership(&self) -> Option<&Membership> {
        self.core.circle.as_ref().map(|circle| &circle.membership)
    }

    /// This device.
    pub(crate) fn device(&self) -> DeviceId {
        self.core.identity.device
    }

    /// Works on the document of a record, for undo and review.
    pub(crate) fn with_document<T>(
        &mut self,
        id: RecordId,
        work: impl FnOnce(&mut Document) -> Result<T>,
    ) -> Result<T> {
        work(&mut self.opened(id)?.document)
    }

    fn opened(&mut self, id: RecordId) -> Result<&mut Open> {
        if !self.open.contains_key(&id) {
            let row = document::get(self.db, id)?.ok_or(ApiError::NotFound {
                kind: Kind::Unknown(0),
                id,
            })?;
            let scope = Scope::from_number(row.scope).unwrap_or(Scope::Circle);
            self.allow(scope, row.kind, RecordDeed::Change, self.relation(row.owner, id))?;
            let document = self.core.documents.take(self.db, id, self.core.peer(scope))?;
            let from = document.own_counter();
            self.open.insert(
                id,
                Open {
                    document,
                    scope,
                    kind: row.kind,
                    from,
                    creation: None,
                    sealed_for: None,
                },
            );
            self.order.push(id);
        }
        self.open.get_mut(&id).ok_or(ApiError::NotFound {
            kind: Kind::Unknown(0),
            id,
        })
    }

    /// Adds an operation to the membership log, signed by this device, after all that are there.
    pub(crate) fn add_operation(&mut self, deed: Deed) -> Result<()> {
        let operation = self.operation(Author::Device(self.core.identity.device), deed)?;
        let signed = SignedOperation::by_device(operation, &self.core.identity.secret);
        self.log_operation(&signed.map_err(|_| Refusal::MembershipForm)?)
    }

    /// The same, signed with the `kringsleutel`.
    pub(crate) fn add_operation_by(&mut self, secret: &AuthoritySecret, deed: Deed) -> Result<()> {
        let signed = SignedOperation::by_authority(self.operation(Author::Authority, deed)?, secret);
        self.log_operation(&signed.map_err(|_| Refusal::MembershipForm)?)
    }

    fn operation(&self, author: Author, deed: Deed) -> Result<Operation> {
        let circle = self.core.circle()?;
        let deps = match self.last_operation {
            Some(last) => vec![last],
            None => circle.membership.heads_for(self.core.identity.device),
        };
        Ok(Operation {
            circle: circle.id,
            deps,
            author,
            wall_ms: self.core.now_ms(),
            deed,
        })
    }

    fn log_operation(&mut self, signed: &SignedOperation) -> Result<()> {
        membership::add(self.db, signed.hash(), &signed.encode())?;
        self.last_operation = Some(signed.hash());
        Ok(())
    }

    /// Whether the own right allows this; a private record is nobody else's business.
    fn allow(&self, scope: Scope, kind: Kind, deed: RecordDeed, relation: Relation) -> Result<()> {
        if deed == RecordDeed::Change && kind.is_write_once() {
            return Err(Refusal::WriteOnce.into());
        }
        if scope == Scope::Private {
            return Ok(());
        }
        if self.core.circle()?.membership.is_closed() {
            return Err(Refusal::CircleEnded.into());
        }
        let right = self.core.own_right().ok_or(ApiError::NotAllowed(kind))?;
        match judge(right, relation, kind, deed) {
            Verdict::Allowed => Ok(()),
            Verdict::Refused if deed == RecordDeed::Erase && stays(kind) => Err(Refusal::Stays.into()),
            Verdict::Refused | Verdict::NotJudged => Err(ApiError::NotAllowed(kind)),
        }
    }
}

/// A value in which one id stands for another, as a value and as a key.
fn redirected(value: &Value, old: &str, new: &str) -> Value {
    match value {
        Value::String(text) if text == old => new.into(),
        Value::Array(items) => items.iter().map(|item| redirected(item, old, new)).collect(),
        Value::Object(entries) => {
            let entry = |(key, value): (&String, &Value)| {
                let key = if key == old { new } else { key };
                (key.to_owned(), redirected(value, old, new))
            };
            Value::Object(entries.iter().map(entry).collect())
        }
        other => other.clone(),
    }
}

fn ids(blocks: Option<&Value>) -> Vec<String> {
    blocks
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .map(id_of)
        .collect()
}

fn id_of(block: &Value) -> String {
    block
        .get("id")
        .and_then(Value::as_str)
        .unwrap_or_default()
        .to_owned()
}

/// A record's fields by name.
fn fields<T: Record>(record: &T) -> Result<Map<String, Value>> {
    match serde_json::to_value(record) {
        Ok(Value::Object(fields)) => Ok(fields),
        _ => Err(ApiError::Input("record".to_owned())),
    }
}
