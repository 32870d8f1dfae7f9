//! Themes: what the circle knows of a subject, and what it does not know yet.

use kring_domain::id::{RecordId, ThemeId};
use kring_domain::name::sort_dutch;
use kring_domain::study::Study;
use kring_domain::theme::Theme;
use kring_store::Connection;
use kring_store::noun;
use schemars::JsonSchema;
use serde::Serialize;

use super::note::{Backlink, backlinks};
use super::statement::{self, StatementView};
use super::tally::{self, Tally};
use crate::desk::{ById, Change, Desk, Item, Nothing, items};
use crate::error::Result;
use crate::workspace::Done;

/// A theme with its statements and studies.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ThemeView {
    /// The theme.
    #[serde(flatten)]
    pub theme: Item<Theme>,
    /// Its statements.
    pub statements: Vec<StatementView>,
    /// Studies linked to it.
    pub studies: Vec<Item<Study>>,
    /// Everything that refers to it.
    pub backlinks: Vec<Backlink>,
}

/// A theme as lists show it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ThemeRow {
    /// The theme.
    #[serde(flatten)]
    pub theme: Item<Theme>,
    /// How its statements stand.
    #[serde(flatten)]
    pub tally: Tally,
}

/// All themes, by name.
pub fn list(desk: &mut Desk<'_>, _: Nothing) -> Result<Vec<ThemeRow>> {
    let mut rows: Vec<(ThemeId, Theme)> = noun::all(desk.workspace.db())?;
    sort_dutch(&mut rows, |(_, theme)| theme.name.clone());
    let tallies = tally::of_themes(desk.workspace)?;
    let row = |(id, record): (ThemeId, Theme)| ThemeRow {
        theme: Item { id: id.0, record },
        tally: tallies.get(&id).copied().unwrap_or_default(),
    };
    Ok(rows.into_iter().map(row).collect())
}

/// One theme with statements, outcomes and studies.
pub fn show(desk: &mut Desk<'_>, input: ById) -> Result<ThemeView> {
    let theme: Theme = desk.get(input.id)?;
    let workspace = &*desk.workspace;
    Ok(ThemeView {
        statements: statement::of_theme(workspace, ThemeId(input.id))?,
        studies: items(studies(workspace.db(), ThemeId(input.id))?),
        theme: Item {
            id: input.id,
            record: theme,
        },
        backlinks: backlinks(desk, input)?,
    })
}

/// The studies linked to a theme, by title.
pub fn studies(db: &Connection, theme: ThemeId) -> Result<Vec<(RecordId, Study)>> {
    let mut studies: Vec<(RecordId, Study)> = noun::referring(db, theme)?;
    studies.retain(|(_, study)| study.themes.get(&theme) == Some(&true));
    studies.sort_by(|(a_id, a), (b_id, b)| (&a.title, a_id).cmp(&(&b.title, b_id)));
    Ok(studies)
}

/// Adds a theme.
pub fn create(desk: &mut Desk<'_>, input: Theme) -> Result<Done<RecordId>> {
    desk.create("create_theme", &input)
}

/// Changes a theme: its name, what is known, what is not known yet.
pub fn change(desk: &mut Desk<'_>, input: Change<Theme>) -> Result<Done<RecordId>> {
    desk.change("change_theme", input)
}
