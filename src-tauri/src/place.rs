//! Where this program keeps its things. Two data folders are two programs that know nothing of each other.

use std::path::{Path, PathBuf};

use kring_api::app::Places;

/// Names another data folder than the system's: a second circle of tests, a USB stick.
const HOME: &str = "KRINGBOEK_HOME";

/// The data folder; absent where the system has no place for one.
pub fn home() -> Option<PathBuf> {
    match std::env::var_os(HOME).filter(|home| !home.is_empty()) {
        Some(home) => std::path::absolute(home).ok(),
        None => Some(dirs::data_local_dir()?.join("kringboek")),
    }
}

/// Makes a folder that only this member may read.
pub fn make_private(folder: &Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// The places that belong to a data folder.
pub fn places(home: &Path) -> Places {
    let documents = dirs::document_dir()
        .or_else(dirs::home_dir)
        .unwrap_or_else(|| home.join("documents"));
    // In memory where the system has such a folder; each data folder its own part of it, so that one
    // program's tidying never takes the other's files along.
    let temporary = dirs::runtime_dir().map_or_else(
        || home.join("temporary"),
        |runtime| runtime.join("kringboek").join(fingerprint(home)),
    );
    Places {
        home: home.to_owned(),
        documents,
        temporary,
    }
}

/// What sets the programs of two data folders apart, also when one is reached along another path.
pub fn fingerprint(home: &Path) -> String {
    let path = std::fs::canonicalize(home).unwrap_or_else(|_| home.to_owned());
    format!("{:016x}", fnv1a(path.as_os_str().as_encoded_bytes()))
}

/// FNV-1a, 64 bits: unlike the standard library's hasher it is the same in every version of this program.
fn fnv1a(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_data_folder_has_one_fingerprint_along_every_path() {
        let top = tempfile::tempdir().unwrap();
        let (one, other) = (top.path().join("een"), top.path().join("twee"));
        make_private(&one).unwrap();
        make_private(&other).unwrap();
        let detour = other.join("../een");
        assert_eq!(
            fingerprint(&one),
            fingerprint(&detour),
            "a second start must find the first"
        );
        assert_ne!(
            fingerprint(&one),
            fingerprint(&other),
            "two members on one laptop stay apart"
        );
    }

    #[test]
    fn the_hash_is_the_published_one() {
        assert_eq!(
            fnv1a(b"foobar"),
            0x8594_4171_f739_67e8,
            "test vector of the FNV authors"
        );
    }

    #[cfg(unix)]
    #[test]
    fn a_data_folder_is_for_its_member_alone() {
        use std::os::unix::fs::PermissionsExt;
        let top = tempfile::tempdir().unwrap();
        let home = top.path().join("a/b");
        make_private(&home).unwrap();
        let mode = std::fs::metadata(&home).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o700, "others on this laptop may not look in");
    }
}
