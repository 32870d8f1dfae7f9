//! What each right may do to each kind of record: one table. It knows no record and no membership;
//! the caller finds out which right counts and whose the record is.

use kring_domain::kind::Kind;

use crate::operation::Right;

/// The version of the table. A segment written under a newer one is carried, not judged.
pub const POLICY_VERSION: u32 = 2;

/// What is done to a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecordDeed {
    /// Its first part.
    Create,
    /// A later part.
    Change,
    /// Its erasure.
    Erase,
}

/// Whose the record is, seen from who acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// Their own; for a member record: they are its subject.
    Owner,
    /// The circle's, or somebody else's.
    Other,
}

/// The outcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It counts.
    Allowed,
    /// It does not count.
    Refused,
    /// A kind of a newer version: carried, and judged once it is known.
    NotJudged,
}

/// One cell of the table.
#[derive(Clone, Copy)]
enum Cell {
    /// Nothing.
    None,
    /// Create.
    Make,
    /// Erase their own.
    EraseOwn,
    /// Create and erase their own.
    KeepOwn,
    /// Change their own.
    EditOwn,
    /// Create and change.
    Work,
    /// Change and erase.
    Tend,
    /// Create, change and erase.
    All,
}

impl Cell {
    fn allows(self, relation: Relation, deed: RecordDeed) -> bool {
        use RecordDeed::{Change, Create, Erase};
        match self {
            Self::None => false,
            Self::Make => deed == Create,
            Self::EraseOwn => deed == Erase && relation == Relation::Owner,
            Self::KeepOwn => matches!(deed, Create | Erase) && relation == Relation::Owner,
            Self::EditOwn => deed == Change && relation == Relation::Owner,
            Self::Work => matches!(deed, Create | Change),
            Self::Tend => matches!(deed, Change | Erase),
            Self::All => true,
        }
    }
}

/// The table. Two rules of the kinds themselves stand above it: what is write-once is never changed,
/// and what is owned is created by its owner only.
///
/// What a member stands for is theirs alone. Nobody else erases a position, a confirmation, a choice
/// between two versions or a receipt, whatever their right: leaving one out would change what the
/// circle agreed on, or hide what it did not. They hold no name, so erasing a member's own record is
/// enough to forget a person. Someone who only reads may still take back what was theirs. Adopted
/// minutes belong to nobody: no right changes them, and only a coordinator erases them, for a leak in
/// them must be removable by a deed that everyone sees. A private note is in no chain of the circle,
/// so this table is never asked about it.
#[rustfmt::skip]
const TABLE: &[(Kind, [Cell; 4])] = {
    use Cell::{All, EditOwn, EraseOwn, KeepOwn, Make, None, Tend, Work};
    &[
        // Kind                   Reader   Member   Secretary  Coordinator
        (Kind::Circle,           [None,    None,    Tend,      All]),
        (Kind::Member,           [None,    EditOwn, All,       All]),
        (Kind::Organisation,     [None,    Work,    All,       All]),
        (Kind::Meeting,          [None,    Work,    All,       All]),
        (Kind::AgendaItem,       [None,    Work,    All,       All]),
        (Kind::Note,             [None,    Work,    All,       All]),
        (Kind::Decision,         [None,    Work,    All,       All]),
        (Kind::Action,           [None,    Work,    All,       All]),
        (Kind::Theme,            [None,    Work,    All,       All]),
        (Kind::Question,         [None,    Work,    All,       All]),
        (Kind::Statement,        [None,    Work,    All,       All]),
        (Kind::StatementVersion, [None,    Make,    All,       All]),
        (Kind::Round,            [None,    None,    All,       All]),
        (Kind::Position,         [EraseOwn, KeepOwn, KeepOwn,  KeepOwn]),
        (Kind::Closing,          [None,    None,    All,       All]),
        (Kind::Confirmation,     [EraseOwn, KeepOwn, KeepOwn,  KeepOwn]),
        (Kind::Agreement,        [None,    None,    All,       All]),
        (Kind::Study,            [None,    Work,    All,       All]),
        (Kind::Finding,          [None,    Work,    All,       All]),
        (Kind::Evidence,         [None,    Work,    All,       All]),
        (Kind::KeyFigure,        [None,    Work,    All,       All]),
        (Kind::Factsheet,        [None,    Work,    All,       All]),
        (Kind::Paper,            [None,    Work,    All,       All]),
        (Kind::StudyOverview,    [None,    Work,    All,       All]),
        (Kind::KnowledgeAgenda,  [None,    Work,    All,       All]),
        (Kind::Contribution,     [None,    Work,    All,       All]),
        (Kind::Adoption,         [None,    None,    Make,      All]),
        (Kind::Numbering,        [None,    None,    All,       All]),
        (Kind::Review,           [EraseOwn, KeepOwn, KeepOwn,  KeepOwn]),
        (Kind::Receipt,          [KeepOwn, KeepOwn, KeepOwn,   KeepOwn]),
        (Kind::Programme,        [None,    None,    All,       All]),
    ]
};

/// What becomes of a deed under this right.
pub fn judge(right: Right, relation: Relation, kind: Kind, deed: RecordDeed) -> Verdict {
    let Some((_, row)) = TABLE.iter().find(|(listed, _)| *listed == kind) else {
        return Verdict::NotJudged;
    };
    let [reader, member, secretary, coordinator] = *row;
    let cell = match right {
        Right::Unknown(_) => Cell::None,
        Right::Reader => reader,
        Right::Member => member,
        Right::Secretary => secretary,
        Right::Coordinator => coordinator,
    };
    let is_possible = match deed {
        RecordDeed::Create => !kind.is_owned() || relation == Relation::Owner,
        RecordDeed::Change => !kind.is_write_once(),
        RecordDeed::Erase => true,
    };
    if is_possible && cell.allows(relation, deed) {
        Verdict::Allowed
    } else {
        Verdict::Refused
    }
}

/// Whether this right allows it. What is not judged is not allowed.
pub fn may(right: Right, relation: Relation, kind: Kind, deed: RecordDeed) -> bool {
    judge(right, relation, kind, deed) == Verdict::Allowed
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every cell, spelled out apart from the table; the journeys hold packages against it too.
    const EXPECTED: &str = include_str!("../tests/policy.txt");

    #[test]
    fn every_cell_is_as_agreed() {
        let mut seen = Vec::new();
        for line in EXPECTED.lines().filter(|line| !line.starts_with('#')) {
            let mut words = line.split_whitespace();
            let kind = Kind::from_code(words.next().unwrap()).unwrap();
            seen.push(kind);
            for right in [Right::Reader, Right::Member, Right::Secretary, Right::Coordinator] {
                let (other, own) = words.next().unwrap().split_once('/').unwrap();
                for (relation, expected) in [(Relation::Other, other), (Relation::Owner, own)] {
                    let deeds = [
                        (RecordDeed::Create, 'c'),
                        (RecordDeed::Change, 'h'),
                        (RecordDeed::Erase, 'e'),
                    ];
                    for (deed, letter) in deeds {
                        assert_eq!(
                            may(right, relation, kind, deed),
                            expected.contains(letter),
                            "{right:?} {relation:?} {kind} {deed:?}"
                        );
                    }
                }
            }
        }
        assert_eq!(seen, Kind::ALL, "every kind has its row, in order");
    }

    #[test]
    fn a_newer_kind_is_not_judged_and_a_newer_right_grants_nothing() {
        let newer = Kind::Unknown(900);
        let create = RecordDeed::Create;
        assert_eq!(
            judge(Right::Reader, Relation::Owner, newer, create),
            Verdict::NotJudged
        );
        assert!(!may(Right::Coordinator, Relation::Owner, newer, create));
        for &kind in Kind::ALL {
            let verdict = judge(Right::Unknown(9), Relation::Owner, kind, create);
            assert_eq!(verdict, Verdict::Refused, "{kind}");
        }
    }
}
