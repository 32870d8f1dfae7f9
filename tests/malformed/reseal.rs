//! Opens a package with a recipient's key, bends its manifest, and signs and encrypts it anew: what
//! `kring-sync` itself would not write.

use kring_trust::cbor::Value;
use kring_trust::signature::DeviceSecret;

use crate::forge::Forger;
use crate::raw::Raw;

/// The package with its manifest bent, signed by the forger.
pub fn reseal(
    file: &[u8],
    recipient: &DeviceSecret,
    forger: &Forger,
    bend: impl FnOnce(&mut Vec<(Value, Value)>),
) -> Vec<u8> {
    let mut raw = Raw::open(file, recipient, forger.heading.circle);
    bend(&mut raw.manifest);
    raw.seal(forger)
}
