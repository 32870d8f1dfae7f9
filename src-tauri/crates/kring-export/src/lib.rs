//! Records in, documents out: the session summary of a meeting as PDF, HTML and Markdown, and the sheets
//! with printed keys. This crate
//! opens no files, reads no clock and knows no store: it is given plain values and answers bytes.
//!
//! [`Summary`] becomes one document of parts in reading order (`outline`), and each format is written
//! from that: what is printed is decided once, how it looks three times.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::panic))]

mod citation;
mod document;
mod error;
mod html;
mod key_sheet;
mod legible;
mod markdown;
mod outline;
mod prose;
pub mod report;
mod statement;
pub mod summary;
mod typeset;
mod words;

use kring_domain::text::Catalogue;

pub use error::ExportError;
pub use key_sheet::{KeyPurpose, KeySheet, PrintedKey, key_sheets};
pub use report::Report;
pub use summary::Summary;

/// The summary as one PDF file that is both PDF/UA-1 and PDF/A-2a, in the language of the catalogue.
pub fn pdf(summary: &Summary, words: &Catalogue) -> Result<Vec<u8>, ExportError> {
    typeset::pdf(&outline::document(summary, words)?)
}

/// The summary as one HTML file without scripts or anything outside it.
pub fn html(summary: &Summary, words: &Catalogue) -> Result<String, ExportError> {
    Ok(html::write(&outline::document(summary, words)?))
}

/// The summary as CommonMark with GitHub's tables.
pub fn markdown(summary: &Summary, words: &Catalogue) -> Result<String, ExportError> {
    Ok(markdown::write(&outline::document(summary, words)?))
}

/// A report as one PDF file that is both PDF/UA-1 and PDF/A-2a.
pub fn report_pdf(report: &Report, words: &Catalogue) -> Result<Vec<u8>, ExportError> {
    typeset::pdf(&report::document(report, words))
}

/// A report as one HTML file without scripts or anything outside it.
pub fn report_html(report: &Report, words: &Catalogue) -> String {
    html::write(&report::document(report, words))
}

/// A report as CommonMark.
pub fn report_markdown(report: &Report, words: &Catalogue) -> String {
    markdown::write(&report::document(report, words))
}
