//! Every sentence a member reads, in Dutch and English, from `assets/text`. Records hold codes and
//! values; words are made here, on reading.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::langid;

/// The languages the app speaks; Dutch first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Language {
    /// Nederlands.
    #[default]
    Dutch,
    /// English.
    English,
}

impl Language {
    /// The language of a tag such as "nl", "nl-NL" or "en_GB.UTF-8"; Dutch for any other.
    pub fn from_tag(tag: &str) -> Self {
        if tag.to_ascii_lowercase().starts_with("en") {
            Self::English
        } else {
            Self::Dutch
        }
    }

    /// The tag documents carry.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Dutch => "nl-NL",
            Self::English => "en-GB",
        }
    }

    /// The catalogue's source text.
    pub fn source(self) -> &'static str {
        match self {
            Self::Dutch => include_str!("../../../../assets/text/nl.ftl"),
            Self::English => include_str!("../../../../assets/text/en.ftl"),
        }
    }
}

macro_rules! window_sources {
    ($language:expr; $($part:literal),+ $(,)?) => {
        match $language {
            Language::Dutch => &[$(include_str!(concat!("../../../../assets/text/window/", $part, ".nl.ftl"))),+],
            Language::English => &[$(include_str!(concat!("../../../../assets/text/window/", $part, ".en.ftl"))),+],
        }
    };
}

impl Language {
    /// Source texts of the sentences that only a window shows, one for each of its parts.
    pub fn window_sources(self) -> &'static [&'static str] {
        window_sources!(
            self;
            "attachments", "begin", "editor", "exchange", "frame", "gallery", "history", "meetings", "members", "menu", "notes", "review", "settings", "shell", "studies", "summary", "themes", "today", "tour", "trash",
        )
    }
}

/// The sentences of one language.
pub struct Catalogue {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl Catalogue {
    /// The catalogue of a language. A line that does not parse is left out; a test holds that none is.
    pub fn new(language: Language) -> Self {
        Self::of(language, language.source())
    }

    /// A catalogue of other sentences in a language, such as those of a window.
    pub fn of(language: Language, source: &str) -> Self {
        let locale = match language {
            Language::Dutch => langid!("nl-NL"),
            Language::English => langid!("en-GB"),
        };
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        bundle.set_use_isolating(false);
        let resource = match FluentResource::try_new(source.to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
        Self { language, bundle }
    }

    /// Which language this is.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Whether the catalogue has this sentence.
    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    /// The sentence under `key`.
    pub fn say(&self, key: &str) -> String {
        self.say_with(key, &[])
    }

    /// The sentence under `key`, with its values filled in. A missing key answers the key itself.
    pub fn say_with(&self, key: &str, values: &[(&str, FluentValue<'_>)]) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            return key.to_owned();
        };
        let mut args = FluentArgs::new();
        for (name, value) in values {
            args.set(*name, value.clone());
        }
        let mut errors = Vec::new();
        self.bundle
            .format_pattern(pattern, Some(&args), &mut errors)
            .into_owned()
    }
}

impl std::fmt::Debug for Catalogue {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Catalogue({})", self.language.tag())
    }
}

/// A value for [`Catalogue::say_with`].
pub use fluent_bundle::FluentValue as Value;
