//! What two people did at once, in plain words, and the words on the button that takes one side. The choice
//! itself is `review`'s; nothing is changed here.

use kring_domain::id::RecordId;
use kring_domain::text::{Catalogue, Value as Said};
use kring_store::Connection;
use kring_store::table::document;
use kring_sync::engine::{Shape, Spot, TRASHED};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;
use similar::{Algorithm, DiffTag, capture_diff_slices};

use crate::error::Result;

/// What two people did at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// Both changed the same field or block.
    Changed,
    /// One threw the record away, the other changed it.
    Thrown,
    /// One removed the block, the other changed it.
    Removed,
    /// Both moved the same item of a list, or the same block.
    Moved,
    /// Both changed the order of a list or of blocks.
    Reordered,
}

/// One side of a review, as far as words need it.
pub struct Did<'a> {
    /// Who.
    pub by: &'a str,
    /// Whether that was on this laptop.
    pub own: bool,
    /// The whole record as they knew it before.
    pub before: &'a Value,
    /// The whole record as it was for them afterwards.
    pub after: &'a Value,
}

/// A clash in words.
pub struct Clash {
    /// What it is.
    pub form: Form,
    /// That in one sentence.
    pub sentence: String,
    /// For each side what it did, empty where its text shows that; and the words that take it.
    pub sides: Vec<(String, String)>,
}

/// Puts a clash into words.
pub fn in_words(
    db: &Connection,
    words: &Catalogue,
    shape: &Shape,
    key: &str,
    sides: &[Did<'_>],
) -> Result<Clash> {
    let spot = Spot::of(key);
    let is_list =
        spot.within.is_none() && (shape.lists.contains(&spot.field) || shape.texts.contains(&spot.field));
    let is_block = spot.within.is_some() && shape.texts.contains(&spot.field);
    let takes_away = |side: &Did<'_>| match key {
        TRASHED => side.after.get(TRASHED) == Some(&Value::Bool(true)),
        _ => is_block && is_flagged(&spot.value(side.after)),
    };
    let gone: Vec<bool> = sides.iter().map(takes_away).collect();
    let told = Told { db, words };
    if is_list {
        return told.order(spot, sides);
    }
    if gone.contains(&true) && gone.contains(&false) {
        return Ok(told.taken_away(key == TRASHED, sides, &gone));
    }
    Ok(Clash {
        form: Form::Changed,
        sentence: words.say_with("clash-changed", &[("names", Said::from(told.names(sides)))]),
        sides: sides
            .iter()
            .map(|side| (String::new(), told.take("clash-take", side)))
            .collect(),
    })
}

/// Whether a block was removed; what is left of it stays in the record.
pub fn is_flagged(block: &Value) -> bool {
    block.get("deleted") == Some(&Value::Bool(true))
}

/// The items of an ordered field: the ids of a list, or of the blocks of a text that are there.
pub fn items(field: &Value) -> Vec<String> {
    let id = |item: &Value| match item {
        Value::String(id) => Some(id.clone()),
        block if is_flagged(block) => None,
        block => block.get("id")?.as_str().map(str::to_owned),
    };
    field.as_array().into_iter().flatten().filter_map(id).collect()
}

struct Told<'a> {
    db: &'a Connection,
    words: &'a Catalogue,
}

impl Told<'_> {
    fn taken_away(&self, is_record: bool, sides: &[Did<'_>], gone: &[bool]) -> Clash {
        let of = |wanted: bool| -> Vec<&Did<'_>> {
            let side = sides.iter().zip(gone).filter(|(_, gone)| **gone == wanted);
            side.map(|(side, _)| side).collect()
        };
        let (form, what) = if is_record {
            (Form::Thrown, "thrown")
        } else {
            (Form::Removed, "removed")
        };
        let values = [
            ("thrower", Said::from(self.names(of(true)))),
            ("changer", Said::from(self.names(of(false)))),
        ];
        let say = |side: &Did<'_>, is_gone: bool| {
            let did = if is_gone {
                format!("clash-did-{what}")
            } else {
                "clash-did-changed".to_owned()
            };
            let take = if is_gone {
                format!("clash-leave-{what}")
            } else {
                format!("clash-back-{what}")
            };
            (self.words.say(&did), self.take(&take, side))
        };
        Clash {
            form,
            sentence: self.words.say_with(&format!("clash-{what}"), &values),
            sides: sides
                .iter()
                .zip(gone)
                .map(|(side, gone)| say(side, *gone))
                .collect(),
        }
    }

    fn order(&self, spot: Spot<'_>, sides: &[Did<'_>]) -> Result<Clash> {
        let mut told = Vec::new();
        let mut moved_by_all: Option<Vec<String>> = None;
        for side in sides {
            let (field, before) = (spot.value(side.after), items(&spot.value(side.before)));
            let after = items(&field);
            let moved = moved(&before, &after);
            let mut did = Vec::new();
            for id in &moved {
                let at = after.iter().position(|item| item == id).unwrap_or_default();
                let name = Said::from(self.name(&field, id)?);
                did.push(match at.checked_sub(1).and_then(|at| after.get(at)) {
                    None => self.words.say_with("clash-did-first", &[("item", name)]),
                    Some(other) => {
                        let other = Said::from(self.name(&field, other)?);
                        self.words
                            .say_with("clash-did-after", &[("item", name), ("other", other)])
                    }
                });
            }
            for id in before.iter().filter(|id| !after.contains(id)) {
                let name = Said::from(self.name(&spot.value(side.before), id)?);
                did.push(self.words.say_with("clash-did-out", &[("item", name)]));
            }
            told.push((did.join(" "), self.take("clash-take-order", side)));
            moved_by_all = Some(match moved_by_all {
                None => moved,
                Some(all) => all.into_iter().filter(|id| moved.contains(id)).collect(),
            });
        }
        let shared = moved_by_all.unwrap_or_default();
        let names = ("names", Said::from(self.names(sides)));
        let last = sides
            .first()
            .map(|side| spot.value(side.after))
            .unwrap_or_default();
        let (form, sentence) = match shared.first() {
            Some(id) => {
                let item = Said::from(self.name(&last, id)?);
                (
                    Form::Moved,
                    self.words.say_with("clash-moved", &[names, ("item", item)]),
                )
            }
            None => (Form::Reordered, self.words.say_with("clash-reordered", &[names])),
        };
        Ok(Clash {
            form,
            sentence,
            sides: told,
        })
    }

    /// What a member calls an item: a record's title, or how a block begins.
    fn name(&self, field: &Value, id: &str) -> Result<String> {
        if let Some(row) = id
            .parse::<RecordId>()
            .ok()
            .map(|id| document::get(self.db, id))
            .transpose()?
            .flatten()
        {
            return Ok(row.title);
        }
        let block = field
            .as_array()
            .into_iter()
            .flatten()
            .find(|block| block.get("id").and_then(Value::as_str) == Some(id));
        let text = block
            .and_then(|block| block.get("text")?.as_str())
            .unwrap_or_default();
        let mut begin: String = text.chars().take(MOST_CHARS).collect();
        if text.chars().count() > MOST_CHARS {
            begin.push('…');
        }
        Ok(begin)
    }

    fn names<'d>(&self, sides: impl IntoIterator<Item = &'d Did<'d>>) -> String {
        let mut names: Vec<String> = Vec::new();
        for side in sides {
            let name = if side.own {
                self.words.say("clash-you")
            } else {
                side.by.to_owned()
            };
            if !names.contains(&name) {
                names.push(name);
            }
        }
        let and = format!(" {} ", self.words.say("clash-and"));
        match names.split_last() {
            Some((last, rest)) if !rest.is_empty() => format!("{}{and}{last}", rest.join(", ")),
            _ => names.concat(),
        }
    }

    fn take(&self, key: &str, side: &Did<'_>) -> String {
        let own = if side.own { "yes" } else { "no" };
        self.words.say_with(
            key,
            &[("own", Said::from(own)), ("name", Said::from(side.by.to_owned()))],
        )
    }
}

/// Longer beginnings of a block say no more.
const MOST_CHARS: usize = 40;

/// The items that stand elsewhere among those that were there before and after.
fn moved(before: &[String], after: &[String]) -> Vec<String> {
    let stayed = |items: &[String], others: &[String]| -> Vec<String> {
        items.iter().filter(|id| others.contains(id)).cloned().collect()
    };
    let (before, after) = (stayed(before, after), stayed(after, before));
    capture_diff_slices(Algorithm::Myers, &before, &after)
        .iter()
        .filter(|op| op.tag() != DiffTag::Equal)
        .flat_map(|op| before[op.old_range()].to_vec())
        .collect()
}

/// One side's order, with what others added since in the place they gave it. What the side itself had taken
/// out stays out.
pub fn in_order_of(side: &[String], before: &[String], now: &[String]) -> Vec<String> {
    let mut order = side.to_vec();
    for (at, id) in now.iter().enumerate() {
        if order.contains(id) || before.contains(id) {
            continue;
        }
        let previous = at
            .checked_sub(1)
            .and_then(|at| order.iter().position(|item| *item == now[at]));
        order.insert(
            previous.map_or(if at == 0 { 0 } else { order.len() }, |at| at + 1),
            id.clone(),
        );
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(text: &str) -> Vec<String> {
        text.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn what_moved_is_told_apart_from_what_made_room() {
        assert_eq!(moved(&list("a b c d"), &list("d a b c")), list("d"));
        assert_eq!(moved(&list("a b c d"), &list("b c a d")), list("a"));
        assert_eq!(
            moved(&list("a b c"), &list("a x b c")),
            list(""),
            "one that was added moved nothing"
        );
        assert_eq!(
            moved(&list("a b c"), &list("a c")),
            list(""),
            "nor one that was taken out"
        );
    }

    #[test]
    fn an_order_that_is_taken_loses_nothing_that_others_added() {
        assert_eq!(
            in_order_of(&list("c a b"), &list("a b c"), &list("a x b c")),
            list("c a x b")
        );
        assert_eq!(
            in_order_of(&list("c a b"), &list("a b c"), &list("x a b c")),
            list("x c a b")
        );
        assert_eq!(
            in_order_of(&list("c a"), &list("a b c"), &list("b a c")),
            list("c a"),
            "what the side took out stays out"
        );
        assert_eq!(
            in_order_of(&list("a b c"), &list("a b c"), &list("a c")),
            list("a b c"),
            "and what only another took out comes back with the side"
        );
    }
}
