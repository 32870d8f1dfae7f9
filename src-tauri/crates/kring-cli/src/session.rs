//! An open store at a terminal: what every subcommand but the first ones begins with.

use kring_api::desk::Desk;
use kring_api::domain::text::Catalogue;
use kring_api::error::ApiError;
use kring_api::workspace::Workspace;

use crate::access::Access;
use crate::failure::Result;
use crate::interrupt;
use crate::terminal::Terminal;

/// An open store and the terminal it is worked on at.
pub struct Session<'a> {
    /// The store.
    pub workspace: Workspace,
    /// The terminal.
    pub terminal: Terminal<'a>,
}

impl<'a> Session<'a> {
    /// Opens the store.
    pub fn open(access: &Access, words: &'a Catalogue) -> Result<Self> {
        Ok(Self {
            workspace: access.open(words)?,
            terminal: Terminal::new(access.secrets(), words),
        })
    }

    /// Does a piece of work, and takes its progress bar away when it ends.
    pub fn run<T>(
        &mut self,
        work: impl FnOnce(&mut Desk<'_>) -> std::result::Result<T, ApiError>,
    ) -> Result<T> {
        let mut desk = Desk {
            workspace: &mut self.workspace,
            host: &mut self.terminal,
        };
        let answer = interrupt::during(|| work(&mut desk));
        self.terminal.clear();
        Ok(answer?)
    }
}
