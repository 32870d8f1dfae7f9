//! The app is killed, again and again, in the middle of its work, or finds the disk full: what it said
//! was saved is there, what was not taken over whole is not there at all, and nothing readable lies
//! around. `KRING_KILLS=300..400` and `KRING_DISKS=9..12` go on where the tests stop.

#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout)] // a test reports by printing and stops by panicking

mod attach;
mod backup;
mod canary;
mod child;
mod disk;
mod erasure;
mod export;
mod import;
mod pages;
mod save;
