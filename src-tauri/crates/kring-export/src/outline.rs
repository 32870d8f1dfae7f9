//! What a session summary says and in which order. Sections without content are left out, except
//! statements, decisions and actions, which then say that there are none. How it looks is not known here.

use chrono::NaiveTime;
use kring_domain::block::Blocks;
use kring_domain::date;
use kring_domain::text::{Catalogue, Value};

use crate::citation::{self, Cited};
use crate::document::{Column, DEEPEST_HEADING, Document, Part, Run};
use crate::error::ExportError;
use crate::legible::{legible, legible_lines};
use crate::statement;
use crate::summary::{ActionRow, Attendee, ContributionRow, DecisionRow, Head, Item, NextMeeting};
use crate::summary::{Status, StudyRow, Summary, UnknownRow};
use crate::{prose, words};

/// The document of a summary.
pub(crate) fn document(summary: &Summary, words: &Catalogue) -> Result<Document, ExportError> {
    let head = &summary.head;
    let (status, fingerprint) = match &summary.status {
        Status::Draft => (words.say("export-status-draft"), None),
        Status::Adopted { fingerprint } => (words.say("export-status-adopted"), Some(legible(fingerprint))),
    };
    let day = head.date.map(|day| date::long(day, words)).unwrap_or_default();
    Ok(Document {
        language: words.language().tag(),
        title: title(head, words),
        circle: legible(&summary.circle),
        running_head: joined(" · ", &[&summary.circle, &day, &status]),
        sample: summary.sample.then(|| words.say("export-sample")),
        fingerprint: fingerprint
            .map(|fingerprint| said(words, "export-fingerprint", &[("fingerprint", &fingerprint)])),
        mark_alt: words.say("export-mark"),
        made_on: summary.made_on,
        facts: facts(head, words),
        parts: parts(summary, words)?,
    })
}

/// What citations look like; one of a study that was retracted says so.
fn cited(summary: &Summary, words: &Catalogue) -> Result<Cited, ExportError> {
    let citations = summary.citations();
    let mut cited = citation::cite(&citations, words.language())?;
    for (citation, text) in citations.iter().zip(&mut cited.in_text) {
        if citation.study.retracted {
            *text = format!("{text} ({})", words.say("export-retracted"));
        }
    }
    Ok(cited)
}

fn parts(summary: &Summary, words: &Catalogue) -> Result<Vec<Part>, ExportError> {
    let cited = cited(summary, words)?;
    let say = |key| Part::heading(1, &words.say(key));
    let mut parts = attendance(&summary.head, words);
    if !summary.theme.trim().is_empty() || !summary.purpose.trim().is_empty() {
        parts.push(say("export-theme-and-purpose"));
        parts.extend(legible_lines(&summary.theme).iter().map(|line| Part::Paragraph {
            runs: vec![Run::bold(line)],
        }));
        parts.extend(paragraphs(&summary.purpose));
    }
    if !summary.earlier_actions.is_empty() {
        parts.push(say("export-earlier-actions"));
        parts.push(actions(&summary.earlier_actions, words));
    }
    if !summary.items.is_empty() {
        parts.push(say("export-items"));
        parts.extend(items(&summary.items, words));
    }
    if !summary.studies.is_empty() {
        parts.push(say("export-studies"));
        parts.extend(summary.studies.iter().zip(&cited.in_text).flat_map(study));
    }
    parts.push(say("export-statements"));
    parts.extend(statements(summary, &cited, words));
    parts.push(say("export-decisions"));
    parts.push(decisions(&summary.decisions, words));
    parts.push(say("export-actions"));
    parts.push(actions(&summary.actions, words));
    if !summary.unknown.is_empty() {
        parts.push(say("export-unknown"));
        parts.extend(summary.unknown.iter().flat_map(unknown));
    }
    if !summary.contributions.is_empty() {
        parts.push(say("export-contributions"));
        parts.extend(
            summary
                .contributions
                .iter()
                .flat_map(|row| contribution(row, words)),
        );
    }
    if let Some(next) = &summary.next_meeting {
        parts.push(say("export-next-meeting"));
        parts.push(next_meeting(next, words));
    }
    if !cited.references.is_empty() {
        parts.push(say("export-references"));
        parts.push(Part::References {
            entries: cited.references,
        });
    }
    Ok(parts)
}

fn title(head: &Head, words: &Catalogue) -> String {
    let number = Value::from(head.number);
    match head.of {
        Some(of) => words.say_with("export-title-of", &[("number", number), ("of", Value::from(of))]),
        None => words.say_with("export-title", &[("number", number)]),
    }
}

fn facts(head: &Head, words: &Catalogue) -> Vec<(String, String)> {
    let language = words.language();
    let clock = |time: NaiveTime| date::time(time, language);
    let times = [head.start, head.end]
        .into_iter()
        .flatten()
        .map(clock)
        .collect::<Vec<_>>()
        .join("–");
    let facts = [
        (
            "export-date",
            head.date
                .map(|day| date::long_with_weekday(day, words))
                .unwrap_or_default(),
        ),
        ("export-time", times),
        ("export-place", legible(&head.place)),
        ("export-chair", legible(&head.chair)),
        ("export-minute-taker", legible(&head.minute_taker)),
    ];
    facts
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(key, value)| (words.say(key), value))
        .collect()
}

fn attendance(head: &Head, words: &Catalogue) -> Vec<Part> {
    let mut parts = Vec::new();
    if !head.attendees.is_empty() {
        let row = |who: &Attendee| vec![cell(&who.name), cell(&who.organisation), cell(&who.role)];
        let columns = [("export-name", 4), ("export-organisation", 4), ("export-role", 3)];
        parts.push(table(&columns, head.attendees.iter().map(row).collect(), words));
    }
    let absent = [
        ("export-absent-with-notice", &head.absent_with_notice),
        ("export-absent-without-notice", &head.absent_without_notice),
    ];
    for (key, names) in absent.into_iter().filter(|(_, names)| !names.is_empty()) {
        let label = format!("{}: ", words.say(key));
        parts.push(Part::Paragraph {
            runs: vec![Run::bold(&label), Run::plain(&names.join(", "))],
        });
    }
    if !parts.is_empty() {
        parts.insert(0, Part::heading(1, &words.say("export-attendance")));
    }
    parts
}

fn items(items: &[Item], words: &Catalogue) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut above = 1;
    for item in items {
        let nesting = u8::try_from(item.ordinal.matches('.').count()).unwrap_or(DEEPEST_HEADING);
        let level = nesting.saturating_add(2).min(above + 1).min(3);
        above = level;
        let title = joined(" ", &[&item.ordinal, &item.title]);
        let planned = item
            .minutes
            .map(|minutes| words.say_with("export-minutes", &[("minutes", Value::from(minutes))]));
        parts.push(Part::heading(
            level,
            &joined(" · ", &[&title, &planned.unwrap_or_default()]),
        ));
        parts.extend(item.notes.iter().flat_map(|note| prose::parts(note, level)));
    }
    parts
}

fn study((row, citation): (&StudyRow, &String)) -> Vec<Part> {
    let mut parts = vec![Part::heading(2, &row.study.title), Part::text(citation)];
    parts.extend(prose::parts(&row.meaning, 2));
    parts
}

fn statements(summary: &Summary, cited: &Cited, words: &Catalogue) -> Vec<Part> {
    if summary.statements.is_empty() {
        return vec![none("export-no-statements", words)];
    }
    // `Summary::citations` names the studies brought in first.
    let mut citations = cited.in_text.iter().skip(summary.studies.len());
    let numbered = summary.statements.iter().zip(1..);
    numbered
        .flat_map(|(row, number)| statement::parts(row, number, &mut citations, words))
        .collect()
}

fn decisions(rows: &[DecisionRow], words: &Catalogue) -> Part {
    if rows.is_empty() {
        return none("export-no-decisions", words);
    }
    let row = |row: &DecisionRow| {
        vec![
            cell(&number(row.number.as_deref(), row.provisional, words)),
            cell(&row.text),
        ]
    };
    table(
        &[("export-number", 0), ("export-decision", 1)],
        rows.iter().map(row).collect(),
        words,
    )
}

fn actions(rows: &[ActionRow], words: &Catalogue) -> Part {
    if rows.is_empty() {
        return none("export-no-actions", words);
    }
    let row = |row: &ActionRow| {
        let due = row
            .due
            .map(|day| date::short(day, words.language()))
            .unwrap_or_default();
        vec![
            cell(&number(row.number.as_deref(), row.provisional, words)),
            cell(&row.text),
            cell(&row.who),
            cell(&due),
            cell(&words::action_state(&row.state, words)),
            cell(&row.postponed.to_string()),
        ]
    };
    let columns = [
        ("export-number", 0),
        ("export-what", 4),
        ("export-who", 2),
        ("export-when", 0),
        ("export-state", 0),
        ("export-postponed", 0),
    ];
    table(&columns, rows.iter().map(row).collect(), words)
}

fn number(number: Option<&str>, provisional: bool, words: &Catalogue) -> String {
    match number {
        Some(number) if provisional => said(words, "export-number-provisional", &[("number", number)]),
        Some(number) => number.to_owned(),
        None => words.say("export-number-none"),
    }
}

fn unknown(row: &UnknownRow) -> Vec<Part> {
    let mut parts = vec![Part::heading(2, &row.theme)];
    parts.extend(prose::parts(&row.text, 2));
    parts
}

fn contribution(row: &ContributionRow, words: &Catalogue) -> Vec<Part> {
    let from = row
        .from
        .clone()
        .unwrap_or_else(|| words.say("export-without-name"));
    let mut parts = vec![Part::heading(2, &from)];
    parts.extend(paragraphs(&row.text));
    let feedback = match row.feedback.trim() {
        "" => words.say("export-no-feedback"),
        feedback => feedback.to_owned(),
    };
    let label = format!("{}: ", words.say("export-feedback"));
    parts.push(Part::Paragraph {
        runs: vec![Run::bold(&label), Run::plain(&feedback)],
    });
    parts
}

fn next_meeting(next: &NextMeeting, words: &Catalogue) -> Part {
    let day = date::long_with_weekday(next.date, words);
    let start = next
        .start
        .map(|time| date::time(time, words.language()))
        .unwrap_or_default();
    Part::text(&joined(" · ", &[&day, &start, &next.place, &next.theme]))
}

/// A table with a header row; `columns` are the keys of their titles and their shares of the width.
pub(crate) fn table(columns: &[(&str, u8)], rows: Vec<Vec<Vec<Run>>>, words: &Catalogue) -> Part {
    let column = |(key, share): &(&str, u8)| Column {
        title: words.say(key),
        share: *share,
    };
    Part::Table {
        columns: columns.iter().map(column).collect(),
        rows,
    }
}

/// A cell of plain text.
pub(crate) fn cell(text: &str) -> Vec<Run> {
    vec![Run::plain(text)]
}

fn paragraphs(text: &str) -> Vec<Part> {
    prose::parts(&Blocks::from_text(text), DEEPEST_HEADING)
}

fn none(key: &str, words: &Catalogue) -> Part {
    Part::text(&words.say(key))
}

fn joined(between: &str, texts: &[&str]) -> String {
    let filled: Vec<String> = texts
        .iter()
        .map(|text| legible(text))
        .filter(|text| !text.trim().is_empty())
        .collect();
    filled.join(between)
}

fn said(words: &Catalogue, key: &str, values: &[(&'static str, &str)]) -> String {
    let values: Vec<_> = values
        .iter()
        .map(|(name, value)| (*name, Value::from(*value)))
        .collect();
    words.say_with(key, &values)
}
