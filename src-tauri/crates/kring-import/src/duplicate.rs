//! What makes two studies the same work, so that a list brought in twice adds nothing. It compares;
//! it does not search a store and does not merge.

use kring_domain::study::Study;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::field;

/// CSL types of a part of a book, which carries the ISBN of the whole.
const PARTS: [&str; 4] = ["chapter", "entry", "entry-encyclopedia", "paper-conference"];

/// Keys under which a study may be known: "doi:…", "isbn:…" (thirteen digits) and "title:…|year", the
/// title without accents, case and punctuation. Studies that share a key are worth comparing with
/// [`same_work`], which has the last word.
pub fn work_keys(study: &Study) -> Vec<String> {
    let isbn = || {
        if PARTS.contains(&study.csl_type.as_str()) {
            None
        } else {
            field::isbn_13(&study.isbn)
        }
    };
    let title = fold(&study.title);
    let year = study
        .issued
        .map_or_else(String::new, |issued| issued.year.to_string());
    [
        doi(study).map(|doi| format!("doi:{doi}")),
        isbn().map(|isbn| format!("isbn:{isbn}")),
        (!title.is_empty()).then(|| format!("title:{title}|{year}")),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Whether two studies are the same work: the same DOI when both have one, otherwise any shared key.
pub fn same_work(a: &Study, b: &Study) -> bool {
    if let (Some(a), Some(b)) = (doi(a), doi(b)) {
        return a == b;
    }
    let keys = work_keys(b);
    work_keys(a).iter().any(|key| keys.contains(key))
}

/// DOIs are equal without regard to case (DOI Handbook, 2.4).
fn doi(study: &Study) -> Option<String> {
    field::doi(&study.doi).map(|doi| doi.to_lowercase())
}

/// Letters and digits only, lower case, without accents, words parted by one space.
fn fold(text: &str) -> String {
    let plain: String = text
        .nfkd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .collect();
    let words: Vec<&str> = plain
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use kring_domain::study::PartialDate;

    use super::*;

    fn study(title: &str, year: i32) -> Study {
        let issued = Some(PartialDate {
            year,
            month: None,
            day: None,
        });
        Study {
            title: title.to_owned(),
            issued,
            ..Study::default()
        }
    }

    #[test]
    fn titles_are_compared_without_accents_case_and_punctuation() {
        let a = study("Continuïteit in gezinshuizen. Ervaring verzameld", 2012);
        let b = study("Continuiteit in Gezinshuizen – ervaring verzameld", 2012);
        assert!(same_work(&a, &b));
        assert!(
            !same_work(&a, &study(&a.title, 2013)),
            "a yearly factsheet keeps its title"
        );
    }

    #[test]
    fn a_doi_decides_when_both_have_one() {
        let with_doi = |doi: &str| Study {
            doi: doi.to_owned(),
            ..study("Editorial", 2016)
        };
        assert!(same_work(
            &with_doi("10.1007/S10826"),
            &Study {
                title: "Characteristics".into(),
                ..with_doi("10.1007/s10826")
            }
        ));
        assert!(
            !same_work(&with_doi("10.1007/a"), &with_doi("10.1007/b")),
            "two editorials of one year"
        );
        assert!(same_work(&with_doi("10.1007/a"), &study("Editorial", 2016)));
    }

    #[test]
    fn a_chapter_is_not_its_book() {
        let isbn = |csl_type: &str, title: &str, isbn: &str| Study {
            csl_type: csl_type.to_owned(),
            isbn: isbn.to_owned(),
            ..study(title, 2015)
        };
        let book = isbn("book", "Pleegzorg", "978-0-306-40615-7");
        assert!(same_work(
            &book,
            &isbn("book", "Pleegzorg in beeld", "0306406152")
        ));
        assert!(!same_work(&book, &isbn("chapter", "Matching", "9780306406157")));
    }

    #[test]
    fn keys_name_what_they_are_made_of() {
        let study = Study {
            doi: "10.33612/diss.136734565".into(),
            ..study("Attachment in interaction: A study", 2020)
        };
        assert_eq!(
            work_keys(&study),
            [
                "doi:10.33612/diss.136734565",
                "title:attachment in interaction a study|2020"
            ]
        );
    }
}
