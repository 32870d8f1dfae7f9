//! A Tauri window with an empty page: what `make bench` compares the app's window with. It does nothing.

fn main() -> tauri::Result<()> {
    tauri::Builder::default().run(tauri::generate_context!())
}
