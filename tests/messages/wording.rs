//! Words that could put a reader at risk: promises that a visit is hidden, half of what belongs to "press 55", and a page
//! on staying safe online that leaves something out.

use super::told;
use crate::support::site::{TestSite, page, service};

#[test]
fn a_promise_that_no_site_can_keep() {
    let text =
        "We keep you safe. The exit button\nclears your browsing history.\n\n- You are anonymous on this site.\n";
    insta::assert_snapshot!(told("content/pages/about.md", page(text)), @r"
    warning[page/wording]: this promises that a visit cannot be found out, which no website can do
     --> content/pages/about.md:4:19
      |
    4 | We keep you safe. The exit button
      |                   ^^^^^^^^^^^^^^^
      = help: say what is true: the button shows another page at once, and the browser's own history stays as it is

    warning[page/wording]: this promises that a visit cannot be found out, which no website can do
     --> content/pages/about.md:7:3
      |
    7 | - You are anonymous on this site.
      |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      = help: say what is true: the button shows another page at once, and the browser's own history stays as it is

    2 warnings
    ");
}

#[test]
fn a_promise_in_a_field() {
    let service = service("eligibility: Anyone. This website hides your visit.\n");
    insta::assert_snapshot!(told("content/services/a.md", service), @r"
    warning[service/wording]: this promises that a visit cannot be found out, which no website can do
     --> content/services/a.md:8:22
      |
    8 | eligibility: Anyone. This website hides your visit.
      |                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      = help: say what is true: the button shows another page at once, and the browser's own history stays as it is

    1 warning
    ");
}

#[test]
fn what_is_true_is_not_told() {
    let text = "The button does not delete your history. You can delete single entries.\n\nNo website can hide your visit.\n\
                You can talk to them anonymously.\n";
    let told = told("content/pages/about.md", page(text));
    assert!(!told.contains("wording"), "{told}");
}

#[test]
fn what_is_private_is_not_looked_at() {
    let told = told("content/services/a.md", service("private: {note: This site hides your history. Press 55.}\n"));
    assert!(!told.contains("wording") && !told.contains("hides"), "{told}");
}

#[test]
fn half_of_what_belongs_to_55() {
    let site = TestSite::new().with_setting("emergency: {call: \"999\", text: Call 999 and press 55 to be found.}");
    insta::assert_snapshot!(site.messages(), @r#"
    warning[site/wording]: this mentions pressing 55 without saying that it works only on a mobile, to press it only when asked and that it does not give your location
     --> content/site.yaml:5:51
      |
    5 | emergency: {call: "999", text: Call 999 and press 55 to be found.}
      |                                                   ^^
      = help: write: on a mobile, call 999, listen, and when asked press 55; it does not give your location

    1 warning
    "#);
}

#[test]
fn a_page_on_staying_safe_that_leaves_things_out() {
    let text = "Press the button to leave. It does not erase your history. Use a private window.\n";
    insta::assert_snapshot!(told("content/pages/stay-safe-online.md", page(text)), @r"
    warning[page/stay-safe]: the page does not say: that three presses of Shift do the same; which device is safest; the risk of deleting a whole history; that software may watch the device; when it was last reviewed
     --> content/pages/stay-safe-online.md:2:1
      |
    2 | title: A page
      | ^^^^^
      = help: add a sentence about each, because people may rely on this page, or delete the file to use the built-in page

    1 warning
    ");
}

#[test]
fn a_page_on_staying_safe_that_is_not_there_today() {
    let draft = "---\ntitle: Stay safe\ndraft: true\n---\nSoon.\n";
    insta::assert_snapshot!(told("content/pages/stay-safe-online.md", draft), @r"
    error[page/stay-safe]: readers may be at risk, and there is no page `/stay-safe-online/` today
     --> content/pages/stay-safe-online.md:1:1
      = help: publish this page and give it no `slug`, or delete the file to use the built-in page

    1 error
    ");
}

#[test]
fn without_a_page_of_its_own_a_site_has_the_built_in_one() {
    let site = TestSite::new().built();
    let told = site.messages();
    assert!(!told.contains("stay-safe"), "{told}");
    let page = site.page("stay-safe-online/index.html");
    for point in
        ["Shift key three times", "does not erase your browser", "safest device", "private or incognito window"]
    {
        assert!(page.contains(point), "{point}");
    }
    assert!(page.contains("empty history") && page.contains("watches your phone") && page.contains("Last reviewed:"));
}

#[test]
fn a_host_that_takes_no_headers() {
    insta::assert_snapshot!(TestSite::new().with_setting("hosting: [apache, github-pages]").messages(), @r"
    warning[site/hosting]: GitHub Pages cannot send headers: pages may stay in a browser's cache for ten minutes, another site may show a page inside its own, old addresses lead on a moment later, and data needs its whole file name
     --> content/site.yaml:5:19
      |
    5 | hosting: [apache, github-pages]
      |                   ^^^^^^^^^^^^
      = help: scripts, links and the camera are held back by the pages themselves; if readers may be at risk, use another host

    1 warning
    ");
}
