//! What happens in the demo, read from `assets/sample/circle.json`: chapters of commands, each at
//! one laptop. A command may give what it made a name ("as"), and others name it with a dollar sign.
//! A mark says on which words it stands ("on") and finds its place itself.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Map, Value};

use crate::failure::Failure;
use crate::kringboek::Laptop;

/// The story, and what it made so far.
#[derive(Debug, Deserialize)]
pub struct Story {
    /// The circle's name.
    pub name: String,
    /// Who has a laptop, with their name in its parts; the first one founds the circle.
    pub laptops: BTreeMap<String, String>,
    chapters: BTreeMap<String, Chapter>,
    #[serde(skip)]
    made: BTreeMap<String, String>,
}

#[derive(Debug, Deserialize)]
struct Chapter {
    at: String,
    steps: Vec<Step>,
}

#[derive(Debug, Deserialize)]
struct Step {
    #[serde(rename = "do")]
    command: String,
    with: Value,
    #[serde(rename = "as")]
    name: Option<String>,
}

impl Story {
    /// Reads the story.
    pub fn read() -> Result<Self, Failure> {
        Ok(serde_json::from_str(include_str!(
            "../../assets/sample/circle.json"
        ))?)
    }

    /// Gives something a name that the story did not make itself.
    pub fn name(&mut self, name: &str, id: &Value) -> Result<(), Failure> {
        let id = id.as_str().ok_or_else(|| Failure::Unknown(name.to_owned()))?;
        self.made.insert(name.to_owned(), id.to_owned());
        Ok(())
    }

    /// What has this name.
    pub fn made(&self, name: &str) -> Result<&str, Failure> {
        self.made
            .get(name)
            .map(String::as_str)
            .ok_or_else(|| Failure::Unknown(name.to_owned()))
    }

    /// Plays a chapter; how many commands that were.
    pub fn play(&mut self, chapter: &str, laptops: &[Laptop]) -> Result<usize, Failure> {
        let chapter = self
            .chapters
            .remove(chapter)
            .ok_or_else(|| Failure::Unknown(chapter.to_owned()))?;
        let laptop = laptops.iter().find(|laptop| laptop.owner == chapter.at);
        let laptop = laptop.ok_or_else(|| Failure::Unknown(chapter.at.clone()))?;
        for step in &chapter.steps {
            let done = laptop.call(&step.command, &self.with_ids(&step.with)?)?;
            match (&step.name, &done["value"]) {
                (None, _) => {}
                (Some(name), Value::Object(parts)) => {
                    for (part, id) in parts {
                        self.name(&format!("{name} {part}"), id)?;
                    }
                }
                (Some(name), id) => self.name(name, id)?,
            }
        }
        Ok(chapter.steps.len())
    }

    /// The same input with ids for names, and places for marks.
    fn with_ids(&self, input: &Value) -> Result<Value, Failure> {
        Ok(match input {
            Value::String(text) => self.id(text)?.into(),
            Value::Array(items) => items
                .iter()
                .map(|item| self.with_ids(item))
                .collect::<Result<_, _>>()?,
            Value::Object(fields) => {
                let mut with_ids = Map::new();
                for (name, value) in fields {
                    with_ids.insert(self.id(name)?.to_owned(), self.with_ids(value)?);
                }
                place_marks(&mut with_ids)?;
                with_ids.into()
            }
            plain => plain.clone(),
        })
    }

    fn id<'a>(&'a self, text: &'a str) -> Result<&'a str, Failure> {
        text.strip_prefix('$').map_or(Ok(text), |name| self.made(name))
    }
}

/// Gives the marks of a block the place of the words they stand on, counted in characters.
fn place_marks(block: &mut Map<String, Value>) -> Result<(), Failure> {
    let text = block
        .get("text")
        .and_then(Value::as_str)
        .unwrap_or_default()
        .to_owned();
    for mark in block
        .get_mut("marks")
        .and_then(Value::as_array_mut)
        .into_iter()
        .flatten()
    {
        let words = mark["on"].as_str().unwrap_or_default().to_owned();
        let (before, _) = text
            .split_once(&words)
            .ok_or_else(|| Failure::Unknown(words.clone()))?;
        let from = before.chars().count();
        mark["from"] = from.into();
        mark["to"] = (from + words.chars().count()).into();
    }
    Ok(())
}
