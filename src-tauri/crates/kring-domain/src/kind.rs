//! The kinds of record a circle keeps, with the code each has in files for ever.

use std::fmt;

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $number:literal, $code:literal;)+) => {
        /// A kind of record. A kind of a newer version is carried as its number and not judged.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind {
            $($(#[$doc])* $name,)+
            /// A kind that this version does not know.
            Unknown(u16),
        }

        impl Kind {
            /// Every kind that this version knows, in order of number.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The number written in segment headers; never reused.
            pub fn number(self) -> u16 {
                match self { $(Self::$name => $number,)+ Self::Unknown(number) => number }
            }

            /// The kind with this number.
            pub fn from_number(number: u16) -> Self {
                match number { $($number => Self::$name,)+ other => Self::Unknown(other) }
            }

            /// The name used in commands, answers and texts.
            pub fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)+ Self::Unknown(_) => "unknown" }
            }

            /// The kind with this name, if this version knows it.
            pub fn from_code(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$name),)+ _ => None }
            }
        }
    };
}

kinds! {
    /// `kenniskring`
    Circle = 1, "circle";
    /// `deelnemer`
    Member = 2, "member";
    /// `organisatie`
    Organisation = 3, "organisation";
    /// `bijeenkomst`
    Meeting = 4, "meeting";
    /// `agendapunt`
    AgendaItem = 5, "agenda_item";
    /// `aantekening`
    Note = 6, "note";
    /// `besluit`
    Decision = 7, "decision";
    /// `actiepunt`
    Action = 8, "action";
    /// `thema`
    Theme = 9, "theme";
    /// `kennisvraag`
    Question = 10, "question";
    /// `stelling`
    Statement = 11, "statement";
    /// One wording of a `stelling`; write-once.
    StatementVersion = 12, "statement_version";
    /// `ronde`; write-once, so that its rule cannot change after it opened.
    Round = 13, "round";
    /// `standpunt`; write-once.
    Position = 14, "position";
    /// The closing of a `ronde`; write-once.
    Closing = 15, "closing";
    /// A holder confirming a position recorded for them; write-once.
    Confirmation = 16, "confirmation";
    /// `afspraak`
    Agreement = 17, "agreement";
    /// `onderzoek`
    Study = 18, "study";
    /// `bevinding`
    Finding = 19, "finding";
    /// `onderbouwing`
    Evidence = 20, "evidence";
    /// `kerncijfer`
    KeyFigure = 21, "key_figure";
    /// `factsheet`
    Factsheet = 22, "factsheet";
    /// `notitie (stuk)`
    Paper = 23, "paper";
    /// `overzicht van onderzoeken`
    StudyOverview = 24, "study_overview";
    /// `kennisagenda`
    KnowledgeAgenda = 25, "knowledge_agenda";
    /// `inbreng`
    Contribution = 26, "contribution";
    /// The adoption of minutes; write-once.
    Adoption = 27, "adoption";
    /// The assignment of a number; write-once.
    Numbering = 28, "numbering";
    /// A choice between two sides of a merge; write-once.
    Review = 29, "review";
    /// The receipt of an erasure; write-once.
    Receipt = 30, "receipt";
    /// `kennisprogramma`
    Programme = 31, "programme";
}

impl Kind {
    /// Whether a record of this kind accepts exactly one part; a change of mind is a new record.
    pub fn is_write_once(self) -> bool {
        matches!(
            self,
            Self::StatementVersion
                | Self::Round
                | Self::Position
                | Self::Closing
                | Self::Confirmation
                | Self::Adoption
                | Self::Numbering
                | Self::Review
                | Self::Receipt
        )
    }

    /// Whether records of this kind belong to the member who made them, instead of to the circle.
    pub fn is_owned(self) -> bool {
        matches!(
            self,
            Self::Position | Self::Confirmation | Self::Review | Self::Receipt
        )
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}
