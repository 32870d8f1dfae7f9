//! What lies in a shared folder: every package file in the folders of its chains, with the little that a
//! look tells of it. No file is opened here, and none is changed.

use std::fs::{self, DirEntry, Metadata};
use std::io;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use kring_domain::id::Hash;

/// The folder within a shared folder that everything lies in.
pub const LOG: &str = "log";
/// How many digits of a file's hash its name holds.
pub const HASH_DIGITS: usize = 16;
/// More files than a circle fills in a life; what lies beyond is not looked at.
const MOST_FILES: usize = 200_000;

/// A package file that lies in the folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lying {
    /// Its path within the folder, with `/` between the parts.
    pub name: String,
    /// Where it lies.
    pub path: PathBuf,
    /// Its length.
    pub bytes: u64,
    /// When it was last written, in nanoseconds since 1970 by the folder's word.
    pub modified: u64,
}

/// Every package file in the folder, those of a chain in the order in which they were written. An error
/// when the folder is not there, or holds no log.
pub fn list(folder: &Path) -> io::Result<Vec<Lying>> {
    let mut files = Vec::new();
    for chain in fs::read_dir(folder.join(LOG))? {
        let chain = chain?;
        // A folder that goes while it is looked at was removed by its carrier: what it held is missing.
        if !chain.file_type().is_ok_and(|kind| kind.is_dir()) {
            continue;
        }
        let Ok(entries) = fs::read_dir(chain.path()) else {
            continue;
        };
        let of_chain = chain.file_name().to_string_lossy().into_owned();
        files.extend(entries.flatten().filter_map(|entry| lying(&of_chain, &entry)));
        if files.len() >= MOST_FILES {
            files.truncate(MOST_FILES);
            break;
        }
    }
    files.sort_by(|a, b| order(&a.name).cmp(&order(&b.name)));
    Ok(files)
}

fn lying(chain: &str, entry: &DirEntry) -> Option<Lying> {
    let name = entry.file_name().into_string().ok()?;
    // What begins with a dot or a tilde is unfinished, or a note of a carrier to itself.
    if name.starts_with(['.', '~']) || !name.to_ascii_lowercase().ends_with(".kring") {
        return None;
    }
    // A link is no package: it could lead anywhere.
    let metadata = entry.metadata().ok().filter(Metadata::is_file)?;
    Some(Lying {
        name: format!("{LOG}/{chain}/{name}"),
        path: entry.path(),
        bytes: metadata.len(),
        modified: modified(&metadata),
    })
}

/// When a file was last written, in nanoseconds since 1970; 0 where that is not known.
pub fn modified(metadata: &Metadata) -> u64 {
    let since = metadata
        .modified()
        .ok()
        .and_then(|at| at.duration_since(UNIX_EPOCH).ok());
    since.map_or(0, |since| u64::try_from(since.as_nanos()).unwrap_or(u64::MAX))
}

/// The order of reading: chain by chain, each from its beginning.
fn order(name: &str) -> (&str, u64, &str) {
    let (chain, file) = name.rsplit_once('/').unwrap_or(("", name));
    let first = file.split('-').next().and_then(|first| first.parse().ok());
    (chain, first.unwrap_or(u64::MAX), file)
}

/// The name of a file that holds the own segments from `first` to `last`.
pub fn file_name(first: u64, last: u64, hash: Hash) -> String {
    format!("{first}-{last}-{}.kring", &hash.to_string()[..HASH_DIGITS])
}

/// Whether what a file holds is what its name says; nothing when its name does not say.
pub fn is_whole(name: &str, hash: Hash) -> Option<bool> {
    let (_, file) = name.rsplit_once('/')?;
    let mut parts = file.splitn(3, '-');
    parts.next()?.parse::<u64>().ok()?;
    parts.next()?.parse::<u64>().ok()?;
    let said = parts.next()?.get(..HASH_DIGITS)?;
    let is_hash = said.bytes().all(|digit| digit.is_ascii_hexdigit());
    is_hash.then(|| hash.to_string().starts_with(&said.to_ascii_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lay(folder: &Path, name: &str, bytes: &[u8]) {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    #[test]
    fn only_packages_in_the_folders_of_chains_are_listed_each_chain_from_its_beginning() {
        let folder = tempfile::tempdir().unwrap();
        for name in [
            "log/b/10-12-0123456789abcdef.kring",
            "log/b/2-9-0123456789abcdef.kring",
            "log/a/1-1-0123456789abcdef (conflicted copy).KRING",
            "log/a/.kring-x1y2.part",
            "log/a/.1-1-0123456789abcdef.kring.icloud",
            "log/a/~1-1-0123456789abcdef.kring",
            "log/a/desktop.ini",
            "log/a/.DS_Store",
            "log/a/deeper/1-1-0123456789abcdef.kring",
            "log/1-1-0123456789abcdef.kring",
            "vakantie.kring",
        ] {
            lay(folder.path(), name, b"x");
        }
        let names: Vec<String> = list(folder.path())
            .unwrap()
            .into_iter()
            .map(|file| file.name)
            .collect();
        assert_eq!(
            names,
            [
                "log/a/1-1-0123456789abcdef (conflicted copy).KRING",
                "log/b/2-9-0123456789abcdef.kring",
                "log/b/10-12-0123456789abcdef.kring",
            ],
            "2 comes before 10: what is written later builds on what was written before"
        );
    }

    #[test]
    fn a_folder_without_a_log_is_not_an_empty_one() {
        let folder = tempfile::tempdir().unwrap();
        assert!(
            list(folder.path()).is_err(),
            "where a stick was mounted an empty folder may be left: nothing may be written there"
        );
        fs::create_dir(folder.path().join(LOG)).unwrap();
        assert_eq!(list(folder.path()).unwrap(), []);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_no_package() {
        let folder = tempfile::tempdir().unwrap();
        lay(folder.path(), "elsewhere", b"x");
        fs::create_dir_all(folder.path().join("log/a")).unwrap();
        std::os::unix::fs::symlink(
            folder.path().join("elsewhere"),
            folder.path().join("log/a/1-1-x.kring"),
        )
        .unwrap();
        assert_eq!(list(folder.path()).unwrap(), []);
    }

    #[test]
    fn a_name_says_what_its_file_holds_also_when_a_carrier_wrote_behind_it() {
        let hash = Hash([0xab; 32]);
        let own = file_name(3, 14, hash);
        assert_eq!(own, "3-14-abababababababab.kring");
        for whole in [
            "3-14-abababababababab.kring",
            "3-14-ABABABABABABABAB (1).kring",
            "3-14-abababababababab-DESKTOP-7Q2.kring",
            "3-14-abababababababab (Bas's conflicted copy 2026-03-12).kring",
        ] {
            assert_eq!(is_whole(&format!("log/a/{whole}"), hash), Some(true), "{whole}");
        }
        assert_eq!(is_whole("log/a/3-14-0000000000000000.kring", hash), Some(false));
        for silent in [
            "pakket 14.kring",
            "3-14-abab.kring",
            "3-14-zzzzzzzzzzzzzzzz.kring",
            "x-14-abababababababab.kring",
        ] {
            assert_eq!(is_whole(&format!("log/a/{silent}"), hash), None, "{silent}");
        }
    }
}
