//! What the threads of the shell share: the core behind its one lock, and the calls that are under way.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use kring_api::app::{App, Appearance};
use kring_api::domain::text::Language;

/// The one way in.
pub struct Door {
    core: Mutex<App>,
    under_way: Mutex<BTreeMap<String, Arc<AtomicBool>>>,
    closing: AtomicBool,
    zoom: Mutex<i32>,
    language: Mutex<Language>,
    appearance: Mutex<Appearance>,
}

impl Door {
    /// A door to this core.
    pub fn new(core: App) -> Self {
        let language = core.words().language();
        let appearance = core.appearance();
        Self {
            core: Mutex::new(core),
            under_way: Mutex::default(),
            closing: AtomicBool::new(false),
            zoom: Mutex::default(),
            language: Mutex::new(language),
            appearance: Mutex::new(appearance),
        }
    }

    /// The core, once nobody else is at work in it. A panic of an earlier call does not shut it: what that
    /// call was changing in the store was never committed.
    pub fn core(&self) -> MutexGuard<'_, App> {
        hold(&self.core)
    }

    /// Notes that a call begins; the flag says when it is asked to stop.
    pub fn begin(&self, call: &str) -> Arc<AtomicBool> {
        let flag = Arc::new(AtomicBool::new(false));
        hold(&self.under_way).insert(call.to_owned(), Arc::clone(&flag));
        flag
    }

    /// Notes that a call ended.
    pub fn end(&self, call: &str) {
        hold(&self.under_way).remove(call);
    }

    /// Asks a call to stop at its next step; a call that ended is left in peace.
    pub fn cancel(&self, call: &str) {
        if let Some(flag) = hold(&self.under_way).get(call) {
            flag.store(true, Ordering::Relaxed);
        }
    }

    /// Asks every call to stop at its next step.
    pub fn cancel_all(&self) {
        for flag in hold(&self.under_way).values() {
            flag.store(true, Ordering::Relaxed);
        }
    }

    /// Notes that the window wants to close; answers whether this is the first time.
    pub fn start_closing(&self) -> bool {
        !self.closing.swap(true, Ordering::SeqCst)
    }

    /// The steps the page is enlarged by, changed by `change`.
    pub fn zoom(&self, change: impl FnOnce(i32) -> i32) -> i32 {
        let mut zoom = hold(&self.zoom);
        *zoom = change(*zoom);
        *zoom
    }

    /// The language the app speaks.
    pub fn language(&self) -> Language {
        *hold(&self.language)
    }

    /// Notes the language the app speaks now; answers whether that is another than before.
    pub fn change_language(&self, language: Language) -> bool {
        std::mem::replace(&mut *hold(&self.language), language) != language
    }

    /// Light, dark, or as the system is.
    pub fn appearance(&self) -> Appearance {
        *hold(&self.appearance)
    }

    /// Notes what the app looks like now; answers whether that is other than before.
    pub fn change_appearance(&self, appearance: Appearance) -> bool {
        std::mem::replace(&mut *hold(&self.appearance), appearance) != appearance
    }
}

fn hold<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
