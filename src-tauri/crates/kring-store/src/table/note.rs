//! Notes. Whether a note is private stands with its document.

use kring_domain::attachment::Attachments;
use kring_domain::block::Blocks;
use kring_domain::id::RecordId;
use kring_domain::note::Note;

crate::noun!(Note, "note", {
    subject: Option<RecordId>,
    title: String,
    body: Blocks,
    attachments: Attachments,
}, ["subject"]);
