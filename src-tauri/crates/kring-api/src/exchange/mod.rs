//! Staying in step through files: what leaves this laptop, and what comes in.

pub mod accept;
mod arrivals;
pub(crate) mod attachment;
mod attempt;
mod bare;
pub mod batch;
mod brought;
pub mod frame;
pub mod gap;
pub mod import;
pub mod invite;
pub mod join;
pub mod judge;
pub mod merge;
mod opening;
pub mod origin;
pub mod outgoing;
pub mod parked;
pub mod parts;
pub mod read;
pub mod receipt;
pub mod report;
mod said;
pub mod seen;
pub mod shared;
pub mod undo;
pub mod unseal;
