//! Addresses in texts and studies. The app itself never goes on the network: the system's own program
//! does, for addresses of the web over TLS and of mail, and only when the member asks.

use schemars::JsonSchema;
use serde::Deserialize;

use super::FrontDesk;
use crate::error::{Refusal, Result};
use crate::use_case::store::Deed;

/// Longer addresses break mail programs, and no source needs them.
const MOST_CHARS: usize = 4_000;

/// An address to open.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OpenAddress {
    /// An https or mailto address.
    pub url: String,
}

/// Opens an address.
pub(super) fn open(desk: &mut FrontDesk<'_>, input: OpenAddress) -> Result<Deed> {
    if !may_be_opened(&input.url) {
        return Err(Refusal::Address.into());
    }
    desk.host.open_url(&input.url);
    Ok(Deed { done: true })
}

fn may_be_opened(url: &str) -> bool {
    let scheme = url.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
    let rest = match scheme.as_deref() {
        Some("https") => url
            .get("https://".len()..)
            .filter(|_| url[5..].starts_with("://")),
        Some("mailto") => url.get("mailto:".len()..),
        _ => None,
    };
    let is_plain = !url.chars().any(|c| c.is_control() || c.is_whitespace());
    is_plain && url.chars().count() <= MOST_CHARS && rest.is_some_and(|rest| !rest.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_web_over_tls_and_mail_are_opened() {
        for url in [
            "https://nji.nl/x?y=1#z",
            "HTTPS://nji.nl",
            "mailto:a@b.nl?subject=x%20y",
            "mailto:?body=x",
        ] {
            assert!(may_be_opened(url), "{url}");
        }
        for url in [
            "http://nji.nl",
            "file:///etc/passwd",
            "javascript:alert(1)",
            "https:/nji.nl",
            "https://",
            "mailto:",
            "",
            "https://nji.nl/a b",
            "https://nji.nl/\n-x",
            "smb://server/x",
            " https://nji.nl",
            "-https://nji.nl",
        ] {
            assert!(!may_be_opened(url), "{url} must not reach the system");
        }
        assert!(
            !may_be_opened(&format!("https://nji.nl/{}", "a".repeat(4_000))),
            "too long"
        );
    }
}
