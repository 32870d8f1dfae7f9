//! The native menu, in the language of the app. What is chosen goes to the page under the name its command
//! palette has for it, except what the window does by itself.

use kring_api::domain::text::{Catalogue, Language};
use serde::Serialize;
use tauri::menu::{Menu, MenuItem, PredefinedMenuItem, Submenu};
use tauri::{AppHandle, Emitter, Wry};

use crate::window::Zoom;
use crate::{close, window, words};

/// An entry of the menu: its id, which is also its text's key without `menu-`, and its keys.
type Entry = (&'static str, Option<&'static str>);

/// A line between two groups.
const LINE: Entry = ("", None);

const FILE: &[Entry] = &[
    ("new-note", None),
    ("open-package", None),
    ("share", None),
    LINE,
    ("lock", None),
    ("close", Some("CmdOrCtrl+Q")),
];

const EDIT: &[Entry] = &[
    ("undo", None),
    ("redo", None),
    LINE,
    ("cut", None),
    ("copy", None),
    ("paste", None),
    ("select-all", None),
];

const VIEW: &[Entry] = &[
    ("zoom-in", Some("CmdOrCtrl+=")),
    ("zoom-out", Some("CmdOrCtrl+-")),
    ("zoom-reset", Some("CmdOrCtrl+0")),
];

const GO: &[Entry] = &[
    ("search", None),
    LINE,
    ("go-today", None),
    ("go-meetings", None),
    ("go-notes", None),
    ("go-themes", None),
    ("go-studies", None),
    ("go-members", None),
    LINE,
    ("go-exchange", None),
    ("go-trash", None),
    ("go-settings", None),
];

const HELP: &[Entry] = &[("shortcuts", None)];

/// Every menu under its name, in order.
const MENUS: &[(&str, &[Entry])] = &[
    ("file", FILE),
    ("edit", EDIT),
    ("view", VIEW),
    ("go", GO),
    ("help", HELP),
];

/// What the page hears.
#[derive(Debug, Clone, Serialize)]
struct Chosen<'a> {
    item: &'a str,
}

/// The menu in a language.
pub fn build(app: &AppHandle, language: Language) -> tauri::Result<Menu<Wry>> {
    let words = words::menu(language);
    let menu = Menu::new(app)?;
    #[cfg(target_os = "macos")]
    menu.append(&of_the_program(app, &words)?)?;
    for (name, entries) in MENUS {
        let submenu = Submenu::new(app, words.say(&format!("menu-{name}")), true)?;
        for (id, keys) in *entries {
            append(app, &submenu, &words, id, *keys)?;
        }
        menu.append(&submenu)?;
    }
    Ok(menu)
}

/// Puts the menu up again, in another language.
pub fn renew(app: &AppHandle, language: Language) {
    let there = app.clone();
    let _ = app.run_on_main_thread(move || {
        if build(&there, language)
            .and_then(|menu| there.set_menu(menu))
            .is_err()
        {
            tracing::warn!("the menu keeps its language");
        }
    });
}

/// Does what was chosen.
pub fn choose(app: &AppHandle, id: &str) {
    #[cfg(target_os = "linux")]
    if let Some(command) = editing_command(id) {
        return window::edit(app, command);
    }
    match id.strip_prefix("zoom-").and_then(Zoom::from_name) {
        Some(zoom) => window::zoom(app, zoom),
        None if id == "close" => close::begin(app),
        None => {
            let _ = app.emit("menu", Chosen { item: id });
        }
    }
}

fn append(
    app: &AppHandle,
    submenu: &Submenu<Wry>,
    words: &Catalogue,
    id: &'static str,
    keys: Option<&str>,
) -> tauri::Result<()> {
    if id.is_empty() {
        return submenu.append(&PredefinedMenuItem::separator(app)?);
    }
    let text = words.say(&format!("menu-{id}"));
    if let Some(item) = native(app, id, &text)? {
        return submenu.append(&item);
    }
    submenu.append(&MenuItem::with_id(app, id, text, true, keys)?)
}

/// The system's own item for editing. GTK has none that reaches a webview, so there an editing command of
/// `WebKit` does it; without keys, which the webview knows by itself.
#[cfg(not(target_os = "linux"))]
fn native(app: &AppHandle, id: &str, text: &str) -> tauri::Result<Option<PredefinedMenuItem<Wry>>> {
    let make = match id {
        "undo" => PredefinedMenuItem::undo,
        "redo" => PredefinedMenuItem::redo,
        "cut" => PredefinedMenuItem::cut,
        "copy" => PredefinedMenuItem::copy,
        "paste" => PredefinedMenuItem::paste,
        "select-all" => PredefinedMenuItem::select_all,
        _ => return Ok(None),
    };
    make(app, Some(text)).map(Some)
}

#[cfg(target_os = "linux")]
#[allow(
    clippy::unnecessary_wraps,
    reason = "other systems make an item here, which can fail"
)]
fn native(_app: &AppHandle, _id: &str, _text: &str) -> tauri::Result<Option<PredefinedMenuItem<Wry>>> {
    Ok(None)
}

#[cfg(target_os = "linux")]
fn editing_command(id: &str) -> Option<&'static str> {
    Some(match id {
        "undo" => "Undo",
        "redo" => "Redo",
        "cut" => "Cut",
        "copy" => "Copy",
        "paste" => "Paste",
        "select-all" => "SelectAll",
        _ => return None,
    })
}

/// The menu with the program's name, which every program on a Mac has.
#[cfg(target_os = "macos")]
fn of_the_program(app: &AppHandle, words: &Catalogue) -> tauri::Result<Submenu<Wry>> {
    let say = |key: &str| words.say(key);
    Submenu::with_items(
        app,
        "Kringboek",
        true,
        &[
            &PredefinedMenuItem::about(app, Some(&say("menu-about")), None)?,
            &PredefinedMenuItem::separator(app)?,
            &PredefinedMenuItem::hide(app, Some(&say("menu-hide")))?,
            &PredefinedMenuItem::hide_others(app, Some(&say("menu-hide-others")))?,
            &PredefinedMenuItem::separator(app)?,
            &PredefinedMenuItem::quit(app, Some(&say("menu-quit")))?,
        ],
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_entry_has_its_text_in_both_languages() {
        for language in [Language::Dutch, Language::English] {
            let words = words::menu(language);
            let entries = MENUS.iter().flat_map(|(_, entries)| *entries);
            let ids = entries.map(|(id, _)| *id).filter(|id| !id.is_empty());
            for name in MENUS.iter().map(|(name, _)| *name).chain(ids) {
                assert!(words.has(&format!("menu-{name}")), "{name} in {}", language.tag());
            }
        }
    }

    #[test]
    fn no_two_entries_of_a_menu_answer_to_the_same_letter() {
        for language in [Language::Dutch, Language::English] {
            let words = words::menu(language);
            for (name, entries) in MENUS {
                let mut letters = BTreeSet::new();
                for (id, _) in entries.iter().filter(|(id, _)| !id.is_empty()) {
                    let text = words.say(&format!("menu-{id}"));
                    let letter = text.split('&').nth(1).and_then(|rest| rest.chars().next());
                    let letter = letter.map(|letter| letter.to_ascii_lowercase());
                    assert!(letter.is_some(), "{id} cannot be chosen with a letter");
                    assert!(
                        letters.insert(letter),
                        "{text} in {name} ({}): the first one would be chosen",
                        language.tag()
                    );
                }
            }
        }
    }
}
