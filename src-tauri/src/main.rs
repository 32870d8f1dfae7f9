//! Starts the window. What it does lies in the library beside it.

#![cfg_attr(windows, windows_subsystem = "windows")]

fn main() -> std::process::ExitCode {
    #[cfg(target_os = "linux")]
    start_again_without_dmabuf();
    kringboek_desktop::run()
}

/// `WebKit` shows an empty window on some graphics drivers unless this variable stands in the environment.
/// A program may not set it for itself once threads can run, so it starts itself again; where that fails
/// the window opens as it is.
#[cfg(target_os = "linux")]
fn start_again_without_dmabuf() {
    use std::os::unix::process::CommandExt;

    const VARIABLE: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";
    if std::env::var_os(VARIABLE).is_some() {
        return;
    }
    if let Ok(program) = std::env::current_exe() {
        let _ = std::process::Command::new(program)
            .args(std::env::args_os().skip(1))
            .env(VARIABLE, "1")
            .exec();
    }
}
