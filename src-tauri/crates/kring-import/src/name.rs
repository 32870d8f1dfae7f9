//! Names of authors as one line of text, taken apart the Dutch way: the particle ("van der", "'t")
//! stands apart from the family name. Without a comma it has to judge whether a name is a person's or
//! an organisation's; it does so by words, and does not know the organisations themselves.

use kring_domain::study::Author;

use crate::fit::one_line;

/// Words that stand between given and family name.
const PARTICLES: [&str; 34] = [
    "van", "de", "den", "der", "het", "'t", "'s", "te", "ten", "ter", "d'", "von", "vom", "zu", "zum", "zur",
    "du", "la", "le", "les", "des", "el", "al", "da", "do", "dos", "di", "del", "della", "af", "av", "thoe",
    "toe", "lo",
];
/// Words that are part of a particle only together with another one: "op 't", "in de".
const PREPOSITIONS: [&str; 11] = [
    "op", "in", "aan", "bij", "onder", "over", "uit", "uijt", "tot", "voor", "achter",
];
/// Ends of words that an organisation has in its name and a person has not.
const ORGANISATION_ENDS: [&str; 37] = [
    "instituut",
    "institute",
    "stichting",
    "foundation",
    "universiteit",
    "university",
    "hogeschool",
    "college",
    "inspectie",
    "inspecties",
    "ministerie",
    "ministry",
    "raad",
    "council",
    "centrum",
    "center",
    "centre",
    "vereniging",
    "association",
    "society",
    "bureau",
    "alliantie",
    "alliance",
    "kenniskring",
    "academie",
    "zorg",
    "gemeente",
    "commissie",
    "committee",
    "organisatie",
    "organization",
    "organisation",
    "autoriteit",
    "netwerk",
    "plein",
    "federatie",
    "nederland",
];
const SUFFIXES: [&str; 8] = ["jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "jnr"];

/// The author in a text such as "Vries, Annemieke de", "de Vries, A.", "Annemieke de Vries", "King,
/// Martin, Jr." or "Nederlands Jeugdinstituut,"; `None` for an empty text or "et al.".
pub(crate) fn parse(text: &str) -> Option<Author> {
    let text = one_line(text);
    let parts: Vec<&str> = text.split(',').map(str::trim).collect();
    match parts.as_slice() {
        [] | [""] | ["et al" | "et al." | "others" | "e.a."] => None,
        [name] => Some(parse_unparted(name)),
        [name, ""] => Some(organisation(name)),
        [family, rest @ ..] if is_organisation_with_comma(family, rest) => Some(organisation(&text)),
        [family, given] => Some(person(family, given)),
        [family, given, suffix] if is_suffix(suffix) => Some(with_suffix(person(family, given), suffix)),
        [family, suffix, given] if is_suffix(suffix) => Some(with_suffix(person(family, given), suffix)),
        _ => Some(organisation(&text)),
    }
}

/// An organisation, its name kept as it is.
pub(crate) fn organisation(name: &str) -> Author {
    Author {
        literal: one_line(name),
        ..Author::default()
    }
}

/// A person by family and given name, either of which may hold the particle.
pub(crate) fn person(family: &str, given: &str) -> Author {
    let family: Vec<&str> = family.split_whitespace().collect();
    let given: Vec<&str> = given.split_whitespace().collect();
    let (leading, family) = split_particle(&family);
    let (given, trailing) = given.split_at(trailing_particle(&given));
    let family = family.join(" ");
    let (joined, family) = split_elision(&family);
    let particle: Vec<&str> = trailing.iter().chain(leading).copied().chain(joined).collect();
    Author {
        family: family.to_owned(),
        given: given.join(" "),
        particle: particle.join(" "),
        literal: String::new(),
    }
}

/// The person with "Jr." and the like behind the family name, where every style leaves it.
pub(crate) fn with_suffix(mut author: Author, suffix: &str) -> Author {
    author.family = format!("{} {suffix}", author.family);
    author
}

/// A name without a comma: an organisation, or "Annemieke de Vries", or "de Vries AM".
fn parse_unparted(name: &str) -> Author {
    let words: Vec<&str> = name.split_whitespace().collect();
    if is_organisation(&words) {
        return organisation(name);
    }
    if let [family @ .., initials] = words.as_slice()
        && is_initials(initials)
    {
        return person(&family.join(" "), initials);
    }
    // The particle starts the family name; without one the last word is it.
    let last = words.len().saturating_sub(1);
    let start = (0..last)
        .find(|at| {
            let rest = words.get(*at..).unwrap_or_default();
            let lower = rest.first().is_some_and(|word| !starts_upper(word));
            (lower || *at > 0) && !split_particle(rest).0.is_empty()
        })
        .unwrap_or(last);
    let (given, family) = words.split_at(start);
    person(&family.join(" "), &given.join(" "))
}

/// The particle a family name starts with, and the rest; the last word is never a particle.
fn split_particle<'a, 'b>(words: &'b [&'a str]) -> (&'b [&'a str], &'b [&'a str]) {
    let run = words
        .iter()
        .take(words.len().saturating_sub(1))
        .take_while(|word| is_particle_word(word))
        .count();
    let (particle, rest) = words.split_at(run);
    if particle.iter().any(|word| is_particle(word)) {
        (particle, rest)
    } else {
        (&[], words)
    }
}

/// Where the particle behind a given name starts: "Annemieke de", "M. van", "Dirk-Jan op 't".
fn trailing_particle(words: &[&str]) -> usize {
    let run = words
        .iter()
        .rev()
        .take_while(|word| !starts_upper(word) && is_particle_word(word))
        .count();
    let start = words.len() - run;
    let behind = words.get(start..).unwrap_or_default();
    if behind.iter().any(|word| is_particle(word)) {
        start
    } else {
        words.len()
    }
}

/// "d'Hondt" as "d'" and "Hondt".
fn split_elision(family: &str) -> (Option<&'static str>, &str) {
    match family.strip_prefix("d'").or_else(|| family.strip_prefix("d’")) {
        Some(rest) if starts_upper(rest) => (Some("d'"), rest),
        _ => (None, family),
    }
}

fn is_particle(word: &str) -> bool {
    PARTICLES.contains(&folded(word).as_str())
}

fn is_particle_word(word: &str) -> bool {
    is_particle(word) || PREPOSITIONS.contains(&folded(word).as_str())
}

/// Lower case with a straight apostrophe.
fn folded(word: &str) -> String {
    word.to_lowercase().replace(['’', '‘', '`'], "'")
}

fn is_suffix(text: &str) -> bool {
    SUFFIXES.contains(&text.to_lowercase().as_str())
}

fn starts_upper(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// "A", "AM", "A.M." or "Chr.".
fn is_initials(word: &str) -> bool {
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = word.chars().all(|c| c.is_uppercase() || matches!(c, '.' | '-'));
    letters > 0 && ((capitals && letters <= 3) || (word.ends_with('.') && starts_upper(word)))
}

/// "Ministerie van Volksgezondheid, Welzijn en Sport" and "ADOC, NJi en Gezinspiratieplein" have a comma
/// too: a family name has no organisation's word beside others, a given name joins nothing.
fn is_organisation_with_comma(family: &str, rest: &[&str]) -> bool {
    let words: Vec<&str> = family.split_whitespace().collect();
    let joins = |part: &&str| {
        part.split_whitespace()
            .skip(1)
            .any(|word| matches!(word, "en" | "and" | "&"))
    };
    (words.len() > 1 && words.iter().any(|word| has_organisation_end(word))) || rest.iter().any(joins)
}

/// Whether a name without a comma is an organisation's: one word, or a word no person's name has.
fn is_organisation(words: &[&str]) -> bool {
    let lower_word = |at: usize, word: &str| {
        let before_particle = words.get(at + 1).is_some_and(|next| is_particle(next));
        let may_be_particle =
            is_particle(word) || (before_particle && PREPOSITIONS.contains(&folded(word).as_str()));
        word.starts_with(char::is_lowercase) && !may_be_particle && split_elision(word).0.is_none()
    };
    let foreign_sign = |word: &str| {
        word.contains(|c: char| c == '&' || c == '/' || c.is_ascii_digit())
            || (word.contains('.') && !is_initials(word))
    };
    words.len() == 1
        || words.len() > 6
        || words
            .iter()
            .any(|word| has_organisation_end(word) || foreign_sign(word))
        || words.iter().enumerate().any(|(at, word)| lower_word(at, word))
}

fn has_organisation_end(word: &str) -> bool {
    let word = word.to_lowercase();
    ORGANISATION_ENDS.iter().any(|end| word.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Family, given, particle.
    fn parts(text: &str) -> (String, String, String) {
        let author = parse(text).unwrap();
        assert_eq!(author.literal, "", "{text} is a person");
        (author.family, author.given, author.particle)
    }

    #[test]
    fn the_particle_is_found_wherever_it_is_written() {
        let cases = [
            ("Vries, Annemieke de", ("Vries", "Annemieke", "de")),
            ("de Vries, Annemieke", ("Vries", "Annemieke", "de")),
            ("Annemieke de Vries", ("Vries", "Annemieke", "de")),
            ("de Vries A", ("Vries", "A", "de")),
            (
                "Berg-de Boer, Hannah van den",
                ("Berg-de Boer", "Hannah", "van den"),
            ),
            (
                "van den Berg-de Boer, Hannah",
                ("Berg-de Boer", "Hannah", "van den"),
            ),
            (
                "Hannah van den Berg-de Boer",
                ("Berg-de Boer", "Hannah", "van den"),
            ),
            ("'t Hart, Gé", ("Hart", "Gé", "'t")),
            ("Hart, Gé ’t", ("Hart", "Gé", "’t")),
            ("Veld, Dirk-Jan op 't", ("Veld", "Dirk-Jan", "op 't")),
            ("Dirk-Jan op 't Veld", ("Veld", "Dirk-Jan", "op 't")),
            ("d'Hondt, Jolijn", ("Hondt", "Jolijn", "d'")),
            ("Jolijn d'Hondt", ("Hondt", "Jolijn", "d'")),
            ("Hondt, Jolijn d'", ("Hondt", "Jolijn", "d'")),
            ("Geel, M. van", ("Geel", "M.", "van")),
            ("Brummelaar, Mijntje ten", ("Brummelaar", "Mijntje", "ten")),
            ("el Amrani, Fatima", ("Amrani", "Fatima", "el")),
            ("Van der Meulen, Annelies", ("Meulen", "Annelies", "Van der")),
            ("Jan Van den Berg", ("Berg", "Jan", "Van den")),
            ("van der Meulen", ("Meulen", "", "van der")),
        ];
        for (text, (family, given, particle)) in cases {
            assert_eq!(
                parts(text),
                (family.into(), given.into(), particle.into()),
                "{text}"
            );
        }
    }

    #[test]
    fn names_without_a_particle_keep_all_their_words() {
        let cases = [
            ("Leloux-Opmeer, Harmke", ("Leloux-Opmeer", "Harmke")),
            ("Çağlar Yıldız", ("Yıldız", "Çağlar")),
            ("Evert M. Scholte", ("Scholte", "Evert M.")),
            ("Scholte E.M.", ("Scholte", "E.M.")),
            ("Raad, Jan", ("Raad", "Jan")),
            ("Le Nguyen", ("Nguyen", "Le")),
            ("López Sánchez, Mónica", ("López Sánchez", "Mónica")),
        ];
        for (text, (family, given)) in cases {
            assert_eq!(
                parts(text),
                (family.into(), given.into(), String::new()),
                "{text}"
            );
        }
    }

    #[test]
    fn a_suffix_goes_with_the_family_name() {
        assert_eq!(
            parts("King, Martin Luther, Jr."),
            ("King Jr.".into(), "Martin Luther".into(), String::new())
        );
        assert_eq!(
            parts("King, Jr., Martin Luther"),
            ("King Jr.".into(), "Martin Luther".into(), String::new())
        );
    }

    #[test]
    fn an_organisation_is_kept_in_one_piece() {
        for text in [
            "Nederlands Jeugdinstituut",
            "Rudolphstichting",
            "Gezinshuis.com",
            "Hogeschool Leiden",
            "kernteam Kwaliteitscriteria Gezinshuizen",
            "Inspectie voor de Gezondheidszorg",
            "Alliantie Kind in Gezin",
            "Jeugdzorg Nederland",
            "Christelijke Hogeschool Ede",
            "Ministerie van Volksgezondheid, Welzijn en Sport",
            "ADOC, NJi, BPSW, Gezinspiratieplein",
            "ADOC, NJi en Gezinspiratieplein",
            "Horizon & Partners",
        ] {
            assert_eq!(parse(text), Some(organisation(text)), "{text}");
        }
        assert_eq!(
            parse("Kinderpostzegels Groep,"),
            Some(organisation("Kinderpostzegels Groep")),
            "EndNote's comma"
        );
    }

    #[test]
    fn nobody_is_no_author() {
        for text in ["", "  ", "et al.", "others"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
