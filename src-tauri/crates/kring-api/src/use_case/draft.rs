//! Typing that is not a segment yet. A draft is a command that waits: kept durably at every pause, and
//! run once, when the member goes on, closes, locks or exports.

use kring_domain::id::RecordId;
use kring_store::table::draft::{self, DraftRow};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::store::Deed;
use crate::command::{self, COMMANDS, check_fields};
use crate::desk::{Desk, Nothing};
use crate::error::{ApiError, Result, Told};
use crate::host::Host;

/// The commands that text is typed for. None of them asks the host anything.
const TYPED: &[&str] = &[
    "write_note",
    "change_note",
    "change_circle",
    "change_theme",
    "change_meeting",
    "change_agenda_item",
    "add_contribution",
    "change_contribution",
    "change_study",
    "change_action",
    "change_decision",
];
/// Deeds that text is typed for as well. The words are kept like all others, but the deed is the member's: nothing
/// settles it unasked.
const DELIBERATE: &[&str] = &["give_position"];
/// Commands that make a record, each with the one that goes on changing it.
const GOES_ON: &[(&str, &str)] = &[
    ("write_note", "change_note"),
    ("add_contribution", "change_contribution"),
];
/// A key is at most this long, in characters.
const KEY_CHARS: usize = 100;
/// A draft is at most this long as JSON: a text of 500,000 characters with its marks.
const INPUT_BYTES: usize = 4 * 1024 * 1024;

/// Something typed, as the command that it will be.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct KeepDraft {
    /// What the screen calls the text that is typed; another one for each new record.
    pub key: String,
    /// The command.
    pub command: String,
    /// Its input.
    pub input: Map<String, Value>,
}

/// A draft is on disk.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct KeptDraft {
    /// Since when, UTC milliseconds.
    pub at_ms: u64,
    /// The record it changes by now, when an earlier draft of this key was settled unasked.
    pub record: Option<RecordId>,
}

/// Keeps what is typed, in place of what was kept under the key before.
pub fn keep(desk: &mut Desk<'_>, input: KeepDraft) -> Result<KeptDraft> {
    let KeepDraft { key, command, input } = input;
    if key.is_empty() || key.chars().count() > KEY_CHARS {
        return Err(ApiError::Input("key".to_owned()));
    }
    check(&command, &input)?;
    let core = &mut desk.workspace.core;
    let record = core.drafts.made.get(&key).copied();
    let (command, input) = match record {
        Some(record) => going_on(command, input, record),
        None => (command, input),
    };
    let input = Value::Object(input).to_string();
    if input.len() > INPUT_BYTES {
        return Err(ApiError::Input("input is too long".to_owned()));
    }
    let at_ms = core.now_ms();
    core.drafts.failed.remove(&key);
    let row = DraftRow {
        key,
        command,
        input,
        at_ms,
    };
    draft::keep(desk.workspace.db(), &row)?;
    Ok(KeptDraft { at_ms, record })
}

/// Whether the command is one of typing, and its input has no fields that it does not know.
fn check(command: &str, input: &Map<String, Value>) -> Result<()> {
    let known = COMMANDS
        .iter()
        .find(|known| known.name == command && (TYPED.contains(&command) || DELIBERATE.contains(&command)));
    let schema = known
        .map(|known| (known.input)())
        .ok_or_else(|| ApiError::Input(format!("{command} is not typed")))?;
    check_fields(&schema, &Value::Object(input.clone()))?;
    match input.get("fields") {
        Some(fields) => check_fields(&schema["properties"]["fields"], fields),
        None => Ok(()),
    }
}

/// A command that would make a record that is there already changes it instead.
fn going_on(
    command: String,
    mut input: Map<String, Value>,
    record: RecordId,
) -> (String, Map<String, Value>) {
    let Some((_, change)) = GOES_ON.iter().find(|(make, _)| *make == command) else {
        return (command, input);
    };
    // Whether a note is private was fixed when it was made.
    input.remove("private");
    let change_input = [
        ("id".to_owned(), json!(record)),
        ("fields".to_owned(), Value::Object(input)),
    ];
    ((*change).to_owned(), Map::from_iter(change_input))
}

/// One draft by its key.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ByKey {
    /// The key it was kept under.
    pub key: String,
}

/// What became of a draft.
#[derive(Debug, Default, Serialize, Deserialize, JsonSchema)]
pub struct Settled {
    /// The record it made or changed; absent when there was no such draft.
    pub value: Option<RecordId>,
    /// The kinds of record that changed.
    pub changed: Vec<String>,
    /// The operation to undo it by; absent when nothing changed.
    pub undo: Option<i64>,
}

/// Runs the command of a draft. Its row goes in the same transaction, or stays when it is refused.
pub fn settle(desk: &mut Desk<'_>, input: ByKey) -> Result<Settled> {
    let settled = settle_one(desk, &input.key)?;
    let made = desk.workspace.core.drafts.made.remove(&input.key);
    Ok(Settled {
        value: settled.value.or(made),
        ..settled
    })
}

fn settle_one(desk: &mut Desk<'_>, key: &str) -> Result<Settled> {
    let Some(row) = draft::get(desk.workspace.db(), key)? else {
        return Ok(Settled::default());
    };
    let input = serde_json::from_str(&row.input).map_err(|error| ApiError::Input(error.to_string()))?;
    desk.workspace.core.drafts.settling = Some(row.key);
    let done = command::call(desk, &row.command, input);
    desk.workspace.core.drafts.settling = None;
    let settled = serde_json::from_value(done?).map_err(|error| ApiError::Input(error.to_string()))?;
    desk.workspace.core.drafts.failed.remove(key);
    Ok(settled)
}

/// Settles every draft, before something leaves this laptop or the store is closed. One that cannot be
/// settled stays, with the reason, and holds up nothing. One that waits for its member stays too.
pub fn settle_all(desk: &mut Desk<'_>) -> Result<()> {
    let mut rows = draft::all(desk.workspace.db())?;
    rows.retain(|row| !DELIBERATE.contains(&row.command.as_str()));
    for row in rows {
        let settled = settle_one(desk, &row.key);
        let drafts = &mut desk.workspace.core.drafts;
        match settled {
            Ok(settled) => {
                drafts.changed.extend(settled.changed);
                if GOES_ON.iter().any(|(make, _)| *make == row.command) {
                    drafts.made.extend(settled.value.map(|made| (row.key, made)));
                }
            }
            Err(error) => drop(drafts.failed.insert(row.key, error)),
        }
    }
    Ok(())
}

/// Settles every draft of a workspace that no host is at hand for: when the app closes.
pub(crate) fn settle_all_of(workspace: &mut crate::workspace::Workspace, host: &mut dyn Host) -> Result<()> {
    settle_all(&mut Desk { workspace, host })
}

/// Takes a draft away without running it.
pub fn discard(desk: &mut Desk<'_>, input: ByKey) -> Result<Deed> {
    draft::remove(desk.workspace.db(), &input.key)?;
    let drafts = &mut desk.workspace.core.drafts;
    drafts.failed.remove(&input.key);
    drafts.made.remove(&input.key);
    Ok(Deed { done: true })
}

/// A draft that waits.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Draft {
    /// What the screen calls it.
    pub key: String,
    /// The command.
    pub command: String,
    /// Its input.
    pub input: Map<String, Value>,
    /// When it was kept last, UTC milliseconds.
    pub at_ms: u64,
    /// Why it could not be settled; absent while nobody tried.
    pub failed: Option<Told>,
}

/// The drafts that wait, first kept first.
pub fn list(desk: &mut Desk<'_>, _: Nothing) -> Result<Vec<Draft>> {
    let core = &desk.workspace.core;
    let view = |row: DraftRow| Draft {
        failed: core
            .drafts
            .failed
            .get(&row.key)
            .map(|error| error.tell(&core.words)),
        input: serde_json::from_str(&row.input).unwrap_or_default(),
        key: row.key,
        command: row.command,
        at_ms: row.at_ms,
    };
    Ok(draft::all(desk.workspace.db())?.into_iter().map(view).collect())
}
