//! A record as it was: what one version changed word by word, what it said as a whole, putting it
//! back, and who last wrote each block. A version is a segment that counts.

use std::collections::BTreeSet;

use kring_domain::id::{Hash, RecordId};
use kring_domain::kind::Kind;
use kring_domain::text;
use kring_store::table::{self, document, segment, touch};
use kring_sync::engine::{Key, Shape, Spot, TRASHED, live};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::history::{self, HistoryEntry, by};
use super::value::{field_in_words, in_words};
use super::word::{Word, words};
use crate::desk::{ById, Desk};
use crate::error::{ApiError, Refusal, Result};
use crate::workspace::document::load;
use crate::workspace::{Done, Workspace, shape_of};

/// Which version of which record.
#[derive(Debug, Clone, Copy, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct VersionOf {
    /// The record.
    pub id: RecordId,
    /// The segment that made the version.
    pub segment: Hash,
}

/// One version of a record.
#[derive(Debug, Serialize, JsonSchema)]
pub struct RecordVersion {
    /// Who made it, when, and what it did in a few words.
    #[serde(flatten)]
    pub entry: HistoryEntry,
    /// What it changed of what its author had before them.
    pub differences: Vec<Difference>,
    /// What the record said then, field by field, without those that were empty.
    pub whole: Vec<FieldThen>,
    /// Whether the record says something else now, so that this version can be put back.
    pub can_restore: bool,
}

/// What a version changed in one place.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Difference {
    /// The field in words.
    pub field: String,
    /// What came and went; empty where only the order changed.
    pub words: Vec<Word>,
}

/// A field as it was.
#[derive(Debug, Serialize, JsonSchema)]
pub struct FieldThen {
    /// The field in words.
    pub field: String,
    /// What it said.
    pub text: String,
}

/// A version with what it changed.
pub fn show(desk: &mut Desk<'_>, input: VersionOf) -> Result<RecordVersion> {
    let workspace = &*desk.workspace;
    let (row, part) = history::version(workspace, input.id, input.segment)?.ok_or(Refusal::NoVersion)?;
    let kind = kind_of(workspace, input.id)?;
    let document = load(workspace.db(), input.id, 0)?;
    let entry = history::entry(workspace, &document, &row, &part)?;
    let before = live(document.value_before(part.peer, part.first).unwrap_or_default());
    let then = live(document.value_at(part.peer, part.next).unwrap_or_default());
    let now = live(document.value());
    Ok(RecordVersion {
        differences: differences(workspace, &shape_of(kind), &before, &then)?,
        can_restore: !kind.is_write_once() && fields_of(&now) != fields_of(&then),
        whole: whole(workspace, &then)?,
        entry,
    })
}

fn kind_of(workspace: &Workspace, id: RecordId) -> Result<Kind> {
    let row = document::get(workspace.db(), id)?;
    Ok(row.ok_or(Refusal::NoVersion)?.kind)
}

/// The fields a member knows, without those that say where the record lies.
fn fields_of(value: &Value) -> Map<String, Value> {
    let fields = value.as_object().cloned().unwrap_or_default();
    fields
        .into_iter()
        .filter(|(name, value)| name != TRASHED && !is_nothing(value))
        .collect()
}

fn is_nothing(value: &Value) -> bool {
    *value == Value::Null || *value == json!("") || *value == json!([]) || *value == json!({})
}

fn names<'a>(before: &'a Map<String, Value>, then: &'a Map<String, Value>) -> BTreeSet<&'a str> {
    before.keys().chain(then.keys()).map(String::as_str).collect()
}

fn differences(
    workspace: &Workspace,
    shape: &Shape,
    before: &Value,
    then: &Value,
) -> Result<Vec<Difference>> {
    let (before, then) = (fields_of(before), fields_of(then));
    let mut found = Vec::new();
    for name in names(&before, &then) {
        let was = before.get(name).unwrap_or(&Value::Null);
        let is = then.get(name).unwrap_or(&Value::Null);
        if was == is {
            continue;
        }
        if shape.texts.contains(&name) {
            blocks(workspace.words(), name, was, is, &mut found);
            continue;
        }
        found.push(Difference {
            field: field_in_words(workspace.words(), name),
            words: words(
                &in_words(workspace, name, was)?.into(),
                &in_words(workspace, name, is)?.into(),
            ),
        });
    }
    Ok(found)
}

/// What came, went and changed among the blocks of a text, in the order it has now; what went comes last.
fn blocks(catalogue: &text::Catalogue, name: &str, was: &Value, is: &Value, found: &mut Vec<Difference>) {
    let field = field_in_words(catalogue, name);
    let of_field = |key: &str| catalogue.say_with(key, &[("field", text::Value::from(field.as_str()))]);
    let (was, is) = (list(was), list(is));
    let before = found.len();
    for block in is {
        let earlier = with_id(was, id_of(block)).unwrap_or(&Value::Null);
        if earlier == block {
            continue;
        }
        let same_text = earlier.get("text") == block.get("text");
        found.push(Difference {
            field: if same_text {
                of_field("history-form")
            } else {
                field.clone()
            },
            words: words(earlier, block),
        });
    }
    let gone = was.iter().filter(|block| with_id(is, id_of(block)).is_none());
    found.extend(gone.map(|block| Difference {
        field: field.clone(),
        words: words(block, &Value::Null),
    }));
    if found.len() == before {
        found.push(Difference {
            field: of_field("history-order"),
            words: Vec::new(),
        });
    }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

fn id_of(block: &Value) -> &str {
    block.get("id").and_then(Value::as_str).unwrap_or_default()
}

fn with_id<'a>(blocks: &'a [Value], id: &str) -> Option<&'a Value> {
    blocks.iter().find(|block| id_of(block) == id)
}

fn whole(workspace: &Workspace, then: &Value) -> Result<Vec<FieldThen>> {
    let mut whole = Vec::new();
    for (name, value) in fields_of(then) {
        let text = in_words(workspace, &name, &value)?;
        if !text.is_empty() {
            whole.push(FieldThen {
                field: field_in_words(workspace.words(), &name),
                text,
            });
        }
    }
    Ok(whole)
}

/// Puts a version back: a new change, which can be undone like any other. What was written since stays
/// in the history.
pub fn restore(desk: &mut Desk<'_>, input: VersionOf) -> Result<Done<RecordId>> {
    let (_, part) = history::version(desk.workspace, input.id, input.segment)?.ok_or(Refusal::NoVersion)?;
    let kind = kind_of(desk.workspace, input.id)?;
    let shape = shape_of(kind);
    desk.workspace.transact("restore_version", |act| {
        if document::get(act.db(), input.id)?.is_none_or(|row| row.trashed) {
            return Err(ApiError::NotFound { kind, id: input.id });
        }
        act.with_document(input.id, |document| {
            let then = document
                .value_at(part.peer, part.next)
                .ok_or(Refusal::NoVersion)?;
            let (now, then) = (fields_of(&live(document.value())), fields_of(&live(then)));
            let back: Vec<Key> = names(&now, &then)
                .into_iter()
                .filter(|name| now.get(*name) != then.get(*name))
                .map(str::to_owned)
                .collect();
            if back.is_empty() {
                return Err(Refusal::VersionIsNow.into());
            }
            document.put_back(&shape, &back, &emptied(&shape, &back, then))?;
            Ok(table::check(kind, live(document.value()))?)
        })?;
        Ok(input.id)
    })
}

/// The version's fields, in which a text, list or map that had nothing in it is empty instead of absent.
fn emptied(shape: &Shape, back: &[Key], mut then: Map<String, Value>) -> Value {
    for name in back.iter().map(String::as_str) {
        let nothing = if shape.texts.contains(&name) || shape.lists.contains(&name) {
            json!([])
        } else if shape.maps.contains(&name) {
            json!({})
        } else {
            Value::Null
        };
        then.entry(name).or_insert(nothing);
    }
    Value::Object(then)
}

/// A text of a record with who last wrote each of its blocks.
#[derive(Debug, Serialize, JsonSchema)]
pub struct WrittenText {
    /// The field.
    pub field: String,
    /// The field in words.
    pub name: String,
    /// Its blocks in order.
    pub blocks: Vec<WrittenBlock>,
}

/// A block with who wrote it last.
#[derive(Debug, Serialize, JsonSchema)]
pub struct WrittenBlock {
    /// The block.
    pub id: String,
    /// Its text.
    pub text: String,
    /// Who wrote it last: more than one where people wrote at once, unaware of each other.
    pub by: Vec<String>,
    /// When, UTC milliseconds by the clock of who did it last.
    pub at_ms: u64,
    /// The version in which that was.
    pub segment: Hash,
}

/// Who last wrote each block of a record's texts.
pub fn blame(desk: &mut Desk<'_>, input: ById) -> Result<Vec<WrittenText>> {
    let workspace = &*desk.workspace;
    let kind = kind_of(workspace, input.id)?;
    let value = live(load(workspace.db(), input.id, 0)?.value());
    let mut texts = Vec::new();
    for field in shape_of(kind).texts {
        let blocks = list(value.get(*field).unwrap_or(&Value::Null));
        texts.push(WrittenText {
            field: (*field).to_owned(),
            name: field_in_words(workspace.words(), field),
            blocks: blocks
                .iter()
                .map(|block| last_writer(workspace, input.id, field, block))
                .collect::<Result<_>>()?,
        });
    }
    Ok(texts)
}

/// A block that nobody touched since was written by whoever made the record.
fn last_writer(workspace: &Workspace, record: RecordId, field: &str, block: &Value) -> Result<WrittenBlock> {
    let db = workspace.db();
    let key = format!("{field}/{}", id_of(block));
    let mut writers: Vec<Hash> = touch::of_key(db, record, &key)?
        .into_iter()
        .map(|touch| touch.segment)
        .collect();
    if writers.is_empty() {
        writers.extend(document::get(db, record)?.map(|row| row.created_in));
    }
    let mut written = WrittenBlock {
        id: id_of(block).to_owned(),
        text: Spot::of("text")
            .value(block)
            .as_str()
            .unwrap_or_default()
            .to_owned(),
        by: Vec::new(),
        at_ms: 0,
        segment: Hash::ZERO,
    };
    for row in writers.into_iter().map(|hash| segment::by_hash(db, hash)) {
        let Some(row) = row? else { continue };
        written.by.push(by(workspace, row.device)?);
        if row.wall_ms >= written.at_ms {
            (written.at_ms, written.segment) = (row.wall_ms, row.hash);
        }
    }
    written.by.dedup();
    Ok(written)
}
