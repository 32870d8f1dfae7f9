//! Whether stored segments count under the membership of now, and what follows when that changed.

use std::collections::BTreeSet;

use kring_domain::id::RecordId;
use kring_domain::kind::Kind;
use kring_store::Connection;
use kring_store::table::segment::{self, PartRow, SegmentRow, Standing};
use kring_store::table::{self, document, sealed};
use kring_sync::segment::{Header, Scope};
use kring_trust::membership::Membership;
use kring_trust::operation::Deed;

use super::accept;
use super::merge::merge;
use super::read::Incoming;
use crate::error::{Refusal, Result};
use crate::workspace::erase;

/// Judges a stored segment of a chain and notes how it stands.
pub(super) fn judge_stored(
    db: &Connection,
    membership: &Membership,
    row: &SegmentRow,
    header: &Header,
) -> Result<Standing> {
    let parts = segment::parts_of(db, row.id)?;
    let bodies: Vec<Option<&[u8]>> = parts.iter().map(PartRow::bytes).collect();
    let standing = accept::standing(db, membership, row.hash, header, &bodies)?;
    segment::set_standing(db, row.id, standing)?;
    Ok(standing)
}

/// Whether an operation takes a right or device away, or brings segments in.
pub(super) fn takes_away(incoming: &Incoming) -> bool {
    incoming.new_operations.iter().any(|operation| {
        !matches!(
            operation.operation().map(|operation| operation.deed),
            Ok(Deed::AddPerson { .. } | Deed::AddDevice { .. } | Deed::RotateKey { .. })
        )
    })
}

/// Judges every segment again under a membership that this laptop changed itself, and merges what
/// that brings or takes away. Documents in memory must be forgotten after it.
pub(crate) fn follow_membership(db: &Connection, membership: &Membership) -> Result<()> {
    let Turned { mut gained, lost } = judge_again(db, membership, true)?;
    erase::take_effect(db, Some(membership))?;
    gained.extend(begin_anew(db, lost)?);
    merge(db, membership, &gained, |_, _| Ok(()))?;
    Ok(())
}

/// Takes records out of the view because some of their parts count no longer, so that they are merged
/// anew; answers the records to merge. These are all there are when one of them says something of
/// others: a closing opens what was sealed, and a choice between two versions clears a marker.
pub(super) fn begin_anew(db: &Connection, lost: BTreeSet<RecordId>) -> Result<BTreeSet<RecordId>> {
    let mut rows = Vec::with_capacity(lost.len());
    for record in &lost {
        rows.extend(document::get(db, *record)?);
    }
    if rows
        .iter()
        .any(|row| matches!(row.kind, Kind::Closing | Kind::Review))
    {
        return begin_all_anew(db);
    }
    for row in rows {
        table::take_out(db, row.kind, row.record)?;
    }
    for record in &lost {
        segment::set_record_unapplied(db, *record)?;
    }
    Ok(lost)
}

/// Empties the view, so that everything is merged anew; answers the records to merge.
fn begin_all_anew(db: &Connection) -> Result<BTreeSet<RecordId>> {
    segment::set_all_unapplied(db)?;
    sealed::close_all(db)?;
    kring_store::store::empty_view(db)?;
    Ok(segment::records(db)?.into_iter().collect())
}

/// What a membership that changed made of the log.
#[derive(Default)]
pub(super) struct Turned {
    /// Records with a part that counts from now on.
    pub gained: BTreeSet<RecordId>,
    /// Records with a part that counts no longer.
    pub lost: BTreeSet<RecordId>,
}

/// Judges segments again under a membership that changed: every one, or from the first of each chain that
/// did not count.
pub(super) fn judge_again(db: &Connection, membership: &Membership, all: bool) -> Result<Turned> {
    let mut turned = Turned::default();
    for chain in segment::heads(db, Scope::Circle.number())? {
        let rows = segment::after(db, chain.log, 0, chain.seq)?;
        let affected = rows
            .iter()
            .position(|row| all || row.standing == Standing::Refused);
        let Some(first) = affected else { continue };
        // Whether a segment follows its chain's earlier operations is judged anew from here on.
        for row in &rows[first..] {
            segment::set_standing(db, row.id, Standing::Waiting)?;
        }
        for row in &rows[first..] {
            let header = Header::decode(&row.header).map_err(|_| Refusal::SegmentForm)?;
            let standing = judge_stored(db, membership, row, &header)?;
            let records = header.parts.iter().map(|part| part.record);
            match (row.standing, standing) {
                (Standing::Accepted, Standing::Accepted) => {}
                (Standing::Accepted, _) => turned.lost.extend(records),
                (_, Standing::Accepted) => turned.gained.extend(records),
                _ => {}
            }
        }
    }
    Ok(turned)
}
