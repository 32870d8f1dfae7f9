//! Opens a package with a recipient's key, bends its manifest, and signs and encrypts it anew: what
//! `kring-sync` itself would not write. It follows the format's description and not its code.

use std::io::{Read, Write};

use bech32::{Bech32, Hrp};
use kring_trust::cbor::{self, Bounds, Value};
use kring_trust::signature::{DeviceSecret, sign_raw};

use crate::forge::Forger;

const BOUNDS: Bounds = Bounds {
    bytes: 1 << 20,
    depth: 16,
};

/// The package with its manifest bent, signed by the forger.
pub fn reseal(
    file: &[u8],
    recipient: &DeviceSecret,
    forger: &Forger,
    bend: impl FnOnce(&mut Vec<(Value, Value)>),
) -> Vec<u8> {
    let key = text("age-secret-key-", recipient.age()).to_uppercase();
    let identity: age::x25519::Identity = key.parse().unwrap();
    let mut content = Vec::new();
    let opened = age::Decryptor::new(file)
        .unwrap()
        .decrypt(std::iter::once(&identity as &dyn age::Identity));
    opened.unwrap().read_to_end(&mut content).unwrap();

    let (mark, rest) = content.split_at(4);
    let length = u32::from_be_bytes(rest[..4].try_into().unwrap()) as usize;
    let (envelope, frames) = rest[4..].split_at(length);
    let envelope = bent(envelope, forger, bend);
    let length = (envelope.len() as u32).to_be_bytes();
    encrypted(forger, &[mark, &length, &envelope, frames].concat())
}

/// A `COSE_Sign1` (RFC 9052, section 4.4) around the bent manifest.
fn bent(envelope: &[u8], forger: &Forger, bend: impl FnOnce(&mut Vec<(Value, Value)>)) -> Vec<u8> {
    let Value::Array(mut parts) = cbor::decode(envelope, &BOUNDS).unwrap() else {
        panic!("no envelope")
    };
    let Value::Map(mut manifest) = cbor::decode(parts[2].as_bytes().unwrap(), &BOUNDS).unwrap() else {
        panic!()
    };
    bend(&mut manifest);
    let payload = cbor::encode(&Value::Map(manifest));
    let external = [b"kring/bundle/1", forger.heading.circle.as_slice()].concat();
    let signed = Value::Array(vec![
        "Signature1".into(),
        parts[0].clone(),
        Value::Bytes(external),
        Value::Bytes(payload.clone()),
    ]);
    parts[2] = Value::Bytes(payload);
    parts[3] = Value::Bytes(sign_raw(&forger.secret, &cbor::encode(&signed)).0.to_vec());
    cbor::encode(&Value::Array(parts))
}

fn encrypted(forger: &Forger, content: &[u8]) -> Vec<u8> {
    let keys: Vec<age::x25519::Recipient> = forger
        .recipients
        .iter()
        .map(|key| text("age", key).parse().unwrap())
        .collect();
    let keys = keys.iter().map(|key| key as &dyn age::Recipient);
    let mut file = Vec::new();
    let mut writer = age::Encryptor::with_recipients(keys)
        .unwrap()
        .wrap_output(&mut file)
        .unwrap();
    writer.write_all(content).unwrap();
    writer.finish().unwrap();
    file
}

fn text(prefix: &str, key: &[u8; 32]) -> String {
    bech32::encode::<Bech32>(Hrp::parse(prefix).unwrap(), key).unwrap()
}
