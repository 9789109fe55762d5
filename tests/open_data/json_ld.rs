//! Structured data on a service's page.

use serde_json::{Value, json};

use crate::support::site::{TestSite, service};

const START: &str = "<script type=\"application/ld+json\">";

fn page(lines: &str) -> String {
    TestSite::new().with("content/services/one.md", service(lines)).built().page("services/one/index.html")
}

/// The data as a reader of HTML takes it: up to the first end of a script.
fn data(page: &str) -> Option<Value> {
    let (_, rest) = page.split_once(START)?;
    let (json, _) = rest.split_once("</script>").expect("it ends");
    Some(serde_json::from_str(json).unwrap_or_else(|error| panic!("{error}: {json}")))
}

#[test]
fn a_service_is_told_in_the_words_of_schema_org() {
    let lines = "phone: [{number: 01632 960010, label: Duty desk, hours: Mo-Fr 09:00-17:00}]\nlanguages: [en, pl]\n\
                 location: {address: \"2 Quay Street, Marlsea\", postcode: ZY1 2AB}\nages: {from: 16}\nareas: [north]\n";
    let data = data(&page(lines)).expect("there is some");
    insta::assert_snapshot!(serde_json::to_string_pretty(&data).expect("it is JSON"));
}

#[test]
fn nothing_in_a_record_gets_out_of_the_data() {
    let hostile = service("").replace("Talk to someone.", "\"</script><script>alert(1)</script><!-- \\u2028 &amp;\"");
    let site = TestSite::new().with("content/services/one.md", hostile).built();
    let page = site.page("services/one/index.html");
    assert_eq!(
        data(&page).expect("there is some")["description"],
        "</script><script>alert(1)</script><!-- \u{2028} &amp;"
    );
    assert!(!page.contains("<script>alert") && !page.contains("\"</script"), "{page}");
}

#[test]
fn a_secret_address_is_not_in_it() {
    let page = page("location: {confidential: true, private: {address: 1 Zebrafinch Street}}\n");
    assert_eq!(data(&page).expect("there is some")["availableChannel"], json!({"@type": "ServiceChannel"}));
    assert!(!page.contains("Zebrafinch"));
}

#[test]
fn a_closed_service_and_a_site_that_is_not_to_be_found_have_none() {
    assert!(data(&page("")).is_some());
    assert!(data(&page("status: closed\n")).is_none());
    assert!(data(&page("status: closed-temporarily\n")).is_none());
    let hidden = TestSite::new()
        .with_setting("search_engines: deny")
        .with("content/services/one.md", service(""))
        .built()
        .page("services/one/index.html");
    assert!(data(&hidden).is_none());
}
