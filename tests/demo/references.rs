//! The studies of `assets/sample/sector.json` as other programs would export them: a third each as
//! RIS, BibTeX and CSL-JSON.

use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde_json::{Value, json};

use crate::failure::Failure;

/// A publication; authors as "Vries, Annemieke de" or the name of an organisation.
#[derive(Debug, Deserialize)]
pub struct Reference {
    /// What the story calls it.
    pub id: String,
    /// Title and subtitle.
    pub title: String,
    authors: Vec<String>,
    year: Option<u32>,
    publisher: String,
    r#type: String,
    doi: Option<String>,
    url: String,
}

#[derive(Deserialize)]
struct Sector {
    studies: Vec<Reference>,
}

/// Reads the publications.
pub fn read() -> Result<Vec<Reference>, Failure> {
    let sector: Sector = serde_json::from_str(include_str!("../../assets/sample/sector.json"))?;
    Ok(sector.studies)
}

/// Writes them into three files in this folder.
pub fn write(references: &[Reference], folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let third = references.len().div_ceil(3);
    let mut parts = references.chunks(third);
    let mut next = || parts.next().unwrap_or_default();
    let ris: String = next().iter().map(Reference::ris).collect();
    let bibtex: String = next().iter().map(Reference::bibtex).collect();
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

impl Reference {
    /// The type in CSL, RIS and BibTeX. A master's thesis goes as a report: there its publisher says what
    /// it is, and all that these formats know as a thesis prints as a dissertation.
    fn types(&self) -> (&'static str, &'static str, &'static str) {
        if self.r#type == "artikel" && self.doi.is_some() {
            ("article-journal", "JOUR", "article")
        } else {
            ("report", "RPRT", "techreport")
        }
    }

    fn ris(&self) -> String {
        let (csl, kind, _) = self.types();
        let publisher = if csl == "article-journal" { "JO" } else { "PB" };
        let mut lines = vec![format!("TY  - {kind}")];
        lines.extend(self.authors.iter().map(|author| format!("AU  - {author}")));
        lines.push(format!("TI  - {}", self.title));
        lines.extend(self.year.map(|year| format!("PY  - {year}")));
        lines.push(format!("{publisher}  - {}", self.publisher));
        lines.extend(self.doi.iter().map(|doi| format!("DO  - {doi}")));
        lines.push(format!("UR  - {}", self.url));
        lines.extend(["ER  - ".to_owned(), String::new()]);
        lines.iter().map(|line| format!("{line}\r\n")).collect()
    }

    fn bibtex(&self) -> String {
        let (_, _, kind) = self.types();
        let publisher = if kind == "article" {
            "journal"
        } else {
            "institution"
        };
        let person = |author: &String| {
            if author.contains(", ") {
                author.clone()
            } else {
                format!("{{{author}}}")
            }
        };
        let authors: Vec<String> = self.authors.iter().map(person).collect();
        let mut fields = vec![
            ("author", authors.join(" and ")),
            ("title", format!("{{{}}}", self.title)),
        ];
        fields.extend(self.year.map(|year| ("year", year.to_string())));
        fields.push((publisher, self.publisher.replace('&', "\\&")));
        fields.extend(self.doi.clone().map(|doi| ("doi", doi)));
        fields.push(("url", self.url.clone()));
        let lines: String = fields
            .iter()
            .map(|(name, value)| format!("  {name} = {{{value}}},\n"))
            .collect();
        format!("@{kind}{{{},\n{lines}}}\n\n", self.id)
    }

    fn csl(&self) -> Value {
        let (kind, _, _) = self.types();
        let author = |author: &String| match author.split_once(", ") {
            Some((family, given)) => json!({ "family": family, "given": given }),
            None => json!({ "literal": author }),
        };
        let publisher = if kind == "article-journal" {
            "container-title"
        } else {
            "publisher"
        };
        let mut item = json!({
            "id": self.id, "type": kind, "title": self.title, "URL": self.url,
            "author": self.authors.iter().map(author).collect::<Vec<_>>(),
        });
        item[publisher] = self.publisher.clone().into();
        if let Some(year) = self.year {
            item["issued"] = json!({ "date-parts": [[year]] });
        }
        if let Some(doi) = &self.doi {
            item["DOI"] = doi.clone().into();
        }
        item
    }
}
