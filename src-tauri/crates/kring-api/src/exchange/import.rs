//! Taking over a package: whole or not at all, in one transaction. A preview is the same import,
//! rolled back.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use kring_domain::id::{DeviceId, Hash, LogId, RecordId, StatementId};
use kring_domain::kind::Kind;
use kring_domain::text::Catalogue;
use kring_store::table::document::DocumentRow;
use kring_store::table::import::{self, ImportRow};
use kring_store::table::own::{self, PackageRow};
use kring_store::table::segment::{self, ChainHead, PartRow, SegmentRow, Standing};
use kring_store::table::{document, erased, erasure, membership as membership_table, parcel, sealed, touch};
use kring_store::{Connection, journal};
use kring_sync::package::Heading;
use kring_sync::segment::{Header, Scope, Segment, SegmentKind};
use kring_trust::membership::Membership;
use kring_trust::operation::Deed;

use super::attempt::Attempt;
use super::brought::Brought;
use super::merge::merge;
use super::outgoing::{NO_STATE, head};
use super::parts::parcel_of;
use super::read::{Incoming, quarantine_if_needed};
use super::report::{Report, ReportedRecord};
use super::{accept, bare, gap, join, said, seen};
use crate::error::{ApiError, Refusal, Result};
use crate::host::{Host, Progress};
use crate::use_case::{member, statement};
use crate::workspace::{CircleState, Core, Workspace, erase, state};

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
        let read = self.core.reader(self.db(), self.folder()).read(path);
        let report = read.and_then(|incoming| self.import_told(&incoming, mode, host));
        if let Err(error) = &report {
            self.note_refusal(path, error)?;
        }
        report
    }

    /// Takes over a package that was read, or shows what it would bring, and tells of it.
    pub(super) fn import_told(
        &mut self,
        incoming: &Incoming,
        mode: Mode,
        host: &mut dyn Host,
    ) -> Result<Report> {
        let heading = &incoming.manifest.heading;
        let tell = |db: &Connection, taken: Taken, words: &Catalogue| {
            let mut report = taken.report(db, heading, &incoming.membership)?;
            report.say(words);
            Ok(report)
        };
        let (mut report, safety_words) = self.import_read(incoming, mode, host, tell)?;
        report.lets_in = safety_words.is_some();
        report.safety_words = safety_words.unwrap_or_default();
        Ok(report)
    }

    /// Notes that a file was refused, and keeps it if a coordinator may still need it.
    pub(super) fn note_refusal(&self, path: &Path, error: &ApiError) -> Result<()> {
        let now_ms = self.core.now_ms();
        quarantine_if_needed(self.folder(), path, error, now_ms)?;
        Ok(journal::add(self.folder(), now_ms, "refusal", error.code())?)
    }

    /// Takes over a package that was read, or shows what it would bring. `tell` looks at what was done
    /// before it is kept or rolled back. Answers besides the words to compare, where this lets the
    /// store into a circle.
    pub(super) fn import_read<T>(
        &mut self,
        incoming: &Incoming,
        mode: Mode,
        host: &mut dyn Host,
        tell: impl FnOnce(&Connection, Taken, &Catalogue) -> Result<T>,
    ) -> Result<(T, Option<Vec<String>>)> {
        let letting_in = if self.circle().is_none() {
            Some(join::check_answer(self, incoming)?)
        } else {
            None
        };
        let package = incoming.manifest.heading.package;
        if mode == Mode::TakeOver && !own::knows_package(self.db(), &package.0)? {
            self.back_up()?;
        }
        let _attempt = match mode {
            Mode::Preview => None,
            Mode::TakeOver => Some(Attempt::begin(self.crash_marker(), package)?),
        };
        let tx = self.store.begin()?;
        if let Some(letting_in) = &letting_in {
            membership_table::set_genesis(&tx, &incoming.genesis.encode())?;
            letting_in.enter(&tx)?;
        }
        let own_head = segment::head(&tx, self.core.identity.circle_log)?;
        let own = Own::of(&self.core, letting_in.is_none());
        let taken = take_over(&tx, incoming, own, self.core.now_ms(), host)?;
        let told = tell(&tx, taken, &self.core.words)?;
        match mode {
            Mode::Preview => drop(tx),
            Mode::TakeOver => {
                tx.commit().map_err(kring_store::error::StoreError::Sqlite)?;
                self.after_import(own_head, incoming)?;
                self.finish_erasures_or_later()?;
            }
        }
        let safety_words = letting_in.map(|letting_in| letting_in.safety_words);
        Ok((told, safety_words))
    }

    /// What memory must learn of what is on disk now.
    fn after_import(&mut self, own_head: Option<ChainHead>, incoming: &Incoming) -> Result<()> {
        self.core.documents.clear();
        if !incoming.new_operations.is_empty() {
            self.begin_session();
        }
        self.core.circle = CircleState::read(self.store.db())?;
        self.core.identity.person =
            crate::workspace::person_in(self.store.db())?.or(self.core.identity.person);
        self.remember_place(own_head)?;
        let heading = &incoming.manifest.heading;
        let about = format!("{} {}", heading.sender, heading.counter);
        Ok(journal::add(self.folder(), self.core.now_ms(), "import", &about)?)
    }
}

/// What an import must know of this laptop.
#[derive(Clone, Copy)]
pub(super) struct Own {
    log: LogId,
    device: DeviceId,
    /// Whether what others did is new to the member. Someone who enters a circle finds everything there.
    mark_unseen: bool,
}

impl Own {
    /// What this workspace is.
    pub fn of(core: &Core, mark_unseen: bool) -> Self {
        Self {
            log: core.identity.circle_log,
            device: core.identity.device,
            mark_unseen,
        }
    }
}

/// Everything an import does to the database.
pub(super) fn take_over(
    db: &Connection,
    incoming: &Incoming,
    own: Own,
    now_ms: u64,
    host: &mut dyn Host,
) -> Result<Taken> {
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
    let mut arrivals = Arrivals::store(db, membership, &incoming.segments)?;
    let mut touched = std::mem::take(&mut arrivals.touched);
    let mut rebuilt = arrivals.forked;
    if !incoming.new_operations.is_empty() {
        rebuilt |= judge_again(db, membership, takes_away(incoming), &mut touched)?;
    }
    let erased = erase::take_effect(db, Some(membership))?;
    if arrivals.is_bare && !bare::is_explained(db, membership, arrivals.last_before)? {
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
    note_package(db, incoming, &arrivals, now_ms)?;
    // Who enters a circle with a package cannot have it undone: everything rests on it.
    let import = if mark_unseen {
        arrivals.note_import(db, heading, now_ms)?
    } else {
        None
    };
    let brought = arrivals
        .brought
        .of_others(membership, own_device, &merged.changed);
    if mark_unseen {
        brought.mark_unseen(db, now_ms)?;
    }
    Ok(Taken {
        new: arrivals.new,
        known: arrivals.known,
        apart: arrivals.apart + merged.unreadable,
        waiting: arrivals.waiting + merged.waiting,
        nothing_new: arrivals.new == 0 && incoming.new_operations.is_empty(),
        changed: merged
            .changed
            .into_iter()
            .map(|record| (record, known_before.contains(&record)))
            .collect(),
        erased,
        brought,
        import,
    })
}

/// Notes the package, and what its sender said to have.
fn note_package(db: &Connection, incoming: &Incoming, arrivals: &Arrivals, now_ms: u64) -> Result<()> {
    let heading = &incoming.manifest.heading;
    said::note(db, incoming)?;
    if own::knows_package(db, &heading.package.0)? {
        return Ok(());
    }
    let row = PackageRow {
        id: heading.package.0,
        sent: false,
        device: heading.sender,
        counter: heading.counter,
        at_ms: now_ms,
        segments: arrivals.new,
    };
    own::add_package(db, &row)?;
    let (name, bytes) = &incoming.file;
    Ok(parcel::add(
        db,
        &parcel_of(heading, name, *bytes),
        &heading.recipients,
    )?)
}

/// What taking over one package, or several, did to the database.
#[derive(Default)]
pub(super) struct Taken {
    /// Segments that are new here.
    pub new: u64,
    /// Segments that were here already.
    pub known: u64,
    apart: u64,
    waiting: u64,
    /// Neither a segment nor a membership operation was new.
    pub nothing_new: bool,
    /// The records that changed, each with whether it was here before.
    changed: BTreeMap<RecordId, bool>,
    /// What was erased, as it was.
    erased: Vec<DocumentRow>,
    brought: Brought,
    /// What undoing the import asks for, if it brought anything.
    pub import: Option<i64>,
}

impl Taken {
    /// This and what was taken over after it, as one.
    pub fn and(&mut self, later: Self) {
        self.new += later.new;
        self.known += later.known;
        self.apart += later.apart;
        self.nothing_new &= later.nothing_new;
        for (record, known) in later.changed {
            self.changed.entry(record).or_insert(known);
        }
        self.erased.extend(later.erased);
        self.brought.and(later.brought);
    }

    /// What is told of it, by what the database holds now and what the last package said. The sentences
    /// are still to be said.
    pub fn report(&self, db: &Connection, heading: &Heading, membership: &Membership) -> Result<Report> {
        let records = reported(db, &self.changed)?;
        let state_now = state(db)?;
        Ok(Report {
            from: name_of(db, membership, heading.sender)?,
            device: heading.sender,
            number: heading.counter,
            new: self.new,
            known: self.known,
            apart: self.apart,
            waiting: self.waiting,
            gaps: gap::gaps(db, membership)?,
            deleted: records.iter().filter(|record| record.trashed).cloned().collect(),
            erased: self
                .erased
                .iter()
                .map(|row| reported_as(row.clone(), false))
                .collect(),
            by_person: self.brought.by_person(db, membership)?,
            records,
            reviews: touch::markers(db)?.len() as u64,
            nothing_new: self.nothing_new,
            state_agrees: agrees(db, heading, membership, state_now)?,
            state: state_now,
            lets_in: false,
            safety_words: Vec::new(),
            summary: String::new(),
            imports: self.import.into_iter().collect(),
        })
    }
}

/// Whether sender and receiver see the same, where both have the same changes.
pub(super) fn agrees(
    db: &Connection,
    heading: &Heading,
    membership: &Membership,
    state_now: Hash,
) -> Result<Option<bool>> {
    let here: Vec<_> = erase::whole_heads(db)?.into_iter().map(head).collect();
    let comparable = here == heading.heads
        && membership.heads() == heading.membership
        && heading.state != NO_STATE
        && erasure::with_holes(db)?.is_empty();
    Ok(comparable.then_some(state_now == heading.state))
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
    /// Row numbers of the segments that are new.
    rows: Vec<i64>,
}

impl Arrivals {
    fn store(db: &Connection, membership: &Membership, segments: &[Segment]) -> Result<Self> {
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
    fn note_import(&self, db: &Connection, heading: &Heading, now_ms: u64) -> Result<Option<i64>> {
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
    fn fork(&mut self, db: &Connection, log: LogId, row: i64, seq: u64) -> Result<()> {
        self.apart += 1;
        segment::set_standing(db, row, Standing::Apart)?;
        self.set_apart(db, log, seq)
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
pub(super) fn begin_anew(db: &Connection) -> Result<BTreeSet<RecordId>> {
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

fn reported(db: &Connection, changed: &BTreeMap<RecordId, bool>) -> Result<Vec<ReportedRecord>> {
    let mut records = Vec::with_capacity(changed.len());
    for (id, known) in changed {
        if let Some(mut row) = document::get(db, *id)? {
            // A statement goes by its wording.
            if row.kind == Kind::Statement {
                row.title = statement::words_in(db, StatementId(*id))?;
            }
            records.push(reported_as(row, !known));
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

/// The name of whose device this is; empty if it is not known here.
pub fn name_of(db: &Connection, membership: &Membership, device: DeviceId) -> Result<String> {
    member::name(db, membership.person_of(device))
}
