//! A story that commands tell: chapters of steps, each at one laptop, from `assets/sample`. A step may
//! give what it made a name ("as"), and others name it with a dollar sign. A mark says on which words
//! it stands ("on") and finds its place itself. The sample circle and the demo play it; how a command
//! reaches a laptop they decide themselves.

use std::collections::BTreeMap;

use chrono::{Duration, NaiveDate};
use serde::Deserialize;
use serde_json::{Map, Value, json};

/// A story that cannot be played.
#[derive(Debug, thiserror::Error)]
pub enum StoryError {
    /// It is not written as a story is.
    #[error("story: {0}")]
    Form(#[from] serde_json::Error),
    /// It names something that nobody made.
    #[error("nothing is called {0} in the story")]
    Unknown(String),
}

/// The story, and what it made so far.
#[derive(Debug, Default, Deserialize)]
pub struct Story {
    /// The circle's name.
    pub name: String,
    /// Who has a laptop, with their name in its parts; the first one founds the circle.
    pub laptops: BTreeMap<String, String>,
    chapters: BTreeMap<String, Chapter>,
    #[serde(skip)]
    made: BTreeMap<String, String>,
    #[serde(skip)]
    weeks: i64,
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

#[derive(Deserialize)]
struct More {
    chapters: BTreeMap<String, Chapter>,
}

impl Story {
    /// The story of the circle that meets, agrees and disagrees.
    pub fn read() -> Result<Self, StoryError> {
        Ok(serde_json::from_str(include_str!(
            "../../../../../assets/sample/circle.json"
        ))?)
    }

    /// Adds the chapters of what came before the fourth meeting, for the sample circle.
    pub fn with_life(mut self) -> Result<Self, StoryError> {
        let more: More = serde_json::from_str(include_str!("../../../../../assets/sample/life.json"))?;
        self.chapters.extend(more.chapters);
        Ok(self)
    }

    /// Moves every date by whole weeks, so that weekdays stay.
    #[must_use]
    pub fn moved(mut self, weeks: i64) -> Self {
        self.weeks = weeks;
        self
    }

    /// A day of the story where it was moved to.
    pub fn day(&self, day: NaiveDate) -> NaiveDate {
        day + Duration::weeks(self.weeks)
    }

    /// Gives something a name that the story did not make itself.
    pub fn name(&mut self, name: &str, id: &Value) -> Result<(), StoryError> {
        let id = id.as_str().ok_or_else(|| StoryError::Unknown(name.to_owned()))?;
        self.made.insert(name.to_owned(), id.to_owned());
        Ok(())
    }

    /// What has this name.
    pub fn made(&self, name: &str) -> Result<&str, StoryError> {
        self.made
            .get(name)
            .map(String::as_str)
            .ok_or_else(|| StoryError::Unknown(name.to_owned()))
    }

    /// How many steps these chapters have together.
    pub fn steps(&self, chapters: &[&str]) -> u64 {
        let known = chapters.iter().filter_map(|chapter| self.chapters.get(*chapter));
        known.map(|chapter| chapter.steps.len() as u64).sum()
    }

    /// Plays a chapter: `call` runs a command with its input at someone's laptop. Answers how many
    /// commands that were.
    pub fn play<E: From<StoryError>>(
        &mut self,
        chapter: &str,
        mut call: impl FnMut(&str, &str, &Value) -> Result<Value, E>,
    ) -> Result<usize, E> {
        let chapter = self
            .chapters
            .remove(chapter)
            .ok_or_else(|| StoryError::Unknown(chapter.to_owned()))?;
        for step in &chapter.steps {
            let done = call(&chapter.at, &step.command, &self.with_ids(&step.with)?)?;
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

    /// The same input with ids for names, places for marks and dates where they were moved to.
    fn with_ids(&self, input: &Value) -> Result<Value, StoryError> {
        Ok(match input {
            Value::String(text) => match text.parse::<NaiveDate>() {
                Ok(day) => json!(self.day(day)),
                Err(_) => self.id(text)?.into(),
            },
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

    fn id<'a>(&'a self, text: &'a str) -> Result<&'a str, StoryError> {
        text.strip_prefix('$').map_or(Ok(text), |name| self.made(name))
    }
}

/// Gives the marks of a block the place of the words they stand on, counted in characters.
fn place_marks(block: &mut Map<String, Value>) -> Result<(), StoryError> {
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
            .ok_or_else(|| StoryError::Unknown(words.clone()))?;
        let from = before.chars().count();
        mark["from"] = from.into();
        mark["to"] = (from + words.chars().count()).into();
    }
    Ok(())
}

/// A publication of `assets/sample/sector.json`; authors as "Vries, Annemieke de" or the name of an
/// organisation.
#[derive(Debug, Deserialize)]
pub struct Reference {
    /// What the story calls it.
    pub id: String,
    /// Title and subtitle.
    pub title: String,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// When it came out.
    pub year: Option<u32>,
    /// Who published it, or in what it appeared.
    pub publisher: String,
    /// What it is, in Dutch.
    pub r#type: String,
    /// Its DOI.
    pub doi: Option<String>,
    /// Where it can be read.
    pub url: String,
}

#[derive(Deserialize)]
struct Sector {
    studies: Vec<Reference>,
}

impl Reference {
    /// Reads the publications.
    pub fn read() -> Result<Vec<Self>, StoryError> {
        let sector: Sector = serde_json::from_str(include_str!("../../../../../assets/sample/sector.json"))?;
        Ok(sector.studies)
    }

    /// Whether it appeared in a journal. A master's thesis goes as a report: there its publisher says
    /// what it is, and all that the formats know as a thesis prints as a dissertation.
    pub fn is_article(&self) -> bool {
        self.r#type == "artikel" && self.doi.is_some()
    }

    /// The publication as CSL-JSON.
    pub fn csl(&self) -> Value {
        let author = |author: &String| match author.split_once(", ") {
            Some((family, given)) => json!({ "family": family, "given": given }),
            None => json!({ "literal": author }),
        };
        let (kind, publisher) = if self.is_article() {
            ("article-journal", "container-title")
        } else {
            ("report", "publisher")
        };
        let mut item = json!({
            "id": self.id, "type": kind, "title": self.title, "URL": self.url,
            "author": self.authors.iter().map(author).collect::<Vec<_>>(),
        });
        item[publisher] = self.publisher.clone().into();
        if let Some(year) = self.year {
            item["issued"] = json!({ "date-parts": [[year]] });
        }
        if let Some(doi) = &self.doi {
            item["DOI"] = doi.clone().into();
        }
        item
    }
}
