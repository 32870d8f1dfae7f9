//! `aantekening` → [`Note`]: free text on anything, private or of the circle. Which of the two is
//! fixed by the chain that carries it, never by a field.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::attachment::{self, Attachments};
use crate::block::Blocks;
use crate::id::RecordId;
use crate::invalid::{self, Invalid};
use crate::kind::Kind;
use crate::record::Record;

/// A note.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Note {
    /// The record it is about: an agenda item, a meeting, a theme, a study, …
    pub subject: Option<RecordId>,
    /// Title; often empty.
    pub title: String,
    /// The text.
    pub body: Blocks,
    /// Files that go with it.
    pub attachments: Attachments,
}

impl Record for Note {
    const KIND: Kind = Kind::Note;
    const TEXTS: &'static [&'static str] = &["body"];
    const MAPS: &'static [&'static str] = &[attachment::FIELD];

    fn check(&self) -> Result<(), Invalid> {
        invalid::line("title", &self.title)?;
        attachment::check(&self.attachments)?;
        self.body.check("body")
    }

    fn title(&self) -> String {
        if !self.title.is_empty() {
            return self.title.clone();
        }
        let first = self
            .body
            .0
            .iter()
            .map(|block| block.text.trim())
            .find(|text| !text.is_empty());
        first.unwrap_or_default().chars().take(80).collect()
    }

    fn body_text(&self) -> String {
        std::iter::once(self.body.plain())
            .chain(attachment::names(&self.attachments))
            .collect::<Vec<_>>()
            .join("\n")
    }

    fn links(&self) -> Vec<RecordId> {
        self.subject.into_iter().collect()
    }

    fn texts(&self) -> Vec<&Blocks> {
        vec![&self.body]
    }
}

crate::opaque_debug!(Note);
