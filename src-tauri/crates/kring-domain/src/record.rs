//! What every record has in common: its kind, how its fields merge, and its own check.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::block::Blocks;
use crate::id::RecordId;
use crate::invalid::Invalid;
use crate::kind::Kind;

/// A record of a circle. Its fields are reconciled with the merge engine by name: a field is one
/// last-writer-wins value unless it is named in [`TEXTS`](Self::TEXTS), [`LISTS`](Self::LISTS) or
/// [`MAPS`](Self::MAPS). A field can be added, never removed or given another meaning.
pub trait Record: Serialize + DeserializeOwned + Clone + PartialEq {
    /// The kind, as written in segment headers.
    const KIND: Kind;
    /// Fields of type [`Blocks`]: texts whose words merge.
    const TEXTS: &'static [&'static str] = &[];
    /// Fields that are lists of ids or codes in an order that merges.
    const LISTS: &'static [&'static str] = &[];
    /// Fields that are maps whose entries merge one by one.
    const MAPS: &'static [&'static str] = &[];

    /// Whether the fields hold what they must.
    fn check(&self) -> Result<(), Invalid>;

    /// What lists, the trash and search call this record.
    fn title(&self) -> String;

    /// The statement or decision in it that search counts heavier than other text.
    fn statement_text(&self) -> String {
        String::new()
    }

    /// All other text that search should find.
    fn body_text(&self) -> String {
        String::new()
    }

    /// Records that this one is about or links to, apart from references inside texts.
    fn links(&self) -> Vec<RecordId> {
        Vec::new()
    }

    /// The longer texts, for the references in them.
    fn texts(&self) -> Vec<&Blocks> {
        Vec::new()
    }
}
