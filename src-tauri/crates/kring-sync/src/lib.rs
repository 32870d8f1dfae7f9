//! How laptops stay in step: segments, the merge engine, and the package file. Values and bytes
//! only: this crate opens no file, reads no clock and draws no random number of its own, except
//! inside the age container, whose library draws what its format needs.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::panic))]

pub mod engine;
pub mod limit;
pub mod package;
pub mod sealed;
pub mod segment;
