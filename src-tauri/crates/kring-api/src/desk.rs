//! Where a command does its work: the open workspace and the host it runs in.

use kring_domain::id::RecordId;
use kring_domain::record::Record;
use kring_store::noun::{self, Noun};
use kring_sync::segment::Scope;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::error::{ApiError, Result};
use crate::host::Host;
use crate::workspace::{Done, Workspace};

/// An open workspace and its host.
pub struct Desk<'a> {
    /// The workspace.
    pub workspace: &'a mut Workspace,
    /// The host.
    pub host: &'a mut dyn Host,
}

/// No input.
#[derive(Debug, Clone, Copy, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Nothing {}

/// One record by its id.
#[derive(Debug, Clone, Copy, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ById {
    /// The record.
    pub id: RecordId,
}

/// Some fields of a record to change; the others stay as they are.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Change<T> {
    /// The record.
    pub id: RecordId,
    /// The fields to change, by name.
    pub fields: Map<String, Value>,
    #[serde(skip)]
    of: std::marker::PhantomData<T>,
}

impl<T: JsonSchema> JsonSchema for Change<T> {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        format!("Change_{}", T::schema_name()).into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut fields = T::json_schema(generator);
        fields.remove("required");
        fields.insert(
            "description".to_owned(),
            "The fields to change; those left out stay as they are.".into(),
        );
        schemars::json_schema!({
            "type": "object",
            "properties": { "id": generator.subschema_for::<RecordId>(), "fields": fields },
            "required": ["id", "fields"],
            "additionalProperties": false
        })
    }
}

/// A record with its id.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[schemars(rename = "{T}Item")]
pub struct Item<T> {
    /// The record's id.
    pub id: RecordId,
    /// Its fields.
    #[serde(flatten)]
    pub record: T,
}

/// Records with their ids.
pub fn items<T, I: Into<RecordId>>(rows: Vec<(I, T)>) -> Vec<Item<T>> {
    rows.into_iter()
        .map(|(id, record)| Item {
            id: id.into(),
            record,
        })
        .collect()
}

impl Desk<'_> {
    /// Makes a record of the circle.
    pub fn create<T: Noun>(&mut self, operation: &'static str, record: &T) -> Result<Done<RecordId>> {
        self.workspace
            .transact(operation, |act| act.create(Scope::Circle, record))
    }

    /// Changes some fields of a record.
    pub fn change<T: Noun>(&mut self, operation: &'static str, change: Change<T>) -> Result<Done<RecordId>> {
        let id = change.id;
        let changed: T = overlay(&self.get::<T>(id)?, change.fields)?;
        self.workspace.transact(operation, |act| {
            act.change::<T>(id, |record| *record = changed).map(|()| id)
        })
    }

    /// A record that is not in the trash.
    pub fn get<T: Noun>(&self, id: impl Into<RecordId>) -> Result<T> {
        let id = id.into();
        noun::get(self.workspace.db(), id)?.ok_or(ApiError::NotFound { kind: T::KIND, id })
    }
}

/// A record with some of its fields replaced.
fn overlay<T: Record>(record: &T, fields: Map<String, Value>) -> Result<T> {
    let Ok(Value::Object(mut whole)) = serde_json::to_value(record) else {
        return Err(ApiError::Input("record".to_owned()));
    };
    for (name, value) in fields {
        if !whole.contains_key(&name) {
            return Err(ApiError::Input(format!("unknown field `{name}`")));
        }
        whole.insert(name, value);
    }
    serde_json::from_value(Value::Object(whole)).map_err(|error| ApiError::Input(error.to_string()))
}
