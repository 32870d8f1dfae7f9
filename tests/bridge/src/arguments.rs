//! What the bridge is started with.

use std::path::PathBuf;

/// The arguments of the program.
pub struct Arguments {
    /// The folder of a laptop; data, documents and temporary files each get a folder in it.
    pub laptop: PathBuf,
    /// The built screen.
    pub dist: PathBuf,
    /// Port on the loopback; 0 takes a free one.
    pub port: u16,
    /// Where the clock stands, in UTC milliseconds; without it the real one runs.
    pub clock_ms: Option<u64>,
    /// Makes ids, keys and nonces the same in every run; never twice over the same folder.
    pub seed: Option<u64>,
}

impl Arguments {
    /// Reads pairs of a name and a value.
    pub fn read(words: impl Iterator<Item = String>) -> Result<Self, String> {
        let mut arguments = Self {
            laptop: PathBuf::new(),
            dist: PathBuf::from("ui/dist"),
            port: 0,
            clock_ms: None,
            seed: None,
        };
        let mut words = words;
        while let Some(name) = words.next() {
            let value = words.next().ok_or_else(|| format!("{name} needs a value"))?;
            let number = || {
                value
                    .parse::<u64>()
                    .map_err(|_| format!("{name} takes a number, not {value}"))
            };
            match name.as_str() {
                "--home" => arguments.laptop = PathBuf::from(&value),
                "--dist" => arguments.dist = PathBuf::from(&value),
                "--port" => {
                    arguments.port = u16::try_from(number()?).map_err(|_| format!("{value} is no port"))?;
                }
                "--clock" => arguments.clock_ms = Some(number()?),
                "--seed" => arguments.seed = Some(number()?),
                _ => return Err(format!("{name} is unknown")),
            }
        }
        if arguments.laptop.as_os_str().is_empty() {
            return Err("--home is missing".to_owned());
        }
        Ok(arguments)
    }
}
