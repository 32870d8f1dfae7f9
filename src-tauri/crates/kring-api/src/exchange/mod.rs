//! Staying in step through files: what leaves this laptop, and what comes in.

pub mod accept;
mod attempt;
mod brought;
pub mod frame;
pub mod import;
pub mod invite;
pub mod join;
pub mod merge;
mod opening;
pub mod origin;
pub mod outgoing;
pub mod parked;
pub mod read;
pub mod report;
pub mod seen;
pub mod shared;
pub mod unseal;
