//! Makes what a reader found fit a study: one line where one line is meant, nothing longer than the
//! domain allows, identifiers in one form. It invents nothing: what cannot fit is left out and said.

use kring_domain::block::MAX_TEXT_CHARS;
use kring_domain::invalid::{MAX_SHORT_TEXT_CHARS, MAX_TITLE_CHARS};
use kring_domain::record::Record;
use kring_domain::study::{Author, Study};

use crate::problem::{ProblemCode, Warning};
use crate::{Found, field, markup};

/// A one-line field of a study holds at most this many characters.
const MAX_LINE_CHARS: usize = 1_000;
/// A study keeps at most this many authors, editors or keywords.
const MAX_NAMES: usize = 1_000;
/// Of an address that was left out, this many characters are shown.
const MAX_SHOWN_CHARS: usize = 80;

/// The study as a valid record with what had to be changed, or why it cannot be one.
pub(crate) fn fit(mut study: Study) -> Result<Found, ProblemCode> {
    let mut cut = Cut::default();
    if study.csl_type.is_empty() {
        study.csl_type = "document".to_owned();
    }
    fit_identifiers(&mut study);
    let address = fit_address(&mut study);
    study.language = field::language(&study.language);
    study.pages = field::pages(&study.pages);
    cut.line("title", &mut study.title, MAX_SHORT_TEXT_CHARS);
    for (field, text) in [
        ("csl_type", &mut study.csl_type),
        ("container_title", &mut study.container_title),
        ("publisher", &mut study.publisher),
        ("publisher_place", &mut study.publisher_place),
        ("volume", &mut study.volume),
        ("issue", &mut study.issue),
        ("pages", &mut study.pages),
        ("edition", &mut study.edition),
        ("doi", &mut study.doi),
        ("isbn", &mut study.isbn),
        ("language", &mut study.language),
    ] {
        cut.line(field, text, MAX_LINE_CHARS);
    }
    cut.names("authors", &mut study.authors);
    cut.names("editors", &mut study.editors);
    cut.keywords(&mut study.keywords);
    cut.paragraphs("abstract_text", &mut study.abstract_text);
    if study.title.is_empty() {
        return Err(ProblemCode::NoTitle);
    }
    study.check().map_err(|_| ProblemCode::Unfit)?;
    let shortened = cut.fields.into_iter().map(|field| Warning::Shortened { field });
    Ok(Found {
        study,
        warnings: address.into_iter().chain(shortened).collect(),
    })
}

/// The text on one line, without control characters and doubled spaces.
pub(crate) fn one_line(text: &str) -> String {
    let words: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|word| !word.is_empty())
        .collect();
    words.join(" ")
}

/// The text of at most `most` characters, and whether it was longer.
pub(crate) fn clip(text: &str, most: usize) -> (String, bool) {
    match text.char_indices().nth(most) {
        Some((end, _)) => (text.get(..end).unwrap_or(text).trim_end().to_owned(), true),
        None => (text.to_owned(), false),
    }
}

/// One form for DOI and ISBN; a DOI that stands only in the address is taken from there.
fn fit_identifiers(study: &mut Study) {
    let is_resolver = study.url.to_ascii_lowercase().contains("doi.org/");
    let in_address = || if is_resolver { field::doi(&study.url) } else { None };
    study.doi = field::doi(&study.doi).or_else(in_address).unwrap_or_default();
    study.isbn = field::isbn(&study.isbn).unwrap_or_default();
}

/// Keeps the address only if it is a web address; otherwise says what was left out.
fn fit_address(study: &mut Study) -> Option<Warning> {
    let given = one_line(&std::mem::take(&mut study.url));
    match field::web_address(&given) {
        Some(address) => {
            study.url = address;
            None
        }
        None if given.is_empty() => None,
        None => Some(Warning::AddressLeftOut {
            address: clip(&given, MAX_SHOWN_CHARS).0,
        }),
    }
}

/// Cuts fields to size and remembers which were too long.
#[derive(Default)]
struct Cut {
    fields: Vec<&'static str>,
}

impl Cut {
    fn line(&mut self, field: &'static str, text: &mut String, most: usize) {
        let line = one_line(&markup::strip(text));
        *text = self.clipped(field, &line, most);
    }

    fn paragraphs(&mut self, field: &'static str, text: &mut String) {
        let plain = markup::strip(text);
        let lines: Vec<String> = plain
            .lines()
            .map(one_line)
            .filter(|line| !line.is_empty())
            .collect();
        *text = self.clipped(field, &lines.join("\n"), MAX_TEXT_CHARS);
    }

    fn names(&mut self, field: &'static str, names: &mut Vec<Author>) {
        for name in names.iter_mut() {
            for text in [
                &mut name.family,
                &mut name.given,
                &mut name.particle,
                &mut name.literal,
            ] {
                self.line(field, text, MAX_TITLE_CHARS);
            }
        }
        names.retain(|name| *name != Author::default());
        self.count(field, names);
    }

    fn keywords(&mut self, keywords: &mut Vec<String>) {
        for keyword in keywords.iter_mut() {
            self.line("keywords", keyword, MAX_TITLE_CHARS);
        }
        let mut seen = std::collections::BTreeSet::new();
        keywords.retain(|keyword| !keyword.is_empty() && seen.insert(keyword.to_lowercase()));
        self.count("keywords", keywords);
    }

    fn count<T>(&mut self, field: &'static str, list: &mut Vec<T>) {
        if list.len() > MAX_NAMES {
            list.truncate(MAX_NAMES);
            self.remember(field);
        }
    }

    fn clipped(&mut self, field: &'static str, text: &str, most: usize) -> String {
        let (text, was_longer) = clip(text, most);
        if was_longer {
            self.remember(field);
        }
        text
    }

    fn remember(&mut self, field: &'static str) {
        if !self.fields.contains(&field) {
            self.fields.push(field);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn titled() -> Study {
        Study {
            title: "Uithuisplaatsing: wat werkt?".to_owned(),
            ..Study::default()
        }
    }

    #[test]
    fn too_long_a_line_is_shortened_and_said() {
        let found = fit(Study {
            publisher: "é".repeat(1_200),
            ..titled()
        })
        .unwrap();
        assert_eq!(found.study.publisher.chars().count(), 1_000);
        assert_eq!(found.warnings, [Warning::Shortened { field: "publisher" }]);
    }

    #[test]
    fn an_address_that_is_none_is_left_out_and_said() {
        let found = fit(Study {
            url: "bij de\nauteur".to_owned(),
            ..titled()
        })
        .unwrap();
        assert_eq!(found.study.url, "");
        assert_eq!(
            found.warnings,
            [Warning::AddressLeftOut {
                address: "bij de auteur".to_owned()
            }]
        );
    }

    #[test]
    fn a_doi_is_taken_from_the_address_when_it_stands_only_there() {
        let found = fit(Study {
            url: "https://dx.doi.org/10.5093/in2013a24".to_owned(),
            ..titled()
        })
        .unwrap();
        assert_eq!(found.study.doi, "10.5093/in2013a24");
        assert_eq!(found.study.url, "https://dx.doi.org/10.5093/in2013a24");
    }

    #[test]
    fn a_study_needs_a_title() {
        let study = Study {
            title: " \u{0}\n<i></i>".to_owned(),
            ..Study::default()
        };
        assert_eq!(fit(study), Err(ProblemCode::NoTitle));
    }

    #[test]
    fn lines_stay_lines_and_paragraphs_stay_paragraphs() {
        let study = Study {
            title: "Wat werkt\r\n  in\tgezinshuizen?\u{7}".to_owned(),
            abstract_text: "Eerste  alinea.\n\n Tweede alinea.".to_owned(),
            keywords: vec!["Matching".into(), "matching ".into(), " ".into()],
            ..Study::default()
        };
        let found = fit(study).unwrap();
        assert_eq!(found.study.title, "Wat werkt in gezinshuizen?");
        assert_eq!(found.study.abstract_text, "Eerste alinea.\nTweede alinea.");
        assert_eq!(found.study.keywords, ["Matching"]);
        assert_eq!(found.warnings, []);
    }
}
