//! Why a package was refused, each refusal with the code of its two sentences in the catalogue:
//! what happened, and under the same code with `-todo` what to do.

use std::io;

use kring_domain::id::DeviceId;
use kring_trust::cbor::BadCbor;

/// A package that could not be written or was not taken over.
#[derive(Debug, thiserror::Error)]
pub enum PackageError {
    /// The file does not begin as an age version 1 binary file does.
    #[error("not an age v1 file")]
    NotAge,
    /// The age header is longer than [`AGE_HEADER_BYTES`](crate::limit::AGE_HEADER_BYTES).
    #[error("the age header is too long")]
    HeaderTooLong,
    /// The age header has more stanzas than [`AGE_STANZAS`](crate::limit::AGE_STANZAS).
    #[error("the age header has too many stanzas")]
    TooManyStanzas,
    /// Opening would cost more work than [`SCRYPT_WORK_FACTOR`](crate::limit::SCRYPT_WORK_FACTOR).
    #[error("the scrypt work factor is too high")]
    WorkFactor,
    /// None of the given keys opens the file.
    #[error("not encrypted for any of these keys")]
    NotForMe,
    /// The file is an invitation, which opens with words and not with a key.
    #[error("encrypted with words, not for a key")]
    NeedsWords,
    /// The words do not open the file.
    #[error("the words do not open the file")]
    WrongWords,
    /// The file was cut off or changed on its way.
    #[error("the encrypted file is damaged")]
    Damaged,
    /// The encrypted content does not begin with the mark of a package.
    #[error("the content is not a package")]
    Magic,
    /// The signed manifest is longer than [`MANIFEST_BYTES`](crate::limit::MANIFEST_BYTES).
    #[error("the manifest is too long")]
    ManifestTooLong,
    /// The manifest is not canonical CBOR, too deep, or misses a field.
    #[error("the manifest is not well formed: {0}")]
    ManifestCbor(#[from] BadCbor),
    /// A part of the manifest has a value that it cannot have.
    #[error("the manifest's {0} has an impossible value")]
    ManifestForm(&'static str),
    /// The signature is not that of the device that the package names.
    #[error("the signature does not fit")]
    Signature,
    /// The package names a device whose key is not known.
    #[error("signed by an unknown device {0}")]
    SenderUnknown(DeviceId),
    /// The package belongs to another circle than the one expected.
    #[error("of another circle")]
    Circle,
    /// The package needs a newer version of the app.
    #[error("written by a newer major version")]
    Version,
    /// The package has more frames than [`FRAMES`](crate::limit::FRAMES).
    #[error("too many frames")]
    TooManyFrames,
    /// A frame, or all together, would hold more than the limits allow.
    #[error("more bytes than a package may hold")]
    TooLarge,
    /// A frame is not as long, packed or unpacked, as the manifest says.
    #[error("a frame is not as long as the manifest says")]
    FrameLength,
    /// A frame claims to hold more than [`RATIO`](crate::limit::RATIO) times its packed size.
    #[error("a frame is packed too tightly")]
    FrameRatio,
    /// A frame asks for a larger window than 2^[`ZSTD_WINDOW_LOG`](crate::limit::ZSTD_WINDOW_LOG).
    #[error("a frame needs too large a window")]
    FrameWindow,
    /// A frame is not one zstd frame.
    #[error("a frame could not be unpacked")]
    FrameForm,
    /// A frame does not hold what the manifest says.
    #[error("a frame does not have the hash that the manifest says")]
    FrameHash,
    /// Pieces of an attachment do not make the attachment that they name.
    #[error("pieces that do not make the attachment they name")]
    Attachment,
    /// Something follows the last frame.
    #[error("bytes after the last frame")]
    Trailing,
    /// What was written is not what is read back.
    #[error("the file read back is not the file written")]
    NotAsWritten,
    /// A package would be for nobody.
    #[error("no recipients")]
    NoRecipients,
    /// A recipient's age key would make everything readable for anyone, or is no key.
    #[error("an age key cannot be encrypted for")]
    RecipientKey,
    /// The file could not be read from its medium.
    #[error("the file could not be read")]
    Read(#[source] io::Error),
    /// The file could not be written to its medium.
    #[error("the file could not be written")]
    Write(#[source] io::Error),
}

impl PackageError {
    /// The key of the sentence on what happened; with `-todo` behind it, of the one on what to do.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotAge => "err-package-not-age",
            Self::HeaderTooLong => "err-package-header-too-long",
            Self::TooManyStanzas => "err-package-too-many-stanzas",
            Self::WorkFactor => "err-package-work-factor",
            Self::NotForMe => "err-package-not-for-me",
            Self::NeedsWords => "err-package-needs-words",
            Self::WrongWords => "err-package-wrong-words",
            Self::Damaged => "err-package-damaged",
            Self::Magic => "err-package-magic",
            Self::ManifestTooLong => "err-package-manifest-too-long",
            Self::ManifestCbor(_) | Self::ManifestForm(_) => "err-package-manifest-form",
            Self::Signature => "err-package-signature",
            Self::SenderUnknown(_) => "err-package-sender-unknown",
            Self::Circle => "err-package-circle",
            Self::Version => "err-package-version",
            Self::TooManyFrames => "err-package-too-many-frames",
            Self::TooLarge => "err-package-too-large",
            Self::FrameLength => "err-package-frame-length",
            Self::FrameRatio => "err-package-frame-ratio",
            Self::FrameWindow => "err-package-frame-window",
            Self::FrameForm => "err-package-frame-form",
            Self::FrameHash => "err-package-frame-hash",
            Self::Attachment => "err-package-attachment",
            Self::Trailing => "err-package-trailing",
            Self::NotAsWritten => "err-package-not-as-written",
            Self::NoRecipients => "err-package-no-recipients",
            Self::RecipientKey => "err-package-recipient-key",
            Self::Read(_) => "err-package-read",
            Self::Write(_) => "err-package-write",
        }
    }

    /// What went wrong while reading inside the encrypted file: a truncation or a wrong MAC is
    /// damage, anything else the medium's fault.
    pub(super) fn from_reading(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::InvalidData | io::ErrorKind::UnexpectedEof => Self::Damaged,
            _ => Self::Read(error),
        }
    }
}

/// Why the caller's check of the sender's signature did not succeed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SenderDoubt {
    /// No key of this device is known.
    Unknown,
    /// The device's key did not make this signature.
    Forged,
}
