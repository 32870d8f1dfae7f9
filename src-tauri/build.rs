//! Tells Tauri which commands there are, and has the window rebuilt when the screen was.

use std::path::Path;

/// Where `npm run build -w ui` puts the screen; `tauri.conf.json` names the same folder.
const SCREEN: &str = "../ui/dist";

fn main() {
    println!("cargo:rerun-if-changed={SCREEN}");
    if let Err(error) = keep_something_to_embed(Path::new(SCREEN)) {
        println!("cargo:warning={SCREEN}: {error}");
    }
    let commands = tauri_build::AppManifest::new().commands(&["call"]);
    if let Err(error) = tauri_build::try_build(tauri_build::Attributes::new().app_manifest(commands)) {
        println!("cargo:error={error:#}");
        std::process::exit(1);
    }
}

/// An empty page where the screen was not built yet, so that `cargo build` needs no Node.
fn keep_something_to_embed(screen: &Path) -> std::io::Result<()> {
    let page = screen.join("index.html");
    if page.exists() {
        return Ok(());
    }
    std::fs::create_dir_all(screen)?;
    std::fs::write(page, "<!doctype html><title>Kringboek</title>\n")
}
