//! Notes: private or of the circle, on anything.

use kring_domain::block::Blocks;
use kring_domain::id::RecordId;
use kring_domain::note::Note;
use kring_store::table::{document, link};
use kring_store::{Connection, noun};
use kring_sync::segment::Scope;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::title;
use crate::desk::{ById, Change, Desk, Item};
use crate::error::{ApiError, Refusal, Result};
use crate::workspace::Done;

/// A note to write.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WriteNote {
    /// The record it is about.
    pub subject: Option<RecordId>,
    /// Title; may be empty.
    #[serde(default)]
    pub title: String,
    /// The text: blocks, or plain text.
    pub body: Blocks,
    /// Whether it never leaves this laptop. Fixed from here on.
    #[serde(default)]
    pub private: bool,
}

/// A note as it is shown.
#[derive(Debug, Serialize, JsonSchema)]
pub struct NoteView {
    /// The note.
    #[serde(flatten)]
    pub note: Item<Note>,
    /// Whether it never leaves this laptop.
    pub private: bool,
    /// When it was changed last, UTC milliseconds by the clock of who changed it.
    pub changed_ms: u64,
}

/// Writes a note.
pub fn write(desk: &mut Desk<'_>, input: WriteNote) -> Result<Done<RecordId>> {
    let scope = if input.private {
        Scope::Private
    } else {
        Scope::Circle
    };
    let note = Note {
        subject: input.subject,
        title: input.title,
        body: input.body,
        ..Note::default()
    };
    desk.workspace
        .transact("write_note", |act| act.create(scope, &note))
}

/// Changes a note.
pub fn change(desk: &mut Desk<'_>, input: Change<Note>) -> Result<Done<RecordId>> {
    desk.change("change_note", input)
}

/// Which notes to list.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ListNotes {
    /// Only those about this record.
    pub subject: Option<RecordId>,
}

/// Notes, last changed first.
pub fn list(desk: &mut Desk<'_>, input: ListNotes) -> Result<Vec<NoteView>> {
    let db = desk.workspace.db();
    let rows: Vec<(RecordId, Note)> = match input.subject {
        Some(subject) => noun::with(db, "subject", subject)?,
        None => noun::all(db)?,
    };
    let mut notes = rows
        .into_iter()
        .map(|(id, note)| view(db, id, note))
        .collect::<Result<Vec<_>>>()?;
    notes.sort_by_key(|note| (std::cmp::Reverse(note.changed_ms), note.note.id));
    Ok(notes)
}

/// One note.
pub fn show(desk: &mut Desk<'_>, input: ById) -> Result<NoteView> {
    let note = desk.get(input.id)?;
    view(desk.workspace.db(), input.id, note)
}

/// The notes on a record, in order of their ids.
pub fn on(db: &Connection, subject: impl Into<RecordId>) -> Result<Vec<NoteView>> {
    let rows: Vec<(RecordId, Note)> = noun::with(db, "subject", subject)?;
    rows.into_iter().map(|(id, note)| view(db, id, note)).collect()
}

fn view(db: &Connection, id: RecordId, record: Note) -> Result<NoteView> {
    let row = document::get(db, id)?.ok_or(ApiError::NotFound {
        kind: kring_domain::kind::Kind::Note,
        id,
    })?;
    Ok(NoteView {
        note: Item { id, record },
        private: row.scope == Scope::Private.number(),
        changed_ms: row.changed_ms,
    })
}

/// Shares a private note: a new note of the circle from its present text, without its history. There
/// is no way back.
pub fn share(desk: &mut Desk<'_>, input: ById) -> Result<Done<RecordId>> {
    let copy = copy_of(desk, input.id)?;
    desk.workspace
        .transact("share_note", |act| act.create(Scope::Circle, &copy))
}

/// Which private notes to share.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ShareNotes {
    /// The notes.
    pub ids: Vec<RecordId>,
}

/// Shares private notes, all or none: what a newcomer wrote before they came in.
pub fn share_all(desk: &mut Desk<'_>, input: ShareNotes) -> Result<Done<Vec<RecordId>>> {
    let mut copies = Vec::with_capacity(input.ids.len());
    for id in input.ids {
        copies.push(copy_of(desk, id)?);
    }
    desk.workspace.transact("share_notes", |act| {
        copies
            .iter()
            .map(|copy| act.create(Scope::Circle, copy))
            .collect()
    })
}

/// A private note as it is now, to become another of the circle.
fn copy_of(desk: &Desk<'_>, id: RecordId) -> Result<Note> {
    let note: Note = desk.get(id)?;
    if !view(desk.workspace.db(), id, note.clone())?.private {
        return Err(Refusal::NotPrivate.into());
    }
    let mut copy = note;
    for block in &mut copy.body.0 {
        block.id = String::new();
    }
    Ok(copy)
}

/// A record that refers to another.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Backlink {
    /// The record that refers.
    pub id: RecordId,
    /// Its kind.
    pub kind: &'static str,
    /// What lists call it.
    pub title: String,
}

/// Everything that refers to a record.
pub fn backlinks(desk: &mut Desk<'_>, input: ById) -> Result<Vec<Backlink>> {
    let links = link::backlinks(desk.workspace.db(), input.id)?;
    links
        .into_iter()
        .map(|(id, kind, title)| {
            Ok(Backlink {
                id,
                kind: kind.code(),
                title: title::of(desk.workspace, id, kind, title)?,
            })
        })
        .collect()
}
