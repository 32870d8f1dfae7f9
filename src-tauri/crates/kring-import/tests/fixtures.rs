//! Files as reference programs write them, and every study they hold.

#![allow(clippy::unwrap_used, clippy::panic)]

use kring_import::duplicate::same_work;
use kring_import::{Format, Problem, ProblemCode, Reading, Warning, read};
use serde_json::{Value, json};

fn fixture(name: &str) -> Reading {
    let path = format!("{}/tests/fixtures/{name}", env!("CARGO_MANIFEST_DIR"));
    read(&std::fs::read(path).unwrap()).unwrap()
}

/// The studies with the fields that hold something.
fn studies(reading: &Reading) -> Value {
    reading
        .studies
        .iter()
        .map(|found| filled(serde_json::to_value(&found.study).unwrap()))
        .collect()
}

fn filled(study: Value) -> Value {
    let Value::Object(fields) = study else {
        panic!("a study is an object")
    };
    let is_empty =
        |value: &Value| [json!(null), json!(false), json!(""), json!([]), json!({})].contains(value);
    fields.into_iter().filter(|(_, value)| !is_empty(value)).collect()
}

fn warnings(reading: &Reading) -> Vec<&[Warning]> {
    reading
        .studies
        .iter()
        .map(|found| found.warnings.as_slice())
        .collect()
}

#[test]
fn endnote_ris_with_its_mark_and_line_ends() {
    let reading = fixture("endnote.ris");
    let expected = json!([
        {
            "csl_type": "report",
            "title": "Gezinshuizen – cijfers in context 2020",
            "authors": [{"literal": "Nederlands Jeugdinstituut"}],
            "issued": {"year": 2021, "month": 10, "day": 14},
            "publisher": "NJi",
            "publisher_place": "Utrecht",
            "pages": "20",
            "url": "https://www.rijksoverheid.nl/documenten/rapporten/2021/10/14/gezinshuizen---cijfers-in-context-2020",
            "language": "nl",
        },
        {
            "csl_type": "article-journal",
            "title": "Psychosocial functioning in Dutch foster children: The relationship with child, family, and placement characteristics",
            "authors": [
                {"family": "Goemans", "given": "A."},
                {"family": "Geel", "given": "M.", "particle": "van"},
                {"family": "Vedder", "given": "P."},
            ],
            "issued": {"year": 2016},
            "container_title": "Child Abuse & Neglect",
            "volume": "56",
            "pages": "30–43",
            "doi": "10.1016/0145-2134(16)00001-1",
            "keywords": ["foster children", "placement", "psychosocial functioning"],
        },
    ]);
    assert_eq!((reading.format, studies(&reading)), (Format::Ris, expected));
    let left_out = Warning::AddressLeftOut {
        address: "<Go to ISI>://WOS:000378961100004".to_owned(),
    };
    assert_eq!(warnings(&reading), [&[][..], &[left_out]]);
    assert_eq!(reading.problems, []);
}

#[test]
fn zotero_ris() {
    let reading = fixture("zotero.ris");
    let expected = json!([
        {
            "csl_type": "thesis",
            "title": "Attachment in interaction: A conversation analytic study on dinner conversations with adolescents in family-style group care",
            "authors": [{"family": "Schep", "given": "Ellen"}],
            "issued": {"year": 2020},
            "publisher": "University of Groningen",
            "publisher_place": "Groningen",
            "doi": "10.33612/diss.136734565",
            "url": "https://doi.org/10.33612/diss.136734565",
            "accessed": {"year": 2026, "month": 3, "day": 14},
            "language": "en",
        },
        {
            "csl_type": "chapter",
            "title": "Methodisch matchen",
            "authors": [
                {"family": "Meulen", "given": "Gera", "particle": "ter"},
                {"family": "Vinke", "given": "Anneke"},
            ],
            "editors": [{"family": "Baat", "given": "Mariska", "particle": "de"}],
            "issued": {"year": 2017, "month": 6},
            "container_title": "Pleegzorg in Nederland",
            "publisher": "NJi",
            "publisher_place": "Utrecht",
            "pages": "12–30",
            "edition": "2e",
            "isbn": "978-90-8850-123-4",
            "abstract_text": "Waarom een match slaagt of niet.\nDe rol van p < 0,05.",
            "keywords": ["matching", "pleegzorg"],
        },
    ]);
    assert_eq!(studies(&reading), expected);
}

#[test]
fn an_old_ris_file_in_windows_1252_without_ends() {
    let reading = fixture("refman_1252.ris");
    let expected = json!([
        {
            "csl_type": "book",
            "title": "Continuïteit in gezinshuizen. Ervaring gezinshuisouders en onderzoeksgegevens verzameld",
            "authors": [
                {"family": "Gardeniers", "given": "Maartje"},
                {"family": "Vries", "given": "Annemieke", "particle": "de"},
            ],
            "issued": {"year": 2012, "month": 5},
            "publisher": "Rudolphstichting en Gezinshuis.com",
            "publisher_place": "De Glind",
        },
        {
            "csl_type": "report",
            "title": "Maatschappelijke Business Case Gezinshuizen – wat levert inhuisplaatsen op?",
            "authors": [
                {"family": "Baan", "given": "Geert-Jan"},
                {"family": "Dijk", "given": "Marlon", "particle": "van"},
            ],
            "issued": {"year": 2015},
        },
    ]);
    assert_eq!(studies(&reading), expected);
    assert_eq!(
        reading.problems,
        [Problem {
            line: 15,
            entry: "Zoon, Mariska".to_owned(),
            code: ProblemCode::NoTitle
        }]
    );
}

#[test]
fn jabref_bibtex_with_a_broken_entry() {
    let reading = fixture("jabref.bib");
    let expected = json!([
        {
            "csl_type": "article-journal",
            "title": "Psychosocial functioning in Dutch foster children",
            "authors": [
                {"family": "Goemans", "given": "A."},
                {"family": "Geel", "given": "M.", "particle": "van"},
                {"family": "Vedder", "given": "P."},
            ],
            "issued": {"year": 2016, "month": 6},
            "container_title": "Child Abuse & Neglect",
            "volume": "56",
            "issue": "2",
            "pages": "30–43",
            "keywords": ["foster children", "placement", "stability"],
        },
        {
            "csl_type": "report",
            "title": "Kwaliteitscriteria Gezinshuizen. Kwaliteit van jeugdhulp in professionele gezinsvormen",
            "authors": [
                {"literal": "Hogeschool Leiden"},
                {"literal": "Nederlands Jeugdinstituut"},
                {"literal": "kernteam Kwaliteitscriteria Gezinshuizen"},
            ],
            "issued": {"year": 2019},
            "publisher": "Hogeschool Leiden en NJi",
        },
    ]);
    assert_eq!((reading.format, studies(&reading)), (Format::BibTex, expected));
    assert_eq!(
        reading.problems,
        [Problem {
            line: 19,
            entry: "bartelink2013".into(),
            code: ProblemCode::Broken
        }]
    );
}

#[test]
fn google_scholar_bibtex() {
    let reading = fixture("scholar.bib");
    let expected = json!([
        {
            "csl_type": "article-journal",
            "title": "Different sizes, similar challenges: Out of home care for youth in Germany and the Netherlands",
            "authors": [
                {"family": "Harder", "given": "Annemiek T"},
                {"family": "Zeller", "given": "Maren"},
                {"family": "López", "given": "Mónica"},
                {"family": "Köngeter", "given": "Stefan"},
                {"family": "Knorth", "given": "Erik J"},
            ],
            "issued": {"year": 2013},
            "container_title": "Psychosocial Intervention",
            "publisher": "Elsevier",
            "volume": "22",
            "issue": "3",
            "pages": "203–213",
        },
        {
            "csl_type": "thesis",
            "title": "Risicofactoren voor breakdown in de pleegzorg",
            "authors": [{"family": "Erkel", "given": "Gwenda W", "particle": "van"}],
            "issued": {"year": 2020},
            "publisher": "Universiteit van Amsterdam",
        },
    ]);
    assert_eq!(studies(&reading), expected);
}

#[test]
fn zotero_biblatex_with_a_crossref() {
    let reading = fixture("zotero.bib");
    let editors = json!([{"family": "Baat", "given": "Mariska", "particle": "de"}]);
    let expected = json!([
        {
            "csl_type": "webpage",
            "title": "Wat werkt in gezinshuizen?",
            "authors": [{"literal": "Nederlands Jeugdinstituut"}],
            "issued": {"year": 2010},
            "url": "https://www.inhuisplaatsen.nu/de-bouwplaats/kennis",
            "accessed": {"year": 2026, "month": 3, "day": 14},
            "language": "nl",
            "abstract_text": "Kosten: $1.30 per dag, of toch $5 meer.",
        },
        {
            "csl_type": "chapter",
            "title": "Matching van langdurig uithuisgeplaatste jeugdigen aan een pleeggezin of gezinshuis",
            "authors": [
                {"family": "Meulen", "given": "Gera", "particle": "ter"},
                {"family": "Vinke", "given": "Anneke"},
            ],
            "editors": editors,
            "issued": {"year": 2014, "month": 5},
            "container_title": "Pleegzorg. Een overzicht uit de literatuur",
            "publisher": "NJi en Gezinspiratieplein",
            "publisher_place": "Utrecht",
            "pages": "5–9",
            "isbn": "978-90-8850-123-4",
        },
        {
            "csl_type": "book",
            "title": "Pleegzorg. Een overzicht uit de literatuur",
            "editors": editors,
            "issued": {"year": 2014, "month": 5},
            "publisher": "NJi en Gezinspiratieplein",
            "publisher_place": "Utrecht",
            "isbn": "978-90-8850-123-4",
        },
    ]);
    assert_eq!(studies(&reading), expected);
    let [_, chapter, book] = reading.studies.as_slice() else {
        panic!("three studies")
    };
    assert!(
        !same_work(&chapter.study, &book.study),
        "a chapter shares its ISBN with its book"
    );
}

#[test]
fn zotero_csl_json() {
    let reading = fixture("zotero.json");
    let expected = json!([
        {
            "csl_type": "article-journal",
            "title": "Characteristics of Children in Foster Care, Family-Style Group Care, and Residential Care: A Scoping Review",
            "authors": [
                {"family": "Leloux-Opmeer", "given": "Harmke"},
                {"family": "Kuiper", "given": "Chris"},
            ],
            "issued": {"year": 2016, "month": 8},
            "container_title": "Journal of Child and Family Studies",
            "volume": "25",
            "issue": "8",
            "pages": "2357–2371",
            "doi": "10.1007/s10826-016-0418-5",
            "url": "https://doi.org/10.1007/s10826-016-0418-5",
            "accessed": {"year": 2026, "month": 3, "day": 14},
            "language": "en",
            "abstract_text": "A scoping review.",
        },
        {
            "csl_type": "report",
            "title": "Factsheet Gezinshuizen. Gezinshuizen in Nederland; een verkenning",
            "authors": [{"literal": "Rudolphstichting"}, {"family": "Boer", "given": "Hannah", "particle": "de"}],
            "issued": {"year": 2011, "month": 10},
            "publisher": "Rudolphstichting & Gezinshuis.com",
            "publisher_place": "De Glind",
        },
    ]);
    assert_eq!((reading.format, studies(&reading)), (Format::CslJson, expected));
    let left_out = Warning::AddressLeftOut {
        address: "docplayer.nl/amp/20264774".to_owned(),
    };
    assert_eq!(warnings(&reading), [&[][..], &[left_out]]);
}

#[test]
fn crossref_json() {
    let reading = fixture("crossref.json");
    let expected = json!([{
        "csl_type": "article-journal",
        "title": "Different sizes, similar challenges: Out of home care for youth in Germany and the Netherlands",
        "authors": [{"family": "Harder", "given": "Annemiek T."}, {"literal": "NVO"}],
        "issued": {"year": 2013, "month": 12, "day": 1},
        "container_title": "Psychosocial Intervention",
        "publisher": "Colegio Oficial de la Psicologia de Madrid",
        "volume": "22",
        "issue": "3",
        "pages": "203–213",
        "doi": "10.5093/in2013a24",
        "url": "http://dx.doi.org/10.5093/in2013a24",
        "abstract_text": "Youth & care.",
    }]);
    assert_eq!(studies(&reading), expected);
}

#[test]
fn one_study_from_two_programs_is_one_work() {
    let (crossref, scholar) = (fixture("crossref.json"), fixture("scholar.bib"));
    assert!(
        same_work(&crossref.studies[0].study, &scholar.studies[0].study),
        "Scholar gives no DOI"
    );
    let (endnote, jabref) = (fixture("endnote.ris"), fixture("jabref.bib"));
    assert!(!same_work(&endnote.studies[0].study, &jabref.studies[0].study));
}
