//! The one door for change. An act opens records, changes them in memory and, when it ends, becomes
//! signed segments, rows of the log, view and search in one SQLite transaction, or nothing at all.

use std::collections::BTreeMap;

use kring_domain::id::{Hash, MemberId, RecordId};
use kring_domain::kind::Kind;
use kring_domain::record::Record;
use kring_store::Connection;
use kring_store::noun::{self, Noun};
use kring_store::table::segment::{self, ChainHead, PartRow, SegmentRow, Standing};
use kring_store::table::{document, draft, membership, own};
use kring_sync::engine::{Change, Document, Shape, live};
use kring_sync::segment::{
    Body, Creation, ENGINE_LORO_1, Header, PartHeader, READER, Scope, Segment, SegmentKind,
};
use kring_trust::hash::record_id;
use kring_trust::operation::{Author, Deed, Operation, SignedOperation};
use kring_trust::policy::{RecordDeed, Relation, Verdict, judge};
use kring_trust::signature::AuthoritySecret;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Map, Value};

use super::project::{self, Written};
use super::{Core, OF_CIRCLE, Workspace, incarnation};
use crate::error::{ApiError, Refusal, Result};
use crate::exchange::seen;
use crate::host::random;

/// One segment touches at most this many records; a larger act writes several segments.
const PARTS_PER_SEGMENT: usize = 256;

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
            last_operation: None,
        };
        let value = work(&mut act)?;
        let (changed, segments, documents) = act.write()?;
        let now = self.core.now_ms();
        let undo = if segments.is_empty() {
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
            incarnation::remember(
                self.store.db(),
                self.store.folder(),
                &self.core.identity,
                &*self.core.surroundings,
            )?;
        }
        Ok(Done { value, changed, undo })
    }
}

/// A record opened in an act.
struct Open {
    document: Document,
    scope: Scope,
    kind: Kind,
    from: u32,
    creation: Option<Creation>,
}

/// An act under way.
pub struct Act<'a> {
    db: &'a Connection,
    core: &'a mut Core,
    open: BTreeMap<RecordId, Open>,
    order: Vec<RecordId>,
    last_operation: Option<Hash>,
}

type WrittenAct = (Vec<&'static str>, Vec<Hash>, Vec<(RecordId, Document)>);

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
        let id = record_id(T::KIND, owner, self.core.identity.device, &nonce);
        let mut document = Document::new(self.core.peer(scope));
        let mut fields = fields(record)?;
        self.name_blocks::<T>(&mut fields, &Map::new());
        document.reconcile(&Shape::of::<T>(), &fields)?;
        let creation = Some(Creation { owner, nonce });
        self.open.insert(
            id,
            Open {
                document,
                scope,
                kind: T::KIND,
                from: 0,
                creation,
            },
        );
        self.order.push(id);
        Ok(id)
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
        let membership = self.core.circle.as_ref().map(|circle| &circle.membership);
        let has_right = membership.is_some_and(|membership| membership.right_of(MemberId(id)).is_some());
        if trashed && (kind == Kind::Circle || has_right) {
            return Err(Refusal::Stays.into());
        }
        Ok(self.opened(id)?.document.set_trashed(trashed)?)
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
            let is_own = self
                .core
                .identity
                .person
                .is_some_and(|person| person.0 == row.owner || person.0 == id);
            self.allow(
                scope,
                row.kind,
                RecordDeed::Change,
                if is_own { Relation::Owner } else { Relation::Other },
            )?;
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
            Verdict::Refused | Verdict::NotJudged => Err(ApiError::NotAllowed(kind)),
        }
    }

    /// Writes what changed; the transaction is committed by the caller.
    fn write(mut self) -> Result<WrittenAct> {
        let mut changed: Vec<&'static str> = Vec::new();
        let mut segments = Vec::new();
        let mut documents = Vec::new();
        for scope in [Scope::Circle, Scope::Private] {
            let mut changes = Vec::new();
            for id in &self.order {
                let Some(open) = self.open.get(id).filter(|open| open.scope == scope) else {
                    continue;
                };
                if let Some(change) = open.document.own_change(open.from)? {
                    changes.push((*id, change));
                    changed.push(open.kind.code());
                }
            }
            for chunk in changes.chunks(PARTS_PER_SEGMENT) {
                segments.push(self.write_segment(scope, chunk)?);
            }
        }
        for (id, open) in std::mem::take(&mut self.open) {
            project::snapshot_if_long(self.db, id, &open.document)?;
            documents.push((id, open.document));
        }
        changed.sort_unstable();
        changed.dedup();
        Ok((changed, segments, documents))
    }

    fn write_segment(&mut self, scope: Scope, changes: &[(RecordId, Change)]) -> Result<Hash> {
        let bodies: Vec<Body> = changes
            .iter()
            .map(|(_, change)| Body {
                salt: self.random(),
                bytes: change.body.clone(),
            })
            .collect();
        let header = self.header(scope, changes, &bodies)?;
        let segment = Segment::seal(header, bodies, &self.core.identity.secret);
        let hash = segment.hash();
        let header = &segment.header;
        let row = SegmentRow {
            id: 0,
            log: header.log,
            seq: header.seq,
            hash,
            scope: scope.number(),
            device: header.device,
            wall_ms: header.wall_ms,
            standing: Standing::Accepted,
            header: segment.encoded.clone(),
            signature: segment.signature.0.to_vec(),
        };
        let segment_id = segment::add(self.db, &row)?;
        segment::set_head(
            self.db,
            &ChainHead {
                log: header.log,
                seq: header.seq,
                hash,
            },
            header.device,
            scope.number(),
        )?;
        for ((record, change), body) in changes.iter().zip(&segment.bodies) {
            let part = PartRow {
                id: 0,
                segment: segment_id,
                record: *record,
                peer: change.peer,
                first: change.from,
                next: change.to,
                applied: true,
                body: body.as_ref().map(|body| (body.salt, body.bytes.clone())),
            };
            segment::add_part(self.db, &part)?;
        }
        let membership = self.core.circle.as_ref().map(|circle| &circle.membership);
        for (record, _) in changes {
            if let (Some(open), Some(written)) =
                (self.open.get(record), Written::in_header(hash, header, *record))
            {
                project::project(self.db, membership, *record, &open.document, &[written])?;
            }
        }
        Ok(hash)
    }

    fn header(&self, scope: Scope, changes: &[(RecordId, Change)], bodies: &[Body]) -> Result<Header> {
        let core = &self.core;
        let circle = core.circle.as_ref();
        let log = core.log(scope);
        let head = segment::head(self.db, log)?;
        let circle_id = circle.map_or(kring_domain::id::CircleId::ZERO, |circle| circle.id);
        let parts = changes.iter().zip(bodies).map(|((record, change), body)| {
            let open = self.open.get(record);
            PartHeader {
                record: *record,
                kind: open.map_or(Kind::Unknown(0), |open| open.kind),
                engine: ENGINE_LORO_1,
                sealed: None,
                hash: body.hash(),
                length: u32::try_from(change.body.len()).unwrap_or(u32::MAX),
                from: change.from,
                to: change.to,
                creation: open.and_then(|open| open.creation),
            }
        });
        Ok(Header {
            circle: circle_id,
            scope,
            log,
            seq: head.map_or(1, |head| head.seq + 1),
            prev: head.map_or(Hash(circle_id.0), |head| head.hash),
            device: core.identity.device,
            session: core.identity.session,
            membership: circle
                .map(|circle| circle.membership.heads_for(core.identity.device))
                .unwrap_or_default(),
            seen: if scope == Scope::Circle {
                seen::take(self.db)?
            } else {
                Vec::new()
            },
            wall_ms: core.now_ms(),
            kind: SegmentKind::Edit,
            min_reader: READER,
            parts: parts.collect(),
        })
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
