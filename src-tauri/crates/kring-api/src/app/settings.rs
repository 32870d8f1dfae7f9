//! What the member likes: language, appearance, size of text, when to lock, where files go. No word of
//! a circle stands here, so the file is not encrypted. Fields of a newer version are kept.

use std::fs::{self, File};
use std::io::Read;
use std::path::PathBuf;

use kring_domain::invalid;
use kring_domain::text::{Catalogue, Language};
use kring_store::folder::write_whole;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::FrontDesk;
use crate::desk::Nothing;
use crate::error::{ApiError, Result};

/// The settings are a few hundred bytes.
const MOST_BYTES: u64 = 64 * 1024;
const TEXT_SIZES: (i64, i64) = (14, 22);
const LOCK_MINUTES: (i64, i64) = (5, 60);

/// The settings as a window shows them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Settings {
    /// The language of the app.
    pub language: LanguageCode,
    /// Light, dark, or as the system is.
    pub theme: Appearance,
    /// Size of text, in pixels.
    pub text_size: u32,
    /// After how many minutes without a touch the app locks.
    pub lock_after_minutes: u32,
    /// Where documents and packages go.
    pub folder: String,
}

/// A language of the app.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum LanguageCode {
    /// Nederlands.
    Nl,
    /// English.
    En,
}

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Appearance {
    /// As the system is.
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// The sentences of the window.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Texts {
    /// The language they are in.
    pub language: LanguageCode,
    /// Fluent source texts: the core's own, and one for each part of the window.
    pub sources: Vec<&'static str>,
}

/// The sentences of the window in the language in use. They are kept here once, for screen, documents
/// and errors alike.
pub fn texts(desk: &mut FrontDesk<'_>, _: Nothing) -> Result<Texts> {
    let language = desk.app.settings.language();
    let mut sources = vec![language.source()];
    sources.extend(language.window_sources());
    Ok(Texts {
        language: desk.app.settings.view().language,
        sources,
    })
}

/// Which settings to change; those left out stay.
#[derive(Debug, Clone, Copy, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChangeSettings {
    /// The language of the app.
    pub language: Option<LanguageCode>,
    /// Light, dark, or as the system is.
    pub theme: Option<Appearance>,
    /// Size of text, in pixels: 14 to 22.
    pub text_size: Option<u32>,
    /// After how many minutes the app locks: 5 to 60.
    pub lock_after_minutes: Option<u32>,
}

/// The settings with their file.
pub(super) struct SettingsFile {
    path: PathBuf,
    documents: PathBuf,
    fields: Map<String, Value>,
}

impl SettingsFile {
    /// Reads the settings. A file that cannot be read is kept aside, and the app goes on without.
    pub fn read(path: PathBuf, documents: PathBuf) -> Self {
        let mut bytes = Vec::new();
        let read = File::open(&path).and_then(|file| file.take(MOST_BYTES + 1).read_to_end(&mut bytes));
        let fields = match serde_json::from_slice(&bytes) {
            Ok(Value::Object(fields)) if bytes.len() as u64 <= MOST_BYTES => fields,
            _ => {
                if read.is_ok() {
                    let _ = fs::rename(&path, path.with_extension("json.damaged"));
                }
                Map::new()
            }
        };
        Self {
            path,
            documents,
            fields,
        }
    }

    fn field<T: serde::de::DeserializeOwned>(&self, name: &str) -> Option<T> {
        serde_json::from_value(self.fields.get(name)?.clone()).ok()
    }

    fn number(&self, name: &str, (least, most): (i64, i64), otherwise: u32) -> u32 {
        let fits = |number: &u32| (least..=most).contains(&i64::from(*number));
        self.field(name).filter(fits).unwrap_or(otherwise)
    }

    /// The settings, each as it was chosen or else as the app comes.
    pub fn view(&self) -> Settings {
        Settings {
            language: self.field("language").unwrap_or(LanguageCode::Nl),
            theme: self.field("theme").unwrap_or(Appearance::System),
            text_size: self.number("textSize", TEXT_SIZES, 16),
            lock_after_minutes: self.number("lockAfterMinutes", LOCK_MINUTES, 10),
            folder: self.folder().display().to_string(),
        }
    }

    /// Where documents and packages go.
    pub fn folder(&self) -> PathBuf {
        self.field("folder").unwrap_or_else(|| self.documents.clone())
    }

    /// The language of the app.
    pub fn language(&self) -> Language {
        match self.view().language {
            LanguageCode::Nl => Language::Dutch,
            LanguageCode::En => Language::English,
        }
    }

    fn set(&mut self, name: &str, value: Value) -> Result<()> {
        let before = self.fields.insert(name.to_owned(), value);
        let written = self.write();
        if written.is_err() {
            match before {
                Some(before) => self.fields.insert(name.to_owned(), before),
                None => self.fields.remove(name),
            };
        }
        written
    }

    fn write(&self) -> Result<()> {
        if let Some(folder) = self.path.parent() {
            fs::create_dir_all(folder)?;
        }
        let text =
            serde_json::to_vec_pretty(&self.fields).map_err(|error| ApiError::Input(error.to_string()))?;
        Ok(write_whole(&self.path, &text)?)
    }
}

/// Changes settings. The language counts at once, also in the circles that are open.
pub(super) fn change(desk: &mut FrontDesk<'_>, input: ChangeSettings) -> Result<Settings> {
    let within = |field, number: Option<u32>, (least, most)| {
        number.map_or(Ok(()), |number| {
            invalid::within(field, i64::from(number), least, most)
        })
    };
    within("textSize", input.text_size, TEXT_SIZES)?;
    within("lockAfterMinutes", input.lock_after_minutes, LOCK_MINUTES)?;
    let app = &mut *desk.app;
    let chosen = [
        ("language", serde_json::to_value(input.language)),
        ("theme", serde_json::to_value(input.theme)),
        ("textSize", serde_json::to_value(input.text_size)),
        ("lockAfterMinutes", serde_json::to_value(input.lock_after_minutes)),
    ];
    for (name, value) in chosen {
        if let Some(value) = value.ok().filter(|value| !value.is_null()) {
            app.settings.set(name, value)?;
        }
    }
    let language = app.settings.language();
    if app.words.language() != language {
        app.words = Catalogue::new(language);
        for open in &mut app.circles {
            open.workspace.set_language(language);
        }
    }
    Ok(app.settings.view())
}

/// Lets the member choose where documents and packages go.
pub(super) fn choose_folder(desk: &mut FrontDesk<'_>, _: Nothing) -> Result<Settings> {
    if let Some(folder) = desk.host.choose_folder() {
        let folder = serde_json::to_value(folder).map_err(|error| ApiError::Input(error.to_string()))?;
        desk.app.settings.set("folder", folder)?;
    }
    Ok(desk.app.settings.view())
}
