//! Who is answered, and by what: the screen's files, its calls, its events, and the doors for tests.

use std::io::Cursor;

use kring_api::app::Request as AppRequest;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tiny_http::{Header, Method, Request, Response};

use crate::bridge::Bridge;
use crate::{page, test_door};

/// What is sent back.
pub type Reply = Response<Cursor<Vec<u8>>>;

/// The most that a call may send: the core limits a note to far less.
const MOST_BYTES: usize = 8 << 20;

/// A call of the screen: the request, and the id it may be cancelled by.
#[derive(Deserialize)]
struct Call {
    #[serde(default)]
    call: String,
    #[serde(flatten)]
    request: AppRequest,
}

/// Answers a request.
pub fn answer(bridge: &Bridge, mut request: Request) {
    let Some(path) = admitted(bridge, &request) else {
        return send(
            request,
            Response::from_string("not for you").with_status_code(403),
        );
    };
    let reply = match (request.method().clone(), path.as_str()) {
        (Method::Get, "/events") => return bridge.listeners.add(request),
        (Method::Post, "/call") => body(&mut request).and_then(|body| call(bridge, body)),
        // A browser asks for it by itself; the window has its icon from the program.
        (Method::Get, "/favicon.ico") => Ok(Response::from_data(Vec::new()).with_status_code(204)),
        (_, test) if test.starts_with("/test/") => test_door::answer(bridge, &mut request, test),
        (Method::Get, file) => Ok(page::serve(bridge, file)),
        _ => Err("no such door".to_owned()),
    };
    // What a screen of ours never sends: told plainly, for whoever writes the test.
    let reply = reply.unwrap_or_else(|wrong| Response::from_string(wrong).with_status_code(400));
    send(request, reply);
}

fn send(request: Request, reply: Reply) {
    // A page that left before its answer came wants none.
    let _ = request.respond(reply);
}

/// The path behind the token, for whoever knows the token: in the path, or in the cookie that the first page set.
fn admitted(bridge: &Bridge, request: &Request) -> Option<String> {
    let header = |name: &'static str| {
        let mut all = request.headers().iter();
        all.find(|header| header.field.equiv(name))
            .map(|header| header.value.as_str())
    };
    // Another site's page that got its name to mean this machine says so in this header.
    if header("Host") != Some(bridge.authority().as_str()) {
        return None;
    }
    let path = request.url().split('?').next().unwrap_or_default();
    let within = format!("/{}", bridge.token);
    if let Some(rest) = path.strip_prefix(&within) {
        return Some(rest.to_owned());
    }
    let cookie = page::cookie(bridge);
    let known = header("Cookie")
        .unwrap_or_default()
        .split("; ")
        .any(|pair| pair == cookie);
    known.then(|| path.to_owned())
}

fn call(bridge: &Bridge, value: Value) -> Result<Reply, String> {
    match value["name"].as_str() {
        Some("cancel") => {
            bridge.cancel(value["input"]["call"].as_str().unwrap_or_default());
            return Ok(json_reply(&Value::Null));
        }
        // The window would go; the page of a test stays, so that it can be looked at.
        Some("close_window") => return Ok(json_reply(&Value::Null)),
        _ => {}
    }
    let Call { call, request } = serde_json::from_value(value).map_err(|error| error.to_string())?;
    Ok(match bridge.call(&call, request) {
        Ok(value) => json_reply(&value),
        Err(told) => json_reply(&json!(told)).with_status_code(422),
    })
}

/// The JSON that was sent.
pub fn body<T: DeserializeOwned>(request: &mut Request) -> Result<T, String> {
    if request.body_length().is_none_or(|length| length > MOST_BYTES) {
        return Err("too much, or without a length".to_owned());
    }
    serde_json::from_reader(request.as_reader()).map_err(|error| error.to_string())
}

/// A value as JSON.
pub fn json_reply(value: &Value) -> Reply {
    Response::from_data(value.to_string()).with_header(header("Content-Type", "application/json"))
}

/// A header of ours.
pub fn header(name: &str, value: &str) -> Header {
    Header::from_bytes(name, value).expect("names and values of ours hold no line break")
}
