//! What nobody wrote is not said of a service: not on pages, not in lists, not in what other programs read.

use serde_json::Value;

use crate::support::site::{TestSite, service};

/// The terms of the key facts on a service's page.
fn facts(page: &str) -> Vec<&str> {
    let main = page.split_once("<main").expect("it has its middle").1;
    main.split("<dt>").skip(1).map(|rest| rest.split_once("</dt>").expect("it ends").0).collect()
}

/// Every text in which a service is told to people or programs, by its file.
fn tellings(site: &TestSite) -> Vec<(String, String)> {
    let main = |page: &str| page.split_once("<main").map_or(String::new(), |(_, rest)| rest.to_owned());
    let pages = site.pages().into_iter().map(|(name, page)| (name, main(&page)));
    let data = site.names().into_iter().filter(|name| name.starts_with("data/hsds/") || name == "data/services.json");
    pages.chain(data.map(|name| (name.clone(), site.page(&name)))).collect()
}

#[test]
fn a_page_has_only_the_facts_that_were_written() {
    let site = TestSite::new().with("content/services/line.md", service("")).built();
    // Of what no file must have, only the area has a meaning of its own: without one it is the whole.
    assert_eq!(
        facts(&site.page("services/line/index.html")),
        ["Who it is for", "Area", "Run by", "Helps with", "Checked"]
    );
}

#[test]
fn without_a_word_on_cost_or_getting_in_nothing_says_one() {
    let site = TestSite::new().with("content/services/line.md", service("")).built();
    let claims = [
        "free",
        "no cost",
        "get in touch",
        "touch themselves",
        "ask for this",
        "a professional can",
        "cost_options",
        "self_referral",
    ];
    for (name, text) in tellings(&site) {
        let text = text.to_lowercase();
        // The words of boxes and columns are in no claim about this service.
        let told: Vec<&str> = claims.into_iter().filter(|claim| text.contains(claim)).collect();
        let asks = ["services/index.html", "index.html", "services/contact/", "accessibility/", "data/index.html"];
        assert!(told.is_empty() || asks.iter().any(|page| name.starts_with(page)), "{name}: {told:?}\n{text}");
    }
    let list = site.page("services/index.html");
    assert!(list.contains("data-features=\"\""), "{list}");
}

#[test]
fn what_was_written_is_said_as_it_was() {
    let told = |lines: &str| {
        let site = TestSite::new().with("content/services/line.md", service(lines)).built();
        let page = site.page("services/line/index.html");
        let rows: Value = serde_json::from_str(&site.page("data/services.json")).expect("it is JSON");
        let rows = rows["rows"].as_array().or(rows.as_array()).expect("a list").clone();
        (page, rows[0]["self_referral"].clone(), rows[0]["cost"].clone())
    };
    let (page, itself, cost) = told("referral: {self: true}\ncost: Free\n");
    assert!(page.contains("You can get in touch yourself.") && page.contains("<dd>Free</dd>"), "{page}");
    assert_eq!((itself, cost), ("Yes".into(), "Free".into()));
    let (page, itself, cost) = told("referral: {self: false}\n");
    assert!(page.contains("You cannot ask for this yourself.") && !page.contains("A professional can ask"), "{page}");
    assert_eq!((itself, cost), ("No".into(), Value::Null));
    let (page, ..) = told("referral: {self: false, professional: Write to us.}\n");
    assert!(page.contains("You cannot ask for this yourself. A professional can ask for you."), "{page}");
    let (page, itself, _) = told("referral: {professional: Write to us.}\n");
    assert!(page.contains("Write to us.") && !page.contains("ask for this"), "{page}");
    assert_eq!(itself, Value::Null);
}
