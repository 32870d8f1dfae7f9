//! Bodies written by hand, field by field: what a liar could sign. The straight ones are taken by the engine,
//! or the bent ones would show nothing; no bent one may reach it.

use xxhash_rust::xxh32::xxh32;

use super::super::{Applied, Change, Document, EngineError};
use super::check;
use crate::limit;

const PEER: u64 = 7;
/// More than the engine's decoder lets a run be long, and what it lets a collection hold.
const RUN: u64 = 1_000_000_000;
const COLLECTION: u64 = 1 << 28;

const MAP: u8 = 0;
const TEXT: u8 = 2;
const TREE: u8 = 3;
const MOVABLE_LIST: u8 = 4;

fn number(mut number: u64) -> Vec<u8> {
    let mut bytes = Vec::new();
    while number > 0x7F {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
    bytes
}

fn signed(number_: i64) -> Vec<u8> {
    number(((number_ << 1) ^ (number_ >> 63)) as u64)
}

fn sized(bytes: &[u8]) -> Vec<u8> {
    [number(bytes.len() as u64), bytes.to_vec()].concat()
}

/// A run of so many times what these bytes say.
fn run(count: u64, value: &[u8]) -> Vec<u8> {
    [signed(count as i64), value.to_vec()].concat()
}

/// One value by itself.
fn one(value: &[u8]) -> Vec<u8> {
    [signed(-1), value.to_vec()].concat()
}

fn table(columns: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = [number(1), number(columns.len() as u64)].concat();
    bytes.extend(columns.iter().flat_map(|column| sized(column)));
    bytes
}

/// Numbers that are all 0, in second differences.
fn zeros(count: u64) -> Vec<u8> {
    match count {
        0 => vec![0, 0],
        count => {
            let bits = count - 1;
            let in_last = if bits > 0 && bits.is_multiple_of(8) {
                8
            } else {
                bits % 8
            };
            let mut bytes = vec![1, 0, in_last as u8];
            bytes.resize(3 + bits.div_ceil(8) as usize, 0);
            bytes
        }
    }
}

/// A container of the root with the first name.
fn root(kind: u8) -> Vec<u8> {
    vec![1, 4, 1, kind, 0, 0]
}

/// A block of an update, for tests to bend.
#[derive(Clone)]
struct Block {
    operations: u64,
    changes: u64,
    head: Vec<u8>,
    times: Vec<u8>,
    containers: Vec<u8>,
    names: Vec<u8>,
    positions: Vec<u8>,
    rows: Vec<u8>,
    deletions: Vec<u8>,
    values: Vec<u8>,
}

impl Block {
    /// One change of as many operations, which follows nothing.
    fn new(operations: u64, kind: u8, columns: &[Vec<u8>; 4]) -> Self {
        Self {
            operations,
            changes: 1,
            head: head(1, 0),
            times: [zeros(1), one(&[0])].concat(),
            containers: root(kind),
            names: sized(b"meta"),
            positions: Vec::new(),
            rows: table(columns),
            deletions: Vec::new(),
            values: Vec::new(),
        }
    }

    /// An entry of a map that goes, again and again: rows of no bytes.
    fn of_rows(rows: u64) -> Self {
        let columns = [&[0][..], &[0], &[8], &[1]].map(|value| run(rows, value));
        Self::new(rows, MAP, &columns)
    }

    /// An operation of this kind by itself.
    fn of_one(container: u8, kind: u8, operations: u64) -> Self {
        let columns = [one(&[0]), one(&[0]), one(&[kind]), one(&number(operations))];
        Self::new(operations, container, &columns)
    }

    /// A register that is set to what these bytes say.
    fn of_value(value: Vec<u8>) -> Self {
        Self {
            values: value,
            ..Self::of_one(MAP, 11, 1)
        }
    }

    /// A text of which so much is taken away at once.
    fn of_deletion(length: u64) -> Self {
        let columns = [signed(0), signed(0), signed(length as i64)].map(|value| one(&value));
        Self {
            deletions: table(&columns),
            ..Self::of_one(TEXT, 9, length)
        }
    }

    fn body(&self) -> Vec<u8> {
        let mut block = [
            number(0),
            number(self.operations),
            number(0),
            number(self.operations),
            number(self.changes),
        ]
        .concat();
        let fields = [
            &self.head,
            &self.times,
            &self.containers,
            &self.names,
            &self.positions,
            &self.rows,
            &self.deletions,
            &self.values,
        ];
        block.extend(fields.iter().flat_map(|field| sized(field)));
        let covered = [vec![0, 4], sized(&block)].concat();
        let checksum = xxh32(&covered, u32::from_le_bytes(*b"LORO")).to_le_bytes();
        [b"loro".to_vec(), vec![0; 12], checksum.to_vec(), covered].concat()
    }

    fn check(&self) -> Result<(), EngineError> {
        check(&self.body())
    }

    fn apply(&self) -> Result<Applied, EngineError> {
        Document::new(1).apply(&Change {
            peer: PEER,
            from: 0,
            to: u32::try_from(self.operations).unwrap(),
            body: self.body(),
        })
    }
}

/// The head of a block of one change that depends on so many operations of the last of these peers.
fn head(peers: u64, dependencies: u64) -> Vec<u8> {
    let mut bytes = number(peers);
    for peer in 0..peers {
        bytes.extend((PEER + peer).to_le_bytes());
    }
    bytes.extend(number(1));
    bytes.extend(one(&number(dependencies)));
    if dependencies > 0 {
        bytes.extend(run(dependencies, &number(peers - 1)));
    }
    bytes.extend(zeros(dependencies));
    bytes.extend(zeros(0));
    bytes
}

#[test]
fn what_the_cases_bend_is_taken_when_it_is_straight() {
    for straight in [
        Block::of_rows(1),
        Block::of_rows(1000),
        Block::of_value(vec![0]),
        Block::of_value([vec![8, 1, 0, 7, 2, 1, 3], vec![0x7F]].concat()),
    ] {
        assert_eq!(straight.apply(), Ok(Applied::Yes));
    }
}

#[test]
fn as_many_rows_as_the_limit_and_no_more() {
    let length = Block::of_rows(limit::BODY_FREE_ROWS).body().len() as u64;
    let most = limit::BODY_FREE_ROWS + length;
    assert_eq!(Block::of_rows(most - 1).apply(), Ok(Applied::Yes));
    assert_eq!(Block::of_rows(most).apply(), Ok(Applied::Yes));
    assert_eq!(Block::of_rows(most + 1).apply(), Err(EngineError::Unsound));
}

#[test]
fn as_many_operations_as_the_limit_and_no_more() {
    let most = limit::BODY_OPERATIONS;
    assert_eq!(Block::of_deletion(most - 1).check(), Ok(()));
    assert_eq!(Block::of_deletion(most).check(), Ok(()));
    assert_eq!(Block::of_deletion(most + 1).check(), Err(EngineError::Unsound));
}

#[test]
fn values_as_deep_as_the_limit_and_no_deeper() {
    let nested = |depth: usize| Block::of_value([[7, 1].repeat(depth - 1), vec![0]].concat());
    assert_eq!(nested(limit::BODY_DEPTH - 1).apply(), Ok(Applied::Yes));
    assert_eq!(nested(limit::BODY_DEPTH).apply(), Ok(Applied::Yes));
    assert_eq!(nested(limit::BODY_DEPTH + 1).apply(), Err(EngineError::Unsound));
}

#[test]
fn names_as_long_as_the_limit_and_no_longer() {
    let named = |length: usize| Block {
        names: sized(&vec![b'n'; length]),
        ..Block::of_rows(1)
    };
    assert_eq!(named(limit::BODY_NAME_BYTES - 1).apply(), Ok(Applied::Yes));
    assert_eq!(named(limit::BODY_NAME_BYTES).apply(), Ok(Applied::Yes));
    assert_eq!(
        named(limit::BODY_NAME_BYTES + 1).apply(),
        Err(EngineError::Unsound)
    );
}

#[test]
fn as_many_dependencies_as_the_limit_and_no_more() {
    let depending = |dependencies: u64| Block {
        head: head(2, dependencies),
        ..Block::of_rows(1)
    };
    let fits = |dependencies: u64| {
        dependencies <= limit::BODY_FREE_DEPENDENCIES + head(2, dependencies).len() as u64
    };
    let most = (limit::BODY_FREE_DEPENDENCIES..)
        .take_while(|count| fits(*count))
        .last()
        .unwrap();
    assert_eq!(depending(most - 1).check(), Ok(()));
    assert_eq!(depending(most).check(), Ok(()));
    assert_eq!(depending(most + 1).check(), Err(EngineError::Unsound));
}

#[test]
fn names_of_entries_take_as_much_memory_as_the_limit_and_no_more() {
    let with_entries = |entries: u64| {
        let value = [vec![7], number(entries), [8, 1, 0, 0].repeat(entries as usize)].concat();
        Block {
            names: sized(&[b'n'; 1000]),
            ..Block::of_value(value)
        }
    };
    let fits = |entries: u64| {
        let length = with_entries(entries).body().len() as u64;
        entries * 1000 <= limit::BODY_FREE_NAME_BYTES + 16 * length
    };
    let most = (1..).take_while(|entries| fits(*entries)).last().unwrap();
    assert_eq!(with_entries(most - 1).apply(), Ok(Applied::Yes));
    assert_eq!(with_entries(most).apply(), Ok(Applied::Yes));
    assert_eq!(with_entries(most + 1).apply(), Err(EngineError::Unsound));
}

#[test]
fn a_body_is_as_long_as_a_part_may_be_and_no_longer() {
    let long = |length: usize| {
        let text = |length: usize| Block::of_value([vec![5], sized(&vec![b'a'; length])].concat());
        let around = text(length).body().len() - length;
        text(length - around)
    };
    let most = usize::try_from(limit::BODY_BYTES).unwrap();
    assert_eq!(long(most).body().len(), most);
    assert_eq!(long(most - 1).apply(), Ok(Applied::Yes));
    assert_eq!(long(most).apply(), Ok(Applied::Yes));
    assert_eq!(long(most + 1).apply(), Err(EngineError::Unsound));
}

type Bend = fn(&mut Block);

/// Each asks the engine for far more than it holds, or for something that this app never writes.
const GREEDY: &[(&str, Bend)] = &[
    ("a thousand million rows", |block| *block = Block::of_rows(RUN)),
    ("as many containers as there are numbers", |block| {
        block.containers.splice(..1, number(u64::MAX));
    }),
    ("more containers than are written", |block| {
        block.containers[0] = 2;
    }),
    ("as many changes as there are numbers", |block| {
        block.changes = u64::from(u32::MAX);
    }),
    ("no change at all", |block| block.changes = 0),
    ("as many peers as there are numbers", |block| {
        block.head.splice(..1, number(u64::MAX));
    }),
    ("peers whose bytes are more than there are numbers", |block| {
        block.head.splice(..1, number(1 << 61));
    }),
    ("no peer", |block| block.head = head(0, 0)),
    ("a thousand million dependencies", |block| {
        let mut bytes = head(1, 0);
        bytes.truncate(10);
        bytes.extend([one(&number(RUN)), run(RUN, &[0]), zeros(1), zeros(0)].concat());
        block.head = bytes;
    }),
    ("dependencies on a peer that is not named", |block| {
        let mut bytes = head(1, 0);
        bytes.truncate(10);
        bytes.extend([one(&[1]), one(&[5]), zeros(1), zeros(0)].concat());
        block.head = bytes;
    }),
    ("a message longer than what follows", |block| {
        block.times = [zeros(1), one(&number(COLLECTION))].concat();
    }),
    ("a list longer than what follows", |block| {
        *block = Block::of_value([vec![7], number(COLLECTION)].concat());
    }),
    ("a map longer than what follows", |block| {
        *block = Block::of_value([vec![8], number(COLLECTION)].concat());
    }),
    ("a list in a list longer than what follows", |block| {
        *block = Block::of_value([vec![7, 1, 7], number(COLLECTION)].concat());
    }),
    ("an entry without a name", |block| {
        *block = Block::of_value(vec![8, 1, 9, 0]);
    }),
    ("a text longer than what follows", |block| {
        *block = Block::of_value([vec![5], number(u64::MAX)].concat());
    }),
    ("a kind of value that nobody knows", |block| {
        *block = Block::of_value(vec![10]);
    }),
    ("a deletion of more than its operation says", |block| {
        block.clone_from(&Block {
            deletions: Block::of_deletion(RUN).deletions,
            ..Block::of_deletion(1)
        });
    }),
    (
        "a thousand million deletions that no operation asks for",
        |block| {
            block.deletions = table(&[run(RUN, &[0]), run(RUN, &[0]), run(RUN, &[2])]);
        },
    ),
    ("a deletion that is not written", |block| {
        *block = Block::of_one(TEXT, 9, 1);
    }),
    ("a deletion up to the last number", |block| {
        let columns = [signed(0), signed(i64::from(i32::MAX)), signed(1)].map(|value| one(&value));
        *block = Block {
            deletions: table(&columns),
            ..Block::of_one(TEXT, 9, 1)
        };
    }),
    ("a mark up to the last number", |block| {
        *block = Block::of_one(TEXT, 12, 1);
        block.values = [vec![0], number(u64::from(u32::MAX)), vec![0, 1]].concat();
    }),
    ("columns of different lengths", |block| {
        let columns = [&[0][..], &[0], &[8], &[1]].map(|value| run(2, value));
        let [first, second, third, _] = columns;
        block.rows = table(&[first, second, third, run(RUN, &[1])]);
        block.operations = 2;
    }),
    ("an operation that counts for none", |block| {
        *block = Block::of_one(MAP, 8, 0);
    }),
    ("an operation that counts for more than it is", |block| {
        *block = Block::of_one(MAP, 8, 2);
    }),
    ("fewer operations than it says", |block| block.operations = 2),
    ("operations up to the last number and beyond", |block| {
        block.operations = u64::from(u32::MAX);
    }),
    ("a container that is not there", |block| {
        block.rows = table(&[one(&signed(1)), one(&[0]), one(&[8]), one(&[1])]);
    }),
    ("a tree", |block| block.containers[3] = TREE),
    ("a counter", |block| block.containers[3] = 5),
    ("places in a tree", |block| {
        block.positions = table(&[run(RUN, &[0]), sized(&[0])]);
    }),
    ("a movable list that an operation made", |block| {
        block.containers = vec![1, 4, 0, MOVABLE_LIST, 0, 0];
    }),
    ("a container found by name within another", |block| {
        block.names = sized("🤝:@7:0>a".as_bytes());
    }),
    ("a map that a register holds", |block| {
        *block = Block::of_value(vec![9, MAP]);
    }),
    ("a text deeper in a register", |block| {
        *block = Block::of_value(vec![7, 1, 9, TEXT]);
    }),
    ("bytes behind the values", |block| block.values = vec![0]),
    ("bytes behind the head", |block| block.head.push(0)),
    ("bytes behind the rows", |block| block.rows.push(0)),
    ("bytes behind the containers", |block| block.containers.push(0)),
    ("a run of none", |block| {
        block.rows = table(&[run(0, &[0]), one(&[0]), one(&[8]), one(&[1])]);
    }),
];

#[test]
fn nothing_that_asks_for_more_than_it_holds_reaches_the_engine() {
    for (what, bend) in GREEDY {
        let mut block = Block::of_rows(1);
        bend(&mut block);
        assert_eq!(block.check(), Err(EngineError::Unsound), "{what}");
    }
}

#[test]
fn what_is_cut_off_or_goes_on_is_refused() {
    let body = Block::of_value([vec![8, 1, 0, 5], sized(b"rust")].concat()).body();
    assert_eq!(check(&body), Ok(()));
    for length in 0..body.len() {
        // Behind the mode there may be no block at all, which is no span either.
        assert!(length == 22 || check(&body[..length]).is_err(), "{length} bytes");
    }
    assert_eq!(check(&[body, vec![1]].concat()), Err(EngineError::Unsound));
}

#[test]
fn a_snapshot_is_no_update() {
    let document = Document::new(1);
    assert_eq!(check(&document.snapshot().unwrap()), Err(EngineError::Span));
}
