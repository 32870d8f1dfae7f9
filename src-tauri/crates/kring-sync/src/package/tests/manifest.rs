//! The manifest's bytes, its fields' rules and its limits.

use super::*;
use crate::limit;

const MIB: u64 = 1024 * 1024;

fn refusal(change: impl FnOnce(&mut Manifest)) -> Option<&'static str> {
    let mut manifest = manifest(vec![]);
    change(&mut manifest);
    let checked = manifest.check().err().map(|error| error.code());
    let read = read_payload(manifest.encode(), &[]).err();
    // Without the frames' bytes, what passes the checks ends at the first frame.
    let read = read.filter(|code| checked.is_some() || *code != "err-package-frame-length");
    assert_eq!(checked, read, "writer and reader must refuse the same");
    checked
}

fn frame(packed: u64, plain: u64) -> FrameInfo {
    FrameInfo {
        kind: FrameKind::Segments,
        packed,
        plain,
        hash: Hash([1; 32]),
        chunk: None,
    }
}

#[test]
fn a_manifest_is_exactly_these_bytes() {
    let manifest = manifest(vec![
        FrameInfo {
            kind: FrameKind::Membership,
            ..frame(300, 70_000)
        },
        FrameInfo {
            kind: FrameKind::Unknown(99),
            ..frame(9, 0)
        },
    ]);
    let golden = include_str!("../../../tests/golden/manifest.hex");
    assert_eq!(
        hex::encode(manifest.encode()),
        golden.trim_end(),
        "the format stays for ever"
    );
}

#[test]
fn a_manifest_comes_back_as_it_was_written() {
    let mut written = manifest(vec![frame(300, 300), frame(64, 0)]);
    written.heading.purpose = ManifestPurpose::Unknown(77);
    written.heading.heads.clear();
    let file = file_of(&sealed(written.encode()), &[]);
    let opened = open(&file).unwrap();
    assert_eq!(*opened.manifest(), written);
}

#[test]
fn every_known_number_is_its_own() {
    for number in 0..10 {
        assert_eq!(ManifestPurpose::from_number(number).number(), number);
        assert_eq!(FrameKind::from_number(number).number(), number);
    }
    assert_eq!(ManifestPurpose::from_number(6), ManifestPurpose::Receipt);
    assert_eq!(FrameKind::from_number(4), FrameKind::Receipts);
}

#[test]
fn fields_that_cannot_be_are_refused() {
    let form = Some("err-package-manifest-form");
    assert_eq!(refusal(|_| ()), None);
    assert_eq!(refusal(|m| m.heading.app_version = "x".repeat(64)), None);
    assert_eq!(refusal(|m| m.heading.app_version = "x".repeat(65)), form);
    assert_eq!(refusal(|m| m.heading.heads.swap(0, 1)), form, "heads ascend");
    assert_eq!(
        refusal(|m| m.heading.heads[1].log = m.heading.heads[0].log),
        form,
        "twice"
    );
    let most = i64::MAX as u64;
    for (number, expected) in [(most, None), (most + 1, form)] {
        assert_eq!(refusal(|m| m.heading.heads[0].seq = number), expected);
        assert_eq!(refusal(|m| m.heading.counter = number), expected);
        assert_eq!(refusal(|m| m.heading.wall_ms = number), expected);
    }
    for (part, parts, expected) in [(3, 3, None), (0, 3, form), (4, 3, form), (0, 0, form)] {
        assert_eq!(
            refusal(|m| (m.heading.part, m.heading.parts) = (part, parts)),
            expected
        );
    }
}

#[test]
fn the_number_of_frames_is_bounded() {
    for (count, expected) in [
        (limit::FRAMES - 1, None),
        (limit::FRAMES, None),
        (limit::FRAMES + 1, Some("err-package-too-many-frames")),
    ] {
        assert_eq!(
            refusal(|m| m.frames = vec![frame(1, 1); count]),
            expected,
            "{count} frames"
        );
    }
}

#[test]
fn the_most_frames_that_one_manifest_can_announce_fit_its_length() {
    let widest = FrameInfo {
        kind: FrameKind::Membership,
        ..frame(MIB, 64 * MIB)
    };
    let payload = manifest(vec![widest; limit::FRAMES]).encode();
    assert!(
        sealed(payload).len() <= limit::MANIFEST_BYTES,
        "one limit must not hide the other"
    );
}

#[test]
fn a_piece_of_an_attachment_is_named_and_nothing_else_is() {
    let chunk = |place, bytes| {
        Some(crate::package::ChunkInfo {
            attachment: Hash([2; 32]),
            place,
            bytes,
        })
    };
    let refusal_of = |kind, chunk, plain| {
        refusal(|m| {
            m.frames = vec![FrameInfo {
                kind,
                chunk,
                ..frame(MIB, plain)
            }];
        })
    };
    let piece = FrameKind::AttachmentChunk;
    assert_eq!(refusal_of(piece, chunk(0, 2 * MIB), MIB), None);
    assert_eq!(
        refusal_of(piece, chunk(1, MIB + 5), MIB),
        Some("err-package-frame-length")
    );
    assert_eq!(
        refusal_of(piece, None, MIB),
        None,
        "the first version named no attachment"
    );
    assert_eq!(
        refusal_of(FrameKind::Segments, chunk(0, MIB), MIB),
        Some("err-package-manifest-form")
    );
    assert_eq!(
        refusal_of(piece, chunk(1, MIB), MIB),
        Some("err-package-manifest-form")
    );
    assert_eq!(
        refusal_of(piece, chunk(0, limit::ATTACHMENT_BYTES + 1), MIB),
        Some("err-package-too-large")
    );
}

#[test]
fn a_frame_is_bounded() {
    let refusal_of = |packed, plain| refusal(|m| m.frames = vec![frame(packed, plain)]);
    assert_eq!(refusal_of(64 * MIB, 64 * MIB - 1), None);
    assert_eq!(refusal_of(64 * MIB, 64 * MIB), None);
    assert_eq!(refusal_of(64 * MIB, 64 * MIB + 1), Some("err-package-too-large"));
    assert_eq!(refusal_of(64 * MIB, u64::MAX), Some("err-package-too-large"));

    assert_eq!(refusal_of(5, 999), None);
    assert_eq!(refusal_of(5, 1000), None);
    assert_eq!(refusal_of(5, 1001), Some("err-package-frame-ratio"));
    assert_eq!(refusal_of(0, 1), Some("err-package-frame-ratio"));

    assert_eq!(refusal_of(2563, 2560 - 60), None);
    assert_eq!(refusal_of(2560 + 10 + 64, 2560), None);
    assert_eq!(refusal_of(2560 + 10 + 65, 2560), Some("err-package-frame-length"));
    assert_eq!(refusal_of(u64::MAX, 2560), Some("err-package-frame-length"));
}

#[test]
fn all_frames_together_are_bounded() {
    let full = |packed, count, last, purpose| {
        refusal(|m| {
            m.heading.purpose = purpose;
            m.frames = vec![frame(packed, 64 * MIB); count];
            m.frames.push(frame(1, last));
        })
    };
    let too_large = Some("err-package-too-large");
    for (purpose, count) in [
        (ManifestPurpose::Sync, 15),
        (ManifestPurpose::Unknown(9), 15),
        (ManifestPurpose::Full, 31),
    ] {
        let almost = |last| {
            refusal(|m| {
                m.heading.purpose = purpose;
                m.frames = vec![frame(MIB, 64 * MIB); count];
                m.frames.push(frame(MIB, 64 * MIB - 1));
                m.frames.push(frame(1, last));
            })
        };
        assert_eq!(almost(0), None, "one byte below");
        assert_eq!(almost(1), None, "exactly as much as may be");
        assert_eq!(almost(2), too_large, "one byte above");
    }
    assert_eq!(
        full(64 * MIB, 3, 1, ManifestPurpose::Sync),
        None,
        "the file: below 256 MiB"
    );
    assert_eq!(
        full(64 * MIB, 4, 1, ManifestPurpose::Sync),
        too_large,
        "one byte above 256 MiB"
    );
    assert_eq!(full(64 * MIB, 4, 1, ManifestPurpose::Full), None);
}

#[test]
fn a_newer_major_version_is_refused_whatever_else_it_says() {
    for (key, number, expected) in [
        (1, 2, "err-package-version"),
        (3, 2, "err-package-version"),
        (1, 0, "err-package-manifest-form"),
        (3, 0, "err-package-manifest-form"),
    ] {
        let mut entries = entries(&manifest(vec![]));
        entries.retain(|(key, _)| matches!(key, 1 | 3 | 5));
        entries
            .iter_mut()
            .filter(|entry| entry.0 == key)
            .for_each(|entry| entry.1 = number.into());
        assert_eq!(read_payload(encoded(entries), &[]), Err(expected));
    }
}

#[test]
fn a_newer_minor_version_is_read_and_what_is_unknown_left_alone() {
    let (info, packed) = announced(FrameKind::Unknown(12), b"of a newer version");
    let mut newer = manifest(vec![info]);
    newer.format_minor = FORMAT_MINOR + 1;
    let mut entries = entries(&newer);
    entries.push((200, Value::Text("a field of a newer version".to_owned())));
    let file = file_of(&sealed(encoded(entries)), &packed);
    let mut opened = open(&file).unwrap();
    assert_eq!(*opened.manifest(), newer);
    let (info, plain) = opened.next_frame().unwrap().unwrap();
    assert_eq!(
        (info.kind, &plain[..]),
        (FrameKind::Unknown(12), &b"of a newer version"[..])
    );
    opened.finish().unwrap();
}

#[test]
fn every_field_is_needed() {
    for left_out in 1..=19 {
        let mut entries = entries(&manifest(vec![]));
        entries.retain(|(key, _)| *key != left_out);
        assert_eq!(
            read_payload(encoded(entries), &[]),
            Err("err-package-manifest-form")
        );
    }
}

#[test]
fn every_field_has_its_type() {
    for changed in 1..=19 {
        for value in [
            Value::Null,
            Value::Bytes(vec![1]),
            Value::Array(vec![Value::Null]),
        ] {
            let mut entries = entries(&manifest(vec![]));
            entries
                .iter_mut()
                .filter(|(key, _)| *key == changed)
                .for_each(|entry| entry.1 = value.clone());
            assert_eq!(
                read_payload(encoded(entries), &[]),
                Err("err-package-manifest-form"),
                "key {changed} with {value:?}"
            );
        }
    }
}
