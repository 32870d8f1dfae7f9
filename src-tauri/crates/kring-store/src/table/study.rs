//! Studies.

use std::collections::BTreeMap;

use kring_domain::block::Blocks;
use kring_domain::id::{MeetingId, ThemeId};
use kring_domain::study::{Author, PartialDate, Study};

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
    summary: Blocks,
    themes: BTreeMap<ThemeId, bool>,
    meetings: BTreeMap<MeetingId, bool>,
}, []);
