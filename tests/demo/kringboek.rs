//! The command line program, run as a script would: one process for each command, the store opened
//! by its key file.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::failure::Failure;

/// The program that is shown.
#[derive(Debug, Clone)]
pub struct Program(PathBuf);

impl Program {
    /// The one that was built beside this demo.
    pub fn beside() -> Result<Self, Failure> {
        let name = format!("kringboek{}", std::env::consts::EXE_SUFFIX);
        let path = std::env::current_exe()?.with_file_name(name);
        if path.is_file() {
            Ok(Self(path))
        } else {
            Err(Failure::NoProgram(path))
        }
    }
}

/// Someone's laptop: a store and its key file.
#[derive(Debug)]
pub struct Laptop {
    program: Program,
    /// Whose it is: "Annelies".
    pub owner: String,
    store: PathBuf,
    key: PathBuf,
}

impl Laptop {
    /// A laptop with no store yet.
    pub fn new(program: &Program, owner: &str, folder: &Path) -> Self {
        let (store, key) = (folder.join(owner), folder.join(format!("{owner}.key")));
        Self {
            program: program.clone(),
            owner: owner.to_owned(),
            store,
            key,
        }
    }

    /// Runs a subcommand with these arguments behind the store; the lines it prints.
    pub fn run(&self, subcommand: &str, arguments: &[&str]) -> Result<Vec<String>, Failure> {
        let mut process = Command::new(&self.program.0);
        process
            .arg(subcommand)
            .arg(&self.store)
            .arg("--key-file")
            .arg(&self.key)
            .args(arguments);
        let output = process
            .env_remove("KRINGBOEK_LANGUAGE")
            .env_remove("KRINGBOEK_PASSPHRASE")
            .output()?;
        if !output.status.success() {
            let told = String::from_utf8_lossy(&output.stderr).trim().to_owned();
            return Err(Failure::Refused {
                command: format!("{} {subcommand} {}", self.owner, arguments.join(" ")),
                told,
            });
        }
        Ok(String::from_utf8_lossy(&output.stdout)
            .lines()
            .map(str::to_owned)
            .collect())
    }

    /// Runs a command of the app; its answer.
    pub fn call(&self, command: &str, input: &Value) -> Result<Value, Failure> {
        let lines = self.run("call", &[command, &input.to_string()])?;
        Ok(serde_json::from_str(&lines.concat())?)
    }

    /// Runs a subcommand and answers what follows this word at the beginning of one of its lines.
    pub fn run_for(&self, subcommand: &str, arguments: &[&str], word: &str) -> Result<String, Failure> {
        let lines = self.run(subcommand, arguments)?;
        let found = lines
            .iter()
            .find_map(|line| line.strip_prefix(word)?.strip_prefix(' '));
        found
            .map(str::to_owned)
            .ok_or_else(|| Failure::Answer(format!("{subcommand}: {word}")))
    }
}
