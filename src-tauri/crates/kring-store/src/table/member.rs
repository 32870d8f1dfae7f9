//! Members of the circle.

use kring_domain::id::OrganisationId;
use kring_domain::member::{Member, Role};
use kring_domain::name::PersonName;

crate::noun!(Member, "member", {
    name: PersonName,
    role: Option<Role>,
    organisation: Option<OrganisationId>,
    email: String,
}, ["organisation"]);
