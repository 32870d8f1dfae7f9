//! Files made to deceive: each is refused under its own code.

use kring_trust::signature::DeviceSecret;

use super::super::guard_header;
use super::*;
use crate::limit;

const FORM: Result<usize, &str> = Err("err-package-manifest-form");

/// A manifest of two different frames, and the frames' bytes.
fn two_frames() -> (Manifest, Vec<u8>, Vec<u8>) {
    let (first, first_packed) = announced(FrameKind::Membership, b"Annelies and Bas");
    let (second, second_packed) = announced(FrameKind::Segments, b"Gezinshuis aan de Vecht");
    (manifest(vec![first, second]), first_packed, second_packed)
}

fn read_signed_by(secret: &DeviceSecret, circle: CircleId) -> Result<usize, &'static str> {
    let sign = |bytes: &[u8]| sign_raw(secret, bytes).0;
    let signer = Signer {
        device: super::secret().device_id(),
        sign: &sign,
    };
    let sealed = envelope::seal(manifest(vec![]).encode(), circle, &signer).unwrap();
    read_whole(&file_of(&sealed, &[]))
}

#[test]
fn the_honest_file_is_read() {
    let (manifest, first, second) = two_frames();
    assert_eq!(read_payload(manifest.encode(), &[first, second].concat()), Ok(2));
    assert_eq!(read_signed_by(&secret(), CIRCLE), Ok(0));
}

#[test]
fn a_signature_by_another_key_does_not_fit() {
    let another = DeviceSecret::from_random([99; 32], AGE_SECRET);
    assert_eq!(read_signed_by(&another, CIRCLE), Err("err-package-signature"));
}

#[test]
fn a_signature_made_for_another_circle_does_not_fit() {
    assert_eq!(
        read_signed_by(&secret(), CircleId([4; 32])),
        Err("err-package-signature")
    );
}

#[test]
fn a_well_signed_package_of_another_circle_is_refused() {
    let file = file_of(&sealed(manifest(vec![]).encode()), &[]);
    let expecting = |circle| {
        let opened = read(&file[..], &identities(), &|_, _, _| Ok(()), circle);
        opened.err().map(|error| error.code())
    };
    assert_eq!(expecting(Some(CircleId([4; 32]))), Some("err-package-circle"));
    assert_eq!(expecting(None), None, "a first import expects no circle yet");
}

#[test]
fn an_unknown_sender_is_told_from_a_forged_signature() {
    let file = file_of(&sealed(manifest(vec![]).encode()), &[]);
    let opened = read(
        &file[..],
        &identities(),
        &|_, _, _| Err(SenderDoubt::Unknown),
        None,
    );
    assert_eq!(opened.err().unwrap().code(), "err-package-sender-unknown");
}

#[test]
fn a_sender_other_than_the_signing_device_is_refused() {
    let mut manifest = manifest(vec![]);
    manifest.heading.sender = DeviceId([1; 16]);
    assert_eq!(read_payload(manifest.encode(), &[]), FORM);
}

#[test]
fn content_that_is_no_package_is_refused() {
    for content in [&b""[..], b"KRB", b"KRB2\0\0\0\0", b"PK\x03\x04"] {
        assert_eq!(read_whole(&encrypted(&[content])), Err("err-package-magic"));
    }
}

#[test]
fn a_manifest_of_one_byte_too_many_is_refused() {
    let padded_to = |length: usize| {
        let with = |padding: usize| {
            let mut entries = entries(&manifest(vec![]));
            entries.push((99, Value::Bytes(vec![0; padding])));
            sealed(encoded(entries))
        };
        let fixed = with(limit::MANIFEST_BYTES / 2).len() - limit::MANIFEST_BYTES / 2;
        let sealed = with(length - fixed);
        assert_eq!(sealed.len(), length);
        read_whole(&file_of(&sealed, &[]))
    };
    assert_eq!(padded_to(limit::MANIFEST_BYTES - 1), Ok(0));
    assert_eq!(padded_to(limit::MANIFEST_BYTES), Ok(0));
    assert_eq!(
        padded_to(limit::MANIFEST_BYTES + 1),
        Err("err-package-manifest-too-long")
    );
    let claimed = encrypted(&[&MAGIC, &u32::MAX.to_be_bytes(), &[0; 64]]);
    assert_eq!(read_whole(&claimed), Err("err-package-manifest-too-long"));
}

#[test]
fn a_length_of_the_manifest_that_lies_is_refused() {
    let sealed = sealed(manifest(vec![]).encode());
    for lie in [0, sealed.len() - 1, sealed.len() + 1, limit::MANIFEST_BYTES] {
        let length = u32::try_from(lie).unwrap().to_be_bytes();
        assert_eq!(
            read_whole(&encrypted(&[&MAGIC, &length, &sealed])),
            FORM,
            "said {lie}"
        );
    }
    assert_eq!(
        read_whole(&encrypted(&[&MAGIC, &[0, 0]])),
        FORM,
        "cut within the length"
    );
}

#[test]
fn cbor_too_deep_or_double_is_refused() {
    let mut deep = entries(&manifest(vec![]));
    let nested = (0..limit::MANIFEST_DEPTH).fold(Value::Null, |inner, _| Value::Array(vec![inner]));
    deep.push((99, nested));
    assert_eq!(
        read_payload(encoded(deep), &[]),
        FORM,
        "one level too deep, in an unknown field"
    );

    let mut allowed = entries(&manifest(vec![]));
    let nested = (1..limit::MANIFEST_DEPTH).fold(Value::Null, |inner, _| Value::Array(vec![inner]));
    allowed.push((99, nested));
    assert_eq!(read_payload(encoded(allowed), &[]), Ok(0));

    let mut double = entries(&manifest(vec![]));
    double.push((5, Value::Bytes(vec![9; 32])));
    assert_eq!(read_payload(encoded(double), &[]), FORM, "two circles");

    assert_eq!(read_payload(vec![0x81; 500_000], &[]), FORM);
    assert_eq!(read_whole(&file_of(&vec![0x81; 1_000_000], &[])), FORM);
}

#[test]
fn counter_signatures_nested_in_byte_strings_are_not_followed() {
    // Each level is a header {7: [h'the level below', {}, h'']}, which coset would follow into by
    // calling itself once per level.
    let mut protected = vec![0xa0];
    while protected.len() < 60_000 {
        let below = Value::Array(vec![protected.into(), Value::Map(vec![]), vec![0_u8; 0].into()]);
        protected = cbor::encode(&Value::Map(vec![(7.into(), below)]));
    }
    let payload = manifest(vec![]).encode();
    let nested = Value::Array(vec![
        protected.into(),
        Value::Map(vec![]),
        payload.into(),
        vec![0_u8; 64].into(),
    ]);
    assert_eq!(read_whole(&file_of(&cbor::encode(&nested), &[])), FORM);
}

#[test]
fn frames_out_of_order_missing_or_added_are_refused() {
    let (manifest, first, second) = two_frames();
    let frames = |frames: &[&[u8]]| read_payload(manifest.encode(), &frames.concat());
    assert!(frames(&[&second, &first]).is_err(), "swapped");
    assert_eq!(
        frames(&[&first]),
        Err("err-package-frame-length"),
        "the last is missing"
    );
    assert_eq!(frames(&[]), Err("err-package-frame-length"), "both are missing");
    assert_eq!(
        frames(&[&first, &second, &second]),
        Err("err-package-trailing"),
        "one too many"
    );
    assert_eq!(
        frames(&[&first, &second, &[0]]),
        Err("err-package-trailing"),
        "a byte behind"
    );
}

#[test]
fn frames_of_equal_length_cannot_be_exchanged() {
    let (first, first_packed) = announced(FrameKind::Segments, b"besluit 2011-014");
    let (second, second_packed) = announced(FrameKind::Segments, b"besluit 2011-015");
    let payload = manifest(vec![first, second]).encode();
    assert_eq!(first_packed.len(), second_packed.len());
    let swapped = [second_packed, first_packed].concat();
    assert_eq!(read_payload(payload, &swapped), Err("err-package-frame-hash"));
}

#[test]
fn lengths_that_lie_are_refused() {
    let (honest, packed) = announced(FrameKind::Segments, &[7; 600]);
    let lying = |packed_more: i64, plain_more: i64| {
        let mut info = honest.clone();
        info.packed = info.packed.checked_add_signed(packed_more).unwrap();
        info.plain = info.plain.checked_add_signed(plain_more).unwrap();
        read_payload(manifest(vec![info]).encode(), &packed)
    };
    assert_eq!(lying(0, 0), Ok(1));
    assert_eq!(lying(0, 1), Err("err-package-frame-length"));
    assert_eq!(lying(0, -1), Err("err-package-frame-length"));
    assert_eq!(lying(1, 0), Err("err-package-frame-length"));
    assert!(lying(-1, 0).is_err(), "cut within the frame");
}

#[test]
fn a_bomb_is_refused_before_it_is_unpacked() {
    let bomb = zstd::bulk::compress(&vec![0; 16 << 20], 3).unwrap();
    let mut info = announced(FrameKind::Segments, b"").0;
    (info.packed, info.plain) = (bomb.len() as u64, 16 << 20);
    assert_eq!(
        read_payload(manifest(vec![info.clone()]).encode(), &bomb),
        Err("err-package-frame-ratio")
    );
    info.plain = info.packed * limit::RATIO;
    assert_eq!(
        read_payload(manifest(vec![info]).encode(), &bomb),
        Err("err-package-frame-length"),
        "a bomb that lies about its size"
    );
}

#[test]
fn a_window_too_large_is_refused() {
    let (mut info, _) = announced(FrameKind::Segments, b"kring");
    // Magic, descriptor with an 8-byte size, a window of 2^41 bytes, the size, one raw block.
    let mut packed = vec![0x28, 0xb5, 0x2f, 0xfd, 0xc0, 31 << 3];
    packed.extend(5_u64.to_le_bytes());
    packed.extend([5 << 3 | 1, 0, 0]);
    packed.extend(b"kring");
    info.packed = packed.len() as u64;
    let payload = manifest(vec![info]).encode();
    assert_eq!(
        read_payload(payload.clone(), &packed),
        Err("err-package-frame-window")
    );
    packed[5] = 13 << 3;
    assert_eq!(read_payload(payload, &packed), Ok(1), "only the window was wrong");
}

#[test]
fn nothing_is_read_after_an_error() {
    let (good, good_packed) = announced(FrameKind::Segments, b"good");
    let (mut bad, bad_packed) = announced(FrameKind::Segments, b"bad");
    bad.hash = Hash([0; 32]);
    let file = file_of(
        &sealed(manifest(vec![bad, good]).encode()),
        &[bad_packed, good_packed].concat(),
    );
    let mut opened = open(&file).unwrap();
    assert_eq!(opened.next_frame().unwrap_err().code(), "err-package-frame-hash");
    assert_eq!(opened.next_frame().unwrap_err().code(), "err-package-damaged");
    assert_eq!(opened.finish().unwrap_err().code(), "err-package-damaged");
}

#[test]
fn the_end_of_the_file_is_proven_also_at_a_chunk_boundary() {
    // age encrypts in chunks of 64 KiB, each authentic by itself. The package ends exactly with one.
    const CHUNK: usize = 64 * 1024;
    let (info, packed) = announced(FrameKind::Segments, b"the last frame");
    let sealed_to = |padding| {
        let mut entries = entries(&manifest(vec![info.clone()]));
        entries.push((99, Value::Bytes(vec![0; padding])));
        sealed(encoded(entries))
    };
    let before_padding = 8 + sealed_to(CHUNK / 2).len() - CHUNK / 2 + packed.len();
    let sealed = sealed_to(CHUNK - before_padding);
    assert_eq!(read_whole(&file_of(&sealed, &packed)), Ok(1));

    let longer = file_of(&sealed, &[&packed[..], b"more"].concat());
    assert_eq!(read_whole(&longer), Err("err-package-trailing"));
    let header = guard_header(&mut &longer[..]).unwrap().bytes;
    let cut = &longer[..header + 16 + CHUNK + 16];
    let mut opened = open(cut).unwrap();
    assert!(
        opened.next_frame().unwrap().is_some(),
        "every byte of the frame is authentic"
    );
    assert_eq!(
        opened.finish().unwrap_err().code(),
        "err-package-damaged",
        "but the end is not"
    );
}
