//! Names of files that this app writes: made of words that anybody may have typed, so nothing in them may
//! lead out of a folder, hide what a file is, or be refused by a file system. It opens no file.

/// The longest name, in characters.
const MOST_CHARS: usize = 140;
/// The longest ending of a name that is kept when the name is shortened, its dot left out.
const MOST_ENDING_CHARS: usize = 10;

/// The names that Windows keeps for devices, whatever their ending.
const RESERVED: [&str; 22] = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
    "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

/// A name that every file system takes: no separators, no characters that are not seen or turn others
/// around, no name of a device, not too long. Empty when nothing is left of it.
pub fn safe_file_name(name: &str) -> String {
    let plain = plain(name);
    finished(&plain.chars().take(MOST_CHARS).collect::<String>())
}

/// The same for a name whose ending says what the file is: the ending stays when the name is shortened.
pub fn safe_name_with_ending(name: &str) -> String {
    let plain = plain(name);
    let (stem, ending) = match plain.rsplit_once('.') {
        Some((stem, ending)) if !stem.is_empty() && ending.chars().count() <= MOST_ENDING_CHARS => {
            (stem, format!(".{ending}"))
        }
        _ => (plain.as_str(), String::new()),
    };
    let room = MOST_CHARS - ending.chars().count();
    let stem: String = stem.chars().take(room).collect();
    finished(&format!("{}{ending}", stem.trim_end()))
}

/// Every character that could lead astray becomes a space or goes.
fn plain(name: &str) -> String {
    let spaced = name.chars().filter(|c| !is_unseen(*c)).map(|c| {
        if c.is_control() || r#"/\:*?"<>|"#.contains(c) {
            ' '
        } else {
            c
        }
    });
    spaced.collect::<String>().trim().to_owned()
}

/// Characters that turn the order of others around (Unicode Standard Annex 9, section 2), or take no room.
fn is_unseen(c: char) -> bool {
    matches!(c,
        '\u{061C}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{00AD}')
}

/// No dot or space at the ends, where systems hide a file or drop them, and no name of a device.
fn finished(name: &str) -> String {
    let name = name.trim_matches(|c: char| c == '.' || c.is_whitespace());
    let stem = name.split('.').next().unwrap_or_default().trim_end();
    if RESERVED
        .iter()
        .any(|reserved| stem.eq_ignore_ascii_case(reserved))
    {
        format!("_{name}")
    } else {
        name.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_name_leads_out_of_its_folder_or_hides_what_it_is() {
        for (given, safe) in [
            ("Rapport: wat werkt?.pdf", "Rapport  wat werkt.pdf"),
            ("../../etc/passwd", "etc passwd"),
            ("C:\\Windows\\rapport.pdf", "C  Windows rapport.pdf"),
            ("rapport\u{202e}fdp.exe", "rapportfdp.exe"),
            ("rap\u{200b}port\u{feff}.pdf", "rapport.pdf"),
            ("regel\neen\u{7}.pdf", "regel een.pdf"),
            (".verborgen", "verborgen"),
            ("einde. . ", "einde"),
            ("nul.pdf", "_nul.pdf"),
            ("COM1", "_COM1"),
            ("Console.pdf", "Console.pdf"),
            ("", ""),
            ("...", ""),
        ] {
            assert_eq!(safe_name_with_ending(given), safe, "{given:?}");
            assert_eq!(safe_name_with_ending(safe), safe, "once more changes nothing");
        }
        assert_eq!(safe_file_name("Kring: a/b\u{202e}c."), "Kring  a bc");
    }

    #[test]
    fn a_long_name_keeps_its_ending() {
        let long = format!("{}.pdf", "a".repeat(400));
        let safe = safe_name_with_ending(&long);
        assert_eq!(safe.chars().count(), MOST_CHARS);
        assert!(safe.ends_with("a.pdf"), "what it is shows at the end");
        assert_eq!(safe_file_name(&long).chars().count(), MOST_CHARS);
        let no_ending = format!("{}. {}", "a".repeat(200), "b".repeat(200));
        assert_eq!(safe_name_with_ending(&no_ending), "a".repeat(MOST_CHARS));
    }
}
