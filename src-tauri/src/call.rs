//! The one command. A request goes to the core on a thread of its own, one at a time; what concerns the
//! window only is answered here, without waiting for the core.

use std::time::Instant;

use kring_api::app::{APP_COMMANDS, App, Request};
use kring_api::command::COMMANDS;
use kring_api::domain::text::Language;
use kring_api::error::{ApiError, Told};
use kring_api::host::Progress;
use serde::Serialize;
use serde_json::{Map, Value};
use tauri::ipc::Channel;
use tauri::{AppHandle, Emitter, Manager};

use crate::door::Door;
use crate::host::Desktop;
use crate::words;
use crate::{close, menu, window};

/// How far long work is, as the page reads it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct ProgressMessage {
    step: &'static str,
    done: u64,
    total: u64,
}

impl ProgressMessage {
    /// Whether a member would see a difference: another step, or another whole percent of it.
    pub fn is_news_after(self, told: Self) -> bool {
        let percent = |message: Self| message.done.saturating_mul(100) / message.total.max(1);
        self.step != told.step || percent(self) != percent(told)
    }
}

impl From<Progress> for ProgressMessage {
    fn from(Progress { step, done, total }: Progress) -> Self {
        Self { step, done, total }
    }
}

/// What the page asks of the window itself.
#[derive(Debug, PartialEq, Eq)]
enum Own {
    /// Stop a call that is under way.
    Cancel(String),
    /// The page is ready to close.
    CloseWindow,
    /// Show the page larger or smaller.
    Zoom(window::Zoom),
}

/// Does what the page asks.
#[tauri::command]
pub async fn call(
    app: AppHandle,
    request: Map<String, Value>,
    progress: Channel<ProgressMessage>,
) -> Result<Value, Told> {
    // Without a core a dialog says why, and the page is never shown.
    let Some(door) = app.try_state::<Door>() else {
        return Ok(Value::Null);
    };
    match own(&request) {
        Some(Own::Cancel(call)) => door.cancel(&call),
        Some(Own::CloseWindow) => close::now(&app),
        Some(Own::Zoom(zoom)) => window::zoom(&app, zoom),
        None => {
            let language = door.language();
            let work = tauri::async_runtime::spawn_blocking(move || pass_on(&app, request, progress));
            // Where the work ended in a panic the journal has the place; the member hears that it went wrong.
            return work.await.unwrap_or_else(|_| Err(internal(language)));
        }
    }
    Ok(Value::Null)
}

fn own(request: &Map<String, Value>) -> Option<Own> {
    let text = |field: &str| request.get("input")?.get(field)?.as_str();
    match request.get("name")?.as_str()? {
        "cancel" => Some(Own::Cancel(text("call").unwrap_or_default().to_owned())),
        "close_window" => Some(Own::CloseWindow),
        "zoom" => Some(Own::Zoom(window::Zoom::from_name(text("by")?)?)),
        _ => None,
    }
}

fn pass_on(
    app: &AppHandle,
    mut request: Map<String, Value>,
    progress: Channel<ProgressMessage>,
) -> Result<Value, Told> {
    let door = app.state::<Door>();
    let call = match request.remove("call") {
        Some(Value::String(call)) => call,
        _ => String::new(),
    };
    let cancelled = door.begin(&call);
    let _under_way = UnderWay {
        door: &door,
        call: &call,
    };

    let mut host = Desktop::new(app.clone(), progress, cancelled, door.language());
    let request = serde_json::from_value::<Request>(Value::Object(request))
        .map_err(|error| ApiError::Input(error.to_string()));
    let name = request.as_ref().ok().map(|request| request.name.clone());
    // Before the core is taken: other calls and the end of the program go on while a dialog stands open.
    if let Some(asked) = request.as_ref().ok().and_then(App::asks) {
        host.ask(asked);
    }

    let began = Instant::now();
    let mut core = door.core();
    let answer = request.and_then(|request| core.call(request, &mut host));
    let answer = answer.map_err(|error| error.tell(core.words()));
    let (language, appearance) = (core.words().language(), core.appearance());
    drop(core);

    let code = answer.as_ref().map_or_else(|told| told.code.as_str(), |_| "ok");
    let ms = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX);
    tracing::info!(command = name.as_deref().filter(|name| is_known(name)), code, ms);
    if door.change_language(language) {
        menu::renew(app, language);
    }
    if door.change_appearance(appearance) {
        window::dress(app);
    }
    let answer = answer?;
    if let Some(changed) = answer.changed {
        let _ = app.emit("changed", changed);
    }
    Ok(answer.value)
}

/// Ends a call's entry also when its work ends in a panic.
struct UnderWay<'a> {
    door: &'a Door,
    call: &'a str,
}

impl Drop for UnderWay<'_> {
    fn drop(&mut self) {
        self.door.end(self.call);
    }
}

/// Whether a name may stand in the journal: one that the page made up could hold anything.
fn is_known(name: &str) -> bool {
    let mut names = COMMANDS.iter().map(|command| command.name);
    names.any(|known| known == name) || APP_COMMANDS.iter().any(|command| command.name == name)
}

fn internal(language: Language) -> Told {
    let words = words::shell(language);
    Told {
        code: "err-internal".to_owned(),
        happened: words.say("err-internal"),
        todo: words.say("err-internal-todo"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn own_of(request: &Value) -> Option<Own> {
        own(request.as_object().unwrap())
    }

    #[test]
    fn the_window_answers_only_what_concerns_the_window() {
        let cancel = json!({ "call": "call-2", "name": "cancel", "input": { "call": "call-1" } });
        assert_eq!(own_of(&cancel), Some(Own::Cancel("call-1".to_owned())));
        let zoom = json!({ "name": "zoom", "input": { "by": "in" } });
        assert_eq!(own_of(&zoom), Some(Own::Zoom(window::Zoom::In)));
        assert_eq!(
            own_of(&json!({ "name": "close_window", "input": {} })),
            Some(Own::CloseWindow)
        );
        for other in [
            json!({ "name": "show_app", "input": {} }),
            json!({}),
            json!({ "name": 3 }),
        ] {
            assert_eq!(own_of(&other), None, "the core answers {other}, or refuses it");
        }
    }

    #[test]
    fn a_panic_is_told_in_the_language_of_the_member() {
        for language in [Language::Dutch, Language::English] {
            let told = internal(language);
            assert_ne!(told.happened, told.code, "{language:?} has no sentence for it");
            assert!(
                !told.todo.starts_with("err-"),
                "{language:?} does not say what to do"
            );
        }
    }

    #[test]
    fn only_names_of_commands_stand_in_the_journal() {
        assert!(is_known("show_app") && is_known("write_note"));
        assert!(!is_known("Fatima zei dat zij het niet eens is"));
    }
}
