//! Why a value is not a valid record. Codes and figures only: the sentence is made on reading, and
//! the refused content is never repeated.

/// A field that does not hold what it must.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("field {field}: {reason}")]
pub struct Invalid {
    /// The field's name in its record.
    pub field: &'static str,
    /// What is wrong with it.
    pub reason: Reason,
}

/// What can be wrong with a field.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Reason {
    /// Nothing was filled in.
    #[error("empty")]
    Empty,
    /// More characters than fit.
    #[error("longer than {most} characters")]
    TooLong {
        /// The most characters that fit.
        most: usize,
    },
    /// A control character or line break where one line is meant.
    #[error("line break or control character")]
    LineBreak,
    /// A mark lies outside the text of its block.
    #[error("mark outside its text")]
    MarkOutsideText,
    /// A reservation or objection without its text.
    #[error("a reservation or objection needs a text")]
    StanceNeedsText,
    /// An end before its beginning.
    #[error("ends before it begins")]
    EndBeforeStart,
    /// A number outside its bounds.
    #[error("not between {least} and {most}")]
    OutOfRange {
        /// Least allowed value.
        least: i64,
        /// Greatest allowed value.
        most: i64,
    },
    /// A web or mail address that is neither http(s) nor mailto.
    #[error("not an address")]
    NotAnAddress,
    /// The same value twice in a list of different ones.
    #[error("listed twice")]
    Twice,
}

impl Reason {
    /// The code of the reason, for text and scripts.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLong { .. } => "too-long",
            Self::LineBreak => "line-break",
            Self::MarkOutsideText => "mark-outside-text",
            Self::StanceNeedsText => "stance-needs-text",
            Self::EndBeforeStart => "end-before-start",
            Self::OutOfRange { .. } => "out-of-range",
            Self::NotAnAddress => "not-an-address",
            Self::Twice => "twice",
        }
    }
}

impl Invalid {
    /// The field and what is wrong with it.
    pub fn new(field: &'static str, reason: Reason) -> Self {
        Self { field, reason }
    }
}

/// Titles and names hold at most this many characters.
pub const MAX_TITLE_CHARS: usize = 300;
/// A short free text (a reservation, a finding, a decision) holds at most this many characters.
pub const MAX_SHORT_TEXT_CHARS: usize = 10_000;

/// One line that must not be empty, of at most [`MAX_TITLE_CHARS`] characters.
pub fn title(field: &'static str, text: &str) -> Result<(), Invalid> {
    if text.trim().is_empty() {
        return Err(Invalid::new(field, Reason::Empty));
    }
    line(field, text)
}

/// One line of at most [`MAX_TITLE_CHARS`] characters, possibly empty.
pub fn line(field: &'static str, text: &str) -> Result<(), Invalid> {
    if text.chars().any(char::is_control) {
        return Err(Invalid::new(field, Reason::LineBreak));
    }
    at_most(field, text, MAX_TITLE_CHARS)
}

/// Text of at most [`MAX_SHORT_TEXT_CHARS`] characters that may hold line breaks.
pub fn short_text(field: &'static str, text: &str) -> Result<(), Invalid> {
    at_most(field, text, MAX_SHORT_TEXT_CHARS)
}

/// Text that must not be empty, of at most [`MAX_SHORT_TEXT_CHARS`] characters.
pub fn required_text(field: &'static str, text: &str) -> Result<(), Invalid> {
    if text.trim().is_empty() {
        return Err(Invalid::new(field, Reason::Empty));
    }
    short_text(field, text)
}

/// At most `most` characters.
pub fn at_most(field: &'static str, text: &str, most: usize) -> Result<(), Invalid> {
    if text.chars().count() > most {
        return Err(Invalid::new(field, Reason::TooLong { most }));
    }
    Ok(())
}

/// A number between `least` and `most`, both included.
pub fn within(field: &'static str, value: i64, least: i64, most: i64) -> Result<(), Invalid> {
    if (least..=most).contains(&value) {
        return Ok(());
    }
    Err(Invalid::new(field, Reason::OutOfRange { least, most }))
}
