//! Finding anything, with a word on why it was found.

use kring_domain::id::RecordId;
use kring_domain::kind::Kind;
use kring_domain::statement::{Statement, StatementVersion};
use kring_store::noun;
use kring_store::search::{self, MATCH_ENDS, MATCH_STARTS};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::desk::Desk;
use crate::error::Result;

/// What to look for.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Search {
    /// Words; the beginning of a word will do.
    pub query: String,
    /// How many hits at most; 50 if not said.
    pub most: Option<u32>,
}

/// Something that was found.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Hit {
    /// Its kind.
    pub kind: &'static str,
    /// Its id.
    pub id: RecordId,
    /// What lists call it.
    pub title: String,
    /// The passage that matched.
    pub snippet: String,
    /// The matching words in the passage: first character and the one after the last.
    pub matches: Vec<(usize, usize)>,
    /// Why it was found, in words.
    pub why: String,
}

/// How many hits a search gives unless asked for more or fewer.
const MOST: u32 = 50;

/// Finds records in which every word occurs, best first.
pub fn search(desk: &mut Desk<'_>, input: Search) -> Result<Vec<Hit>> {
    let db = desk.workspace.db();
    let words = desk.workspace.words();
    let mut hits = Vec::new();
    for hit in search::find(db, &input.query, input.most.unwrap_or(MOST).min(1_000))? {
        // A wording is found, its statement is what someone wants to open.
        let (kind, id) = match hit.kind {
            Kind::StatementVersion => {
                let version = noun::get::<StatementVersion>(db, hit.record)?;
                let Some(StatementVersion { statement, .. }) = version else {
                    continue;
                };
                // A wording stays where it is when its statement goes to the trash.
                if noun::get::<Statement>(db, statement)?.is_none() {
                    continue;
                }
                (Kind::Statement, statement.0)
            }
            kind => (kind, hit.record),
        };
        let why: Vec<String> = hit
            .fields
            .iter()
            .map(|field| words.say(&format!("search-why-{field}")))
            .collect();
        let (snippet, matches) = without_marks(&hit.snippet);
        hits.push(Hit {
            kind: kind.code(),
            id,
            title: hit.title,
            snippet,
            matches,
            why: why.join(", "),
        });
    }
    Ok(hits)
}

/// The passage as it reads, and where its matching words are.
fn without_marks(marked: &str) -> (String, Vec<(usize, usize)>) {
    let mut plain = String::with_capacity(marked.len());
    let mut matches = Vec::new();
    let (mut at, mut start) = (0, 0);
    for character in marked.chars() {
        match character {
            MATCH_STARTS => start = at,
            MATCH_ENDS => matches.push((start, at)),
            other => {
                plain.push(other);
                at += 1;
            }
        }
    }
    (plain, matches)
}
