//! The file in which a script keeps a store's raw key: 64 hexadecimal digits and a newline, for its
//! owner's eyes only. 32 bare bytes are read too. It is not the store's own key file.

use std::fs::{File, Metadata};
use std::io::Read;
use std::path::Path;

use kring_api::error::Refusal;

use crate::failure::Result;

/// Longer than either form.
const MOST_BYTES: u64 = 128;

/// What is written for a key.
pub fn encode(key: &[u8; 32]) -> String {
    format!("{}\n", hex::encode(key))
}

/// The key in a file that only its owner can read.
pub fn read(path: &Path) -> Result<[u8; 32]> {
    let mut file = File::open(path).map_err(|_| Refusal::FileUnreadable)?;
    let metadata = file.metadata()?;
    if !metadata.is_file() {
        return Err(Refusal::KeyFileForm.into());
    }
    if is_open_to_others(&metadata) {
        return Err(Refusal::KeyFileOpen.into());
    }
    let mut bytes = Vec::new();
    file.by_ref().take(MOST_BYTES).read_to_end(&mut bytes)?;
    decode(&bytes).ok_or_else(|| Refusal::KeyFileForm.into())
}

fn decode(bytes: &[u8]) -> Option<[u8; 32]> {
    let mut key = [0; 32];
    match bytes.try_into() {
        Ok(bare) => key = bare,
        Err(_) => hex::decode_to_slice(bytes.trim_ascii_end(), &mut key).ok()?,
    }
    Some(key)
}

#[cfg(unix)]
fn is_open_to_others(metadata: &Metadata) -> bool {
    use std::os::unix::fs::PermissionsExt;
    metadata.permissions().mode() & 0o077 != 0
}

/// Windows keeps a member's folders from other members by itself.
#[cfg(not(unix))]
fn is_open_to_others(_: &Metadata) -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_comes_back_from_either_form() {
        let key: [u8; 32] = std::array::from_fn(|at| at as u8);
        assert_eq!(decode(encode(&key).as_bytes()), Some(key));
        assert_eq!(decode(&key), Some(key));
    }

    #[test]
    fn anything_else_is_no_key() {
        let digits = "0".repeat(64);
        for text in [
            "",
            "0",
            &digits[..62],
            &format!("{digits}00"),
            &digits.replace('0', "g"),
        ] {
            assert_eq!(decode(text.as_bytes()), None, "{text:?}");
        }
    }
}
