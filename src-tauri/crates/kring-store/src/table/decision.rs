//! Decisions and actions.

use chrono::NaiveDate;
use kring_domain::decision::{Action, ActionState, Decision};
use kring_domain::id::{ActionId, AgendaItemId, MeetingId, MemberId};
use rusqlite::Connection;

crate::noun!(Decision, "decision", {
    meeting: MeetingId,
    item: Option<AgendaItemId>,
    text: String,
}, ["meeting"]);

crate::noun!(Action, "action", {
    meeting: Option<MeetingId>,
    item: Option<AgendaItemId>,
    text: String,
    owner: Option<MemberId>,
    due: Option<NaiveDate>,
    state: ActionState,
    postponed: u32,
}, ["meeting", "owner", "state"]);

/// Actions that are still open, by due date, those without one last.
pub fn open_actions(db: &Connection) -> rusqlite::Result<Vec<(ActionId, Action)>> {
    crate::noun::select(db, "state = 'open' ORDER BY due IS NULL, due, record", [])
}
