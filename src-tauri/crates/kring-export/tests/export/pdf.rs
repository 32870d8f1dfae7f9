//! The sample summary as PDF: what a validator, a screen reader and an archive look for.

use kring_domain::text::{Catalogue, Language};
use kring_export::pdf;
use lopdf::{Document, Object};

use crate::sample;

fn sample_pdf(language: Language) -> Document {
    let bytes = pdf(&sample::summary(), &Catalogue::new(language)).unwrap();
    Document::load_mem(&bytes).unwrap()
}

fn metadata(document: &Document) -> String {
    let reference = document
        .catalog()
        .unwrap()
        .get(b"Metadata")
        .unwrap()
        .as_reference()
        .unwrap();
    let stream = document.get_object(reference).unwrap().as_stream().unwrap();
    let bytes = stream
        .decompressed_content()
        .unwrap_or_else(|_| stream.content.clone());
    String::from_utf8(bytes).unwrap()
}

#[test]
fn the_file_says_that_it_is_accessible_and_archivable() {
    let metadata = metadata(&sample_pdf(Language::Dutch));
    for claim in ["<pdfuaid:part>1<", "<pdfaid:part>2<", "<pdfaid:conformance>A<"] {
        assert!(metadata.contains(claim), "{claim} is missing from {metadata}");
    }
    assert!(metadata.contains("2026-03-13"), "the date is the one passed in");
}

#[test]
fn the_file_is_tagged_and_names_its_language() {
    for (language, tag) in [(Language::Dutch, "nl-NL"), (Language::English, "en-GB")] {
        let document = sample_pdf(language);
        let catalog = document.catalog().unwrap();
        assert_eq!(catalog.get(b"Lang").unwrap().as_str().unwrap(), tag.as_bytes());
        let marked = catalog.get(b"MarkInfo").unwrap();
        let marked = match marked {
            Object::Reference(id) => document.get_object(*id).unwrap(),
            direct => direct,
        };
        assert!(
            marked
                .as_dict()
                .unwrap()
                .get(b"Marked")
                .unwrap()
                .as_bool()
                .unwrap()
        );
    }
}

#[test]
fn two_exports_of_one_summary_are_the_same_bytes() {
    let words = Catalogue::new(Language::Dutch);
    let (first, second) = (
        pdf(&sample::summary(), &words).unwrap(),
        pdf(&sample::summary(), &words).unwrap(),
    );
    assert!(first == second, "the clock and chance must not reach the file");
}

#[test]
fn dissent_is_printed_with_name_and_words() {
    let document = sample_pdf(Language::Dutch);
    let pages: Vec<u32> = document.get_pages().into_keys().collect();
    assert!((3..=5).contains(&pages.len()), "{} pages", pages.len());
    let text = document.extract_text(&pages).unwrap();
    for printed in [
        "Fatima el Amrani",
        "Geen bewijs is niet hetzelfde als geen verschil",
        "3f9a 61c0",
    ] {
        assert!(text.contains(printed), "{printed} is missing");
    }
}
