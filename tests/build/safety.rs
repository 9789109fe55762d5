//! What each page of the example site says and does for a reader who may be at risk, as it is without a script.

use std::collections::BTreeSet;

use crate::support::example::example;
use crate::support::site::{TestSite, page};

/// The opening tags of a page's links.
fn links(page: &str) -> Vec<&str> {
    page.split("<a ").skip(1).map(|rest| &rest[..rest.find('>').expect("a tag ends")]).collect()
}

#[test]
fn every_page_says_what_to_do_in_danger() {
    let mut seen = 0;
    for (name, page) in example().pages() {
        let (_, block) = page
            .split_once("<aside class=\"emergency")
            .or_else(|| page.split_once("class=\"emergency"))
            .unwrap_or_else(|| panic!("{name} has no help"));
        for (what, words) in [
            ("999 to press", "href=\"tel:999\""),
            ("the mobile", "mobile"),
            ("55 when asked", "When asked, press 55"),
            ("the location", "does not give the police your location"),
            ("the local helpline", "href=\"tel:+448081570001\""),
            ("the national helpline", "href=\"tel:+448082000247\""),
            ("whom that is for, so that no one calls a line that is for others", "For: Women, and their children."),
        ] {
            assert!(block.contains(words), "{name}: {what}");
        }
        seen += 1;
    }
    assert!(seen > 300, "{seen} pages");
}

#[test]
fn no_link_tells_where_a_reader_comes_from_or_opens_a_window() {
    let mut outside = BTreeSet::new();
    for (name, page) in example().pages() {
        assert!(!page.contains(" target="), "{name} opens a window");
        assert!(page.contains("<meta name=\"referrer\" content=\"no-referrer\">"), "{name}");
        for link in links(page).into_iter().filter(|link| link.contains("href=\"http")) {
            assert!(link.contains("noreferrer"), "{name}: <a {link}>");
            outside.insert(link.to_owned());
        }
    }
    assert!(outside.len() > 10, "{outside:?}");
}

#[test]
fn the_policy_of_a_page_is_that_of_the_headers() {
    let site = TestSite::new().with_setting("hosting: [netlify]").built();
    let page = site.page("index.html");
    let (_, rest) =
        page.split_once("http-equiv=\"Content-Security-Policy\" content=\"").expect("the page has a policy");
    let policy = &rest[..rest.find('"').expect("it ends")];
    // An element cannot forbid frames: CSP 3, section 3.3.
    let header = format!("Content-Security-Policy: {policy}; frame-ancestors 'none'");
    assert!(site.page("_headers").contains(&header), "{header}");
}

#[test]
fn a_link_to_a_file_says_what_it_is_and_that_it_may_stay() {
    let text = "Read [our guide](../files/guide.pdf), [the page](other.md), ![A map](../files/map.png) and \
                [a site](https://example.org/x.pdf).\n";
    let build = |settings: &str| {
        let site = TestSite::new()
            .with_setting(settings)
            .with("content/files/guide.pdf", vec![b'x'; 240_000])
            .with("content/files/map.png", "x")
            .with("content/pages/other.md", page("Words.\n"))
            .with("content/pages/about.md", page(text))
            .built();
        site.page("about/index.html")
    };
    let sensitive = build("language: en-GB");
    assert!(
        sensitive.contains("<a href=\"/files/guide.pdf\">our guide (PDF, 240 kB; may stay on your device)</a>"),
        "{sensitive}"
    );
    assert!(sensitive.contains("<a href=\"/other/\">the page</a>"), "{sensitive}");
    assert!(sensitive.contains("rel=\"noreferrer\">a site</a>"), "{sensitive}");
    let open = build("sensitive: false");
    assert!(open.contains("<a href=\"/files/guide.pdf\">our guide (PDF, 240 kB)</a>"), "{open}");
}
