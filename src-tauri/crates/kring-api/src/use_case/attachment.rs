//! Attachments of a study, a meeting or a note: put there from a file that the host gives, taken away, and
//! written out to where the member keeps files. Nothing of them is ever written anywhere else unencrypted.

use std::fs::File;
use std::path::{Path, PathBuf};

use kring_domain::attachment::{Attachment, Attachments, MAX_ATTACHMENT_BYTES};
use kring_domain::file_name::safe_name_with_ending;
use kring_domain::id::{Hash, RecordId};
use kring_domain::kind::Kind;
use kring_domain::meeting::Meeting;
use kring_domain::note::Note;
use kring_domain::study::Study;
use kring_store::attachment::Stored;
use kring_store::table::attached::{self, AttachedRow};
use kring_store::table::document;
use kring_store::{folder, journal};
use kring_sync::segment::Scope;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::exchange::under_way;
use super::name_of_file;
use crate::desk::{ById, Desk};
use crate::error::{ApiError, Refusal, Result};
use crate::host::{FilePurpose, Host, Progress};
use crate::workspace::{Act, Done, Workspace};

/// The endings of files that are safe to hand to the system: what they hold is looked at and does not run.
const OPENED: [&str; 22] = [
    "csv", "docx", "gif", "jpeg", "jpg", "m4a", "md", "mp3", "mp4", "odp", "ods", "odt", "ogg", "pdf", "png",
    "pptx", "rtf", "tif", "tiff", "txt", "webp", "xlsx",
];

/// An attachment as it is shown.
#[derive(Debug, Serialize, JsonSchema)]
pub struct AttachmentView {
    /// SHA-256 of its bytes: what commands call it.
    pub attachment: Hash,
    /// Its name.
    pub name: String,
    /// Its length in bytes.
    pub bytes: u64,
    /// Whether it is on this laptop; else packages ask for it, and it comes with one of the next.
    pub here: bool,
    /// Whether the app opens it; other kinds of file are only shown where they lie.
    pub opens: bool,
}

/// The attachments of a record, by name.
pub fn list(desk: &mut Desk<'_>, input: ById) -> Result<Vec<AttachmentView>> {
    let workspace = &*desk.workspace;
    attachable(workspace, input.id)?;
    let mut views = Vec::new();
    for row in attached::of(workspace.db(), input.id)? {
        let length = workspace.store.attachments().length(row.hash)?;
        let name = name_of(workspace, &row);
        views.push(AttachmentView {
            attachment: row.hash,
            opens: is_opened(&name),
            name,
            bytes: length.unwrap_or(row.bytes),
            here: length.is_some(),
        });
    }
    views.sort_by_key(|view| (view.name.to_lowercase(), view.attachment));
    Ok(views)
}

/// What an attachment is called: no more than a file may be called.
pub fn name_of(workspace: &Workspace, row: &AttachedRow) -> String {
    let attachment = Attachment {
        name: row.name.clone(),
        bytes: row.bytes,
    };
    let name = attachment.safe_name();
    if name.is_empty() {
        workspace.words().say("attachment-unnamed")
    } else {
        name
    }
}

fn is_opened(name: &str) -> bool {
    let ending = Path::new(name)
        .extension()
        .map(|ending| ending.to_string_lossy().to_lowercase());
    ending.is_some_and(|ending| OPENED.contains(&ending.as_str()))
}

/// The kind of a record that can have attachments and is not in the trash.
fn attachable(workspace: &Workspace, id: RecordId) -> Result<Kind> {
    let row = document::get(workspace.db(), id)?.filter(|row| !row.trashed);
    let row = row.ok_or(ApiError::NotFound {
        kind: Kind::Unknown(0),
        id,
    })?;
    match row.kind {
        kind @ (Kind::Study | Kind::Meeting | Kind::Note) => Ok(kind),
        _ => Err(Refusal::NoAttachments.into()),
    }
}

/// Attaches the files that the host gives, all or none.
pub fn attach(desk: &mut Desk<'_>, input: ById) -> Result<Done<RecordId>> {
    let kind = attachable(desk.workspace, input.id)?;
    let files = desk.host.files(FilePurpose::Attachments);
    if files.is_empty() {
        return Err(ApiError::NoFile);
    }
    let attached = store_and_name(desk, kind, input.id, &files);
    if attached.is_err() {
        // What was stored already and is named by nothing.
        desk.workspace.drop_unnamed()?;
    }
    attached
}

fn store_and_name(
    desk: &mut Desk<'_>,
    kind: Kind,
    id: RecordId,
    files: &[PathBuf],
) -> Result<Done<RecordId>> {
    let row = document::get(desk.workspace.db(), id)?;
    let is_private = row.is_some_and(|row| row.scope == Scope::Private.number());
    let mut new = Vec::with_capacity(files.len());
    for path in files {
        let (hash, bytes) = store(desk, path, is_private)?;
        let name = safe_name_with_ending(&name_of_file(path));
        new.push((hash, Attachment { name, bytes }));
    }
    desk.workspace.transact("attach_files", |act| {
        change(act, kind, id, |attachments| {
            for (hash, attachment) in new {
                attachments.entry(hash).or_insert(attachment);
            }
        })?;
        Ok(id)
    })
}

/// Stores what a file holds; answers its hash and length.
fn store(desk: &mut Desk<'_>, path: &Path, is_private: bool) -> Result<(Hash, u64)> {
    let metadata = std::fs::metadata(path).map_err(|_| Refusal::FileUnreadable)?;
    // A pipe or device would block or never end.
    if !metadata.is_file() {
        return Err(Refusal::FileUnreadable.into());
    }
    let total = metadata.len();
    if total > MAX_ATTACHMENT_BYTES {
        return Err(Refusal::AttachmentTooLarge.into());
    }
    let Desk { workspace, host } = desk;
    // The file grows, and so does the log that SQLite writes ahead.
    workspace.core.check_room(workspace.folder().path(), total * 2)?;
    let file = File::open(path).map_err(|_| Refusal::FileUnreadable)?;
    let stored = workspace
        .store
        .attachments_mut()
        .store(file, is_private, |done| {
            let progress = Progress {
                step: "progress-attach",
                done,
                total,
            };
            under_way(*host, progress).is_ok()
        })?;
    match stored {
        Stored::Whole(hash, bytes) => Ok((hash, bytes)),
        Stored::TooLarge => Err(Refusal::AttachmentTooLarge.into()),
        Stored::Stopped => Err(ApiError::Cancelled),
    }
}

fn change(act: &mut Act<'_>, kind: Kind, id: RecordId, change: impl FnOnce(&mut Attachments)) -> Result<()> {
    match kind {
        Kind::Study => act.change::<Study>(id, |record| change(&mut record.attachments)),
        Kind::Meeting => act.change::<Meeting>(id, |record| change(&mut record.attachments)),
        Kind::Note => act.change::<Note>(id, |record| change(&mut record.attachments)),
        _ => Err(Refusal::NoAttachments.into()),
    }
}

/// An attachment of a record.
#[derive(Debug, Clone, Copy, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ByAttachment {
    /// The record.
    pub id: RecordId,
    /// The attachment.
    pub attachment: Hash,
}

/// Takes an attachment away from a record. Its bytes stay as long as the record does: undo and history need
/// them.
pub fn remove(desk: &mut Desk<'_>, input: ByAttachment) -> Result<Done<RecordId>> {
    let kind = attachable(desk.workspace, input.id)?;
    find(desk.workspace, input.id, input.attachment)?;
    desk.workspace.transact("remove_attachment", |act| {
        change(act, kind, input.id, |attachments| {
            attachments.remove(&input.attachment);
        })?;
        Ok(input.id)
    })
}

fn find(workspace: &Workspace, id: RecordId, hash: Hash) -> Result<AttachedRow> {
    let mut rows = attached::of(workspace.db(), id)?.into_iter();
    rows.find(|row| row.hash == hash)
        .ok_or(Refusal::AttachmentGone.into())
}

/// Which attachment to write out.
#[derive(Debug, Clone, Copy, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SaveAttachment {
    /// The record.
    pub id: RecordId,
    /// The attachment.
    pub attachment: Hash,
    /// Opens it afterwards, where that is safe; else it is shown where it lies.
    #[serde(default)]
    pub open: bool,
}

/// An attachment that was written out.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SavedAttachment {
    /// The file's name, without its folder.
    pub name: String,
    /// Its length in bytes.
    pub bytes: u64,
    /// Whether it was opened.
    pub opened: bool,
    /// What to know of it, in one sentence: everybody who can get at the file can read it.
    pub says: String,
}

/// Writes an attachment to where the member keeps files, whole or not at all, and opens or shows it. What
/// lies there is not encrypted.
pub fn save(desk: &mut Desk<'_>, input: SaveAttachment) -> Result<SavedAttachment> {
    let Desk { workspace, host } = desk;
    attachable(workspace, input.id)?;
    let row = find(workspace, input.id, input.attachment)?;
    let bytes = workspace.store.attachments().length(row.hash)?;
    let bytes = bytes.ok_or(Refusal::AttachmentNotHere)?;
    let name = name_of(workspace, &row);
    let target = host.target(&name).ok_or(ApiError::NoFile)?;
    write(workspace, *host, row.hash, bytes, &target)?;
    journal::add(
        workspace.folder(),
        workspace.core.now_ms(),
        journal::Event::Attachment,
        "",
    )?;
    let opened = input.open && is_opened(&name_of_file(&target));
    if opened {
        host.open(&target);
    } else {
        host.reveal(&target);
    }
    Ok(SavedAttachment {
        name: name_of_file(&target),
        bytes,
        opened,
        says: workspace.words().say("attachment-saved"),
    })
}

fn write(workspace: &Workspace, host: &mut dyn Host, hash: Hash, total: u64, target: &Path) -> Result<()> {
    workspace.core.check_room(folder::folder_of(target), total)?;
    folder::write_whole_by(target, |file| {
        let progress = |done| {
            host.progress(Progress {
                step: "progress-save-attachment",
                done,
                total,
            });
        };
        if workspace.store.attachments().write_to(hash, file, progress)? {
            Ok(())
        } else {
            Err(Refusal::AttachmentNotHere.into())
        }
    })
}
