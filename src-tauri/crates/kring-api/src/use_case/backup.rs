//! The backups of a store: which there are, whether one reads back, and what going back to one would
//! change. Going back itself closes the store, so it is a command of the app around it.

use std::collections::BTreeMap;

use kring_domain::date;
use kring_domain::id::RecordId;
use kring_domain::text::{Catalogue, Value};
use kring_store::backup;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::store::Deed;
use crate::desk::{Desk, Nothing};
use crate::error::Result;
use crate::workspace::{Difference, Turn};

/// A backup.
#[derive(Debug, Serialize, JsonSchema)]
pub struct BackupView {
    /// What commands call it.
    pub id: String,
    /// The day it was made.
    pub date: chrono::NaiveDate,
    /// Its length in bytes.
    pub bytes: u64,
    /// Whether it holds what was there before another backup was put back.
    pub before_restore: bool,
}

/// The backups of the store, newest first.
pub fn list(desk: &mut Desk<'_>, _: Nothing) -> Result<Vec<BackupView>> {
    let view = |backup: backup::Backup| BackupView {
        id: backup.id,
        date: backup.date,
        bytes: backup.bytes,
        before_restore: backup.before_restore,
    };
    Ok(backup::list(desk.workspace.folder())?
        .into_iter()
        .map(view)
        .collect())
}

/// Makes today's backup unless there is one.
pub fn back_up(desk: &mut Desk<'_>, _: Nothing) -> Result<Deed> {
    Ok(Deed {
        done: desk.workspace.back_up()?,
    })
}

/// A backup by what the list calls it.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ByBackup {
    /// Its id.
    pub backup: String,
}

/// A backup that reads back.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CheckedBackup {
    /// How many records are in it, the trash left out.
    pub records: u64,
}

/// Reads a backup to its end.
pub fn check(desk: &mut Desk<'_>, input: ByBackup) -> Result<CheckedBackup> {
    Ok(CheckedBackup {
        records: desk.workspace.check_backup(&input.backup)?,
    })
}

/// What going back to a backup would change.
#[derive(Debug, Serialize, JsonSchema)]
pub struct RestorePreview {
    /// That in sentences, the whole first.
    pub sentences: Vec<String>,
    /// Every record that would differ.
    pub differences: Vec<DifferenceView>,
}

/// A record that would differ.
#[derive(Debug, Serialize, JsonSchema)]
pub struct DifferenceView {
    /// The record.
    pub id: RecordId,
    /// Its kind, what lists call it, and how it would differ, in words.
    pub line: String,
    /// How it would differ.
    pub turn: &'static str,
}

/// Shows what going back to a backup would change.
pub fn preview(desk: &mut Desk<'_>, input: ByBackup) -> Result<RestorePreview> {
    let workspace = &*desk.workspace;
    let differences = told(workspace.differences(&input.backup)?);
    let backup = backup::find(workspace.folder(), &input.backup)?;
    let words = workspace.words();
    let day = Value::from(date::long_with_weekday(backup.date, words));
    let mut sentences = vec![words.say_with("restore-day", &[("day", day)])];
    if differences.is_empty() {
        sentences.push(words.say("restore-same"));
    }
    for turn in [Turn::Gone, Turn::Back, Turn::Earlier] {
        let mut counts: BTreeMap<&'static str, u64> = BTreeMap::new();
        for difference in differences.iter().filter(|difference| difference.turn == turn) {
            *counts.entry(told_as(difference.kind)).or_default() += 1;
        }
        if counts.is_empty() {
            continue;
        }
        let list: Vec<String> = counts
            .into_iter()
            .map(|(kind, count)| counted(words, kind, count))
            .collect();
        let key = format!("restore-{}", code(turn));
        sentences.push(words.say_with(&key, &[("list", Value::from(list.join(", ")))]));
    }
    let is_lost = |difference: &&Difference| difference.private && difference.turn != Turn::Back;
    let lost = differences.iter().filter(is_lost).count();
    if lost > 0 {
        sentences.push(words.say_with("restore-private", &[("count", Value::from(lost))]));
    }
    if lost < differences.len() {
        sentences.push(words.say("restore-returns"));
    }
    sentences.push(words.say("restore-keeps"));
    let view = |difference: Difference| DifferenceView {
        id: difference.id,
        line: words.say_with(
            "restore-line",
            &[
                (
                    "kind",
                    Value::from(words.say(&format!("kind-{}", told_as(difference.kind)))),
                ),
                ("title", Value::from(difference.title)),
                ("turn", Value::from(code(difference.turn))),
            ],
        ),
        turn: code(difference.turn),
    };
    Ok(RestorePreview {
        sentences,
        differences: differences.into_iter().map(view).collect(),
    })
}

/// Kinds that only keep the books: no member knows them by name.
const UNTOLD: [&str; 3] = ["numbering", "receipt", "review"];

/// The differences that a member is told of. A statement without words of its own goes by its wording, where
/// that differs as well.
fn told(differences: Vec<Difference>) -> Vec<Difference> {
    let worded: Vec<Turn> = differences
        .iter()
        .filter(|difference| difference.kind == "statement_version")
        .map(|difference| difference.turn)
        .collect();
    let is_told = |difference: &Difference| {
        let goes_by_wording = difference.kind == "statement" && worded.contains(&difference.turn);
        !UNTOLD.contains(&difference.kind) && !goes_by_wording
    };
    differences.into_iter().filter(is_told).collect()
}

/// The kind under which a member knows a record.
fn told_as(kind: &'static str) -> &'static str {
    match kind {
        "statement_version" => "statement",
        "closing" => "round",
        "confirmation" => "position",
        kind => kind,
    }
}

/// "2 aantekeningen", as everywhere in the window.
fn counted(words: &Catalogue, kind: &str, count: u64) -> String {
    let key = format!("exchange-count-{kind}");
    if words.has(&key) {
        words.say_with(&key, &[("count", Value::from(count))])
    } else {
        format!("{count} × {}", words.say(&format!("kind-{kind}")))
    }
}

fn code(turn: Turn) -> &'static str {
    match turn {
        Turn::Gone => "gone",
        Turn::Back => "back",
        Turn::Earlier => "earlier",
    }
}
