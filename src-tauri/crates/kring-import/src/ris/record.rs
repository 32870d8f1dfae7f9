//! Lines of a RIS file to records of tags and values. It knows how the programs bend the format
//! (missing ends, missing spaces, lower case, wrapped values) and not what a tag means.

/// Tags that are believed even when they are not written strictly; any other such line is running text.
const KNOWN: [&str; 49] = [
    "A1", "A2", "A3", "A4", "AB", "AU", "BT", "C1", "C2", "CT", "CY", "DA", "DO", "ED", "EP", "ER", "ET",
    "ID", "IS", "JA", "JF", "JO", "KW", "L1", "L2", "L3", "L4", "LA", "LK", "M1", "M3", "N1", "N2", "PB",
    "PP", "PY", "SE", "SN", "SP", "ST", "T1", "T2", "T3", "TI", "TY", "UR", "VL", "Y1", "Y2",
];

/// One entry: its values in the order of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Record<'a> {
    /// Line it starts on, from 1.
    pub(super) line: usize,
    values: Vec<(String, Vec<&'a str>)>,
}

impl<'a> Record<'a> {
    /// The first value that is not empty under one of the tags, tags in order of preference.
    pub(super) fn first(&self, tags: &[&str]) -> String {
        tags.iter()
            .flat_map(|tag| self.all(&[tag]))
            .next()
            .unwrap_or_default()
    }

    /// All values that are not empty under the tags, in the order of the file. Lines of one value are
    /// parted by `\n`.
    pub(super) fn all(&self, tags: &[&str]) -> Vec<String> {
        self.values
            .iter()
            .filter(|(tag, _)| tags.contains(&tag.as_str()))
            .map(|(_, lines)| lines.join("\n").trim().to_owned())
            .filter(|value| !value.is_empty())
            .collect()
    }

    fn push(&mut self, tag: String, value: &'a str) {
        self.values.push((tag, vec![value]));
    }

    fn wrap(&mut self, line: &'a str) {
        if let Some((_, lines)) = self.values.last_mut() {
            lines.push(line);
        }
    }
}

/// The records of a text. A record ends at `ER`, at the next `TY` or at the end of the file; text
/// before the first tag is a preamble.
pub(super) fn records(text: &str) -> impl Iterator<Item = Record<'_>> {
    let mut lines = text.lines().enumerate().peekable();
    std::iter::from_fn(move || {
        let mut open: Option<Record<'_>> = None;
        while let Some((at, line)) = lines.peek().copied() {
            let tagged = split_tag(line);
            if open.is_some() && tagged.as_ref().is_some_and(|(tag, _)| tag == "TY") {
                break;
            }
            lines.next();
            match (tagged, &mut open) {
                (Some((tag, _)), Some(_)) if tag == "ER" => break,
                (Some((tag, _)), None) if tag == "ER" => {}
                (Some((tag, value)), Some(record)) => record.push(tag, value),
                (Some((tag, value)), None) => {
                    open = Some(Record {
                        line: at + 1,
                        values: vec![(tag, vec![value])],
                    });
                }
                (None, Some(record)) if !line.trim().is_empty() => record.wrap(line.trim()),
                (None, _) => {}
            }
        }
        open
    })
}

/// Tag and value of a line: "TY  - JOUR" strictly, or a known tag however spaced ("ty - JOUR", "ER-").
pub(super) fn split_tag(line: &str) -> Option<(String, &str)> {
    let line = line.trim_start_matches([' ', '\t', '\u{FEFF}']);
    let (tag, rest) = line.split_at_checked(2)?;
    let mut signs = tag.bytes();
    let is_tag = signs.next().is_some_and(|byte| byte.is_ascii_alphabetic())
        && signs.next().is_some_and(|byte| byte.is_ascii_alphanumeric());
    let value = rest.trim_start().strip_prefix('-')?;
    let is_strict = rest.starts_with("  -") && !tag.bytes().any(|byte| byte.is_ascii_lowercase());
    let parted = value.is_empty() || value.starts_with(char::is_whitespace);
    let tag = tag.to_ascii_uppercase();
    // "er" is a Dutch word too: loosely written it ends a record only when nothing follows.
    let is_running_text = tag == "ER" && !value.trim().is_empty();
    let is_known = KNOWN.contains(&tag.as_str())
        && !is_running_text
        && (parted || rest.starts_with(char::is_whitespace));
    (is_tag && (is_strict || is_known)).then(|| (tag, value.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_found_however_it_is_spaced() {
        for line in [
            "TY  - JOUR",
            "TY - JOUR",
            "ty  - JOUR",
            "TY  -JOUR",
            "\u{FEFF}TY  - JOUR",
            "  TY  -  JOUR ",
        ] {
            assert_eq!(split_tag(line), Some(("TY".to_owned(), "JOUR")), "{line}");
        }
        assert_eq!(split_tag("ER  -"), Some(("ER".to_owned(), "")));
        assert_eq!(
            split_tag("XQ  - eigen veld"),
            Some(("XQ".to_owned(), "eigen veld"))
        );
    }

    #[test]
    fn running_text_is_no_tag() {
        for line in [
            "in - depth",
            "er - zoals bleek - is",
            "ED-arts",
            "TYPE - x",
            "é  - x",
            "T",
            "--  - x",
            "12  - x",
            "",
        ] {
            assert_eq!(split_tag(line), None, "{line}");
        }
    }

    #[test]
    fn a_record_ends_at_its_end_the_next_start_or_the_end_of_the_file() {
        let text = "Export\n\nTY  - JOUR\nTI  - A\nER  - \n\nTY  - BOOK\nTI  - B\nTY  - RPRT\nTI  - C";
        let read: Vec<(usize, String)> = records(text)
            .map(|record| (record.line, record.first(&["TI"])))
            .collect();
        assert_eq!(read, [(3, "A".into()), (7, "B".into()), (9, "C".into())]);
    }

    #[test]
    fn a_wrapped_value_is_kept_whole() {
        let record = records("TY  - JOUR\nTI  - Wat werkt\n      in gezinshuizen?\n\nPY  - 2010")
            .next()
            .unwrap();
        assert_eq!(record.first(&["TI"]), "Wat werkt\nin gezinshuizen?");
        assert_eq!(record.first(&["PY"]), "2010");
    }

    #[test]
    fn a_record_without_its_type_is_not_lost() {
        let read: Vec<String> = records("TY  - JOUR\nER  - \nTI  - A\nER  - ")
            .map(|record| record.first(&["TI"]))
            .collect();
        assert_eq!(read, ["", "A"]);
    }
}
