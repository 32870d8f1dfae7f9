//! Letting in, sending and receiving: the files that keep the laptops of a circle in step.

use std::path::{Path, PathBuf};

use kring_api::domain::text::{Catalogue, Value};
use kring_api::error::ApiError;
use kring_api::exchange::join::{CardView, Newcomer};
use kring_api::exchange::report::{Report, ReportedRecord};
use kring_api::use_case::exchange::{self, ApproveCard, ExportPackage, ImportPackage};

use crate::arguments::{Approve, Export, Import};
use crate::failure::{Failure, Result};
use crate::print;
use crate::session::Session;

/// Lets the sender of a card into the circle.
pub fn approve(arguments: &Approve, words: &Catalogue) -> Result<()> {
    let mut session = Session::open(&arguments.access, words)?;
    session.terminal.files = vec![arguments.card.clone()];
    session.terminal.target = Some(arguments.to.clone());
    if print::is_attended() {
        let card = session.workspace.view_card(&arguments.card)?;
        ask_about(&card, arguments, words)?;
    }
    let input = ApproveCard {
        right: arguments.right,
        person: arguments.member.map_or(Newcomer::New, Newcomer::Member),
    };
    let approved = session.run(|desk| exchange::approve_card(desk, input))?;
    print::answer(&format!("member {}", approved.member))?;
    show_words(&approved.safety_words)
}

fn ask_about(card: &CardView, arguments: &Approve, words: &Catalogue) -> Result<()> {
    let name = || Value::from(card.name.clone());
    match &card.invited {
        Some(invited) => print::tell(&words.say_with(
            "cli-card-invited",
            &[("name", name()), ("by", invited.by.clone().into())],
        )),
        None => {
            let safety_words = Value::from(card.safety_words.join(" "));
            print::tell(&words.say_with("cli-card", &[("name", name()), ("words", safety_words)]));
        }
    }
    if !card.same_name.is_empty() && arguments.member.is_none() {
        let members: Vec<String> = card.same_name.iter().map(ToString::to_string).collect();
        print::tell(&words.say_with(
            "cli-same-name",
            &[("name", name()), ("members", members.join(", ").into())],
        ));
    }
    ask(
        &words.say_with("cli-approve-question", &[("name", name())]),
        words,
    )
}

/// The words to compare by voice, unless there is nothing to compare.
fn show_words(safety_words: &[String]) -> Result<()> {
    if safety_words.is_empty() {
        return Ok(());
    }
    Ok(print::answer(&format!(
        "safety-words {}",
        safety_words.join(" ")
    ))?)
}

/// Goes on only after a yes.
fn ask(question: &str, words: &Catalogue) -> Result<()> {
    if print::confirm(question, words)? {
        Ok(())
    } else {
        Err(Failure::NotConfirmed)
    }
}

/// Writes a package for the other members.
pub fn export(arguments: &Export, words: &Catalogue) -> Result<()> {
    let mut session = Session::open(&arguments.access, words)?;
    session.terminal.target = Some(arguments.to.clone());
    let sent = session.run(|desk| exchange::export(desk, ExportPackage { all: arguments.all }))?;
    let values = [
        ("number", Value::from(sent.number.to_string())),
        ("segments", sent.segments.into()),
        ("recipients", sent.recipients.into()),
    ];
    Ok(print::answer(&words.say_with("cli-exported", &values))?)
}

/// Takes over packages, each by itself: one that is refused does not stop the others.
pub fn import(arguments: &Import, words: &Catalogue) -> Result<()> {
    let mut session = Session::open(&arguments.access, words)?;
    if let [package] = arguments.packages.as_slice() {
        return import_one(&mut session, package, arguments.preview, words);
    }
    let mut refused = 0;
    for package in &arguments.packages {
        match import_one(&mut session, package, arguments.preview, words) {
            Ok(()) => {}
            Err(stopped @ Failure::Core(ApiError::Cancelled)) => return Err(stopped),
            Err(failure) => {
                print::refusal_of(package, &failure.tell(words));
                refused += 1;
            }
        }
    }
    if refused == 0 {
        return Ok(());
    }
    Err(Failure::FilesRefused {
        refused,
        of: arguments.packages.len(),
    })
}

fn import_one(session: &mut Session<'_>, package: &Path, preview: bool, words: &Catalogue) -> Result<()> {
    let is_answer = session.workspace.circle().is_none();
    if is_answer && !preview && print::is_attended() {
        let safety_words = take_over(session, package, true)?.safety_words.join(" ");
        if !safety_words.is_empty() {
            print::tell(&words.say_with("cli-answer-words", &[("words", safety_words.into())]));
            ask(&words.say("cli-import-question"), words)?;
        }
    }
    let report = take_over(session, package, preview)?;
    show(&report)?;
    if preview {
        report
            .records
            .iter()
            .try_for_each(|record| print::answer(&in_words(record, words)))?;
    }
    Ok(())
}

fn take_over(session: &mut Session<'_>, package: &Path, preview: bool) -> Result<Report> {
    session.terminal.files = vec![PathBuf::from(package)];
    session.run(|desk| exchange::import(desk, ImportPackage { preview }))
}

fn show(report: &Report) -> Result<()> {
    print::answer(&report.summary)?;
    show_words(&report.safety_words)?;
    let Report {
        new,
        known,
        apart,
        waiting,
        gaps,
        ..
    } = report;
    Ok(print::answer(&format!(
        "new {new} known {known} apart {apart} waiting {waiting} gaps {}",
        gaps.len()
    ))?)
}

fn in_words(record: &ReportedRecord, words: &Catalogue) -> String {
    let key = match record {
        ReportedRecord { trashed: true, .. } => "cli-import-record-trashed",
        ReportedRecord { new: true, .. } => "cli-import-record-new",
        _ => "cli-import-record-changed",
    };
    let kind = words.say(&format!("kind-{}", record.kind));
    words.say_with(
        key,
        &[("kind", kind.into()), ("title", record.title.clone().into())],
    )
}
