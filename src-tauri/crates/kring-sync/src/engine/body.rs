//! What a body may ask of the merge engine, looked at before the engine sees a byte of it.
//!
//! A member signs the body and computes its checksum, so both say nothing about what is in it. The engine
//! trusts every length that stands there: a run of ten bytes makes a thousand million operations, a list
//! takes the memory that its length names, and a failed allocation ends the process. So the whole body is
//! read here first, with nothing kept but the lengths of its names, and refused where it would make
//! more than its own bytes account for, or anything that this app never writes.
//!
//! The form is that of `loro-internal` 1.17.1, which is pinned because its encoding is the log's:
//!
//! | what | source |
//! |---|---|
//! | head, mode, checksum | `encoding.rs` 331–378, `parse_header_and_body` |
//! | blocks behind their lengths | `encoding/fast_snapshot.rs` 384–414, `decode_updates` |
//! | a block's fields | `oplog/change_store/block_encode.rs` 94–118, `EncodedBlock` |
//! | its peers, lengths, dependencies, clocks | `oplog/change_store/block_meta_encode.rs` 97–235 |
//! | times and messages of its changes | `block_encode.rs` 628–637 |
//! | names | `block_encode.rs` 301–318, `decode_keys` |
//! | containers | `encoding/arena.rs` 38–96 |
//! | columns of operations and deletions | `block_encode.rs` 410–436; `encoding/outdated_encode_reordered.rs` 498–507 |
//! | what each operation holds | `encoding/value.rs` 344–391 and 603–960; `outdated_encode_reordered.rs` 288–493 |
//!
//! It merges nothing and does not say whether an operation fits the document; the engine does.

#[cfg(test)]
mod tests;

use super::EngineError;
use super::operations::{Deletions, Rows};
use super::wire::{Form, Read, Runs, Wire, flags, hold, place, second_differences};
use crate::limit;

const MAGIC: &[u8] = b"loro";
/// The engine's checksum, 16 bytes of which it uses four.
const CHECKSUM_BYTES: u64 = 16;
/// The mode of an update, as it is written.
const UPDATES: &[u8] = &[0, 4];
/// A container that is found by its name although it lies in one that is not: this app makes none, and a
/// chain of them could be nested without end.
const NAMED_WITHIN: &[u8] = "🤝:@".as_bytes();

/// What this app makes records of; the numbers are the engine's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Container {
    Map,
    List,
    Text,
    MovableList,
}

impl Container {
    pub fn of(number: u8) -> Read<Self> {
        match number {
            0 => Ok(Self::Map),
            1 => Ok(Self::List),
            2 => Ok(Self::Text),
            4 => Ok(Self::MovableList),
            _ => Err(EngineError::Unsound),
        }
    }
}

/// How much more a body may make.
pub struct Left {
    pub rows: u64,
    pub operations: u64,
    pub name_bytes: u64,
}

/// Takes from what is left; nothing may be taken that is not.
pub fn spend(left: &mut u64, amount: u64) -> Read<()> {
    *left = left.checked_sub(amount).ok_or(EngineError::Unsound)?;
    Ok(())
}

/// Whether the bytes are an update whose every length is accounted for.
///
/// # Errors
/// [`EngineError::Span`] if they are something else of the engine's, such as a snapshot;
/// [`EngineError::Unsound`] if they ask for more than they hold.
pub fn check(body: &[u8]) -> Read<()> {
    let length = body.len() as u64;
    hold(length <= limit::BODY_BYTES)?;
    let mut wire = Wire::new(body);
    hold(wire.take(MAGIC.len() as u64)? == MAGIC)?;
    wire.take(CHECKSUM_BYTES)?;
    if wire.take(UPDATES.len() as u64)? != UPDATES {
        return Err(EngineError::Span);
    }
    let mut left = Left {
        rows: limit::BODY_FREE_ROWS + length,
        operations: limit::BODY_OPERATIONS,
        name_bytes: limit::BODY_FREE_NAME_BYTES + 16 * length,
    };
    while !wire.is_empty() {
        block(Wire::new(wire.sized()?), &mut left)?;
    }
    Ok(())
}

fn block(mut wire: Wire<'_>, left: &mut Left) -> Read<()> {
    let [counter, operations, _lamport, _lamports, changes] = [
        wire.small()?,
        wire.small()?,
        wire.small()?,
        wire.small()?,
        wire.small()?,
    ];
    hold(counter + operations <= i32::MAX as u64)?;
    let [head, times, containers, names] = [wire.sized()?, wire.sized()?, wire.sized()?, wire.sized()?];
    let [positions, rows, deletions, values] = [wire.sized()?, wire.sized()?, wire.sized()?, wire.sized()?];
    wire.end()?;
    // Places in a tree, of which this app has none.
    hold(positions.is_empty())?;
    let (peers, lengths) = head_of(head, changes, operations)?;
    times_of(times, changes)?;
    let names = names_of(names)?;
    let containers = containers_of(containers, &names, peers)?;
    Rows {
        containers: &containers,
        names: &names,
        peers,
        deletions: Deletions::new(deletions)?,
        values: Wire::new(values),
        left,
    }
    .all(rows, lengths)
}

/// Peers, lengths of changes, and what each depends on. Answers how many peers there are, and the lengths.
fn head_of(bytes: &[u8], changes: u64, operations: u64) -> Read<(u64, Lengths<'_>)> {
    let mut wire = Wire::new(bytes);
    let peers = wire.number()?;
    hold(peers > 0)?;
    wire.take(peers.checked_mul(8).ok_or(EngineError::Unsound)?)?;
    // Every change but the last has its length here, of a byte at least.
    hold(changes > 0 && changes <= wire.rest().len() as u64)?;
    let lengths = Lengths {
        wire,
        changes,
        in_change: 0,
        operations,
    };
    for _ in 1..changes {
        wire.number()?;
    }
    let wire = flags(wire, changes)?;
    let mut dependencies: u64 = 0;
    let most = limit::BODY_FREE_DEPENDENCIES + bytes.len() as u64;
    let wire = Runs::new(wire, Form::Number).all(changes, |count| {
        dependencies = dependencies.checked_add(count).ok_or(EngineError::Unsound)?;
        hold(dependencies <= most)
    })?;
    let wire = Runs::new(wire, Form::Number).all(dependencies, |peer| hold(peer < peers))?;
    let wire = second_differences(wire, dependencies)?;
    let wire = second_differences(wire, changes - 1)?;
    wire.end()?;
    Ok((peers, lengths))
}

/// The lengths of the changes of a block. The last one is what the others leave of the block.
pub struct Lengths<'a> {
    wire: Wire<'a>,
    /// Changes that did not begin yet.
    changes: u64,
    /// What is left of the present change.
    in_change: u64,
    /// What is left of the block.
    operations: u64,
}

impl Lengths<'_> {
    /// The next operations, all of one change.
    pub fn pass(&mut self, operations: u64) -> Read<()> {
        if self.in_change == 0 {
            self.changes = self.changes.checked_sub(1).ok_or(EngineError::Unsound)?;
            self.in_change = if self.changes == 0 {
                self.operations
            } else {
                self.wire.number()?
            };
        }
        hold(operations > 0)?;
        spend(&mut self.in_change, operations)?;
        spend(&mut self.operations, operations)
    }

    /// All changes have all their operations.
    pub fn end(&self) -> Read<()> {
        hold(self.changes == 0 && self.in_change == 0 && self.operations == 0)
    }
}

fn times_of(bytes: &[u8], changes: u64) -> Read<()> {
    let wire = second_differences(Wire::new(bytes), changes)?;
    let mut said: u64 = 0;
    let wire = Runs::new(wire, Form::Number).all(changes, |length| {
        said = said.checked_add(length).ok_or(EngineError::Unsound)?;
        hold(said <= bytes.len() as u64)
    })?;
    hold(said == wire.rest().len() as u64)
}

fn names_of(bytes: &[u8]) -> Read<Vec<&[u8]>> {
    let mut wire = Wire::new(bytes);
    let mut names = Vec::new();
    while !wire.is_empty() {
        let name = wire.sized()?;
        hold(name.len() <= limit::BODY_NAME_BYTES)?;
        names.push(name);
    }
    Ok(names)
}

/// Each is written as a sequence of four by itself, not in columns.
fn containers_of(bytes: &[u8], names: &[&[u8]], peers: u64) -> Read<Vec<Container>> {
    let mut wire = Wire::new(bytes);
    let count = wire.number()?;
    let mut containers = Vec::new();
    for _ in 0..count {
        hold(wire.number()? == 4)?;
        let is_root = wire.byte()?;
        let container = Container::of(wire.byte()?)?;
        let peer = wire.number()?;
        let which = u64::try_from(wire.signed()?).map_err(|_| EngineError::Unsound)?;
        match is_root {
            0 => {
                hold(matches!(container, Container::Map | Container::Text))?;
                hold(peer < peers && which <= i32::MAX as u64)?;
            }
            1 => {
                let name = names.get(place(which)?).ok_or(EngineError::Unsound)?;
                hold(!name.starts_with(NAMED_WITHIN))?;
            }
            _ => return Err(EngineError::Unsound),
        }
        containers.push(container);
    }
    wire.end()?;
    Ok(containers)
}

/// The columns of a table of one field, each behind its length.
pub fn columns<const N: usize>(bytes: &[u8]) -> Read<[&[u8]; N]> {
    let mut wire = Wire::new(bytes);
    hold(wire.number()? == 1 && wire.number()? == N as u64)?;
    let mut columns = [bytes; N];
    for column in &mut columns {
        *column = wire.sized()?;
    }
    wire.end()?;
    Ok(columns)
}
