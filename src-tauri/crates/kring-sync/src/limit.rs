//! Every bound on what comes from outside, in one place; each is tested just below, at and just
//! above it where it is enforced. This module enforces nothing.

/// The longest title, in characters.
pub use kring_domain::invalid::MAX_TITLE_CHARS as TITLE_CHARS;

/// The longest note or other running text, in characters.
pub use kring_domain::block::MAX_TEXT_CHARS as NOTE_CHARS;

const KIB: u64 = 1024;
const MIB: u64 = 1024 * KIB;
const GIB: u64 = 1024 * MIB;

/// The largest package file.
pub const FILE_BYTES: u64 = 256 * MIB;
/// The largest full copy, taken only after the member confirmed its size.
pub const FULL_FILE_BYTES: u64 = 2 * GIB;
/// Above this a package is split by default, so that every part fits a mail.
pub const MAIL_PART_BYTES: u64 = 8_000_000;

/// The longest header of the encrypted file, checked before the age crate parses it.
pub const AGE_HEADER_BYTES: usize = 32 * 1024;
/// The most recipient stanzas in that header, the meaningless one that age adds included.
pub const AGE_STANZAS: usize = 128;
/// The highest scrypt work factor (log2 N) accepted on reading: 256 MiB and about a second.
pub const SCRYPT_WORK_FACTOR: u8 = 18;
/// The scrypt work factor (log2 N) of a new invitation: its six words carry 66 bits, so an old
/// laptop is spared the 256 MiB of the highest one.
pub const SCRYPT_WORK_FACTOR_WRITTEN: u8 = 16;

/// The longest signed manifest (the whole `COSE_Sign1`).
pub const MANIFEST_BYTES: usize = MIB as usize;
/// How deep CBOR may nest.
pub const MANIFEST_DEPTH: usize = 16;
/// The longest name of an app version in a manifest, in bytes.
pub const APP_VERSION_BYTES: usize = 64;
/// The most frames in a package.
pub const FRAMES: usize = 20_000;

/// The most bytes that one frame may hold when unpacked.
pub const FRAME_BYTES: u64 = 64 * MIB;
/// The largest zstd window: 2^23 bytes.
pub const ZSTD_WINDOW_LOG: u32 = 23;
/// How many times larger than its packed form a frame may be.
pub const RATIO: u64 = 200;
/// The most bytes that all frames of a package may hold together when unpacked.
pub const PLAIN_BYTES: u64 = GIB;
/// The same for a full copy.
pub const FULL_PLAIN_BYTES: u64 = 2 * GIB;

/// The most packages that a receipt may name.
pub const RECEIPTS: usize = 1_000;

/// The longest body of one part of a segment.
pub const BODY_BYTES: u64 = MIB;
/// How many rows of operations a body may hold beyond one for each of its bytes. Deleting at even
/// distances costs no bytes at all, so an honest body may hold many.
pub const BODY_FREE_ROWS: u64 = 65_536;
/// The most operations that a body may hold: all of a long text taken away, and another one written.
pub const BODY_OPERATIONS: u64 = 4 * MIB;
/// How many changes of others a body may name beyond one for each byte of the list that names them.
pub const BODY_FREE_DEPENDENCIES: u64 = 4_096;
/// How deep values in a body may nest.
pub const BODY_DEPTH: usize = 64;
/// The longest name of a field, an entry or a container in a body, in bytes.
pub const BODY_NAME_BYTES: usize = 1024;
/// How many bytes the names of entries may take together beyond sixteen for each byte of the body: a name
/// is written once, and stands in memory with every entry.
pub const BODY_FREE_NAME_BYTES: u64 = 64 * KIB;
/// The size of the pieces in which an attachment travels; the last may be shorter.
pub use kring_domain::attachment::ATTACHMENT_PIECE_BYTES as ATTACHMENT_CHUNK_BYTES;
/// The largest attachment.
pub use kring_domain::attachment::MAX_ATTACHMENT_BYTES as ATTACHMENT_BYTES;
/// The most attachments that a package asks for or that are noted as asked for.
pub const WANTED: usize = 1_000;

/// The longest wrapped key of a sealed part: an age file for some dozens of devices.
pub const SEALED_KEY_BYTES: usize = 8 * 1024;

/// The longest header of a segment, in bytes.
pub const HEADER_BYTES: usize = MIB as usize;
/// The most records that one segment may touch.
pub const PARTS: usize = 4_096;
/// The most heads of other chains that one segment may name as seen.
pub const SEEN_HEADS: usize = 10_000;
/// The most heads of the membership log that one segment may name.
pub const MEMBERSHIP_HEADS: usize = 16;
