//! The app behind a local address instead of a window: what the screen asks goes to the real core, so that
//! a browser can test every screen. Only for tests: it derives keys cheaply, lets a test turn the clock,
//! choose files and read what the system was asked to open.
//!
//! It never listens beyond the loopback, answers nobody without the token it prints, and does no work of
//! its own: everything is a command of `kring_api::app::App`.

#![allow(clippy::print_stdout, clippy::print_stderr)] // the first line tells the test where it listens

mod arguments;
mod bridge;
mod door;
mod events;
mod host;
mod page;
mod surroundings;
mod test_door;

use std::io::Read;
use std::process::ExitCode;
use std::sync::Arc;

use tiny_http::Server;

use crate::arguments::Arguments;
use crate::bridge::Bridge;

/// Requests answered at once. One of them at a time is in the core; the others serve files and cancel.
const THREADS: usize = 6;

/// What keeps the bridge from starting.
#[derive(Debug, thiserror::Error)]
enum CannotStart {
    #[error("{0}; usage: kring-bridge --home DIR [--dist ui/dist] [--port 0] [--clock MS] [--seed N]")]
    Usage(String),
    #[error("the app: {0}")]
    App(#[from] kring_api::error::ApiError),
    #[error("files: {0}")]
    Files(#[from] std::io::Error),
    #[error("the address: {0}")]
    Address(#[from] Box<dyn std::error::Error + Send + Sync>),
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("kring-bridge: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), CannotStart> {
    let arguments = Arguments::read(std::env::args().skip(1)).map_err(CannotStart::Usage)?;
    let server = Arc::new(Server::http(("127.0.0.1", arguments.port))?);
    let port = server.server_addr().to_ip().map_or(0, |address| address.port());
    let bridge = Arc::new(Bridge::open(&arguments, port)?);
    println!("{}", bridge.address());

    // The test holds the other end: when it is gone, however it ended, so is its bridge.
    std::thread::spawn(|| {
        let mut nothing = [0; 64];
        while std::io::stdin().read(&mut nothing).is_ok_and(|count| count > 0) {}
        std::process::exit(0);
    });

    let threads: Vec<_> = (0..THREADS)
        .map(|_| {
            let (server, bridge) = (Arc::clone(&server), Arc::clone(&bridge));
            std::thread::spawn(move || {
                while let Ok(request) = server.recv() {
                    door::answer(&bridge, request);
                }
            })
        })
        .collect();
    for thread in threads {
        let _ = thread.join();
    }
    Ok(())
}
