//! Journeys through the dispatcher, on real stores and real package files.

#![allow(clippy::unwrap_used, clippy::panic)]

mod app;
mod batches;
mod blocks;
mod concurrency;
mod drafts;
mod gaps;
mod house;
mod joining;
mod meetings;
mod numbers;
mod packages;
mod parts;
mod people;
mod quarantine;
mod receipts;
mod refusals;
mod rights;
mod sample;
mod search;
mod smoke;
mod space;
mod store;
mod studies;
mod summary;
mod texts;
mod themes;
mod today;
mod undo;
mod undo_import;
