//! Taking over a package: whole or not at all, in one transaction. A preview is the same import,
//! rolled back.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use kring_domain::id::{DeviceId, Hash, LogId, RecordId, StatementId};
use kring_domain::kind::Kind;
use kring_store::table::document::DocumentRow;
use kring_store::table::own::{self, PackageRow};
use kring_store::table::segment::{self, ChainHead, PartRow, SegmentRow, Standing};
use kring_store::table::{document, erased, erasure, membership as membership_table, sealed, touch};
use kring_store::{Connection, journal};
use kring_sync::segment::{Header, Scope, Segment, SegmentKind};
use kring_trust::membership::Membership;
use kring_trust::operation::Deed;

use super::attempt::Attempt;
use super::brought::Brought;
use super::join::LettingIn;
use super::merge::{Merged, merge};
use super::outgoing::head;
use super::read::Incoming;
use super::report::{Gap, Report, ReportedRecord};
use super::{accept, join, seen};
use crate::error::{ApiError, Refusal, Result};
use crate::host::{Host, Progress};
use crate::use_case::{member, statement};
use crate::workspace::{CircleState, Workspace, erase, state};

/// Whether an import is carried out or only shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Take it over.
    TakeOver,
    /// Show what it would do.
    Preview,
}

impl Workspace {
    /// Takes over a package file, or shows what it would bring.
    pub fn import_package(&mut self, path: &Path, mode: Mode, host: &mut dyn Host) -> Result<Report> {
        let result = self
            .read_package(path)
            .and_then(|incoming| self.import_read(&incoming, mode, host));
        if let Err(error) = &result {
            journal::add(self.folder(), self.core.now_ms(), "refusal", error.code())?;
        }
        result
    }

    /// Takes over a package that was read, or shows what it would bring.
    pub(super) fn import_read(
        &mut self,
        incoming: &Incoming,
        mode: Mode,
        host: &mut dyn Host,
    ) -> Result<Report> {
        let letting_in = if self.circle().is_none() {
            Some(join::check_answer(self, incoming)?)
        } else {
            None
        };
        let is_known = own::knows_package(self.db(), &incoming.manifest.heading.package.0)?;
        if mode == Mode::TakeOver && !is_known {
            self.back_up()?;
        }
        let package = incoming.manifest.heading.package;
        let _attempt = match mode {
            Mode::Preview => None,
            Mode::TakeOver => Some(Attempt::begin(self.crash_marker(), package)?),
        };
        self.carry_out(incoming, letting_in, mode, host)
    }

    fn carry_out(
        &mut self,
        incoming: &Incoming,
        letting_in: Option<LettingIn>,
        mode: Mode,
        host: &mut dyn Host,
    ) -> Result<Report> {
        let tx = self.store.begin()?;
        if let Some(letting_in) = &letting_in {
            membership_table::set_genesis(&tx, &incoming.genesis.encode())?;
            letting_in.enter(&tx)?;
        }
        let own_log = self.core.identity.circle_log;
        let own_head = segment::head(&tx, own_log)?;
        let own = Own {
            log: own_log,
            device: self.core.identity.device,
            mark_unseen: letting_in.is_none(),
        };
        let mut report = take_over(&tx, incoming, own, self.core.now_ms(), host)?;
        if let Some(letting_in) = letting_in {
            report.lets_in = true;
            report.safety_words = letting_in.safety_words;
        }
        report.summary = crate::use_case::exchange::in_words(&self.core.words, &report);
        match mode {
            Mode::Preview => drop(tx),
            Mode::TakeOver => {
                tx.commit().map_err(kring_store::error::StoreError::Sqlite)?;
                self.after_import(own_head, !incoming.new_operations.is_empty(), &report)?;
                self.finish_erasures_or_later()?;
            }
        }
        Ok(report)
    }

    /// What memory must learn of what is on disk now.
    fn after_import(
        &mut self,
        own_head: Option<ChainHead>,
        has_operations: bool,
        report: &Report,
    ) -> Result<()> {
        self.core.documents.clear();
        if has_operations {
            self.begin_session();
        }
        self.core.circle = CircleState::read(self.store.db())?;
        self.core.identity.person =
            crate::workspace::person_in(self.store.db())?.or(self.core.identity.person);
        self.remember_place(own_head)?;
        let about = format!("{} {}", report.device, report.number);
        Ok(journal::add(self.folder(), self.core.now_ms(), "import", &about)?)
    }
}

/// What an import must know of this laptop.
#[derive(Clone, Copy)]
struct Own {
    log: LogId,
    device: DeviceId,
    /// Whether what others did is new to the member. Someone who enters a circle finds everything there.
    mark_unseen: bool,
}

/// Everything an import does to the database.
fn take_over(
    db: &Connection,
    incoming: &Incoming,
    own: Own,
    now_ms: u64,
    host: &mut dyn Host,
) -> Result<Report> {
    let Own {
        log: own_log,
        device: own_device,
        mark_unseen,
    } = own;
    let heading = &incoming.manifest.heading;
    let membership = &incoming.membership;
    for operation in &incoming.new_operations {
        membership_table::add(db, operation.hash(), &operation.encode())?;
    }
    let heads_before = chain_heads(db)?;
    let arrivals = Arrivals::store(db, membership, &incoming.segments)?;
    let mut touched = arrivals.touched;
    let mut rebuilt = arrivals.forked;
    if !incoming.new_operations.is_empty() {
        rebuilt |= judge_again(db, membership, takes_away(incoming), &mut touched)?;
    }
    let erased = erase::take_effect(db, Some(membership))?;
    if arrivals.is_bare
        && erasure::with_holes(db)?
            .iter()
            .any(|id| *id > arrivals.last_before)
    {
        // Bodies are not signed themselves: without an erasure that says so, one left out is damage.
        return Err(Refusal::SegmentForm.into());
    }
    if rebuilt {
        touched = begin_anew(db)?;
    }
    let known_before = known_records(db, &touched, rebuilt)?;
    let merged = merge(db, membership, &touched, |done, total| {
        host.progress(Progress {
            step: "progress-merge",
            done,
            total,
        });
        if host.is_cancelled() {
            Err(ApiError::Cancelled)
        } else {
            Ok(())
        }
    })?;
    note_heads(db, &heads_before, own_log)?;
    let said: Vec<_> = heading
        .heads
        .iter()
        .map(|head| (head.log, head.seq, head.hash))
        .collect();
    own::set_peer_heads(db, heading.sender, &said)?;
    let is_repeat = own::knows_package(db, &heading.package.0)?;
    if !is_repeat {
        own::add_package(
            db,
            &PackageRow {
                id: heading.package.0,
                sent: false,
                device: heading.sender,
                counter: heading.counter,
                at_ms: now_ms,
                segments: arrivals.new,
            },
        )?;
    }
    let records = reported(db, &merged, &known_before)?;
    let erased = erased.into_iter().map(|row| reported_as(row, false)).collect();
    let brought = arrivals
        .brought
        .of_others(membership, own_device, &merged.changed);
    if mark_unseen {
        brought.mark_unseen(db, now_ms)?;
    }
    let state_now = state(db)?;
    let here: Vec<_> = erase::whole_heads(db)?.into_iter().map(head).collect();
    let comparable = here == heading.heads && membership.heads() == heading.membership;
    Ok(Report {
        from: name_of(db, membership, heading.sender)?,
        device: heading.sender,
        number: heading.counter,
        new: arrivals.new,
        known: arrivals.known,
        apart: arrivals.apart + merged.unreadable,
        waiting: arrivals.waiting + merged.waiting,
        gaps: gaps(db, membership)?,
        deleted: records.iter().filter(|record| record.trashed).cloned().collect(),
        erased,
        by_person: brought.by_person(db, membership)?,
        records,
        reviews: touch::markers(db)?.len() as u64,
        nothing_new: arrivals.new == 0 && incoming.new_operations.is_empty(),
        state_agrees: comparable.then_some(state_now == heading.state),
        state: state_now,
        lets_in: false,
        safety_words: Vec::new(),
        summary: String::new(),
    })
}

/// What became of the segments of a package.
#[derive(Default)]
struct Arrivals {
    new: u64,
    known: u64,
    apart: u64,
    waiting: u64,
    forked: bool,
    /// Whether something came without its body.
    is_bare: bool,
    /// The last row of the log before anything came.
    last_before: i64,
    touched: BTreeSet<RecordId>,
    brought: Brought,
}

impl Arrivals {
    fn store(db: &Connection, membership: &Membership, segments: &[Segment]) -> Result<Self> {
        let holes = erasure::with_holes(db)?;
        let mut arrivals = Self {
            last_before: segment::last(db)?,
            ..Self::default()
        };
        let mut in_order: Vec<&Segment> = segments.iter().collect();
        in_order.sort_by_key(|segment| (segment.header.log, segment.header.seq));
        for segment in in_order {
            let hash = segment.hash();
            if let Some(row) = segment::by_hash(db, hash)? {
                arrivals.known += 1;
                if holes.contains(&row.id) {
                    arrivals.fill(db, &row, segment)?;
                }
                continue;
            }
            arrivals.new += 1;
            arrivals.is_bare |= segment.bodies.iter().any(Option::is_none);
            arrivals.place(db, membership, segment)?;
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

    fn place(&mut self, db: &Connection, membership: &Membership, segment: &Segment) -> Result<()> {
        let header = &segment.header;
        let head = segment::head(db, header.log)?;
        let next = head.map_or(1, |head| head.seq + 1);
        let is_behind_fork = segment::forks_at(db, header.log)?.is_some_and(|fork| header.seq >= fork);
        if is_behind_fork {
            self.apart += 1;
            add(db, segment, Standing::Apart)?;
            return Ok(());
        }
        if header.seq > next {
            self.waiting += 1;
            add(db, segment, Standing::Waiting)?;
            return Ok(());
        }
        let prev = head.map_or(header.circle.0, |head| head.hash.0);
        if header.seq < next || header.prev.0 != prev {
            return self.fork(db, segment, header.seq.min(next));
        }
        let bodies: Vec<Option<&[u8]>> = segment
            .bodies
            .iter()
            .map(|body| body.as_ref().map(|body| body.bytes.as_slice()))
            .collect();
        let hash = segment.hash();
        let standing = accept::standing(db, membership, hash, header, &bodies)?;
        add(db, segment, standing)?;
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
            let standing = judge_stored(db, membership, waiting.id, &header)?;
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
    fn fork(&mut self, db: &Connection, segment: &Segment, seq: u64) -> Result<()> {
        self.apart += 1;
        add(db, segment, Standing::Apart)?;
        self.set_apart(db, segment.header.log, seq)
    }

    fn set_apart(&mut self, db: &Connection, log: LogId, seq: u64) -> Result<()> {
        for row in segment::from(db, log, seq)? {
            self.apart += u64::from(row.standing != Standing::Apart);
            if row.standing == Standing::Waiting {
                self.waiting = self.waiting.saturating_sub(1);
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
        self.forked = true;
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

/// Judges a stored segment of a chain and notes how it stands.
fn judge_stored(db: &Connection, membership: &Membership, id: i64, header: &Header) -> Result<Standing> {
    let parts = segment::parts_of(db, id)?;
    let bodies: Vec<Option<&[u8]>> = parts
        .iter()
        .map(|part| part.body.as_ref().map(|(_, body)| body.as_slice()))
        .collect();
    let hash = segment::by_id(db, id)?
        .map(|row| row.hash)
        .ok_or(Refusal::SegmentForm)?;
    let standing = accept::standing(db, membership, hash, header, &bodies)?;
    segment::set_standing(db, id, standing)?;
    Ok(standing)
}

/// Whether an operation takes a right or device away, or brings segments in.
fn takes_away(incoming: &Incoming) -> bool {
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
    let mut touched = BTreeSet::new();
    let lost = judge_again(db, membership, true, &mut touched)?;
    erase::take_effect(db, Some(membership))?;
    if lost {
        touched = begin_anew(db)?;
    }
    merge(db, membership, &touched, |_, _| Ok(()))?;
    Ok(())
}

/// Empties the view, so that everything is merged anew; answers the records to merge.
fn begin_anew(db: &Connection) -> Result<BTreeSet<RecordId>> {
    segment::set_all_unapplied(db)?;
    sealed::close_all(db)?;
    kring_store::store::empty_view(db)?;
    Ok(segment::records(db)?.into_iter().collect())
}

/// Judges segments again under a membership that changed. Answers whether something that counted no
/// longer does, so that everything must be merged anew.
fn judge_again(
    db: &Connection,
    membership: &Membership,
    all: bool,
    touched: &mut BTreeSet<RecordId>,
) -> Result<bool> {
    let mut lost = false;
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
            let standing = judge_stored(db, membership, row.id, &header)?;
            lost |= row.standing == Standing::Accepted && standing != Standing::Accepted;
            if standing == Standing::Accepted && row.standing != Standing::Accepted {
                touched.extend(header.parts.iter().map(|part| part.record));
            }
        }
    }
    Ok(lost)
}

fn chain_heads(db: &Connection) -> Result<BTreeMap<LogId, ChainHead>> {
    Ok(segment::heads(db, Scope::Circle.number())?
        .into_iter()
        .map(|head| (head.log, head))
        .collect())
}

/// Heads that moved are named by the next own segment.
fn note_heads(db: &Connection, before: &BTreeMap<LogId, ChainHead>, own_log: LogId) -> Result<()> {
    let now = segment::heads(db, Scope::Circle.number())?;
    let moved: Vec<_> = now
        .into_iter()
        .filter(|now| now.log != own_log && before.get(&now.log) != Some(now))
        .map(head)
        .collect();
    if moved.is_empty() {
        Ok(())
    } else {
        seen::add(db, &moved)
    }
}

fn known_records(db: &Connection, touched: &BTreeSet<RecordId>, rebuilt: bool) -> Result<BTreeSet<RecordId>> {
    let mut known = BTreeSet::new();
    for record in touched {
        if rebuilt || document::get(db, *record)?.is_some() {
            known.insert(*record);
        }
    }
    Ok(known)
}

fn reported(db: &Connection, merged: &Merged, known: &BTreeSet<RecordId>) -> Result<Vec<ReportedRecord>> {
    let mut records = Vec::with_capacity(merged.changed.len());
    for id in &merged.changed {
        if let Some(mut row) = document::get(db, *id)? {
            // A statement goes by its wording.
            if row.kind == Kind::Statement {
                row.title = statement::words_in(db, StatementId(*id))?;
            }
            records.push(reported_as(row, !known.contains(id)));
        }
    }
    Ok(records)
}

fn reported_as(row: DocumentRow, new: bool) -> ReportedRecord {
    ReportedRecord {
        id: row.record,
        kind: row.kind.code(),
        title: row.title,
        new,
        trashed: row.trashed,
    }
}

/// What is missing before segments that wait.
fn gaps(db: &Connection, membership: &Membership) -> Result<Vec<Gap>> {
    let mut gaps: Vec<Gap> = Vec::new();
    for row in segment::standing(db, Standing::Waiting)? {
        let have = segment::head(db, row.log)?.map_or(0, |head| head.seq);
        if gaps.iter().all(|gap| gap.log != row.log) {
            gaps.push(Gap {
                log: row.log,
                member: membership.person_of(row.device),
                name: name_of(db, membership, row.device)?,
                from: have + 1,
                to: row.seq - 1,
            });
        }
    }
    Ok(gaps)
}

/// The name of whose device this is; empty if it is not known here.
pub fn name_of(db: &Connection, membership: &Membership, device: DeviceId) -> Result<String> {
    member::name(db, membership.person_of(device))
}
