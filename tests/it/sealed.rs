//! Sealed records: carried by everyone, read by nobody but those the key is wrapped for, until a
//! closing publishes it; then everyone opens the same bytes, in whatever order they came.

use std::collections::BTreeMap;

use kring_api::domain::id::{RecordId, SealKey};
use kring_api::domain::note::Note;
use kring_api::domain::round::{Closing, Position, Stance};
use kring_api::workspace::Workspace;
use kring_sync::segment::Scope;
use kring_tests::{Circle, Laptop, by_id};
use serde_json::json;

/// A circle with an open round; the second member gives a sealed position that the founder, who leads
/// the round, may open before.
struct Sealed {
    circle: Circle,
    round: String,
    position: RecordId,
}

fn age_of(workspace: &Workspace, at: &Workspace) -> [u8; 32] {
    let membership = &workspace.circle().unwrap().membership;
    membership.device(at.device()).unwrap().keys.age
}

fn sealed(seed: u64) -> Sealed {
    let mut circle = Circle::of(4, seed);
    let founder = &mut circle.laptops[0];
    let theme = founder.make("create_theme", json!({ "name": "rust" }));
    let added = founder.ask("add_statement", json!({ "theme": theme, "text": "Rust helpt." }));
    let version = added["value"]["version"].as_str().unwrap().to_owned();
    let round = founder.make("open_round", json!({ "versions": [version] }));
    circle.exchange_all();
    let [leader, holder, ..] = circle.laptops.as_mut_slice() else {
        panic!()
    };
    let position = Position {
        round: round.parse().unwrap(),
        version: version.parse().unwrap(),
        holder: holder.member().parse().unwrap(),
        stance: Stance::Object,
        text: "kanariebezwaar".to_owned(),
        recorded_by: None,
        proof: String::new(),
        supersedes: Vec::new(),
    };
    let workspace = holder.workspace();
    let devices = vec![
        age_of(workspace, workspace),
        age_of(workspace, leader.workspace()),
    ];
    let done = workspace.transact("give_position", |act| act.create_sealed(&position, devices));
    Sealed {
        circle,
        round,
        position: done.unwrap().value,
    }
}

fn close(laptop: &mut Laptop, round: &str, keys: BTreeMap<RecordId, SealKey>) {
    let closing = Closing {
        round: round.parse().unwrap(),
        positions: Vec::new(),
        keys,
    };
    let done = laptop
        .workspace()
        .transact("close_round", |act| act.create(Scope::Circle, &closing));
    assert!(
        done.unwrap().changed.contains(&"position"),
        "what was sealed is seen from here on"
    );
}

fn given(laptop: &mut Laptop, round: &str) -> Vec<String> {
    let shown = laptop.ask("show_round", by_id(round));
    let positions = shown[0]["positions"].as_array().unwrap();
    positions
        .iter()
        .map(|given| given["text"].as_str().unwrap().to_owned())
        .collect()
}

fn count(laptop: &mut Laptop) -> u64 {
    laptop.ask("show_circle", json!({}))["sealed"].as_u64().unwrap()
}

#[test]
fn until_it_is_opened_it_is_carried_and_read_by_those_it_is_for() {
    let Sealed {
        mut circle,
        round,
        position,
    } = sealed(700);
    circle.exchange_all();
    for (at, may_read) in [(0, true), (1, true), (2, false), (3, false)] {
        let laptop = &mut circle.laptops[at];
        assert_eq!(count(laptop), 1, "everyone knows that there is one");
        assert_eq!(
            given(laptop, &round),
            Vec::<String>::new(),
            "and sees nothing of it, its holder neither"
        );
        laptop.check().unwrap();
        assert!(
            !laptop.dump().contains(&hex::encode("kanariebezwaar")),
            "nor lies it readable in a store"
        );
        let read = laptop.workspace().read_sealed(position).unwrap();
        let text = read.map(|value| value["text"].as_str().unwrap().to_owned());
        assert_eq!(text.as_deref(), may_read.then_some("kanariebezwaar"));
        assert_eq!(laptop.workspace().seal_key(position).unwrap().is_some(), may_read);
    }
    circle.assert_equal();
}

#[test]
fn a_closing_opens_it_everywhere_in_whatever_order_it_comes() {
    let Sealed {
        mut circle,
        round,
        position,
    } = sealed(701);
    let sealed_only = circle.file();
    circle.laptops[1].export(&sealed_only);
    circle.laptops[0].import(&sealed_only).unwrap();
    let key = circle.laptops[0].workspace().seal_key(position).unwrap().unwrap();
    close(&mut circle.laptops[0], &round, BTreeMap::from([(position, key)]));
    assert_eq!(given(&mut circle.laptops[0], &round), ["kanariebezwaar"]);
    // To the third first the sealed position comes, to the fourth everything at once.
    let opened = circle.file();
    circle.laptops[0].export_all(&opened);
    circle.laptops[2].import(&sealed_only).unwrap();
    assert_eq!(count(&mut circle.laptops[2]), 1);
    for at in [2, 3, 1] {
        circle.laptops[at].import(&opened).unwrap();
        assert_eq!(given(&mut circle.laptops[at], &round), ["kanariebezwaar"]);
        assert_eq!(count(&mut circle.laptops[at]), 0);
    }
    circle.exchange_all();
    circle.assert_equal();
}

#[test]
fn a_key_that_was_not_committed_to_opens_nothing() {
    let Sealed {
        mut circle,
        round,
        position,
    } = sealed(702);
    circle.exchange_all();
    let closing = Closing {
        round: round.parse().unwrap(),
        positions: Vec::new(),
        keys: BTreeMap::from([(position, SealKey([7; 32]))]),
    };
    let founder = circle.laptops[0].workspace();
    founder
        .transact("close_round", |act| act.create(Scope::Circle, &closing))
        .unwrap();
    circle.exchange_all();
    for laptop in &mut circle.laptops {
        assert_eq!((given(laptop, &round), count(laptop)), (Vec::new(), 1));
    }
    circle.assert_equal();
}

#[test]
fn an_erased_closing_closes_what_it_had_opened() {
    let Sealed {
        mut circle,
        round,
        position,
    } = sealed(703);
    circle.exchange_all();
    let key = circle.laptops[0].workspace().seal_key(position).unwrap().unwrap();
    close(&mut circle.laptops[0], &round, BTreeMap::from([(position, key)]));
    let closing =
        kring_store::noun::all::<Closing, RecordId>(circle.laptops[0].workspace().db()).unwrap()[0].0;
    // Two have seen it open, one hears of closing and erasure at once.
    circle.send(0, 1);
    circle.laptops[0].ask("erase_record", by_id(&closing.to_string()));
    circle.exchange_all();
    for laptop in &mut circle.laptops {
        assert_eq!(
            (given(laptop, &round), count(laptop)),
            (Vec::new(), 1),
            "all see the same again"
        );
    }
    circle.assert_equal();
}

#[test]
fn what_may_change_is_not_sealed() {
    let mut circle = Circle::of(1, 704);
    let workspace = circle.laptops[0].workspace();
    let note = Note {
        subject: None,
        title: "x".to_owned(),
        body: kring_api::domain::block::Blocks::default(),
        ..Note::default()
    };
    let refused = workspace.transact("write_note", |act| act.create_sealed(&note, Vec::new()));
    assert_eq!(refused.map(drop).unwrap_err().code(), "err-cannot-seal");
}
