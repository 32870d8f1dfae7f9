//! The log for whoever looks into a complaint: codes, names of commands, durations, places in the program.
//! Never a text, a name, a path or a secret; not even the message of a panic, which can hold any of them.

use std::path::Path;

use tracing_appender::rolling::{RollingFileAppender, Rotation};
use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;
use tracing_subscriber::{Layer, fmt};

use crate::place;

/// Yesterday's file and those of the days before are enough to look into a complaint.
const DAYS: usize = 7;

/// Begins the log in `<home>/log`. Only our own crates write to it: what others say could hold anything.
pub fn begin(home: &Path) -> std::io::Result<()> {
    let folder = home.join("log");
    place::make_private(&folder)?;
    let appender = RollingFileAppender::builder()
        .rotation(Rotation::DAILY)
        .filename_prefix("kringboek")
        .filename_suffix("log")
        .max_log_files(DAYS)
        .build(folder)
        .map_err(std::io::Error::other)?;
    let ours = Targets::new()
        .with_target("kring", LevelFilter::INFO)
        .with_target("kringboek_desktop", LevelFilter::INFO);
    let layer = fmt::layer()
        .with_writer(appender)
        .with_ansi(false)
        .with_filter(ours);
    // A second log in one process is a test's; the first stays.
    let _ = tracing_subscriber::registry().with(layer).try_init();
    Ok(())
}

/// From now on a panic leaves its place and this version in the log, and nothing on the screen.
pub fn record_panics() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(place, version = env!("CARGO_PKG_VERSION"), "panic");
    }));
}
