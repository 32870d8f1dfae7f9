//! Studies.

use std::collections::BTreeMap;

use kring_domain::attachment::Attachments;
use kring_domain::block::Blocks;
use kring_domain::id::{MeetingId, RecordId, StudyId, ThemeId};
use kring_domain::study::{Author, PartialDate, Study};
use rusqlite::Connection;

use crate::noun::field;

crate::noun!(Study, "study", {
    csl_type: String,
    title: String,
    authors: Vec<Author>,
    editors: Vec<Author>,
    issued: Option<PartialDate>,
    container_title: String,
    publisher: String,
    publisher_place: String,
    volume: String,
    issue: String,
    pages: String,
    edition: String,
    doi: String,
    isbn: String,
    url: String,
    accessed: Option<PartialDate>,
    language: String,
    abstract_text: String,
    keywords: Vec<String>,
    retracted: bool,
    summary: Blocks,
    themes: BTreeMap<ThemeId, bool>,
    meetings: BTreeMap<MeetingId, bool>,
    attachments: Attachments,
}, []);

/// What a list reads of a study. Abstracts and summaries are most of what thousands of studies weigh.
#[derive(Debug)]
pub struct Listed {
    /// Title and subtitle.
    pub title: String,
    /// Who wrote it.
    pub authors: Vec<Author>,
    /// When it came out.
    pub issued: Option<PartialDate>,
    /// What it appeared in.
    pub container_title: String,
    /// Keywords.
    pub keywords: Vec<String>,
    /// Whether it was retracted.
    pub retracted: bool,
    /// Whether there is a summary.
    pub has_summary: bool,
}

/// All studies as lists read them, by title.
pub fn listed(db: &Connection) -> rusqlite::Result<Vec<(StudyId, Listed)>> {
    db.prepare_cached(
        "SELECT record, title, authors, issued, container_title, keywords, retracted,
                summary <> '[]' AS has_summary
         FROM study ORDER BY title, record",
    )?
    .query_map([], |row| {
        let listed = Listed {
            title: field(row, "title")?,
            authors: field(row, "authors")?,
            issued: field(row, "issued")?,
            container_title: field(row, "container_title")?,
            keywords: field(row, "keywords")?,
            retracted: field(row, "retracted")?,
            has_summary: row.get("has_summary")?,
        };
        Ok((StudyId(RecordId(row.get("record")?)), listed))
    })?
    .collect()
}
