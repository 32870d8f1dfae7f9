//! The merge engine: one small document for each record, Loro behind `reconcile` and `apply`. No
//! other module knows Loro. Bytes come in and go out; nothing is stored here.
//!
//! Containers are fixed: `meta` holds one register for each field (and a mergeable map for a map
//! field), `body` a mergeable movable list of blocks for each text, `order` a mergeable movable list
//! for each list. A block is never removed from its list, only flagged, because a hard delete beats
//! a concurrent edit.

mod body;
mod operations;
mod reconcile;
#[cfg(test)]
mod tests;
mod touch;
mod value;
mod wire;

use std::panic::{AssertUnwindSafe, catch_unwind};

use kring_domain::record::Record;
use loro::{
    EncodedBlobMode, ExpandType, ExportMode, Frontiers, ID, IdSpan, LoroDoc, StyleConfig, StyleConfigMap,
};
use serde_json::{Map, Value};

use crate::limit;
use touch::Texts;
pub use touch::{Key, Spot};
pub use value::live;

/// Which fields of a record merge as texts, lists and maps; all others are registers.
#[derive(Debug, Clone, Copy)]
pub struct Shape {
    /// Texts of blocks.
    pub texts: &'static [&'static str],
    /// Ordered lists.
    pub lists: &'static [&'static str],
    /// Maps that merge by entry.
    pub maps: &'static [&'static str],
}

impl Shape {
    /// The shape of a kind of record.
    pub fn of<T: Record>() -> Self {
        Self {
            texts: T::TEXTS,
            lists: T::LISTS,
            maps: T::MAPS,
        }
    }
}

/// The register that says a record is in the trash.
pub const TRASHED: &str = "_trashed";

/// A span of one peer's operations in one record, with the engine's bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The engine peer.
    pub peer: u64,
    /// First operation.
    pub from: u32,
    /// Operation after the last.
    pub to: u32,
    /// The own-span update.
    pub body: Vec<u8>,
}

/// What became of a change that was offered to a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Applied {
    /// It is in the document.
    Yes,
    /// It builds on changes that are not here yet.
    Waiting,
}

/// Why the engine does not take a change. After [`Span`](Self::Span) and [`Unsound`](Self::Unsound) the
/// document is as it was; after any other it must be dropped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum EngineError {
    /// The bytes are not an update of exactly this peer and span.
    #[error("engine update does not match its span")]
    Span,
    /// The bytes are not what the engine writes, or ask for more than they hold.
    #[error("engine update asks for more than it holds")]
    Unsound,
    /// The engine refused the bytes.
    #[error("engine refused the update")]
    Refused,
    /// The engine panicked; the document was abandoned.
    #[error("engine panicked on the update")]
    Panicked,
    /// An own value could not be written.
    #[error("engine could not take the value")]
    Write,
}

/// One record as a document of the merge engine.
pub struct Document {
    doc: LoroDoc,
}

impl Document {
    /// An empty document that writes under `peer`.
    pub fn new(peer: u64) -> Self {
        let doc = LoroDoc::new();
        doc.set_record_timestamp(false);
        doc.set_hide_empty_root_containers(true);
        doc.config_text_style(styles());
        doc.config_default_text_style(Some(StyleConfig {
            expand: ExpandType::None,
        }));
        // A peer below 2^63 is always accepted.
        let _ = doc.set_peer_id(peer);
        Self { doc }
    }

    /// A document from an own snapshot (`None` for none) and later changes, which must all apply.
    pub fn load<'a>(
        peer: u64,
        snapshot: Option<&[u8]>,
        changes: impl IntoIterator<Item = &'a [u8]>,
    ) -> Result<Self, EngineError> {
        let document = Self::new(peer);
        if let Some(snapshot) = snapshot {
            guarded(|| document.doc.import(snapshot).map(drop))?;
        }
        let rest: Vec<Vec<u8>> = changes.into_iter().map(<[u8]>::to_vec).collect();
        match rest.as_slice() {
            [] => {}
            [only] => guarded(|| document.doc.import(only).map(drop))?,
            many => guarded(|| document.doc.import_batch(many).map(drop))?,
        }
        Ok(document)
    }

    /// Writes a record's fields into the document, touching only what differs. Unknown fields stay.
    pub fn reconcile(&mut self, shape: &Shape, fields: &Map<String, Value>) -> Result<(), EngineError> {
        reconcile::write(&self.doc, shape, fields).map_err(|_| EngineError::Write)?;
        self.doc.commit();
        Ok(())
    }

    /// Puts single keys back to the values they have in `earlier`. A key that `earlier`
    /// does not have is emptied.
    pub fn put_back(&mut self, shape: &Shape, keys: &[Key], earlier: &Value) -> Result<(), EngineError> {
        self.put_back_as(shape, keys, earlier, Texts::Whole)
    }

    /// Puts keys back as they were before a change of one's own. Where that only touched the order of a text's
    /// blocks, only their order is put back: words that came since stay.
    pub fn undo(&mut self, shape: &Shape, keys: &[Key], earlier: &Value) -> Result<(), EngineError> {
        self.put_back_as(shape, keys, earlier, Texts::Order)
    }

    fn put_back_as(
        &mut self,
        shape: &Shape,
        keys: &[Key],
        earlier: &Value,
        texts: Texts,
    ) -> Result<(), EngineError> {
        let wanted = touch::with_keys_from(&self.value(), keys, earlier, texts);
        let Value::Object(fields) = wanted else {
            return Ok(());
        };
        reconcile::write_exactly(&self.doc, shape, &fields).map_err(|_| EngineError::Write)?;
        self.doc.commit();
        Ok(())
    }

    /// Puts the record in the trash or takes it out.
    pub fn set_trashed(&mut self, trashed: bool) -> Result<(), EngineError> {
        let meta = self.doc.get_map("meta");
        let now = meta.get(TRASHED).and_then(|value| value.into_value().ok()) == Some(true.into());
        if now != trashed {
            meta.insert(TRASHED, trashed).map_err(|_| EngineError::Write)?;
        }
        self.doc.commit();
        Ok(())
    }

    /// The peer this document writes under.
    pub fn peer(&self) -> u64 {
        self.doc.peer_id()
    }

    /// How many operations this document wrote under its own peer.
    pub fn own_counter(&self) -> u32 {
        self.counter_of(self.doc.peer_id())
    }

    fn counter_of(&self, peer: u64) -> u32 {
        let counter = self.doc.oplog_vv().get(&peer).copied().unwrap_or(0);
        u32::try_from(counter).unwrap_or(0)
    }

    /// What was written under the own peer since it had `from` operations; nothing if nothing was.
    pub fn own_change(&self, from: u32) -> Result<Option<Change>, EngineError> {
        let peer = self.doc.peer_id();
        let to = self.own_counter();
        if to == from {
            return Ok(None);
        }
        let body = self
            .doc
            .export(ExportMode::updates_in_range(vec![span(peer, from, to)]))
            .map_err(|_| EngineError::Write)?;
        // What others would refuse is not saved. One that is too long has a sentence of its own later.
        if body.len() as u64 <= limit::BODY_BYTES && body::check(&body).is_err() {
            return Err(EngineError::Write);
        }
        Ok(Some(Change { peer, from, to, body }))
    }

    /// Takes over a change of another device (or another start of the app). Its bytes must be an
    /// update of exactly its peer and span.
    pub fn apply(&mut self, change: &Change) -> Result<Applied, EngineError> {
        check_span(change)?;
        let others_before = self.doc.oplog_vv();
        if others_before
            .get(&change.peer)
            .is_some_and(|known| *known > change.from as i32)
        {
            return Err(EngineError::Span);
        }
        let status = catch_unwind(AssertUnwindSafe(|| self.doc.import(&change.body)));
        match status {
            Ok(Ok(_)) => {}
            Ok(Err(_)) => return Err(EngineError::Refused),
            Err(_) => {
                // What the engine left behind is not safe to drop.
                std::mem::forget(std::mem::replace(&mut self.doc, LoroDoc::new()));
                return Err(EngineError::Panicked);
            }
        }
        let now = self.counter_of(change.peer);
        if now >= change.to {
            Ok(Applied::Yes)
        } else {
            Ok(Applied::Waiting)
        }
    }

    /// Whether all operations of the peer before `to` are in the document.
    pub fn has(&self, peer: u64, to: u32) -> bool {
        self.counter_of(peer) >= to
    }

    /// The canonical value: every field, unknown ones and flagged blocks included.
    pub fn value(&self) -> Value {
        value::read(&self.doc)
    }

    /// The canonical value as it was for the author of the operation before `to` of `peer`.
    pub fn value_at(&self, peer: u64, to: u32) -> Option<Value> {
        let last = ID::new(peer, i32::try_from(to.checked_sub(1)?).ok()?);
        self.doc
            .fork_at(&Frontiers::from_id(last))
            .ok()
            .map(|doc| value::read(&doc))
    }

    /// The canonical value just before the operation `from` of `peer`; empty before the first.
    pub fn value_before(&self, peer: u64, from: u32) -> Option<Value> {
        let first = ID::new(peer, i32::try_from(from).ok()?);
        let change = self.doc.get_change(first)?;
        let before = if change.id == first {
            change.deps.clone()
        } else {
            Frontiers::from_id(first.inc(-1))
        };
        if before.is_empty() {
            return Some(Value::Object(Map::new()));
        }
        self.doc.fork_at(&before).ok().map(|doc| value::read(&doc))
    }

    /// Whether the author of operation `to − 1` of `peer` had seen operation `other_to − 1` of `other`.
    pub fn had_seen(&self, peer: u64, to: u32, other: u64, other_to: u32) -> bool {
        let Some(last) = to.checked_sub(1).and_then(|n| i32::try_from(n).ok()) else {
            return false;
        };
        let seen = self.doc.frontiers_to_vv(&Frontiers::from_id(ID::new(peer, last)));
        let known = seen.and_then(|vv| vv.get(&other).copied()).unwrap_or(0);
        i64::from(known) >= i64::from(other_to)
    }

    /// The fields, entries and blocks that a span touched.
    pub fn touched(&self, peer: u64, from: u32, to: u32) -> Vec<Key> {
        touch::touched(&self.doc, span(peer, from, to))
    }

    /// Everything as one own snapshot. Pending changes are not in it, so none may be pending.
    pub fn snapshot(&self) -> Result<Vec<u8>, EngineError> {
        self.doc
            .export(ExportMode::Snapshot)
            .map_err(|_| EngineError::Write)
    }
}

impl std::fmt::Debug for Document {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Document({} operations)", self.doc.len_ops())
    }
}

fn span(peer: u64, from: u32, to: u32) -> IdSpan {
    IdSpan::new(
        peer,
        i32::try_from(from).unwrap_or(i32::MAX),
        i32::try_from(to).unwrap_or(i32::MAX),
    )
}

fn styles() -> StyleConfigMap {
    let mut styles = StyleConfigMap::new();
    for kind in kring_domain::block::MarkKind::ALL {
        let grows = matches!(
            kind,
            kring_domain::block::MarkKind::Bold | kring_domain::block::MarkKind::Italic
        );
        let expand = if grows {
            ExpandType::After
        } else {
            ExpandType::None
        };
        styles.insert(kind.code().into(), StyleConfig { expand });
    }
    styles
}

/// The bytes must say of themselves that they are an update of this peer and span, and nothing else. The
/// engine reads all of them to answer that, so what they may ask of it is looked at before.
fn check_span(change: &Change) -> Result<(), EngineError> {
    body::check(&change.body)?;
    let meta = catch_unwind(|| LoroDoc::decode_import_blob_meta(&change.body, true))
        .map_err(|_| EngineError::Panicked)?
        .map_err(|_| EngineError::Unsound)?;
    let only = |vv: &loro::VersionVector, counter: u32| {
        vv.iter().all(|(peer, _)| *peer == change.peer)
            && u32::try_from(vv.get(&change.peer).copied().unwrap_or(0)) == Ok(counter)
    };
    let fits = matches!(meta.mode, EncodedBlobMode::Updates)
        && change.from < change.to
        && only(&meta.partial_start_vv, change.from)
        && only(&meta.partial_end_vv, change.to);
    if fits { Ok(()) } else { Err(EngineError::Span) }
}

fn guarded(import: impl FnOnce() -> loro::LoroResult<()>) -> Result<(), EngineError> {
    catch_unwind(AssertUnwindSafe(import))
        .map_err(|_| EngineError::Panicked)?
        .map_err(|_| EngineError::Refused)
}
