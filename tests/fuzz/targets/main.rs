//! Six places where bytes from outside are first looked at, each fed with what a fuzzer makes of honest
//! bytes: none may panic, and each promises something more. Ten seconds each; `KRING_FUZZ_SECONDS`
//! says longer, `BOLERO_RANDOM_SEED` replays what a failure printed.

#![allow(clippy::unwrap_used, clippy::print_stdout)] // honest bytes that cannot be made should stop the test; it reports by printing

mod engine;
mod frame;
mod header;
mod manifest;
mod membership;
mod sealed;
mod segment;

use std::time::Duration;

use kring_fuzz::bent;

/// The most memory that all targets together may need.
const MOST_KIB: u64 = 512 * 1024;

/// Feeds one target with bent bytes of this sample for as long as it is asked to.
fn feed(name: &str, sample: &[u8], target: impl Fn(&[u8]) + std::panic::RefUnwindSafe) {
    let seconds = std::env::var("KRING_FUZZ_SECONDS").map_or(10, |seconds| seconds.parse().unwrap());
    bolero::check!()
        .with_test_time(Duration::from_secs(seconds))
        .with_max_len(96)
        .for_each(|script: &[u8]| target(&bent(sample, script)));
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let peak = peak
        .and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok())
        .unwrap_or_default();
    assert!(peak <= MOST_KIB, "{name} needs {peak} KiB");
}
