//! What operations amount to, case by case.

use kring_domain::id::{CircleId, Hash, LogId};
use kring_trust::membership::{Cap, Cutoff, DeviceStatus, Membership, Reason};
use kring_trust::operation::{Author, Deed, Operation, Right, SignedOperation};

use crate::circle::{
    Circle, FOUNDER, add_device, add_person, authority, genesis, head, person, remove_person, secret,
    set_right,
};

fn right_of(circle: &Circle, number: u8) -> Option<Right> {
    circle.membership().right_of(person(number))
}

#[test]
fn the_founder_is_coordinator_from_the_genesis_on() {
    let membership = Membership::resolve(&genesis(), &[]);
    assert_eq!(membership.right_of(person(FOUNDER)), Some(Right::Coordinator));
    assert_eq!(
        membership.person_of(secret(FOUNDER).device_id()),
        Some(person(FOUNDER))
    );
    assert!(membership.heads().is_empty());
    assert_eq!(membership.at(&[]).as_ref(), Some(membership.now()));
}

#[test]
fn a_person_and_a_device_take_part_once_added() {
    let mut circle = Circle::default();
    let person_added = circle.then(FOUNDER, add_person(2, Right::Member));
    let device_added = circle.then(FOUNDER, add_device(2));
    let membership = circle.membership();
    assert_eq!(membership.heads(), [device_added]);
    assert_eq!(membership.active_devices().count(), 2);

    let earlier = membership.at(&[person_added]).unwrap();
    assert_eq!(earlier.right_of(person(2)), Some(Right::Member));
    assert!(!earlier.is_active(secret(2).device_id()), "the device came later");
    assert!(membership.at(&[Hash([0; 32])]).is_none(), "a head nobody knows");
}

#[test]
fn only_coordinators_decide_on_others() {
    let mut circle = Circle::with_coordinators(&[]);
    for (number, right) in [
        (2, Right::Secretary),
        (3, Right::Member),
        (4, Right::Reader),
        (5, Right::Unknown(9)),
    ] {
        circle.then(FOUNDER, add_person(number, right));
        circle.then(FOUNDER, add_device(number));
        for deed in [
            add_person(6, Right::Reader),
            add_device(6),
            remove_person(FOUNDER),
            set_right(number, Right::Coordinator),
            Deed::RemoveDevice {
                device: secret(FOUNDER).device_id(),
                cut: Vec::new(),
            },
            Deed::Admit {
                segments: vec![Hash([1; 32])],
            },
            Deed::CloseCircle,
        ] {
            let operation = circle.then(number, deed.clone());
            assert!(!circle.has_effect(operation), "{right:?} {deed:?}");
        }
    }
    assert_eq!(
        circle.membership().now().people().count(),
        5,
        "the founder and four others"
    );
}

#[test]
fn everybody_decides_on_their_own_device() {
    let mut circle = Circle::default();
    circle.then(FOUNDER, add_person(2, Right::Reader));
    circle.then(FOUNDER, add_device(2));
    let device = secret(2).device_id();
    circle.then(
        2,
        Deed::RotateKey {
            device,
            age: [0x55; 32],
        },
    );
    assert_eq!(circle.membership().device(device).unwrap().keys.age, [0x55; 32]);

    let foreign = circle.then(
        FOUNDER,
        Deed::RotateKey {
            device,
            age: [0x66; 32],
        },
    );
    assert!(
        !circle.has_effect(foreign),
        "a coordinator has no key of another's device"
    );
    let own = circle.then(2, add_device(3));
    assert!(
        !circle.has_effect(own),
        "a further laptop is approved by a coordinator"
    );

    circle.then(
        2,
        Deed::RemoveDevice {
            device,
            cut: Vec::new(),
        },
    );
    let membership = circle.membership();
    assert_eq!(membership.device(device).unwrap().status, DeviceStatus::Removed);
    assert_eq!(
        membership.person_of(device),
        Some(person(2)),
        "what it wrote before stays its owner's"
    );
}

#[test]
fn a_device_never_changes_hands() {
    let mut circle = Circle::with_coordinators(&[2]);
    circle.then(FOUNDER, add_person(3, Right::Member));
    let keys = secret(2).public([2; 32]);
    let moved = circle.then(
        FOUNDER,
        Deed::AddDevice {
            person: person(3),
            keys,
            nonce: None,
        },
    );
    assert!(!circle.has_effect(moved));
    assert_eq!(
        circle.membership().person_of(secret(2).device_id()),
        Some(person(2))
    );
}

#[test]
fn a_removal_beats_what_the_removed_did_beside_it() {
    let mut circle = Circle::with_coordinators(&[2]);
    let before = circle.heads();
    let added = circle.at(2, &before, add_person(3, Right::Coordinator));
    let device = circle.at(2, &[added], add_device(3));
    let by_third = circle.at(3, &[device], add_person(4, Right::Member));
    assert_eq!(
        right_of(&circle, 4),
        Some(Right::Member),
        "nothing speaks against it yet"
    );

    circle.at(FOUNDER, &before, remove_person(2));
    let membership = circle.membership();
    for number in [2, 3, 4] {
        assert_eq!(membership.right_of(person(number)), None, "{number}");
    }
    let head = membership.at(&[by_third]).unwrap();
    assert_eq!(
        head.right_of(person(3)),
        None,
        "nor at the heads that only they knew"
    );
    assert_eq!(
        membership.cutoff(LogId([1; 16]), secret(3).device_id()),
        Cutoff::All
    );
}

#[test]
fn what_the_removed_did_before_stays() {
    let mut circle = Circle::with_coordinators(&[2]);
    circle.then(2, add_person(3, Right::Member));
    circle.then(FOUNDER, remove_person(2));
    assert_eq!(right_of(&circle, 3), Some(Right::Member));
}

#[test]
fn two_coordinators_who_remove_each_other_are_both_suspended() {
    let third_decides =
        |circle: &mut Circle, heads: &[Hash]| circle.at(4, heads, set_right(2, Right::Member));
    let key_decides =
        |circle: &mut Circle, heads: &[Hash]| circle.by_authority(heads, add_person(2, Right::Member));
    for decide in [third_decides as fn(&mut Circle, &[Hash]) -> Hash, key_decides] {
        let mut circle = Circle::with_coordinators(&[2, 3, 4]);
        let before = circle.heads();
        circle.at(2, &before, remove_person(3));
        circle.at(3, &before, remove_person(2));
        let membership = circle.membership();
        assert!(membership.is_suspended(person(2)) && membership.is_suspended(person(3)));
        assert!(!membership.is_suspended(person(4)));
        assert_eq!((right_of(&circle, 2), right_of(&circle, 3)), (None, None));

        let heads = circle.heads();
        decide(&mut circle, &heads);
        let membership = circle.membership();
        assert_eq!(membership.right_of(person(2)), Some(Right::Member));
        assert_eq!(membership.right_of(person(3)), None, "the other stays out");
        assert!(
            !membership.is_suspended(person(3)),
            "and nobody waits for a decision any more"
        );
    }
}

#[test]
fn the_kringsleutel_ends_a_fight() {
    let mut circle = Circle::with_coordinators(&[2]);
    let before = circle.heads();
    circle.by_authority(&before, remove_person(2));
    let answer = circle.at(2, &before, remove_person(FOUNDER));
    assert!(
        !circle.has_effect(answer),
        "a removal beside the kringsleutel's removal of its author"
    );
    assert_eq!(right_of(&circle, FOUNDER), Some(Right::Coordinator));
}

#[test]
fn the_kringsleutel_also_saves_what_came_before_its_decision() {
    let mut circle = Circle::with_coordinators(&[2, 3]);
    let before = circle.heads();
    let added = circle.at(3, &before, add_person(4, Right::Coordinator));
    let device = circle.at(3, &[added], add_device(4));
    circle.at(2, &before, remove_person(3));
    assert!(!circle.has_effect(added));

    let decided = circle.by_authority(&[device], remove_person(2));
    let used = circle.at(4, &[decided], remove_person(FOUNDER));
    assert!(
        circle.has_effect(added),
        "the removal that undid it does not count beside the kringsleutel's"
    );
    assert!(circle.has_effect(used));
}

#[test]
fn lowering_a_right_beats_what_it_was_used_for_beside_it() {
    let mut circle = Circle::with_coordinators(&[2]);
    let before = circle.heads();
    let used = circle.at(2, &before, add_person(3, Right::Member));
    let device = secret(2).device_id();
    let rotated = circle.at(2, &before, Deed::RotateKey { device, age: [1; 32] });
    circle.at(FOUNDER, &before, set_right(2, Right::Secretary));
    assert!(!circle.has_effect(used));
    assert!(circle.has_effect(rotated), "a secretary may do that too");
    assert_eq!(right_of(&circle, 2), Some(Right::Secretary));
}

#[test]
fn of_rights_given_beside_each_other_the_least_counts() {
    let mut circle = Circle::with_coordinators(&[2]);
    let before = circle.heads();
    circle.at(FOUNDER, &before, add_person(3, Right::Secretary));
    circle.at(2, &before, add_person(3, Right::Reader));
    assert_eq!(right_of(&circle, 3), Some(Right::Reader));
}

#[test]
fn a_removal_beats_a_right_given_beside_it_until_somebody_who_knows_both_decides() {
    let mut circle = Circle::with_coordinators(&[2, 3]);
    let before = circle.heads();
    circle.at(FOUNDER, &before, remove_person(3));
    circle.at(2, &before, set_right(3, Right::Secretary));
    assert_eq!(right_of(&circle, 3), None);
    circle.then(2, add_person(3, Right::Reader));
    assert_eq!(right_of(&circle, 3), Some(Right::Reader));
}

#[test]
fn a_removal_cuts_the_chains_of_the_removed() {
    let mut circle = Circle::with_coordinators(&[2]);
    let device = secret(2).device_id();
    let (named, unnamed) = (LogId([2; 16]), LogId([9; 16]));
    assert_eq!(circle.membership().cutoff(named, device), Cutoff::None);

    circle.then(
        FOUNDER,
        Deed::RemovePerson {
            person: person(2),
            cut: vec![head(2, 7)],
        },
    );
    assert_eq!(
        circle.membership().cutoff(named, device),
        Cutoff::After(head(2, 7))
    );
    assert_eq!(circle.membership().cutoff(unnamed, device), Cutoff::All);
    assert_eq!(
        circle.membership().cutoff(named, secret(8).device_id()),
        Cutoff::All,
        "nobody's device"
    );

    circle.then(FOUNDER, add_person(2, Right::Member));
    let membership = circle.membership();
    assert_eq!(
        membership.cutoff(unnamed, device),
        Cutoff::None,
        "back again, the chain goes on"
    );
    let cap = Cap {
        cutoff: Cutoff::After(head(2, 7)),
        right: Right::Member,
    };
    assert_eq!(
        membership.caps(named, device),
        [cap],
        "but no longer with a coordinator's right"
    );
}

#[test]
fn the_strictest_of_two_removals_cuts() {
    let mut circle = Circle::with_coordinators(&[2]);
    circle.then(FOUNDER, add_person(3, Right::Member));
    circle.then(FOUNDER, add_device(3));
    let before = circle.heads();
    let device = secret(3).device_id();
    circle.at(
        FOUNDER,
        &before,
        Deed::RemovePerson {
            person: person(3),
            cut: vec![head(3, 9)],
        },
    );
    circle.at(
        2,
        &before,
        Deed::RemoveDevice {
            device,
            cut: vec![head(3, 4)],
        },
    );
    assert_eq!(
        circle.membership().cutoff(LogId([3; 16]), device),
        Cutoff::After(head(3, 4))
    );
}

#[test]
fn a_lowered_right_caps_a_chain_until_more_is_given() {
    let mut circle = Circle::with_coordinators(&[2]);
    let (log, device) = (LogId([2; 16]), secret(2).device_id());
    let cut = vec![head(2, 5)];
    circle.then(
        FOUNDER,
        Deed::SetRight {
            person: person(2),
            right: Right::Reader,
            cut,
        },
    );
    let membership = circle.membership();
    let cap = |right| Cap {
        cutoff: Cutoff::After(head(2, 5)),
        right,
    };
    assert_eq!(
        membership.cutoff(log, device),
        Cutoff::None,
        "a reader's part still counts"
    );
    assert_eq!(membership.caps(log, device), [cap(Right::Reader)]);
    let unnamed = Cap {
        cutoff: Cutoff::All,
        right: Right::Reader,
    };
    assert_eq!(membership.caps(LogId([9; 16]), device), [unnamed]);

    circle.then(FOUNDER, set_right(2, Right::Secretary));
    assert_eq!(circle.membership().caps(log, device), [cap(Right::Secretary)]);
}

#[test]
fn coordinators_admit_segments_and_close_the_circle() {
    let mut circle = Circle::default();
    circle.then(
        FOUNDER,
        Deed::Admit {
            segments: vec![Hash([1; 32])],
        },
    );
    assert!(circle.membership().admitted(Hash([1; 32])) && !circle.membership().admitted(Hash([2; 32])));
    assert!(!circle.membership().is_closed());
    circle.then(FOUNDER, Deed::CloseCircle);
    assert!(circle.membership().is_closed());
}

#[test]
fn what_takes_no_part_is_set_aside_with_its_reason() {
    let author = Author::Device(secret(FOUNDER).device_id());
    let good = Operation {
        circle: genesis().circle_id(),
        deps: Vec::new(),
        author,
        wall_ms: 0,
        deed: Deed::CloseCircle,
    };
    let foreign = Operation {
        circle: CircleId([5; 32]),
        ..good.clone()
    };
    let unknown = Operation {
        author: Author::Device(secret(9).device_id()),
        ..good.clone()
    };
    let orphan = Operation {
        deps: vec![Hash([3; 32])],
        ..good.clone()
    };
    let sign = |operation: &Operation, number| {
        SignedOperation::by_device(operation.clone(), &secret(number)).unwrap()
    };
    let forged = {
        let by_key = Operation {
            author: Author::Authority,
            ..good
        };
        let signed = SignedOperation::by_authority(by_key, &authority()).unwrap();
        let mut bytes = signed.encode();
        *bytes.last_mut().unwrap() ^= 1;
        SignedOperation::decode(&bytes).unwrap()
    };
    let cases = [
        (
            sign(&foreign, FOUNDER),
            Reason::WrongCircle {
                circle: foreign.circle,
            },
        ),
        (sign(&unknown, 9), Reason::UnknownAuthor),
        (sign(&orphan, FOUNDER), Reason::MissingDependency),
        (forged, Reason::BadSignature),
    ];
    for (operation, reason) in cases {
        let membership = Membership::resolve(&genesis(), std::slice::from_ref(&operation));
        let [entry] = membership.set_aside() else {
            panic!("one operation, set aside: {reason}")
        };
        assert_eq!((entry.hash, &entry.reason), (operation.hash(), &reason));
        assert!(membership.heads().is_empty(), "{reason}");
    }
}

#[test]
fn a_copy_with_a_wrong_signature_does_no_harm() {
    let mut circle = Circle::default();
    circle.then(FOUNDER, Deed::CloseCircle);
    let mut bytes = circle.operations[0].encode();
    *bytes.last_mut().unwrap() ^= 1;
    circle.operations.push(SignedOperation::decode(&bytes).unwrap());
    assert!(circle.membership().is_closed() && circle.membership().set_aside().is_empty());
}

#[test]
fn a_deed_of_a_newer_version_is_carried_without_effect() {
    let mut circle = Circle::default();
    let newer = circle.then(FOUNDER, Deed::Unknown { number: 99 });
    let after = circle.then(FOUNDER, add_person(2, Right::Member));
    assert!(!circle.has_effect(newer) && circle.has_effect(after));
    assert_eq!(circle.heads(), [after]);
}
