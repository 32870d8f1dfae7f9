//! The journal of this laptop in words: unlocks, imports, exports and refusals. It holds codes and
//! ids; what was written in the circle is not in it.

use kring_domain::date;
use kring_domain::id::DeviceId;
use kring_domain::text::Value;
use kring_store::journal::{self, Line};
use schemars::JsonSchema;
use serde::Serialize;

use super::history::by;
use crate::desk::{Desk, Nothing};
use crate::error::Result;
use crate::workspace::Workspace;

/// The journal of this laptop.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Journal {
    /// Whether every line names the one before it, so that none was taken out or changed.
    pub whole: bool,
    /// Its lines, oldest first.
    pub lines: Vec<JournalLine>,
}

/// One line of the journal.
#[derive(Debug, Serialize, JsonSchema)]
pub struct JournalLine {
    /// When, UTC milliseconds.
    pub at_ms: u64,
    /// What happened.
    pub event: String,
    /// The code or id that belongs to it.
    pub about: String,
    /// Both in words.
    pub what: String,
}

/// Unlocks, imports, exports and refusals on this laptop.
pub fn show(desk: &mut Desk<'_>, _: Nothing) -> Result<Journal> {
    let workspace = &*desk.workspace;
    let (lines, whole) = journal::read(workspace.folder())?;
    let line = |line: Line| {
        let what = in_words(workspace, &line)?;
        Ok(JournalLine {
            at_ms: line.at_ms,
            event: line.event,
            about: line.about,
            what,
        })
    };
    Ok(Journal {
        whole,
        lines: lines.into_iter().map(line).collect::<Result<_>>()?,
    })
}

/// A line in words. Where a package came from stands before its number, as the id of a laptop; why a
/// file was refused is the code of its sentence.
fn in_words(workspace: &Workspace, line: &Line) -> Result<String> {
    let words = workspace.words();
    let key = format!("journal-{}", line.event);
    if !words.has(&key) {
        return Ok(words.say("journal-other"));
    }
    let (device, number) = line.about.rsplit_once(' ').unwrap_or(("", &line.about));
    let name = match device.parse::<DeviceId>() {
        Ok(device) => by(workspace, device)?,
        Err(_) => String::new(),
    };
    let known = if name.is_empty() { "no" } else { "yes" };
    // A backup is called after its day.
    let day = line.about.get(..10).and_then(|day| day.parse().ok());
    let why = words.has(&line.about).then(|| words.say(&line.about));
    Ok(words
        .say_with(
            &key,
            &[
                ("number", Value::from(number)),
                ("name", Value::from(name)),
                ("known", Value::from(known)),
                (
                    "day",
                    Value::from(day.map(|day| date::long(day, words)).unwrap_or_default()),
                ),
                ("why", Value::from(why.unwrap_or_default())),
            ],
        )
        .trim()
        .to_owned())
}

#[cfg(test)]
mod tests {
    use kring_domain::text::{Catalogue, Language};

    use super::journal::Event;

    #[test]
    fn every_event_has_its_sentence_in_both_languages() {
        for language in [Language::Dutch, Language::English] {
            let words = Catalogue::new(language);
            for event in Event::ALL {
                assert!(words.has(&format!("journal-{}", event.code())), "{event:?}");
            }
        }
    }
}
