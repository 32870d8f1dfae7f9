//! The manifest of a package: who sends what to whom. It is deterministic CBOR, a map with the
//! integer keys of [`key`]; keys are only ever added, and one that this version does not know is
//! ignored. It does not sign and does not look into frames.

use kring_domain::id::{CircleId, DeviceId, Hash, LogId};
use kring_trust::cbor::{self, Bounds, MapBuilder, MapReader, Value};
use kring_trust::operation::Head;

use super::attachment::ChunkInfo;
use super::error::PackageError;
use super::frame::most_packed;
use crate::limit;

/// The major version of the format that this app writes and reads.
pub const FORMAT_MAJOR: u64 = 1;
/// The minor version that this app writes: additions that older readers may ignore.
pub const FORMAT_MINOR: u64 = 0;
/// The lowest major version that reads what this app writes.
pub const MIN_READER: u64 = 1;

/// How much CBOR a manifest may be.
pub(super) const BOUNDS: Bounds = Bounds {
    bytes: limit::MANIFEST_BYTES,
    depth: limit::MANIFEST_DEPTH,
};

/// The keys of the manifest's map. Those of the format and the circle keep their place in every
/// future major version, so that any reader can verify a signature and name a version too new.
mod key {
    pub const FORMAT_MAJOR: u64 = 1;
    pub const FORMAT_MINOR: u64 = 2;
    pub const MIN_READER: u64 = 3;
    pub const APP_VERSION: u64 = 4;
    pub const CIRCLE: u64 = 5;
    pub const PACKAGE: u64 = 6;
    pub const COUNTER: u64 = 7;
    pub const SENDER: u64 = 8;
    pub const INCARNATION: u64 = 9;
    pub const HEADS: u64 = 10;
    pub const STATE: u64 = 11;
    pub const WANTED: u64 = 12;
    pub const RECIPIENTS: u64 = 13;
    pub const MEMBERSHIP: u64 = 14;
    pub const PURPOSE: u64 = 15;
    pub const PART: u64 = 16;
    pub const PARTS: u64 = 17;
    pub const WALL_MS: u64 = 18;
    pub const FRAMES: u64 = 19;
}

/// The keys of a frame's map. Key 5 is there for pieces of attachments and for nothing else.
mod frame_key {
    pub const KIND: u64 = 1;
    pub const PACKED: u64 = 2;
    pub const PLAIN: u64 = 3;
    pub const HASH: u64 = 4;
    pub const CHUNK: u64 = 5;
}

/// The keys of the map that names a piece of an attachment.
mod chunk_key {
    pub const ATTACHMENT: u64 = 1;
    pub const PLACE: u64 = 2;
    pub const BYTES: u64 = 3;
}

/// Declares an enumeration that is written as a number; one of a newer version is kept.
macro_rules! numbered {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $number:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum $name {
            $($(#[$vdoc])* $variant,)+
            /// A value of a newer version, kept as it is.
            Unknown(u64),
        }

        impl $name {
            /// The number in the manifest.
            pub fn number(self) -> u64 {
                match self {
                    $(Self::$variant => $number,)+
                    Self::Unknown(number) => number,
                }
            }

            /// The value with this number.
            pub fn from_number(number: u64) -> Self {
                match number {
                    $($number => Self::$variant,)+
                    other => Self::Unknown(other),
                }
            }
        }
    };
}

numbered!(
    /// What a package is for.
    ManifestPurpose {
        /// The changes that the recipients may lack.
        Sync = 1,
        /// Everything: a full copy, with larger limits.
        Full = 2,
        /// An invitation, opened with words.
        Invite = 3,
        /// A request to join.
        Join = 4,
        /// The answer to a request to join.
        Answer = 5,
        /// Only receipts.
        Receipt = 6,
    }
);

numbered!(
    /// What a frame holds. A frame of a newer kind is read, checked and left alone.
    FrameKind {
        /// The whole membership chain.
        Membership = 1,
        /// Segments of the log.
        Segments = 2,
        /// A piece of an attachment.
        AttachmentChunk = 3,
        /// Receipts.
        Receipts = 4,
        /// What an invitation gives to who opens it with its words.
        Invitation = 8,
    }
);

/// The id of a package: 16 random bytes, the same in no other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PackageId(pub [u8; 16]);

/// What a package says of itself, apart from its frames.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// The version of the app that wrote it, at most
    /// [`APP_VERSION_BYTES`](limit::APP_VERSION_BYTES).
    pub app_version: String,
    /// The circle it belongs to.
    pub circle: CircleId,
    /// Its id.
    pub package: PackageId,
    /// The sender's running number of packages, as in the file's name.
    pub counter: u64,
    /// The device that wrote and signed it.
    pub sender: DeviceId,
    /// The sender's own kring chain.
    pub incarnation: LogId,
    /// Up to where the sender has each chain without a gap, ascending by chain, each chain once.
    pub heads: Vec<Head>,
    /// The digest of the sender's state at these heads.
    pub state: Hash,
    /// The attachments that the sender would like to get.
    pub wanted: Vec<Hash>,
    /// The devices it is addressed to.
    pub recipients: Vec<DeviceId>,
    /// The heads of the membership chain.
    pub membership: Vec<Hash>,
    /// What it is for.
    pub purpose: ManifestPurpose,
    /// Which part of a split package this is, from 1.
    pub part: u64,
    /// In how many parts it was split.
    pub parts: u64,
    /// The sender's clock, in milliseconds since 1970.
    pub wall_ms: u64,
}

/// A frame as the manifest announces it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FrameInfo {
    /// What it holds.
    pub kind: FrameKind,
    /// Its length in the file.
    pub packed: u64,
    /// Its length when unpacked.
    pub plain: u64,
    /// SHA-256 of what it holds when unpacked.
    pub hash: Hash,
    /// Which piece of an attachment it holds; of a frame of another kind nothing.
    pub chunk: Option<ChunkInfo>,
}

/// A whole manifest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Manifest {
    /// The minor version of its format; above [`FORMAT_MINOR`] it may hold things that this app
    /// does not know.
    pub format_minor: u64,
    /// What the package says of itself.
    pub heading: Heading,
    /// Its frames, in order.
    pub frames: Vec<FrameInfo>,
}

impl Manifest {
    /// The manifest's bytes.
    pub(super) fn encode(&self) -> Vec<u8> {
        let heading = &self.heading;
        let map = MapBuilder::new()
            .put_u64(key::FORMAT_MAJOR, FORMAT_MAJOR)
            .put_u64(key::FORMAT_MINOR, self.format_minor)
            .put_u64(key::MIN_READER, MIN_READER)
            .put_text(key::APP_VERSION, &heading.app_version)
            .put_bytes(key::CIRCLE, heading.circle.as_slice())
            .put_bytes(key::PACKAGE, &heading.package.0)
            .put_u64(key::COUNTER, heading.counter)
            .put_bytes(key::SENDER, heading.sender.as_slice())
            .put_bytes(key::INCARNATION, heading.incarnation.as_slice())
            .put_array(key::HEADS, heading.heads.iter().map(Head::to_value))
            .put_bytes(key::STATE, heading.state.as_slice())
            .put_array(
                key::WANTED,
                heading.wanted.iter().map(|hash| hash.as_slice().into()),
            )
            .put_array(
                key::RECIPIENTS,
                heading.recipients.iter().map(|id| id.as_slice().into()),
            )
            .put_array(
                key::MEMBERSHIP,
                heading.membership.iter().map(|hash| hash.as_slice().into()),
            )
            .put_u64(key::PURPOSE, heading.purpose.number())
            .put_u64(key::PART, heading.part)
            .put_u64(key::PARTS, heading.parts)
            .put_u64(key::WALL_MS, heading.wall_ms)
            .put_array(key::FRAMES, self.frames.iter().map(frame_value))
            .build();
        cbor::encode(&map)
    }

    /// Reads a manifest, its version first, and holds it against the limits.
    pub(super) fn read(map: MapReader<'_>) -> Result<Self, PackageError> {
        check_version(map)?;
        let frames = map.array(key::FRAMES)?;
        if frames.len() > limit::FRAMES {
            return Err(PackageError::TooManyFrames);
        }
        let manifest = Self {
            format_minor: map.u64(key::FORMAT_MINOR)?,
            heading: Heading {
                app_version: map.text(key::APP_VERSION)?.to_owned(),
                circle: circle_of(map)?,
                package: PackageId(map.fixed(key::PACKAGE)?),
                counter: map.u64(key::COUNTER)?,
                sender: DeviceId(map.fixed(key::SENDER)?),
                incarnation: LogId(map.fixed(key::INCARNATION)?),
                heads: map
                    .array(key::HEADS)?
                    .iter()
                    .map(Head::from_value)
                    .collect::<Result<_, _>>()?,
                state: Hash(map.fixed(key::STATE)?),
                wanted: ids(map, key::WANTED, Hash)?,
                recipients: ids(map, key::RECIPIENTS, DeviceId)?,
                membership: ids(map, key::MEMBERSHIP, Hash)?,
                purpose: ManifestPurpose::from_number(map.u64(key::PURPOSE)?),
                part: map.u64(key::PART)?,
                parts: map.u64(key::PARTS)?,
                wall_ms: map.u64(key::WALL_MS)?,
            },
            frames: frames.iter().map(read_frame).collect::<Result<_, _>>()?,
        };
        manifest.check()?;
        Ok(manifest)
    }

    /// Holds a manifest against the rules of its fields and the limits on its frames.
    pub(super) fn check(&self) -> Result<(), PackageError> {
        let heading = &self.heading;
        if heading.app_version.len() > limit::APP_VERSION_BYTES {
            return Err(PackageError::ManifestForm("app version"));
        }
        if !heading.heads.is_sorted_by(|before, after| before.log < after.log) {
            return Err(PackageError::ManifestForm("heads"));
        }
        let is_storable = |number: u64| i64::try_from(number).is_ok();
        if !heading.heads.iter().all(|head| is_storable(head.seq)) {
            return Err(PackageError::ManifestForm("heads"));
        }
        if !is_storable(heading.counter) || !is_storable(heading.wall_ms) {
            return Err(PackageError::ManifestForm("counter or clock"));
        }
        if !(1..=heading.parts).contains(&heading.part) {
            return Err(PackageError::ManifestForm("part"));
        }
        if self.frames.len() > limit::FRAMES {
            return Err(PackageError::TooManyFrames);
        }
        self.frames.iter().try_for_each(check_frame)?;
        let (plain, packed) = match heading.purpose {
            ManifestPurpose::Full => (limit::FULL_PLAIN_BYTES, limit::FULL_FILE_BYTES),
            _ => (limit::PLAIN_BYTES, limit::FILE_BYTES),
        };
        // Each length is at most 64 MiB here and there are at most 20,000: no sum overflows.
        let within =
            |length: fn(&FrameInfo) -> u64, most| self.frames.iter().map(length).sum::<u64>() <= most;
        if within(|frame| frame.plain, plain) && within(|frame| frame.packed, packed) {
            Ok(())
        } else {
            Err(PackageError::TooLarge)
        }
    }
}

/// The circle that a manifest claims, the only field read before its signature is verified.
pub(super) fn circle_of(map: MapReader<'_>) -> Result<CircleId, PackageError> {
    Ok(CircleId(map.fixed(key::CIRCLE)?))
}

fn check_version(map: MapReader<'_>) -> Result<(), PackageError> {
    let (format, reader) = (map.u64(key::FORMAT_MAJOR)?, map.u64(key::MIN_READER)?);
    if format > FORMAT_MAJOR || reader > FORMAT_MAJOR {
        return Err(PackageError::Version);
    }
    if format == 0 || reader == 0 {
        return Err(PackageError::ManifestForm("format"));
    }
    Ok(())
}

fn check_frame(frame: &FrameInfo) -> Result<(), PackageError> {
    if frame.plain > limit::FRAME_BYTES {
        return Err(PackageError::TooLarge);
    }
    if frame.packed > most_packed(frame.plain) {
        return Err(PackageError::FrameLength);
    }
    if frame.plain > frame.packed.saturating_mul(limit::RATIO) {
        return Err(PackageError::FrameRatio);
    }
    match (frame.kind, &frame.chunk) {
        (FrameKind::AttachmentChunk, Some(chunk)) => chunk.check(frame.plain),
        (_, Some(_)) => Err(PackageError::ManifestForm("attachment")),
        // Also of a piece without a name, as the first version wrote them: it belongs to no attachment.
        (_, None) => Ok(()),
    }
}

fn frame_value(frame: &FrameInfo) -> Value {
    MapBuilder::new()
        .put_u64(frame_key::KIND, frame.kind.number())
        .put_u64(frame_key::PACKED, frame.packed)
        .put_u64(frame_key::PLAIN, frame.plain)
        .put_bytes(frame_key::HASH, frame.hash.as_slice())
        .put_opt(frame_key::CHUNK, frame.chunk.as_ref().map(chunk_value))
        .build()
}

fn read_frame(value: &Value) -> Result<FrameInfo, PackageError> {
    let map = MapReader::new(value)?;
    Ok(FrameInfo {
        kind: FrameKind::from_number(map.u64(frame_key::KIND)?),
        packed: map.u64(frame_key::PACKED)?,
        plain: map.u64(frame_key::PLAIN)?,
        hash: Hash(map.fixed(frame_key::HASH)?),
        chunk: map.value_opt(frame_key::CHUNK).map(read_chunk).transpose()?,
    })
}

fn chunk_value(chunk: &ChunkInfo) -> Value {
    MapBuilder::new()
        .put_bytes(chunk_key::ATTACHMENT, chunk.attachment.as_slice())
        .put_u64(chunk_key::PLACE, chunk.place)
        .put_u64(chunk_key::BYTES, chunk.bytes)
        .build()
}

fn read_chunk(value: &Value) -> Result<ChunkInfo, PackageError> {
    let map = MapReader::new(value)?;
    Ok(ChunkInfo {
        attachment: Hash(map.fixed(chunk_key::ATTACHMENT)?),
        place: map.u64(chunk_key::PLACE)?,
        bytes: map.u64(chunk_key::BYTES)?,
    })
}

fn ids<const N: usize, T>(
    map: MapReader<'_>,
    key: u64,
    id: fn([u8; N]) -> T,
) -> Result<Vec<T>, PackageError> {
    Ok(map.fixed_array(key)?.into_iter().map(id).collect())
}
