//! Attachments as a member handles them: files with bytes of their own, attached, listed and written out.

use std::path::{Path, PathBuf};

use kring_api::error::Result;
use serde_json::{Value, json};

use crate::dice::Dice;
use crate::{Laptop, TestHost, by_id};

/// A file with bytes that do not compress, the same for the same seed; where it lies, and what it holds.
pub fn file(folder: &Path, name: &str, seed: u64, bytes: usize) -> (PathBuf, Vec<u8>) {
    let content = Dice::new(seed).bytes(bytes);
    let path = folder.join(name);
    std::fs::write(&path, &content).unwrap();
    (path, content)
}

/// Attaches a file to a record.
pub fn attach(laptop: &mut Laptop, record: &str, path: &Path) -> Result<Value> {
    let mut host = TestHost {
        files: vec![path.to_owned()],
        ..TestHost::default()
    };
    laptop.call_with(&mut host, "attach_files", by_id(record))
}

/// The attachments of a record, by name: name, length, and whether it is here.
pub fn listed(laptop: &mut Laptop, record: &str) -> Vec<(String, u64, bool)> {
    let list = laptop.ask("list_attachments", by_id(record));
    let one = |view: &Value| {
        (
            view["name"].as_str().unwrap().to_owned(),
            view["bytes"].as_u64().unwrap(),
            view["here"].as_bool().unwrap(),
        )
    };
    list.as_array().unwrap().iter().map(one).collect()
}

/// What commands call the attachment of this name.
pub fn hash_of(laptop: &mut Laptop, record: &str, name: &str) -> String {
    let list = laptop.ask("list_attachments", by_id(record));
    let named = list.as_array().unwrap().iter().find(|view| view["name"] == name);
    named.unwrap()["attachment"].as_str().unwrap().to_owned()
}

/// Writes an attachment out and answers what the file holds.
pub fn saved(laptop: &mut Laptop, record: &str, name: &str) -> Result<Vec<u8>> {
    let attachment = hash_of(laptop, record, name);
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join(name);
    let mut host = TestHost {
        target: Some(target.clone()),
        ..TestHost::default()
    };
    let input = json!({ "id": record, "attachment": attachment });
    laptop.call_with(&mut host, "save_attachment", input)?;
    assert_eq!(
        host.revealed,
        std::slice::from_ref(&target),
        "it is shown where it lies"
    );
    Ok(std::fs::read(&target).unwrap())
}

/// The attachments in a laptop's store as text.
pub fn dump(laptop: &mut Laptop) -> String {
    laptop.workspace().attachments().dump().unwrap()
}
