//! Writing a package to any output. It makes no file: temporary name, sync and rename are the
//! store's work, and so is choosing what goes into which part.

use std::io::{self, Write};

use kring_domain::id::Hash;
use kring_trust::hash::sha256;

use super::attachment::ChunkInfo;
use super::container::{self, Recipients};
use super::envelope::{self, Signer};
use super::error::PackageError;
use super::manifest::{FORMAT_MINOR, FrameInfo, FrameKind, Heading, Manifest};
use super::{MAGIC, frame};
use crate::limit;

/// A package to be written. Without `Debug`, so that no log ever holds what is in it.
pub struct Draft {
    /// What it says of itself.
    pub heading: Heading,
    /// Its frames in order, unpacked.
    pub frames: Vec<(FrameKind, Vec<u8>)>,
}

/// What was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Written {
    /// The length of the encrypted file.
    pub bytes: u64,
    /// SHA-256 of the signed manifest, which names every frame by its hash. The encryption around
    /// it is random, so this and not a hash of the file tells packages apart.
    pub seal: Hash,
}

/// A frame that is packed already: what it weighs in a file is known before it is written. Without
/// `Debug`, as a draft.
#[derive(Clone, PartialEq, Eq)]
pub struct PackedFrame {
    pub(super) info: FrameInfo,
    /// Absent where a piece of an attachment is given again when the frame is written.
    pub(super) packed: Option<Vec<u8>>,
}

/// Gives a piece of an attachment again, as it was when its frame was made.
pub type Again<'a> = dyn FnMut(&ChunkInfo) -> io::Result<Vec<u8>> + 'a;

/// For packages without attachments: there is nothing to give again.
pub fn nothing_again(_: &ChunkInfo) -> io::Result<Vec<u8>> {
    Err(io::ErrorKind::NotFound.into())
}

impl PackedFrame {
    /// Packs a frame so that every reader accepts it.
    pub fn pack(kind: FrameKind, plain: &[u8]) -> Result<Self, PackageError> {
        let packed = frame::pack(plain)?;
        let info = FrameInfo {
            kind,
            packed: packed.len() as u64,
            plain: plain.len() as u64,
            hash: sha256(&[plain]),
            chunk: None,
        };
        Ok(Self {
            info,
            packed: Some(packed),
        })
    }

    /// What the manifest says of it.
    pub fn info(&self) -> &FrameInfo {
        &self.info
    }

    /// Writes what it holds, packed anew if it was left out; it must be what the manifest says.
    fn write(&self, out: &mut impl Write, again: &mut Again<'_>) -> Result<(), PackageError> {
        let write = |out: &mut dyn Write, packed: &[u8]| out.write_all(packed).map_err(PackageError::Write);
        match (&self.packed, &self.info.chunk) {
            (Some(packed), _) => write(out, packed),
            (None, Some(chunk)) => {
                let piece = again(chunk).map_err(PackageError::Read)?;
                let frame = Self::pack(self.info.kind, &piece)?;
                let is_same = (frame.info.hash, frame.info.packed) == (self.info.hash, self.info.packed);
                match frame.packed.filter(|_| is_same) {
                    Some(packed) => write(out, &packed),
                    None => Err(PackageError::NotAsWritten),
                }
            }
            (None, None) => Err(PackageError::NotAsWritten),
        }
    }
}

/// Writes a package that every reader accepts; one that would break a limit is refused before the
/// first byte.
pub fn write(
    out: impl Write,
    draft: &Draft,
    recipients: &Recipients,
    signer: &Signer<'_>,
) -> Result<Written, PackageError> {
    let packed = draft
        .frames
        .iter()
        .map(|(kind, plain)| PackedFrame::pack(*kind, plain));
    let packed = packed.collect::<Result<Vec<_>, _>>()?;
    let frames: Vec<&PackedFrame> = packed.iter().collect();
    write_packed(
        out,
        &draft.heading,
        &frames,
        recipients,
        signer,
        &mut nothing_again,
    )
}

/// Writes a package of frames that are packed already, as [`write()`] does; `again` gives the pieces that
/// were left out of them.
pub fn write_packed(
    out: impl Write,
    heading: &Heading,
    frames: &[&PackedFrame],
    recipients: &Recipients,
    signer: &Signer<'_>,
    again: &mut Again<'_>,
) -> Result<Written, PackageError> {
    if signer.device != heading.sender {
        return Err(PackageError::ManifestForm("sender"));
    }
    let circle = heading.circle;
    let manifest = Manifest {
        format_minor: FORMAT_MINOR,
        heading: heading.clone(),
        frames: frames.iter().map(|frame| frame.info.clone()).collect(),
    };
    manifest.check()?;
    let sealed = envelope::seal(manifest.encode(), circle, signer)?;
    let length = u32::try_from(sealed.len())
        .ok()
        .filter(|_| sealed.len() <= limit::MANIFEST_BYTES)
        .ok_or(PackageError::ManifestTooLong)?;

    let mut content = container::encrypt(Counted { out, bytes: 0 }, recipients)?;
    for bytes in [&MAGIC, &length.to_be_bytes()[..], &sealed] {
        content.write_all(bytes).map_err(PackageError::Write)?;
    }
    for frame in frames {
        frame.write(&mut content, again)?;
    }
    let counted = content
        .finish()
        .and_then(|mut counted| counted.flush().map(|()| counted))
        .map_err(PackageError::Write)?;
    Ok(Written {
        bytes: counted.bytes,
        seal: sha256(&[&sealed]),
    })
}

/// Counts what goes through it.
struct Counted<W> {
    out: W,
    bytes: u64,
}

impl<W: Write> Write for Counted<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.out.write(bytes)?;
        self.bytes += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}
