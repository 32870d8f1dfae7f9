//! A member who writes segments and packages by hand, with the true keys of their device: whatever
//! is signed here could come from a changed app. What is honest by default is bent by each test.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::path::Path;

use kring_api::domain::id::{CircleId, DeviceId, Hash, LogId, RecordId};
use kring_api::domain::kind::Kind;
use kring_api::exchange::frame::membership_frame;
use kring_store::table::own;
use kring_sync::engine::{Document, Shape};
use kring_sync::package::{
    Draft, FrameKind, Heading, ManifestPurpose, PackageError, PackageId, Recipients, Signer, age_public,
    write,
};
use kring_sync::segment::{
    Body, Creation, ENGINE_LORO_1, Header, PartHeader, READER, Scope, Segment, SegmentKind,
};
use kring_tests::Laptop;
use kring_trust::cbor::{self, Value};
use kring_trust::hash::{log_id, record_id};
use kring_trust::signature::{DeviceSecret, sign_raw};

/// The frames of a package.
pub type Frames = Vec<(FrameKind, Vec<u8>)>;

/// What a member needs to write packages by hand.
pub struct Forger {
    /// The device's keys.
    pub secret: DeviceSecret,
    /// Who works on the device.
    pub person: RecordId,
    /// What an honest package of this device would say.
    pub heading: Heading,
    /// The honest membership frame.
    pub membership: Vec<u8>,
    /// Age keys of the circle's devices.
    pub recipients: Vec<[u8; 32]>,
    /// Devices of the circle with their people, the own one included.
    pub people: BTreeMap<DeviceId, RecordId>,
    packages: Cell<u64>,
}

impl Forger {
    /// The member of this laptop.
    pub fn of(laptop: &mut Laptop) -> Self {
        let secret = secret(laptop);
        let workspace = laptop.workspace();
        let circle = workspace.circle().unwrap();
        let active: Vec<_> = circle.membership.active_devices().collect();
        let recipients = active.iter().map(|(_, device)| device.keys.age).collect();
        let person_of = |device| circle.membership.person_of(device).unwrap().0;
        let people: BTreeMap<_, _> = active
            .iter()
            .map(|(device, _)| (*device, person_of(*device)))
            .collect();
        let heads = workspace.heads().unwrap();
        let heads = heads.into_iter().map(|head| kring_trust::operation::Head {
            log: head.log,
            seq: head.seq,
            hash: head.hash,
        });
        let heading = Heading {
            app_version: "forged".to_owned(),
            circle: circle.id,
            package: PackageId([0; 16]),
            counter: 900,
            sender: secret.device_id(),
            incarnation: log_id(secret.device_id(), [0xEE; 8]),
            heads: heads.collect(),
            state: Hash::ZERO,
            wanted: Vec::new(),
            recipients: people.keys().copied().collect(),
            membership: circle.membership.heads(),
            purpose: ManifestPurpose::Sync,
            part: 1,
            parts: 1,
            wall_ms: kring_tests::MEETING_DAY_MS,
        };
        let membership = membership_frame(workspace.db()).unwrap().1;
        let person = people[&secret.device_id()];
        Self {
            secret,
            person,
            heading,
            membership,
            recipients,
            people,
            packages: Cell::new(0),
        }
    }

    /// The same member's circle, seen by an outsider with keys of their own.
    pub fn stranger(&self) -> Self {
        let secret = DeviceSecret::from_random([0x5A; 32], [0x5B; 32]);
        let heading = Heading {
            sender: secret.device_id(),
            ..self.heading.clone()
        };
        let mut recipients = self.recipients.clone();
        recipients.push(age_public(secret.age()));
        Self {
            person: RecordId([0x5C; 16]),
            membership: self.membership.clone(),
            people: self.people.clone(),
            packages: Cell::new(1 << 40),
            secret,
            heading,
            recipients,
        }
    }

    /// Somebody else of the circle: device and person.
    pub fn other(&self) -> (DeviceId, RecordId) {
        let (device, person) = self
            .people
            .iter()
            .find(|(device, _)| **device != self.secret.device_id())
            .unwrap();
        (*device, *person)
    }

    /// A new chain of this device; `name` tells it from others.
    pub fn chain(&self, name: u8) -> Chain<'_> {
        self.chain_named([name; 8])
    }

    /// As [`Self::chain`], where there are more chains than a byte can tell apart.
    pub fn chain_named(&self, name: [u8; 8]) -> Chain<'_> {
        let circle = self.heading.circle;
        let log = log_id(self.secret.device_id(), name);
        Chain {
            forger: self,
            log,
            seq: 1,
            prev: Hash(circle.0),
            session: 7,
        }
    }

    /// The honest frames around these segments.
    pub fn frames(&self, segments: &[Segment]) -> Frames {
        let segments = cbor::encode(&Value::Array(segments.iter().map(Segment::to_value).collect()));
        vec![
            (FrameKind::Membership, self.membership.clone()),
            (FrameKind::Segments, segments),
        ]
    }

    /// A heading with an id that no other package has.
    pub fn next_heading(&self) -> Heading {
        let number = self.packages.get() + 1;
        self.packages.set(number);
        let package = PackageId(((u128::from(number) << 64) | 0xF0).to_be_bytes());
        Heading {
            package,
            ..self.heading.clone()
        }
    }

    /// Writes an honest package with these frames.
    pub fn send(&self, to: &Path, frames: Frames) {
        self.send_as(to, self.next_heading(), frames).unwrap();
    }

    /// Writes a package with this heading, unless no app would write it.
    pub fn send_as(&self, to: &Path, heading: Heading, frames: Frames) -> Result<(), PackageError> {
        let file = std::fs::File::create(to).unwrap();
        self.write_to(file, heading, frames)
    }

    /// The bytes of an honest package with these frames.
    pub fn bytes(&self, heading: Heading, frames: Frames) -> Vec<u8> {
        let mut bytes = Vec::new();
        self.write_to(&mut bytes, heading, frames).unwrap();
        bytes
    }

    fn write_to(
        &self,
        out: impl std::io::Write,
        heading: Heading,
        frames: Frames,
    ) -> Result<(), PackageError> {
        let sign = |bytes: &[u8]| sign_raw(&self.secret, bytes).0;
        let signer = Signer {
            device: heading.sender,
            sign: &sign,
        };
        let recipients = Recipients::Devices(self.recipients.clone());
        write(out, &Draft { heading, frames }, &recipients, &signer).map(drop)
    }
}

/// A record's part with its body.
pub type Part = (PartHeader, Body);

/// A chain that is being written.
#[derive(Clone)]
pub struct Chain<'a> {
    /// Who writes it.
    pub forger: &'a Forger,
    /// Which chain.
    pub log: LogId,
    /// The place that comes next.
    pub seq: u64,
    /// The hash before it.
    pub prev: Hash,
    /// The session that makes the engine peer.
    pub session: u64,
}

impl Chain<'_> {
    /// The peer of the next body.
    pub fn peer(&self) -> u64 {
        kring_trust::hash::engine_peer(self.log, self.session)
    }

    /// The next header around these parts.
    pub fn header(&self, parts: &[Part]) -> Header {
        let heading = &self.forger.heading;
        Header {
            circle: heading.circle,
            scope: Scope::Circle,
            log: self.log,
            seq: self.seq,
            prev: self.prev,
            device: self.forger.secret.device_id(),
            session: self.session,
            membership: heading.membership.clone(),
            seen: Vec::new(),
            wall_ms: heading.wall_ms,
            kind: SegmentKind::Edit,
            min_reader: READER,
            parts: parts.iter().map(|(part, _)| part.clone()).collect(),
        }
    }

    /// Signs a header and goes on behind it.
    pub fn seal(&mut self, header: Header, parts: Vec<Part>) -> Segment {
        let bodies = parts.into_iter().map(|(_, body)| body).collect();
        let segment = Segment::seal(header, bodies, &self.forger.secret);
        (self.seq, self.prev) = (segment.header.seq.wrapping_add(1), segment.hash());
        segment
    }

    /// An honest segment of these parts.
    pub fn write(&mut self, parts: Vec<Part>) -> Segment {
        self.seal(self.header(&parts), parts)
    }

    /// An honest segment that makes a note of the circle.
    pub fn note(&mut self, title: &str) -> Segment {
        let part = self.create(Kind::Note, RecordId::ZERO, &note(title));
        self.write(vec![part])
    }

    /// A part that makes a record; its nonce follows from place and number of fields.
    pub fn create(&self, kind: Kind, owner: RecordId, fields: &Fields) -> Part {
        let body = written(self.peer(), kind, fields);
        let to = body.to;
        self.create_with(kind, owner, body.body, 0, to)
    }

    /// A part that makes a record and says to hold this span in these bytes.
    pub fn create_with(&self, kind: Kind, owner: RecordId, bytes: Vec<u8>, from: u32, to: u32) -> Part {
        let mut nonce = [self.seq as u8; 16];
        nonce[..8].copy_from_slice(&self.log.0[8..]);
        let record = record_id(kind, owner, self.forger.secret.device_id(), &nonce);
        let (part, body) = self.change(record, kind, bytes, from, to);
        (
            PartHeader {
                creation: Some(Creation { owner, nonce }),
                ..part
            },
            body,
        )
    }

    /// A part of a record that is there, in these bytes and of this span.
    pub fn change(&self, record: RecordId, kind: Kind, bytes: Vec<u8>, from: u32, to: u32) -> Part {
        let body = Body { salt: [3; 16], bytes };
        let part = PartHeader {
            record,
            kind,
            engine: ENGINE_LORO_1,
            sealed: None,
            hash: body.hash(),
            length: body.bytes.len() as u32,
            from,
            to,
            creation: None,
        };
        (part, body)
    }
}

/// A record's fields.
pub type Fields = serde_json::Map<String, serde_json::Value>;

/// The keys of this laptop's device.
pub fn secret(laptop: &mut Laptop) -> DeviceSecret {
    let bytes = own::setting(laptop.workspace().db(), "device_secret")
        .unwrap()
        .unwrap();
    DeviceSecret::from_bytes(&bytes).unwrap()
}

/// The fields of a JSON object.
pub fn fields(value: serde_json::Value) -> Fields {
    match value {
        serde_json::Value::Object(fields) => fields,
        other => panic!("{other} has no fields"),
    }
}

/// The fields of a note of this title.
pub fn note(title: &str) -> Fields {
    fields(serde_json::json!({ "title": title }))
}

/// What the engine writes for a new record with these fields.
pub fn written(peer: u64, kind: Kind, fields: &Fields) -> kring_sync::engine::Change {
    let mut document = Document::new(peer);
    document.reconcile(&shape(kind), fields).unwrap();
    document.own_change(0).unwrap().unwrap()
}

fn shape(kind: Kind) -> Shape {
    let (texts, lists, maps) = kring_store::table::shape(kind);
    Shape { texts, lists, maps }
}

/// The id of a circle that is another one.
pub const ELSEWHERE: CircleId = CircleId([9; 32]);
