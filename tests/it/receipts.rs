//! Receipts: a sender learns which of its packages arrived, from whoever took them over.

use kring_tests::{Circle, Laptop};
use serde_json::{Value, json};

use crate::parts::{split, write_notes};

/// Who said that they took over the last package of this laptop.
fn taken_over(laptop: &mut Laptop) -> Value {
    laptop.ask("list_sent", json!({}))[0]["taken_over"].clone()
}

#[test]
fn a_package_is_known_to_have_arrived_once_its_reader_says_so() {
    let mut circle = Circle::of(3, 360);
    circle.laptops[0].make("create_theme", json!({ "name": "rust" }));
    let file = circle.file();
    circle.laptops[0].export(&file);
    let recipients = circle.laptops[0].ask("list_sent", json!({}))[0]["recipients"].clone();
    assert_eq!(recipients, json!(["Bas de Wit", "Çağlar Yıldız"]));
    let report = circle.laptops[1].import(&file).unwrap();
    assert_eq!(
        taken_over(&mut circle.laptops[0]),
        json!([]),
        "nobody said so yet"
    );

    let (relayed, said, withdrawn) = (circle.file(), circle.file(), circle.file());
    circle.laptops[1].export_all(&said);
    circle.laptops[2].import(&said).unwrap();
    circle.laptops[2].export_all(&relayed);
    circle.laptops[0].import(&relayed).unwrap();
    assert_eq!(
        taken_over(&mut circle.laptops[0]),
        json!([]),
        "that someone has what was in it says nothing of the file, and nobody speaks for another"
    );
    circle.laptops[0].import(&said).unwrap();
    assert_eq!(taken_over(&mut circle.laptops[0]), json!(["Bas de Wit"]));

    circle.laptops[1].ask("undo_import", json!({ "imports": report.imports }));
    circle.laptops[1].export(&withdrawn);
    circle.laptops[0].import(&withdrawn).unwrap();
    assert_eq!(
        circle.laptops[0].ask("list_sent", json!({}))[0]["taken_over"],
        json!([]),
        "what it says last is what holds"
    );
}

#[test]
fn a_split_package_has_arrived_when_every_part_has() {
    let mut circle = Circle::of(2, 361);
    write_notes(&mut circle.laptops[0], 12, 3_000);
    let first = circle.file();
    let (sent, files) = split(&mut circle.laptops[0], &first, 8_000);
    let (last, others) = files.split_last().unwrap();
    for file in others {
        circle.laptops[1].import(file).unwrap();
    }
    circle.send(1, 0);
    let ledger = circle.laptops[0].ask("list_sent", json!({}));
    assert_eq!(
        (&ledger[0]["number"], &ledger[0]["taken_over"]),
        (&json!(sent.number), &json!([]))
    );
    circle.laptops[1].import(last).unwrap();
    circle.send(1, 0);
    assert_eq!(taken_over(&mut circle.laptops[0]), json!(["Bas de Wit"]));
}
