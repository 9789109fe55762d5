//! What became of what the plan before did not keep.

use super::{a_site, assert_in_order, words};

#[test]
fn each_promise_that_was_not_kept_has_what_takes_it_up() {
    let old = "\
title: The plan before
period: {from: 2023-04, to: 2026-03}
archived: true
sections:
  - title: All
    actions:
      - title: Open a line
        updates: [{date: 2026-03-02, status: paused, text: No money.}]
        related: [plan/1.1]
      - {title: Print a map, status: withdrawn}
      - {title: Hold a meeting, status: complete}
";
    let site = a_site().with("content/plans/old.yaml", old).built();
    let text = words(&site.page("strategy/plan/then-and-now/index.html"));
    assert_in_order(
        &text,
        &[
            "2 of 3 actions were not complete when The plan before ended. Our plan carries on 1 of them.",
            "Open a line",
            "1.1 Open a helpline",
            "Print a map",
            "No action in this plan carries it on.",
        ],
    );
    assert!(!text.contains("Hold a meeting"), "{text}");
    assert!(site.page("strategy/plan/index.html").contains("/strategy/plan/then-and-now/"));
}

#[test]
fn a_plan_without_one_before_it_has_no_such_page() {
    let old = "title: Another\nperiod: {from: 2023-04, to: 2026-03}\narchived: true\nsections:\n  - title: All\n    actions: [{title: A}]\n";
    let site = a_site().with("content/plans/old.yaml", old).built();
    assert!(!site.names().iter().any(|name| name.contains("then-and-now")));
}
