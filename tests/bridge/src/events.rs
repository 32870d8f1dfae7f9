//! What the screen is told without asking, as server-sent events to every page that listens.

use std::io::Write;
use std::sync::{Mutex, PoisonError};

use serde_json::Value;
use tiny_http::Request;

/// The pages that listen.
#[derive(Default)]
pub struct Listeners {
    open: Mutex<Vec<Box<dyn Write + Send>>>,
}

impl Listeners {
    /// Lets the page behind this request listen until it goes away.
    pub fn add(&self, request: Request) {
        // Written by hand: tiny_http's own answers wait for their end before they are sent.
        let mut page = request.into_writer();
        let head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\n\
                    Connection: close\r\n\r\n: listening\n\n";
        if page
            .write_all(head.as_bytes())
            .and_then(|()| page.flush())
            .is_ok()
        {
            self.open
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .push(page);
        }
    }

    /// Tells every page.
    pub fn tell(&self, event: &str, value: &Value) {
        // JSON has no line breaks, so one line of data is enough.
        let message = format!("event: {event}\ndata: {value}\n\n");
        self.open
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .retain_mut(|page| {
                page.write_all(message.as_bytes())
                    .and_then(|()| page.flush())
                    .is_ok()
            });
    }
}
