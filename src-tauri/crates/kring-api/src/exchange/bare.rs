//! Bodies that a package left out. They are not signed themselves, so one that is missing is damage unless
//! an erasure says why. Whoever erased may not know yet that they lost the right to it: then the erasure
//! does not count, their package is sound all the same, and what it left out is asked for elsewhere.

use kring_domain::id::RecordId;
use kring_store::Connection;
use kring_store::table::erasure;
use kring_store::table::segment::{self, PartRow};
use kring_sync::segment::Header;
use kring_trust::membership::Membership;

use super::accept::might_count;
use crate::error::{Refusal, Result};

/// Whether of every segment behind this row each missing body is one that somebody erased who, where they
/// say to stand, might.
pub fn is_explained(db: &Connection, membership: &Membership, after: i64) -> Result<bool> {
    for id in erasure::with_holes(db)?.into_iter().filter(|id| *id > after) {
        for part in segment::parts_of(db, id)? {
            if part.body.is_none() && !is_erased_by_right(db, membership, part.record)? {
                return Ok(false);
            }
        }
    }
    Ok(true)
}

fn is_erased_by_right(db: &Connection, membership: &Membership, record: RecordId) -> Result<bool> {
    for row in erasure::erasing(db, record)? {
        let header = Header::decode(&row.header).map_err(|_| Refusal::SegmentForm)?;
        let parts = segment::parts_of(db, row.id)?;
        let bodies: Vec<Option<&[u8]>> = parts.iter().map(PartRow::bytes).collect();
        if might_count(membership, &header, &bodies) {
            return Ok(true);
        }
    }
    Ok(false)
}
