//! Dates as reference programs write them, to as much of a date as is known. It reads Dutch and
//! English month names, knows no seasons, and takes no day without its month.

use kring_domain::study::PartialDate;

/// First three letters of month names in Dutch and English, with the month they name.
const MONTHS: [(&str, u32); 16] = [
    ("jan", 1),
    ("feb", 2),
    ("mar", 3),
    ("mrt", 3),
    ("maa", 3),
    ("apr", 4),
    ("may", 5),
    ("mei", 5),
    ("jun", 6),
    ("jul", 7),
    ("aug", 8),
    ("sep", 9),
    ("oct", 10),
    ("okt", 10),
    ("nov", 11),
    ("dec", 12),
];

/// The date in a text such as "2012", "2012/05/03/spring", "3 mei 2012", "03-05-2012" or "May 2012";
/// of a range its beginning. `None` without a year of four digits ("z.d.", "in druk").
pub(crate) fn parse(text: &str) -> Option<PartialDate> {
    let parts: Vec<Part> = parts(text).collect();
    let year_at = parts.iter().position(|part| matches!(part, Part::Year(_)))?;
    let year = parts.iter().find_map(|part| {
        if let Part::Year(year) = part {
            Some(*year)
        } else {
            None
        }
    })?;
    let named = parts.iter().find_map(|part| {
        if let Part::Month(month) = part {
            Some(*month)
        } else {
            None
        }
    });
    let small = |parts: &[Part]| -> Vec<u32> {
        parts
            .iter()
            .filter_map(|part| {
                if let Part::Small(number) = part {
                    Some(*number)
                } else {
                    None
                }
            })
            .collect()
    };
    let (before, after) = parts.split_at(year_at);
    let (before, after) = (small(before), small(after));
    let (month, day) = match (named, before.as_slice(), after.as_slice()) {
        (Some(month), [day, ..], _) | (Some(month), [], [day, ..]) => (Some(month), Some(*day)),
        (Some(month), [], []) => (Some(month), None),
        // Day before month, as in Dutch, unless that cannot be.
        (None, [month, day, ..], _) if *day > 12 => (Some(*month), Some(*day)),
        (None, [day, month, ..], _) => (Some(*month), Some(*day)),
        (None, [month], _) => (Some(*month), None),
        (None, [], [month, rest @ ..]) => (Some(*month), rest.first().copied()),
        (None, [], []) => (None, None),
    };
    Some(known(year, month, day))
}

/// The date without what cannot be: a month outside 1–12, a day outside 1–31 or without month.
pub(crate) fn known(year: i32, month: Option<u32>, day: Option<u32>) -> PartialDate {
    let month = month.filter(|month| (1..=12).contains(month));
    let day = day.filter(|day| month.is_some() && (1..=31).contains(day));
    PartialDate { year, month, day }
}

/// A piece of a date as written.
enum Part {
    Year(i32),
    Month(u32),
    Small(u32),
}

/// The runs of digits and of letters that say something about a date.
fn parts(text: &str) -> impl Iterator<Item = Part> {
    let class = |c: char| {
        if c.is_ascii_digit() {
            1
        } else {
            i32::from(c.is_alphabetic()) * 2
        }
    };
    let mut rest = text;
    std::iter::from_fn(move || {
        let first = class(rest.chars().next()?);
        let end = rest.find(|c| class(c) != first).unwrap_or(rest.len());
        let (run, after) = rest.split_at(end);
        rest = after;
        Some(run)
    })
    .filter_map(|run| match run.len() {
        4 if run.starts_with(|c: char| c.is_ascii_digit()) => run.parse().ok().map(Part::Year),
        1 | 2 => run.parse().ok().map(Part::Small),
        _ => month(run).map(Part::Month),
    })
}

fn month(word: &str) -> Option<u32> {
    let start: String = word.chars().take(3).flat_map(char::to_lowercase).collect();
    MONTHS
        .iter()
        .find(|(name, _)| *name == start)
        .map(|(_, month)| *month)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_programs_write_them() {
        let cases = [
            ("2012", (2012, None, None)),
            ("2012///", (2012, None, None)),
            ("2012/05/", (2012, Some(5), None)),
            ("2012/05/03/spring", (2012, Some(5), Some(3))),
            ("2012-05-03T10:15:00Z", (2012, Some(5), Some(3))),
            ("2012-05-03/2012-06-01", (2012, Some(5), Some(3))),
            ("2012 May 3", (2012, Some(5), Some(3))),
            ("3 mei 2012", (2012, Some(5), Some(3))),
            ("March 3rd, 2012", (2012, Some(3), Some(3))),
            ("maart 2012", (2012, Some(3), None)),
            ("14-04-2011", (2011, Some(4), Some(14))),
            ("04/14/2011", (2011, Some(4), Some(14))),
            ("5/2012", (2012, Some(5), None)),
            ("c. 2012", (2012, None, None)),
            ("2012/2013", (2012, None, None)),
            ("2012-13", (2012, None, None)),
            ("2012/05/99", (2012, Some(5), None)),
        ];
        for (text, (year, month, day)) in cases {
            assert_eq!(parse(text), Some(PartialDate { year, month, day }), "{text}");
        }
    }

    #[test]
    fn a_text_without_year_is_no_date() {
        for text in ["", "z.d.", "in druk", "mei", "20125", "12"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
