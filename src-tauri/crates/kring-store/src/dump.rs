//! The content of tables as text: for comparing a stored view with a rebuilt one, a store before
//! and after a refusal, and for the picture of the schema.

use std::fmt::Write as _;

use rusqlite::Connection;
use rusqlite::types::ValueRef;

use crate::migration;
use crate::table;

/// The view of the circle's records, ordered by key, without row numbers and without private
/// records: equal on every device that accepted the same changes.
pub fn view(db: &Connection) -> rusqlite::Result<String> {
    let mut dump = String::new();
    for (name, order) in table::view_tables() {
        let shared = "record IN (SELECT record FROM document WHERE scope = 0)";
        rows(
            db,
            &format!("SELECT * FROM \"{name}\" WHERE {shared} ORDER BY {order}"),
            name,
            &mut dump,
        )?;
    }
    let links = "SELECT source, target FROM link WHERE source IN (SELECT record FROM document WHERE scope = 0) ORDER BY 1, 2";
    rows(db, links, "link", &mut dump)?;
    let search = "SELECT record, title, statement, body FROM search_entry
                  WHERE record IN (SELECT record FROM document WHERE scope = 0) ORDER BY record";
    rows(db, search, "search_entry", &mut dump)?;
    Ok(dump)
}

/// Every row of every table, private records included.
pub fn everything(db: &Connection) -> rusqlite::Result<String> {
    let mut dump = String::new();
    for name in migration::kept_tables()
        .iter()
        .filter(|name| **name != "refinery_schema_history")
    {
        rows(
            db,
            &format!("SELECT * FROM \"{name}\" ORDER BY 1, 2"),
            name,
            &mut dump,
        )?;
    }
    for (name, order) in table::view_tables() {
        rows(
            db,
            &format!("SELECT * FROM \"{name}\" ORDER BY {order}"),
            name,
            &mut dump,
        )?;
    }
    rows(
        db,
        "SELECT source, target FROM link ORDER BY 1, 2",
        "link",
        &mut dump,
    )?;
    rows(
        db,
        "SELECT record, title, statement, body FROM search_entry ORDER BY record",
        "search_entry",
        &mut dump,
    )?;
    Ok(dump)
}

/// The statements that make every table, as `schema.sql` shows them.
pub fn schema(db: &Connection) -> rusqlite::Result<String> {
    let mut statement = db.prepare(
        "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'refinery_%'
         AND (name NOT LIKE 'search_%' OR name = 'search_entry') ORDER BY type DESC, name",
    )?;
    let made: Vec<String> = statement
        .query_map([], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    Ok(format!("{};\n", made.join(";\n\n")))
}

fn rows(db: &Connection, sql: &str, name: &str, dump: &mut String) -> rusqlite::Result<()> {
    let mut statement = db.prepare(sql)?;
    let columns = statement.column_count();
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        dump.push_str(name);
        for column in 0..columns {
            dump.push('|');
            match row.get_ref(column)? {
                ValueRef::Null => dump.push('-'),
                ValueRef::Integer(number) => dump.push_str(&number.to_string()),
                ValueRef::Real(number) => dump.push_str(&number.to_string()),
                ValueRef::Text(text) => dump.push_str(&String::from_utf8_lossy(text).replace('\n', "\\n")),
                ValueRef::Blob(bytes) => {
                    for byte in bytes {
                        // Writing into a string cannot fail.
                        let _ = write!(dump, "{byte:02x}");
                    }
                }
            }
        }
        dump.push('\n');
    }
    Ok(())
}
