//! Writes a record's fields into its document by name, touching only what differs.

use std::collections::BTreeSet;

use loro::{
    Container, LoroDoc, LoroMap, LoroMovableList, LoroResult, LoroText, LoroValue, UpdateOptions,
    ValueOrContainer,
};
use serde_json::{Map, Value};

use super::Shape;
use super::value::{MarkRun, block_map, block_text, json_of, loro_of, register, rich};

/// Writes the fields that are given; fields of the document that are not given stay as they are.
pub fn write(doc: &LoroDoc, shape: &Shape, fields: &Map<String, Value>) -> LoroResult<()> {
    for (name, value) in fields {
        field(doc, shape, name, value)?;
    }
    Ok(())
}

/// Writes the fields that are given and empties every register that is not.
pub fn write_exactly(doc: &LoroDoc, shape: &Shape, fields: &Map<String, Value>) -> LoroResult<()> {
    let meta = doc.get_map("meta");
    let surplus: Vec<String> = meta
        .keys()
        .map(|key| key.to_string())
        .filter(|key| !fields.contains_key(key))
        .collect();
    for name in surplus {
        if matches!(meta.get(&name), Some(ValueOrContainer::Value(value)) if !value.is_null()) {
            meta.insert(&name, LoroValue::Null)?;
        }
    }
    write(doc, shape, fields)
}

fn field(doc: &LoroDoc, shape: &Shape, name: &str, value: &Value) -> LoroResult<()> {
    match value {
        Value::Array(blocks) if shape.texts.contains(&name) => text_field(&doc.get_map("body"), name, blocks),
        Value::Array(items) if shape.lists.contains(&name) => list_field(&doc.get_map("order"), name, items),
        Value::Object(entries) if shape.maps.contains(&name) => {
            map_field(&doc.get_map("meta"), name, entries)
        }
        value => set(&doc.get_map("meta"), name, value),
    }
}

/// Sets a register unless it has the value already, or has none and the value is empty.
fn set(map: &LoroMap, key: &str, value: &Value) -> LoroResult<()> {
    let now = match map.get(key) {
        Some(ValueOrContainer::Value(now)) => Some(json_of(&now)),
        Some(ValueOrContainer::Container(_)) | None => None,
    };
    let same = now.as_ref().map_or_else(|| is_empty(value), |now| now == value);
    if same {
        Ok(())
    } else {
        map.insert(key, loro_of(value))
    }
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(entries) => entries.is_empty(),
        Value::Bool(_) | Value::Number(_) => false,
    }
}

fn map_field(meta: &LoroMap, name: &str, entries: &Map<String, Value>) -> LoroResult<()> {
    if entries.is_empty() && meta.get(name).is_none() {
        return Ok(());
    }
    let map = meta.ensure_mergeable_map(name)?;
    let gone: Vec<String> = map
        .keys()
        .map(|key| key.to_string())
        .filter(|key| !entries.contains_key(key))
        .collect();
    for key in gone {
        if matches!(map.get(&key), Some(ValueOrContainer::Value(value)) if !value.is_null()) {
            map.insert(&key, LoroValue::Null)?;
        }
    }
    entries.iter().try_for_each(|(key, value)| set(&map, key, value))
}

fn list_field(order: &LoroMap, name: &str, items: &[Value]) -> LoroResult<()> {
    if items.is_empty() && order.get(name).is_none() {
        return Ok(());
    }
    let list = order.ensure_mergeable_movable_list(name)?;
    let at = |place: usize| {
        list.get(place)
            .and_then(|value| value.into_value().ok())
            .map(|value| json_of(&value))
    };
    for place in (0..list.len()).rev() {
        if at(place).is_none_or(|now| !items.contains(&now)) {
            list.delete(place, 1)?;
        }
    }
    for (place, item) in items.iter().enumerate() {
        if at(place).as_ref() == Some(item) {
            continue;
        }
        match (place + 1..list.len()).find(|later| at(*later).as_ref() == Some(item)) {
            Some(later) => list.mov(later, place)?,
            None => list.insert(place.min(list.len()), loro_of(item))?,
        }
    }
    let surplus = list.len().saturating_sub(items.len());
    if surplus > 0 {
        list.delete(items.len(), surplus)
    } else {
        Ok(())
    }
}

fn text_field(body: &LoroMap, name: &str, blocks: &[Value]) -> LoroResult<()> {
    if blocks.is_empty() && body.get(name).is_none() {
        return Ok(());
    }
    let list = body.ensure_mergeable_movable_list(name)?;
    let wanted: BTreeSet<&str> = blocks.iter().map(id_of).collect();
    for at in 0..list.len() {
        let Some(map) = block_map(&list, at) else { continue };
        let id = register(&map, "id");
        if !wanted.contains(id.as_str().unwrap_or_default()) {
            set(&map, "deleted", &Value::Bool(true))?;
        }
    }
    let mut place = 0;
    for block in blocks {
        place = put_block(&list, place, block)? + 1;
    }
    Ok(())
}

fn id_of(block: &Value) -> &str {
    block.get("id").and_then(Value::as_str).unwrap_or_default()
}

/// Makes the block the first live one at or after `place`, and answers where it is.
fn put_block(list: &LoroMovableList, place: usize, block: &Value) -> LoroResult<usize> {
    let id = id_of(block);
    let is = |at: usize| block_map(list, at).is_some_and(|map| register(&map, "id").as_str() == Some(id));
    let flagged =
        |at: usize| block_map(list, at).is_none_or(|map| register(&map, "deleted") == Value::Bool(true));
    let next_live = (place..list.len())
        .find(|at| is(*at) || !flagged(*at))
        .unwrap_or(list.len());
    let (at, map) = if next_live < list.len() && is(next_live) {
        (next_live, block_map(list, next_live))
    } else if let Some(elsewhere) = (0..list.len()).find(|at| is(*at)) {
        let target = if elsewhere < next_live {
            next_live - 1
        } else {
            next_live
        };
        list.mov(elsewhere, target)?;
        (target, block_map(list, target))
    } else {
        let map = list.insert_container(next_live, LoroMap::new())?;
        map.insert("id", id)?;
        map.insert_container("text", LoroText::new())?;
        (next_live, Some(map))
    };
    if let Some(map) = map {
        write_block(&map, block)?;
    }
    Ok(at)
}

fn write_block(map: &LoroMap, block: &Value) -> LoroResult<()> {
    let Value::Object(fields) = block else {
        return Ok(());
    };
    if register(map, "deleted") == Value::Bool(true) && fields.get("deleted") != Some(&Value::Bool(true)) {
        map.insert("deleted", false)?;
    }
    for (key, value) in fields
        .iter()
        .filter(|(key, _)| !matches!(key.as_str(), "id" | "text" | "marks"))
    {
        let plain = matches!(value, Value::Bool(false)) || value.as_u64() == Some(0);
        if !(plain && map.get(key).is_none()) {
            set(map, key, value)?;
        }
    }
    let text = match block_text(map) {
        Some(text) => text,
        None => map.insert_container("text", LoroText::new())?,
    };
    write_text(&text, block)
}

fn write_text(text: &LoroText, block: &Value) -> LoroResult<()> {
    let wanted = block.get("text").and_then(Value::as_str).unwrap_or_default();
    let now = text.to_string();
    if now.is_empty() {
        text.insert(0, wanted)?;
    } else if now != wanted && text.update(wanted, UpdateOptions::default()).is_err() {
        text.delete(0, text.len_unicode())?;
        text.insert(0, wanted)?;
    }
    write_marks(text, &wanted_marks(block))
}

fn wanted_marks(block: &Value) -> Vec<MarkRun> {
    let marks = block.get("marks").and_then(Value::as_array).into_iter().flatten();
    let text = |mark: &Value, key: &str| {
        mark.get(key)
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned()
    };
    let place = |mark: &Value, key: &str| {
        mark.get(key)
            .and_then(Value::as_u64)
            .and_then(|n| usize::try_from(n).ok())
            .unwrap_or(0)
    };
    marks
        .map(|mark| MarkRun {
            from: place(mark, "from"),
            to: place(mark, "to"),
            kind: text(mark, "kind"),
            value: text(mark, "value"),
        })
        .collect()
}

/// Rewrites the kinds of mark whose runs differ, and leaves the others alone.
fn write_marks(text: &LoroText, wanted: &[MarkRun]) -> LoroResult<()> {
    let (_, now) = rich(text);
    let kinds: BTreeSet<&String> = now.iter().chain(wanted).map(|run| &run.kind).collect();
    for kind in kinds {
        let of_kind = |runs: &[MarkRun]| -> Vec<MarkRun> {
            let mut runs: Vec<MarkRun> = runs
                .iter()
                .filter(|run| run.kind == *kind && run.from < run.to)
                .cloned()
                .collect();
            runs.sort();
            runs
        };
        let (now, wanted) = (of_kind(&now), of_kind(wanted));
        if now == wanted {
            continue;
        }
        for run in now.iter().filter(|run| !wanted.contains(run)) {
            text.unmark(run.from..run.to, kind)?;
        }
        for run in wanted.iter().filter(|run| !now.contains(run)) {
            let value: LoroValue = if run.value.is_empty() {
                true.into()
            } else {
                run.value.as_str().into()
            };
            text.mark(run.from..run.to.min(text.len_unicode()), kind, value)?;
        }
    }
    Ok(())
}

/// Whether the value is a container of the kind texts and lists are kept in.
pub fn as_list(value: ValueOrContainer) -> Option<LoroMovableList> {
    match value {
        ValueOrContainer::Container(Container::MovableList(list)) => Some(list),
        _ => None,
    }
}
