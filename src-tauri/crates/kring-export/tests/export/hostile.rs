//! Text that was written to break a document, or just in another script: it must read literally, and
//! there must always be a document.

use kring_domain::block::{Block, BlockKind, Blocks, Mark, MarkKind};
use kring_domain::text::{Catalogue, Language};
use kring_export::summary::Item;
use kring_export::{Summary, html, markdown, pdf};

use crate::sample;

/// A summary that has the text in every kind of place.
fn filled_with(text: &str) -> Summary {
    let mut summary = sample::summary();
    summary.circle = text.into();
    summary.theme = text.into();
    summary.purpose = text.into();
    summary.head.place = text.into();
    summary.head.attendees[0].name = text.into();
    summary.head.absent_with_notice = vec![text.into()];
    summary.items = vec![Item {
        ordinal: "1".into(),
        title: text.into(),
        minutes: None,
        notes: vec![notes(text)],
    }];
    summary.studies[0].study.title = text.into();
    summary.studies[0].study.authors[0].family = text.into();
    summary.studies[0].study.issued = None;
    summary.statements[0].text = text.into();
    summary.statements[0].evidence[0].page = text.into();
    summary.statements[0].dissent[0].name = text.into();
    summary.statements[0].dissent[0].text = text.into();
    summary.decisions[0].text = text.into();
    summary.actions[0].who = text.into();
    summary
}

fn notes(text: &str) -> Blocks {
    let kinds = [
        BlockKind::Heading,
        BlockKind::Paragraph,
        BlockKind::Bullet,
        BlockKind::Numbered,
        BlockKind::Task,
        BlockKind::Quote,
        BlockKind::Unknown("newer".into()),
    ];
    let mark = |from, kind| Mark {
        from,
        to: from + 3,
        kind,
        value: format!("https://x.nl/{text}"),
    };
    let block = |kind| Block {
        kind,
        level: 200,
        marks: vec![
            mark(0, MarkKind::Bold),
            mark(1, MarkKind::Link),
            mark(2, MarkKind::Italic),
        ],
        ..Block::paragraph(text)
    };
    Blocks(kinds.into_iter().map(block).collect())
}

fn assert_printable(text: &str, why: &str) {
    let words = Catalogue::new(Language::Dutch);
    let summary = filled_with(text);
    if let Err(error) = pdf(&summary, &words) {
        panic!("{why}: {error}");
    }
}

#[test]
fn source_code_in_a_text_is_printed_and_never_run() {
    let text =
        r##"#panic("x") *vet* _schuin_ $x$ `r` <tag> @bron = kop \ // /* #let doc = 1 "]) ]} \u{0} {{x}}"##;
    assert_printable(text, "typst source is data");
    let words = Catalogue::new(Language::Dutch);
    let bytes = pdf(&filled_with(text), &words).unwrap();
    let document = lopdf::Document::load_mem(&bytes).unwrap();
    let printed = document.extract_text(&[1]).unwrap();
    assert!(
        printed.contains("#panic("),
        "the text stands there as it was written"
    );
}

#[test]
fn markup_in_a_text_never_becomes_an_element() {
    let page = html(
        &filled_with(r#"<script>alert(1)</script><img src=x onerror=1>"' onload='x"#),
        &Catalogue::new(Language::Dutch),
    )
    .unwrap();
    assert!(
        !page.contains("<script") && !page.contains("<img"),
        "every text is escaped"
    );
    assert!(!page.contains("\" onload="), "an attribute cannot be left");
}

#[test]
fn headings_of_notes_never_skip_a_level() {
    let page = html(&filled_with("kop"), &Catalogue::new(Language::Dutch)).unwrap();
    let level = |piece: &str| piece.chars().next().and_then(|c| c.to_digit(10));
    let levels: Vec<u32> = page.split("<h").filter_map(level).collect();
    assert!(levels.len() > 15, "{levels:?}");
    assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{levels:?}");
}

#[test]
fn table_marks_in_a_text_do_not_add_a_column() {
    let document = markdown(&filled_with("a | b"), &Catalogue::new(Language::Dutch)).unwrap();
    let row = document
        .lines()
        .find(|line| line.contains("Rudolphstichting"))
        .unwrap();
    assert_eq!(
        row.matches('|').count() - row.matches("\\|").count(),
        4,
        "three columns in {row}"
    );
}

#[test]
fn every_script_yields_a_document() {
    let scripts = [
        "Ελληνικά, Кирилица, עִבְרִית, العَرَبِيَّة, فارسی\u{200C}ها, हिन्दी क्षेत्र, தமிழ், ไทยภาษา, ខ្មែរ, မြန်မာ",
        "日本語とひらがな, 中文漢字, 한국어 한국, Tiếng Việt, ქართული, አማርኛ, Հայերեն, বাংলা, བོད་ཡིག",
        "👩‍👧‍👦 🏳️‍🌈 🇳🇱 1️⃣ 👍🏽 ⚠️ ☎︎ 𝒜𝔅 𐍈 𓀀 ﷽ Z̸̢̛͇a̷̧l̴͚g̵̛o̶̡ x̄ q̃ e\u{301} \u{301}alleen",
        "\u{202E}omgekeerd\u{202C} \u{2066}x\u{2069} \u{200B}\u{200D}\u{FEFF}\u{00AD}\u{034F}\u{115F}\u{3164}\u{E0041}",
        "\0\u{1}\t\u{7F}\u{85}\u{2028}\u{2029}\u{FFFE}\u{FFFF}\u{FDD0}\u{1FFFE}\u{E000}\u{F8FF}\u{F0000}\u{10FFFD}\u{FFFD}",
    ];
    assert_printable(&scripts.join(" "), "every script in every place");
}

#[test]
fn texts_of_nothing_yield_a_document() {
    assert_printable("", "a text may be missing");
    assert_printable(" \u{3000}\u{200B} ", "a text may be blank");
}

#[test]
fn endless_words_and_texts_yield_a_document() {
    let mut summary = sample::summary();
    summary.circle = "é".repeat(10_000);
    summary.head.attendees[0].name = "1".repeat(10_000);
    summary.statements[0].dissent[0].text = "-".repeat(10_000);
    summary.items[0].title = "日".repeat(10_000);
    pdf(&summary, &Catalogue::new(Language::Dutch)).unwrap();
}
