//! From an act to signed segments: what it changed and what it erases goes to the end of the own chain,
//! into view and search. The transaction, and what is remembered after it, are in `act`.

use std::collections::BTreeSet;

use kring_domain::id::{Hash, RecordId, SealKey};
use kring_domain::kind::Kind;
use kring_store::table::segment::{self, ChainHead, PartRow, SegmentRow, Standing};
use kring_store::table::{document, sealed};
use kring_sync::engine::{Change, Document};
use kring_sync::sealed::Sealed;
use kring_sync::segment::{Body, ENGINE_LORO_1, Header, PartHeader, READER, Scope, Segment, SegmentKind};
use kring_trust::seal;

use super::act::Act;
use super::erase;
use super::project::{self, Written};
use crate::error::Result;
use crate::exchange::merge::merge;
use crate::exchange::origin::Origin;
use crate::exchange::seen;

/// One segment touches at most this many records; a larger act writes several segments.
const PARTS_PER_SEGMENT: usize = 256;

/// What an act wrote, before the commit.
pub(super) struct WrittenAct {
    pub(super) changed: Vec<&'static str>,
    pub(super) segments: Vec<Hash>,
    pub(super) documents: Vec<(RecordId, Document)>,
    /// Whether it erased something: that is never undone.
    pub(super) erases: bool,
    /// Whether it changed who may do what, and with that perhaps which erasures count.
    pub(super) judges: bool,
}

impl Act<'_> {
    /// Writes what changed; the transaction is committed by the caller.
    pub(super) fn write(mut self) -> Result<WrittenAct> {
        let mut changed: Vec<&'static str> = Vec::new();
        let mut segments = Vec::new();
        let mut documents = Vec::new();
        let erasing = std::mem::take(&mut self.erasing);
        for scope in [Scope::Circle, Scope::Private] {
            let mut changes = Vec::new();
            for id in &self.order {
                let Some(open) = self.open.get(id).filter(|open| open.scope == scope) else {
                    continue;
                };
                if let Some(change) = open.document.own_change(open.from)? {
                    changes.push((*id, change));
                    changed.push(open.kind.code());
                }
            }
            for chunk in changes.chunks(PARTS_PER_SEGMENT) {
                segments.push(self.write_segment(scope, chunk)?);
            }
            let erased: Vec<_> = erasing.iter().filter(|(_, (of, ..))| *of == scope).collect();
            for chunk in erased.chunks(PARTS_PER_SEGMENT) {
                segments.push(self.write_erasure(scope, chunk)?);
            }
        }
        for (id, open) in std::mem::take(&mut self.open) {
            if !erasing.contains_key(&id) && open.sealed_for.is_none() {
                project::snapshot_if_long(self.db, id, &open.document)?;
                documents.push((id, open.document));
            }
        }
        if !erasing.is_empty() {
            erase::take_effect(self.db, self.membership())?;
            erasing.keys().for_each(|id| self.core.documents.forget(*id));
            changed.extend(erasing.values().map(|(_, kind, _)| kind.code()));
        }
        // A closing that was written opens what was sealed.
        if let Some(circle) = &self.core.circle {
            let opened = merge(self.db, &circle.membership, &BTreeSet::new(), |_, _| Ok(()))?;
            for record in opened.changed {
                changed.extend(document::get(self.db, record)?.map(|row| row.kind.code()));
            }
        }
        changed.sort_unstable();
        changed.dedup();
        Ok(WrittenAct {
            changed,
            segments,
            documents,
            erases: !erasing.is_empty(),
            judges: self.last_operation.is_some(),
        })
    }

    fn write_segment(&mut self, scope: Scope, changes: &[(RecordId, Change)]) -> Result<Hash> {
        let mut parts = Vec::with_capacity(changes.len());
        let mut bodies = Vec::with_capacity(changes.len());
        for (record, change) in changes {
            let open = self.open.get(record);
            let (kind, creation) = open.map_or((Kind::Unknown(0), None), |open| (open.kind, open.creation));
            let devices = open.and_then(|open| open.sealed_for.clone());
            let (bytes, sealed) = match devices {
                None => (change.body.clone(), None),
                Some(devices) => {
                    let key = SealKey(self.random());
                    let field = Sealed::wrap(&key, &devices)?.encode();
                    (
                        seal::seal(&key, self.random(), *record, kind, &change.body),
                        Some(field),
                    )
                }
            };
            let body = Body {
                salt: self.random(),
                bytes,
            };
            parts.push(PartHeader {
                record: *record,
                kind,
                engine: ENGINE_LORO_1,
                sealed,
                hash: body.hash(),
                length: u32::try_from(body.bytes.len()).unwrap_or(u32::MAX),
                from: change.from,
                to: change.to,
                creation,
            });
            bodies.push(body);
        }
        let header = self.header(scope, SegmentKind::Edit, parts)?;
        let segment = self.append(header, bodies)?;
        let hash = segment.hash();
        let membership = self.core.circle.as_ref().map(|circle| &circle.membership);
        for (record, _) in changes {
            if let (Some(open), Some(written)) = (
                self.open.get(record).filter(|open| open.sealed_for.is_none()),
                Written::in_header(hash, &segment.header, *record),
            ) {
                project::project(self.db, membership, *record, &open.document, &[written])?;
            }
        }
        Ok(hash)
    }

    fn write_erasure(
        &mut self,
        scope: Scope,
        records: &[(&RecordId, &(Scope, Kind, Origin))],
    ) -> Result<Hash> {
        let mut parts = Vec::with_capacity(records.len());
        let mut bodies = Vec::with_capacity(records.len());
        for (record, (_, kind, origin)) in records {
            let body = Body {
                salt: self.random(),
                bytes: origin.encode(),
            };
            parts.push(PartHeader {
                hash: body.hash(),
                ..Origin::part(**record, *kind, body.bytes.len())
            });
            bodies.push(body);
        }
        let header = self.header(scope, SegmentKind::Erase, parts)?;
        Ok(self.append(header, bodies)?.hash())
    }

    /// Signs a segment and puts it at the end of the own chain.
    fn append(&mut self, header: Header, bodies: Vec<Body>) -> Result<Segment> {
        let segment = Segment::seal(header, bodies, &self.core.identity.secret);
        let hash = segment.hash();
        let header = &segment.header;
        let row = SegmentRow {
            id: 0,
            log: header.log,
            seq: header.seq,
            hash,
            scope: header.scope.number(),
            device: header.device,
            wall_ms: header.wall_ms,
            standing: Standing::Accepted,
            header: segment.encoded.clone(),
            signature: segment.signature.0.to_vec(),
        };
        let segment_id = segment::add(self.db, &row)?;
        segment::set_head(
            self.db,
            &ChainHead {
                log: header.log,
                seq: header.seq,
                hash,
            },
            header.device,
            header.scope.number(),
        )?;
        for (part, body) in header.parts.iter().zip(&segment.bodies) {
            let is_sealed = part.sealed.is_some();
            let row = PartRow {
                id: 0,
                segment: segment_id,
                record: part.record,
                peer: header.peer(),
                first: part.from,
                next: part.to,
                applied: header.kind == SegmentKind::Edit && !is_sealed,
                body: body.as_ref().map(|body| (body.salt, body.bytes.clone())),
            };
            let row = segment::add_part(self.db, &row)?;
            if is_sealed {
                sealed::add(self.db, row)?;
            }
        }
        Ok(segment)
    }

    fn header(&self, scope: Scope, kind: SegmentKind, parts: Vec<PartHeader>) -> Result<Header> {
        let core = &self.core;
        let circle = core.circle.as_ref();
        let log = core.log(scope);
        let head = segment::head(self.db, log)?;
        let circle_id = circle.map_or(kring_domain::id::CircleId::ZERO, |circle| circle.id);
        Ok(Header {
            circle: circle_id,
            scope,
            log,
            seq: head.map_or(1, |head| head.seq + 1),
            prev: head.map_or(Hash(circle_id.0), |head| head.hash),
            device: core.identity.device,
            session: core.identity.session,
            membership: circle
                .map(|circle| circle.membership.heads_for(core.identity.device))
                .unwrap_or_default(),
            seen: if scope == Scope::Circle {
                seen::take(self.db)?
            } else {
                Vec::new()
            },
            wall_ms: core.now_ms(),
            kind,
            min_reader: READER,
            parts,
        })
    }
}
