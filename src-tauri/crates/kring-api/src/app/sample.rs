//! The sample circle: made by commands, in a private temporary folder, gone when it is closed.

use std::fs;
use std::path::PathBuf;

use super::circles::CircleHandle;
use super::view::AppView;
use super::{App, FrontDesk, OpenCircle, stage, temporary};
use crate::desk::Nothing;
use crate::error::Result;

/// What requests call the sample circle.
const HANDLE: &str = "sample";

/// The folder of the sample circle that is open.
pub(super) struct Sample {
    folder: PathBuf,
}

impl Drop for Sample {
    fn drop(&mut self) {
        // What cannot be removed now is cleared at the next start.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

impl App {
    /// Whether this is the sample circle.
    pub(super) fn is_sample(&self, open: &OpenCircle) -> bool {
        self.sample.is_some() && open.handle == HANDLE
    }

    /// The handle of the sample circle, while it is open.
    pub(super) fn sample_handle(&self) -> Option<String> {
        self.sample.as_ref().map(|_| HANDLE.to_owned())
    }
}

/// Opens the sample circle; it is made anew each time.
pub(super) fn open(desk: &mut FrontDesk<'_>, _: Nothing) -> Result<CircleHandle> {
    let app = &mut *desk.app;
    if app.sample.is_none() {
        let sample = Sample {
            folder: temporary::folder(&app.places.temporary, temporary::SAMPLE)?,
        };
        let workspace = stage::play(&sample.folder, &app.surroundings, app.words.language(), desk.host)?;
        app.circles.push(OpenCircle {
            handle: HANDLE.to_owned(),
            workspace,
        });
        app.sample = Some(sample);
    }
    Ok(CircleHandle {
        handle: HANDLE.to_owned(),
    })
}

/// Closes the sample circle and removes it.
pub(super) fn close(desk: &mut FrontDesk<'_>, _: Nothing) -> Result<AppView> {
    desk.app.circles.retain(|open| open.handle != HANDLE);
    desk.app.sample = None;
    desk.app.view()
}
