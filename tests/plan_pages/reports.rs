//! What changed, what to look at, and who leads what.

use super::{a_site, assert_in_order, words};
use crate::support::site::{self, TestSite};

#[test]
fn changes_are_told_in_words_for_this_quarter_and_the_last() {
    let text = words(&a_site().built().page("strategy/plan/changes/index.html"));
    assert_in_order(
        &text,
        &[
            "Q3 2026/27: 1 October 2026 to 22 November 2026",
            "Completed",
            "1.2 Print cards",
            "Moved from on track to complete.",
            "All cards are out.",
            "Now past the date",
            "1.1 Open a helpline",
            "Moved from on track to at risk. Its date, 31 October 2026, passed.",
            "Staff are hard to find.",
            "Q2 2026/27: July 2026 to September 2026",
            "Started",
            "1.2 Print cards",
            "Moved from not started to on track.",
        ],
    );
}

#[test]
fn the_page_of_changes_is_a_paper_for_the_board() {
    let text = words(&a_site().built().page("strategy/plan/changes/index.html"));
    assert_in_order(
        &text,
        &["1 of 3 actions are complete", "Q3 2026/27", "Late or at risk", "1.1 Open a helpline", "Reported as at risk"],
    );
    assert_in_order(&text, &["Responsible", "Safe Harbour", "What is missing", "No update yet", "2.1 Open a refuge"]);
}

#[test]
fn a_board_paper_says_what_to_look_at_with_what_was_last_said_and_what_changed() {
    let text = words(&a_site().built().page("strategy/plan/board-paper/index.html"));
    assert_in_order(
        &text,
        &[
            "as it stood on 22 November 2026",
            "What the board should look at",
            "1.1 Open a helpline",
            "Its date, 31 October 2026, has passed.",
            "10 October 2026 Staff are hard to find.",
            "What changed in this quarter",
            "Q3 2026/27: 1 October 2026 to 22 November 2026.",
            "1.2 Print cards",
            "Moved from on track to complete.",
        ],
    );
}

#[test]
fn a_plan_that_has_ended_has_no_present() {
    let site = a_site().built();
    let paper = words(&site.page("strategy/old/board-paper/index.html"));
    assert!(paper.contains("Board paper, as it stood when the plan ended"), "{paper}");
    assert!(!paper.contains("What changed in this quarter"), "{paper}");
    for page in ["timeline", "exceptions", "changes"] {
        let page = site.page(&format!("strategy/old/{page}/index.html"));
        assert!(!page.contains("2026-11-22") && !words(&page).contains("Today"), "{page}");
    }
}

#[test]
fn exceptions_say_why_and_what_is_being_done() {
    let text = words(&a_site().built().page("strategy/plan/exceptions/index.html"));
    assert_in_order(
        &text,
        &[
            "1 action to look at",
            "Red: late, or expected to be (1)",
            "1.1 Open a helpline",
            "Its date, 31 October 2026, has passed. Reported as at risk. 1 step on the way is late.",
            "10 October 2026",
            "Staff are hard to find.",
        ],
    );
    assert!(!text.contains("2.1 Open a refuge"), "it still has time: {text}");
}

#[test]
fn each_lead_has_a_page_of_what_it_holds() {
    let site = a_site().built();
    let text = words(&site.page("strategy/plan/leads/index.html"));
    assert_in_order(
        &text,
        &["Marlsea Council", "also 1 outcome", "Safe Harbour", "Leads with no action of their own", "Buyer : 1 step"],
    );
    let text = words(&site.page("strategy/plan/leads/safe-harbour/index.html"));
    assert_in_order(&text, &["Safe Harbour", "1.1 Open a helpline", "2.1 Open a refuge"]);
    let buyer = words(&site.page("strategy/plan/leads/buyer/index.html"));
    assert_in_order(&buyer, &["Buyer", "Agree the contract", "1.1 Open a helpline", "Done on 12 June 2026"]);
    assert!(!site.names().iter().any(|name| name.contains("leads/tbc")));
}

#[test]
fn a_person_is_a_lead_only_where_the_plan_publishes_names() {
    let named = super::PLAN.replace("leads: [TBC]", "leads: [{person: Zebrafinch Nine}]");
    let silent = a_site().with("content/plans/plan.yaml", &named).built();
    assert!(!silent.files().iter().any(|(name, bytes)| {
        name.contains("zebrafinch") || String::from_utf8_lossy(bytes).to_lowercase().contains("zebrafinch")
    }));
    let open = a_site().with("content/plans/plan.yaml", format!("publish_names: true\n{named}")).built();
    assert!(words(&open.page("strategy/plan/leads/zebrafinch-nine/index.html")).contains("1.2 Print cards"));
}

#[test]
fn the_whole_plan_is_one_table_with_a_column_for_each_fact_that_any_action_has() {
    let site = a_site().built();
    let page = site.page("strategy/plan/whole-plan/index.html");
    let heads: Vec<&str> = page.split("<th scope=\"col\">").skip(1).filter_map(|rest| rest.split('<').next()).collect();
    let expected = ["Promise", "Why", "How", "Responsible", "When", "How it stands", "Updates: latest words"];
    assert_eq!(heads, expected, "{page}");
    assert_in_order(
        &words(&page),
        &[
            "Early help",
            "1.1 Open a helpline",
            "Needs assessment",
            "Agree the contract",
            "Done: 12 June 2026",
            "Milestones:",
            "First call",
            "Safe Harbour",
            "1.2 Print cards",
        ],
    );
    assert!(site.page("strategy/plan/index.html").contains("href=\"/strategy/plan/whole-plan/\""));
}

#[test]
fn each_lead_says_when_it_last_reported() {
    let reported = a_site().built();
    let leads = words(&reported.page("strategy/plan/leads/index.html"));
    assert_in_order(&leads, &["Safe Harbour", "last report on 10 October 2026"]);
    let silent = TestSite::new().with("content/plans/plan.yaml", site::plan("leads: [safe-harbour]\n")).built();
    assert_in_order(&words(&silent.page("strategy/plan/leads/index.html")), &["Safe Harbour", "no report yet"]);
    assert!(
        words(&reported.page("strategy/plan/leads/safe-harbour/index.html")).contains("last report on 10 October 2026")
    );
}
