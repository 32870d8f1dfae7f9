//! The one app behind the bridge, and everything that stands around it.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use kring_api::app::{App, Places, Request};
use kring_api::error::ApiError;
use kring_api::error::Told;
use kring_api::host::Surroundings;
use kring_api::workspace::Kdf;
use serde_json::{Value, json};

use crate::CannotStart;
use crate::arguments::Arguments;
use crate::events::Listeners;
use crate::host::{BridgeHost, System};
use crate::surroundings::{Clock, Lent};

/// Key derivation as cheap as a key file may ask for.
const CHEAP: Kdf = Kdf {
    memory_kib: 8,
    passes: 1,
    lanes: 1,
};

/// The app and its surroundings.
pub struct Bridge {
    app: Mutex<App>,
    /// The system that a window would have.
    pub system: System,
    /// The pages that listen.
    pub listeners: Listeners,
    /// The clock of all workspaces.
    pub clock: Clock,
    /// The built screen.
    pub dist: PathBuf,
    /// What a page must know to be answered.
    pub token: String,
    port: u16,
    running: Mutex<BTreeMap<String, Arc<AtomicBool>>>,
}

impl Bridge {
    /// Opens the app over the folder of a laptop.
    pub fn open(arguments: &Arguments, port: u16) -> Result<Self, CannotStart> {
        let mut token = [0; 16];
        kring_system::System.fill_random(&mut token);
        let folder = |name: &str| {
            let path = arguments.laptop.join(name);
            std::fs::create_dir_all(&path).map(|()| path)
        };
        let places = Places {
            home: folder("kringboek")?,
            documents: folder("documents")?,
            temporary: folder("run")?,
        };
        let clock = Clock::new(arguments.clock_ms);
        let (seed, state, lent) = (arguments.seed, folder("state/kringboek")?, clock.clone());
        let count = AtomicU64::new(0);
        let surroundings = move || -> Box<dyn Surroundings> {
            Box::new(Lent {
                clock: lent.clone(),
                state: state.clone(),
                random: Lent::random(seed, count.fetch_add(1, Ordering::SeqCst)),
            })
        };
        Ok(Self {
            app: Mutex::new(App::open(
                places,
                Box::new(surroundings),
                CHEAP,
                env!("CARGO_PKG_VERSION"),
            )?),
            system: System::default(),
            listeners: Listeners::default(),
            clock,
            dist: arguments.dist.clone(),
            token: hex::encode(token),
            port,
            running: Mutex::default(),
        })
    }

    /// Host and port, as a browser names them.
    pub fn authority(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    /// Where the screen is.
    pub fn address(&self) -> String {
        format!("http://{}/{}/", self.authority(), self.token)
    }

    fn app(&self) -> MutexGuard<'_, App> {
        // A command that panicked took its thread along; what it left is what a window would have.
        self.app.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Does what the screen asks, under the id that it may cancel it by.
    pub fn call(&self, call: &str, request: Request) -> Result<Value, Told> {
        let cancelled = Arc::new(AtomicBool::new(false));
        self.running().insert(call.to_owned(), Arc::clone(&cancelled));
        let mut host = BridgeHost {
            system: &self.system,
            listeners: &self.listeners,
            call: call.to_owned(),
            cancelled,
            files: Vec::new(),
            folder: None,
        };
        if let Some(asked) = App::asks(&request) {
            host.ask(asked);
        }
        let mut app = self.app();
        let answer = app
            .call(request, &mut host)
            .map_err(|error| error.tell(app.words()));
        drop(app);
        self.running().remove(call);
        let answer = answer?;
        if let Some(changed) = answer.changed {
            self.listeners.tell("changed", &json!(changed));
        }
        Ok(answer.value)
    }

    /// Asks a running call to stop.
    pub fn cancel(&self, call: &str) {
        if let Some(cancelled) = self.running().get(call) {
            cancelled.store(true, Ordering::SeqCst);
        }
    }

    fn running(&self) -> MutexGuard<'_, BTreeMap<String, Arc<AtomicBool>>> {
        self.running.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Lets files arrive as if they were double-clicked.
    pub fn offer(&self, files: Vec<PathBuf>) {
        self.app().offer(files);
        self.listeners.tell("opened", &json!({}));
    }

    /// Ends as a window does that is closed.
    pub fn close(&self) -> Result<(), ApiError> {
        self.app().close()
    }
}
