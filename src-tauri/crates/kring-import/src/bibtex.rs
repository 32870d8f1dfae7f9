//! BibTeX and BibLaTeX entries as studies. Each entry is read on its own, so that a broken one costs
//! only itself; `@string` and `crossref`, which tie entries together, are followed here, where they
//! cannot run in a circle. `@comment` and `@preamble` are not read.

mod entry;
mod value;

use std::collections::{BTreeMap, BTreeSet};

use kring_domain::study::{PartialDate, Study};

use crate::problem::ProblemCode;
use crate::{Format, MAX_ENTRIES, Reading, date, field};
use entry::Entry;

pub(crate) use entry::starts_entry;

/// The studies of a BibTeX text.
pub(crate) fn read(text: &str) -> Reading {
    let mut macros = entry::Macros::default();
    // One more than is kept, so that the reading can say that there were more.
    let entries: Vec<Entry> = entry::sources(text)
        .filter_map(|source| entry::parse(&source, &mut macros))
        .take(MAX_ENTRIES + 1)
        .collect();
    let wholes = wholes(&entries);
    let mut reading = Reading::new(Format::BibTex);
    for entry in &entries {
        if !reading.has_room(entry.line) {
            break;
        }
        match study(entry) {
            Some(part) => {
                let whole = wholes.get(&entry.text(&["crossref"]).to_lowercase());
                reading.keep(entry.line, &entry.key, inherit(part, whole));
            }
            None => reading.refuse(entry.line, &entry.key, ProblemCode::Broken),
        }
    }
    reading
}

/// The works that others are a part of, by key in lower case, as BibTeX compares keys.
fn wholes(entries: &[Entry]) -> BTreeMap<String, Study> {
    let wanted: BTreeSet<String> = entries
        .iter()
        .map(|entry| entry.text(&["crossref"]).to_lowercase())
        .collect();
    let whole = |entry: &Entry| Some((entry.key.to_lowercase(), study(entry)?));
    entries
        .iter()
        .filter(|entry| wanted.contains(&entry.key.to_lowercase()))
        .filter_map(whole)
        .collect()
}

/// The part, with what it leaves to the work it appeared in.
fn inherit(mut part: Study, whole: Option<&Study>) -> Study {
    let Some(whole) = whole else { return part };
    for (text, inherited) in [
        (&mut part.container_title, &whole.title),
        (&mut part.publisher, &whole.publisher),
        (&mut part.publisher_place, &whole.publisher_place),
        (&mut part.isbn, &whole.isbn),
    ] {
        if text.is_empty() {
            text.clone_from(inherited);
        }
    }
    if part.editors.is_empty() {
        part.editors.clone_from(&whole.editors);
    }
    part.issued = part.issued.or(whole.issued);
    part
}

/// The study of an entry, or nothing when the entry is broken.
fn study(entry: &Entry) -> Option<Study> {
    let fields = entry.fields.as_ref()?;
    let names = |field: &str| {
        fields
            .get(field)
            .map(|value| value::names(value))
            .unwrap_or_default()
    };
    let csl_type = csl_type(entry);
    let is_article = csl_type.starts_with("article-");
    Some(Study {
        csl_type: csl_type.to_owned(),
        title: title(entry),
        authors: names("author"),
        editors: names("editor"),
        issued: issued(entry),
        container_title: entry.text(&["journaltitle", "journal", "booktitle"]),
        publisher: entry.text(&["publisher", "institution", "school", "organization"]),
        publisher_place: entry.text(&["location", "address"]),
        volume: entry.text(&["volume"]),
        // Elsewhere the number is that of a report or of a book in its series.
        issue: if is_article {
            entry.text(&["number", "issue"])
        } else {
            String::new()
        },
        pages: entry.text(&["pages"]),
        edition: entry.text(&["edition"]),
        doi: entry.text(&["doi"]),
        isbn: entry.text(&["isbn"]),
        url: address(entry),
        accessed: date::parse(&entry.text(&["urldate"])),
        language: entry.text(&["langid", "language"]),
        abstract_text: entry.text(&["abstract"]),
        keywords: entry
            .text(&["keywords", "keyword"])
            .split([',', ';'])
            .map(str::to_owned)
            .collect(),
        ..Study::default()
    })
}

fn csl_type(entry: &Entry) -> &'static str {
    match entry.kind.as_str() {
        "article" | "suppperiodical" => "article-journal",
        "book" | "mvbook" | "booklet" | "manual" | "collection" | "mvcollection" | "proceedings" => "book",
        "inbook" | "incollection" | "bookinbook" | "suppbook" | "suppcollection" => "chapter",
        "inproceedings" | "conference" => "paper-conference",
        "techreport" | "report" => "report",
        "phdthesis" | "mastersthesis" | "thesis" => "thesis",
        "online" | "electronic" | "www" => "webpage",
        "inreference" => "entry-encyclopedia",
        "unpublished" => "manuscript",
        "dataset" => "dataset",
        // BibTeX itself has no type for a page on the web.
        "misc" if !address(entry).is_empty() => "webpage",
        _ => "document",
    }
}

/// Title and subtitle as one.
fn title(entry: &Entry) -> String {
    let (title, subtitle) = (entry.text(&["title"]), entry.text(&["subtitle"]));
    if subtitle.is_empty() {
        return title;
    }
    let sign = if title.ends_with(['.', '?', '!', ':']) {
        ""
    } else {
        "."
    };
    format!("{title}{sign} {subtitle}")
}

/// BibLaTeX has one date, BibTeX a year and a month.
fn issued(entry: &Entry) -> Option<PartialDate> {
    let (year, month, day) = (
        entry.text(&["year"]),
        entry.text(&["month"]),
        entry.text(&["day"]),
    );
    date::parse(&entry.text(&["date"])).or_else(|| date::parse(&format!("{year} {month} {day}")))
}

/// The web address; JabRef and older styles keep it in `howpublished`.
fn address(entry: &Entry) -> String {
    let url = entry.text(&["url"]);
    if url.is_empty() {
        field::web_address(&entry.text(&["howpublished"])).unwrap_or_default()
    } else {
        url
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_one(text: &str) -> Study {
        read(text).studies.remove(0).study
    }

    #[test]
    fn types_become_csl_types() {
        let cases = [
            ("@article{a, title={A}}", "article-journal"),
            ("@InCollection{a, title={A}}", "chapter"),
            ("@phdthesis{a, title={A}}", "thesis"),
            ("@techreport{a, title={A}}", "report"),
            ("@inproceedings{a, title={A}}", "paper-conference"),
            ("@misc{a, title={A}}", "document"),
            (
                "@misc{a, title={A}, howpublished={\\url{https://nji.nl/a_b}}}",
                "webpage",
            ),
            ("@zomaar{a, title={A}}", "document"),
        ];
        for (text, csl_type) in cases {
            assert_eq!(read_one(text).csl_type, csl_type, "{text}");
        }
    }

    #[test]
    fn dates_are_read_the_old_way_and_the_new() {
        let date = |fields: &str| read_one(&format!("@book{{a, title={{A}}, {fields}}}")).issued;
        assert_eq!(
            date("date = {2012-05-03}"),
            Some(date::known(2012, Some(5), Some(3)))
        );
        assert_eq!(
            date("year = 2012, month = may"),
            Some(date::known(2012, Some(5), None))
        );
        assert_eq!(
            date("year = {2012}, month = {5}, day = 3"),
            Some(date::known(2012, Some(5), Some(3)))
        );
        assert_eq!(
            date("year = {2012}, month = \"3~\" # mar"),
            Some(date::known(2012, Some(3), Some(3)))
        );
        assert_eq!(date("year = {in druk}"), None);
    }

    #[test]
    fn a_part_takes_over_what_its_whole_says() {
        let text = "@incollection{part, title={Matching}, crossref={Whole}, pages={5--9}}
            @book{whole, title={Pleegzorg}, editor={Vries, Annemieke de}, publisher={NJi}, year=2014}";
        let part = read_one(text);
        assert_eq!(
            (part.container_title.as_str(), part.publisher.as_str()),
            ("Pleegzorg", "NJi")
        );
        assert_eq!(
            (part.editors.len(), part.issued),
            (1, Some(date::known(2014, None, None)))
        );
    }

    #[test]
    fn entries_that_refer_in_a_circle_are_read() {
        let circle = "@string{a = b # a}\n@string{b = a # b}\n
            @book{x, title=a # { en meer}, crossref={y}}\n@book{y, title={Y}, crossref={x}, ids={x, y}, xdata={y}}\n
            @book{z, title={Z}, crossref={z}}";
        assert_eq!(read(circle).studies.len(), 3);
    }

    #[test]
    fn a_broken_entry_costs_only_itself() {
        let reading = read(
            "@book{a, title={A}}\n@book{b, title={B}, year={2012}\n@book{c, title={C}}\n@book{d, title = }",
        );
        let titles: Vec<&str> = reading
            .studies
            .iter()
            .map(|found| found.study.title.as_str())
            .collect();
        let problems: Vec<(usize, &str, ProblemCode)> = reading
            .problems
            .iter()
            .map(|problem| (problem.line, problem.entry.as_str(), problem.code))
            .collect();
        assert_eq!(titles, ["A", "C"]);
        assert_eq!(
            problems,
            [(2, "b", ProblemCode::Broken), (4, "d", ProblemCode::Broken)]
        );
    }

    #[test]
    fn a_subtitle_follows_its_title() {
        assert_eq!(
            read_one("@book{a, title={Leerkringen}, subtitle={Een onderzoek}}").title,
            "Leerkringen. Een onderzoek"
        );
        assert_eq!(
            read_one("@book{a, title={Wat werkt?}, subtitle={Een onderzoek}}").title,
            "Wat werkt? Een onderzoek"
        );
    }
}
