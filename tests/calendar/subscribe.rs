//! The page on how to subscribe.

use super::times::site;
use crate::support::example::under_a_path;
use crate::support::site::course;

#[test]
fn each_feed_has_a_link_for_programs_and_an_address_to_copy() {
    let site = site().with("content/training/more.yaml", course("").replace("First steps", "More steps")).built();
    let page = site.page("training/subscribe/index.html");
    for path in ["training/calendar.ics", "training/first-steps/calendar.ics", "training/more/calendar.ics"] {
        assert!(page.contains(&format!("<a href=\"webcal://www.example.org/{path}\">Subscribe<")), "{path}: {page}");
        assert!(page.contains(&format!("<code>https://www.example.org/{path}</code>")), "{path}");
        assert!(site.public().join(path).exists(), "{path}");
    }
    // With one level, its feed would be that of all.
    assert!(!page.contains("One level"), "{page}");
    for page in ["training/index.html", "training/first-steps/index.html", "training/level/awareness/index.html"] {
        assert!(site.page(page).contains("href=\"/training/subscribe/\""), "{page}");
    }
}

#[test]
fn a_session_that_can_be_gone_to_has_its_file_on_its_page() {
    let site = site().built_on("2026-10-20");
    let page = |day: &str| site.page(&format!("training/first-steps/first-steps-{day}/index.html"));
    let link = |day: &str| format!("href=\"/training/first-steps/first-steps-{day}/session.ics\"");
    assert!(page("2026-11-01").contains(&link("2026-11-01")));
    assert!(!page("2026-10-26").contains("session.ics"), "it is postponed");
    assert!(!page("2026-03-15").contains("session.ics"), "it is over");
}

#[test]
fn the_links_work_under_a_path() {
    let page = under_a_path().page("training/subscribe/index.html");
    assert!(page.contains("\"webcal://example.org/under/path/training/calendar.ics\""), "{page}");
    assert!(page.contains("<summary>One level</summary>"));
}
