//! Whose hand is on the package: another's, nobody's, two at once, a stranger's, or that of somebody
//! who was removed.

use kring_api::domain::id::MemberId;
use kring_sync::package::Heading;
use kring_trust::cbor::{MapBuilder, Value};
use kring_trust::operation::{Author, Deed, Head, Operation, SignedOperation};
use kring_trust::signature::{DeviceSecret, sign_raw};

use super::stage::{Fate, Made, Pen, apart};
use crate::forge::{ELSEWHERE, Forger};
use crate::operation::{operation_of_stranger, operations};
use crate::raw::{Raw, key};

const SIGNATURE: &str = "err-package-signature";
const FORM: &str = "err-package-manifest-form";

/// A signature that is one, but not of these bytes by this device.
pub fn wrong(pen: &mut Pen<'_>) -> Made {
    let member = pen.member();
    let raw = pen.raw();
    let good = sign_raw(&member.secret, &raw.signed()).0;
    let (what, file) = match pen.n % 8 {
        0 => (
            "by the coordinator in the member's name",
            raw.seal_by(&pen.stage.coordinator.secret, member),
        ),
        1 => (
            "by a stranger in the member's name",
            raw.seal_by(&member.stranger().secret, member),
        ),
        2 => {
            let mut bits = good;
            bits[pen.dice.below(64)] ^= 1 << pen.dice.below(8);
            ("with a bit flipped", with_signature(&raw, bits.to_vec(), member))
        }
        3 => {
            let of_another = pen.raw();
            let signature = sign_raw(&member.secret, &of_another.signed()).0.to_vec();
            ("of another package", with_signature(&raw, signature, member))
        }
        4 => {
            let signature = Value::Bytes(good.to_vec());
            let changed = Raw {
                signature: Some(signature),
                ..raw.with(key::COUNTER, pen.dice.number() >> 2)
            };
            ("before the manifest was changed", changed.seal(member))
        }
        5 => {
            let elsewhere = Raw {
                circle: ELSEWHERE,
                ..raw
            };
            ("for another circle", elsewhere.seal(member))
        }
        6 => {
            // The group's order added to the second half: the same to a lenient reader.
            let mut bits = good;
            add_order(&mut bits[32..]);
            (
                "in its other spelling",
                with_signature(&raw, bits.to_vec(), member),
            )
        }
        _ => (
            "of random bytes",
            with_signature(&raw, pen.dice.bytes(64), member),
        ),
    };
    Made::refused(what, file, SIGNATURE)
}

fn with_signature(raw: &Raw, signature: Vec<u8>, member: &Forger) -> Vec<u8> {
    Raw {
        signature: Some(Value::Bytes(signature)),
        ..raw.clone()
    }
    .seal(member)
}

/// Adds 2^252 + 27742317777372353535851937790883648493 (RFC 8032, section 5.1), little-endian.
fn add_order(scalar: &mut [u8]) {
    const LOW: u128 = 27_742_317_777_372_353_535_851_937_790_883_648_493;
    let mut order = [0; 32];
    order[..16].copy_from_slice(&LOW.to_le_bytes());
    order[31] = 0x10;
    let mut carry = 0;
    for (digit, add) in scalar.iter_mut().zip(order) {
        let sum = u16::from(*digit) + u16::from(add) + carry;
        (*digit, carry) = (sum as u8, sum >> 8);
    }
}

/// No signature, or something else in its place.
pub fn absent(pen: &mut Pen<'_>) -> Made {
    let member = pen.member();
    let raw = pen.raw();
    let put = |signature: Value| {
        Raw {
            signature: Some(signature),
            ..raw.clone()
        }
        .seal(member)
    };
    let whole = raw.envelope(&member.secret);
    let (what, file, code) = match pen.n % 9 {
        0 => ("an empty one", put(Value::Bytes(Vec::new())), SIGNATURE),
        1 => ("zeros", put(Value::Bytes(vec![0; 64])), SIGNATURE),
        2 => (
            "one byte too few",
            put(Value::Bytes(pen.dice.bytes(63))),
            SIGNATURE,
        ),
        3 => (
            "one byte too many",
            put(Value::Bytes(pen.dice.bytes(65))),
            SIGNATURE,
        ),
        4 => ("nothing", put(Value::Null), FORM),
        5 => ("words", put("ondertekend, Annelies".into()), FORM),
        6 => (
            "an envelope without its last part",
            raw.around(&shortened(&whole), member),
            FORM,
        ),
        7 => (
            "no envelope around the manifest",
            raw.around(&raw.payload(), member),
            FORM,
        ),
        _ => {
            let protected = vec![0xa1, 0x01, 0x27];
            (
                "an envelope that names nobody",
                Raw { protected, ..raw }.seal(member),
                FORM,
            )
        }
    };
    Made::refused(what, file, code)
}

/// The envelope as a list of three.
fn shortened(envelope: &[u8]) -> Vec<u8> {
    let signature = 2 + 64;
    [&[0x83], &envelope[1..envelope.len() - signature]].concat()
}

/// Two signers where one must be.
pub fn twice(pen: &mut Pen<'_>) -> Made {
    let member = pen.member();
    let raw = pen.raw();
    let kid = |device: &DeviceSecret| Value::Bytes(device.device_id().0.to_vec());
    let coordinator = &pen.stage.coordinator.secret;
    let good = sign_raw(&member.secret, &raw.signed()).0.to_vec();
    let (what, raw, code) = match pen.n % 6 {
        0 => {
            let unprotected = MapBuilder::new().put(4, kid(coordinator)).build();
            (
                "the coordinator in the unsigned headers",
                Raw { unprotected, ..raw },
                FORM,
            )
        }
        1 => {
            let entries = vec![
                (1.into(), (-8).into()),
                (4.into(), kid(&member.secret)),
                (4.into(), kid(coordinator)),
            ];
            let protected = kring_trust::cbor::encode(&Value::Map(entries));
            ("two names in the signed headers", Raw { protected, ..raw }, FORM)
        }
        2 => {
            let other = sign_raw(coordinator, &raw.signed()).0;
            let both = Value::Bytes([good.as_slice(), &other].concat());
            (
                "two signatures, one behind the other",
                Raw {
                    signature: Some(both),
                    ..raw
                },
                SIGNATURE,
            )
        }
        3 => {
            let other = Value::Bytes(sign_raw(coordinator, &raw.signed()).0.to_vec());
            let both = Value::Array(vec![Value::Bytes(good), other]);
            (
                "a list of signatures",
                Raw {
                    signature: Some(both),
                    ..raw
                },
                FORM,
            )
        }
        4 => (
            "a fifth part with another signature",
            Raw {
                behind: vec![Value::Bytes(good)],
                ..raw
            },
            FORM,
        ),
        _ => {
            let protected = [raw.protected.as_slice(), &coordinator.device_id().0].concat();
            ("a name behind the name", Raw { protected, ..raw }, FORM)
        }
    };
    Made::refused(what, raw.seal(member), code)
}

/// Somebody who was never in the circle.
pub fn foreign(pen: &mut Pen<'_>) -> Made {
    let member = pen.member();
    let stranger = member.stranger();
    let own = stranger.chain_named([pen.n as u8 + 1; 8]).note("van buiten");
    let send = |segments| stranger.bytes(stranger.next_heading(), stranger.frames(segments));
    const NOT_MEMBER: &str = "err-sender-not-member";
    let (what, file, code) = match pen.n % 5 {
        0 => ("with nothing in it", send(&[]), NOT_MEMBER),
        1 => ("with the stranger's own change", send(&[own]), NOT_MEMBER),
        2 => ("with a member's change", send(&[pen.note()]), NOT_MEMBER),
        3 => (
            "whose change a member brings in",
            pen.sent(&[pen.note(), own]),
            "err-segment-stranger",
        ),
        _ => (
            "who brings operations of their own",
            pen.packed(operation_of_stranger(member)),
            "err-membership-form",
        ),
    };
    Made::refused(what, file, code)
}

/// A member after the coordinator removed them.
pub fn removed(pen: &mut Pen<'_>) -> Made {
    let (member, coordinator) = (pen.member(), &pen.stage.coordinator);
    let removal = removal(pen);
    let with_removal = operations(member, std::slice::from_ref(&removal));
    let news = coordinator.bytes(
        coordinator.next_heading(),
        operations(coordinator, std::slice::from_ref(&removal)),
    );
    let late = pen.note();
    let new_head = Heading {
        membership: vec![removal.hash()],
        ..pen.heading()
    };
    let (what, file, fate) = match pen.n % 5 {
        0 => {
            let frames = [with_removal, member.frames(&[late]).split_off(1)].concat();
            (
                "who knows of it",
                member.bytes(new_head, frames),
                Fate::Refused("err-sender-not-member"),
            )
        }
        1 => {
            let frames = [with_removal, member.frames(&[late]).split_off(1)].concat();
            (
                "who acts as if it came later",
                member.bytes(pen.heading(), frames),
                apart(1),
            )
        }
        2 => ("who leaves it out", pen.sent(&[late]), apart(1)),
        3 => {
            let frames = coordinator.frames(&[late]);
            (
                "whose change another brings",
                coordinator.bytes(coordinator.next_heading(), frames),
                apart(1),
            )
        }
        _ => {
            let before = pen.bent(|header| header.wall_ms = 0);
            ("who dates it back", pen.sent(&[before]), apart(1))
        }
    };
    Made::with(what, file, fate).after(vec![news])
}

/// The member of the stage is removed; of their chains counts what everybody had then.
fn removal(pen: &Pen<'_>) -> SignedOperation {
    let (member, coordinator) = (pen.member(), &pen.stage.coordinator);
    let heads = coordinator.heading.heads.iter().copied();
    let cut: Vec<Head> = heads
        .filter(|head| head.log.0[..8] == member.secret.device_id().0[..8])
        .collect();
    let operation = Operation {
        circle: coordinator.heading.circle,
        deps: coordinator.heading.membership.clone(),
        author: Author::Device(coordinator.secret.device_id()),
        wall_ms: coordinator.heading.wall_ms,
        deed: Deed::RemovePerson {
            person: MemberId(member.person),
            cut,
        },
    };
    SignedOperation::by_device(operation, &coordinator.secret).unwrap()
}
