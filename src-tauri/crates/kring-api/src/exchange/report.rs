//! What an import brought, in values that a screen or terminal puts into words.

use kring_domain::id::{DeviceId, Hash, LogId, MemberId, RecordId};
use kring_domain::text::Catalogue;
use schemars::JsonSchema;
use serde::Serialize;

use super::gap;

/// A record that an import touched.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ReportedRecord {
    /// The record.
    pub id: RecordId,
    /// Its kind.
    pub kind: &'static str,
    /// What lists call it.
    pub title: String,
    /// Whether it is new here.
    pub new: bool,
    /// Whether it is in the trash now.
    pub trashed: bool,
}

/// Changes that are missing before others can be used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Gap {
    /// The chain.
    pub log: LogId,
    /// Whose device wrote it, if known.
    pub member: Option<MemberId>,
    /// Their name.
    pub name: String,
    /// Whom to ask for it: its author, or else someone who said to have it.
    pub ask: Option<MemberId>,
    /// First segment that is missing.
    pub from: u64,
    /// Last segment that is missing.
    pub to: u64,
    /// How many changes that are here wait for them.
    pub waiting: u64,
    /// The first and last package that holds them, by the author's own running number, if that can be
    /// known here.
    pub packages: Option<(u64, u64)>,
    /// Parts of a split package that did not come, where they may hold them.
    pub parts: Option<MissingParts>,
    /// The changes are here, in an import that this member undid.
    pub undone: bool,
    /// In one sentence, who and what.
    pub sentence: String,
}

/// Parts of a package that did not come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MissingParts {
    /// Whose package it is.
    pub name: String,
    /// Their running number of it.
    pub number: u64,
    /// The parts that are missing.
    pub parts: Vec<u64>,
    /// In how many parts it was split.
    pub of: u64,
}

/// What one package brought.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Report {
    /// The sender's name; empty if not known yet.
    pub from: String,
    /// The sender's device.
    pub device: DeviceId,
    /// The sender's running number of the package.
    pub number: u64,
    /// Segments that are new here.
    pub new: u64,
    /// Segments that were here already.
    pub known: u64,
    /// Segments set apart: beyond their author's rights, of a newer version, or in a fork.
    pub apart: u64,
    /// Changes that wait for others that are missing.
    pub waiting: u64,
    /// What is missing for them.
    pub gaps: Vec<Gap>,
    /// Records that are new or changed.
    pub records: Vec<ReportedRecord>,
    /// Those of them that are in the trash now.
    pub deleted: Vec<ReportedRecord>,
    /// Records that were erased here, as they were called until now.
    pub erased: Vec<ReportedRecord>,
    /// Who brought what, this member apart, in order of name.
    pub by_person: Vec<BroughtBy>,
    /// Review markers there are now.
    pub reviews: u64,
    /// Nothing new came.
    pub nothing_new: bool,
    /// Attachments that are whole here with it.
    pub attachments: u64,
    /// Whether sender and receiver see the same, where both have the same changes.
    pub state_agrees: Option<bool>,
    /// Digest of everything the circle agrees on, afterwards.
    pub state: Hash,
    /// Whether this package lets the store into a circle.
    pub lets_in: bool,
    /// Words to compare by voice with the coordinator before that; none for who was invited.
    pub safety_words: Vec<String>,
    /// One sentence on what came.
    pub summary: String,
    /// What undoing it asks for; empty where nothing new came.
    pub imports: Vec<i64>,
}

impl Report {
    /// Nothing was taken over.
    pub fn of_nothing(state: Hash) -> Self {
        Self {
            from: String::new(),
            device: DeviceId([0; 16]),
            number: 0,
            new: 0,
            known: 0,
            apart: 0,
            waiting: 0,
            gaps: Vec::new(),
            records: Vec::new(),
            deleted: Vec::new(),
            erased: Vec::new(),
            by_person: Vec::new(),
            reviews: 0,
            nothing_new: true,
            attachments: 0,
            state_agrees: None,
            state,
            lets_in: false,
            safety_words: Vec::new(),
            summary: String::new(),
            imports: Vec::new(),
        }
    }

    /// Says its sentences.
    pub fn say(&mut self, words: &Catalogue) {
        gap::say_all(words, &mut self.gaps);
        self.summary = crate::use_case::exchange::in_words(words, self);
    }
}

/// What one person made or changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct BroughtBy {
    /// Their name; empty if it is not known here.
    pub name: String,
    /// How many records of each kind.
    pub counts: Vec<(&'static str, u64)>,
}
