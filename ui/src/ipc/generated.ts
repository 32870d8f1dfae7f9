// @generated from the core's command list by `npm run types -w ui`; do not edit.

/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "CircleId".
 */
export type CircleId = string;
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "DeviceId".
 */
export type DeviceId = string;
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "MemberId".
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "RecordId".
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "OrganisationId".
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "AgendaItemId".
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "ThemeId".
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "MeetingId".
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "StatementId".
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "PositionId".
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "RoundId".
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "StatementVersionId".
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "StudyId".
 */
export type MemberId = string;
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "BlockKind".
 */
export type BlockKind = 'paragraph' | 'heading' | 'bullet' | 'numbered' | 'task' | 'quote';
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "MarkKind".
 */
export type MarkKind = 'bold' | 'italic' | 'link' | 'member' | 'theme' | 'study' | 'statement' | 'meeting' | 'date';
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Blocks".
 */
export type Blocks = Block[];
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Hash".
 */
export type Hash = string;
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "BlocksInput".
 */
export type BlocksInput = BlockInput[];
/**
 * Where someone stands in the circle.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Place".
 */
export type Place = 'in' | 'without_laptop' | 'out' | 'suspended';
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Role".
 */
export type Role =
  | 'coordinator'
  | 'secretary'
  | 'family_home_parent'
  | 'organisation_representative'
  | 'researcher'
  | 'experience_expert'
  | 'guest';
/**
 * A right by its code.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "RightCode".
 */
export type RightCode = 'coordinator' | 'secretary' | 'member' | 'reader';
/**
 * What the `kringsleutel` is used for.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "CircleKeyDeed".
 */
export type CircleKeyDeed =
  | {
      appoint: MemberId;
    }
  | {
      remove: MemberId;
    };
/**
 * How an invitation stands.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "InvitationState".
 */
export type InvitationState = 'open' | 'used' | 'withdrawn' | 'expired';
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "OrganisationKind".
 */
export type OrganisationKind =
  'care_provider' | 'family_home_network' | 'knowledge_institute' | 'fund' | 'youth_council' | 'government' | 'other';
/**
 * This interface was referenced by `undefined`'s JSON-Schema definition
 * via the `patternProperty` "^[0-9a-f]{32}$".
 *
 * This interface was referenced by `undefined`'s JSON-Schema definition
 * via the `patternProperty` "^[0-9a-f]{32}$".
 *
 * This interface was referenced by `undefined`'s JSON-Schema definition
 * via the `patternProperty` "^[0-9a-f]{32}$".
 *
 * This interface was referenced by `undefined`'s JSON-Schema definition
 * via the `patternProperty` "^[0-9a-f]{32}$".
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Attendance".
 */
export type Attendance = 'present' | 'absent_with_notice' | 'absent_without_notice';
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "ActionState".
 */
export type ActionState = 'open' | 'done' | 'dropped';
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Consent".
 */
export type Consent = 'with_name' | 'without_name' | 'not_in_minutes';
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "AgendaItemKind".
 */
export type AgendaItemKind = 'procedure' | 'information' | 'discussion' | 'decision' | 'statement';
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "EvidenceBasis".
 */
export type EvidenceBasis = 'science' | 'practice' | 'experience';
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "EvidenceStance".
 */
export type EvidenceStance = 'supports' | 'nuances' | 'contradicts';
/**
 * When a statement counts as agreed; named before the round opens and fixed from then on.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Rule".
 */
export type Rule =
  | {
      rule: 'consent';
    }
  | {
      /**
       * At least this much agreement, with or without reservation.
       */
      agree_percent: number;
      /**
       * Less than this much objection.
       */
      object_percent: number;
      /**
       * At least this many positions that count.
       */
      positions: number;
      rule: 'threshold';
    }
  | {
      rule: 'unanimous';
    };
/**
 * What a round led to.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Verdict".
 */
export type Verdict = 'agreed' | 'not_agreed' | 'undecided';
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Stance".
 */
export type Stance = 'agree' | 'agree_with_reservation' | 'object' | 'no_opinion';
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "LogId".
 */
export type LogId = string;
/**
 * How an import can be undone.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "UndoState".
 */
export type UndoState = 'possible' | 'undone' | 'built_upon' | 'erased';
/**
 * How a shared folder stands. None of this is an alarm: nothing is lost, and the next look may be better.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Condition".
 */
export type Condition = 'new' | 'fine' | 'gone' | 'read_only' | 'full';
/**
 * Who a card comes from. A name alone says nothing: two people may have the same.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Newcomer".
 */
export type Newcomer =
  | 'new'
  | {
      member: MemberId;
    };
/**
 * What two people did at once.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Form".
 */
export type Form = 'changed' | 'thrown' | 'removed' | 'moved' | 'reordered';
/**
 * What became of words.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "WordChange".
 */
export type WordChange = 'same' | 'added' | 'removed';
/**
 * What to keep.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Keep".
 */
export type Keep = 'merged' | 'side' | 'both';
/**
 * What a file is.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "FileKind".
 */
export type FileKind = 'package' | 'studies' | 'card' | 'other';
/**
 * How far the app is.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Phase".
 */
export type Phase = 'first' | 'locked' | 'open';
/**
 * A language of the app.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "LanguageCode".
 */
export type LanguageCode = 'nl' | 'en';
/**
 * Light or dark.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Appearance".
 */
export type Appearance = 'system' | 'light' | 'dark';
/**
 * The purpose of a choice.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "FilesFor".
 */
export type FilesFor = 'packages' | 'studies' | 'join_card';

export interface Contract {
  circle: {
    /**
     * Shows the circle and where this laptop stands in it.
     */
    show_circle: {
      /**
       * No input.
       */
      input: {};
      output: CircleView;
    };
    /**
     * Changes the circle's name, goals, period or organisations.
     */
    change_circle: {
      input: ChangeCircleInput;
      output: DoneWithRecordId;
    };
    /**
     * Lists members, sorted the Dutch way, with role, right, organisation and devices.
     */
    list_members: {
      /**
       * No input.
       */
      input: {};
      output: MemberView[];
    };
    /**
     * Adds a person who takes part without a laptop of the circle.
     */
    add_member: {
      input: MemberInput;
      output: DoneWithRecordId;
    };
    /**
     * Changes a member's name, role, organisation or mail address.
     */
    change_member: {
      input: ChangeMemberInput;
      output: DoneWithRecordId;
    };
    /**
     * Gives a member another right; coordinators only.
     */
    set_right: {
      input: SetRightInput;
      output: DoneWithMemberId;
    };
    /**
     * Takes a person out of the circle; what they wrote until now stays. Coordinators only.
     */
    remove_member: {
      input: ByMemberInput;
      output: DoneWithMemberId;
    };
    /**
     * Takes a laptop out of the circle: coordinators any, a member their own.
     */
    remove_device: {
      input: ByDeviceInput;
      output: DoneWithDeviceId;
    };
    /**
     * Brings someone back who was taken out, with the laptops they had; coordinators only.
     */
    bring_back_member: {
      input: BringBackInput;
      output: DoneWithMemberId;
    };
    /**
     * Makes someone else coordinator and oneself a member, in one.
     */
    hand_over: {
      input: ByMemberInput;
      output: DoneWithMemberId;
    };
    /**
     * Appoints a coordinator or takes someone out with the printed kringsleutel, asked from the host.
     */
    use_circle_key: {
      input: UseCircleKeyInput;
      output: DoneWithMemberId;
    };
    /**
     * Gives this laptop another key for packages; the one before is kept for 180 days.
     */
    rotate_key: {
      /**
       * No input.
       */
      input: {};
      output: DoneWithnull;
    };
    /**
     * Ends the circle: nobody writes in it any more. Coordinators only.
     */
    close_circle: {
      /**
       * No input.
       */
      input: {};
      output: DoneWithnull;
    };
    /**
     * Shows who decides on membership and what of it deserves attention.
     */
    show_membership: {
      /**
       * No input.
       */
      input: {};
      output: MembershipView;
    };
    /**
     * Lists changes that have no effect because a right was taken away, by record.
     */
    list_parked: {
      /**
       * No input.
       */
      input: {};
      output: Parked[];
    };
    /**
     * Brings parked changes in by their segments; coordinators only.
     */
    admit_segments: {
      input: AdmitSegmentsInput;
      output: DoneWithuint64;
    };
    /**
     * Makes an invitation: a file to send, and six words to tell by telephone.
     */
    invite: {
      input: InviteInput;
      output: MadeInvitation;
    };
    /**
     * Lists the invitations that this laptop made, newest first.
     */
    list_invitations: {
      /**
       * No input.
       */
      input: {};
      output: InvitationView[];
    };
    /**
     * Takes an invitation back.
     */
    withdraw_invitation: {
      input: ByInvitationInput;
      output: Deed;
    };
    /**
     * Opens an invitation with its six words, asked from the host, and makes the card anew with it.
     */
    accept_invitation: {
      /**
       * No input.
       */
      input: {};
      output: Welcome;
    };
    /**
     * Lists organisations.
     */
    list_organisations: {
      /**
       * No input.
       */
      input: {};
      output: OrganisationItem[];
    };
    /**
     * Adds an organisation.
     */
    add_organisation: {
      input: OrganisationInput;
      output: DoneWithRecordId;
    };
    /**
     * Changes an organisation.
     */
    change_organisation: {
      input: ChangeOrganisationInput;
      output: DoneWithRecordId;
    };
    /**
     * Lists meetings in order of date.
     */
    list_meetings: {
      /**
       * No input.
       */
      input: {};
      output: MeetingRow[];
    };
    /**
     * Shows a meeting with agenda, notes, decisions, actions, studies and contributions.
     */
    show_meeting: {
      input: ByIdInput;
      output: MeetingView;
    };
    /**
     * Plans a meeting; number 0 takes the next one of the series.
     */
    create_meeting: {
      input: MeetingInput;
      output: DoneWithRecordId;
    };
    /**
     * Changes a meeting.
     */
    change_meeting: {
      input: ChangeMeetingInput;
      output: DoneWithRecordId;
    };
    /**
     * Adds an agenda item.
     */
    add_agenda_item: {
      input: AddAgendaItemInput;
      output: DoneWithRecordId;
    };
    /**
     * Changes an agenda item.
     */
    change_agenda_item: {
      input: ChangeAgendaItemInput;
      output: DoneWithRecordId;
    };
    /**
     * Moves an agenda item to another place.
     */
    move_agenda_item: {
      input: MoveAgendaItemInput;
      output: DoneWithRecordId;
    };
    /**
     * Ticks who was there, and who was not with or without notice.
     */
    record_attendance: {
      input: RecordAttendanceInput;
      output: DoneWithMeetingId;
    };
    /**
     * Notes what someone brought in, with or without their name.
     */
    add_contribution: {
      input: ContributionInput;
      output: DoneWithRecordId;
    };
    /**
     * Changes a contribution, or says what was done with it.
     */
    change_contribution: {
      input: ChangeContributionInput;
      output: DoneWithRecordId;
    };
    /**
     * Writes a note on anything, private or of the circle.
     */
    write_note: {
      input: WriteNoteInput;
      output: DoneWithRecordId;
    };
    /**
     * Changes a note.
     */
    change_note: {
      input: ChangeNoteInput;
      output: DoneWithRecordId;
    };
    /**
     * Lists notes, last changed first.
     */
    list_notes: {
      input: ListNotesInput;
      output: NoteView[];
    };
    /**
     * Shows a note.
     */
    show_note: {
      input: ByIdInput;
      output: NoteView;
    };
    /**
     * Shares a private note: a new note of the circle from its present text, without its history.
     */
    share_note: {
      input: ByIdInput;
      output: DoneWithRecordId;
    };
    /**
     * Shares private notes at once, all or none.
     */
    share_notes: {
      input: ShareNotesInput;
      output: DoneWithArrayOfRecordId;
    };
    /**
     * Lists everything that refers to a record.
     */
    list_backlinks: {
      input: ByIdInput;
      output: Backlink[];
    };
    /**
     * Lists decisions with their numbers.
     */
    list_decisions: {
      /**
       * No input.
       */
      input: {};
      output: DecisionView[];
    };
    /**
     * Writes a decision down.
     */
    record_decision: {
      input: DecisionInput;
      output: DoneWithRecordId;
    };
    /**
     * Changes a decision's words.
     */
    change_decision: {
      input: ChangeDecisionInput;
      output: DoneWithRecordId;
    };
    /**
     * Lists actions by due date.
     */
    list_actions: {
      input: ListActionsInput;
      output: ActionView[];
    };
    /**
     * Adds an action.
     */
    add_action: {
      input: ActionInput;
      output: DoneWithRecordId;
    };
    /**
     * Changes an action; a later due date counts as a postponement.
     */
    change_action: {
      input: ChangeActionInput;
      output: DoneWithRecordId;
    };
    /**
     * Lists themes by name, each with how its statements stand.
     */
    list_themes: {
      /**
       * No input.
       */
      input: {};
      output: ThemeRow[];
    };
    /**
     * Shows a theme with its statements, outcomes and studies.
     */
    show_theme: {
      input: ByIdInput;
      output: ThemeView;
    };
    /**
     * Adds a theme.
     */
    create_theme: {
      input: ThemeInput;
      output: DoneWithRecordId;
    };
    /**
     * Changes a theme: what is known, what is not known yet.
     */
    change_theme: {
      input: ChangeThemeInput;
      output: DoneWithRecordId;
    };
    /**
     * Brings a statement in, with its first wording.
     */
    add_statement: {
      input: AddStatementInput;
      output: DoneWithStatementIds;
    };
    /**
     * Words a statement anew; positions stay with the wording they were given on.
     */
    reword_statement: {
      input: RewordInput;
      output: DoneWithStatementIds;
    };
    /**
     * Lists the statements of all themes as they stand.
     */
    list_statements: {
      /**
       * No input.
       */
      input: {};
      output: StatementView[];
    };
    /**
     * Shows a statement with wordings, evidence, positions and outcomes.
     */
    show_statement: {
      input: ByIdInput;
      output: StatementView;
    };
    /**
     * Says what a study, practice or experience means for a statement.
     */
    add_evidence: {
      input: EvidenceInput;
      output: DoneWithRecordId;
    };
    /**
     * Changes evidence.
     */
    change_evidence: {
      input: ChangeEvidenceInput;
      output: DoneWithRecordId;
    };
    /**
     * Opens a round on wordings, with its rule fixed; consent if none is given.
     */
    open_round: {
      input: OpenRoundInput;
      output: DoneWithRecordId;
    };
    /**
     * Gives the own position; a reservation or objection needs a text.
     */
    give_position: {
      input: GivePositionInput;
      output: DoneWithRecordId;
    };
    /**
     * Writes a position down for someone else, not confirmed by them yet; secretaries only.
     */
    record_position: {
      input: RecordPositionInput;
      output: DoneWithRecordId;
    };
    /**
     * Closes a round: the positions that are here now count.
     */
    close_round: {
      input: ByIdInput;
      output: DoneWithRecordId;
    };
    /**
     * Shows how a round stands, with the outcome and why.
     */
    show_round: {
      input: ByIdInput;
      output: RoundView[];
    };
    /**
     * Lists studies by title, without abstracts and summaries.
     */
    list_studies: {
      /**
       * No input.
       */
      input: {};
      output: StudyRow[];
    };
    /**
     * Shows a study, what it is linked to and the statements that rest on it.
     */
    show_study: {
      input: ByIdInput;
      output: StudyView;
    };
    /**
     * Adds a study by hand.
     */
    add_study: {
      input: StudyInput;
      output: DoneWithRecordId;
    };
    /**
     * Changes a study.
     */
    change_study: {
      input: ChangeStudyInput;
      output: DoneWithRecordId;
    };
    /**
     * Links a study to a theme or a meeting, or takes the link away.
     */
    link_study: {
      input: LinkStudyInput;
      output: DoneWithRecordId;
    };
    /**
     * Reads studies from RIS, BibTeX or CSL-JSON files that the host gives.
     */
    import_studies: {
      /**
       * No input.
       */
      input: {};
      output: DoneWithImportedStudies;
    };
    /**
     * Lists the attachments of a study, meeting or note, each with whether it is on this laptop.
     */
    list_attachments: {
      input: ByIdInput;
      output: AttachmentView[];
    };
    /**
     * Attaches the files that the host gives to a study, meeting or note, all or none.
     */
    attach_files: {
      input: ByIdInput;
      output: DoneWithRecordId;
    };
    /**
     * Takes an attachment away from a record.
     */
    remove_attachment: {
      input: ByAttachmentInput;
      output: DoneWithRecordId;
    };
    /**
     * Writes an attachment to the place that the host gives, not encrypted, and opens or shows it.
     */
    save_attachment: {
      input: SaveAttachmentInput;
      output: SavedAttachment;
    };
    /**
     * Writes a package for the other members to the place that the host gives.
     */
    export_package: {
      input: ExportPackageInput;
      output: Sent;
    };
    /**
     * Shows what would go into a package now.
     */
    preview_export: {
      input: ExportPackageInput;
      output: Outgoing;
    };
    /**
     * Gives subject and text for the message that carries a package.
     */
    share_text: {
      input: ShareTextInput;
      output: Message;
    };
    /**
     * Takes over the package that the host gives, whole or not at all, or shows what it would bring.
     */
    import_package: {
      input: ImportPackageInput;
      output: Report;
    };
    /**
     * Takes over the packages that the host gives, each whole or not at all, or shows what they would bring together.
     */
    import_packages: {
      input: ImportPackageInput;
      output: Batch;
    };
    /**
     * Lists the last imports of this laptop and how each can be undone.
     */
    list_imports: {
      /**
       * No input.
       */
      input: {};
      output: ImportView[];
    };
    /**
     * Undoes imports on this laptop alone, as long as nothing here builds on them.
     */
    undo_import: {
      input: UndoImportInput;
      output: UndoneImport;
    };
    /**
     * Lists packages that were refused and kept, by what can be known without trusting them.
     */
    list_quarantine: {
      /**
       * No input.
       */
      input: {};
      output: Quarantined[];
    };
    /**
     * Tries again to take over a package that was refused and kept.
     */
    retry_quarantine: {
      input: ByNameInput;
      output: Report;
    };
    /**
     * Removes a package that was refused and kept.
     */
    remove_quarantined: {
      input: ByNameInput;
      output: Deed;
    };
    /**
     * Lists what is missing here: whose changes, and in which packages they were.
     */
    list_gaps: {
      /**
       * No input.
       */
      input: {};
      output: Gap[];
    };
    /**
     * Gives subject and text of a message that asks a member for what is missing.
     */
    ask_again: {
      input: AskAgainInput;
      output: Message;
    };
    /**
     * Shows the folder that the circle shares and how it stands.
     */
    show_shared_folder: {
      /**
       * No input.
       */
      input: {};
      output: SharedFolder;
    };
    /**
     * Lets the member choose the folder that the circle shares, and looks at it.
     */
    choose_shared_folder: {
      /**
       * No input.
       */
      input: {};
      output: SyncedFolder;
    };
    /**
     * Shares through no folder any more; its files stay.
     */
    leave_shared_folder: {
      /**
       * No input.
       */
      input: {};
      output: Deed;
    };
    /**
     * Reads what is new in the shared folder and writes what the others cannot get there yet.
     */
    sync_folder: {
      /**
       * No input.
       */
      input: {};
      output: SyncedFolder;
    };
    /**
     * Shows who has what: every device and how far it is known to be.
     */
    list_standings: {
      /**
       * No input.
       */
      input: {};
      output: DeviceStanding[];
    };
    /**
     * Shows which devices are known to have a record as it is here.
     */
    show_record_standings: {
      input: ByIdInput;
      output: RecordStanding[];
    };
    /**
     * Lists the packages of this laptop: their files and who can open them.
     */
    list_sent: {
      /**
       * No input.
       */
      input: {};
      output: SentPackage[];
    };
    /**
     * Sets above how many megabytes packages are split.
     */
    set_mail_limit: {
      input: SetMailLimitInput;
      output: Deed;
    };
    /**
     * Shows the card of someone who wants to join, with the words to compare by voice.
     */
    view_card: {
      /**
       * No input.
       */
      input: {};
      output: CardView;
    };
    /**
     * Brings the person of a card into the circle and writes the answer for their laptop.
     */
    approve_card: {
      input: ApproveCardInput;
      output: Approved;
    };
    /**
     * Lists what two people changed at once, with both versions.
     */
    list_reviews: {
      /**
       * No input.
       */
      input: {};
      output: ReviewView[];
    };
    /**
     * Chooses between two versions: one side, both, or as merged.
     */
    resolve_review: {
      input: ResolveReviewInput;
      output: DoneWithRecordId;
    };
    /**
     * Shows what matters today: the next meeting and what to prepare, own actions, open questions, news.
     */
    show_today: {
      /**
       * No input.
       */
      input: {};
      output: TodayView;
    };
    /**
     * Lists what others changed and this member has not looked at since.
     */
    list_unseen: {
      /**
       * No input.
       */
      input: {};
      output: Unseen[];
    };
    /**
     * Says that the member looked at these records.
     */
    mark_seen: {
      input: MarkSeenInput;
      output: Deed;
    };
    /**
     * Keeps what is being typed, durably: a command that is run when the draft is settled.
     */
    keep_draft: {
      input: KeepDraftInput;
      output: KeptDraft;
    };
    /**
     * Runs the command of a draft; the draft goes in the same transaction.
     */
    settle_draft: {
      input: ByKeyInput;
      output: Settled;
    };
    /**
     * Takes a draft away without running it.
     */
    drop_draft: {
      input: ByKeyInput;
      output: Deed;
    };
    /**
     * Lists the drafts that wait, with the reason where one could not be settled.
     */
    list_drafts: {
      /**
       * No input.
       */
      input: {};
      output: Draft[];
    };
    /**
     * Finds records in which every word occurs, best first.
     */
    search: {
      input: SearchInput;
      output: Hit[];
    };
    /**
     * Puts a record in the trash.
     */
    trash_record: {
      input: ByIdInput;
      output: DoneWithRecordId;
    };
    /**
     * Puts a record back from the trash.
     */
    restore_record: {
      input: ByIdInput;
      output: DoneWithRecordId;
    };
    /**
     * Lists what is in the trash.
     */
    list_trash: {
      /**
       * No input.
       */
      input: {};
      output: Trashed[];
    };
    /**
     * Shows what erasing a record would do and what it cannot reach; nothing is done yet.
     */
    show_erasing: {
      input: ByIdInput;
      output: Erasing;
    };
    /**
     * Erases a record with its whole history on every laptop of the circle; there is no undo.
     */
    erase_record: {
      input: ByIdInput;
      output: DoneWithRecordId;
    };
    /**
     * Makes a new record of what a record says now, and erases the old one with its history; there is no undo.
     */
    clean_record: {
      input: ByIdInput;
      output: DoneWithRecordId;
    };
    /**
     * Lists what was erased, by whom, and which laptops confirmed it.
     */
    list_erasures: {
      /**
       * No input.
       */
      input: {};
      output: ErasureView[];
    };
    /**
     * Writes the report of an erasure for the person concerned as pdf, html or md to the place that the host gives.
     */
    export_erasure: {
      input: ExportErasureInput;
      output: WrittenSummary;
    };
    /**
     * Lists the operations of this laptop that can be undone, by name.
     */
    list_operations: {
      /**
       * No input.
       */
      input: {};
      output: OperationView[];
    };
    /**
     * Undoes an operation, except what was changed since.
     */
    undo: {
      input: UndoInput;
      output: DoneWithUndone;
    };
    /**
     * Shows who changed a record, when and what.
     */
    show_history: {
      input: ByIdInput;
      output: HistoryEntry[];
    };
    /**
     * Shows a version of a record: what it changed word by word, and what the record said then.
     */
    show_version: {
      input: VersionOfInput;
      output: RecordVersion;
    };
    /**
     * Puts a version of a record back, as a new change.
     */
    restore_version: {
      input: VersionOfInput;
      output: DoneWithRecordId;
    };
    /**
     * Shows who last wrote each block of a record's texts.
     */
    show_blame: {
      input: ByIdInput;
      output: WrittenText[];
    };
    /**
     * Lists who did what in the circle, newest first, a page at a time; of one member or one kind if asked.
     */
    list_changes: {
      input: ListChangesInput;
      output: ChangePage;
    };
    /**
     * Writes the session summary of a meeting as pdf, html or md to the place that the host gives.
     */
    export_summary: {
      input: ExportSummaryInput;
      output: WrittenSummary;
    };
    /**
     * Shows the session summary of a meeting as text, before anything leaves.
     */
    preview_summary: {
      input: PreviewSummaryInput;
      output: SummaryText;
    };
    /**
     * Opens the session summary of a meeting for printing, from a private place that is cleared.
     */
    print_summary: {
      input: PreviewSummaryInput;
      output: Deed;
    };
    /**
     * Checks pages, chains and signatures, and that a rebuilt view equals the stored one.
     */
    check_store: {
      /**
       * No input.
       */
      input: {};
      output: Checked;
    };
    /**
     * Gives the store another passphrase; both are asked from the host.
     */
    change_passphrase: {
      /**
       * No input.
       */
      input: {};
      output: Deed;
    };
    /**
     * Lists the backups of the store.
     */
    list_backups: {
      /**
       * No input.
       */
      input: {};
      output: BackupView[];
    };
    /**
     * Makes today's backup unless there is one.
     */
    back_up: {
      /**
       * No input.
       */
      input: {};
      output: Deed;
    };
    /**
     * Reads a backup to its end.
     */
    check_backup: {
      input: ByBackupInput;
      output: CheckedBackup;
    };
    /**
     * Shows what going back to a backup would change.
     */
    preview_restore: {
      input: ByBackupInput;
      output: RestorePreview;
    };
    /**
     * Shows unlocks, imports, exports and refusals on this laptop.
     */
    show_journal: {
      /**
       * No input.
       */
      input: {};
      output: Journal;
    };
  };
  app: {
    /**
     * Shows whether there are circles, which are open, the settings and the files that wait.
     */
    show_app: {
      /**
       * No input.
       */
      input: {};
      output: AppView;
    };
    /**
     * Gives the sentences of the window in the language in use, as Fluent source texts.
     */
    show_texts: {
      /**
       * No input.
       */
      input: {};
      output: Texts;
    };
    /**
     * Changes language, appearance, size of text or the time until locking.
     */
    change_settings: {
      input: ChangeSettingsInput;
      output: Settings;
    };
    /**
     * Lets the member choose where documents and packages go.
     */
    choose_folder: {
      /**
       * No input.
       */
      input: {};
      output: Settings;
    };
    /**
     * Begins a circle on this laptop and shows the keys that go on paper.
     */
    found_circle: {
      input: FoundCircleInput;
      output: NewCircleKeys;
    };
    /**
     * Makes a store that waits for a circle, and the card that asks to be let in.
     */
    ask_to_join: {
      input: AskToJoinInput;
      output: NewCircleKeys;
    };
    /**
     * Writes the card that asks to be let in, to be sent to the coordinator.
     */
    write_card: {
      /**
       * No input.
       */
      input: {};
      output: WrittenFile;
    };
    /**
     * Shows the keys of a circle that are not on paper yet; nothing when there are none.
     */
    show_printed_keys: {
      /**
       * No input.
       */
      input: {};
      output: KeysToPrint;
    };
    /**
     * Opens sheets with the keys that are not on paper yet, for printing.
     */
    write_key_sheets: {
      /**
       * No input.
       */
      input: {};
      output: WrittenFile;
    };
    /**
     * Forgets the keys that were shown.
     */
    forget_printed_keys: {
      /**
       * No input.
       */
      input: {};
      output: Deed;
    };
    /**
     * Opens every circle that the passphrase fits.
     */
    unlock: {
      /**
       * No input.
       */
      input: {};
      output: AppView;
    };
    /**
     * Opens the circle that the printed key fits, and gives it a new passphrase.
     */
    unlock_with_recovery_key: {
      /**
       * No input.
       */
      input: {};
      output: AppView;
    };
    /**
     * Closes every circle.
     */
    lock: {
      /**
       * No input.
       */
      input: {};
      output: AppView;
    };
    /**
     * Gives every open circle another passphrase.
     */
    change_app_passphrase: {
      /**
       * No input.
       */
      input: {};
      output: Deed;
    };
    /**
     * Goes back to a backup of an open circle; what is there now is kept as a backup.
     */
    restore_backup: {
      input: ByBackupInput;
      output: AppView;
    };
    /**
     * Puts the last good backup in the place of each damaged store that the passphrase fits, and opens them.
     */
    restore_damaged: {
      /**
       * No input.
       */
      input: {};
      output: AppView;
    };
    /**
     * Opens a sample circle full of life, which is gone when it is closed.
     */
    open_sample: {
      /**
       * No input.
       */
      input: {};
      output: CircleHandle;
    };
    /**
     * Closes the sample circle and removes it.
     */
    close_sample: {
      /**
       * No input.
       */
      input: {};
      output: AppView;
    };
    /**
     * Lets the member choose files, and gives each a number.
     */
    choose_files: {
      input: ChooseFilesInput;
      output: OpenedFile[];
    };
    /**
     * Lists files that were double-clicked or dropped and wait.
     */
    list_opened: {
      /**
       * No input.
       */
      input: {};
      output: OpenedFile[];
    };
    /**
     * Forgets a file that waits; the file itself stays.
     */
    drop_opened: {
      input: ByFileInput;
      output: Deed;
    };
    /**
     * Finds records in every open circle, best first in each.
     */
    search_all: {
      input: SearchAllInput;
      output: FoundInCircle[];
    };
    /**
     * Opens a web or mail address with the system's own program.
     */
    open_address: {
      input: OpenAddressInput;
      output: Deed;
    };
  };
}
/**
 * The circle as this laptop knows it.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "CircleView".
 */
export interface CircleView {
  /**
   * The circle's id; absent while the store waits for an answer to its card.
   */
  circle: CircleId | null;
  /**
   * How many records there are of each kind.
   */
  counts: [string, number][];
  device: DeviceId;
  /**
   * Who works on it.
   */
  member: MemberId | null;
  /**
   * Its record; absent until it came in.
   */
  record: CircleItem | null;
  /**
   * Review markers that wait.
   */
  reviews: number;
  /**
   * What they may do: coordinator, secretary, member, reader.
   */
  right: string | null;
  /**
   * Whether it is the sample circle.
   */
  sample: boolean;
  /**
   * Records that are sealed until a round closes.
   */
  sealed: number;
  state: Hash;
}
/**
 * A record with its id.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "CircleItem".
 */
export interface CircleItem {
  /**
   * Last day of its period.
   */
  ends: string | null;
  goals: Blocks;
  id: MemberId;
  /**
   * How many meetings are planned.
   */
  meetings_planned: number | null;
  /**
   * Name: "Kenniskring gezinshuizen".
   */
  name: string;
  /**
   * Organisations that take part, each with its part in words; an empty text is a part taken away.
   */
  organisations: {
    /**
     * This interface was referenced by `undefined`'s JSON-Schema definition
     * via the `patternProperty` "^[0-9a-f]{32}$".
     */
    [k: string]: string;
  };
  /**
   * First day of its period.
   */
  starts: string | null;
}
/**
 * One block of a longer text.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Block".
 */
export interface Block {
  /**
   * Whether a task is done.
   */
  checked: boolean;
  /**
   * Identity within its record, given at creation; empty on input asks for a new one.
   */
  id: string;
  kind: BlockKind;
  /**
   * Heading level (1–3) or indent (from 0).
   */
  level: number;
  /**
   * Marks over the text, ordered by position.
   */
  marks: Mark[];
  /**
   * The text, without line breaks.
   */
  text: string;
}
/**
 * A mark over part of a block's text. Positions count Unicode scalar values from 0; `to` is exclusive.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Mark".
 */
export interface Mark {
  /**
   * First character under the mark.
   */
  from: number;
  kind: MarkKind;
  /**
   * First character after the mark.
   */
  to: number;
  /**
   * The address of a link or the id of a reference; empty for bold and italic.
   */
  value: string;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "ChangeCircleInput".
 */
export interface ChangeCircleInput {
  /**
   * The fields to change; those left out stay as they are.
   */
  fields: {
    /**
     * Last day of its period.
     */
    ends?: string | null;
    goals?: BlocksInput;
    /**
     * How many meetings are planned.
     */
    meetings_planned?: number | null;
    /**
     * Name: "Kenniskring gezinshuizen".
     */
    name?: string;
    /**
     * Organisations that take part, each with its part in words; an empty text is a part taken away.
     */
    organisations?: {
      /**
       * This interface was referenced by `undefined`'s JSON-Schema definition
       * via the `patternProperty` "^[0-9a-f]{32}$".
       */
      [k: string]: string;
    };
    /**
     * First day of its period.
     */
    starts?: string | null;
  };
  id: MemberId;
}
/**
 * One block of a longer text.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "BlockInput".
 */
export interface BlockInput {
  /**
   * Whether a task is done.
   */
  checked?: boolean;
  /**
   * Identity within its record, given at creation; empty on input asks for a new one.
   */
  id?: string;
  kind?: BlockKind;
  /**
   * Heading level (1–3) or indent (from 0).
   */
  level?: number;
  /**
   * Marks over the text, ordered by position.
   */
  marks?: MarkInput[];
  /**
   * The text, without line breaks.
   */
  text: string;
}
/**
 * A mark over part of a block's text. Positions count Unicode scalar values from 0; `to` is exclusive.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "MarkInput".
 */
export interface MarkInput {
  /**
   * First character under the mark.
   */
  from: number;
  kind: MarkKind;
  /**
   * First character after the mark.
   */
  to: number;
  /**
   * The address of a link or the id of a reference; empty for bold and italic.
   */
  value?: string;
}
/**
 * What an act did.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "DoneWithRecordId".
 */
export interface DoneWithRecordId {
  /**
   * The kinds of record that changed: what a screen reads again.
   */
  changed: string[];
  /**
   * The operation to undo it by; absent when nothing changed.
   */
  undo: number | null;
  value: MemberId;
}
/**
 * A member as lists show them.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "MemberView".
 */
export interface MemberView {
  /**
   * Their laptops.
   */
  devices: DeviceView[];
  /**
   * Mail address, to prepare a mail with a package.
   */
  email: string;
  /**
   * As said: "Annelies van der Meulen".
   */
  full_name: string;
  id: MemberId;
  /**
   * As sorted: "Meulen, Annelies van der".
   */
  listed_name: string;
  name: PersonName;
  /**
   * Organisation they speak for.
   */
  organisation: MemberId | null;
  /**
   * Name of the organisation.
   */
  organisation_name: string;
  place: Place;
  /**
   * What they may do; absent for someone without a laptop in the circle.
   */
  right: string | null;
  /**
   * Role in the circle.
   */
  role: Role | null;
}
/**
 * A laptop of a member.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "DeviceView".
 */
export interface DeviceView {
  /**
   * Whether it still belongs to the circle.
   */
  active: boolean;
  id: DeviceId;
  /**
   * Whether it is this one.
   */
  own: boolean;
}
/**
 * A person's name in its Dutch parts.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "PersonName".
 */
export interface PersonName {
  /**
   * Family name without particle: "Meulen".
   */
  family: string;
  /**
   * Given name: "Annelies".
   */
  given: string;
  /**
   * Particle between given and family name: "van der". Often empty.
   */
  particle: string;
  /**
   * A sort name that overrides the rule; mostly empty.
   */
  sort_as: string;
}
/**
 * A member of the circle.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "MemberInput".
 */
export interface MemberInput {
  /**
   * Mail address, to prepare a mail with a package.
   */
  email?: string;
  name?: PersonNameInput;
  /**
   * Organisation they speak for.
   */
  organisation?: MemberId | null;
  /**
   * Role in the circle.
   */
  role?: Role | null;
}
/**
 * A person's name in its Dutch parts.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "PersonNameInput".
 */
export interface PersonNameInput {
  /**
   * Family name without particle: "Meulen".
   */
  family: string;
  /**
   * Given name: "Annelies".
   */
  given: string;
  /**
   * Particle between given and family name: "van der". Often empty.
   */
  particle?: string;
  /**
   * A sort name that overrides the rule; mostly empty.
   */
  sort_as?: string;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "ChangeMemberInput".
 */
export interface ChangeMemberInput {
  /**
   * The fields to change; those left out stay as they are.
   */
  fields: {
    /**
     * Mail address, to prepare a mail with a package.
     */
    email?: string;
    name?: PersonNameInput;
    /**
     * Organisation they speak for.
     */
    organisation?: MemberId | null;
    /**
     * Role in the circle.
     */
    role?: Role | null;
  };
  id: MemberId;
}
/**
 * Which right a member gets.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "SetRightInput".
 */
export interface SetRightInput {
  member: MemberId;
  right: RightCode;
}
/**
 * What an act did.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "DoneWithMemberId".
 */
export interface DoneWithMemberId {
  /**
   * The kinds of record that changed: what a screen reads again.
   */
  changed: string[];
  /**
   * The operation to undo it by; absent when nothing changed.
   */
  undo: number | null;
  value: MemberId;
}
/**
 * One member.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "ByMemberInput".
 */
export interface ByMemberInput {
  member: MemberId;
}
/**
 * One laptop.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "ByDeviceInput".
 */
export interface ByDeviceInput {
  device: DeviceId;
}
/**
 * What an act did.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "DoneWithDeviceId".
 */
export interface DoneWithDeviceId {
  /**
   * The kinds of record that changed: what a screen reads again.
   */
  changed: string[];
  /**
   * The operation to undo it by; absent when nothing changed.
   */
  undo: number | null;
  value: DeviceId;
}
/**
 * Whom to bring back, and with what right.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "BringBackInput".
 */
export interface BringBackInput {
  member: MemberId;
  right: RightCode;
}
/**
 * A use of the `kringsleutel`.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "UseCircleKeyInput".
 */
export interface UseCircleKeyInput {
  deed: CircleKeyDeed;
}
/**
 * What an act did.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "DoneWithnull".
 */
export interface DoneWithnull {
  /**
   * The kinds of record that changed: what a screen reads again.
   */
  changed: string[];
  /**
   * The operation to undo it by; absent when nothing changed.
   */
  undo: number | null;
  /**
   * What it answers.
   */
  value: null;
}
/**
 * How the membership of the circle stands, and what deserves attention.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "MembershipView".
 */
export interface MembershipView {
  /**
   * What deserves attention, in sentences.
   */
  advice: string[];
  /**
   * Whether the circle was closed.
   */
  closed: boolean;
  /**
   * Who decides on membership now.
   */
  coordinators: MemberId[];
  /**
   * Since when this laptop uses its key for packages, UTC milliseconds.
   */
  key_since_ms: number;
  /**
   * Who is out because they and another took each other out.
   */
  suspended: MemberId[];
}
/**
 * A record with changes that have no effect.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Parked".
 */
export interface Parked {
  /**
   * Whose changes came behind a cut-off.
   */
  by: string[];
  /**
   * How many changes there are of both.
   */
  changes: number;
  /**
   * Its kind.
   */
  kind: string;
  record: MemberId;
  /**
   * The segments to admit, so that all of it can count.
   */
  segments: Hash[];
  /**
   * What lists call it; empty when nothing of it counts.
   */
  title: string;
  /**
   * Whose changes build on them and wait for that.
   */
  waiting_for: string[];
}
/**
 * Which segments to bring in.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "AdmitSegmentsInput".
 */
export interface AdmitSegmentsInput {
  /**
   * Their hashes.
   */
  segments: Hash[];
}
/**
 * What an act did.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "DoneWithuint64".
 */
export interface DoneWithuint64 {
  /**
   * The kinds of record that changed: what a screen reads again.
   */
  changed: string[];
  /**
   * The operation to undo it by; absent when nothing changed.
   */
  undo: number | null;
  /**
   * What it answers.
   */
  value: number;
}
/**
 * Whom to invite.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "InviteInput".
 */
export interface InviteInput {
  /**
   * What the coordinator calls them; only this laptop knows it.
   */
  name: string;
  right?: RightCode;
}
/**
 * An invitation that was made.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "MadeInvitation".
 */
export interface MadeInvitation {
  /**
   * Name of its file.
   */
  file: string;
  /**
   * The words that open it, to be told by telephone. They are not shown again.
   */
  words: string[];
}
/**
 * An invitation that this laptop made.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "InvitationView".
 */
export interface InvitationView {
  /**
   * What it is called by: its key, in hexadecimal.
   */
  id: string;
  /**
   * When it was made, UTC milliseconds.
   */
  made_ms: number;
  /**
   * Who it is for.
   */
  name: string;
  /**
   * The right that was meant.
   */
  right: string;
  state: InvitationState;
}
/**
 * Which invitation.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "ByInvitationInput".
 */
export interface ByInvitationInput {
  /**
   * Its id.
   */
  id: string;
}
/**
 * Something was done that answers nothing.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Deed".
 */
export interface Deed {
  /**
   * Always true.
   */
  done: boolean;
}
/**
 * What an invitation says to who opened it.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Welcome".
 */
export interface Welcome {
  /**
   * Who invites.
   */
  by: string;
  /**
   * The circle's name.
   */
  circle: string;
}
/**
 * A record with its id.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "OrganisationItem".
 */
export interface OrganisationItem {
  /**
   * Names it had before, oldest first: "LSG-Rentray".
   */
  former_names: string[];
  id: MemberId;
  /**
   * What it does.
   */
  kind: OrganisationKind | null;
  /**
   * Present name: "Intermetzo".
   */
  name: string;
}
/**
 * An organisation.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "OrganisationInput".
 */
export interface OrganisationInput {
  /**
   * Names it had before, oldest first: "LSG-Rentray".
   */
  former_names?: string[];
  /**
   * What it does.
   */
  kind?: OrganisationKind | null;
  /**
   * Present name: "Intermetzo".
   */
  name?: string;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "ChangeOrganisationInput".
 */
export interface ChangeOrganisationInput {
  /**
   * The fields to change; those left out stay as they are.
   */
  fields: {
    /**
     * Names it had before, oldest first: "LSG-Rentray".
     */
    former_names?: string[];
    /**
     * What it does.
     */
    kind?: OrganisationKind | null;
    /**
     * Present name: "Intermetzo".
     */
    name?: string;
  };
  id: MemberId;
}
/**
 * A meeting as lists show it.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "MeetingRow".
 */
export interface MeetingRow {
  /**
   * Agenda items in order.
   */
  agenda: MemberId[];
  /**
   * Files that go with it.
   */
  attachments: {
    [k: string]: Attachment;
  };
  /**
   * Who was there.
   */
  attendance: {
    [k: string]: Attendance;
  };
  /**
   * Who leads it.
   */
  chair: MemberId | null;
  /**
   * Day.
   */
  date: string | null;
  /**
   * End.
   */
  ends: string | null;
  id: MemberId;
  /**
   * Who takes the minutes.
   */
  minute_taker: MemberId | null;
  /**
   * Which meeting of the series, from 1.
   */
  number: number;
  /**
   * How many meetings the series has.
   */
  of: number | null;
  /**
   * Place: "De Glind".
   */
  place: string;
  /**
   * What the day is for, in a few sentences.
   */
  purpose: string;
  /**
   * Begin.
   */
  starts: string | null;
  /**
   * Main theme.
   */
  theme: MemberId | null;
  /**
   * Name of its main theme.
   */
  theme_name: string;
  /**
   * Title, when the main theme does not say enough.
   */
  title: string;
}
/**
 * A file that goes with a record.
 *
 * This interface was referenced by `undefined`'s JSON-Schema definition
 * via the `patternProperty` "^[0-9a-f]{64}$".
 *
 * This interface was referenced by `undefined`'s JSON-Schema definition
 * via the `patternProperty` "^[0-9a-f]{64}$".
 *
 * This interface was referenced by `undefined`'s JSON-Schema definition
 * via the `patternProperty` "^[0-9a-f]{64}$".
 *
 * This interface was referenced by `undefined`'s JSON-Schema definition
 * via the `patternProperty` "^[0-9a-f]{64}$".
 *
 * This interface was referenced by `undefined`'s JSON-Schema definition
 * via the `patternProperty` "^[0-9a-f]{64}$".
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Attachment".
 */
export interface Attachment {
  /**
   * Its length in bytes.
   */
  bytes: number;
  /**
   * Its name with its ending: "Verslag inspectie.pdf".
   */
  name: string;
}
/**
 * One record by its id.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "ByIdInput".
 */
export interface ByIdInput {
  id: MemberId;
}
/**
 * A meeting with everything that belongs to it.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "MeetingView".
 */
export interface MeetingView {
  /**
   * Actions agreed here.
   */
  actions: ActionView[];
  /**
   * Agenda items in order.
   */
  agenda: MemberId[];
  /**
   * Files that go with it.
   */
  attachments: {
    [k: string]: Attachment;
  };
  /**
   * Who was there.
   */
  attendance: {
    [k: string]: Attendance;
  };
  /**
   * Who leads it.
   */
  chair: MemberId | null;
  /**
   * Contributions.
   */
  contributions: ContributionItem[];
  /**
   * Day.
   */
  date: string | null;
  /**
   * Decisions.
   */
  decisions: DecisionView[];
  /**
   * End.
   */
  ends: string | null;
  id: MemberId;
  /**
   * Agenda items in order, each with its number and notes.
   */
  items: AgendaItemView[];
  /**
   * Who takes the minutes.
   */
  minute_taker: MemberId | null;
  /**
   * Notes on the meeting itself.
   */
  notes: NoteView[];
  /**
   * Which meeting of the series, from 1.
   */
  number: number;
  /**
   * How many meetings the series has.
   */
  of: number | null;
  /**
   * Place: "De Glind".
   */
  place: string;
  /**
   * What the day is for, in a few sentences.
   */
  purpose: string;
  /**
   * Begin.
   */
  starts: string | null;
  /**
   * Studies brought in.
   */
  studies: StudyItem[];
  /**
   * Main theme.
   */
  theme: MemberId | null;
  /**
   * Name of its main theme.
   */
  theme_name: string;
  /**
   * Title, when the main theme does not say enough.
   */
  title: string;
}
/**
 * An action with its number.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "ActionView".
 */
export interface ActionView {
  /**
   * When it should be done.
   */
  due: string | null;
  id: MemberId;
  /**
   * The agenda item it came from.
   */
  item: MemberId | null;
  /**
   * The meeting it was agreed in.
   */
  meeting: MemberId | null;
  /**
   * "2011-014"; absent until a secretary gives one.
   */
  number: string | null;
  /**
   * Who does it.
   */
  owner: MemberId | null;
  /**
   * Name of who does it.
   */
  owner_name: string;
  /**
   * How often it was postponed.
   */
  postponed: number;
  state: ActionState;
  /**
   * What will be done.
   */
  text: string;
  /**
   * Numbers it lost to an earlier assignment.
   */
  was: string[];
}
/**
 * A record with its id.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "ContributionItem".
 */
export interface ContributionItem {
  consent: Consent;
  /**
   * What was done with it.
   */
  feedback: string;
  /**
   * Who brought it in.
   */
  from: MemberId | null;
  id: MemberId;
  meeting: MemberId;
  /**
   * What was brought in.
   */
  text: string;
}
/**
 * A decision with its number.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "DecisionView".
 */
export interface DecisionView {
  id: MemberId;
  /**
   * The agenda item it came from.
   */
  item: MemberId | null;
  meeting: MemberId;
  /**
   * "2011-014"; absent until a secretary gives one.
   */
  number: string | null;
  /**
   * The decision in words.
   */
  text: string;
  /**
   * Numbers it lost to an earlier assignment.
   */
  was: string[];
}
/**
 * An agenda item in its place.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "AgendaItemView".
 */
export interface AgendaItemView {
  id: MemberId;
  /**
   * What it asks of the meeting.
   */
  kind: AgendaItemKind | null;
  meeting: MemberId;
  /**
   * Planned duration, in minutes.
   */
  minutes: number | null;
  /**
   * Notes on it.
   */
  notes: NoteView[];
  /**
   * "3", "3.1".
   */
  ordinal: string;
  /**
   * The item it is part of.
   */
  parent: MemberId | null;
  /**
   * The statement put forward.
   */
  statement: MemberId | null;
  /**
   * What it is about.
   */
  title: string;
}
/**
 * A note as it is shown.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "NoteView".
 */
export interface NoteView {
  /**
   * Files that go with it.
   */
  attachments: {
    [k: string]: Attachment;
  };
  body: Blocks;
  /**
   * When it was changed last, UTC milliseconds by the clock of who changed it.
   */
  changed_ms: number;
  id: MemberId;
  /**
   * Whether it never leaves this laptop.
   */
  private: boolean;
  /**
   * The record it is about: an agenda item, a meeting, a theme, a study, …
   */
  subject: MemberId | null;
  /**
   * Title; often empty.
   */
  title: string;
}
/**
 * A record with its id.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "StudyItem".
 */
export interface StudyItem {
  /**
   * The publication's own abstract.
   */
  abstract_text: string;
  /**
   * When the web address was last seen (CSL `accessed`).
   */
  accessed: PartialDate | null;
  /**
   * The publication itself, and what else goes with it.
   */
  attachments: {
    [k: string]: Attachment;
  };
  /**
   * Authors in order.
   */
  authors: Author[];
  /**
   * Journal, book or site it appeared in (CSL `container-title`).
   */
  container_title: string;
  /**
   * CSL type: "article-journal", "book", "report", "thesis", "webpage", …
   */
  csl_type: string;
  /**
   * DOI without resolver: "10.1000/xyz123".
   */
  doi: string;
  /**
   * Edition.
   */
  edition: string;
  /**
   * Editors in order.
   */
  editors: Author[];
  id: MemberId;
  /**
   * ISBN.
   */
  isbn: string;
  /**
   * Issue.
   */
  issue: string;
  /**
   * When it was published; absent for "z.d.".
   */
  issued: PartialDate | null;
  /**
   * Keywords.
   */
  keywords: string[];
  /**
   * Language as a tag: "nl", "en".
   */
  language: string;
  /**
   * Meetings it was brought in at; `false` is a link that was taken away.
   */
  meetings: {
    /**
     * This interface was referenced by `undefined`'s JSON-Schema definition
     * via the `patternProperty` "^[0-9a-f]{32}$".
     */
    [k: string]: boolean;
  };
  /**
   * Pages: "12–30".
   */
  pages: string;
  /**
   * Publisher.
   */
  publisher: string;
  /**
   * Place of the publisher.
   */
  publisher_place: string;
  /**
   * `ingetrokken`: the journal or publisher took it back. It stays, with what rests on it, so that
   * everyone sees what it did to an agreement.
   */
  retracted: boolean;
  summary: Blocks;
  /**
   * Themes it is linked to; `false` is a link that was taken away.
   */
  themes: {
    /**
     * This interface was referenced by `undefined`'s JSON-Schema definition
     * via the `patternProperty` "^[0-9a-f]{32}$".
     */
    [k: string]: boolean;
  };
  /**
   * Title and subtitle.
   */
  title: string;
  /**
   * Web address, http or https.
   */
  url: string;
  /**
   * Volume.
   */
  volume: string;
}
/**
 * A publication date as far as it is known (CSL `date-parts`).
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "PartialDate".
 */
export interface PartialDate {
  /**
   * Day 1–31.
   */
  day: number | null;
  /**
   * Month 1–12.
   */
  month: number | null;
  /**
   * Year, in full.
   */
  year: number;
}
/**
 * An author or editor: a person, or an organisation in `literal`.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Author".
 */
export interface Author {
  /**
   * Family name without particle: "Berg".
   */
  family: string;
  /**
   * Given names or initials: "Anna", "A. M.".
   */
  given: string;
  /**
   * Name of an organisation; then the other fields are empty.
   */
  literal: string;
  /**
   * Particle between given and family name: "van der" (CSL `non-dropping-particle`).
   */
  particle: string;
}
/**
 * A meeting of the circle. Times are civil time in the Netherlands.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "MeetingInput".
 */
export interface MeetingInput {
  /**
   * Agenda items in order.
   */
  agenda?: MemberId[];
  /**
   * Files that go with it.
   */
  attachments?: {
    [k: string]: AttachmentInput;
  };
  /**
   * Who was there.
   */
  attendance?: {
    [k: string]: Attendance;
  };
  /**
   * Who leads it.
   */
  chair?: MemberId | null;
  /**
   * Day.
   */
  date?: string | null;
  /**
   * End.
   */
  ends?: string | null;
  /**
   * Who takes the minutes.
   */
  minute_taker?: MemberId | null;
  /**
   * Which meeting of the series, from 1.
   */
  number?: number;
  /**
   * How many meetings the series has.
   */
  of?: number | null;
  /**
   * Place: "De Glind".
   */
  place?: string;
  /**
   * What the day is for, in a few sentences.
   */
  purpose?: string;
  /**
   * Begin.
   */
  starts?: string | null;
  /**
   * Main theme.
   */
  theme?: MemberId | null;
  /**
   * Title, when the main theme does not say enough.
   */
  title?: string;
}
/**
 * A file that goes with a record.
 *
 * This interface was referenced by `undefined`'s JSON-Schema definition
 * via the `patternProperty` "^[0-9a-f]{64}$".
 *
 * This interface was referenced by `undefined`'s JSON-Schema definition
 * via the `patternProperty` "^[0-9a-f]{64}$".
 *
 * This interface was referenced by `undefined`'s JSON-Schema definition
 * via the `patternProperty` "^[0-9a-f]{64}$".
 *
 * This interface was referenced by `undefined`'s JSON-Schema definition
 * via the `patternProperty` "^[0-9a-f]{64}$".
 *
 * This interface was referenced by `undefined`'s JSON-Schema definition
 * via the `patternProperty` "^[0-9a-f]{64}$".
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "AttachmentInput".
 */
export interface AttachmentInput {
  /**
   * Its length in bytes.
   */
  bytes?: number;
  /**
   * Its name with its ending: "Verslag inspectie.pdf".
   */
  name?: string;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "ChangeMeetingInput".
 */
export interface ChangeMeetingInput {
  /**
   * The fields to change; those left out stay as they are.
   */
  fields: {
    /**
     * Agenda items in order.
     */
    agenda?: MemberId[];
    /**
     * Files that go with it.
     */
    attachments?: {
      [k: string]: AttachmentInput;
    };
    /**
     * Who was there.
     */
    attendance?: {
      [k: string]: Attendance;
    };
    /**
     * Who leads it.
     */
    chair?: MemberId | null;
    /**
     * Day.
     */
    date?: string | null;
    /**
     * End.
     */
    ends?: string | null;
    /**
     * Who takes the minutes.
     */
    minute_taker?: MemberId | null;
    /**
     * Which meeting of the series, from 1.
     */
    number?: number;
    /**
     * How many meetings the series has.
     */
    of?: number | null;
    /**
     * Place: "De Glind".
     */
    place?: string;
    /**
     * What the day is for, in a few sentences.
     */
    purpose?: string;
    /**
     * Begin.
     */
    starts?: string | null;
    /**
     * Main theme.
     */
    theme?: MemberId | null;
    /**
     * Title, when the main theme does not say enough.
     */
    title?: string;
  };
  id: MemberId;
}
/**
 * An agenda item to add.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "AddAgendaItemInput".
 */
export interface AddAgendaItemInput {
  /**
   * What it asks of the meeting.
   */
  kind?: AgendaItemKind | null;
  meeting: MemberId;
  /**
   * Planned duration, in minutes.
   */
  minutes?: number | null;
  /**
   * The item it is part of.
   */
  parent?: MemberId | null;
  /**
   * Its place among the items, from 0; absent for the end.
   */
  place?: number | null;
  /**
   * The statement put forward.
   */
  statement?: MemberId | null;
  /**
   * What it is about.
   */
  title: string;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "ChangeAgendaItemInput".
 */
export interface ChangeAgendaItemInput {
  /**
   * The fields to change; those left out stay as they are.
   */
  fields: {
    /**
     * What it asks of the meeting.
     */
    kind?: AgendaItemKind | null;
    meeting?: MemberId;
    /**
     * Planned duration, in minutes.
     */
    minutes?: number | null;
    /**
     * The item it is part of.
     */
    parent?: MemberId | null;
    /**
     * The statement put forward.
     */
    statement?: MemberId | null;
    /**
     * What it is about.
     */
    title?: string;
  };
  id: MemberId;
}
/**
 * Where an agenda item goes.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "MoveAgendaItemInput".
 */
export interface MoveAgendaItemInput {
  id: MemberId;
  /**
   * Its new place among the items, from 0.
   */
  place: number;
}
/**
 * Who was there, or not.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "RecordAttendanceInput".
 */
export interface RecordAttendanceInput {
  /**
   * Each member with whether they were there; an absent value takes the tick away.
   */
  attendance: {
    /**
     * This interface was referenced by `undefined`'s JSON-Schema definition
     * via the `patternProperty` "^[0-9a-f]{32}$".
     */
    [k: string]: Attendance | null;
  };
  meeting: MemberId;
}
/**
 * What an act did.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "DoneWithMeetingId".
 */
export interface DoneWithMeetingId {
  /**
   * The kinds of record that changed: what a screen reads again.
   */
  changed: string[];
  /**
   * The operation to undo it by; absent when nothing changed.
   */
  undo: number | null;
  value: MemberId;
}
/**
 * What someone brought in at a meeting.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "ContributionInput".
 */
export interface ContributionInput {
  consent: Consent;
  /**
   * What was done with it.
   */
  feedback?: string;
  /**
   * Who brought it in.
   */
  from?: MemberId | null;
  meeting: MemberId;
  /**
   * What was brought in.
   */
  text: string;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "ChangeContributionInput".
 */
export interface ChangeContributionInput {
  /**
   * The fields to change; those left out stay as they are.
   */
  fields: {
    consent?: Consent;
    /**
     * What was done with it.
     */
    feedback?: string;
    /**
     * Who brought it in.
     */
    from?: MemberId | null;
    meeting?: MemberId;
    /**
     * What was brought in.
     */
    text?: string;
  };
  id: MemberId;
}
/**
 * A note to write.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "WriteNoteInput".
 */
export interface WriteNoteInput {
  body: BlocksInput;
  /**
   * Whether it never leaves this laptop. Fixed from here on.
   */
  private?: boolean;
  /**
   * The record it is about.
   */
  subject?: MemberId | null;
  /**
   * Title; may be empty.
   */
  title?: string;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "ChangeNoteInput".
 */
export interface ChangeNoteInput {
  /**
   * The fields to change; those left out stay as they are.
   */
  fields: {
    /**
     * Files that go with it.
     */
    attachments?: {
      [k: string]: AttachmentInput;
    };
    body?: BlocksInput;
    /**
     * The record it is about: an agenda item, a meeting, a theme, a study, …
     */
    subject?: MemberId | null;
    /**
     * Title; often empty.
     */
    title?: string;
  };
  id: MemberId;
}
/**
 * Which notes to list.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "ListNotesInput".
 */
export interface ListNotesInput {
  /**
   * Only those about this record.
   */
  subject?: MemberId | null;
}
/**
 * Which private notes to share.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "ShareNotesInput".
 */
export interface ShareNotesInput {
  /**
   * The notes.
   */
  ids: MemberId[];
}
/**
 * What an act did.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "DoneWithArrayOfRecordId".
 */
export interface DoneWithArrayOfRecordId {
  /**
   * The kinds of record that changed: what a screen reads again.
   */
  changed: string[];
  /**
   * The operation to undo it by; absent when nothing changed.
   */
  undo: number | null;
  /**
   * What it answers.
   */
  value: MemberId[];
}
/**
 * A record that refers to another.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Backlink".
 */
export interface Backlink {
  id: MemberId;
  /**
   * Its kind.
   */
  kind: string;
  /**
   * What lists call it.
   */
  title: string;
}
/**
 * What was decided.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "DecisionInput".
 */
export interface DecisionInput {
  /**
   * The agenda item it came from.
   */
  item?: MemberId | null;
  meeting: MemberId;
  /**
   * The decision in words.
   */
  text: string;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "ChangeDecisionInput".
 */
export interface ChangeDecisionInput {
  /**
   * The fields to change; those left out stay as they are.
   */
  fields: {
    /**
     * The agenda item it came from.
     */
    item?: MemberId | null;
    meeting?: MemberId;
    /**
     * The decision in words.
     */
    text?: string;
  };
  id: MemberId;
}
/**
 * Which actions to list.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "ListActionsInput".
 */
export interface ListActionsInput {
  /**
   * Only those that are still open.
   */
  open?: boolean;
}
/**
 * What someone will do, and when.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "ActionInput".
 */
export interface ActionInput {
  /**
   * When it should be done.
   */
  due?: string | null;
  /**
   * The agenda item it came from.
   */
  item?: MemberId | null;
  /**
   * The meeting it was agreed in.
   */
  meeting?: MemberId | null;
  /**
   * Who does it.
   */
  owner?: MemberId | null;
  /**
   * How often it was postponed.
   */
  postponed?: number;
  state?: ActionState;
  /**
   * What will be done.
   */
  text: string;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "ChangeActionInput".
 */
export interface ChangeActionInput {
  /**
   * The fields to change; those left out stay as they are.
   */
  fields: {
    /**
     * When it should be done.
     */
    due?: string | null;
    /**
     * The agenda item it came from.
     */
    item?: MemberId | null;
    /**
     * The meeting it was agreed in.
     */
    meeting?: MemberId | null;
    /**
     * Who does it.
     */
    owner?: MemberId | null;
    /**
     * How often it was postponed.
     */
    postponed?: number;
    state?: ActionState;
    /**
     * What will be done.
     */
    text?: string;
  };
  id: MemberId;
}
/**
 * A theme as lists show it.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "ThemeRow".
 */
export interface ThemeRow {
  /**
   * Those that the circle agreed on in the last round that was closed.
   */
  agreed: number;
  /**
   * Other words for it, which search finds as well.
   */
  aliases: string[];
  id: MemberId;
  known: Blocks;
  /**
   * Name: "continuïteit".
   */
  name: string;
  /**
   * Those that positions are asked on now.
   */
  open: number;
  /**
   * The wider theme it is part of.
   */
  parent: MemberId | null;
  /**
   * When the circle should look at it again.
   */
  review_date: string | null;
  /**
   * Statements on it.
   */
  statements: number;
  unknown: Blocks;
  /**
   * Those of them that wait for the own position of this member.
   */
  waiting: number;
}
/**
 * A theme with its statements and studies.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "ThemeView".
 */
export interface ThemeView {
  /**
   * Other words for it, which search finds as well.
   */
  aliases: string[];
  /**
   * Everything that refers to it.
   */
  backlinks: Backlink[];
  id: MemberId;
  known: Blocks;
  /**
   * Name: "continuïteit".
   */
  name: string;
  /**
   * The wider theme it is part of.
   */
  parent: MemberId | null;
  /**
   * When the circle should look at it again.
   */
  review_date: string | null;
  /**
   * Its statements.
   */
  statements: StatementView[];
  /**
   * Studies linked to it.
   */
  studies: StudyItem[];
  unknown: Blocks;
}
/**
 * A statement as it is shown.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "StatementView".
 */
export interface StatementView {
  /**
   * Evidence for and against it.
   */
  evidence: EvidenceView[];
  id: MemberId;
  /**
   * The agenda item it was brought in at.
   */
  item: MemberId | null;
  /**
   * The meeting it was brought in at.
   */
  meeting: MemberId | null;
  /**
   * Rounds that asked for positions on it, oldest first.
   */
  rounds: RoundView[];
  /**
   * Its present wording.
   */
  text: string;
  theme: MemberId;
  /**
   * The present wording's id.
   */
  version: MemberId | null;
  /**
   * Every wording, oldest first; more than one last where two people reworded at once.
   */
  versions: VersionView[];
}
/**
 * Evidence with the title of its study.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "EvidenceView".
 */
export interface EvidenceView {
  basis: EvidenceBasis;
  /**
   * The finding in words.
   */
  finding: string;
  id: MemberId;
  /**
   * Where in the study: "p. 12".
   */
  page: string;
  stance: EvidenceStance;
  statement: MemberId;
  /**
   * The study; absent for practice or experience without one.
   */
  study: MemberId | null;
  /**
   * Whether the study was retracted.
   */
  study_retracted: boolean;
  /**
   * Title of the study.
   */
  study_title: string;
}
/**
 * A round on one wording, as it stands.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "RoundView".
 */
export interface RoundView {
  /**
   * Whether it is closed.
   */
  closed: boolean;
  id: MemberId;
  /**
   * The meeting it belongs to.
   */
  meeting: MemberId | null;
  outcome: Outcome;
  /**
   * The positions, by name.
   */
  positions: PositionView[];
  /**
   * The outcome in words: "7 van 9 instemming, 1 voorbehoud, 1 bezwaar, regel consent → …".
   */
  reason: string;
  version: MemberId;
}
/**
 * The outcome of a round on one wording, with everything that it follows from.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Outcome".
 */
export interface Outcome {
  distribution: Distribution;
  rule: Rule;
  verdict: Verdict;
}
/**
 * How many positions of each stance count.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Distribution".
 */
export interface Distribution {
  /**
   * `instemming`
   */
  agree: number;
  /**
   * `voorbehoud`
   */
  agree_with_reservation: number;
  /**
   * `geen mening`
   */
  no_opinion: number;
  /**
   * `bezwaar`
   */
  object: number;
}
/**
 * One position.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "PositionView".
 */
export interface PositionView {
  /**
   * Whether it came after the round was closed and would have counted before. One that was replaced, or
   * that gives way to another of its holder, is not late but out of use.
   */
  after_closing: boolean;
  /**
   * Whether the holder gave two positions unaware of each other and should say which holds.
   */
  ask_holder: boolean;
  /**
   * Whether it counts: not superseded, and not after closing.
   */
  counts: boolean;
  holder: MemberId;
  /**
   * Their name.
   */
  holder_name: string;
  id: MemberId;
  /**
   * Name of who wrote it down for them; then it is not yet confirmed.
   */
  recorded_by: string | null;
  stance: Stance;
  /**
   * The reservation or objection in their words.
   */
  text: string;
}
/**
 * One wording.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "VersionView".
 */
export interface VersionView {
  id: MemberId;
  /**
   * Which one, from 1.
   */
  number: number;
  statement: MemberId;
  /**
   * Whether a later wording replaced it.
   */
  superseded: boolean;
  /**
   * The wording it replaces.
   */
  supersedes: MemberId | null;
  /**
   * The words.
   */
  text: string;
}
/**
 * A theme.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "ThemeInput".
 */
export interface ThemeInput {
  /**
   * Other words for it, which search finds as well.
   */
  aliases?: string[];
  known?: BlocksInput;
  /**
   * Name: "continuïteit".
   */
  name?: string;
  /**
   * The wider theme it is part of.
   */
  parent?: MemberId | null;
  /**
   * When the circle should look at it again.
   */
  review_date?: string | null;
  unknown?: BlocksInput;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "ChangeThemeInput".
 */
export interface ChangeThemeInput {
  /**
   * The fields to change; those left out stay as they are.
   */
  fields: {
    /**
     * Other words for it, which search finds as well.
     */
    aliases?: string[];
    known?: BlocksInput;
    /**
     * Name: "continuïteit".
     */
    name?: string;
    /**
     * The wider theme it is part of.
     */
    parent?: MemberId | null;
    /**
     * When the circle should look at it again.
     */
    review_date?: string | null;
    unknown?: BlocksInput;
  };
  id: MemberId;
}
/**
 * A statement to bring in.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "AddStatementInput".
 */
export interface AddStatementInput {
  /**
   * The agenda item it is brought in at.
   */
  item?: MemberId | null;
  /**
   * The meeting it is brought in at.
   */
  meeting?: MemberId | null;
  /**
   * The first wording: one sentence.
   */
  text: string;
  theme: MemberId;
}
/**
 * What an act did.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "DoneWithStatementIds".
 */
export interface DoneWithStatementIds {
  /**
   * The kinds of record that changed: what a screen reads again.
   */
  changed: string[];
  /**
   * The operation to undo it by; absent when nothing changed.
   */
  undo: number | null;
  value: StatementIds;
}
/**
 * What a statement and its wording are called.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "StatementIds".
 */
export interface StatementIds {
  statement: MemberId;
  version: MemberId;
}
/**
 * A new wording.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "RewordInput".
 */
export interface RewordInput {
  statement: MemberId;
  /**
   * The new words.
   */
  text: string;
}
/**
 * What a study, practice or experience says for or against a statement.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "EvidenceInput".
 */
export interface EvidenceInput {
  basis: EvidenceBasis;
  /**
   * The finding in words.
   */
  finding?: string;
  /**
   * Where in the study: "p. 12".
   */
  page?: string;
  stance: EvidenceStance;
  statement: MemberId;
  /**
   * The study; absent for practice or experience without one.
   */
  study?: MemberId | null;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "ChangeEvidenceInput".
 */
export interface ChangeEvidenceInput {
  /**
   * The fields to change; those left out stay as they are.
   */
  fields: {
    basis?: EvidenceBasis;
    /**
     * The finding in words.
     */
    finding?: string;
    /**
     * Where in the study: "p. 12".
     */
    page?: string;
    stance?: EvidenceStance;
    statement?: MemberId;
    /**
     * The study; absent for practice or experience without one.
     */
    study?: MemberId | null;
  };
  id: MemberId;
}
/**
 * A round to open.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "OpenRoundInput".
 */
export interface OpenRoundInput {
  /**
   * The meeting it belongs to.
   */
  meeting?: MemberId | null;
  rule?: Rule;
  /**
   * The wordings that positions are asked on.
   */
  versions: MemberId[];
}
/**
 * A position to give.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "GivePositionInput".
 */
export interface GivePositionInput {
  round: MemberId;
  stance: Stance;
  /**
   * The reservation or objection in own words; needed for those two.
   */
  text?: string;
  /**
   * The wording; may be left out when the round asks about one only.
   */
  version?: MemberId | null;
}
/**
 * A position to write down for someone else.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "RecordPositionInput".
 */
export interface RecordPositionInput {
  holder: MemberId;
  /**
   * What shows that the holder said so: "per e-mail, 12 maart".
   */
  proof?: string;
  round: MemberId;
  stance: Stance;
  /**
   * The reservation or objection in the holder's words; needed for those two.
   */
  text?: string;
  /**
   * The wording; may be left out when the round asks about one only.
   */
  version?: MemberId | null;
}
/**
 * A study as lists show it and are searched by.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "StudyRow".
 */
export interface StudyRow {
  /**
   * Who wrote it.
   */
  authors: Author[];
  /**
   * The journal, book or site it appeared in.
   */
  container_title: string;
  /**
   * Whether there is a summary in plain words.
   */
  has_summary: boolean;
  id: MemberId;
  /**
   * When it came out.
   */
  issued: PartialDate | null;
  /**
   * Keywords.
   */
  keywords: string[];
  /**
   * Whether it was retracted.
   */
  retracted: boolean;
  /**
   * Title and subtitle.
   */
  title: string;
}
/**
 * A study with everything that refers to it.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "StudyView".
 */
export interface StudyView {
  /**
   * The publication's own abstract.
   */
  abstract_text: string;
  /**
   * When the web address was last seen (CSL `accessed`).
   */
  accessed: PartialDate | null;
  /**
   * The publication itself, and what else goes with it.
   */
  attachments: {
    [k: string]: Attachment;
  };
  /**
   * Authors in order.
   */
  authors: Author[];
  /**
   * Notes, evidence and texts that refer to it.
   */
  backlinks: Backlink[];
  /**
   * Journal, book or site it appeared in (CSL `container-title`).
   */
  container_title: string;
  /**
   * CSL type: "article-journal", "book", "report", "thesis", "webpage", …
   */
  csl_type: string;
  /**
   * DOI without resolver: "10.1000/xyz123".
   */
  doi: string;
  /**
   * Edition.
   */
  edition: string;
  /**
   * Editors in order.
   */
  editors: Author[];
  id: MemberId;
  /**
   * ISBN.
   */
  isbn: string;
  /**
   * Issue.
   */
  issue: string;
  /**
   * When it was published; absent for "z.d.".
   */
  issued: PartialDate | null;
  /**
   * Keywords.
   */
  keywords: string[];
  /**
   * Language as a tag: "nl", "en".
   */
  language: string;
  /**
   * The meetings it was brought in at, in order of date.
   */
  linked_meetings: MeetingRow[];
  /**
   * The themes it is linked to, by name.
   */
  linked_themes: NamedTheme[];
  /**
   * Meetings it was brought in at; `false` is a link that was taken away.
   */
  meetings: {
    /**
     * This interface was referenced by `undefined`'s JSON-Schema definition
     * via the `patternProperty` "^[0-9a-f]{32}$".
     */
    [k: string]: boolean;
  };
  /**
   * Pages: "12–30".
   */
  pages: string;
  /**
   * Publisher.
   */
  publisher: string;
  /**
   * Place of the publisher.
   */
  publisher_place: string;
  /**
   * `ingetrokken`: the journal or publisher took it back. It stays, with what rests on it, so that
   * everyone sees what it did to an agreement.
   */
  retracted: boolean;
  summary: Blocks;
  /**
   * Themes it is linked to; `false` is a link that was taken away.
   */
  themes: {
    /**
     * This interface was referenced by `undefined`'s JSON-Schema definition
     * via the `patternProperty` "^[0-9a-f]{32}$".
     */
    [k: string]: boolean;
  };
  /**
   * Title and subtitle.
   */
  title: string;
  /**
   * Web address, http or https.
   */
  url: string;
  /**
   * The statements that rest on it, by theme.
   */
  uses: StudyUse[];
  /**
   * Volume.
   */
  volume: string;
}
/**
 * A theme by its name.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "NamedTheme".
 */
export interface NamedTheme {
  id: MemberId;
  /**
   * Its name.
   */
  name: string;
}
/**
 * A statement that rests on a study.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "StudyUse".
 */
export interface StudyUse {
  /**
   * What the study means for it, each once.
   */
  stances: EvidenceStance[];
  statement: MemberId;
  /**
   * Its present words.
   */
  text: string;
  /**
   * Name of its theme.
   */
  theme_name: string;
}
/**
 * A study. Empty strings mean "not known".
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "StudyInput".
 */
export interface StudyInput {
  /**
   * The publication's own abstract.
   */
  abstract_text?: string;
  /**
   * When the web address was last seen (CSL `accessed`).
   */
  accessed?: PartialDateInput | null;
  /**
   * The publication itself, and what else goes with it.
   */
  attachments?: {
    [k: string]: AttachmentInput;
  };
  /**
   * Authors in order.
   */
  authors?: AuthorInput[];
  /**
   * Journal, book or site it appeared in (CSL `container-title`).
   */
  container_title?: string;
  /**
   * CSL type: "article-journal", "book", "report", "thesis", "webpage", …
   */
  csl_type?: string;
  /**
   * DOI without resolver: "10.1000/xyz123".
   */
  doi?: string;
  /**
   * Edition.
   */
  edition?: string;
  /**
   * Editors in order.
   */
  editors?: AuthorInput[];
  /**
   * ISBN.
   */
  isbn?: string;
  /**
   * Issue.
   */
  issue?: string;
  /**
   * When it was published; absent for "z.d.".
   */
  issued?: PartialDateInput | null;
  /**
   * Keywords.
   */
  keywords?: string[];
  /**
   * Language as a tag: "nl", "en".
   */
  language?: string;
  /**
   * Meetings it was brought in at; `false` is a link that was taken away.
   */
  meetings?: {
    /**
     * This interface was referenced by `undefined`'s JSON-Schema definition
     * via the `patternProperty` "^[0-9a-f]{32}$".
     */
    [k: string]: boolean;
  };
  /**
   * Pages: "12–30".
   */
  pages?: string;
  /**
   * Publisher.
   */
  publisher?: string;
  /**
   * Place of the publisher.
   */
  publisher_place?: string;
  /**
   * `ingetrokken`: the journal or publisher took it back. It stays, with what rests on it, so that
   * everyone sees what it did to an agreement.
   */
  retracted?: boolean;
  summary?: BlocksInput;
  /**
   * Themes it is linked to; `false` is a link that was taken away.
   */
  themes?: {
    /**
     * This interface was referenced by `undefined`'s JSON-Schema definition
     * via the `patternProperty` "^[0-9a-f]{32}$".
     */
    [k: string]: boolean;
  };
  /**
   * Title and subtitle.
   */
  title?: string;
  /**
   * Web address, http or https.
   */
  url?: string;
  /**
   * Volume.
   */
  volume?: string;
}
/**
 * A publication date as far as it is known (CSL `date-parts`).
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "PartialDateInput".
 */
export interface PartialDateInput {
  /**
   * Day 1–31.
   */
  day?: number | null;
  /**
   * Month 1–12.
   */
  month?: number | null;
  /**
   * Year, in full.
   */
  year: number;
}
/**
 * An author or editor: a person, or an organisation in `literal`.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "AuthorInput".
 */
export interface AuthorInput {
  /**
   * Family name without particle: "Berg".
   */
  family?: string;
  /**
   * Given names or initials: "Anna", "A. M.".
   */
  given?: string;
  /**
   * Name of an organisation; then the other fields are empty.
   */
  literal?: string;
  /**
   * Particle between given and family name: "van der" (CSL `non-dropping-particle`).
   */
  particle?: string;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "ChangeStudyInput".
 */
export interface ChangeStudyInput {
  /**
   * The fields to change; those left out stay as they are.
   */
  fields: {
    /**
     * The publication's own abstract.
     */
    abstract_text?: string;
    /**
     * When the web address was last seen (CSL `accessed`).
     */
    accessed?: PartialDateInput | null;
    /**
     * The publication itself, and what else goes with it.
     */
    attachments?: {
      [k: string]: AttachmentInput;
    };
    /**
     * Authors in order.
     */
    authors?: AuthorInput[];
    /**
     * Journal, book or site it appeared in (CSL `container-title`).
     */
    container_title?: string;
    /**
     * CSL type: "article-journal", "book", "report", "thesis", "webpage", …
     */
    csl_type?: string;
    /**
     * DOI without resolver: "10.1000/xyz123".
     */
    doi?: string;
    /**
     * Edition.
     */
    edition?: string;
    /**
     * Editors in order.
     */
    editors?: AuthorInput[];
    /**
     * ISBN.
     */
    isbn?: string;
    /**
     * Issue.
     */
    issue?: string;
    /**
     * When it was published; absent for "z.d.".
     */
    issued?: PartialDateInput | null;
    /**
     * Keywords.
     */
    keywords?: string[];
    /**
     * Language as a tag: "nl", "en".
     */
    language?: string;
    /**
     * Meetings it was brought in at; `false` is a link that was taken away.
     */
    meetings?: {
      /**
       * This interface was referenced by `undefined`'s JSON-Schema definition
       * via the `patternProperty` "^[0-9a-f]{32}$".
       */
      [k: string]: boolean;
    };
    /**
     * Pages: "12–30".
     */
    pages?: string;
    /**
     * Publisher.
     */
    publisher?: string;
    /**
     * Place of the publisher.
     */
    publisher_place?: string;
    /**
     * `ingetrokken`: the journal or publisher took it back. It stays, with what rests on it, so that
     * everyone sees what it did to an agreement.
     */
    retracted?: boolean;
    summary?: BlocksInput;
    /**
     * Themes it is linked to; `false` is a link that was taken away.
     */
    themes?: {
      /**
       * This interface was referenced by `undefined`'s JSON-Schema definition
       * via the `patternProperty` "^[0-9a-f]{32}$".
       */
      [k: string]: boolean;
    };
    /**
     * Title and subtitle.
     */
    title?: string;
    /**
     * Web address, http or https.
     */
    url?: string;
    /**
     * Volume.
     */
    volume?: string;
  };
  id: MemberId;
}
/**
 * What a study is linked to.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "LinkStudyInput".
 */
export interface LinkStudyInput {
  /**
   * A meeting it was brought in at.
   */
  meeting?: MemberId | null;
  /**
   * Takes the link away instead.
   */
  remove?: boolean;
  study: MemberId;
  /**
   * A theme.
   */
  theme?: MemberId | null;
}
/**
 * What an act did.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "DoneWithImportedStudies".
 */
export interface DoneWithImportedStudies {
  /**
   * The kinds of record that changed: what a screen reads again.
   */
  changed: string[];
  /**
   * The operation to undo it by; absent when nothing changed.
   */
  undo: number | null;
  value: ImportedStudies;
}
/**
 * What reading other programs' files brought.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "ImportedStudies".
 */
export interface ImportedStudies {
  /**
   * Studies that are new, in order of the files.
   */
  added: MemberId[];
  /**
   * How many were here already.
   */
  known: number;
  /**
   * Entries that could not be read, or were shortened.
   */
  problems: StudyProblem[];
}
/**
 * Something about an entry of a file.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "StudyProblem".
 */
export interface StudyProblem {
  /**
   * Code of what is wrong with it.
   */
  code: string;
  /**
   * The entry.
   */
  entry: string;
  /**
   * The file's name.
   */
  file: string;
  /**
   * What is wrong with it.
   */
  happened: string;
  /**
   * Line in the file, from 1; 0 if not known.
   */
  line: number;
}
/**
 * An attachment as it is shown.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "AttachmentView".
 */
export interface AttachmentView {
  attachment: Hash;
  /**
   * Its length in bytes.
   */
  bytes: number;
  /**
   * Whether it is on this laptop; else packages ask for it, and it comes with one of the next.
   */
  here: boolean;
  /**
   * Its name.
   */
  name: string;
  /**
   * Whether the app opens it; other kinds of file are only shown where they lie.
   */
  opens: boolean;
}
/**
 * An attachment of a record.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "ByAttachmentInput".
 */
export interface ByAttachmentInput {
  attachment: Hash;
  id: MemberId;
}
/**
 * Which attachment to write out.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "SaveAttachmentInput".
 */
export interface SaveAttachmentInput {
  attachment: Hash;
  id: MemberId;
  /**
   * Opens it afterwards, where that is safe; else it is shown where it lies.
   */
  open?: boolean;
}
/**
 * An attachment that was written out.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "SavedAttachment".
 */
export interface SavedAttachment {
  /**
   * Its length in bytes.
   */
  bytes: number;
  /**
   * The file's name, without its folder.
   */
  name: string;
  /**
   * Whether it was opened.
   */
  opened: boolean;
  /**
   * What to know of it, in one sentence: everybody who can get at the file can read it.
   */
  says: string;
}
/**
 * What goes into a package.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "ExportPackageInput".
 */
export interface ExportPackageInput {
  /**
   * Everything, instead of what the others are not known to have.
   */
  all?: boolean;
}
/**
 * What a package held that was written.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Sent".
 */
export interface Sent {
  /**
   * Length of all files in bytes.
   */
  bytes: number;
  /**
   * Its files, in order: more than one where it was split so that each fits a mail.
   */
  files: SentFile[];
  /**
   * Name of the file, or of the first of several.
   */
  name: string;
  /**
   * The sender's running number of this package.
   */
  number: number;
  /**
   * For how many devices it is encrypted, this one included.
   */
  recipients: number;
  /**
   * How many records they touch.
   */
  records: number;
  /**
   * How many segments went.
   */
  segments: number;
  /**
   * Read back after writing and found to be what was meant.
   */
  verified: boolean;
}
/**
 * One file of a package.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "SentFile".
 */
export interface SentFile {
  /**
   * Its length in bytes.
   */
  bytes: number;
  /**
   * Its name.
   */
  name: string;
}
/**
 * What would go now.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Outgoing".
 */
export interface Outgoing {
  /**
   * The attachments that would go along, the smallest first.
   */
  attachments: OutgoingAttachment[];
  /**
   * How many records of each kind they touch.
   */
  counts: [string, number][];
  /**
   * Above how many megabytes it would be split.
   */
  megabytes: number;
  /**
   * The name the file would get.
   */
  name: string;
  /**
   * How many segments would go.
   */
  segments: number;
}
/**
 * An attachment that would go along.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "OutgoingAttachment".
 */
export interface OutgoingAttachment {
  /**
   * Its length in bytes.
   */
  bytes: number;
  /**
   * Its name.
   */
  name: string;
  record: MemberId;
  /**
   * What lists call that record.
   */
  title: string;
}
/**
 * What a package is sent with.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "ShareTextInput".
 */
export interface ShareTextInput {
  /**
   * Names of the files that go along.
   */
  files: string[];
}
/**
 * A message to send.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Message".
 */
export interface Message {
  /**
   * Its text.
   */
  body: string;
  /**
   * Its subject.
   */
  subject: string;
}
/**
 * Whether to take a package over or only look.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "ImportPackageInput".
 */
export interface ImportPackageInput {
  /**
   * Only show what it would bring.
   */
  preview?: boolean;
}
/**
 * What one package brought.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Report".
 */
export interface Report {
  /**
   * Segments set apart: beyond their author's rights, of a newer version, or in a fork.
   */
  apart: number;
  /**
   * Attachments that are whole here with it.
   */
  attachments: number;
  /**
   * Who brought what, this member apart, in order of name.
   */
  by_person: BroughtBy[];
  /**
   * Those of them that are in the trash now.
   */
  deleted: ReportedRecord[];
  device: DeviceId;
  /**
   * Records that were erased here, as they were called until now.
   */
  erased: ReportedRecord[];
  /**
   * The sender's name; empty if not known yet.
   */
  from: string;
  /**
   * What is missing for them.
   */
  gaps: Gap[];
  /**
   * What undoing it asks for; empty where nothing new came.
   */
  imports: number[];
  /**
   * Segments that were here already.
   */
  known: number;
  /**
   * Whether this package lets the store into a circle.
   */
  lets_in: boolean;
  /**
   * Segments that are new here.
   */
  new: number;
  /**
   * Nothing new came.
   */
  nothing_new: boolean;
  /**
   * The sender's running number of the package.
   */
  number: number;
  /**
   * Records that are new or changed.
   */
  records: ReportedRecord[];
  /**
   * Review markers there are now.
   */
  reviews: number;
  /**
   * Words to compare by voice with the coordinator before that; none for who was invited.
   */
  safety_words: string[];
  state: Hash;
  /**
   * Whether sender and receiver see the same, where both have the same changes.
   */
  state_agrees: boolean | null;
  /**
   * One sentence on what came.
   */
  summary: string;
  /**
   * Changes that wait for others that are missing.
   */
  waiting: number;
}
/**
 * What one person made or changed.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "BroughtBy".
 */
export interface BroughtBy {
  /**
   * How many records of each kind.
   */
  counts: [string, number][];
  /**
   * Their name; empty if it is not known here.
   */
  name: string;
}
/**
 * A record that an import touched.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "ReportedRecord".
 */
export interface ReportedRecord {
  id: MemberId;
  /**
   * Its kind.
   */
  kind: string;
  /**
   * Whether it is new here.
   */
  new: boolean;
  /**
   * What lists call it.
   */
  title: string;
  /**
   * Whether it is in the trash now.
   */
  trashed: boolean;
}
/**
 * Changes that are missing before others can be used.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Gap".
 */
export interface Gap {
  /**
   * Whom to ask for it: its author, or else someone who said to have it.
   */
  ask: MemberId | null;
  /**
   * First segment that is missing.
   */
  from: number;
  log: LogId;
  /**
   * Whose device wrote it, if known.
   */
  member: MemberId | null;
  /**
   * Their name.
   */
  name: string;
  /**
   * The first and last package that holds them, by the author's own running number, if that can be
   * known here.
   *
   * @minItems 2
   * @maxItems 2
   */
  packages: [number, number] | null;
  /**
   * Parts of a split package that did not come, where they may hold them.
   */
  parts: MissingParts | null;
  /**
   * In one sentence, who and what.
   */
  sentence: string;
  /**
   * Last segment that is missing.
   */
  to: number;
  /**
   * The changes are here, in an import that this member undid.
   */
  undone: boolean;
  /**
   * How many changes that are here wait for them.
   */
  waiting: number;
}
/**
 * Parts of a package that did not come.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "MissingParts".
 */
export interface MissingParts {
  /**
   * Whose package it is.
   */
  name: string;
  /**
   * Their running number of it.
   */
  number: number;
  /**
   * In how many parts it was split.
   */
  of: number;
  /**
   * The parts that are missing.
   */
  parts: number[];
}
/**
 * What several files brought.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Batch".
 */
export interface Batch {
  /**
   * The files that were looked at, in the order in which they were taken over.
   */
  files: ImportedFile[];
  report: Report;
  /**
   * The member stopped before every file was looked at.
   */
  stopped: boolean;
}
/**
 * What became of one file.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "ImportedFile".
 */
export interface ImportedFile {
  /**
   * The sender's name; empty if not known.
   */
  from: string;
  /**
   * Segments in it that were here already.
   */
  known: number;
  /**
   * Its name.
   */
  name: string;
  /**
   * Segments in it that are new here.
   */
  new: number;
  /**
   * The sender's running number of the package; 0 of a file that was refused.
   */
  number: number;
  /**
   * Which part of the package it is.
   */
  part: number;
  /**
   * In how many parts the package was split.
   */
  parts: number;
  /**
   * Its place among the files that were given, from 0.
   */
  place: number;
  /**
   * Why it was refused; nothing of it was taken over.
   */
  refused: Told | null;
}
/**
 * What a member or a script is told.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Told".
 */
export interface Told {
  /**
   * Stable code, key of the sentences.
   */
  code: string;
  /**
   * What happened.
   */
  happened: string;
  /**
   * What to do.
   */
  todo: string;
}
/**
 * An import of this laptop.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "ImportView".
 */
export interface ImportView {
  /**
   * When it was taken over, UTC milliseconds.
   */
  at_ms: number;
  /**
   * How many changes it brought.
   */
  changes: number;
  /**
   * Whose package it was; empty if not known.
   */
  from: string;
  /**
   * What undoing it asks for.
   */
  id: number;
  /**
   * Their running number of it.
   */
  number: number;
  /**
   * Which part of the package it was.
   */
  part: number;
  /**
   * In how many parts the package was split.
   */
  parts: number;
  undo: UndoState;
}
/**
 * Which imports to undo.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "UndoImportInput".
 */
export interface UndoImportInput {
  /**
   * The imports; together, all of them or none.
   */
  imports: number[];
}
/**
 * What undoing imports did.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "UndoneImport".
 */
export interface UndoneImport {
  /**
   * How many changes were set apart on this laptop.
   */
  changes: number;
}
/**
 * A package in quarantine. What it says of itself is not proven.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Quarantined".
 */
export interface Quarantined {
  /**
   * When it was kept, UTC milliseconds.
   */
  at_ms: number;
  /**
   * Its length in bytes.
   */
  bytes: number;
  /**
   * What it is called by.
   */
  id: string;
  /**
   * Whom it says to be from, if that is someone of the circle; else empty.
   */
  says_from: string;
  /**
   * When it says it was made, UTC milliseconds.
   */
  says_ms: number | null;
  /**
   * The running number it says to have; absent if it cannot be opened here.
   */
  says_number: number | null;
}
/**
 * A package in quarantine by what it is called.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "ByNameInput".
 */
export interface ByNameInput {
  /**
   * What it is called by.
   */
  id: string;
}
/**
 * Whom to ask for what is missing.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "AskAgainInput".
 */
export interface AskAgainInput {
  member: MemberId;
}
/**
 * How the shared folder stands.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "SharedFolder".
 */
export interface SharedFolder {
  condition: Condition;
  /**
   * When everything was last read and written, UTC milliseconds.
   */
  fine_ms: number | null;
  /**
   * Its name, without the place where it lies; absent when none was chosen.
   */
  name: string | null;
  /**
   * Files that could not be taken over.
   */
  refused: RefusedFile[];
  /**
   * That in a sentence.
   */
  sentence: string;
  /**
   * What to do about it; empty when there is nothing to do.
   */
  todo: string;
  /**
   * How many files are not whole yet.
   */
  waiting: number;
}
/**
 * A file of the shared folder that could not be taken over.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "RefusedFile".
 */
export interface RefusedFile {
  /**
   * Its name.
   */
  name: string;
  told: Told;
}
/**
 * What a look at the shared folder did.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "SyncedFolder".
 */
export interface SyncedFolder {
  /**
   * What a screen reads again.
   */
  changed: string[];
  folder: SharedFolder;
  /**
   * Whether there is more to read.
   */
  more: boolean;
  /**
   * What was taken over, file by file; only files that brought something.
   */
  took: Report[];
  /**
   * How many changes were written for the others.
   */
  wrote: number;
}
/**
 * How a device of the circle stands.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "DeviceStanding".
 */
export interface DeviceStanding {
  device: DeviceId;
  /**
   * How many of the segments here it is not known to have.
   */
  lacks: number;
  /**
   * When that was, UTC milliseconds.
   */
  last_ms: number | null;
  /**
   * Number of its last package that came in; absent if none did.
   */
  last_package: number | null;
  /**
   * Number of the last package from here that it can open; absent if none was made.
   */
  last_sent: number | null;
  /**
   * When that was made, UTC milliseconds.
   */
  last_sent_ms: number | null;
  member: MemberId;
  /**
   * Their name.
   */
  name: string;
  /**
   * Whether it is this one.
   */
  own: boolean;
}
/**
 * Whether a device has a record as it is here.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "RecordStanding".
 */
export interface RecordStanding {
  device: DeviceId;
  /**
   * Whether it is known to have every change of the record that is here.
   */
  has: boolean;
  member: MemberId;
  /**
   * Their name.
   */
  name: string;
  /**
   * Whether it is this one.
   */
  own: boolean;
}
/**
 * A package of this laptop.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "SentPackage".
 */
export interface SentPackage {
  /**
   * When it was made, UTC milliseconds.
   */
  at_ms: number;
  /**
   * How many changes went.
   */
  changes: number;
  /**
   * Its files.
   */
  files: SentFile[];
  /**
   * Its running number.
   */
  number: number;
  /**
   * Who can open it, in order of name.
   */
  recipients: string[];
  /**
   * Those of them who said that they took all of it over.
   */
  taken_over: string[];
}
/**
 * How large a file of a package may become.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "SetMailLimitInput".
 */
export interface SetMailLimitInput {
  /**
   * In megabytes, from 1 to 250.
   */
  megabytes: number;
}
/**
 * What a card says, before anything is done with it.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "CardView".
 */
export interface CardView {
  /**
   * Who invited them and what was meant, when the card was made with an invitation.
   */
  invited: Invited | null;
  /**
   * The name on it.
   */
  name: string;
  /**
   * Words to compare by voice with who sent it; none for who was invited.
   */
  safety_words: string[];
  /**
   * Members of that name, one of whom this may be: one without a laptop, or one with another.
   */
  same_name: MemberId[];
}
/**
 * By whom someone was invited.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Invited".
 */
export interface Invited {
  /**
   * The coordinator's name.
   */
  by: string;
  /**
   * The right that was meant.
   */
  right: string;
}
/**
 * With what right a newcomer comes in.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "ApproveCardInput".
 */
export interface ApproveCardInput {
  person: Newcomer;
  right?: RightCode;
}
/**
 * What an approval did.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Approved".
 */
export interface Approved {
  answer: Sent;
  member: MemberId;
  /**
   * Words to compare by voice; none for who was invited.
   */
  safety_words: string[];
}
/**
 * Something that two people changed at once.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "ReviewView".
 */
export interface ReviewView {
  form: Form;
  /**
   * The field or block.
   */
  key: string;
  /**
   * Its kind.
   */
  kind: string;
  /**
   * What stands there now, merged.
   */
  merged: {
    [k: string]: unknown;
  };
  record: MemberId;
  /**
   * That in one sentence.
   */
  sentence: string;
  /**
   * What each side wrote.
   */
  sides: Side[];
  /**
   * What lists call it.
   */
  title: string;
}
/**
 * What one side wrote.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Side".
 */
export interface Side {
  /**
   * When, UTC milliseconds by their clock.
   */
  at_ms: number;
  /**
   * Who.
   */
  by: string;
  /**
   * What they did, where that is more than another text; else empty.
   */
  did: string;
  /**
   * Whether that was on this laptop.
   */
  own: boolean;
  segment: Hash;
  /**
   * The words that take this side.
   */
  take: string;
  /**
   * What stood there for them.
   */
  value: {
    [k: string]: unknown;
  };
  /**
   * What they changed, word by word, since both sides last knew of the same text; empty for what is
   * no text. Words that were removed stand where they were.
   */
  words: Word[];
}
/**
 * A run of words that has one lot.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Word".
 */
export interface Word {
  change: WordChange;
  /**
   * The words with the spaces between them.
   */
  text: string;
}
/**
 * Which side to keep.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "ResolveReviewInput".
 */
export interface ResolveReviewInput {
  keep: Keep;
  /**
   * The field or block.
   */
  key: string;
  record: MemberId;
  /**
   * The segment whose side to keep; needed for "side".
   */
  side?: Hash | null;
}
/**
 * What matters today.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "TodayView".
 */
export interface TodayView {
  /**
   * Wordings of open rounds that this member gave no position on.
   */
  asked: Asked[];
  /**
   * The last meeting that is over.
   */
  last_meeting: MeetingRow | null;
  /**
   * Open actions of this member, by due date.
   */
  my_actions: ActionView[];
  /**
   * The first meeting that is not over.
   */
  next_meeting: MeetingRow | null;
  prepare: Prepare;
  /**
   * How many review markers wait.
   */
  reviews: number;
  /**
   * Today in the Netherlands.
   */
  today: string;
  /**
   * What others changed and this member has not looked at since.
   */
  unseen: Unseen[];
}
/**
 * A wording that waits for the own position.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Asked".
 */
export interface Asked {
  /**
   * The meeting that the round belongs to.
   */
  meeting: MemberId | null;
  round: MemberId;
  statement: MemberId;
  /**
   * The words.
   */
  text: string;
  /**
   * Name of the statement's theme.
   */
  theme_name: string;
  version: MemberId;
}
/**
 * What belongs to a meeting to come.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Prepare".
 */
export interface Prepare {
  /**
   * Statements that are put forward.
   */
  statements: PrepareStatement[];
  /**
   * Studies that are brought in.
   */
  studies: StudyItem[];
}
/**
 * A statement that is put forward.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "PrepareStatement".
 */
export interface PrepareStatement {
  id: MemberId;
  /**
   * The words.
   */
  text: string;
  /**
   * Name of its theme.
   */
  theme_name: string;
  /**
   * Its present wording.
   */
  version: MemberId | null;
}
/**
 * Something new.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Unseen".
 */
export interface Unseen {
  /**
   * Who touched it last.
   */
  by: string;
  id: MemberId;
  /**
   * Its kind.
   */
  kind: string;
  /**
   * What lists call it.
   */
  title: string;
}
/**
 * Which records were looked at.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "MarkSeenInput".
 */
export interface MarkSeenInput {
  /**
   * The records.
   */
  ids: MemberId[];
}
/**
 * Something typed, as the command that it will be.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "KeepDraftInput".
 */
export interface KeepDraftInput {
  /**
   * The command.
   */
  command: string;
  /**
   * Its input.
   */
  input: {
    [k: string]: unknown;
  };
  /**
   * What the screen calls the text that is typed; another one for each new record.
   */
  key: string;
}
/**
 * A draft is on disk.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "KeptDraft".
 */
export interface KeptDraft {
  /**
   * Since when, UTC milliseconds.
   */
  atMs: number;
  /**
   * The record it changes by now, when an earlier draft of this key was settled unasked.
   */
  record: MemberId | null;
}
/**
 * One draft by its key.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "ByKeyInput".
 */
export interface ByKeyInput {
  /**
   * The key it was kept under.
   */
  key: string;
}
/**
 * What became of a draft.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Settled".
 */
export interface Settled {
  /**
   * The kinds of record that changed.
   */
  changed: string[];
  /**
   * The operation to undo it by; absent when nothing changed.
   */
  undo: number | null;
  /**
   * The record it made or changed; absent when there was no such draft.
   */
  value: MemberId | null;
}
/**
 * A draft that waits.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Draft".
 */
export interface Draft {
  /**
   * When it was kept last, UTC milliseconds.
   */
  atMs: number;
  /**
   * The command.
   */
  command: string;
  /**
   * Why it could not be settled; absent while nobody tried.
   */
  failed: Told | null;
  /**
   * Its input.
   */
  input: {
    [k: string]: unknown;
  };
  /**
   * What the screen calls it.
   */
  key: string;
}
/**
 * What to look for.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "SearchInput".
 */
export interface SearchInput {
  /**
   * How many hits at most; 50 if not said.
   */
  most?: number | null;
  /**
   * Words; the beginning of a word will do.
   */
  query: string;
}
/**
 * Something that was found.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Hit".
 */
export interface Hit {
  id: MemberId;
  /**
   * Its kind.
   */
  kind: string;
  /**
   * The matching words in the passage: first character and the one after the last.
   */
  matches: [number, number][];
  /**
   * The passage that matched.
   */
  snippet: string;
  /**
   * What lists call it.
   */
  title: string;
  /**
   * Why it was found, in words.
   */
  why: string;
}
/**
 * A record in the trash.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Trashed".
 */
export interface Trashed {
  /**
   * When it was thrown away, UTC milliseconds.
   */
  at_ms: number;
  id: MemberId;
  /**
   * Its kind.
   */
  kind: string;
  /**
   * What lists called it.
   */
  title: string;
}
/**
 * What erasing a record would do, to be read before it is done.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Erasing".
 */
export interface Erasing {
  /**
   * Whether what it says now can be kept, as a new record without the history.
   */
  can_keep: boolean;
  /**
   * What goes, where, and what the app cannot reach, in sentences.
   */
  says: string[];
  /**
   * What lists call the record.
   */
  title: string;
}
/**
 * An erasure of the circle.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "ErasureView".
 */
export interface ErasureView {
  /**
   * When, UTC milliseconds by the clock of who did it.
   */
  at_ms: number;
  /**
   * Who erased.
   */
  by: string;
  /**
   * How many laptops confirmed it.
   */
  confirmed: number;
  /**
   * How many laptops there are.
   */
  laptops: number;
  /**
   * How far it is, in one sentence: "6 van 7 laptops hebben bevestigd".
   */
  says: string;
  segment: Hash;
  /**
   * Whose laptops did not confirm it yet.
   */
  waiting: string[];
  /**
   * How many records of each kind went, in words.
   */
  what: string[];
}
/**
 * Which erasure to report, and how.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "ExportErasureInput".
 */
export interface ExportErasureInput {
  /**
   * "pdf", "html" or "md".
   */
  format: string;
  segment: Hash;
}
/**
 * What was written.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "WrittenSummary".
 */
export interface WrittenSummary {
  /**
   * Length of the file in bytes.
   */
  bytes: number;
  /**
   * Its format.
   */
  format: string;
  /**
   * Name of the file.
   */
  name: string;
}
/**
 * An operation that can be undone.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "OperationView".
 */
export interface OperationView {
  /**
   * When, UTC milliseconds.
   */
  at_ms: number;
  /**
   * What undo asks for.
   */
  id: number;
  /**
   * Its name in words: "Bijeenkomst gemaakt".
   */
  name: string;
  /**
   * Its code.
   */
  operation: string;
  /**
   * Whether it was undone.
   */
  undone: boolean;
}
/**
 * Which operation to undo.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "UndoInput".
 */
export interface UndoInput {
  /**
   * The operation; absent for the last one that was not undone.
   */
  operation?: number | null;
}
/**
 * What an act did.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "DoneWithUndone".
 */
export interface DoneWithUndone {
  /**
   * The kinds of record that changed: what a screen reads again.
   */
  changed: string[];
  /**
   * The operation to undo it by; absent when nothing changed.
   */
  undo: number | null;
  value: Undone;
}
/**
 * What an undo put back.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Undone".
 */
export interface Undone {
  /**
   * Fields and blocks that stayed, because they were changed since.
   */
  kept: Kept[];
  /**
   * The operation that was undone.
   */
  operation: number;
  /**
   * Records that were put back.
   */
  records: MemberId[];
}
/**
 * A field or block that stayed as it is.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Kept".
 */
export interface Kept {
  /**
   * The field or block; empty for the whole record.
   */
  key: string;
  record: MemberId;
}
/**
 * One change of a record: a version of it, if it counts.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "HistoryEntry".
 */
export interface HistoryEntry {
  /**
   * When, UTC milliseconds by the clock of who did it.
   */
  at_ms: number;
  /**
   * Who.
   */
  by: string;
  /**
   * Whether it counts; a change beyond its author's rights does not.
   */
  counts: boolean;
  /**
   * Whether this made the record.
   */
  created: boolean;
  device: DeviceId;
  /**
   * Whether that was on this laptop.
   */
  own: boolean;
  segment: Hash;
  /**
   * The fields and blocks it touched.
   */
  touched: string[];
  /**
   * What was done, in a few words.
   */
  what: string;
}
/**
 * Which version of which record.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "VersionOfInput".
 */
export interface VersionOfInput {
  id: MemberId;
  segment: Hash;
}
/**
 * One version of a record.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "RecordVersion".
 */
export interface RecordVersion {
  /**
   * When, UTC milliseconds by the clock of who did it.
   */
  at_ms: number;
  /**
   * Who.
   */
  by: string;
  /**
   * Whether the record says something else now, so that this version can be put back.
   */
  can_restore: boolean;
  /**
   * Whether it counts; a change beyond its author's rights does not.
   */
  counts: boolean;
  /**
   * Whether this made the record.
   */
  created: boolean;
  device: DeviceId;
  /**
   * What it changed of what its author had before them.
   */
  differences: Difference[];
  /**
   * Whether that was on this laptop.
   */
  own: boolean;
  segment: Hash;
  /**
   * The fields and blocks it touched.
   */
  touched: string[];
  /**
   * What was done, in a few words.
   */
  what: string;
  /**
   * What the record said then, field by field, without those that were empty.
   */
  whole: FieldThen[];
}
/**
 * What a version changed in one place.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Difference".
 */
export interface Difference {
  /**
   * The field in words.
   */
  field: string;
  /**
   * What came and went; empty where only the order changed.
   */
  words: Word[];
}
/**
 * A field as it was.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "FieldThen".
 */
export interface FieldThen {
  /**
   * The field in words.
   */
  field: string;
  /**
   * What it said.
   */
  text: string;
}
/**
 * A text of a record with who last wrote each of its blocks.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "WrittenText".
 */
export interface WrittenText {
  /**
   * Its blocks in order.
   */
  blocks: WrittenBlock[];
  /**
   * The field.
   */
  field: string;
  /**
   * The field in words.
   */
  name: string;
}
/**
 * A block with who wrote it last.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "WrittenBlock".
 */
export interface WrittenBlock {
  /**
   * When, UTC milliseconds by the clock of who did it last.
   */
  at_ms: number;
  /**
   * Who wrote it last: more than one where people wrote at once, unaware of each other.
   */
  by: string[];
  /**
   * The block.
   */
  id: string;
  segment: Hash;
  /**
   * Its text.
   */
  text: string;
}
/**
 * Which changes to list.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "ListChangesInput".
 */
export interface ListChangesInput {
  /**
   * The last change of the page before; absent for the first page.
   */
  after?: Hash | null;
  /**
   * Only those of records of this kind.
   */
  kind?: string | null;
  /**
   * Only those of this member.
   */
  member?: MemberId | null;
}
/**
 * A page of changes.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "ChangePage".
 */
export interface ChangePage {
  /**
   * The changes, newest first by the clocks of who made them.
   */
  changes: ChangeView[];
  /**
   * Whether there are older ones.
   */
  more: boolean;
}
/**
 * What someone did at once.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "ChangeView".
 */
export interface ChangeView {
  /**
   * When, UTC milliseconds by the clock of who did it.
   */
  at_ms: number;
  /**
   * Who; empty if they are not known here.
   */
  by: string;
  /**
   * Whether it counts; a change beyond its author's rights does not.
   */
  counts: boolean;
  /**
   * How many more it touched.
   */
  others: number;
  /**
   * Whether that was on this laptop.
   */
  own: boolean;
  /**
   * The records it touched, the first few of them.
   */
  records: ChangedRecord[];
  segment: Hash;
}
/**
 * A record that was touched.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "ChangedRecord".
 */
export interface ChangedRecord {
  id: MemberId;
  /**
   * Its kind.
   */
  kind: string;
  /**
   * What lists call it now; empty for one that is not there any more.
   */
  title: string;
  /**
   * What was done, in words: "Thema gemaakt".
   */
  what: string;
}
/**
 * Which summary to write.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "ExportSummaryInput".
 */
export interface ExportSummaryInput {
  /**
   * "pdf", "html" or "md".
   */
  format: string;
  meeting: MemberId;
}
/**
 * Which summary to show.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "PreviewSummaryInput".
 */
export interface PreviewSummaryInput {
  meeting: MemberId;
}
/**
 * A summary as text.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "SummaryText".
 */
export interface SummaryText {
  /**
   * The whole summary in Markdown: exactly what would leave this laptop.
   */
  markdown: string;
}
/**
 * What a check found in order.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Checked".
 */
export interface Checked {
  /**
   * Segments looked at.
   */
  segments: number;
  state: Hash;
  /**
   * Changes that wait for others they build on.
   */
  waiting: number;
}
/**
 * A backup.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "BackupView".
 */
export interface BackupView {
  /**
   * Whether it holds what was there before another backup was put back.
   */
  before_restore: boolean;
  /**
   * Its length in bytes.
   */
  bytes: number;
  /**
   * The day it was made.
   */
  date: string;
  /**
   * What commands call it.
   */
  id: string;
}
/**
 * A backup by what the list calls it.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "ByBackupInput".
 */
export interface ByBackupInput {
  /**
   * Its id.
   */
  backup: string;
}
/**
 * A backup that reads back.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "CheckedBackup".
 */
export interface CheckedBackup {
  /**
   * How many records are in it, the trash left out.
   */
  records: number;
}
/**
 * What going back to a backup would change.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "RestorePreview".
 */
export interface RestorePreview {
  /**
   * Every record that would differ.
   */
  differences: DifferenceView[];
  /**
   * That in sentences, the whole first.
   */
  sentences: string[];
}
/**
 * A record that would differ.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "DifferenceView".
 */
export interface DifferenceView {
  id: MemberId;
  /**
   * Its kind, what lists call it, and how it would differ, in words.
   */
  line: string;
  /**
   * How it would differ.
   */
  turn: string;
}
/**
 * The journal of this laptop.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Journal".
 */
export interface Journal {
  /**
   * Its lines, oldest first.
   */
  lines: JournalLine[];
  /**
   * Whether every line names the one before it, so that none was taken out or changed.
   */
  whole: boolean;
}
/**
 * One line of the journal.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "JournalLine".
 */
export interface JournalLine {
  /**
   * The code or id that belongs to it.
   */
  about: string;
  /**
   * When, UTC milliseconds.
   */
  at_ms: number;
  /**
   * What happened.
   */
  event: string;
  /**
   * Both in words.
   */
  what: string;
}
/**
 * The app as a whole.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "AppView".
 */
export interface AppView {
  /**
   * The circles that are open, in order of name.
   */
  circles: CircleEntry[];
  /**
   * Where documents and packages go.
   */
  folder: string;
  /**
   * Where the circles lie, for whoever makes backups.
   */
  home: string;
  /**
   * Files that were double-clicked or dropped and wait for the member.
   */
  opened: OpenedFile[];
  phase: Phase;
  settings: Settings;
  /**
   * How many circles on this laptop are not open.
   */
  stillLocked: number;
  /**
   * The app's version.
   */
  version: string;
}
/**
 * An open circle.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "CircleEntry".
 */
export interface CircleEntry {
  /**
   * What requests call it.
   */
  handle: string;
  /**
   * Who works here, once they are in the circle.
   */
  member: MemberId | null;
  /**
   * Their name; that on the card while they wait.
   */
  memberName: string;
  /**
   * Its name; empty while it waits for the coordinator's answer.
   */
  name: string;
  /**
   * What they may do.
   */
  right: string | null;
  /**
   * Whether it is the sample circle.
   */
  sample: boolean;
  /**
   * Whether it waits for the coordinator's answer to the member's card.
   */
  waiting: boolean;
  /**
   * What the invitation said that it waits with.
   */
  welcome: Welcome | null;
}
/**
 * A file that came in.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "OpenedFile".
 */
export interface OpenedFile {
  /**
   * Its number: what a request names it by.
   */
  file: number;
  kind: FileKind;
  /**
   * Its name without the folder.
   */
  name: string;
}
/**
 * The settings as a window shows them.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Settings".
 */
export interface Settings {
  /**
   * Where documents and packages go.
   */
  folder: string;
  language: LanguageCode;
  /**
   * After how many minutes without a touch the app locks.
   */
  lockAfterMinutes: number;
  /**
   * Size of text, in pixels.
   */
  textSize: number;
  theme: Appearance;
}
/**
 * The sentences of the window.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Texts".
 */
export interface Texts {
  language: LanguageCode;
  /**
   * Fluent source texts: the core's own, and one for each part of the window.
   */
  sources: string[];
}
/**
 * Which settings to change; those left out stay.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "ChangeSettingsInput".
 */
export interface ChangeSettingsInput {
  /**
   * The language of the app.
   */
  language?: LanguageCode | null;
  /**
   * After how many minutes the app locks: 5 to 60.
   */
  lockAfterMinutes?: number | null;
  /**
   * Size of text, in pixels: 14 to 22.
   */
  textSize?: number | null;
  /**
   * Light, dark, or as the system is.
   */
  theme?: Appearance | null;
}
/**
 * A circle to begin.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "FoundCircleInput".
 */
export interface FoundCircleInput {
  /**
   * The circle's name.
   */
  circle: string;
  name: PersonNameInput;
}
/**
 * A store that was made, with the keys that go on paper.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "NewCircleKeys".
 */
export interface NewCircleKeys {
  /**
   * What requests call the circle.
   */
  handle: string;
  printed: PrintedSheet;
}
/**
 * The keys as they are shown.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "PrintedSheet".
 */
export interface PrintedSheet {
  /**
   * The `kringsleutel`: restores a coordinator's authority. Only the founder has it.
   */
  authorityKey: string | null;
  /**
   * The `herstelsleutel`: opens this laptop's store.
   */
  recoveryKey: string;
}
/**
 * Who asks to be let into a circle.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "AskToJoinInput".
 */
export interface AskToJoinInput {
  name: PersonNameInput;
}
/**
 * A file that was written.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "WrittenFile".
 */
export interface WrittenFile {
  /**
   * Its length in bytes.
   */
  bytes: number;
  /**
   * Its name.
   */
  name: string;
}
/**
 * Keys that still have to go on paper.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "KeysToPrint".
 */
export interface KeysToPrint {
  /**
   * The first circle with such keys, and they themselves; absent when there is none.
   */
  keys: NewCircleKeys | null;
}
/**
 * What requests call a circle.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "CircleHandle".
 */
export interface CircleHandle {
  /**
   * The handle.
   */
  handle: string;
}
/**
 * What files are chosen for.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "ChooseFilesInput".
 */
export interface ChooseFilesInput {
  purpose: FilesFor;
}
/**
 * One file by its number.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "ByFileInput".
 */
export interface ByFileInput {
  /**
   * The number.
   */
  file: number;
}
/**
 * What to look for.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "SearchAllInput".
 */
export interface SearchAllInput {
  /**
   * How many hits at most in each circle; 50 if not said.
   */
  most?: number | null;
  /**
   * Words; the beginning of a word will do.
   */
  query: string;
}
/**
 * Something that was found, and where.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "FoundInCircle".
 */
export interface FoundInCircle {
  /**
   * The circle's handle.
   */
  circle: string;
  /**
   * Its name.
   */
  circleName: string;
  id: MemberId;
  /**
   * Its kind.
   */
  kind: string;
  /**
   * The matching words in the passage: first character and the one after the last.
   */
  matches: [number, number][];
  /**
   * The passage that matched.
   */
  snippet: string;
  /**
   * What lists call it.
   */
  title: string;
  /**
   * Why it was found, in words.
   */
  why: string;
}
/**
 * An address to open.
 *
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "OpenAddressInput".
 */
export interface OpenAddressInput {
  /**
   * An https or mailto address.
   */
  url: string;
}
