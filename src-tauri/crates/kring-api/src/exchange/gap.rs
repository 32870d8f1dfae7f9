//! What is missing here, read from the store and so the same after a restart: changes that others here
//! wait for, and changes that another device said it has. Who wrote them, in which packages they
//! were as far as that can be known, and the words to ask for them.

use std::collections::BTreeMap;

use kring_domain::id::{DeviceId, LogId, MemberId};
use kring_domain::text::{Catalogue, Value};
use kring_store::Connection;
use kring_store::table::own;
use kring_store::table::parcel::{self, LedgerRow};
use kring_store::table::segment::{self, Standing};
use kring_trust::hash::log_belongs_to;
use kring_trust::membership::Membership;

use super::import::name_of;
use super::report::{Gap, MissingParts};
use crate::error::Result;

/// What is missing of one chain.
#[derive(Clone, Copy, Default)]
struct Hole {
    /// The first segment that waits behind it, if one does.
    first_waiting: Option<u64>,
    waiting: u64,
    /// The furthest that another device said it has.
    said: u64,
}

/// What is missing, in order of chain. The sentences are still to be said.
pub fn gaps(db: &Connection, membership: &Membership) -> Result<Vec<Gap>> {
    let mut holes: BTreeMap<LogId, Hole> = BTreeMap::new();
    for row in segment::standing(db, Standing::Waiting)? {
        let hole = holes.entry(row.log).or_default();
        hole.waiting += 1;
        hole.first_waiting = Some(hole.first_waiting.map_or(row.seq, |first| first.min(row.seq)));
    }
    for (device, _) in membership.active_devices() {
        for (log, seq, _) in own::peer_heads(db, device)? {
            let hole = holes.entry(log).or_default();
            hole.said = hole.said.max(seq);
        }
    }
    let mut gaps = Vec::new();
    for (log, hole) in holes {
        let have = segment::head(db, log)?.map_or(0, |head| head.seq);
        let to = hole.first_waiting.map_or(hole.said, |first| first - 1);
        // Where a chain forks nothing of it is missing: both branches are set apart.
        if to <= have || segment::forks_at(db, log)?.is_some() {
            continue;
        }
        let author = membership
            .now()
            .devices()
            .map(|(device, _)| device)
            .find(|device| log_belongs_to(log, *device));
        gaps.push(Gap {
            log,
            member: author.and_then(|device| membership.person_of(device)),
            name: author
                .map(|device| name_of(db, membership, device))
                .transpose()?
                .unwrap_or_default(),
            from: have + 1,
            to,
            ask: whom_to_ask(db, membership, author, log, to)?,
            waiting: hole.waiting,
            packages: match author {
                Some(device) => packages(db, device, log, have, to)?,
                None => None,
            },
            parts: missing_parts(db, membership, log, to)?,
            undone: segment::is_undone(db, log, have + 1)?,
            sentence: String::new(),
        });
    }
    Ok(gaps)
}

/// The author, if their device is one that packages come from; else whoever said to have what is missing.
fn whom_to_ask(
    db: &Connection,
    membership: &Membership,
    author: Option<DeviceId>,
    log: LogId,
    to: u64,
) -> Result<Option<MemberId>> {
    let mut other = None;
    for (device, known) in membership.active_devices() {
        let said = own::peer_heads(db, device)?;
        if Some(device) == author && !said.is_empty() {
            return Ok(Some(known.person));
        }
        if said.iter().any(|(of, seq, _)| *of == log && *seq >= to) {
            other.get_or_insert(known.person);
        }
    }
    Ok(other)
}

/// Between which of the author's own packages the missing ones lie: after the last one that ended within
/// what is here, and before the first that went beyond what is missing.
fn packages(db: &Connection, author: DeviceId, log: LogId, have: u64, to: u64) -> Result<Option<(u64, u64)>> {
    let received = parcel::received(db, author)?;
    let of_chain = || received.iter().filter(|row| row.parcel.incarnation == log);
    let before = of_chain().filter(|row| row.parcel.head <= have);
    let beyond = of_chain().filter(|row| row.parcel.head > to);
    let last = before.map(|row| row.counter).max();
    let next = beyond.map(|row| row.counter).min();
    Ok(match (last, next) {
        (Some(last), Some(next)) if last + 1 < next => Some((last + 1, next - 1)),
        _ => None,
    })
}

/// Parts that did not come of the newest package of a device that said it has what is missing.
fn missing_parts(
    db: &Connection,
    membership: &Membership,
    log: LogId,
    to: u64,
) -> Result<Option<MissingParts>> {
    for (device, _) in membership.active_devices() {
        let said = own::peer_heads(db, device)?;
        if !said.iter().any(|(known, seq, _)| *known == log && *seq >= to) {
            continue;
        }
        let received = parcel::received(db, device)?;
        let Some(newest) = received.iter().map(|row| row.counter).max() else {
            continue;
        };
        let came: Vec<&LedgerRow> = received.iter().filter(|row| row.counter == newest).collect();
        let of = came.first().map_or(1, |row| row.parcel.parts);
        let has_come = |part: &u64| came.iter().any(|row| row.parcel.part == *part);
        // The number of parts is the sender's word: no list grows with it alone.
        let numbers: Vec<u64> = (1..=of.min(MOST_PARTS)).filter(|part| !has_come(part)).collect();
        if !numbers.is_empty() {
            return Ok(Some(MissingParts {
                name: name_of(db, membership, device)?,
                number: newest,
                parts: numbers,
                of,
            }));
        }
    }
    Ok(None)
}

/// How many missing parts are named at most.
const MOST_PARTS: u64 = 200;

/// Puts what is missing into words.
pub fn say_all(words: &Catalogue, gaps: &mut [Gap]) {
    for gap in gaps {
        gap.sentence = say(words, gap);
    }
}

fn say(words: &Catalogue, gap: &Gap) -> String {
    let name = if gap.name.is_empty() {
        words.say("someone")
    } else {
        gap.name.clone()
    };
    let values = [
        ("name", Value::from(name)),
        ("missing", Value::from(gap.to.saturating_sub(gap.from) + 1)),
        ("where", Value::from(place(words, gap))),
    ];
    let key = if gap.undone { "gap-undone" } else { "gap" };
    words.say_with(key, &values)
}

/// " (pakket 11–12)", " (pakket 14 van Bas, deel 2 van 3)", or nothing.
fn place(words: &Catalogue, gap: &Gap) -> String {
    if let Some(parts) = &gap.parts {
        let numbers: Vec<String> = parts.parts.iter().map(ToString::to_string).collect();
        let values = [
            ("name", Value::from(parts.name.clone())),
            ("number", Value::from(parts.number.to_string())),
            ("parts", Value::from(numbers.join(", "))),
            ("of", Value::from(parts.of.to_string())),
        ];
        return words.say_with("gap-parts", &values);
    }
    let Some((first, last)) = gap.packages else {
        return String::new();
    };
    let numbers = if first == last {
        first.to_string()
    } else {
        format!("{first}–{last}")
    };
    words.say_with("gap-packages", &[("numbers", Value::from(numbers))])
}
