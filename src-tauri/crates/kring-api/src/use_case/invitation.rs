//! Inviting someone, and what of a quarrel or removal can still be brought in.

use kring_domain::id::Hash;
use schemars::JsonSchema;
use serde::Deserialize;

use kring_domain::text::Value;

use super::exchange::{one_file, safe_file_name};
use super::member::RightCode;
use super::store::Deed;
use crate::desk::{Desk, Nothing};
use crate::error::{ApiError, Result};
use crate::exchange::invite::{InvitationView, MadeInvitation, Welcome};
use crate::exchange::parked::Parked;
use crate::host::{FilePurpose, Secret};
use crate::workspace::Done;

/// Whom to invite.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Invite {
    /// What the coordinator calls them; only this laptop knows it.
    pub name: String,
    /// What they will be allowed to do; member if not said.
    #[serde(default = "as_member")]
    pub right: RightCode,
}

fn as_member() -> RightCode {
    RightCode::Member
}

/// Makes an invitation: a file to send, and six words to tell by telephone.
pub fn invite(desk: &mut Desk<'_>, input: Invite) -> Result<MadeInvitation> {
    desk.workspace.check_coordinator()?;
    let file = desk
        .workspace
        .words()
        .say_with("invitation-name", &[("name", Value::from(input.name.clone()))]);
    let file = format!("{}.kring", safe_file_name(&file));
    let target = desk.host.target(&file).ok_or(ApiError::NoFile)?;
    let made = desk.workspace.invite(input.name, input.right.into(), &target)?;
    desk.host.reveal(&target);
    Ok(made)
}

/// The invitations that this laptop made, newest first.
pub fn list(desk: &mut Desk<'_>, _: Nothing) -> Result<Vec<InvitationView>> {
    desk.workspace.invitations()
}

/// Which invitation.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ByInvitation {
    /// Its id.
    pub id: String,
}

/// Takes an invitation back.
pub fn withdraw(desk: &mut Desk<'_>, input: ByInvitation) -> Result<Deed> {
    Ok(Deed {
        done: desk.workspace.withdraw_invitation(&input.id)?,
    })
}

/// Opens an invitation with the six words, which the host gives: the card of this store is made anew
/// with it, and nobody has to compare words any more.
pub fn accept(desk: &mut Desk<'_>, _: Nothing) -> Result<Welcome> {
    let path = one_file(desk, FilePurpose::Packages)?;
    let words = desk.host.secret(Secret::InvitationWords);
    let words = words.ok_or_else(|| ApiError::Input("InvitationWords is missing".to_owned()))?;
    desk.workspace.accept_invitation(&path, &words)
}

/// Changes that have no effect because a right was taken away, by record.
pub fn parked(desk: &mut Desk<'_>, _: Nothing) -> Result<Vec<Parked>> {
    desk.workspace.parked()
}

/// Which segments to bring in.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AdmitSegments {
    /// Their hashes.
    pub segments: Vec<Hash>,
}

/// Brings in what came behind a cut-off.
pub fn admit(desk: &mut Desk<'_>, input: AdmitSegments) -> Result<Done<u64>> {
    desk.workspace.admit(input.segments)
}
