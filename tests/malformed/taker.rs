//! The `saver` as a laptop that takes files over, in a process of its own: what a file costs is its
//! alone, and what would hang or end the app ends a child that can be told from its test.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use kring_tests::Laptop;
use kring_tests::take::Taken;

/// After this long without an answer a file is said to hang the app, also on a busy machine.
const PATIENCE: Duration = Duration::from_secs(90);

/// A laptop that takes files over in its own process.
pub struct Taker {
    child: Child,
    orders: ChildStdin,
    answers: Receiver<String>,
}

impl Taker {
    /// Opens the store of a shut laptop, whose surroundings follow from this seed.
    pub fn on(laptop: &Laptop, seed: u64) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_saver"))
            .args([&laptop.folder, &laptop.state_folder])
            .args([
                hex::encode(laptop.key),
                seed.to_string(),
                "7000".to_owned(),
                "take".to_owned(),
            ])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let orders = child.stdin.take().unwrap();
        let (to, answers) = channel();
        std::thread::spawn(move || lines.map_while(Result::ok).try_for_each(|line| to.send(line)));
        let mut taker = Self {
            child,
            orders,
            answers,
        };
        assert_eq!(taker.answer("opening"), "open", "the taker opens the store");
        taker
    }

    /// Takes a file over.
    pub fn take(&mut self, path: &Path) -> Taken {
        self.order(Some(path))
    }

    /// Checks the whole store.
    pub fn check(&mut self) -> Taken {
        self.order(None)
    }

    fn order(&mut self, path: Option<&Path>) -> Taken {
        let order = serde_json::to_string(&path.map(Path::as_os_str)).unwrap();
        writeln!(self.orders, "{order}").unwrap();
        let answer = self.answer(&order);
        serde_json::from_str(&answer).unwrap()
    }

    fn answer(&mut self, order: &str) -> String {
        self.answers.recv_timeout(PATIENCE).unwrap_or_else(|why| {
            let _ = self.child.kill();
            panic!("no answer to {order}: {why}; the file ended or hung the app")
        })
    }
}

impl Drop for Taker {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
