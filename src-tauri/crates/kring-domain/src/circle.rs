//! `kenniskring` → [`Circle`]: the group, with its goals, period and organisations.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::block::Blocks;
use crate::id::{OrganisationId, RecordId};
use crate::invalid::{self, Invalid, Reason};
use crate::kind::Kind;
use crate::record::Record;

/// A knowledge circle. There is one such record in a store.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Circle {
    /// Name: "Kenniskring gezinshuizen".
    pub name: String,
    /// What the circle is for.
    pub goals: Blocks,
    /// First day of its period.
    pub starts: Option<NaiveDate>,
    /// Last day of its period.
    pub ends: Option<NaiveDate>,
    /// How many meetings are planned.
    pub meetings_planned: Option<u32>,
    /// Organisations that take part, each with its part in words; an empty text is a part taken away.
    pub organisations: BTreeMap<OrganisationId, String>,
}

impl Record for Circle {
    const KIND: Kind = Kind::Circle;
    const TEXTS: &'static [&'static str] = &["goals"];
    const MAPS: &'static [&'static str] = &["organisations"];

    fn check(&self) -> Result<(), Invalid> {
        invalid::title("name", &self.name)?;
        if let (Some(starts), Some(ends)) = (self.starts, self.ends)
            && ends < starts
        {
            return Err(Invalid::new("ends", Reason::EndBeforeStart));
        }
        self.organisations
            .values()
            .try_for_each(|part| invalid::line("organisations", part))?;
        self.goals.check("goals")
    }

    fn title(&self) -> String {
        self.name.clone()
    }

    fn body_text(&self) -> String {
        self.goals.plain()
    }

    fn links(&self) -> Vec<RecordId> {
        self.organisations.keys().map(|id| id.0).collect()
    }

    fn texts(&self) -> Vec<&Blocks> {
        vec![&self.goals]
    }
}

crate::opaque_debug!(Circle);
