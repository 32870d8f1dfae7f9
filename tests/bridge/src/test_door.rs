//! What a test may do that no screen can: choose files beforehand, let files arrive, turn the clock, send the
//! shell's events, and read what the system was asked to open.

use std::path::PathBuf;

use serde::Deserialize;
use serde_json::{Value, json};
use tiny_http::Request;

use crate::bridge::Bridge;
use crate::door::{Reply, body, json_reply};

#[derive(Deserialize)]
struct Files {
    paths: Vec<PathBuf>,
}

#[derive(Deserialize)]
struct Folder {
    path: PathBuf,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
enum Turn {
    NowMs(u64),
    AdvanceMs(u64),
}

#[derive(Deserialize)]
struct Event {
    event: String,
    #[serde(default)]
    value: Value,
}

/// Answers one of the test's own requests.
pub fn answer(bridge: &Bridge, request: &mut Request, path: &str) -> Result<Reply, String> {
    let mut value = Value::Null;
    match path {
        "/test/files" => bridge.system.will_choose(body::<Files>(request)?.paths),
        "/test/folder" => bridge.system.will_choose_folder(body::<Folder>(request)?.path),
        "/test/offer" => bridge.offer(body::<Files>(request)?.paths),
        "/test/clock" => bridge.clock.set(match body(request)? {
            Turn::NowMs(now_ms) => now_ms,
            Turn::AdvanceMs(ms) => bridge.clock.now_ms() + ms,
        }),
        "/test/event" => {
            let Event { event, value } = body(request)?;
            bridge.listeners.tell(&event, &value);
        }
        "/test/opened-by-host" => value = json!(bridge.system.opened()),
        "/test/close" => bridge.close().map_err(|error| error.to_string())?,
        _ => return Err(format!("a test has no door {path}")),
    }
    Ok(json_reply(&value))
}
