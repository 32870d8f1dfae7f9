//! Reads the window's configuration at build time, as the app's own build does.
fn main() {
    tauri_build::build();
}
