//! Keys, signatures, the membership log and what each right allows. This crate opens no file, reads
//! no clock, draws no random number (random bytes are passed in) and knows nothing of the merge
//! engine or of the file that carries a package.
//!
//! Every format here is deterministic CBOR ([`cbor`]) and stays readable for ever: map keys are only
//! ever added, numbers never reused. `tests/golden` holds the bytes.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::panic))]

pub mod card;
pub mod cbor;
pub mod genesis;
pub mod hash;
pub mod invitation;
pub mod membership;
pub mod operation;
pub mod policy;
pub mod printed;
pub mod seal;
pub mod signature;
pub mod words;
pub mod wrap;
