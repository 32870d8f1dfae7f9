//! `uitkomst` → [`Outcome`]: computed from positions and rule, never typed. "Geen mening" is left
//! out of the denominator and shown.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::id::{MemberId, PositionId};
use crate::round::{Position, Rule, Stance};
use crate::text::{Catalogue, Value};

/// How many positions of each stance count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Distribution {
    /// `instemming`
    pub agree: u32,
    /// `voorbehoud`
    pub agree_with_reservation: u32,
    /// `bezwaar`
    pub object: u32,
    /// `geen mening`
    pub no_opinion: u32,
}

impl Distribution {
    /// Counts stances. An unknown stance of a newer version is left out.
    pub fn of<'a>(stances: impl IntoIterator<Item = &'a Stance>) -> Self {
        let mut counts = Self::default();
        for stance in stances {
            match stance {
                Stance::Agree => counts.agree += 1,
                Stance::AgreeWithReservation => counts.agree_with_reservation += 1,
                Stance::Object => counts.object += 1,
                Stance::NoOpinion => counts.no_opinion += 1,
                Stance::Unknown(_) => {}
            }
        }
        counts
    }

    /// The positions in the denominator: all but "geen mening".
    pub fn counting(self) -> u32 {
        self.agree + self.agree_with_reservation + self.object
    }
}

/// What a round led to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// `overeenstemming`
    Agreed,
    /// `geen overeenstemming`
    NotAgreed,
    /// Too few positions to say.
    Undecided,
}

/// The outcome of a round on one wording, with everything that it follows from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Outcome {
    /// What it led to.
    pub verdict: Verdict,
    /// The positions.
    pub distribution: Distribution,
    /// The rule of the round.
    pub rule: Rule,
}

impl Outcome {
    /// The outcome of these positions under this rule.
    pub fn compute(rule: Rule, distribution: Distribution) -> Self {
        Self {
            verdict: verdict(rule, distribution),
            distribution,
            rule,
        }
    }

    /// Why: "7 van 9 instemming, 1 voorbehoud, 1 bezwaar, regel consent → geen overeenstemming".
    pub fn sentence(&self, words: &Catalogue) -> String {
        let counts = self.distribution;
        let mut parts = vec![words.say_with(
            "outcome-agree",
            &[
                ("agree", Value::from(counts.agree)),
                ("counting", Value::from(counts.counting())),
            ],
        )];
        let rest = [
            ("outcome-reservation", counts.agree_with_reservation),
            ("outcome-object", counts.object),
            ("outcome-no-opinion", counts.no_opinion),
        ];
        for (key, count) in rest.into_iter().filter(|(_, count)| *count > 0) {
            parts.push(words.say_with(key, &[("count", Value::from(count))]));
        }
        parts.push(self.rule_in_words(words));
        let verdict = match self.verdict {
            Verdict::Agreed => "outcome-verdict-agreed",
            Verdict::NotAgreed => "outcome-verdict-not-agreed",
            Verdict::Undecided => "outcome-verdict-undecided",
        };
        format!("{} → {}", parts.join(", "), words.say(verdict))
    }

    fn rule_in_words(&self, words: &Catalogue) -> String {
        match self.rule {
            Rule::Consent => words.say("outcome-rule-consent"),
            Rule::Unanimous => words.say("outcome-rule-unanimous"),
            Rule::Threshold {
                agree_percent,
                object_percent,
                positions,
            } => words.say_with(
                "outcome-rule-threshold",
                &[
                    ("agree", Value::from(agree_percent)),
                    ("object", Value::from(object_percent)),
                    ("positions", Value::from(positions)),
                ],
            ),
        }
    }
}

fn verdict(rule: Rule, counts: Distribution) -> Verdict {
    let counting = counts.counting();
    if counting == 0 {
        return Verdict::Undecided;
    }
    let agreed = match rule {
        Rule::Consent | Rule::Unanimous => counts.object == 0,
        Rule::Threshold {
            agree_percent,
            object_percent,
            positions,
        } => {
            if counting < positions {
                return Verdict::Undecided;
            }
            let share = |count: u32| u64::from(count) * 100;
            let agree = share(counts.agree + counts.agree_with_reservation);
            agree >= u64::from(agree_percent) * u64::from(counting)
                && share(counts.object) < u64::from(object_percent) * u64::from(counting)
        }
    };
    if agreed {
        Verdict::Agreed
    } else {
        Verdict::NotAgreed
    }
}

/// A position with its id.
pub type Given = (PositionId, Position);

/// The one position of each holder that counts: superseded ones do not; an own position wins over one
/// recorded for the holder; of two that do not know of each other, the more critical one.
/// The flag says that the holder has such a double position and should be asked.
pub fn counting_positions(given: &[Given]) -> BTreeMap<MemberId, (&Given, bool)> {
    let superseded = |id: PositionId, holder: MemberId| {
        given
            .iter()
            .any(|(_, other)| other.holder == holder && other.supersedes.contains(&id))
    };
    let mut counting: BTreeMap<MemberId, (&Given, bool)> = BTreeMap::new();
    for entry in given
        .iter()
        .filter(|(id, position)| !superseded(*id, position.holder))
    {
        let rank = |entry: &Given| (entry.1.recorded_by.is_none(), entry.1.stance.severity(), entry.0);
        counting
            .entry(entry.1.holder)
            .and_modify(|(best, double)| {
                *double |= best.1.recorded_by.is_none() && entry.1.recorded_by.is_none();
                if rank(entry) > rank(best) {
                    *best = entry;
                }
            })
            .or_insert((entry, false));
    }
    counting
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::RecordId;
    use crate::text::Language;

    fn counts(agree: u32, reservation: u32, object: u32, no_opinion: u32) -> Distribution {
        Distribution {
            agree,
            agree_with_reservation: reservation,
            object,
            no_opinion,
        }
    }

    #[test]
    fn one_objection_stops_consent_and_the_sentence_says_so() {
        let outcome = Outcome::compute(Rule::Consent, counts(7, 1, 1, 0));
        assert_eq!(outcome.verdict, Verdict::NotAgreed);
        assert_eq!(
            outcome.sentence(&Catalogue::new(Language::Dutch)),
            "7 van 9 instemming, 1 voorbehoud, 1 bezwaar, regel consent → geen overeenstemming"
        );
    }

    #[test]
    fn a_reservation_does_not_stop_consent() {
        assert_eq!(
            Outcome::compute(Rule::Consent, counts(2, 1, 0, 3)).verdict,
            Verdict::Agreed
        );
    }

    #[test]
    fn no_opinion_alone_decides_nothing() {
        for rule in [Rule::Consent, Rule::Unanimous] {
            assert_eq!(
                Outcome::compute(rule, counts(0, 0, 0, 4)).verdict,
                Verdict::Undecided
            );
        }
    }

    #[test]
    fn a_threshold_leaves_no_opinion_out_of_the_denominator() {
        let rule = Rule::Threshold {
            agree_percent: 75,
            object_percent: 20,
            positions: 4,
        };
        assert_eq!(
            Outcome::compute(rule, counts(3, 0, 0, 9)).verdict,
            Verdict::Undecided,
            "three count, four are needed"
        );
        assert_eq!(
            Outcome::compute(rule, counts(4, 1, 1, 9)).verdict,
            Verdict::Agreed,
            "5 of 6 agree, 1 of 6 objects"
        );
        assert_eq!(
            Outcome::compute(rule, counts(4, 0, 1, 0)).verdict,
            Verdict::NotAgreed,
            "20 % objection is not less than 20 %"
        );
    }

    fn position(number: u8, stance: Stance, supersedes: &[u8]) -> Given {
        let id = |n: u8| PositionId(RecordId([n; 16]));
        let position = Position {
            round: RecordId::ZERO.into(),
            version: RecordId::ZERO.into(),
            holder: MemberId(RecordId([99; 16])),
            stance,
            text: "x".into(),
            recorded_by: None,
            proof: String::new(),
            supersedes: supersedes.iter().map(|n| id(*n)).collect(),
        };
        (id(number), position)
    }

    #[test]
    fn of_two_positions_unaware_of_each_other_the_more_critical_counts_and_the_holder_is_asked() {
        let given = [position(1, Stance::Object, &[]), position(2, Stance::Agree, &[])];
        let counting = counting_positions(&given);
        let (best, double) = counting.values().next().unwrap();
        assert_eq!((best.1.stance.clone(), *double), (Stance::Object, true));
    }

    #[test]
    fn a_position_that_names_the_earlier_one_replaces_it() {
        let given = [position(1, Stance::Object, &[]), position(2, Stance::Agree, &[1])];
        let counting = counting_positions(&given);
        let (best, double) = counting.values().next().unwrap();
        assert_eq!((best.1.stance.clone(), *double), (Stance::Agree, false));
    }

    #[test]
    fn an_own_position_wins_over_one_recorded_for_the_holder() {
        let mut recorded = position(1, Stance::Object, &[]);
        recorded.1.recorded_by = Some(MemberId(RecordId([7; 16])));
        let given = [recorded, position(2, Stance::Agree, &[])];
        let (best, _) = counting_positions(&given).into_values().next().unwrap();
        assert_eq!(best.1.stance, Stance::Agree);
    }
}
