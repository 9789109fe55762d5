//! A glossary and a text in, and the words of the text explained below it.

use crate::support::site::{TestSite, page, service};

const GLOSSARY: &str = "\
- term: Multi-agency risk assessment conference
  short: MARAC
  meaning: \"A meeting. See [what it is](pages/marac.md).\"
  also: [danger meeting]
- {term: Refuge, meaning: A safe house.}
- {term: Advocate, meaning: A worker who is on your side.}
";

fn a_site() -> TestSite {
    TestSite::new()
        .with("content/glossary.yaml", GLOSSARY)
        .with("content/pages/marac.md", page("At a MARAC, people plan. Ask about a refuge.\n"))
        .with("content/pages/about.md", page("Refuges help, and so does a MARAC.\n\n```\nadvocate\n```\n"))
        .with("content/pages/plain.md", page("A danger meeting is not meant, nor a refugee.\n"))
        .with("content/services/line.md", service("eligibility: Anyone with an advocate.\n"))
}

/// The part of a page in which its words are explained.
fn explained(page: &str) -> Option<&str> {
    let from = page.find("<details class=\"words\">")?;
    Some(&page[from..from + page[from..].find("</details>").expect("it ends")])
}

#[test]
fn words_are_explained_below_the_text_in_its_order_without_a_change_to_the_text() {
    let page = a_site().built().page("about/index.html");
    let words = explained(&page).expect("words are explained");
    let at = |words: &str, word: &str| words.find(word).unwrap_or_else(|| panic!("{word}: {words}"));
    assert!(at(words, "<dt>Refuge</dt>") < at(words, "<dt>Multi-agency risk assessment conference (MARAC)</dt>"));
    assert!(words.contains("<summary>Words on this page explained</summary>") && words.contains("A safe house."));
    assert!(page.contains("<p>Refuges help, and so does a MARAC.</p>"), "the text is as it was written: {page}");
    assert_eq!(page.matches("A safe house.").count(), 1, "each word is explained once");
}

#[test]
fn what_stands_beside_a_service_counts_and_what_the_search_alone_knows_does_not() {
    let site = a_site().built();
    let service = site.page("services/line/index.html");
    assert!(explained(&service).is_some_and(|words| words.contains("<dt>Advocate</dt>")), "{service}");
    assert_eq!(explained(&site.page("plain/index.html")), None);
}

#[test]
fn a_page_does_not_send_its_reader_to_itself() {
    let page = a_site().built().page("marac/index.html");
    let words = explained(&page).expect("words are explained");
    assert!(words.contains("Refuge") && !words.contains("MARAC"), "{words}");
}

#[test]
fn without_a_glossary_nothing_is_explained() {
    let site = TestSite::new().with("content/pages/about.md", page("A MARAC.\n")).built();
    assert_eq!(explained(&site.page("about/index.html")), None);
}
