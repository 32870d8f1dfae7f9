#![allow(clippy::unwrap_used)]
#[test]
fn timing() {
    let n = 8 << 20;
    let rep = |start: &str, s: &str, end: &str| format!("{start}{}{end}", s.repeat(n / s.len()));
    let cases = [
        rep("TY  - JOUR\nTI  - a\nDO  - ", "10.", ""),
        rep("TY  - JOUR\nTI  - a\nDO  - ", "10.1111", ""),
        rep("TY  - JOUR\nTI  - ", "<", ""),
        rep("TY  - JOUR\nTI  - ", "<i>", ""),
        rep("TY  - JOUR\nTI  - ", "&amp;", ""),
        rep("TY  - JOUR\nTI  - x\n", "AU  - van de\n", ""),
        rep("TY  - JOUR\nTI  - x\nAU  - ", "van ", ""),
        rep("TY  - JOUR\nTI  - x\nAU  - ", "a,", ""),
        rep("TY  - JOUR\nTI  - x\nSN  - ", "1 ", ""),
        rep("TY  - JOUR\nTI  - x\nUR  - ", "www.", ""),
        rep("TY  - JOUR\nTI  - x\nPY  - ", "1 ", ""),
        rep("TY  - JOUR\nTI  - x\n", "\n", ""),
        rep("TY  - JOUR\nTI  - x\n", "KW  - a\n", ""),
        rep("", "TY  - a\nTI  - \n", ""),
        rep("@a{b, title={", "{}", "}}"),
        rep("@a{b, title={x}}\n", "@", ""),
        rep("@a{b, title={x}}\n", "@a{", ""),
        rep("@a{b, title={x}}\n", "\n@a{", ""),
        rep("", &format!("@a{{b, title={{x{}}}}}\n", "{}".repeat(3900)), ""),
        rep(
            "",
            &format!("@a{{b, title={{x{{{}}}}}}}\n", "{}".repeat(3900)),
            "",
        ),
        rep("@a{b, title={x}, author={", "x and ", "y}}"),
        rep("@a{b, title={x}, author={", "\\x ", "y}}"),
        rep("@a{b, title={", "$", "y}}"),
        rep("@a{b, title={", "\\", "y}}"),
        rep("@a{b, title={x}, author={", "a=b,", "family=}}"),
        rep("", "@string{a=b # b}\n", "@a{b,title={x}}"),
        rep("[{\"title\":\"x\"}", ",[]", "]"),
        rep("[{\"title\":\"", "\\u0041", "\"}]"),
        rep("[{\"title\":\"x\",\"author\":[0", ",\"a b\"", "]}]"),
    ];
    for case in cases {
        let t = std::time::Instant::now();
        let r = kring_import::read(case.as_bytes());
        let (s, p) = r.map(|r| (r.studies.len(), r.problems.len())).unwrap_or_default();
        eprintln!(
            "{:?} {s} {p} {:?}",
            case.chars().take(50).collect::<String>(),
            t.elapsed()
        );
    }
}
