//! Contributions and what was done with them.

use kring_domain::contribution::{Consent, Contribution};
use kring_domain::id::{MeetingId, MemberId};

crate::noun!(Contribution, "contribution", {
    meeting: MeetingId,
    from: Option<MemberId>,
    text: String,
    consent: Consent,
    feedback: String,
}, ["meeting"]);
