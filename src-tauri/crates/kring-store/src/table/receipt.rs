//! Receipts of erasures.

use kring_domain::id::Hash;
use kring_domain::receipt::Receipt;

crate::noun!(Receipt, "receipt", {
    erasure: Hash,
}, ["erasure"]);
