//! Documents of a whole summary, as a member receives them.
#![allow(clippy::unwrap_used, clippy::panic)]

mod golden;
mod hostile;
mod pdf;
mod sample;
