//! One table, one file. Tables are of three sorts, named in each file: **log** is the truth,
//! **view** is rebuilt from it and has no migrations, **own** is this device's.

pub mod attached;
pub mod circle;
pub mod contribution;
pub mod decision;
pub mod delivery;
pub mod document;
pub mod draft;
pub mod erased;
pub mod erasure;
pub mod import;
pub mod invitation;
pub mod link;
pub mod meeting;
pub mod member;
pub mod membership;
pub mod note;
pub mod numbering;
pub mod organisation;
pub mod own;
pub mod parcel;
pub mod receipt;
pub mod retired_key;
pub mod review;
pub mod round;
pub mod sealed;
pub mod segment;
pub mod shared_file;
pub mod shared_reach;
pub mod statement;
pub mod study;
pub mod theme;
pub mod touch;
pub mod unseen;
pub mod wanted;

use kring_domain::block::Blocks;
use kring_domain::circle::Circle;
use kring_domain::contribution::Contribution;
use kring_domain::decision::{Action, Decision};
use kring_domain::id::RecordId;
use kring_domain::invalid::Invalid;
use kring_domain::kind::Kind;
use kring_domain::meeting::{AgendaItem, Meeting};
use kring_domain::member::Member;
use kring_domain::note::Note;
use kring_domain::numbering::Numbering;
use kring_domain::organisation::Organisation;
use kring_domain::receipt::Receipt;
use kring_domain::record::Record;
use kring_domain::review::Review;
use kring_domain::round::{Closing, Position, Round};
use kring_domain::statement::{Evidence, Statement, StatementVersion};
use kring_domain::study::Study;
use kring_domain::theme::Theme;
use rusqlite::Connection;

use crate::noun::{self, Noun};
use crate::search::{self, Entry};

/// Runs an expression with the record type of a kind: `for_kind!(kind, T => f::<T>(), else => g())`.
macro_rules! for_kind {
    ($kind:expr, $type:ident => $body:expr, else => $other:expr) => {
        for_kind!(@ $kind, $type, $body, $other,
            Circle Member Organisation Meeting AgendaItem Note Decision Action Theme Statement StatementVersion
            Round Position Closing Study Evidence Contribution Numbering Review Receipt)
    };
    (@ $kind:expr, $type:ident, $body:expr, $other:expr, $($name:ident)+) => {
        match $kind {
            $(Kind::$name => { type $type = $name; $body })+
            _ => $other,
        }
    };
}

/// The kinds that have a table of their own.
pub const NOUNS: &[Kind] = &[
    Kind::Circle,
    Kind::Member,
    Kind::Organisation,
    Kind::Meeting,
    Kind::AgendaItem,
    Kind::Note,
    Kind::Decision,
    Kind::Action,
    Kind::Theme,
    Kind::Statement,
    Kind::StatementVersion,
    Kind::Round,
    Kind::Position,
    Kind::Closing,
    Kind::Study,
    Kind::Evidence,
    Kind::Contribution,
    Kind::Numbering,
    Kind::Review,
    Kind::Receipt,
];

/// The statements that make the view tables.
pub fn view_definitions() -> Vec<String> {
    let fixed = [
        document::CREATE,
        touch::CREATE,
        attached::CREATE,
        link::CREATE,
        search::CREATE,
    ];
    let mut made: Vec<String> = fixed.into_iter().flatten().map(|sql| (*sql).to_owned()).collect();
    for kind in NOUNS {
        made.extend(for_kind!(*kind, T => noun::definition::<T>(), else => Vec::new()));
    }
    made
}

/// The names of the view tables whose rows are the same on every device, with the columns they are
/// ordered by.
pub fn view_tables() -> Vec<(&'static str, &'static str)> {
    let nouns = NOUNS
        .iter()
        .map(|kind| (for_kind!(*kind, T => <T as Noun>::TABLE, else => ""), "record"));
    let fixed = [
        ("document", "record"),
        ("touch", "record, key, segment"),
        ("marker", "record, key"),
        ("attached", "record, hash"),
    ];
    fixed.into_iter().chain(nouns).collect()
}

/// What a record's fields say to lists, search and backlinks.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Summary {
    /// What lists call it.
    pub title: String,
    /// What search finds in it.
    pub entry: Entry,
    /// The records it refers to.
    pub links: Vec<RecordId>,
}

/// Writes a record of any kind into its table, with search and backlinks. `fields` is its live value.
/// Answers what lists call it, or nothing if this version cannot read it.
pub fn project(
    db: &Connection,
    kind: Kind,
    id: RecordId,
    fields: serde_json::Value,
) -> rusqlite::Result<Option<String>> {
    for_kind!(kind, T => project_as::<T>(db, id, fields), else => Ok(None))
}

/// Writes a record that is at hand as a value, as [`project`] does.
pub fn put<T: Noun>(db: &Connection, id: RecordId, record: &T) -> rusqlite::Result<String> {
    noun::put(db, id, record)?;
    let summary = summary(record);
    search::put(db, id, &summary.entry)?;
    link::replace(db, id, &summary.links)?;
    Ok(summary.title)
}

fn project_as<T: Noun>(
    db: &Connection,
    id: RecordId,
    fields: serde_json::Value,
) -> rusqlite::Result<Option<String>> {
    match serde_json::from_value::<T>(fields) {
        Ok(record) => put(db, id, &record).map(Some),
        Err(_) => take_away(db, T::KIND, id).map(|()| None),
    }
}

/// Takes a record out of its table, search and backlinks; its document row stays.
pub fn take_away(db: &Connection, kind: Kind, id: RecordId) -> rusqlite::Result<()> {
    for_kind!(kind, T => noun::take_away::<T>(db, id)?, else => ());
    search::put(db, id, &Entry::default())?;
    link::replace(db, id, &[])
}

/// Takes every trace of a record out of the view.
pub fn take_out(db: &Connection, kind: Kind, id: RecordId) -> rusqlite::Result<()> {
    take_away(db, kind, id)?;
    document::take_away(db, id)?;
    touch::take_away(db, id)?;
    attached::take_away(db, id)
}

/// The names of fields.
type Names = &'static [&'static str];

/// The fields of a kind that are texts, lists and maps.
pub fn shape(kind: Kind) -> (Names, Names, Names) {
    for_kind!(kind, T => (T::TEXTS, T::LISTS, T::MAPS), else => (&[], &[], &[]))
}

/// What lists call a record with this live value, without writing anything.
pub fn title(kind: Kind, fields: serde_json::Value) -> Option<String> {
    for_kind!(kind, T => serde_json::from_value::<T>(fields).ok().map(|record| record.title()), else => None)
}

/// The names of the fields of every kind that has a table.
pub fn field_names() -> impl Iterator<Item = (Kind, Vec<&'static str>)> {
    NOUNS.iter().map(|kind| {
        let columns = for_kind!(*kind, T => <T as Noun>::COLUMNS, else => &[]);
        (*kind, columns.iter().map(|(name, _)| *name).collect())
    })
}

/// Checks the fields as a record of the kind. What this version cannot read it does not judge.
pub fn check(kind: Kind, fields: serde_json::Value) -> Result<(), Invalid> {
    for_kind!(kind, T => serde_json::from_value::<T>(fields).map_or(Ok(()), |record| record.check()), else => Ok(()))
}

/// Whether the fields are a valid record of the kind: for parts that cannot be changed later.
pub fn is_valid(kind: Kind, fields: serde_json::Value) -> bool {
    for_kind!(kind, T => serde_json::from_value::<T>(fields).is_ok_and(|record| record.check().is_ok()), else => false)
}

fn summary<T: Record>(record: &T) -> Summary {
    let references = record.texts().into_iter().flat_map(Blocks::references);
    let mut links: Vec<RecordId> = references.filter_map(|mark| mark.value.parse().ok()).collect();
    links.extend(record.links());
    links.sort_unstable();
    links.dedup();
    let title = record.title();
    let entry = Entry {
        title: title.clone(),
        statement: record.statement_text(),
        body: record.body_text(),
    };
    Summary { title, entry, links }
}
