//! Looking at what two people changed at once, and choosing: mine, theirs, both, or as it was merged.

use kring_domain::id::{Hash, RecordId};
use kring_domain::kind::Kind;
use kring_domain::review::Review;
use kring_store::Connection;
use kring_store::table::touch::{self, Touch};
use kring_store::table::{document, segment};
use kring_sync::engine::{Document, Shape, Spot, live};
use kring_sync::segment::Scope;
use kring_trust::hash::sha256;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::clash::{self, Did, Form};
use super::word::{Word, words};
use crate::desk::{Desk, Nothing};
use crate::error::{ApiError, Refusal, Result};
use crate::exchange::import::name_of;
use crate::workspace::document::load;
use crate::workspace::{Act, Done, Workspace, shape_of};

/// Something that two people changed at once.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ReviewView {
    /// The record.
    pub record: RecordId,
    /// Its kind.
    pub kind: &'static str,
    /// What lists call it.
    pub title: String,
    /// The field or block.
    pub key: String,
    /// What the two did.
    pub form: Form,
    /// That in one sentence.
    pub sentence: String,
    /// What stands there now, merged.
    pub merged: Value,
    /// What each side wrote.
    pub sides: Vec<Side>,
}

/// What one side wrote.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Side {
    /// The segment that wrote it.
    pub segment: Hash,
    /// Who.
    pub by: String,
    /// Whether that was on this laptop.
    pub own: bool,
    /// When, UTC milliseconds by their clock.
    pub at_ms: u64,
    /// What they did, where that is more than another text; else empty.
    pub did: String,
    /// The words that take this side.
    pub take: String,
    /// What stood there for them.
    pub value: Value,
    /// What they changed, word by word, since both sides last knew of the same text; empty for what is
    /// no text. Words that were removed stand where they were.
    pub words: Vec<Word>,
}

/// Everything that waits for a look. It never blocks work.
pub fn list(desk: &mut Desk<'_>, _: Nothing) -> Result<Vec<ReviewView>> {
    let workspace = &*desk.workspace;
    touch::markers(workspace.db())?
        .into_iter()
        .map(|(record, key)| view(workspace, record, key))
        .collect()
}

fn view(workspace: &Workspace, record: RecordId, key: String) -> Result<ReviewView> {
    let db = workspace.db();
    let row = document::get(db, record)?.ok_or(ApiError::NotFound {
        kind: Kind::Unknown(0),
        id: record,
    })?;
    let document = load(db, record, 0)?;
    let mut known = Vec::new();
    let touches = touch::of_key(db, record, &key)?;
    for touch in &touches {
        let before = common(db, &document, &touches, touch)?;
        let after = document.value_at(touch.peer, touch.next).unwrap_or(Value::Null);
        let by = workspace
            .circle()
            .map(|circle| name_of(db, &circle.membership, touch.device))
            .transpose()?;
        known.push((by.unwrap_or_default(), before, after));
    }
    let mut did = Vec::with_capacity(known.len());
    for ((by, before, after), touch) in known.iter().zip(&touches) {
        did.push(Did {
            by,
            own: touch.device == workspace.device(),
            before,
            after,
        });
    }
    let clash = clash::in_words(db, workspace.words(), &shape_of(row.kind), &key, &did)?;
    let mut sides = Vec::new();
    for ((touch, side), (did, take)) in touches.iter().zip(&did).zip(clash.sides) {
        let value = shown(&key, side.after);
        sides.push(Side {
            segment: touch.segment,
            by: side.by.to_owned(),
            own: side.own,
            at_ms: segment::by_hash(db, touch.segment)?.map_or(0, |row| row.wall_ms),
            words: words(&shown(&key, side.before), &value),
            did,
            take,
            value,
        });
    }
    Ok(ReviewView {
        record,
        kind: row.kind.code(),
        title: row.title,
        form: clash.form,
        sentence: clash.sentence,
        merged: shown(&key, &document.value()),
        sides,
        key,
    })
}

/// What stands at a key; nothing where a block was removed.
fn shown(key: &str, record: &Value) -> Value {
    let value = Spot::of(key).value(record);
    if clash::is_flagged(&value) {
        Value::Null
    } else {
        value
    }
}

/// The record as this side knew it before its first change that another side had not seen.
fn common(db: &Connection, document: &Document, touches: &[Touch], side: &Touch) -> Result<Value> {
    let unseen = |peer: u64, next: u32| {
        let mut others = touches.iter().filter(|other| other.segment != side.segment);
        others.any(|other| !document.had_seen(other.peer, other.next, peer, next))
    };
    let first = segment::touching(db, side.record)?
        .into_iter()
        .filter(|(row, part)| row.device == side.device && part.applied && unseen(part.peer, part.next))
        .min_by_key(|(row, _)| (row.log, row.seq));
    let before = first.and_then(|(_, part)| document.value_before(part.peer, part.first));
    Ok(before.unwrap_or(Value::Null))
}

/// Which side to keep.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ResolveReview {
    /// The record.
    pub record: RecordId,
    /// The field or block.
    pub key: String,
    /// What to keep.
    pub keep: Keep,
    /// The segment whose side to keep; needed for "side".
    pub side: Option<Hash>,
}

/// What to keep.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Keep {
    /// What stands there now.
    Merged,
    /// What one side wrote.
    Side,
    /// What everyone wrote, one after the other.
    Both,
}

/// Chooses. The choice travels to everyone, and the marker goes everywhere.
pub fn resolve(desk: &mut Desk<'_>, input: ResolveReview) -> Result<Done<RecordId>> {
    let marker = (input.record, input.key.clone());
    if !touch::markers(desk.workspace.db())?.contains(&marker) {
        return Err(Refusal::NothingToReview.into());
    }
    let view = view(desk.workspace, input.record, input.key.clone())?;
    let kind = document::get(desk.workspace.db(), input.record)?.map_or(Kind::Unknown(0), |row| row.kind);
    desk.workspace.transact("resolve_review", |act| {
        match input.keep {
            Keep::Merged => {}
            Keep::Side => keep_side(act, &shape_of(kind), &input)?,
            Keep::Both => keep_both(act, &shape_of(kind), &input, &view.sides)?,
        }
        let sides = view.sides.iter().map(|side| side.segment).collect();
        act.create(
            Scope::Circle,
            &Review {
                subject: input.record,
                key: input.key,
                sides,
            },
        )
    })
}

fn keep_side(act: &mut Act<'_>, shape: &Shape, input: &ResolveReview) -> Result<()> {
    let touches = touch::of_key(act.db(), input.record, &input.key)?;
    let chosen = touches
        .iter()
        .find(|touch| Some(touch.segment) == input.side)
        .ok_or(Refusal::NothingToReview)?;
    let spot = Spot::of(&input.key);
    if spot.within.is_none() && (shape.lists.contains(&spot.field) || shape.texts.contains(&spot.field)) {
        return keep_order(act, shape, input, &touches, chosen);
    }
    act.with_document(input.record, |document| {
        if let Some(value) = document.value_at(chosen.peer, chosen.next) {
            document.put_back(shape, std::slice::from_ref(&input.key), &value)?;
        }
        Ok(())
    })
}

/// Takes one side's order. What others added since keeps its place; of blocks only those move that are there.
fn keep_order(
    act: &mut Act<'_>,
    shape: &Shape,
    input: &ResolveReview,
    touches: &[Touch],
    chosen: &Touch,
) -> Result<()> {
    let field = input.key.as_str();
    let before = common(act.db(), &load(act.db(), input.record, 0)?, touches, chosen)?;
    act.with_document(input.record, |document| {
        let (Some(then), Value::Object(mut fields)) = (
            document.value_at(chosen.peer, chosen.next),
            live(document.value()),
        ) else {
            return Ok(());
        };
        let now = fields.remove(field).unwrap_or_default();
        let of = |record: &Value| clash::items(record.get(field).unwrap_or(&Value::Null));
        let order = clash::in_order_of(&of(&then), &of(&before), &clash::items(&now));
        let ordered: Vec<Value> = if shape.lists.contains(&field) {
            order.into_iter().map(Value::from).collect()
        } else {
            let blocks = now.as_array().cloned().unwrap_or_default();
            let place = |block: &Value| {
                let id = block.get("id").and_then(Value::as_str);
                order.iter().position(|known| Some(known.as_str()) == id)
            };
            let mut blocks = blocks;
            blocks.sort_by_key(|block| place(block).unwrap_or(usize::MAX));
            blocks
        };
        fields.insert(field.to_owned(), ordered.into());
        write_field(document, shape, field, &fields)
    })
}

fn keep_both(act: &mut Act<'_>, shape: &Shape, input: &ResolveReview, sides: &[Side]) -> Result<()> {
    let spot = Spot::of(&input.key);
    // The order of a text has no second version to stand beside it, only a block has.
    let is_block = shape.texts.contains(&spot.field) && spot.within.is_some();
    // The same for everyone who chooses this: two people who keep both make one second block, not two.
    let new_ids: Vec<String> = sides
        .iter()
        .skip(1)
        .map(|side| id_of_second(input, side))
        .collect();
    act.with_document(input.record, |document| {
        let Value::Object(mut fields) = live(document.value()) else {
            return Ok(());
        };
        if is_block {
            let Some(Value::Array(blocks)) = fields.get_mut(spot.field) else {
                return Ok(());
            };
            // The first side keeps the block's place and id, every other one becomes a block behind it.
            let mut kept: Vec<Value> = sides.iter().map(|side| side.value.clone()).collect();
            kept.retain(Value::is_object);
            for (block, id) in kept.iter_mut().skip(1).zip(new_ids) {
                block["id"] = id.into();
            }
            let place = blocks
                .iter()
                .position(|block| block.get("id").and_then(Value::as_str) == spot.within);
            match place {
                Some(at) => drop(blocks.splice(at..=at, kept)),
                None => blocks.extend(kept),
            }
        } else {
            let texts: Vec<&str> = sides.iter().filter_map(|side| side.value.as_str()).collect();
            if texts.len() < 2 || spot.within.is_some() {
                return Err(ApiError::Input("only texts can be kept both".to_owned()));
            }
            fields.insert(spot.field.to_owned(), texts.join(" / ").into());
        }
        write_field(document, shape, spot.field, &fields)
    })
}

fn id_of_second(input: &ResolveReview, side: &Side) -> String {
    let about = [
        &b"kring/both/1"[..],
        &input.record.0,
        input.key.as_bytes(),
        &side.segment.0,
    ];
    hex::encode(&sha256(&about).0[..8])
}

fn write_field(
    document: &mut Document,
    shape: &Shape,
    field: &str,
    fields: &serde_json::Map<String, Value>,
) -> Result<()> {
    let only = fields
        .iter()
        .filter(|(name, _)| *name == field)
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect();
    Ok(document.reconcile(shape, &only)?)
}
