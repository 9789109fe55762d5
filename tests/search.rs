//! The search index: what leads to a page, how large it is, and what is not in it.

use std::collections::BTreeMap;
use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::Value;

use crate::support::example::example;
use crate::support::site::{TestSite, service};

/// The index of a built site.
fn index(files: &BTreeMap<String, Vec<u8>>) -> (Value, Vec<u8>) {
    let (_, bytes) = files.iter().find(|(name, _)| name.contains("search-index")).expect("there is an index");
    (serde_json::from_slice(bytes).expect("it is JSON"), bytes.clone())
}

/// The pages of a word, as the index writes them; none where it has no page or is not known at all.
fn posts(index: &Value, word: &str) -> Option<String> {
    let list =
        |name: &str| index[name].as_str().expect("it is a text").split(' ').map(str::to_owned).collect::<Vec<_>>();
    let at = list("terms").iter().position(|term| term == word)?;
    Some(list("posts")[at].clone()).filter(|posts| !posts.is_empty())
}

fn with_refuge(settings: &str) -> TestSite {
    let refuge = service("keywords: [hideaway]\n").replace("title: Helpline", "title: Refuge");
    let site = TestSite::new().with("content/services/refuge.md", refuge);
    if settings.is_empty() { site.built() } else { site.with_setting(settings).built() }
}

#[test]
fn a_page_is_found_by_its_words_in_the_order_of_where_they_stand() {
    let (index, _) = index(&with_refuge("").files());
    let of = |word: &str| posts(&index, word).expect("the page has it");
    let levels = ["listen", "hideaway", "refug"].map(of).map(|posts| posts.chars().next());
    let known = "!#$%&()*+,./:;<";
    let levels = levels.map(|level| known.find(level.expect("it has a level")));
    assert!(levels.is_sorted() && levels[0] < levels[2], "{levels:?}");
}

#[test]
fn the_built_in_glossary_can_be_switched_off() {
    let concepts = |index: &Value| index["concepts"].as_array().expect("it is a list").len();
    assert!(concepts(&index(&with_refuge("").files()).0) > 0);
    assert_eq!(concepts(&index(&with_refuge("search: {glossary: own}").files()).0), 0);
}

#[test]
fn a_slip_in_the_setting_is_answered_with_what_was_meant() {
    let messages = TestSite::new().with_setting("search: {glossary: bultin}").messages();
    assert!(messages.contains("did you mean `builtin`?"), "{messages}");
}

#[test]
fn the_sites_own_glossary_leads_to_its_pages() {
    let glossary = "- {term: Refuge, meaning: A safe house., also: [blue door]}\n";
    let site = with_refuge("search: {glossary: own}").with("content/glossary.yaml", glossary).built();
    let (index, _) = index(&site.files());
    let concepts = index["concepts"].as_array().expect("it is a list");
    assert_eq!(concepts.len(), 1, "{concepts:?}");
    for word in ["blue", "door"] {
        let terms = index["terms"].as_str().expect("it is a text");
        assert!(terms.split(' ').any(|term| term == word), "{word}");
    }
}

#[test]
fn numbers_are_digits_alone() {
    let line = service("phone:\n  - {number: \"+44 (0)1632 960 001\"}\n");
    let (index, _) = index(&TestSite::new().with("content/services/line.md", line).built().files());
    assert_eq!(index["phones"][0], serde_json::json!(["01632960001", 0]));
}

#[test]
fn what_is_private_or_secret_is_not_in_the_index() {
    let secret = service("location: {confidential: true}\nprivate: {note: Zanzibar Lane, phone: 07700 900190}\n");
    let (_, bytes) = index(&TestSite::new().with("content/services/refuge.md", secret).built().files());
    let text = String::from_utf8(bytes).expect("it is UTF-8").to_lowercase();
    assert!(!text.contains("zanzibar") && !text.contains("07700900190"));
}

#[test]
fn the_index_of_the_example_site_is_small() {
    let (index, bytes) = index(&example().files);
    let pages = index["docs"].as_array().expect("it is a list").len();
    let mut packed = GzEncoder::new(Vec::new(), Compression::best());
    packed.write_all(&bytes).expect("memory can be written to");
    let size = packed.finish().expect("memory can be written to").len();
    // 100 kB for 300 pages of 250 words; the built-in glossary takes its share of that once.
    assert!(size <= 100_000, "{size} bytes for {pages} pages");
}

#[test]
fn lists_that_are_looked_for_by_name_stand_there_by_the_name_that_they_have() {
    let (index, _) = index(&example().files);
    let documents = index["docs"].as_array().expect("it is a list");
    for list in [
        "governance/",
        "evidence/",
        "glossary/",
        "leaflets/",
        "training/",
        "training/pathway/",
        "strategy/strategy-2025-2028/leads/",
        "strategy/strategy-2025-2028/exceptions/",
        "strategy/strategy-2025-2028/timeline/",
        "strategy/strategy-2025-2028/changes/",
    ] {
        let address = format!("/{list}");
        let document = documents.iter().find(|document| document[0] == address.as_str());
        let title = document.unwrap_or_else(|| panic!("{address} is not found"))[1].as_str().expect("it has a title");
        let page = example().page(&format!("{list}index.html"));
        assert!(page.contains(&format!("<title>{title} - ")), "{address}: {title}");
    }
}

#[test]
fn lists_that_are_empty_and_plans_that_are_over_are_not_found() {
    let (index, _) = index(&with_refuge("").files());
    let documents = index["docs"].as_array().expect("it is a list");
    let addresses: Vec<_> = documents.iter().filter_map(|document| document[0].as_str()).collect();
    assert!(
        !addresses.iter().any(|address| address.contains("governance") || address.contains("training")),
        "{addresses:?}"
    );
}
