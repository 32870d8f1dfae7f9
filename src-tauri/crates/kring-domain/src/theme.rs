//! `thema` → [`Theme`]: a subject of the circle, what is known of it and what is not known yet.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::block::Blocks;
use crate::id::{RecordId, ThemeId};
use crate::invalid::{self, Invalid};
use crate::kind::Kind;
use crate::record::Record;

/// A theme.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Theme {
    /// Name: "continuïteit".
    pub name: String,
    /// Other words for it, which search finds as well.
    pub aliases: Vec<String>,
    /// The wider theme it is part of.
    pub parent: Option<ThemeId>,
    /// What we know.
    pub known: Blocks,
    /// What we do not know yet.
    pub unknown: Blocks,
    /// When the circle should look at it again.
    pub review_date: Option<NaiveDate>,
}

impl Record for Theme {
    const KIND: Kind = Kind::Theme;
    const TEXTS: &'static [&'static str] = &["known", "unknown"];

    fn check(&self) -> Result<(), Invalid> {
        invalid::title("name", &self.name)?;
        self.aliases
            .iter()
            .try_for_each(|alias| invalid::title("aliases", alias))?;
        self.known.check("known")?;
        self.unknown.check("unknown")
    }

    fn title(&self) -> String {
        self.name.clone()
    }

    fn body_text(&self) -> String {
        format!(
            "{}\n{}\n{}",
            self.aliases.join("\n"),
            self.known.plain(),
            self.unknown.plain()
        )
    }

    fn links(&self) -> Vec<RecordId> {
        self.parent.iter().map(|id| id.0).collect()
    }

    fn texts(&self) -> Vec<&Blocks> {
        vec![&self.known, &self.unknown]
    }
}

crate::opaque_debug!(Theme);
