//! **log** — segments, their parts and the heads of chains: the truth. Rows are only ever added,
//! apart from bodies that an erasure removes and the standing that acceptance gives.

use std::collections::BTreeSet;

use kring_domain::id::{DeviceId, Hash, LogId, RecordId};
use kring_domain::kind::Kind;
use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::cell::hash;

/// The tables, first made in migration 1.
pub const CREATE: &str = "
CREATE TABLE segment (
    id INTEGER PRIMARY KEY,
    log BLOB NOT NULL,
    seq INTEGER NOT NULL,
    hash BLOB NOT NULL UNIQUE,
    scope INTEGER NOT NULL,
    device BLOB NOT NULL,
    wall_ms INTEGER NOT NULL,
    standing INTEGER NOT NULL,
    header BLOB NOT NULL,
    signature BLOB NOT NULL
) STRICT;
CREATE INDEX segment_chain ON segment (log, seq);
CREATE INDEX segment_standing ON segment (standing) WHERE standing <> 0;
CREATE TABLE part (
    id INTEGER PRIMARY KEY,
    segment INTEGER NOT NULL REFERENCES segment (id),
    record BLOB NOT NULL,
    peer INTEGER NOT NULL,
    first INTEGER NOT NULL,
    next INTEGER NOT NULL,
    applied INTEGER NOT NULL,
    salt BLOB,
    body BLOB
) STRICT;
CREATE INDEX part_record ON part (record, id);
CREATE INDEX part_segment ON part (segment);
CREATE TABLE chain (
    log BLOB PRIMARY KEY NOT NULL,
    device BLOB NOT NULL,
    scope INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    hash BLOB NOT NULL
) STRICT, WITHOUT ROWID;
";

/// What migration 3 adds: the log in order of clocks, for who reads back in it.
pub const READ_BACK: &str = "
CREATE INDEX segment_clock ON segment (wall_ms, id);
";

/// How a segment stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// In its chain without a gap before it, and within its author's rights.
    Accepted,
    /// A segment before it is not here yet.
    Waiting,
    /// In its chain, but beyond its author's rights or not readable as a record: without effect.
    Refused,
    /// In its chain, but written by a newer version: carried, without effect here.
    Newer,
    /// Set apart: a chain forks here.
    Apart,
    /// Set apart on this device alone, because the import that brought it was undone. To everything
    /// but that import it is as if it were not here.
    Undone,
}

impl Standing {
    fn number(self) -> i64 {
        match self {
            Self::Accepted => 0,
            Self::Waiting => 1,
            Self::Refused => 2,
            Self::Newer => 3,
            Self::Apart => 4,
            Self::Undone => 5,
        }
    }

    fn from_number(number: i64) -> Self {
        match number {
            0 => Self::Accepted,
            1 => Self::Waiting,
            2 => Self::Refused,
            3 => Self::Newer,
            5 => Self::Undone,
            _ => Self::Apart,
        }
    }

    /// Whether the segment counts as part of its chain's gap-free beginning.
    pub fn in_chain(self) -> bool {
        matches!(self, Self::Accepted | Self::Refused | Self::Newer)
    }
}

/// A segment's row without its bodies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SegmentRow {
    /// Row number.
    pub id: i64,
    /// The chain.
    pub log: LogId,
    /// Place in the chain.
    pub seq: u64,
    /// SHA-256 of the header.
    pub hash: Hash,
    /// 0 circle, 1 private.
    pub scope: u64,
    /// The device that signed.
    pub device: DeviceId,
    /// The device's clock, UTC milliseconds.
    pub wall_ms: u64,
    /// How it stands.
    pub standing: Standing,
    /// The header's bytes.
    pub header: Vec<u8>,
    /// The signature's bytes.
    pub signature: Vec<u8>,
}

/// A part's row.
#[derive(Clone, PartialEq, Eq)]
pub struct PartRow {
    /// Row number.
    pub id: i64,
    /// The segment it belongs to.
    pub segment: i64,
    /// The record.
    pub record: RecordId,
    /// Engine peer.
    pub peer: u64,
    /// First engine operation.
    pub first: u32,
    /// Operation after the last.
    pub next: u32,
    /// Whether it is in the record's document.
    pub applied: bool,
    /// Salt and body; absent after an erasure.
    pub body: Option<([u8; 16], Vec<u8>)>,
}

impl PartRow {
    /// Its body; none after an erasure.
    pub fn bytes(&self) -> Option<&[u8]> {
        self.body.as_ref().map(|(_, body)| body.as_slice())
    }
}

impl std::fmt::Debug for PartRow {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "PartRow({} of {:?})", self.id, self.record)
    }
}

/// The last segment of the gap-free beginning of a chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ChainHead {
    /// The chain.
    pub log: LogId,
    /// Place of its head.
    pub seq: u64,
    /// Hash of its head.
    pub hash: Hash,
}

/// Adds a segment and answers its row number. The id in the row is ignored.
pub fn add(db: &Connection, row: &SegmentRow) -> rusqlite::Result<i64> {
    db.prepare_cached(
        "INSERT INTO segment (log, seq, hash, scope, device, wall_ms, standing, header, signature)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    )?
    .execute(params![
        row.log.0,
        row.seq,
        row.hash.0,
        row.scope,
        row.device.0,
        row.wall_ms,
        row.standing.number(),
        row.header,
        row.signature
    ])?;
    Ok(db.last_insert_rowid())
}

/// Adds a part and answers its row number. The id in the row is ignored.
pub fn add_part(db: &Connection, row: &PartRow) -> rusqlite::Result<i64> {
    let (salt, body) = match &row.body {
        Some((salt, body)) => (Some(salt.as_slice()), Some(body.as_slice())),
        None => (None, None),
    };
    db.prepare_cached(
        "INSERT INTO part (segment, record, peer, first, next, applied, salt, body) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?
    .execute(params![row.segment, row.record.0, row.peer, row.first, row.next, row.applied, salt, body])?;
    Ok(db.last_insert_rowid())
}

/// Changes how a segment stands.
pub fn set_standing(db: &Connection, id: i64, standing: Standing) -> rusqlite::Result<()> {
    db.prepare_cached("UPDATE segment SET standing = ?2 WHERE id = ?1")?
        .execute(params![id, standing.number()])?;
    Ok(())
}

/// Says that parts are in their record's document.
pub fn set_applied(db: &Connection, parts: &[i64]) -> rusqlite::Result<()> {
    let mut statement = db.prepare_cached("UPDATE part SET applied = 1 WHERE id = ?1")?;
    for part in parts {
        statement.execute([part])?;
    }
    Ok(())
}

/// Says that parts are no longer in their record's document.
pub fn set_unapplied(db: &Connection, parts: &[i64]) -> rusqlite::Result<()> {
    let mut statement = db.prepare_cached("UPDATE part SET applied = 0 WHERE id = ?1")?;
    for part in parts {
        statement.execute([part])?;
    }
    Ok(())
}

/// Says that no part of a record is in its document, before it is merged anew.
pub fn set_record_unapplied(db: &Connection, record: RecordId) -> rusqlite::Result<()> {
    db.prepare_cached("UPDATE part SET applied = 0 WHERE record = ?1")?
        .execute([record.0])?;
    Ok(())
}

/// Says that no part is in a document, before everything is merged anew.
pub fn set_all_unapplied(db: &Connection) -> rusqlite::Result<()> {
    db.execute("UPDATE part SET applied = 0", [])?;
    Ok(())
}

/// Moves the head of a chain.
pub fn set_head(db: &Connection, head: &ChainHead, device: DeviceId, scope: u64) -> rusqlite::Result<()> {
    db.prepare_cached(
        "INSERT OR REPLACE INTO chain (log, device, scope, seq, hash) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?
    .execute(params![head.log.0, device.0, scope, head.seq, head.hash.0])?;
    Ok(())
}

/// Takes the head of a chain away: nothing of it is in the chain any more.
pub fn remove_head(db: &Connection, log: LogId) -> rusqlite::Result<()> {
    db.prepare_cached("DELETE FROM chain WHERE log = ?1")?
        .execute([log.0])?;
    Ok(())
}

/// The head of a chain, if anything of it is here.
pub fn head(db: &Connection, log: LogId) -> rusqlite::Result<Option<ChainHead>> {
    db.prepare_cached("SELECT log, seq, hash FROM chain WHERE log = ?1")?
        .query_row([log.0], chain_head)
        .optional()
}

/// The heads of all chains of a scope, in order of chain.
pub fn heads(db: &Connection, scope: u64) -> rusqlite::Result<Vec<ChainHead>> {
    db.prepare_cached("SELECT log, seq, hash FROM chain WHERE scope = ?1 ORDER BY log")?
        .query_map([scope], chain_head)?
        .collect()
}

fn chain_head(row: &Row<'_>) -> rusqlite::Result<ChainHead> {
    Ok(ChainHead {
        log: LogId(row.get("log")?),
        seq: row.get("seq")?,
        hash: hash(row, "hash")?,
    })
}

/// The segment with this hash.
pub fn by_hash(db: &Connection, hash: Hash) -> rusqlite::Result<Option<SegmentRow>> {
    db.prepare_cached("SELECT * FROM segment WHERE hash = ?1")?
        .query_row([hash.0], segment_row)
        .optional()
}

/// The segment in this row.
pub fn by_id(db: &Connection, id: i64) -> rusqlite::Result<Option<SegmentRow>> {
    db.prepare_cached("SELECT * FROM segment WHERE id = ?1")?
        .query_row([id], segment_row)
        .optional()
}

/// Segments of a chain at one place: more than one where a chain forks. Those undone are not there.
pub fn at(db: &Connection, log: LogId, seq: u64) -> rusqlite::Result<Vec<SegmentRow>> {
    db.prepare_cached("SELECT * FROM segment WHERE log = ?1 AND seq = ?2 AND standing <> 5 ORDER BY hash")?
        .query_map(params![log.0, seq], segment_row)?
        .collect()
}

/// The first place of a chain from which segments are set apart because the chain forks there.
pub fn forks_at(db: &Connection, log: LogId) -> rusqlite::Result<Option<u64>> {
    db.prepare_cached("SELECT min(seq) FROM segment WHERE log = ?1 AND standing = 4")?
        .query_row([log.0], |row| row.get(0))
}

/// Whether the segment at this place is here, set apart because its import was undone.
pub fn is_undone(db: &Connection, log: LogId, seq: u64) -> rusqlite::Result<bool> {
    db.prepare_cached("SELECT 1 FROM segment WHERE log = ?1 AND seq = ?2 AND standing = 5")?
        .exists(params![log.0, seq])
}

/// Every segment of a chain from a place on, whatever its standing.
pub fn from(db: &Connection, log: LogId, seq: u64) -> rusqlite::Result<Vec<SegmentRow>> {
    db.prepare_cached("SELECT * FROM segment WHERE log = ?1 AND seq >= ?2 ORDER BY seq, hash")?
        .query_map(params![log.0, seq], segment_row)?
        .collect()
}

/// The segments of a chain after a place, up to and including another, in order; only those in the chain.
pub fn after(db: &Connection, log: LogId, after: u64, to: u64) -> rusqlite::Result<Vec<SegmentRow>> {
    let mut statement =
        db.prepare_cached("SELECT * FROM segment WHERE log = ?1 AND seq > ?2 AND seq <= ?3 AND standing IN (0, 2, 3) ORDER BY seq")?;
    statement
        .query_map(params![log.0, after, to], segment_row)?
        .collect()
}

/// The row number of the segment that came last, or 0.
pub fn last_row(db: &Connection) -> rusqlite::Result<i64> {
    db.query_row("SELECT coalesce(max(id), 0) FROM segment", [], |row| row.get(0))
}

/// The segments of a device that came after a row, in order of arrival.
pub fn of_device_after(db: &Connection, device: DeviceId, row: i64) -> rusqlite::Result<Vec<SegmentRow>> {
    db.prepare_cached("SELECT * FROM segment WHERE device = ?1 AND id > ?2 ORDER BY id")?
        .query_map(params![device.0, row], segment_row)?
        .collect()
}

/// Goes through the index of the few that do not count, instead of through the whole log.
const STANDING: &str = "SELECT * FROM segment INDEXED BY segment_standing
    WHERE standing = ?1 AND standing <> 0 ORDER BY log, seq";

/// The segments that stand apart from the accepted ones for this reason; of those that are accepted, none.
pub fn standing(db: &Connection, standing: Standing) -> rusqlite::Result<Vec<SegmentRow>> {
    db.prepare_cached(STANDING)?
        .query_map([standing.number()], segment_row)?
        .collect()
}

/// All segments of a scope but those undone, in order of arrival.
pub fn all_in_scope(db: &Connection, scope: u64) -> rusqlite::Result<Vec<SegmentRow>> {
    db.prepare_cached("SELECT * FROM segment WHERE scope = ?1 AND standing <> 5 ORDER BY id")?
        .query_map([scope], segment_row)?
        .collect()
}

pub(super) fn segment_row(row: &Row<'_>) -> rusqlite::Result<SegmentRow> {
    Ok(SegmentRow {
        id: row.get("id")?,
        log: LogId(row.get("log")?),
        seq: row.get("seq")?,
        hash: hash(row, "hash")?,
        scope: row.get("scope")?,
        device: DeviceId(row.get("device")?),
        wall_ms: row.get("wall_ms")?,
        standing: Standing::from_number(row.get("standing")?),
        header: row.get("header")?,
        signature: row.get("signature")?,
    })
}

/// The parts of a segment in order.
pub fn parts_of(db: &Connection, segment: i64) -> rusqlite::Result<Vec<PartRow>> {
    db.prepare_cached("SELECT * FROM part WHERE segment = ?1 ORDER BY id")?
        .query_map([segment], part_row)?
        .collect()
}

/// Parts with their bodies as they can be read: a sealed one as it was opened.
const OPENED: &str = "SELECT part.id, part.segment, part.record, part.peer, part.first, part.next, part.applied,
    part.salt, coalesce(sealed.opened, part.body) AS body FROM part LEFT JOIN sealed ON sealed.part = part.id";

/// The applied parts of a record after a row number, in order of arrival.
pub fn applied_parts(db: &Connection, record: RecordId, after: i64) -> rusqlite::Result<Vec<PartRow>> {
    db.prepare_cached(&format!(
        "{OPENED} WHERE part.record = ?1 AND part.id > ?2 AND part.applied = 1 ORDER BY part.id"
    ))?
    .query_map(params![record.0, after], part_row)?
    .collect()
}

/// The parts of a record that are not in its document although their segment is accepted.
pub fn waiting_parts(db: &Connection, record: RecordId) -> rusqlite::Result<Vec<PartRow>> {
    db.prepare_cached(&format!(
        "{OPENED} JOIN segment ON segment.id = part.segment
         WHERE part.record = ?1 AND part.applied = 0 AND segment.standing = 0 AND part.body IS NOT NULL
         AND part.first < part.next AND (sealed.part IS NULL OR sealed.opened IS NOT NULL) ORDER BY part.id"
    ))?
    .query_map([record.0], part_row)?
    .collect()
}

/// How many accepted parts wait for others that they build on.
pub fn count_waiting_parts(db: &Connection) -> rusqlite::Result<u64> {
    db.prepare_cached(
        "SELECT count(*) FROM part JOIN segment ON segment.id = part.segment LEFT JOIN sealed ON sealed.part = part.id
         WHERE part.applied = 0 AND segment.standing = 0 AND part.body IS NOT NULL AND part.first < part.next
         AND (sealed.part IS NULL OR sealed.opened IS NOT NULL)",
    )?
    .query_row([], |row| row.get(0))
}

/// The operation that must come next of a peer in a record, over all parts of accepted segments.
pub fn next_operation(db: &Connection, record: RecordId, peer: u64) -> rusqlite::Result<u32> {
    db.prepare_cached(
        "SELECT coalesce(max(part.next), 0) FROM part JOIN segment ON segment.id = part.segment
         WHERE part.record = ?1 AND part.peer = ?2 AND segment.standing = 0",
    )?
    .query_row(params![record.0, peer], |row| row.get(0))
}

/// The segments that wrote to a record, oldest arrival first, each with its part. Those that erase it or
/// were undone are not among them.
pub fn touching(db: &Connection, record: RecordId) -> rusqlite::Result<Vec<(SegmentRow, PartRow)>> {
    let parts: Vec<PartRow> = db
        .prepare_cached("SELECT * FROM part WHERE record = ?1 AND first < next ORDER BY id")?
        .query_map([record.0], part_row)?
        .collect::<Result<_, _>>()?;
    let mut touching = Vec::with_capacity(parts.len());
    for part in parts {
        let segment = by_id(db, part.segment)?;
        if let Some(segment) = segment.filter(|segment| segment.standing != Standing::Undone) {
            touching.push((segment, part));
        }
    }
    Ok(touching)
}

/// Which of the latest segments to list.
#[derive(Debug, Clone, Default)]
pub struct Recent {
    /// 0 circle, 1 private.
    pub scope: u64,
    /// Only those of these devices.
    pub devices: Option<BTreeSet<DeviceId>>,
    /// Only those that touch a record of this kind.
    pub kind: Option<Kind>,
    /// Only those before this clock and row.
    pub after: Option<(u64, i64)>,
    /// How many at most.
    pub most: usize,
}

/// The latest segments in their chains, newest first by the clocks of who wrote them.
pub fn recent(db: &Connection, wanted: &Recent) -> rusqlite::Result<Vec<SegmentRow>> {
    let (wall_ms, id) = wanted.after.unwrap_or((i64::MAX as u64, i64::MAX));
    let kind = wanted.kind.map(Kind::number);
    db.prepare_cached(&recent_sql(wanted.devices.as_ref()))?
        .query_map(params![wanted.scope, wall_ms, id, kind, wanted.most], segment_row)?
        .collect()
}

fn recent_sql(devices: Option<&BTreeSet<DeviceId>>) -> String {
    let of_devices = match devices {
        Some(devices) => {
            let devices: Vec<String> = devices.iter().map(|device| format!("x'{device}'")).collect();
            format!("AND device IN ({})", devices.join(", "))
        }
        None => String::new(),
    };
    format!(
        "SELECT * FROM segment WHERE scope = ?1 AND standing IN (0, 2, 3) AND (wall_ms, id) < (?2, ?3) {of_devices}
         AND (?4 IS NULL OR EXISTS (SELECT 1 FROM part JOIN document ON document.record = part.record
              WHERE part.segment = segment.id AND document.kind = ?4))
         ORDER BY wall_ms DESC, id DESC LIMIT ?5"
    )
}

/// Every record that has parts, in order.
pub fn records(db: &Connection) -> rusqlite::Result<Vec<RecordId>> {
    let mut statement = db.prepare("SELECT DISTINCT record FROM part ORDER BY record")?;
    statement
        .query_map([], |row| Ok(RecordId(row.get(0)?)))?
        .collect()
}

pub(super) fn part_row(row: &Row<'_>) -> rusqlite::Result<PartRow> {
    let salt: Option<[u8; 16]> = row.get("salt")?;
    let body: Option<Vec<u8>> = row.get("body")?;
    Ok(PartRow {
        id: row.get("id")?,
        segment: row.get("segment")?,
        record: RecordId(row.get("record")?),
        peer: row.get("peer")?,
        first: row.get("first")?,
        next: row.get("next")?,
        applied: row.get("applied")?,
        body: salt.zip(body),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How SQLite goes about a question, a step a line.
    fn plan(sql: &str) -> Vec<String> {
        let mut db = Connection::open_in_memory().unwrap();
        crate::migration::run(&mut db).unwrap();
        db.execute_batch(&super::super::document::CREATE.join(";"))
            .unwrap();
        let mut statement = db.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
        let steps = statement.raw_query().mapped(|row| row.get("detail"));
        steps.collect::<Result<_, _>>().unwrap()
    }

    #[test]
    fn who_reads_back_in_the_log_goes_through_it_by_clock_and_sorts_nothing() {
        for devices in [None, Some(BTreeSet::from([DeviceId([1; 16])]))] {
            let steps = plan(&recent_sql(devices.as_ref()));
            assert!(
                steps[0].contains("SEARCH segment USING INDEX segment_clock"),
                "{steps:?}"
            );
            assert!(
                steps.iter().all(|step| !step.contains("TEMP B-TREE")),
                "{steps:?}"
            );
            assert!(steps.iter().all(|step| !step.starts_with("SCAN")), "{steps:?}");
        }
    }

    #[test]
    fn what_does_not_count_is_found_without_reading_what_does() {
        let steps = plan(STANDING);
        assert!(
            steps[0].contains("SEARCH segment USING INDEX segment_standing"),
            "{steps:?}"
        );
    }
}
