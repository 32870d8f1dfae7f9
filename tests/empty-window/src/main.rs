//! A Tauri window with an empty page: what `make bench` compares the app's window with. It does nothing.

fn main() -> tauri::Result<()> {
    #[allow(clippy::disallowed_types, reason = "the map is of the macro's making")]
    let context = tauri::generate_context!();
    tauri::Builder::default().run(context)
}
