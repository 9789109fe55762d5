//! The accessibility statement has all that the model statement asks for, and says nothing that was not given.

use crate::support::example::example;
use crate::support::site::{TestSite, page};

const WHOLE: &str = "accessibility:
  status: partially
  issues: '- Films without captions. WCAG 1.2.2. By March 2027.'
  disproportionate_burden: 'Old films, WCAG 1.2.5. [Our assessment](/about/).'
  out_of_scope: Maps of 2019.
  improvements: We caption each new film.
  prepared: 2026-09-14
  reviewed: 2026-10-01
  tested: 2026-10-02
  tested_by: the council's web team
  sampled: One page of each kind
  response_time: within five working days";

fn statement(settings: &str) -> String {
    let site = TestSite::new().with("content/pages/about.md", page("Who we are.\n")).with_setting(settings).built();
    site.page("accessibility/index.html")
}

/// The places of these words in the page, which have to come in this order.
fn assert_in_order(page: &str, words: &[&str]) {
    let mut from = 0;
    for word in words {
        let at =
            page[from..].find(word).unwrap_or_else(|| panic!("`{word}` is not there, or not in its place: {page}"));
        from += at + word.len();
    }
}

#[test]
fn every_part_of_a_whole_statement_is_in_its_place() {
    let page = statement(WHOLE);
    assert_in_order(
        &page,
        &[
            "This statement applies to the website of Marlsea Partnership",
            "mailto:partnership@example.org",
            "We will answer within five working days.",
            "Equality and Human Rights Commission (EHRC)",
            "https://www.equalityadvisoryservice.com/",
            "is committed to making this website accessible, in line with the Public Sector Bodies",
            "This website is partially compliant with the Web Content Accessibility Guidelines (WCAG) 2.2 AA",
            "What does not meet the accessibility regulations</h3>",
            "Films without captions. WCAG 1.2.2.",
            "What would be a disproportionate burden to mend</h3>",
            "href=\"/about/\">Our assessment",
            "What the accessibility regulations do not cover</h3>",
            "Maps of 2019.",
            "We caption each new film.",
            "Prepared</dt>",
            "14 September 2026",
            "Last reviewed</dt>",
            "1 October 2026",
            "Last tested</dt>",
            "2 October 2026",
            "web team",
            "One page of each kind",
        ],
    );
    assert_eq!(page.matches("compliant with").count(), 1, "one status");
}

#[test]
fn in_northern_ireland_another_commission_enforces_the_rules() {
    let page = statement("accessibility: {status: fully, enforced_by: ecni}");
    assert!(page.contains("https://www.equalityni.org/") && !page.contains("equalityadvisoryservice"), "{page}");
}

#[test]
fn a_statement_of_few_words_says_no_more() {
    let page = statement("accessibility: {status: fully}");
    assert!(page.contains("fully compliant") && !page.contains("Content that is not accessible"), "{page}");
    let none = statement("language: en-GB");
    assert!(none.contains("We have not yet tested this website") && !none.contains("compliant"), "{none}");
}

#[test]
fn every_page_links_to_it() {
    for (name, page) in example().pages() {
        let (_, footer) = page.split_once("<footer").unwrap_or_else(|| panic!("{name} has no footer"));
        for address in ["/accessibility/", "/privacy/", "/stay-safe-online/"] {
            assert!(footer.contains(&format!("href=\"{address}\"")), "{name}: {address}");
        }
    }
}
