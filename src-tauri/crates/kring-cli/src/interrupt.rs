//! Ctrl-C: during work it asks the work to stop at its next step, so that nothing is left half done;
//! a second time, or while nothing is done, it ends the program.

use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};

static WORKING: AtomicBool = AtomicBool::new(false);
static ASKED: AtomicBool = AtomicBool::new(false);
static LISTEN: Once = Once::new();

/// What a shell reports for a program that Ctrl-C ended.
const EXIT_INTERRUPTED: i32 = 130;

/// Does work that Ctrl-C asks to stop.
pub fn during<T>(work: impl FnOnce() -> T) -> T {
    LISTEN.call_once(|| {
        // Where it cannot be caught, Ctrl-C ends the program at once, which the store survives.
        let _ = ctrlc::set_handler(interrupt);
    });
    WORKING.store(true, Ordering::SeqCst);
    let answer = work();
    WORKING.store(false, Ordering::SeqCst);
    answer
}

/// Whether the work is asked to stop.
pub fn is_asked() -> bool {
    ASKED.load(Ordering::SeqCst)
}

fn interrupt() {
    let is_second = ASKED.swap(true, Ordering::SeqCst);
    if is_second || !WORKING.load(Ordering::SeqCst) {
        std::process::exit(EXIT_INTERRUPTED);
    }
}
