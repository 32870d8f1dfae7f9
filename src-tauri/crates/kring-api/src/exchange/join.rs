//! Coming into a circle: the coordinator's answer to a card, and the newcomer's look at it. Six words
//! over card and circle, compared by voice, show that nobody stood between; a card made with an
//! invitation needs none. What an answer holds is everything: a chain from which something is left out
//! cannot be verified, so a newcomer gets the circle's whole history and not only its last year.

use std::path::Path;

use kring_domain::id::{CircleId, DeviceId, MemberId};
use kring_domain::member::Member;
use kring_domain::name::PersonName;
use kring_store::Connection;
use kring_store::noun;
use kring_sync::package::{ManifestPurpose, is_sound_age_key};
use kring_sync::segment::Scope;
use kring_trust::card::SignedCard;
use kring_trust::membership::DeviceStatus;
use kring_trust::operation::{Deed, Right};
use kring_trust::words::safety_words;
use kring_trust::wrap::CannotUnlock;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::invite::{self, Invited};
use super::outgoing::{Extent, Sent};
use super::read::Incoming;
use crate::error::{Refusal, Result};
use crate::workspace::{Workspace, set_person};

/// What a card says, before anything is done with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CardView {
    /// The name on it.
    pub name: String,
    /// Words to compare by voice with who sent it; none for who was invited.
    pub safety_words: Vec<String>,
    /// Who invited them and what was meant, when the card was made with an invitation.
    pub invited: Option<Invited>,
    /// Members of that name, one of whom this may be: one without a laptop, or one with another.
    pub same_name: Vec<MemberId>,
}

/// Who a card comes from. A name alone says nothing: two people may have the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Newcomer {
    /// Someone who does not stand in the circle yet.
    New,
    /// A member who took part without a laptop so far, has another one, or was out for a while.
    Member(MemberId),
}

/// What an approval did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Approved {
    /// The member who came in.
    pub member: MemberId,
    /// Words to compare by voice; none for who was invited.
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
    pub fn own_card_file(&self) -> Result<Option<(PersonName, Vec<u8>)>> {
        Ok(self.own_card()?.map(|card| (name(&card), card.encode())))
    }

    /// Reads a card and shows what it says.
    pub fn view_card(&self, path: &Path) -> Result<CardView> {
        let card = self.read_card(path)?;
        let invited = self.invited(&card)?;
        Ok(CardView {
            name: name(&card).full(),
            safety_words: self.words_for(&card)?,
            invited,
            same_name: self.same_name(&name(&card))?,
        })
    }

    /// Brings the device of a card into the circle, its person too if they are not in, and writes the
    /// answer that it takes over. Whoever is in keeps their right.
    pub fn approve_card(
        &mut self,
        path: &Path,
        right: Right,
        newcomer: Newcomer,
        answer: &Path,
    ) -> Result<Approved> {
        self.check_coordinator()?;
        let card = self.read_card(path)?;
        let keys = card.card().keys;
        if !is_sound_age_key(&keys.age) {
            return Err(Refusal::NotACard.into());
        }
        let member = match self.core.circle()?.membership.device(keys.device_id()) {
            // An answer can get lost on its way: the same card gets it again, and nothing else happens.
            Some(device) if device.status == DeviceStatus::Active => device.person,
            Some(_) => return Err(Refusal::CardKnown.into()),
            None => {
                self.invited(&card)?;
                self.let_in(&card, right, newcomer)?
            }
        };
        Ok(Approved {
            member,
            safety_words: self.words_for(&card)?,
            answer: self.write_package(answer, Extent::All, ManifestPurpose::Answer)?,
        })
    }

    fn let_in(&mut self, card: &SignedCard, right: Right, newcomer: Newcomer) -> Result<MemberId> {
        let membership = &self.core.circle()?.membership;
        let known = match newcomer {
            Newcomer::Member(member) => Some(member),
            Newcomer::New => None,
        };
        let is_in = known.is_some_and(|member| membership.right_of(member).is_some());
        // Whoever comes back comes with the laptop of this card: an earlier one may be in other hands.
        let former: Vec<DeviceId> = membership
            .now()
            .devices()
            .filter(|(_, device)| Some(device.person) == known && !is_in)
            .map(|(id, _)| id)
            .collect();
        let ends = former
            .into_iter()
            .map(|device| Ok((device, self.ends_of(device)?)));
        let ends = ends.collect::<Result<Vec<_>>>()?;
        let done = self.change_membership("approve_member", |act| {
            let person = match known {
                Some(member) => act.get::<Member>(member).map(|_| member)?,
                None => MemberId(act.create(
                    Scope::Circle,
                    &Member {
                        name: name(card),
                        ..Member::default()
                    },
                )?),
            };
            for (device, cut) in ends {
                act.add_operation(Deed::RemoveDevice { device, cut })?;
            }
            if !is_in {
                act.add_operation(Deed::AddPerson { person, right })?;
            }
            act.add_operation(Deed::AddDevice {
                person,
                keys: card.card().keys,
                nonce: Some(card.card().nonce),
            })?;
            Ok(person)
        })?;
        Ok(done.value)
    }

    fn read_card(&self, path: &Path) -> Result<SignedCard> {
        let bytes = crate::use_case::read_file(path, CARD_BYTES)?;
        SignedCard::decode(&bytes).map_err(|_| Refusal::NotACard.into())
    }

    fn words_for(&self, card: &SignedCard) -> Result<Vec<String>> {
        if card.invitation().is_some() {
            return Ok(Vec::new());
        }
        words(card, self.core.circle()?.id)
    }

    /// Members of this name.
    fn same_name(&self, name: &PersonName) -> Result<Vec<MemberId>> {
        let members: Vec<(MemberId, Member)> = noun::all(self.db())?;
        let fits = members
            .into_iter()
            .filter(|(_, member)| member.name.full() == name.full());
        Ok(fits.map(|(id, _)| id).collect())
    }
}

/// A card file is smaller than this.
const CARD_BYTES: u64 = 8 * 1024;

pub(super) fn name(card: &SignedCard) -> PersonName {
    let name = &card.card().name;
    PersonName::new(name.given.clone(), name.particle.clone(), name.family.clone())
}

/// The words that both sides compare by voice.
fn words(card: &SignedCard, circle: CircleId) -> Result<Vec<String>> {
    let words = safety_words(card.hash(), circle).map_err(|_| CannotUnlock::OutOfMemory)?;
    Ok(words.map(str::to_owned).to_vec())
}

/// An answer that lets this store into a circle.
pub(crate) struct LettingIn {
    person: MemberId,
    /// Words to compare by voice; none for who was invited.
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
    let circle = incoming.genesis.circle_id();
    let safety_words = match invite::circle_of(&card) {
        Some(invited) if invited != circle => return Err(Refusal::AnswerElsewhere.into()),
        // The invitation held this circle's beginning, and only its words opened it.
        Some(_) => Vec::new(),
        None => words(&card, circle)?,
    };
    Ok(LettingIn { person, safety_words })
}
