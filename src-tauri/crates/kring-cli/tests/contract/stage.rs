//! A folder to run the program in, apart from whatever this machine holds.

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// A folder in which stores and files have short names.
pub struct Stage(TempDir);

/// What became of a run.
pub struct Outcome {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Stage {
    pub fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// A stage with the store `a`, its key in `a.key`, and Annelies as its coordinator.
    pub fn with_circle() -> Self {
        let stage = Self::new();
        stage
            .run(&[
                "new",
                "a",
                "--circle",
                "Proef",
                "--name",
                "Annelies|van der|Meulen",
                "--key-file",
                "a.key",
            ])
            .expect_done();
        stage
    }

    /// The same, with the store `b` of Bas, who is let in by `b.kring`.
    pub fn with_two() -> Self {
        let stage = Self::with_circle();
        stage.ask_to_join("b", "Bas|de|Wit");
        stage
            .run(&["approve", "a", "b.card", "--to", "b.kring", "--key-file", "a.key"])
            .expect_done();
        stage
            .run(&["import", "b", "b.kring", "--key-file", "b.key"])
            .expect_done();
        stage
    }

    /// Makes the store, card and key of a newcomer.
    pub fn ask_to_join(&self, store: &str, name: &str) {
        let (card, key) = (format!("{store}.card"), format!("{store}.key"));
        self.run(&[
            "join-request",
            store,
            "--name",
            name,
            "--to",
            &card,
            "--key-file",
            &key,
        ])
        .expect_done();
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) {
        std::fs::write(self.path(name), content).unwrap();
    }

    pub fn run(&self, arguments: &[&str]) -> Outcome {
        self.run_with(arguments, &[], "")
    }

    /// Runs with environment variables and standard input.
    pub fn run_with(&self, arguments: &[&str], variables: &[(&str, &str)], input: &str) -> Outcome {
        let mut command = Command::new(env!("CARGO_BIN_EXE_kringboek"));
        command
            .env_clear()
            .env("XDG_STATE_HOME", self.path("state"))
            .env("LANG", "en_GB.UTF-8");
        command
            .envs(variables.iter().copied())
            .args(arguments)
            .current_dir(self.0.path());
        command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        // A program that does not read its input may have ended already.
        let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
        let output = child.wait_with_output().unwrap();
        Outcome {
            code: output.status.code().unwrap(),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// Runs any command on a store and answers its JSON.
    pub fn call(&self, store: &str, command: &str, input: &Value) -> Value {
        let key = format!("{store}.key");
        self.run(&["call", store, command, &input.to_string(), "--key-file", &key])
            .expect_done()
            .json()
    }
}

impl Outcome {
    pub fn expect_done(self) -> Self {
        assert_eq!(self.code, 0, "refused: {}", self.stderr);
        self
    }

    /// Asserts that the run was refused with this code and nothing but reasons was printed.
    pub fn expect_refused(self, code: &str) -> Self {
        assert_eq!(self.code, 1, "not refused: {}", self.stdout);
        assert!(
            self.stderr.contains(&format!("[{code}]")),
            "other refusal: {}",
            self.stderr
        );
        self
    }

    pub fn json(&self) -> Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|error| panic!("{error}: {}", self.stdout))
    }

    /// What stands behind a label at the beginning of a line of the answer.
    pub fn labelled(&self, label: &str) -> String {
        let line = self
            .stdout
            .lines()
            .find_map(|line| line.strip_prefix(label)?.strip_prefix(' '));
        line.unwrap_or_else(|| panic!("no {label} in {}", self.stdout))
            .to_owned()
    }
}

/// Whether a text is a SHA-256 in hexadecimal digits.
pub fn is_digest(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}
