//! Studies: by hand, from other programs' files, and linked to themes and meetings.

use std::collections::{BTreeMap, BTreeSet};

use kring_domain::id::{MeetingId, RecordId, StatementId, StudyId, ThemeId};
use kring_domain::name::sort_dutch;
use kring_domain::statement::{Evidence, EvidenceStance, Statement};
use kring_domain::study::{Author, PartialDate, Study};
use kring_domain::theme::Theme;
use kring_import::duplicate::{same_work, work_keys};
use kring_store::table::meeting::in_order;
use kring_store::table::study as table;
use kring_store::{Connection, noun};
use kring_sync::segment::Scope;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::meeting::MeetingRow;
use super::note::{Backlink, backlinks};
use super::{read_file, statement};
use crate::desk::{ById, Change, Desk, Item, Nothing};
use crate::error::{ApiError, Result};
use crate::host::{FilePurpose, Progress};
use crate::workspace::{Done, Workspace};

/// A study as lists show it and are searched by.
#[derive(Debug, Serialize, JsonSchema)]
pub struct StudyRow {
    /// The study.
    pub id: StudyId,
    /// Title and subtitle.
    pub title: String,
    /// Who wrote it.
    pub authors: Vec<Author>,
    /// When it came out.
    pub issued: Option<PartialDate>,
    /// The journal, book or site it appeared in.
    pub container_title: String,
    /// Keywords.
    pub keywords: Vec<String>,
    /// Whether it was retracted.
    pub retracted: bool,
    /// Whether there is a summary in plain words.
    pub has_summary: bool,
}

/// A study with everything that refers to it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct StudyView {
    /// The study.
    #[serde(flatten)]
    pub study: Item<Study>,
    /// The themes it is linked to, by name.
    pub linked_themes: Vec<NamedTheme>,
    /// The meetings it was brought in at, in order of date.
    pub linked_meetings: Vec<MeetingRow>,
    /// The statements that rest on it, by theme.
    pub uses: Vec<StudyUse>,
    /// Notes, evidence and texts that refer to it.
    pub backlinks: Vec<Backlink>,
}

/// A theme by its name.
#[derive(Debug, Serialize, JsonSchema)]
pub struct NamedTheme {
    /// The theme.
    pub id: ThemeId,
    /// Its name.
    pub name: String,
}

/// A statement that rests on a study.
#[derive(Debug, Serialize, JsonSchema)]
pub struct StudyUse {
    /// The statement.
    pub statement: StatementId,
    /// Its present words.
    pub text: String,
    /// Name of its theme.
    pub theme_name: String,
    /// What the study means for it, each once.
    pub stances: Vec<EvidenceStance>,
}

/// All studies, by title.
pub fn list(desk: &mut Desk<'_>, _: Nothing) -> Result<Vec<StudyRow>> {
    let rows = table::listed(desk.workspace.db())?;
    let row = |(id, listed): (StudyId, table::Listed)| StudyRow {
        id,
        title: listed.title,
        authors: listed.authors,
        issued: listed.issued,
        container_title: listed.container_title,
        keywords: listed.keywords,
        retracted: listed.retracted,
        has_summary: listed.has_summary,
    };
    Ok(rows.into_iter().map(row).collect())
}

/// One study.
pub fn show(desk: &mut Desk<'_>, input: ById) -> Result<StudyView> {
    let study: Study = desk.get(input.id)?;
    Ok(StudyView {
        linked_themes: linked_themes(desk.workspace.db(), &study)?,
        linked_meetings: linked_meetings(desk.workspace.db(), &study)?,
        uses: uses(desk.workspace, StudyId(input.id))?,
        study: Item {
            id: input.id,
            record: study,
        },
        backlinks: backlinks(desk, input)?,
    })
}

fn linked_themes(db: &Connection, study: &Study) -> Result<Vec<NamedTheme>> {
    let mut themes = Vec::new();
    for (id, _) in study.themes.iter().filter(|(_, linked)| **linked) {
        let theme = noun::get::<Theme>(db, *id)?;
        themes.extend(theme.map(|Theme { name, .. }| NamedTheme { id: *id, name }));
    }
    sort_dutch(&mut themes, |theme| theme.name.clone());
    Ok(themes)
}

fn linked_meetings(db: &Connection, study: &Study) -> Result<Vec<MeetingRow>> {
    let mut linked = in_order(db)?;
    linked.retain(|(id, _)| study.meetings.get(id) == Some(&true));
    linked
        .into_iter()
        .map(|(id, record)| MeetingRow::of(db, id, record))
        .collect()
}

/// The statements that rest on a study. The trash takes a statement away, and its evidence with it.
fn uses(workspace: &Workspace, study: StudyId) -> Result<Vec<StudyUse>> {
    let db = workspace.db();
    let mut stances: BTreeMap<StatementId, Vec<EvidenceStance>> = BTreeMap::new();
    for (_, evidence) in noun::with::<Evidence, RecordId>(db, "study", study)? {
        let of = stances.entry(evidence.statement).or_default();
        if !of.contains(&evidence.stance) {
            of.push(evidence.stance);
        }
    }
    let mut uses = Vec::new();
    for (id, stances) in stances {
        let Some(statement) = noun::get::<Statement>(db, id)? else {
            continue;
        };
        uses.push(StudyUse {
            statement: id,
            text: statement::words(workspace, id)?,
            theme_name: statement::theme_name(db, &statement)?,
            stances,
        });
    }
    sort_dutch(&mut uses, |used| format!("{}\n{}", used.theme_name, used.text));
    Ok(uses)
}

/// Adds a study by hand.
pub fn add(desk: &mut Desk<'_>, input: Study) -> Result<Done<RecordId>> {
    desk.create("add_study", &input)
}

/// Changes a study.
pub fn change(desk: &mut Desk<'_>, input: Change<Study>) -> Result<Done<RecordId>> {
    desk.change("change_study", input)
}

/// What a study is linked to.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LinkStudy {
    /// The study.
    pub study: StudyId,
    /// A theme.
    pub theme: Option<ThemeId>,
    /// A meeting it was brought in at.
    pub meeting: Option<MeetingId>,
    /// Takes the link away instead.
    #[serde(default)]
    pub remove: bool,
}

/// Links a study to a theme or a meeting, or takes the link away. To a statement it is linked by
/// evidence, which says for or against.
pub fn link(desk: &mut Desk<'_>, input: LinkStudy) -> Result<Done<RecordId>> {
    if input.theme.is_none() && input.meeting.is_none() {
        return Err(ApiError::Input("a theme or a meeting is needed".to_owned()));
    }
    desk.workspace.transact("link_study", |act| {
        if let Some(theme) = input.theme {
            act.get::<Theme>(theme)?;
        }
        if let Some(meeting) = input.meeting {
            act.get::<kring_domain::meeting::Meeting>(meeting)?;
        }
        act.change::<Study>(input.study, |study| {
            study
                .themes
                .extend(input.theme.map(|theme| (theme, !input.remove)));
            study
                .meetings
                .extend(input.meeting.map(|meeting| (meeting, !input.remove)));
        })?;
        Ok(input.study.0)
    })
}

/// What reading other programs' files brought.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ImportedStudies {
    /// Studies that are new, in order of the files.
    pub added: Vec<StudyId>,
    /// How many were here already.
    pub known: u64,
    /// Entries that could not be read, or were shortened.
    pub problems: Vec<StudyProblem>,
}

/// Something about an entry of a file.
#[derive(Debug, Serialize, JsonSchema)]
pub struct StudyProblem {
    /// The file's name.
    pub file: String,
    /// Line in the file, from 1; 0 if not known.
    pub line: u64,
    /// The entry.
    pub entry: String,
    /// Code of what is wrong with it.
    pub code: String,
    /// What is wrong with it.
    pub happened: String,
}

/// Reads studies from RIS, BibTeX or CSL-JSON files, recognised by content. A study that is here
/// already is not added again.
pub fn import(desk: &mut Desk<'_>, _: Nothing) -> Result<Done<ImportedStudies>> {
    let files = desk.host.files(FilePurpose::Studies);
    if files.is_empty() {
        return Err(ApiError::NoFile);
    }
    let mut found: Vec<Study> = Vec::new();
    let mut problems = Vec::new();
    for (done, path) in files.iter().enumerate() {
        desk.host.progress(Progress {
            step: "progress-studies",
            done: done as u64,
            total: files.len() as u64,
        });
        let reading = kring_import::read(&read_file(path, kring_import::MAX_BYTES as u64)?)?;
        let file = path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        let words = desk.workspace.words();
        for problem in reading.problems {
            let code = problem.code.code();
            problems.push(StudyProblem {
                file: file.clone(),
                line: problem.line as u64,
                entry: problem.entry,
                code: code.to_owned(),
                happened: words.say(code),
            });
        }
        for found_study in reading.studies {
            for warning in &found_study.warnings {
                let code = warning.code();
                problems.push(StudyProblem {
                    file: file.clone(),
                    line: 0,
                    entry: found_study.study.title.chars().take(80).collect(),
                    code: code.to_owned(),
                    happened: words.say(code),
                });
            }
            found.push(found_study.study);
        }
    }
    let fresh = without_known(desk, found)?;
    let known = fresh.1;
    let host = &mut *desk.host;
    desk.workspace.transact("import_studies", |act| {
        let mut added = Vec::with_capacity(fresh.0.len());
        let total = fresh.0.len() as u64;
        for study in &fresh.0 {
            added.push(StudyId(act.create(Scope::Circle, study)?));
            host.progress(Progress {
                step: "progress-studies",
                done: added.len() as u64,
                total,
            });
            if host.is_cancelled() {
                return Err(ApiError::Cancelled);
            }
        }
        Ok(ImportedStudies {
            added,
            known,
            problems,
        })
    })
}

/// The studies that are neither in the store nor earlier in the same files, and how many were.
fn without_known(desk: &Desk<'_>, found: Vec<Study>) -> Result<(Vec<Study>, u64)> {
    let stored: Vec<(StudyId, Study)> = noun::all(desk.workspace.db())?;
    let mut works: Vec<Study> = stored.into_iter().map(|(_, study)| study).collect();
    let stored_count = works.len();
    let mut by_key: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    for (at, study) in works.iter().enumerate() {
        for key in work_keys(study) {
            by_key.entry(key).or_default().insert(at);
        }
    }
    let mut known = 0;
    for study in found {
        let keys = work_keys(&study);
        let candidates: BTreeSet<usize> = keys
            .iter()
            .filter_map(|key| by_key.get(key))
            .flatten()
            .copied()
            .collect();
        if candidates.iter().any(|at| same_work(&works[*at], &study)) {
            known += 1;
            continue;
        }
        for key in keys {
            by_key.entry(key).or_default().insert(works.len());
        }
        works.push(study);
    }
    Ok((works.split_off(stored_count), known))
}
