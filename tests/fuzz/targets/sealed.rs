//! A package around any envelope and any frames, sealed with age as a member's app would.

use std::io::Write;

use bech32::{Bech32, Hrp};
use kring_sync::package::{
    AgeSecret, Draft, FrameKind, Heading, Identities, ManifestPurpose, Opened, PackageError, PackageId,
    Recipients, Signer, age_public, read, write,
};
use kring_sync::segment::{Header, READER, Scope, Segment, SegmentKind};
use kring_trust::cbor::{self, Value};
use kring_trust::hash::log_id;
use kring_trust::signature::{DeviceSecret, sign_raw};

/// The content of a package, before it is sealed.
#[derive(Clone)]
pub struct Content {
    /// The signed manifest.
    pub envelope: Vec<u8>,
    /// What follows it.
    pub frames: Vec<u8>,
}

const AGE: [u8; 32] = [4; 32];

/// The device that writes and reads.
pub fn secret() -> DeviceSecret {
    DeviceSecret::from_random([1; 32], AGE)
}

/// A segment that makes nothing, well signed.
pub fn segment() -> Segment {
    let device = secret().device_id();
    let circle = kring_api::domain::id::CircleId([7; 32]);
    let header = Header {
        circle,
        scope: Scope::Circle,
        log: log_id(device, [1; 8]),
        seq: 1,
        prev: kring_api::domain::id::Hash(circle.0),
        device,
        session: 7,
        membership: vec![kring_api::domain::id::Hash([2; 32])],
        seen: Vec::new(),
        wall_ms: 1_773_318_600_000,
        kind: SegmentKind::Edit,
        min_reader: READER,
        parts: Vec::new(),
    };
    Segment::seal(header, Vec::new(), &secret())
}

/// The file of an honest package.
pub fn file() -> Vec<u8> {
    let device = secret().device_id();
    let heading = Heading {
        app_version: "fuzz".to_owned(),
        circle: kring_api::domain::id::CircleId([7; 32]),
        package: PackageId([5; 16]),
        counter: 3,
        sender: device,
        incarnation: log_id(device, [1; 8]),
        heads: Vec::new(),
        state: kring_api::domain::id::Hash([9; 32]),
        wanted: Vec::new(),
        recipients: vec![device],
        membership: vec![kring_api::domain::id::Hash([2; 32])],
        purpose: ManifestPurpose::Sync,
        part: 1,
        parts: 1,
        wall_ms: 1_773_318_600_000,
    };
    let frames = vec![
        (FrameKind::Membership, b"de kring en wie er in is".to_vec()),
        (
            FrameKind::Segments,
            cbor::encode(&Value::Array(vec![segment().to_value()])),
        ),
    ];
    let sign = |bytes: &[u8]| sign_raw(&secret(), bytes).0;
    let signer = Signer { device, sign: &sign };
    let mut file = Vec::new();
    let recipients = Recipients::Devices(vec![age_public(&AGE)]);
    write(&mut file, &Draft { heading, frames }, &recipients, &signer).unwrap();
    file
}

/// The content of that package.
pub fn content() -> Content {
    let file = file();
    let key = text("age-secret-key-", &AGE).to_uppercase();
    let identity: age::x25519::Identity = key.parse().unwrap();
    let mut content = Vec::new();
    let keys = std::iter::once(&identity as &dyn age::Identity);
    let mut opened = age::Decryptor::new(file.as_slice())
        .unwrap()
        .decrypt(keys)
        .unwrap();
    std::io::Read::read_to_end(&mut opened, &mut content).unwrap();
    let length = u32::from_be_bytes(content[4..8].try_into().unwrap()) as usize;
    Content {
        envelope: content[8..8 + length].to_vec(),
        frames: content[8 + length..].to_vec(),
    }
}

/// The file around this content, whose signature is taken to fit, read up to its frames.
pub fn open(content: &Content) -> Result<Opened<std::io::Cursor<Vec<u8>>>, PackageError> {
    let length = (content.envelope.len() as u32).to_be_bytes();
    let plain = [b"KRB1", &length[..], &content.envelope, &content.frames].concat();
    let recipient: age::x25519::Recipient = text("age", &age_public(&AGE)).parse().unwrap();
    let mut file = Vec::new();
    let keys = std::iter::once(&recipient as &dyn age::Recipient);
    let mut writer = age::Encryptor::with_recipients(keys)
        .unwrap()
        .wrap_output(&mut file)
        .unwrap();
    writer.write_all(&plain).unwrap();
    writer.finish().unwrap();
    let identities = Identities::Devices(vec![AgeSecret::new(AGE)]);
    read(std::io::Cursor::new(file), &identities, &|_, _, _| Ok(()), None)
}

fn text(prefix: &str, key: &[u8; 32]) -> String {
    bech32::encode::<Bech32>(Hrp::parse(prefix).unwrap(), key).unwrap()
}
