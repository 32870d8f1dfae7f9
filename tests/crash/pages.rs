//! The plain bytes of every page of a store's databases, free ones and those of the write-ahead logs
//! included: what someone finds who has the key and looks beneath SQLite.
//!
//! SQLCipher 4 with a raw key: AES-256 in CBC mode, the vector in the 80 bytes at the end of each
//! page; the first 16 bytes of the file are a salt.

use std::path::Path;

use aes::Aes256;
use cbc::Decryptor;
use cbc::cipher::{BlockModeDecrypt, KeyIvInit, block_padding::NoPadding};

const PAGE: usize = 4096;
const RESERVED: usize = 80;
const SALT: usize = 16;
const WAL_HEADER: usize = 32;
const FRAME_HEADER: usize = 24;

/// The databases of a store: its records, its attachments, and those that backups name.
const DATABASES: [&str; 3] = ["store.db", "attachments.db", "backups/attachments.db"];

/// Everything in the databases of the store in this folder.
pub fn plain(folder: &Path, key: &[u8; 32]) -> Vec<u8> {
    let each = DATABASES.iter().map(|name| plain_of(&folder.join(name), key));
    each.collect::<Vec<_>>().concat()
}

fn plain_of(path: &Path, key: &[u8; 32]) -> Vec<u8> {
    let mut log = path.as_os_str().to_owned();
    log.push("-wal");
    let database = std::fs::read(path).unwrap_or_default();
    let wal = std::fs::read(log).unwrap_or_default();
    let mut whole = of_database(&database, key);
    for frame in wal
        .get(WAL_HEADER..)
        .unwrap_or_default()
        .chunks(FRAME_HEADER + PAGE)
    {
        if let Some(page) = frame.get(FRAME_HEADER..FRAME_HEADER + PAGE) {
            // A first page begins with the salt instead of with what is encrypted.
            for from in [0, SALT] {
                whole.extend(page_of(page, from, key));
            }
        }
    }
    whole
}

/// Every page of a database file.
pub fn of_database(database: &[u8], key: &[u8; 32]) -> Vec<u8> {
    let pages = database.chunks_exact(PAGE).enumerate();
    pages
        .flat_map(|(at, page)| page_of(page, if at == 0 { SALT } else { 0 }, key))
        .collect()
}

fn page_of(page: &[u8], from: usize, key: &[u8; 32]) -> Vec<u8> {
    let (sealed, reserved) = page.split_at(PAGE - RESERVED);
    let vector: [u8; 16] = reserved[..16].try_into().unwrap();
    let mut plain = sealed[from..].to_vec();
    Decryptor::<Aes256>::new(&(*key).into(), &vector.into())
        .decrypt_padded::<NoPadding>(&mut plain)
        .unwrap();
    plain
}
