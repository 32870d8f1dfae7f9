//! The engine's behaviour on records: merging, touches, undo, and refusal of foreign bytes.

use kring_domain::block::{Block, BlockKind, Blocks, Mark, MarkKind};
use kring_domain::meeting::Meeting;
use kring_domain::note::Note;
use kring_domain::record::Record;
use serde_json::{Map, Value};

use super::*;

fn fields(record: &impl Record) -> Map<String, Value> {
    match serde_json::to_value(record).unwrap() {
        Value::Object(fields) => fields,
        other => panic!("a record is an object, not {other}"),
    }
}

fn read<T: Record>(document: &Document) -> T {
    serde_json::from_value(live(document.value())).unwrap()
}

fn save<T: Record>(document: &mut Document, record: &T) -> Option<Change> {
    let before = document.own_counter();
    document.reconcile(&Shape::of::<T>(), &fields(record)).unwrap();
    document.own_change(before).unwrap()
}

fn block(id: &str, text: &str) -> Block {
    Block {
        id: id.into(),
        ..Block::paragraph(text)
    }
}

fn note(blocks: Vec<Block>) -> Note {
    Note {
        body: Blocks(blocks),
        ..Note::default()
    }
}

/// Two replicas of one record.
fn replicas<T: Record>(record: &T) -> (Document, Document) {
    let mut ours = Document::new(1);
    let change = save(&mut ours, record).unwrap();
    let mut theirs = Document::new(2);
    assert_eq!(theirs.apply(&change), Ok(Applied::Yes));
    (ours, theirs)
}

#[test]
fn a_record_reads_back_as_it_was_written_and_writing_it_again_changes_nothing() {
    let marks = vec![
        Mark {
            from: 0,
            to: 4,
            kind: MarkKind::Bold,
            value: String::new(),
        },
        Mark {
            from: 2,
            to: 7,
            kind: MarkKind::Link,
            value: "https://example.org".into(),
        },
    ];
    let blocks = vec![
        Block {
            marks,
            ..block("a", "Hechting 🏡 en rust")
        },
        Block {
            kind: BlockKind::Task,
            checked: true,
            ..block("b", "Els belt")
        },
        Block {
            kind: BlockKind::Heading,
            level: 2,
            ..block("c", "")
        },
    ];
    let note = Note {
        title: "Titel".into(),
        ..note(blocks)
    };
    let mut document = Document::new(1);
    assert!(save(&mut document, &note).is_some());
    assert_eq!(read::<Note>(&document), note);
    assert_eq!(
        save(&mut document, &note),
        None,
        "an unchanged record makes no segment"
    );
}

#[test]
fn edits_of_different_blocks_and_of_one_paragraph_merge_without_loss() {
    let (mut ours, mut theirs) = replicas(&note(vec![
        block("a", "We spraken over rust."),
        block("b", "Els belt"),
    ]));
    let mine = save(
        &mut ours,
        &note(vec![
            block("a", "We spraken lang over rust."),
            block("b", "Els belt"),
        ]),
    )
    .unwrap();
    let yours = save(
        &mut theirs,
        &note(vec![
            block("a", "We spraken over rust in huis."),
            block("b", "Els belt"),
            block("c", "Nieuw"),
        ]),
    )
    .unwrap();
    ours.apply(&yours).unwrap();
    theirs.apply(&mine).unwrap();
    assert_eq!(ours.value(), theirs.value(), "both sides see the same");
    let merged: Note = read(&ours);
    assert_eq!(
        merged.body.plain(),
        "We spraken lang over rust in huis.\nEls belt\nNieuw"
    );
}

#[test]
fn a_block_that_one_side_removed_and_the_other_edited_is_flagged_and_not_gone() {
    let (mut ours, mut theirs) = replicas(&note(vec![block("a", "Eerste"), block("b", "Tweede")]));
    let removed = save(&mut ours, &note(vec![block("a", "Eerste")])).unwrap();
    let edited = save(
        &mut theirs,
        &note(vec![block("a", "Eerste"), block("b", "Tweede, met meer")]),
    )
    .unwrap();
    ours.apply(&edited).unwrap();
    theirs.apply(&removed).unwrap();
    assert_eq!(ours.value(), theirs.value());
    assert_eq!(read::<Note>(&ours).body.plain(), "Eerste");
    assert!(
        ours.value().to_string().contains("met meer"),
        "what the other wrote is still in the document"
    );
}

#[test]
fn list_moves_and_map_entries_of_two_people_merge() {
    let id = |n: u8| kring_domain::id::RecordId([n; 16]);
    let meeting = |agenda: &[u8], present: &[u8]| Meeting {
        number: 1,
        agenda: agenda.iter().map(|n| id(*n).into()).collect(),
        attendance: present
            .iter()
            .map(|n| (id(*n).into(), kring_domain::meeting::Attendance::Present))
            .collect(),
        ..Meeting::default()
    };
    let (mut ours, mut theirs) = replicas(&meeting(&[1, 2, 3], &[]));
    let mine = save(&mut ours, &meeting(&[3, 1, 2], &[7])).unwrap();
    let yours = save(&mut theirs, &meeting(&[1, 2, 3, 4], &[8])).unwrap();
    ours.apply(&yours).unwrap();
    theirs.apply(&mine).unwrap();
    assert_eq!(ours.value(), theirs.value());
    assert_eq!(read::<Meeting>(&ours), meeting(&[3, 1, 2, 4], &[7, 8]));
    assert_eq!(
        ours.touched(mine.peer, mine.from, mine.to),
        ["agenda".to_owned(), format!("attendance/{}", id(7))]
    );
}

#[test]
fn a_field_of_a_newer_version_is_carried_unharmed() {
    let mut newer = fields(&note(vec![block("a", "x")]));
    newer.insert("mood".into(), "calm".into());
    let mut document = Document::new(1);
    document.reconcile(&Shape::of::<Note>(), &newer).unwrap();
    let mut old: Note = read(&document);
    old.title = "Nieuw".into();
    save(&mut document, &old);
    assert_eq!(document.value()["mood"], "calm");
}

#[test]
fn who_saw_whom_is_read_from_the_changes_themselves() {
    let (mut ours, mut theirs) = replicas(&note(vec![block("a", "x")]));
    let mine = save(&mut ours, &note(vec![block("a", "x mijn")])).unwrap();
    let yours = save(&mut theirs, &note(vec![block("a", "x jouw")])).unwrap();
    ours.apply(&yours).unwrap();
    assert!(
        !ours.had_seen(mine.peer, mine.to, yours.peer, yours.to),
        "concurrent"
    );
    assert!(
        !ours.had_seen(yours.peer, yours.to, mine.peer, mine.to),
        "concurrent the other way"
    );
    let later = save(&mut ours, &note(vec![block("a", "samen")])).unwrap();
    assert!(
        ours.had_seen(later.peer, later.to, yours.peer, yours.to),
        "written after taking over"
    );
    let sides =
        [mine, yours].map(|side| Spot::of("body/a").value(&ours.value_at(side.peer, side.to).unwrap()));
    assert_eq!(
        [sides[0]["text"].as_str(), sides[1]["text"].as_str()],
        [Some("x mijn"), Some("x jouw")]
    );
}

#[test]
fn undo_puts_back_only_the_keys_it_is_asked_for() {
    let mut document = Document::new(1);
    save(
        &mut document,
        &Note {
            title: "Oud".into(),
            ..note(vec![block("a", "een"), block("b", "twee")])
        },
    );
    let change = save(
        &mut document,
        &Note {
            title: "Nieuw".into(),
            ..note(vec![block("a", "anders"), block("c", "drie")])
        },
    )
    .unwrap();
    let touched = document.touched(change.peer, change.from, change.to);
    assert_eq!(touched, ["body/a", "body/b", "body/c", "title"]);
    let before = document.value_before(change.peer, change.from).unwrap();
    let keys: Vec<Key> = touched.into_iter().filter(|key| key != "title").collect();
    document.put_back(&Shape::of::<Note>(), &keys, &before).unwrap();
    let undone: Note = read(&document);
    assert_eq!(
        (undone.title.as_str(), undone.body.plain().as_str()),
        ("Nieuw", "een\ntwee")
    );
}

#[test]
fn undo_of_a_field_that_was_empty_before_empties_it() {
    let mut document = Document::new(1);
    save(
        &mut document,
        &Meeting {
            number: 1,
            ..Meeting::default()
        },
    );
    let change = save(
        &mut document,
        &Meeting {
            number: 1,
            place: "De Glind".into(),
            ..Meeting::default()
        },
    )
    .unwrap();
    let before = document.value_before(change.peer, change.from).unwrap();
    document
        .put_back(&Shape::of::<Meeting>(), &["place".into()], &before)
        .unwrap();
    assert_eq!(read::<Meeting>(&document).place, "");
}

#[test]
fn a_change_that_builds_on_an_absent_one_waits_and_then_applies() {
    let mut ours = Document::new(1);
    let first = save(&mut ours, &note(vec![block("a", "een")])).unwrap();
    let second = save(&mut ours, &note(vec![block("a", "een twee")])).unwrap();
    let mut theirs = Document::new(2);
    assert_eq!(theirs.apply(&second), Ok(Applied::Waiting));
    assert_eq!(theirs.apply(&first), Ok(Applied::Yes));
    assert!(
        theirs.has(second.peer, second.to),
        "the waiting change came along"
    );
    assert_eq!(ours.value(), theirs.value());
}

#[test]
fn bytes_that_are_not_exactly_the_named_span_are_refused() {
    let mut ours = Document::new(1);
    let first = save(&mut ours, &note(vec![block("a", "een")])).unwrap();
    let second = save(&mut ours, &note(vec![block("a", "een twee")])).unwrap();
    let snapshot = ours.snapshot().unwrap();
    let cases = [
        Change {
            peer: 9,
            ..first.clone()
        },
        Change {
            to: first.to + 1,
            ..first.clone()
        },
        Change {
            from: first.from + 1,
            ..first.clone()
        },
        Change {
            body: second.body.clone(),
            ..first.clone()
        },
        Change {
            body: snapshot,
            ..first.clone()
        },
    ];
    for case in cases {
        assert_eq!(Document::new(2).apply(&case), Err(EngineError::Span));
    }
    for bytes in [
        vec![],
        vec![0; 40],
        b"loro".to_vec(),
        first.body[..first.body.len() - 1].to_vec(),
    ] {
        assert_eq!(
            Document::new(2).apply(&Change {
                body: bytes,
                ..first.clone()
            }),
            Err(EngineError::Unsound)
        );
    }
}

#[test]
fn a_snapshot_with_later_changes_loads_to_the_same_value() {
    let mut ours = Document::new(1);
    save(&mut ours, &note(vec![block("a", "een")]));
    let snapshot = ours.snapshot().unwrap();
    let later = save(&mut ours, &note(vec![block("a", "een twee")])).unwrap();
    let loaded = Document::load(3, Some(&snapshot), [later.body.as_slice()]).unwrap();
    assert_eq!(loaded.value(), ours.value());
}

#[test]
fn the_trash_is_one_register_beside_the_fields() {
    let mut document = Document::new(1);
    save(&mut document, &note(vec![block("a", "een")]));
    document.set_trashed(true).unwrap();
    assert_eq!(document.value()[TRASHED], true);
    let before = document.own_counter();
    document.set_trashed(true).unwrap();
    assert_eq!(document.own_change(before), Ok(None), "it was there already");
    document.set_trashed(false).unwrap();
    assert_eq!(read::<Note>(&document).body.plain(), "een");
}
