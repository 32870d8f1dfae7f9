//! **view** — which record refers to which: by a field or by a mark in a text. Read backwards, these
//! are the backlinks. Links from private notes are in it too; they never leave the laptop.

use kring_domain::id::RecordId;
use kring_domain::kind::Kind;
use rusqlite::{Connection, params};

/// The tables.
pub const CREATE: &[&str] = &[
    "CREATE TABLE link (
    source BLOB NOT NULL,
    target BLOB NOT NULL,
    PRIMARY KEY (source, target)
) STRICT, WITHOUT ROWID",
    "CREATE INDEX link_target ON link (target)",
];

/// Replaces the links of a record.
pub fn replace(db: &Connection, source: RecordId, targets: &[RecordId]) -> rusqlite::Result<()> {
    db.prepare_cached("DELETE FROM link WHERE source = ?1")?
        .execute([source.0])?;
    let mut add = db.prepare_cached("INSERT OR IGNORE INTO link (source, target) VALUES (?1, ?2)")?;
    for target in targets {
        add.execute(params![source.0, target.0])?;
    }
    Ok(())
}

/// The live records that refer to this one, with kind and title.
pub fn backlinks(db: &Connection, target: RecordId) -> rusqlite::Result<Vec<(RecordId, Kind, String)>> {
    db.prepare_cached(
        "SELECT document.record, document.kind, document.title FROM link JOIN document ON document.record = link.source
         WHERE link.target = ?1 AND document.trashed = 0 ORDER BY document.kind, document.title, document.record",
    )?
    .query_map([target.0], |row| Ok((RecordId(row.get(0)?), Kind::from_number(row.get(1)?), row.get(2)?)))?
    .collect()
}
