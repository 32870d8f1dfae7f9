//! What holds of the crate as a whole: the formats stay, membership is what its rules say in any
//! order, and no bytes make a reader panic.

#![allow(clippy::unwrap_used, clippy::panic)]

mod circle;
mod golden;
mod membership;
mod reference;
mod untrusted;
mod vectors;
