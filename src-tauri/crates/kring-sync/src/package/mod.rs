//! The file in which changes travel (`.kring`): written for some, opened by them, refused whole when
//! anything is wrong. It opens no file by itself, knows no keys but those passed in, and leaves the
//! meaning of frames to its callers.
//!
//! ```text
//! age v1 binary file: an X25519 stanza for every device, or one scrypt stanza for an invitation
//! └─ magic "KRB1" · length of what follows, u32 big-endian
//!    COSE_Sign1 of the manifest (EdDSA, kid = device, external data "kring/bundle/1" ‖ circle id)
//!    zstd frames in the manifest's order
//! ```
//!
//! This format stays readable for ever: `tests/golden` and `tests/fixtures` hold its bytes.

mod attachment;
mod container;
mod envelope;
mod error;
mod frame;
mod header;
mod manifest;
mod reader;
mod split;
mod writer;

pub use attachment::{ChunkInfo, Passing};
pub use container::{AgeSecret, Identities, Passphrase, Recipients, age_public, is_sound_age_key};
pub(crate) use container::{decrypt, encrypt};
pub use envelope::Signer;
pub use error::{PackageError, SenderDoubt};
pub use header::{HeaderFacts, guard_header};
pub use manifest::{
    FORMAT_MAJOR, FORMAT_MINOR, FrameInfo, FrameKind, Heading, MIN_READER, Manifest, ManifestPurpose,
    PackageId,
};
pub use reader::{Opened, Verify, read, verify_written};
pub use split::divide;
pub use writer::{Again, Draft, PackedFrame, Written, nothing_again, write, write_packed};

/// The first bytes of a package's decrypted content.
const MAGIC: [u8; 4] = *b"KRB1";

#[cfg(test)]
mod tests;
