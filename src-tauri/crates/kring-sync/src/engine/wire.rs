//! The encodings inside an update of the merge engine, read without taking any memory: postcard (1.1.3) and
//! LEB128 numbers, which have one form, and the run lengths and second differences of `serde_columnar`
//! (0.3.14, `strategy/rle.rs`). It knows no block; what the numbers mean is said in [`body`](super::body).

use super::EngineError;

/// What was read, or [`EngineError::Unsound`].
pub type Read<T> = Result<T, EngineError>;

/// Refuses what does not hold.
pub fn hold(holds: bool) -> Read<()> {
    if holds { Ok(()) } else { Err(EngineError::Unsound) }
}

/// A number of the bytes as a place in a list; larger ones than this machine counts are refused.
pub fn place(number: u64) -> Read<usize> {
    usize::try_from(number).map_err(|_| EngineError::Unsound)
}

/// Bytes that are read from their beginning.
#[derive(Debug, Clone, Copy)]
pub struct Wire<'a> {
    rest: &'a [u8],
}

impl<'a> Wire<'a> {
    /// From the first of these bytes.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    /// What was not read yet.
    pub fn rest(&self) -> &'a [u8] {
        self.rest
    }

    /// Whether all is read.
    pub fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    /// Nothing may be left.
    pub fn end(&self) -> Read<()> {
        hold(self.is_empty())
    }

    /// One byte.
    pub fn byte(&mut self) -> Read<u8> {
        let (first, rest) = self.rest.split_first().ok_or(EngineError::Unsound)?;
        self.rest = rest;
        Ok(*first)
    }

    /// As many bytes.
    pub fn take(&mut self, length: u64) -> Read<&'a [u8]> {
        let (taken, rest) = self
            .rest
            .split_at_checked(place(length)?)
            .ok_or(EngineError::Unsound)?;
        self.rest = rest;
        Ok(taken)
    }

    /// A number of seven bits a byte, the lowest first. Both encodings that the engine uses are this.
    pub fn number(&mut self) -> Read<u64> {
        let mut number = 0;
        for shift in (0..u64::BITS).step_by(7) {
            let byte = self.byte()?;
            hold(shift < 63 || byte <= 1)?;
            number |= u64::from(byte & 0x7F) << shift;
            if byte & 0x80 == 0 {
                return Ok(number);
            }
        }
        Err(EngineError::Unsound)
    }

    /// A number of at most 32 bits.
    pub fn small(&mut self) -> Read<u64> {
        let number = self.number()?;
        hold(u32::try_from(number).is_ok())?;
        Ok(number)
    }

    /// A number whose lowest bit is its sign (postcard's form).
    pub fn signed(&mut self) -> Read<i64> {
        let number = self.number()?;
        let half = i64::try_from(number >> 1).map_err(|_| EngineError::Unsound)?;
        Ok(if number & 1 == 0 { half } else { !half })
    }

    /// Passes over a number that is written with its sign in front (LEB128's form).
    pub fn whole(&mut self) -> Read<()> {
        for _ in 0..10 {
            if self.byte()? & 0x80 == 0 {
                return Ok(());
            }
        }
        Err(EngineError::Unsound)
    }

    /// Bytes behind their length.
    pub fn sized(&mut self) -> Read<&'a [u8]> {
        let length = self.number()?;
        self.take(length)
    }
}

/// How the values of a column are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// One byte each.
    Byte,
    /// A number each.
    Number,
    /// What each differs from the one before it.
    Difference,
}

/// A column of values that are written as runs: `n` times one value, or `n` values one by one.
#[derive(Debug)]
pub struct Runs<'a> {
    wire: Wire<'a>,
    form: Form,
    /// How many values are left of the present run.
    left: u64,
    /// What the present run repeats; nothing in a run of single values.
    repeated: Option<i64>,
    sum: i64,
}

impl<'a> Runs<'a> {
    /// From the first run.
    pub fn new(wire: Wire<'a>, form: Form) -> Self {
        Self {
            wire,
            form,
            left: 0,
            repeated: None,
            sum: 0,
        }
    }

    /// The next value; nothing after the last one.
    pub fn value(&mut self) -> Read<Option<i64>> {
        if self.left == 0 {
            if self.wire.is_empty() {
                return Ok(None);
            }
            let count = self.wire.signed()?;
            hold(count != 0)?;
            self.left = count.unsigned_abs();
            self.repeated = if count > 0 { Some(self.written()?) } else { None };
        }
        self.left -= 1;
        let value = match self.repeated {
            Some(value) => value,
            None => self.written()?,
        };
        if self.form != Form::Difference {
            return Ok(Some(value));
        }
        self.sum = self.sum.checked_add(value).ok_or(EngineError::Unsound)?;
        Ok(Some(self.sum))
    }

    fn written(&mut self) -> Read<i64> {
        match self.form {
            Form::Byte => self.wire.byte().map(i64::from),
            Form::Number => i64::try_from(self.wire.number()?).map_err(|_| EngineError::Unsound),
            Form::Difference => self.wire.signed(),
        }
    }

    /// Looks at exactly `count` values, of which the last ends a run; answers what follows them.
    pub fn all(mut self, count: u64, mut look: impl FnMut(u64) -> Read<()>) -> Read<Wire<'a>> {
        for _ in 0..count {
            let value = self.value()?.ok_or(EngineError::Unsound)?;
            look(u64::try_from(value).map_err(|_| EngineError::Unsound)?)?;
        }
        hold(self.left == 0)?;
        Ok(self.wire)
    }

    /// No value may be left.
    pub fn end(&mut self) -> Read<()> {
        hold(self.value()?.is_none())
    }
}

/// Passes over exactly `count` flags, which are written as the lengths of their runs.
pub fn flags(mut wire: Wire<'_>, count: u64) -> Read<Wire<'_>> {
    let mut seen: u64 = 0;
    while seen < count {
        seen = seen.checked_add(wire.number()?).ok_or(EngineError::Unsound)?;
    }
    hold(seen == count)?;
    Ok(wire)
}

/// Passes over exactly `count` numbers of which the first is written whole, and of the others by how much
/// the step to each differs from the step before it, in as few bits as that asks for.
pub fn second_differences(mut wire: Wire<'_>, count: u64) -> Read<Wire<'_>> {
    let has_first = wire.byte()?;
    hold(has_first == u8::from(count > 0))?;
    let mut number = if count > 0 { wire.signed()? } else { 0 };
    // How much of the last byte is in use.
    wire.byte()?;
    let mut bits = Bits {
        bytes: wire.rest(),
        at: 0,
    };
    let mut step: i64 = 0;
    for _ in 1..count {
        let (length, bias) = match bits.ones()? {
            0 => (0, 0),
            1 => (7, 63),
            2 => (9, 255),
            3 => (12, 2047),
            4 => (21, (1 << 20) - 1),
            _ => (64, 0),
        };
        let difference = bits.number(length)?.wrapping_sub(bias);
        step = step.checked_add(difference).ok_or(EngineError::Unsound)?;
        number = number.checked_add(step).ok_or(EngineError::Unsound)?;
    }
    wire.take(bits.at.div_ceil(8))?;
    Ok(wire)
}

struct Bits<'a> {
    bytes: &'a [u8],
    /// The next bit, the highest of the first byte being 0.
    at: u64,
}

impl Bits<'_> {
    fn bit(&mut self) -> Read<i64> {
        let byte = self.bytes.get(place(self.at / 8)?).ok_or(EngineError::Unsound)?;
        let bit = (byte >> (7 - self.at % 8)) & 1;
        self.at += 1;
        Ok(i64::from(bit))
    }

    /// How many ones follow, five at most.
    fn ones(&mut self) -> Read<u8> {
        for ones in 0..5 {
            if self.bit()? == 0 {
                return Ok(ones);
            }
        }
        Ok(5)
    }

    fn number(&mut self, length: u32) -> Read<i64> {
        (0..length).try_fold(0, |number, _| Ok((number << 1) | self.bit()?))
    }
}
