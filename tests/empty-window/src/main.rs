//! A Tauri window with an empty page: what `make bench` compares the app's window with. It does nothing.
//! Its session is not a private one: WebKit lets no driver into those, and the app's is none either when it is driven.

fn main() -> tauri::Result<()> {
    #[allow(clippy::disallowed_types, reason = "the map is of the macro's making")]
    let context = tauri::generate_context!();
    tauri::Builder::default().run(context)
}
