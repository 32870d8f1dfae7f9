//! Zstd frames written block by block (RFC 8878, section 3.1.1), because no compressor writes one that
//! lies. It unpacks nothing.

const MAGIC: [u8; 4] = [0x28, 0xb5, 0x2f, 0xfd];
/// The largest block of any frame.
pub const BLOCK_BYTES: usize = 128 * 1024;
/// A window of 2^23 bytes, the largest that is read.
pub const WINDOW: u8 = 13 << 3;

/// A frame that says to need this window and to hold so many bytes.
pub struct ByHand {
    bytes: Vec<u8>,
    last: usize,
}

impl ByHand {
    /// A frame without blocks yet.
    pub fn new(window: u8, content: u64) -> Self {
        let mut bytes = MAGIC.to_vec();
        bytes.extend([0b1100_0000, window]);
        bytes.extend(content.to_le_bytes());
        Self { bytes, last: 0 }
    }

    /// These bytes as they are.
    #[must_use]
    pub fn raw(mut self, plain: &[u8]) -> Self {
        for block in plain.chunks(BLOCK_BYTES) {
            self.header(block.len(), 0);
            self.bytes.extend(block);
        }
        self
    }

    /// The same byte so many times, in four bytes for each block.
    #[must_use]
    pub fn same(mut self, byte: u8, mut times: usize) -> Self {
        while times > 0 {
            let block = times.min(BLOCK_BYTES);
            self.header(block, 1);
            self.bytes.push(byte);
            times -= block;
        }
        self
    }

    /// The frame; its last block says so.
    pub fn end(mut self) -> Vec<u8> {
        if self.last == 0 {
            self.header(0, 0);
        }
        self.bytes[self.last] |= 1;
        self.bytes
    }

    fn header(&mut self, block: usize, kind: u32) {
        self.last = self.bytes.len();
        let header = (block as u32) << 3 | kind << 1;
        self.bytes.extend(&header.to_le_bytes()[..3]);
    }
}
