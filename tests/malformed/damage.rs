//! A file that suffered on its way: every byte of its header, and 200 places spread over the whole.

use std::collections::BTreeSet;
use std::fs;

use kring_sync::package::guard_header;

use crate::{assert_told, three};

/// How many places of the whole file are damaged.
const PLACES: usize = 200;

/// What may happen to a file at a place, and what is left of it then.
type Damage = (&'static str, fn(&[u8], usize) -> Vec<u8>);

const DAMAGES: [Damage; 5] = [
    ("a bit flipped", |file, at| {
        let mut file = file.to_vec();
        file[at] ^= 1 << (at % 8);
        file
    }),
    ("a byte cut", |file, at| [&file[..at], &file[at + 1..]].concat()),
    ("a byte inserted", |file, at| {
        [&file[..at], &[!file[at]], &file[at..]].concat()
    }),
    ("a byte doubled", |file, at| [&file[..=at], &file[at..]].concat()),
    ("cut off here", |file, at| file[..at].to_vec()),
];

#[test]
fn a_damaged_file_is_refused_and_nothing_of_it_is_taken_over() {
    let mut circle = three(21);
    circle.laptops[0].make(
        "write_note",
        serde_json::json!({ "title": "Nieuw", "body": "Wat niemand nog heeft." }),
    );
    let whole = circle.file();
    circle.laptops[0].export_all(&whole);
    let bytes = fs::read(&whole).unwrap();
    let header = guard_header(&mut bytes.as_slice()).unwrap().bytes;
    let mut places: BTreeSet<usize> = (0..header).collect();
    places.extend((0..PLACES).map(|at| at * (bytes.len() - 1) / (PLACES - 1)));

    let receiver = &mut circle.laptops[1];
    let before = receiver.dump();
    let damaged = circle.root.path().join("damaged.kring");
    let mut codes = BTreeSet::new();
    for at in places {
        for (what, damage) in DAMAGES {
            fs::write(&damaged, damage(&bytes, at)).unwrap();
            let code = receiver.refusal(&damaged);
            assert!(
                code.starts_with("err-package-"),
                "{what} at {at} is told as {code}"
            );
            codes.insert(code);
        }
        assert!(
            receiver.dump() == before,
            "at {at}: a refused file leaves no trace in the store"
        );
    }
    codes.iter().for_each(|code| assert_told(code));
    assert!(
        receiver.import(&whole).unwrap().new > 0,
        "the same file undamaged is taken over"
    );
}
