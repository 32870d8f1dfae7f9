//! The policy table as it was agreed, read from the file that spells it out apart from the code.

use kring_api::domain::kind::Kind;

/// For each kind and right what is allowed; see the head of the file.
const AGREED: &str = include_str!("../../src-tauri/crates/kring-trust/tests/policy.txt");

/// The rights in the order of the table's columns.
pub const RIGHTS: [&str; 4] = ["reader", "member", "secretary", "coordinator"];

/// What a right allows on a kind: c creates, h changes, e erases.
#[derive(Debug, Clone, Copy)]
pub struct Cell {
    /// On the circle's or another's record.
    pub other: &'static str,
    /// On one's own.
    pub own: &'static str,
}

impl Cell {
    /// The cell of a kind and right.
    pub fn of(kind: Kind, right: &str) -> Self {
        let column = RIGHTS.iter().position(|known| *known == right).unwrap();
        let lines = AGREED.lines().filter(|line| !line.starts_with('#'));
        let mut words = lines
            .map(str::split_whitespace)
            .find(|words| words.clone().next() == Some(kind.code()))
            .unwrap();
        let (other, own) = words.nth(column + 1).unwrap().split_once('/').unwrap();
        Self { other, own }
    }
}
