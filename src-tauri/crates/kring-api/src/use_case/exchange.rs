//! Packages out and in, and who has what.

use std::path::PathBuf;

use kring_domain::date;
use kring_domain::id::{DeviceId, MemberId};
use kring_domain::text::{Catalogue, Value};
use kring_store::table::own;
use kring_store::table::segment;
use kring_sync::package::ManifestPurpose;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::member::{RightCode, name as member_name};
use super::{circle, draft};
use crate::desk::{Desk, Nothing};
use crate::error::{ApiError, Result};
use crate::exchange::import::Mode;
use crate::exchange::join::{Approved, CardView, Newcomer};
use crate::exchange::outgoing::{Extent, Sent};
use crate::exchange::report::Report;
use crate::host::FilePurpose;
use crate::workspace::Workspace;

/// What goes into a package.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ExportPackage {
    /// Everything, instead of what the others are not known to have.
    #[serde(default)]
    pub all: bool,
}

/// Writes a package for the other members and shows it, ready to be dragged into a message.
pub fn export(desk: &mut Desk<'_>, input: ExportPackage) -> Result<Sent> {
    draft::settle_all(desk)?;
    let name = desk.workspace.package_name()?;
    let target = desk.host.target(&name).ok_or(ApiError::NoFile)?;
    let (extent, purpose) = if input.all {
        (Extent::All, ManifestPurpose::Full)
    } else {
        (Extent::Missing, ManifestPurpose::Sync)
    };
    let sent = desk.workspace.write_package(&target, extent, purpose)?;
    desk.host.reveal(&target);
    Ok(sent)
}

/// What a package is sent with.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ShareText {
    /// Name of the file that goes along.
    pub file: String,
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
    let values = [
        ("circle", Value::from(circle::name(workspace)?)),
        ("file", Value::from(safe_file_name(&input.file))),
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
    /// How many segments would go.
    pub segments: u64,
    /// How many records of each kind they touch.
    pub counts: Vec<(&'static str, u64)>,
}

/// Shows what would go into a package now.
pub fn preview_export(desk: &mut Desk<'_>, input: ExportPackage) -> Result<Outgoing> {
    draft::settle_all(desk)?;
    let extent = if input.all { Extent::All } else { Extent::Missing };
    let rows = desk.workspace.outgoing(extent)?;
    Ok(Outgoing {
        name: desk.workspace.package_name()?,
        segments: rows.len() as u64,
        counts: desk.workspace.counts(&rows)?,
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

/// How a device of the circle stands.
#[derive(Debug, Serialize, JsonSchema)]
pub struct DeviceStanding {
    /// The device.
    pub device: DeviceId,
    /// Whose it is.
    pub member: MemberId,
    /// Their name.
    pub name: String,
    /// Whether it is this one.
    pub own: bool,
    /// Number of its last package that came in; absent if none did.
    pub last_package: Option<u64>,
    /// When that was, UTC milliseconds.
    pub last_ms: Option<u64>,
    /// How many of the segments here it is not known to have.
    pub lacks: u64,
}

/// Who has what: every device of the circle and how far it is known to be.
pub fn standings(desk: &mut Desk<'_>, _: Nothing) -> Result<Vec<DeviceStanding>> {
    let workspace = &*desk.workspace;
    let db = workspace.db();
    let heads = workspace.heads()?;
    let packages = own::packages(db)?;
    let mut standings = Vec::new();
    for (id, device) in workspace.core.circle()?.membership.active_devices() {
        let own = id == workspace.device();
        let known = own::peer_heads(db, id)?;
        let lacks = |head: &segment::ChainHead| {
            let seq = known
                .iter()
                .find(|(log, _, _)| *log == head.log)
                .map_or(0, |(_, seq, _)| *seq);
            head.seq.saturating_sub(seq)
        };
        let last = packages
            .iter()
            .filter(|package| !package.sent && package.device == id)
            .max_by_key(|package| package.counter);
        standings.push(DeviceStanding {
            device: id,
            member: device.person,
            name: member_name(db, Some(device.person))?,
            own,
            last_package: last.map(|package| package.counter),
            last_ms: last.map(|package| package.at_ms),
            lacks: if own { 0 } else { heads.iter().map(lacks).sum() },
        });
    }
    standings.sort_by(|a, b| (&a.name, a.device).cmp(&(&b.name, b.device)));
    Ok(standings)
}

/// "2026-11-21 Kenniskring gezinshuizen – van Annelies (pakket 14).kring", without characters that a
/// file system refuses.
pub fn package_name(workspace: &Workspace, number: u64) -> Result<String> {
    let today = date::civil(workspace.core.now_ms()).date();
    let name = workspace.words().say_with(
        "package-name",
        &[
            ("date", Value::from(date::file_name(today))),
            ("circle", Value::from(circle::name(workspace)?)),
            (
                "name",
                Value::from(member_name(workspace.db(), workspace.person())?),
            ),
            ("number", Value::from(number.to_string())),
        ],
    );
    Ok(format!("{}.kring", safe_file_name(&name)))
}

/// A name that every file system takes: no separators, no control characters, not too long.
pub fn safe_file_name(name: &str) -> String {
    let safe = |c: char| {
        if c.is_control() || r#"/\:*?"<>|"#.contains(c) {
            ' '
        } else {
            c
        }
    };
    name.chars()
        .map(safe)
        .take(120)
        .collect::<String>()
        .trim()
        .to_owned()
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
    for gap in &report.gaps {
        let missing = gap.to.saturating_sub(gap.from) + 1;
        sentences.push(words.say_with(
            "import-gap",
            &[
                ("name", Value::from(gap.name.clone())),
                ("missing", Value::from(missing)),
            ],
        ));
    }
    if report.state_agrees == Some(false) {
        sentences.push(words.say("import-state-differs"));
    }
    sentences.join(" ")
}
