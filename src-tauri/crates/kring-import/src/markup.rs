//! The few tags and entities reference programs put in titles and abstracts, taken out. It is no
//! HTML reader: any other "<" is text, as in "p < 0.05".

/// Tags that Zotero and Crossref write inside a field.
const TAGS: [&str; 9] = ["i", "b", "sub", "sup", "span", "em", "strong", "sc", "p"];
/// A tag holds at most this many bytes, attributes included.
const MAX_TAG_BYTES: usize = 200;

/// The text without its tags and with its entities as characters.
pub(crate) fn strip(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        let (before, tag) = rest.split_at(at);
        plain.push_str(before);
        let length = tag_length(tag).unwrap_or_else(|| {
            plain.push('<');
            1
        });
        rest = tag.get(length..).unwrap_or_default();
    }
    plain.push_str(rest);
    decode_entities(plain)
}

/// The length in bytes of the known tag the text starts with.
fn tag_length(text: &str) -> Option<usize> {
    let mut signs = text.bytes().enumerate().skip(1).take(MAX_TAG_BYTES);
    let (end, _) = signs
        .find(|(_, byte)| matches!(byte, b'<' | b'>'))
        .filter(|(_, byte)| *byte == b'>')?;
    let inside = text.get(1..end)?.trim_start_matches('/').trim_end_matches('/');
    let name = inside.split_whitespace().next()?.to_ascii_lowercase();
    (TAGS.contains(&name.as_str()) || name.starts_with("jats:")).then_some(end + 1)
}

/// "&amp;" comes last, so that "&amp;lt;" becomes "&lt;" and not "<".
fn decode_entities(text: String) -> String {
    if !text.contains('&') {
        return text;
    }
    [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&apos;", "'"),
        ("&nbsp;", " "),
        ("&amp;", "&"),
    ]
    .into_iter()
    .fold(text, |text, (entity, character)| text.replace(entity, character))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn simple_tags_are_taken_out() {
        assert_eq!(
            strip("De <i>gezinshuisouder</i> & H<sub>2</sub>O"),
            "De gezinshuisouder & H2O"
        );
        assert_eq!(strip("<span class=\"nocase\">Horizon</span>"), "Horizon");
        assert_eq!(strip("<jats:p>Kort</jats:p>"), "Kort");
    }

    #[test]
    fn signs_that_are_no_tag_stay() {
        for text in [
            "p < 0.05 en q > 3",
            "a <b",
            "<https://nji.nl>",
            "1<2",
            "<",
            "<>",
            "<é>",
        ] {
            assert_eq!(strip(text), text);
        }
    }

    #[test]
    fn an_entity_is_decoded_once() {
        assert_eq!(strip("Child Abuse &amp; Neglect"), "Child Abuse & Neglect");
        assert_eq!(strip("&lt;i&gt; &amp;lt;"), "<i> &lt;");
    }
}
