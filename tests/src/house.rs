//! The app on one laptop as a window meets it: places in a temporary folder, a host that answers with
//! what it was given.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use kring_api::app::{Answer, App, Places, Request};
use kring_api::error::Result;
use kring_api::host::Surroundings;
use serde_json::{Value, json};

use crate::{CHEAP, Clock, MEETING_DAY_MS, PASSPHRASE, Seeded, TestHost, memory_folder};

/// A laptop with the app on it.
pub struct House {
    root: tempfile::TempDir,
    app: Option<App>,
    /// What the app asks of its window.
    pub host: TestHost,
    /// The laptop's clock.
    pub clock: Clock,
    /// The keys that the last founding showed.
    pub printed: Value,
    draws: Arc<AtomicU64>,
}

impl House {
    /// A laptop where the app starts for the first time.
    #[allow(clippy::new_without_default)] // a laptop is never just there
    pub fn new() -> Self {
        Self::at(MEETING_DAY_MS)
    }

    /// The same at another time.
    pub fn at(now_ms: u64) -> Self {
        let mut house = Self {
            root: memory_folder(),
            app: None,
            host: TestHost::default(),
            clock: Clock::at(now_ms),
            printed: Value::Null,
            draws: Arc::default(),
        };
        house.start();
        house
    }

    /// Starts the app, after it was shut or crashed.
    pub fn start(&mut self) {
        let (clock, draws, state) = (
            self.clock.clone(),
            Arc::clone(&self.draws),
            self.root().join("state"),
        );
        let surroundings = move || -> Box<dyn Surroundings> {
            let seed = draws.fetch_add(1, Ordering::SeqCst) + 77_000;
            let mut seeded = Seeded::new(seed, clock.clone(), Some(state.clone()));
            seeded.machine = "laptop".to_owned();
            Box::new(seeded)
        };
        let places = Places {
            home: self.home(),
            documents: self.documents(),
            temporary: self.temporary(),
        };
        self.app = Some(App::open(places, Box::new(surroundings), CHEAP, "0.0.0").unwrap());
    }

    /// Closes the app.
    pub fn shut(&mut self) {
        self.app().close().unwrap();
        self.app = None;
    }

    /// The app ends without closing.
    pub fn crash(&mut self) {
        self.app = None;
    }

    /// The app.
    pub fn app(&mut self) -> &mut App {
        self.app.as_mut().unwrap()
    }

    /// The folder that holds everything.
    pub fn root(&self) -> &Path {
        self.root.path()
    }

    /// The data folder.
    pub fn home(&self) -> PathBuf {
        self.root().join("home")
    }

    /// Where files go that the member keeps.
    pub fn documents(&self) -> PathBuf {
        self.root().join("documents")
    }

    /// Where files go that are cleared.
    pub fn temporary(&self) -> PathBuf {
        self.root().join("temporary")
    }

    /// How many entries lie where stores lie.
    pub fn stores(&self) -> usize {
        std::fs::read_dir(self.home().join("circles")).map_or(0, Iterator::count)
    }

    /// Makes a call.
    pub fn call(&mut self, request: Request) -> Result<Answer> {
        self.app.as_mut().unwrap().call(request, &mut self.host)
    }

    /// Calls a command of the app that must succeed.
    pub fn ask(&mut self, name: &str, input: Value) -> Value {
        let answer = self.call(Request::new(name, input));
        answer.unwrap_or_else(|error| panic!("{name}: {error}")).value
    }

    /// Calls a command of a circle that must succeed.
    pub fn ask_of(&mut self, circle: &str, name: &str, input: Value) -> Value {
        let answer = self.call(Request::new(name, input).of(circle));
        answer.unwrap_or_else(|error| panic!("{name}: {error}")).value
    }

    /// The code that a call is refused with.
    pub fn code(&mut self, request: Request) -> &'static str {
        let name = request.name.clone();
        match self.call(request) {
            Err(error) => error.code(),
            Ok(answer) => panic!("{name} was not refused but answered {}", answer.value),
        }
    }

    /// The code that a command of a circle is refused with.
    pub fn code_of(&mut self, circle: &str, name: &str, input: Value) -> &'static str {
        self.code(Request::new(name, input).of(circle))
    }

    /// Founds a circle; its handle.
    pub fn found(&mut self, circle: &str) -> String {
        let name = json!({ "given": "Annelies", "particle": "van der", "family": "Meulen" });
        let mut request = Request::new("found_circle", json!({ "name": name, "circle": circle }));
        request.secrets.new_passphrase = Some(PASSPHRASE.to_owned());
        let made = self.call(request).unwrap().value;
        self.printed = made["printed"].clone();
        made["handle"].as_str().unwrap().to_owned()
    }

    fn unlocking(passphrase: &str) -> Request {
        let mut request = Request::new("unlock", json!({}));
        request.secrets.passphrase = Some(passphrase.to_owned());
        request
    }

    /// Unlocks; the app as it is then.
    pub fn unlock(&mut self, passphrase: &str) -> Value {
        self.call(Self::unlocking(passphrase)).unwrap().value
    }

    /// The code that unlocking is refused with.
    pub fn unlock_code(&mut self, passphrase: &str) -> &'static str {
        self.code(Self::unlocking(passphrase))
    }
}
