//! Packages that [`write`](super::write) would never make, built here from their parts.

mod hostile;
mod manifest;
mod testkit;
mod text;

use std::io::Write;

use kring_domain::id::{CircleId, DeviceId, Hash, LogId};
use kring_trust::cbor::{self, Value};
use kring_trust::hash::sha256;
use kring_trust::operation::Head;
use kring_trust::signature::{DeviceSecret, Signature, sign_raw, verify_raw};

use super::container::{self, AgeSecret, Identities, Recipients, age_public};
use super::envelope::{self, Signer};
use super::error::SenderDoubt;
use super::manifest::{FORMAT_MINOR, FrameInfo, FrameKind, Heading, Manifest};
use super::{MAGIC, ManifestPurpose, Opened, PackageId, frame, read};

const CIRCLE: CircleId = CircleId([3; 32]);
const AGE_SECRET: [u8; 32] = [4; 32];

fn secret() -> DeviceSecret {
    DeviceSecret::from_random([1; 32], AGE_SECRET)
}

fn identities() -> Identities {
    Identities::Devices(vec![AgeSecret::new(AGE_SECRET)])
}

fn heading() -> Heading {
    Heading {
        app_version: "0.1.0".to_owned(),
        circle: CIRCLE,
        package: PackageId([5; 16]),
        counter: 14,
        sender: secret().device_id(),
        incarnation: LogId([6; 16]),
        heads: vec![
            Head {
                log: LogId([6; 16]),
                seq: 300,
                hash: Hash([7; 32]),
            },
            Head {
                log: LogId([8; 16]),
                seq: 0,
                hash: Hash([9; 32]),
            },
        ],
        state: Hash([10; 32]),
        wanted: vec![Hash([11; 32])],
        recipients: vec![DeviceId([12; 16]), DeviceId([13; 16])],
        membership: vec![Hash([14; 32])],
        purpose: ManifestPurpose::Sync,
        part: 1,
        parts: 1,
        wall_ms: 1_795_000_000_000,
    }
}

/// A frame and its honest announcement.
fn announced(kind: FrameKind, plain: &[u8]) -> (FrameInfo, Vec<u8>) {
    let packed = frame::pack(plain).unwrap();
    let info = FrameInfo {
        kind,
        packed: packed.len() as u64,
        plain: plain.len() as u64,
        hash: sha256(&[plain]),
        chunk: None,
    };
    (info, packed)
}

fn manifest(frames: Vec<FrameInfo>) -> Manifest {
    Manifest {
        format_minor: FORMAT_MINOR,
        heading: heading(),
        frames,
    }
}

/// The manifest's map, to be changed as [`Manifest`] does not allow.
fn entries(manifest: &Manifest) -> Vec<(u64, Value)> {
    let value = cbor::decode(&manifest.encode(), &super::manifest::BOUNDS).unwrap();
    let entries = value.into_map().unwrap().into_iter();
    entries
        .map(|(key, value)| (key.into_integer().unwrap().try_into().unwrap(), value))
        .collect()
}

fn encoded(entries: Vec<(u64, Value)>) -> Vec<u8> {
    let entries = entries
        .into_iter()
        .map(|(key, value)| (key.into(), value))
        .collect();
    cbor::encode(&Value::Map(entries))
}

fn sealed(payload: Vec<u8>) -> Vec<u8> {
    let sign = |bytes: &[u8]| sign_raw(&secret(), bytes).0;
    envelope::seal(
        payload,
        CIRCLE,
        &Signer {
            device: secret().device_id(),
            sign: &sign,
        },
    )
    .unwrap()
}

/// The file around this content.
fn encrypted(content: &[&[u8]]) -> Vec<u8> {
    let mut file = Vec::new();
    let recipients = Recipients::Devices(vec![age_public(&AGE_SECRET)]);
    let mut writer = container::encrypt(&mut file, &recipients).unwrap();
    content.iter().for_each(|part| writer.write_all(part).unwrap());
    writer.finish().unwrap();
    file
}

/// The file of this signed manifest and what follows it.
fn file_of(sealed: &[u8], frames: &[u8]) -> Vec<u8> {
    let length = u32::try_from(sealed.len()).unwrap().to_be_bytes();
    encrypted(&[&MAGIC, &length, sealed, frames])
}

fn open(file: &[u8]) -> Result<Opened<&[u8]>, &'static str> {
    let verify = |device, bytes: &[u8], signature: &[u8; 64]| {
        assert_eq!(
            device,
            secret().device_id(),
            "the callback gets the device that is named"
        );
        let public = secret().public([0; 32]).sign;
        verify_raw(&public, bytes, &Signature(*signature)).map_err(|_| SenderDoubt::Forged)
    };
    read(file, &identities(), &verify, Some(CIRCLE)).map_err(|error| error.code())
}

/// Opens a file and reads all of it; the number of frames or the refusal's code.
fn read_whole(file: &[u8]) -> Result<usize, &'static str> {
    let opened = open(file)?;
    let frames = opened.manifest().frames.len();
    opened.finish().map_err(|error| error.code())?;
    Ok(frames)
}

/// Reads the file of a manifest with this payload and these bytes behind it.
fn read_payload(payload: Vec<u8>, frames: &[u8]) -> Result<usize, &'static str> {
    read_whole(&file_of(&sealed(payload), frames))
}
