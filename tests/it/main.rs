//! Journeys through the dispatcher, on real stores and real package files.

#![allow(clippy::unwrap_used, clippy::panic)]

mod app;
mod backups;
mod blocks;
mod closing;
mod concurrency;
mod coordinators;
mod drafts;
mod erasure;
mod history;
mod house;
mod inviting;
mod joining;
mod laptop_keys;
mod meetings;
mod numbers;
mod packages;
mod people;
mod policy;
mod refusals;
mod removal;
mod reviews;
mod rights;
mod sample;
mod sealed;
mod search;
mod shared_folder;
mod smoke;
mod store;
mod studies;
mod summary;
mod texts;
mod themes;
mod today;
mod undo;
