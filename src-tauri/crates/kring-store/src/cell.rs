//! How one field of a record is one cell of a STRICT table, and back.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveTime};
use kring_domain::block::Blocks;
use kring_domain::contribution::Consent;
use kring_domain::decision::ActionState;
use kring_domain::id::{
    ActionId, AgendaItemId, Hash, MeetingId, MemberId, OrganisationId, PositionId, RecordId, RoundId,
    StatementId, StatementVersionId, StudyId, ThemeId,
};
use kring_domain::meeting::AgendaItemKind;
use kring_domain::member::Role;
use kring_domain::name::PersonName;
use kring_domain::numbering::Series;
use kring_domain::organisation::OrganisationKind;
use kring_domain::round::{Rule, Stance};
use kring_domain::statement::{EvidenceBasis, EvidenceStance};
use kring_domain::study::PartialDate;
use rusqlite::types::{FromSqlError, FromSqlResult, Value, ValueRef};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// A value that fits one cell.
pub trait Cell: Sized {
    /// The column's type in a STRICT table, with NOT NULL where the value is never absent.
    const SQL: &'static str;
    /// The value as a cell.
    fn write(&self) -> Value;
    /// The value in a cell.
    fn read(cell: ValueRef<'_>) -> FromSqlResult<Self>;
}

/// A type whose `Option` is a cell that may be NULL.
pub trait Whole: Cell {
    /// The column's type when NULL may stand in it.
    const NULLABLE: &'static str;
}

impl<T: Whole> Cell for Option<T> {
    const SQL: &'static str = T::NULLABLE;
    fn write(&self) -> Value {
        self.as_ref().map_or(Value::Null, Cell::write)
    }
    fn read(cell: ValueRef<'_>) -> FromSqlResult<Self> {
        match cell {
            ValueRef::Null => Ok(None),
            cell => T::read(cell).map(Some),
        }
    }
}

macro_rules! blob_cells {
    ($($name:ty),+ $(,)?) => { $(
        impl Cell for $name {
            const SQL: &'static str = "BLOB NOT NULL";
            fn write(&self) -> Value {
                Value::Blob(RecordId::from(*self).0.to_vec())
            }
            fn read(cell: ValueRef<'_>) -> FromSqlResult<Self> {
                let id = RecordId::from_slice(cell.as_blob()?).ok_or(FromSqlError::InvalidType)?;
                Ok(Self::from(id))
            }
        }
        impl Whole for $name {
            const NULLABLE: &'static str = "BLOB";
        }
    )+ };
}
blob_cells!(
    RecordId,
    ActionId,
    AgendaItemId,
    MeetingId,
    MemberId,
    OrganisationId,
    PositionId,
    RoundId,
    StatementId,
    StatementVersionId,
    StudyId,
    ThemeId,
);

macro_rules! code_cells {
    ($($name:ty),+ $(,)?) => { $(
        impl Cell for $name {
            const SQL: &'static str = "TEXT NOT NULL";
            fn write(&self) -> Value {
                Value::Text(self.code().to_owned())
            }
            fn read(cell: ValueRef<'_>) -> FromSqlResult<Self> {
                cell.as_str().map(Self::from_code)
            }
        }
        impl Whole for $name {
            const NULLABLE: &'static str = "TEXT";
        }
    )+ };
}
code_cells!(
    ActionState,
    AgendaItemKind,
    Consent,
    EvidenceBasis,
    EvidenceStance,
    OrganisationKind,
    Role,
    Series,
    Stance,
);

macro_rules! json_cells {
    ($($name:ty),+ $(,)?) => { $(
        impl Cell for $name {
            const SQL: &'static str = "TEXT NOT NULL";
            fn write(&self) -> Value {
                json(self)
            }
            fn read(cell: ValueRef<'_>) -> FromSqlResult<Self> {
                from_json(cell)
            }
        }
        impl Whole for $name {
            const NULLABLE: &'static str = "TEXT";
        }
    )+ };
}
json_cells!(Blocks, Hash, PersonName, Rule, PartialDate, NaiveDate, NaiveTime);

impl<T: Serialize + DeserializeOwned> Cell for Vec<T> {
    const SQL: &'static str = "TEXT NOT NULL";
    fn write(&self) -> Value {
        json(self)
    }
    fn read(cell: ValueRef<'_>) -> FromSqlResult<Self> {
        from_json(cell)
    }
}

impl<K: Serialize + DeserializeOwned + Ord, V: Serialize + DeserializeOwned> Cell for BTreeMap<K, V> {
    const SQL: &'static str = "TEXT NOT NULL";
    fn write(&self) -> Value {
        json(self)
    }
    fn read(cell: ValueRef<'_>) -> FromSqlResult<Self> {
        from_json(cell)
    }
}

impl Cell for String {
    const SQL: &'static str = "TEXT NOT NULL";
    fn write(&self) -> Value {
        Value::Text(self.clone())
    }
    fn read(cell: ValueRef<'_>) -> FromSqlResult<Self> {
        cell.as_str().map(str::to_owned)
    }
}

macro_rules! integer_cells {
    ($($name:ty),+ $(,)?) => { $(
        impl Cell for $name {
            const SQL: &'static str = "INTEGER NOT NULL";
            fn write(&self) -> Value {
                Value::Integer(i64::from(*self))
            }
            fn read(cell: ValueRef<'_>) -> FromSqlResult<Self> {
                let number = cell.as_i64()?;
                Self::try_from(number).map_err(|_| FromSqlError::OutOfRange(number))
            }
        }
        impl Whole for $name {
            const NULLABLE: &'static str = "INTEGER";
        }
    )+ };
}
integer_cells!(u32, i32);

impl Cell for bool {
    const SQL: &'static str = "INTEGER NOT NULL";
    fn write(&self) -> Value {
        Value::Integer((*self).into())
    }
    fn read(cell: ValueRef<'_>) -> FromSqlResult<Self> {
        Ok(cell.as_i64()? != 0)
    }
}

/// A value as JSON text. Dates become bare ISO text, so that SQL can compare them.
fn json(value: &impl Serialize) -> Value {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(text)) => Value::Text(text),
        Ok(value) => Value::Text(value.to_string()),
        Err(_) => Value::Null,
    }
}

fn from_json<T: DeserializeOwned>(cell: ValueRef<'_>) -> FromSqlResult<T> {
    let text = cell.as_str()?;
    let parsed = serde_json::from_str(text)
        .or_else(|_| serde_json::from_value(serde_json::Value::String(text.to_owned())));
    parsed.map_err(FromSqlError::other)
}

/// An id in a cell of a log table.
pub fn blob_id<const N: usize>(cell: &[u8]) -> rusqlite::Result<[u8; N]> {
    cell.try_into()
        .map_err(|_| rusqlite::Error::IntegralValueOutOfRange(0, cell.len() as i64))
}

/// A hash in a cell of a log table.
pub fn hash(row: &rusqlite::Row<'_>, column: &str) -> rusqlite::Result<Hash> {
    Ok(Hash(row.get(column)?))
}
