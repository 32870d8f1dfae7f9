//! One record kind is one view table: declared once with its fields, written and read by name.

use kring_domain::id::RecordId;
use kring_domain::record::Record;
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Params, Row, params_from_iter};

/// A record kind with its view table.
pub trait Noun: Record {
    /// The table's name.
    const TABLE: &'static str;
    /// The columns besides `record`, with their SQL types.
    const COLUMNS: &'static [(&'static str, &'static str)];
    /// Columns that are looked up by.
    const INDEXED: &'static [&'static str];

    /// The cells, in order of [`COLUMNS`](Self::COLUMNS).
    fn cells(&self) -> Vec<Value>;
    /// The record in a row.
    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self>;
}

/// Declares the view table of a record kind: `noun!(Meeting, "meeting", { number: u32, … }, ["theme"])`.
#[macro_export]
macro_rules! noun {
    ($name:ident, $table:literal, { $($field:ident : $type:ty),+ $(,)? }, [$($indexed:literal),* $(,)?]) => {
        impl $crate::noun::Noun for $name {
            const TABLE: &'static str = $table;
            const COLUMNS: &'static [(&'static str, &'static str)] =
                &[$((stringify!($field), <$type as $crate::cell::Cell>::SQL)),+];
            const INDEXED: &'static [&'static str] = &[$($indexed),*];

            fn cells(&self) -> Vec<rusqlite::types::Value> {
                vec![$(<$type as $crate::cell::Cell>::write(&self.$field)),+]
            }

            fn from_row(row: &rusqlite::Row<'_>) -> rusqlite::Result<Self> {
                Ok(Self { $($field: $crate::noun::field::<$type>(row, stringify!($field))?),+ })
            }
        }
    };
}

/// One field of a row.
pub fn field<T: crate::cell::Cell>(row: &Row<'_>, column: &str) -> rusqlite::Result<T> {
    let cell = row.get_ref(column)?;
    T::read(cell)
        .map_err(|error| rusqlite::Error::FromSqlConversionFailure(0, cell.data_type(), Box::new(error)))
}

/// The statements that make the table and its indexes.
pub fn definition<T: Noun>() -> Vec<String> {
    let columns: Vec<String> = T::COLUMNS
        .iter()
        .map(|(name, sql)| format!("    \"{name}\" {sql}"))
        .collect();
    let table = T::TABLE;
    let mut made = vec![format!(
        "CREATE TABLE \"{table}\" (\n    record BLOB PRIMARY KEY NOT NULL,\n{}\n) STRICT",
        columns.join(",\n")
    )];
    made.extend(
        T::INDEXED
            .iter()
            .map(|column| format!("CREATE INDEX {table}_{column} ON \"{table}\" (\"{column}\")")),
    );
    made
}

/// Writes a record's row, replacing the one it had.
pub fn put<T: Noun>(db: &Connection, id: RecordId, record: &T) -> rusqlite::Result<()> {
    let names: Vec<String> = T::COLUMNS.iter().map(|(name, _)| format!("\"{name}\"")).collect();
    let marks = ", ?".repeat(T::COLUMNS.len());
    let sql = format!(
        "INSERT OR REPLACE INTO \"{}\" (record, {}) VALUES (?{marks})",
        T::TABLE,
        names.join(", ")
    );
    let cells = std::iter::once(Value::Blob(id.0.to_vec())).chain(record.cells());
    db.prepare_cached(&sql)?.execute(params_from_iter(cells))?;
    Ok(())
}

/// Takes a record's row away.
pub fn take_away<T: Noun>(db: &Connection, id: RecordId) -> rusqlite::Result<()> {
    db.prepare_cached(&format!("DELETE FROM \"{}\" WHERE record = ?1", T::TABLE))?
        .execute([id.0])?;
    Ok(())
}

/// The record with this id, unless it is in the trash or of another kind.
pub fn get<T: Noun>(db: &Connection, id: impl Into<RecordId>) -> rusqlite::Result<Option<T>> {
    let sql = format!("SELECT * FROM \"{}\" WHERE record = ?1", T::TABLE);
    db.prepare_cached(&sql)?
        .query_row([id.into().0], T::from_row)
        .optional()
}

/// All records of the kind.
pub fn all<T: Noun, I: From<RecordId>>(db: &Connection) -> rusqlite::Result<Vec<(I, T)>> {
    select(db, "1 ORDER BY record", [])
}

/// Records whose columns fit the condition, which may end in an ORDER BY of its own.
pub fn select<T: Noun, I: From<RecordId>>(
    db: &Connection,
    condition: &str,
    values: impl Params,
) -> rusqlite::Result<Vec<(I, T)>> {
    let sql = format!("SELECT * FROM \"{}\" WHERE {condition}", T::TABLE);
    let mut statement = db.prepare_cached(&sql)?;
    let rows = statement.query_map(values, |row| {
        Ok((I::from(RecordId(row.get("record")?)), T::from_row(row)?))
    })?;
    rows.collect()
}

/// Records that refer to another, by a field or in a text; looked up by the backlinks.
pub fn referring<T: Noun, I: From<RecordId>>(
    db: &Connection,
    target: impl Into<RecordId>,
) -> rusqlite::Result<Vec<(I, T)>> {
    let condition = "record IN (SELECT source FROM link WHERE target = ?1) ORDER BY record";
    select(db, condition, [target.into().0])
}

/// Records of which one column holds this id, in order of their own ids.
pub fn with<T: Noun, I: From<RecordId>>(
    db: &Connection,
    column: &str,
    id: impl Into<RecordId>,
) -> rusqlite::Result<Vec<(I, T)>> {
    select(db, &format!("\"{column}\" = ?1 ORDER BY record"), [id.into().0])
}
