//! The words and signs a document has for the codes of the domain. Sentences come from the catalogue;
//! which of them stand where is not decided here.

use kring_domain::decision::ActionState;
use kring_domain::outcome::Verdict;
use kring_domain::round::Stance;
use kring_domain::statement::{EvidenceBasis, EvidenceStance};
use kring_domain::text::Catalogue;

/// A code as a reader meets it: a sign, a word and the tone it is coloured in.
pub(crate) struct Shown {
    pub sign: &'static str,
    pub tone: &'static str,
    pub label: String,
}

/// A stance. One of a newer version shows its code.
pub(crate) fn stance(stance: &Stance, words: &Catalogue) -> Shown {
    let (sign, tone) = match stance {
        Stance::Agree => ("✓", "agree"),
        Stance::AgreeWithReservation => ("◐", "reservation"),
        Stance::Object => ("✗", "objection"),
        Stance::NoOpinion | Stance::Unknown(_) => ("○", "no-opinion"),
    };
    Shown {
        sign,
        tone,
        label: coded("stance", stance.code(), words),
    }
}

/// The sign and tone of a verdict; its words are in the outcome's own sentence.
pub(crate) fn verdict(verdict: Verdict) -> (&'static str, &'static str) {
    match verdict {
        Verdict::Agreed => ("✓", "agree"),
        Verdict::NotAgreed => ("✗", "objection"),
        Verdict::Undecided => ("○", "no-opinion"),
    }
}

/// For or against: "+ ondersteunt".
pub(crate) fn evidence_stance(stance: &EvidenceStance, words: &Catalogue) -> String {
    let sign = match stance {
        EvidenceStance::Supports => "+",
        EvidenceStance::Nuances => "±",
        EvidenceStance::Contradicts => "−",
        EvidenceStance::Unknown(_) => "?",
    };
    format!("{sign} {}", coded("evidence", stance.code(), words))
}

/// What evidence rests on: "praktijk".
pub(crate) fn evidence_basis(basis: &EvidenceBasis, words: &Catalogue) -> String {
    coded("basis", basis.code(), words)
}

/// How far an action is: "open".
pub(crate) fn action_state(state: &ActionState, words: &Catalogue) -> String {
    coded("action", state.code(), words)
}

/// The word for a code, or the code itself when a newer version knows it and this one does not.
fn coded(group: &str, code: &str, words: &Catalogue) -> String {
    let key = format!("export-{group}-{}", code.replace('_', "-"));
    if words.has(&key) {
        words.say(&key)
    } else {
        code.to_owned()
    }
}
