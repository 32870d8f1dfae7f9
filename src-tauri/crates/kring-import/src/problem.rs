//! What can be wrong with a file or with one of its entries, as codes for the text catalogue. The
//! sentences are made elsewhere.

/// Why a file could not be read at all.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// The file is larger than is read.
    #[error("larger than {most} bytes")]
    TooLarge {
        /// The most bytes a file may hold.
        most: usize,
    },
    /// The file is none of the formats.
    #[error("not a known format of references")]
    NotRecognised,
    /// The file holds no entries.
    #[error("no entries")]
    Empty,
}

impl ImportError {
    /// The key of its sentence; what to do about it is under the same key with "-todo" behind it.
    pub fn code(&self) -> &'static str {
        match self {
            Self::TooLarge { .. } => "err-studies-too-large",
            Self::NotRecognised => "err-studies-not-recognised",
            Self::Empty => "err-studies-empty",
        }
    }
}

/// An entry that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The line the entry starts on, from 1; 0 when it is not known.
    pub line: usize,
    /// The entry's title or key, shortened; empty when it has neither.
    pub entry: String,
    /// What is wrong with it.
    pub code: ProblemCode,
}

/// What is wrong with an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProblemCode {
    /// It does not follow its format.
    Broken,
    /// It has no title.
    NoTitle,
    /// A field holds what a study cannot.
    Unfit,
    /// It and what follows were not read, because the file holds too many entries.
    TooMany,
}

impl ProblemCode {
    /// The key of its sentence.
    pub fn code(self) -> &'static str {
        match self {
            Self::Broken => "studies-problem-broken",
            Self::NoTitle => "studies-problem-no-title",
            Self::Unfit => "studies-problem-unfit",
            Self::TooMany => "studies-problem-too-many",
        }
    }
}

/// What had to be changed to make an entry a study.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Warning {
    /// A field held more than fits, and was shortened.
    Shortened {
        /// The field of the study.
        field: &'static str,
    },
    /// The address was not a web address, and was left out.
    AddressLeftOut {
        /// What stood there, shortened.
        address: String,
    },
}

impl Warning {
    /// The key of its sentence.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Shortened { .. } => "studies-warning-shortened",
            Self::AddressLeftOut { .. } => "studies-warning-address",
        }
    }
}

#[cfg(test)]
mod tests {
    use kring_domain::text::{Catalogue, Language};

    use super::*;

    #[test]
    fn every_code_has_its_sentence_in_both_languages() {
        let errors = [
            ImportError::TooLarge { most: 1 },
            ImportError::NotRecognised,
            ImportError::Empty,
        ];
        let problems = [
            ProblemCode::Broken,
            ProblemCode::NoTitle,
            ProblemCode::Unfit,
            ProblemCode::TooMany,
        ];
        let warnings = [
            Warning::Shortened { field: "title" },
            Warning::AddressLeftOut {
                address: String::new(),
            },
        ];
        let mut keys: Vec<String> = errors.iter().map(|error| error.code().to_owned()).collect();
        keys.extend(errors.iter().map(|error| format!("{}-todo", error.code())));
        keys.extend(problems.iter().map(|problem| problem.code().to_owned()));
        keys.extend(warnings.iter().map(|warning| warning.code().to_owned()));
        for language in [Language::Dutch, Language::English] {
            let catalogue = Catalogue::new(language);
            for key in &keys {
                assert!(catalogue.has(key), "{key} is missing in {language:?}");
            }
        }
    }
}
