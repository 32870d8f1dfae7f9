//! Taking over a package: whole or not at all, in one transaction. A preview is the same import,
//! rolled back.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use kring_domain::id::{DeviceId, Hash, LogId, RecordId, StatementId};
use kring_domain::kind::Kind;
use kring_domain::text::Catalogue;
use kring_store::table::document::DocumentRow;
use kring_store::table::own::{self, PackageRow};
use kring_store::table::segment::{self, ChainHead};
use kring_store::table::{document, erasure, membership as membership_table, parcel, touch};
use kring_store::{Connection, journal};
use kring_sync::package::Heading;
use kring_sync::segment::Scope;
use kring_trust::membership::Membership;

use super::arrivals::Arrivals;
use super::attachment;
use super::attempt::Attempt;
use super::brought::Brought;
use super::judge::{begin_anew, judge_again, takes_away};
use super::merge::merge;
use super::outgoing::{NO_STATE, head};
use super::parts::parcel_of;
use super::read::{Incoming, quarantine_if_needed};
use super::report::{Report, ReportedRecord};
use super::{bare, gap, join, said, seen};
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
        Ok(journal::add(
            self.folder(),
            now_ms,
            journal::Event::Refusal,
            error.code(),
        )?)
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
        // Made beside the import, of what there was before it.
        let backup = match mode {
            Mode::TakeOver if !own::knows_package(self.db(), &package.0)? => self.begin_backup()?,
            _ => None,
        };
        let _attempt = match mode {
            Mode::Preview => None,
            Mode::TakeOver => Some(Attempt::begin(self.crash_marker(), package)?),
        };
        let (tx, attachments) = self.store.begin_beside()?;
        if let Some(letting_in) = &letting_in {
            membership_table::set_genesis(&tx, &incoming.genesis.encode())?;
            letting_in.enter(&tx)?;
        }
        let own_head = segment::head(&tx, self.core.identity.circle_log)?;
        let own = Own::of(&self.core, letting_in.is_none());
        let now_ms = self.core.now_ms();
        let mut taken = take_over(&tx, incoming, own, now_ms, host)?;
        // Attachments are there before the records that name them are.
        taken.attachments = match mode {
            Mode::Preview => attachment::would_come(&tx, incoming, attachments)?,
            Mode::TakeOver => {
                let identities = self.core.identity.identities();
                attachment::take_in(&tx, incoming, &identities, attachments, now_ms, host)?
            }
        };
        let told = tell(&tx, taken, &self.core.words)?;
        match mode {
            Mode::Preview => drop(tx),
            Mode::TakeOver => {
                if let Some(backup) = backup {
                    backup.finish()?;
                }
                tx.commit().map_err(kring_store::error::StoreError::Sqlite)?;
                self.after_import(own_head, incoming)?;
                if incoming.pieces().next().is_some() {
                    self.drop_unnamed()?;
                }
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
        Ok(journal::add(
            self.folder(),
            self.core.now_ms(),
            journal::Event::Import,
            &about,
        )?)
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
    let mut lost = std::mem::take(&mut arrivals.lost);
    if !incoming.new_operations.is_empty() {
        let turned = judge_again(db, membership, takes_away(incoming))?;
        touched.extend(turned.gained);
        lost.extend(turned.lost);
    }
    let erased = erase::take_effect(db, Some(membership))?;
    if arrivals.is_bare && !bare::is_explained(db, membership, arrivals.last_before)? {
        return Err(Refusal::SegmentForm.into());
    }
    touched.extend(lost.iter().copied());
    let new_before = unknown_records(db, &touched)?;
    touched.extend(begin_anew(db, lost)?);
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
            .map(|record| (record, !new_before.contains(&record)))
            .collect(),
        erased,
        brought,
        attachments: 0,
        import,
    })
}

/// Notes the package, and what its sender said to have.
fn note_package(db: &Connection, incoming: &Incoming, arrivals: &Arrivals, now_ms: u64) -> Result<()> {
    let heading = &incoming.manifest.heading;
    let is_newest = said::note(db, incoming)?;
    attachment::note_wanted(db, incoming, is_newest)?;
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
    /// Attachments that are whole here with it.
    pub attachments: u64,
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
        self.attachments += later.attachments;
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
            nothing_new: self.nothing_new && self.attachments == 0,
            attachments: self.attachments,
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

/// Those of the records that are not seen here yet.
fn unknown_records(db: &Connection, touched: &BTreeSet<RecordId>) -> Result<BTreeSet<RecordId>> {
    let mut unknown = BTreeSet::new();
    for record in touched {
        if document::get(db, *record)?.is_none() {
            unknown.insert(*record);
        }
    }
    Ok(unknown)
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
