//! Attachments in pieces: each travels as a frame that names the whole by its hash, its length and its own
//! place, so that pieces may come in any order and in several files. It stores nothing.

use std::collections::BTreeMap;

use kring_domain::id::Hash;
use kring_trust::hash::sha256;

use super::error::PackageError;
use super::manifest::FrameKind;
use super::writer::PackedFrame;
use crate::limit;

/// Which piece of an attachment a frame holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChunkInfo {
    /// SHA-256 of the whole attachment.
    pub attachment: Hash,
    /// The place of the piece, from 0.
    pub place: u64,
    /// The length of the whole attachment.
    pub bytes: u64,
}

impl ChunkInfo {
    /// How many pieces the attachment has; an empty one has one.
    pub fn pieces(&self) -> u64 {
        self.bytes.div_ceil(limit::ATTACHMENT_CHUNK_BYTES).max(1)
    }

    /// Holds what is said of a piece against the limits and against its length.
    pub(super) fn check(&self, plain: u64) -> Result<(), PackageError> {
        if self.bytes > limit::ATTACHMENT_BYTES {
            return Err(PackageError::TooLarge);
        }
        if self.place >= self.pieces() {
            return Err(PackageError::ManifestForm("attachment"));
        }
        let rest = self.bytes - self.place * limit::ATTACHMENT_CHUNK_BYTES;
        if plain == rest.min(limit::ATTACHMENT_CHUNK_BYTES) {
            Ok(())
        } else {
            Err(PackageError::FrameLength)
        }
    }
}

/// The frames in which an attachment travels, in order.
pub fn attachment_frames(content: &[u8]) -> Result<Vec<PackedFrame>, PackageError> {
    if content.len() as u64 > limit::ATTACHMENT_BYTES {
        return Err(PackageError::TooLarge);
    }
    let attachment = sha256(&[content]);
    let mut pieces: Vec<&[u8]> = content.chunks(limit::ATTACHMENT_CHUNK_BYTES as usize).collect();
    if pieces.is_empty() {
        pieces.push(&[]);
    }
    let frame = |(place, piece): (u64, &[u8])| {
        let chunk = ChunkInfo {
            attachment,
            place,
            bytes: content.len() as u64,
        };
        let mut frame = PackedFrame::pack(FrameKind::AttachmentChunk, piece)?;
        frame.info.chunk = Some(chunk);
        Ok(frame)
    };
    (0..).zip(pieces).map(frame).collect()
}

/// Pieces of one attachment, as they come.
#[derive(Default)]
pub struct Assembly {
    whole: Option<ChunkInfo>,
    pieces: BTreeMap<u64, Vec<u8>>,
}

impl Assembly {
    /// Adds a piece whose frame was read and so has the hash that its manifest says. Answers the whole
    /// attachment with the last one. Pieces that do not belong together are refused, and so is a whole
    /// that is not what it was named by.
    pub fn add(&mut self, chunk: &ChunkInfo, piece: Vec<u8>) -> Result<Option<Vec<u8>>, PackageError> {
        chunk.check(piece.len() as u64)?;
        let whole = *self.whole.get_or_insert(*chunk);
        if (whole.attachment, whole.bytes) != (chunk.attachment, chunk.bytes) {
            return Err(PackageError::Attachment);
        }
        self.pieces.insert(chunk.place, piece);
        if (self.pieces.len() as u64) < chunk.pieces() {
            return Ok(None);
        }
        let content: Vec<u8> = std::mem::take(&mut self.pieces).into_values().flatten().collect();
        if sha256(&[&content]) == whole.attachment {
            Ok(Some(content))
        } else {
            Err(PackageError::Attachment)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PIECE: u64 = limit::ATTACHMENT_CHUNK_BYTES;

    /// What every piece of this content is, unpacked.
    fn pieces(content: &[u8]) -> Vec<(ChunkInfo, Vec<u8>)> {
        let frames = attachment_frames(content).unwrap();
        let of = |frame: &PackedFrame| {
            let plain = super::super::frame::unpack(&frame.packed, frame.info.plain).unwrap();
            (frame.info.chunk.unwrap(), plain)
        };
        frames.iter().map(of).collect()
    }

    #[test]
    fn an_attachment_comes_back_from_its_pieces_in_any_order() {
        for (length, count) in [
            (0, 1),
            (1, 1),
            (PIECE - 1, 1),
            (PIECE, 1),
            (PIECE + 1, 2),
            (3 * PIECE, 3),
        ] {
            let content: Vec<u8> = (0..length).map(|at| (at % 251) as u8).collect();
            let mut pieces = pieces(&content);
            assert_eq!(pieces.len(), count, "{length} bytes");
            pieces.reverse();
            let mut assembly = Assembly::default();
            let (last, first) = pieces.split_last().unwrap();
            for (chunk, piece) in first {
                assert!(
                    assembly.add(chunk, piece.clone()).unwrap().is_none(),
                    "not whole yet"
                );
                assert!(
                    assembly.add(chunk, piece.clone()).unwrap().is_none(),
                    "twice is once"
                );
            }
            let whole = assembly.add(&last.0, last.1.clone()).unwrap();
            assert!(whole == Some(content), "{length} bytes");
        }
    }

    #[test]
    fn the_largest_attachment_is_taken_and_one_byte_more_is_not() {
        let chunk = |bytes, place| ChunkInfo {
            attachment: Hash::ZERO,
            place,
            bytes,
        };
        let most = limit::ATTACHMENT_BYTES;
        let last = most / PIECE - 1;
        assert!(chunk(most - 1, last).check(PIECE - 1).is_ok());
        assert!(chunk(most, last).check(PIECE).is_ok());
        let code = |refused: Result<(), PackageError>| refused.map_err(|error| error.code());
        assert_eq!(
            code(chunk(most + 1, last).check(PIECE)),
            Err("err-package-too-large")
        );
        assert_eq!(
            code(chunk(most, last + 1).check(PIECE)),
            Err("err-package-manifest-form"),
            "a piece behind the last"
        );
        for plain in [PIECE - 1, PIECE + 1, 0] {
            assert_eq!(code(chunk(most, 0).check(plain)), Err("err-package-frame-length"));
        }
        let too_long = vec![0; most as usize + 1];
        assert!(attachment_frames(&too_long).is_err_and(|error| error.code() == "err-package-too-large"));
    }

    #[test]
    fn pieces_of_different_attachments_make_none() {
        let long = vec![1; PIECE as usize + 1];
        let (one, other) = (pieces(&long), pieces(&vec![2; PIECE as usize + 1]));
        let code = |refused: Result<Option<Vec<u8>>, PackageError>| refused.err().map(|error| error.code());
        let mut assembly = Assembly::default();
        assembly.add(&one[0].0, one[0].1.clone()).unwrap();
        assert_eq!(
            code(assembly.add(&other[1].0, other[1].1.clone())),
            Some("err-package-attachment")
        );
        let mut assembly = Assembly::default();
        assembly.add(&one[0].0, one[0].1.clone()).unwrap();
        assert_eq!(
            code(assembly.add(&one[1].0, other[1].1.clone())),
            Some("err-package-attachment"),
            "a piece that claims to belong to another whole"
        );
    }
}
