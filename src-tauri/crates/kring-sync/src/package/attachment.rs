//! Attachments in pieces: each travels as a frame that names the whole by its hash, its length and its own
//! place, so that pieces may come in several files and in any order of these. It stores nothing and holds
//! no more than one piece.

use std::collections::BTreeMap;

use kring_domain::attachment;
use kring_domain::id::Hash;
use kring_trust::hash::RunningHash;

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
        attachment::pieces(self.bytes)
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

    /// The frame in which this piece travels, with its bytes left out: they are given again when it is
    /// written, so that a package of many attachments is never whole in memory.
    pub fn frame(self, piece: &[u8]) -> Result<PackedFrame, PackageError> {
        self.check(piece.len() as u64)?;
        let mut frame = PackedFrame::pack(FrameKind::AttachmentChunk, piece)?;
        frame.info.chunk = Some(self);
        frame.packed = None;
        Ok(frame)
    }
}

/// Holds the pieces in a file against the attachments that they name, as they pass by.
#[derive(Default)]
pub struct Passing(BTreeMap<Hash, Attachment>);

/// What passed of one attachment.
struct Attachment {
    bytes: u64,
    last: u64,
    /// The hash so far, while no piece is left out.
    whole: Option<RunningHash>,
}

impl Passing {
    /// The next piece, whose frame was read and so has the hash that its manifest says. Within a file the
    /// pieces of an attachment follow each other; where none is left out they must make what they are named
    /// by. Those that come in several files are put together elsewhere.
    pub fn piece(&mut self, chunk: &ChunkInfo, piece: &[u8]) -> Result<(), PackageError> {
        chunk.check(piece.len() as u64)?;
        let (follows, attachment) = match self.0.get_mut(&chunk.attachment) {
            Some(known) => (chunk.place > known.last && chunk.bytes == known.bytes, known),
            None => {
                let new = Attachment {
                    bytes: chunk.bytes,
                    last: chunk.place,
                    whole: (chunk.place == 0).then(RunningHash::default),
                };
                (true, self.0.entry(chunk.attachment).or_insert(new))
            }
        };
        if !follows {
            return Err(PackageError::Attachment);
        }
        if chunk.place > attachment.last + 1 {
            attachment.whole = None;
        }
        attachment.last = chunk.place;
        if let Some(whole) = &mut attachment.whole {
            whole.update(piece);
        }
        if chunk.place + 1 == chunk.pieces()
            && let Some(whole) = attachment.whole.take()
            && whole.finish() != chunk.attachment
        {
            return Err(PackageError::Attachment);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use kring_trust::hash::sha256;

    use super::*;

    const PIECE: u64 = limit::ATTACHMENT_CHUNK_BYTES;

    /// What every piece of this content is said to be, with its bytes.
    fn pieces(content: &[u8]) -> Vec<(ChunkInfo, Vec<u8>)> {
        let bytes = content.len() as u64;
        let of = |place: u64| {
            let chunk = ChunkInfo {
                attachment: sha256(&[content]),
                place,
                bytes,
            };
            let from = (place * PIECE) as usize;
            let piece = &content[from..content.len().min(from + PIECE as usize)];
            (chunk, piece.to_vec())
        };
        (0..attachment::pieces(bytes)).map(of).collect()
    }

    fn code(passed: Result<(), PackageError>) -> Result<(), &'static str> {
        passed.map_err(|error| error.code())
    }

    fn pass(pieces: &[(ChunkInfo, Vec<u8>)]) -> Result<(), &'static str> {
        let mut passing = Passing::default();
        let mut each = pieces.iter();
        code(each.try_for_each(|(chunk, piece)| passing.piece(chunk, piece)))
    }

    #[test]
    fn pieces_that_make_what_they_are_named_by_pass_whole_or_in_part() {
        for (length, count) in [
            (0, 1),
            (1, 1),
            (PIECE - 1, 1),
            (PIECE, 1),
            (PIECE + 1, 2),
            (3 * PIECE, 3),
        ] {
            let content: Vec<u8> = (0..length).map(|at| (at % 251) as u8).collect();
            let pieces = pieces(&content);
            assert_eq!(pieces.len(), count, "{length} bytes");
            for from in 0..count {
                assert_eq!(pass(&pieces[from..]), Ok(()), "the others may be in another file");
                assert_eq!(pass(&pieces[..=from]), Ok(()));
            }
            if count == 3 {
                assert_eq!(pass(&[pieces[0].clone(), pieces[2].clone()]), Ok(()));
            }
        }
    }

    #[test]
    fn attachments_may_take_turns() {
        let (one, other) = (
            pieces(&vec![1; 2 * PIECE as usize]),
            pieces(&vec![2; 2 * PIECE as usize]),
        );
        let turns = [&one[0], &other[0], &one[1], &other[1]].map(Clone::clone);
        assert_eq!(pass(&turns), Ok(()));
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
        assert!(chunk(most + 1, last).frame(&vec![0; PIECE as usize]).is_err());
    }

    #[test]
    fn pieces_that_do_not_belong_together_are_refused() {
        const WRONG: Result<(), &str> = Err("err-package-attachment");
        let long = vec![1; PIECE as usize + 1];
        let (one, other) = (pieces(&long), pieces(&vec![2; PIECE as usize + 1]));
        let lie = (one[1].0, other[1].1.clone());
        assert_eq!(pass(&[one[0].clone(), lie]), WRONG, "bytes of another whole");
        assert_eq!(pass(&[one[1].clone(), one[0].clone()]), WRONG, "backwards");
        assert_eq!(pass(&[one[0].clone(), one[0].clone()]), WRONG, "twice");
        let mut longer = one[1].clone();
        longer.0.bytes += 1;
        longer.1.push(1);
        assert_eq!(pass(&[one[0].clone(), longer]), WRONG, "of another length");
    }
}
