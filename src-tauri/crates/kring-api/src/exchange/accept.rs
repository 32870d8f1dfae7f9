//! Whether a segment counts: a pure function of log and membership, in whatever order they came.

use std::collections::BTreeSet;

use kring_domain::id::{Hash, MemberId, RecordId};
use kring_domain::kind::Kind;
use kring_domain::round::Position;
use kring_store::Connection;
use kring_store::table;
use kring_store::table::segment::{self, Standing};
use kring_sync::engine::{Document, live};
use kring_sync::sealed::Sealed;
use kring_sync::segment::{ENGINE_LORO_1, Header, PartHeader, READER, SegmentKind};
use kring_trust::membership::{Cutoff, Membership};
use kring_trust::operation::Right;
use kring_trust::policy::{RecordDeed, Relation, Verdict, judge};

use super::origin::Origin;
use crate::error::Result;

/// How a segment that is in its chain stands. Of its bodies (`None` where erased) only those of an
/// erasure are read: what is erased later can then change nothing of it.
pub fn standing(
    db: &Connection,
    membership: &Membership,
    hash: Hash,
    header: &Header,
    bodies: &[Option<&[u8]>],
) -> Result<Standing> {
    let newer = header.min_reader > READER
        || matches!(header.kind, SegmentKind::Unknown(_))
        || header
            .parts
            .iter()
            .any(|part| part.engine != ENGINE_LORO_1 || !is_openable(part));
    if newer {
        return Ok(Standing::Newer);
    }
    let Some((person, right)) = author(membership, hash, header) else {
        return Ok(Standing::Refused);
    };
    let mut unknown_kind = false;
    for (part, body) in header.parts.iter().zip(bodies) {
        let erases = header.kind == SegmentKind::Erase;
        match verdict(person, right, header, part, *body) {
            Verdict::Allowed => {}
            Verdict::Refused => return Ok(Standing::Refused),
            Verdict::NotJudged => unknown_kind = true,
        }
        let next = segment::next_operation(db, part.record, header.peer())?;
        if !erases && (part.from >= part.to || next != part.from) {
            return Ok(Standing::Refused);
        }
    }
    let records: BTreeSet<RecordId> = header.parts.iter().map(|part| part.record).collect();
    if records.len() < header.parts.len() {
        return Ok(Standing::Refused);
    }
    Ok(if unknown_kind {
        Standing::Newer
    } else {
        Standing::Accepted
    })
}

/// Whether the body of a part lies open, or is sealed as this version knows how to: the one part of a
/// write-once record.
fn is_openable(part: &PartHeader) -> bool {
    part.sealed.as_ref().is_none_or(|field| {
        part.kind.is_write_once() && part.creation.is_some() && Sealed::decode(field).is_some()
    })
}

/// Whether only a cut-off keeps a segment from counting: its author had the right to it where they say to
/// stand, and has less behind it. A coordinator may admit such a one.
pub fn is_only_cut_off(
    membership: &Membership,
    hash: Hash,
    header: &Header,
    bodies: &[Option<&[u8]>],
) -> bool {
    author(membership, hash, header) != author_at_head(membership, header)
        && might_count(membership, header, bodies)
}

/// Whether its author had the right to it where they say to stand, whatever was taken from them since.
pub fn might_count(membership: &Membership, header: &Header, bodies: &[Option<&[u8]>]) -> bool {
    let Some((person, right)) = author_at_head(membership, header) else {
        return false;
    };
    let mut parts = header.parts.iter().zip(bodies);
    parts.all(|(part, body)| verdict(person, right, header, part, *body) == Verdict::Allowed)
}

fn verdict(
    person: RecordId,
    right: Right,
    header: &Header,
    part: &PartHeader,
    body: Option<&[u8]>,
) -> Verdict {
    if header.kind == SegmentKind::Erase {
        judge_erasure(person, right, part, body)
    } else {
        judge_part(person, right, part)
    }
}

/// Who wrote it, with the right they had where they say to stand.
fn author_at_head(membership: &Membership, header: &Header) -> Option<(RecordId, Right)> {
    let view = membership.at(&header.membership)?;
    let person = view.person_of(header.device)?;
    if !view.is_active(header.device) {
        return None;
    }
    Some((person.0, view.right_of(person)?))
}

/// Who wrote it and with which right; nobody when it does not count whatever it does.
fn author(membership: &Membership, hash: Hash, header: &Header) -> Option<(RecordId, Right)> {
    let (person, mut right) = author_at_head(membership, header)?;
    if !membership.admitted(hash) {
        if membership.at(&header.membership)?.is_closed() {
            return None;
        }
        if is_beyond(membership.cutoff(header.log, header.device), hash, header) {
            return None;
        }
        for cap in membership.caps(header.log, header.device) {
            if is_beyond(cap.cutoff, hash, header) {
                right = right.min(cap.right);
            }
        }
    }
    Some((person, right))
}

fn is_beyond(cutoff: Cutoff, hash: Hash, header: &Header) -> bool {
    match cutoff {
        Cutoff::None => false,
        Cutoff::All => true,
        Cutoff::After(head) => header.seq > head.seq || (header.seq == head.seq && hash != head.hash),
    }
}

fn judge_part(person: RecordId, right: Right, part: &PartHeader) -> Verdict {
    match part.creation {
        Some(creation) => {
            let relation = if creation.owner == person {
                Relation::Owner
            } else {
                Relation::Other
            };
            let owner_fits = if part.kind.is_owned() {
                creation.owner == person
            } else {
                creation.owner == RecordId::ZERO
            };
            match judge(right, relation, part.kind, RecordDeed::Create) {
                Verdict::Allowed if !owner_fits => Verdict::Refused,
                verdict => verdict,
            }
        }
        None => {
            let relation = if part.record == person {
                Relation::Owner
            } else {
                Relation::Other
            };
            judge(right, relation, part.kind, RecordDeed::Change)
        }
    }
}

/// An erasure names what the record's id was made of: whose record it is follows from that alone.
fn judge_erasure(person: RecordId, right: Right, part: &PartHeader, body: Option<&[u8]>) -> Verdict {
    let Some(owner) = Origin::owner_of(part, body) else {
        return Verdict::Refused;
    };
    let relation = if owner == person || part.record == person {
        Relation::Owner
    } else {
        Relation::Other
    };
    judge(right, relation, part.kind, RecordDeed::Erase)
}

/// Whether what a write-once part makes is a valid record by itself, and a position its holder's own
/// or recorded in the author's own name.
pub fn is_sound(author: Option<MemberId>, kind: Kind, document: &Document) -> bool {
    let Some(MemberId(person)) = author else {
        return false;
    };
    let fields = live(document.value());
    if kind == Kind::Position {
        let Ok(position) = serde_json::from_value::<Position>(fields.clone()) else {
            return false;
        };
        let own = position.holder.0 == person && position.recorded_by.is_none();
        let recorded = position.recorded_by.is_some_and(|by| by.0 == person);
        if !(own || recorded) {
            return false;
        }
    }
    table::is_valid(kind, fields)
}
