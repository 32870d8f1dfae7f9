//! What members do, through the dispatcher, on records that their own laptop shows them. It answers
//! the words that were written, and judges nothing.

use kring_api::domain::decision::Action;
use kring_api::domain::id::RecordId;
use kring_api::domain::meeting::{AgendaItem, Meeting};
use kring_api::domain::member::Member;
use kring_api::domain::note::Note;
use kring_api::domain::round::{Position, Round};
use kring_api::domain::statement::{Statement, StatementVersion};
use kring_api::domain::study::Study;
use kring_api::domain::theme::Theme;
use kring_api::error::Result;
use kring_store::noun::{self, Noun};
use kring_tests::{Laptop, by_id};
use serde_json::{Value, json};

use crate::step::{Deed, Dice};

/// A word that occurs nowhere else, and the record in which it was written.
#[derive(Debug, Clone)]
pub struct Written {
    pub word: String,
    pub record: String,
    pub private: bool,
}

/// What a deed did; nothing when there was nothing to do it to.
#[derive(Debug, Default)]
pub struct Deeds {
    /// The dispatcher's answer, with its `undo`.
    pub answer: Value,
    pub written: Vec<Written>,
    /// The record whose text may have lost words by this, and why that is right.
    pub unwrote: Option<Unwrote>,
    /// The record that was erased.
    pub erased: Option<String>,
}

/// A deed that takes words away.
#[derive(Debug, Clone)]
pub enum Unwrote {
    /// An operation was undone.
    Undone { operation: i64 },
    /// One side was chosen in this record; the other's words may go.
    Side { record: String },
    /// What was merged, or both sides, were kept: no word may go.
    Nothing,
}

/// One member at work with a choice of words.
pub struct Work<'a> {
    pub laptop: &'a mut Laptop,
    pub dice: Dice,
    /// A word that occurs nowhere else.
    pub word: String,
}

impl Work<'_> {
    /// Does it. `None`: there was nothing to do it to.
    pub fn perform(mut self, deed: Deed) -> Result<Option<Deeds>> {
        let word = self.word.clone();
        let choice = self.dice.below(6);
        let call = match deed {
            Deed::CreateMeeting => Some(("create_meeting", json!({ "number": 0, "place": word }))),
            Deed::ChangeMeeting => self.one::<Meeting>().map(|id| {
                let fields = match choice {
                    0 => json!({ "place": word }),
                    1 => json!({ "purpose": word }),
                    2 => json!({ "title": "" }),
                    3 => json!({ "date": format!("2026-05-{:02}", 1 + self.dice.below(28)) }),
                    4 => json!({ "theme": self.one::<Theme>() }),
                    _ => json!({ "place": "De Glind", "of": 1 + self.dice.below(6) }),
                };
                ("change_meeting", json!({ "id": id, "fields": fields }))
            }),
            Deed::AddItem => self.one::<Meeting>().map(|meeting| {
                let place = (choice < 3).then_some(choice);
                ("add_agenda_item", json!({ "meeting": meeting, "title": word, "place": place }))
            }),
            Deed::MoveItem => {
                let item = self.one::<AgendaItem>();
                item.map(|item| ("move_agenda_item", json!({ "id": item, "place": choice })))
            }
            Deed::RecordAttendance => self.one::<Meeting>().map(|meeting| {
                let member = self.one::<Member>().unwrap_or_default();
                let there = ["present", "absent_with_notice", "absent_without_notice"].get(choice);
                ("record_attendance", json!({ "meeting": meeting, "attendance": { member: there } }))
            }),
            Deed::WriteNote => {
                let private = choice < 2;
                let subject = self.one::<AgendaItem>();
                let words = ["a", "b"].map(|letter| word.replacen('w', &format!("w{letter}"), 1));
                let body = format!("Eerste {}\nTweede {}", words[0], words[1]);
                let input = json!({ "subject": subject, "body": body, "private": private });
                let answer = self.laptop.call("write_note", input)?;
                let written = words.map(|word| note_word(&answer, word, private));
                return Ok(Some(Deeds { answer, written: written.into(), ..Deeds::default() }));
            }
            Deed::GrowNote | Deed::AddBlock | Deed::MoveBlock | Deed::MarkBlock => return self.change_note(deed),
            Deed::ShareNote => return self.share_note(),
            Deed::CreateTheme => Some(("create_theme", json!({ "name": word }))),
            Deed::ChangeTheme => self.one::<Theme>().map(|id| {
                let fields = match choice {
                    0 => json!({ "name": word }),
                    1 => json!({ "aliases": [word] }),
                    2 | 3 => json!({ "known": format!("Bekend\n{word}") }),
                    _ => json!({ "unknown": word }),
                };
                ("change_theme", json!({ "id": id, "fields": fields }))
            }),
            Deed::AddStatement | Deed::Reword => return self.state(deed),
            Deed::OpenRound => self.wording()?.map(|version| {
                let rule = match choice {
                    0 => json!({ "rule": "unanimous" }),
                    1 => json!({ "rule": "threshold", "agree_percent": 70, "object_percent": 20, "positions": 2 }),
                    _ => json!({ "rule": "consent" }),
                };
                ("open_round", json!({ "versions": [version], "rule": rule }))
            }),
            Deed::GivePosition | Deed::RecordPosition => return self.take_position(deed),
            Deed::CloseRound => self.one::<Round>().map(|round| ("close_round", by_id(&round))),
            Deed::AddStudy => Some(("add_study", json!({ "title": word, "csl_type": "report" }))),
            Deed::ChangeStudy => self.one::<Study>().map(|id| {
                let fields = if choice < 3 { json!({ "summary": word }) } else { json!({ "title": word }) };
                ("change_study", json!({ "id": id, "fields": fields }))
            }),
            Deed::LinkStudy => self.one::<Study>().map(|study| {
                let (theme, meeting) = (self.one::<Theme>(), self.one::<Meeting>());
                let input = json!({ "study": study, "theme": theme, "meeting": meeting, "remove": choice == 0 });
                ("link_study", input)
            }),
            Deed::AddEvidence => self.one::<Statement>().map(|statement| {
                let input = json!({ "statement": statement, "study": self.one::<Study>(), "stance": "supports",
                    "basis": "practice", "finding": word });
                ("add_evidence", input)
            }),
            Deed::RecordDecision => {
                self.one::<Meeting>().map(|meeting| ("record_decision", json!({ "meeting": meeting, "text": word })))
            }
            Deed::AddAction => {
                let meeting = self.one::<Meeting>();
                Some(("add_action", json!({ "meeting": meeting, "text": word, "owner": self.one::<Member>() })))
            }
            Deed::ChangeAction => self.one::<Action>().map(|id| {
                let fields = match choice {
                    0 | 1 => json!({ "due": format!("2026-06-{:02}", 1 + self.dice.below(28)) }),
                    2 => json!({ "state": "done" }),
                    _ => json!({ "text": word }),
                };
                ("change_action", json!({ "id": id, "fields": fields }))
            }),
            Deed::ChangeMember => self.one::<Member>().map(|id| {
                ("change_member", json!({ "id": id, "fields": { "email": format!("{word}@voorbeeld.nl") } }))
            }),
            Deed::Trash => match choice {
                0 => self.one::<Meeting>(),
                1 => self.one::<Theme>(),
                2 => self.one::<AgendaItem>(),
                _ => self.one::<Note>(),
            }
            .map(|id| ("trash_record", by_id(&id))),
            Deed::Restore => {
                let trash = self.laptop.call("list_trash", json!({}))?;
                let id = self.of_list(&trash).map(|row| row["id"].clone());
                id.map(|id| ("restore_record", json!({ "id": id })))
            }
            Deed::Erase => return self.erase(),
            Deed::ResolveReview => return self.resolve(),
            Deed::Undo => return self.undo(),
        };
        let Some((command, input)) = call else {
            return Ok(None);
        };
        let answer = self.laptop.call(command, input)?;
        Ok(Some(Deeds {
            answer,
            ..Deeds::default()
        }))
    }

    /// A record of this kind; mostly the same one, so that people meet in it.
    fn one<T: Noun>(&mut self) -> Option<String> {
        let rows = noun::all::<T, RecordId>(self.laptop.workspace().db()).unwrap();
        let id = if self.dice.chance(70) {
            rows.first()
        } else {
            self.dice.pick(&rows)
        };
        id.map(|(id, _)| id.to_string())
    }

    fn of_list(&mut self, list: &Value) -> Option<Value> {
        self.dice.pick(list.as_array().unwrap()).cloned()
    }

    /// Lets one block grow, adds one, moves one or makes its beginning bold.
    fn change_note(mut self, deed: Deed) -> Result<Option<Deeds>> {
        let Some(id) = self.one::<Note>() else {
            return Ok(None);
        };
        let note = self.laptop.call("show_note", by_id(&id))?;
        let mut blocks = note["body"].as_array().unwrap().clone();
        let at = if blocks.is_empty() {
            0
        } else {
            self.dice.below(blocks.len())
        };
        let mut written = Vec::new();
        match deed {
            Deed::GrowNote if !blocks.is_empty() => {
                let text = blocks[at]["text"].as_str().unwrap();
                blocks[at]["text"] = format!("{text} {}", self.word).into();
                written.push(self.word.clone());
            }
            Deed::MoveBlock if blocks.len() > 1 => {
                let block = blocks.remove(at);
                blocks.insert(self.dice.below(blocks.len() + 1), block);
            }
            Deed::MarkBlock if !blocks.is_empty() => {
                let to = 1 + self.dice.below(3);
                blocks[at]["marks"] = json!([{ "from": 0, "to": to, "kind": "bold" }]);
            }
            _ => {
                blocks.insert(at, json!({ "text": self.word }));
                written.push(self.word.clone());
            }
        }
        let private = note["private"] == true;
        let answer = self
            .laptop
            .call("change_note", json!({ "id": id, "fields": { "body": blocks } }))?;
        let written = written.into_iter().map(|word| Written {
            word,
            record: id.clone(),
            private,
        });
        Ok(Some(Deeds {
            answer,
            written: written.collect(),
            ..Deeds::default()
        }))
    }

    /// Shares a private note: its words are everybody's from here on.
    fn share_note(mut self) -> Result<Option<Deeds>> {
        let notes = self.laptop.call("list_notes", json!({}))?;
        let private: Vec<Value> = notes
            .as_array()
            .unwrap()
            .iter()
            .filter(|note| note["private"] == true)
            .cloned()
            .collect();
        let Some(note) = self.dice.pick(&private) else {
            return Ok(None);
        };
        let answer = self.laptop.call("share_note", json!({ "id": note["id"] }))?;
        let words = note["body"].as_array().unwrap().iter().flat_map(|block| {
            let text = block["text"].as_str().unwrap();
            text.split(' ')
                .filter(|word| is_word(word))
                .map(str::to_owned)
                .collect::<Vec<_>>()
        });
        let written = words.map(|word| note_word(&answer, word, false)).collect();
        Ok(Some(Deeds {
            answer,
            written,
            ..Deeds::default()
        }))
    }

    fn state(mut self, deed: Deed) -> Result<Option<Deeds>> {
        let word = self.word.clone();
        let (command, input) = if deed == Deed::Reword {
            let Some(statement) = self.one::<Statement>() else {
                return Ok(None);
            };
            (
                "reword_statement",
                json!({ "statement": statement, "text": word }),
            )
        } else {
            let Some(theme) = self.one::<Theme>() else {
                return Ok(None);
            };
            ("add_statement", json!({ "theme": theme, "text": word }))
        };
        let answer = self.laptop.call(command, input)?;
        let record = answer["value"]["version"].as_str().unwrap().to_owned();
        Ok(Some(Deeds {
            answer,
            written: vec![Written {
                word,
                record,
                private: false,
            }],
            ..Deeds::default()
        }))
    }

    fn wording(&mut self) -> Result<Option<Value>> {
        let Some(statement) = self.one::<Statement>() else {
            return Ok(None);
        };
        let shown = self.laptop.call("show_statement", by_id(&statement))?;
        Ok(Some(shown["version"].clone()).filter(|version| !version.is_null()))
    }

    fn take_position(mut self, deed: Deed) -> Result<Option<Deeds>> {
        let word = self.word.clone();
        let Some(round) = self.one::<Round>() else {
            return Ok(None);
        };
        let stance = *self
            .dice
            .pick(&["agree", "agree_with_reservation", "object", "no_opinion"])
            .unwrap();
        let mut input = json!({ "round": round, "stance": stance, "text": word });
        let command = if deed == Deed::RecordPosition {
            input["holder"] = self.one::<Member>().into();
            "record_position"
        } else {
            "give_position"
        };
        let answer = self.laptop.call(command, input)?;
        let written = vec![note_word(&answer, word, false)];
        Ok(Some(Deeds {
            answer,
            written,
            ..Deeds::default()
        }))
    }

    fn erase(mut self) -> Result<Option<Deeds>> {
        let record = match self.dice.below(9) {
            0 => self.one::<Theme>(),
            1 => self.one::<Study>(),
            2 => self.one::<AgendaItem>(),
            3 => self.one::<Position>(),
            4 => self.one::<StatementVersion>(),
            5 => self.one::<Meeting>(),
            _ => self.one::<Note>(),
        };
        let Some(record) = record else {
            return Ok(None);
        };
        let answer = self.laptop.call("erase_record", by_id(&record))?;
        Ok(Some(Deeds {
            answer,
            erased: Some(record),
            ..Deeds::default()
        }))
    }

    fn resolve(mut self) -> Result<Option<Deeds>> {
        let reviews = self.laptop.call("list_reviews", json!({}))?;
        let Some(review) = self.of_list(&reviews) else {
            return Ok(None);
        };
        let record = review["record"].as_str().unwrap().to_owned();
        let mut input = json!({ "record": record, "key": review["key"] });
        let unwrote = match self.dice.below(3) {
            0 => {
                input["keep"] = "merged".into();
                Unwrote::Nothing
            }
            1 => {
                input["keep"] = "side".into();
                input["side"] = self.of_list(&review["sides"]).unwrap()["segment"].clone();
                Unwrote::Side { record }
            }
            _ => {
                input["keep"] = "both".into();
                Unwrote::Nothing
            }
        };
        let answer = self.laptop.call("resolve_review", input)?;
        Ok(Some(Deeds {
            answer,
            unwrote: Some(unwrote),
            ..Deeds::default()
        }))
    }

    fn undo(mut self) -> Result<Option<Deeds>> {
        let operations = self.laptop.call("list_operations", json!({}))?;
        let last = operations
            .as_array()
            .unwrap()
            .iter()
            .filter(|row| row["undone"] == false)
            .take(5);
        let last: Vec<i64> = last.map(|row| row["id"].as_i64().unwrap()).collect();
        let Some(operation) = self.dice.pick(&last).copied() else {
            return Ok(None);
        };
        let answer = self.laptop.call("undo", json!({ "operation": operation }))?;
        Ok(Some(Deeds {
            answer,
            unwrote: Some(Unwrote::Undone { operation }),
            ..Deeds::default()
        }))
    }
}

fn note_word(answer: &Value, word: String, private: bool) -> Written {
    let record = answer["value"].as_str().unwrap().to_owned();
    Written {
        word,
        record,
        private,
    }
}

/// Whether this is one of the run's own words: "w0017q", "wa0018q".
fn is_word(text: &str) -> bool {
    text.starts_with('w') && text.ends_with('q') && text.len() > 2
}
