//! The sentences that only the window needs; the page's own are the page's.

use kring_api::domain::text::{Catalogue, Language};

/// The texts of the menu.
pub fn menu(language: Language) -> Catalogue {
    let source = match language {
        Language::Dutch => include_str!("../../assets/text/window/menu.nl.ftl"),
        Language::English => include_str!("../../assets/text/window/menu.en.ftl"),
    };
    Catalogue::of(language, source)
}

/// What the program around the page says: dialogs, and that it cannot go on.
pub fn shell(language: Language) -> Catalogue {
    let source = match language {
        Language::Dutch => include_str!("../../assets/text/window/shell.nl.ftl"),
        Language::English => include_str!("../../assets/text/window/shell.en.ftl"),
    };
    Catalogue::of(language, source)
}
