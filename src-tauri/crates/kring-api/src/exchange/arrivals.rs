//! The segments of a package find their places in their chains: known, next in line, waiting for what
//! lies between, or set apart with a fork. Nothing is merged here.

use std::collections::BTreeSet;

use kring_domain::id::{Hash, LogId, RecordId};
use kring_store::Connection;
use kring_store::table::import::{self, ImportRow};
use kring_store::table::segment::{self, ChainHead, PartRow, SegmentRow, Standing};
use kring_store::table::{erased, erasure, sealed};
use kring_sync::package::Heading;
use kring_sync::segment::{Header, Scope, Segment, SegmentKind};
use kring_trust::membership::Membership;

use super::accept;
use super::brought::Brought;
use super::judge::judge_stored;
use crate::error::{Refusal, Result};

/// What became of the segments of a package.
#[derive(Default)]
pub(super) struct Arrivals {
    pub new: u64,
    pub known: u64,
    pub apart: u64,
    pub waiting: u64,
    /// Records with a part that counted, and no longer does because of a fork.
    pub lost: BTreeSet<RecordId>,
    /// Whether something came without its body.
    pub is_bare: bool,
    /// The last row of the log before anything came.
    pub last_before: i64,
    pub touched: BTreeSet<RecordId>,
    pub brought: Brought,
    /// Row numbers of the segments that are new.
    rows: Vec<i64>,
}

impl Arrivals {
    /// Stores what a package holds, each in its place.
    pub fn store(db: &Connection, membership: &Membership, segments: &[Segment]) -> Result<Self> {
        let holes = erasure::with_holes(db)?;
        let mut arrivals = Self {
            last_before: segment::last_row(db)?,
            ..Self::default()
        };
        let mut in_order: Vec<&Segment> = segments.iter().collect();
        in_order.sort_by_key(|segment| (segment.header.log, segment.header.seq));
        for segment in in_order {
            let known = segment::by_hash(db, segment.hash())?;
            // One that an undone import brought comes as if it had never been here.
            let undone = known
                .as_ref()
                .filter(|row| row.standing == Standing::Undone)
                .map(|row| row.id);
            if let (Some(row), None) = (&known, undone) {
                arrivals.known += 1;
                if holes.contains(&row.id) {
                    arrivals.fill(db, row, segment)?;
                }
                continue;
            }
            arrivals.new += 1;
            arrivals.is_bare |= segment.bodies.iter().any(Option::is_none);
            let row = match undone {
                Some(row) => row,
                None => add(db, segment, Standing::Waiting)?,
            };
            arrivals.rows.push(row);
            arrivals.place(db, membership, segment, row)?;
        }
        Ok(arrivals)
    }

    /// Takes bodies over that are missing here, because who had them erased was not allowed to.
    fn fill(&mut self, db: &Connection, row: &SegmentRow, segment: &Segment) -> Result<()> {
        for (part, body) in segment::parts_of(db, row.id)?.iter().zip(&segment.bodies) {
            let is_missing = part.body.is_none() && !erased::has(db, part.record)?;
            if let Some(body) = body.as_ref().filter(|_| is_missing) {
                erasure::fill(db, part.id, &body.salt, &body.bytes)?;
                self.touched.insert(part.record);
            }
        }
        Ok(())
    }

    /// Notes what this import brought, so that it can be undone.
    pub fn note_import(&self, db: &Connection, heading: &Heading, now_ms: u64) -> Result<Option<i64>> {
        if self.rows.is_empty() {
            return Ok(None);
        }
        let row = ImportRow {
            id: 0,
            package: heading.package.0,
            device: heading.sender,
            counter: heading.counter,
            part: heading.part,
            parts: heading.parts,
            at_ms: now_ms,
            last_segment: segment::last_row(db)?,
            undone: false,
        };
        Ok(Some(import::add(db, &row, &self.rows)?))
    }

    /// Puts a segment in its place: the row that it already has, which stands as waiting or undone.
    fn place(&mut self, db: &Connection, membership: &Membership, segment: &Segment, row: i64) -> Result<()> {
        let header = &segment.header;
        let head = segment::head(db, header.log)?;
        let next = head.map_or(1, |head| head.seq + 1);
        let is_behind_fork = segment::forks_at(db, header.log)?.is_some_and(|fork| header.seq >= fork);
        if is_behind_fork {
            self.apart += 1;
            segment::set_standing(db, row, Standing::Apart)?;
            return Ok(());
        }
        if header.seq > next {
            self.waiting += 1;
            segment::set_standing(db, row, Standing::Waiting)?;
            return Ok(());
        }
        let prev = head.map_or(header.circle.0, |head| head.hash.0);
        if header.seq < next || header.prev.0 != prev {
            return self.fork(db, header.log, row, header.seq.min(next));
        }
        let bodies: Vec<Option<&[u8]>> = segment
            .bodies
            .iter()
            .map(|body| body.as_ref().map(|body| body.bytes.as_slice()))
            .collect();
        let hash = segment.hash();
        let standing = accept::standing(db, membership, hash, header, &bodies)?;
        segment::set_standing(db, row, standing)?;
        self.enter(db, header, hash, standing)?;
        self.follow(
            db,
            membership,
            ChainHead {
                log: header.log,
                seq: header.seq,
                hash,
            },
        )
    }

    /// Moves the head of a chain to a segment that was judged.
    fn enter(&mut self, db: &Connection, header: &Header, hash: Hash, standing: Standing) -> Result<()> {
        match standing {
            Standing::Accepted if header.kind == SegmentKind::Erase => {}
            Standing::Accepted => {
                self.touched.extend(header.parts.iter().map(|part| part.record));
                self.brought.note(header);
            }
            _ => self.apart += 1,
        }
        let head = ChainHead {
            log: header.log,
            seq: header.seq,
            hash,
        };
        Ok(segment::set_head(
            db,
            &head,
            header.device,
            Scope::Circle.number(),
        )?)
    }

    /// Takes the segments that waited behind a head into its chain.
    fn follow(&mut self, db: &Connection, membership: &Membership, mut head: ChainHead) -> Result<()> {
        while let [waiting, others @ ..] = segment::at(db, head.log, head.seq + 1)?.as_slice() {
            let header = Header::decode(&waiting.header).map_err(|_| Refusal::SegmentForm)?;
            if header.prev != head.hash || !others.is_empty() {
                return self.set_apart(db, head.log, waiting.seq);
            }
            self.waiting = self.waiting.saturating_sub(1);
            let standing = judge_stored(db, membership, waiting, &header)?;
            self.enter(db, &header, waiting.hash, standing)?;
            head = ChainHead {
                log: head.log,
                seq: waiting.seq,
                hash: waiting.hash,
            };
        }
        Ok(())
    }

    /// Two branches under one number: the common beginning stays, both branches are set apart.
    fn fork(&mut self, db: &Connection, log: LogId, row: i64, seq: u64) -> Result<()> {
        self.apart += 1;
        segment::set_standing(db, row, Standing::Apart)?;
        self.set_apart(db, log, seq)
    }

    fn set_apart(&mut self, db: &Connection, log: LogId, seq: u64) -> Result<()> {
        for row in segment::from(db, log, seq)? {
            self.apart += u64::from(row.standing != Standing::Apart);
            match row.standing {
                Standing::Waiting => self.waiting = self.waiting.saturating_sub(1),
                Standing::Accepted => {
                    let header = Header::decode(&row.header).map_err(|_| Refusal::SegmentForm)?;
                    self.lost.extend(header.parts.iter().map(|part| part.record));
                }
                _ => {}
            }
            segment::set_standing(db, row.id, Standing::Apart)?;
        }
        match seq
            .checked_sub(1)
            .filter(|last| *last > 0)
            .map(|last| segment::at(db, log, last))
            .transpose()?
            .as_deref()
        {
            Some([last]) => {
                let head = ChainHead {
                    log,
                    seq: last.seq,
                    hash: last.hash,
                };
                segment::set_head(db, &head, last.device, Scope::Circle.number())?;
            }
            _ => segment::remove_head(db, log)?,
        }
        Ok(())
    }
}

fn add(db: &Connection, segment: &Segment, standing: Standing) -> Result<i64> {
    let header = &segment.header;
    let row = SegmentRow {
        id: 0,
        log: header.log,
        seq: header.seq,
        hash: segment.hash(),
        scope: header.scope.number(),
        device: header.device,
        wall_ms: header.wall_ms,
        standing,
        header: segment.encoded.clone(),
        signature: segment.signature.0.to_vec(),
    };
    let id = segment::add(db, &row)?;
    for (part, body) in header.parts.iter().zip(&segment.bodies) {
        let row = PartRow {
            id: 0,
            segment: id,
            record: part.record,
            peer: header.peer(),
            first: part.from,
            next: part.to,
            applied: false,
            body: body.as_ref().map(|body| (body.salt, body.bytes.clone())),
        };
        let row = segment::add_part(db, &row)?;
        if part.sealed.is_some() {
            sealed::add(db, row)?;
        }
    }
    Ok(id)
}
