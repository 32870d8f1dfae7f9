//! Deciding who is in the circle: taking people and laptops out, handing over, keys, the end. What each
//! operation amounts to is worked out in `kring-trust`; who is let in stands in `exchange`.

use kring_domain::id::{DeviceId, MemberId};
use kring_domain::kind::Kind;
use kring_domain::member::Member;
use kring_domain::text::Value;
use kring_store::noun;
use kring_trust::membership::{DeviceStatus, Membership};
use kring_trust::operation::{Deed, Right};
use kring_trust::printed::parse_authority;
use kring_trust::signature::AuthoritySecret;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::member::{RightCode, name as member_name};
use crate::desk::{Desk, Nothing};
use crate::error::{ApiError, Refusal, Result};
use crate::host::Secret;
use crate::workspace::{Done, Workspace};

/// One member.
#[derive(Debug, Clone, Copy, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ByMember {
    /// The member.
    pub member: MemberId,
}

/// Takes a person out of the circle. What they wrote until now, as far as it is here, stays; nothing
/// behind it counts. Their laptops get no more packages.
pub fn remove_member(desk: &mut Desk<'_>, input: ByMember) -> Result<Done<MemberId>> {
    let workspace = &mut *desk.workspace;
    workspace.check_coordinator()?;
    let person = input.member;
    right_now(workspace, person)?;
    workspace.check_not_last(person)?;
    let cut = workspace.heads_of(|membership, device| membership.person_of(device) == Some(person))?;
    workspace.change_membership("remove_member", |act| {
        act.add_operation(Deed::RemovePerson { person, cut })?;
        Ok(person)
    })
}

/// One laptop.
#[derive(Debug, Clone, Copy, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ByDevice {
    /// The laptop.
    pub device: DeviceId,
}

/// Takes a laptop out of the circle, such as one that was stolen; a member does so with their own.
pub fn remove_device(desk: &mut Desk<'_>, input: ByDevice) -> Result<Done<DeviceId>> {
    let workspace = &mut *desk.workspace;
    let device = input.device;
    let membership = &workspace.core.circle()?.membership;
    let known = membership
        .device(device)
        .filter(|known| known.status == DeviceStatus::Active);
    let person = known.ok_or(Refusal::DeviceGone)?.person;
    let is_own = Some(person) == workspace.person() && workspace.core.own_right().is_some();
    if !is_own {
        workspace.check_coordinator()?;
    }
    if active_devices(membership, person) == 1 {
        workspace.check_not_last(person)?;
    }
    let cut = workspace.heads_of(|_, of| of == device)?;
    workspace.change_membership("remove_device", |act| {
        act.add_operation(Deed::RemoveDevice { device, cut })?;
        Ok(device)
    })
}

fn active_devices(membership: &Membership, person: MemberId) -> usize {
    membership
        .active_devices()
        .filter(|(_, device)| device.person == person)
        .count()
}

/// The right someone has now.
fn right_now(workspace: &Workspace, person: MemberId) -> Result<Right> {
    let right = workspace.core.circle()?.membership.right_of(person);
    right.ok_or(ApiError::NotFound {
        kind: Kind::Member,
        id: person.0,
    })
}

/// Whom to bring back, and with what right.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BringBack {
    /// The member.
    pub member: MemberId,
    /// The right.
    pub right: RightCode,
}

/// Brings someone back who is out, with the laptops they had: what ends a quarrel in which two took each
/// other out.
pub fn bring_back(desk: &mut Desk<'_>, input: BringBack) -> Result<Done<MemberId>> {
    let workspace = &mut *desk.workspace;
    workspace.check_coordinator()?;
    check_out(workspace, input.member)?;
    workspace.change_membership("bring_back_member", |act| {
        act.add_operation(Deed::AddPerson {
            person: input.member,
            right: input.right.into(),
        })?;
        Ok(input.member)
    })
}

/// Whether a person was in with a laptop and is out now.
fn check_out(workspace: &Workspace, person: MemberId) -> Result<()> {
    let membership = &workspace.core.circle()?.membership;
    let had_laptop = membership
        .now()
        .devices()
        .any(|(_, device)| device.person == person);
    if had_laptop && membership.right_of(person).is_none() {
        Ok(())
    } else {
        Err(Refusal::NotOut.into())
    }
}

/// Makes someone else coordinator and oneself a member, in one.
pub fn hand_over(desk: &mut Desk<'_>, input: ByMember) -> Result<Done<MemberId>> {
    let workspace = &mut *desk.workspace;
    workspace.check_coordinator()?;
    let own = workspace.core.person()?;
    right_now(workspace, input.member)?;
    if input.member == own || active_devices(&workspace.core.circle()?.membership, input.member) == 0 {
        return Err(Refusal::NoSuccessor.into());
    }
    let cut = workspace.heads_of(|membership, device| membership.person_of(device) == Some(own))?;
    workspace.change_membership("hand_over", |act| {
        act.add_operation(Deed::SetRight {
            person: input.member,
            right: Right::Coordinator,
            cut: Vec::new(),
        })?;
        act.add_operation(Deed::SetRight {
            person: own,
            right: Right::Member,
            cut,
        })?;
        Ok(input.member)
    })
}

/// What the `kringsleutel` is used for.
#[derive(Debug, Clone, Copy, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CircleKeyDeed {
    /// Makes this member coordinator, also when they are out.
    Appoint(MemberId),
    /// Takes this member out, whatever they decide beside it.
    Remove(MemberId),
}

/// A use of the `kringsleutel`.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UseCircleKey {
    /// For what.
    pub deed: CircleKeyDeed,
}

/// Decides with the printed `kringsleutel`, which the host gives: when no coordinator is left, or two
/// took each other out. Whoever holds the paper may, on any laptop of the circle.
pub fn use_circle_key(desk: &mut Desk<'_>, input: UseCircleKey) -> Result<Done<MemberId>> {
    let genesis = &desk.workspace.core.circle()?.genesis;
    let authority = genesis.authority;
    let typed = desk.host.secret(Secret::AuthorityKey);
    let typed = typed.ok_or_else(|| ApiError::Input("AuthorityKey is missing".to_owned()))?;
    let secret = parse_authority(&typed).map_err(|_| Refusal::PrintedKey)?;
    if secret.public() != authority {
        return Err(Refusal::OtherCircleKey.into());
    }
    match input.deed {
        CircleKeyDeed::Appoint(person) => appoint(desk.workspace, &secret, person),
        CircleKeyDeed::Remove(person) => remove_by_key(desk.workspace, &secret, person),
    }
}

fn appoint(workspace: &mut Workspace, secret: &AuthoritySecret, person: MemberId) -> Result<Done<MemberId>> {
    let membership = &workspace.core.circle()?.membership;
    let devices = membership.now().devices();
    let of_person: Vec<_> = devices.filter(|(_, device)| device.person == person).collect();
    if of_person.is_empty() {
        return Err(Refusal::NoSuccessor.into());
    }
    // Without a laptop of their own nobody decides: those that were taken out come back with them.
    let is_in = membership.right_of(person).is_some();
    let has_laptop = of_person.iter().any(|(id, _)| membership.has_device(*id));
    let again: Vec<_> = of_person.iter().map(|(_, device)| device.keys).collect();
    workspace.change_membership("use_circle_key", |act| {
        let right = Right::Coordinator;
        act.add_operation_by(
            secret,
            if is_in {
                Deed::SetRight {
                    person,
                    right,
                    cut: Vec::new(),
                }
            } else {
                Deed::AddPerson { person, right }
            },
        )?;
        for keys in again.into_iter().filter(|_| !has_laptop) {
            act.add_operation_by(
                secret,
                Deed::AddDevice {
                    person,
                    keys,
                    nonce: None,
                },
            )?;
        }
        Ok(person)
    })
}

fn remove_by_key(
    workspace: &mut Workspace,
    secret: &AuthoritySecret,
    person: MemberId,
) -> Result<Done<MemberId>> {
    right_now(workspace, person)?;
    workspace.check_not_last(person)?;
    let cut = workspace.heads_of(|membership, device| membership.person_of(device) == Some(person))?;
    workspace.change_membership("use_circle_key", |act| {
        act.add_operation_by(secret, Deed::RemovePerson { person, cut })?;
        Ok(person)
    })
}

/// Gives this laptop another key for packages. The one before is kept for 180 days.
pub fn rotate_key(desk: &mut Desk<'_>, _: Nothing) -> Result<Done<()>> {
    if desk.workspace.core.own_right().is_none() {
        desk.workspace.core.circle()?;
        return Err(ApiError::NotAllowed(Kind::Member));
    }
    desk.workspace.rotate_key()
}

/// Ends the circle: from then on nobody writes in it.
pub fn close(desk: &mut Desk<'_>, _: Nothing) -> Result<Done<()>> {
    desk.workspace.check_coordinator()?;
    if desk.workspace.core.circle()?.membership.is_closed() {
        return Err(Refusal::CircleEnded.into());
    }
    desk.workspace
        .change_membership("close_circle", |act| act.add_operation(Deed::CloseCircle))
}

/// How the membership of the circle stands, and what deserves attention.
#[derive(Debug, Serialize, JsonSchema)]
pub struct MembershipView {
    /// Who decides on membership now.
    pub coordinators: Vec<MemberId>,
    /// Who is out because they and another took each other out.
    pub suspended: Vec<MemberId>,
    /// Whether the circle was closed.
    pub closed: bool,
    /// Since when this laptop uses its key for packages, UTC milliseconds.
    pub key_since_ms: u64,
    /// What deserves attention, in sentences.
    pub advice: Vec<String>,
}

/// Shows how the membership stands.
pub fn show(desk: &mut Desk<'_>, _: Nothing) -> Result<MembershipView> {
    let workspace = &*desk.workspace;
    let membership = &workspace.core.circle()?.membership;
    let members: Vec<(MemberId, Member)> = noun::all(workspace.db())?;
    let suspended: Vec<MemberId> = members
        .into_iter()
        .map(|(id, _)| id)
        .filter(|id| membership.is_suspended(*id))
        .collect();
    let coordinators = membership.coordinators();
    Ok(MembershipView {
        advice: advice(workspace, &coordinators, &suspended)?,
        coordinators,
        suspended,
        closed: membership.is_closed(),
        key_since_ms: workspace.key_since_ms()?,
    })
}

/// What deserves attention, most urgent first.
fn advice(workspace: &Workspace, coordinators: &[MemberId], suspended: &[MemberId]) -> Result<Vec<String>> {
    let words = workspace.words();
    let membership = &workspace.core.circle()?.membership;
    let mut said = Vec::new();
    if membership.is_closed() {
        return Ok(vec![words.say("advice-closed")]);
    }
    if workspace.core.own_right().is_none() {
        said.push(words.say("advice-out"));
    }
    for person in suspended {
        let name = member_name(workspace.db(), Some(*person))?;
        said.push(words.say_with("advice-suspended", &[("name", Value::from(name))]));
    }
    match coordinators {
        [] => said.push(words.say("advice-no-coordinator")),
        [only] if Some(*only) == workspace.person() => said.push(words.say("advice-second-coordinator")),
        _ => {}
    }
    if workspace.core.own_right().is_some() && workspace.is_key_due()? {
        said.push(words.say("advice-key-due"));
    }
    Ok(said)
}
