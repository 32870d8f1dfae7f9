//! Which seeds a test runs, and two workers that run them. It knows nothing of what a seed means.

use std::ops::Range;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

/// How many seeds run at once.
const WORKERS: usize = 2;

/// The seeds that `variable` names, written `17..18`; otherwise these.
pub fn seeds(variable: &str, otherwise: Range<u64>) -> Range<u64> {
    let Ok(given) = std::env::var(variable) else {
        return otherwise;
    };
    let (from, to) = given
        .split_once("..")
        .unwrap_or_else(|| panic!("{variable} is written 17..18"));
    from.parse().unwrap()..to.parse().unwrap()
}

/// Runs every seed until one fails, and adds up what they answer.
///
/// # Errors
/// The first seed that failed, with why.
pub fn run_all<T: Default + Send, E: Send>(
    seeds: Range<u64>,
    run: impl Fn(u64) -> Result<T, E> + Sync,
    add: impl Fn(&mut T, T) + Sync,
) -> Result<T, (u64, E)> {
    let next = AtomicU64::new(seeds.start);
    let total = Mutex::new(T::default());
    let failure = Mutex::new(None);
    std::thread::scope(|scope| {
        for _ in 0..WORKERS {
            scope.spawn(|| {
                while failure.lock().unwrap().is_none() {
                    let seed = next.fetch_add(1, Ordering::SeqCst);
                    if seed >= seeds.end {
                        return;
                    }
                    match run(seed) {
                        Ok(part) => add(&mut total.lock().unwrap(), part),
                        Err(error) => {
                            failure.lock().unwrap().get_or_insert((seed, error));
                        }
                    }
                }
            });
        }
    });
    match failure.into_inner().unwrap() {
        Some(failed) => Err(failed),
        None => Ok(total.into_inner().unwrap()),
    }
}
