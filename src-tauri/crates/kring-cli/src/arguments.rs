//! What may be written behind `kringboek`. The sentences of its help come from the catalogue, so a
//! subcommand or argument added here needs a `cli-…` key in each language.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, Args, CommandFactory, FromArgMatches, Parser, Subcommand};
use kring_api::domain::id::{MeetingId, MemberId};
use kring_api::domain::name::PersonName;
use kring_api::domain::text::{Catalogue, Language};
use kring_api::use_case::member::RightCode;
use serde::de::DeserializeOwned;

use crate::access::Access;

const LANGUAGE: &str = "language";
/// Place of the options that every subcommand has.
const AFTER_ALL_OTHERS: usize = 100;

#[derive(Debug, Parser)]
#[command(
    name = "kringboek",
    version,
    disable_help_flag = true,
    disable_help_subcommand = true
)]
#[command(
    disable_version_flag = true,
    subcommand_required = true,
    arg_required_else_help = true
)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

/// A subcommand; what it does, and what each of its arguments means, stands in the catalogue.
#[derive(Debug, Subcommand)]
pub enum Command {
    New(New),
    JoinRequest(JoinRequest),
    Approve(Approve),
    Commands,
    Call(Call),
    Export(Export),
    Import(Import),
    Summary(Summary),
    Studies(Studies),
    Search(Search),
    Check(Check),
    Passphrase(Passphrase),
}

#[derive(Debug, Args)]
pub struct New {
    #[command(flatten)]
    pub access: Access,
    #[arg(long, value_name = "NAME")]
    pub circle: String,
    #[arg(long, value_parser = person_name, value_name = "GIVEN|PARTICLE|FAMILY")]
    pub name: PersonName,
}

#[derive(Debug, Args)]
pub struct JoinRequest {
    #[command(flatten)]
    pub access: Access,
    #[arg(long, value_parser = person_name, value_name = "GIVEN|PARTICLE|FAMILY")]
    pub name: PersonName,
    #[arg(long, value_name = "FILE")]
    pub to: PathBuf,
    #[arg(long, value_name = "FILE")]
    pub invitation: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub words_file: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Approve {
    #[command(flatten)]
    pub access: Access,
    #[arg(value_name = "FILE")]
    pub card: PathBuf,
    #[arg(long, value_name = "FILE")]
    pub to: PathBuf,
    #[arg(long, default_value = "member", hide_default_value = true, value_parser = code::<RightCode>)]
    pub right: RightCode,
    #[arg(long, value_parser = code::<MemberId>, value_name = "ID")]
    pub member: Option<MemberId>,
}

#[derive(Debug, Args)]
pub struct Call {
    #[command(flatten)]
    pub access: Access,
    #[arg(value_name = "COMMAND")]
    pub command: String,
    #[arg(value_name = "JSON | -", default_value = "{}", hide_default_value = true)]
    pub input: String,
    #[arg(long = "file", value_name = "FILE")]
    pub given: Vec<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub to: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub new_passphrase_file: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub recovery_key_file: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub authority_key_file: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub words_file: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Export {
    #[command(flatten)]
    pub access: Access,
    #[arg(long, value_name = "FILE")]
    pub to: PathBuf,
    #[arg(long)]
    pub all: bool,
}

#[derive(Debug, Args)]
pub struct Import {
    #[command(flatten)]
    pub access: Access,
    #[arg(value_name = "FILE", required = true)]
    pub packages: Vec<PathBuf>,
    #[arg(long)]
    pub preview: bool,
}

#[derive(Debug, Args)]
pub struct Summary {
    #[command(flatten)]
    pub access: Access,
    #[arg(value_parser = code::<MeetingId>, value_name = "MEETING")]
    pub meeting: MeetingId,
    #[arg(long, hide_possible_values = true)]
    #[arg(value_parser = PossibleValuesParser::new(["pdf", "html", "md"]))]
    pub format: String,
    #[arg(long, value_name = "FILE")]
    pub to: PathBuf,
}

#[derive(Debug, Args)]
pub struct Studies {
    #[command(flatten)]
    pub access: Access,
    #[arg(value_name = "FILE", required = true)]
    pub references: Vec<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Search {
    #[command(flatten)]
    pub access: Access,
    #[arg(value_name = "QUERY")]
    pub query: String,
}

#[derive(Debug, Args)]
pub struct Check {
    #[command(flatten)]
    pub access: Access,
}

#[derive(Debug, Args)]
pub struct Passphrase {
    #[command(flatten)]
    pub access: Access,
    #[arg(long, value_name = "FILE")]
    pub new_passphrase_file: Option<PathBuf>,
    #[arg(long, value_name = "FILE", conflicts_with = "recover")]
    pub recovery_key_file: Option<PathBuf>,
    #[arg(long)]
    pub recover: bool,
}

/// The language to speak: `--language`, else `KRINGBOEK_LANGUAGE`, else Dutch. `LANG` is not looked
/// at: many members have an English system. Read before the other arguments, because their help
/// speaks it too.
pub fn language() -> Language {
    let written: Vec<String> = std::env::args().collect();
    let by_option =
        written
            .iter()
            .enumerate()
            .find_map(|(at, argument)| match argument.strip_prefix("--language")? {
                "" => written.get(at + 1).cloned(),
                rest => rest.strip_prefix('=').map(str::to_owned),
            });
    let tag = by_option.or_else(|| std::env::var("KRINGBOEK_LANGUAGE").ok());
    Language::from_tag(&tag.unwrap_or_default())
}

/// The command that was written. Ends the process with exit code 2 when it is none.
pub fn parse(words: &Catalogue) -> Command {
    let matches = command_line(words).get_matches();
    match Arguments::from_arg_matches(&matches) {
        Ok(arguments) => arguments.command,
        Err(error) => error.exit(),
    }
}

/// The command line with its help in one language.
fn command_line(words: &Catalogue) -> clap::Command {
    let help = Arg::new("help")
        .long("help")
        .short('h')
        .action(ArgAction::Help)
        .global(true);
    let version = Arg::new("version").long("version").action(ArgAction::Version);
    let language = Arg::new(LANGUAGE)
        .long(LANGUAGE)
        .global(true)
        .value_name("nl | en");
    let language = language.value_parser(["nl", "en"]).hide_possible_values(true);
    let whole = Arguments::command().args([language, help, version]);
    let whole = whole.subcommand_help_heading(words.say("cli-heading-commands"));
    in_words(whole.about(words.say("cli-about")), AFTER_ALL_OTHERS, words).mut_subcommands(|command| {
        let about = words.say(&format!("cli-{}", command.get_name()));
        in_words(command.about(about), 0, words)
    })
}

/// A command with its help in one language, its arguments listed from place `order` on.
fn in_words(command: clap::Command, mut order: usize, words: &Catalogue) -> clap::Command {
    let usage = words.say("cli-heading-usage");
    command
        .help_template(format!(
            "{{about-with-newline}}\n{usage}: {{usage}}\n\n{{all-args}}"
        ))
        .mut_args(|argument| {
            let help = words.say(&format!(
                "cli-arg-{}",
                argument.get_id().as_str().replace('_', "-")
            ));
            let heading = if argument.is_positional() {
                "cli-heading-arguments"
            } else {
                "cli-heading-options"
            };
            // As declared; under a heading of their own, clap sorts by name.
            order += 1;
            argument
                .help(help)
                .help_heading(words.say(heading))
                .display_order(order)
        })
}

/// An id or code, written as in JSON but without its quotes.
fn code<T: DeserializeOwned>(text: &str) -> Result<T, serde_json::Error> {
    serde_json::from_value(text.into())
}

fn person_name(text: &str) -> Result<PersonName, std::convert::Infallible> {
    Ok(PersonName::from_bars(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_one_that_clap_accepts() {
        command_line(&Catalogue::new(Language::Dutch)).debug_assert();
    }

    #[test]
    fn every_subcommand_and_argument_is_explained_in_each_language() {
        for language in [Language::Dutch, Language::English] {
            let mut whole = command_line(&Catalogue::new(language));
            whole.build();
            for command in whole.get_subcommands().chain([&whole]) {
                let helps = command.get_arguments().filter_map(Arg::get_help);
                for text in command.get_about().into_iter().chain(helps) {
                    let text = text.to_string();
                    assert!(
                        !text.starts_with("cli-"),
                        "no {} sentence for {text}",
                        language.tag()
                    );
                }
            }
        }
    }
}
