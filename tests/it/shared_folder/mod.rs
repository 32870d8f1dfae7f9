//! The shared folder: laptops that meet through nothing but files which something else carries.

mod carrier;
mod travel;

use std::fs;
use std::path::{Path, PathBuf};

use kring_tests::{Circle, Laptop, TestHost};
use serde_json::{Value, json};

const MINUTE_MS: u64 = 60 * 1000;

/// A circle of laptops that share one folder.
fn sharing(count: usize, seed: u64) -> (Circle, PathBuf) {
    let mut circle = Circle::of(count, seed);
    let folder = circle.root.path().join("Gedeelde map");
    fs::create_dir(&folder).unwrap();
    for laptop in &mut circle.laptops {
        choose(laptop, &folder);
    }
    (circle, folder)
}

fn choose(laptop: &mut Laptop, folder: &Path) -> Value {
    let mut host = TestHost {
        folder: Some(folder.to_owned()),
        ..TestHost::default()
    };
    laptop
        .call_with(&mut host, "choose_shared_folder", json!({}))
        .unwrap()
}

fn sync(laptop: &mut Laptop) -> Value {
    laptop.ask("sync_folder", json!({}))
}

fn shown(laptop: &mut Laptop) -> Value {
    laptop.ask("show_shared_folder", json!({}))
}

fn theme(laptop: &mut Laptop, name: &str) {
    laptop.make("create_theme", json!({ "name": name }));
}

fn themes(laptop: &mut Laptop) -> Vec<String> {
    let themes = laptop.ask("list_themes", json!({}));
    let name = |theme: &Value| theme["name"].as_str().unwrap().to_owned();
    themes.as_array().unwrap().iter().map(name).collect()
}

/// Every package file in the folder, in order of name.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for chain in fs::read_dir(folder.join("log")).unwrap() {
        found.extend(
            fs::read_dir(chain.unwrap().path())
                .unwrap()
                .map(|entry| entry.unwrap().path()),
        );
    }
    found.sort();
    found
}

/// The only file that came since these were there.
fn new_file(folder: &Path, before: &[PathBuf]) -> PathBuf {
    let new: Vec<PathBuf> = files(folder)
        .into_iter()
        .filter(|file| !before.contains(file))
        .collect();
    let [file] = new.as_slice() else {
        panic!("one new file, not {new:?}")
    };
    file.clone()
}

fn all_equal(circle: &mut Circle) {
    let states = circle.states();
    for laptop in &mut circle.laptops {
        assert_eq!(laptop.check().unwrap(), states[0], "all are equal and in order");
    }
}

fn own_chain(laptop: &mut Laptop) -> String {
    let device = laptop.workspace().device().to_string();
    let heads = laptop.workspace().heads().unwrap();
    let own = heads
        .iter()
        .map(|head| head.log.to_string())
        .find(|log| log.starts_with(&device[..16]));
    own.unwrap()
}
