//! Files that are no trouble in themselves, under names and in places that are: names that trick an eye
//! or a program, links, pipes, folders, and files that change while they are read.

use std::ffi::{OsStr, OsString};
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};

use kring_sync::limit;

use super::stage::{Fate, Made, Pen};

const UNREADABLE: Fate = Fate::Refused("err-file-unreadable");

/// How something lies where a file is expected.
pub enum Lying {
    /// A file with these bytes.
    File(Vec<u8>),
    /// A link to a file beside it with these bytes.
    Link(Vec<u8>),
    /// A link to this path.
    LinkTo(PathBuf),
    /// A link to itself.
    Loop,
    /// A folder.
    Folder,
    /// A pipe that nobody writes to.
    Pipe,
    /// A link to such a pipe.
    LinkToPipe,
    /// A socket.
    Socket,
    /// A file of so many zeros that take no place on the disk.
    Sparse(u64),
    /// Nothing.
    Nothing,
    /// A file that is one of these in turn, written in place while it is read.
    Rewritten(Vec<Vec<u8>>),
    /// A file that is one of these in turn, each put in its place whole.
    Replaced(Vec<Vec<u8>>),
}

impl Lying {
    /// Lays it at this path for as long as it is taken over.
    pub fn at<T>(&self, path: &Path, take: impl FnOnce(&Path) -> T) -> T {
        let beside = path.with_file_name("ernaast");
        let link = |to: &Path| std::os::unix::fs::symlink(to, path).unwrap();
        match self {
            Self::File(bytes) => fs::write(path, bytes).unwrap(),
            Self::Link(bytes) => {
                fs::write(&beside, bytes).unwrap();
                link(&beside);
            }
            Self::LinkTo(to) => link(to),
            Self::Loop => link(path),
            Self::Folder => fs::create_dir(path).unwrap(),
            Self::Pipe => make_pipe(path),
            Self::LinkToPipe => {
                make_pipe(&beside);
                link(&beside);
            }
            Self::Socket => {
                std::os::unix::net::UnixListener::bind(path).unwrap();
            }
            Self::Sparse(length) => File::create(path).unwrap().set_len(*length).unwrap(),
            Self::Nothing => {}
            Self::Rewritten(turns) => return while_changing(path, turns, rewrite, take),
            Self::Replaced(turns) => return while_changing(path, turns, replace, take),
        }
        take(path)
    }
}

fn make_pipe(path: &Path) {
    assert!(
        Command::new("mkfifo").arg(path).status().unwrap().success(),
        "a pipe is made"
    );
}

fn rewrite(path: &Path, bytes: &[u8]) {
    let mut file = File::create(path).unwrap();
    for piece in bytes.chunks(bytes.len().div_ceil(7)) {
        file.write_all(piece).unwrap();
        std::thread::yield_now();
    }
}

fn replace(path: &Path, bytes: &[u8]) {
    let aside = path.with_file_name("nieuw");
    fs::write(&aside, bytes).unwrap();
    fs::rename(&aside, path).unwrap();
}

/// Changes a file without a pause, from before it is taken over until after.
fn while_changing<T>(
    path: &Path,
    turns: &[Vec<u8>],
    change: fn(&Path, &[u8]),
    take: impl FnOnce(&Path) -> T,
) -> T {
    change(path, &turns[0]);
    let over = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            for turn in turns.iter().cycle() {
                if over.load(Ordering::SeqCst) {
                    return;
                }
                change(path, turn);
            }
        });
        let answer = take(path);
        over.store(true, Ordering::SeqCst);
        answer
    })
}

/// Names that look like something else, or mean something to a program that is careless with them.
pub fn name(pen: &mut Pen<'_>) -> Made {
    let long = "n".repeat(249) + ".kring";
    let name: OsString = match pen.n % 25 {
        0 => "..kring".into(),
        1 => "...".into(),
        2 => "-rf".into(),
        3 => "--help.kring".into(),
        4 => "pakket.kring.exe".into(),
        5 => "pakket\u{202e}gnirk.exe".into(),
        6 => "pakket\n2.kring".into(),
        7 => "pakket\r.kring".into(),
        8 => "pakket\t\u{7}.kring".into(),
        9 => " .kring".into(),
        10 => "..%2f..%2fstore.db".into(),
        11 => "..\\..\\store.db".into(),
        12 => "CON.kring".into(),
        13 => "store.db".into(),
        14 => "$(touch geweest).kring".into(),
        15 => "`touch geweest`;.kring".into(),
        16 => "'; DROP TABLE segment; --.kring".into(),
        17 => "{ $name }.kring".into(),
        18 => "<img src=x onerror=alert(1)>.kring".into(),
        19 => "%s%n%x.kring".into(),
        20 => "e\u{301}\u{fb01}\u{200b}.kring".into(),
        21 => not_text(),
        22 => long.into(),
        23 => "pakket.pdf".into(),
        _ => format!("{}.kring", pen.dice.number()).into(),
    };
    let file = pen.sent(&[pen.note()]);
    Made {
        name,
        ..Made::with("an honest package", file, Fate::TakenOver { new: 1 })
    }
}

/// A name that is no text in any encoding.
fn not_text() -> OsString {
    use std::os::unix::ffi::OsStrExt;
    OsStr::from_bytes(b"pakket-\xff\xfe.kring").to_owned()
}

/// What lies there is no file, or does not keep still.
pub fn unsteady(pen: &mut Pen<'_>) -> Made {
    let honest = pen.sent(&[pen.note()]);
    let taken_over = Fate::TakenOver { new: 1 };
    let (what, lying, fate) = match pen.n % 16 {
        0 => ("a link to a package", Lying::Link(honest), taken_over),
        1 => (
            "a link to nothing",
            Lying::LinkTo("/er/is/hier/niets".into()),
            UNREADABLE,
        ),
        2 => ("a link to itself", Lying::Loop, UNREADABLE),
        3 => ("a link to a folder", Lying::LinkTo("/".into()), UNREADABLE),
        4 => (
            "a link to endless zeros",
            Lying::LinkTo("/dev/zero".into()),
            UNREADABLE,
        ),
        5 => ("a folder", Lying::Folder, UNREADABLE),
        6 => ("a pipe", Lying::Pipe, UNREADABLE),
        7 => ("a link to a pipe", Lying::LinkToPipe, UNREADABLE),
        8 => ("a socket", Lying::Socket, UNREADABLE),
        9 => ("nothing", Lying::Nothing, UNREADABLE),
        10 => (
            "a file beyond the limit",
            Lying::Sparse(limit::FILE_BYTES + 1),
            Fate::Refused("err-file-too-large"),
        ),
        11 => (
            "a file of a terabyte",
            Lying::Sparse(1 << 40),
            Fate::Refused("err-file-too-large"),
        ),
        12 => {
            let other = pen.sent(&[pen.note()]);
            (
                "a package that is written again and again",
                Lying::Rewritten(vec![honest, other]),
                Fate::WholeOrNotAtAll { new: 1 },
            )
        }
        13 => {
            let longer = [honest.clone(), pen.dice.bytes(50_000)].concat();
            (
                "a package that grows and shrinks",
                Lying::Rewritten(vec![honest, longer]),
                Fate::WholeOrNotAtAll { new: 1 },
            )
        }
        14 => {
            let noise = pen.dice.bytes(honest.len());
            (
                "a package that comes and goes",
                Lying::Replaced(vec![honest, noise]),
                Fate::WholeOrNotAtAll { new: 1 },
            )
        }
        _ => {
            let other = pen.sent(&[pen.note()]);
            (
                "one package and then another",
                Lying::Replaced(vec![honest, other]),
                taken_over,
            )
        }
    };
    Made::lying(what, lying, fate)
}
