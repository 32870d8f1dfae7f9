//! Every command of the app, declared once: its name, what goes in, what comes out, and the use case
//! that does it. Window, command line and tests call through [`call`].

use kring_domain::circle::Circle;
use kring_domain::contribution::Contribution;
use kring_domain::decision::{Action, Decision};
use kring_domain::id::{DeviceId, MeetingId, MemberId, RecordId};
use kring_domain::meeting::{AgendaItem, Meeting};
use kring_domain::member::Member;
use kring_domain::note::Note;
use kring_domain::organisation::Organisation;
use kring_domain::statement::Evidence;
use kring_domain::study::Study;
use kring_domain::theme::Theme;
use serde_json::{Value, json};

use crate::app::APP_COMMANDS;
use crate::desk::{ById, Change, Desk, Item, Nothing};
use crate::error::{ApiError, Result};
use crate::exchange::batch::Batch;
use crate::exchange::invite::{InvitationView, MadeInvitation, Welcome};
use crate::exchange::join::{Approved, CardView};
use crate::exchange::outgoing::Sent;
use crate::exchange::parked::Parked;
use crate::exchange::report::{Gap, Report};
use crate::use_case::{
    action, arrival, attachment, backup, changes, circle, draft, erase, exchange, history, invitation,
    journal, meeting, member, membership, note, quarantine, review, round, search, shared, standing,
    statement, store, study, summary, theme, today, trash, undo, unseen, version,
};
use crate::workspace::{Checked, Done};

/// A command as scripts and the window see it. `R` is where it does its work: at the [`Desk`] of an
/// open circle, or at the [`FrontDesk`](crate::app::FrontDesk) before one.
pub struct Command<R = Run> {
    /// Its name.
    pub name: &'static str,
    /// What it does, in one English sentence.
    pub about: &'static str,
    /// JSON Schema of its input.
    pub input: fn() -> Value,
    /// JSON Schema of its answer.
    pub output: fn() -> Value,
    pub(crate) run: R,
}

/// How a command of an open circle is run.
pub type Run = fn(&mut Desk<'_>, Value) -> Result<Value>;

/// Declares a list of commands.
macro_rules! commands {
    ($(#[$about_list:meta])+ $list:ident: $run:ty;
     $($(#[doc = $about:literal])+ $name:ident: $input:ty => $output:ty = $path:path;)+) => {
        $(#[$about_list])+
        pub const $list: &[$crate::command::Command<$run>] = &[$($crate::command::Command {
            name: stringify!($name),
            about: concat!($($about),+),
            input: || schemars::schema_for!($input).to_value(),
            output: || schemars::schema_for!($output).to_value(),
            run: |desk, input| {
                let input: $input = serde_json::from_value(input)
                    .map_err(|error| $crate::error::ApiError::Input(error.to_string()))?;
                let output: $output = $path(desk, input)?;
                serde_json::to_value(output).map_err(|error| $crate::error::ApiError::Input(error.to_string()))
            },
        }),+];
    };
}
pub(crate) use commands;

commands! {
    /// Every command of an open circle, in order of subject.
    COMMANDS: Run;

    #[doc = "Shows the circle and where this laptop stands in it."]
    show_circle: Nothing => circle::CircleView = circle::show;
    #[doc = "Changes the circle's name, goals, period or organisations."]
    change_circle: Change<Circle> => Done<RecordId> = circle::change;

    #[doc = "Lists members, sorted the Dutch way, with role, right, organisation and devices."]
    list_members: Nothing => Vec<member::MemberView> = member::list;
    #[doc = "Adds a person who takes part without a laptop of the circle."]
    add_member: Member => Done<RecordId> = member::add;
    #[doc = "Changes a member's name, role, organisation or mail address."]
    change_member: Change<Member> => Done<RecordId> = member::change;
    #[doc = "Gives a member another right; coordinators only."]
    set_right: member::SetRight => Done<MemberId> = member::set_right;
    #[doc = "Takes a person out of the circle; what they wrote until now stays. Coordinators only."]
    remove_member: membership::ByMember => Done<MemberId> = membership::remove_member;
    #[doc = "Takes a laptop out of the circle: coordinators any, a member their own."]
    remove_device: membership::ByDevice => Done<DeviceId> = membership::remove_device;
    #[doc = "Brings someone back who was taken out, with the laptops they had; coordinators only."]
    bring_back_member: membership::BringBack => Done<MemberId> = membership::bring_back;
    #[doc = "Makes someone else coordinator and oneself a member, in one."]
    hand_over: membership::ByMember => Done<MemberId> = membership::hand_over;
    #[doc = "Appoints a coordinator or takes someone out with the printed kringsleutel, asked from the host."]
    use_circle_key: membership::UseCircleKey => Done<MemberId> = membership::use_circle_key;
    #[doc = "Gives this laptop another key for packages; the one before is kept for 180 days."]
    rotate_key: Nothing => Done<()> = membership::rotate_key;
    #[doc = "Ends the circle: nobody writes in it any more. Coordinators only."]
    close_circle: Nothing => Done<()> = membership::close;
    #[doc = "Shows who decides on membership and what of it deserves attention."]
    show_membership: Nothing => membership::MembershipView = membership::show;
    #[doc = "Lists changes that have no effect because a right was taken away, by record."]
    list_parked: Nothing => Vec<Parked> = invitation::parked;
    #[doc = "Brings parked changes in by their segments; coordinators only."]
    admit_segments: invitation::AdmitSegments => Done<u64> = invitation::admit;
    #[doc = "Makes an invitation: a file to send, and six words to tell by telephone."]
    invite: invitation::Invite => MadeInvitation = invitation::invite;
    #[doc = "Lists the invitations that this laptop made, newest first."]
    list_invitations: Nothing => Vec<InvitationView> = invitation::list;
    #[doc = "Takes an invitation back."]
    withdraw_invitation: invitation::ByInvitation => store::Deed = invitation::withdraw;
    #[doc = "Opens an invitation with its six words, asked from the host, and makes the card anew with it."]
    accept_invitation: Nothing => Welcome = invitation::accept;
    #[doc = "Lists organisations."]
    list_organisations: Nothing => Vec<Item<Organisation>> = member::organisations;
    #[doc = "Adds an organisation."]
    add_organisation: Organisation => Done<RecordId> = member::add_organisation;
    #[doc = "Changes an organisation."]
    change_organisation: Change<Organisation> => Done<RecordId> = member::change_organisation;

    #[doc = "Lists meetings in order of date."]
    list_meetings: Nothing => Vec<meeting::MeetingRow> = meeting::list;
    #[doc = "Shows a meeting with agenda, notes, decisions, actions, studies and contributions."]
    show_meeting: ById => meeting::MeetingView = meeting::show;
    #[doc = "Plans a meeting; number 0 takes the next one of the series."]
    create_meeting: Meeting => Done<RecordId> = meeting::create;
    #[doc = "Changes a meeting."]
    change_meeting: Change<Meeting> => Done<RecordId> = meeting::change;
    #[doc = "Adds an agenda item."]
    add_agenda_item: meeting::AddAgendaItem => Done<RecordId> = meeting::add_item;
    #[doc = "Changes an agenda item."]
    change_agenda_item: Change<AgendaItem> => Done<RecordId> = meeting::change_item;
    #[doc = "Moves an agenda item to another place."]
    move_agenda_item: meeting::MoveAgendaItem => Done<RecordId> = meeting::move_item;
    #[doc = "Ticks who was there, and who was not with or without notice."]
    record_attendance: meeting::RecordAttendance => Done<MeetingId> = meeting::record_attendance;
    #[doc = "Notes what someone brought in, with or without their name."]
    add_contribution: Contribution => Done<RecordId> = meeting::add_contribution;
    #[doc = "Changes a contribution, or says what was done with it."]
    change_contribution: Change<Contribution> => Done<RecordId> = meeting::change_contribution;

    #[doc = "Writes a note on anything, private or of the circle."]
    write_note: note::WriteNote => Done<RecordId> = note::write;
    #[doc = "Changes a note."]
    change_note: Change<Note> => Done<RecordId> = note::change;
    #[doc = "Lists notes, last changed first."]
    list_notes: note::ListNotes => Vec<note::NoteView> = note::list;
    #[doc = "Shows a note."]
    show_note: ById => note::NoteView = note::show;
    #[doc = "Shares a private note: a new note of the circle from its present text, without its history."]
    share_note: ById => Done<RecordId> = note::share;
    #[doc = "Shares private notes at once, all or none."]
    share_notes: note::ShareNotes => Done<Vec<RecordId>> = note::share_all;
    #[doc = "Lists everything that refers to a record."]
    list_backlinks: ById => Vec<note::Backlink> = note::backlinks;

    #[doc = "Lists decisions with their numbers."]
    list_decisions: Nothing => Vec<action::DecisionView> = action::decisions;
    #[doc = "Writes a decision down."]
    record_decision: Decision => Done<RecordId> = action::record_decision;
    #[doc = "Changes a decision's words."]
    change_decision: Change<Decision> => Done<RecordId> = action::change_decision;
    #[doc = "Lists actions by due date."]
    list_actions: action::ListActions => Vec<action::ActionView> = action::actions;
    #[doc = "Adds an action."]
    add_action: Action => Done<RecordId> = action::add_action;
    #[doc = "Changes an action; a later due date counts as a postponement."]
    change_action: Change<Action> => Done<RecordId> = action::change_action;

    #[doc = "Lists themes by name, each with how its statements stand."]
    list_themes: Nothing => Vec<theme::ThemeRow> = theme::list;
    #[doc = "Shows a theme with its statements, outcomes and studies."]
    show_theme: ById => theme::ThemeView = theme::show;
    #[doc = "Adds a theme."]
    create_theme: Theme => Done<RecordId> = theme::create;
    #[doc = "Changes a theme: what is known, what is not known yet."]
    change_theme: Change<Theme> => Done<RecordId> = theme::change;

    #[doc = "Brings a statement in, with its first wording."]
    add_statement: statement::AddStatement => Done<statement::StatementIds> = statement::add;
    #[doc = "Words a statement anew; positions stay with the wording they were given on."]
    reword_statement: statement::Reword => Done<statement::StatementIds> = statement::reword;
    #[doc = "Lists the statements of all themes as they stand."]
    list_statements: Nothing => Vec<statement::StatementView> = statement::list;
    #[doc = "Shows a statement with wordings, evidence, positions and outcomes."]
    show_statement: ById => statement::StatementView = statement::show;
    #[doc = "Says what a study, practice or experience means for a statement."]
    add_evidence: Evidence => Done<RecordId> = statement::add_evidence;
    #[doc = "Changes evidence."]
    change_evidence: Change<Evidence> => Done<RecordId> = statement::change_evidence;

    #[doc = "Opens a round on wordings, with its rule fixed; consent if none is given."]
    open_round: round::OpenRound => Done<RecordId> = round::open;
    #[doc = "Gives the own position; a reservation or objection needs a text."]
    give_position: round::GivePosition => Done<RecordId> = round::give_position;
    #[doc = "Writes a position down for someone else, not confirmed by them yet; secretaries only."]
    record_position: round::RecordPosition => Done<RecordId> = round::record_position;
    #[doc = "Closes a round: the positions that are here now count."]
    close_round: ById => Done<RecordId> = round::close;
    #[doc = "Shows how a round stands, with the outcome and why."]
    show_round: ById => Vec<round::RoundView> = round::show;

    #[doc = "Lists studies by title, without abstracts and summaries."]
    list_studies: Nothing => Vec<study::StudyRow> = study::list;
    #[doc = "Shows a study, what it is linked to and the statements that rest on it."]
    show_study: ById => study::StudyView = study::show;
    #[doc = "Adds a study by hand."]
    add_study: Study => Done<RecordId> = study::add;
    #[doc = "Changes a study."]
    change_study: Change<Study> => Done<RecordId> = study::change;
    #[doc = "Links a study to a theme or a meeting, or takes the link away."]
    link_study: study::LinkStudy => Done<RecordId> = study::link;
    #[doc = "Reads studies from RIS, BibTeX or CSL-JSON files that the host gives."]
    import_studies: Nothing => Done<study::ImportedStudies> = study::import;

    #[doc = "Lists the attachments of a study, meeting or note, each with whether it is on this laptop."]
    list_attachments: ById => Vec<attachment::AttachmentView> = attachment::list;
    #[doc = "Attaches the files that the host gives to a study, meeting or note, all or none."]
    attach_files: ById => Done<RecordId> = attachment::attach;
    #[doc = "Takes an attachment away from a record."]
    remove_attachment: attachment::ByAttachment => Done<RecordId> = attachment::remove;
    #[doc = "Writes an attachment to the place that the host gives, not encrypted, and opens or shows it."]
    save_attachment: attachment::SaveAttachment => attachment::SavedAttachment = attachment::save;

    #[doc = "Writes a package for the other members to the place that the host gives."]
    export_package: exchange::ExportPackage => Sent = exchange::export;
    #[doc = "Shows what would go into a package now."]
    preview_export: exchange::ExportPackage => exchange::Outgoing = exchange::preview_export;
    #[doc = "Gives subject and text for the message that carries a package."]
    share_text: exchange::ShareText => exchange::Message = exchange::share_text;
    #[doc = "Takes over the package that the host gives, whole or not at all, or shows what it would bring."]
    import_package: exchange::ImportPackage => Report = exchange::import;
    #[doc = "Takes over the packages that the host gives, each whole or not at all, or shows what they would bring together."]
    import_packages: exchange::ImportPackage => Batch = arrival::import_all;
    #[doc = "Lists the last imports of this laptop and how each can be undone."]
    list_imports: Nothing => Vec<arrival::ImportView> = arrival::imports;
    #[doc = "Undoes imports on this laptop alone, as long as nothing here builds on them."]
    undo_import: arrival::UndoImport => arrival::UndoneImport = arrival::undo_import;
    #[doc = "Lists packages that were refused and kept, by what can be known without trusting them."]
    list_quarantine: Nothing => Vec<quarantine::Quarantined> = quarantine::list;
    #[doc = "Tries again to take over a package that was refused and kept."]
    retry_quarantine: quarantine::ByName => Report = quarantine::retry;
    #[doc = "Removes a package that was refused and kept."]
    remove_quarantined: quarantine::ByName => store::Deed = quarantine::remove;
    #[doc = "Lists what is missing here: whose changes, and in which packages they were."]
    list_gaps: Nothing => Vec<Gap> = arrival::gaps;
    #[doc = "Gives subject and text of a message that asks a member for what is missing."]
    ask_again: arrival::AskAgain => exchange::Message = arrival::ask_again;
    #[doc = "Shows the folder that the circle shares and how it stands."]
    show_shared_folder: Nothing => shared::SharedFolder = shared::show;
    #[doc = "Lets the member choose the folder that the circle shares, and looks at it."]
    choose_shared_folder: Nothing => shared::SyncedFolder = shared::choose;
    #[doc = "Shares through no folder any more; its files stay."]
    leave_shared_folder: Nothing => store::Deed = shared::leave;
    #[doc = "Reads what is new in the shared folder and writes what the others cannot get there yet."]
    sync_folder: Nothing => shared::SyncedFolder = shared::sync;
    #[doc = "Shows who has what: every device and how far it is known to be."]
    list_standings: Nothing => Vec<standing::DeviceStanding> = standing::list;
    #[doc = "Shows which devices are known to have a record as it is here."]
    show_record_standings: ById => Vec<standing::RecordStanding> = standing::of_record;
    #[doc = "Lists the packages of this laptop: their files and who can open them."]
    list_sent: Nothing => Vec<standing::SentPackage> = standing::sent;
    #[doc = "Sets above how many megabytes packages are split."]
    set_mail_limit: exchange::SetMailLimit => store::Deed = exchange::set_mail_limit;
    #[doc = "Shows the card of someone who wants to join, with the words to compare by voice."]
    view_card: Nothing => CardView = exchange::view_card;
    #[doc = "Brings the person of a card into the circle and writes the answer for their laptop."]
    approve_card: exchange::ApproveCard => Approved = exchange::approve_card;

    #[doc = "Lists what two people changed at once, with both versions."]
    list_reviews: Nothing => Vec<review::ReviewView> = review::list;
    #[doc = "Chooses between two versions: one side, both, or as merged."]
    resolve_review: review::ResolveReview => Done<RecordId> = review::resolve;

    #[doc = "Shows what matters today: the next meeting and what to prepare, own actions, open questions, news."]
    show_today: Nothing => today::TodayView = today::show;
    #[doc = "Lists what others changed and this member has not looked at since."]
    list_unseen: Nothing => Vec<unseen::Unseen> = unseen::list;
    #[doc = "Says that the member looked at these records."]
    mark_seen: unseen::MarkSeen => store::Deed = unseen::mark;

    #[doc = "Keeps what is being typed, durably: a command that is run when the draft is settled."]
    keep_draft: draft::KeepDraft => draft::KeptDraft = draft::keep;
    #[doc = "Runs the command of a draft; the draft goes in the same transaction."]
    settle_draft: draft::ByKey => draft::Settled = draft::settle;
    #[doc = "Takes a draft away without running it."]
    drop_draft: draft::ByKey => store::Deed = draft::discard;
    #[doc = "Lists the drafts that wait, with the reason where one could not be settled."]
    list_drafts: Nothing => Vec<draft::Draft> = draft::list;

    #[doc = "Finds records in which every word occurs, best first."]
    search: search::Search => Vec<search::Hit> = search::search;

    #[doc = "Puts a record in the trash."]
    trash_record: ById => Done<RecordId> = trash::trash;
    #[doc = "Puts a record back from the trash."]
    restore_record: ById => Done<RecordId> = trash::restore;
    #[doc = "Lists what is in the trash."]
    list_trash: Nothing => Vec<trash::Trashed> = trash::list;
    #[doc = "Shows what erasing a record would do and what it cannot reach; nothing is done yet."]
    show_erasing: ById => erase::Erasing = erase::show;
    #[doc = "Erases a record with its whole history on every laptop of the circle; there is no undo."]
    erase_record: ById => Done<RecordId> = erase::erase;
    #[doc = "Makes a new record of what a record says now, and erases the old one with its history; there is no undo."]
    clean_record: ById => Done<RecordId> = erase::clean;
    #[doc = "Lists what was erased, by whom, and which laptops confirmed it."]
    list_erasures: Nothing => Vec<erase::ErasureView> = erase::list;
    #[doc = "Writes the report of an erasure for the person concerned as pdf, html or md to the place that the host gives."]
    export_erasure: erase::ExportErasure => summary::WrittenSummary = erase::export;
    #[doc = "Lists the operations of this laptop that can be undone, by name."]
    list_operations: Nothing => Vec<undo::OperationView> = undo::list;
    #[doc = "Undoes an operation, except what was changed since."]
    undo: undo::Undo => Done<undo::Undone> = undo::undo;
    #[doc = "Shows who changed a record, when and what."]
    show_history: ById => Vec<history::HistoryEntry> = history::show;
    #[doc = "Shows a version of a record: what it changed word by word, and what the record said then."]
    show_version: version::VersionOf => version::RecordVersion = version::show;
    #[doc = "Puts a version of a record back, as a new change."]
    restore_version: version::VersionOf => Done<RecordId> = version::restore;
    #[doc = "Shows who last wrote each block of a record's texts."]
    show_blame: ById => Vec<version::WrittenText> = version::blame;
    #[doc = "Lists who did what in the circle, newest first, a page at a time; of one member or one kind if asked."]
    list_changes: changes::ListChanges => changes::ChangePage = changes::list;

    #[doc = "Writes the session summary of a meeting as pdf, html or md to the place that the host gives."]
    export_summary: summary::ExportSummary => summary::WrittenSummary = summary::export;
    #[doc = "Shows the session summary of a meeting as text, before anything leaves."]
    preview_summary: summary::PreviewSummary => summary::SummaryText = summary::preview;
    #[doc = "Opens the session summary of a meeting for printing, from a private place that is cleared."]
    print_summary: summary::PreviewSummary => store::Deed = summary::print;

    #[doc = "Checks pages, chains and signatures, and that a rebuilt view equals the stored one."]
    check_store: Nothing => Checked = store::check;
    #[doc = "Gives the store another passphrase; both are asked from the host."]
    change_passphrase: Nothing => store::Deed = store::change_passphrase;
    #[doc = "Lists the backups of the store."]
    list_backups: Nothing => Vec<backup::BackupView> = backup::list;
    #[doc = "Makes today's backup unless there is one."]
    back_up: Nothing => store::Deed = backup::back_up;
    #[doc = "Reads a backup to its end."]
    check_backup: backup::ByBackup => backup::CheckedBackup = backup::check;
    #[doc = "Shows what going back to a backup would change."]
    preview_restore: backup::ByBackup => backup::RestorePreview = backup::preview;
    #[doc = "Shows unlocks, imports, exports and refusals on this laptop."]
    show_journal: Nothing => journal::Journal = journal::show;
}

/// Runs a command of an open circle.
pub fn call(desk: &mut Desk<'_>, name: &str, input: Value) -> Result<Value> {
    let command = COMMANDS.iter().find(|command| command.name == name);
    let command = command.ok_or_else(|| ApiError::UnknownCommand(name.to_owned()))?;
    check_fields(&(command.input)(), &input)?;
    (command.run)(desk, input)
}

/// Refuses a field that the command does not have: a typing error in a script must not be lost.
pub(crate) fn check_fields(schema: &Value, input: &Value) -> Result<()> {
    let (Some(known), Some(given)) = (schema["properties"].as_object(), input.as_object()) else {
        return Ok(());
    };
    match given.keys().find(|field| !known.contains_key(*field)) {
        Some(field) => Err(ApiError::Input(format!("unknown field `{field}`"))),
        None => Ok(()),
    }
}

/// Every command as JSON: name, what it does, input schema, output schema, and whether it is of an
/// open circle or of the app around it.
pub fn catalogue() -> Value {
    let circle = COMMANDS.iter().map(|command| entry(command, "circle"));
    let app = APP_COMMANDS.iter().map(|command| entry(command, "app"));
    circle.chain(app).collect()
}

fn entry<R>(command: &Command<R>, scope: &str) -> Value {
    json!({
        "name": command.name,
        "about": command.about,
        "scope": scope,
        "input": (command.input)(),
        "output": (command.output)(),
    })
}
