//! Exchange in a circle that has been at it for years: packages of few and of many changes, what a small
//! change weighs on its way, and a copy of everything, without and with 200 MB of attachments, beside what
//! age alone would take for as many bytes.

use std::io::Write;
use std::path::Path;
use std::time::Duration;

use kring_tests::attach::{attach, file};
use kring_tests::dice::Dice;
use kring_tests::take::measured;
use kring_tests::{Laptop, by_id};
use serde_json::json;

use crate::import::{self, Took};
use crate::measure::{Row, median, time};
use crate::sample::Pair;

/// How many changes the packages hold.
const CHANGES: [usize; 3] = [200, 2_000, 20_000];
/// How many small changes one package holds.
const EDITS: usize = 100;
const RUNS: usize = 5;
/// How many attachments a copy of everything holds, and how long each is.
const ATTACHMENTS: usize = 20;
const ATTACHMENT_BYTES: usize = 10_000_000;
/// The most memory that a copy with attachments may take.
const MOST_BYTES: f64 = 400e6;

/// Exporting the same few changes from stores of several sizes.
pub fn exports(root: &Path, pairs: &mut [Pair], sizes: &[usize]) -> Vec<Row> {
    let package = root.join("few.kring");
    let mut first = None;
    let mut rows = Vec::new();
    for (pair, size) in pairs.iter_mut().zip(sizes) {
        let laptop = &mut pair.receiver;
        edit(laptop);
        let took = median(1, RUNS, || time(|| laptop.export(&package)).0);
        let what = format!("export of {EDITS} changes from {size} records");
        rows.push(Row::took(what.clone(), took, None));
        let least = *first.get_or_insert(took);
        rows.push(Row::times(
            format!("{what}, times that from {}", sizes[0]),
            took,
            least,
            1.5,
        ));
    }
    rows
}

/// What a change of one word weighs in a package of a hundred of them.
pub fn edits(root: &Path, pair: &mut Pair) -> Vec<Row> {
    let package = root.join("edits.kring");
    let bytes = |laptop: &mut Laptop| {
        laptop.export(&package);
        std::fs::metadata(&package).unwrap().len() as f64
    };
    let before = bytes(&mut pair.sender);
    edit(&mut pair.sender);
    let after = bytes(&mut pair.sender);
    pair.receiver.import(&package).unwrap();
    hear(root, pair);
    let each = (after - before) / EDITS as f64;
    let what = format!("a change of one word in a package of {EDITS}");
    vec![Row::bytes(what, each, Some(400.0))]
}

/// Lets the sender know what the receiver has, so that it does not go again.
fn hear(root: &Path, pair: &mut Pair) {
    let heard = root.join("heard.kring");
    pair.receiver.export(&heard);
    pair.sender.import(&heard).unwrap();
}

/// Changes one word of one note, again and again.
fn edit(laptop: &mut Laptop) {
    let body = json!([{ "text": "We spraken over rust en over ruimte, en over wat er nodig is." }]);
    let note = laptop.make("write_note", json!({ "body": body }));
    for at in 0..EDITS {
        let mut blocks = laptop.ask("show_note", by_id(&note))["body"].clone();
        let text = blocks[0]["text"].as_str().unwrap().to_owned();
        blocks[0]["text"] = format!("{text} woord{at}").into();
        laptop.make("change_note", json!({ "id": note, "fields": { "body": blocks } }));
    }
}

/// Taking over few and many changes.
pub fn imports(root: &Path, pair: &mut Pair, records: usize, part: usize) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut first: Option<Duration> = None;
    let mut numbered = records;
    for changes in CHANGES.map(|changes| (changes / part).max(2)) {
        let package = root.join("changes.kring");
        let Took { import, floor } = import::studies(root, pair, numbered, changes, &package);
        pair.receiver.import(&package).unwrap();
        hear(root, pair);
        numbered += changes;
        let each = import / changes as u32;
        let least = *first.get_or_insert(each);
        let what = |rest: &str| format!("import of {changes} changes into {records} records{rest}");
        rows.push(Row::took(what(""), import, None));
        rows.push(Row::times(what(", times the floor"), import, floor, 3.0));
        rows.push(Row::times(what(", each, times the first"), each, least, 1.5));
    }
    rows
}

/// A package with everything, beside age with as many bytes for as many devices.
pub fn full_copy(root: &Path, pair: &mut Pair) -> Vec<Row> {
    let package = root.join("all.kring");
    let laptop = &mut pair.sender;
    let export = median(1, RUNS, || time(|| laptop.export_all(&package)).0);
    let receiver = &mut pair.receiver;
    let (import, _) = time(|| receiver.import(&package).unwrap());
    let bytes = std::fs::metadata(&package).unwrap().len();
    let plain = Dice::new(1).bytes(bytes as usize);
    let target = root.join("all.age");
    let alone = median(1, RUNS, || time(|| seal(&plain, &target)).0);
    vec![
        Row::speed("a copy of everything, written and read back", bytes, export),
        Row::speed("age alone, written and synced", bytes, alone),
        Row::times("a copy of everything, times age alone", export, alone, 2.0),
        Row::took("the copy taken over by who has it all", import, None),
    ]
}

/// The same with 200 MB of attachments: written by who has them, taken over by who has none; and how much
/// memory each takes, which does not grow with them.
pub fn full_copy_with_attachments(root: &Path, pair: &mut Pair, part: usize) -> Vec<Row> {
    let study = pair.sender.make("add_study", json!({ "title": "Met bijlagen" }));
    for number in 0..ATTACHMENTS {
        let name = format!("bijlage-{number}.pdf");
        let (path, _) = file(root, &name, number as u64, ATTACHMENT_BYTES / part);
        attach(&mut pair.sender, &study, &path).unwrap();
        std::fs::remove_file(path).unwrap();
    }
    let package = root.join("attachments.kring");
    let laptop = &mut pair.sender;
    let (export, (wrote, ())) = time(|| measured(|| laptop.export_all(&package)));
    let receiver = &mut pair.receiver;
    let (import, (read, _)) = time(|| measured(|| receiver.import(&package).unwrap()));
    let bytes = std::fs::metadata(&package).unwrap().len();
    let plain = Dice::new(1).bytes(bytes as usize);
    let target = root.join("attachments.age");
    let alone = median(1, RUNS, || time(|| seal(&plain, &target)).0);
    let peak = |cost: kring_tests::take::Cost| cost.peak_kib as f64 * 1024.0;
    vec![
        Row::speed(
            "a copy with 200 MB of attachments, written and read back",
            bytes,
            export,
        ),
        Row::times("a copy with attachments, times age alone", export, alone, 2.0),
        Row::speed("the copy taken over", bytes, import),
        Row::bytes(
            "memory at most while it was written",
            peak(wrote),
            Some(MOST_BYTES),
        ),
        Row::bytes(
            "memory at most while it was taken over",
            peak(read),
            Some(MOST_BYTES),
        ),
    ]
}

/// Encrypts for two devices, as the package is, and syncs the file.
fn seal(plain: &[u8], target: &Path) {
    let keys = [
        age::x25519::Identity::generate(),
        age::x25519::Identity::generate(),
    ]
    .map(|key| key.to_public());
    let recipients = keys.iter().map(|key| key as &dyn age::Recipient);
    let encryptor = age::Encryptor::with_recipients(recipients).unwrap();
    let file = std::fs::File::create(target).unwrap();
    let mut out = encryptor.wrap_output(std::io::BufWriter::new(file)).unwrap();
    out.write_all(plain).unwrap();
    out.finish().unwrap().into_inner().unwrap().sync_all().unwrap();
}
