//! A report of a page: facts, and sections of plain lines. What it reports is not known here; all its
//! words are the caller's.

use chrono::NaiveDate;
use kring_domain::date;
use kring_domain::text::Catalogue;

use crate::document::{Document, Entry, List, Part, Run};
use crate::legible::{legible, legible_lines};

/// A report.
pub struct Report {
    /// The circle's name.
    pub circle: String,
    /// Whether it is the sample circle.
    pub sample: bool,
    /// What the report is.
    pub title: String,
    /// The day it is made.
    pub made_on: NaiveDate,
    /// Label and value.
    pub facts: Vec<(String, String)>,
    /// What it says.
    pub sections: Vec<Section>,
}

/// A section of a report.
pub struct Section {
    /// Its heading.
    pub heading: String,
    /// What stands in it, one point each.
    pub points: Vec<String>,
}

/// The document of a report.
pub(crate) fn document(report: &Report, words: &Catalogue) -> Document {
    let day = date::long(report.made_on, words);
    Document {
        language: words.language().tag(),
        title: legible(&report.title),
        circle: legible(&report.circle),
        running_head: legible(&format!("{} · {day}", report.circle)),
        sample: report.sample.then(|| words.say("export-sample")),
        fingerprint: None,
        mark_alt: words.say("export-mark"),
        made_on: report.made_on,
        facts: report
            .facts
            .iter()
            .map(|(label, value)| (legible(label), legible(value)))
            .collect(),
        parts: report.sections.iter().flat_map(section).collect(),
    }
}

fn section(section: &Section) -> Vec<Part> {
    let entry = |line: &String| Entry {
        runs: vec![Run::plain(line)],
        lists: Vec::new(),
    };
    let points = section.points.iter().flat_map(|point| legible_lines(point));
    let list = List {
        numbered: false,
        entries: points.map(|line| entry(&line)).collect(),
    };
    vec![Part::heading(1, &section.heading), Part::List { list }]
}
