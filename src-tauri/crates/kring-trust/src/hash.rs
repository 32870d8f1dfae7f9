//! SHA-256 (FIPS 180-4) and the identities derived with it. It hashes what it is given: encoding a
//! value first is the caller's work.

use kring_domain::id::{DeviceId, Hash, LogId, RecordId};
use kring_domain::kind::Kind;
use sha2::{Digest, Sha256};

/// SHA-256 of the parts, one directly behind the other.
pub fn sha256(parts: &[&[u8]]) -> Hash {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update(part);
    }
    Hash(hasher.finalize().into())
}

/// SHA-256 of what passes by in pieces.
#[derive(Clone, Default)]
pub struct RunningHash(Sha256);

impl RunningHash {
    /// The next piece.
    pub fn update(&mut self, piece: &[u8]) {
        self.0.update(piece);
    }

    /// The hash of all pieces, one directly behind the other.
    pub fn finish(self) -> Hash {
        Hash(self.0.finalize().into())
    }
}

/// The id of a record: the first 16 bytes of SHA-256("kring/record/1" ‖ kind, 2 bytes big-endian ‖
/// owner ‖ device ‖ nonce). `owner` is zero for a record of the circle itself.
pub fn record_id(kind: Kind, owner: RecordId, device: DeviceId, nonce: &[u8; 16]) -> RecordId {
    let kind = kind.number().to_be_bytes();
    RecordId(first_16(sha256(&[
        b"kring/record/1",
        &kind,
        &owner.0,
        &device.0,
        nonce,
    ])))
}

/// The id of a device: the first 16 bytes of SHA-256("kring/device/1" ‖ its Ed25519 public key).
pub fn device_id(sign_public: &[u8; 32]) -> DeviceId {
    DeviceId(first_16(sha256(&[b"kring/device/1", sign_public])))
}

/// The id of a chain of this device: the first 8 bytes of the device's id, then 8 random bytes.
pub fn log_id(device: DeviceId, random: [u8; 8]) -> LogId {
    let mut id = [0; 16];
    let (prefix, rest) = id.split_at_mut(8);
    prefix.copy_from_slice(&device.0[..8]);
    rest.copy_from_slice(&random);
    LogId(id)
}

/// Whether this chain carries the prefix of this device. A signature says the same with certainty;
/// this refuses a foreign chain before any is checked.
pub fn log_belongs_to(log: LogId, device: DeviceId) -> bool {
    log.0[..8] == device.0[..8]
}

/// The merge engine's peer for one session of a chain: the first 8 bytes, big-endian, of
/// SHA-256("kring/peer/1" ‖ chain ‖ session, 8 bytes big-endian), its top bit cleared, never 0.
///
/// A reader computes it again from the signed header, so nobody writes under another chain's peer.
pub fn engine_peer(log: LogId, session: u64) -> u64 {
    let hash = sha256(&[b"kring/peer/1", &log.0, &session.to_be_bytes()]);
    let [a, b, c, d, e, f, g, h, ..] = hash.0;
    (u64::from_be_bytes([a, b, c, d, e, f, g, h]) & (u64::MAX >> 1)).max(1)
}

/// The first 16 bytes of a hash.
pub(crate) fn first_16(hash: Hash) -> [u8; 16] {
    let mut first = [0; 16];
    first.copy_from_slice(&hash.0[..16]);
    first
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_hashed_as_one() {
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(
            sha256(&[b"a", b"", b"bc"]).to_string(),
            abc,
            "the test vector of FIPS 180-4"
        );
    }

    #[test]
    fn derived_ids_never_change() {
        let device = device_id(&[1; 32]);
        let log = log_id(device, [2; 8]);
        let record = record_id(Kind::Position, RecordId([3; 16]), device, &[4; 16]);
        assert_eq!(device.to_string(), "cee084b82067b54d9cd9d26df1bfdb70");
        assert_eq!(log.to_string(), "cee084b82067b54d0202020202020202");
        assert_eq!(record.to_string(), "1f3ab5d0a8bde8e86e3fe6699881a39e");
        assert_eq!(engine_peer(log, 5), 0x2bd7_2d1f_0911_d1c9);
    }

    #[test]
    fn a_record_id_depends_on_each_of_its_parts() {
        let id = record_id(Kind::Note, RecordId::ZERO, DeviceId::ZERO, &[0; 16]);
        assert_ne!(
            id,
            record_id(Kind::Theme, RecordId::ZERO, DeviceId::ZERO, &[0; 16])
        );
        assert_ne!(
            id,
            record_id(Kind::Note, RecordId([1; 16]), DeviceId::ZERO, &[0; 16])
        );
        assert_ne!(
            id,
            record_id(Kind::Note, RecordId::ZERO, DeviceId([1; 16]), &[0; 16])
        );
        assert_ne!(
            id,
            record_id(Kind::Note, RecordId::ZERO, DeviceId::ZERO, &[1; 16])
        );
    }

    #[test]
    fn a_chain_belongs_to_its_device_alone() {
        let log = log_id(DeviceId([7; 16]), [0; 8]);
        assert!(log_belongs_to(log, DeviceId([7; 16])));
        assert!(!log_belongs_to(log, DeviceId([8; 16])));
    }

    #[test]
    fn the_engine_never_gets_a_reserved_peer() {
        for session in 0..1000 {
            let peer = engine_peer(LogId::ZERO, session);
            assert!(
                peer != 0 && peer <= u64::MAX >> 1,
                "session {session} gives {peer}"
            );
        }
    }
}
