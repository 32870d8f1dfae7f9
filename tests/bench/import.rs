//! Taking over a package of studies, beside the floor of the same run: nothing but writing the same
//! rows to SQLCipher and putting the same bodies through the merge engine.

use std::fs;
use std::path::Path;
use std::time::Duration;

use kring_api::Folder;
use kring_store::{Connection, connection};
use kring_sync::engine::{Applied, Change, Document};
use kring_tests::Laptop;

use crate::measure::{Row, median, time};
use crate::sample::{self, Pair};

/// How many studies the package of everyday holds.
pub const STUDIES: usize = 2_000;
const RUNS: usize = 5;
const DAY_MS: u64 = 24 * 60 * 60 * 1_000;

/// What an import took, and what it would take at least.
pub struct Took {
    /// All of it.
    pub import: Duration,
    /// Writing the same rows and merging the same bodies.
    pub floor: Duration,
}

/// Measures a package of everyday in a store of `records` records; leaves the receiver open and with the
/// studies in it.
pub fn measure(root: &Path, pair: &mut Pair, records: usize) -> Vec<Row> {
    let package = root.join("studies.kring");
    let Took { import, floor } = studies(root, pair, records, STUDIES, &package);
    let receiver = &mut pair.receiver;
    receiver.clock.advance(DAY_MS);
    let (with_backup, _) = time(|| receiver.import(&package).unwrap());
    let what = |rest: &str| format!("import of {STUDIES} studies into {records} records{rest}");
    vec![
        Row::took(what(": floor"), floor, None),
        Row::took(what(""), import, Some(800.0)),
        Row::times(what(", times the floor"), import, floor, 3.0),
        Row::took(what(", first of the day (with backup)"), with_backup, None),
    ]
}

/// Has the sender add so many studies, numbered from `first`, and measures how the receiver takes them
/// over; leaves the receiver open and without them.
pub fn studies(root: &Path, pair: &mut Pair, first: usize, studies: usize, package: &Path) -> Took {
    let theme = pair.theme;
    sample::add(&mut pair.sender, "import_studies", studies, |n| {
        sample::study(first + n, theme)
    });
    pair.sender.export(package);

    let receiver = &mut pair.receiver;
    receiver.shut();
    let before = Copy::of(receiver, root);
    let took = median(1, RUNS, || {
        before.restore(receiver);
        receiver.open().unwrap();
        let (took, report) = time(|| receiver.import(package).unwrap());
        assert_eq!(report.records.len(), studies, "every study comes in");
        receiver.shut();
        took
    });
    let floor = median(1, RUNS, || before.insert_bare(receiver))
        + median(1, RUNS, || merge_bare(receiver, &before, studies));

    before.restore(receiver);
    receiver.open().unwrap();
    Took { import: took, floor }
}

/// A laptop as it was before the package came.
struct Copy {
    store: std::path::PathBuf,
    state: std::path::PathBuf,
}

impl Copy {
    fn of(laptop: &Laptop, root: &Path) -> Self {
        let copy = Self {
            store: root.join("before-store"),
            state: root.join("before-state"),
        };
        replace(&laptop.folder, &copy.store);
        replace(&laptop.state_folder, &copy.state);
        copy
    }

    /// Puts the laptop back as it was. The folder outside the store goes along, or the store would
    /// look like a copy of itself.
    fn restore(&self, laptop: &Laptop) {
        replace(&self.store, &laptop.folder);
        replace(&self.state, &laptop.state_folder);
    }

    /// How long it takes to do nothing but write the rows that the laptop now has more than before.
    fn insert_bare(&self, laptop: &Laptop) -> Duration {
        let bare = self.store.with_file_name("bare.db");
        fs::copy(Folder::new(&self.store).database(), &bare).unwrap();
        let db = connection::open(&bare, &laptop.key).unwrap();
        attach(&db, laptop);
        db.execute_batch(
            "CREATE TEMP TABLE new_segment AS SELECT * FROM imported.segment WHERE id > (SELECT max(id) FROM main.segment);
             CREATE TEMP TABLE new_part AS SELECT * FROM imported.part WHERE id > (SELECT max(id) FROM main.part);
             CREATE TEMP TABLE new_document AS SELECT * FROM imported.document WHERE record IN (SELECT record FROM new_part);
             CREATE TEMP TABLE new_study AS SELECT * FROM imported.study WHERE record IN (SELECT record FROM new_part);
             CREATE TEMP TABLE new_entry AS SELECT * FROM imported.search_entry WHERE record IN (SELECT record FROM new_part);
             CREATE TEMP TABLE new_link AS SELECT * FROM imported.link WHERE source IN (SELECT record FROM new_part);
             DETACH imported",
        )
        .unwrap();
        let write = "BEGIN IMMEDIATE;
             INSERT INTO main.segment SELECT * FROM new_segment;
             INSERT INTO main.part SELECT * FROM new_part;
             INSERT INTO main.document SELECT * FROM new_document;
             INSERT INTO main.study SELECT * FROM new_study;
             INSERT INTO main.search_entry SELECT * FROM new_entry;
             INSERT INTO main.search (rowid, title, statement, body) SELECT id, title, statement, body FROM new_entry;
             INSERT INTO main.link SELECT * FROM new_link;
             COMMIT";
        time(|| db.execute_batch(write).unwrap()).0
    }
}

/// How long it takes to do nothing but put the new bodies into documents.
fn merge_bare(laptop: &Laptop, before: &Copy, studies: usize) -> Duration {
    let db = connection::open(&Folder::new(&before.store).database(), &laptop.key).unwrap();
    attach(&db, laptop);
    let mut statement = db
        .prepare(
            "SELECT peer, first, next, body FROM imported.part WHERE id > (SELECT max(id) FROM main.part)",
        )
        .unwrap();
    let rows = statement.query_map([], |row| {
        Ok(Change {
            peer: row.get(0)?,
            from: row.get(1)?,
            to: row.get(2)?,
            body: row.get(3)?,
        })
    });
    let changes: Vec<Change> = rows.unwrap().collect::<Result<_, _>>().unwrap();
    assert_eq!(changes.len(), studies, "one part for each study");
    time(|| {
        for change in &changes {
            assert_eq!(Document::new(0).apply(change), Ok(Applied::Yes));
        }
    })
    .0
}

fn attach(db: &Connection, laptop: &Laptop) {
    let path = Folder::new(&laptop.folder).database();
    let key: String = laptop.key.iter().map(|byte| format!("{byte:02x}")).collect();
    db.execute_batch(&format!(
        "ATTACH '{}' AS imported KEY \"x'{key}'\"",
        path.display()
    ))
    .unwrap();
}

fn replace(from: &Path, to: &Path) {
    if to.exists() {
        fs::remove_dir_all(to).unwrap();
    }
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            replace(&path, &target);
        } else {
            fs::copy(&path, target).unwrap();
        }
    }
}
