//! The daily backup: made on a thread of its own, beside the core, so that nobody waits for it.

use std::time::Duration;

use tauri::{AppHandle, Manager};

use crate::door::Door;

/// How often it is seen whether one is due.
const LOOK: Duration = Duration::from_secs(60);

/// Begins to see to it, as long as the program runs.
pub fn watch(app: &AppHandle) {
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        loop {
            tokio::time::sleep(LOOK).await;
            let there = app.clone();
            let made = tauri::async_runtime::spawn_blocking(move || make(&there)).await;
            if made.is_err() {
                tracing::error!("backup ended in a panic");
            }
        }
    });
}

fn make(app: &AppHandle) {
    // The core is held only as long as it takes to see what is due.
    let due = app.state::<Door>().core().backups_due();
    for backup in due {
        match backup.make() {
            Ok(made) => tracing::info!(made, "backup"),
            Err(error) => tracing::warn!(code = error.code(), "backup"),
        }
    }
}
