//! What was erased is gone from the pages of the database and the write-ahead log, not only from the
//! tables; and an erasure that was cut off is finished at the next start.

use kring_store::table::erased;
use kring_tests::attach::attach;
use kring_tests::{Circle, Laptop, by_id, memory_folder};
use serde_json::json;

use crate::pages;

const WORD: &str = "kanariewissing";

fn finds(laptop: &Laptop) -> bool {
    let bytes = pages::plain(&laptop.folder, &laptop.key);
    bytes
        .windows(WORD.len())
        .any(|window| window.eq_ignore_ascii_case(WORD.as_bytes()))
}

/// A note with the word in its title, its text and an earlier version of it, long enough for a snapshot.
fn write(laptop: &mut Laptop) -> String {
    let id = laptop.make(
        "write_note",
        json!({ "title": WORD, "body": format!("{WORD} eerst") }),
    );
    for number in 0..70 {
        laptop.make(
            "change_note",
            json!({ "id": id, "fields": { "body": format!("{WORD} {number}") } }),
        );
    }
    let draft = json!({
        "key": "note", "command": "change_note",
        "input": { "id": id, "fields": { "title": WORD } },
    });
    laptop.ask("keep_draft", draft);
    id
}

#[test]
fn no_byte_of_it_is_left_in_any_page_of_any_laptop() {
    let mut circle = Circle::within(memory_folder(), 2, 46);
    let id = write(&mut circle.laptops[0]);
    circle.exchange_all();
    for laptop in &circle.laptops {
        assert!(
            finds(laptop),
            "the word is in its pages, or this test looks at nothing"
        );
    }
    circle.laptops[0].ask("erase_record", by_id(&id));
    assert!(!finds(&circle.laptops[0]), "gone where it was erased");
    circle.send(0, 1);
    assert!(!finds(&circle.laptops[1]), "and where the erasure came in");
    for laptop in &mut circle.laptops {
        laptop.check().unwrap();
        let found = laptop.ask("search", json!({ "query": WORD }));
        assert_eq!(found, json!([]), "search does not know it");
        assert_eq!(
            laptop.ask("list_drafts", json!({})),
            json!([]),
            "nor does a draft"
        );
    }
}

#[test]
fn what_was_cut_off_is_finished_at_the_next_start() {
    let mut circle = Circle::within(memory_folder(), 2, 47);
    let id = write(&mut circle.laptops[0]);
    circle.laptops[0].ask("erase_record", by_id(&id));
    // As a crash leaves it between the commit and the scrubbing.
    let db = circle.laptops[0].workspace().db();
    erased::add(db, id.parse().unwrap()).unwrap();
    assert!(erased::is_pending(db).unwrap());
    circle.laptops[0].open().unwrap();
    assert!(!erased::is_pending(circle.laptops[0].workspace().db()).unwrap());
    assert!(!finds(&circle.laptops[0]));
    let erasures = circle.laptops[0].ask("list_erasures", json!({}));
    assert_eq!(
        erasures[0]["confirmed"], 1,
        "and there is one receipt of it, not two"
    );
    circle.laptops[0].check().unwrap();
}

#[test]
fn no_byte_of_an_attachment_is_left_in_any_page_or_beside_the_backups() {
    const DAY_MS: u64 = 24 * 60 * 60 * 1000;
    let mut circle = Circle::within(memory_folder(), 2, 49);
    let study = circle.laptops[0].make("add_study", json!({ "title": "Rapport" }));
    let path = circle.root.path().join("rapport.txt");
    std::fs::write(&path, format!("{WORD} ").repeat(200_000)).unwrap();
    attach(&mut circle.laptops[0], &study, &path).unwrap();
    circle.exchange_all();
    circle.clock.advance(DAY_MS);
    for laptop in &mut circle.laptops {
        laptop.ask("back_up", json!({}));
        let beside = std::fs::read(laptop.folder.join("backups/attachments.db")).unwrap();
        assert!(beside.len() > 3_000_000, "the backups have it");
        assert!(
            finds(laptop),
            "the word is in its pages, or this test looks at nothing"
        );
    }
    circle.laptops[0].ask("erase_record", by_id(&study));
    assert!(!finds(&circle.laptops[0]), "gone where it was erased");
    circle.send(0, 1);
    assert!(!finds(&circle.laptops[1]), "and where the erasure came in");
    for laptop in &mut circle.laptops {
        laptop.check().unwrap();
        let bytes = std::fs::metadata(laptop.folder.join("attachments.db"))
            .unwrap()
            .len();
        assert!(bytes < 100_000, "its pages went too: {bytes}");
    }
}
