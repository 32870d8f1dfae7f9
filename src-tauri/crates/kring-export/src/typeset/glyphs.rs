//! Which characters the bundled fonts can print. PDF/A and PDF/UA refuse a file with one missing glyph,
//! so a character that no font has is replaced by a visible box: the reader sees that something is there.

use std::sync::LazyLock;

use typst::text::{Coverage, FontStretch, FontStyle, FontVariant, FontWeight, is_default_ignorable};
use unicode_segmentation::UnicodeSegmentation;

use super::PRESS;

/// The families of the template, in its order; it uses no other ("fallback: false").
const FAMILIES: [&str; 4] =
    ["libertinus serif", "new computer modern", "dejavu sans mono", "new computer modern math"];
/// Weights and styles of the template.
const WEIGHTS: [FontWeight; 3] = [FontWeight::REGULAR, FontWeight::SEMIBOLD, FontWeight::BOLD];
const STYLES: [FontStyle; 2] = [FontStyle::Normal, FontStyle::Italic];
/// Stands for what cannot be printed.
const BOX: &str = "▯";
/// A word without a place to break is given one after this many characters, or it would leave the page.
const LONGEST_UNBROKEN: usize = 40;

/// What each family can print in every weight and style that the template asks of it.
static COVERAGE: LazyLock<Vec<Vec<Coverage>>> = LazyLock::new(|| FAMILIES.iter().map(|name| variants(name)).collect());

fn variants(family: &str) -> Vec<Coverage> {
    let variants = WEIGHTS.into_iter().flat_map(|weight| STYLES.map(|style| (style, weight)));
    let chosen = variants
        .filter_map(|(style, weight)| PRESS.book.select(family, FontVariant::new(style, weight, FontStretch::NORMAL)));
    chosen.filter_map(|index| PRESS.book.info(index)).map(|info| info.coverage.clone()).collect()
}

/// The text with a box for what no font can print, and places to break in endless words.
pub(super) fn printable(text: &str) -> String {
    let mut printed = String::with_capacity(text.len());
    let mut unbroken = 0;
    for cluster in text.graphemes(true) {
        let visible: String = cluster.chars().filter(|&c| !is_default_ignorable(c)).collect();
        if visible.is_empty() {
            continue;
        }
        if visible.chars().all(char::is_whitespace) {
            unbroken = 0;
            printed.push_str(if has_glyphs(&visible) { &visible } else { " " });
            continue;
        }
        if unbroken == LONGEST_UNBROKEN {
            unbroken = 0;
            printed.push('\u{200B}');
        }
        unbroken += 1;
        printed.push_str(if has_glyphs(&visible) { &visible } else { BOX });
    }
    printed
}

/// Whether one family has all of a cluster: a base and its marks are never taken from two fonts.
fn has_glyphs(cluster: &str) -> bool {
    let in_family = |family: &Vec<Coverage>| {
        cluster.chars().all(|c| !is_private(c) && family.iter().all(|font| font.contains(u32::from(c))))
    };
    COVERAGE.iter().any(in_family)
}

/// Private use characters mean nothing outside their font; PDF/A-2a forbids them.
fn is_private(c: char) -> bool {
    matches!(u32::from(c), 0xE000..=0xF8FF | 0xF0000..=0x10FFFF)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_signs_of_the_circle_have_glyphs() {
        let text = "Çağlar Yıldız · Gé 't Hart · IJsselstein · € 1,30 · 27,5% · ✓ ◐ ✕ ○ ± − → □ – …";
        assert_eq!(printable(text), text);
    }

    #[test]
    fn what_no_font_has_becomes_a_box() {
        assert_eq!(printable("a👩‍👧b日"), "a▯b▯", "a family of emoji is one character to its reader");
        assert!(has_glyphs(BOX), "the box itself must be printable");
    }

    #[test]
    fn endless_words_get_places_to_break() {
        let printed = printable(&"1".repeat(100));
        assert_eq!(printed.matches('\u{200B}').count(), 2);
    }
}
