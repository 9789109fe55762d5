//! The snapshot in HSDS-UK shape. Its fields are checked against the profile's own schemas by the tests in
//! `tests/browser`; here it is what they say, and that identifiers never change.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::support::site::{TestSite, service};

const FULL: &str = "\
phone:
  - {number: 01632 960010, label: Duty desk, hours: Mo-Fr 09:00-17:00; PH off}
  - {number: 0808 157 0001, free: true}
text_number: 07700 900010
email: help@example.org
website: https://help.example.org/
hours: Mo-Fr 09:00-17:00; Sa 22:00-02:00
languages: [en, pl]
accessibility: [Step-free]
location: {address: \"Advice Point, 2 Quay Street, Marlsea\", postcode: ZY1 2AB}
areas: [north]
tier: [2, 3]
ages: {from: 16, to: 64}
by_and_for: [older-people]
accreditations: [Leading Lights]
eligibility: Anyone who lives here.
referral: {self: false, professional: Send the form., note: There is a short wait.}
";

fn a_site() -> TestSite {
    TestSite::new().with("content/services/full.md", service(FULL)).with("content/services/small.md", service(""))
}

/// The services of the snapshot, each from its own file.
fn services(site: &TestSite) -> Vec<Value> {
    let files = site.files().into_iter().filter(|(name, _)| name.starts_with("data/hsds/v3/services/"));
    files
        .filter(|(name, _)| name != "data/hsds/v3/services/index.json")
        .map(|(name, bytes)| {
            let service: Value = serde_json::from_slice(&bytes).expect("it is JSON");
            assert_eq!(name, format!("data/hsds/v3/services/{}/index.json", service["id"].as_str().expect("a text")));
            service
        })
        .collect()
}

/// The one of them that has languages.
fn full(site: &TestSite) -> Value {
    services(site).into_iter().find(|service| service.get("languages").is_some()).expect("it is there")
}

fn one(lines: &str) -> Value {
    let site = TestSite::new().with("content/services/one.md", service(lines)).built();
    services(&site).pop().expect("there is one")
}

/// Every identifier in a value, in order.
fn identifiers(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                if key == "id" || key.ends_with("_id") {
                    found.push(format!("{key} {value}"));
                }
                identifiers(value, found);
            }
        }
        Value::Array(list) => list.iter().for_each(|value| identifiers(value, found)),
        _ => {}
    }
}

fn identifiers_of(value: &Value) -> Vec<String> {
    let mut found = Vec::new();
    identifiers(value, &mut found);
    found
}

#[test]
fn it_says_what_it_is() {
    let about: Value = serde_json::from_str(&a_site().built().page("data/hsds/v3/index.json")).expect("it is JSON");
    assert_eq!(about["version"], "HSDS-UK-3.0");
    assert!(about["profile"].is_string() && about["openapi_url"].is_string(), "{about}");
}

#[test]
fn all_services_are_on_one_page_without_what_there_are_several_of() {
    let site = a_site().built();
    let page: Value = serde_json::from_str(&site.page("data/hsds/v3/services/index.json")).expect("it is JSON");
    assert_eq!(page["total_items"], 2);
    assert_eq!((&page["total_pages"], &page["page_number"], &page["size"]), (&json!(1), &json!(1), &json!(2)));
    assert_eq!((&page["first_page"], &page["last_page"], &page["empty"]), (&json!(true), &json!(true), &json!(false)));
    let contents = page["contents"].as_array().expect("a list");
    assert!(contents.iter().flat_map(|one| one.as_object().expect("a map").values()).all(|value| !value.is_array()));
    let listed: BTreeSet<&str> = contents.iter().map(|one| one["id"].as_str().expect("a text")).collect();
    assert_eq!(listed.len(), 2);
    for id in listed {
        assert!(site.names().contains(&format!("data/hsds/v3/services/{id}/index.json")), "{id}");
    }
}

#[test]
fn a_service_in_full() {
    insta::assert_snapshot!(serde_json::to_string_pretty(&one(FULL)).expect("it is JSON"));
}

#[test]
fn what_is_not_known_is_left_out() {
    let service = one("");
    let text = service.to_string();
    assert!(!text.contains("null") && !text.contains("[]"), "{text}");
    for absent in ["email", "minimum_age", "schedules", "service_at_locations", "languages", "contacts", "alert"] {
        assert!(service.get(absent).is_none(), "{absent}: {text}");
    }
    assert_eq!(service["url"], "https://www.example.org/services/one/");
}

#[test]
fn each_state_has_its_word() {
    assert_eq!(one("")["status"], "active");
    let closed = one("status: closed-temporarily\nstatus_note: Back in May.\n");
    assert_eq!((&closed["status"], &closed["alert"]), (&json!("temporarily closed"), &json!("Back in May.")));
    assert_eq!(one("status: closed\n")["status"], "defunct");
}

#[test]
fn hours_that_no_week_can_tell_are_told_in_words() {
    let service = one("hours: Tu[1] 10:00-12:00\n");
    let schedules = service["schedules"].as_array().expect("a list");
    assert_eq!(schedules.len(), 1);
    assert_eq!(schedules[0]["description"], "First Tuesday of the month, 10am to midday.");
    assert!(schedules[0].get("freq").is_none());
}

#[test]
fn day_and_night_ends_with_the_last_minute() {
    let service = one("hours: 24/7\n");
    let schedule = &service["schedules"][0];
    assert_eq!((&schedule["opens_at"], &schedule["closes_at"]), (&json!("00:00"), &json!("23:59")));
    assert_eq!(schedule["byday"], "MO,TU,WE,TH,FR,SA,SU");
}

#[test]
fn identifiers_stay_whatever_else_changes() {
    let before = full(&a_site().built());
    let renamed = service(FULL)
        .replace("title: Helpline", "title: Aardvark line\nslug: aardvark")
        .replace("Talk to someone.", "We are here.")
        .replace("needs: [talk]", "needs: [housing, talk]")
        .replace("languages: [en, pl]", "languages: [pl, en]");
    let after = full(
        &a_site()
            .with("content/services/full.md", renamed)
            .with("content/services/a-new-one.md", service("").replace("title: Helpline", "title: A new one"))
            .built(),
    );
    assert_eq!((&after["name"], &after["id"]), (&json!("Aardvark line"), &before["id"]));
    let (old, new): (BTreeSet<_>, BTreeSet<_>) =
        (identifiers_of(&before).into_iter().collect(), identifiers_of(&after).into_iter().collect());
    assert_eq!(old.difference(&new).collect::<Vec<_>>(), Vec::<&String>::new());
    // What is new is the other need: its attribute, and its term.
    assert_eq!(new.len() - old.len(), 2, "{:?}", new.difference(&old).collect::<Vec<_>>());
}

#[test]
fn identifiers_are_made_as_the_documentation_says() {
    // Made by another program: uuid5(NAMESPACE_URL, "https://www.example.org/services/one").
    assert_eq!(one("")["id"], "37aa0197-eeef-5a05-9726-e367ac18e017");
}

#[test]
fn another_address_of_the_site_gives_other_identifiers() {
    let here = one("");
    let elsewhere = TestSite::new().with("content/services/one.md", service(""));
    let run = elsewhere.run("build", &["--base-url", "https://other.example.org/marlsea/"]);
    assert_eq!(run.status, 0, "{run:?}");
    let elsewhere = services(&elsewhere).pop().expect("there is one");
    let (here, elsewhere): (BTreeSet<_>, BTreeSet<_>) =
        (identifiers_of(&here).into_iter().collect(), identifiers_of(&elsewhere).into_iter().collect());
    assert!(here.is_disjoint(&elsewhere));
}

#[test]
fn every_identifier_in_a_service_is_its_own() {
    let service = one(FULL);
    let ids: Vec<String> = identifiers_of(&service).into_iter().filter(|id| id.starts_with("id ")).collect();
    let different: BTreeSet<&String> = ids.iter().collect();
    // The term that says for whom it is and by whom it is run can be the same one.
    assert!(ids.len() - different.len() <= 1, "{ids:?}");
}

#[test]
fn hosts_that_have_to_be_told_each_folder_are_told_each_service() {
    let site = TestSite::new().with_setting("hosting: [netlify]").with("content/services/one.md", service("")).built();
    let folder = "/data/hsds/v3/services/37aa0197-eeef-5a05-9726-e367ac18e017";
    let redirects = site.page("_redirects");
    assert!(redirects.contains(&format!("{folder} {folder}/index.json 200\n")), "{redirects}");
}

#[test]
fn a_confidential_place_is_as_none_at_all() {
    let secret = one("location: {confidential: true, private: {address: 1 Zebrafinch Street}}\n");
    let mut none = one("");
    assert!(secret.get("service_at_locations").is_none());
    assert!(!secret.to_string().contains("Zebrafinch"));
    none["description"] = secret["description"].clone();
    assert_eq!(secret, none);
}
