//! How the program ends: the page first keeps what was typed, then the core settles it and locks. Neither
//! can hold the end up for long, and a kill at any moment loses nothing that was called saved.

use std::time::Duration;

use tauri::{AppHandle, Emitter, Manager};

use crate::door::Door;
use crate::opened::Nothing;

/// How long the page may take to hand over what was typed.
const PAGE: Duration = Duration::from_secs(2);

/// How long the core may take; a disk that hangs must not keep a laptop from shutting down.
const CORE: Duration = Duration::from_secs(10);

/// Asks the page to get ready, and closes without it when it does not answer.
pub fn begin(app: &AppHandle) {
    let _ = app.emit("closing", Nothing {});
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        tokio::time::sleep(PAGE).await;
        now(&app);
    });
}

/// Closes the core and ends the program, once.
pub fn now(app: &AppHandle) {
    let Some(door) = app.try_state::<Door>() else {
        app.exit(0);
        return;
    };
    if !door.start_closing() {
        return;
    }
    door.cancel_all();
    let core = app.clone();
    let closing = tauri::async_runtime::spawn_blocking(move || {
        if let Err(error) = core.state::<Door>().core().close() {
            tracing::error!(code = error.code(), "closing");
        }
    });
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        if tokio::time::timeout(CORE, closing).await.is_err() {
            tracing::error!("closing took too long");
        }
        app.exit(0);
    });
}

/// From now on a signal to end is what the cross of the window is.
#[cfg(unix)]
pub fn listen_to_signals(app: &AppHandle) {
    use tokio::signal::unix::{SignalKind, signal};

    for kind in [SignalKind::terminate(), SignalKind::interrupt()] {
        let app = app.clone();
        tauri::async_runtime::spawn(async move {
            if let Ok(mut asked) = signal(kind) {
                asked.recv().await;
                begin(&app);
            }
        });
    }
}

/// From now on Ctrl-C in a terminal is what the cross of the window is.
#[cfg(not(unix))]
pub fn listen_to_signals(app: &AppHandle) {
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        if tokio::signal::ctrl_c().await.is_ok() {
            begin(&app);
        }
    });
}
