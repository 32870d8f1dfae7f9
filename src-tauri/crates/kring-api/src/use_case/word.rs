//! What changed between two texts, word by word.

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;
use similar::{ChangeTag, TextDiff};

/// A run of words that has one lot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Word {
    /// The words with the spaces between them.
    pub text: String,
    /// What became of them.
    pub change: WordChange,
}

/// What became of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum WordChange {
    /// They stayed.
    Same,
    /// They are new.
    Added,
    /// They are gone.
    Removed,
}

/// How one text became another: both values, or the blocks they are, as words.
pub fn words(before: &Value, after: &Value) -> Vec<Word> {
    let (Some(before), Some(after)) = (text(before), text(after)) else {
        return Vec::new();
    };
    let mut words: Vec<Word> = Vec::new();
    for change in TextDiff::from_words(before, after).iter_all_changes() {
        let tag = match change.tag() {
            ChangeTag::Equal => WordChange::Same,
            ChangeTag::Insert => WordChange::Added,
            ChangeTag::Delete => WordChange::Removed,
        };
        match words.last_mut().filter(|last| last.change == tag) {
            Some(last) => last.text.push_str(change.value()),
            None => words.push(Word {
                text: change.value().to_owned(),
                change: tag,
            }),
        }
    }
    words
}

/// The text of a field or block. What is not there is an empty text.
fn text(value: &Value) -> Option<&str> {
    match value {
        Value::Null => Some(""),
        Value::String(text) => Some(text),
        Value::Object(block) => block.get("text").and_then(Value::as_str),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn shown(before: &Value, after: &Value) -> String {
        let sign = |word: &Word| match word.change {
            WordChange::Same => word.text.clone(),
            WordChange::Added => format!("+{}+", word.text),
            WordChange::Removed => format!("-{}-", word.text),
        };
        words(before, after).iter().map(sign).collect()
    }

    #[test]
    fn words_that_stayed_came_and_went_are_told_apart() {
        assert_eq!(
            shown(&json!("Weten wie er komt."), &json!("Weten wie er dan komt.")),
            "Weten wie er +dan +komt."
        );
        assert_eq!(
            shown(
                &json!({ "text": "een vaste invaller" }),
                &json!({ "text": "een invaller" })
            ),
            "een -vaste -invaller"
        );
        assert_eq!(shown(&Value::Null, &json!("nieuw")), "+nieuw+");
        assert_eq!(shown(&json!("weg"), &Value::Null), "-weg-");
    }

    #[test]
    fn what_is_no_text_has_no_words() {
        assert_eq!(words(&json!(3), &json!(4)), []);
        assert_eq!(words(&json!(["a"]), &json!(["b"])), []);
    }
}
