//! Migrations of the tables that cannot be rebuilt: **log** and **own**. The view has none.

use refinery::{Migration, Runner, Target};
use rusqlite::Connection;

use crate::error::StoreError;
use crate::table::{
    delivery, draft, erased, erasure, import, invitation, membership, own, parcel, retired_key, sealed,
    segment, shared_file, shared_reach, unseen, wanted,
};

/// Every migration, oldest first. One that was released is never changed.
fn migrations() -> Result<Vec<Migration>, refinery::Error> {
    let first = [segment::CREATE, membership::CREATE, own::CREATE].concat();
    let second = [draft::CREATE, unseen::CREATE].concat();
    let third = [
        segment::READ_BACK,
        erasure::CREATE,
        erased::CREATE,
        sealed::CREATE,
        shared_file::CREATE,
        shared_reach::CREATE,
        import::CREATE,
        parcel::CREATE,
        delivery::CREATE,
        invitation::CREATE,
        retired_key::CREATE,
    ]
    .concat();
    Ok(vec![
        Migration::unapplied("V1__log_and_own", &first)?,
        Migration::unapplied("V2__draft_and_unseen", &second)?,
        Migration::unapplied("V3__exchange", &third)?,
        Migration::unapplied("V4__attachments", wanted::CREATE)?,
    ])
}

/// The tables that a rebuild of the view leaves alone.
pub fn kept_tables() -> &'static [&'static str] {
    &[
        "segment",
        "part",
        "chain",
        "genesis",
        "membership_operation",
        "setting",
        "peer_head",
        "package",
        "operation",
        "draft",
        "unseen",
        "erased",
        "sealed",
        "shared_file",
        "shared_reach",
        "import",
        "import_segment",
        "parcel",
        "parcel_device",
        "delivery",
        "invitation",
        "retired_key",
        "wanted",
        "refinery_schema_history",
    ]
}

/// Brings the tables to this version; refuses a store of a newer one.
pub fn run(db: &mut Connection) -> Result<(), StoreError> {
    let migrations = migrations()?;
    let newest = migrations.len() as u64;
    let applied = applied_version(db)?;
    if applied > newest {
        return Err(StoreError::Newer);
    }
    if applied < newest {
        Runner::new(&migrations).set_target(Target::Latest).run(db)?;
    }
    Ok(())
}

fn applied_version(db: &Connection) -> Result<u64, StoreError> {
    let known = "SELECT count(*) FROM sqlite_schema WHERE name = 'refinery_schema_history'";
    if db.query_row(known, [], |row| row.get::<_, i64>(0))? == 0 {
        return Ok(0);
    }
    Ok(db.query_row(
        "SELECT coalesce(max(version), 0) FROM refinery_schema_history",
        [],
        |row| row.get(0),
    )?)
}
