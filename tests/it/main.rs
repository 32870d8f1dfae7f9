//! Journeys through the dispatcher, on real stores and real package files.

#![allow(clippy::unwrap_used, clippy::panic)]

mod smoke;
