//! The words of a site: how hard they are, what explains them, where links say they lead, and in which spelling.

#[path = "words/explained.rs"]
mod explained;
#[path = "words/links.rs"]
mod links;
#[path = "words/reading.rs"]
mod reading;
#[path = "support/site.rs"]
mod site;
#[path = "words/spelling.rs"]
mod spelling;

use std::path::Path;

use site::{TODAY, files, is_page};

/// The pages of the example site, as the project keeps it.
fn example_pages() -> Vec<(String, String)> {
    let out = tempfile::tempdir().expect("a folder can be made");
    assert_cmd::Command::new(env!("CARGO_BIN_EXE_fingerpost"))
        .args(["build", "--today", TODAY, "--out"])
        .arg(out.path())
        .arg("--site")
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")))
        .assert()
        .success();
    let pages = files(out.path()).into_iter().filter(|(name, _)| is_page(name));
    pages.map(|(name, bytes)| (name, String::from_utf8(bytes).expect("it is UTF-8"))).collect()
}

/// Text of HTML without its elements, in one line.
fn words_of(html: &str) -> String {
    let parts = html.split('<').enumerate().map(|(at, part)| match part.split_once('>') {
        Some((_, text)) if at > 0 => text,
        _ => part,
    });
    let text: String = parts.collect();
    let text = text.replace("&amp;", "&").replace("&#39;", "'").replace("&quot;", "\"");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
