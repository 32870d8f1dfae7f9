//! Files that a member did not mean to make, or that somebody made to do harm: each is refused with
//! its sentence, or carried without effect, and never takes the app along.

#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout)] // a test reports by printing and stops by panicking

mod class;
mod damage;
mod erasing;
mod forge;
mod fork;
mod golden;
mod golden_parts;
mod joining;
mod liar;
mod matrix;
mod newer;
mod no_effect;
mod operation;
mod raw;
mod refused;
mod reseal;
mod scene;
mod taker;
mod zstd_by_hand;

use kring_api::domain::text::{Catalogue, Language};
use kring_tests::{Circle, memory_folder};

/// A circle of three: a coordinator and two members, with a record or two.
fn three(seed: u64) -> Circle {
    let mut circle = Circle::within(memory_folder(), 3, seed);
    let [coordinator, ..] = circle.laptops.as_mut_slice() else {
        panic!()
    };
    coordinator.make("create_theme", serde_json::json!({ "name": "hechting" }));
    coordinator.make(
        "write_note",
        serde_json::json!({ "title": "Vooraf", "body": "We spraken over rust." }),
    );
    circle.exchange_all();
    circle
}

/// Fails unless a member is told what happened and what to do, in both languages.
fn assert_told(code: &str) {
    for language in [Language::Dutch, Language::English] {
        let words = Catalogue::new(language);
        for key in [code.to_owned(), format!("{code}-todo")] {
            assert!(words.has(&key), "{key} has no sentence in {}", language.tag());
        }
    }
}
