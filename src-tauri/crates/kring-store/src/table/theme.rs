//! Themes.

use chrono::NaiveDate;
use kring_domain::block::Blocks;
use kring_domain::id::ThemeId;
use kring_domain::theme::Theme;

crate::noun!(Theme, "theme", {
    name: String,
    aliases: Vec<String>,
    parent: Option<ThemeId>,
    known: Blocks,
    unknown: Blocks,
    review_date: Option<NaiveDate>,
}, []);
