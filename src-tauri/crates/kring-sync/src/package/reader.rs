//! Reading a package, one frame in memory at a time. It decides nothing about the sender's place in
//! the circle, addressees or replay, and looks into no frame.

use std::io::Read;

use kring_domain::id::{CircleId, DeviceId, Hash};
use kring_trust::cbor::{self, MapReader};
use kring_trust::hash::sha256;

use super::container::{self, Content, Identities};
use super::envelope::Envelope;
use super::error::{PackageError, SenderDoubt};
use super::manifest::{self, FrameInfo, Manifest};
use super::writer::Written;
use super::{MAGIC, frame};
use crate::limit;

/// Checks a sender's signature: the device that the package names, the signed bytes and the Ed25519
/// signature over them. A caller to whom the device is new, because the operation that adds it
/// travels in this same package, keeps the three, answers that all is well, reads the membership
/// frame and checks them then.
pub type Verify<'a> = dyn Fn(DeviceId, &[u8], &[u8; 64]) -> Result<(), SenderDoubt> + 'a;

/// A package whose manifest is verified and whose frames are still to be read.
pub struct Opened<R> {
    manifest: Manifest,
    seal: Hash,
    next: usize,
    /// Gone after an error, so that nothing behind it is ever read.
    content: Option<Content<R>>,
}

/// Opens a package up to its first frame. In order: the header's bounds, decryption, the mark, the
/// manifest's length and form, the signature, the circle, the version, the manifest's limits.
///
/// The signature covers the circle twice: in the manifest and, before it, in the external data. The
/// circle in the still unverified manifest is read only to rebuild that data; if it lies, the
/// signature does not fit. With `expected` given, a well-signed package of another circle is refused
/// after that under its own code.
pub fn read<R: Read>(
    reader: R,
    identities: &Identities,
    verify: &Verify<'_>,
    expected: Option<CircleId>,
) -> Result<Opened<R>, PackageError> {
    let mut content = container::decrypt(reader, identities)?;
    if take(&mut content, MAGIC.len() as u64, PackageError::Magic)? != MAGIC {
        return Err(PackageError::Magic);
    }
    let sealed = take_sealed(&mut content)?;
    let envelope = Envelope::open(&sealed)?;
    let payload = cbor::decode(envelope.payload(), &manifest::BOUNDS)?;
    let map = MapReader::new(&payload)?;
    let circle = manifest::circle_of(map)?;
    verify(
        envelope.device,
        &envelope.signed_bytes(circle),
        &envelope.signature,
    )
    .map_err(|doubt| match doubt {
        SenderDoubt::Unknown => PackageError::SenderUnknown(envelope.device),
        SenderDoubt::Forged => PackageError::Signature,
    })?;
    if expected.is_some_and(|expected| expected != circle) {
        return Err(PackageError::Circle);
    }
    let manifest = Manifest::read(map)?;
    if manifest.heading.sender != envelope.device {
        return Err(PackageError::ManifestForm("sender"));
    }
    Ok(Opened {
        manifest,
        seal: sha256(&[&sealed]),
        next: 0,
        content: Some(content),
    })
}

/// Reads a package that was just written back to its end and holds it against what was to be
/// written: the same signed manifest, every frame with its hash, nothing more.
pub fn verify_written(
    reader: impl Read,
    identities: &Identities,
    verify: &Verify<'_>,
    written: &Written,
) -> Result<(), PackageError> {
    let opened = read(reader, identities, verify, None)?;
    if opened.seal != written.seal {
        return Err(PackageError::NotAsWritten);
    }
    opened.finish()
}

impl<R: Read> Opened<R> {
    /// The manifest.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// SHA-256 of the signed manifest; see [`Written::seal`].
    pub fn seal(&self) -> Hash {
        self.seal
    }

    /// The next frame, unpacked and with the hash that the manifest says; `None` after the last.
    /// After an error nothing more is read: every later call says that the package is damaged.
    pub fn next_frame(&mut self) -> Result<Option<(FrameInfo, Vec<u8>)>, PackageError> {
        let mut content = self.content.take().ok_or(PackageError::Damaged)?;
        let frame = match self.manifest.frames.get(self.next) {
            Some(info) => Some((info.clone(), read_frame(&mut content, info)?)),
            None => None,
        };
        self.next += usize::from(frame.is_some());
        self.content = Some(content);
        Ok(frame)
    }

    /// Reads to the end: frames that were not asked for, and the proof that nothing was cut off or
    /// added. Only after this may anything of the package be taken over.
    pub fn finish(mut self) -> Result<(), PackageError> {
        while self.next_frame()?.is_some() {}
        let mut content = self.content.ok_or(PackageError::Damaged)?;
        match content.read(&mut [0]).map_err(PackageError::from_reading)? {
            0 => Ok(()),
            _ => Err(PackageError::Trailing),
        }
    }
}

fn take_sealed(content: &mut impl Read) -> Result<Vec<u8>, PackageError> {
    let cut = || PackageError::ManifestForm("length");
    let length = take(content, 4, cut())?.try_into().map_err(|_| cut())?;
    let length = u32::from_be_bytes(length);
    if length as usize > limit::MANIFEST_BYTES {
        return Err(PackageError::ManifestTooLong);
    }
    take(content, length.into(), cut())
}

fn read_frame(content: &mut impl Read, info: &FrameInfo) -> Result<Vec<u8>, PackageError> {
    let packed = take(content, info.packed, PackageError::FrameLength)?;
    let plain = frame::unpack(&packed, info.plain)?;
    if sha256(&[&plain]) != info.hash {
        return Err(PackageError::FrameHash);
    }
    Ok(plain)
}

/// The next `length` bytes, or `cut` if the content ends before; memory grows with what is there and
/// not with what is claimed.
fn take(content: &mut impl Read, length: u64, cut: PackageError) -> Result<Vec<u8>, PackageError> {
    let mut bytes = Vec::new();
    content
        .take(length)
        .read_to_end(&mut bytes)
        .map_err(PackageError::from_reading)?;
    if bytes.len() as u64 == length {
        Ok(bytes)
    } else {
        Err(cut)
    }
}
