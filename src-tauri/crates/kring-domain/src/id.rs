//! Identities: of records, people, devices, chains and circles. Values only; deriving them from
//! hashes is `kring-trust`'s work.

use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// An identity that could not be read: not hexadecimal, or of the wrong length.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not an id of {expected} hexadecimal digits")]
pub struct BadId {
    /// How many hexadecimal digits this kind of id has.
    pub expected: usize,
}

macro_rules! bytes_id {
    ($(#[$doc:meta])* $name:ident, $len:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub [u8; $len]);

        impl $name {
            /// All bytes zero: "of the circle", "none yet".
            pub const ZERO: Self = Self([0; $len]);

            /// The id in these bytes, if they are exactly as many as it has.
            pub fn from_slice(bytes: &[u8]) -> Option<Self> {
                bytes.try_into().ok().map(Self)
            }

            /// The raw bytes.
            pub fn as_slice(&self) -> &[u8] {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&hex::encode(self.0))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({})", stringify!($name), hex::encode(&self.0[..4]))
            }
        }

        impl FromStr for $name {
            type Err = BadId;
            fn from_str(text: &str) -> Result<Self, BadId> {
                let mut bytes = [0; $len];
                hex::decode_to_slice(text, &mut bytes)
                    .map_err(|_| BadId { expected: 2 * $len })?;
                Ok(Self(bytes))
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
                s.serialize_str(&hex::encode(self.0))
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                let text = std::borrow::Cow::<'de, str>::deserialize(d)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }

        impl JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({
                    "type": "string",
                    "pattern": format!("^[0-9a-f]{{{}}}$", 2 * $len),
                })
            }
        }
    };
}

macro_rules! record_ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => { $(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        #[serde(transparent)]
        #[schemars(transparent)]
        pub struct $name(pub RecordId);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { self.0.fmt(f) }
        }
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { fmt::Debug::fmt(&self.0, f) }
        }
        impl FromStr for $name {
            type Err = BadId;
            fn from_str(text: &str) -> Result<Self, BadId> { text.parse().map(Self) }
        }
        impl From<RecordId> for $name { fn from(id: RecordId) -> Self { Self(id) } }
        impl From<$name> for RecordId { fn from(id: $name) -> Self { id.0 } }
    )* };
}

bytes_id!(
    /// A record's id: the first 16 bytes of SHA-256(kind ‖ owner ‖ device ‖ nonce), 32 hexadecimal digits.
    RecordId, 16
);
bytes_id!(
    /// The key of a sealed record, secret until a closing publishes it.
    SealKey, 32
);
bytes_id!(
    /// A device of a member: the first 16 bytes of SHA-256 over its Ed25519 public key.
    DeviceId, 16
);
bytes_id!(
    /// One chain of one incarnation of a device: 8 bytes of its device's id, then 8 random bytes.
    LogId, 16
);
bytes_id!(
    /// A circle: SHA-256 of its genesis.
    CircleId, 32
);
bytes_id!(
    /// A SHA-256 value: of a segment header, a membership operation, a file.
    Hash, 32
);

record_ids!(
    /// A `kenniskring`'s own record.
    CircleRecordId,
    /// A `deelnemer`.
    MemberId,
    /// An `organisatie`.
    OrganisationId,
    /// A `bijeenkomst`.
    MeetingId,
    /// An `agendapunt`.
    AgendaItemId,
    /// An `aantekening`.
    NoteId,
    /// A `besluit`.
    DecisionId,
    /// An `actiepunt`.
    ActionId,
    /// A `thema`.
    ThemeId,
    /// A `stelling`.
    StatementId,
    /// One wording of a `stelling`.
    StatementVersionId,
    /// A `ronde`.
    RoundId,
    /// A `standpunt`.
    PositionId,
    /// The closing of a `ronde`.
    ClosingId,
    /// An `onderzoek`.
    StudyId,
    /// An `onderbouwing`.
    EvidenceId,
    /// An `inbreng`.
    ContributionId,
    /// The assignment of a number.
    NumberingId,
    /// A choice between two sides of a merge.
    ReviewId,
);
