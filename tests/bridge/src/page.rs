//! The built screen, with the same content security policy as the window.

use std::path::{Component, Path};

use serde_json::Value;
use tiny_http::Response;

use crate::bridge::Bridge;
use crate::door::{Reply, header};

/// The window's own settings: what it allows a page is read from there, never copied.
const WINDOW: &str = include_str!("../../../src-tauri/tauri.conf.json");

/// The cookie that lets the page's further requests in, wherever their paths begin. Its name holds the port:
/// a browser gives a cookie of one bridge to all bridges of this machine.
pub fn cookie(bridge: &Bridge) -> String {
    let port = bridge.authority().replace(['.', ':'], "-");
    format!("kring-{port}={}", bridge.token)
}

/// A file of the built screen.
pub fn serve(bridge: &Bridge, path: &str) -> Reply {
    let name = match path.trim_start_matches('/') {
        "" => "index.html",
        name => name,
    };
    let inside = Path::new(name)
        .components()
        .all(|component| matches!(component, Component::Normal(_)));
    let Some(bytes) = inside
        .then(|| std::fs::read(bridge.dist.join(name)).ok())
        .flatten()
    else {
        return Response::from_string(format!("the screen has no file {name}")).with_status_code(404);
    };
    let keep = format!("{}; HttpOnly; SameSite=Strict; Path=/", cookie(bridge));
    Response::from_data(bytes)
        .with_header(header("Content-Type", content_type(name)))
        .with_header(header("Content-Security-Policy", &policy()))
        .with_header(header("Cache-Control", "no-store"))
        .with_header(header("Set-Cookie", &keep))
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("woff2") => "font/woff2",
        Some("json") => "application/json",
        _ => "application/octet-stream",
    }
}

/// The window's policy, with the bridge in the place of Tauri's channel as the one thing to connect to.
fn policy() -> String {
    let settings: Value = serde_json::from_str(WINDOW).unwrap_or_default();
    let directives = settings["app"]["security"]["csp"]
        .as_object()
        .cloned()
        .unwrap_or_default();
    let told = directives.iter().map(|(name, sources)| match name.as_str() {
        "connect-src" => "connect-src 'self'".to_owned(),
        _ => format!("{name} {}", sources.as_str().unwrap_or("'none'")),
    });
    told.collect::<Vec<_>>().join("; ")
}
