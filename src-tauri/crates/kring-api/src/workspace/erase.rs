//! Erasure on this laptop: what an accepted erasure takes out of log, view and drafts in the
//! transaction that accepts it, what is scrubbed from the files afterwards, and the list beside the
//! backups. Whether an erasure counts is decided in `exchange/accept`; it is never undone.

use std::collections::BTreeSet;

use kring_domain::id::{DeviceId, Hash, RecordId};
use kring_domain::kind::Kind;
use kring_domain::receipt::Receipt;
use kring_domain::review::Review;
use kring_domain::round::Closing;
use kring_store::table::document::DocumentRow;
use kring_store::table::segment::{self, ChainHead};
use kring_store::table::{self, document, draft, erased, erasure, unseen};
use kring_store::{Connection, erased_list, journal, noun};
use kring_sync::segment::Scope;
use kring_trust::membership::Membership;
use kring_trust::policy::RecordDeed;

use super::{Workspace, touch};
use crate::error::{ApiError, Result};
use crate::exchange::{origin, unseal};

/// Takes away what accepted erasures say that did not yet. Answers the records that were seen here until
/// now. An erasure that turned out not to count is forgotten: other laptops may give its records back.
pub fn take_effect(db: &Connection, membership: Option<&Membership>) -> Result<Vec<DocumentRow>> {
    for record in erasure::refused(db)? {
        erased::remove(db, record)?;
    }
    let known = erased::all(db)?;
    let mut gone = Vec::new();
    // What a restored store knows to be erased stays so until another laptop tells who did it.
    for record in erasure::erased(db)?
        .into_iter()
        .collect::<BTreeSet<_>>()
        .union(&known)
    {
        let record = *record;
        if !known.contains(&record) || erasure::has_bodies(db, record)? {
            gone.extend(take_away(db, membership, record)?);
        }
    }
    Ok(gone)
}

/// Takes every trace of a record away but the headers of its parts.
fn take_away(
    db: &Connection,
    membership: Option<&Membership>,
    record: RecordId,
) -> Result<Option<DocumentRow>> {
    erasure::strip(db, record)?;
    erased::add(db, record)?;
    unseen::remove(db, record)?;
    let id = record.to_string();
    for row in draft::all(db)? {
        if row.input.contains(&id) {
            draft::remove(db, &row.key)?;
        }
    }
    let Some(row) = document::get(db, record)? else {
        return Ok(None);
    };
    let review = match row.kind {
        Kind::Review => noun::get::<Review>(db, record)?,
        _ => None,
    };
    let closing = match row.kind {
        Kind::Closing => noun::get::<Closing>(db, record)?,
        _ => None,
    };
    table::take_out(db, row.kind, record)?;
    if let Some(closing) = closing {
        unseal::close(db, &closing)?;
    }
    // A choice that is gone clears no marker any more.
    if let Some(review) = review {
        touch::weigh_again(db, membership, review.subject, &review.key)?;
    }
    Ok(Some(row))
}

/// How far each chain of the circle is here without a hole: a body that an erasure took away which
/// counts no more is asked for again.
pub fn whole_heads(db: &Connection) -> Result<Vec<ChainHead>> {
    let mut heads = segment::heads(db, Scope::Circle.number())?;
    for (log, hole) in erasure::holes(db, Scope::Circle.number())? {
        let before = segment::after(db, log, hole.saturating_sub(2), hole - 1)?.pop();
        heads.retain_mut(|head| match &before {
            _ if head.log != log => true,
            Some(row) => {
                (head.seq, head.hash) = (row.seq, row.hash);
                true
            }
            None => false,
        });
    }
    Ok(heads)
}

impl Workspace {
    /// Finishes erasures whose content is gone from the tables: no byte of it stays in free pages or in
    /// the write-ahead log, the list beside the backups names it, and the circle gets a receipt.
    pub(crate) fn finish_erasures(&mut self) -> Result<()> {
        erased_list::write(self.folder(), &erased::all(self.db())?)?;
        if !erased::is_pending(self.db())? {
            return Ok(());
        }
        self.store.scrub()?;
        self.scrub_attachments()?;
        self.transact("confirm_erasure", |act| {
            erased::set_scrubbed(act.db())?;
            if !act.may_create(Kind::Receipt) {
                return Ok(());
            }
            for erasure in unconfirmed(act.db(), act.device())? {
                act.create(Scope::Circle, &Receipt { erasure })?;
            }
            Ok(())
        })?;
        Ok(())
    }

    /// Finishes erasures now, or at the next start of the app if there is no room for it: what was erased
    /// is gone from the tables either way, and the circle gets its receipt only then.
    pub(crate) fn finish_erasures_or_later(&mut self) -> Result<()> {
        match self.finish_erasures() {
            Err(ApiError::Store(error)) if error.is_disk_full() => {
                let now = self.core.now_ms();
                Ok(journal::add(self.folder(), now, journal::Event::EraseWaits, "")?)
            }
            finished => finished,
        }
    }

    /// Erases again what the list beside the backups names, in a store that was restored from one. Where
    /// the own right allows it, the circle learns of it again; otherwise another laptop will tell.
    pub(crate) fn erase_listed(&mut self) -> Result<()> {
        let mut known = erased::all(self.db())?;
        known.extend(erasure::refused(self.db())?);
        let mut listed = erased_list::read(self.folder())?;
        listed.retain(|record| !known.contains(record));
        if listed.is_empty() {
            return Ok(());
        }
        self.transact("erase_record", |act| {
            for record in listed {
                match origin::find(act.db(), record)? {
                    Some((kind, scope, origin))
                        if act.may(scope, kind, RecordDeed::Erase, origin.owner, record) =>
                    {
                        act.erase(record)?;
                    }
                    _ => drop(take_away(act.db(), act.membership(), record)?),
                }
            }
            Ok(())
        })?;
        Ok(())
    }
}

/// The erasures that this device gave no receipt of.
fn unconfirmed(db: &Connection, device: DeviceId) -> Result<Vec<Hash>> {
    let mut open = Vec::new();
    for row in erasure::segments(db, Scope::Circle.number())? {
        if !receipts(db, row.hash)?.contains(&device) {
            open.push(row.hash);
        }
    }
    Ok(open)
}

/// The devices that gave a receipt of an erasure.
pub fn receipts(db: &Connection, erasure: Hash) -> Result<Vec<DeviceId>> {
    let rows: Vec<(RecordId, Receipt)> =
        noun::select(db, "erasure = ?1 ORDER BY record", [erasure.to_string()])?;
    let mut devices = Vec::with_capacity(rows.len());
    for (record, _) in rows {
        devices.extend(document::get(db, record)?.map(|row| row.created_by));
    }
    Ok(devices)
}
