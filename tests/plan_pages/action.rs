//! An action's own page, and the pages that lead to it.

use super::{a_site, assert_in_order, words};

#[test]
fn an_action_tells_all_that_the_plan_says_of_it() {
    let site = a_site().built();
    let page = site.page("strategy/plan/early-help/1-1/index.html");
    let text = words(&page);
    assert_in_order(
        &text,
        &["1.1 Open a helpline", "Red past its date; reported as at risk", "Its date, 31 October 2026, has passed"],
    );
    assert_in_order(&text, &["Agree the contract", "Buyer", "Target: One provider", "Done on 12 June 2026"]);
    assert_in_order(&text, &["Hire staff", "Late: it was for 15 September 2026"]);
    assert_in_order(&text, &["First call", "To be done by 20 December 2026"]);
    assert_in_order(&text, &["Staff are hard to find.", "Helpline lead", "We began."]);
    assert_in_order(&text, &["Responsible", "Safe Harbour", "Marlsea Council (for the money)"]);
    assert_in_order(&text, &["When", "By end of October 2026", "Read as: by 31 October 2026"]);
    assert_in_order(&text, &["Outcome", "Early help", "See also"]);
}

#[test]
fn the_first_rating_in_the_main_part_is_the_actions_own() {
    let site = a_site().built();
    for (name, page) in site.pages().into_iter().filter(|(_, page)| page.contains("<body data-kind=\"action\"")) {
        let main = page.split_once("<main").expect("it has a main part").1;
        let first = main.find("data-rating=").expect("it has a rating");
        let lede = main.find("class=\"lede\"").expect("it has a first line");
        assert!(lede < first && first < lede + 120, "{name}");
    }
}

#[test]
fn a_strip_tells_how_it_stood_when_each_quarter_ended() {
    let site = a_site().built();
    let text = words(&site.page("strategy/plan/early-help/1-1/index.html"));
    assert_in_order(&text, &["Q1 2026/27", "On track green", "Q2 2026/27", "On track green"]);
    assert_in_order(&text, &["On track from Q1 2026/27 to Q2 2026/27."]);
    assert!(!text.contains("Q4 2025/26"), "the plan had not begun: {text}");
    let refuge = words(&site.page("strategy/plan/safe-homes/2-1/index.html"));
    assert_in_order(&refuge, &["Not started amber", "Not started from Q1 2026/27 to Q2 2026/27."]);
}

#[test]
fn what_is_related_is_told_on_both_pages() {
    let site = a_site().built();
    let action = site.page("strategy/plan/early-help/1-1/index.html");
    for address in
        ["/services/helpline/", "/training/first-steps/", "/strategy/plan/early-help/1-2/", "/strategy/old/all/1/"]
    {
        assert!(action.contains(&format!("href=\"{address}\"")), "{address}");
    }
    let service = site.page("services/helpline/index.html");
    assert!(service.contains("href=\"/strategy/plan/early-help/1-1/\""), "{service}");
    assert!(!service.contains("/strategy/old/"), "a plan that has ended is no news for a reader: {service}");
    assert!(site.page("training/first-steps/index.html").contains("href=\"/strategy/plan/early-help/1-1/\""));
}

#[test]
fn a_rating_set_by_hand_says_why_and_leaves_the_past_alone() {
    let plan = super::PLAN.replace(
        "        milestones:",
        "        rating: green\n        rating_reason: The new date is agreed.\n        milestones:",
    );
    let site = a_site()
        .with("content/plans/plan.yaml", plan.replace("2026-05-10, status: on-track", "2026-05-10, status: at-risk"));
    let text = words(&site.built().page("strategy/plan/early-help/1-1/index.html"));
    assert_in_order(&text, &["Green set by the board; reported as at risk", "Its reason: The new date is agreed."]);
    assert_in_order(&text, &["Q1 2026/27", "At risk amber", "Q2 2026/27", "At risk amber"]);
}
