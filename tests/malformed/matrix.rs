//! The policy table, cell by cell, against segments that a changed app signed: whatever right its member
//! has, what the table does not allow takes effect nowhere.

use kring_api::domain::id::{Hash, RecordId};
use kring_api::domain::kind::Kind;
use kring_api::exchange::origin::Origin;
use kring_store::table::segment::{self, Standing};
use kring_sync::segment::Segment;
use kring_tests::policy::{Cell, RIGHTS};
use kring_tests::{Circle, Laptop};
use kring_trust::hash::record_id;
use serde_json::json;

use crate::erasing::erasing;
use crate::forge::{Chain, Fields, Forger, fields, note, written};
use crate::three;

/// Fields with which a record of this kind is valid, so that only the right decides.
fn valid(kind: Kind, person: RecordId) -> Fields {
    let other = RecordId([7; 16]);
    match kind {
        Kind::StatementVersion => fields(json!({ "statement": other, "text": "Rust helpt." })),
        Kind::Round => {
            fields(json!({ "versions": [other], "rule": { "rule": "consent" }, "leader": person }))
        }
        Kind::Position => {
            fields(json!({ "round": other, "version": other, "holder": person, "stance": "agree" }))
        }
        Kind::Closing => fields(json!({ "round": other, "positions": [] })),
        Kind::Numbering => {
            fields(json!({ "series": "decision", "year": 2026, "number": 1, "subject": other }))
        }
        Kind::Review => {
            fields(json!({ "subject": other, "key": "title", "sides": [Hash([1; 32]), Hash([2; 32])] }))
        }
        _ => note("een titel"),
    }
}

/// What a segment does, and whether the table allows it.
struct Try {
    what: String,
    allowed: bool,
    segment: Segment,
}

fn tries(forger: &Forger, right: &str) -> Vec<Try> {
    let mut chain = forger.chain(1);
    let own = forger.person;
    let (_, another) = forger.other();
    let mut tries = Vec::new();
    for &kind in Kind::ALL {
        let cell = Cell::of(kind, right);
        for owner in [RecordId::ZERO, own, another] {
            let allowed = match (kind.is_owned(), owner) {
                (false, RecordId::ZERO) => cell.other.contains('c'),
                (true, owner) if owner == own => cell.own.contains('c'),
                _ => false,
            };
            let part = chain.create(kind, owner, &valid(kind, own));
            tries.push(Try {
                what: format!("{right} makes {kind} of {owner}"),
                allowed,
                segment: chain.write(vec![part]),
            });
        }
        for owner in [RecordId::ZERO, own, another] {
            // What is owned is not the circle's, and the reverse.
            if kind.is_owned() == (owner == RecordId::ZERO) {
                continue;
            }
            let mine = if owner == own { cell.own } else { cell.other };
            tries.push(Try {
                what: format!("{right} erases {kind} of {owner}"),
                allowed: mine.contains('e'),
                segment: erase(&mut chain, kind, owner),
            });
        }
        let mut changed = vec![(RecordId([kind.number() as u8; 16]), cell.other)];
        if kind == Kind::Member {
            changed.push((own, cell.own));
        }
        for (record, cell) in changed {
            tries.push(Try {
                what: format!("{right} changes {kind} {record}"),
                allowed: cell.contains('h'),
                segment: change(&mut chain, record, kind),
            });
        }
    }
    tries
}

fn erase(chain: &mut Chain<'_>, kind: Kind, owner: RecordId) -> Segment {
    let origin = Origin {
        owner,
        device: chain.forger.secret.device_id(),
        nonce: [chain.seq as u8; 16],
    };
    let record = record_id(kind, owner, origin.device, &origin.nonce);
    let part = Origin::part(record, kind, origin.encode().len());
    erasing(chain, part, &origin)
}

fn change(chain: &mut Chain<'_>, record: RecordId, kind: Kind) -> Segment {
    let body = written(chain.peer(), kind, &note("anders"));
    let part = chain.change(record, kind, body.body, 0, body.to);
    chain.write(vec![part])
}

fn with_right(seed: u64, right: &str) -> Circle {
    let mut circle = three(seed);
    let member = circle.laptops[1].member();
    circle.laptops[0].make("set_right", json!({ "member": member, "right": right }));
    circle.exchange_all();
    circle
}

fn standing(laptop: &mut Laptop, hash: Hash) -> Standing {
    segment::by_hash(laptop.workspace().db(), hash)
        .unwrap()
        .unwrap()
        .standing
}

#[test]
fn a_forged_segment_does_what_the_table_allows_and_nothing_else() {
    for (at, right) in RIGHTS.iter().enumerate() {
        let mut circle = with_right(270 + at as u64, right);
        let forger = Forger::of(&mut circle.laptops[1]);
        let tries = tries(&forger, right);
        assert!(
            tries.len() > 4 * Kind::ALL.len(),
            "every kind, made and changed, own and another's"
        );
        let segments: Vec<Segment> = tries.iter().map(|one| one.segment.clone()).collect();
        let file = circle.file();
        forger.send(&file, forger.frames(&segments));
        circle.laptops[0].import(&file).unwrap();
        for one in tries {
            let counts = standing(&mut circle.laptops[0], one.segment.hash()) == Standing::Accepted;
            assert_eq!(counts, one.allowed, "{}", one.what);
        }
        circle.laptops[0].check().unwrap();
    }
}
