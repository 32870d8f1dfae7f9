//! The shared folders of the circles that are open, as whoever watches them meets them. When to look is
//! decided there: nothing here waits or watches.

use std::path::PathBuf;

use super::at_hand::Nobody;
use super::request::Changed;
use super::{App, OpenCircle};
use crate::use_case::shared::changed;

/// What a look at every shared folder did.
#[derive(Debug, Default)]
pub struct Looked {
    /// What screens read again.
    pub changed: Vec<Changed>,
    /// Whether there is more to read.
    pub more: bool,
    /// Codes of what went wrong; the next look tries again.
    pub failed: Vec<&'static str>,
}

/// So many files are read before others may use the app again.
const FILES_IN_ONE_GO: usize = 5;

impl App {
    /// The folders that open circles share.
    pub fn shared_folders(&self) -> Vec<PathBuf> {
        let folder = |open: &OpenCircle| open.workspace.shared_folder().ok().flatten();
        self.circles.iter().filter_map(folder).collect()
    }

    /// Looks at the shared folder of every open circle, as far as goes without keeping anybody waiting.
    pub fn look_at_shared_folders(&mut self) -> Looked {
        let mut looked = Looked::default();
        for OpenCircle { handle, workspace } in &mut self.circles {
            if !matches!(workspace.shared_folder(), Ok(Some(_))) {
                continue;
            }
            match workspace.sync_folder(FILES_IN_ONE_GO, &mut Nobody) {
                Ok(synced) => {
                    looked.more |= synced.more;
                    let kinds: Vec<String> = changed(&synced).into_iter().map(str::to_owned).collect();
                    if !kinds.is_empty() {
                        looked.changed.push(Changed {
                            circle: handle.clone(),
                            kinds,
                        });
                    }
                }
                Err(error) => looked.failed.push(error.code()),
            }
        }
        looked
    }
}
