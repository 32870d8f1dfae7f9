//! Who this device is: its keys, its person, its two chains and this start's session. Kept in the
//! encrypted store; only the session is new with each start.

use kring_domain::id::{DeviceId, LogId, MemberId, RecordId};
use kring_store::Connection;
use kring_store::table::{own, retired_key};
use kring_sync::package::{AgeSecret, Identities, age_public};
use kring_trust::hash::log_id;
use kring_trust::signature::{DeviceKeys, DeviceSecret};

use crate::error::{ApiError, Refusal, Result};
use crate::host::{Surroundings, random};

/// The setting that holds the device's secret keys.
pub(super) const SECRET: &str = "device_secret";
const PERSON: &str = "person";
const CIRCLE_LOG: &str = "circle_log";
const PRIVATE_LOG: &str = "private_log";
const STORE: &str = "store_id";

/// This device.
pub struct Identity {
    pub secret: DeviceSecret,
    pub device: DeviceId,
    pub person: Option<MemberId>,
    pub circle_log: LogId,
    pub private_log: LogId,
    pub session: u64,
    pub store_id: [u8; 16],
    /// Age keys that were replaced and are still kept for late packages.
    pub retired: Vec<AgeSecret>,
}

impl Identity {
    /// A new device for a new store.
    pub fn create(db: &Connection, store_id: [u8; 16], surroundings: &mut dyn Surroundings) -> Result<Self> {
        let secret = DeviceSecret::from_random(random(surroundings), random(surroundings));
        own::set_setting(db, SECRET, &secret.to_bytes())?;
        own::set_setting(db, STORE, &store_id)?;
        begin_chains(db, secret.device_id(), surroundings)?;
        Self::read(db, surroundings)
    }

    /// The device in the store.
    pub fn read(db: &Connection, surroundings: &mut dyn Surroundings) -> Result<Self> {
        let secret = DeviceSecret::from_bytes(&needed(db, SECRET)?).map_err(|_| damaged())?;
        let log = |name| needed(db, name).and_then(|bytes| LogId::from_slice(&bytes).ok_or_else(damaged));
        Ok(Self {
            device: secret.device_id(),
            secret,
            person: person_in(db)?,
            circle_log: log(CIRCLE_LOG)?,
            private_log: log(PRIVATE_LOG)?,
            session: u64::from_be_bytes(random(surroundings)),
            store_id: needed(db, STORE)?.try_into().map_err(|_| damaged())?,
            retired: retired_keys(db)?,
        })
    }

    /// The public halves of the keys.
    pub fn keys(&self) -> DeviceKeys {
        self.secret.public(age_public(self.secret.age()))
    }

    /// With what packages for this device are opened.
    pub fn identities(&self) -> Identities {
        let present = AgeSecret::new(*self.secret.age());
        Identities::Devices(
            std::iter::once(present)
                .chain(self.retired.iter().cloned())
                .collect(),
        )
    }
}

/// The age keys that are kept for late packages.
pub fn retired_keys(db: &Connection) -> Result<Vec<AgeSecret>> {
    Ok(retired_key::all(db)?.into_iter().map(AgeSecret::new).collect())
}

/// Begins new chains: at the start, and when this store turns out to be a copy or a restored one.
pub fn begin_chains(db: &Connection, device: DeviceId, surroundings: &mut dyn Surroundings) -> Result<()> {
    for name in [CIRCLE_LOG, PRIVATE_LOG] {
        own::set_setting(db, name, &log_id(device, random(surroundings)).0)?;
    }
    Ok(())
}

/// Who works on this device, once that is known.
pub fn person_in(db: &Connection) -> Result<Option<MemberId>> {
    Ok(own::setting(db, PERSON)?
        .and_then(|bytes| RecordId::from_slice(&bytes))
        .map(MemberId))
}

/// Says who works on this device.
pub fn set_person(db: &Connection, person: MemberId) -> Result<()> {
    Ok(own::set_setting(db, PERSON, &person.0.0)?)
}

fn needed(db: &Connection, name: &str) -> Result<Vec<u8>> {
    own::setting(db, name)?.ok_or_else(damaged)
}

fn damaged() -> ApiError {
    Refusal::KeysDamaged.into()
}
