//! What each right may do to each kind of record: one table. It knows no record and no membership;
//! the caller finds out which right counts and whose the record is.

use kring_domain::kind::Kind;

use crate::operation::Right;

/// The version of the table. A segment written under a newer one is carried, not judged.
pub const POLICY_VERSION: u32 = 3;

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
    /// Change.
    Edit,
    /// Create and change.
    Work,
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
            Self::Edit => deed == Change,
            Self::Work => matches!(deed, Create | Change),
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
/// so this table is never asked about it. The circle's own record is erased by nobody: without it a
/// circle has no name on any laptop, and what it says can be changed.
#[rustfmt::skip]
const TABLE: &[(Kind, [Cell; 4])] = {
    use Cell::{All, Edit, EditOwn, EraseOwn, KeepOwn, Make, None, Work};
    &[
        // Kind                   Reader   Member   Secretary  Coordinator
        (Kind::Circle,           [None,    None,    Edit,      Work]),
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

/// Whether nobody erases a record of this kind, whatever their right and whosesoever it is. A kind that
/// is not known yet may be erasable in the version that knows it.
pub fn stays(kind: Kind) -> bool {
    let rights = [Right::Reader, Right::Member, Right::Secretary, Right::Coordinator];
    let owns = [Relation::Owner, Relation::Other];
    rights.iter().all(|right| {
        owns.iter()
            .all(|relation| judge(*right, *relation, kind, RecordDeed::Erase) == Verdict::Refused)
    })
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

    const DEEDS: [RecordDeed; 3] = [RecordDeed::Create, RecordDeed::Change, RecordDeed::Erase];

    #[test]
    fn a_newer_kind_is_not_judged_whatever_is_done_to_it() {
        let newer = Kind::Unknown(900);
        for right in [Right::Reader, Right::Coordinator, Right::Unknown(9)] {
            for relation in [Relation::Owner, Relation::Other] {
                for deed in DEEDS {
                    assert_eq!(judge(right, relation, newer, deed), Verdict::NotJudged);
                    assert!(
                        !may(right, relation, newer, deed),
                        "what is not judged is not allowed"
                    );
                }
            }
        }
        assert!(!stays(newer), "the version that knows it may say otherwise");
    }

    #[test]
    fn a_newer_right_grants_nothing() {
        for &kind in Kind::ALL {
            for relation in [Relation::Owner, Relation::Other] {
                for deed in DEEDS {
                    let verdict = judge(Right::Unknown(9), relation, kind, deed);
                    assert_eq!(verdict, Verdict::Refused, "{relation:?} {kind} {deed:?}");
                }
            }
        }
    }

    #[test]
    fn only_the_circle_itself_stays() {
        for &kind in Kind::ALL {
            assert_eq!(stays(kind), kind == Kind::Circle, "{kind}");
        }
    }
}
