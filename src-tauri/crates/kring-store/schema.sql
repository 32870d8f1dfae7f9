CREATE TABLE "action" (
    record BLOB PRIMARY KEY NOT NULL,
    "meeting" BLOB,
    "item" BLOB,
    "text" TEXT NOT NULL,
    "owner" BLOB,
    "due" TEXT,
    "state" TEXT NOT NULL,
    "postponed" INTEGER NOT NULL
) STRICT;

CREATE TABLE "agenda_item" (
    record BLOB PRIMARY KEY NOT NULL,
    "meeting" BLOB NOT NULL,
    "parent" BLOB,
    "title" TEXT NOT NULL,
    "kind" TEXT,
    "minutes" INTEGER,
    "statement" BLOB
) STRICT;

CREATE TABLE attached (
    record BLOB NOT NULL,
    hash BLOB NOT NULL,
    name TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    live INTEGER NOT NULL,
    PRIMARY KEY (record, hash)
) STRICT, WITHOUT ROWID;

CREATE TABLE chain (
    log BLOB PRIMARY KEY NOT NULL,
    device BLOB NOT NULL,
    scope INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    hash BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "circle" (
    record BLOB PRIMARY KEY NOT NULL,
    "name" TEXT NOT NULL,
    "goals" TEXT NOT NULL,
    "starts" TEXT,
    "ends" TEXT,
    "meetings_planned" INTEGER,
    "organisations" TEXT NOT NULL
) STRICT;

CREATE TABLE "closing" (
    record BLOB PRIMARY KEY NOT NULL,
    "round" BLOB NOT NULL,
    "positions" TEXT NOT NULL,
    "keys" TEXT NOT NULL
) STRICT;

CREATE TABLE "contribution" (
    record BLOB PRIMARY KEY NOT NULL,
    "meeting" BLOB NOT NULL,
    "from" BLOB,
    "text" TEXT NOT NULL,
    "consent" TEXT NOT NULL,
    "feedback" TEXT NOT NULL
) STRICT;

CREATE TABLE "decision" (
    record BLOB PRIMARY KEY NOT NULL,
    "meeting" BLOB NOT NULL,
    "item" BLOB,
    "text" TEXT NOT NULL
) STRICT;

CREATE TABLE delivery (
    device BLOB NOT NULL,
    package BLOB NOT NULL,
    PRIMARY KEY (device, package)
) STRICT, WITHOUT ROWID;

CREATE TABLE document (
    record BLOB PRIMARY KEY NOT NULL,
    kind INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    owner BLOB NOT NULL,
    created_by BLOB NOT NULL,
    created_ms INTEGER NOT NULL,
    created_in BLOB NOT NULL,
    changed_by BLOB NOT NULL,
    changed_ms INTEGER NOT NULL,
    trashed INTEGER NOT NULL,
    readable INTEGER NOT NULL,
    title TEXT NOT NULL,
    hash BLOB NOT NULL
) STRICT;

CREATE TABLE draft (
    key TEXT PRIMARY KEY NOT NULL,
    command TEXT NOT NULL,
    input TEXT NOT NULL,
    at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE erased (
    record BLOB PRIMARY KEY NOT NULL,
    scrubbed INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "evidence" (
    record BLOB PRIMARY KEY NOT NULL,
    "statement" BLOB NOT NULL,
    "study" BLOB,
    "stance" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "finding" TEXT NOT NULL,
    "page" TEXT NOT NULL
) STRICT;

CREATE TABLE genesis (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    bytes BLOB NOT NULL
) STRICT;

CREATE TABLE import (
    id INTEGER PRIMARY KEY,
    package BLOB NOT NULL,
    device BLOB NOT NULL,
    counter INTEGER NOT NULL,
    part INTEGER NOT NULL,
    parts INTEGER NOT NULL,
    at_ms INTEGER NOT NULL,
    last_segment INTEGER NOT NULL,
    undone INTEGER NOT NULL
) STRICT;

CREATE TABLE import_segment (
    import INTEGER NOT NULL REFERENCES import (id),
    segment INTEGER NOT NULL REFERENCES segment (id),
    PRIMARY KEY (import, segment)
) STRICT, WITHOUT ROWID;

CREATE TABLE invitation (
    key BLOB PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    right_number INTEGER NOT NULL,
    made_ms INTEGER NOT NULL,
    withdrawn INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE link (
    source BLOB NOT NULL,
    target BLOB NOT NULL,
    PRIMARY KEY (source, target)
) STRICT, WITHOUT ROWID;

CREATE TABLE marker (
    record BLOB NOT NULL,
    key TEXT NOT NULL,
    PRIMARY KEY (record, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE "meeting" (
    record BLOB PRIMARY KEY NOT NULL,
    "number" INTEGER NOT NULL,
    "of" INTEGER,
    "title" TEXT NOT NULL,
    "date" TEXT,
    "starts" TEXT,
    "ends" TEXT,
    "place" TEXT NOT NULL,
    "theme" BLOB,
    "purpose" TEXT NOT NULL,
    "chair" BLOB,
    "minute_taker" BLOB,
    "agenda" TEXT NOT NULL,
    "attendance" TEXT NOT NULL,
    "attachments" TEXT NOT NULL
) STRICT;

CREATE TABLE "member" (
    record BLOB PRIMARY KEY NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT,
    "organisation" BLOB,
    "email" TEXT NOT NULL
) STRICT;

CREATE TABLE membership_operation (
    hash BLOB PRIMARY KEY NOT NULL,
    bytes BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "note" (
    record BLOB PRIMARY KEY NOT NULL,
    "subject" BLOB,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "attachments" TEXT NOT NULL
) STRICT;

CREATE TABLE "numbering" (
    record BLOB PRIMARY KEY NOT NULL,
    "series" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "subject" BLOB NOT NULL
) STRICT;

CREATE TABLE operation (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    segments TEXT NOT NULL,
    undone INTEGER NOT NULL
) STRICT;

CREATE TABLE "organisation" (
    record BLOB PRIMARY KEY NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT,
    "former_names" TEXT NOT NULL
) STRICT;

CREATE TABLE package (
    id BLOB PRIMARY KEY NOT NULL,
    sent INTEGER NOT NULL,
    device BLOB NOT NULL,
    counter INTEGER NOT NULL,
    at_ms INTEGER NOT NULL,
    segments INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE parcel (
    package BLOB PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    part INTEGER NOT NULL,
    parts INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    incarnation BLOB NOT NULL,
    head INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE parcel_device (
    package BLOB NOT NULL REFERENCES parcel (package),
    device BLOB NOT NULL,
    PRIMARY KEY (package, device)
) STRICT, WITHOUT ROWID;

CREATE TABLE part (
    id INTEGER PRIMARY KEY,
    segment INTEGER NOT NULL REFERENCES segment (id),
    record BLOB NOT NULL,
    peer INTEGER NOT NULL,
    first INTEGER NOT NULL,
    next INTEGER NOT NULL,
    applied INTEGER NOT NULL,
    salt BLOB,
    body BLOB
) STRICT;

CREATE TABLE peer_head (
    device BLOB NOT NULL,
    log BLOB NOT NULL,
    seq INTEGER NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (device, log)
) STRICT, WITHOUT ROWID;

CREATE TABLE "position" (
    record BLOB PRIMARY KEY NOT NULL,
    "round" BLOB NOT NULL,
    "version" BLOB NOT NULL,
    "holder" BLOB NOT NULL,
    "stance" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "recorded_by" BLOB,
    "proof" TEXT NOT NULL,
    "supersedes" TEXT NOT NULL
) STRICT;

CREATE TABLE "receipt" (
    record BLOB PRIMARY KEY NOT NULL,
    "erasure" TEXT NOT NULL
) STRICT;

CREATE TABLE retired_key (
    secret BLOB PRIMARY KEY NOT NULL,
    retired_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "review" (
    record BLOB PRIMARY KEY NOT NULL,
    "subject" BLOB NOT NULL,
    "key" TEXT NOT NULL,
    "sides" TEXT NOT NULL
) STRICT;

CREATE TABLE "round" (
    record BLOB PRIMARY KEY NOT NULL,
    "versions" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "meeting" BLOB,
    "leader" BLOB NOT NULL
) STRICT;

CREATE TABLE sealed (
    part INTEGER PRIMARY KEY REFERENCES part (id),
    opened BLOB
) STRICT;

CREATE VIRTUAL TABLE search USING fts5 (
    title, statement, body,
    content = 'search_entry', content_rowid = 'id',
    tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);

CREATE TABLE search_entry (
    id INTEGER PRIMARY KEY,
    record BLOB NOT NULL UNIQUE,
    title TEXT NOT NULL,
    statement TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;

CREATE TABLE segment (
    id INTEGER PRIMARY KEY,
    log BLOB NOT NULL,
    seq INTEGER NOT NULL,
    hash BLOB NOT NULL UNIQUE,
    scope INTEGER NOT NULL,
    device BLOB NOT NULL,
    wall_ms INTEGER NOT NULL,
    standing INTEGER NOT NULL,
    header BLOB NOT NULL,
    signature BLOB NOT NULL
) STRICT;

CREATE TABLE setting (
    name TEXT PRIMARY KEY NOT NULL,
    value BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE shared_file (
    name TEXT PRIMARY KEY NOT NULL,
    bytes INTEGER NOT NULL,
    modified INTEGER NOT NULL,
    hash BLOB NOT NULL,
    fate TEXT NOT NULL,
    code TEXT NOT NULL,
    since_ms INTEGER NOT NULL,
    tried_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE shared_reach (
    device BLOB NOT NULL,
    log BLOB NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (device, log)
) STRICT, WITHOUT ROWID;

CREATE TABLE snapshot (
    record BLOB PRIMARY KEY NOT NULL,
    part INTEGER NOT NULL,
    bytes BLOB NOT NULL
) STRICT;

CREATE TABLE "statement" (
    record BLOB PRIMARY KEY NOT NULL,
    "theme" BLOB NOT NULL,
    "meeting" BLOB,
    "item" BLOB
) STRICT;

CREATE TABLE "statement_version" (
    record BLOB PRIMARY KEY NOT NULL,
    "statement" BLOB NOT NULL,
    "text" TEXT NOT NULL,
    "supersedes" BLOB
) STRICT;

CREATE TABLE "study" (
    record BLOB PRIMARY KEY NOT NULL,
    "csl_type" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "authors" TEXT NOT NULL,
    "editors" TEXT NOT NULL,
    "issued" TEXT,
    "container_title" TEXT NOT NULL,
    "publisher" TEXT NOT NULL,
    "publisher_place" TEXT NOT NULL,
    "volume" TEXT NOT NULL,
    "issue" TEXT NOT NULL,
    "pages" TEXT NOT NULL,
    "edition" TEXT NOT NULL,
    "doi" TEXT NOT NULL,
    "isbn" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "accessed" TEXT,
    "language" TEXT NOT NULL,
    "abstract_text" TEXT NOT NULL,
    "keywords" TEXT NOT NULL,
    "retracted" INTEGER NOT NULL,
    "summary" TEXT NOT NULL,
    "themes" TEXT NOT NULL,
    "meetings" TEXT NOT NULL,
    "attachments" TEXT NOT NULL
) STRICT;

CREATE TABLE "theme" (
    record BLOB PRIMARY KEY NOT NULL,
    "name" TEXT NOT NULL,
    "aliases" TEXT NOT NULL,
    "parent" BLOB,
    "known" TEXT NOT NULL,
    "unknown" TEXT NOT NULL,
    "review_date" TEXT
) STRICT;

CREATE TABLE touch (
    record BLOB NOT NULL,
    key TEXT NOT NULL,
    segment BLOB NOT NULL,
    device BLOB NOT NULL,
    peer INTEGER NOT NULL,
    next INTEGER NOT NULL,
    PRIMARY KEY (record, key, segment)
) STRICT, WITHOUT ROWID;

CREATE TABLE unseen (
    record BLOB PRIMARY KEY NOT NULL,
    device BLOB NOT NULL,
    at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE wanted (
    device BLOB NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (device, hash)
) STRICT, WITHOUT ROWID;

CREATE INDEX action_meeting ON "action" ("meeting");

CREATE INDEX action_owner ON "action" ("owner");

CREATE INDEX action_state ON "action" ("state");

CREATE INDEX agenda_item_meeting ON "agenda_item" ("meeting");

CREATE INDEX attached_hash ON attached (hash);

CREATE INDEX closing_round ON "closing" ("round");

CREATE INDEX contribution_meeting ON "contribution" ("meeting");

CREATE INDEX decision_meeting ON "decision" ("meeting");

CREATE INDEX document_kind ON document (kind, trashed);

CREATE INDEX evidence_statement ON "evidence" ("statement");

CREATE INDEX evidence_study ON "evidence" ("study");

CREATE INDEX link_target ON link (target);

CREATE INDEX meeting_date ON "meeting" ("date");

CREATE INDEX meeting_theme ON "meeting" ("theme");

CREATE INDEX member_organisation ON "member" ("organisation");

CREATE INDEX note_subject ON "note" ("subject");

CREATE INDEX numbering_series ON "numbering" ("series");

CREATE INDEX numbering_subject ON "numbering" ("subject");

CREATE INDEX part_bare ON part (record) WHERE body IS NULL;

CREATE INDEX part_erasing ON part (record) WHERE first = next;

CREATE INDEX part_record ON part (record, id);

CREATE INDEX part_segment ON part (segment);

CREATE INDEX position_holder ON "position" ("holder");

CREATE INDEX position_round ON "position" ("round");

CREATE INDEX position_version ON "position" ("version");

CREATE INDEX receipt_erasure ON "receipt" ("erasure");

CREATE INDEX review_subject ON "review" ("subject");

CREATE INDEX round_meeting ON "round" ("meeting");

CREATE INDEX segment_chain ON segment (log, seq);

CREATE INDEX segment_clock ON segment (wall_ms, id);

CREATE INDEX segment_standing ON segment (standing) WHERE standing <> 0;

CREATE INDEX statement_meeting ON "statement" ("meeting");

CREATE INDEX statement_theme ON "statement" ("theme");

CREATE INDEX statement_version_statement ON "statement_version" ("statement");
