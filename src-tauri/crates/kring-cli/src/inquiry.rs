//! Any command for scripts, and the everyday ones with an answer that people can read.

use std::io::Read;

use kring_api::command;
use kring_api::desk::Nothing;
use kring_api::domain::text::{Catalogue, Value};
use kring_api::error::ApiError;
use kring_api::use_case::{search, store, study, summary};
use serde_json::json;

use crate::arguments::{Call, Check, Search, Studies, Summary};
use crate::failure::Result;
use crate::print;
use crate::session::Session;

/// Shows every command.
pub fn list_commands() -> Result<()> {
    Ok(print::json(&command::catalogue())?)
}

/// Carries out any command.
pub fn call(arguments: &Call, words: &Catalogue) -> Result<()> {
    let input = input(&arguments.input)?;
    let mut session = Session::open(&arguments.access, words)?;
    let terminal = &mut session.terminal;
    terminal.files.clone_from(&arguments.given);
    terminal.target.clone_from(&arguments.to);
    let secrets = &mut terminal.secrets;
    secrets
        .new_passphrase_file
        .clone_from(&arguments.new_passphrase_file);
    secrets.recovery_key_file.clone_from(&arguments.recovery_key_file);
    secrets
        .authority_key_file
        .clone_from(&arguments.authority_key_file);
    secrets.words_file.clone_from(&arguments.words_file);
    let answer = session.run(|desk| command::call(desk, &arguments.command, input))?;
    Ok(print::json(&answer)?)
}

/// The input of a command; "-" reads it from standard input.
fn input(written: &str) -> Result<serde_json::Value> {
    let mut read = String::new();
    let json = match written {
        "-" => {
            std::io::stdin().read_to_string(&mut read)?;
            read.as_str()
        }
        json => json,
    };
    serde_json::from_str(json).map_err(|error| ApiError::Input(error.to_string()).into())
}

/// Writes the summary of a meeting.
pub fn summarise(arguments: &Summary, words: &Catalogue) -> Result<()> {
    let mut session = Session::open(&arguments.access, words)?;
    session.terminal.target = Some(arguments.to.clone());
    let input = summary::ExportSummary {
        meeting: arguments.meeting,
        format: arguments.format.clone(),
    };
    session.run(|desk| summary::export(desk, input))?;
    Ok(())
}

/// Takes over studies of other programs.
pub fn import_studies(arguments: &Studies, words: &Catalogue) -> Result<()> {
    let mut session = Session::open(&arguments.access, words)?;
    session.terminal.files.clone_from(&arguments.references);
    let imported = session.run(|desk| study::import(desk, Nothing {}))?.value;
    let counts = [
        ("added", Value::from(imported.added.len())),
        ("known", imported.known.into()),
    ];
    print::answer(&words.say_with("cli-studies-added", &counts))?;
    for problem in imported.problems {
        let values = [
            ("file", Value::from(problem.file)),
            ("line", problem.line.to_string().into()),
            ("entry", problem.entry.into()),
            ("happened", problem.happened.into()),
        ];
        let key = if problem.line == 0 {
            "cli-studies-warning"
        } else {
            "cli-studies-problem"
        };
        print::answer(&words.say_with(key, &values))?;
    }
    Ok(())
}

/// Searches the store.
pub fn search(arguments: &Search, words: &Catalogue) -> Result<()> {
    let mut session = Session::open(&arguments.access, words)?;
    let query = search::Search {
        query: arguments.query.clone(),
        most: None,
    };
    let hits = session.run(|desk| search::search(desk, query))?;
    Ok(print::json(&json!(hits))?)
}

/// Checks the store.
pub fn check(arguments: &Check, words: &Catalogue) -> Result<()> {
    let mut session = Session::open(&arguments.access, words)?;
    let checked = session.run(|desk| store::check(desk, Nothing {}))?;
    let counts = [
        ("segments", Value::from(checked.segments)),
        ("waiting", checked.waiting.into()),
    ];
    print::answer(&words.say_with("cli-checked", &counts))?;
    Ok(print::answer(&format!("state {}", checked.state))?)
}
