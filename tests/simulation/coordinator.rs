//! What the coordinator decides: rights, who is out and back, and what comes in from behind a cut-off. An
//! erasure is told here as well, for it takes words away by right.

use kring_api::domain::id::Hash;
use kring_store::table::erasure;
use kring_trust::operation::Right;
use serde_json::{Value, json};

use crate::law::{self, Broken};
use crate::step::Dice;
use crate::world::{GivenRight, World};

/// Codes of refusals that a coordinator meets who was put back and does not know, or not any more, whom
/// this is about.
const UNKNOWN: &[&str] = &["err-not-found", "err-not-out", "err-not-parked"];

impl World {
    pub fn set_right(&mut self, dice: &mut Dice) -> Result<(), Broken> {
        let Some(person) = self.somebody(dice) else {
            return Ok(());
        };
        let rights = [
            (Right::Reader, "reader"),
            (Right::Member, "member"),
            (Right::Secretary, "secretary"),
        ];
        let (right, code) = *dice.pick(&rights).unwrap();
        self.note(&format!(" {} {code}", &person[..6]));
        let input = json!({ "member": person, "right": code });
        self.decide("set_right", input, &person, Some(right))?;
        Ok(())
    }

    /// Takes a member out. Their laptops do not hear of it, and go on.
    pub fn remove(&mut self, dice: &mut Dice) -> Result<(), Broken> {
        let Some(person) = self.somebody(dice) else {
            return Ok(());
        };
        self.note(&format!(" {}", &person[..6]));
        if self.decide("remove_member", json!({ "member": person }), &person, None)? {
            self.tally.removals += 1;
        }
        Ok(())
    }

    pub fn bring_back(&mut self, dice: &mut Dice) -> Result<(), Broken> {
        let Some(person) = self.somebody(dice) else {
            return Ok(());
        };
        self.bring_back_person(&person)
    }

    fn bring_back_person(&mut self, person: &str) -> Result<(), Broken> {
        self.note(&format!(" {}", &person[..6]));
        let input = json!({ "member": person, "right": "member" });
        if self.decide("bring_back_member", input, person, Some(Right::Member))? {
            self.tally.returns += 1;
        }
        Ok(())
    }

    /// Everybody who is out comes back.
    pub fn bring_all_back(&mut self) -> Result<(), Broken> {
        let people: Vec<String> = self.devices.iter().map(|device| device.person.clone()).collect();
        for person in people {
            if person != self.devices[0].person {
                self.story.push("0: at the end".to_owned());
                self.bring_back_person(&person)?;
            }
        }
        Ok(())
    }

    pub fn admit(&mut self, dice: &mut Dice) -> Result<(), Broken> {
        let laptop = &mut self.devices[0].laptop;
        let parked = laptop.ask("list_parked", json!({}));
        let Some(chosen) = dice.pick(parked.as_array().unwrap()).cloned() else {
            return Ok(());
        };
        let segments = chosen["segments"].clone();
        self.note(&format!(" {}", segments.as_array().unwrap().len()));
        if let Err(error) = laptop_call(self, "admit_segments", json!({ "segments": segments })) {
            return law::broken("what is parked can be admitted", error);
        }
        let hashes = segments.as_array().unwrap().iter();
        self.admitted
            .extend(hashes.map(|hash| hash.as_str().unwrap().parse::<Hash>().unwrap()));
        self.tally.admitted += 1;
        self.look(0)
    }

    /// A person who is not the coordinator.
    fn somebody(&self, dice: &mut Dice) -> Option<String> {
        let at = 1 + dice.below(self.devices.len() - 1);
        let person = self.devices[at].person.clone();
        (person != self.devices[0].person).then_some(person)
    }

    /// Lets the coordinator do it, and remembers it; answers whether it was done.
    fn decide(
        &mut self,
        command: &str,
        input: Value,
        person: &str,
        right: Option<Right>,
    ) -> Result<bool, Broken> {
        let laptop = &mut self.devices[0].laptop;
        let heads = laptop.workspace().heads().unwrap();
        match laptop.call(command, input) {
            Ok(_) => {}
            Err(error) if UNKNOWN.contains(&error.code()) => return Ok(false),
            Err(error) => return law::broken("a coordinator decides", format!("{command}: {error}")),
        }
        let operation = laptop.workspace().circle().unwrap().membership.heads()[0];
        self.rights.push(GivenRight {
            person: person.to_owned(),
            right,
            heads: heads.iter().map(|head| (head.log, head.seq)).collect(),
            operation,
        });
        self.tally.rights += 1;
        self.look(0)?;
        Ok(true)
    }

    /// A record was erased on this laptop: its words may be absent everywhere, and are gone here.
    pub fn forget(&mut self, at: usize, record: &str) -> Result<(), Broken> {
        let db = self.devices[at].laptop.workspace().db();
        let id = record.parse().unwrap();
        let by = [0, 1].iter().find_map(|scope| {
            let segments = erasure::segments(db, *scope).unwrap();
            segments.into_iter().find(|row| {
                let parts = kring_store::table::segment::parts_of(db, row.id).unwrap();
                parts.iter().any(|part| part.record == id)
            })
        });
        let Some(row) = by else {
            return law::broken("an erasure is a segment", record.to_owned());
        };
        self.note(&format!(" erases {}", &record[..6]));
        self.erased.push((record.to_owned(), row.hash));
        for token in self.tokens.iter_mut().filter(|token| token.record == record) {
            token.gone = Some("erased");
        }
        self.tally.erasures += 1;
        Ok(())
    }
}

fn laptop_call(world: &mut World, command: &str, input: Value) -> Result<Value, String> {
    let answer = world.devices[0].laptop.call(command, input);
    answer.map_err(|error| error.to_string())
}
