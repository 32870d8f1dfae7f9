//! The circle itself, and where this laptop stands in it.

use kring_domain::circle::Circle;
use kring_domain::id::{CircleId, DeviceId, Hash, MemberId, RecordId};
use kring_store::noun;
use kring_store::table::{document, sealed, touch};
use schemars::JsonSchema;
use serde::Serialize;

use super::member::right_code;
use crate::desk::{Change, Desk, Item, Nothing};
use crate::error::{ApiError, Refusal, Result};
use crate::workspace::Done;

/// The circle as this laptop knows it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CircleView {
    /// The circle's id; absent while the store waits for an answer to its card.
    pub circle: Option<CircleId>,
    /// Its record; absent until it came in.
    pub record: Option<Item<Circle>>,
    /// Whether it is the sample circle.
    pub sample: bool,
    /// This device.
    pub device: DeviceId,
    /// Who works on it.
    pub member: Option<MemberId>,
    /// What they may do: coordinator, secretary, member, reader.
    pub right: Option<&'static str>,
    /// How many records there are of each kind.
    pub counts: Vec<(&'static str, u64)>,
    /// Review markers that wait.
    pub reviews: u64,
    /// Records that are sealed until a round closes.
    pub sealed: u64,
    /// Digest of everything the circle agrees on.
    pub state: Hash,
}

/// The circle and where this laptop stands in it.
pub fn show(desk: &mut Desk<'_>, _: Nothing) -> Result<CircleView> {
    let workspace = &desk.workspace;
    let record = noun::all::<Circle, RecordId>(workspace.db())?.into_iter().next();
    let circle = workspace.circle();
    Ok(CircleView {
        circle: circle.map(|circle| circle.id),
        record: record.map(|(id, record)| Item { id, record }),
        sample: circle.is_some_and(|circle| circle.genesis.sample),
        device: workspace.device(),
        member: workspace.person(),
        right: workspace.core.own_right().map(right_code),
        counts: document::counts(workspace.db())?
            .into_iter()
            .map(|(kind, count)| (kind.code(), count))
            .collect(),
        reviews: touch::markers(workspace.db())?.len() as u64,
        sealed: sealed::count_closed(workspace.db())?,
        state: workspace.state()?,
    })
}

/// Changes the circle's own record: name, goals, period, organisations.
pub fn change(desk: &mut Desk<'_>, input: Change<Circle>) -> Result<Done<RecordId>> {
    desk.change("change_circle", input)
}

/// The name of the circle.
pub fn name(desk: &crate::workspace::Workspace) -> Result<String> {
    let circle = noun::all::<Circle, RecordId>(desk.db())?.into_iter().next();
    circle
        .map(|(_, circle)| circle.name)
        .ok_or(ApiError::Refused(Refusal::NoCircleYet))
}
