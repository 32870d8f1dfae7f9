//! Coming into a circle without an invitation: the coordinator's answer to a card, and the newcomer's
//! look at it. Four words over card and circle, compared by voice, show that nobody stood between.

use std::path::Path;

use kring_domain::id::{CircleId, MemberId};
use kring_domain::member::Member;
use kring_domain::name::PersonName;
use kring_store::Connection;
use kring_store::noun;
use kring_sync::package::{ManifestPurpose, is_sound_age_key};
use kring_sync::segment::Scope;
use kring_trust::card::SignedCard;
use kring_trust::membership::DeviceStatus;
use kring_trust::operation::{Author, Deed, Operation, Right, SignedOperation};
use kring_trust::words::safety_words;
use kring_trust::wrap::CannotUnlock;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::outgoing::{Extent, Sent};
use super::read::Incoming;
use crate::error::{ApiError, Refusal, Result};
use crate::workspace::{CircleState, Workspace, set_person};

/// What a card says, before anything is done with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CardView {
    /// The name on it.
    pub name: String,
    /// Words to compare by voice with who sent it.
    pub safety_words: Vec<String>,
    /// Members of that name without a device, one of whom this may be.
    pub same_name: Vec<MemberId>,
}

/// Who a card comes from. A name alone says nothing: two people may have the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Newcomer {
    /// Someone who does not stand in the circle yet.
    New,
    /// A member who took part without a laptop so far.
    Member(MemberId),
}

/// What an approval did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Approved {
    /// The member who came in.
    pub member: MemberId,
    /// Words to compare by voice.
    pub safety_words: Vec<String>,
    /// The answer that was written for them.
    pub answer: Sent,
}

impl Workspace {
    /// The name on the card this store asked with.
    pub(crate) fn own_card_name(&self) -> Result<Option<PersonName>> {
        Ok(self.own_card()?.map(|card| name(&card)))
    }

    /// The name on the card this store asked with, and its file.
    pub(crate) fn own_card_file(&self) -> Result<Option<(PersonName, Vec<u8>)>> {
        Ok(self.own_card()?.map(|card| (name(&card), card.encode())))
    }

    /// Reads a card and shows what it says.
    pub fn view_card(&self, path: &Path) -> Result<CardView> {
        let card = self.read_card(path)?;
        Ok(CardView {
            name: name(&card).full(),
            safety_words: self.words_for(&card)?,
            same_name: self.same_name(&name(&card))?,
        })
    }

    /// Brings the person of a card into the circle and writes the answer that their laptop takes over.
    pub fn approve_card(
        &mut self,
        path: &Path,
        right: Right,
        newcomer: Newcomer,
        answer: &Path,
    ) -> Result<Approved> {
        if self.core.own_right() != Some(Right::Coordinator) {
            return Err(ApiError::NotAllowed(kring_domain::kind::Kind::Member));
        }
        let card = self.read_card(path)?;
        let keys = card.card().keys;
        if !is_sound_age_key(&keys.age) {
            return Err(Refusal::NotACard.into());
        }
        if let Some(device) = self.core.circle()?.membership.device(keys.device_id()) {
            // An answer can get lost on its way: the same card gets it again, and nothing else happens.
            if device.status != DeviceStatus::Active {
                return Err(Refusal::CardKnown.into());
            }
            let member = device.person;
            let sent = self.write_package(answer, Extent::All, ManifestPurpose::Answer)?;
            return Ok(Approved {
                member,
                safety_words: self.words_for(&card)?,
                answer: sent,
            });
        }
        let nonce = card.card().nonce;
        let done = self.transact("approve_member", |act| {
            let member = match newcomer {
                Newcomer::Member(member) => act.get::<Member>(member).map(|_| member)?,
                Newcomer::New => MemberId(act.create(
                    Scope::Circle,
                    &Member {
                        name: name(&card),
                        ..Member::default()
                    },
                )?),
            };
            act.add_operation(Deed::AddPerson {
                person: member,
                right,
            })?;
            act.add_operation(Deed::AddDevice {
                person: member,
                keys,
                nonce: Some(nonce),
            })?;
            Ok(member)
        })?;
        self.core.circle = CircleState::read(self.store.db())?;
        let sent = self.write_package(answer, Extent::All, ManifestPurpose::Answer)?;
        Ok(Approved {
            member: done.value,
            safety_words: self.words_for(&card)?,
            answer: sent,
        })
    }

    fn read_card(&self, path: &Path) -> Result<SignedCard> {
        let bytes = crate::use_case::read_file(path, CARD_BYTES)?;
        SignedCard::decode(&bytes).map_err(|_| Refusal::NotACard.into())
    }

    fn words_for(&self, card: &SignedCard) -> Result<Vec<String>> {
        words(card, self.core.circle()?.id)
    }

    /// Members of this name who have no device yet.
    fn same_name(&self, name: &PersonName) -> Result<Vec<MemberId>> {
        let membership = &self.core.circle()?.membership;
        let members: Vec<(MemberId, Member)> = noun::all(self.db())?;
        let fits = members
            .into_iter()
            .filter(|(id, member)| member.name.full() == name.full() && membership.right_of(*id).is_none());
        Ok(fits.map(|(id, _)| id).collect())
    }
}

/// A card file is smaller than this.
const CARD_BYTES: u64 = 8 * 1024;

fn name(card: &SignedCard) -> PersonName {
    let name = &card.card().name;
    PersonName::new(name.given.clone(), name.particle.clone(), name.family.clone())
}

/// The words that both sides compare by voice.
fn words(card: &SignedCard, circle: CircleId) -> Result<Vec<String>> {
    let words = safety_words(card.hash(), circle).map_err(|_| CannotUnlock::OutOfMemory)?;
    Ok(words.map(str::to_owned).to_vec())
}

/// The next operation of this device.
pub(crate) fn sign_operation(
    workspace: &CircleState,
    secret: &kring_trust::signature::DeviceSecret,
    wall_ms: u64,
    deps: Vec<kring_domain::id::Hash>,
    deed: Deed,
) -> Result<SignedOperation> {
    let operation = Operation {
        circle: workspace.id,
        deps,
        author: Author::Device(secret.device_id()),
        wall_ms,
        deed,
    };
    SignedOperation::by_device(operation, secret).map_err(|_| Refusal::MembershipForm.into())
}

/// An answer that lets this store into a circle.
pub(crate) struct LettingIn {
    person: MemberId,
    /// Words to compare by voice.
    pub safety_words: Vec<String>,
}

impl LettingIn {
    /// Says who works on this device from now on.
    pub fn enter(&self, db: &Connection) -> Result<()> {
        set_person(db, self.person)
    }
}

/// Whether a package answers this store's card: it brings in exactly this device, with its nonce.
pub(crate) fn check_answer(workspace: &Workspace, incoming: &Incoming) -> Result<LettingIn> {
    let card = workspace.own_card()?.ok_or(Refusal::NoCircleYet)?;
    let device = workspace.device();
    let person = incoming
        .membership
        .person_of(device)
        .ok_or(Refusal::AnswerNotForMe)?;
    if incoming.manifest.heading.purpose != ManifestPurpose::Answer
        || !incoming.membership.now().is_active(device)
    {
        return Err(Refusal::AnswerNotForMe.into());
    }
    if incoming.genesis.sample {
        return Err(Refusal::SampleMixed.into());
    }
    Ok(LettingIn {
        person,
        safety_words: words(&card, incoming.genesis.circle_id())?,
    })
}
