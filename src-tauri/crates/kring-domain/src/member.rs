//! `deelnemer` → [`Member`]: a person in this circle, with role and organisation. Rights are not
//! here: they are in the membership log (`kring-trust`). Details of a person live only in this record.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::id::{OrganisationId, RecordId};
use crate::invalid::{self, Invalid};
use crate::kind::Kind;
use crate::name::PersonName;
use crate::open_enum;
use crate::record::Record;

open_enum! {
    /// `rol`: what someone is in the circle. A label, apart from rights.
    Role {
        /// `coördinator`
        Coordinator = "coordinator",
        /// `secretaris`
        Secretary = "secretary",
        /// `gezinshuisouder`
        FamilyHomeParent = "family_home_parent",
        /// `vertegenwoordiger van een organisatie`
        OrganisationRepresentative = "organisation_representative",
        /// `onderzoeker`
        Researcher = "researcher",
        /// `ervaringsdeskundige`
        ExperienceExpert = "experience_expert",
        /// `gast`
        Guest = "guest",
    }
}

/// A member of the circle.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Member {
    /// Name in its Dutch parts.
    pub name: PersonName,
    /// Role in the circle.
    pub role: Option<Role>,
    /// Organisation they speak for.
    pub organisation: Option<OrganisationId>,
    /// Mail address, to prepare a mail with a package.
    pub email: String,
}

impl Record for Member {
    const KIND: Kind = Kind::Member;

    fn check(&self) -> Result<(), Invalid> {
        self.name.check()?;
        invalid::line("email", &self.email)
    }

    fn title(&self) -> String {
        self.name.full()
    }

    fn links(&self) -> Vec<RecordId> {
        self.organisation.iter().map(|id| id.0).collect()
    }
}

crate::opaque_debug!(Member);
