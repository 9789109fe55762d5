//! Structured data on the pages of courses and sessions.

use serde_json::Value;

use super::times::site;
use crate::support::site::{TestSite, course};

const START: &str = "<script type=\"application/ld+json\">";

/// The data as a reader of HTML takes it: up to the first end of a script.
fn data(page: &str) -> Option<Value> {
    let (_, rest) = page.split_once(START)?;
    let (json, _) = rest.split_once("</script>").expect("it ends");
    Some(serde_json::from_str(json).unwrap_or_else(|error| panic!("{error}: {json}")))
}

fn session(fields: &str, course_fields: &str) -> Option<Value> {
    let lines =
        format!("{course_fields}sessions:\n  - {{date: 2026-12-03, start: \"09:30\", end: \"12:30\"{fields}}}\n");
    let site = TestSite::new().with("content/training/first-steps.yaml", course(&lines)).built();
    data(&site.page("training/first-steps/first-steps-2026-12-03/index.html"))
}

#[test]
fn a_course_is_told_with_its_sessions_to_come() {
    let page = site().built_on("2027-03-20").page("training/first-steps/index.html");
    let data = data(&page).expect("there is some");
    insta::assert_snapshot!(serde_json::to_string_pretty(&data).expect("it is JSON"));
}

#[test]
fn a_session_is_told_as_an_event() {
    let fields = ", venue: {name: Town Hall, address: \"1 Harbour Street, Marlsea\", postcode: ZY1 1AA}, online: \
                  {platform: Teams, note: We e-mail the link.}, places: 20, places_left: 3, booking_closes: 2026-12-01";
    let data = session(fields, "cost: Free\nprovider: safe-harbour\nbooking: {url: https://example.org/book}\n");
    insta::assert_snapshot!(serde_json::to_string_pretty(&data.expect("there is some")).expect("it is JSON"));
}

#[test]
fn only_what_is_known_is_said() {
    let status = |state: &str| session(&format!(", status: {state}"), "").map(|data| data["eventStatus"].clone());
    let known = |word: &str| Some(Value::from(format!("https://schema.org/{word}")));
    assert_eq!(status("cancelled"), known("EventCancelled"));
    assert_eq!(status("postponed"), known("EventPostponed"));
    // What was changed nobody has written down.
    assert_eq!(status("changed"), known("EventScheduled"));
    assert_eq!(status("provisional"), None);
    assert!(session("", "").expect("there is some").get("offers").is_none());
    let full = session(", places_left: 0, places: 9", "cost: £35\n").expect("there is some");
    assert_eq!(full["offers"]["availability"], "https://schema.org/SoldOut");
    for (cost, price) in
        [("Free", true), ("free.", true), ("Free for partners. £35 for others.", false), ("£35", false)]
    {
        let offer = session("", &format!("cost: {cost}\n")).expect("there is some")["offers"].clone();
        assert_eq!(offer.get("price").is_some(), price, "{cost}: {offer}");
    }
    assert!(session(", status: cancelled", "cost: Free\n").expect("there is some").get("offers").is_none());
}

#[test]
fn an_online_session_is_at_its_own_page() {
    let data = session(", online: {platform: Teams}", "").expect("there is some");
    let page = "https://www.example.org/training/first-steps/first-steps-2026-12-03/";
    assert_eq!(data["location"], serde_json::json!([{"@type": "VirtualLocation", "url": page}]));
    assert_eq!(data["eventAttendanceMode"], "https://schema.org/OnlineEventAttendanceMode");
}

#[test]
fn a_site_can_keep_it_to_itself() {
    let page = |setting: &str| {
        let site = site();
        let site = if setting.is_empty() { site } else { site.with_setting(setting) };
        let site = site.built();
        let pages = ["training/first-steps/index.html", "training/first-steps/first-steps-2026-03-29/index.html"];
        pages.map(|page| data(&site.page(page)).is_some())
    };
    assert_eq!(page(""), [true, true]);
    assert_eq!(page("training_data: allow"), [true, true]);
    assert_eq!(page("training_data: deny"), [false, false]);
    assert_eq!(page("search_engines: deny"), [false, false]);
    assert!(site().with_setting("training_data: perhaps").messages().contains("`training_data`"));
}
