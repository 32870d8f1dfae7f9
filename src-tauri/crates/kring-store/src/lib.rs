//! The records of a circle in one encrypted SQLite file, and what lies beside it in the store's
//! folder. This crate knows tables and files; it signs nothing, merges nothing and has no opinion
//! about rights. `rusqlite` is used nowhere else.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::panic))]

pub mod attachment;
pub mod backup;
pub mod carrier;
pub mod cell;
pub mod connection;
pub mod dump;
pub mod erased_list;
pub mod error;
pub mod folder;
pub mod journal;
mod migration;
pub mod noun;
pub mod quarantine;
pub mod restore;
pub mod search;
pub mod store;
pub mod table;

pub use rusqlite::{Connection, Error as SqlError, Transaction};
