//! Longer texts (`Blocks`) as parts of a document: marks become styled runs, neighbouring list blocks
//! become nested lists, headings nest below the section they stand in.

use kring_domain::block::{Block, BlockKind, Blocks, Mark, MarkKind};

use crate::document::{DEEPEST_HEADING, Entry, List, Part, Run};
use crate::legible::legible;

/// Lists nest at most this deep; a deeper indent stands at the deepest.
const DEEPEST_LIST: u8 = 4;
/// Longer addresses are printed as text: PDF refuses them, and nobody types them over.
const LONGEST_ADDRESS: usize = 2_000;

/// The parts of a text that stands under a heading of level `under`.
pub(crate) fn parts(blocks: &Blocks, under: u8) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut open_headings: Vec<u8> = Vec::new();
    let mut rest = blocks.0.as_slice();
    while let Some((block, after)) = rest.split_first() {
        if is_list(block) {
            let length = rest.iter().take_while(|block| is_list(block)).count();
            let (listed, after) = rest.split_at(length);
            parts.extend(lists(listed, 0).into_iter().map(|list| Part::List { list }));
            rest = after;
            continue;
        }
        rest = after;
        if block.text.trim().is_empty() {
            continue;
        }
        parts.push(match block.kind {
            BlockKind::Heading => {
                open_headings.retain(|&level| level < block.level);
                open_headings.push(block.level);
                let nested = u8::try_from(open_headings.len()).unwrap_or(DEEPEST_HEADING);
                Part::heading(under.saturating_add(nested), &block.text)
            }
            BlockKind::Quote => Part::Quote { runs: runs(block) },
            _ => Part::Paragraph { runs: runs(block) },
        });
    }
    parts
}

/// The text of a block in runs of one style each.
pub(crate) fn runs(block: &Block) -> Vec<Run> {
    let chars: Vec<char> = block.text.chars().collect();
    let mut bounds: Vec<usize> = block
        .marks
        .iter()
        .flat_map(|mark| [mark.from, mark.to])
        .map(as_index)
        .collect();
    bounds.extend([0, chars.len()]);
    bounds.retain(|&bound| bound <= chars.len());
    bounds.sort_unstable();
    bounds.dedup();
    bounds
        .windows(2)
        .filter_map(|pair| match pair {
            [from, to] => chars.get(*from..*to).map(|part| run(part, *from, &block.marks)),
            _ => None,
        })
        .collect()
}

fn run(chars: &[char], from: usize, marks: &[Mark]) -> Run {
    let text: String = chars.iter().collect();
    let mut run = Run::plain(&text);
    for mark in marks
        .iter()
        .filter(|mark| as_index(mark.from) <= from && from < as_index(mark.to))
    {
        match mark.kind {
            MarkKind::Bold => run.bold = true,
            MarkKind::Italic => run.italic = true,
            MarkKind::Link => run.link = address(&mark.value),
            // A reference stands over text that says enough by itself.
            _ => {}
        }
    }
    run
}

fn as_index(position: u32) -> usize {
    usize::try_from(position).unwrap_or(usize::MAX)
}

/// The address a document may link to: http, https and mailto only.
pub(crate) fn address(text: &str) -> Option<String> {
    let text = text.trim();
    let scheme = text.split(':').next()?.to_ascii_lowercase();
    let known = matches!(scheme.as_str(), "http" | "https" | "mailto");
    let writable = !text.chars().any(|c| c.is_control() || c.is_whitespace());
    (known && writable && text.len() <= LONGEST_ADDRESS).then(|| legible(text))
}

fn is_list(block: &Block) -> bool {
    matches!(
        block.kind,
        BlockKind::Bullet | BlockKind::Numbered | BlockKind::Task
    )
}

/// Lists of the blocks at `depth`, one for each change of kind; deeper blocks go under the entry before them.
fn lists(blocks: &[Block], depth: u8) -> Vec<List> {
    let mut lists: Vec<List> = Vec::new();
    let mut rest = blocks;
    while let Some((block, after)) = rest.split_first() {
        let deeper = after
            .iter()
            .take_while(|next| indent(next) > depth && depth < DEEPEST_LIST)
            .count();
        let (under, next) = after.split_at(deeper);
        rest = next;
        let numbered = block.kind == BlockKind::Numbered;
        let entry = Entry {
            runs: entry_runs(block),
            lists: self::lists(under, depth + 1),
        };
        match lists.last_mut() {
            Some(list) if list.numbered == numbered => list.entries.push(entry),
            _ => lists.push(List {
                numbered,
                entries: vec![entry],
            }),
        }
    }
    lists
}

fn indent(block: &Block) -> u8 {
    if block.kind == BlockKind::Task {
        0
    } else {
        block.level.min(DEEPEST_LIST)
    }
}

fn entry_runs(block: &Block) -> Vec<Run> {
    let mut runs = runs(block);
    if block.kind == BlockKind::Task {
        runs.insert(0, Run::plain(if block.checked { "✓ " } else { "□ " }));
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block(kind: BlockKind, level: u8, text: &str) -> Block {
        Block {
            kind,
            level,
            ..Block::paragraph(text)
        }
    }

    fn mark(from: u32, to: u32, kind: MarkKind, value: &str) -> Mark {
        Mark {
            from,
            to,
            kind,
            value: value.into(),
        }
    }

    fn levels(blocks: Vec<Block>, under: u8) -> Vec<u8> {
        let level = |part: &Part| {
            if let Part::Heading { level, .. } = part {
                Some(*level)
            } else {
                None
            }
        };
        parts(&Blocks(blocks), under).iter().filter_map(level).collect()
    }

    #[test]
    fn overlapping_marks_split_the_text_into_runs() {
        let mut text = Block::paragraph("één twee drie");
        text.marks = vec![mark(0, 8, MarkKind::Bold, ""), mark(4, 13, MarkKind::Italic, "")];
        let styles: Vec<_> = runs(&text)
            .into_iter()
            .map(|run| (run.text, run.bold, run.italic))
            .collect();
        let expected = [
            ("één ".into(), true, false),
            ("twee".into(), true, true),
            (" drie".into(), false, true),
        ];
        assert_eq!(styles, expected);
    }

    #[test]
    fn a_mark_outside_its_text_does_no_harm() {
        let mut text = Block::paragraph("kort");
        text.marks = vec![mark(2, 90, MarkKind::Bold, ""), mark(7, 3, MarkKind::Italic, "")];
        let shown: String = runs(&text).into_iter().map(|run| run.text).collect();
        assert_eq!(shown, "kort");
    }

    #[test]
    fn only_web_and_mail_addresses_become_links() {
        assert!(address("https://www.nji.nl/cijfers").is_some());
        assert!(address("MAILTO:annelies@example.org").is_some());
        for refused in [
            "javascript:alert(1)",
            "file:///etc/passwd",
            "www.nji.nl",
            "https://a b",
            "",
        ] {
            assert_eq!(address(refused), None, "{refused} is not an address to link to");
        }
    }

    #[test]
    fn headings_never_skip_a_level() {
        let blocks = vec![
            block(BlockKind::Heading, 3, "diep"),
            block(BlockKind::Heading, 3, "ernaast"),
            block(BlockKind::Heading, 1, "terug"),
            block(BlockKind::Heading, 2, "eronder"),
        ];
        assert_eq!(levels(blocks, 2), [3, 3, 3, 4]);
    }

    #[test]
    fn deeper_list_blocks_stand_under_the_one_before() {
        let blocks = Blocks(vec![
            block(BlockKind::Bullet, 2, "eerste"),
            block(BlockKind::Bullet, 1, "eronder"),
            block(BlockKind::Bullet, 0, "tweede"),
            block(BlockKind::Numbered, 0, "genummerd"),
        ]);
        let parts = parts(&blocks, 1);
        let [Part::List { list: bullets }, Part::List { list: numbers }] = parts.as_slice() else {
            panic!("a change of kind begins a new list: {parts:?}");
        };
        assert_eq!(bullets.entries.len(), 2);
        assert_eq!(bullets.entries[0].lists[0].entries.len(), 1);
        assert!(numbers.numbered);
    }
}
