//! What is printed: answers on standard output, sentences for a person on standard error. Whatever
//! others wrote is made harmless first: a title may hold the control characters that move a cursor.

use std::io::{self, ErrorKind, IsTerminal, Write};
use std::path::Path;

use kring_api::domain::text::Catalogue;
use kring_api::error::Told;
use serde_json::Value;

/// A line of the answer.
pub fn answer(line: &str) -> io::Result<()> {
    to_stdout(&legible(line))
}

/// An answer for scripts, in one line.
pub fn json(value: &Value) -> io::Result<()> {
    to_stdout(&value.to_string())
}

/// A sentence for whoever sits at the terminal.
pub fn tell(line: &str) {
    to_stderr(&legible(line));
}

/// What happened, what to do, and the code.
pub fn refusal(told: &Told) {
    tell(&in_one_line(told));
}

/// The same about one of several files.
pub fn refusal_of(file: &Path, told: &Told) {
    tell(&format!("{}: {}", file.display(), in_one_line(told)));
}

/// The same for scripts, in one line.
pub fn refusal_as_json(told: &Told) {
    to_stderr(&serde_json::json!(told).to_string());
}

/// Whether there is a person to ask.
pub fn is_attended() -> bool {
    io::stdin().is_terminal() && io::stderr().is_terminal()
}

/// Asks a question; only an explicit yes counts.
pub fn confirm(question: &str, words: &Catalogue) -> io::Result<bool> {
    let mut stderr = io::stderr().lock();
    write!(stderr, "{} {} ", legible(question), words.say("cli-yes-or-no"))?;
    stderr.flush()?;
    let mut answer = String::new();
    io::stdin().read_line(&mut answer)?;
    Ok(["j", "ja", "y", "yes"].contains(&answer.trim().to_lowercase().as_str()))
}

fn in_one_line(told: &Told) -> String {
    format!("{} {} [{}]", told.happened, told.todo, told.code)
}

fn to_stdout(line: &str) -> io::Result<()> {
    match writeln!(io::stdout().lock(), "{line}") {
        // Whoever reads along has seen enough, as `head` does.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}

fn to_stderr(line: &str) {
    // There is nobody left to tell that telling failed.
    let _ = writeln!(io::stderr().lock(), "{line}");
}

/// The text without characters that steer a terminal or reverse the direction of reading.
fn legible(text: &str) -> String {
    let steers = |c: char| c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    text.chars()
        .map(|c| if steers(c) { char::REPLACEMENT_CHARACTER } else { c })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_cannot_steer_the_terminal() {
        assert_eq!(
            legible("Stap\u{1b}[2J 1\n\u{9b}2\u{202e}3"),
            "Stap\u{fffd}[2J 1\u{fffd}\u{fffd}2\u{fffd}3"
        );
        assert_eq!(
            legible("Çağlar Yıldız – 30 %"),
            "Çağlar Yıldız – 30 %",
            "ordinary text stays as it is"
        );
    }
}
