//! A statement in a summary: its wording, evidence, distribution, dissent and outcome, in this order.
//! Every reservation and objection is printed with its holder's name and words.

use kring_domain::outcome::Distribution;
use kring_domain::round::Stance;
use kring_domain::text::{Catalogue, Value};

use crate::document::{Part, Run, Tally};
use crate::legible::{legible, legible_lines};
use crate::outline::{cell, table};
use crate::summary::{DissentRow, EvidenceRow, StatementRow};
use crate::words;

/// The parts of statement `number`; takes a citation for every piece of evidence that has a study.
pub(crate) fn parts<'a>(
    row: &StatementRow,
    number: u32,
    citations: &mut impl Iterator<Item = &'a String>,
    words: &Catalogue,
) -> Vec<Part> {
    let say = |key| Part::heading(3, &words.say(key));
    let mut parts = vec![
        Part::heading(2, &title(row, number, words)),
        Part::Wording {
            text: legible_lines(&row.text).join(" "),
        },
    ];
    if !row.evidence.is_empty() {
        parts.push(say("export-evidence"));
        let columns = [
            ("export-evidence-stance", 0),
            ("export-evidence-basis", 0),
            ("export-finding", 1),
        ];
        let rows = row
            .evidence
            .iter()
            .map(|row| evidence(row, citations, words))
            .collect();
        parts.push(table(&columns, rows, words));
    }
    if let Some(distribution) = row.distribution {
        parts.push(say("export-distribution"));
        parts.push(Part::Tallies {
            tallies: tallies(distribution, words),
        });
    }
    if !row.dissent.is_empty() {
        parts.push(say("export-dissent"));
        parts.extend(row.dissent.iter().map(|row| voice(row, words)));
    }
    if let Some(outcome) = row.outcome {
        let (sign, tone) = words::verdict(outcome.verdict);
        parts.push(say("export-outcome"));
        parts.push(Part::Outcome {
            sign,
            tone,
            text: outcome.sentence(words),
        });
    }
    parts
}

fn title(row: &StatementRow, number: u32, words: &Catalogue) -> String {
    let values = [
        ("number", Value::from(number)),
        ("version", Value::from(row.version)),
    ];
    let title = words.say_with("export-statement", &values);
    if row.theme.trim().is_empty() {
        title
    } else {
        format!("{title} · {}", row.theme)
    }
}

fn evidence<'a>(
    row: &EvidenceRow,
    citations: &mut impl Iterator<Item = &'a String>,
    words: &Catalogue,
) -> Vec<Vec<Run>> {
    let mut finding = cell(legible_lines(&row.text).join(" ").as_str());
    if row.study.is_some() {
        finding.extend(
            citations
                .next()
                .map(|citation| Run::plain(&format!(" {citation}"))),
        );
    }
    vec![
        cell(&words::evidence_stance(&row.stance, words)),
        cell(&words::evidence_basis(&row.basis, words)),
        finding,
    ]
}

fn tallies(counts: Distribution, words: &Catalogue) -> Vec<Tally> {
    let tally = |(stance, count): (Stance, u32)| {
        let shown = words::stance(&stance, words);
        Tally {
            sign: shown.sign,
            tone: shown.tone,
            label: shown.label,
            count,
        }
    };
    let counts = [
        (Stance::Agree, counts.agree),
        (Stance::AgreeWithReservation, counts.agree_with_reservation),
        (Stance::Object, counts.object),
        (Stance::NoOpinion, counts.no_opinion),
    ];
    counts.into_iter().map(tally).collect()
}

fn voice(row: &DissentRow, words: &Catalogue) -> Part {
    let shown = words::stance(&row.stance, words);
    Part::Voice {
        sign: shown.sign,
        stance: shown.label,
        tone: shown.tone,
        name: legible(&row.name),
        paragraphs: legible_lines(&row.text),
    }
}
