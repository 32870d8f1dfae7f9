//! Several packages at once, and whole folders: looked at together, taken over one by one.

use std::path::PathBuf;

use kring_api::exchange::join::Newcomer;
use kring_tests::{Circle, Laptop, TestHost, code};
use kring_trust::operation::Right;
use serde_json::{Value, json};

fn host(files: &[PathBuf]) -> TestHost {
    TestHost {
        files: files.to_vec(),
        ..TestHost::default()
    }
}

fn import(laptop: &mut Laptop, files: &[PathBuf], preview: bool) -> Value {
    laptop
        .call_with(&mut host(files), "import_packages", json!({ "preview": preview }))
        .unwrap()
}

/// A circle in which every other laptop made a theme of its own, and their packages for the first.
fn with_packages(count: usize, seed: u64) -> (Circle, Vec<PathBuf>) {
    let mut circle = Circle::of(count, seed);
    let mut files = Vec::new();
    for from in 1..count {
        circle.clock.advance(60_000);
        circle.laptops[from].make("create_theme", json!({ "name": format!("thema {from}") }));
        let file = circle.file();
        circle.laptops[from].export(&file);
        files.push(file);
    }
    (circle, files)
}

fn codes(batch: &Value) -> Vec<Option<&str>> {
    let files = batch["files"].as_array().unwrap().iter();
    files.map(|file| file["refused"]["code"].as_str()).collect()
}

#[test]
fn one_preview_shows_what_all_bring_and_one_deed_takes_them_over() {
    let (mut circle, files) = with_packages(4, 310);
    let trashed = circle.laptops[0].make("create_theme", json!({ "name": "weg" }));
    circle.send(0, 1);
    circle.laptops[1].ask("trash_record", json!({ "id": trashed }));
    let again = circle.file();
    circle.laptops[1].export(&again);
    let files = [files, vec![again]].concat();

    let reader = &mut circle.laptops[0];
    let before = reader.dump();
    let preview = import(reader, &files, true);
    assert_eq!(reader.dump(), before, "looking changes nothing");
    let people: Vec<&Value> = preview["report"]["by_person"]
        .as_array()
        .unwrap()
        .iter()
        .map(|person| &person["name"])
        .collect();
    assert_eq!(
        people,
        ["Bas de Wit", "Dirk-Jan op 't Veld", "Çağlar Yıldız"],
        "by person"
    );
    let deleted = preview["report"]["deleted"].as_array().unwrap();
    assert_eq!(
        (deleted.len(), &deleted[0]["title"]),
        (1, &json!("weg")),
        "deletions apart"
    );
    assert_eq!(preview["report"]["new"], 4);

    let taken = import(reader, &files, false);
    assert_eq!(preview, taken, "what was shown is what happened");
    assert_eq!(reader.ask("list_themes", json!({})).as_array().unwrap().len(), 3);
    reader.check().unwrap();
    assert_eq!(import(reader, &files, false)["report"]["nothing_new"], true);
}

#[test]
fn a_file_that_is_refused_does_not_stop_the_others() {
    let (mut circle, mut files) = with_packages(3, 311);
    let photo = circle.root.path().join("vakantie.kring");
    std::fs::write(&photo, b"Zee, strand en zon.").unwrap();
    files.insert(0, photo);
    files.push(circle.root.path().join("niet-hier.kring"));
    let reader = &mut circle.laptops[0];
    for preview in [true, false] {
        let batch = import(reader, &files, preview);
        assert_eq!(
            codes(&batch),
            [
                None,
                None,
                Some("err-package-not-age"),
                Some("err-file-unreadable")
            ],
            "preview {preview}"
        );
        let refused = &batch["files"][2];
        assert_eq!(
            (&refused["name"], &refused["place"]),
            (&json!("vakantie.kring"), &json!(0))
        );
        assert!(
            !refused["refused"]["todo"].as_str().unwrap().is_empty(),
            "it says what to do"
        );
        assert_eq!(batch["report"]["new"], 2);
    }
    assert_eq!(reader.ask("list_themes", json!({})).as_array().unwrap().len(), 2);
    let journal = reader.ask("show_journal", json!({}));
    let refusals = journal["lines"].as_array().unwrap().iter();
    let refusals = refusals.filter(|line| line["event"] == "refusal").count();
    assert_eq!(refusals, 2, "each refusal is noted once, by the taking over");
}

#[test]
fn a_single_file_that_is_refused_is_an_error_and_none_at_all_is_too() {
    let mut circle = Circle::of(1, 312);
    let photo = circle.root.path().join("vakantie.kring");
    std::fs::write(&photo, b"Zee, strand en zon.").unwrap();
    let reader = &mut circle.laptops[0];
    let before = reader.dump();
    for preview in [true, false] {
        let input = json!({ "preview": preview });
        let refused = reader.call_with(
            &mut host(std::slice::from_ref(&photo)),
            "import_packages",
            input.clone(),
        );
        assert_eq!(code(refused), "err-package-not-age");
        assert_eq!(code(reader.call("import_packages", input)), "err-no-file");
    }
    assert_eq!(reader.dump(), before);
}

#[test]
fn a_folder_stands_for_the_packages_in_it() {
    let (mut circle, files) = with_packages(3, 313);
    let folder = circle.root.path().join("van de mail");
    std::fs::create_dir_all(folder.join("dieper.kring")).unwrap();
    for (name, file) in [("a.kring", &files[0]), ("B.KRING", &files[1])] {
        std::fs::copy(file, folder.join(name)).unwrap();
    }
    std::fs::write(folder.join("foto.jpg"), b"zee").unwrap();
    let batch = import(&mut circle.laptops[0], &[folder], false);
    assert_eq!(codes(&batch), [None, None], "what is no package is left alone");
    assert_eq!(batch["report"]["new"], 2);
}

#[test]
fn the_order_of_files_closes_gaps() {
    let (mut circle, early, late) = crate::packages::with_a_gap(314);
    let reader = &mut circle.laptops[1];
    let batch = import(reader, &[late.clone(), early.clone()], true);
    let places: Vec<&Value> = batch["files"]
        .as_array()
        .unwrap()
        .iter()
        .map(|file| &file["place"])
        .collect();
    assert_eq!(places, [1, 0], "the earlier package goes first");
    assert_eq!(
        (&batch["report"]["gaps"], &batch["report"]["waiting"]),
        (&json!([]), &json!(0))
    );
    import(reader, &[late, early], false);
    assert_eq!(circle.laptops[1].state(), circle.laptops[0].state());
}

#[test]
fn stopping_leaves_the_store_as_after_the_last_whole_file() {
    let stopping = |files: &[PathBuf], after| TestHost {
        cancel_after: Some(after),
        ..host(files)
    };
    // Two steps a file: one before it, and one for the theme that it brings.
    for (after, whole) in [(1, 0), (2, 0), (3, 1), (4, 1), (5, 2), (6, 2)] {
        let (mut circle, files) = with_packages(4, 320 + after);
        let reader = &mut circle.laptops[0];
        let before = reader.dump();
        let looked = reader.call_with(
            &mut stopping(&files, after),
            "import_packages",
            json!({ "preview": true }),
        );
        assert_eq!(code(looked), "err-cancelled");
        assert_eq!(reader.dump(), before, "a look that is stopped changes nothing");
        let batch = reader
            .call_with(&mut stopping(&files, after), "import_packages", json!({}))
            .unwrap();
        assert_eq!(
            (&batch["stopped"], batch["files"].as_array().unwrap().len()),
            (&json!(true), whole),
            "after {after} steps"
        );
        let themes = reader.ask("list_themes", json!({}));
        assert_eq!(
            themes.as_array().unwrap().len(),
            whole,
            "nothing of the file under way is there"
        );
        reader.check().unwrap();
        let rest = import(reader, &files, false);
        assert_eq!(
            (&rest["stopped"], &rest["report"]["new"]),
            (&json!(false), &json!(3 - whole))
        );
    }
}

#[test]
fn a_newcomer_may_open_everything_at_once_in_any_order() {
    let mut circle = Circle::of(2, 316);
    let (mut newcomer, card) =
        Laptop::ask_to_join(circle.root.path(), "Fatima|el|Amrani", 31_699, &circle.clock);
    let (answer, later) = (circle.file(), circle.file());
    let now = circle.clock.now_ms();
    circle.laptops[0]
        .workspace()
        .approve_card(&card, Right::Member, Newcomer::New, &answer)
        .unwrap();
    circle.laptops[0].make("create_theme", json!({ "name": "rust" }));
    // By its sender's clock the package is older than the answer, so it is tried before it.
    circle.clock.set(now - 1_000_000);
    circle.laptops[0].export(&later);
    circle.clock.set(now);
    let files = [later, answer];
    let preview = import(&mut newcomer, &files, true);
    assert_eq!(
        preview["report"]["safety_words"].as_array().unwrap().len(),
        6,
        "{preview}"
    );
    let batch = import(&mut newcomer, &files, false);
    assert_eq!(codes(&batch), [None, None], "{batch}");
    assert_eq!(batch["report"]["safety_words"], preview["report"]["safety_words"]);
    assert_eq!(newcomer.state(), circle.laptops[0].state());
    newcomer.check().unwrap();
}
