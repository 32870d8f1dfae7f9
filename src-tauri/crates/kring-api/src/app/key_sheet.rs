//! The printed keys, from the moment they are made until they are on paper. They are kept nowhere else.

use kring_domain::date;
use schemars::JsonSchema;
use serde::Serialize;
use zeroize::Zeroizing;

use super::FrontDesk;
use super::circles::WrittenFile;
use crate::desk::Nothing;
use crate::error::{ApiError, Refusal, Result};
use crate::use_case::circle;
use crate::use_case::store::Deed;
use crate::workspace::PrintedKeys;

/// The keys as they are shown, once.
#[derive(Serialize, JsonSchema)]
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

/// Keys that were shown and may still be printed.
pub(super) struct KeysInHand {
    handle: String,
    recovery: Zeroizing<String>,
    authority: Option<Zeroizing<String>>,
}

impl KeysInHand {
    pub fn new(handle: String, keys: PrintedKeys) -> Self {
        Self {
            handle,
            recovery: Zeroizing::new(keys.recovery),
            authority: keys.authority.map(Zeroizing::new),
        }
    }
}

/// Opens a document with the keys of the circle, each on a page of its own, for printing. It lies in a
/// private place that is cleared when the app locks.
pub(super) fn write(desk: &mut FrontDesk<'_>, _: Nothing) -> Result<WrittenFile> {
    let handle = desk.handle()?;
    let in_hand = desk.app.keys.iter().find(|keys| keys.handle == handle);
    let in_hand = in_hand.ok_or(Refusal::KeysForgotten)?;
    let mut keys = vec![kring_export::PrintedKey {
        purpose: kring_export::KeyPurpose::Recovery,
        text: &in_hand.recovery,
    }];
    if let Some(authority) = &in_hand.authority {
        keys.push(kring_export::PrintedKey {
            purpose: kring_export::KeyPurpose::Authority,
            text: authority,
        });
    }
    let open = desk.app.circles.iter().find(|open| open.handle == handle);
    let workspace = open.map(|open| &open.workspace).ok_or(Refusal::CircleClosed)?;
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

/// Forgets all keys that were shown.
pub(super) fn forget(desk: &mut FrontDesk<'_>, _: Nothing) -> Result<Deed> {
    desk.app.keys.clear();
    Ok(Deed { done: true })
}
