//! Which characters the bundled fonts can print. PDF/A and PDF/UA refuse a file with one missing glyph,
//! so a character that no font has is replaced by a visible box: the reader sees that something is there.

use std::sync::LazyLock;

use typst::layout::Abs;
use typst::text::{
    FontInstance, FontStretch, FontStyle, FontVariant, FontVariations, FontWeight, is_default_ignorable,
};
use unicode_segmentation::UnicodeSegmentation;

use super::PRESS;

/// The families of the template, in its order; it uses no other ("fallback: false").
const FAMILIES: [&str; 4] = [
    "libertinus serif",
    "new computer modern",
    "dejavu sans mono",
    "new computer modern math",
];
/// Weights and styles of the template.
const WEIGHTS: [FontWeight; 3] = [FontWeight::REGULAR, FontWeight::SEMIBOLD, FontWeight::BOLD];
const STYLES: [FontStyle; 2] = [FontStyle::Normal, FontStyle::Italic];
/// Stands for what cannot be printed.
const BOX: &str = "▯";
/// A word without a place to break is given one after this many characters, or it would leave the page.
const LONGEST_UNBROKEN: usize = 40;

/// The fonts of each family that the template uses; a character counts only if all of them have it.
static FONTS: LazyLock<Vec<Vec<FontInstance>>> =
    LazyLock::new(|| FAMILIES.iter().map(|name| variants(name)).collect());

fn variants(family: &str) -> Vec<FontInstance> {
    let variants = WEIGHTS
        .into_iter()
        .flat_map(|weight| STYLES.map(|style| (style, weight)));
    let variants = variants.map(|(style, weight)| FontVariant::new(style, weight, FontStretch::NORMAL));
    let chosen = variants.filter_map(|variant| {
        let font = PRESS.fonts.get(PRESS.book.select(family, variant)?)?;
        Some(
            font.clone()
                .instantiate(variant, Abs::pt(10.0), &FontVariations::default()),
        )
    });
    chosen.collect()
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
pub(super) fn has_glyphs(cluster: &str) -> bool {
    let in_family = |fonts: &Vec<FontInstance>| {
        cluster
            .chars()
            .all(|c| !is_private(c) && fonts.iter().all(|font| has_glyph(font, c)))
    };
    FONTS.iter().any(in_family)
}

/// Asks the font itself: what it lists as covered includes characters that it maps to the missing glyph.
fn has_glyph(font: &FontInstance, c: char) -> bool {
    font.ttf().glyph_index(c).is_some_and(|glyph| glyph.0 != 0)
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
        let text = "Çağlar Yıldız · Gé 't Hart · IJsselstein · € 1,30 · 27,5% · ✓ ◐ ✗ ○ ± − → □ – …";
        assert_eq!(printable(text), text);
    }

    #[test]
    fn what_no_font_has_becomes_a_box() {
        assert_eq!(
            printable("a👩‍👧b日"),
            "a▯b▯",
            "a family of emoji is one character to its reader"
        );
        assert!(has_glyphs(BOX), "the box itself must be printable");
    }

    #[test]
    fn endless_words_get_places_to_break() {
        let printed = printable(&"1".repeat(100));
        assert_eq!(printed.matches('\u{200B}').count(), 2);
    }
}
