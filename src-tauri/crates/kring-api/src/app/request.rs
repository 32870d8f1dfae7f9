//! What a window asks of the app and what it is answered. A request holds no path, and its secrets
//! stand apart from its input.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use zeroize::Zeroize;

/// One call of a window.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Request {
    /// The handle of the circle it is about; absent for the app itself.
    #[serde(default)]
    pub circle: Option<String>,
    /// The command.
    pub name: String,
    /// Its input.
    #[serde(default)]
    pub input: Value,
    /// The number of a file that was chosen, dropped or double-clicked.
    #[serde(default)]
    pub file: Option<u32>,
    /// What the command may ask for as a secret.
    #[serde(default)]
    pub secrets: Secrets,
}

impl Request {
    /// A call with an input and nothing else.
    pub fn new(name: impl Into<String>, input: Value) -> Self {
        Self {
            circle: None,
            name: name.into(),
            input,
            file: None,
            secrets: Secrets::default(),
        }
    }

    /// The same call about a circle.
    #[must_use]
    pub fn of(mut self, circle: impl Into<String>) -> Self {
        self.circle = Some(circle.into());
        self
    }
}

/// What a member typed that is nobody else's business: neither printed nor left in memory.
#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Secrets {
    /// The passphrase that opens the stores now.
    pub passphrase: Option<String>,
    /// The one that will open them.
    pub new_passphrase: Option<String>,
    /// The printed `herstelsleutel`.
    pub recovery_key: Option<String>,
    /// The printed `kringsleutel`.
    pub authority_key: Option<String>,
    /// The six words of an invitation.
    pub invitation_words: Option<String>,
}

impl Drop for Secrets {
    fn drop(&mut self) {
        self.passphrase.zeroize();
        self.new_passphrase.zeroize();
        self.recovery_key.zeroize();
        self.authority_key.zeroize();
        self.invitation_words.zeroize();
    }
}

impl std::fmt::Debug for Secrets {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secrets")
    }
}

/// What a call is answered.
#[derive(Debug, Serialize)]
pub struct Answer {
    /// What the command answers.
    pub value: Value,
    /// What a screen reads again; absent when nothing changed.
    pub changed: Option<Changed>,
}

/// Which records of a circle changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Changed {
    /// The circle's handle.
    pub circle: String,
    /// Their kinds; "*" for everything.
    pub kinds: Vec<String>,
}
