//! A page that nothing leads to is found by nobody who does not search for it.

use crate::support::site::{TestSite, page, service};

fn told(site: &TestSite) -> bool {
    site.messages().contains("no page leads to `/safe-homes/`")
}

/// A site of five pages, of which nothing leads to one.
fn site() -> TestSite {
    let named = |name: &str, text: &str| page(text).replace("A page", name);
    TestSite::new()
        .with("content/pages/about.md", named("About", "[One](one.md), [two](two.md)\n"))
        .with("content/pages/one.md", named("One", "[Three](three.md)\n"))
        .with("content/pages/two.md", named("Two", "Two.\n"))
        .with("content/pages/three.md", named("Three", "Three.\n"))
        .with("content/pages/safe-homes.md", named("Safe homes", "Locks.\n"))
}

#[test]
fn a_page_that_nothing_leads_to_is_pointed_out() {
    insta::assert_snapshot!(site().messages(), @r"
    warning[page/unlinked]: no page leads to `/safe-homes/`
     --> content/pages/safe-homes.md:2:1
      |
    2 | title: Safe homes
      | ^^^^^
      = help: link to it where people would look for it, name it in the `related` of another page, or put it into `navigation` or `footer`

    1 warning
    ");
    // A link from itself leads nobody to it, and neither does one from a page that nobody comes to.
    assert!(told(&site().with("content/pages/safe-homes.md", page("[Here](safe-homes.md)\n"))));
}

#[test]
fn a_site_that_is_still_being_written_is_left_in_peace() {
    let site = site().with("content/pages/three.md", page("Three.\n")).with("content/pages/one.md", page("One.\n"));
    assert!(!site.messages().contains("no page leads"), "{}", site.messages());
}

#[test]
fn a_link_from_anywhere_is_enough() {
    for site in [
        site().with("content/pages/three.md", page("[Locks](safe-homes.md)\n").replace("A page", "Three")),
        site().with("content/services/line.md", service("") + "[Locks](../pages/safe-homes.md)\n"),
        site().with_setting("footer: {links: [{title: Locks, link: pages/safe-homes.md}]}"),
        site().with("content/glossary.yaml", "- {term: Lock, meaning: \"[Locks](pages/safe-homes.md)\"}\n"),
        site().with(
            "content/pages/safe-homes.md",
            page("Locks.\n").replace("---\ntitle: A page", "---\naudiences: [everyone]\ntitle: Safe homes"),
        ),
    ] {
        assert!(!told(&site), "{}", site.messages());
    }
}
