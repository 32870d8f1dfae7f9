//! The app is killed, again and again, in the middle of its work: what it said was saved is there,
//! what was not taken over whole is not there at all, and nothing readable lies around.

#![allow(clippy::unwrap_used, clippy::panic)]

mod canary;
mod child;
mod erasure;
mod import;
mod pages;
mod save;
