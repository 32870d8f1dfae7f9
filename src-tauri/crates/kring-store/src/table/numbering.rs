//! Assigned numbers of running lists.

use kring_domain::id::RecordId;
use kring_domain::numbering::{Numbering, Series};

crate::noun!(Numbering, "numbering", {
    series: Series,
    year: i32,
    number: u32,
    subject: RecordId,
}, ["subject", "series"]);
