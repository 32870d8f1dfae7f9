//! The operations of a block, row by row, with what each holds: the second half of [`body`](super::body),
//! whose table names the sources. It takes no memory and changes nothing.

use std::str::from_utf8;

use super::EngineError;
use super::body::{Container, Left, Lengths, columns, spend};
use super::wire::{Form, Read, Runs, Wire, hold, place};
use crate::limit;

// The kinds of value, as `value.rs` 67–82 numbers them.
const NULL: u8 = 0;
const TRUE: u8 = 1;
const FALSE: u8 = 2;
const WHOLE: u8 = 3;
const FRACTION: u8 = 4;
const TEXT: u8 = 5;
const BYTES: u8 = 6;
const LIST: u8 = 7;
const MAP: u8 = 8;
const CONTAINER: u8 = 9;

/// What the operations that delete say of it, apart from them.
pub struct Deletions<'a> {
    columns: Option<[Runs<'a>; 3]>,
}

impl<'a> Deletions<'a> {
    /// From the bytes of their table, which are none where nothing is deleted.
    pub fn new(bytes: &'a [u8]) -> Read<Self> {
        let columns = if bytes.is_empty() {
            None
        } else {
            let columns = columns::<3>(bytes)?;
            Some(columns.map(|column| Runs::new(Wire::new(column), Form::Difference)))
        };
        Ok(Self { columns })
    }

    /// How much the next one deletes.
    fn next(&mut self, peers: u64) -> Read<u64> {
        let [peer, counter, length] = self.columns.as_mut().ok_or(EngineError::Unsound)?;
        let (peer, counter, length) = (peer.value()?, counter.value()?, length.value()?);
        let number = |value: Option<i64>| {
            value
                .and_then(|it| u64::try_from(it).ok())
                .ok_or(EngineError::Unsound)
        };
        let length = length.ok_or(EngineError::Unsound)?.unsigned_abs();
        hold(number(peer)? < peers)?;
        let end = number(counter)?.checked_add(length).ok_or(EngineError::Unsound)?;
        hold(end <= i32::MAX as u64)?;
        Ok(length)
    }

    fn end(&mut self) -> Read<()> {
        self.columns.iter_mut().flatten().try_for_each(Runs::end)
    }
}

/// The operations of a block, and where they find what they hold.
pub struct Rows<'a, 'b> {
    pub containers: &'b [Container],
    pub names: &'b [&'a [u8]],
    pub peers: u64,
    pub deletions: Deletions<'a>,
    pub values: Wire<'a>,
    pub left: &'b mut Left,
}

impl Rows<'_, '_> {
    /// Reads all of them from the bytes of their table.
    pub fn all(mut self, bytes: &[u8], mut lengths: Lengths<'_>) -> Read<()> {
        let [containers, places, kinds, sizes] = columns::<4>(bytes)?;
        let mut containers = Runs::new(Wire::new(containers), Form::Difference);
        let mut places = Runs::new(Wire::new(places), Form::Difference);
        let mut kinds = Runs::new(Wire::new(kinds), Form::Byte);
        let mut sizes = Runs::new(Wire::new(sizes), Form::Number);
        while let Some(container) = containers.value()? {
            spend(&mut self.left.rows, 1)?;
            let row = (places.value()?, kinds.value()?, sizes.value()?);
            let (Some(at), Some(kind), Some(size)) = row else {
                return Err(EngineError::Unsound);
            };
            let number = |value| u64::try_from(value).map_err(|_| EngineError::Unsound);
            let container = self
                .containers
                .get(place(number(container)?)?)
                .ok_or(EngineError::Unsound)?;
            let at = number(at)?;
            hold(at <= i32::MAX as u64)?;
            let made = self.operation(*container, kind, at)?;
            hold(made == number(size)?)?;
            spend(&mut self.left.operations, made)?;
            lengths.pass(made)?;
        }
        [places, kinds, sizes].iter_mut().try_for_each(Runs::end)?;
        self.deletions.end()?;
        self.values.end()?;
        lengths.end()
    }

    /// Reads one operation; answers for how many it counts. The kinds are numbered in `value.rs` 115–143.
    fn operation(&mut self, container: Container, kind: i64, at: u64) -> Read<u64> {
        use Container::{List, Map, MovableList, Text};
        match (container, kind) {
            // The end of a mark, and an entry that goes: nothing more is written of them.
            (Text, 0) | (Map, 8) => {}
            (Text, 5) => {
                let text = from_utf8(self.values.sized()?).map_err(|_| EngineError::Unsound)?;
                return Ok(text.chars().count() as u64);
            }
            (Text | List | MovableList, 9) => return self.deletions.next(self.peers),
            (Text, 12) => {
                self.values.byte()?;
                let length = self.values.small()?;
                hold(at + length <= i32::MAX as u64)?;
                self.name()?;
                self.value(1, None)?;
            }
            (Map, 11) => self.value(1, Some(Text))?,
            (List | MovableList, 11) => {
                hold(self.values.byte()? == LIST)?;
                let items = self.count(1)?;
                for _ in 0..items {
                    self.value(2, (container == MovableList).then_some(Map))?;
                }
                return Ok(items);
            }
            (MovableList, 14) => {
                self.values.small()?;
                self.peer()?;
                self.values.small()?;
            }
            (MovableList, 15) => {
                self.peer()?;
                self.values.small()?;
                self.value(1, None)?;
            }
            _ => return Err(EngineError::Unsound),
        }
        Ok(1)
    }

    fn peer(&mut self) -> Read<()> {
        hold(self.values.number()? < self.peers)
    }

    fn name(&mut self) -> Read<&[u8]> {
        let which = place(self.values.number()?)?;
        self.names.get(which).copied().ok_or(EngineError::Unsound)
    }

    /// How many items follow, each of so many bytes at least.
    fn count(&mut self, bytes: u64) -> Read<u64> {
        let count = self.values.number()?;
        hold(count <= self.values.rest().len() as u64 / bytes)?;
        Ok(count)
    }

    /// A value, with what nests in it. A container may stand only where this app makes one, so that
    /// containers nest three deep: a list of blocks, a block, its text.
    fn value(&mut self, depth: usize, container: Option<Container>) -> Read<()> {
        hold(depth <= limit::BODY_DEPTH)?;
        match self.values.byte()? {
            NULL | TRUE | FALSE => {}
            WHOLE => self.values.whole()?,
            FRACTION => drop(self.values.take(8)?),
            TEXT | BYTES => drop(self.values.sized()?),
            LIST => {
                for _ in 0..self.count(1)? {
                    self.value(depth + 1, None)?;
                }
            }
            MAP => {
                for _ in 0..self.count(2)? {
                    // The engine gives every entry its own copy.
                    let length = self.name()?.len() as u64;
                    spend(&mut self.left.name_bytes, length)?;
                    self.value(depth + 1, None)?;
                }
            }
            CONTAINER => hold(Some(Container::of(self.values.byte()?)?) == container)?,
            _ => return Err(EngineError::Unsound),
        }
        Ok(())
    }
}
