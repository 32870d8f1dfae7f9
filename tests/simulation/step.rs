//! What happens in a run: a list of steps that follows from a seed. A step draws all its choices from
//! its own seed, so a list from which steps were taken away is still a run. It does nothing by itself.

pub use kring_tests::dice::Dice;

/// What a member does in the app.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    CreateMeeting,
    ChangeMeeting,
    AddItem,
    MoveItem,
    RecordAttendance,
    WriteNote,
    GrowNote,
    AddBlock,
    MoveBlock,
    MarkBlock,
    ShareNote,
    CreateTheme,
    ChangeTheme,
    AddStatement,
    Reword,
    OpenRound,
    GivePosition,
    RecordPosition,
    CloseRound,
    AddStudy,
    ChangeStudy,
    LinkStudy,
    AddEvidence,
    RecordDecision,
    AddAction,
    ChangeAction,
    ChangeMember,
    Trash,
    Restore,
    Erase,
    ResolveReview,
    Undo,
}

/// Deeds with how often they occur among each other.
const DEEDS: &[(Deed, usize)] = &[
    (Deed::CreateMeeting, 2),
    (Deed::ChangeMeeting, 8),
    (Deed::AddItem, 5),
    (Deed::MoveItem, 6),
    (Deed::RecordAttendance, 5),
    (Deed::WriteNote, 6),
    (Deed::GrowNote, 20),
    (Deed::AddBlock, 8),
    (Deed::MoveBlock, 5),
    (Deed::MarkBlock, 4),
    (Deed::ShareNote, 2),
    (Deed::CreateTheme, 2),
    (Deed::ChangeTheme, 6),
    (Deed::AddStatement, 3),
    (Deed::Reword, 4),
    (Deed::OpenRound, 3),
    (Deed::GivePosition, 8),
    (Deed::RecordPosition, 2),
    (Deed::CloseRound, 1),
    (Deed::AddStudy, 2),
    (Deed::ChangeStudy, 4),
    (Deed::LinkStudy, 4),
    (Deed::AddEvidence, 2),
    (Deed::RecordDecision, 4),
    (Deed::AddAction, 3),
    (Deed::ChangeAction, 5),
    (Deed::ChangeMember, 3),
    (Deed::Trash, 5),
    (Deed::Restore, 5),
    (Deed::Erase, 4),
    (Deed::ResolveReview, 25),
    (Deed::Undo, 8),
];

/// What happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// Somebody works.
    Work(Deed),
    /// Somebody sends a package to all; each copy has its own fate on the way.
    Send,
    /// Somebody takes over what came in.
    Receive,
    /// The app starts anew.
    Restart,
    /// The power fails: what is on disk at this moment is all there is.
    PowerCut,
    /// A laptop's folder is copied aside.
    BackUp,
    /// An earlier copy is put back.
    PutBack,
    /// A laptop is copied, and both go on.
    Copy,
    /// A clock is set wrong, at most ten years.
    TurnClock,
    /// Somebody new comes in.
    Join,
    /// The coordinator gives a member another right.
    SetRight,
    /// The coordinator takes a member out, who goes on writing.
    Remove,
    /// The coordinator brings somebody back who is out.
    BringBack,
    /// The coordinator brings in what was written behind a cut-off.
    Admit,
}

/// Events with how often they occur in a thousand steps.
const EVENTS: &[(Event, usize)] = &[
    (Event::Send, 140),
    (Event::Receive, 180),
    (Event::Restart, 20),
    (Event::PowerCut, 50),
    (Event::BackUp, 25),
    (Event::PutBack, 10),
    (Event::Copy, 5),
    (Event::TurnClock, 25),
    (Event::Join, 15),
    (Event::SetRight, 20),
    (Event::Remove, 12),
    (Event::BringBack, 10),
    (Event::Admit, 12),
];

/// One step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    pub event: Event,
    pub seed: u64,
}

/// How many steps a run has, at least and at most.
const STEPS: (usize, usize) = (30, 60);

/// Circles of this many laptops, with how often they occur among each other. Large ones are rare: what
/// a run costs grows with the square of it.
const SIZES: &[(usize, usize)] = &[
    (2, 14),
    (3, 30),
    (4, 24),
    (5, 14),
    (6, 6),
    (7, 4),
    (8, 3),
    (10, 2),
    (12, 3),
];

/// How many laptops a seed has at most.
pub fn size(seed: u64) -> usize {
    let total = SIZES.iter().map(|(_, weight)| weight).sum();
    at(SIZES, Dice::new(seed ^ 0x512E).below(total)).unwrap_or(2)
}

/// The steps of a seed.
pub fn plan(seed: u64) -> Vec<Step> {
    let mut dice = Dice::new(seed);
    let length = STEPS.0 + dice.below(STEPS.1 - STEPS.0 + 1);
    (0..length)
        .map(|_| {
            let place = dice.below(1_000);
            let event = at(EVENTS, place).unwrap_or_else(|| {
                let total = DEEDS.iter().map(|(_, weight)| weight).sum();
                let place = dice.below(total);
                Event::Work(at(DEEDS, place).unwrap_or(Deed::GrowNote))
            });
            Step {
                event,
                seed: dice.number(),
            }
        })
        .collect()
}

fn at<T: Copy>(weighted: &[(T, usize)], mut place: usize) -> Option<T> {
    for (value, weight) in weighted {
        if place < *weight {
            return Some(*value);
        }
        place -= weight;
    }
    None
}
