//! A field's value in words, whatever kind of record it is of: what history shows of a change. It
//! changes nothing and knows no kind by name, only what values look like.

use kring_domain::attachment::Attachment;
use kring_domain::date;
use kring_domain::id::RecordId;
use kring_domain::name::PersonName;
use kring_domain::study::{Author, PartialDate};
use kring_domain::text::Catalogue;
use kring_store::table::document;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::title;
use crate::error::Result;
use crate::workspace::Workspace;

/// Fields that hold a code with words of its own.
const CODED: [&str; 7] = [
    "attendance",
    "basis",
    "consent",
    "kind",
    "role",
    "stance",
    "state",
];

/// What a member calls the field of a key such as `place` or `body/7f3a`.
pub fn field_in_words(words: &Catalogue, field: &str) -> String {
    let key = format!("field-{field}");
    words.say(if words.has(&key) { &key } else { "field-other" })
}

/// The value of a field in words; empty for none.
pub fn in_words(workspace: &Workspace, field: &str, value: &Value) -> Result<String> {
    let words = workspace.words();
    Ok(match value {
        // What is not so needs no word: a study that was not retracted is a study.
        Value::Null | Value::Bool(false) => String::new(),
        Value::Bool(true) => words.say("value-yes"),
        Value::Number(number) => number.to_string(),
        Value::String(code) if CODED.contains(&field) => code_in_words(words, code),
        Value::String(text) => text_in_words(workspace, text)?,
        Value::Array(items) => {
            let lines = items.iter().all(|item| item.get("text").is_some());
            let items = items.iter().map(|item| in_words(workspace, field, item));
            let items = items.collect::<Result<Vec<_>>>()?;
            items.join(if lines { "\n" } else { ", " })
        }
        Value::Object(entries) => match thing_in_words(value) {
            Some(known) => known,
            None => {
                let entry = |(key, value): (&String, &Value)| entry_in_words(workspace, field, key, value);
                let entries = entries.iter().map(entry).collect::<Result<Vec<_>>>()?;
                let entries: Vec<String> = entries.into_iter().filter(|entry| !entry.is_empty()).collect();
                entries.join(", ")
            }
        },
    })
}

fn code_in_words(words: &Catalogue, code: &str) -> String {
    let keys = [format!("value-{code}"), format!("role-{code}")];
    let known = keys.iter().find(|key| words.has(key));
    known.map_or_else(|| code.to_owned(), |key| words.say(key))
}

/// A text, a day, or the record that an id points to.
fn text_in_words(workspace: &Workspace, text: &str) -> Result<String> {
    if let Ok(day) = text.parse() {
        return Ok(date::long(day, workspace.words()));
    }
    let Ok(id) = text.parse::<RecordId>() else {
        return Ok(text.to_owned());
    };
    match document::get(workspace.db(), id)? {
        Some(row) => title::of(workspace, id, row.kind, row.title),
        None => Ok(workspace.words().say("value-gone")),
    }
}

/// A name, an author, a date of which only a part is known, or a block of a text.
fn thing_in_words(value: &Value) -> Option<String> {
    if let Some(text) = value.get("text").and_then(Value::as_str) {
        return Some(text.to_owned());
    }
    if let Some(date) = exactly::<PartialDate>(value) {
        let rest = [date.month, date.day].into_iter().flatten();
        return Some(rest.fold(date.year.to_string(), |whole, part| format!("{whole}-{part:02}")));
    }
    exactly::<PersonName>(value)
        .map(|name| name.full())
        .or_else(|| exactly::<Author>(value).map(|author| author.full()))
        .or_else(|| exactly::<Attachment>(value).map(|attachment| attachment.safe_name()))
        .filter(|name| !name.is_empty())
}

/// The value as `T`, if it has at least one of its fields and no other.
fn exactly<T: DeserializeOwned + serde::Serialize>(value: &Value) -> Option<T> {
    let read: T = serde_json::from_value(value.clone()).ok()?;
    let known = serde_json::to_value(&read).ok()?;
    let (given, known) = (value.as_object()?, known.as_object()?);
    let fits = given.iter().all(|(field, value)| known.get(field) == Some(value));
    (fits && !given.is_empty()).then_some(read)
}

/// An entry of a map: what is only there or not goes by its name alone.
fn entry_in_words(workspace: &Workspace, field: &str, key: &str, value: &Value) -> Result<String> {
    if let Some(attachment) = exactly::<Attachment>(value) {
        return Ok(attachment.safe_name());
    }
    let name = text_in_words(workspace, key)?;
    Ok(match value {
        Value::Bool(true) => name,
        Value::Bool(false) | Value::Null => String::new(),
        value => {
            let value = in_words(workspace, field, value)?;
            if value.is_empty() {
                name
            } else {
                format!("{name}: {value}")
            }
        }
    })
}
