//! The assignment of continuous numbers to decisions and actions: [`Numbering`], write-once. A
//! number is never counted from the records, and never reused.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::id::RecordId;
use crate::invalid::{self, Invalid};
use crate::kind::Kind;
use crate::open_enum;
use crate::record::Record;

open_enum! {
    /// A running list with its own numbers.
    Series {
        /// Decisions.
        Decision = "decision",
        /// Actions.
        Action = "action",
        /// Agreements.
        Agreement = "agreement",
    }
}

/// One number of a series and year, given to one record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Numbering {
    /// The running list.
    pub series: Series,
    /// The year.
    pub year: i32,
    /// The number, from 1.
    pub number: u32,
    /// The record that has it.
    pub subject: RecordId,
}

impl Record for Numbering {
    const KIND: Kind = Kind::Numbering;

    fn check(&self) -> Result<(), Invalid> {
        invalid::within("year", i64::from(self.year), 1900, 9999)?;
        invalid::within("number", i64::from(self.number), 1, 99_999)
    }

    fn title(&self) -> String {
        self.print()
    }

    fn links(&self) -> Vec<RecordId> {
        vec![self.subject]
    }
}

impl Numbering {
    /// As printed: "2011-014".
    pub fn print(&self) -> String {
        format!("{}-{:03}", self.year, self.number)
    }
}

/// The numbers of one record: the one it keeps, and those it lost to an earlier assignment.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Numbers {
    /// The number it has; absent when it lost it and has no next one yet.
    pub number: Option<String>,
    /// Numbers it had before a clash: "was 2011-014", shown for ever.
    pub was: Vec<String>,
}

/// The numbers of every record, from all assignments of a series in canonical order. On a clash the
/// first assignment keeps the number.
pub fn resolve(in_order: &[Numbering]) -> BTreeMap<RecordId, Numbers> {
    let mut holders: BTreeMap<(i32, u32), RecordId> = BTreeMap::new();
    let mut numbers: BTreeMap<RecordId, Numbers> = BTreeMap::new();
    for given in in_order {
        let holder = *holders.entry((given.year, given.number)).or_insert(given.subject);
        let entry = numbers.entry(given.subject).or_default();
        if holder != given.subject {
            entry.was.push(given.print());
        } else if entry.number.is_none() {
            entry.number = Some(given.print());
        }
    }
    numbers
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbering(number: u32, subject: u8) -> Numbering {
        Numbering {
            series: Series::Decision,
            year: 2011,
            number,
            subject: RecordId([subject; 16]),
        }
    }

    #[test]
    fn the_first_in_order_keeps_a_clashing_number_and_the_other_shows_what_it_was() {
        let numbers = resolve(&[numbering(14, 1), numbering(14, 2), numbering(15, 2)]);
        assert_eq!(numbers[&RecordId([1; 16])].number.as_deref(), Some("2011-014"));
        let second = &numbers[&RecordId([2; 16])];
        assert_eq!(second.number.as_deref(), Some("2011-015"));
        assert_eq!(second.was, ["2011-014"], "the lost number stays visible");
    }

    #[test]
    fn a_record_that_lost_its_number_has_none_until_a_secretary_gives_the_next() {
        let numbers = resolve(&[numbering(14, 1), numbering(14, 2)]);
        assert_eq!(numbers[&RecordId([2; 16])].number, None);
    }
}
