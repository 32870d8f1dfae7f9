//! The fourth meeting of the demo circle: real themes and studies, invented people.

use chrono::{NaiveDate, NaiveTime};
use kring_domain::block::{Block, BlockKind, Blocks, Mark, MarkKind};
use kring_domain::decision::ActionState;
use kring_domain::outcome::{Distribution, Outcome};
use kring_domain::round::{Rule, Stance};
use kring_domain::statement::{EvidenceBasis, EvidenceStance};
use kring_domain::study::{Author, PartialDate, Study};
use kring_export::Summary;
use kring_export::summary::{
    ActionRow, Attendee, ContributionRow, DecisionRow, DissentRow, EvidenceRow, Head, Item, NextMeeting,
    StatementRow, Status, StudyRow, UnknownRow,
};

pub fn summary() -> Summary {
    Summary {
        circle: "Kenniskring gezinshuizen".into(),
        sample: true,
        head: head(),
        theme: "Continuïteit".into(),
        purpose: "We willen weten wat een plaatsing stabiel maakt.\nAan het eind van de dag liggen er drie stellingen waar iedereen een standpunt over gaf.".into(),
        earlier_actions: vec![
            action("2026-003", "Het onderzoek van Van Erkel samenvatten op één bladzijde", "Ineke IJsselstein", ActionState::Done, 0),
            action("2026-005", "Bij vijf gezinshuizen navragen hoe zij vervanging regelen", "Dirk-Jan op 't Veld", ActionState::Open, 2),
        ],
        items: items(),
        studies: vec![
            StudyRow { study: erkel(), meaning: Blocks::from_text("Leeftijd en externaliserend gedrag zijn de sterkste voorspellers van een breakdown.\nVoor gezinshuizen betekent dit: kijk bij een oudere jongere vooraf wie er meedraagt.") },
            StudyRow { study: networks(), meaning: Blocks::from_text("Gezinshuisouders met een eigen netwerk houden het langer vol.") },
        ],
        statements: statements(),
        decisions: vec![
            DecisionRow { number: Some("2026-014".into()), provisional: false, text: "De kring neemt stelling 1 op in de kennisagenda.".into() },
            DecisionRow { number: Some("2026-015".into()), provisional: true, text: "De stelling over effectiviteit komt terug zodra er nieuw onderzoek ligt.".into() },
        ],
        actions: vec![
            action("2026-009", "De bron van het bedrag van € 1,30 opzoeken en op de agenda zetten", "Bas de Wit", ActionState::Open, 0),
            action("2026-010", "Jongeren vragen hoe zij informatie over hun plaatsing kregen", "Jolijn d'Hondt", ActionState::Open, 0),
        ],
        unknown: vec![UnknownRow { theme: "Breakdown en stabiliteit".into(), text: Blocks::from_text("Hoe vaak een plaatsing in een gezinshuis voortijdig eindigt, is niet geteld. De cijfers die er zijn, gaan over pleegzorg.") }],
        contributions: vec![
            ContributionRow { from: Some("Jolijn d'Hondt".into()), text: "Ik hoorde pas in de auto dat ik ging verhuizen.".into(), feedback: "Dit staat als voorbeeld bij stelling 4, die volgende keer voorligt.".into() },
            ContributionRow { from: None, text: "Vraag het ook aan broers en zussen.".into(), feedback: String::new() },
        ],
        next_meeting: Some(NextMeeting { date: day(2026, 4, 16), start: Some(time(13, 30)), place: "De Glind".into(), theme: "Participatie van jongeren".into() }),
        status: Status::Adopted { fingerprint: "3f9a 61c0 7be2 48d5 90aa 1e27 c4f8 0b63".into() },
        made_on: day(2026, 3, 13),
    }
}

fn head() -> Head {
    Head {
        number: 4,
        of: Some(6),
        date: Some(day(2026, 3, 12)),
        start: Some(time(13, 30)),
        end: Some(time(16, 0)),
        place: "De Glind, de Rudolphzaal".into(),
        chair: "Annelies van der Meulen".into(),
        minute_taker: "Eefje ten Have".into(),
        attendees: vec![
            attendee("Annelies van der Meulen", "Rudolphstichting", "coördinator"),
            attendee(
                "Bas de Wit",
                "Gezinshuis.com",
                "vertegenwoordiger van een organisatie",
            ),
            attendee("Çağlar Yıldız", "Hogeschool Leiden", "onderzoeker"),
            attendee("Eefje ten Have", "Rudolphstichting", "secretaris"),
            attendee("Fatima el Amrani", "Driestroom", "gezinshuisouder"),
            attendee("Gé 't Hart", "’s Heeren Loo", "gezinshuisouder"),
            attendee(
                "Ineke IJsselstein",
                "Nederlands Jeugdinstituut (NJi)",
                "onderzoeker",
            ),
            attendee("Jolijn d'Hondt", "JongWijs", "ervaringsdeskundige"),
        ],
        absent_with_notice: vec!["Dirk-Jan op 't Veld".into()],
        absent_without_notice: vec!["Hannah van den Berg-de Boer".into()],
    }
}

fn items() -> Vec<Item> {
    let mut positions = Block::paragraph(
        "De meeste deelnemers zien hetzelfde: rust vóór de plaatsing. Zie de cijfers van het NJi.",
    );
    positions.marks = vec![
        Mark {
            from: 37,
            to: 59,
            kind: MarkKind::Bold,
            value: String::new(),
        },
        Mark {
            from: 65,
            to: 87,
            kind: MarkKind::Link,
            value: "https://www.nji.nl/cijfers/gezinshuizen".into(),
        },
    ];
    let block = |kind, level, text: &str| Block {
        kind,
        level,
        ..Block::paragraph(text)
    };
    let notes = Blocks(vec![
        positions,
        block(BlockKind::Heading, 2, "Wat helpt"),
        block(BlockKind::Bullet, 0, "een vaste begeleider"),
        block(BlockKind::Bullet, 1, "ook na achttien jaar"),
        block(BlockKind::Bullet, 0, "vervanging die het kind kent"),
        block(
            BlockKind::Quote,
            0,
            "Een kind merkt het als je telkens opnieuw begint.",
        ),
        Block {
            checked: true,
            ..block(BlockKind::Task, 0, "Voorbeelden verzamelen")
        },
    ]);
    vec![
        Item {
            ordinal: "1".into(),
            title: "Opening".into(),
            minutes: Some(5),
            notes: vec![],
        },
        Item {
            ordinal: "2".into(),
            title: "Wat maakt een plaatsing stabiel?".into(),
            minutes: Some(60),
            notes: vec![notes],
        },
        Item {
            ordinal: "2.1".into(),
            title: "De rol van matching".into(),
            minutes: None,
            notes: vec![Blocks::from_text(
                "Matching is *meer* dan een vrije plek: #1 van de kring.",
            )],
        },
    ]
}

fn statements() -> Vec<StatementRow> {
    let outcome = |distribution| Some(Outcome::compute(Rule::Consent, distribution));
    let agreed = Distribution {
        agree: 7,
        agree_with_reservation: 1,
        object: 0,
        no_opinion: 0,
    };
    let refused = Distribution {
        agree: 4,
        agree_with_reservation: 2,
        object: 1,
        no_opinion: 1,
    };
    vec![
        StatementRow {
            text: "De kans op breakdown stijgt met de leeftijd van het kind, externaliserend gedrag en het aantal eerdere verplaatsingen.".into(),
            version: 2,
            theme: "Breakdown en stabiliteit".into(),
            evidence: vec![
                evidence(EvidenceStance::Supports, EvidenceBasis::Science, "Leeftijd en externaliserend gedrag hangen samen met breakdown.", Some(erkel()), "12"),
                evidence(EvidenceStance::Nuances, EvidenceBasis::Practice, "In twee gezinshuizen bleven juist de oudste jongeren het langst.", None, ""),
            ],
            distribution: Some(agreed),
            outcome: outcome(agreed),
            dissent: vec![DissentRow {
                name: "Gé 't Hart".into(),
                stance: Stance::AgreeWithReservation,
                text: "Het aantal verplaatsingen zegt vooral iets over ons, niet over het kind. Zet dat erbij.".into(),
            }],
        },
        StatementRow {
            text: "Na een jaar is er op groepsniveau geen bewijs dat gezinsgerichte vormen effectiever zijn.".into(),
            version: 1,
            theme: "Continuïteit".into(),
            evidence: vec![evidence(EvidenceStance::Contradicts, EvidenceBasis::Experience, "Jongeren noemen het gezinshuis vaker hun thuis.", Some(networks()), "31-33")],
            distribution: Some(refused),
            outcome: outcome(refused),
            dissent: vec![
                DissentRow { name: "Fatima el Amrani".into(), stance: Stance::Object, text: "Geen bewijs is niet hetzelfde als geen verschil.\nIk kan dit zo niet uitleggen aan de kinderen in ons huis.".into() },
                DissentRow { name: "Bas de Wit".into(), stance: Stance::AgreeWithReservation, text: "Alleen als erbij staat over welke vormen het gaat.".into() },
                DissentRow { name: "Jolijn d'Hondt".into(), stance: Stance::AgreeWithReservation, text: "Na een jaar weet je nog niets.".into() },
            ],
        },
    ]
}

fn erkel() -> Study {
    Study {
        csl_type: "thesis".into(),
        title: "Risicofactoren voor breakdown in de pleegzorg".into(),
        authors: vec![Author {
            family: "Erkel".into(),
            given: "Gwenda W.".into(),
            particle: "van".into(),
            literal: String::new(),
        }],
        issued: Some(PartialDate {
            year: 2020,
            month: None,
            day: None,
        }),
        publisher: "Universiteit van Amsterdam".into(),
        ..Study::default()
    }
}

fn networks() -> Study {
    Study {
        csl_type: "report".into(),
        title: "Gezinshuizen – cijfers in context 2020".into(),
        authors: vec![Author {
            literal: "Nederlands Jeugdinstituut".into(),
            ..Author::default()
        }],
        issued: Some(PartialDate {
            year: 2021,
            month: None,
            day: None,
        }),
        publisher: "NJi".into(),
        url: "https://www.nji.nl/cijfers/gezinshuizen".into(),
        ..Study::default()
    }
}

fn evidence(
    stance: EvidenceStance,
    basis: EvidenceBasis,
    text: &str,
    study: Option<Study>,
    page: &str,
) -> EvidenceRow {
    EvidenceRow {
        stance,
        basis,
        text: text.into(),
        study,
        page: page.into(),
    }
}

fn action(number: &str, text: &str, who: &str, state: ActionState, postponed: u32) -> ActionRow {
    ActionRow {
        number: Some(number.into()),
        provisional: false,
        text: text.into(),
        who: who.into(),
        due: Some(day(2026, 4, 10)),
        state,
        postponed,
    }
}

fn attendee(name: &str, organisation: &str, role: &str) -> Attendee {
    Attendee {
        name: name.into(),
        organisation: organisation.into(),
        role: role.into(),
    }
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn time(hour: u32, minute: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, minute, 0).unwrap()
}
