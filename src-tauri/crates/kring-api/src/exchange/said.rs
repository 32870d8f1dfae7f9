//! What the sender of a package says of their own store: which heads it has, and what it received. Only
//! their newest word counts, and a store that was put back may have less than it once said. It trusts
//! nothing beyond that: too little said makes packages longer, too much would leave something out.

use kring_domain::id::{Hash, LogId};
use kring_store::Connection;
use kring_store::table::{own, parcel, segment};
use kring_sync::package::Heading;

use super::read::Incoming;
use super::receipt;
use crate::error::Result;

type Said = Vec<(LogId, u64, Hash)>;

/// Notes it; answers whether it is the sender's newest word. A file that comes later than a newer one of the
/// same chain says nothing of what the sender has now; nor does one from before the sender's store was put
/// back, which had more then.
pub fn note(db: &Connection, incoming: &Incoming) -> Result<bool> {
    let heading = &incoming.manifest.heading;
    let newest = parcel::last_of(db, heading.sender, heading.incarnation)?;
    if newest.is_some_and(|newest| newest > heading.counter) {
        return Ok(false);
    }
    let said: Said = heading
        .heads
        .iter()
        .map(|head| (head.log, head.seq, head.hash))
        .collect();
    let by = own::peer_heads_by(db, heading.sender)?.unwrap_or(heading.incarnation);
    if !follows(db, heading, by)? {
        let both = least(said, &own::peer_heads(db, heading.sender)?);
        own::set_peer_heads(db, heading.sender, by, &both)?;
        return Ok(false);
    }
    own::set_peer_heads(db, heading.sender, heading.incarnation, &said)?;
    if let Some(receipts) = &incoming.receipts {
        receipt::note(db, heading.sender, receipts)?;
    }
    Ok(true)
}

/// Whether a package was written by a store that goes on from the chain `by`, or heard of it. One that does
/// not name that chain is from before it, or of a copy: then only what both say is sure. A chain in which
/// nothing was ever written is named by nobody, and gives way to one in which something was.
fn follows(db: &Connection, heading: &Heading, by: LogId) -> Result<bool> {
    let names = |log: LogId| heading.heads.iter().any(|head| head.log == log);
    if by == heading.incarnation || names(by) {
        return Ok(true);
    }
    Ok(segment::head(db, by)?.is_none() && names(heading.incarnation))
}

/// How far both get in each chain.
fn least(said: Said, known: &Said) -> Said {
    let both = said.into_iter().filter_map(|head| {
        let other = known.iter().find(|other| other.0 == head.0)?;
        Some(if other.1 < head.1 { *other } else { head })
    });
    both.collect()
}
