//! `onderzoek` → [`Study`]: a publication or running study, in the fields of CSL-JSON, with a
//! summary in plain Dutch. Reading other programs' files is `kring-import`'s work.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::attachment::{self, Attachments};
use crate::block::Blocks;
use crate::id::{MeetingId, RecordId, ThemeId};
use crate::invalid::{self, Invalid, Reason};
use crate::kind::Kind;
use crate::name::PersonName;
use crate::record::Record;

/// An author or editor: a person, or an organisation in `literal`.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Author {
    /// Family name without particle: "Berg".
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub family: String,
    /// Given names or initials: "Anna", "A. M.".
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub given: String,
    /// Particle between given and family name: "van der" (CSL `non-dropping-particle`).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub particle: String,
    /// Name of an organisation; then the other fields are empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub literal: String,
}

/// A publication date as far as it is known (CSL `date-parts`).
#[derive(Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub struct PartialDate {
    /// Year, in full.
    pub year: i32,
    /// Month 1–12.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub month: Option<u32>,
    /// Day 1–31.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<u32>,
}

/// A study. Empty strings mean "not known".
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Study {
    /// CSL type: "article-journal", "book", "report", "thesis", "webpage", …
    pub csl_type: String,
    /// Title and subtitle.
    pub title: String,
    /// Authors in order.
    pub authors: Vec<Author>,
    /// Editors in order.
    pub editors: Vec<Author>,
    /// When it was published; absent for "z.d.".
    pub issued: Option<PartialDate>,
    /// Journal, book or site it appeared in (CSL `container-title`).
    pub container_title: String,
    /// Publisher.
    pub publisher: String,
    /// Place of the publisher.
    pub publisher_place: String,
    /// Volume.
    pub volume: String,
    /// Issue.
    pub issue: String,
    /// Pages: "12–30".
    pub pages: String,
    /// Edition.
    pub edition: String,
    /// DOI without resolver: "10.1000/xyz123".
    pub doi: String,
    /// ISBN.
    pub isbn: String,
    /// Web address, http or https.
    pub url: String,
    /// When the web address was last seen (CSL `accessed`).
    pub accessed: Option<PartialDate>,
    /// Language as a tag: "nl", "en".
    pub language: String,
    /// The publication's own abstract.
    pub abstract_text: String,
    /// Keywords.
    pub keywords: Vec<String>,
    /// `ingetrokken`: the journal or publisher took it back. It stays, with what rests on it, so that
    /// everyone sees what it did to an agreement.
    pub retracted: bool,
    /// What it means for family homes, in plain Dutch.
    pub summary: Blocks,
    /// Themes it is linked to; `false` is a link that was taken away.
    pub themes: BTreeMap<ThemeId, bool>,
    /// Meetings it was brought in at; `false` is a link that was taken away.
    pub meetings: BTreeMap<MeetingId, bool>,
    /// The publication itself, and what else goes with it.
    pub attachments: Attachments,
}

impl Record for Study {
    const KIND: Kind = Kind::Study;
    const TEXTS: &'static [&'static str] = &["summary"];
    const MAPS: &'static [&'static str] = &["themes", "meetings", attachment::FIELD];

    fn check(&self) -> Result<(), Invalid> {
        invalid::required_text("title", &self.title)?;
        invalid::at_most("abstract_text", &self.abstract_text, crate::block::MAX_TEXT_CHARS)?;
        let lines = [
            ("csl_type", &self.csl_type),
            ("container_title", &self.container_title),
            ("publisher", &self.publisher),
            ("publisher_place", &self.publisher_place),
            ("volume", &self.volume),
            ("issue", &self.issue),
            ("pages", &self.pages),
            ("edition", &self.edition),
            ("doi", &self.doi),
            ("isbn", &self.isbn),
            ("language", &self.language),
        ];
        for (field, text) in lines {
            invalid::at_most(field, text, 1_000)?;
        }
        if !self.url.is_empty() && !is_web_address(&self.url) {
            return Err(Invalid::new("url", Reason::NotAnAddress));
        }
        for date in [("issued", self.issued), ("accessed", self.accessed)] {
            if let (field, Some(date)) = date {
                invalid::within(field, i64::from(date.year), -3000, 9999)?;
                invalid::within(field, i64::from(date.month.unwrap_or(1)), 1, 12)?;
                invalid::within(field, i64::from(date.day.unwrap_or(1)), 1, 31)?;
            }
        }
        attachment::check(&self.attachments)?;
        self.summary.check("summary")
    }

    fn title(&self) -> String {
        self.title.clone()
    }

    fn body_text(&self) -> String {
        let people = self.authors.iter().chain(&self.editors).map(Author::full);
        let mut lines: Vec<String> = people.collect();
        lines.extend([
            self.container_title.clone(),
            self.publisher.clone(),
            self.doi.clone(),
        ]);
        lines.push(self.issued.map(|date| date.year.to_string()).unwrap_or_default());
        lines.push(self.keywords.join(" "));
        lines.extend(attachment::names(&self.attachments));
        lines.push(self.summary.plain());
        lines.push(self.abstract_text.clone());
        lines.retain(|line| !line.is_empty());
        lines.join("\n")
    }

    fn links(&self) -> Vec<RecordId> {
        let themes = self
            .themes
            .iter()
            .filter(|(_, linked)| **linked)
            .map(|(id, _)| id.0);
        let meetings = self
            .meetings
            .iter()
            .filter(|(_, linked)| **linked)
            .map(|(id, _)| id.0);
        themes.chain(meetings).collect()
    }

    fn texts(&self) -> Vec<&Blocks> {
        vec![&self.summary]
    }
}

impl Author {
    /// As written: "Anna van der Berg", or the organisation.
    pub fn full(&self) -> String {
        if !self.literal.is_empty() {
            return self.literal.clone();
        }
        PersonName::new(self.given.clone(), self.particle.clone(), self.family.clone()).full()
    }
}

/// Whether the text is an http or https address.
pub fn is_web_address(text: &str) -> bool {
    let lower = text.trim().to_ascii_lowercase();
    lower.starts_with("https://") || lower.starts_with("http://")
}

crate::opaque_debug!(Author, Study);

impl std::fmt::Debug for PartialDate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}-{:?}-{:?}", self.year, self.month, self.day)
    }
}
