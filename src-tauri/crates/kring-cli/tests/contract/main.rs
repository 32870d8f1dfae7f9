//! What scripts rely on: subcommands, exit codes, and the form of what is printed. Each test runs the
//! real program, without a terminal. Questions asked at a terminal are not tried here.

#![allow(clippy::unwrap_used, clippy::panic)]

mod begin;
mod exchange;
mod inquiry;
mod secret;
mod stage;
mod usage;
