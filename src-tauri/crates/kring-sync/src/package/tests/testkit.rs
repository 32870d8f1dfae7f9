//! The age test kit of the C2SP (<https://c2sp.org/CCTV/age>), as the age crate carries it: every file of
//! it is opened as it says or refused as it says, and where we are stricter stands below by name.

use std::fs;
use std::io::Read;
use std::path::PathBuf;
use std::process::Command;

use bech32::primitives::decode::CheckedHrpstring;
use kring_trust::hash::sha256;

use super::super::container::{self, AgeSecret, Identities, Passphrase};
use crate::limit;

/// Files that a reader of age may open and we refuse, each with its reason.
const STRICTER: &[(&str, &str)] = &[];

/// A file of the kit.
struct Vector {
    name: String,
    /// What must become of it: "success", "no match", or where it fails.
    expect: String,
    /// SHA-256 of what is in it, as far as it can be read.
    payload: Option<String>,
    is_armored: bool,
    identities: Identities,
    file: Vec<u8>,
}

#[test]
fn every_file_of_the_kit_is_opened_or_refused_as_it_says() {
    let vectors = vectors();
    assert!(vectors.len() > 100, "the kit is here");
    let mut stricter = Vec::new();
    for vector in vectors {
        let opened = open(&vector);
        let is_success = vector.expect == "success";
        match (is_success, opened) {
            (true, Ok(plain)) => assert_eq!(
                Some(sha256(&[&plain]).to_string()),
                vector.payload,
                "{}: what is in it",
                vector.name
            ),
            (_, Err(code)) if vector.is_armored => {
                assert_eq!(
                    code, "err-package-not-age",
                    "{}: a package is never text",
                    vector.name
                );
            }
            (true, Err(code)) => stricter.push((vector.name, code)),
            (false, Ok(_)) => panic!("{} must fail with: {}", vector.name, vector.expect),
            (false, Err(code)) => {
                let as_it_says = match vector.expect.as_str() {
                    "no match" => matches!(code, "err-package-not-for-me" | "err-package-wrong-words"),
                    "HMAC failure" | "payload failure" => code == "err-package-damaged",
                    _ => code != "err-package-read",
                };
                assert!(
                    as_it_says,
                    "{} fails with {code}, not with: {}",
                    vector.name, vector.expect
                );
            }
        }
    }
    let names: Vec<&str> = stricter.iter().map(|(name, _)| name.as_str()).collect();
    let listed: Vec<&str> = STRICTER.iter().map(|(name, _)| *name).collect();
    assert_eq!(names, listed, "each deviation is listed: {stricter:?}");
}

/// Everything that is in the file, or the code of what is wrong with it.
fn open(vector: &Vector) -> Result<Vec<u8>, &'static str> {
    let mut content =
        container::decrypt(vector.file.as_slice(), &vector.identities).map_err(|error| error.code())?;
    let mut plain = Vec::new();
    content
        .read_to_end(&mut plain)
        .map_err(|error| super::super::PackageError::from_reading(error).code())?;
    Ok(plain)
}

fn vectors() -> Vec<Vector> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    paths
        .iter()
        .map(|path| {
            vector(
                path.file_name().unwrap().to_string_lossy().into_owned(),
                &fs::read(path).unwrap(),
            )
        })
        .collect()
}

/// Where cargo unpacked the age crate, with its tests.
fn folder() -> PathBuf {
    let metadata = Command::new(env!("CARGO"))
        .args([
            "metadata",
            "--format-version",
            "1",
            "--offline",
            "--manifest-path",
        ])
        .arg(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml"))
        .output()
        .unwrap();
    let metadata: serde_json::Value = serde_json::from_slice(&metadata.stdout).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    let age = packages.iter().find(|package| package["name"] == "age").unwrap();
    let manifest = PathBuf::from(age["manifest_path"].as_str().unwrap());
    manifest.with_file_name("tests").join("testdata/testkit")
}

/// Lines of a name and a value, an empty line, and the file.
fn vector(name: String, bytes: &[u8]) -> Vector {
    let end = bytes.windows(2).position(|pair| pair == b"\n\n").unwrap();
    let head = std::str::from_utf8(&bytes[..end]).unwrap();
    let values = |wanted: &str| -> Vec<&str> {
        let lines = head.lines().filter_map(|line| line.split_once(": "));
        lines
            .filter(|(key, _)| *key == wanted)
            .map(|(_, value)| value)
            .collect()
    };
    let secrets: Vec<AgeSecret> = values("identity").into_iter().map(secret).collect();
    let words = values("passphrase");
    let identities = match words.first() {
        Some(words) if secrets.is_empty() => Identities::Passphrase(Passphrase::new(words)),
        _ => Identities::Devices(secrets),
    };
    let mut file = bytes[end + 2..].to_vec();
    if values("compressed").contains(&"zlib") {
        let mut plain = Vec::new();
        let unpacked = flate2::read::ZlibDecoder::new(file.as_slice())
            .take(limit::FRAME_BYTES)
            .read_to_end(&mut plain);
        unpacked.unwrap();
        file = plain;
    }
    Vector {
        name,
        expect: values("expect")[0].to_owned(),
        payload: values("payload").first().map(|hash| (*hash).to_owned()),
        is_armored: values("armored").contains(&"yes"),
        identities,
        file,
    }
}

/// The secret in age's text form of it.
fn secret(text: &str) -> AgeSecret {
    let decoded = CheckedHrpstring::new::<bech32::Bech32>(text).unwrap();
    let bytes: Vec<u8> = decoded.byte_iter().collect();
    AgeSecret::new(bytes.try_into().unwrap())
}
