//! Continuous numbers of decisions and actions: given by who may, never counted, never reused.

use std::collections::BTreeMap;

use kring_domain::id::{NumberingId, RecordId};
use kring_domain::numbering::{self, Numbering, Numbers, Series};
use kring_store::Connection;
use kring_store::noun::{self, Noun};
use kring_store::table::document;
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

/// Gives the next free number to a new record and to all before it that have none: those of members,
/// who may not give numbers, and those that lost theirs. Who may not leaves it to the next secretary.
pub fn give<T: Noun>(
    act: &mut Act<'_>,
    series: &Series,
    new: (RecordId, &T),
    year_of: impl Fn(&Act<'_>, &T) -> Result<i32>,
) -> Result<()> {
    let given = in_order(act.db(), series)?;
    let numbers = numbering::resolve(&given);
    let mut last: BTreeMap<i32, u32> = BTreeMap::new();
    for given in &given {
        let last = last.entry(given.year).or_default();
        *last = given.number.max(*last);
    }
    let mut without: Vec<(u64, RecordId, i32)> = Vec::new();
    for (id, record) in noun::all::<T, RecordId>(act.db())? {
        if numbers.get(&id).is_none_or(|numbers| numbers.number.is_none()) {
            match year_of(act, &record) {
                Ok(year) => {
                    let created = document::get(act.db(), id)?.map_or(0, |row| row.created_ms);
                    without.push((created, id, year));
                }
                // Its meeting is in the trash: it waits until that is put back.
                Err(ApiError::NotFound { .. }) => {}
                Err(error) => return Err(error),
            }
        }
    }
    without.sort_unstable();
    without.push((act.now_ms(), new.0, year_of(act, new.1)?));
    for (_, subject, year) in without {
        let last = last.entry(year).or_default();
        let numbering = Numbering {
            series: series.clone(),
            year,
            number: *last + 1,
            subject,
        };
        match act.create(Scope::Circle, &numbering) {
            Ok(_) => *last += 1,
            Err(ApiError::NotAllowed(_)) => return Ok(()),
            Err(error) => return Err(error),
        }
    }
    Ok(())
}
