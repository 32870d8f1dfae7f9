//! Citations and the bibliography in the Dutch form of APA, through hayagriva and our own style file.
//! Which studies are cited, and where, is decided elsewhere.

use std::sync::LazyLock;

use hayagriva::archive::locales;
use hayagriva::citationberg::json::Item;
use hayagriva::citationberg::taxonomy::Locator;
use hayagriva::citationberg::{FontStyle, FontWeight, IndependentStyle, Locale, LocaleCode};
use hayagriva::{BibliographyDriver, BibliographyRequest, CitationItem, CitationRequest};
use hayagriva::{ElemChild, ElemChildren, Formatted, LocatorPayload, SpecificLocator};
use kring_domain::study::{Author, PartialDate, Study};
use kring_domain::text::Language;
use serde_json::{Value, json};

use crate::document::Run;
use crate::error::ExportError;
use crate::prose::address;

const STYLE: &str = include_str!("../../../../assets/styles/apa-nl.csl");

/// The languages documents have; hayagriva falls back on American English for a term it lacks.
static LOCALES: LazyLock<Vec<Locale>> = LazyLock::new(|| {
    let ours = |locale: &Locale| {
        locale
            .lang
            .as_ref()
            .is_some_and(|lang| ["nl-NL", "en-GB", "en-US"].contains(&lang.0.as_str()))
    };
    locales().into_iter().filter(ours).collect()
});

/// A place in the text that cites a study.
pub(crate) struct Citation<'a> {
    pub study: &'a Study,
    /// Pages, or empty for the study as a whole.
    pub page: &'a str,
}

/// What citations look like.
#[derive(Default)]
pub(crate) struct Cited {
    /// "(Jansen & Van der Berg, 2021, p. 12)", one for each citation.
    pub in_text: Vec<String>,
    /// The bibliography, sorted, each study once.
    pub references: Vec<Vec<Run>>,
}

/// Writes citations and the bibliography that goes with them.
pub(crate) fn cite(citations: &[Citation<'_>], language: Language) -> Result<Cited, ExportError> {
    if citations.is_empty() {
        return Ok(Cited::default());
    }
    let style = IndependentStyle::from_xml(STYLE).map_err(ExportError::Style)?;
    let mut studies: Vec<&Study> = Vec::new();
    for citation in citations {
        if !studies.contains(&citation.study) {
            studies.push(citation.study);
        }
    }
    let items = studies
        .iter()
        .zip(1..)
        .map(|(study, number)| item(study, number))
        .collect::<Result<Vec<_>, _>>()?;
    let locale = LocaleCode(language.tag().to_owned());
    let mut driver = BibliographyDriver::new();
    for citation in citations {
        let entry = studies
            .iter()
            .position(|study| *study == citation.study)
            .and_then(|place| items.get(place));
        let locator = SpecificLocator(Locator::Page, LocatorPayload::Str(citation.page.trim()));
        let locator = (!citation.page.trim().is_empty()).then_some(locator);
        let cited = entry
            .map(|entry| CitationItem::with_locator(entry, locator))
            .into_iter()
            .collect();
        driver.citation(CitationRequest::new(
            cited,
            &style,
            Some(locale.clone()),
            &LOCALES,
            None,
        ));
    }
    let request = BibliographyRequest::new(&style, Some(locale), &LOCALES);
    let rendered = driver.finish(request);
    let in_text = rendered
        .citations
        .iter()
        .map(|cited| plain(&cited.citation))
        .collect();
    let references = rendered
        .bibliography
        .map(|list| list.items.iter().map(|item| runs(&item.content)).collect());
    Ok(Cited {
        in_text,
        references: references.unwrap_or_default(),
    })
}

/// A study as CSL-JSON. A field that is not known is left out.
fn item(study: &Study, number: u32) -> Result<Item, ExportError> {
    let texts = [
        ("title", &study.title),
        ("container-title", &study.container_title),
        ("publisher", &study.publisher),
        ("publisher-place", &study.publisher_place),
        ("volume", &study.volume),
        ("issue", &study.issue),
        ("page", &study.pages),
        ("edition", &study.edition),
        ("DOI", &study.doi),
        ("URL", &study.url),
    ];
    let texts = texts.into_iter().filter(|(_, text)| !text.trim().is_empty());
    let mut fields: serde_json::Map<String, Value> = texts
        .map(|(name, text)| (name.to_owned(), json!(text.trim())))
        .collect();
    let kind = if study.csl_type.is_empty() {
        "document"
    } else {
        study.csl_type.as_str()
    };
    fields.insert("id".into(), json!(number.to_string()));
    fields.insert("type".into(), json!(kind));
    for (name, people) in [("author", &study.authors), ("editor", &study.editors)] {
        if !people.is_empty() {
            fields.insert(name.into(), people.iter().map(person).collect());
        }
    }
    for (name, date) in [("issued", study.issued), ("accessed", study.accessed)] {
        if let Some(parts) = date.and_then(date_parts) {
            fields.insert(name.into(), json!({ "date-parts": [parts] }));
        }
    }
    serde_json::from_value(Value::Object(fields)).map_err(ExportError::Values)
}

fn person(author: &Author) -> Value {
    if !author.literal.is_empty() {
        return json!({ "literal": author.literal });
    }
    let given = initials_apart(&author.given);
    let parts = [
        ("family", &author.family),
        ("given", &given),
        ("non-dropping-particle", &author.particle),
    ];
    // An empty particle would leave its space in print.
    let known = parts.into_iter().filter(|(_, text)| !text.is_empty());
    Value::Object(known.map(|(name, text)| (name.to_owned(), json!(text))).collect())
}

/// "A.S." as "A. S.": of what stands between two spaces, hayagriva keeps one initial.
fn initials_apart(given: &str) -> String {
    let apart = given.replace('.', ". ").replace(". -", ".-");
    apart.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Year, or year, month and day: a month alone says little and the style cannot ask for it. A year that
/// CSL-JSON cannot hold counts as not known.
fn date_parts(date: PartialDate) -> Option<Vec<u32>> {
    let year = u32::try_from(date.year)
        .ok()
        .filter(|year| (1..=9999).contains(year))?;
    Some(match (date.month, date.day) {
        (Some(month @ 1..=12), Some(day @ 1..=31)) => vec![year, month, day],
        _ => vec![year],
    })
}

fn plain(children: &ElemChildren) -> String {
    runs(children).into_iter().map(|run| run.text).collect()
}

fn runs(children: &ElemChildren) -> Vec<Run> {
    let mut runs = Vec::new();
    collect(children, &mut runs);
    runs
}

fn collect(children: &ElemChildren, runs: &mut Vec<Run>) {
    for child in &children.0 {
        match child {
            ElemChild::Text(text) => push(styled(text, None), runs),
            ElemChild::Elem(element) => collect(&element.children, runs),
            ElemChild::Link { text, url } => push(styled(text, address(url)), runs),
            ElemChild::Markup(text) => push(Run::plain(text), runs),
            // Stands for a locator that the caller renders; ours are all text.
            ElemChild::Transparent { .. } => {}
        }
    }
}

fn styled(text: &Formatted, link: Option<String>) -> Run {
    Run {
        bold: text.formatting.font_weight == FontWeight::Bold,
        italic: text.formatting.font_style == FontStyle::Italic,
        link,
        ..Run::plain(&text.text)
    }
}

/// Appends a run, joined with the one before when they look the same. A title that ends in a question
/// mark gets no full stop behind it.
fn push(mut run: Run, runs: &mut Vec<Run>) {
    let is_ended = runs.last().is_some_and(|last| last.text.ends_with(['?', '!']));
    if is_ended && run.text.starts_with('.') {
        run.text.remove(0);
    }
    match runs.last_mut() {
        Some(last) if (last.bold, last.italic, &last.link) == (run.bold, run.italic, &run.link) => {
            last.text.push_str(&run.text);
        }
        _ => runs.push(run),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(family: &str, given: &str, particle: &str) -> Author {
        Author {
            family: family.into(),
            given: given.into(),
            particle: particle.into(),
            literal: String::new(),
        }
    }

    fn organisation(name: &str) -> Author {
        Author {
            literal: name.into(),
            ..Author::default()
        }
    }

    fn study(csl_type: &str, title: &str, authors: Vec<Author>, issued: Option<PartialDate>) -> Study {
        Study {
            csl_type: csl_type.into(),
            title: title.into(),
            authors,
            issued,
            ..Study::default()
        }
    }

    fn year(year: i32) -> Option<PartialDate> {
        Some(PartialDate {
            year,
            month: None,
            day: None,
        })
    }

    /// The citation of page 12 and the reference, with italics between underscores.
    fn cited(study: &Study) -> (String, String) {
        let cited = cite(&[Citation { study, page: "12" }], Language::Dutch).unwrap();
        let run = |run: &Run| {
            if run.italic {
                format!("_{}_", run.text)
            } else {
                run.text.clone()
            }
        };
        (
            cited.in_text.concat(),
            cited.references.concat().iter().map(run).collect(),
        )
    }

    #[test]
    fn a_book() {
        let authors = vec![person("Gorissen", "Wim", "")];
        let mut book = study("book", "Samen lerend doen wat werkt", authors, year(2017));
        book.publisher = "NJi".into();
        book.edition = "2".into();
        let expected = "Gorissen, W. (2017). _Samen lerend doen wat werkt_ (2e druk). NJi.";
        assert_eq!(cited(&book), ("(Gorissen, 2017, p. 12)".into(), expected.into()));
    }

    #[test]
    fn an_article_with_a_particle() {
        let authors = vec![person("Goemans", "Anouk", ""), person("Geel", "Mitch", "van der")];
        let mut article = study("article-journal", "Psychosocial functioning", authors, year(2016));
        article.container_title = "Child Abuse & Neglect".into();
        article.volume = "56".into();
        article.issue = "2".into();
        article.pages = "30-43".into();
        article.doi = "10.1016/j.chiabu".into();
        let expected = "Goemans, A., & Geel, M. van der. (2016). Psychosocial functioning. \
            _Child Abuse & Neglect_, _56_(2), 30–43. https://doi.org/10.1016/j.chiabu";
        assert_eq!(
            cited(&article),
            ("(Goemans & Van der Geel, 2016, p. 12)".into(), expected.into())
        );
    }

    #[test]
    fn a_thesis() {
        let authors = vec![person("Schep", "Ellen", "")];
        let mut thesis = study("thesis", "Attachment in interaction", authors, year(2020));
        thesis.publisher = "Rijksuniversiteit Groningen".into();
        let expected =
            "Schep, E. (2020). _Attachment in interaction_ [Proefschrift, Rijksuniversiteit Groningen].";
        assert_eq!(cited(&thesis).1, expected);
    }

    #[test]
    fn initials_written_together_all_stay() {
        let authors = vec![person("Schutte", "A.S.", ""), person("Baan", "G.-J.", "")];
        let report = study("report", "Mijn andere thuis", authors, year(2016));
        assert_eq!(
            cited(&report).1,
            "Schutte, A. S., & Baan, G.-J. (2016). _Mijn andere thuis_."
        );
    }

    #[test]
    fn a_title_that_asks_gets_no_full_stop() {
        let mut report = study("report", "Wat werkt?", vec![organisation("NJi")], year(2013));
        report.publisher = "NJi".into();
        assert_eq!(cited(&report).1, "NJi. (2013). _Wat werkt?_ NJi.");
        report.csl_type = "article-journal".into();
        report.container_title = "Jeugdkennis".into();
        assert_eq!(
            cited(&report).1,
            "NJi. (2013). Wat werkt? _Jeugdkennis_.",
            "also when it looks like the text around it"
        );
    }

    #[test]
    fn a_report_of_an_organisation_without_a_date() {
        let mut report = study(
            "report",
            "Telling gezinshuizen",
            vec![organisation("Significant")],
            None,
        );
        report.publisher = "Ministerie van VWS".into();
        let expected = "Significant. (z.d.). _Telling gezinshuizen_. Ministerie van VWS.";
        assert_eq!(
            cited(&report),
            ("(Significant, z.d., p. 12)".into(), expected.into())
        );
    }

    #[test]
    fn a_web_page_of_which_only_the_year_is_known() {
        let authors = vec![organisation("Nederlands Jeugdinstituut")];
        let mut page = study("webpage", "Richtlijn pleegzorg", authors, year(2023));
        page.url = "https://www.nji.nl/richtlijn".into();
        let expected =
            "Nederlands Jeugdinstituut. (2023). _Richtlijn pleegzorg_. https://www.nji.nl/richtlijn";
        assert_eq!(cited(&page).1, expected);
        page.issued = Some(PartialDate {
            year: 2023,
            month: Some(3),
            day: Some(12),
        });
        assert!(
            cited(&page).1.contains("(2023, 12 maart)"),
            "with its day: {}",
            cited(&page).1
        );
    }

    #[test]
    fn a_web_page_without_date_says_when_it_was_seen() {
        let mut page = study("webpage", "Cijfers", vec![organisation("NJi")], None);
        page.url = "https://www.nji.nl/cijfers".into();
        page.accessed = Some(PartialDate {
            year: 2026,
            month: Some(3),
            day: Some(12),
        });
        let expected =
            "NJi. (z.d.). _Cijfers_. Geraadpleegd op 12 maart 2026, van https://www.nji.nl/cijfers";
        assert_eq!(cited(&page).1, expected);
    }

    #[test]
    fn a_study_without_author_stands_under_its_title() {
        let report = study("report", "Verantwoorde hulp", vec![], year(2016));
        assert_eq!(
            cited(&report),
            (
                "(Verantwoorde hulp, 2016, p. 12)".into(),
                "_Verantwoorde hulp_. (2016).".into()
            )
        );
    }

    #[test]
    fn references_sort_on_the_core_word_and_stand_once() {
        let of = |family, particle| study("book", family, vec![person(family, "A.", particle)], year(2014));
        let studies = [
            of("Wit", "de"),
            of("Meulen", "ter"),
            of("Baat", "de"),
            of("IJsselstein", ""),
        ];
        let mut citations: Vec<_> = studies.iter().map(|study| Citation { study, page: "" }).collect();
        citations.push(Citation {
            study: &studies[0],
            page: "3",
        });
        let cited = cite(&citations, Language::Dutch).unwrap();
        let names: Vec<_> = cited
            .references
            .iter()
            .map(|runs| runs[0].text.split(',').next().unwrap())
            .collect();
        assert_eq!(names, ["Baat", "IJsselstein", "Meulen", "Wit"]);
        assert_eq!(cited.in_text.len(), 5, "every citation has its text");
    }

    #[test]
    fn two_studies_of_one_author_and_year_are_told_apart() {
        let of = |title| study("book", title, vec![person("Leloux", "H.", "")], year(2017));
        let (first, second) = (of("Een"), of("Twee"));
        let citations = [
            Citation {
                study: &first,
                page: "",
            },
            Citation {
                study: &second,
                page: "",
            },
        ];
        assert_eq!(
            cite(&citations, Language::Dutch).unwrap().in_text,
            ["(Leloux, 2017a)", "(Leloux, 2017b)"]
        );
    }

    #[test]
    fn a_study_of_which_nothing_fits_does_no_harm() {
        let mut study = study(
            "onbekend",
            "<i>* <span style=\"x",
            vec![Author::default()],
            year(99_999),
        );
        study.edition = "{}".into();
        study.accessed = Some(PartialDate {
            year: 2020,
            month: Some(13),
            day: Some(40),
        });
        assert!(cited(&study).1.contains('*'));
    }
}
