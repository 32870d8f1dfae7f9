//! Which fields, entries and blocks a change touched, and their values: what review markers and
//! undo are made of.

use std::collections::BTreeMap;

use loro::{Container, ValueOrContainer};
use loro::{ContainerTrait, IdSpan, JsonMapOp, JsonMovableListOp, JsonOpContent, LoroDoc, LoroValue};
use serde_json::{Map, Value};

use super::reconcile::as_list;
use super::value::{block_map, block_text, register};

/// A field (`place`), an entry of a map (`attendance/<id>`), a list's order (`agenda`) or a block of
/// a text (`body/<block id>`).
pub type Key = String;

/// The field and, for an entry or block, which one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot<'a> {
    /// The field's name.
    pub field: &'a str,
    /// The entry's key or the block's id.
    pub within: Option<&'a str>,
}

impl<'a> Spot<'a> {
    /// Reads a key.
    pub fn of(key: &'a str) -> Self {
        match key.split_once('/') {
            Some((field, within)) => Self {
                field,
                within: Some(within),
            },
            None => Self {
                field: key,
                within: None,
            },
        }
    }

    /// The value at this spot in a record's canonical value.
    pub fn value(&self, record: &Value) -> Value {
        let field = record.get(self.field).cloned().unwrap_or(Value::Null);
        match (self.within, field) {
            (None, field) => field,
            (Some(id), Value::Array(blocks)) => blocks
                .into_iter()
                .find(|block| is_block(block, id))
                .unwrap_or(Value::Null),
            (Some(key), Value::Object(mut entries)) => entries.remove(key).unwrap_or(Value::Null),
            (Some(_), _) => Value::Null,
        }
    }
}

fn is_block(block: &Value, id: &str) -> bool {
    block.get("id").and_then(Value::as_str) == Some(id)
}

/// The keys a span touched, sorted, each once. Only containers of this record's form count.
pub fn touched(doc: &LoroDoc, span: IdSpan) -> Vec<Key> {
    let places = places(doc);
    let mut keys: Vec<Key> = Vec::new();
    for change in doc.export_json_in_id_span(span) {
        for op in change.ops {
            match (places.get(&op.container.to_string()), op.content) {
                (Some(Place::Registers(prefix)), JsonOpContent::Map(op)) => {
                    let (JsonMapOp::Insert { key, .. } | JsonMapOp::Delete { key }) = &op;
                    let opens_container =
                        matches!(&op, JsonMapOp::Insert { value, .. } if is_container(value));
                    if !opens_container && !is_map_field(doc, prefix, key) {
                        keys.push(format!("{prefix}{key}"));
                    }
                }
                (Some(Place::Block(key)), _) => keys.push(key.clone()),
                (Some(Place::List(field)), JsonOpContent::MovableList(op)) => match op {
                    JsonMovableListOp::Insert { value, .. } => {
                        keys.extend(
                            value
                                .iter()
                                .filter_map(|item| Some(format!("{field}/{}", item.as_string()?.as_str()))),
                        );
                    }
                    _ => keys.push(field.clone()),
                },
                (Some(Place::Text(field)), JsonOpContent::MovableList(op))
                    if !matches!(op, JsonMovableListOp::Insert { .. }) =>
                {
                    keys.push(field.clone());
                }
                _ => {}
            }
        }
    }
    keys.sort();
    keys.dedup();
    keys
}

fn is_container(value: &LoroValue) -> bool {
    matches!(value, LoroValue::Container(_))
}

fn is_map_field(doc: &LoroDoc, prefix: &str, key: &str) -> bool {
    prefix.is_empty() && matches!(doc.get_map("meta").get(key), Some(ValueOrContainer::Container(_)))
}

/// Where a container of the document belongs.
enum Place {
    /// A map of registers, with the prefix of its keys.
    Registers(String),
    /// An ordered list.
    List(String),
    /// The list of a text's blocks.
    Text(String),
    /// A block or its text.
    Block(Key),
}

fn places(doc: &LoroDoc) -> BTreeMap<String, Place> {
    let mut places = BTreeMap::new();
    let meta = doc.get_map("meta");
    places.insert(meta.id().to_string(), Place::Registers(String::new()));
    meta.for_each(|field, value| {
        if let ValueOrContainer::Container(Container::Map(map)) = value {
            places.insert(map.id().to_string(), Place::Registers(format!("{field}/")));
        }
    });
    doc.get_map("order").for_each(|field, value| {
        if let Some(list) = as_list(value) {
            places.insert(list.id().to_string(), Place::List(field.to_owned()));
        }
    });
    doc.get_map("body").for_each(|field, value| {
        let Some(list) = as_list(value) else { return };
        places.insert(list.id().to_string(), Place::Text(field.to_owned()));
        for map in (0..list.len()).filter_map(|at| block_map(&list, at)) {
            let key = format!("{field}/{}", register(&map, "id").as_str().unwrap_or_default());
            if let Some(text) = block_text(&map) {
                places.insert(text.id().to_string(), Place::Block(key.clone()));
            }
            places.insert(map.id().to_string(), Place::Block(key));
        }
    });
    places
}

/// What a key without a block stands for, where the field is a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Texts {
    /// The whole text.
    Whole,
    /// The order of its blocks alone.
    Order,
}

/// The record `now` with the given keys as they are in `earlier`.
pub fn with_keys_from(now: &Value, keys: &[Key], earlier: &Value, texts: Texts) -> Value {
    let Value::Object(mut fields) = now.clone() else {
        return now.clone();
    };
    for key in keys {
        let spot = Spot::of(key);
        let before = spot.value(earlier);
        match spot.within {
            None => {
                let now = fields.remove(spot.field).unwrap_or(Value::Null);
                let put_back = match texts {
                    Texts::Whole => before,
                    Texts::Order => ordered_as(now, before),
                };
                fields.insert(spot.field.to_owned(), put_back);
            }
            Some(within) => put_within(fields.entry(spot.field).or_insert(Value::Null), within, before),
        }
    }
    Value::Object(fields)
}

/// A field as it was before. Of a text only the order of its blocks: what each says has a key of its own,
/// and blocks that came since stay behind the one they follow.
fn ordered_as(now: Value, before: Value) -> Value {
    let is_text = |value: &Value| {
        let blocks = value.as_array();
        blocks
            .is_some_and(|blocks| !blocks.is_empty() && blocks.iter().all(|block| block.get("id").is_some()))
    };
    if !is_text(&now) || !is_text(&before) {
        return before;
    }
    let (Value::Array(now), Value::Array(before)) = (now, before) else {
        return Value::Null;
    };
    let mut ordered: Vec<Value> = Vec::with_capacity(now.len());
    for block in &before {
        let same = |one: &&Value| one.get("id") == block.get("id");
        if !ordered.iter().any(|one| same(&one)) {
            ordered.extend(now.iter().filter(same).cloned());
        }
    }
    let mut follows = None;
    for block in now {
        let id = block.get("id").cloned();
        if !ordered.iter().any(|one| one.get("id") == id.as_ref()) {
            let place = |id: &Option<Value>| ordered.iter().position(|one| one.get("id") == id.as_ref());
            let at = follows.as_ref().and_then(place).map_or(0, |at| at + 1);
            ordered.insert(at, block);
        }
        follows = Some(id);
    }
    Value::Array(ordered)
}

fn put_within(field: &mut Value, within: &str, before: Value) {
    match field {
        Value::Array(items) if items.iter().any(Value::is_string) => {
            items.retain(|item| item.as_str() != Some(within));
        }
        Value::Array(blocks) => match blocks.iter_mut().find(|block| is_block(block, within)) {
            Some(block) if before.is_null() => block["deleted"] = Value::Bool(true),
            Some(block) => *block = before,
            None => {}
        },
        Value::Object(entries) => {
            entries.insert(within.to_owned(), before);
        }
        other => {
            let mut entries = Map::new();
            entries.insert(within.to_owned(), before);
            *other = Value::Object(entries);
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn an_order_is_put_back_and_no_word_with_it() {
        let block = |id: &str, text: &str| json!({ "id": id, "text": text });
        let before = json!({ "body": [block("a", "een"), block("b", "twee")], "place": "De Glind" });
        let now = json!({ "body": [block("b", "twee en meer"), block("c", "drie"), block("a", "een")], "place": "Ede" });
        assert_eq!(
            with_keys_from(&now, &["body".to_owned()], &before, Texts::Order),
            json!({ "body": [block("a", "een"), block("b", "twee en meer"), block("c", "drie")], "place": "Ede" }),
            "what a block says is another matter than where it stands"
        );
        assert_eq!(
            with_keys_from(&now, &["place".to_owned()], &before, Texts::Order)["place"],
            "De Glind"
        );
    }
}
