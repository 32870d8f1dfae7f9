//! The disk becomes full, on file systems of a few megabytes in memory that only a child sees: at each
//! of eight sizes while saving, importing, exporting and making backups.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use kring_tests::seeds::seeds;
use kring_tests::{Circle, memory_folder};
use serde_json::json;

/// The room that is left beside the store, in quarters of a megabyte.
const SIZES: std::ops::Range<u64> = 1..9;
const WORKS: [&str; 4] = ["save", "import", "export", "backup"];
const QUARTER: u64 = 256 * 1024;
/// What is taken away in the end, so that there is room again.
const BALLAST: u64 = 2 << 20;

#[test]
fn a_full_disk_loses_nothing_and_says_so() {
    if !Mounted::is_possible() {
        println!("not tried: this system lets nobody mount a file system of their own; root may, as in CI");
        return;
    }
    let mut circle = Circle::within(memory_folder(), 2, 46);
    let large = circle.root.path().join("large.kring");
    for at in 0..60 {
        let body = noise(at, 60_000);
        circle.laptops[0].make(
            "write_note",
            json!({ "title": format!("groot {at}"), "body": body }),
        );
    }
    circle.laptops[0].export_all(&large);
    let laptop = &mut circle.laptops[1];
    laptop.shut();
    let store = bytes_in(&laptop.folder);
    let sizes = seeds("KRING_DISKS", SIZES);
    let mut runs = 0;
    let mut full: BTreeMap<&str, u32> = BTreeMap::new();
    for size in sizes.clone() {
        for work in WORKS {
            let mounted = Mounted {
                bytes: store + BALLAST + size * QUARTER,
            };
            let target = if work == "import" {
                large.as_path()
            } else {
                Path::new("target")
            };
            let output = mounted.run(&laptop.folder, &laptop.state_folder, &laptop.key, work, target);
            let said = String::from_utf8_lossy(&output.stdout);
            assert!(
                output.status.success()
                    && said
                        .lines()
                        .any(|line| line.starts_with("full ") || line == "had room"),
                "{work} with {size} quarters of a megabyte: {said}{}",
                String::from_utf8_lossy(&output.stderr)
            );
            runs += 1;
            if said.lines().any(|line| line.starts_with("full ")) {
                *full.entry(work).or_insert(0) += 1;
            }
        }
    }
    if sizes == SIZES {
        assert_eq!(full.len(), WORKS.len(), "each work met a full disk: {full:?}");
    }
    println!("campaign: {runs} disks, of which full {full:?}");
}

/// Text that does not pack, so that a package is as large as what is in it.
fn noise(seed: u64, chars: usize) -> String {
    hex::encode(kring_tests::dice::Dice::new(seed).bytes(chars / 2))
}

fn bytes_in(folder: &Path) -> u64 {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries
        .map(|path| {
            if path.is_dir() {
                bytes_in(&path)
            } else {
                fs::metadata(&path).unwrap().len()
            }
        })
        .sum()
}

/// A file system in memory of so many bytes, there for one child alone.
struct Mounted {
    bytes: u64,
}

impl Mounted {
    /// Whether this system lets us: root may, and others where they may have a name space of their own.
    fn is_possible() -> bool {
        let folder = memory_folder();
        let tried = Self { bytes: QUARTER }.within(folder.path(), "true", &[]);
        tried.is_ok_and(|output| output.status.success())
    }

    /// Has the saver work there on a copy of a store until nothing fits any more.
    fn run(&self, store: &Path, state: &Path, key: &[u8; 32], work: &str, target: &Path) -> Output {
        let folder = memory_folder();
        let script = format!(
            "cp -a \"$1\" store && mkdir target && head -c {BALLAST} /dev/zero > ballast && \
             exec \"$2\" \"$PWD/store\" \"$3\" \"$4\" 4602 9000 fill \"$5\" \"$PWD/ballast\" \"$6\""
        );
        let arguments = [
            store.as_os_str().to_owned(),
            env!("CARGO_BIN_EXE_saver").into(),
            state.as_os_str().to_owned(),
            hex::encode(key).into(),
            work.into(),
            target.as_os_str().to_owned(),
        ];
        self.within(folder.path(), &script, &arguments).unwrap()
    }

    fn within(
        &self,
        folder: &Path,
        script: &str,
        arguments: &[std::ffi::OsString],
    ) -> std::io::Result<Output> {
        let mount = format!(
            "mount -t tmpfs -o size={} tmpfs \"$0\" && cd \"$0\" && {script}",
            self.bytes
        );
        Command::new("unshare")
            .args(["--map-root-user", "--mount", "sh", "-c", &mount])
            .arg(folder)
            .args(arguments)
            .output()
    }
}
