//! A plan's first page, its timeline, and the list of plans.

use super::{a_site, assert_in_order, words};
use crate::support::site::{TestSite, plan};

#[test]
fn a_plan_says_in_one_sentence_how_it_stands() {
    let site = a_site().built();
    let text = words(&site.page("strategy/plan/index.html"));
    assert_in_order(
        &text,
        &["1 of 3 actions are complete or on track, 1 is amber and 1 is red (late, or expected to be)."],
    );
    let fewer = super::PLAN.replace("timescale: 2027-01-31", "updates: [{date: 2026-11-01, status: withdrawn}]");
    let fewer = words(&a_site().with("content/plans/plan.yaml", fewer).built().page("strategy/plan/index.html"));
    assert_in_order(&fewer, &["1 of 3 actions are complete or on track and 1 is red", "1 was withdrawn."]);
    let old = words(&site.page("strategy/old/index.html"));
    assert_in_order(&old, &["When it ended, 1 of 1 action was complete.", "This plan has ended."]);
}

#[test]
fn each_section_has_its_counts_by_rating_and_by_status() {
    let text = words(&a_site().built().page("strategy/plan/index.html"));
    assert_in_order(
        &text,
        &["Where the actions stand", "1 Complete", "1 Off track or late", "1 Not started, not yet due"],
    );
    assert_in_order(
        &text,
        &["Outcome", "Green", "Amber", "Red", "No rating", "All", "Early help", "1 0 1 0 2", "Safe homes"],
    );
    assert_in_order(&text, &["each status", "Not started", "At risk", "Complete", "All", "Early help", "0 1 1 2"]);
    assert_in_order(&text, &["What the colours mean", "Red", "Late. We will say why."]);
    assert_in_order(&text, &["What we expect", "Early help", "People ask sooner"]);
}

#[test]
fn what_is_late_and_what_is_due_stand_on_the_plans_page() {
    let text = words(&a_site().built().page("strategy/plan/index.html"));
    assert_in_order(
        &text,
        &["Past the date", "15 September 2026", "Hire staff", "31 October 2026", "1.1 Open a helpline"],
    );
    assert_in_order(
        &text,
        &["Due in the next 90 days", "20 December 2026", "First call", "31 January 2027", "2.1 Open a refuge"],
    );
    let later = words(&a_site().built_on("2027-02-01").page("strategy/plan/index.html"));
    assert_in_order(&later, &["Past the date", "31 January 2027", "Due in the next 90 days", "Nothing is due."]);
}

#[test]
fn a_timeline_has_every_action_and_a_box_for_each_way_to_narrow_it() {
    let page = a_site().built().page("strategy/plan/timeline/index.html");
    let text = words(&page);
    assert_in_order(&text, &["2026/27", "1.1 Open a helpline", "2.1 Open a refuge", "No date yet", "1.2 Print cards"]);
    for (name, id) in
        [("statuses", "at-risk"), ("sections", "safe-homes"), ("leads", "safe-harbour"), ("leads", "none")]
    {
        let fieldset = page.split_once(&format!("<fieldset data-filter=\"{name}\"")).expect("there is such a filter").1;
        let fieldset = fieldset.split_once("</fieldset>").expect("it ends").0;
        assert!(fieldset.contains(&format!("<input type=\"checkbox\" value=\"{id}\">")), "{name} {id}: {fieldset}");
        assert!(page.contains(&format!("data-{name}=\"{id}")), "{name} {id}");
    }
    // There is one shared reason: a single box would narrow nothing that others do not.
    assert!(!page.contains("data-filter=\"reasons\""));
}

#[test]
fn a_plan_that_has_ended_is_kept_and_stays_out_of_the_headline() {
    let site = a_site().built();
    assert!(!words(&site.page("index.html")).contains("The plan before"));
    let list = words(&site.page("strategy/index.html"));
    assert_in_order(&list, &["Our plan", "Plans that have ended", "The plan before", "Ended"]);
    for page in [
        "strategy/old/timeline",
        "strategy/old/leads",
        "strategy/old/changes",
        "strategy/old/all",
        "strategy/old/all/1",
    ] {
        let text = words(&site.page(&format!("{page}/index.html")));
        assert!(text.contains("This plan has ended."), "{page}: {text}");
    }
}

#[test]
fn risks_stand_in_the_order_of_their_score_and_those_that_are_over_last() {
    let risks = "risks:\n  - {ref: R1, risk: Small, likelihood: 1, impact: 3}\n  - {ref: R2, risk: Unknown, likelihood: 4}\n  \
                 - {ref: R3, risk: Over, likelihood: 5, impact: 5, status: Closed}\n  \
                 - {ref: R4, risk: Grave, likelihood: 3, impact: 5, mitigation: Ask for more.}\n";
    let site = TestSite::new().with("content/plans/ours.yaml", format!("{}{risks}", plan(""))).built();
    let page = site.page("strategy/ours/index.html");
    let places = ["R4 Grave", "R1 Small", "R2 Unknown", "R3 Over"].map(|risk| page.find(risk).expect(risk));
    assert!(places.is_sorted(), "{page}");
    assert!(
        page.contains("<b>Very high</b>, 15 of 25<br><small>Likelihood: 3, possible. Harm: 5, very large.</small>")
    );
    assert!(page.contains("data-label=\"Score\"><small>Likelihood: 4, likely. </small>"), "{page}");
}

#[test]
fn a_document_that_is_a_file_says_what_it_is_and_how_large() {
    let documents = "documents: [{title: The strategy, file: strategy.pdf, kind: Strategy, date: 2026-04-01}]\n";
    let site = TestSite::new()
        .with("content/files/strategy.pdf", vec![b'x'; 241_900])
        .with("content/plans/ours.yaml", format!("{}{documents}", plan("")))
        .built();
    let page = site.page("strategy/ours/index.html");
    let link = "<a href=\"/files/strategy.pdf\">The strategy</a>, 1 April 2026 <small>PDF, 242 kB</small>";
    assert!(page.contains(link), "{page}");
}
