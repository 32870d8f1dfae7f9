//! Inviting someone: a file that six words open, told by telephone. It holds the circle's beginning and
//! membership, so that the newcomer knows which circle answers, and a key that signs their card once.
//! The words are shown to the coordinator and kept nowhere.

use std::path::Path;

use kring_domain::id::{CircleId, Hash};
use kring_store::table::invitation::{self, InvitationRow};
use kring_store::{journal, table::own};
use kring_sync::limit;
use kring_sync::package::{FrameKind, Heading, Identities, ManifestPurpose, Passphrase, Recipients};
use kring_trust::card::SignedCard;
use kring_trust::cbor::{self, Bounds, MapBuilder, MapReader};
use kring_trust::invitation::{Invitation, OneTimeSecret, SignedInvitation, nonce_of};
use kring_trust::operation::Right;
use kring_trust::words::{invitation_words, unknown_word};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::frame;
use super::opening::Opening;
use crate::error::{ApiError, Refusal, Result};
use crate::host::random;
use crate::use_case::member::{name as member_name, right_code};
use crate::use_case::{circle, name_of_file};
use crate::workspace::{Workspace, set_own_card};

/// How long an invitation can be used.
const GOOD_FOR_MS: u64 = 30 * 24 * 60 * 60 * 1_000;

/// An invitation that was made.
#[derive(Serialize, JsonSchema)]
pub struct MadeInvitation {
    /// Name of its file.
    pub file: String,
    /// The words that open it, to be told by telephone. They are not shown again.
    pub words: Vec<String>,
}

/// How an invitation stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum InvitationState {
    /// It can be used.
    Open,
    /// Someone came in with it.
    Used,
    /// It was taken back.
    Withdrawn,
    /// It was not used in time.
    Expired,
}

/// An invitation that this laptop made.
#[derive(Debug, Serialize, JsonSchema)]
pub struct InvitationView {
    /// What it is called by: its key, in hexadecimal.
    pub id: String,
    /// Who it is for.
    pub name: String,
    /// The right that was meant.
    pub right: &'static str,
    /// When it was made, UTC milliseconds.
    pub made_ms: u64,
    /// How it stands.
    pub state: InvitationState,
}

/// By whom someone was invited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Invited {
    /// The coordinator's name.
    pub by: String,
    /// The right that was meant.
    pub right: &'static str,
}

/// What an invitation says to who opened it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Welcome {
    /// The circle's name.
    pub circle: String,
    /// Who invites.
    pub by: String,
}

/// The setting that keeps what an invitation said, until the answer comes.
const WELCOME: &str = "welcome";

impl Workspace {
    /// Makes an invitation and writes its file.
    pub(crate) fn invite(&mut self, name: String, right: Right, target: &Path) -> Result<MadeInvitation> {
        self.check_coordinator()?;
        let core = &mut self.core;
        let words = invitation_words(&random(&mut *core.surroundings));
        let one_time = OneTimeSecret(random(&mut *core.surroundings));
        let row = InvitationRow {
            key: one_time.public(),
            name,
            right: right.number(),
            made_ms: core.now_ms(),
            withdrawn: false,
        };
        let signed = SignedInvitation::sign(
            Invitation {
                circle: core.circle()?.id,
                key: row.key,
                inviter: core.identity.device,
                right,
                wall_ms: row.made_ms,
            },
            &core.identity.secret,
        )
        .map_err(|_| Refusal::NotAnInvitation)?;
        let welcome = Welcome {
            circle: circle::name(self)?,
            by: member_name(self.db(), self.person())?,
        };
        let heading = self.heading_of_invitation()?;
        let frames = [
            frame::membership_frame(self.db())?,
            (FrameKind::Invitation, encode(&one_time, &signed, &welcome)),
        ];
        let passphrase = Passphrase::new(&words.join(" "));
        let identities = Identities::Passphrase(passphrase.clone());
        let to = Recipients::Passphrase(passphrase);
        self.write_alone(target, &heading, &frames, &to, &identities)?;
        invitation::add(self.db(), &row)?;
        journal::add(self.folder(), row.made_ms, journal::Event::Invitation, "")?;
        Ok(MadeInvitation {
            file: name_of_file(target),
            words: words.map(str::to_owned).to_vec(),
        })
    }

    /// An invitation says nothing of what is in the circle, and is no package of the sender's count.
    fn heading_of_invitation(&mut self) -> Result<Heading> {
        Ok(Heading {
            counter: 0,
            heads: Vec::new(),
            state: Hash::ZERO,
            recipients: Vec::new(),
            wanted: Vec::new(),
            ..self.heading(ManifestPurpose::Invite)?
        })
    }

    /// The invitations that this laptop made, newest first.
    pub(crate) fn invitations(&self) -> Result<Vec<InvitationView>> {
        let rows = invitation::all(self.db())?;
        let view = |row: InvitationRow| {
            Ok(InvitationView {
                id: hex::encode(row.key),
                state: self.state_of(&row.key, row.made_ms)?,
                name: row.name,
                right: right_code(Right::from_number(row.right)),
                made_ms: row.made_ms,
            })
        };
        rows.into_iter().map(view).collect()
    }

    /// Takes an invitation back: on this laptop nobody comes in with it any more.
    pub(crate) fn withdraw_invitation(&mut self, id: &str) -> Result<bool> {
        self.check_coordinator()?;
        let mut key = [0; 32];
        hex::decode_to_slice(id, &mut key).map_err(|_| Refusal::NotAnInvitation)?;
        Ok(invitation::withdraw(self.db(), &key)?)
    }

    fn state_of(&self, key: &[u8; 32], made_ms: u64) -> Result<InvitationState> {
        let row = invitation::by_key(self.db(), key)?;
        Ok(if self.core.circle()?.membership.let_in(&nonce_of(key)) {
            InvitationState::Used
        } else if row.is_some_and(|row| row.withdrawn) {
            InvitationState::Withdrawn
        } else if self.core.now_ms().saturating_sub(made_ms) > GOOD_FOR_MS {
            InvitationState::Expired
        } else {
            InvitationState::Open
        })
    }

    /// By whom the sender of a card was invited, if they were. An invitation that cannot be used refuses
    /// the card: comparing words instead would make of a stolen invitation one that works.
    pub(super) fn invited(&self, card: &SignedCard) -> Result<Option<Invited>> {
        let Some(signed) = card.invitation() else {
            return Ok(None);
        };
        let invitation = signed.invitation();
        let circle = self.core.circle()?;
        let coordinator = circle.membership.device(invitation.inviter).filter(|inviter| {
            circle.membership.now().is_active(invitation.inviter)
                && circle.membership.right_of(inviter.person) == Some(Right::Coordinator)
                && signed.verify(&inviter.keys.sign).is_ok()
        });
        let Some(inviter) = coordinator.filter(|_| invitation.circle == circle.id) else {
            return Err(Refusal::InvitationForeign.into());
        };
        let is_in = circle.membership.now().is_active(card.card().keys.device_id());
        match self.state_of(&invitation.key, invitation.wall_ms)? {
            InvitationState::Used if is_in => {}
            InvitationState::Open => {}
            InvitationState::Used => return Err(Refusal::InvitationUsed.into()),
            InvitationState::Withdrawn => return Err(Refusal::InvitationWithdrawn.into()),
            InvitationState::Expired => return Err(Refusal::InvitationExpired.into()),
        }
        Ok(Some(Invited {
            by: member_name(self.db(), Some(inviter.person))?,
            right: right_code(invitation.right),
        }))
    }

    /// Opens an invitation with its words and makes the card of this store anew with it.
    pub fn accept_invitation(&mut self, path: &Path, words: &str) -> Result<Welcome> {
        if self.circle().is_some() {
            return Err(Refusal::CircleAlready.into());
        }
        match unknown_word(words) {
            Ok(None) => {}
            Ok(Some(place)) => return Err(ApiError::UnknownWord(place)),
            Err(_) => return Err(Refusal::SixWords.into()),
        }
        let card = self.own_card()?.ok_or(Refusal::NoCircleYet)?;
        let opening = self.open_invitation(path, &Identities::Passphrase(Passphrase::new(words)))?;
        let (one_time, signed, welcome) = check_invitation(&opening)?;
        let accepted = SignedCard::accept(card.card().clone(), &self.core.identity.secret, signed, &one_time)
            .map_err(|_| Refusal::NotAnInvitation)?;
        let tx = self.store.begin()?;
        set_own_card(&tx, &accepted)?;
        own::set_setting(&tx, WELCOME, &serde_json::to_vec(&welcome).unwrap_or_default())?;
        tx.commit().map_err(kring_store::error::StoreError::Sqlite)?;
        journal::add(self.folder(), self.core.now_ms(), journal::Event::Invited, "")?;
        Ok(welcome)
    }

    /// What the invitation said that this store asked with.
    pub(crate) fn welcome(&self) -> Result<Option<Welcome>> {
        let bytes = own::setting(self.db(), WELCOME)?;
        Ok(bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok()))
    }
}

/// What an invitation gives, once it is what it says and its maker sent it.
fn check_invitation(opening: &Opening) -> Result<(OneTimeSecret, SignedInvitation, Welcome)> {
    if opening.manifest.heading.purpose != ManifestPurpose::Invite {
        return Err(Refusal::NotAnInvitation.into());
    }
    if opening.genesis.sample {
        return Err(Refusal::SampleMixed.into());
    }
    let (one_time, signed, welcome) = decode(&opening.invitation).ok_or(Refusal::NotAnInvitation)?;
    let invitation = signed.invitation();
    let by_sender = opening
        .membership
        .sign_key(opening.manifest.heading.sender)
        .is_some_and(|key| signed.verify(&key).is_ok());
    let fits = invitation.circle == opening.genesis.circle_id()
        && invitation.inviter == opening.manifest.heading.sender;
    if by_sender && fits {
        Ok((one_time, signed, welcome))
    } else {
        Err(Refusal::NotAnInvitation.into())
    }
}

/// The circle that a card was invited into.
pub(super) fn circle_of(card: &SignedCard) -> Option<CircleId> {
    card.invitation().map(|invitation| invitation.invitation().circle)
}

/// Deterministic CBOR `{1: one-time secret, 2: signed invitation, 3: circle's name, 4: inviter's name}`.
fn encode(one_time: &OneTimeSecret, signed: &SignedInvitation, welcome: &Welcome) -> Vec<u8> {
    let map = MapBuilder::new()
        .put_bytes(1, &one_time.0)
        .put_bytes(2, &signed.encode())
        .put_text(3, &welcome.circle)
        .put_text(4, &welcome.by);
    cbor::encode(&map.build())
}

fn decode(plain: &[u8]) -> Option<(OneTimeSecret, SignedInvitation, Welcome)> {
    let bounds = Bounds {
        bytes: FRAME_BYTES,
        depth: limit::MANIFEST_DEPTH,
    };
    let value = cbor::decode(plain, &bounds).ok()?;
    let map = MapReader::new(&value).ok()?;
    let text = |key| map.text(key).ok().map(str::to_owned);
    let welcome = Welcome {
        circle: text(3)?,
        by: text(4)?,
    };
    let signed = SignedInvitation::decode(map.bytes(2).ok()?).ok()?;
    Some((OneTimeSecret(map.fixed(1).ok()?), signed, welcome))
}

/// A frame with an invitation is smaller than this: two names and 300 bytes.
const FRAME_BYTES: usize = 16 * 1024;
