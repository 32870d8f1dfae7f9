//! Everything the app can do: one list of commands, one file of use cases for each noun, one door
//! for change. This crate composes store, sync, trust, export and import, which do not know each
//! other; it knows no window, reads no clock and draws no random number of its own.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::panic))]

pub mod app;
pub mod command;
pub mod desk;
pub mod error;
pub mod exchange;
pub mod host;
pub mod use_case;
pub mod workspace;

pub use kring_domain as domain;
pub use kring_store::folder::Folder;
