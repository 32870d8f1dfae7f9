//! The printed keys on paper: one page for each, with the key in large groups, what it is for and where
//! to keep it. What a key opens is not known here; it is text.

use chrono::NaiveDate;
use kring_domain::date;
use kring_domain::text::{Catalogue, Value};
use serde_json::json;

use crate::error::ExportError;
use crate::typeset;

/// The keys of one circle on one laptop.
pub struct KeySheet<'a> {
    /// The circle's name; empty while it is not known.
    pub circle: String,
    /// The day it is printed.
    pub made_on: NaiveDate,
    /// The keys, each on a page of its own.
    pub keys: Vec<PrintedKey<'a>>,
}

/// A key as it is written.
pub struct PrintedKey<'a> {
    /// What it is for.
    pub purpose: KeyPurpose,
    /// Its groups, with spaces between.
    pub text: &'a str,
}

/// What a key is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyPurpose {
    /// The `herstelsleutel`: opens one laptop's store.
    Recovery,
    /// The `kringsleutel`: restores a coordinator's authority.
    Authority,
}

/// The sheets as one PDF file that is both PDF/UA-1 and PDF/A-2a, in the language of the catalogue.
pub fn key_sheets(sheet: &KeySheet<'_>, words: &Catalogue) -> Result<Vec<u8>, ExportError> {
    let page = |key: &PrintedKey<'_>| {
        let name = match key.purpose {
            KeyPurpose::Recovery => "recovery",
            KeyPurpose::Authority => "authority",
        };
        let say = |part: &str| words.say(&format!("key-sheet-{name}-{part}"));
        json!({
            "title": say("title"),
            "purpose": say("purpose"),
            "keep": [say("keep-where"), say("keep-who"), words.say("key-sheet-keep-no-photo")],
            "use": say("use"),
            "groups": key.text.split_whitespace().collect::<Vec<_>>(),
        })
    };
    let made = [("date", Value::from(date::long(sheet.made_on, words)))];
    let values = json!({
        "language": words.language().tag(),
        "title": words.say("key-sheet-title"),
        "circle": sheet.circle,
        "made_on": crate::document::year_month_day_of(sheet.made_on),
        "made": words.say_with("key-sheet-made", &made),
        "mark_alt": words.say("export-mark"),
        "key_label": words.say("key-sheet-key"),
        "keep_title": words.say("key-sheet-keep"),
        "use_title": words.say("key-sheet-use"),
        "no_copy": words.say("key-sheet-no-copy"),
        "pages": sheet.keys.iter().map(page).collect::<Vec<_>>(),
    });
    typeset::press(&typeset::KEY_SHEET, values)
}
