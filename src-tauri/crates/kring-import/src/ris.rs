//! RIS entries as studies. The tags follow the RIS specification of Research Information Systems (2011)
//! and what EndNote, Zotero, Mendeley and publishers really write under them. Notes (`N1`) are not read:
//! they are private to whoever wrote them.

mod record;

use kring_domain::study::{Author, PartialDate, Study};

use crate::{Format, Reading, date, field, name};
use record::Record;

/// Whether the line starts an entry.
pub(crate) fn starts_entry(line: &str) -> bool {
    record::split_tag(line).is_some_and(|(tag, _)| tag == "TY")
}

/// The studies of a RIS text.
pub(crate) fn read(text: &str) -> Reading {
    let mut reading = Reading::new(Format::Ris);
    for record in record::records(text) {
        if !reading.has_room(record.line) {
            break;
        }
        reading.keep(
            record.line,
            &record.first(&["ID", "AN", "AU", "A1"]),
            study(&record),
        );
    }
    reading
}

fn study(record: &Record<'_>) -> Study {
    let csl_type = csl_type(record);
    let (authors, editors) = people(record);
    Study {
        csl_type: csl_type.to_owned(),
        title: record.first(if is_part(csl_type) {
            &["TI", "T1", "CT", "ST"]
        } else {
            &["TI", "T1", "BT", "CT", "ST"]
        }),
        authors,
        editors,
        issued: issued(record),
        // Of a whole work T2 is its series, which a study does not hold.
        container_title: if is_part(csl_type) {
            record.first(&["JF", "T2", "BT", "JO", "JA"])
        } else {
            String::new()
        },
        publisher: record.first(&["PB"]),
        publisher_place: record.first(&["CY", "PP"]),
        volume: record.first(&["VL"]),
        issue: record.first(&["IS"]),
        pages: field::page_range(&record.first(&["SP"]), &record.first(&["EP"])),
        edition: record.first(&["ET"]),
        doi: record
            .all(&["DO", "M3"])
            .iter()
            .find_map(|value| field::doi(value))
            .unwrap_or_default(),
        isbn: record
            .all(&["SN"])
            .iter()
            .find_map(|value| field::isbn(value))
            .unwrap_or_default(),
        url: address(record),
        accessed: date::parse(&record.first(&["Y2"])),
        language: record.first(&["LA"]),
        abstract_text: record.first(&["AB", "N2"]),
        keywords: keywords(record),
        ..Study::default()
    }
}

/// The CSL type of a RIS type; a general one is made more precise by the kind of work in `M3`.
fn csl_type(record: &Record<'_>) -> &'static str {
    match record.first(&["TY"]).to_ascii_uppercase().as_str() {
        "JOUR" | "JFULL" | "ABST" | "INPR" | "EJOUR" => "article-journal",
        "MGZN" => "article-magazine",
        "NEWS" => "article-newspaper",
        "BOOK" | "EBOOK" | "EDBOOK" | "CLSWK" | "SER" => "book",
        "CHAP" | "ECHAP" => "chapter",
        "CONF" | "CPAPER" => "paper-conference",
        "RPRT" | "STAND" | "GOVDOC" => "report",
        "THES" => "thesis",
        "ELEC" | "ICOMM" | "WEB" => "webpage",
        "BLOG" => "post-weblog",
        "ENCYC" | "DICT" => "entry-encyclopedia",
        "DATA" | "AGGR" => "dataset",
        "UNPB" | "MANSCPT" => "manuscript",
        "VIDEO" | "MPCT" => "motion_picture",
        "SLIDE" => "speech",
        _ => {
            let kind = record.first(&["M3"]).to_lowercase();
            let says = |words: &[&str]| words.iter().any(|word| kind.contains(word));
            if says(&["thesis", "scriptie", "proefschrift", "dissertati"]) {
                "thesis"
            } else if says(&["rapport", "report"]) {
                "report"
            } else {
                "document"
            }
        }
    }
}

/// Whether works of the type appear in a larger one.
fn is_part(csl_type: &str) -> bool {
    csl_type.starts_with("article-")
        || matches!(
            csl_type,
            "chapter" | "paper-conference" | "webpage" | "post-weblog" | "entry-encyclopedia"
        )
}

/// Authors and editors. The authors of an edited book are its editors.
fn people(record: &Record<'_>) -> (Vec<Author>, Vec<Author>) {
    let names = |tags: &[&str]| -> Vec<Author> {
        record
            .all(tags)
            .iter()
            .flat_map(|value| value.lines())
            .filter_map(name::parse)
            .collect()
    };
    let (authors, editors) = (names(&["AU", "A1"]), names(&["A2", "ED"]));
    let is_edited = record.first(&["TY"]).eq_ignore_ascii_case("EDBOOK");
    if is_edited && editors.is_empty() {
        (editors, authors)
    } else {
        (authors, editors)
    }
}

/// The year with month and day, when `DA` has them for the same year.
fn issued(record: &Record<'_>) -> Option<PartialDate> {
    let year = record
        .all(&["PY", "Y1"])
        .iter()
        .find_map(|value| date::parse(value));
    let day = record.all(&["DA"]).iter().find_map(|value| date::parse(value));
    match (year, day) {
        (Some(year), Some(day)) if year.year == day.year && year.month.is_none() => Some(day),
        (year, day) => year.or(day),
    }
}

/// The first web address, those of `UR` before those of attachments. When `UR` holds none, its text as
/// it stands, so that it can be said that it was left out.
fn address(record: &Record<'_>) -> String {
    let given = record.first(&["UR"]);
    [record.all(&["UR"]), record.all(&["L1", "L2", "LK"])]
        .iter()
        .flatten()
        .flat_map(|value| value.split([';', '\n']))
        .find_map(field::web_address)
        .unwrap_or(given)
}

/// One keyword per value, per line or per part between semicolons.
fn keywords(record: &Record<'_>) -> Vec<String> {
    record
        .all(&["KW"])
        .iter()
        .flat_map(|value| value.split([';', '\n']))
        .map(|word| word.trim().to_owned())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_one(lines: &str) -> Study {
        read(&format!("{lines}\nER  - ")).studies.remove(0).study
    }

    #[test]
    fn types_become_csl_types() {
        let cases = [
            ("TY  - RPRT", "report"),
            ("TY  - thes", "thesis"),
            ("TY  - CHAP", "chapter"),
            ("TY  - ELEC", "webpage"),
            ("TY  - CONF", "paper-conference"),
            ("TY  - GEN\nM3  - Masterscriptie", "thesis"),
            ("TY  - GEN\nM3  - Onderzoeksrapport", "report"),
            ("TY  - XYZ", "document"),
        ];
        for (lines, csl_type) in cases {
            assert_eq!(
                read_one(&format!("{lines}\nTI  - A")).csl_type,
                csl_type,
                "{lines}"
            );
        }
    }

    #[test]
    fn the_most_precise_date_of_the_year_counts() {
        let date = |lines: &str| read_one(&format!("TY  - JOUR\nTI  - A\n{lines}")).issued.unwrap();
        let may = date::known(2012, Some(5), Some(3));
        assert_eq!(date("PY  - 2012\nDA  - 2012/05/03/"), may);
        assert_eq!(date("Y1  - 2012/05/03/"), may);
        assert_eq!(date("PY  - 2012\nDA  - May 3"), date::known(2012, None, None));
        assert_eq!(
            date("PY  - 2012\nDA  - 2013/01/01"),
            date::known(2012, None, None)
        );
        assert_eq!(date("DA  - 2012/05/03"), may);
    }

    #[test]
    fn the_series_of_a_book_is_not_what_it_appeared_in() {
        assert_eq!(
            read_one("TY  - BOOK\nTI  - Pleegzorg\nT2  - Reeks Jeugd").container_title,
            ""
        );
        assert_eq!(
            read_one("TY  - CHAP\nTI  - Matching\nBT  - Pleegzorg").container_title,
            "Pleegzorg"
        );
        assert_eq!(read_one("TY  - BOOK\nBT  - Pleegzorg").title, "Pleegzorg");
    }

    #[test]
    fn the_authors_of_an_edited_book_are_its_editors() {
        let study = read_one("TY  - EDBOOK\nTI  - Pleegzorg\nAU  - Vries, Annemieke de");
        assert_eq!((study.authors.len(), study.editors.len()), (0, 1));
    }

    #[test]
    fn the_first_web_address_counts() {
        let address = |lines: &str| read_one(&format!("TY  - JOUR\nTI  - A\n{lines}")).url;
        assert_eq!(
            address("L1  - internal-pdf://123/a.pdf\nUR  - https://a.nl/1;https://a.nl/2"),
            "https://a.nl/1"
        );
        assert_eq!(
            address("UR  - <Go to ISI>://WOS:1\nUR  - http://a.nl"),
            "http://a.nl"
        );
        assert_eq!(address("L2  - https://a.nl/x.pdf"), "https://a.nl/x.pdf");
    }

    #[test]
    fn keywords_are_parted_by_lines_and_semicolons() {
        let study = read_one("TY  - JOUR\nTI  - A\nKW  - matching; pleegzorg\nKW  - gezinshuis\nhechting");
        assert_eq!(
            study.keywords,
            ["matching", "pleegzorg", "gezinshuis", "hechting"]
        );
    }

    #[test]
    fn an_entry_without_title_is_a_problem() {
        let reading = read("TY  - JOUR\nID  - 12\nAU  - Zoon, Mariska\nER  - ");
        let problem = crate::Problem {
            line: 1,
            entry: "12".into(),
            code: crate::ProblemCode::NoTitle,
        };
        assert_eq!((reading.studies.len(), reading.problems), (0, vec![problem]));
    }
}
