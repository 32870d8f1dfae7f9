//! Statements, their wordings, and the evidence for and against them.

use kring_domain::id::{AgendaItemId, MeetingId, StatementId, StatementVersionId, StudyId, ThemeId};
use kring_domain::statement::{Evidence, EvidenceBasis, EvidenceStance, Statement, StatementVersion};

crate::noun!(Statement, "statement", {
    theme: ThemeId,
    meeting: Option<MeetingId>,
    item: Option<AgendaItemId>,
}, ["theme", "meeting"]);

crate::noun!(StatementVersion, "statement_version", {
    statement: StatementId,
    text: String,
    supersedes: Option<StatementVersionId>,
}, ["statement"]);

crate::noun!(Evidence, "evidence", {
    statement: StatementId,
    study: Option<StudyId>,
    stance: EvidenceStance,
    basis: EvidenceBasis,
    finding: String,
    page: String,
}, ["statement", "study"]);
