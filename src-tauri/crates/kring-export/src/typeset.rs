//! A document as PDF through typst. The one module that knows typst: the template is ours, the document
//! reaches it as JSON and is never source. Any Unicode text yields a document; see [`glyphs`].

mod glyphs;

use std::sync::LazyLock;

use serde_json::Value;
use typst::diag::{FileError, FileResult, Warned};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::document::Document;
use crate::error::ExportError;

/// A template with the names it and its values go by.
pub(crate) struct Template {
    name: &'static str,
    values: &'static str,
    source: &'static str,
}

const SUMMARY: Template = Template {
    name: "summary.typ",
    values: "summary.json",
    source: include_str!("../../../../assets/templates/summary.typ"),
};
/// Sheets with printed keys.
pub(crate) const KEY_SHEET: Template = Template {
    name: "key-sheet.typ",
    values: "key-sheet.json",
    source: include_str!("../../../../assets/templates/key-sheet.typ"),
};
const MARK: &str = include_str!("../../../../assets/mark.svg");

/// What every document shares; made once.
static PRESS: LazyLock<Press> = LazyLock::new(Press::new);

struct Press {
    library: LazyHash<Library>,
    fonts: Vec<Font>,
    book: LazyHash<FontBook>,
}

impl Press {
    fn new() -> Self {
        let fonts: Vec<Font> = typst_assets::fonts()
            .flat_map(|data| Font::iter(Bytes::new(data)))
            .collect();
        let book = LazyHash::new(FontBook::from_fonts(&fonts));
        // Header cells of rows, for screen readers, stand behind this switch.
        let features = [Feature::A11yExtras].into_iter().collect();
        let library = LazyHash::new(Library::builder().with_features(features).build());
        Self { library, fonts, book }
    }
}

/// The world as typst sees it: a template, the mark, the values and the bundled fonts. No files, no clock.
struct Desk {
    template: Source,
    mark: (FileId, Bytes),
    values: (FileId, Bytes),
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &PRESS.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &PRESS.book
    }

    fn main(&self) -> FileId {
        self.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.template.id() {
            Ok(self.template.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let files = [&self.mark, &self.values];
        let found = files.into_iter().find(|(file, _)| *file == id);
        found
            .map(|(_, bytes)| bytes.clone())
            .ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        PRESS.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// A document as one file that is both PDF/UA-1 and PDF/A-2a.
pub(crate) fn pdf(document: &Document) -> Result<Vec<u8>, ExportError> {
    press(
        &SUMMARY,
        serde_json::to_value(document).map_err(ExportError::Values)?,
    )
}

/// Values in a template as one file that is both PDF/UA-1 and PDF/A-2a.
pub(crate) fn press(template: &Template, mut values: Value) -> Result<Vec<u8>, ExportError> {
    make_printable(&mut values);
    let values = serde_json::to_vec(&values).map_err(ExportError::Values)?;
    let desk = Desk {
        template: Source::new(file(template.name)?, template.source.to_owned()),
        mark: (file("mark.svg")?, Bytes::from_string(MARK)),
        values: (file(template.values)?, Bytes::new(values)),
    };
    let Warned { output, .. } = typst::compile::<PagedDocument>(&desk);
    let printed = output
        .map_err(|found| failed("laying out", found.len()))
        .and_then(|pages| {
            let options = options()?;
            typst_pdf::pdf(&pages, &options).map_err(|found| failed("writing the file", found.len()))
        });
    // Layout is remembered between calls; what a member wrote should not stay in memory for that.
    typst::comemo::evict(0);
    printed
}

fn options() -> Result<PdfOptions, ExportError> {
    let standards = PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_2a])
        .map_err(|_| failed("choosing the standards", 1))?;
    Ok(PdfOptions {
        creator: Smart::Custom(Some("Kringboek".into())),
        standards,
        ..PdfOptions::default()
    })
}

fn file(name: &str) -> Result<FileId, ExportError> {
    let path = VirtualPath::new(name).map_err(|_| failed("naming its files", 1))?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

/// How often and where, but not what: the messages of typst repeat the text they are about.
fn failed(stage: &'static str, count: usize) -> ExportError {
    ExportError::Typesetting { stage, count }
}

/// Makes every text printable, but for addresses: those need no glyphs.
fn make_printable(value: &mut Value) {
    match value {
        Value::String(text) => *text = glyphs::printable(text),
        Value::Array(values) => values.iter_mut().for_each(make_printable),
        Value::Object(fields) => {
            for (_, value) in fields.iter_mut().filter(|(name, _)| *name != "link") {
                make_printable(value);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::document::{Part, Run};

    fn document(parts: Vec<Part>) -> Document {
        Document {
            language: "nl-NL",
            title: "Proef".into(),
            circle: "Kring".into(),
            running_head: "Kring".into(),
            sample: None,
            fingerprint: None,
            mark_alt: "ring".into(),
            made_on: NaiveDate::from_ymd_opt(2026, 3, 13).unwrap(),
            facts: vec![],
            parts,
        }
    }

    #[test]
    fn every_character_counted_as_printable_prints_in_every_style() {
        // Beyond the first plane the bundled fonts have letters and signs of mathematics, and pictures.
        let assigned = ('\0'..='\u{FFFF}').chain('\u{1D000}'..='\u{1FAFF}');
        let characters: Vec<char> = assigned
            .filter(|c| glyphs::has_glyphs(c.encode_utf8(&mut [0; 4])))
            .collect();
        assert!(
            characters.len() > 4_000,
            "only {} characters print",
            characters.len()
        );
        let paragraph = |characters: &[char]| {
            let text: String = characters.iter().flat_map(|&c| [c, 'a']).collect();
            let style = |bold, italic| Run {
                bold,
                italic,
                ..Run::plain(&text)
            };
            Part::Paragraph {
                runs: vec![style(false, false), style(true, true)],
            }
        };
        pdf(&document(characters.chunks(100).map(paragraph).collect())).unwrap();
    }
}
