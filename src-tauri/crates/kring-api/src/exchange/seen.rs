//! Heads of other chains taken over since the own last segment: the next own segment names them, and
//! so the order of segments follows from the chains and not from clocks.

use kring_domain::id::{Hash, LogId};
use kring_store::Connection;
use kring_store::table::own;
use kring_trust::operation::Head;

use crate::error::Result;

const SETTING: &str = "unseen_heads";

/// The heads to name, which are then no longer pending.
pub fn take(db: &Connection) -> Result<Vec<Head>> {
    let heads = read(db)?;
    if !heads.is_empty() {
        own::set_setting(db, SETTING, b"[]")?;
    }
    Ok(heads)
}

/// Adds heads that were taken over; of one chain the last one counts.
pub fn add(db: &Connection, new: &[Head]) -> Result<()> {
    let mut heads = read(db)?;
    heads.retain(|head| new.iter().all(|new| new.log != head.log));
    heads.extend(new);
    write(db, heads)
}

fn write(db: &Connection, mut heads: Vec<Head>) -> Result<()> {
    heads.sort_unstable();
    let plain: Vec<(LogId, u64, Hash)> = heads.iter().map(|head| (head.log, head.seq, head.hash)).collect();
    own::set_setting(db, SETTING, &serde_json::to_vec(&plain).unwrap_or_default())?;
    Ok(())
}

/// Puts what is there now in place of a chain's head, or forgets the chain: after an import was undone.
pub fn step_back(db: &Connection, log: LogId, head: Option<Head>) -> Result<()> {
    let mut heads = read(db)?;
    let before = heads.len();
    heads.retain(|pending| pending.log != log);
    if heads.len() < before {
        heads.extend(head);
        write(db, heads)?;
    }
    Ok(())
}

fn read(db: &Connection) -> Result<Vec<Head>> {
    let bytes = own::setting(db, SETTING)?.unwrap_or_default();
    let plain: Vec<(LogId, u64, Hash)> = serde_json::from_slice(&bytes).unwrap_or_default();
    Ok(plain
        .into_iter()
        .map(|(log, seq, hash)| Head { log, seq, hash })
        .collect())
}
