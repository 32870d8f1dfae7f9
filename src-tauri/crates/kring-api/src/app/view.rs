//! What a window shows before a circle is chosen: whether there are circles, which are open, and the
//! settings. No name of a circle is known while it is locked.

use kring_domain::id::MemberId;
use schemars::JsonSchema;
use serde::Serialize;

use super::files::OpenedFile;
use super::settings::Settings;
use super::{App, FrontDesk, OpenCircle};
use crate::desk::Nothing;
use crate::error::Result;
use crate::exchange::invite::Welcome;
use crate::use_case::member::right_code;
use crate::use_case::{circle, member};

/// The app as a whole.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct AppView {
    /// How far it is.
    pub phase: Phase,
    /// The circles that are open, in order of name.
    pub circles: Vec<CircleEntry>,
    /// How many circles on this laptop are not open.
    pub still_locked: u64,
    /// The settings.
    pub settings: Settings,
    /// The app's version.
    pub version: String,
    /// Where the circles lie, for whoever makes backups.
    pub home: String,
    /// Where documents and packages go.
    pub folder: String,
    /// Files that were double-clicked or dropped and wait for the member.
    pub opened: Vec<OpenedFile>,
}

/// How far the app is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Phase {
    /// There is no circle on this laptop.
    First,
    /// There are circles, and none is open.
    Locked,
    /// At least one circle is open.
    Open,
}

/// An open circle.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct CircleEntry {
    /// What requests call it.
    pub handle: String,
    /// Its name; empty while it waits for the coordinator's answer.
    pub name: String,
    /// Whether it is the sample circle.
    pub sample: bool,
    /// Whether it waits for the coordinator's answer to the member's card.
    pub waiting: bool,
    /// What the invitation said that it waits with.
    pub welcome: Option<Welcome>,
    /// Who works here, once they are in the circle.
    pub member: Option<MemberId>,
    /// Their name; that on the card while they wait.
    pub member_name: String,
    /// What they may do.
    pub right: Option<&'static str>,
}

/// Shows the app.
pub(super) fn show(desk: &mut FrontDesk<'_>, _: Nothing) -> Result<AppView> {
    desk.app.view()
}

impl App {
    /// The app as a window shows it.
    pub(super) fn view(&self) -> Result<AppView> {
        let mut circles = self.circles.iter().map(entry).collect::<Result<Vec<_>>>()?;
        circles.sort_by(|a, b| (a.sample, &a.name, &a.handle).cmp(&(b.sample, &b.name, &b.handle)));
        let still_locked = self.closed()?.len() as u64;
        let phase = match (circles.is_empty(), still_locked) {
            (false, _) => Phase::Open,
            (true, 0) => Phase::First,
            (true, _) => Phase::Locked,
        };
        Ok(AppView {
            phase,
            circles,
            still_locked,
            settings: self.settings.view(),
            version: self.version.to_owned(),
            home: self.places.home.display().to_string(),
            folder: self.settings.folder().display().to_string(),
            opened: self.files.opened(),
        })
    }
}

fn entry(open: &OpenCircle) -> Result<CircleEntry> {
    let workspace = &open.workspace;
    let waiting = workspace.circle().is_none();
    let name = if waiting {
        String::new()
    } else {
        circle::name(workspace).unwrap_or_default()
    };
    Ok(CircleEntry {
        handle: open.handle.clone(),
        name,
        sample: workspace.circle().is_some_and(|circle| circle.genesis.sample),
        waiting,
        welcome: workspace.welcome()?.filter(|_| waiting),
        member: workspace.person(),
        member_name: match workspace.own_card_name()?.filter(|_| waiting) {
            Some(name) => name.full(),
            None => member::name(workspace.db(), workspace.person())?,
        },
        right: workspace.core.own_right().map(right_code),
    })
}
