//! Where someone looks for help, nobody is told how a plan stands.

use super::a_site;

/// What a rating or a status would be told by.
const MARKS: [&str; 6] = ["data-rating", "data-status", "At risk", "Amber", "amber", "Complete"];

#[test]
fn a_service_has_no_rating_beside_it() {
    let site = a_site().built();
    for page in
        ["services/helpline", "services", "services/a-z", "services/need/talk", "services/handbook/talk", "search"]
    {
        let page = site.page(&format!("{page}/index.html"));
        let main = page.split_once("<main").expect("it has its middle").1;
        assert_eq!(MARKS.into_iter().find(|mark| main.contains(mark)), None, "{main}");
    }
}

#[test]
fn its_page_leads_professionals_to_what_plans_say_of_it() {
    let page = a_site().built().page("services/helpline/index.html");
    let plans = page.split_once("For people who refer").expect("plans name it").1;
    assert!(plans.contains("/strategy/plan/early-help/1-1/\">1.1 Open a helpline</a>"), "{plans}");
}

#[test]
fn the_search_shows_no_rating() {
    let site = a_site().built();
    let name = site.names().into_iter().find(|name| name.contains("search-index")).expect("there is an index");
    let index: serde_json::Value = serde_json::from_str(&site.page(&name)).expect("it is JSON");
    for doc in index["docs"].as_array().expect("a list") {
        let shown = format!("{} {}", doc[1], doc[2]);
        assert_eq!(MARKS.into_iter().find(|mark| shown.contains(mark)), None, "{shown}");
    }
}
