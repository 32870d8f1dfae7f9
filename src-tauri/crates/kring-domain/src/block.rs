//! Longer texts as blocks: paragraphs, headings, lists, tasks and quotes with marks. The canonical
//! form of every note; Markdown and HTML are made from it elsewhere and never read back.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::invalid::{Invalid, Reason};
use crate::open_enum;

/// Version of the block model; a block of a newer model is carried and shown as text.
pub const BLOCK_MODEL: u32 = 1;
/// A longer text holds at most this many characters over all its blocks.
pub const MAX_TEXT_CHARS: usize = 500_000;

open_enum! {
    /// What a block is.
    BlockKind {
        /// Plain text.
        Paragraph = "paragraph",
        /// A heading; `level` 1–3.
        Heading = "heading",
        /// An item of a bulleted list; `level` is the indent, from 0.
        Bullet = "bullet",
        /// An item of a numbered list; `level` is the indent, from 0.
        Numbered = "numbered",
        /// A task with a tick box.
        Task = "task",
        /// A quotation.
        Quote = "quote",
    }
}

open_enum! {
    /// What a mark says of the text under it.
    MarkKind {
        /// Bold.
        Bold = "bold",
        /// Italic.
        Italic = "italic",
        /// A web or mail address; `value` is the address.
        Link = "link",
        /// A reference to a member; `value` is its id.
        Member = "member",
        /// A reference to a theme; `value` is its id.
        Theme = "theme",
        /// A reference to a study; `value` is its id.
        Study = "study",
        /// A reference to a statement; `value` is its id.
        Statement = "statement",
        /// A reference to a meeting; `value` is its id.
        Meeting = "meeting",
        /// A day; `value` is its ISO date. The first one in a task says when it is due.
        Date = "date",
    }
}

impl MarkKind {
    /// Whether the mark carries the id of another record.
    pub fn is_reference(&self) -> bool {
        matches!(
            self,
            Self::Member | Self::Theme | Self::Study | Self::Statement | Self::Meeting
        )
    }
}

/// A mark over part of a block's text. Positions count Unicode scalar values from 0; `to` is exclusive.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Mark {
    /// First character under the mark.
    pub from: u32,
    /// First character after the mark.
    pub to: u32,
    /// What the mark says.
    pub kind: MarkKind,
    /// The address of a link or the id of a reference; empty for bold and italic.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub value: String,
}

/// One block of a longer text.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Block {
    /// Identity within its record, given at creation; empty on input asks for a new one.
    #[serde(default)]
    pub id: String,
    /// What the block is.
    #[serde(default)]
    pub kind: BlockKind,
    /// Heading level (1–3) or indent (from 0).
    #[serde(default)]
    pub level: u8,
    /// Whether a task is done.
    #[serde(default)]
    pub checked: bool,
    /// The text, without line breaks.
    pub text: String,
    /// Marks over the text, ordered by position.
    #[serde(default)]
    pub marks: Vec<Mark>,
}

#[allow(clippy::derivable_impls)] // the enum is made by a macro, which cannot mark a default
impl Default for BlockKind {
    fn default() -> Self {
        Self::Paragraph
    }
}

impl Block {
    /// A paragraph of plain text with no id yet.
    pub fn paragraph(text: impl Into<String>) -> Self {
        Self {
            id: String::new(),
            kind: BlockKind::Paragraph,
            level: 0,
            checked: false,
            text: text.into(),
            marks: vec![],
        }
    }
}

/// A longer text: its blocks in reading order.
/// On input plain text will do as well: each of its lines becomes a paragraph.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(from = "Written", into = "Vec<Block>")]
#[schemars(with = "Written")]
pub struct Blocks(pub Vec<Block>);

/// A longer text as it is given: blocks, or plain text.
#[derive(Deserialize, JsonSchema)]
#[serde(untagged)]
enum Written {
    Blocks(Vec<Block>),
    Plain(String),
}

impl From<Written> for Blocks {
    fn from(written: Written) -> Self {
        match written {
            Written::Blocks(blocks) => Self(blocks),
            Written::Plain(text) => Self::from_text(&text),
        }
    }
}

impl From<Blocks> for Vec<Block> {
    fn from(blocks: Blocks) -> Self {
        blocks.0
    }
}

impl Blocks {
    /// Paragraphs of plain text, one for each line that is not empty.
    pub fn from_text(text: &str) -> Self {
        Self(
            text.lines()
                .map(str::trim)
                .filter(|line| !line.is_empty())
                .map(Block::paragraph)
                .collect(),
        )
    }

    /// The text without marks, a line for each block.
    pub fn plain(&self) -> String {
        let lines: Vec<&str> = self.0.iter().map(|block| block.text.as_str()).collect();
        lines.join("\n")
    }

    /// Whether nothing is written here.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|block| block.text.trim().is_empty())
    }

    /// The references to other records, in reading order.
    pub fn references(&self) -> impl Iterator<Item = &Mark> {
        self.0
            .iter()
            .flat_map(|block| &block.marks)
            .filter(|mark| mark.kind.is_reference())
    }

    /// Refuses a text that is too long, a line break inside a block, or a mark outside its text.
    pub fn check(&self, field: &'static str) -> Result<(), Invalid> {
        let mut total = 0;
        for block in &self.0 {
            let chars = block.text.chars().count();
            total += chars;
            if block.text.contains(['\n', '\r', '\0']) {
                return Err(Invalid::new(field, Reason::LineBreak));
            }
            let outside = |mark: &Mark| mark.from >= mark.to || mark.to as usize > chars;
            if block.marks.iter().any(outside) {
                return Err(Invalid::new(field, Reason::MarkOutsideText));
            }
        }
        if total > MAX_TEXT_CHARS {
            return Err(Invalid::new(field, Reason::TooLong { most: MAX_TEXT_CHARS }));
        }
        Ok(())
    }
}

crate::opaque_debug!(Block, Blocks, Mark);
