//! The studies of `assets/sample/sector.json` as other programs would export them: a third each as
//! RIS, BibTeX and CSL-JSON.

use std::fs;
use std::path::{Path, PathBuf};

use kring_api::app::story::Reference;
use serde_json::Value;

use crate::failure::Failure;

/// Writes the publications into three files in this folder.
pub fn write(references: &[Reference], folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let third = references.len().div_ceil(3);
    let mut parts = references.chunks(third);
    let mut next = || parts.next().unwrap_or_default();
    let ris: String = next().iter().map(ris).collect();
    let bibtex: String = next().iter().map(bibtex).collect();
    let csl = Value::from_iter(next().iter().map(Reference::csl));
    let mut files = Vec::new();
    for (name, text) in [
        ("studies.ris", ris),
        ("studies.bib", bibtex),
        ("studies.json", format!("{csl:#}\n")),
    ] {
        let path = folder.join(name);
        fs::write(&path, text)?;
        files.push(path);
    }
    Ok(files)
}

fn ris(reference: &Reference) -> String {
    let (kind, publisher) = if reference.is_article() {
        ("JOUR", "JO")
    } else {
        ("RPRT", "PB")
    };
    let mut lines = vec![format!("TY  - {kind}")];
    lines.extend(reference.authors.iter().map(|author| format!("AU  - {author}")));
    lines.push(format!("TI  - {}", reference.title));
    lines.extend(reference.year.map(|year| format!("PY  - {year}")));
    lines.push(format!("{publisher}  - {}", reference.publisher));
    lines.extend(reference.doi.iter().map(|doi| format!("DO  - {doi}")));
    lines.push(format!("UR  - {}", reference.url));
    lines.extend(["ER  - ".to_owned(), String::new()]);
    lines.iter().map(|line| format!("{line}\r\n")).collect()
}

fn bibtex(reference: &Reference) -> String {
    let (kind, publisher) = if reference.is_article() {
        ("article", "journal")
    } else {
        ("techreport", "institution")
    };
    let person = |author: &String| {
        if author.contains(", ") {
            author.clone()
        } else {
            format!("{{{author}}}")
        }
    };
    let authors: Vec<String> = reference.authors.iter().map(person).collect();
    let mut fields = vec![
        ("author", authors.join(" and ")),
        ("title", format!("{{{}}}", reference.title)),
    ];
    fields.extend(reference.year.map(|year| ("year", year.to_string())));
    fields.push((publisher, reference.publisher.replace('&', "\\&")));
    fields.extend(reference.doi.clone().map(|doi| ("doi", doi)));
    fields.push(("url", reference.url.clone()));
    let lines: String = fields
        .iter()
        .map(|(name, value)| format!("  {name} = {{{value}}},\n"))
        .collect();
    format!("@{kind}{{{},\n{lines}}}\n\n", reference.id)
}
