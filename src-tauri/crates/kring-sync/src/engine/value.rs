//! The canonical value of a document as JSON: what records are read from and what the circle's
//! state digest is taken over. Keys are sorted; nothing depends on the order of merging.

use loro::{Container, LoroDoc, LoroMap, LoroMovableList, LoroText, LoroValue, TextDelta, ValueOrContainer};
use serde_json::{Map, Value, json};

/// Reads the canonical value: registers and maps of `meta`, lists of `order`, texts of `body`.
pub fn read(doc: &LoroDoc) -> Value {
    let mut fields = Map::new();
    let meta = doc.get_map("meta");
    meta.for_each(|key, value| {
        fields.insert(key.to_owned(), plain(value));
    });
    doc.get_map("order").for_each(|key, value| {
        if let ValueOrContainer::Container(Container::MovableList(list)) = value {
            fields.insert(key.to_owned(), json_of(&list.get_deep_value()));
        }
    });
    doc.get_map("body").for_each(|key, value| {
        if let ValueOrContainer::Container(Container::MovableList(list)) = value {
            fields.insert(key.to_owned(), Value::Array(blocks(&list).collect()));
        }
    });
    Value::Object(fields)
}

fn plain(value: ValueOrContainer) -> Value {
    match value {
        ValueOrContainer::Value(value) => json_of(&value),
        ValueOrContainer::Container(Container::Map(map)) => json_of(&map.get_deep_value()),
        ValueOrContainer::Container(_) => Value::Null,
    }
}

/// A Loro value as JSON. Bytes and numbers that JSON lacks become text, so that nothing is lost.
pub fn json_of(value: &LoroValue) -> Value {
    match value {
        LoroValue::Null | LoroValue::Container(_) => Value::Null,
        LoroValue::Bool(flag) => json!(flag),
        LoroValue::Double(number) if number.is_finite() => json!(number),
        LoroValue::Double(number) => json!(number.to_string()),
        LoroValue::I64(number) => json!(number),
        LoroValue::Binary(bytes) => bytes
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect::<String>()
            .into(),
        LoroValue::String(text) => json!(text.as_str()),
        LoroValue::List(items) => items.iter().map(json_of).collect(),
        LoroValue::Map(entries) => Value::Object(
            entries
                .iter()
                .map(|(key, value)| (key.clone(), json_of(value)))
                .collect(),
        ),
    }
}

/// JSON as a Loro value.
pub fn loro_of(value: &Value) -> LoroValue {
    match value {
        Value::Null => LoroValue::Null,
        Value::Bool(flag) => (*flag).into(),
        Value::Number(number) => match number.as_i64() {
            Some(whole) => whole.into(),
            None => number.as_f64().unwrap_or_default().into(),
        },
        Value::String(text) => text.as_str().into(),
        Value::Array(items) => items.iter().map(loro_of).collect::<Vec<_>>().into(),
        Value::Object(entries) => {
            let entries = entries.iter().map(|(key, value)| (key.clone(), loro_of(value)));
            LoroValue::Map(entries.collect())
        }
    }
}

/// The blocks of a text's list, flagged ones included; anything else in the list is passed over.
fn blocks(list: &LoroMovableList) -> impl Iterator<Item = Value> + '_ {
    (0..list.len())
        .filter_map(|at| block_map(list, at))
        .map(|map| block(&map))
}

/// The map of the block at this place.
pub fn block_map(list: &LoroMovableList, at: usize) -> Option<LoroMap> {
    match list.get(at)? {
        ValueOrContainer::Container(Container::Map(map)) => Some(map),
        _ => None,
    }
}

/// The text container of a block.
pub fn block_text(map: &LoroMap) -> Option<LoroText> {
    match map.get("text")? {
        ValueOrContainer::Container(Container::Text(text)) => Some(text),
        _ => None,
    }
}

/// A register of a block as JSON.
pub fn register(map: &LoroMap, key: &str) -> Value {
    match map.get(key) {
        Some(ValueOrContainer::Value(value)) => json_of(&value),
        _ => Value::Null,
    }
}

fn block(map: &LoroMap) -> Value {
    let mut fields = Map::new();
    map.for_each(|key, value| {
        if let ValueOrContainer::Value(value) = value {
            fields.insert(key.to_owned(), json_of(&value));
        }
    });
    let (text, marks) = block_text(map).map(|text| rich(&text)).unwrap_or_default();
    fields.insert("text".to_owned(), text.into());
    if !marks.is_empty() {
        fields.insert("marks".to_owned(), marks.iter().map(MarkRun::to_json).collect());
    }
    Value::Object(fields)
}

/// A run of one mark.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct MarkRun {
    /// First character.
    pub from: usize,
    /// Character after the last.
    pub to: usize,
    /// The mark's code.
    pub kind: String,
    /// Its value; empty for bold and italic.
    pub value: String,
}

impl MarkRun {
    fn to_json(&self) -> Value {
        let mut mark = json!({ "from": self.from, "to": self.to, "kind": self.kind });
        if !self.value.is_empty() {
            mark["value"] = self.value.clone().into();
        }
        mark
    }
}

/// A text with its marks, neighbouring runs of the same mark joined, in order.
pub fn rich(text: &LoroText) -> (String, Vec<MarkRun>) {
    let mut whole = String::new();
    let mut runs: Vec<MarkRun> = Vec::new();
    let mut at = 0;
    for delta in text.to_delta() {
        let TextDelta::Insert { insert, attributes } = delta else {
            continue;
        };
        let end = at + insert.chars().count();
        for (kind, value) in attributes.iter().flatten() {
            let value = match value {
                LoroValue::Null | LoroValue::Bool(false) => continue,
                LoroValue::Bool(true) => String::new(),
                LoroValue::String(value) => value.as_str().to_owned(),
                other => json_of(other).to_string(),
            };
            let run = MarkRun {
                from: at,
                to: end,
                kind: kind.clone(),
                value,
            };
            match runs
                .iter_mut()
                .find(|earlier| earlier.to == at && earlier.kind == run.kind && earlier.value == run.value)
            {
                Some(earlier) => earlier.to = end,
                None => runs.push(run),
            }
        }
        whole.push_str(&insert);
        at = end;
    }
    runs.sort();
    (whole, runs)
}

/// The value as records are read from it: flagged blocks, emptied map entries and repeated list
/// entries and blocks left out.
pub fn live(value: Value) -> Value {
    let Value::Object(fields) = value else {
        return value;
    };
    let clean = |value: Value| match value {
        Value::Array(items) => Value::Array(without_flagged_and_repeated(items)),
        Value::Object(entries) => Value::Object(
            entries
                .into_iter()
                .filter(|(_, value)| !value.is_null())
                .collect(),
        ),
        other => other,
    };
    Value::Object(
        fields
            .into_iter()
            .map(|(key, value)| (key, clean(value)))
            .filter(|(_, value)| !value.is_null())
            .collect(),
    )
}

fn without_flagged_and_repeated(items: Vec<Value>) -> Vec<Value> {
    let mut kept: Vec<Value> = Vec::with_capacity(items.len());
    for item in items {
        let flagged = item.get("deleted") == Some(&Value::Bool(true));
        // Of two blocks of one id that say the same one is enough; as soon as they differ, both are shown.
        let is_repeatable = item.is_string() || item.get("id").is_some();
        let repeated = is_repeatable && kept.contains(&item);
        if !flagged && !repeated {
            kept.push(item);
        }
    }
    kept
}
