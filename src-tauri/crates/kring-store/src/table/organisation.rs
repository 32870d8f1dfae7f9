//! Organisations.

use kring_domain::organisation::{Organisation, OrganisationKind};

crate::noun!(Organisation, "organisation", {
    name: String,
    kind: Option<OrganisationKind>,
    former_names: Vec<String>,
}, []);
