//! Packages out and in, and who has what.

use std::path::PathBuf;

use kring_domain::date;
pub use kring_domain::file_name::safe_file_name;
use kring_domain::id::RecordId;
use kring_domain::text::{Catalogue, Value};
use kring_store::Connection;
use kring_store::table::attached::AttachedRow;
use kring_store::table::{document, own};
use kring_sync::limit;
use kring_sync::package::ManifestPurpose;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::member::{RightCode, name as member_name};
use super::store::Deed;
use super::{attachment, circle, draft, title};
use crate::desk::{Desk, Nothing};
use crate::error::{ApiError, Result};
use crate::exchange::import::Mode;
use crate::exchange::join::{Approved, CardView, Newcomer};
use crate::exchange::outgoing::{Extent, Sent};
use crate::exchange::report::Report;
use crate::host::{FilePurpose, Host, Progress};
use crate::workspace::Workspace;

/// What goes into a package.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ExportPackage {
    /// Everything, instead of what the others are not known to have.
    #[serde(default)]
    pub all: bool,
}

/// Writes a package for the other members and shows it, ready to be dragged into a message. It is split
/// where it would not fit a mail.
pub fn export(desk: &mut Desk<'_>, input: ExportPackage) -> Result<Sent> {
    draft::settle_all(desk)?;
    let (extent, purpose) = if input.all {
        (Extent::All, ManifestPurpose::Full)
    } else {
        (Extent::Missing, ManifestPurpose::Sync)
    };
    let Desk { workspace, host } = desk;
    let most = mail_limit(workspace.db())?;
    let packed = workspace.pack(extent, purpose, most, |progress| under_way(*host, progress))?;
    let names = packed.names(workspace)?;
    let targets = host.targets(&names).ok_or(ApiError::NoFile)?;
    let sent = workspace.write_packed(&packed, &targets, |progress| under_way(*host, progress))?;
    if let Some(first) = targets.first() {
        host.reveal(first);
    }
    Ok(sent)
}

/// Shows how far work is; stops it when the member wants that.
pub(crate) fn under_way(host: &mut dyn Host, progress: Progress) -> Result<()> {
    host.progress(progress);
    if host.is_cancelled() {
        Err(ApiError::Cancelled)
    } else {
        Ok(())
    }
}

/// The setting that holds the longest file, in bytes.
const MAIL_LIMIT: &str = "mail_limit";
/// The least that may be asked for, and the most, in megabytes.
const MEGABYTES: (u64, u64) = (1, 250);

/// How long a file of a package may become on this laptop, in bytes.
fn mail_limit(db: &Connection) -> Result<u64> {
    let stored = own::setting(db, MAIL_LIMIT)?;
    let bytes = stored
        .and_then(|bytes| bytes.try_into().ok())
        .map(u64::from_be_bytes);
    Ok(bytes.unwrap_or(limit::MAIL_PART_BYTES))
}

/// How large a file of a package may become.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetMailLimit {
    /// In megabytes, from 1 to 250.
    pub megabytes: u64,
}

/// Sets above what size packages of this laptop are split.
pub fn set_mail_limit(desk: &mut Desk<'_>, input: SetMailLimit) -> Result<Deed> {
    let (least, most) = MEGABYTES;
    if !(least..=most).contains(&input.megabytes) {
        return Err(ApiError::Input(format!("megabytes: {least} to {most}")));
    }
    let bytes = input.megabytes * 1_000_000;
    own::set_setting(desk.workspace.db(), MAIL_LIMIT, &bytes.to_be_bytes())?;
    Ok(Deed { done: true })
}

/// What a package is sent with.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ShareText {
    /// Names of the files that go along.
    pub files: Vec<String>,
}

/// A message to send.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Message {
    /// Its subject.
    pub subject: String,
    /// Its text.
    pub body: String,
}

/// The words of a message that a package goes along with. They say nothing of what is in it.
pub fn share_text(desk: &mut Desk<'_>, input: ShareText) -> Result<Message> {
    let workspace = &*desk.workspace;
    let names: Vec<String> = input.files.iter().map(|name| safe_file_name(name)).collect();
    let values = [
        ("circle", Value::from(circle::name(workspace)?)),
        ("file", Value::from(names.join("\n    "))),
        ("count", Value::from(names.len() as u64)),
        (
            "name",
            Value::from(member_name(workspace.db(), workspace.person())?),
        ),
    ];
    let words = workspace.words();
    Ok(Message {
        subject: words.say_with("share-subject", &values),
        body: words.say_with("share-body", &values),
    })
}

/// What would go now.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Outgoing {
    /// The name the file would get.
    pub name: String,
    /// Above how many megabytes it would be split.
    pub megabytes: u64,
    /// How many segments would go.
    pub segments: u64,
    /// How many records of each kind they touch.
    pub counts: Vec<(&'static str, u64)>,
    /// The attachments that would go along, the smallest first.
    pub attachments: Vec<OutgoingAttachment>,
}

/// An attachment that would go along.
#[derive(Debug, Serialize, JsonSchema)]
pub struct OutgoingAttachment {
    /// Its name.
    pub name: String,
    /// Its length in bytes.
    pub bytes: u64,
    /// The record that has it.
    pub record: RecordId,
    /// What lists call that record.
    pub title: String,
}

/// Shows what would go into a package now.
pub fn preview_export(desk: &mut Desk<'_>, input: ExportPackage) -> Result<Outgoing> {
    draft::settle_all(desk)?;
    let extent = if input.all { Extent::All } else { Extent::Missing };
    let rows = desk.workspace.outgoing(extent)?;
    let mut attachments = Vec::new();
    for going in desk.workspace.attachments_with(&rows, extent)? {
        attachments.push(outgoing_attachment(desk.workspace, going)?);
    }
    Ok(Outgoing {
        name: desk.workspace.package_name()?,
        megabytes: mail_limit(desk.workspace.db())? / 1_000_000,
        segments: rows.len() as u64,
        counts: desk.workspace.counts(&rows)?,
        attachments,
    })
}

fn outgoing_attachment(workspace: &Workspace, going: AttachedRow) -> Result<OutgoingAttachment> {
    let title = match document::get(workspace.db(), going.record)? {
        Some(row) => title::of(workspace, going.record, row.kind, row.title)?,
        None => String::new(),
    };
    Ok(OutgoingAttachment {
        name: attachment::name_of(workspace, &going),
        bytes: going.bytes,
        record: going.record,
        title,
    })
}

/// Whether to take a package over or only look.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ImportPackage {
    /// Only show what it would bring.
    #[serde(default)]
    pub preview: bool,
}

/// Takes a package over, whole or not at all, or shows what it would bring.
pub fn import(desk: &mut Desk<'_>, input: ImportPackage) -> Result<Report> {
    let path = one_file(desk, FilePurpose::Packages)?;
    let mode = if input.preview {
        Mode::Preview
    } else {
        Mode::TakeOver
    };
    desk.workspace.import_package(&path, mode, desk.host)
}

/// The file that the host gives.
pub(super) fn one_file(desk: &mut Desk<'_>, purpose: FilePurpose) -> Result<PathBuf> {
    desk.host
        .files(purpose)
        .into_iter()
        .next()
        .ok_or(ApiError::NoFile)
}

/// Shows what a card says, with the words to compare by voice.
pub fn view_card(desk: &mut Desk<'_>, _: Nothing) -> Result<CardView> {
    let path = one_file(desk, FilePurpose::JoinCard)?;
    desk.workspace.view_card(&path)
}

/// With what right a newcomer comes in.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ApproveCard {
    /// The right; member if not said.
    #[serde(default = "as_member")]
    pub right: RightCode,
    /// Whether they are someone new, or a member who had no laptop.
    pub person: Newcomer,
}

fn as_member() -> RightCode {
    RightCode::Member
}

/// Brings the person of a card into the circle, writes the answer for their laptop and shows it, ready
/// to be sent.
pub fn approve_card(desk: &mut Desk<'_>, input: ApproveCard) -> Result<Approved> {
    let path = one_file(desk, FilePurpose::JoinCard)?;
    let target = desk
        .host
        .target(&desk.workspace.package_name()?)
        .ok_or(ApiError::NoFile)?;
    let approved = desk
        .workspace
        .approve_card(&path, input.right.into(), input.person, &target)?;
    desk.host.reveal(&target);
    Ok(approved)
}

/// "2026-11-21 Kenniskring gezinshuizen – van Annelies (pakket 14).kring", of several files "(pakket 14,
/// deel 1 van 3)", without characters that a file system refuses.
pub fn package_name(workspace: &Workspace, number: u64, part: Option<(u64, u64)>) -> Result<String> {
    let today = date::civil(workspace.core.now_ms()).date();
    // The number stands behind the names: long ones must not push it off.
    let short = |text: String, most| text.chars().take(most).collect::<String>();
    let (part_number, parts) = part.unwrap_or((1, 1));
    let name = workspace.words().say_with(
        if part.is_some() {
            "package-name-part"
        } else {
            "package-name"
        },
        &[
            ("date", Value::from(date::file_name(today))),
            ("circle", Value::from(short(circle::name(workspace)?, 48))),
            (
                "name",
                Value::from(short(member_name(workspace.db(), workspace.person())?, 28)),
            ),
            ("number", Value::from(number.to_string())),
            ("part", Value::from(part_number.to_string())),
            ("parts", Value::from(parts.to_string())),
        ],
    );
    Ok(format!("{}.kring", safe_file_name(&name)))
}

/// One sentence on what a package brought.
pub fn in_words(words: &Catalogue, report: &Report) -> String {
    let values = [
        ("name", Value::from(report.from.clone())),
        ("number", Value::from(report.number.to_string())),
        ("new", Value::from(report.new)),
        ("known", Value::from(report.known)),
        ("apart", Value::from(report.apart)),
        ("waiting", Value::from(report.waiting)),
    ];
    let key = if report.nothing_new {
        "import-nothing-new"
    } else {
        "import-summary"
    };
    let mut sentences = vec![words.say_with(key, &values)];
    if report.attachments > 0 {
        let count = [("count", Value::from(report.attachments))];
        sentences.push(words.say_with("import-attachments", &count));
    }
    sentences.extend(report.gaps.iter().map(|gap| gap.sentence.clone()));
    if report.state_agrees == Some(false) {
        sentences.push(words.say("import-state-differs"));
    }
    sentences.join(" ")
}
