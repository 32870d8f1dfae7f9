//! Builds the demo circle in a folder: three laptops that meet, agree, disagree and exchange files,
//! through the command line alone. Prints the path of each document on a line of its own; ends with
//! an error when something fails or the laptops do not end with the same state.

#![allow(clippy::print_stdout, clippy::print_stderr)] // what a terminal shows is what this program is for

mod failure;
mod folder;
mod kringboek;
mod references;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use kring_api::app::story::{Reference, Story};
use kring_api::domain::text::{Catalogue, Language, Value};
use serde_json::json;

use crate::failure::Failure;
use crate::kringboek::{Laptop, Program};

/// The places of the laptops, in order of the story: who founds the circle, and who join.
const ANNELIES: usize = 0;
const BAS: usize = 1;
const CAGLAR: usize = 2;

fn main() -> ExitCode {
    let words = Catalogue::new(Language::Dutch);
    let mut arguments = std::env::args_os().skip(1);
    let result = match (arguments.next(), arguments.next()) {
        (Some(folder), None) => Demo::begin(Path::new(&folder), &words).and_then(Demo::run),
        _ => Err(Failure::Usage),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{}", failure.tell(&words));
            ExitCode::FAILURE
        }
    }
}

/// A demo under way.
struct Demo<'a> {
    words: &'a Catalogue,
    folder: PathBuf,
    story: Story,
    laptops: Vec<Laptop>,
    packages: usize,
}

impl<'a> Demo<'a> {
    fn begin(folder: &Path, words: &'a Catalogue) -> Result<Self, Failure> {
        let program = Program::beside()?;
        let folder = folder::prepare(folder)?;
        let story = Story::read()?;
        let laptops = story
            .laptops
            .keys()
            .map(|owner| Laptop::new(&program, owner, &folder))
            .collect();
        Ok(Self {
            words,
            folder,
            story,
            laptops,
            packages: 0,
        })
    }

    fn run(mut self) -> Result<(), Failure> {
        self.gather_circle()?;
        self.play("programme")?;
        self.play("agenda")?;
        let invitation = self.send(ANNELIES)?;
        self.receive(BAS, &[&invitation])?;
        self.receive(CAGLAR, &[&invitation, &invitation])?;

        self.import_studies()?;
        self.play("evidence")?;
        self.play("practice")?;
        let (studies, practice) = (self.send(CAGLAR)?, self.send(BAS)?);
        self.receive(ANNELIES, &[&practice, &studies, &practice])?;
        self.play("meeting")?;
        let report = self.send(ANNELIES)?;
        self.receive(BAS, &[&report, &studies])?;
        self.receive(CAGLAR, &[&report, &invitation])?;

        self.play("rewording")?;
        self.play("positions-parent")?;
        self.play("positions-researcher")?;
        let (reworded, parent, researcher) = (self.send(ANNELIES)?, self.send(BAS)?, self.send(CAGLAR)?);
        self.receive(ANNELIES, &[&researcher, &parent, &researcher])?;
        self.receive(BAS, &[&researcher, &reworded, &researcher])?;
        self.receive(CAGLAR, &[&parent, &reworded, &parent])?;

        self.choose()?;
        self.play("closing")?;
        self.show_outcomes()?;
        let closing = self.send(ANNELIES)?;
        self.receive(BAS, &[&closing, &closing])?;
        self.receive(CAGLAR, &[&closing])?;
        self.compare_states()?;
        self.write_documents()
    }

    fn say(&self, key: &str, values: &[(&'static str, Value<'_>)]) {
        println!("{}", self.words.say_with(key, values));
    }

    /// A circle of three who join by card.
    fn gather_circle(&mut self) -> Result<(), Failure> {
        let (founder, newcomers) = self.laptops.split_first().ok_or(Failure::Usage)?;
        let name = |laptop: &Laptop| self.story.laptops.get(&laptop.owner).cloned().unwrap_or_default();
        founder.run("new", &["--circle", &self.story.name, "--name", &name(founder)])?;
        self.say(
            "demo-founded",
            &[
                ("name", founder.owner.clone().into()),
                ("circle", self.story.name.clone().into()),
            ],
        );
        for newcomer in newcomers {
            let card = self.file(&format!("{}.kringkaart", newcomer.owner));
            let answer = self.file(&format!("{}-answer.kring", newcomer.owner));
            newcomer.run("join-request", &["--name", &name(newcomer), "--to", &card])?;
            let safety_words = founder.run_for("approve", &[&card, "--to", &answer], "safety-words")?;
            if newcomer.run_for("import", &[&answer], "safety-words")? != safety_words {
                return Err(Failure::Answer("safety-words".to_owned()));
            }
            self.say(
                "demo-joined",
                &[
                    ("name", newcomer.owner.clone().into()),
                    ("words", safety_words.into()),
                ],
            );
        }
        let circle = founder.call("show_circle", &json!({}))?;
        let members = founder.call("list_members", &json!({}))?;
        self.story.name("kring", &circle["record"]["id"])?;
        for member in members.as_array().into_iter().flatten() {
            self.story.name(
                member["name"]["given"].as_str().unwrap_or_default(),
                &member["id"],
            )?;
        }
        Ok(())
    }

    /// Plays a chapter and says what it was about.
    fn play(&mut self, chapter: &str) -> Result<(), Failure> {
        let laptops = &self.laptops;
        let steps = self.story.play(chapter, |owner, command, input| {
            let laptop = laptops.iter().find(|laptop| laptop.owner == owner);
            laptop
                .ok_or_else(|| Failure::Unknown(owner.to_owned()))?
                .call(command, input)
        })?;
        self.say(&format!("demo-{chapter}"), &[("steps", steps.into())]);
        Ok(())
    }

    /// Writes the studies as files of other programs, and reads them in.
    fn import_studies(&mut self) -> Result<(), Failure> {
        let references = Reference::read()?;
        let files: Vec<String> = references::write(&references, &self.folder)?
            .iter()
            .map(|path| path.display().to_string())
            .collect();
        let researcher = &self.laptops[CAGLAR];
        for line in researcher.run("studies", &files.iter().map(String::as_str).collect::<Vec<_>>())? {
            println!("{}: {line}", researcher.owner);
        }
        let studies = researcher.call("list_studies", &json!({}))?;
        for reference in references {
            let study = studies
                .as_array()
                .into_iter()
                .flatten()
                .find(|study| study["title"] == reference.title.as_str());
            self.story
                .name(&reference.id, &study.unwrap_or(&json!({}))["id"])?;
        }
        Ok(())
    }

    /// A package from a laptop.
    fn send(&mut self, from: usize) -> Result<String, Failure> {
        self.packages += 1;
        let owner = &self.laptops[from].owner;
        let package = self.file(&format!("{owner}-{}.kring", self.packages));
        self.laptops[from].run("export", &["--to", &package])?;
        Ok(package)
    }

    /// Takes packages over, one after the other, and says what each brought.
    fn receive(&self, at: usize, packages: &[&String]) -> Result<(), Failure> {
        let laptop = &self.laptops[at];
        for package in packages {
            let lines = laptop.run("import", &[package])?;
            println!("{}: {}", laptop.owner, lines.first().map_or("", String::as_str));
        }
        Ok(())
    }

    /// Keeps both wordings of the paragraph that two people changed at once.
    fn choose(&self) -> Result<(), Failure> {
        let laptop = &self.laptops[ANNELIES];
        let reviews = laptop.call("list_reviews", &json!({}))?;
        let [review] = reviews.as_array().map(Vec::as_slice).unwrap_or_default() else {
            return Err(Failure::Answer("list_reviews".to_owned()));
        };
        let choice =
            json!({ "record": review["record"], "key": review["key"], "keep": "both", "side": null });
        laptop.call("resolve_review", &choice)?;
        self.say("demo-review", &[("name", laptop.owner.clone().into())]);
        Ok(())
    }

    /// Says of each statement that was asked about what came out, and why.
    fn show_outcomes(&self) -> Result<(), Failure> {
        for number in [3, 6, 7] {
            let statement = self.story.made(&format!("stelling {number} statement"))?;
            let shown = self.laptops[ANNELIES].call("show_statement", &json!({ "id": statement }))?;
            let text = |value: &serde_json::Value| Value::from(value.as_str().unwrap_or_default().to_owned());
            let values = [
                ("text", text(&shown["text"])),
                ("reason", text(&shown["rounds"][0]["reason"])),
            ];
            self.say("demo-outcome", &values);
        }
        Ok(())
    }

    /// Checks every store; all must have the same state.
    fn compare_states(&self) -> Result<(), Failure> {
        let mut states = Vec::new();
        for laptop in &self.laptops {
            let lines = laptop.run("check", &[])?;
            println!("{}: {}", laptop.owner, lines.first().map_or("", String::as_str));
            let state = lines.last().filter(|line| line.starts_with("state ")).cloned();
            let state = state.ok_or_else(|| Failure::Answer("check".to_owned()))?;
            println!("{state}");
            states.push(state);
        }
        if states.iter().any(|state| *state != states[0]) {
            return Err(Failure::StatesDiffer);
        }
        self.say("demo-equal", &[]);
        Ok(())
    }

    fn write_documents(&self) -> Result<(), Failure> {
        let meeting = self.story.made("bijeenkomst 4")?;
        self.say("demo-documents", &[]);
        for format in ["pdf", "html", "md"] {
            let document = self.file(&format!("sessiesamenvatting.{format}"));
            self.laptops[ANNELIES].run("summary", &[meeting, "--format", format, "--to", &document])?;
            println!("{document}");
        }
        Ok(())
    }

    fn file(&self, name: &str) -> String {
        self.folder.join(name).display().to_string()
    }
}
