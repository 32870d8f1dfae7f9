//! Whole packages, written and read as other crates do it.

#![allow(clippy::unwrap_used, clippy::panic)]

use kring_domain::id::{CircleId, DeviceId, Hash, LogId};
use kring_sync::package::{
    AgeSecret, ChunkInfo, Draft, FrameKind, Heading, Identities, ManifestPurpose, Opened, PackageError,
    PackageId, Passphrase, Recipients, SenderDoubt, Signer, Verify, Written, age_public, read,
    verify_written, write, write_packed,
};
use kring_trust::hash::sha256;
use kring_trust::signature::{DeviceSecret, Signature, sign_raw, verify_raw};

const CIRCLE: CircleId = CircleId([3; 32]);

fn secret() -> DeviceSecret {
    DeviceSecret::from_random([1; 32], [2; 32])
}

/// Knows one device: that of [`secret`].
fn verify() -> Box<Verify<'static>> {
    Box::new(|device, bytes, signature| {
        if device != secret().device_id() {
            return Err(SenderDoubt::Unknown);
        }
        verify_raw(&secret().public([0; 32]).sign, bytes, &Signature(*signature))
            .map_err(|_| SenderDoubt::Forged)
    })
}

fn draft(frames: Vec<(FrameKind, Vec<u8>)>) -> Draft {
    let heading = Heading {
        app_version: "0.1.0".to_owned(),
        circle: CIRCLE,
        package: PackageId([5; 16]),
        counter: 14,
        sender: secret().device_id(),
        incarnation: LogId([6; 16]),
        heads: vec![],
        state: Hash([7; 32]),
        wanted: vec![],
        recipients: vec![],
        membership: vec![],
        purpose: ManifestPurpose::Sync,
        part: 1,
        parts: 1,
        wall_ms: 1_795_000_000_000,
    };
    Draft { heading, frames }
}

fn written(draft: &Draft, recipients: &Recipients) -> (Vec<u8>, Written) {
    let mut file = Vec::new();
    let sign = |bytes: &[u8]| sign_raw(&secret(), bytes).0;
    let signer = Signer {
        device: secret().device_id(),
        sign: &sign,
    };
    let written = write(&mut file, draft, recipients, &signer).unwrap();
    assert_eq!(written.bytes, file.len() as u64);
    (file, written)
}

/// Public keys of this many devices; the secret of the first is 32 times 1.
fn devices(count: u8) -> Recipients {
    Recipients::Devices((1..=count).map(|byte| age_public(&[byte; 32])).collect())
}

fn identity(byte: u8) -> Identities {
    Identities::Devices(vec![AgeSecret::new([byte; 32])])
}

type Frames = Vec<(FrameKind, Vec<u8>)>;

fn read_frames(file: &[u8], identities: &Identities) -> Result<Frames, PackageError> {
    let mut opened = read(file, identities, &*verify(), Some(CIRCLE))?;
    let mut frames = Vec::new();
    while let Some((info, plain)) = opened.next_frame()? {
        assert_eq!(info.plain, plain.len() as u64);
        frames.push((info.kind, plain));
    }
    opened.finish()?;
    Ok(frames)
}

fn code<T>(result: Result<T, PackageError>) -> Option<&'static str> {
    result.err().map(|error| error.code())
}

#[test]
fn what_is_written_is_read_by_every_recipient() {
    let frame = |byte: u8| (FrameKind::Segments, vec![byte; 1000 * usize::from(byte)]);
    let some_frames = [
        vec![],
        vec![(FrameKind::Membership, b"membership".to_vec())],
        vec![
            (FrameKind::Unknown(40), vec![]),
            (FrameKind::Receipts, vec![0; 5_000_000]),
        ],
        (0..200).map(frame).collect(),
    ];
    for frames in some_frames {
        let draft = draft(frames);
        for count in [1, 12] {
            let (file, _) = written(&draft, &devices(count));
            for byte in [1, count] {
                let opened = read(&file[..], &identity(byte), &*verify(), None).unwrap();
                assert_eq!(opened.manifest().heading, draft.heading);
                assert!(read_frames(&file, &identity(byte)).unwrap() == draft.frames);
            }
            assert_eq!(
                code(read_frames(&file, &identity(count + 1))),
                Some("err-package-not-for-me")
            );
        }
    }
}

#[test]
fn an_invitation_is_read_by_its_words() {
    let words = Passphrase::new("appel boom citroen druif eik fluit").with_work_factor(2);
    let draft = draft(vec![(FrameKind::Membership, b"genesis".to_vec())]);
    let (file, _) = written(&draft, &Recipients::Passphrase(words.clone()));
    assert_eq!(
        read_frames(&file, &Identities::Passphrase(words)).unwrap(),
        draft.frames
    );
    let others = Identities::Passphrase(Passphrase::new("appel boom"));
    assert_eq!(code(read_frames(&file, &others)), Some("err-package-wrong-words"));
}

#[test]
fn the_signing_device_must_be_the_sender() {
    let sign = |_: &[u8]| [0; 64];
    let signer = Signer {
        device: DeviceId([9; 16]),
        sign: &sign,
    };
    let refused = write(Vec::new(), &draft(vec![]), &devices(1), &signer);
    assert_eq!(code(refused), Some("err-package-manifest-form"));
}

#[test]
fn what_readers_would_refuse_is_not_written() {
    let sign = |bytes: &[u8]| sign_raw(&secret(), bytes).0;
    let signer = Signer {
        device: secret().device_id(),
        sign: &sign,
    };
    let mut draft = draft(vec![]);
    draft.heading.wanted = vec![Hash([8; 32]); 40_000];
    let mut file = Vec::new();
    let refused = write(&mut file, &draft, &devices(1), &signer);
    assert_eq!(code(refused), Some("err-package-manifest-too-long"));

    draft.heading.wanted.clear();
    draft.frames = vec![(FrameKind::Segments, vec![]); 20_001];
    let refused = write(&mut file, &draft, &devices(1), &signer);
    assert_eq!(code(refused), Some("err-package-too-many-frames"));
    assert!(file.is_empty(), "nothing is written before all is checked");
}

#[test]
fn a_written_package_is_held_against_what_was_written() {
    let draft = draft(vec![(FrameKind::Segments, b"besluit".to_vec())]);
    let (file, first) = written(&draft, &devices(1));
    let check = |file: &[u8], written| code(verify_written(file, &identity(1), &*verify(), written));
    assert_eq!(check(&file, &first), None);
    let (again, _) = written(&draft, &devices(1));
    assert!(
        file != again && check(&again, &first).is_none(),
        "encryption alone differs"
    );

    let mut other = draft;
    other.heading.counter += 1;
    assert_eq!(
        check(&written(&other, &devices(1)).0, &first),
        Some("err-package-not-as-written")
    );
    assert_eq!(
        check(&file[..file.len() - 1], &first),
        Some("err-package-damaged")
    );
}

/// Writes nothing, and says so.
struct Full;

impl std::io::Write for Full {
    fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
        Err(std::io::ErrorKind::StorageFull.into())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_medium_that_fails_is_told_from_a_damaged_file() {
    let draft = draft(vec![]);
    let sign = |bytes: &[u8]| sign_raw(&secret(), bytes).0;
    let signer = Signer {
        device: secret().device_id(),
        sign: &sign,
    };
    assert_eq!(
        code(write(Full, &draft, &devices(1), &signer)),
        Some("err-package-write")
    );

    let (file, _) = written(&draft, &devices(1));
    for kept in [10, file.len() - 20] {
        let reader = std::io::Read::chain(&file[..kept], FailingMedium);
        let opened = read(reader, &identity(1), &*verify(), None);
        let finished = opened.and_then(Opened::finish);
        assert_eq!(code(finished), Some("err-package-read"), "after {kept} bytes");
    }
}

/// A stick pulled out while it is read.
struct FailingMedium;

impl std::io::Read for FailingMedium {
    fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
        Err(std::io::ErrorKind::NotConnected.into())
    }
}

#[test]
fn a_package_changed_anywhere_is_refused() {
    let frames = vec![
        (FrameKind::Membership, b"membership ".repeat(40)),
        (
            FrameKind::Segments,
            (0..90_000_u32).flat_map(u32::to_le_bytes).collect(),
        ),
    ];
    let (file, _) = written(&draft(frames), &devices(3));
    let refused = |changed: &[u8], what: &str, at: usize| {
        let result = read_frames(changed, &identity(1));
        let code = code(result).unwrap_or_else(|| panic!("{what} at {at} was not noticed"));
        assert!(code.starts_with("err-package-"));
    };
    // All of the header and the beginning of the content, then evenly to the end.
    let places = (0..100)
        .map(|i| i * 5)
        .chain((0..=100).map(|i| i * (file.len() - 1) / 100));
    for at in places {
        let (before, after) = file.split_at(at);
        let mut flipped = file.clone();
        flipped[at] ^= 1 << (at % 8);
        refused(&flipped, "a flipped bit", at);
        refused(before, "a cut", at);
        refused(&[before, b"x", after].concat(), "an inserted byte", at);
        let piece = &after[..after.len().min(100)];
        refused(&[before, piece, after].concat(), "a doubled piece", at);
    }
    refused(&[&file[..], b"\n"].concat(), "an added byte", file.len());
}

#[test]
fn a_package_of_the_first_version_is_read_for_ever() {
    let file = include_bytes!("fixtures/v1/package.kring");
    let age_secret = hex::decode(include_str!("fixtures/v1/age-secret.hex").trim_end()).unwrap();
    let sign_public = hex::decode(include_str!("fixtures/v1/sign-public.hex").trim_end()).unwrap();
    let identities = Identities::Devices(vec![AgeSecret::new(age_secret.try_into().unwrap())]);
    let sign_public: [u8; 32] = sign_public.try_into().unwrap();
    let verify = |_: DeviceId, bytes: &[u8], signature: &[u8; 64]| {
        verify_raw(&sign_public, bytes, &Signature(*signature)).map_err(|_| SenderDoubt::Forged)
    };
    let mut opened = read(&file[..], &identities, &verify, Some(CIRCLE)).unwrap();
    assert_eq!(opened.manifest().heading, draft(vec![]).heading);
    for expected in fixture_frames() {
        let (info, plain) = opened.next_frame().unwrap().unwrap();
        assert!((info.kind, plain) == expected, "a frame of {:?}", info.kind);
    }
    opened.finish().unwrap();
}

/// What the fixture holds: plain text, zeroes stored in raw blocks, nothing, and something newer.
fn fixture_frames() -> Frames {
    vec![
        (
            FrameKind::Membership,
            "Ouders houden een volwaardige plek. ".repeat(10).into_bytes(),
        ),
        (FrameKind::AttachmentChunk, vec![0; 200_000]),
        (FrameKind::Segments, vec![]),
        (FrameKind::Unknown(40), b"nieuwere versie".to_vec()),
    ]
}

#[test]
fn a_piece_is_given_again_when_it_is_written_and_must_be_the_same() {
    let piece = b"een bijlage die niet in het geheugen hoeft".to_vec();
    let chunk = ChunkInfo {
        attachment: sha256(&[&piece]),
        place: 0,
        bytes: piece.len() as u64,
    };
    let frame = chunk.frame(&piece).unwrap();
    let heading = draft(vec![]).heading;
    let sign = |bytes: &[u8]| sign_raw(&secret(), bytes).0;
    let signer = Signer {
        device: secret().device_id(),
        sign: &sign,
    };
    let write_with = |given: Option<&[u8]>| {
        let mut file = Vec::new();
        let mut again = |_: &ChunkInfo| {
            given
                .map(<[u8]>::to_vec)
                .ok_or(std::io::ErrorKind::NotFound.into())
        };
        write_packed(&mut file, &heading, &[&frame], &devices(1), &signer, &mut again).map(|_| file)
    };
    let file = write_with(Some(&piece)).unwrap();
    let frames = read_frames(&file, &identity(1)).unwrap();
    assert!(frames == [(FrameKind::AttachmentChunk, piece.clone())]);
    let mut other = piece;
    other[0] ^= 1;
    assert_eq!(code(write_with(Some(&other))), Some("err-package-not-as-written"));
    assert_eq!(code(write_with(None)), Some("err-package-read"));
}
