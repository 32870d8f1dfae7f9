//! Erasing a record on every laptop of the circle, with or without keeping what it says now; how far
//! that is; and the report for the person concerned. There is no undo.

use std::collections::{BTreeMap, BTreeSet};

use kring_domain::date;
use kring_domain::id::{DeviceId, Hash, RecordId};
use kring_domain::kind::Kind;
use kring_domain::numbering::Numbering;
use kring_domain::text::Value;
use kring_export::report::{Report, Section};
use kring_store::table::segment::{self, SegmentRow, Standing};
use kring_store::table::{attached, document, erasure, link};
use kring_store::{folder, journal};
use kring_sync::engine::live;
use kring_sync::segment::{Header, Scope, SegmentKind};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::history::by;
use super::summary::WrittenSummary;
use super::{circle, exchange, name_of_file, title};
use crate::desk::{ById, Desk, Nothing};
use crate::error::{ApiError, Refusal, Result};
use crate::workspace::document::load;
use crate::workspace::{Act, Done, Workspace, erase};

/// What erasing a record would do, to be read before it is done.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Erasing {
    /// What lists call the record.
    pub title: String,
    /// What goes, where, and what the app cannot reach, in sentences.
    pub says: Vec<String>,
    /// Whether what it says now can be kept, as a new record without the history.
    pub can_keep: bool,
}

/// What erasing a record would do. Nothing is done yet.
pub fn show(desk: &mut Desk<'_>, input: ById) -> Result<Erasing> {
    let workspace = &*desk.workspace;
    let (db, words) = (workspace.db(), workspace.words());
    let row = document::get(db, input.id)?.ok_or(missing(input.id))?;
    let versions = segment::touching(db, input.id)?.len();
    let links = link::backlinks(db, input.id)?.len();
    let kind = words.say(&format!("kind-{}", row.kind));
    let say = |key: &str, count: usize| {
        words.say_with(
            key,
            &[
                ("count", Value::from(count)),
                ("kind", Value::from(kind.as_str())),
            ],
        )
    };
    let mut says = vec![say("erase-what", versions)];
    let attachments = attached::of(db, input.id)?.len();
    if attachments > 0 {
        says.push(say("erase-attachments", attachments));
    }
    if links > 0 {
        says.push(say("erase-links", links));
    }
    if row.scope == Scope::Circle.number() {
        says.push(words.say("erase-travels"));
    }
    says.extend(beyond_reach(workspace));
    Ok(Erasing {
        title: title::of(workspace, row.record, row.kind, row.title)?,
        says,
        can_keep: can_keep(row.kind) && !row.trashed,
    })
}

fn missing(id: RecordId) -> ApiError {
    ApiError::NotFound {
        kind: Kind::Unknown(0),
        id,
    }
}

/// What no erasure reaches.
fn beyond_reach(workspace: &Workspace) -> Vec<String> {
    [
        "erase-beyond-files",
        "erase-beyond-laptops",
        "erase-beyond-backups",
    ]
    .map(|key| workspace.words().say(key))
    .to_vec()
}

/// Erases a record.
pub fn erase(desk: &mut Desk<'_>, input: ById) -> Result<Done<RecordId>> {
    let done = desk
        .workspace
        .transact("erase_record", |act| act.erase(input.id).map(|()| input.id))?;
    note(desk, journal::Event::Erase)?;
    Ok(done)
}

fn note(desk: &Desk<'_>, event: journal::Event) -> Result<()> {
    let workspace = &desk.workspace;
    let now_ms = workspace.core.now_ms();
    Ok(journal::add(workspace.folder(), now_ms, event, "")?)
}

/// Whether a record of this kind can begin anew. What is write-once cannot, nor what such records
/// point to; a circle and its people are who they are.
fn can_keep(kind: Kind) -> bool {
    !kind.is_write_once()
        && !matches!(
            kind,
            Kind::Circle | Kind::Member | Kind::Statement | Kind::Unknown(_)
        )
}

/// Removes words from a record: what it says now becomes a new record, what refers to it follows, and
/// the old one is erased with its whole history. Answers the new record.
pub fn clean(desk: &mut Desk<'_>, input: ById) -> Result<Done<RecordId>> {
    let done = desk.workspace.transact("clean_record", |act| {
        let row = document::get(act.db(), input.id)?.filter(|row| !row.trashed);
        let row = row.ok_or(missing(input.id))?;
        if !can_keep(row.kind) {
            return Err(Refusal::CannotKeep.into());
        }
        let scope = Scope::from_number(row.scope).unwrap_or(Scope::Circle);
        let value = live(load(act.db(), input.id, 0)?.value());
        let new = act.create_from(row.kind, scope, &value)?;
        follow(act, input.id, new, &value)?;
        act.erase(input.id)?;
        Ok(new)
    })?;
    note(desk, journal::Event::Erase)?;
    Ok(done)
}

/// What refers to the old record refers to the new one from now on; so does what the old one refers to,
/// such as the meeting that has it on its agenda. What is somebody else's own stays as it was given.
fn follow(act: &mut Act<'_>, old: RecordId, new: RecordId, value: &serde_json::Value) -> Result<()> {
    let mut others: BTreeSet<RecordId> = BTreeSet::new();
    others.extend(link::backlinks(act.db(), old)?.into_iter().map(|(id, ..)| id));
    ids_in(value, &mut others);
    for id in others {
        let Some(row) = document::get(act.db(), id)? else {
            continue;
        };
        match row.kind {
            // A number is never given again: it goes along.
            Kind::Numbering => {
                let numbering: Numbering = act.get(id)?;
                let scope = Scope::from_number(row.scope).unwrap_or(Scope::Circle);
                act.create(
                    scope,
                    &Numbering {
                        subject: new,
                        ..numbering
                    },
                )?;
                act.erase(id)?;
            }
            kind if kind.is_write_once() => {}
            _ => match act.redirect(id, old, new) {
                Err(ApiError::NotAllowed(_)) => {}
                redirected => redirected?,
            },
        }
    }
    Ok(())
}

fn ids_in(value: &serde_json::Value, ids: &mut BTreeSet<RecordId>) {
    match value {
        serde_json::Value::String(text) => ids.extend(text.parse::<RecordId>()),
        serde_json::Value::Array(items) => items.iter().for_each(|item| ids_in(item, ids)),
        serde_json::Value::Object(entries) => {
            for (key, value) in entries {
                ids.extend(key.parse::<RecordId>());
                ids_in(value, ids);
            }
        }
        _ => {}
    }
}

/// An erasure of the circle.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ErasureView {
    /// The segment that erased.
    pub segment: Hash,
    /// When, UTC milliseconds by the clock of who did it.
    pub at_ms: u64,
    /// Who erased.
    pub by: String,
    /// How many records of each kind went, in words.
    pub what: Vec<String>,
    /// How many laptops confirmed it.
    pub confirmed: usize,
    /// How many laptops there are.
    pub laptops: usize,
    /// Whose laptops did not confirm it yet.
    pub waiting: Vec<String>,
    /// How far it is, in one sentence: "6 van 7 laptops hebben bevestigd".
    pub says: String,
}

/// The erasures of the circle, last one first.
pub fn list(desk: &mut Desk<'_>, _: Nothing) -> Result<Vec<ErasureView>> {
    let rows = erasure::segments(desk.workspace.db(), Scope::Circle.number())?;
    rows.iter().map(|row| view(desk.workspace, row)).collect()
}

fn view(workspace: &Workspace, row: &SegmentRow) -> Result<ErasureView> {
    let words = workspace.words();
    let header = Header::decode(&row.header).map_err(|_| Refusal::SegmentForm)?;
    let mut counts: BTreeMap<Kind, usize> = BTreeMap::new();
    for part in &header.parts {
        *counts.entry(part.kind).or_default() += 1;
    }
    let counted = |(kind, count): (Kind, usize)| {
        let kind = words.say(&format!("kind-{kind}"));
        words.say_with(
            "erase-count",
            &[("kind", Value::from(kind)), ("count", Value::from(count))],
        )
    };
    let receipts = erase::receipts(workspace.db(), row.hash)?;
    let (confirmed, waiting): (Vec<DeviceId>, Vec<DeviceId>) = active(workspace)
        .into_iter()
        .partition(|device| receipts.contains(device));
    let laptops = confirmed.len() + waiting.len();
    let says = words.say_with(
        "erase-confirmed",
        &[
            ("confirmed", Value::from(confirmed.len())),
            ("laptops", Value::from(laptops)),
        ],
    );
    Ok(ErasureView {
        segment: row.hash,
        at_ms: row.wall_ms,
        by: by(workspace, row.device)?,
        what: counts.into_iter().map(counted).collect(),
        confirmed: confirmed.len(),
        laptops,
        waiting: names(workspace, &waiting)?,
        says,
    })
}

fn active(workspace: &Workspace) -> Vec<DeviceId> {
    let circle = workspace.circle().into_iter();
    circle
        .flat_map(|circle| circle.membership.active_devices())
        .map(|(id, _)| id)
        .collect()
}

fn names(workspace: &Workspace, devices: &[DeviceId]) -> Result<Vec<String>> {
    devices.iter().map(|device| by(workspace, *device)).collect()
}

/// Which erasure to report, and how.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ExportErasure {
    /// The segment that erased.
    pub segment: Hash,
    /// "pdf", "html" or "md".
    pub format: String,
}

/// Writes the report of an erasure for the person concerned: what went, where that is confirmed, and
/// what the app cannot reach.
pub fn export(desk: &mut Desk<'_>, input: ExportErasure) -> Result<WrittenSummary> {
    let workspace = &*desk.workspace;
    let words = workspace.words();
    let report = report(workspace, input.segment)?;
    let bytes = match input.format.as_str() {
        "pdf" => kring_export::report_pdf(&report, words)?,
        "html" => kring_export::report_html(&report, words).into_bytes(),
        "md" => kring_export::report_markdown(&report, words).into_bytes(),
        _ => return Err(Refusal::UnknownFormat.into()),
    };
    let name = format!("{} {}", date::file_name(report.made_on), report.title);
    let name = format!("{}.{}", exchange::safe_file_name(&name), input.format);
    let target = desk.host.target(&name).ok_or(ApiError::NoFile)?;
    folder::write_whole(&target, &bytes)?;
    note(desk, journal::Event::Document)?;
    desk.host.open(&target);
    Ok(WrittenSummary {
        bytes: bytes.len() as u64,
        format: input.format,
        name: name_of_file(&target),
    })
}

fn report(workspace: &Workspace, hash: Hash) -> Result<Report> {
    let words = workspace.words();
    let row = segment::by_hash(workspace.db(), hash)?.filter(|row| row.standing == Standing::Accepted);
    let row = row.ok_or(Refusal::NoErasure)?;
    let header = Header::decode(&row.header).map_err(|_| Refusal::SegmentForm)?;
    if header.kind != SegmentKind::Erase || header.scope != Scope::Circle {
        return Err(Refusal::NoErasure.into());
    }
    let view = view(workspace, &row)?;
    let receipts = erase::receipts(workspace.db(), hash)?;
    let confirmed: Vec<DeviceId> = active(workspace)
        .into_iter()
        .filter(|device| receipts.contains(device))
        .collect();
    let section = |key: &str, points: Vec<String>| Section {
        heading: words.say(key),
        points,
    };
    let mut sections = vec![section("erase-report-what", view.what)];
    sections.push(section("erase-report-confirmed", names(workspace, &confirmed)?));
    if !view.waiting.is_empty() {
        sections.push(section("erase-report-waiting", view.waiting));
    }
    sections.push(section("erase-report-beyond", beyond_reach(workspace)));
    sections.retain(|section| !section.points.is_empty());
    let day = |ms: u64| date::long(date::civil(ms).date(), words);
    Ok(Report {
        circle: circle::name(workspace)?,
        sample: workspace.circle().is_some_and(|circle| circle.genesis.sample),
        title: words.say("erase-report"),
        made_on: date::civil(workspace.core.now_ms()).date(),
        facts: vec![
            (words.say("erase-report-when"), day(view.at_ms)),
            (words.say("erase-report-by"), view.by),
            (words.say("erase-report-state"), view.says),
        ],
        sections,
    })
}
