//! Deterministic CBOR (RFC 8949 §4.2.1) over [`ciborium::Value`], with bounds on reading. It writes
//! and accepts one form of every value only, and knows nothing of what the values mean.

pub use ciborium::Value;

/// How much a reader is willing to take in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds {
    /// The most bytes that are looked at.
    pub bytes: usize,
    /// The deepest nesting of arrays and maps.
    pub depth: usize,
}

/// The most values that are built at once. In memory each takes dozens of bytes, and in the file as
/// little as one: without this bound a package within all others would need gigabytes.
const MOST_VALUES: usize = 1_000_000;

/// Bytes that are not the deterministic CBOR that was expected.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadCbor {
    /// More bytes than the bound.
    #[error("{bytes} bytes of CBOR where {limit} are allowed")]
    TooLarge {
        /// How many there are.
        bytes: usize,
        /// How many may be.
        limit: usize,
    },
    /// More values than are ever built.
    #[error("CBOR of more than {MOST_VALUES} values")]
    TooMany,
    /// Arrays and maps nested deeper than the bound.
    #[error("CBOR nested deeper than {limit}")]
    TooDeep {
        /// How deep it may be.
        limit: usize,
    },
    /// No CBOR, or cut off.
    #[error("malformed CBOR")]
    Malformed,
    /// CBOR, but not in its one deterministic form: a longer encoding than needed, an indefinite
    /// length, keys unsorted or double, bytes behind the value, a float or a tag.
    #[error("CBOR not in its deterministic form")]
    NotDeterministic,
    /// Another type than a map where a map is needed.
    #[error("no CBOR map")]
    NotAMap,
    /// A key that must be there is not.
    #[error("no value under key {key}")]
    Missing {
        /// The key.
        key: u64,
    },
    /// A value of another type, range or length than its key asks for.
    #[error("the value under key {key} has the wrong type, range or length")]
    WrongType {
        /// The key.
        key: u64,
    },
}

/// The one encoding of this value: shortest lengths, map keys sorted bytewise by their encoding.
///
/// Floats, tags and keys that occur twice are outside the profile; [`decode`] refuses them.
pub fn encode(value: &Value) -> Vec<u8> {
    encode_in_order(&sorted(value))
}

/// Reads exactly one value in its one encoding.
///
/// # Errors
/// [`BadCbor`]; the size is checked before anything is parsed.
pub fn decode(bytes: &[u8], bounds: &Bounds) -> Result<Value, BadCbor> {
    if bytes.len() > bounds.bytes {
        return Err(BadCbor::TooLarge {
            bytes: bytes.len(),
            limit: bounds.bytes,
        });
    }
    if count(bytes) > MOST_VALUES {
        return Err(BadCbor::TooMany);
    }
    let value: Value =
        ciborium::de::from_reader_with_recursion_limit(bytes, bounds.depth).map_err(|error| match error {
            ciborium::de::Error::RecursionLimitExceeded => BadCbor::TooDeep { limit: bounds.depth },
            _ => BadCbor::Malformed,
        })?;
    // The order of map keys survives reading, so writing in that order finds every other deviation,
    // bytes behind the value included.
    if is_in_profile(&value) && is_encoded_as(&value, bytes) {
        Ok(value)
    } else {
        Err(BadCbor::NotDeterministic)
    }
}

fn encode_in_order(value: &Value) -> Vec<u8> {
    let mut bytes = Vec::new();
    ciborium::into_writer(value, &mut bytes).expect("writing a CBOR value to memory has no way to fail");
    bytes
}

/// Whether this is the encoding of the value, found without a second copy of it.
fn is_encoded_as(value: &Value, bytes: &[u8]) -> bool {
    let mut rest = Expected(bytes);
    ciborium::into_writer(value, &mut rest).is_ok() && rest.0.is_empty()
}

/// What is still to be written; anything else is refused.
struct Expected<'a>(&'a [u8]);

impl std::io::Write for Expected<'_> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let rest = self.0.strip_prefix(bytes);
        self.0 = rest.ok_or(std::io::ErrorKind::InvalidData)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// How many values these bytes would become, by their heads alone (RFC 8949, section 3). Of bytes that
/// are no CBOR it counts what it can: reading them fails anyway.
fn count(mut bytes: &[u8]) -> usize {
    let mut values = 0;
    while let Some((head, rest)) = bytes.split_first() {
        values += 1;
        let (kind, argument) = (head >> 5, head & 0x1f);
        let width = match argument {
            24 => 1,
            25 => 2,
            26 => 4,
            27 => 8,
            _ => 0,
        };
        let Some((number, rest)) = rest.split_at_checked(width) else {
            return values;
        };
        let length = number.iter().fold(0_u64, |all, byte| all << 8 | u64::from(*byte));
        let length = if width == 0 { u64::from(argument) } else { length };
        // Byte strings and texts bring their bytes along; everything else is followed by values only.
        let content = usize::try_from(length)
            .ok()
            .filter(|_| matches!(kind, 2 | 3) && argument < 28);
        bytes = rest.get(content.unwrap_or(0)..).unwrap_or_default();
    }
    values
}

/// Not [`ciborium::value::CanonicalValue`]: that sorts shorter keys first, the older rule of RFC 7049.
fn sorted(value: &Value) -> Value {
    match value {
        Value::Array(items) => Value::Array(items.iter().map(sorted).collect()),
        Value::Map(entries) => {
            let mut entries: Vec<_> = entries
                .iter()
                .map(|(key, value)| (sorted(key), sorted(value)))
                .collect();
            entries.sort_by_cached_key(|(key, _)| encode_in_order(key));
            Value::Map(entries)
        }
        scalar => scalar.clone(),
    }
}

fn is_in_profile(value: &Value) -> bool {
    match value {
        Value::Float(_) | Value::Tag(..) => false,
        Value::Array(items) => items.iter().all(is_in_profile),
        Value::Map(entries) => {
            let keys: Vec<_> = entries.iter().map(|(key, _)| encode_in_order(key)).collect();
            keys.is_sorted_by(|before, after| before < after)
                && entries
                    .iter()
                    .all(|(key, value)| is_in_profile(key) && is_in_profile(value))
        }
        _ => true,
    }
}

/// Builds a map with small unsigned integer keys.
#[derive(Debug, Default)]
pub struct MapBuilder(Vec<(Value, Value)>);

impl MapBuilder {
    /// An empty map.
    pub fn new() -> Self {
        Self::default()
    }

    /// Puts a value under a key; each key is put once.
    pub fn put(mut self, key: u64, value: impl Into<Value>) -> Self {
        self.0.push((key.into(), value.into()));
        self
    }

    /// Puts a value if there is one; absence is an absent key, never null.
    pub fn put_opt(self, key: u64, value: Option<impl Into<Value>>) -> Self {
        match value {
            Some(value) => self.put(key, value),
            None => self,
        }
    }

    /// Puts a byte string.
    pub fn put_bytes(self, key: u64, bytes: &[u8]) -> Self {
        self.put(key, bytes)
    }

    /// Puts an unsigned number.
    pub fn put_u64(self, key: u64, number: u64) -> Self {
        self.put(key, number)
    }

    /// Puts a text.
    pub fn put_text(self, key: u64, text: &str) -> Self {
        self.put(key, text)
    }

    /// Puts an array.
    pub fn put_array(self, key: u64, items: impl IntoIterator<Item = Value>) -> Self {
        self.put(key, items.into_iter().collect::<Vec<_>>())
    }

    /// The map.
    pub fn build(self) -> Value {
        Value::Map(self.0)
    }
}

/// Reads a map with small unsigned integer keys. Keys it is not asked for are ignored: a newer
/// version may add them, and what is signed and carried on are the raw bytes.
#[derive(Debug, Clone, Copy)]
pub struct MapReader<'a>(&'a [(Value, Value)]);

impl<'a> MapReader<'a> {
    /// A reader of this map.
    ///
    /// # Errors
    /// [`BadCbor::NotAMap`].
    pub fn new(value: &'a Value) -> Result<Self, BadCbor> {
        value
            .as_map()
            .map(|entries| Self(entries))
            .ok_or(BadCbor::NotAMap)
    }

    /// The value under this key, of whatever type.
    ///
    /// # Errors
    /// [`BadCbor::Missing`]; so do all that follow, with [`BadCbor::WrongType`] for another type.
    pub fn value(self, key: u64) -> Result<&'a Value, BadCbor> {
        self.value_opt(key).ok_or(BadCbor::Missing { key })
    }

    /// The value under this key, if there is one.
    pub fn value_opt(self, key: u64) -> Option<&'a Value> {
        let wanted = Value::from(key);
        self.0
            .iter()
            .find(|(found, _)| *found == wanted)
            .map(|(_, value)| value)
    }

    /// An unsigned number.
    pub fn u64(self, key: u64) -> Result<u64, BadCbor> {
        let number = self.value(key)?.as_integer().ok_or(BadCbor::WrongType { key })?;
        number.try_into().map_err(|_| BadCbor::WrongType { key })
    }

    /// An unsigned number, or nothing.
    pub fn u64_opt(self, key: u64) -> Result<Option<u64>, BadCbor> {
        self.value_opt(key).map(|_| self.u64(key)).transpose()
    }

    /// An unsigned number that fits 32 bits.
    pub fn u32(self, key: u64) -> Result<u32, BadCbor> {
        self.u64(key)?.try_into().map_err(|_| BadCbor::WrongType { key })
    }

    /// An unsigned number that fits 16 bits.
    pub fn u16(self, key: u64) -> Result<u16, BadCbor> {
        self.u64(key)?.try_into().map_err(|_| BadCbor::WrongType { key })
    }

    /// A truth value.
    pub fn bool(self, key: u64) -> Result<bool, BadCbor> {
        self.value(key)?.as_bool().ok_or(BadCbor::WrongType { key })
    }

    /// A byte string of any length.
    pub fn bytes(self, key: u64) -> Result<&'a [u8], BadCbor> {
        self.value(key)?
            .as_bytes()
            .map(Vec::as_slice)
            .ok_or(BadCbor::WrongType { key })
    }

    /// A byte string of any length, or nothing.
    pub fn bytes_opt(self, key: u64) -> Result<Option<&'a [u8]>, BadCbor> {
        self.value_opt(key).map(|_| self.bytes(key)).transpose()
    }

    /// A byte string of exactly `N` bytes.
    pub fn fixed<const N: usize>(self, key: u64) -> Result<[u8; N], BadCbor> {
        self.bytes(key)?
            .try_into()
            .map_err(|_| BadCbor::WrongType { key })
    }

    /// A byte string of exactly `N` bytes, or nothing.
    pub fn fixed_opt<const N: usize>(self, key: u64) -> Result<Option<[u8; N]>, BadCbor> {
        self.value_opt(key).map(|_| self.fixed(key)).transpose()
    }

    /// A text.
    pub fn text(self, key: u64) -> Result<&'a str, BadCbor> {
        self.value(key)?.as_text().ok_or(BadCbor::WrongType { key })
    }

    /// A text, or nothing.
    pub fn text_opt(self, key: u64) -> Result<Option<&'a str>, BadCbor> {
        self.value_opt(key).map(|_| self.text(key)).transpose()
    }

    /// An array.
    pub fn array(self, key: u64) -> Result<&'a [Value], BadCbor> {
        self.value(key)?
            .as_array()
            .map(Vec::as_slice)
            .ok_or(BadCbor::WrongType { key })
    }

    /// An array of byte strings of exactly `N` bytes each.
    pub fn fixed_array<const N: usize>(self, key: u64) -> Result<Vec<[u8; N]>, BadCbor> {
        let item = |value: &Value| {
            value
                .as_bytes()
                .and_then(|bytes| bytes.as_slice().try_into().ok())
        };
        self.array(key)?
            .iter()
            .map(item)
            .collect::<Option<_>>()
            .ok_or(BadCbor::WrongType { key })
    }

    /// A map in this map.
    pub fn map(self, key: u64) -> Result<MapReader<'a>, BadCbor> {
        MapReader::new(self.value(key)?).map_err(|_| BadCbor::WrongType { key })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOUNDS: Bounds = Bounds { bytes: 64, depth: 4 };

    fn refused(hexadecimal: &str) -> BadCbor {
        decode(&hex::decode(hexadecimal).unwrap(), &BOUNDS).unwrap_err()
    }

    #[test]
    fn map_keys_are_sorted_by_their_encoding() {
        let value = MapBuilder::new()
            .put_u64(256, 1)
            .put_u64(24, 2)
            .put_bytes(1, &[7])
            .put_text(2, "é")
            .build();
        let text_key = Value::Map(vec![("".into(), 1.into()), (256.into(), 2.into())]);
        assert_eq!(hex::encode(encode(&value)), "a40141070262c3a918180219010001");
        assert_eq!(
            hex::encode(encode(&text_key)),
            "a2190100026001",
            "RFC 8949 sorts bytewise; the older rule would put the shorter empty text first"
        );
    }

    #[test]
    fn every_other_form_of_a_value_is_refused() {
        for (bytes, why) in [
            ("1801", "a number longer than needed"),
            ("5f4101ff", "an indefinite length"),
            ("a202010101", "unsorted keys"),
            ("a201010102", "a double key"),
            ("0000", "bytes behind the value"),
            ("f93c00", "a float"),
            ("c101", "a tag"),
            ("c24101", "a number written as a big number"),
            ("c249010000000000000000", "a big number"),
            ("f7", "undefined, which reads as null"),
            ("818201a202010101", "unsorted keys further down"),
        ] {
            assert_eq!(refused(bytes), BadCbor::NotDeterministic, "{why}");
        }
        for bytes in ["", "42ff", "a101", "61ff", "ff", "1c"] {
            assert_eq!(refused(bytes), BadCbor::Malformed, "{bytes}");
        }
    }

    #[test]
    fn size_and_depth_are_bounded() {
        let long = |length: usize| encode(&Value::Bytes(vec![0; length]));
        assert!(
            decode(&long(62), &BOUNDS).is_ok(),
            "62 bytes and 2 for their head"
        );
        assert_eq!(
            decode(&long(63), &BOUNDS),
            Err(BadCbor::TooLarge { bytes: 65, limit: 64 })
        );
        let nested = |depth: usize| [vec![0x81; depth], vec![0]].concat();
        assert!(decode(&nested(4), &BOUNDS).is_ok());
        assert_eq!(decode(&nested(5), &BOUNDS), Err(BadCbor::TooDeep { limit: 4 }));
    }

    #[test]
    fn the_number_of_values_is_bounded() {
        let wide = Bounds {
            bytes: 64 << 20,
            depth: 4,
        };
        let list = |values: usize| {
            let items = Value::Array(vec![Value::from(0); values - 1]);
            decode(&encode(&items), &wide).map(drop)
        };
        assert_eq!(list(MOST_VALUES - 1), Ok(()));
        assert_eq!(list(MOST_VALUES), Ok(()));
        assert_eq!(list(MOST_VALUES + 1), Err(BadCbor::TooMany));
        let long = Value::Array(vec![Value::Bytes(vec![0; 2 * MOST_VALUES]), "é".into()]);
        assert_eq!(count(&encode(&long)), 3, "what is in a byte string is no value");
        assert_eq!(count(&[0x5b, 0xff]), 1, "cut off in its head");
    }

    #[test]
    fn what_is_written_is_read_back() {
        let value = MapBuilder::new()
            .put(1, true)
            .put_opt(2, None::<u64>)
            .put_array(3, [Value::from([1u8; 4].as_slice())])
            .put(4, MapBuilder::new().put_text(1, "kring").build())
            .build();
        let read = decode(&encode(&value), &BOUNDS).unwrap();
        let map = MapReader::new(&read).unwrap();
        assert_eq!(map.bool(1), Ok(true));
        assert_eq!(map.u64_opt(2), Ok(None));
        assert_eq!(map.u64(2), Err(BadCbor::Missing { key: 2 }));
        assert_eq!(map.fixed_array::<4>(3), Ok(vec![[1; 4]]));
        assert_eq!(map.fixed_array::<5>(3), Err(BadCbor::WrongType { key: 3 }));
        assert_eq!(map.map(4).unwrap().text(1), Ok("kring"));
        assert_eq!(map.bytes(4), Err(BadCbor::WrongType { key: 4 }));
    }

    #[test]
    fn a_number_beyond_its_range_is_refused() {
        let value = MapBuilder::new()
            .put(1, u64::from(u32::MAX) + 1)
            .put(2, -1i64)
            .build();
        let map = MapReader::new(&value).unwrap();
        assert_eq!(map.u32(1), Err(BadCbor::WrongType { key: 1 }));
        assert_eq!(map.u64(2), Err(BadCbor::WrongType { key: 2 }));
    }
}
