//! Finding anything in every open circle at once.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::FrontDesk;
use super::at_hand::Nobody;
use crate::desk::Desk;
use crate::error::Result;
use crate::use_case::circle;
use crate::use_case::search::{self, Hit, Search};

/// What to look for.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SearchAll {
    /// Words; the beginning of a word will do.
    pub query: String,
    /// How many hits at most in each circle; 50 if not said.
    pub most: Option<u32>,
}

/// Something that was found, and where.
#[derive(Debug, Serialize, JsonSchema)]
pub struct FoundInCircle {
    /// What was found.
    #[serde(flatten)]
    pub hit: Hit,
    /// The circle's handle.
    pub circle: String,
    /// Its name.
    #[serde(rename = "circleName")]
    pub circle_name: String,
}

/// Finds records in which every word occurs.
pub(super) fn search(desk: &mut FrontDesk<'_>, input: SearchAll) -> Result<Vec<FoundInCircle>> {
    let mut found = Vec::new();
    for open in &mut desk.app.circles {
        if open.workspace.circle().is_none() {
            continue;
        }
        let circle_name = circle::name(&open.workspace).unwrap_or_default();
        let mut inside = Desk {
            workspace: &mut open.workspace,
            host: &mut Nobody,
        };
        let query = Search {
            query: input.query.clone(),
            most: input.most,
        };
        found.extend(
            search::search(&mut inside, query)?
                .into_iter()
                .map(|hit| FoundInCircle {
                    hit,
                    circle: open.handle.clone(),
                    circle_name: circle_name.clone(),
                }),
        );
    }
    Ok(found)
}
