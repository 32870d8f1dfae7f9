//! CSL-JSON as studies: a list, a single item, or a list under "items", as Zotero, Pandoc and Crossref
//! write them. Values may be of the wrong type (numbers for texts, texts for dates); fields that a study
//! has no place for are not read. The status "retracted" is the one that CSL 1.0.2 names and a study keeps.

use kring_domain::study::{Author, PartialDate, Study};
use serde_json::{Map, Value};

use crate::problem::{ImportError, ProblemCode};
use crate::{Format, Reading, date, name};

type Item = Map<String, Value>;

/// The studies of a CSL-JSON text. JSON that is no list of works is not recognised; a list that breaks
/// off is one problem.
pub(crate) fn read(text: &str) -> Result<Reading, ImportError> {
    let mut reading = Reading::new(Format::CslJson);
    match serde_json::from_str(text) {
        Ok(value) => {
            for item in items(value)? {
                if !reading.has_room(0) {
                    break;
                }
                match item {
                    Value::Object(item) => reading.keep(0, &text_of(&item, &["id"]), study(&item)),
                    _ => reading.refuse(0, "", ProblemCode::Broken),
                }
            }
        }
        Err(error) if text.contains("\"title\"") => reading.refuse(error.line(), "", ProblemCode::Broken),
        Err(_) => return Err(ImportError::NotRecognised),
    }
    Ok(reading)
}

/// The items of a list, of "items", or of a single work.
fn items(value: Value) -> Result<Vec<Value>, ImportError> {
    let list = match value {
        Value::Array(list) => list,
        Value::Object(mut object) => match object.remove("items") {
            Some(Value::Array(list)) => list,
            _ => vec![Value::Object(object)],
        },
        _ => return Err(ImportError::NotRecognised),
    };
    let is_work = |item: &Value| item.get("title").is_some() || item.get("type").is_some();
    if list.is_empty() || list.iter().any(is_work) {
        Ok(list)
    } else {
        Err(ImportError::NotRecognised)
    }
}

fn study(item: &Item) -> Study {
    Study {
        csl_type: csl_type(&text_of(item, &["type"])),
        title: text_of(item, &["title", "title-short"]),
        authors: names(item.get("author")),
        editors: names(item.get("editor")),
        issued: date_of(item.get("issued")),
        container_title: text_of(item, &["container-title"]),
        publisher: text_of(item, &["publisher"]),
        publisher_place: text_of(item, &["publisher-place"]),
        volume: text_of(item, &["volume"]),
        issue: text_of(item, &["issue"]),
        pages: text_of(item, &["page"]),
        edition: text_of(item, &["edition"]),
        doi: text_of(item, &["DOI"]),
        isbn: text_of(item, &["ISBN"]),
        url: text_of(item, &["URL"]),
        accessed: date_of(item.get("accessed")),
        language: text_of(item, &["language"]),
        abstract_text: text_of(item, &["abstract"]),
        keywords: keywords(item.get("keyword")),
        retracted: text_of(item, &["status"]).eq_ignore_ascii_case("retracted"),
        ..Study::default()
    }
}

/// The type as it is; Crossref's own names become those of CSL.
fn csl_type(text: &str) -> String {
    match text {
        "journal-article" => "article-journal",
        "book-chapter" => "chapter",
        "proceedings-article" => "paper-conference",
        "dissertation" => "thesis",
        "monograph" | "edited-book" => "book",
        text => text,
    }
    .to_owned()
}

/// The first of the fields that holds text, a number, or a list that starts with one.
fn text_of(item: &Item, fields: &[&str]) -> String {
    fields
        .iter()
        .filter_map(|field| item.get(*field))
        .map(text)
        .find(|text| !text.is_empty())
        .unwrap_or_default()
}

fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Array(list) => list.first().map(text).unwrap_or_default(),
        _ => String::new(),
    }
}

fn names(value: Option<&Value>) -> Vec<Author> {
    let list = value
        .and_then(Value::as_array)
        .map(Vec::as_slice)
        .unwrap_or_default();
    list.iter()
        .filter_map(|value| match value {
            Value::Object(parts) => author(parts),
            value => name::parse(&text(value)),
        })
        .collect()
}

/// A name in parts; particles of both kinds go before the family name.
fn author(parts: &Item) -> Option<Author> {
    let part = |field| text_of(parts, &[field]);
    let literal = text_of(parts, &["literal", "name"]);
    let (family, given) = (part("family"), part("given"));
    if !literal.is_empty() {
        return Some(name::organisation(&literal));
    }
    if family.is_empty() {
        return name::parse(&given);
    }
    let particles = format!("{} {}", part("dropping-particle"), part("non-dropping-particle"));
    let mut author = name::person(&family, &given);
    author.particle = format!("{} {}", particles.trim(), author.particle)
        .trim()
        .to_owned();
    let suffix = part("suffix");
    Some(if suffix.is_empty() {
        author
    } else {
        name::with_suffix(author, &suffix)
    })
}

/// A date in parts, or as a text or year.
fn date_of(value: Option<&Value>) -> Option<PartialDate> {
    let value = value?;
    let Value::Object(date) = value else {
        return date::parse(&text(value));
    };
    let parts = date
        .get("date-parts")
        .and_then(|ranges| ranges.get(0))
        .and_then(Value::as_array);
    let number = |at: usize| parts?.get(at).map(text)?.trim().parse::<u32>().ok();
    match number(0)
        .and_then(|year| i32::try_from(year).ok())
        .filter(|year| (1..=9999).contains(year))
    {
        Some(year) => Some(date::known(year, number(1), number(2))),
        None => date::parse(&text_of(date, &["raw", "literal", "date-time"])),
    }
}

/// One text parted by semicolons or else commas, or a list.
fn keywords(value: Option<&Value>) -> Vec<String> {
    match value {
        Some(Value::Array(list)) => list.iter().map(text).collect(),
        Some(value) => {
            let text = text(value);
            let sign = if text.contains(';') { ';' } else { ',' };
            text.split(sign).map(str::to_owned).collect()
        }
        None => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_one(json: &str) -> Study {
        read(json).unwrap().studies.remove(0).study
    }

    #[test]
    fn dates_are_read_in_every_shape() {
        let date = |issued: &str| read_one(&format!(r#"{{"title": "A", "issued": {issued}}}"#)).issued;
        let may = Some(date::known(2012, Some(5), Some(3)));
        assert_eq!(date(r#"{"date-parts": [[2012, 5, 3]]}"#), may);
        assert_eq!(date(r#"{"date-parts": [["2012", "05", "03"]]}"#), may);
        assert_eq!(date(r#"{"raw": "3 mei 2012"}"#), may);
        assert_eq!(date(r#""2012-05-03""#), may);
        for year in [
            "2012",
            r#"{"date-parts": [[2012]]}"#,
            r#"{"literal": "voorjaar 2012"}"#,
            r#"{"date-parts": [[2012, 21]]}"#,
        ] {
            assert_eq!(date(year), Some(date::known(2012, None, None)), "{year}");
        }
        for none in [
            "{}",
            "null",
            r#"{"date-parts": [[null]]}"#,
            r#"{"date-parts": []}"#,
            r#"{"literal": "z.d."}"#,
        ] {
            assert_eq!(date(none), None, "{none}");
        }
    }

    #[test]
    fn a_retraction_is_read_and_no_other_status_is_taken_for_one() {
        let retracted =
            |status: &str| read_one(&format!(r#"{{"title": "A", "status": {status}}}"#)).retracted;
        assert!(retracted(r#""retracted""#) && retracted(r#""Retracted""#));
        for other in [r#""in press""#, "null", "true", r#""not retracted""#] {
            assert!(!retracted(other), "{other}");
        }
    }

    #[test]
    fn names_are_read_in_every_shape() {
        let author = |json: &str| {
            let author = read_one(&format!(r#"{{"title": "A", "author": [{json}]}}"#))
                .authors
                .remove(0);
            (author.particle, author.family, author.given, author.literal)
        };
        let vries = ("de".into(), "Vries".into(), "Annemieke".into(), String::new());
        assert_eq!(
            author(r#"{"family": "Vries", "given": "Annemieke", "non-dropping-particle": "de"}"#),
            vries
        );
        assert_eq!(
            author(r#"{"family": "Vries", "given": "Annemieke", "dropping-particle": "de"}"#),
            vries
        );
        assert_eq!(author(r#"{"family": "de Vries", "given": "Annemieke"}"#), vries);
        assert_eq!(author(r#""Annemieke de Vries""#), vries);
        let king = (String::new(), "King Jr.".into(), "Martin".into(), String::new());
        assert_eq!(
            author(r#"{"family": "King", "given": "Martin", "suffix": "Jr."}"#),
            king
        );
        let nji = (
            String::new(),
            String::new(),
            String::new(),
            "Nederlands Jeugdinstituut".into(),
        );
        assert_eq!(author(r#"{"literal": "Nederlands Jeugdinstituut"}"#), nji);
    }

    #[test]
    fn values_of_the_wrong_type_are_understood() {
        let study = read_one(
            r#"{"id": 7, "type": "journal-article", "title": ["Pleegzorg"], "container-title": ["Jeugdbeleid"],
                "volume": 25, "issue": {"a": 1}, "keyword": "matching, hechting", "unknown": [[[]]]}"#,
        );
        assert_eq!(study.csl_type, "article-journal");
        assert_eq!(
            (study.title.as_str(), study.container_title.as_str()),
            ("Pleegzorg", "Jeugdbeleid")
        );
        assert_eq!((study.volume.as_str(), study.issue.as_str()), ("25", ""));
        assert_eq!(study.keywords, ["matching", "hechting"]);
    }

    #[test]
    fn what_is_no_item_is_a_problem_beside_the_others() {
        let reading = read(r#"[3, {"title": "Pleegzorg"}, {"id": "leeg"}]"#).unwrap();
        let problems: Vec<(&str, ProblemCode)> = reading
            .problems
            .iter()
            .map(|problem| (problem.entry.as_str(), problem.code))
            .collect();
        assert_eq!(reading.studies.len(), 1);
        assert_eq!(
            problems,
            [("", ProblemCode::Broken), ("leeg", ProblemCode::NoTitle)]
        );
    }

    #[test]
    fn a_list_that_breaks_off_is_a_problem_with_its_line() {
        let reading = read("[{\"title\": \"A\"},\n{\"title\": ").unwrap();
        let problem = crate::Problem {
            line: 2,
            entry: String::new(),
            code: ProblemCode::Broken,
        };
        assert_eq!(reading.problems, [problem]);
        let deep = format!("{{\"title\": {}", "[".repeat(100_000));
        assert_eq!(
            read(&deep).unwrap().studies.len(),
            0,
            "depth is bounded by the reader of JSON"
        );
    }
}
