//! The circle's own record: one row.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use kring_domain::block::Blocks;
use kring_domain::circle::Circle;
use kring_domain::id::OrganisationId;

crate::noun!(Circle, "circle", {
    name: String,
    goals: Blocks,
    starts: Option<NaiveDate>,
    ends: Option<NaiveDate>,
    meetings_planned: Option<u32>,
    organisations: BTreeMap<OrganisationId, String>,
}, []);
