//! Full text over everything (FTS5 in the encrypted file): folded, prefixes, title before statement
//! before other text. The Dutch tokenizer (compounds, synonyms) is not here yet.

use kring_domain::id::RecordId;
use kring_domain::kind::Kind;
use rusqlite::{Connection, OptionalExtension, params};

/// The tables. `search_entry` is what `search` indexes; its row number joins the two.
pub const CREATE: &[&str] = &[
    "CREATE TABLE search_entry (
    id INTEGER PRIMARY KEY,
    record BLOB NOT NULL UNIQUE,
    title TEXT NOT NULL,
    statement TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT",
    "CREATE VIRTUAL TABLE search USING fts5 (
    title, statement, body,
    content = 'search_entry', content_rowid = 'id',
    tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
)",
    "INSERT INTO search (search, rank) VALUES ('secure-delete', 1)",
];

/// What search knows of one record.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Entry {
    /// Its title.
    pub title: String,
    /// The statement or decision in it.
    pub statement: String,
    /// All other text.
    pub body: String,
}

impl std::fmt::Debug for Entry {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "Entry({} bytes)",
            self.title.len() + self.statement.len() + self.body.len()
        )
    }
}

/// Replaces what search knows of a record; an empty entry takes it away.
pub fn put(db: &Connection, record: RecordId, entry: &Entry) -> rusqlite::Result<()> {
    let old = db
        .prepare_cached("SELECT id, title, statement, body FROM search_entry WHERE record = ?1")?
        .query_row([record.0], |row| {
            let entry = Entry {
                title: row.get(1)?,
                statement: row.get(2)?,
                body: row.get(3)?,
            };
            Ok((row.get::<_, i64>(0)?, entry))
        })
        .optional()?;
    if old.as_ref().is_some_and(|(_, old)| old == entry) {
        return Ok(());
    }
    if let Some((id, old)) = &old {
        db.prepare_cached(
            "INSERT INTO search (search, rowid, title, statement, body) VALUES ('delete', ?1, ?2, ?3, ?4)",
        )?
        .execute(params![id, old.title, old.statement, old.body])?;
        db.prepare_cached("DELETE FROM search_entry WHERE id = ?1")?
            .execute([id])?;
    }
    if *entry == Entry::default() {
        return Ok(());
    }
    db.prepare_cached("INSERT INTO search_entry (record, title, statement, body) VALUES (?1, ?2, ?3, ?4)")?
        .execute(params![record.0, entry.title, entry.statement, entry.body])?;
    db.prepare_cached("INSERT INTO search (rowid, title, statement, body) VALUES (?1, ?2, ?3, ?4)")?
        .execute(params![
            db.last_insert_rowid(),
            entry.title,
            entry.statement,
            entry.body
        ])?;
    Ok(())
}

/// A record that a search found.
#[derive(Clone, PartialEq)]
pub struct Hit {
    /// The record.
    pub record: RecordId,
    /// Its kind.
    pub kind: Kind,
    /// Its title.
    pub title: String,
    /// The passage that matched, with the matching words between U+E000 and U+E001.
    pub snippet: String,
    /// Which of title, statement and other text matched.
    pub fields: Vec<&'static str>,
}

/// The mark before a matching word in a snippet: a private-use character, never typed by people.
pub const MATCH_STARTS: char = '\u{e000}';
/// The mark behind a matching word in a snippet.
pub const MATCH_ENDS: char = '\u{e001}';

/// Finds records in which every word occurs, the last ones as beginnings of words too; best first.
pub fn find(db: &Connection, query: &str, most: u32) -> rusqlite::Result<Vec<Hit>> {
    let Some(expression) = expression(query) else {
        return Ok(Vec::new());
    };
    let mut statement = db.prepare_cached(
        "SELECT document.record, document.kind, document.title,
            snippet(search, -1, ?3, ?4, '…', 24),
            highlight(search, 0, ?3, ?4) <> search.title,
            highlight(search, 1, ?3, ?4) <> search.statement,
            highlight(search, 2, ?3, ?4) <> search.body
         FROM search
         JOIN search_entry ON search_entry.id = search.rowid
         JOIN document ON document.record = search_entry.record
         WHERE search MATCH ?1 AND document.trashed = 0
         ORDER BY bm25(search, 10.0, 4.0, 1.0), document.record LIMIT ?2",
    )?;
    let marks = (MATCH_STARTS.to_string(), MATCH_ENDS.to_string());
    let hits = statement.query_map(params![expression, most, marks.0, marks.1], |row| {
        let matched = [
            ("title", row.get(4)?),
            ("statement", row.get(5)?),
            ("body", row.get(6)?),
        ];
        Ok(Hit {
            record: RecordId(row.get(0)?),
            kind: Kind::from_number(row.get(1)?),
            title: row.get(2)?,
            snippet: row.get(3)?,
            fields: matched
                .into_iter()
                .filter(|(_, matched): &(_, bool)| *matched)
                .map(|(name, _)| name)
                .collect(),
        })
    })?;
    hits.collect()
}

/// The words of a query as an FTS5 expression. User text is only ever inside quotes.
fn expression(query: &str) -> Option<String> {
    let words = query
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    let terms: Vec<String> = words.take(32).map(|word| format!("\"{word}\" *")).collect();
    if terms.is_empty() {
        None
    } else {
        Some(terms.join(" AND "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_cannot_speak_the_language_of_the_index() {
        assert_eq!(
            expression("title:geheim OR \"x\"*").as_deref(),
            Some("\"title\" * AND \"geheim\" * AND \"OR\" * AND \"x\" *")
        );
        assert_eq!(
            expression(" -- '\" "),
            None,
            "without a word there is nothing to look for"
        );
    }
}
