//! Members and organisations: who is in the circle, with role, right and devices.

use kring_domain::id::{DeviceId, MemberId, RecordId};
use kring_domain::kind::Kind;
use kring_domain::member::Member;
use kring_domain::name::{PersonName, sort_dutch};
use kring_domain::organisation::Organisation;
use kring_store::noun;
use kring_store::table::erased;
use kring_trust::membership::DeviceStatus;
use kring_trust::operation::{Deed, Right};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::desk::{Change, Desk, Item, Nothing, items};
use crate::error::{ApiError, Result};
use crate::workspace::Done;

/// A member as lists show them.
#[derive(Debug, Serialize, JsonSchema)]
pub struct MemberView {
    /// The member's id.
    pub id: MemberId,
    /// As said: "Annelies van der Meulen".
    pub full_name: String,
    /// As sorted: "Meulen, Annelies van der".
    pub listed_name: String,
    /// The record.
    #[serde(flatten)]
    pub record: Member,
    /// Name of the organisation.
    pub organisation_name: String,
    /// What they may do; absent for someone without a laptop in the circle.
    pub right: Option<&'static str>,
    /// Where they stand.
    pub place: Place,
    /// Their laptops.
    pub devices: Vec<DeviceView>,
}

/// Where someone stands in the circle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// In, with a right.
    In,
    /// Takes part without a laptop of the circle.
    WithoutLaptop,
    /// Was taken out.
    Out,
    /// Out because they and another took each other out.
    Suspended,
}

/// A laptop of a member.
#[derive(Debug, Serialize, JsonSchema)]
pub struct DeviceView {
    /// The device.
    pub id: DeviceId,
    /// Whether it still belongs to the circle.
    pub active: bool,
    /// Whether it is this one.
    pub own: bool,
}

/// The code of a right.
pub fn right_code(right: Right) -> &'static str {
    match right {
        Right::Coordinator => "coordinator",
        Right::Secretary => "secretary",
        Right::Member => "member",
        Right::Reader => "reader",
        Right::Unknown(_) => "unknown",
    }
}

/// A right by its code.
#[derive(Debug, Clone, Copy, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RightCode {
    /// Decides on membership.
    Coordinator,
    /// Keeps minutes, rounds and numbers.
    Secretary,
    /// Takes part.
    Member,
    /// Reads along.
    Reader,
}

impl From<RightCode> for Right {
    fn from(code: RightCode) -> Self {
        match code {
            RightCode::Coordinator => Self::Coordinator,
            RightCode::Secretary => Self::Secretary,
            RightCode::Member => Self::Member,
            RightCode::Reader => Self::Reader,
        }
    }
}

/// All members, sorted the Dutch way.
pub fn list(desk: &mut Desk<'_>, _: Nothing) -> Result<Vec<MemberView>> {
    let mut members: Vec<(MemberId, Member)> = noun::all(desk.workspace.db())?;
    sort_dutch(&mut members, |(_, member)| member.name.listed());
    members
        .into_iter()
        .map(|(id, member)| view(desk, id, member))
        .collect()
}

fn view(desk: &Desk<'_>, id: MemberId, member: Member) -> Result<MemberView> {
    let organisation = match member.organisation {
        Some(organisation) => noun::get::<Organisation>(desk.workspace.db(), organisation)?,
        None => None,
    };
    let membership = desk.workspace.circle().map(|circle| &circle.membership);
    let devices: Vec<DeviceView> = membership
        .into_iter()
        .flat_map(|membership| membership.now().devices())
        .filter(|(_, device)| device.person == id)
        .map(|(id, device)| DeviceView {
            id,
            active: device.status == DeviceStatus::Active,
            own: id == desk.workspace.device(),
        })
        .collect();
    let place = match membership {
        Some(membership) if membership.right_of(id).is_some() => Place::In,
        Some(membership) if membership.is_suspended(id) => Place::Suspended,
        _ if devices.is_empty() => Place::WithoutLaptop,
        _ => Place::Out,
    };
    Ok(MemberView {
        id,
        full_name: member.name.full(),
        listed_name: member.name.listed(),
        organisation_name: organisation
            .map(|organisation| organisation.name)
            .unwrap_or_default(),
        right: membership
            .and_then(|membership| membership.right_of(id))
            .map(right_code),
        place,
        devices,
        record: member,
    })
}

/// Notes a person who takes part without a laptop of the circle.
pub fn add(desk: &mut Desk<'_>, input: Member) -> Result<Done<RecordId>> {
    desk.create("add_member", &input)
}

/// Changes a member's name, role, organisation or mail address.
pub fn change(desk: &mut Desk<'_>, input: Change<Member>) -> Result<Done<RecordId>> {
    desk.change("change_member", input)
}

/// Which right a member gets.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetRight {
    /// The member.
    pub member: MemberId,
    /// The right.
    pub right: RightCode,
}

/// Gives a member another right. What they wrote before stays; behind it counts what the new right allows.
pub fn set_right(desk: &mut Desk<'_>, input: SetRight) -> Result<Done<MemberId>> {
    let workspace = &mut *desk.workspace;
    workspace.check_coordinator()?;
    let person = input.member;
    let now = workspace.core.circle()?.membership.right_of(person);
    let now = now.ok_or(ApiError::NotFound {
        kind: Kind::Member,
        id: person.0,
    })?;
    let right = Right::from(input.right);
    let mut cut = Vec::new();
    if right < now {
        workspace.check_not_last(person)?;
        cut = workspace.heads_of(|membership, device| membership.person_of(device) == Some(person))?;
    }
    workspace.change_membership("set_right", |act| {
        act.add_operation(Deed::SetRight { person, right, cut })?;
        Ok(person)
    })
}

/// All organisations, sorted the Dutch way.
pub fn organisations(desk: &mut Desk<'_>, _: Nothing) -> Result<Vec<Item<Organisation>>> {
    let mut rows: Vec<(RecordId, Organisation)> = noun::all(desk.workspace.db())?;
    sort_dutch(&mut rows, |(_, organisation)| {
        core_word(&organisation.name).to_owned()
    });
    Ok(items(rows))
}

/// A name without a shortened article in front, under which nobody looks: "'s Heeren Loo".
fn core_word(name: &str) -> &str {
    let articles = ["'s ", "’s ", "'t ", "’t "];
    articles
        .iter()
        .find_map(|article| name.strip_prefix(article))
        .unwrap_or(name)
}

/// Adds an organisation.
pub fn add_organisation(desk: &mut Desk<'_>, input: Organisation) -> Result<Done<RecordId>> {
    desk.create("add_organisation", &input)
}

/// Changes an organisation.
pub fn change_organisation(desk: &mut Desk<'_>, input: Change<Organisation>) -> Result<Done<RecordId>> {
    desk.change("change_organisation", input)
}

/// The full name of a member; empty when there is none of this id.
pub fn name(db: &kring_store::Connection, id: Option<MemberId>) -> Result<String> {
    let member = id.map(|id| get(db, id)).transpose()?.flatten();
    Ok(member.map(|member| member.name.full()).unwrap_or_default())
}

/// A member. Of one who was erased nothing is known any more but that it is one and the same person.
pub fn get(db: &kring_store::Connection, id: MemberId) -> Result<Option<Member>> {
    if let Some(member) = noun::get(db, id)? {
        return Ok(Some(member));
    }
    let nameless = || Member {
        name: PersonName::nameless(id),
        ..Member::default()
    };
    Ok(erased::has(db, id.0)?.then(nameless))
}
