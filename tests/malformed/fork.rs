//! Two branches under one place of a chain: somebody wrote with two copies of one store, or wants to
//! show different people different things.

use kring_api::domain::id::Hash;
use kring_sync::segment::Segment;
use kring_tests::Laptop;

use crate::forge::Forger;
use crate::three;

/// Which segments of the two branches each package holds; every laptop gets them in its own order.
const ORDERS: [&[&[usize]]; 4] = [
    &[&[0, 1, 2], &[0, 3, 4]],
    &[&[0, 3, 4], &[0, 1, 2]],
    &[&[4], &[2], &[3], &[1], &[0]],
    &[&[1, 3], &[2, 4], &[0]],
];

#[test]
fn both_branches_are_set_apart_and_what_came_before_stays_in_any_order() {
    let mut ends = Vec::new();
    for order in ORDERS {
        let mut circle = three(28);
        let forger = Forger::of(&mut circle.laptops[1]);
        let [common, one, one_more, other, other_more] = branches(&forger);
        let segments = [common, one, one_more, other, other_more];
        let receiver = &mut circle.laptops[2];
        for (at, package) in order.iter().enumerate() {
            let package: Vec<Segment> = package.iter().map(|at| segments[*at].clone()).collect();
            let file = circle.root.path().join(format!("branch-{at}.kring"));
            forger.send(&file, forger.frames(&package));
            receiver.import(&file).unwrap();
        }
        ends.push((receiver.view(), receiver.state(), head(receiver, &segments[0])));
        let titles = receiver.ask("list_notes", serde_json::json!({})).to_string();
        assert!(
            titles.contains("gemeenschappelijk"),
            "what came before the fork counts"
        );
        assert!(
            !titles.contains("tak"),
            "neither branch counts: nobody can say which is true"
        );
        assert_eq!(
            apart(receiver),
            4,
            "both branches are set apart, whatever came first"
        );

        let mut chain = forger.chain(1);
        (chain.seq, chain.prev) = (4, segments[2].hash());
        let file = circle.file();
        forger.send(&file, forger.frames(&[chain.note("tak 1, nog verder")]));
        let receiver = &mut circle.laptops[2];
        assert_eq!(
            receiver.import(&file).unwrap().apart,
            1,
            "what builds on a branch is apart as well"
        );
        receiver.check().unwrap();
    }
    assert!(
        ends.iter().all(|end| *end == ends[0]),
        "every order ends the same"
    );
}

/// A common beginning, and two branches of two.
fn branches(forger: &Forger) -> [Segment; 5] {
    let mut one = forger.chain(1);
    let common = one.note("gemeenschappelijk");
    let mut other = one.clone();
    other.session += 1;
    [
        common,
        one.note("tak 1"),
        one.note("tak 1, verder"),
        other.note("tak 2"),
        other.note("tak 2, verder"),
    ]
}

fn head(laptop: &mut Laptop, of: &Segment) -> Option<(u64, Hash)> {
    let head = kring_store::table::segment::head(laptop.workspace().db(), of.header.log).unwrap();
    head.map(|head| (head.seq, head.hash))
}

fn apart(laptop: &mut Laptop) -> usize {
    let apart = kring_store::table::segment::Standing::Apart;
    kring_store::table::segment::standing(laptop.workspace().db(), apart)
        .unwrap()
        .len()
}
