//! A document as CommonMark with GitHub's tables. User text is escaped so that it reads literally;
//! what a mark cannot say in CommonMark is left to the plain text.

use crate::document::{Document, List, Part, Run};

/// The whole file.
pub(crate) fn write(document: &Document) -> String {
    let sample = document
        .sample
        .as_deref()
        .map(|sample| format!(" **{}**", escape(sample)))
        .unwrap_or_default();
    let fact = |(label, value): &(String, String)| format!("- **{}:** {}", escape(label), escape(value));
    let mut blocks = vec![
        format!("{}{sample}", line(&document.running_head)),
        format!("# {}", escape(&document.title)),
        document.facts.iter().map(fact).collect::<Vec<_>>().join("\n"),
    ];
    blocks.extend(document.parts.iter().map(part));
    blocks.extend(document.fingerprint.as_deref().map(line));
    blocks.retain(|block| !block.is_empty());
    blocks.join("\n\n") + "\n"
}

fn part(part: &Part) -> String {
    match part {
        Part::Heading { level, text } => {
            let marks = "#".repeat(usize::from(*level) + 1);
            format!("{marks} {}", escape(text.trim()))
        }
        Part::Paragraph { runs } => paragraph(runs),
        Part::Quote { runs } => format!("> {}", paragraph(runs)),
        Part::List { list } => self::list(list, "").join("\n"),
        Part::Table { columns, rows } => {
            let titles: Vec<String> = columns.iter().map(|column| escape(&column.title)).collect();
            let mut lines = vec![row(&titles), row(&vec!["---".to_owned(); columns.len()])];
            lines.extend(
                rows.iter()
                    .map(|cells| row(&cells.iter().map(|cell| inline(cell)).collect::<Vec<_>>())),
            );
            lines.join("\n")
        }
        Part::Wording { text } => format!("> {}", styled("**", &escape(text))),
        Part::Tallies { tallies } => {
            let tally = |tally: &crate::document::Tally| {
                format!(
                    "{} {}: **{}**",
                    escape(tally.sign),
                    escape(&tally.label),
                    tally.count
                )
            };
            tallies.iter().map(tally).collect::<Vec<_>>().join(" · ")
        }
        Part::Voice {
            sign,
            stance,
            name,
            paragraphs,
            ..
        } => {
            let mut lines = vec![format!(
                "**{} {} · {}**",
                escape(sign),
                escape(stance),
                escape(name)
            )];
            lines.extend(paragraphs.iter().map(|paragraph| line(paragraph)));
            lines
                .iter()
                .map(|line| format!("> {line}"))
                .collect::<Vec<_>>()
                .join("\n>\n")
        }
        Part::Outcome { sign, text, .. } => format!("**{} {}**", escape(sign), escape(text)),
        Part::References { entries } => entries
            .iter()
            .map(|entry| paragraph(entry))
            .collect::<Vec<_>>()
            .join("\n\n"),
    }
}

fn row(cells: &[String]) -> String {
    format!("| {} |", cells.join(" | "))
}

fn list(list: &List, indent: &str) -> Vec<String> {
    let mut lines = Vec::new();
    for (entry, number) in list.entries.iter().zip(1u32..) {
        let marker = if list.numbered {
            format!("{number}. ")
        } else {
            "- ".to_owned()
        };
        lines.push(format!("{indent}{marker}{}", paragraph(&entry.runs)));
        let under = format!("{indent}{}", " ".repeat(marker.len()));
        lines.extend(entry.lists.iter().flat_map(|list| self::list(list, &under)));
    }
    lines
}

fn paragraph(runs: &[Run]) -> String {
    guard(&inline(runs))
}

fn line(text: &str) -> String {
    guard(&escape(text))
}

fn inline(runs: &[Run]) -> String {
    runs.iter().map(run).collect()
}

fn run(run: &Run) -> String {
    let mut text = escape(&run.text);
    if run.italic {
        text = styled("_", &text);
    }
    if run.bold {
        text = styled("**", &text);
    }
    match &run.link {
        Some(address) => format!("[{text}](<{}>)", address.replace(['<', '>', '\\'], "")),
        None => text,
    }
}

/// Puts marks around a text, spaces at its ends left outside: "** a**" is no bold in CommonMark.
fn styled(mark: &str, text: &str) -> String {
    let inner = text.trim();
    if inner.is_empty() {
        return text.to_owned();
    }
    let before = &text[..text.len() - text.trim_start().len()];
    let after = &text[text.trim_end().len()..];
    format!("{before}{mark}{inner}{mark}{after}")
}

/// Escapes what means something inside a line.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(
            c,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '|' | '~' | '$' | '#'
        ) {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

/// Escapes what would begin a heading, list or rule at the start of a line.
fn guard(line: &str) -> String {
    let line = line.trim_start();
    if line.starts_with(['-', '+', '=']) {
        return format!("\\{line}");
    }
    let after_digits = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = line.len() - after_digits.len();
    if digits > 0 && after_digits.starts_with(['.', ')']) {
        return format!("{}\\{after_digits}", &line[..digits]);
    }
    line.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_markdown_in_user_text_read_literally() {
        assert_eq!(
            escape("*x* _y_ [z](u) <b> `c` a|b $d$"),
            r"\*x\* \_y\_ \[z\](u) \<b\> \`c\` a\|b \$d\$"
        );
    }

    #[test]
    fn a_line_of_user_text_never_begins_a_block() {
        assert_eq!(line("- geen lijst"), r"\- geen lijst");
        assert_eq!(line("2011. Een jaar"), r"2011\. Een jaar");
        assert_eq!(line("# geen kop"), r"\# geen kop");
        assert_eq!(line("    geen code"), "geen code");
        assert_eq!(line("12 kinderen"), "12 kinderen");
    }

    #[test]
    fn spaces_stay_outside_marks() {
        assert_eq!(run(&Run::bold("een ")), "**een** ");
        assert_eq!(run(&Run::bold("  ")), "  ");
    }

    #[test]
    fn an_address_cannot_leave_its_brackets() {
        let run = run(&Run {
            link: Some("https://x.nl/>)[a](b".into()),
            ..Run::plain("x")
        });
        assert_eq!(run, "[x](<https://x.nl/)[a](b>)");
    }
}
