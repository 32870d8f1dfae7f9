//! Single fields brought to one form: identifiers, pages, language, web address. Each takes any text
//! and answers what is in it; what has to fit a study as a whole is in `fit`.

use kring_domain::study::is_web_address;

/// Longer web addresses are data or damage.
const MAX_ADDRESS_CHARS: usize = 2_000;

/// The registrant of a DOI has at most this many digits and dots.
const MAX_REGISTRANT: usize = 16;

/// The DOI in a text, without resolver or "doi:": "10.1007/s10826-016-0418-5".
pub(crate) fn doi(text: &str) -> Option<String> {
    let text = text.replace("%2F", "/").replace("%2f", "/");
    let start = text
        .match_indices("10.")
        .map(|(at, _)| at)
        .find(|at| is_doi_start(&text, *at))?;
    let doi = text
        .get(start..)?
        .split(|c: char| c.is_whitespace() || "\"<>".contains(c))
        .next()?;
    let doi = doi.trim_end_matches(['.', ',', ';']);
    Some(
        if doi.contains('(') {
            doi
        } else {
            doi.trim_end_matches(')')
        }
        .to_owned(),
    )
}

/// Whether "10.", a registrant and "/" stand here, and nothing that they would be the tail of.
fn is_doi_start(text: &str, at: usize) -> bool {
    let (before, doi) = text.split_at(at);
    let is_tail = before.ends_with(|c: char| c.is_ascii_digit() || c == '.');
    let registrant = doi
        .bytes()
        .skip(3)
        .take(MAX_REGISTRANT)
        .take_while(|byte| byte.is_ascii_digit() || *byte == b'.');
    let length = registrant.count();
    let suffix = doi.get(3 + length..).and_then(|rest| rest.strip_prefix('/'));
    !is_tail && length >= 4 && suffix.is_some_and(|suffix| suffix.starts_with(|c: char| !c.is_whitespace()))
}

/// The first ISBN in a text, hyphens as written. An ISSN is none.
pub(crate) fn isbn(text: &str) -> Option<String> {
    text.split(|c: char| !(c.is_ascii_digit() || matches!(c, '-' | 'X' | 'x')))
        .map(|word| word.trim_matches('-'))
        .find(|word| isbn_13(word).is_some())
        .map(str::to_owned)
        // Some write spaces where others write hyphens.
        .or_else(|| {
            let joined: String = text
                .chars()
                .filter(|c| c.is_ascii_digit() || matches!(c, 'X' | 'x'))
                .collect();
            isbn_13(&joined).map(|_| joined)
        })
}

/// The thirteen digits of an ISBN of either length. The check digit of a short one is left out and made
/// anew; none is refused for a wrong one, because misprinted numbers are in use.
pub(crate) fn isbn_13(text: &str) -> Option<String> {
    let signs: String = text.chars().filter(|c| *c != '-' && !c.is_whitespace()).collect();
    let (body, last) = signs.split_at_checked(signs.len().checked_sub(1)?)?;
    let all_digits = body.bytes().all(|byte| byte.is_ascii_digit());
    let last_fits = last
        .bytes()
        .all(|byte| byte.is_ascii_digit() || (body.len() == 9 && byte.eq_ignore_ascii_case(&b'x')));
    if !all_digits || !last_fits {
        return None;
    }
    match body.len() {
        12 if body.starts_with("978") || body.starts_with("979") => Some(signs),
        9 => {
            let body = format!("978{body}");
            let sum: u32 = body
                .bytes()
                .zip([1, 3].into_iter().cycle())
                .map(|(digit, weight)| u32::from(digit - b'0') * weight)
                .sum();
            Some(format!("{body}{}", (10 - sum % 10) % 10))
        }
        _ => None,
    }
}

/// Pages with an en dash between first and last: "12–30".
pub(crate) fn pages(text: &str) -> String {
    let text = text.trim();
    let is_range = text.contains(['-', '–', '—', '‐', '‑', '−']);
    if !is_range {
        return text.to_owned();
    }
    let ends: Vec<&str> = text
        .split(['-', '–', '—', '‐', '‑', '−'])
        .map(str::trim)
        .filter(|end| !end.is_empty())
        .collect();
    ends.join("–")
}

/// First and last page as one range; the first may be a range already.
pub(crate) fn page_range(first: &str, last: &str) -> String {
    let first = pages(first);
    if last.is_empty() || first.contains('–') || first == last {
        return first;
    }
    if first.is_empty() {
        pages(last)
    } else {
        format!("{first}–{last}")
    }
}

/// The tag of a language by its tag, code or name; any other text as it is.
pub(crate) fn language(text: &str) -> String {
    let text = text.trim();
    let lower = text.to_lowercase();
    let word = lower.split(['-', '_', ';', ',', ' ']).next().unwrap_or_default();
    match word {
        "nl" | "dut" | "nld" | "dutch" | "nederlands" => "nl".to_owned(),
        "en" | "eng" | "english" | "engels" | "american" | "british" | "ukenglish" | "usenglish" => {
            "en".to_owned()
        }
        "de" | "ger" | "deu" | "german" | "ngerman" | "duits" | "deutsch" => "de".to_owned(),
        "fr" | "fre" | "fra" | "french" | "frans" | "français" => "fr".to_owned(),
        _ => text.to_owned(),
    }
}

/// The web address in a text, if there is one.
pub(crate) fn web_address(text: &str) -> Option<String> {
    let word = text.split_whitespace().find_map(|word| {
        let word = word
            .trim_start_matches(['<', '(', '"'])
            .trim_end_matches(['>', ')', '"', ',', ';']);
        if word.to_ascii_lowercase().starts_with("www.") {
            return Some(format!("https://{word}"));
        }
        is_web_address(word).then(|| word.to_owned())
    })?;
    (word.chars().count() <= MAX_ADDRESS_CHARS).then_some(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_doi_is_found_in_every_way_of_writing_it() {
        let doi_of = |text| doi(text).unwrap_or_default();
        for text in [
            "10.1007/s10826-016-0418-5",
            "doi:10.1007/s10826-016-0418-5",
            "DOI: 10.1007/s10826-016-0418-5.",
            "https://doi.org/10.1007/s10826-016-0418-5",
            "http://dx.doi.org/10.1007%2Fs10826-016-0418-5",
            "(https://doi.org/10.1007/s10826-016-0418-5)",
        ] {
            assert_eq!(doi_of(text), "10.1007/s10826-016-0418-5", "{text}");
        }
        assert_eq!(
            doi_of("10.1016/0190-7409(95)00039-2"),
            "10.1016/0190-7409(95)00039-2",
            "brackets may be part of a DOI"
        );
        assert_eq!(doi_of("10.33612/diss.136734565"), "10.33612/diss.136734565");
    }

    #[test]
    fn a_text_without_doi_has_none() {
        for text in [
            "",
            "in druk",
            "2010.1234",
            "10.1007",
            "10.1007/",
            "110.1007/abc",
            "https://nji.nl/10.5/x",
        ] {
            assert_eq!(doi(text), None, "{text}");
        }
    }

    #[test]
    fn an_isbn_is_told_from_an_issn() {
        assert_eq!(isbn("978-90-8850-123-4").as_deref(), Some("978-90-8850-123-4"));
        assert_eq!(
            isbn("ISBN 90-6665-501-X (paperback)").as_deref(),
            Some("90-6665-501-X")
        );
        assert_eq!(isbn("9789088501234 9088501238").as_deref(), Some("9789088501234"));
        assert_eq!(isbn("978 90 8850 123 4").as_deref(), Some("9789088501234"));
        assert_eq!(isbn("1062-1024"), None);
        assert_eq!(isbn("niet bekend"), None);
    }

    #[test]
    fn both_lengths_of_an_isbn_are_one_number() {
        assert_eq!(isbn_13("0-306-40615-2").as_deref(), Some("9780306406157"));
        assert_eq!(isbn_13("978-0-306-40615-7").as_deref(), Some("9780306406157"));
    }

    #[test]
    fn pages_take_an_en_dash() {
        assert_eq!(pages("12--30"), "12–30");
        assert_eq!(pages("2358-2371"), "2358–2371");
        assert_eq!(pages("e1024"), "e1024");
        assert_eq!(page_range("12", "30"), "12–30");
        assert_eq!(
            page_range("12-30", "30"),
            "12–30",
            "the first page may hold the range"
        );
        assert_eq!(page_range("12", "12"), "12");
        assert_eq!(page_range("12", ""), "12");
    }

    #[test]
    fn a_language_becomes_its_tag() {
        for (text, tag) in [
            ("Dutch", "nl"),
            ("nl-NL", "nl"),
            ("eng", "en"),
            ("en_GB", "en"),
            ("ngerman", "de"),
            ("fy", "fy"),
        ] {
            assert_eq!(language(text), tag, "{text}");
        }
    }

    #[test]
    fn a_web_address_is_found_or_refused() {
        let address = |text| web_address(text).unwrap_or_default();
        assert_eq!(
            address("https://www.nji.nl/cijfers"),
            "https://www.nji.nl/cijfers"
        );
        assert_eq!(address("www.nji.nl/cijfers"), "https://www.nji.nl/cijfers");
        assert_eq!(
            address("Geraadpleegd via <http://nji.nl/a>, 3 mei"),
            "http://nji.nl/a"
        );
        assert_eq!(address("<Go to ISI>://WOS:000382"), "");
        assert_eq!(address("javascript:alert(1)"), "");
        assert_eq!(address(&format!("https://nji.nl/{}", "a".repeat(2_000))), "");
    }
}
