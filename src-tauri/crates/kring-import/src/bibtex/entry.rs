//! Cuts a BibTeX text into entries and reads each by itself with `biblatex`, within bounds that its
//! recursion and its work per brace need. What the fields mean is not known here.

use std::collections::BTreeMap;

use biblatex::{Chunks, RawBibliography, RawChunk};

use super::value;

/// An entry holds at most this many braces: the library's work grows with their square.
const MAX_BRACES: usize = 2_000;
/// Braces nest at most this deep: the library recurses.
const MAX_DEPTH: usize = 100;
/// A `@string` is at most this many bytes after what it is made of was filled in.
const MAX_MACRO_BYTES: usize = 10_000;

/// The texts that `@string` entries so far stand for, by name in lower case.
pub(super) type Macros = BTreeMap<String, String>;

/// The text of one entry, up to the start of the next.
pub(super) struct Source<'a> {
    line: usize,
    text: &'a str,
}

/// An entry with its values decoded.
pub(super) struct Entry {
    /// Line it starts on, from 1.
    pub(super) line: usize,
    /// Citation key.
    pub(super) key: String,
    /// Type in lower case.
    pub(super) kind: String,
    /// Values by field name in lower case; nothing when the entry is broken.
    pub(super) fields: Option<BTreeMap<String, Chunks>>,
}

impl Entry {
    /// The text of the first of the fields that is there and not empty.
    pub(super) fn text(&self, fields: &[&str]) -> String {
        let value = |field: &&str| Some(value::text(field, self.fields.as_ref()?.get(*field)?));
        fields
            .iter()
            .filter_map(value)
            .find(|text| !text.is_empty())
            .unwrap_or_default()
    }
}

/// Whether the text starts with an entry: "@article{".
pub(crate) fn starts_entry(text: &str) -> bool {
    let Some(rest) = text.trim_start().strip_prefix('@') else {
        return false;
    };
    let kind = rest.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '_');
    kind.len() < rest.len() && kind.trim_start().starts_with(['{', '('])
}

/// The entries of a text. One starts on a new line or right behind the brace of another, so that an
/// entry that is not closed does not swallow the next.
pub(super) fn sources(text: &str) -> impl Iterator<Item = Source<'_>> {
    let mut starts = text
        .match_indices('@')
        .map(|(at, _)| at)
        .filter(|at| is_start(text, *at))
        .peekable();
    let (mut line, mut counted) = (1, 0);
    std::iter::from_fn(move || {
        let start = starts.next()?;
        let end = starts.peek().copied().unwrap_or(text.len());
        line += text.get(counted..start)?.matches('\n').count();
        counted = start;
        Some(Source {
            line,
            text: text.get(start..end)?,
        })
    })
}

fn is_start(text: &str, at: usize) -> bool {
    let (before, entry) = text.split_at(at);
    let before = before.trim_end_matches([' ', '\t']);
    (before.is_empty() || before.ends_with(['\n', '}'])) && starts_entry(entry)
}

/// The entry of a source; `None` for `@string`, which is added to the macros, and for what is no work.
pub(super) fn parse(source: &Source<'_>, macros: &mut Macros) -> Option<Entry> {
    let (kind, key) = head(source.text);
    if matches!(kind.as_str(), "comment" | "preamble") {
        return None;
    }
    let raw = extent(source.text).and_then(|text| RawBibliography::parse(text).ok());
    if kind == "string" {
        for pair in raw.into_iter().flat_map(|raw| raw.abbreviations) {
            let mut text = expand(&pair.value.v, macros).concat();
            text.truncate(text.floor_char_boundary(MAX_MACRO_BYTES));
            macros.insert(pair.key.v.to_lowercase(), text);
        }
        return None;
    }
    let fields = raw.and_then(|mut raw| raw.entries.pop()).map(|entry| {
        let decode = |pair: biblatex::Pair<'_>| {
            let name = pair.key.v.to_lowercase();
            let value = value::decode(&name, &expand(&pair.value.v, macros));
            (name, value)
        };
        entry.v.fields.into_iter().map(decode).collect()
    });
    Some(Entry {
        line: source.line,
        key,
        kind,
        fields,
    })
}

/// Type in lower case and key of an entry, also of a broken one.
fn head(text: &str) -> (String, String) {
    let (kind, rest) = text
        .trim_start_matches('@')
        .split_once(['{', '('])
        .unwrap_or_default();
    let key = rest.split([',', '\n', '}']).next().unwrap_or_default();
    (kind.trim().to_lowercase(), key.trim().to_owned())
}

/// The text up to the brace that closes it; `None` when none does, or when it is out of bounds.
fn extent(text: &str) -> Option<&str> {
    let (mut depth, mut braces) = (0_usize, 0_usize);
    let mut signs = text.char_indices();
    while let Some((at, sign)) = signs.next() {
        match sign {
            '\\' => {
                signs.next();
            }
            '{' => {
                depth += 1;
                braces += 1;
            }
            '}' => {
                depth = depth.checked_sub(1)?;
                if depth == 0 {
                    return text.get(..=at);
                }
            }
            _ => {}
        }
        if depth > MAX_DEPTH || braces > MAX_BRACES {
            return None;
        }
    }
    None
}

/// The pieces of a value with macros filled in. A macro that is not defined stands for its name, as
/// "may" in `month = may`.
fn expand<'t>(field: &[biblatex::Spanned<RawChunk<'t>>], macros: &'t Macros) -> Vec<&'t str> {
    field
        .iter()
        .map(|piece| match piece.v {
            RawChunk::Normal(text) => text,
            RawChunk::Abbreviation(name) => macros.get(&name.to_lowercase()).map_or(name, String::as_str),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entries(text: &str) -> Vec<Entry> {
        let mut macros = Macros::default();
        sources(text)
            .filter_map(|source| parse(&source, &mut macros))
            .collect()
    }

    #[test]
    fn entries_are_found_with_their_lines() {
        let text = "mail a@b.nl\n@book{a, title={A}} post@b.nl\n\n  @Book{b,\n title={B}}@book{c, title={C}}";
        let found: Vec<(usize, String, String)> = entries(text)
            .iter()
            .map(|entry| (entry.line, entry.key.clone(), entry.text(&["title"])))
            .collect();
        let expected = [(2, "a", "A"), (4, "b", "B"), (5, "c", "C")];
        assert_eq!(
            found,
            expected.map(|(line, key, title)| (line, key.to_owned(), title.to_owned()))
        );
    }

    #[test]
    fn macros_are_filled_in_whatever_their_case() {
        let text =
            "@string{NJI = {Nederlands } # \"Jeugdinstituut\"}\n@book{a, publisher = nji # {, Utrecht}}";
        assert_eq!(
            entries(text).remove(0).text(&["publisher"]),
            "Nederlands Jeugdinstituut, Utrecht"
        );
    }

    #[test]
    fn macros_do_not_grow_without_bound() {
        let doubling: String = (0..60)
            .map(|n| format!("@string{{m{} = m{n} # m{n}}}\n", n + 1))
            .collect();
        let text = format!("@string{{m0 = {{lang}}}}\n{doubling}@book{{a, title = m60}}");
        assert_eq!(entries(&text).remove(0).text(&["title"]).len(), MAX_MACRO_BYTES);
    }

    #[test]
    fn an_entry_out_of_bounds_is_broken() {
        let deep = format!(
            "@book{{a, title={}{}}}",
            "{\\x".repeat(50_000),
            "}".repeat(50_000)
        );
        let wide = format!("@book{{a, title={{{}}}}}", "{}".repeat(50_000));
        for text in [deep, wide] {
            assert!(entries(&text).remove(0).fields.is_none());
        }
    }
}
