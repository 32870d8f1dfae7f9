//! A document as its reader meets it: a head and parts in reading order, all words chosen and all
//! user text legible. Every format is written from this; no format is known here.

use chrono::NaiveDate;
use serde::Serialize;

use crate::legible::legible;

/// Headings nest at most this deep under the title: PDF and HTML know six levels, the title takes one.
pub(crate) const DEEPEST_HEADING: u8 = 5;

/// A document.
#[derive(Serialize)]
pub(crate) struct Document {
    /// Language tag: "nl-NL".
    pub language: &'static str,
    pub title: String,
    /// The circle; author of the document.
    pub circle: String,
    /// Circle, date and status, for the head of every page.
    pub running_head: String,
    /// "Voorbeeld" in the sample circle.
    pub sample: Option<String>,
    /// The fingerprint of adopted minutes, for the foot of every page.
    pub fingerprint: Option<String>,
    /// What the mark in the head shows, for those who do not see it.
    pub mark_alt: String,
    #[serde(serialize_with = "year_month_day")]
    pub made_on: NaiveDate,
    /// Label and value: day, time, place.
    pub facts: Vec<(String, String)>,
    pub parts: Vec<Part>,
}

/// A part of a document.
#[derive(Debug, PartialEq, Serialize)]
#[serde(tag = "part", rename_all = "snake_case")]
pub(crate) enum Part {
    /// Level 1 is a section; never skips a level.
    Heading {
        level: u8,
        text: String,
    },
    Paragraph {
        runs: Vec<Run>,
    },
    Quote {
        runs: Vec<Run>,
    },
    List {
        list: List,
    },
    Table {
        columns: Vec<Column>,
        rows: Vec<Vec<Vec<Run>>>,
    },
    /// The wording of a statement, set apart.
    Wording {
        text: String,
    },
    /// How the positions lie: a row of named marks.
    Tallies {
        tallies: Vec<Tally>,
    },
    /// A reservation or objection, at the size of everything else.
    Voice {
        sign: &'static str,
        stance: String,
        tone: &'static str,
        name: String,
        paragraphs: Vec<String>,
    },
    /// What the positions lead to.
    Outcome {
        sign: &'static str,
        tone: &'static str,
        text: String,
    },
    /// The bibliography.
    References {
        entries: Vec<Vec<Run>>,
    },
}

/// A list of one kind.
#[derive(Debug, PartialEq, Serialize)]
pub(crate) struct List {
    pub numbered: bool,
    pub entries: Vec<Entry>,
}

/// An item of a list with the lists under it.
#[derive(Debug, PartialEq, Serialize)]
pub(crate) struct Entry {
    pub runs: Vec<Run>,
    pub lists: Vec<List>,
}

/// A column of a table.
#[derive(Debug, PartialEq, Serialize)]
pub(crate) struct Column {
    pub title: String,
    /// Share of the width against the other columns; 0 takes what its content needs.
    pub share: u8,
}

/// How many positions have one stance.
#[derive(Debug, PartialEq, Serialize)]
pub(crate) struct Tally {
    pub sign: &'static str,
    pub tone: &'static str,
    pub label: String,
    pub count: u32,
}

/// Text in one style.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub(crate) struct Run {
    pub text: String,
    pub bold: bool,
    pub italic: bool,
    /// An http, https or mailto address.
    pub link: Option<String>,
}

impl Run {
    /// Text without style.
    pub fn plain(text: &str) -> Self {
        Self {
            text: legible(text),
            ..Self::default()
        }
    }

    /// Bold text.
    pub fn bold(text: &str) -> Self {
        Self {
            bold: true,
            ..Self::plain(text)
        }
    }
}

impl Part {
    /// A paragraph of plain text.
    pub fn text(text: &str) -> Self {
        Self::Paragraph {
            runs: vec![Run::plain(text)],
        }
    }

    /// A heading, its level kept within what every format can say. PDF/UA refuses one without text.
    pub fn heading(level: u8, text: &str) -> Self {
        let text = if text.trim().is_empty() {
            "…".to_owned()
        } else {
            legible(text)
        };
        Self::Heading {
            level: level.clamp(1, DEEPEST_HEADING),
            text,
        }
    }
}

fn year_month_day<S: serde::Serializer>(date: &NaiveDate, serializer: S) -> Result<S::Ok, S::Error> {
    year_month_day_of(*date).serialize(serializer)
}

/// A date as templates take it.
pub(crate) fn year_month_day_of(date: NaiveDate) -> (i32, u32, u32) {
    use chrono::Datelike;
    (date.year(), date.month(), date.day())
}
