//! A document as one HTML file: style sheet and mark inside, no script, nothing from elsewhere. Every
//! text goes through maud, which escapes it; only our own two files are put in as they are.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::document::{Document, List, Part, Run};

const STYLE: &str = include_str!("../../../../assets/styles/document.css");
const MARK: &str = include_str!("../../../../assets/mark.svg");

/// The whole file.
pub(crate) fn write(document: &Document) -> String {
    let page = html! {
        (DOCTYPE) "\n"
        html lang=(document.language) {
            head {
                "\n" meta charset="utf-8";
                "\n" meta name="viewport" content="width=device-width, initial-scale=1";
                "\n" meta name="author" content=(document.circle);
                "\n" title { (document.title) " · " (document.circle) }
                "\n" style { (PreEscaped(STYLE)) } "\n"
            }
            "\n"
            body {
                (head(document)) "\n"
                main { "\n" @for part in &document.parts { (self::part(part)) "\n" } }
                "\n"
                @if let Some(fingerprint) = &document.fingerprint { footer { p { (fingerprint) } } }
            }
        }
    };
    page.into_string()
}

fn head(document: &Document) -> Markup {
    html! {
        header {
            "\n" p.running { (document.running_head) @if let Some(sample) = &document.sample { " " strong.sample { (sample) } } }
            "\n" div.mark role="img" aria-label=(document.mark_alt) { (PreEscaped(MARK)) }
            "\n" h1 { (document.title) }
            "\n" dl { @for (label, value) in &document.facts { "\n" dt { (label) } dd { (value) } } } "\n"
        }
    }
}

fn part(part: &Part) -> Markup {
    match part {
        Part::Heading { level, text } => heading(*level, text),
        Part::Paragraph { runs } => html! { p { (self::runs(runs)) } },
        Part::Quote { runs } => html! { blockquote { p { (self::runs(runs)) } } },
        Part::List { list } => self::list(list),
        Part::Table { columns, rows } => html! {
            table {
                thead { tr { @for column in columns { th scope="col" { (column.title) } } } }
                tbody { @for row in rows { "\n" tr { @for cell in row { td { (runs(cell)) } } } } }
            }
        },
        Part::Wording { text } => html! { blockquote.wording { p { (text) } } },
        Part::Tallies { tallies } => html! {
            ul.tallies {
                @for tally in tallies {
                    li class=(tally.tone) { span aria-hidden="true" { (tally.sign) } " " (tally.label) ": " strong { (tally.count) } }
                }
            }
        },
        Part::Voice {
            sign,
            stance,
            tone,
            name,
            paragraphs,
        } => html! {
            figure.voice.(tone) {
                figcaption { span aria-hidden="true" { (sign) } " " strong { (stance) } " · " (name) }
                blockquote { @for paragraph in paragraphs { p { (paragraph) } } }
            }
        },
        Part::Outcome { sign, tone, text } => html! {
            p.outcome.(tone) { span aria-hidden="true" { (sign) } " " (text) }
        },
        Part::References { entries } => html! {
            ul.references { @for entry in entries { "\n" li { (runs(entry)) } } }
        },
    }
}

/// The title of the document is the one `h1`.
fn heading(level: u8, text: &str) -> Markup {
    match level {
        1 => html! { h2 { (text) } },
        2 => html! { h3 { (text) } },
        3 => html! { h4 { (text) } },
        4 => html! { h5 { (text) } },
        _ => html! { h6 { (text) } },
    }
}

fn list(list: &List) -> Markup {
    let entries = html! {
        @for entry in &list.entries { li { (runs(&entry.runs)) @for under in &entry.lists { (self::list(under)) } } }
    };
    if list.numbered {
        html! { ol { (entries) } }
    } else {
        html! { ul { (entries) } }
    }
}

fn runs(runs: &[Run]) -> Markup {
    html! { @for run in runs { (linked(run)) } }
}

fn linked(run: &Run) -> Markup {
    match &run.link {
        Some(address) => html! { a href=(address) rel="noreferrer" { (styled(run)) } },
        None => styled(run),
    }
}

fn styled(run: &Run) -> Markup {
    match (run.bold, run.italic) {
        (false, false) => html! { (run.text) },
        (true, false) => html! { strong { (run.text) } },
        (false, true) => html! { em { (run.text) } },
        (true, true) => html! { strong { em { (run.text) } } },
    }
}
