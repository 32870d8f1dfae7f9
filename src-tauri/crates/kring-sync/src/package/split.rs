//! Dividing the frames of a package over files that each stay below a limit. It keeps their order and
//! takes no frame apart; what a frame holds it does not know.

use super::writer::PackedFrame;
use crate::limit;

/// The most bytes that the manifest says of one frame: its numbers and hash, and those of the attachment
/// that it holds a piece of, with their keys.
const ENTRY_BYTES: u64 = 128;
/// age encrypts in pieces of this size and adds a tag to each.
const AGE_PIECE_BYTES: u64 = 64 * 1024;
const AGE_TAG_BYTES: u64 = 16;
/// age puts a stanza without meaning among the others, of a size it draws by lot.
const AGE_GREASE_BYTES: u64 = 1024;

/// Divides frames over as few files as their order allows. `base` is the length of a file without
/// any of them; no file becomes longer than `limit` unless a single frame is. No frames at all are
/// one file. Answers how many frames go into each file.
pub fn divide(frames: &[PackedFrame], base: u64, limit: u64) -> Vec<usize> {
    let most = limit.min(limit::FILE_BYTES);
    let mut parts = vec![0];
    let mut open = Part::default();
    for frame in frames {
        let with = open.with(frame);
        if open.frames > 0 && !with.fits(base, most) {
            parts.push(0);
            open = Part::default();
        }
        open = open.with(frame);
        if let Some(last) = parts.last_mut() {
            *last += 1;
        }
    }
    parts
}

/// What is in a file so far.
#[derive(Default, Clone, Copy)]
struct Part {
    frames: usize,
    packed: u64,
    plain: u64,
}

impl Part {
    fn with(self, frame: &PackedFrame) -> Self {
        Self {
            frames: self.frames + 1,
            packed: self.packed + frame.info.packed + ENTRY_BYTES,
            plain: self.plain + frame.info.plain,
        }
    }

    fn fits(self, base: u64, most: u64) -> bool {
        let tags = (self.packed / AGE_PIECE_BYTES + 1) * AGE_TAG_BYTES;
        // Half of what readers accept of frames and manifest leaves room for what goes before.
        self.frames <= limit::FRAMES / 2
            && self.frames as u64 * ENTRY_BYTES <= limit::MANIFEST_BYTES as u64 / 2
            && self.plain <= limit::PLAIN_BYTES / 2
            && base + AGE_GREASE_BYTES + self.packed + tags <= most
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::package::FrameKind;

    /// A frame of this packed length.
    fn frame(packed: u64) -> PackedFrame {
        let mut frame = PackedFrame::pack(FrameKind::Segments, b"").unwrap();
        frame.info.packed = packed;
        frame
    }

    /// The packed length with which a frame just fills a file of `limit` alone.
    fn filling(base: u64, limit: u64) -> u64 {
        let fits = |packed: &u64| Part::default().with(&frame(*packed)).fits(base, limit);
        (0..limit).rev().find(fits).unwrap()
    }

    #[test]
    fn frames_that_fit_stay_together_and_one_byte_more_makes_two_files() {
        let (base, limit) = (500, 100_000);
        let half = (filling(base, limit) - ENTRY_BYTES) / 2;
        for (second, parts) in [(half - 1, vec![2]), (half, vec![2]), (half + 2, vec![1, 1])] {
            assert_eq!(
                divide(&[frame(half), frame(second)], base, limit),
                parts,
                "{second}"
            );
        }
    }

    #[test]
    fn a_frame_that_fits_nowhere_goes_alone() {
        let frames = [frame(10), frame(5_000), frame(10), frame(10)];
        assert_eq!(divide(&frames, 500, 3_000), [1, 1, 2]);
        assert_eq!(
            divide(&frames, 10_000, 3_000),
            [1, 1, 1, 1],
            "nothing fits, and nothing is lost"
        );
    }

    #[test]
    fn nothing_to_send_is_one_file() {
        assert_eq!(divide(&[], 500, 8_000_000), [0]);
    }

    #[test]
    fn no_file_holds_more_than_readers_accept_however_high_the_limit() {
        let mut large = frame(1);
        large.info.plain = limit::FRAME_BYTES;
        let frames = vec![large; 20];
        assert_eq!(
            divide(&frames, 500, u64::MAX),
            [8, 8, 4],
            "unpacked they stay within half the bound"
        );
        let many = vec![frame(1); limit::FRAMES];
        assert!(
            divide(&many, 500, u64::MAX)
                .iter()
                .all(|part| *part <= limit::FRAMES / 2),
            "a manifest names so many frames at most"
        );
        let heavy = vec![frame(100 * 1024 * 1024); 3];
        assert_eq!(
            divide(&heavy, 500, u64::MAX),
            [2, 1],
            "256 MiB is the largest file"
        );
    }
}
