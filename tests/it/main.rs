//! Journeys through the dispatcher, on real stores and real package files.

#![allow(clippy::unwrap_used, clippy::panic)]

mod app;
mod backups;
mod blocks;
mod concurrency;
mod drafts;
mod erasure;
mod history;
mod house;
mod joining;
mod meetings;
mod numbers;
mod packages;
mod people;
mod refusals;
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
