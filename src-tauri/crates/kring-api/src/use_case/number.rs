//! Continuous numbers of decisions and actions: given by who may, never counted, never reused.

use std::collections::BTreeMap;

use kring_domain::id::{NumberingId, RecordId};
use kring_domain::numbering::{self, Numbering, Numbers, Series};
use kring_store::Connection;
use kring_store::noun;
use kring_sync::segment::Scope;

use super::order;
use crate::error::{ApiError, Result};
use crate::workspace::Act;

/// The numbers of every record that has or had one.
pub fn all(db: &Connection) -> Result<BTreeMap<RecordId, Numbers>> {
    let mut numbers = BTreeMap::new();
    for series in Series::ALL {
        numbers.extend(numbering::resolve(&in_order(db, series)?));
    }
    Ok(numbers)
}

/// The assignments of a series; in canonical order as far as that matters, that is where two clash.
fn in_order(db: &Connection, series: &Series) -> Result<Vec<Numbering>> {
    let mut given: Vec<(NumberingId, Numbering)> =
        noun::select(db, "series = ?1 ORDER BY year, number, record", [series.code()])?;
    let clash = given
        .windows(2)
        .any(|pair| (pair[0].1.year, pair[0].1.number) == (pair[1].1.year, pair[1].1.number));
    if clash {
        let places = order::places(db)?;
        given.sort_by_key(|(id, _)| order::place_of(db, &places, id.0));
    }
    Ok(given.into_iter().map(|(_, numbering)| numbering).collect())
}

/// Gives the next free number of a year to every one of these records that has none, if who acts may.
pub fn give(act: &mut Act<'_>, series: &Series, year: i32, subjects: &[RecordId]) -> Result<()> {
    let given = in_order(act.db(), series)?;
    let numbers = numbering::resolve(&given);
    let mut next = given
        .iter()
        .filter(|given| given.year == year)
        .map(|given| given.number)
        .max()
        .unwrap_or(0)
        + 1;
    let lost: Vec<RecordId> = numbers
        .iter()
        .filter(|(_, numbers)| numbers.number.is_none())
        .map(|(id, _)| *id)
        .collect();
    let without = subjects
        .iter()
        .filter(|subject| !numbers.contains_key(subject))
        .copied();
    for subject in without.chain(lost) {
        let numbering = Numbering {
            series: series.clone(),
            year,
            number: next,
            subject,
        };
        match act.create(Scope::Circle, &numbering) {
            Ok(_) => next += 1,
            // Who may not give numbers leaves it to the next secretary.
            Err(ApiError::NotAllowed(_)) => return Ok(()),
            Err(error) => return Err(error),
        }
    }
    Ok(())
}
