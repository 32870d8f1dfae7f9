//! Values of BibTeX fields as plain text and as names: TeX's accents by `biblatex`, what it leaves of
//! commands taken out here. A value it refuses is read as plain text, so that a stray "$" costs nothing.

use biblatex::{Bibliography, Chunk, Chunks, Pair, RawBibliography, RawChunk, RawEntry, Spanned};
use kring_domain::study::Author;

use crate::name;

/// Fields whose signs stand for themselves.
const LITERAL: [&str; 2] = ["doi", "url"];

/// Decodes the pieces of a value.
pub(super) fn decode(field: &str, pieces: &[&str]) -> Chunks {
    if LITERAL.contains(&field) {
        return vec![Spanned::zero(Chunk::Verbatim(unescaped(pieces)))];
    }
    let dollars_as_text = || {
        let plain: Vec<String> = pieces
            .iter()
            .map(|piece| piece.replace("\\$", "$").replace('$', "\\$"))
            .collect();
        decode_pieces(&plain.iter().map(String::as_str).collect::<Vec<_>>())
    };
    decode_pieces(pieces)
        .or_else(dollars_as_text)
        .unwrap_or_else(|| vec![Spanned::zero(Chunk::Normal(unescaped(pieces)))])
}

/// The pieces without TeX's braces and backslashes. Programs put them around signs of an address that
/// need none ("a{\_}b"), and the library would make a dash of two hyphens.
fn unescaped(pieces: &[&str]) -> String {
    pieces.concat().replace(['{', '}', '\\'], "")
}

/// The library decodes only whole bibliographies: one with this value alone. The field's real name is not
/// passed on, so that the library follows no reference from here.
fn decode_pieces(pieces: &[&str]) -> Option<Chunks> {
    let value = pieces
        .iter()
        .map(|piece| Spanned::zero(RawChunk::Normal(piece)))
        .collect();
    let fields = vec![Pair::new(Spanned::zero("title"), Spanned::zero(value))];
    let entry = RawEntry {
        key: Spanned::zero(""),
        kind: Spanned::zero("misc"),
        fields,
    };
    let raw = RawBibliography {
        preamble: String::new(),
        entries: vec![Spanned::zero(entry)],
        abbreviations: vec![],
    };
    Bibliography::from_raw(raw)
        .ok()?
        .into_vec()
        .pop()?
        .remove("title")
}

/// The text of a field, without commands and with "~" as a space.
pub(super) fn text(field: &str, value: &[Spanned<Chunk>]) -> String {
    let text: String = value.iter().map(|chunk| chunk.v.get()).collect();
    if LITERAL.contains(&field) {
        text
    } else {
        plain(&text)
    }
}

/// Names parted by "and"; a name wholly in braces is an organisation's.
pub(super) fn names(value: &[Spanned<Chunk>]) -> Vec<Author> {
    let mut names = vec![Name::default()];
    for chunk in value {
        let parts: Vec<&str> = match &chunk.v {
            Chunk::Normal(text) => text.split(" and ").collect(),
            Chunk::Verbatim(text) | Chunk::Math(text) => vec![text],
        };
        for (at, part) in parts.into_iter().enumerate() {
            if at > 0 {
                names.push(Name::default());
            }
            if let Some(name) = names.last_mut() {
                name.text.push_str(part);
                name.has_open_text |= matches!(chunk.v, Chunk::Normal(_)) && !part.trim().is_empty();
            }
        }
    }
    names.iter().filter_map(Name::author).collect()
}

/// A name in the making.
#[derive(Default)]
struct Name {
    text: String,
    /// Whether some of it stands outside braces.
    has_open_text: bool,
}

impl Name {
    fn author(&self) -> Option<Author> {
        let text = plain(&self.text);
        if !self.has_open_text && !text.trim().is_empty() {
            return Some(name::organisation(&text));
        }
        if text.contains("family=") {
            Some(parted(&text))
        } else {
            name::parse(&text)
        }
    }
}

/// BibLaTeX's extended form: "family=Vries, given=Annemieke, prefix=de".
fn parted(text: &str) -> Author {
    let part = |wanted: &str| {
        let parts = text.split(',').filter_map(|part| part.split_once('='));
        parts
            .filter(|(key, _)| key.trim() == wanted)
            .map(|(_, value)| value.trim().to_owned())
            .next()
            .unwrap_or_default()
    };
    let author = name::person(&format!("{} {}", part("prefix"), part("family")), &part("given"));
    let suffix = part("suffix");
    if suffix.is_empty() {
        author
    } else {
        name::with_suffix(author, &suffix)
    }
}

/// The text without the commands the library does not know ("\emph{…}" keeps its content), with "~" as
/// a space. Of those commands the Dutch letter "\ij" is a letter.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['\\', '~']) {
        let (before, sign) = rest.split_at(at);
        plain.push_str(before);
        let Some(command) = sign.strip_prefix('\\') else {
            plain.push(' ');
            rest = sign.get(1..).unwrap_or_default();
            continue;
        };
        rest = command.trim_start_matches(|c: char| c.is_ascii_alphabetic());
        let name = command.get(..command.len() - rest.len()).unwrap_or_default();
        if matches!(name, "ij" | "IJ") {
            plain.push_str(name);
        }
        rest = rest.strip_prefix(' ').unwrap_or(rest);
    }
    plain.push_str(rest);
    if text.contains('\\') {
        plain.replace(['{', '}'], "")
    } else {
        plain
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text_of(value: &str) -> String {
        text("title", &decode("title", &[value]))
    }

    #[test]
    fn accents_in_tex_become_letters() {
        assert_eq!(text_of("Continu{\\\"i}teit"), "Continuïteit");
        assert_eq!(text_of("{\\c{C}}a{\\u{g}}lar Y{\\i}ld{\\i}z"), "Çağlar Yıldız");
        assert_eq!(
            text_of("G{\\'e} L{\\'o}pez en K\\\"ongeter"),
            "Gé López en Köngeter"
        );
        assert_eq!(
            text_of("{\\IJ}sselstein, \\IJ sselmeer, b\\ij{}"),
            "IJsselstein, IJsselmeer, bij"
        );
    }

    #[test]
    fn commands_leave_their_content() {
        assert_eq!(
            text_of("Een \\emph{nieuwe \\textbf{kijk}} op {NJi}"),
            "Een nieuwe kijk op NJi"
        );
        assert_eq!(
            text_of("Abuse \\& Neglect, 27,5\\%, 1990--2010, p. ~12"),
            "Abuse & Neglect, 27,5%, 1990–2010, p.  12"
        );
        assert_eq!(text_of("p $<$ 0.05"), "p < 0.05");
    }

    #[test]
    fn a_value_that_is_no_tex_is_read_as_text() {
        assert_eq!(text_of("kost $ 5 en {\\\"e}en"), "kost $ 5 en ëen");
        assert_eq!(text_of("los } haakje"), "los  haakje");
    }

    #[test]
    fn an_address_keeps_its_signs_and_loses_its_escapes() {
        let address = |given: &str| text("url", &decode("url", &[given]));
        assert_eq!(
            address("https://nji.nl/~a_b?c=1&d=$2%25--3"),
            "https://nji.nl/~a_b?c=1&d=$2%25--3"
        );
        assert_eq!(address(r"https://nji.nl/a{\_}b\&c"), "https://nji.nl/a_b&c");
    }

    #[test]
    fn names_are_parted_outside_braces_only() {
        let value = "{Hogeschool Leiden and NJi} and Vries, Annemieke de and {van der Meulen}, Gera and Mariska de Baat and others";
        let authors = names(&decode("author", &[value]));
        let expected = [
            name::organisation("Hogeschool Leiden and NJi"),
            name::person("de Vries", "Annemieke"),
            name::person("van der Meulen", "Gera"),
            name::person("de Baat", "Mariska"),
        ];
        assert!(
            authors == expected,
            "{:?}",
            authors
                .iter()
                .map(|a| (&a.family, &a.literal))
                .collect::<Vec<_>>()
        );
    }

    #[test]
    fn the_extended_form_of_a_name_is_read() {
        let authors = names(&decode(
            "author",
            &["family=Vries, given=Annemieke, prefix=de, useprefix=true"],
        ));
        assert!(authors == [name::person("de Vries", "Annemieke")]);
    }
}
