//! Room on the disk: looked at before anything is written, so that nothing is left half done.

use kring_tests::{Circle, TestHost, code};
use serde_json::json;

const ENOUGH: u64 = 1_000_000_000;

#[test]
fn a_package_that_does_not_fit_is_refused_before_it_is_copied() {
    let mut circle = Circle::of(2, 370);
    circle.laptops[0].make("create_theme", json!({ "name": "rust" }));
    let file = circle.file();
    circle.laptops[0].export(&file);
    circle.laptops[1].open().unwrap();
    let reader = &mut circle.laptops[1];
    let before = reader.dump();
    reader.free.set(1_000);
    assert_eq!(reader.refusal(&file), "err-no-space");
    assert_eq!(reader.dump(), before);
    assert_eq!(
        std::fs::read_dir(reader.folder.join("spool")).unwrap().count(),
        0,
        "no copy was begun"
    );
    reader.free.set(ENOUGH);
    reader.import(&file).expect("with room it is taken over");
}

#[test]
fn without_room_for_the_backup_before_it_nothing_is_taken_over() {
    let mut circle = Circle::of(2, 371);
    circle.laptops[0].make("create_theme", json!({ "name": "rust" }));
    let file = circle.file();
    circle.laptops[0].export(&file);
    circle.clock.advance(24 * 60 * 60 * 1000);
    circle.laptops[1].open().unwrap();
    let reader = &mut circle.laptops[1];
    let store = std::fs::metadata(reader.folder.join("store.db")).unwrap().len();
    let package = std::fs::metadata(&file).unwrap().len();
    let margin = 16 * 1024 * 1024;
    assert!(
        store > 4 * package,
        "the copy of {store} bytes needs more than the package of {package}"
    );
    reader.free.set(store + margin - 1);
    let before = reader.dump();
    assert_eq!(reader.refusal(&file), "err-no-space");
    assert_eq!(code(reader.call("back_up", json!({}))), "err-no-space");
    assert_eq!(reader.dump(), before);
    reader.free.set(store + margin);
    reader.import(&file).unwrap();
    assert_eq!(
        reader.ask("list_backups", json!({}))[0]["date"],
        "2026-03-13",
        "and the backup is of the day"
    );
}

#[test]
fn a_package_is_not_begun_where_it_does_not_fit() {
    let mut circle = Circle::of(2, 372);
    circle.laptops[0].open().unwrap();
    circle.laptops[0].make("create_theme", json!({ "name": "rust" }));
    let folder = circle.root.path().join("usb");
    std::fs::create_dir(&folder).unwrap();
    let writer = &mut circle.laptops[0];
    writer.free.set(1_000);
    let before = writer.dump();
    let mut host = TestHost {
        target: Some(folder.join("pakket.kring")),
        ..TestHost::default()
    };
    assert_eq!(
        code(writer.call_with(&mut host, "export_package", json!({}))),
        "err-no-space"
    );
    assert_eq!(writer.dump(), before);
    assert_eq!(std::fs::read_dir(folder).unwrap().count(), 0);
}
