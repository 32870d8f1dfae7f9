//! Tells the page to lock when the laptop goes to sleep or its screen is locked.
//!
//! Linux says so on the system bus. On every system a watcher sees afterwards that time went by without
//! this program: on Windows and a Mac, and where there is no such bus, that is the only sign.

use std::time::Duration;

use kring_api::host::Surroundings;
use kring_system::System;
use tauri::{AppHandle, Emitter};

use crate::opened::Nothing;

/// How often the watcher looks at the clock.
const LOOK: Duration = Duration::from_secs(15);

/// A busy laptop may be late; this late is sleep.
const SLEPT_MS: u64 = 60_000;

/// Begins to listen and to watch.
pub fn watch(app: &AppHandle) {
    #[cfg(target_os = "linux")]
    bus::listen(app.clone());
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        let mut last = System.now_ms();
        loop {
            tokio::time::sleep(LOOK).await;
            let now = System.now_ms();
            if has_slept(last, now) {
                lock(&app, "clock");
            }
            last = now;
        }
    });
}

fn has_slept(before_ms: u64, now_ms: u64) -> bool {
    let look_ms = u64::try_from(LOOK.as_millis()).unwrap_or(u64::MAX);
    now_ms.saturating_sub(before_ms) > look_ms + SLEPT_MS
}

fn lock(app: &AppHandle, sign: &'static str) {
    tracing::info!(sign, "lock");
    let _ = app.emit("lock", Nothing {});
}

#[cfg(target_os = "linux")]
mod bus {
    use std::collections::BTreeMap;

    use tauri::AppHandle;
    use zbus::blocking::{Connection, MessageIterator, Proxy};
    use zbus::message::Type;
    use zbus::zvariant::{OwnedObjectPath, OwnedValue};
    use zbus::{MatchRule, Message};

    const LOGIN: &str = "org.freedesktop.login1";
    const LOGIN_PATH: &str = "/org/freedesktop/login1";
    const MANAGER: &str = "org.freedesktop.login1.Manager";
    const SESSION: &str = "org.freedesktop.login1.Session";

    /// Listens on a thread of its own, as long as there is a bus.
    pub fn listen(app: AppHandle) {
        std::thread::spawn(move || {
            if hear(&app).is_err() {
                tracing::info!("no system bus to hear of sleep");
            }
        });
    }

    fn hear(app: &AppHandle) -> zbus::Result<()> {
        let connection = Connection::system()?;
        let session = session(&connection);
        let rule = MatchRule::builder().msg_type(Type::Signal).sender(LOGIN)?.build();
        for message in MessageIterator::for_match_rule(rule, &connection, None)? {
            if let Some(sign) = sign(&message?, session.as_deref()) {
                super::lock(app, sign);
            }
        }
        Ok(())
    }

    /// The object of this member's session. Absent without one; then only sleep is heard.
    fn session(connection: &Connection) -> Option<String> {
        let id = std::env::var("XDG_SESSION_ID").ok()?;
        let manager = Proxy::new(connection, LOGIN, LOGIN_PATH, MANAGER).ok()?;
        let path: OwnedObjectPath = manager.call("GetSession", &id).ok()?;
        Some(path.to_string())
    }

    /// What a signal says of sleep or of the screen, if anything.
    pub fn sign(message: &Message, session: Option<&str>) -> Option<&'static str> {
        let header = message.header();
        let path = header.path()?.as_str();
        let (interface, member) = (header.interface()?.as_str(), header.member()?.as_str());
        let body = message.body();
        match (interface, member) {
            (MANAGER, "PrepareForSleep") => body.deserialize::<bool>().ok()?.then_some("sleep"),
            (SESSION, "Lock") if session == Some(path) => Some("screen"),
            ("org.freedesktop.DBus.Properties", "PropertiesChanged") if session == Some(path) => {
                let (_, changed, _): (String, BTreeMap<String, OwnedValue>, Vec<String>) =
                    body.deserialize().ok()?;
                let is_locked = bool::try_from(changed.get("LockedHint")?).ok()?;
                is_locked.then_some("screen")
            }
            _ => None,
        }
    }

    #[cfg(test)]
    mod tests {
        use super::*;
        use zbus::zvariant::Value;

        const OURS: &str = "/org/freedesktop/login1/session/_32";

        fn signal<B>(path: &str, interface: &str, member: &str, body: &B) -> Message
        where
            B: serde::Serialize + zbus::zvariant::DynamicType,
        {
            Message::signal(path, interface, member)
                .unwrap()
                .build(body)
                .unwrap()
        }

        #[test]
        fn going_to_sleep_locks_and_waking_up_does_not() {
            let of = |starts: bool| signal(LOGIN_PATH, MANAGER, "PrepareForSleep", &starts);
            assert_eq!(sign(&of(true), None), Some("sleep"));
            assert_eq!(sign(&of(false), None), None, "waking up has nothing left to lock");
        }

        #[test]
        fn only_the_own_screen_locks() {
            let other = "/org/freedesktop/login1/session/_33";
            assert_eq!(
                sign(&signal(OURS, SESSION, "Lock", &()), Some(OURS)),
                Some("screen")
            );
            assert_eq!(
                sign(&signal(other, SESSION, "Lock", &()), Some(OURS)),
                None,
                "another member of the household locked theirs"
            );
            let hint = |locked: bool| {
                let changed = BTreeMap::from([("LockedHint", Value::from(locked))]);
                let body = (SESSION, changed, Vec::<String>::new());
                signal(
                    OURS,
                    "org.freedesktop.DBus.Properties",
                    "PropertiesChanged",
                    &body,
                )
            };
            assert_eq!(sign(&hint(true), Some(OURS)), Some("screen"));
            assert_eq!(
                sign(&hint(false), Some(OURS)),
                None,
                "unlocking the screen locks nothing"
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_that_leapt_means_sleep() {
        assert!(
            has_slept(1_000_000, 1_000_000 + 3_600_000),
            "an hour went by between two looks"
        );
        assert!(!has_slept(1_000_000, 1_015_000), "the next look came in time");
        assert!(
            !has_slept(1_000_000, 1_045_000),
            "a busy laptop is late and not asleep"
        );
        assert!(
            !has_slept(1_000_000, 400_000),
            "a clock that was set back says nothing"
        );
    }
}
