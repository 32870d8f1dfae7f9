//! The desktop shell: one window around everything in `kring-api`. It passes requests on, shows the
//! system's dialogs and menu, and takes the files that were double-clicked or dropped. It does no work on
//! records, and tells the page no path.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::panic))]

mod backups;
mod call;
mod close;
mod door;
mod host;
mod journal;
mod menu;
mod opened;
mod place;
mod shared;
mod sleep;
mod start;
mod window;
mod words;

pub use start::run;
