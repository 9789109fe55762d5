//! Files may have any name that people give them, and links to them may be written plain or encoded.

use crate::support::site::{TestSite, page, service};

/// The names of files, and how a browser asks for each.
const NAMES: [(&str, &str); 9] = [
    ("Report #1.pdf", "Report%20%231.pdf"),
    ("100% safe.pdf", "100%25%20safe.pdf"),
    ("a%20b.pdf", "a%2520b.pdf"),
    ("Plan (final) [2].pdf", "Plan%20%28final%29%20%5B2%5D.pdf"),
    ("What next?.pdf", "What%20next%3F.pdf"),
    ("Caf\u{e9}.pdf", "Caf%C3%A9.pdf"),
    ("\u{633}\u{644}\u{627}\u{645}\u{629}.pdf", "%D8%B3%D9%84%D8%A7%D9%85%D8%A9.pdf"),
    ("Tom's & Sue's.pdf", "Tom%27s%20%26%20Sue%27s.pdf"),
    ("a+b=c, d; e.pdf", "a%2Bb%3Dc%2C%20d%3B%20e.pdf"),
];

#[test]
fn a_link_to_a_file_may_be_written_plain_or_encoded_and_is_published_encoded() {
    for (name, encoded) in NAMES {
        for written in [format!("<../files/{name}>"), format!("../files/{encoded}"), format!("/files/{encoded}")] {
            let site = TestSite::new()
                .with(&format!("content/files/{name}"), "%PDF-1.4")
                .with("content/pages/about.md", page(&format!("Read [this]({written}).\n")))
                .built();
            let html = site.page("about/index.html");
            assert!(html.contains(&format!("href=\"/files/{encoded}\"")), "{written}: {html}");
            assert!(site.names().contains(&format!("files/{name}")), "{:?}", site.names());
        }
    }
}

#[test]
fn spaces_in_an_address_need_no_brackets() {
    let text = "A [report](../files/Our report (final).pdf), a ![map](../files/The map.png)\nand `[x](a b.pdf)`.\n";
    let site = TestSite::new()
        .with("content/files/Our report (final).pdf", "%PDF-1.4")
        .with("content/files/The map.png", PICTURE)
        .with("content/pages/about.md", page(text))
        .built();
    let html = site.page("about/index.html");
    assert!(html.contains("href=\"/files/Our%20report%20%28final%29.pdf\""), "{html}");
    assert!(html.contains("src=\"/files/The%20map.png\""), "{html}");
    assert!(html.contains("<code>[x](a b.pdf)</code>"), "{html}");
}

#[test]
fn a_document_and_a_logo_may_be_written_both_ways() {
    for written in ["files/Terms #2.pdf", "files/Terms%20%232.pdf", "/files/Terms #2.pdf"] {
        let board =
            format!("- {{id: board, title: Board, kind: board, documents: [{{title: Terms, file: \"{written}\"}}]}}\n");
        let site = TestSite::new()
            .with("content/files/Terms #2.pdf", "%PDF-1.4")
            .with("content/files/Our logo.png", PICTURE)
            .with("content/governance.yaml", board)
            .with_setting("brand: {logo: \"files/Our logo.png\"}")
            .built();
        assert!(site.page("governance/index.html").contains("/files/Terms%20%232.pdf"), "{written}");
        assert!(site.page("index.html").contains("/files/Our%20logo.png"), "{written}");
    }
}

#[test]
fn composed_and_decomposed_forms_are_one_name() {
    let (composed, decomposed) = ("Caf\u{e9}", "Cafe\u{301}");
    for (file, link) in [(composed, decomposed), (decomposed, composed)] {
        let site = TestSite::new()
            .with(&format!("content/files/{file}.pdf"), "%PDF-1.4")
            .with(&format!("content/services/{file}.md"), service("slug: cafe\n"))
            .with("content/pages/about.md", page(&format!("[a](../files/{link}.pdf) [b](../services/{link}.md)\n")))
            .built();
        assert!(site.page("about/index.html").contains("/files/Caf%C3%A9.pdf"), "{}", site.page("about/index.html"));
        assert!(site.names().contains(&format!("files/{composed}.pdf")), "{:?}", site.names());
    }
    let both = TestSite::new()
        .with(&format!("content/files/{composed}.pdf"), "one")
        .with(&format!("content/files/{decomposed}.pdf"), "other");
    let run = both.check();
    assert_eq!(run.status, 2, "{run:?}");
    assert!(run.err.contains("has the same name, with its accents stored in another form"), "{}", run.err);
}

#[test]
fn what_a_browser_would_not_find_is_an_error() {
    for (written, help) in [
        ("../files/report.pdf", "did you mean `../files/Report.pdf`?"),
        ("../files/Report.pdf%20", "did you mean `../files/Report.pdf`?"),
        ("www.nhs.uk/abuse", "put `https://` before it: `https://www.nhs.uk/abuse`"),
        ("nhs.uk", "put `https://` before it: `https://nhs.uk`"),
        ("citizensadvice.org.uk/debt", "put `https://` before it"),
    ] {
        let site = TestSite::new()
            .with("content/files/Report.pdf", "%PDF-1.4")
            .with("content/pages/about.md", page(&format!("Read [this]({written}).\n")));
        let messages = site.messages();
        assert!(messages.contains("error[link/broken]") && messages.contains(help), "{written}: {messages}");
    }
}

#[test]
fn a_picture_is_the_sites_own() {
    for written in ["https://example.org/map.png", "HTTP://example.org/map.png", "//example.org/map.png"] {
        let site = TestSite::new().with("content/pages/about.md", page(&format!("![A map]({written})\n")));
        assert!(site.messages().contains("error[link/image]"), "{written}: {}", site.messages());
    }
    let site = TestSite::new().with("content/pages/about.md", page("![A map](about.md)\n"));
    assert!(site.messages().contains("`about.md` is a page, not a picture"), "{}", site.messages());
}

#[test]
fn a_file_with_a_wrong_ending_is_told_its_right_name() {
    for (path, right) in [
        ("content/services/a.MD", "a.md"),
        ("content/services/a.markdown", "a.md"),
        ("content/services/a.md.txt", "a.md"),
        ("content/plans/a.YAML", "a.yaml"),
        ("content/plans/a.yaml.txt", "a.yaml"),
        ("content/plans/a.md", "a.yaml"),
        ("content/services/a.yaml", "a.md"),
        ("content/glossary.yaml.TXT", "glossary.yaml"),
    ] {
        let messages = TestSite::new().with(path, "title: x\n").messages();
        assert!(messages.contains(&format!("rename it to `{right}`")), "{path}: {messages}");
        assert!(messages.contains("is ignored: it is not a content file"), "{path}: {messages}");
    }
}

/// A picture of one pixel.
const PICTURE: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89\0\0\0\rIDATx\x9cc\xf8\xcf\xc0\xf0\x1f\0\x05\0\x01\xff\x89\x99=\x1d\0\0\0\0IEND\xaeB`\x82";
