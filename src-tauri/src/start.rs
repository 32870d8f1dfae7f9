//! How the program starts: the log, a second start that ends here, the core, the window, in this order.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use kring_api::app::App;
use kring_api::domain::text::{Catalogue, Language};
use kring_api::workspace::Kdf;
use kring_system::System;
use tauri::{AppHandle, Context, Manager, RunEvent};
use tauri_plugin_dialog::{DialogExt, MessageDialogKind};
use tauri_plugin_window_state::StateFlags;

use crate::door::Door;
use crate::{backups, call, close, journal, menu, opened, place, shared, sleep, window, words};

/// Runs the window until it is closed.
pub fn run() -> ExitCode {
    journal::record_panics();
    if cfg!(target_os = "linux") && !has_display() {
        return refuse("there is no display here to open a window on");
    }
    let Some(home) = place::home() else {
        return refuse("no place for a data folder");
    };
    if place::make_private(&home).is_err() {
        return refuse(&format!("{}: cannot be made", home.display()));
    }
    // Without a log the app works as well.
    let _ = journal::begin(&home);
    tracing::info!(version = env!("CARGO_PKG_VERSION"), "start");

    #[allow(
        clippy::disallowed_types,
        reason = "the macro's own; none of it reaches a file"
    )]
    let mut context = tauri::generate_context!();
    let bus_name = name_of(&mut context, &home);
    let window_state = tauri_plugin_window_state::Builder::new()
        .with_filename(home.join("window.json").to_string_lossy())
        .with_state_flags(StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED)
        .build();
    let built = tauri::Builder::default()
        .plugin(
            tauri_plugin_single_instance::Builder::new()
                .dbus_id(bus_name)
                .callback(started_again)
                .build(),
        )
        .plugin(tauri_plugin_dialog::init())
        .plugin(window_state)
        .invoke_handler(tauri::generate_handler![call::call])
        .on_menu_event(|app, event| menu::choose(app, event.id().as_ref()))
        .setup(move |app| begin(app.handle(), &home))
        .build(context);
    match built {
        Ok(app) => {
            app.run(attend);
            ExitCode::SUCCESS
        }
        Err(error) => refuse(&error.to_string()),
    }
}

fn has_display() -> bool {
    let mut names = ["DISPLAY", "WAYLAND_DISPLAY"].into_iter();
    names.any(|name| std::env::var_os(name).is_some_and(|display| !display.is_empty()))
}

/// Gives the program of this data folder a name of its own: on Linux on the session bus, elsewhere as the
/// program's identifier, from which the name of its lock is made.
fn name_of(context: &mut Context, home: &Path) -> String {
    let config = context.config_mut();
    let name = format!("{}.at{}", config.identifier, place::fingerprint(home));
    if !cfg!(target_os = "linux") {
        config.identifier.clone_from(&name);
    }
    name
}

/// Opens core and window. What the core refuses is told in a dialog, for there is no page to tell it.
fn begin(app: &AppHandle, home: &Path) -> Result<(), Box<dyn std::error::Error>> {
    // First, because the page loads in a process of its own. It can ask nothing before this function ends.
    let window = window::begin(app, home.join("webview"))?;
    let surroundings = Box::new(|| Box::new(System) as Box<_>);
    let core = App::open(
        place::places(home),
        surroundings,
        Kdf::DEFAULT,
        env!("CARGO_PKG_VERSION"),
    );
    let mut core = match core {
        Ok(core) => core,
        Err(error) => {
            tracing::error!(code = error.code(), "start");
            let language = Language::from_tag(&std::env::var("LANG").unwrap_or_default());
            let told = error.tell(&Catalogue::new(language));
            tell_and_end(app, language, &format!("{}\n{}", told.happened, told.todo));
            return Ok(());
        }
    };
    let folder = std::env::current_dir().unwrap_or_default();
    core.offer(opened::named(std::env::args_os(), &folder));

    let door = Door::new(core);
    app.set_menu(menu::build(app, door.language())?)?;
    app.manage(door);
    window::finish(app, &window)?;
    close::listen_to_signals(app);
    sleep::watch(app);
    shared::watch(app);
    backups::watch(app);
    Ok(())
}

fn tell_and_end(app: &AppHandle, language: Language, message: &str) {
    let title = words::shell(language).say("shell-cannot-start");
    let there = app.clone();
    app.dialog()
        .message(message)
        .title(title)
        .kind(MessageDialogKind::Error)
        .show(move |_| there.exit(1));
}

/// The program was started again for the same data folder: its files come here, and it ends by itself.
#[allow(clippy::needless_pass_by_value, reason = "the signature is the plugin's")]
fn started_again(app: &AppHandle, arguments: Vec<String>, folder: String) {
    let paths = opened::named(&arguments, &PathBuf::from(folder));
    let there = app.clone();
    // On the main thread this waits until the start is over, however early the second one came.
    let _ = app.run_on_main_thread(move || {
        window::show(&there);
        opened::offer(&there, paths);
    });
}

#[allow(clippy::needless_pass_by_value, reason = "the signature is Tauri's")]
fn attend(app: &AppHandle, event: RunEvent) {
    match event {
        // The menu of a Mac and the end of a session ask this way; an exit with a code is our own.
        RunEvent::ExitRequested { code: None, api, .. } => {
            api.prevent_exit();
            close::begin(app);
        }
        #[cfg(target_os = "macos")]
        RunEvent::Opened { urls } => {
            let paths = urls.iter().filter_map(|url| url.to_file_path().ok());
            opened::offer(app, opened::plain(paths));
        }
        _ => {}
    }
}

/// Says on the terminal why nothing opened; there is no window to say it in.
#[allow(clippy::print_stderr, reason = "the only place left to say it")]
fn refuse(reason: &str) -> ExitCode {
    tracing::error!("start refused");
    eprintln!("kringboek: {reason}");
    ExitCode::FAILURE
}
