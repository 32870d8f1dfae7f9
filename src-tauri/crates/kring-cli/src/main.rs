//! `kringboek`: everything the app can do, from a terminal or a script. It decides nothing itself: it
//! reads its arguments, opens a store, calls a command of `kring-api` and prints the answer.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::panic))]

mod access;
mod arguments;
mod begin;
mod exchange;
mod failure;
mod inquiry;
mod interrupt;
mod key_file;
mod new_file;
mod print;
mod secret;
mod session;
mod terminal;

use std::process::ExitCode;

use kring_api::domain::text::Catalogue;

use crate::arguments::Command;
use crate::failure::Result;

fn main() -> ExitCode {
    let words = Catalogue::new(arguments::language());
    let command = arguments::parse(&words);
    let is_call = matches!(command, Command::Call(_));
    match run(command, &words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) if is_call => {
            print::refusal_as_json(&failure.tell(&words));
            ExitCode::FAILURE
        }
        Err(failure) => {
            print::refusal(&failure.tell(&words));
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command, words: &Catalogue) -> Result<()> {
    match command {
        Command::New(arguments) => begin::found(arguments, words),
        Command::JoinRequest(arguments) => begin::ask_to_join(arguments, words),
        Command::Passphrase(arguments) => begin::renew_passphrase(arguments, words),
        Command::Approve(arguments) => exchange::approve(&arguments, words),
        Command::Export(arguments) => exchange::export(&arguments, words),
        Command::Import(arguments) => exchange::import(&arguments, words),
        Command::Commands => inquiry::list_commands(),
        Command::Call(arguments) => inquiry::call(&arguments, words),
        Command::Summary(arguments) => inquiry::summarise(&arguments, words),
        Command::Studies(arguments) => inquiry::import_studies(&arguments, words),
        Command::Search(arguments) => inquiry::search(&arguments, words),
        Command::Check(arguments) => inquiry::check(&arguments, words),
    }
}
