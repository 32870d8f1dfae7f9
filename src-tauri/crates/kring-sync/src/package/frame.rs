//! One frame of a package: packing bytes as one zstd frame and unpacking it within bounds.
//! It does not know what the bytes mean and does not check their hash.
//!
//! Packed frames follow RFC 8878: one zstd frame with its content size, without dictionary. What
//! zstd packs more tightly than readers accept is stored in raw blocks instead.

use std::io::Read;

use super::error::PackageError;
use crate::limit;

const LEVEL: i32 = 3;
const MAGIC: [u8; 4] = [0x28, 0xb5, 0x2f, 0xfd];
/// The largest block of any zstd frame (RFC 8878, section 3.1.1.2.4).
const BLOCK_BYTES: usize = 128 * 1024;

/// The most bytes that `plain` bytes may take when packed: zstd's own bound, so that incompressible
/// content passes and a frame that is longer packed than unpacked does not.
pub(super) fn most_packed(plain: u64) -> u64 {
    plain.saturating_add(plain / 256).saturating_add(64)
}

/// Packs `plain` so that every reader accepts it.
pub(super) fn pack(plain: &[u8]) -> Result<Vec<u8>, PackageError> {
    let packed = compress(plain).map_err(PackageError::Write)?;
    let too_tight = plain.len() as u64 > limit::RATIO * packed.len() as u64;
    Ok(if too_tight { store(plain) } else { packed })
}

fn compress(plain: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut compressor = zstd::bulk::Compressor::new(LEVEL)?;
    compressor.include_contentsize(true)?;
    compressor.include_checksum(false)?;
    compressor.compress(plain)
}

/// A zstd frame of raw blocks: a window of one block, an 8-byte content size, no checksum.
fn store(plain: &[u8]) -> Vec<u8> {
    let mut packed = MAGIC.to_vec();
    packed.extend([0b1100_0000, 7 << 3]);
    packed.extend((plain.len() as u64).to_le_bytes());
    let mut blocks = plain.chunks(BLOCK_BYTES).peekable();
    while let Some(block) = blocks.next() {
        let is_last = u32::from(blocks.peek().is_none());
        let header = (block.len() as u32) << 3 | is_last;
        packed.extend(&header.to_le_bytes()[..3]);
        packed.extend(block);
    }
    packed
}

/// Unpacks a frame that must hold exactly `plain` bytes, a length already held against the limits.
pub(super) fn unpack(packed: &[u8], plain: u64) -> Result<Vec<u8>, PackageError> {
    let header = FrameHeader::read(packed).ok_or(PackageError::FrameForm)?;
    if header.window > 1 << limit::ZSTD_WINDOW_LOG {
        return Err(PackageError::FrameWindow);
    }
    if header.content != plain {
        return Err(PackageError::FrameLength);
    }
    let mut decoder = zstd::stream::read::Decoder::with_buffer(packed)
        .map_err(|_| PackageError::FrameForm)?
        .single_frame();
    decoder
        .window_log_max(limit::ZSTD_WINDOW_LOG)
        .map_err(|_| PackageError::FrameWindow)?;
    let mut bytes = Vec::with_capacity(usize::try_from(plain).unwrap_or(0));
    // One byte more than expected, to find a frame that is longer.
    decoder
        .by_ref()
        .take(plain.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(|_| PackageError::FrameForm)?;
    if bytes.len() as u64 != plain || !decoder.finish().is_empty() {
        return Err(PackageError::FrameLength);
    }
    Ok(bytes)
}

/// What a zstd frame says of itself before any of it is unpacked (RFC 8878, section 3.1.1.1).
struct FrameHeader {
    window: u64,
    content: u64,
}

impl FrameHeader {
    /// The header of a frame that states its content size; `None` for anything else.
    fn read(frame: &[u8]) -> Option<Self> {
        let rest = frame.strip_prefix(&MAGIC)?;
        let (descriptor, rest) = rest.split_first()?;
        let is_single_segment = descriptor & 0b10_0000 != 0;
        let (window, rest) = if is_single_segment {
            (None, rest)
        } else {
            let (window, rest) = rest.split_first()?;
            (Some(window_bytes(*window)), rest)
        };
        let dictionary_bytes = match descriptor & 0b11 {
            3 => 4,
            bytes => usize::from(bytes),
        };
        let field = rest.get(dictionary_bytes..)?;
        let content = match (descriptor >> 6, is_single_segment) {
            (0, false) => return None,
            (0, true) => u64::from(*field.first()?),
            (1, _) => u64::from(u16::from_le_bytes(*field.first_chunk()?)) + 256,
            (2, _) => u64::from(u32::from_le_bytes(*field.first_chunk()?)),
            _ => u64::from_le_bytes(*field.first_chunk()?),
        };
        Some(Self {
            window: window.unwrap_or(content),
            content,
        })
    }
}

/// The window that a window descriptor asks for: a power of two and up to seven eighths more.
fn window_bytes(descriptor: u8) -> u64 {
    let base = 1_u64 << (10 + (descriptor >> 3));
    base + base / 8 * u64::from(descriptor & 0b111)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Bytes that do not compress.
    fn noise(length: usize) -> Vec<u8> {
        let mut state = 0x9e37_79b9_7f4a_7c15_u64;
        std::iter::repeat_with(|| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            state as u8
        })
        .take(length)
        .collect()
    }

    fn unpacked(packed: &[u8], plain: usize) -> Result<Vec<u8>, &'static str> {
        unpack(packed, plain as u64).map_err(|error| error.code())
    }

    #[test]
    fn what_is_packed_comes_back_within_every_bound() {
        for length in [
            0,
            1,
            255,
            256,
            65_791,
            65_792,
            BLOCK_BYTES,
            BLOCK_BYTES + 1,
            9 << 20,
        ] {
            for plain in [noise(length), vec![7; length], b"Gezinshuis ".repeat(length / 11)] {
                let packed = pack(&plain).unwrap();
                assert!(packed.len() as u64 <= most_packed(plain.len() as u64));
                assert!(
                    plain.len() as u64 <= limit::RATIO * packed.len() as u64,
                    "a reader must not take {length} equal bytes for a bomb"
                );
                assert!(unpacked(&packed, plain.len()) == Ok(plain), "length {length}");
            }
        }
    }

    #[test]
    fn a_frame_that_holds_more_or_less_than_said_is_refused() {
        let packed = pack(&noise(1000)).unwrap();
        for said in [0, 999, 1001] {
            assert_eq!(unpacked(&packed, said), Err("err-package-frame-length"));
        }
        // The size in the frame's own header lies as well.
        for said in [999_u16, 1001] {
            let mut lying = packed.clone();
            lying[5..7].copy_from_slice(&(said - 256).to_le_bytes());
            assert_eq!(unpacked(&lying, usize::from(said)), Err("err-package-frame-form"));
        }
    }

    #[test]
    fn a_frame_is_one_zstd_frame_and_nothing_else() {
        let packed = pack(b"kring").unwrap();
        let two = [packed.clone(), pack(b"").unwrap()].concat();
        assert_eq!(unpacked(&two, 5), Err("err-package-frame-length"));
        let skippable = [&[0x50, 0x2a, 0x4d, 0x18, 0, 0, 0, 0], &packed[..]].concat();
        assert_eq!(unpacked(&skippable, 5), Err("err-package-frame-form"));
        for length in 0..packed.len() {
            assert!(unpacked(&packed[..length], 5).is_err(), "cut at {length}");
        }
    }

    #[test]
    fn a_frame_without_its_content_size_is_refused() {
        let mut compressor = zstd::bulk::Compressor::new(LEVEL).unwrap();
        compressor.include_contentsize(false).unwrap();
        let packed = compressor.compress(&noise(1000)).unwrap();
        assert_eq!(unpacked(&packed, 1000), Err("err-package-frame-form"));
    }

    #[test]
    fn a_window_above_the_limit_is_refused() {
        let with_window = |descriptor| {
            let mut packed = store(b"kring");
            packed[5] = descriptor;
            unpacked(&packed, 5).map(|_| ())
        };
        assert_eq!(with_window(12 << 3 | 7), Ok(()), "just below 2^23");
        assert_eq!(with_window(13 << 3), Ok(()), "2^23");
        assert_eq!(with_window(13 << 3 | 1), Err("err-package-frame-window"));
        assert_eq!(with_window(31 << 3 | 7), Err("err-package-frame-window"));
    }

    #[test]
    fn a_single_segment_is_its_own_window() {
        let single = |content: u32| {
            let mut packed = MAGIC.to_vec();
            packed.push(0b1010_0000);
            packed.extend(content.to_le_bytes());
            unpacked(&packed, content as usize)
        };
        assert_eq!(
            single(1 << 23),
            Err("err-package-frame-form"),
            "cut off, but allowed so far"
        );
        assert_eq!(single((1 << 23) + 1), Err("err-package-frame-window"));
    }

    #[test]
    fn a_bomb_stops_at_the_length_it_was_announced_with() {
        let bomb = compress(&vec![0; 64 << 20]).unwrap();
        assert!(bomb.len() < 10_000, "64 MiB of zeroes pack small");
        assert_eq!(unpacked(&bomb, 1 << 20), Err("err-package-frame-length"));
    }
}
