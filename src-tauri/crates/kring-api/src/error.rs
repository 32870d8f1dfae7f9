//! The one error at the border: a code, a sentence on what happened and one on what to do. Every
//! error of the crates below is matched here.

use kring_domain::id::RecordId;
use kring_domain::invalid::Invalid;
use kring_domain::kind::Kind;
use kring_domain::text::{Catalogue, Value};
use kring_export::ExportError;
use kring_import::ImportError;
use kring_store::attachment::NotStored;
use kring_store::error::StoreError;
use kring_sync::engine::EngineError;
use kring_sync::package::PackageError;
use kring_trust::wrap::CannotUnlock;
use serde::Serialize;

/// What a member or a script is told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Told {
    /// Stable code, key of the sentences.
    pub code: String,
    /// What happened.
    pub happened: String,
    /// What to do.
    pub todo: String,
}

/// Why something was not done.
#[derive(Debug, thiserror::Error)]
pub enum ApiError {
    /// There is no command of this name.
    #[error("unknown command {0}")]
    UnknownCommand(String),
    /// The input of a command is not what its schema says.
    #[error("input: {0}")]
    Input(String),
    /// A record is not there, or not of the kind asked for.
    #[error("no {kind} {id}")]
    NotFound {
        /// The kind asked for.
        kind: Kind,
        /// The id asked for.
        id: RecordId,
    },
    /// A field does not hold what it must.
    #[error(transparent)]
    Invalid(#[from] Invalid),
    /// The own right does not allow it.
    #[error("right does not allow this on {0}")]
    NotAllowed(Kind),
    /// A rule of the circle forbids it; the code says which.
    #[error("refused: {0}")]
    Refused(Refusal),
    /// One of the words that were typed is in no invitation: the one in this place, from one.
    #[error("unknown word {0}")]
    UnknownWord(usize),
    /// No file was chosen, or no place for one.
    #[error("no file")]
    NoFile,
    /// The disk has too little room for what is to be written.
    #[error("{needed} bytes needed, {free} free")]
    NoSpace {
        /// How many bytes would be written at most.
        needed: u64,
        /// How many there is room for.
        free: u64,
    },
    /// The member stopped it.
    #[error("cancelled")]
    Cancelled,
    /// A package was refused.
    #[error(transparent)]
    Package(#[from] PackageError),
    /// Another program's file could not be read.
    #[error(transparent)]
    Studies(#[from] ImportError),
    /// A document could not be made.
    #[error(transparent)]
    Export(#[from] ExportError),
    /// The store could not be unlocked.
    #[error(transparent)]
    Unlock(#[from] CannotUnlock),
    /// The store is damaged, though its key is right.
    #[error("store is damaged")]
    StoreBroken {
        /// The day of the newest backup that reads back.
        backup: Option<chrono::NaiveDate>,
    },
    /// The merge engine failed on an own record.
    #[error(transparent)]
    Engine(#[from] EngineError),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// A rule that forbids something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// The store does not belong to a circle yet.
    NoCircleYet,
    /// The store belongs to a circle already.
    CircleAlready,
    /// A key file that others may read.
    KeyFileOpen,
    /// A key file that is not 32 bytes.
    KeyFileForm,
    /// A key file would be overwritten.
    KeyFileThere,
    /// The passphrase is empty or too short.
    PassphraseWeak,
    /// The printed key was mistyped.
    PrintedKey,
    /// The key file of the store is damaged in both copies.
    KeysDamaged,
    /// A file that is not a join card.
    NotACard,
    /// The device of a card is in the circle already.
    CardKnown,
    /// A package of a kind that is not taken over: an invitation or a request.
    PurposeElsewhere,
    /// A package that is not addressed to this device.
    NotAddressed,
    /// The package holds a receipt that cannot be read.
    ReceiptForm,
    /// There is no such file in quarantine.
    NotInQuarantine,
    /// The package's sender is not in the circle.
    SenderNotMember,
    /// The answer does not bring this device into a circle.
    AnswerNotForMe,
    /// A sample circle's package in a real one, or the reverse.
    SampleMixed,
    /// The package says it holds segments that it does not hold in a readable form.
    SegmentForm,
    /// A segment's signature does not fit.
    SegmentSignature,
    /// A segment of a device that nobody brought in.
    SegmentStranger,
    /// A private segment in a package.
    SegmentPrivate,
    /// A segment of another circle.
    SegmentCircle,
    /// Membership that does not begin with this circle's genesis.
    MembershipForm,
    /// The file could not be read.
    FileUnreadable,
    /// The file is larger than a package may be.
    FileTooLarge,
    /// Taking over this file ended the app before.
    CrashedBefore,
    /// The operation was undone already, or is too old to undo.
    NothingToUndo,
    /// This laptop built on what an import brought.
    BuiltUpon,
    /// Something was erased by what an import brought.
    ErasureStays,
    /// Nothing is missing that could be asked for.
    NothingMissing,
    /// Everything the operation touched was changed since.
    ChangedSince,
    /// What it made cannot be taken back, only replaced.
    WriteOnce,
    /// The round is closed.
    RoundClosed,
    /// The wording is not asked in this round.
    NotInRound,
    /// The agenda item belongs to another meeting.
    OtherMeeting,
    /// There is nothing to choose between here any more.
    NothingToReview,
    /// What a record of this kind says cannot be kept when it is erased.
    CannotKeep,
    /// Only what is written once can be sealed.
    CannotSeal,
    /// There is no erasure of this name.
    NoErasure,
    /// The version is not one of this record, or does not count.
    NoVersion,
    /// The record already says what the version said.
    VersionIsNow,
    /// Only a private record can be shared.
    NotPrivate,
    /// The view does not equal the log.
    CheckFailed,
    /// The circle itself, or a member with a right in it, cannot be thrown away.
    Stays,
    /// The format is not one that this version writes.
    UnknownFormat,
    /// The circle is not open on this laptop now.
    CircleClosed,
    /// Another passphrase than the circles here have.
    OtherPassphrase,
    /// The printed keys are not in memory any more.
    KeysForgotten,
    /// An address that is neither https nor mailto.
    Address,
    /// There is no folder that the circle shares.
    NoSharedFolder,
    /// The folder to share is where the store lies.
    SharedInStore,
    /// There is no good backup to put back.
    NothingToRestore,
    /// It would leave the circle without a coordinator.
    LastCoordinator,
    /// The laptop is not in the circle.
    DeviceGone,
    /// The person is not out of the circle.
    NotOut,
    /// Someone without a laptop of their own cannot be coordinator, and nobody hands over to themselves.
    NoSuccessor,
    /// The printed key is another circle's.
    OtherCircleKey,
    /// The circle was closed: nobody writes in it any more.
    CircleEnded,
    /// The segments are not among those that only a cut-off keeps out.
    NotParked,
    /// A file that is not an invitation, or one that says two things.
    NotAnInvitation,
    /// An invitation is opened with six words, no more and no less.
    SixWords,
    /// The card was made with an invitation that no coordinator of this circle made.
    InvitationForeign,
    /// Somebody came in with this invitation.
    InvitationUsed,
    /// The invitation was taken back.
    InvitationWithdrawn,
    /// The invitation was not used in time.
    InvitationExpired,
    /// The answer is of another circle than the invitation.
    AnswerElsewhere,
    /// The package cannot be opened; the key it was made for may be destroyed.
    PackageTooOld,
    /// Only studies, meetings and notes have attachments.
    NoAttachments,
    /// The file is larger than an attachment may be.
    AttachmentTooLarge,
    /// The record does not have this attachment any more.
    AttachmentGone,
    /// The bytes of the attachment did not arrive yet.
    AttachmentNotHere,
}

impl Refusal {
    /// The code, key of its sentences.
    pub fn code(self) -> &'static str {
        match self {
            Self::NoCircleYet => "err-no-circle-yet",
            Self::CircleAlready => "err-circle-already",
            Self::KeyFileOpen => "err-key-file-open",
            Self::KeyFileForm => "err-key-file-form",
            Self::KeyFileThere => "err-key-file-there",
            Self::PassphraseWeak => "err-passphrase-weak",
            Self::PrintedKey => "err-printed-key",
            Self::KeysDamaged => "err-keys-damaged",
            Self::NotACard => "err-not-a-card",
            Self::CardKnown => "err-card-known",
            Self::PurposeElsewhere => "err-purpose-elsewhere",
            Self::NotAddressed => "err-not-addressed",
            Self::ReceiptForm => "err-receipt-form",
            Self::NotInQuarantine => "err-not-in-quarantine",
            Self::SenderNotMember => "err-sender-not-member",
            Self::AnswerNotForMe => "err-answer-not-for-me",
            Self::SampleMixed => "err-sample-mixed",
            Self::SegmentForm => "err-segment-form",
            Self::SegmentSignature => "err-segment-signature",
            Self::SegmentStranger => "err-segment-stranger",
            Self::SegmentPrivate => "err-segment-private",
            Self::SegmentCircle => "err-segment-circle",
            Self::MembershipForm => "err-membership-form",
            Self::FileUnreadable => "err-file-unreadable",
            Self::FileTooLarge => "err-file-too-large",
            Self::CrashedBefore => "err-crashed-before",
            Self::NothingToUndo => "err-nothing-to-undo",
            Self::BuiltUpon => "err-built-upon",
            Self::ErasureStays => "err-erasure-stays",
            Self::NothingMissing => "err-nothing-missing",
            Self::ChangedSince => "err-changed-since",
            Self::WriteOnce => "err-write-once",
            Self::RoundClosed => "err-round-closed",
            Self::NotInRound => "err-not-in-round",
            Self::OtherMeeting => "err-other-meeting",
            Self::NothingToReview => "err-nothing-to-review",
            Self::CannotKeep => "err-cannot-keep",
            Self::CannotSeal => "err-cannot-seal",
            Self::NoErasure => "err-no-erasure",
            Self::NoVersion => "err-no-version",
            Self::VersionIsNow => "err-version-is-now",
            Self::NotPrivate => "err-not-private",
            Self::CheckFailed => "err-check-failed",
            Self::Stays => "err-stays",
            Self::UnknownFormat => "err-unknown-format",
            Self::CircleClosed => "err-circle-closed",
            Self::OtherPassphrase => "err-other-passphrase",
            Self::KeysForgotten => "err-keys-forgotten",
            Self::Address => "err-address",
            Self::NoSharedFolder => "err-no-shared-folder",
            Self::SharedInStore => "err-shared-in-store",
            Self::NothingToRestore => "err-nothing-to-restore",
            Self::LastCoordinator => "err-last-coordinator",
            Self::DeviceGone => "err-device-gone",
            Self::NotOut => "err-not-out",
            Self::NoSuccessor => "err-no-successor",
            Self::OtherCircleKey => "err-other-circle-key",
            Self::CircleEnded => "err-circle-ended",
            Self::NotParked => "err-not-parked",
            Self::NotAnInvitation => "err-not-an-invitation",
            Self::SixWords => "err-six-words",
            Self::InvitationForeign => "err-invitation-foreign",
            Self::InvitationUsed => "err-invitation-used",
            Self::InvitationWithdrawn => "err-invitation-withdrawn",
            Self::InvitationExpired => "err-invitation-expired",
            Self::AnswerElsewhere => "err-answer-elsewhere",
            Self::PackageTooOld => "err-package-too-old",
            Self::NoAttachments => "err-no-attachments",
            Self::AttachmentTooLarge => "err-attachment-too-large",
            Self::AttachmentGone => "err-attachment-gone",
            Self::AttachmentNotHere => "err-attachment-not-here",
        }
    }

    /// Every refusal, for the test that each has its sentences.
    pub const ALL: &'static [Self] = &[
        Self::NoCircleYet,
        Self::CircleAlready,
        Self::KeyFileOpen,
        Self::KeyFileForm,
        Self::KeyFileThere,
        Self::PassphraseWeak,
        Self::PrintedKey,
        Self::KeysDamaged,
        Self::NotACard,
        Self::CardKnown,
        Self::PurposeElsewhere,
        Self::NotAddressed,
        Self::ReceiptForm,
        Self::NotInQuarantine,
        Self::SenderNotMember,
        Self::AnswerNotForMe,
        Self::SampleMixed,
        Self::SegmentForm,
        Self::SegmentSignature,
        Self::SegmentStranger,
        Self::SegmentPrivate,
        Self::SegmentCircle,
        Self::MembershipForm,
        Self::FileUnreadable,
        Self::FileTooLarge,
        Self::CrashedBefore,
        Self::NothingToUndo,
        Self::BuiltUpon,
        Self::ErasureStays,
        Self::NothingMissing,
        Self::ChangedSince,
        Self::WriteOnce,
        Self::RoundClosed,
        Self::NotInRound,
        Self::OtherMeeting,
        Self::NothingToReview,
        Self::CannotKeep,
        Self::CannotSeal,
        Self::NoErasure,
        Self::NoVersion,
        Self::VersionIsNow,
        Self::NotPrivate,
        Self::CheckFailed,
        Self::Stays,
        Self::UnknownFormat,
        Self::CircleClosed,
        Self::OtherPassphrase,
        Self::KeysForgotten,
        Self::Address,
        Self::NoSharedFolder,
        Self::SharedInStore,
        Self::NothingToRestore,
        Self::LastCoordinator,
        Self::DeviceGone,
        Self::NotOut,
        Self::NoSuccessor,
        Self::OtherCircleKey,
        Self::CircleEnded,
        Self::NotParked,
        Self::NotAnInvitation,
        Self::SixWords,
        Self::InvitationForeign,
        Self::InvitationUsed,
        Self::InvitationWithdrawn,
        Self::InvitationExpired,
        Self::AnswerElsewhere,
        Self::PackageTooOld,
        Self::NoAttachments,
        Self::AttachmentTooLarge,
        Self::AttachmentGone,
        Self::AttachmentNotHere,
    ];
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code())
    }
}

impl From<Refusal> for ApiError {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<kring_store::SqlError> for ApiError {
    fn from(error: kring_store::SqlError) -> Self {
        Self::Store(StoreError::Sqlite(error))
    }
}

impl From<std::io::Error> for ApiError {
    fn from(error: std::io::Error) -> Self {
        Self::Store(StoreError::Io(error))
    }
}

impl From<NotStored> for ApiError {
    fn from(error: NotStored) -> Self {
        match error {
            NotStored::Source(_) => Self::Refused(Refusal::FileUnreadable),
            NotStored::Store(error) => Self::Store(error),
        }
    }
}

impl ApiError {
    /// Whether a disk is full.
    pub fn is_disk_full(&self) -> bool {
        matches!(self, Self::Store(error) if error.is_disk_full())
    }

    /// The code, key of the sentences.
    pub fn code(&self) -> &'static str {
        match self {
            Self::UnknownCommand(_) => "err-unknown-command",
            Self::Input(_) => "err-input",
            Self::NotFound { .. } => "err-not-found",
            Self::Invalid(_) => "err-invalid",
            Self::NotAllowed(_) => "err-not-allowed",
            Self::Refused(refusal) => refusal.code(),
            Self::UnknownWord(_) => "err-unknown-word",
            Self::NoFile => "err-no-file",
            Self::NoSpace { .. } => "err-no-space",
            Self::Cancelled => "err-cancelled",
            Self::Package(error) => error.code(),
            Self::Studies(error) => error.code(),
            Self::Export(_) => "err-document",
            Self::Unlock(CannotUnlock::WrongSecret) => "err-wrong-secret",
            Self::Unlock(CannotUnlock::NotWrapped) => "err-not-wrapped",
            Self::Unlock(CannotUnlock::OutOfMemory) => "err-out-of-memory",
            Self::StoreBroken { backup: Some(_) } => "err-store-broken",
            Self::StoreBroken { backup: None } => "err-store-broken-alone",
            Self::Engine(_) => "err-engine",
            Self::Store(error) if error.is_disk_full() => "err-disk-full",
            Self::Store(StoreError::NoStore) => "err-no-store",
            Self::Store(StoreError::NoBackup) => "err-no-backup",
            Self::Store(StoreError::NotEmpty) => "err-folder-not-empty",
            Self::Store(StoreError::Carried(_)) => "err-store-carried",
            Self::Store(StoreError::Locked { .. }) => "err-store-locked",
            Self::Store(StoreError::WrongKey) => "err-wrong-key",
            Self::Store(StoreError::Newer) => "err-store-newer",
            Self::Store(StoreError::OldSqlite { .. }) => "err-old-sqlite",
            Self::Store(StoreError::Damaged { .. }) => "err-store-damaged",
            Self::Store(StoreError::Sqlite(_) | StoreError::Migration(_)) => "err-store",
            Self::Store(StoreError::Io(_)) => "err-file-system",
        }
    }

    /// What a member or script is told, in their language.
    pub fn tell(&self, words: &Catalogue) -> Told {
        let code = self.code();
        let values = self.values(words);
        let values: Vec<(&str, Value<'_>)> = values
            .iter()
            .map(|(name, value)| (*name, Value::from(value.as_str())))
            .collect();
        Told {
            code: code.to_owned(),
            happened: words.say_with(code, &values),
            todo: words.say_with(&format!("{code}-todo"), &values),
        }
    }

    fn values(&self, words: &Catalogue) -> Vec<(&'static str, String)> {
        match self {
            Self::UnknownCommand(name) => vec![("name", name.clone())],
            Self::Input(detail) => vec![("detail", detail.clone())],
            Self::UnknownWord(place) => vec![("place", place.to_string())],
            Self::NotFound { kind, id } => vec![
                ("kind", words.say(&format!("kind-{kind}"))),
                ("id", id.to_string()),
            ],
            Self::NotAllowed(kind) => vec![("kind", words.say(&format!("kind-{kind}")))],
            Self::Invalid(invalid) => {
                vec![
                    ("field", invalid.field.to_owned()),
                    ("reason", words.say(&format!("reason-{}", invalid.reason.code()))),
                ]
            }
            Self::StoreBroken { backup: Some(day) } => {
                vec![("day", kring_domain::date::long_with_weekday(*day, words))]
            }
            Self::NoSpace { needed, free } => vec![
                ("needed", megabytes(*needed).to_string()),
                ("free", (free / 1_000_000).to_string()),
            ],
            Self::Store(StoreError::Locked { holder }) => vec![("holder", holder.clone())],
            Self::Store(StoreError::Carried(carrier)) => {
                vec![("carrier", words.say(&format!("carrier-{}", carrier.code())))]
            }
            _ => Vec::new(),
        }
    }
}

/// Whole megabytes, one more rather than one less.
fn megabytes(bytes: u64) -> u64 {
    bytes.div_ceil(1_000_000)
}

/// The result of everything here.
pub type Result<T> = std::result::Result<T, ApiError>;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::COMMANDS;
    use kring_domain::invalid::Reason;
    use kring_domain::text::Language;

    fn catalogues() -> [Catalogue; 2] {
        [Catalogue::new(Language::Dutch), Catalogue::new(Language::English)]
    }

    #[test]
    fn every_refusal_says_what_happened_and_what_to_do() {
        for words in catalogues() {
            for refusal in Refusal::ALL {
                let told = ApiError::from(*refusal).tell(&words);
                assert_ne!(
                    told.happened,
                    told.code,
                    "{refusal} has no sentence in {}",
                    words.language().tag()
                );
                assert!(
                    words.has(&format!("{refusal}-todo")),
                    "{refusal} does not say what to do"
                );
            }
        }
    }

    #[test]
    fn every_kind_reason_role_and_command_has_its_words() {
        for words in catalogues() {
            for kind in Kind::ALL {
                assert!(words.has(&format!("kind-{kind}")), "{kind}");
            }
            for reason in [
                Reason::Empty,
                Reason::StanceNeedsText,
                Reason::NotAnAddress,
                Reason::Twice,
            ] {
                assert!(words.has(&format!("reason-{}", reason.code())), "{reason}");
            }
            for role in kring_domain::member::Role::ALL {
                assert!(words.has(&format!("role-{}", role.code())), "{role:?}");
            }
            let reads = [
                "list_",
                "show_",
                "preview_",
                "view_",
                "check_",
                "export_",
                "import_package",
                "search",
                "back_up",
                "print_",
            ];
            let keeps_no_operation = [
                "change_passphrase",
                "approve_card",
                "invite",
                "accept_invitation",
                "mark_seen",
                "keep_draft",
                "settle_draft",
                "drop_draft",
                "share_text",
                "choose_shared_folder",
                "leave_shared_folder",
                "sync_folder",
                "undo_import",
                "ask_again",
                "set_mail_limit",
                "save_attachment",
                "retry_quarantine",
                "remove_quarantined",
            ];
            for command in COMMANDS {
                let is_operation = !reads.iter().any(|prefix| command.name.starts_with(prefix))
                    && !keeps_no_operation.contains(&command.name);
                if is_operation {
                    assert!(
                        words.has(&format!("operation-{}", command.name)),
                        "{}",
                        command.name
                    );
                }
            }
        }
    }
}
