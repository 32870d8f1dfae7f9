//! The printed keys, from the moment they are made until they are on paper. Until then they lie in the store that
//! they belong to, behind its passphrase: neither a lock nor a power cut costs a member the only sight of them.

use kring_domain::date;
use kring_store::table::own;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::FrontDesk;
use super::circles::{NewCircleKeys, WrittenFile};
use crate::desk::Nothing;
use crate::error::{ApiError, Refusal, Result};
use crate::use_case::circle;
use crate::use_case::store::Deed;
use crate::workspace::{PrintedKeys, Workspace};

/// The name of the setting that they lie under.
const SETTING: &str = "keys not on paper";

/// The keys as they are shown.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct PrintedSheet {
    /// The `herstelsleutel`: opens this laptop's store.
    pub recovery_key: String,
    /// The `kringsleutel`: restores a coordinator's authority. Only the founder has it.
    pub authority_key: Option<String>,
}

impl From<&PrintedKeys> for PrintedSheet {
    fn from(keys: &PrintedKeys) -> Self {
        Self {
            recovery_key: keys.recovery.clone(),
            authority_key: keys.authority.clone(),
        }
    }
}

impl std::fmt::Debug for PrintedSheet {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PrintedSheet")
    }
}

/// Keeps new keys until they are on paper.
pub(super) fn keep(workspace: &Workspace, keys: &PrintedSheet) -> Result<()> {
    let text = Zeroizing::new(serde_json::to_vec(keys).map_err(|error| ApiError::Input(error.to_string()))?);
    Ok(own::set_setting(workspace.db(), SETTING, &text)?)
}

/// The keys of a circle that are not on paper yet.
fn kept(workspace: &Workspace) -> Result<Option<PrintedSheet>> {
    let text = own::setting(workspace.db(), SETTING)?.map(Zeroizing::new);
    Ok(text.and_then(|text| serde_json::from_slice(&text).ok()))
}

/// Keys that still have to go on paper.
#[derive(Debug, Serialize, JsonSchema)]
pub struct KeysToPrint {
    /// The first circle with such keys, and they themselves; absent when there is none.
    pub keys: Option<NewCircleKeys>,
}

/// The first circle whose keys are not on paper yet, with them.
pub(super) fn show(desk: &mut FrontDesk<'_>, _: Nothing) -> Result<KeysToPrint> {
    for open in &desk.app.circles {
        if let Some(printed) = kept(&open.workspace)? {
            let handle = open.handle.clone();
            return Ok(KeysToPrint {
                keys: Some(NewCircleKeys { handle, printed }),
            });
        }
    }
    Ok(KeysToPrint { keys: None })
}

/// Opens a document with the keys of the circle, each on a page of its own, for printing. It lies in a
/// private place that is cleared when the app locks.
pub(super) fn write(desk: &mut FrontDesk<'_>, _: Nothing) -> Result<WrittenFile> {
    let workspace = desk.workspace()?;
    let kept = kept(workspace)?.ok_or(Refusal::KeysForgotten)?;
    let mut keys = vec![kring_export::PrintedKey {
        purpose: kring_export::KeyPurpose::Recovery,
        text: &kept.recovery_key,
    }];
    if let Some(authority) = &kept.authority_key {
        keys.push(kring_export::PrintedKey {
            purpose: kring_export::KeyPurpose::Authority,
            text: authority,
        });
    }
    let sheet = kring_export::KeySheet {
        circle: circle::name(workspace).unwrap_or_default(),
        made_on: date::civil(workspace.core.now_ms()).date(),
        keys,
    };
    let words = desk.app.words();
    let bytes = kring_export::key_sheets(&sheet, words)?;
    let name = format!("{}.pdf", words.say("key-sheet-file-name"));
    let target = desk.host.temporary(&name).ok_or(ApiError::NoFile)?;
    kring_store::folder::write_whole(&target, &bytes)?;
    desk.host.open(&target);
    Ok(WrittenFile {
        name,
        bytes: bytes.len() as u64,
    })
}

/// Forgets the keys of the circle, which are on paper; those of every open circle when none is named.
pub(super) fn forget(desk: &mut FrontDesk<'_>, _: Nothing) -> Result<Deed> {
    let named = |handle: &String| desk.circle.as_ref().is_none_or(|circle| circle == handle);
    for open in desk.app.circles.iter().filter(|open| named(&open.handle)) {
        own::remove_setting(open.workspace.db(), SETTING)?;
    }
    Ok(Deed { done: true })
}
