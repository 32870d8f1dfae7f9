//! A file beside the store that only an end of the app leaves behind: a package that ended the app
//! again and again while it was taken over is left alone. It knows nothing of what is in a package.

use std::fs;
use std::path::PathBuf;

use kring_sync::package::PackageId;

use crate::error::{Refusal, Result};

/// How often taking over the same package may end the app before it is left alone.
const MAX_ENDS: usize = 2;

/// A taking-over under way. Its marker goes with it whether it succeeds or not, unless the app ends.
pub struct Attempt {
    marker: PathBuf,
}

impl Attempt {
    /// Leaves the marker, or refuses a package that ended the app too often.
    pub fn begin(marker: PathBuf, package: PackageId) -> Result<Self> {
        let name = hex::encode(package.0);
        let before = fs::read_to_string(&marker).unwrap_or_default();
        if before.lines().filter(|line| *line == name).count() >= MAX_ENDS {
            return Err(Refusal::CrashedBefore.into());
        }
        fs::write(&marker, format!("{before}{name}\n"))?;
        Ok(Self { marker })
    }
}

impl Drop for Attempt {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            let _ = fs::remove_file(&self.marker);
        }
    }
}
