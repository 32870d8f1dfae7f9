//! What carriers do to a folder: files that come late, half, twice, changed or not at all.

use std::fs;

use kring_tests::{Laptop, TestHost};
use serde_json::json;

use super::*;

#[test]
fn a_file_that_is_still_arriving_is_waited_for_without_a_word() {
    let (mut circle, folder) = sharing(2, 302);
    let before = files(&folder);
    theme(&mut circle.laptops[0], "langzaam");
    sync(&mut circle.laptops[0]);
    let file = new_file(&folder, &before);
    let whole = fs::read(&file).unwrap();

    let journal = |laptop: &mut Laptop| {
        laptop.ask("show_journal", json!({}))["lines"]
            .as_array()
            .unwrap()
            .len()
    };
    let lines = journal(&mut circle.laptops[1]);
    for length in [0, 10, whole.len() / 2, whole.len() - 1] {
        fs::write(&file, &whole[..length]).unwrap();
        circle.clock.advance(MINUTE_MS);
        let synced = sync(&mut circle.laptops[1]);
        assert_eq!(synced["took"], json!([]), "{length} bytes are no package");
        assert_eq!(
            (&synced["folder"]["condition"], &synced["folder"]["refused"]),
            (&json!("fine"), &json!([])),
            "a file that is growing is no news"
        );
    }
    assert_eq!(shown(&mut circle.laptops[1])["waiting"], 1);
    assert_eq!(
        journal(&mut circle.laptops[1]),
        lines,
        "no refusal was written down"
    );

    fs::write(&file, &whole).unwrap();
    sync(&mut circle.laptops[1]);
    assert_eq!(themes(&mut circle.laptops[1]), ["langzaam"]);
    assert_eq!(shown(&mut circle.laptops[1])["waiting"], 0);
    all_equal(&mut circle);
}

#[test]
fn a_file_that_stays_incomplete_is_told_after_a_while_and_taken_when_it_is_mended() {
    let (mut circle, folder) = sharing(2, 303);
    let before = files(&folder);
    theme(&mut circle.laptops[0], "afgebroken");
    sync(&mut circle.laptops[0]);
    let file = new_file(&folder, &before);
    let whole = fs::read(&file).unwrap();
    fs::write(&file, &whole[..whole.len() - 7]).unwrap();

    let mut told_after = None;
    for minute in 1..=40 {
        circle.clock.advance(MINUTE_MS);
        let synced = sync(&mut circle.laptops[1]);
        if told_after.is_none() && synced["folder"]["refused"] != json!([]) {
            told_after = Some(minute);
            let refused = &synced["folder"]["refused"][0];
            assert_eq!(refused["told"]["code"], "err-package-damaged");
            assert_eq!(
                synced["changed"],
                json!(["shared_folder"]),
                "the screen hears of it"
            );
        }
    }
    let told_after = told_after.expect("what stays wrong is told in the end");
    assert!((15..=35).contains(&told_after), "after {told_after} minutes");

    fs::write(&file, &whole).unwrap();
    sync(&mut circle.laptops[1]);
    assert_eq!(shown(&mut circle.laptops[1])["refused"], json!([]));
    assert_eq!(themes(&mut circle.laptops[1]), ["afgebroken"]);
}

#[test]
fn copies_that_carriers_make_are_the_same_package() {
    let (mut circle, folder) = sharing(2, 304);
    let before = files(&folder);
    theme(&mut circle.laptops[0], "eenmaal");
    sync(&mut circle.laptops[0]);
    let file = new_file(&folder, &before);
    let stem = file.file_stem().unwrap().to_str().unwrap().to_owned();
    for copy in [
        format!("{stem} (1).kring"),
        format!("{stem} (Bas's conflicted copy 2026-03-12).kring"),
        format!("{stem}-DESKTOP-7Q2XK.kring"),
        format!("{stem}.sync-conflict-20260312-133000-ABCDEFG.kring"),
        "kopie van iets.kring".to_owned(),
    ] {
        fs::copy(&file, file.with_file_name(copy)).unwrap();
    }
    for (name, bytes) in [
        ("desktop.ini", "x"),
        (".DS_Store", "x"),
        ("~$vergrendeld.kring", "x"),
        ("leeg.kring", ""),
    ] {
        fs::write(file.with_file_name(name), bytes).unwrap();
    }
    for laptop in &mut circle.laptops {
        let synced = sync(laptop);
        assert!(
            synced["took"].as_array().unwrap().len() <= 1,
            "taken over once at most: {synced}"
        );
        assert_eq!(synced["folder"]["refused"], json!([]));
        assert_eq!(synced["folder"]["waiting"], 0, "none of them is a trouble");
        assert_eq!(synced["wrote"], 0, "and none is taken for a change");
    }
    assert_eq!(themes(&mut circle.laptops[1]), ["eenmaal"]);

    // A carrier that renamed the only one there was.
    theme(&mut circle.laptops[0], "hernoemd");
    let before = files(&folder);
    sync(&mut circle.laptops[0]);
    let file = new_file(&folder, &before);
    let stem = file.file_stem().unwrap().to_str().unwrap().to_owned();
    fs::rename(&file, file.with_file_name(format!("{stem} (2).kring"))).unwrap();
    sync(&mut circle.laptops[1]);
    assert_eq!(
        themes(&mut circle.laptops[1]),
        ["eenmaal", "hernoemd"],
        "what is in it counts, not its name"
    );
}

#[test]
fn what_a_carrier_deleted_is_written_again_by_whoever_wrote_it() {
    let (mut circle, folder) = sharing(3, 305);
    theme(&mut circle.laptops[0], "bewaard");
    sync(&mut circle.laptops[0]);
    sync(&mut circle.laptops[1]);
    let mine = folder.join("log").join(own_chain(&mut circle.laptops[0]));
    for file in fs::read_dir(&mine).unwrap() {
        fs::remove_file(file.unwrap().path()).unwrap();
    }
    let other = sync(&mut circle.laptops[1]);
    assert_eq!(
        other["wrote"], 0,
        "the files of another are not this laptop's to mend"
    );
    assert!(sync(&mut circle.laptops[0])["wrote"].as_u64().unwrap() > 0);
    sync(&mut circle.laptops[2]);
    assert_eq!(themes(&mut circle.laptops[2]), ["bewaard"]);
    all_equal(&mut circle);
}

#[test]
fn a_folder_that_is_gone_is_no_alarm_and_nothing_is_written_in_its_place() {
    let (mut circle, folder) = sharing(2, 306);
    let away = folder.with_file_name("uitgestoken");
    fs::rename(&folder, &away).unwrap();
    theme(&mut circle.laptops[0], "zonder stick");
    let gone = sync(&mut circle.laptops[0]);
    assert_eq!(
        (&gone["folder"]["condition"], &gone["wrote"]),
        (&json!("gone"), &json!(0))
    );
    for field in ["sentence", "todo"] {
        let said = gone["folder"][field].as_str().unwrap();
        assert!(said.ends_with('.'), "{field} says what is the matter: {said}");
    }
    fs::create_dir(&folder).unwrap();
    assert_eq!(
        sync(&mut circle.laptops[0])["folder"]["condition"],
        "gone",
        "the empty folder that a stick was mounted on is not the stick"
    );
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 0);

    fs::remove_dir(&folder).unwrap();
    fs::rename(&away, &folder).unwrap();
    assert_eq!(
        sync(&mut circle.laptops[0])["folder"]["condition"],
        "fine",
        "back, and it goes on by itself"
    );
    sync(&mut circle.laptops[1]);
    assert_eq!(themes(&mut circle.laptops[1]), ["zonder stick"]);
}

#[test]
fn where_nothing_may_be_written_reading_goes_on() {
    let (mut circle, folder) = sharing(2, 307);
    theme(&mut circle.laptops[0], "van een ander");
    sync(&mut circle.laptops[0]);
    theme(&mut circle.laptops[1], "blijft thuis");
    // A file where the own folder should be: no right and no administrator can write there.
    let own = folder.join("log").join(own_chain(&mut circle.laptops[1]));
    if own.exists() {
        fs::remove_dir_all(&own).unwrap();
    }
    fs::write(&own, b"niet van ons").unwrap();
    let synced = sync(&mut circle.laptops[1]);
    assert_eq!(
        (&synced["folder"]["condition"], &synced["wrote"]),
        (&json!("read_only"), &json!(0))
    );
    assert_eq!(themes(&mut circle.laptops[1]), ["blijft thuis", "van een ander"]);
    assert_eq!(
        fs::read(&own).unwrap(),
        b"niet van ons",
        "what lies there is left alone"
    );

    fs::remove_file(&own).unwrap();
    assert_eq!(sync(&mut circle.laptops[1])["folder"]["condition"], "fine");
    sync(&mut circle.laptops[0]);
    all_equal(&mut circle);
}

#[test]
fn files_of_another_circle_in_the_same_folder_harm_nobody() {
    let (mut circle, folder) = sharing(2, 308);
    let (mut others, _) = sharing(2, 309);
    for laptop in &mut others.laptops {
        choose(laptop, &folder);
    }
    theme(&mut others.laptops[0], "van een andere kring");
    theme(&mut circle.laptops[0], "van deze kring");
    sync(&mut others.laptops[0]);
    sync(&mut circle.laptops[0]);
    let before = circle.laptops[1].state();
    let synced = sync(&mut circle.laptops[1]);
    assert_ne!(circle.laptops[1].state(), before);
    assert_eq!(
        (&synced["folder"]["refused"], &synced["folder"]["waiting"]),
        (&json!([]), &json!(0)),
        "what is for others is passed over"
    );
    assert_eq!(themes(&mut circle.laptops[1]), ["van deze kring"]);
    sync(&mut others.laptops[1]);
    assert_eq!(themes(&mut others.laptops[1]), ["van een andere kring"]);
    all_equal(&mut circle);
    all_equal(&mut others);
}

#[test]
fn a_forged_file_is_refused_and_leaves_nothing_behind() {
    let (mut circle, folder) = sharing(2, 310);
    let before = files(&folder);
    theme(&mut circle.laptops[0], "echt");
    sync(&mut circle.laptops[0]);
    let file = new_file(&folder, &before);
    let mut bytes = fs::read(&file).unwrap();
    let last = bytes.len() - 1;
    bytes[last] ^= 1;
    // Its name fits what is in it now: whoever wrote it, it is whole.
    let hash = kring_trust::hash::sha256(&[&bytes]).to_string();
    fs::remove_file(&file).unwrap();
    fs::write(file.with_file_name(format!("1-1-{}.kring", &hash[..16])), &bytes).unwrap();

    let reader = &mut circle.laptops[1];
    let state = reader.state();
    let synced = sync(reader);
    assert_eq!(
        synced["folder"]["refused"][0]["told"]["code"], "err-package-damaged",
        "{synced}"
    );
    assert_eq!((reader.state(), themes(reader)), (state, vec![]));
    reader.check().unwrap();
    let again = sync(reader);
    assert_eq!(again["changed"], json!([]), "told once, not at every look");
}

#[test]
fn a_look_reads_only_what_is_new() {
    let (mut circle, folder) = sharing(2, 311);
    for at in 0..6 {
        theme(&mut circle.laptops[0], &format!("thema {at}"));
        sync(&mut circle.laptops[0]);
    }
    sync(&mut circle.laptops[1]);
    let known = files(&folder);
    theme(&mut circle.laptops[0], "het laatste");
    sync(&mut circle.laptops[0]);
    let mut host = TestHost::default();
    circle.laptops[1]
        .call_with(&mut host, "sync_folder", json!({}))
        .unwrap();
    let step = host.last_step.unwrap();
    assert!(known.len() >= 6);
    assert!(
        step.total <= 1 || step.step != "progress-shared",
        "one file is read, however many lie there: {step:?}"
    );
    assert_eq!(themes(&mut circle.laptops[1]).len(), 7);
    let mut host = TestHost::default();
    circle.laptops[1]
        .call_with(&mut host, "sync_folder", json!({}))
        .unwrap();
    assert_eq!(host.steps, 0, "and none when nothing came");
}
