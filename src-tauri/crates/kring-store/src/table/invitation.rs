//! **own** — the invitations that were made on this laptop. The words that open them are kept nowhere,
//! and whether one was used follows from the membership log.

use rusqlite::{Connection, OptionalExtension, Row, params};

/// The table, first made in migration 3.
pub const CREATE: &str = "
CREATE TABLE invitation (
    key BLOB PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    right_number INTEGER NOT NULL,
    made_ms INTEGER NOT NULL,
    withdrawn INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
";

/// An invitation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvitationRow {
    /// The public half of its one-time key.
    pub key: [u8; 32],
    /// Who it is for, as the coordinator called them.
    pub name: String,
    /// The number of the right that was meant.
    pub right: u64,
    /// When it was made, UTC milliseconds.
    pub made_ms: u64,
    /// Whether it was taken back.
    pub withdrawn: bool,
}

/// Notes an invitation.
pub fn add(db: &Connection, row: &InvitationRow) -> rusqlite::Result<()> {
    db.prepare_cached(
        "INSERT INTO invitation (key, name, right_number, made_ms, withdrawn) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?
    .execute(params![row.key, row.name, row.right, row.made_ms, row.withdrawn])?;
    Ok(())
}

/// The invitation with this key.
pub fn by_key(db: &Connection, key: &[u8; 32]) -> rusqlite::Result<Option<InvitationRow>> {
    db.prepare_cached("SELECT * FROM invitation WHERE key = ?1")?
        .query_row([key], invitation_row)
        .optional()
}

/// Takes an invitation back; answers whether it was there.
pub fn withdraw(db: &Connection, key: &[u8; 32]) -> rusqlite::Result<bool> {
    let changed = db
        .prepare_cached("UPDATE invitation SET withdrawn = 1 WHERE key = ?1")?
        .execute([key])?;
    Ok(changed > 0)
}

/// All invitations, newest first.
pub fn all(db: &Connection) -> rusqlite::Result<Vec<InvitationRow>> {
    db.prepare_cached("SELECT * FROM invitation ORDER BY made_ms DESC, key")?
        .query_map([], invitation_row)?
        .collect()
}

fn invitation_row(row: &Row<'_>) -> rusqlite::Result<InvitationRow> {
    Ok(InvitationRow {
        key: row.get("key")?,
        name: row.get("name")?,
        right: row.get("right_number")?,
        made_ms: row.get("made_ms")?,
        withdrawn: row.get("withdrawn")?,
    })
}
