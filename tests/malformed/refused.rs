//! Packages that a member of the circle signed and that are refused whole: the store stays as it was,
//! and the sender's honest package is taken over all the same.

use kring_api::domain::id::{Hash, RecordId};
use kring_api::domain::kind::Kind;
use kring_sync::limit;
use kring_sync::package::{FrameKind, Heading, ManifestPurpose};
use kring_sync::segment::{Scope, Segment};
use kring_tests::Laptop;

use crate::forge::{ELSEWHERE, Forger, Frames, note};
use crate::operation::{
    another_genesis, changed, operation_elsewhere, operation_of_stranger, operation_on_nothing, operations,
};
use crate::{assert_told, three};

/// A way to bend frames, with the code it is refused under.
type Case = (&'static str, fn(&Forger) -> Frames, &'static str);

const BENT_FRAMES: &[Case] = &[
    (
        "a segment of another circle",
        |forger| header(forger, |header| header.circle = ELSEWHERE),
        "err-segment-circle",
    ),
    (
        "a segment of a private chain",
        |forger| header(forger, |header| header.scope = Scope::Private),
        "err-segment-private",
    ),
    (
        "a segment of a device that nobody brought in",
        |forger| forger.frames(&[forger.stranger().chain(1).note("van buiten")]),
        "err-segment-stranger",
    ),
    (
        "a segment with a signature that was changed",
        |forger| segment(forger, |segment| segment.signature.0[0] ^= 1),
        "err-segment-signature",
    ),
    (
        "a segment in another's name",
        in_anothers_name,
        "err-segment-signature",
    ),
    (
        "a body that its hash does not fit",
        |forger| {
            segment(forger, |segment| {
                segment.bodies[0].as_mut().unwrap().bytes[0] ^= 1;
            })
        },
        "err-segment-form",
    ),
    (
        "a salt that its hash does not fit",
        |forger| segment(forger, |segment| segment.bodies[0].as_mut().unwrap().salt[0] ^= 1),
        "err-segment-form",
    ),
    (
        "a body left out as if it was erased",
        |forger| segment(forger, |segment| segment.bodies[0] = None),
        "err-segment-form",
    ),
    (
        "a part without any place for its body",
        |forger| segment(forger, |segment| segment.bodies.clear()),
        "err-segment-form",
    ),
    (
        "a record id that does not follow from its making",
        |forger| header(forger, |header| header.parts[0].record = RecordId([8; 16])),
        "err-segment-form",
    ),
    (
        "an owner put in afterwards",
        |forger| {
            header(forger, |header| {
                header.parts[0].creation.as_mut().unwrap().owner = RecordId([8; 16]);
            })
        },
        "err-segment-form",
    ),
    (
        "a chain that is not the device's",
        |forger| header(forger, |header| header.log.0[0] ^= 1),
        "err-segment-form",
    ),
    (
        "a segment at place zero",
        |forger| header(forger, |header| header.seq = 0),
        "err-segment-form",
    ),
    (
        "a place that no table can hold",
        |forger| header(forger, |header| header.seq = u64::MAX),
        "err-segment-form",
    ),
    (
        "a clock that no table can hold",
        |forger| header(forger, |header| header.wall_ms = u64::MAX),
        "err-segment-form",
    ),
    (
        "a span that ends before it begins",
        |forger| header(forger, |header| header.parts[0].from = 9_000),
        "err-segment-form",
    ),
    (
        "a span that the engine cannot count",
        |forger| header(forger, |header| header.parts[0].to = u32::MAX),
        "err-segment-form",
    ),
    (
        "more parts than one action may have",
        too_many_parts,
        "err-segment-form",
    ),
    (
        "segments nested a hundred thousand deep",
        |forger| segments(forger, nested()),
        "err-segment-form",
    ),
    (
        "a list that claims four thousand million segments",
        |forger| segments(forger, vec![0x9a, 0xff, 0xff, 0xff, 0xff]),
        "err-segment-form",
    ),
    (
        "bytes that claim to be a terabyte",
        |forger| segments(forger, vec![0x81, 0x5b, 0, 0, 1, 0, 0, 0, 0, 0]),
        "err-segment-form",
    ),
    (
        "a map where a list of segments must be",
        |forger| segments(forger, vec![0xa0]),
        "err-segment-form",
    ),
    (
        "an empty frame of segments",
        |forger| segments(forger, Vec::new()),
        "err-segment-form",
    ),
    (
        "bytes behind the list of segments",
        |forger| segments(forger, vec![0x80, 0x80]),
        "err-segment-form",
    ),
    (
        "no membership",
        |forger| forger.frames(&[]).split_off(1),
        "err-membership-form",
    ),
    (
        "membership twice",
        |forger| [forger.frames(&[]), forger.frames(&[])].concat(),
        "err-membership-form",
    ),
    (
        "membership nested a hundred thousand deep",
        |_| vec![(FrameKind::Membership, nested())],
        "err-membership-form",
    ),
    (
        "membership of another beginning",
        another_genesis,
        "err-membership-form",
    ),
    (
        "an operation with a signature that was changed",
        |forger| operations(forger, &[changed(forger)]),
        "err-membership-form",
    ),
    (
        "an operation by a device that nobody brought in",
        operation_of_stranger,
        "err-membership-form",
    ),
    (
        "an operation that builds on a missing one",
        operation_on_nothing,
        "err-membership-form",
    ),
    (
        "an operation for another circle",
        operation_elsewhere,
        "err-membership-form",
    ),
];

/// A way to bend what a package says of itself.
type Claim = (&'static str, fn(&Forger, &mut Heading), &'static str);

const BENT_HEADINGS: &[Claim] = &[
    (
        "of another circle",
        |_, heading| heading.circle = ELSEWHERE,
        "err-package-circle",
    ),
    (
        "in the name of another member",
        |forger, heading| heading.sender = forger.other().0,
        "err-package-signature",
    ),
    (
        "an answer by who is no coordinator",
        |_, heading| heading.purpose = ManifestPurpose::Answer,
        "err-sender-not-member",
    ),
    (
        "before its sender came in",
        |_, heading| heading.membership = Vec::new(),
        "err-sender-not-member",
    ),
    (
        "under a membership that is not in it",
        |_, heading| heading.membership = vec![Hash([7; 32])],
        "err-membership-form",
    ),
    (
        "a number that no table can hold",
        |_, heading| heading.counter = u64::MAX,
        "err-package-manifest-form",
    ),
    (
        "a clock that no table can hold",
        |_, heading| heading.wall_ms = u64::MAX,
        "err-package-manifest-form",
    ),
    (
        "a head that no table can hold",
        |_, heading| heading.heads[0].seq = u64::MAX,
        "err-package-manifest-form",
    ),
];

#[test]
fn a_package_with_bent_frames_is_refused_under_its_code() {
    let mut circle = three(22);
    let forger = Forger::of(&mut circle.laptops[1]);
    let file = circle.root.path().join("bent.kring");
    let receiver = &mut circle.laptops[2];
    for (what, frames, code) in BENT_FRAMES {
        forger.send(&file, frames(&forger));
        assert_refused(receiver, &file, what, code);
    }
    forger.send(&file, forger.frames(&[forger.chain(1).note("eerlijk")]));
    assert_eq!(
        receiver.import(&file).unwrap().new,
        1,
        "an honest package of the same hand is taken over"
    );
}

#[test]
fn a_package_that_lies_about_itself_is_refused_under_its_code() {
    let mut circle = three(23);
    let forger = Forger::of(&mut circle.laptops[1]);
    let file = circle.root.path().join("bent.kring");
    for (what, bend, code) in BENT_HEADINGS {
        let mut heading = forger.next_heading();
        bend(&forger, &mut heading);
        match forger.send_as(&file, heading, forger.frames(&[])) {
            Ok(()) => assert_refused(&mut circle.laptops[2], &file, what, code),
            Err(error) => assert_eq!(error.code(), *code, "{what}: writer and reader refuse the same"),
        }
    }
}

#[test]
fn the_package_of_a_stranger_is_refused_and_kept_for_a_coordinator() {
    let mut circle = three(24);
    let stranger = Forger::of(&mut circle.laptops[1]).stranger();
    let file = circle.file();
    stranger.send(&file, stranger.frames(&[]));
    let receiver = &mut circle.laptops[0];
    assert_refused(receiver, &file, "a stranger's package", "err-sender-not-member");
    let kept: Vec<_> = std::fs::read_dir(receiver.workspace().folder().quarantine())
        .unwrap()
        .collect();
    let [Ok(kept)] = kept.as_slice() else {
        panic!("one file is kept")
    };
    assert_eq!(
        std::fs::read(kept.path()).unwrap(),
        std::fs::read(&file).unwrap(),
        "as it came, still encrypted"
    );
}

fn assert_refused(receiver: &mut Laptop, file: &std::path::Path, what: &str, code: &str) {
    let before = receiver.dump();
    assert_eq!(receiver.refusal(file), code, "{what}");
    assert_told(code);
    assert!(
        receiver.dump() == before,
        "{what}: a refused package leaves no trace in the store"
    );
}

/// A note whose header was bent before it was signed.
fn header(forger: &Forger, bend: impl FnOnce(&mut kring_sync::segment::Header)) -> Frames {
    let mut chain = forger.chain(1);
    let part = chain.create(Kind::Note, RecordId::ZERO, &note("gebogen"));
    let mut header = chain.header(std::slice::from_ref(&part));
    bend(&mut header);
    forger.frames(&[chain.seal(header, vec![part])])
}

/// A note whose segment was bent after it was signed.
fn segment(forger: &Forger, bend: impl FnOnce(&mut Segment)) -> Frames {
    let mut segment = forger.chain(1).note("gebogen");
    bend(&mut segment);
    forger.frames(&[segment])
}

fn segments(forger: &Forger, plain: Vec<u8>) -> Frames {
    vec![
        (FrameKind::Membership, forger.membership.clone()),
        (FrameKind::Segments, plain),
    ]
}

/// Lists in lists; of two kinds in turn, so that the frame is not refused for being packed too tightly.
fn nested() -> Vec<u8> {
    (0..100_000_u32)
        .map(|at| {
            if at.wrapping_mul(0x9E37_79B9) >> 31 == 0 {
                0x81
            } else {
                0x82
            }
        })
        .collect()
}

fn in_anothers_name(forger: &Forger) -> Frames {
    let (device, _) = forger.other();
    header(forger, |header| {
        header.device = device;
        header.log = kring_trust::hash::log_id(device, [1; 8]);
        header.parts[0].creation = None;
    })
}

fn too_many_parts(forger: &Forger) -> Frames {
    let mut chain = forger.chain(1);
    let part = chain.create(Kind::Note, RecordId::ZERO, &note("te veel"));
    let segment = chain.write(vec![part; limit::PARTS + 1]);
    forger.frames(&[segment])
}
