//! `organisatie` → [`Organisation`]: with its kind and former names.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::invalid::{self, Invalid};
use crate::kind::Kind;
use crate::open_enum;
use crate::record::Record;

open_enum! {
    /// What an organisation does in this field.
    OrganisationKind {
        /// Runs family homes or other care.
        CareProvider = "care_provider",
        /// Franchise or network of family homes.
        FamilyHomeNetwork = "family_home_network",
        /// Knowledge institute, university.
        KnowledgeInstitute = "knowledge_institute",
        /// Fund or foundation.
        Fund = "fund",
        /// Represents young people.
        YouthCouncil = "youth_council",
        /// Branch organisation, government.
        Government = "government",
        /// Any other.
        Other = "other",
    }
}

/// An organisation.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Organisation {
    /// Present name: "Intermetzo".
    pub name: String,
    /// What it does.
    pub kind: Option<OrganisationKind>,
    /// Names it had before, oldest first: "LSG-Rentray".
    pub former_names: Vec<String>,
}

impl Record for Organisation {
    const KIND: Kind = Kind::Organisation;

    fn check(&self) -> Result<(), Invalid> {
        invalid::title("name", &self.name)?;
        self.former_names
            .iter()
            .try_for_each(|name| invalid::title("former_names", name))
    }

    fn title(&self) -> String {
        self.name.clone()
    }

    fn body_text(&self) -> String {
        self.former_names.join("\n")
    }
}

crate::opaque_debug!(Organisation);
