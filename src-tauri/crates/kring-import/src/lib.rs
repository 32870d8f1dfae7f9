//! Other programs' reference lists in, studies out: RIS, BibTeX and CSL-JSON as bytes, recognised by
//! their content. This crate opens no files, keeps nothing, and does not decide whether a study is
//! already known: `duplicate` only says what makes two of them the same work.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::panic))]

mod bibtex;
mod csl;
mod date;
pub mod duplicate;
mod encoding;
mod field;
mod fit;
mod markup;
mod name;
mod problem;
mod ris;

use kring_domain::study::Study;

pub use problem::{ImportError, Problem, ProblemCode, Warning};

/// A file holds at most this many bytes (64 MiB).
pub const MAX_BYTES: usize = 64 * 1024 * 1024;
/// At most this many entries are read from one file.
pub const MAX_ENTRIES: usize = 100_000;
/// The name of an entry in a problem holds at most this many characters.
const MAX_ENTRY_CHARS: usize = 80;

/// What a file turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// RIS, as written by EndNote, Mendeley, Zotero and publishers' sites.
    Ris,
    /// BibTeX or BibLaTeX, as written by JabRef, Zotero and Google Scholar.
    BibTex,
    /// CSL-JSON, as written by Zotero and Crossref.
    CslJson,
}

/// What could be read from a file, together with what could not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// What the file turned out to be.
    pub format: Format,
    /// The studies in the order of the file; each passes its own check.
    pub studies: Vec<Found>,
    /// The entries that could not be read, in the order of the file.
    pub problems: Vec<Problem>,
}

/// A study as it was found, and what had to be changed to make it one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The study; it passes `Study::check`.
    pub study: Study,
    /// What was shortened or left out.
    pub warnings: Vec<Warning>,
}

/// Reads the studies of a file. Entries that cannot be read become problems; the file is refused only
/// when it is too large, holds no entries, or is none of the formats.
pub fn read(bytes: &[u8]) -> Result<Reading, ImportError> {
    if bytes.len() > MAX_BYTES {
        return Err(ImportError::TooLarge { most: MAX_BYTES });
    }
    let text = encoding::decode(bytes);
    if text.trim().is_empty() {
        return Err(ImportError::Empty);
    }
    let reading = match recognise(&text).ok_or(ImportError::NotRecognised)? {
        Format::Ris => ris::read(&text),
        Format::BibTex => bibtex::read(&text),
        Format::CslJson => csl::read(&text)?,
    };
    if reading.studies.is_empty() && reading.problems.is_empty() {
        return Err(ImportError::Empty);
    }
    Ok(reading)
}

/// The format the text is written in: JSON by its first character, the others by their first entry,
/// because both may have a preamble of any kind.
fn recognise(text: &str) -> Option<Format> {
    if text.trim_start().starts_with(['{', '[']) {
        return Some(Format::CslJson);
    }
    text.lines().find_map(|line| {
        if ris::starts_entry(line) {
            Some(Format::Ris)
        } else {
            bibtex::starts_entry(line).then_some(Format::BibTex)
        }
    })
}

impl Reading {
    fn new(format: Format) -> Self {
        Self {
            format,
            studies: Vec::new(),
            problems: Vec::new(),
        }
    }

    /// Keeps a study that can be made to fit; otherwise the entry becomes a problem. `key` names the
    /// entry when the study has no title.
    fn keep(&mut self, line: usize, key: &str, study: Study) {
        let name = if study.title.trim().is_empty() {
            key.to_owned()
        } else {
            study.title.clone()
        };
        match fit::fit(study) {
            Ok(found) => self.studies.push(found),
            Err(code) => self.refuse(line, &name, code),
        }
    }

    /// Notes an entry that could not be read.
    fn refuse(&mut self, line: usize, entry: &str, code: ProblemCode) {
        let (entry, _) = fit::clip(&fit::one_line(entry), MAX_ENTRY_CHARS);
        self.problems.push(Problem { line, entry, code });
    }

    /// Whether another entry may be read; if not, the file's remainder becomes one problem.
    fn has_room(&mut self, line: usize) -> bool {
        if self.studies.len() + self.problems.len() < MAX_ENTRIES {
            return true;
        }
        self.refuse(line, "", ProblemCode::TooMany);
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_recognised_by_its_content() {
        let format = |text: &str| read(text.as_bytes()).map(|reading| reading.format);
        assert_eq!(
            format("TY  - JOUR\nTI  - Uithuisplaatsing\nER  - \n"),
            Ok(Format::Ris)
        );
        assert_eq!(
            format("Zoekresultaten\n\n@book{a, title={Uithuisplaatsing}}"),
            Ok(Format::BibTex)
        );
        assert_eq!(
            format(" [{\"title\": \"Uithuisplaatsing\"}]"),
            Ok(Format::CslJson)
        );
        assert_eq!(
            format("Beste Annelies,\n\nHierbij de stukken."),
            Err(ImportError::NotRecognised)
        );
        assert_eq!(
            format("[1] Bartelink, C. (2013)."),
            Err(ImportError::NotRecognised)
        );
        assert_eq!(format("{\"version\": 3}"), Err(ImportError::NotRecognised));
    }

    #[test]
    fn a_file_without_entries_is_empty() {
        for bytes in [
            &b""[..],
            b"\xEF\xBB\xBF \r\n",
            b"[]",
            b"{\"items\": []}",
            b"@comment{jabref-meta: x;}",
        ] {
            assert_eq!(read(bytes), Err(ImportError::Empty));
        }
    }

    #[test]
    fn a_file_over_the_limit_is_refused_unread() {
        let bytes = vec![b' '; MAX_BYTES + 1];
        assert_eq!(read(&bytes), Err(ImportError::TooLarge { most: MAX_BYTES }));
    }

    #[test]
    fn entries_over_the_limit_become_one_problem() {
        let reading = read("TY  - JOUR\nTI  - A\n".repeat(MAX_ENTRIES + 5).as_bytes()).unwrap();
        assert_eq!(reading.studies.len(), MAX_ENTRIES);
        let problem = Problem {
            line: 2 * MAX_ENTRIES + 1,
            entry: String::new(),
            code: ProblemCode::TooMany,
        };
        assert_eq!(
            reading.problems,
            [problem],
            "what was left unread is said once, with its first line"
        );
    }
}
