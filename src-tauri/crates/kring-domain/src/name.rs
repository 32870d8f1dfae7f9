//! Dutch personal names: given name, particle ("van der"), family name, and how they sort. Sorting
//! itself uses the collation of CLDR; no rule about letters is written here.

use std::cmp::Ordering;

use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale::locale;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::id::MemberId;
use crate::invalid::{self, Invalid};

/// A person's name in its Dutch parts.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub struct PersonName {
    /// Given name: "Annelies".
    pub given: String,
    /// Particle between given and family name: "van der". Often empty.
    #[serde(default)]
    pub particle: String,
    /// Family name without particle: "Meulen".
    pub family: String,
    /// A sort name that overrides the rule; mostly empty.
    #[serde(default)]
    pub sort_as: String,
}

impl PersonName {
    /// A name from its three parts.
    pub fn new(given: impl Into<String>, particle: impl Into<String>, family: impl Into<String>) -> Self {
        Self {
            given: given.into(),
            particle: particle.into(),
            family: family.into(),
            sort_as: String::new(),
        }
    }

    /// What stands in place of the name of someone who was erased: "N.N. 3f2a". It tells two such people
    /// apart and says nothing else.
    pub fn nameless(id: MemberId) -> Self {
        Self::new("N.N.", "", hex::encode(&id.0.0[..2]))
    }

    /// A name written as "Voornaam|tussenvoegsel|Achternaam"; without bars, the last word is the family name.
    pub fn from_bars(text: &str) -> Self {
        let parts: Vec<&str> = text.split('|').map(str::trim).collect();
        match parts.as_slice() {
            [given, particle, family] => Self::new(*given, *particle, *family),
            [given, family] => Self::new(*given, "", *family),
            _ => Self::from_words(text),
        }
    }

    fn from_words(text: &str) -> Self {
        let words: Vec<&str> = text.split_whitespace().collect();
        let Some((family, before)) = words.split_last() else {
            return Self::default();
        };
        let first_particle = before
            .iter()
            .skip(1)
            .position(|word| word.chars().next().is_some_and(|c| c.is_lowercase() || c == '\''));
        let given_count = first_particle.map_or(before.len(), |at| at + 1);
        Self::new(
            before[..given_count].join(" "),
            before[given_count..].join(" "),
            *family,
        )
    }

    /// As said and written: "Annelies van der Meulen", "Jolijn d'Hondt".
    pub fn full(&self) -> String {
        let particle = self.particle.trim();
        let glue = if particle.is_empty() || elides(particle) {
            ""
        } else {
            " "
        };
        format!("{} {particle}{glue}{}", self.given.trim(), self.family.trim())
            .trim()
            .to_owned()
    }

    /// As sorted and listed: "Meulen, Annelies van der".
    pub fn listed(&self) -> String {
        if !self.sort_as.trim().is_empty() {
            return self.sort_as.trim().to_owned();
        }
        let behind = format!("{} {}", self.given.trim(), self.particle.trim());
        match behind.trim() {
            "" => self.family.trim().to_owned(),
            behind => format!("{}, {behind}", self.family.trim()),
        }
    }

    /// At least one part, each of one line.
    pub fn check(&self) -> Result<(), Invalid> {
        invalid::title("name", &self.full())?;
        [&self.given, &self.particle, &self.family, &self.sort_as]
            .into_iter()
            .try_for_each(|part| invalid::line("name", part))
    }
}

/// Whether a particle is written against the family name: d', l'.
fn elides(particle: &str) -> bool {
    particle.ends_with(['\'', '’']) && particle.chars().count() == 2 && !particle.starts_with(['\'', '’'])
}

/// Sorts Dutch text the way a Dutch reader expects.
pub struct DutchOrder(CollatorBorrowed<'static>);

impl DutchOrder {
    /// The Dutch collation of CLDR; plain code point order if its tables cannot be had.
    pub fn new() -> Option<Self> {
        Collator::try_new(locale!("nl").into(), CollatorOptions::default())
            .ok()
            .map(Self)
    }

    /// Which of two texts comes first.
    pub fn compare(&self, a: &str, b: &str) -> Ordering {
        self.0.compare(a, b).then_with(|| a.cmp(b))
    }
}

/// Sorts values by a text of theirs in Dutch order.
pub fn sort_dutch<T>(values: &mut [T], text: impl Fn(&T) -> String) {
    let order = DutchOrder::new();
    values.sort_by_cached_key(|value| Key {
        text: text(value),
        order: order.as_ref(),
    });
}

struct Key<'a> {
    text: String,
    order: Option<&'a DutchOrder>,
}

impl Ord for Key<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        match self.order {
            Some(order) => order.compare(&self.text, &other.text),
            None => self.text.cmp(&other.text),
        }
    }
}
impl PartialOrd for Key<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl PartialEq for Key<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}
impl Eq for Key<'_> {}

crate::opaque_debug!(PersonName);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_sort_on_the_core_word_with_the_particle_behind_it() {
        let expected = [
            "Amrani, Fatima el",
            "Berg-de Boer, Hannah van den",
            "Graaf, Anke de",
            "Hart, Gé 't",
            "Have, Eefje ten",
            "Heeren Loo, 's",
            "Hondt, Jolijn d'",
            "IJsselstein, Ineke",
            "Meulen, Annelies van der",
            "Sluis, Nynke van der",
            "Veld, Dirk-Jan op 't",
            "Wit, Bas de",
            "Yıldız, Çağlar",
        ];
        let mut names = [
            PersonName::new("Çağlar", "", "Yıldız"),
            PersonName::new("Dirk-Jan", "op 't", "Veld"),
            PersonName::new("", "'s", "Heeren Loo"),
            PersonName::new("Annelies", "van der", "Meulen"),
            PersonName::new("Ineke", "", "IJsselstein"),
            PersonName::new("Gé", "'t", "Hart"),
            PersonName::new("Nynke", "van der", "Sluis"),
            PersonName::new("Jolijn", "d'", "Hondt"),
            PersonName::new("Hannah", "van den", "Berg-de Boer"),
            PersonName::new("Fatima", "el", "Amrani"),
            PersonName::new("Bas", "de", "Wit"),
            PersonName::new("Eefje", "ten", "Have"),
            PersonName::new("Anke", "de", "Graaf"),
        ];
        sort_dutch(&mut names, PersonName::listed);
        let listed: Vec<String> = names.iter().map(PersonName::listed).collect();
        assert_eq!(listed, expected, "the order of domain.md");
    }

    #[test]
    fn a_manual_sort_name_overrides_the_rule() {
        let name = PersonName {
            sort_as: "Zwaan".into(),
            ..PersonName::new("Anna", "de", "Aap")
        };
        assert_eq!(name.listed(), "Zwaan");
    }

    #[test]
    fn a_name_is_read_from_bars_or_from_words() {
        assert_eq!(
            PersonName::from_bars("Annelies|van der|Meulen").full(),
            "Annelies van der Meulen"
        );
        assert_eq!(
            PersonName::from_bars("Dirk-Jan op 't Veld").listed(),
            "Veld, Dirk-Jan op 't"
        );
        assert_eq!(
            PersonName::from_bars("Jolijn|d'|Hondt").full(),
            "Jolijn d'Hondt",
            "d' is written against the name"
        );
        assert_eq!(PersonName::from_bars("Gé|'t|Hart").full(), "Gé 't Hart");
        assert_eq!(PersonName::from_bars("Ineke IJsselstein").family, "IJsselstein");
    }
}
