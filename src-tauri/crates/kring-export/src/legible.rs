//! Makes user text legible: what cannot be seen must not steer what can be. Control characters become
//! spaces; characters that turn the direction of what follows, and noncharacters, are left out.
//! Which glyphs a font has is no question here.

/// One line of text without invisible steering.
pub(crate) fn legible(text: &str) -> String {
    text.chars()
        .filter(|&c| !turns_direction(c) && !is_noncharacter(c))
        .map(spaced)
        .collect()
}

/// The lines of a text that are not empty, each legible.
pub(crate) fn legible_lines(text: &str) -> Vec<String> {
    text.lines()
        .map(legible)
        .filter(|line| !line.trim().is_empty())
        .collect()
}

fn spaced(c: char) -> char {
    if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') {
        ' '
    } else {
        c
    }
}

/// The explicit bidirectional formatting characters (Unicode Standard Annex 9, section 2).
fn turns_direction(c: char) -> bool {
    matches!(c, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

fn is_noncharacter(c: char) -> bool {
    let code = u32::from(c);
    (0xFDD0..=0xFDEF).contains(&code) || code & 0xFFFE == 0xFFFE || code == 0xFEFF
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_cannot_turn_the_direction_of_what_follows() {
        assert_eq!(legible("bezwaar\u{202E}gnimmetsni"), "bezwaargnimmetsni");
    }

    #[test]
    fn control_characters_separate_words() {
        assert_eq!(legible("een\ttwee\u{0}drie\u{85}vier"), "een twee drie vier");
    }

    #[test]
    fn letters_and_signs_of_every_script_stay() {
        let text = "Çağlar Yıldız, Gé 't Hart, € 1,30, 日本, عربى, 👩‍👧";
        assert_eq!(legible(text), text);
    }

    #[test]
    fn empty_lines_are_left_out() {
        assert_eq!(legible_lines("een\r\n \n\ntwee"), ["een", "twee"]);
    }
}
