//! Review markers: two touches of one field or block, neither aware of the other, by different
//! people and with unequal values. They follow from the log alone, in whatever order it came, and
//! never block anything.

use std::collections::BTreeSet;

use kring_domain::id::{Hash, RecordId};
use kring_domain::review::Review;
use kring_store::Connection;
use kring_store::noun;
use kring_store::table::touch::{self, Touch};
use kring_sync::engine::{Document, Key, Spot, TRASHED};
use kring_trust::membership::Membership;
use serde_json::Value;

use super::document::load;
use super::project::Written;
use crate::error::Result;

/// Notes which keys a part touched, and weighs each key's marker again.
pub fn note(
    db: &Connection,
    membership: Option<&Membership>,
    record: RecordId,
    document: &Document,
    part: &Written,
) -> Result<()> {
    for key in keys(document, part) {
        let new = Touch {
            record,
            key: key.clone(),
            segment: part.segment,
            device: part.device,
            peer: part.peer,
            next: part.to,
        };
        let mut touches = touch::of_key(db, record, &key)?;
        let seen = |by: &Touch, other: &Touch| document.had_seen(by.peer, by.next, other.peer, other.next);
        if touches
            .iter()
            .any(|known| known.segment == new.segment || seen(known, &new))
        {
            continue;
        }
        touches.retain(|known| !seen(&new, known));
        touches.push(new);
        touch::replace(db, record, &key, &touches)?;
        weigh(db, membership, document, record, &key, &touches)?;
    }
    Ok(())
}

/// The keys a part touched. Whoever changes a record wants it to be there, so a change is a word on the
/// trash too: a record thrown away by someone unaware of the change asks for a choice.
fn keys(document: &Document, part: &Written) -> Vec<Key> {
    let mut keys = document.touched(part.peer, part.from, part.to);
    if keys.iter().all(|key| key != TRASHED) {
        keys.push(TRASHED.to_owned());
    }
    keys
}

/// Weighs a key's marker again, after a choice about it came in.
pub fn weigh_again(
    db: &Connection,
    membership: Option<&Membership>,
    record: RecordId,
    key: &str,
) -> Result<()> {
    let touches = touch::of_key(db, record, key)?;
    if touches.len() < 2 {
        return Ok(());
    }
    weigh(db, membership, &load(db, record, 0)?, record, key, &touches)
}

fn weigh(
    db: &Connection,
    membership: Option<&Membership>,
    document: &Document,
    record: RecordId,
    key: &str,
    touches: &[Touch],
) -> Result<()> {
    // Of a record that is still there nothing is lost, whoever threw it away and back.
    let matters = key != TRASHED || is_trashed(&document.value());
    let marked = touches.len() > 1
        && matters
        && by_different_people(membership, touches)
        && disagree(document, key, &values(document, key, touches))
        && !is_reviewed(db, record, key, touches)?;
    Ok(touch::mark(db, record, key, marked)?)
}

fn by_different_people(membership: Option<&Membership>, touches: &[Touch]) -> bool {
    let person = |touch: &Touch| {
        let known = membership.and_then(|membership| membership.person_of(touch.device));
        known.map_or(touch.device.0, |person| person.0.0)
    };
    touches.iter().map(person).collect::<BTreeSet<_>>().len() > 1
}

/// Whether there is something to choose. Two who wrote the same in one block may have it there twice: the
/// letters of both are merged.
fn disagree(document: &Document, key: &str, values: &BTreeSet<String>) -> bool {
    let spot = Spot::of(key);
    let merged = || spot.value(&document.value()).to_string();
    values.len() > 1 || (spot.within.is_some() && values.iter().any(|value| *value != merged()))
}

fn values(document: &Document, key: &str, touches: &[Touch]) -> BTreeSet<String> {
    let value = |touch: &Touch| {
        let record = document.value_at(touch.peer, touch.next)?;
        Some(match key {
            TRASHED => is_trashed(&record).to_string(),
            key => Spot::of(key).value(&record).to_string(),
        })
    };
    touches.iter().filter_map(value).collect()
}

fn is_trashed(record: &Value) -> bool {
    record.get(TRASHED) == Some(&Value::Bool(true))
}

fn is_reviewed(db: &Connection, record: RecordId, key: &str, touches: &[Touch]) -> Result<bool> {
    let sides: BTreeSet<Hash> = touches.iter().map(|touch| touch.segment).collect();
    let reviews: Vec<(RecordId, Review)> = noun::with(db, "subject", record)?;
    Ok(reviews
        .iter()
        .any(|(_, review)| review.key == key && sides.iter().all(|side| review.sides.contains(side))))
}
