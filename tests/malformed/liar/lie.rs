//! The lies of a member, as packages that their true key signs. Whether a word in them is beyond their
//! right is known from how it was written, not from what the product says of it.

use std::collections::BTreeMap;

use kring_api::domain::id::{Hash, MemberId, RecordId};
use kring_api::domain::kind::Kind;
use kring_api::exchange::frame::segment_of;
use kring_store::table::segment::{Standing, all_in_scope};
use kring_sync::segment::{Header, Segment};
use kring_tests::Laptop;
use kring_tests::dice::Dice;
use kring_trust::operation::{Author, Deed, Head, Operation, Right, SignedOperation};
use serde_json::json;

use crate::forge::{Chain, Forger, fields, note, written};
use crate::operation::operations;
use crate::scene::{Scene, later, made};

/// What was told.
pub struct Told {
    /// What sort of lie it is.
    pub kind: &'static str,
    /// The packages; who gets which is for the teller to choose.
    pub packages: Vec<Vec<u8>>,
}

/// How many sorts of lies there are.
pub const KINDS: usize = 10;

/// What the liar wrote so far.
pub struct Lies {
    /// The liar, and the records there are.
    pub scene: Scene,
    /// Words that may be seen nowhere.
    pub beyond: Vec<String>,
    /// Where each chain of theirs goes on: place, hash before it, session.
    chains: BTreeMap<u8, (u64, Hash, u64)>,
    words: u64,
    seed: u64,
}

impl Lies {
    /// The lies of this member.
    pub fn of(scene: Scene, seed: u64) -> Self {
        Self {
            scene,
            beyond: Vec::new(),
            chains: BTreeMap::new(),
            words: 0,
            seed,
        }
    }

    /// Tells one, while the liar has this right. The coordinator's log gives what others wrote.
    pub fn tell(&mut self, dice: &mut Dice, right: Right, coordinator: &mut Laptop) -> Told {
        let (kind, segments): (_, Vec<Vec<Segment>>) = match dice.below(KINDS) {
            0 => ("writes what they may", vec![self.write(dice, right)]),
            1 => ("shows different people different things", self.equivocate(dice)),
            2 => ("dates back", vec![self.date_back(dice, right)]),
            3 => ("builds on what is not there", vec![self.build_on_nothing(dice)]),
            4 => ("sends again what was sent", vec![]),
            5 => ("sends others' work anew", vec![others_work(dice, coordinator)]),
            6 => (
                "puts their name to others' work",
                vec![self.claim(dice, coordinator)],
            ),
            7 => ("exceeds their role", vec![self.exceed(dice)]),
            8 => (
                "writes in another's name",
                vec![self.in_anothers_name(dice, coordinator)],
            ),
            _ => {
                return Told {
                    kind: "grabs a right",
                    packages: vec![self.grab(dice)],
                };
            }
        };
        let forger = &self.scene.forger;
        let packages = segments.iter().map(|segments| {
            let mut heading = forger.next_heading();
            // What they say to have and to see is a lie as well, now and then.
            if dice.chance(30) {
                heading.state = Hash([dice.below(256) as u8; 32]);
            }
            if dice.chance(30) {
                heading.heads.retain(|_| dice.chance(50));
            }
            if dice.chance(30) {
                heading.heads.iter_mut().for_each(|head| head.seq += 1_000);
            }
            forger.bytes(heading, forger.frames(segments))
        });
        Told {
            kind,
            packages: packages.collect(),
        }
    }

    fn word(&mut self, is_beyond: bool) -> String {
        self.words += 1;
        let word = format!("gelogen{}x", self.words);
        if is_beyond {
            self.beyond.push(word.clone());
        }
        word
    }

    /// A chain of theirs where it goes on.
    fn chain(&self, which: u8) -> Chain<'_> {
        let [a, b, c, d, ..] = self.seed.to_le_bytes();
        let new = self.scene.forger.chain_named([which, a, b, c, d, 1, 1, 1]);
        match self.chains.get(&which) {
            Some((seq, prev, session)) => Chain {
                seq: *seq,
                prev: *prev,
                session: *session,
                ..new
            },
            None => new,
        }
    }

    /// A chain that no other lie uses.
    fn fresh(&self) -> Chain<'_> {
        let [a, b, c, d, ..] = self.seed.to_le_bytes();
        let [low, high, ..] = self.words.to_le_bytes();
        self.scene.forger.chain_named([200, low, high, a, b, c, d, 2])
    }

    fn went_on(&mut self, which: u8, last: &Segment) {
        let session = last.header.session;
        self.chains
            .insert(which, (last.header.seq + 1, last.hash(), session));
    }

    /// Something within their right; beyond it once that was taken.
    fn write(&mut self, dice: &mut Dice, right: Right) -> Vec<Segment> {
        let which = dice.below(3) as u8;
        let word = self.word(right == Right::Reader);
        let segment = self.chain(which).note(&word);
        self.went_on(which, &segment);
        vec![segment]
    }

    /// Two branches of one chain, each in its own package. It goes on behind one of them.
    fn equivocate(&mut self, dice: &mut Dice) -> Vec<Vec<Segment>> {
        let which = dice.below(3) as u8;
        let words = [self.word(false), self.word(false)];
        let mut branches = Vec::new();
        for (branch, word) in words.iter().enumerate() {
            let mut chain = self.chain(which);
            chain.session += branch as u64;
            branches.push(
                (0..1 + dice.below(3))
                    .map(|at| chain.note(&format!("{word} {at}")))
                    .collect::<Vec<_>>(),
            );
        }
        let last = branches[dice.below(2)].last().unwrap().clone();
        self.went_on(which, &last);
        branches
    }

    /// Written under an earlier membership, an earlier clock, or both.
    fn date_back(&mut self, dice: &mut Dice, right: Right) -> Vec<Segment> {
        let which = 10 + dice.below(3) as u8;
        let outside = dice.chance(50);
        let word = self.word(outside || right == Right::Reader);
        let chain = self.chain(which);
        let part = chain.create(Kind::Note, RecordId::ZERO, &note(&word));
        let mut header = chain.header(std::slice::from_ref(&part));
        header.wall_ms = dice.below(1_000) as u64;
        if outside {
            // Before they came in.
            header.membership.clear();
        }
        let segment = self.chain(which).seal(header, vec![part]);
        self.went_on(which, &segment);
        vec![segment]
    }

    /// Behind a segment that is not there, upon operations that were never sent, or having seen what
    /// nobody wrote.
    fn build_on_nothing(&mut self, dice: &mut Dice) -> Vec<Segment> {
        let choice = dice.below(3);
        // To have seen what is not there gives and takes nothing.
        let word = self.word(choice != 2);
        let mut chain = self.fresh();
        match choice {
            0 => {
                chain.prev = Hash([9; 32]);
                vec![chain.note(&word)]
            }
            1 => later(chain, &word),
            _ => {
                let part = chain.create(Kind::Note, RecordId::ZERO, &note(&word));
                let mut header = chain.header(std::slice::from_ref(&part));
                let log = self
                    .scene
                    .forger
                    .heading
                    .heads
                    .first()
                    .map_or(chain.log, |head| head.log);
                header.seen = vec![Head {
                    log,
                    seq: 1 << 40,
                    hash: Hash([5; 32]),
                }];
                vec![chain.seal(header, vec![part])]
            }
        }
    }

    /// Others' changes in a segment of their own, in others' records.
    fn claim(&mut self, dice: &mut Dice, coordinator: &mut Laptop) -> Vec<Segment> {
        let others = others_work(dice, coordinator);
        let Some(other) = others.first() else {
            return Vec::new();
        };
        self.words += 1;
        let mut chain = self.fresh();
        let (part, body) = (other.header.parts[0].clone(), other.bodies[0].clone());
        let Some(body) = body else { return Vec::new() };
        let (part, body) = chain.change(part.record, part.kind, body.bytes, part.from, part.to);
        vec![chain.write(vec![(part, body)])]
    }

    /// Another's segment with something else in it, or an own one that says to be another's.
    fn in_anothers_name(&mut self, dice: &mut Dice, coordinator: &mut Laptop) -> Vec<Segment> {
        let word = self.word(true);
        if dice.chance(50) {
            let mut others = others_work(dice, coordinator);
            let bodies = others
                .iter_mut()
                .flat_map(|segment| segment.bodies.iter_mut().flatten());
            for body in bodies.take(1) {
                body.bytes = word.clone().into_bytes();
            }
            return others;
        }
        let (device, _) = self.scene.forger.other();
        let mut chain = self.fresh();
        let part = chain.create(Kind::Note, RecordId::ZERO, &note(&word));
        let mut header = chain.header(std::slice::from_ref(&part));
        header.device = device;
        header.log = kring_trust::hash::log_id(device, [3; 8]);
        header.parts[0].creation = None;
        vec![chain.seal(header, vec![part])]
    }

    /// What only others may do.
    fn exceed(&mut self, dice: &mut Dice) -> Vec<Segment> {
        let word = self.word(true);
        let scene = &self.scene;
        let mut chain = self.fresh();
        let mut change = |record, kind, value| {
            let change = written(chain.peer(), kind, &fields(value));
            let part = chain.change(record, kind, change.body, 0, change.to);
            vec![chain.write(vec![part])]
        };
        let other = scene.forger.other().1;
        match dice.below(7) {
            0 => change(other, Kind::Member, json!({ "email": word })),
            1 => change(scene.version, Kind::StatementVersion, json!({ "text": word })),
            2 => change(
                scene.position,
                Kind::Position,
                json!({ "text": word, "stance": "object" }),
            ),
            3 => change(scene.round, Kind::Round, json!({ "meeting": word })),
            4 => made(
                self.fresh(),
                Kind::Circle,
                RecordId::ZERO,
                &fields(json!({ "name": word })),
            ),
            5 => made(self.fresh(), Kind::Note, scene.forger.person, &note(&word)),
            _ => {
                let position = json!({
                    "round": scene.round, "version": scene.version, "holder": other, "stance": "object",
                    "text": word, "recorded_by": null, "proof": "", "supersedes": [],
                });
                made(
                    self.fresh(),
                    Kind::Position,
                    scene.forger.person,
                    &fields(position),
                )
            }
        }
    }

    /// An operation that only a coordinator may sign, and what could be done with it.
    fn grab(&mut self, dice: &mut Dice) -> Vec<u8> {
        let word = self.word(true);
        let forger = &self.scene.forger;
        let apart = self.fresh().note(&word);
        let (own, other) = (MemberId(forger.person), MemberId(forger.other().1));
        let deed = match dice.below(5) {
            0 => Deed::SetRight {
                person: own,
                right: Right::Coordinator,
                cut: Vec::new(),
            },
            1 => Deed::SetRight {
                person: other,
                right: Right::Reader,
                cut: Vec::new(),
            },
            2 => Deed::RemovePerson {
                person: other,
                cut: Vec::new(),
            },
            3 => Deed::Admit {
                segments: vec![apart.hash()],
            },
            _ => Deed::CloseCircle,
        };
        let operation = SignedOperation::by_device(self.operation(forger, deed), &forger.secret).unwrap();
        let mut heading = forger.next_heading();
        heading.membership = vec![operation.hash()];
        let mut chain = self.fresh();
        let part = chain.create(Kind::Numbering, RecordId::ZERO, &note(&word));
        let mut header: Header = chain.header(std::slice::from_ref(&part));
        header.membership.clone_from(&heading.membership);
        let segment = chain.seal(header, vec![part]);
        let mut frames = operations(forger, &[operation]);
        frames.extend(forger.frames(&[segment]).split_off(1));
        forger.bytes(heading, frames)
    }

    fn operation(&self, forger: &Forger, deed: Deed) -> Operation {
        Operation {
            circle: forger.heading.circle,
            deps: forger.heading.membership.clone(),
            author: Author::Device(forger.secret.device_id()),
            wall_ms: forger.heading.wall_ms + self.words,
            deed,
        }
    }
}

/// Segments of others as they were signed: some of them, out of order.
fn others_work(dice: &mut Dice, coordinator: &mut Laptop) -> Vec<Segment> {
    let own = coordinator.workspace().device();
    let db = coordinator.workspace().db();
    let rows = all_in_scope(db, 0).unwrap();
    let rows = rows
        .iter()
        .filter(|row| row.device == own && row.standing == Standing::Accepted);
    let mut segments: Vec<Segment> = rows.map(|row| segment_of(db, row).unwrap()).collect();
    dice.shuffle(&mut segments);
    segments.truncate(1 + dice.below(6));
    segments
}
